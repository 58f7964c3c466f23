//! Pictures for reading codes: from a file and from the camera, and the browser's own detector of codes where it has one.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::files::Parcel;

/// The longer side of a picture that is looked at, in pixels: enough for the largest code of ours, little enough for a weak
/// device.
const SIDE: f64 = 960.0;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = createImageBitmap)]
    fn bitmap_of(image: &web_sys::Blob) -> Result<js_sys::Promise, JsValue>;

    /// Not in every browser.
    type BarcodeDetector;
    #[wasm_bindgen(constructor, catch)]
    fn new(options: &JsValue) -> Result<BarcodeDetector, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn detect(this: &BarcodeDetector, source: &web_sys::HtmlCanvasElement) -> Result<js_sys::Promise, JsValue>;
}

/// What was seen in a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Look {
    /// The browser's own detector found these texts.
    Texts(Vec<String>),
    /// Grey points, row by row, for a decoder of our own: width, height, points.
    Grey(usize, usize, Vec<u8>),
}

/// Why there is no picture of the camera.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameraFault {
    /// The person or the browser does not allow it.
    Refused,
    /// There is none that can be used.
    NotThere,
}

/// The picture in a file; `None` when it is no picture that the browser can read.
pub async fn look_at(picture: &Parcel) -> Option<Look> {
    let bitmap: web_sys::ImageBitmap = JsFuture::from(bitmap_of(&picture.0).ok()?).await.ok()?.dyn_into().ok()?;
    let canvas = canvas(f64::from(bitmap.width()), f64::from(bitmap.height()))?;
    let (across, down) = (f64::from(canvas.width()), f64::from(canvas.height()));
    let context = context(&canvas)?;
    context.draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, across, down).ok()?;
    look(&canvas, &context).await
}

/// The camera, as long as it is on. Dropping it turns it off.
pub struct Camera {
    stream: web_sys::MediaStream,
    video: web_sys::HtmlVideoElement,
}

impl Camera {
    /// Turns the camera on that looks away from the person, and shows it in `video`.
    pub async fn on(video: web_sys::HtmlVideoElement) -> Result<Camera, CameraFault> {
        let devices = web_sys::window().and_then(|window| window.navigator().media_devices().ok());
        let devices = devices.filter(|devices| !devices.is_undefined()).ok_or(CameraFault::NotThere)?;
        let wanted = js_sys::Object::new();
        for (key, value) in [("facingMode", JsValue::from_str("environment")), ("width", JsValue::from_f64(1280.0))] {
            let _ = js_sys::Reflect::set(&wanted, &key.into(), &value);
        }
        let constraints = web_sys::MediaStreamConstraints::new();
        constraints.set_video(&wanted);
        let asked = devices.get_user_media_with_constraints(&constraints).map_err(|_| CameraFault::NotThere)?;
        let stream: web_sys::MediaStream = JsFuture::from(asked)
            .await
            .map_err(|error| fault_of(&error))?
            .dyn_into()
            .map_err(|_| CameraFault::NotThere)?;
        let camera = Camera { stream, video };
        camera.video.set_src_object(Some(&camera.stream));
        if let Ok(playing) = camera.video.play() {
            let _ = JsFuture::from(playing).await;
        }
        Ok(camera)
    }

    /// The picture of this moment; `None`: there is none yet.
    pub async fn look(&self) -> Option<Look> {
        let (width, height) = (f64::from(self.video.video_width()), f64::from(self.video.video_height()));
        if width < 1.0 || height < 1.0 {
            return None;
        }
        let canvas = canvas(width, height)?;
        let context = context(&canvas)?;
        let (across, down) = (f64::from(canvas.width()), f64::from(canvas.height()));
        context.draw_image_with_html_video_element_and_dw_and_dh(&self.video, 0.0, 0.0, across, down).ok()?;
        look(&canvas, &context).await
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        for track in self.stream.get_tracks() {
            if let Ok(track) = track.dyn_into::<web_sys::MediaStreamTrack>() {
                track.stop();
            }
        }
        self.video.set_src_object(None);
    }
}

fn fault_of(error: &JsValue) -> CameraFault {
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    if matches!(name.as_deref(), Some("NotAllowedError" | "SecurityError")) {
        CameraFault::Refused
    } else {
        CameraFault::NotThere
    }
}

fn canvas(width: f64, height: f64) -> Option<web_sys::HtmlCanvasElement> {
    let scale = (SIDE / width.max(height)).min(1.0);
    let document = web_sys::window()?.document()?;
    let canvas: web_sys::HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width((width * scale).round() as u32);
    canvas.set_height((height * scale).round() as u32);
    Some(canvas)
}

fn context(canvas: &web_sys::HtmlCanvasElement) -> Option<web_sys::CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

async fn look(canvas: &web_sys::HtmlCanvasElement, context: &web_sys::CanvasRenderingContext2d) -> Option<Look> {
    if let Some(texts) = detected(canvas).await.filter(|texts| !texts.is_empty()) {
        return Some(Look::Texts(texts));
    }
    let (width, height) = (canvas.width(), canvas.height());
    let image = context.get_image_data(0.0, 0.0, f64::from(width), f64::from(height)).ok()?;
    // Green tells light from dark well enough, and costs nothing.
    let grey: Vec<u8> = image.data().0.chunks(4).map(|point| point.get(1).copied().unwrap_or(255)).collect();
    Some(Look::Grey(width as usize, height as usize, grey))
}

/// The texts that the browser's own detector finds; `None` where it has none, or it fails.
async fn detected(canvas: &web_sys::HtmlCanvasElement) -> Option<Vec<String>> {
    super::global("BarcodeDetector")?;
    let options = js_sys::Object::new();
    let formats = js_sys::Array::of1(&"qr_code".into());
    js_sys::Reflect::set(&options, &"formats".into(), &formats).ok()?;
    let found = JsFuture::from(BarcodeDetector::new(&options).ok()?.detect(canvas).ok()?).await.ok()?;
    let found: js_sys::Array = found.dyn_into().ok()?;
    let text = |code: JsValue| js_sys::Reflect::get(&code, &"rawValue".into()).ok()?.as_string();
    Some(found.iter().filter_map(text).collect())
}
