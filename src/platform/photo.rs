//! Photos: made small enough to keep.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::files::Parcel;

/// The longer side of a kept photo, in pixels.
const SIDE: f64 = 1280.0;
/// How much of the picture JPEG keeps.
const QUALITY: f64 = 0.82;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = createImageBitmap)]
    fn bitmap_of(image: &web_sys::Blob) -> Result<js_sys::Promise, JsValue>;
}

/// The picture as a JPEG of at most 1280 pixels a side; `None` when it is no picture that the browser can read.
pub async fn shrink(picture: &Parcel) -> Option<Parcel> {
    let bitmap: web_sys::ImageBitmap = JsFuture::from(bitmap_of(&picture.0).ok()?).await.ok()?.dyn_into().ok()?;
    let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
    let scale = (SIDE / width.max(height)).min(1.0);
    let document = web_sys::window()?.document()?;
    let canvas: web_sys::HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width((width * scale).round() as u32);
    canvas.set_height((height * scale).round() as u32);
    let context: web_sys::CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (across, down) = (f64::from(canvas.width()), f64::from(canvas.height()));
    context.draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, across, down).ok()?;
    let mut asked = None;
    let made = js_sys::Promise::new(&mut |resolve, _| {
        asked = canvas.to_blob_with_type_and_encoder_options(&resolve, "image/jpeg", &QUALITY.into()).ok();
    });
    asked?;
    let blob: web_sys::Blob = JsFuture::from(made).await.ok()?.dyn_into().ok()?;
    Some(Parcel(blob))
}
