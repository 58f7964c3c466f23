//! Files: one given to the person, one picked by the person.

use wasm_bindgen_futures::JsFuture;

/// Bytes that the browser keeps: a file that the person picked, or one made for the person. They pass from one program
/// to the other without being copied.
#[derive(Clone)]
pub struct Parcel(pub(super) web_sys::Blob);

impl Parcel {
    /// A file of this type with this content.
    pub fn new(kind: &str, bytes: &[u8]) -> Option<Parcel> {
        let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(kind);
        web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok().map(Parcel)
    }

    /// Its size in bytes.
    pub fn size(&self) -> u64 {
        self.0.size() as u64
    }

    /// Its content.
    pub async fn bytes(&self) -> Option<Vec<u8>> {
        let buffer = JsFuture::from(self.0.array_buffer()).await.ok()?;
        Some(js_sys::Uint8Array::new(&buffer).to_vec())
    }
}

#[cfg(feature = "app")]
pub use page::{Picked, offer, offer_raw};

/// What only the page can do.
#[cfg(feature = "app")]
mod page {
    use wasm_bindgen::prelude::*;

    use super::Parcel;

    #[wasm_bindgen]
    extern "C" {
        /// In `public/panic.js`: it works when nothing else does.
        #[wasm_bindgen(catch, js_name = soOcopDump)]
        fn dump(pending: &str) -> Result<(), JsValue>;
    }

    /// Offers everything in the browser's database as it lies there, with the JSON text of what is not in it yet.
    /// Answers whether that was begun.
    pub fn offer_raw(pending: &str) -> bool {
        dump(pending).is_ok()
    }

    /// Offers `file` as a download called `name`; answers whether the browser took it.
    pub fn offer(name: &str, file: &Parcel) -> bool {
        try_offer(name, file).is_some()
    }

    fn try_offer(name: &str, file: &Parcel) -> Option<()> {
        let url = web_sys::Url::create_object_url_with_blob(&file.0).ok()?;
        let document = web_sys::window()?.document()?;
        let anchor: web_sys::HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
        anchor.set_href(&url);
        anchor.set_download(name);
        document.body()?.append_child(&anchor).ok()?;
        anchor.click();
        anchor.remove();
        // The browser has taken the file over by then; a minute is far more than it needs to start.
        leptos::leptos_dom::helpers::set_timeout(
            move || {
                let _ = web_sys::Url::revoke_object_url(&url);
            },
            std::time::Duration::from_secs(60),
        );
        Some(())
    }

    /// A file that the person picked or dropped.
    #[derive(Clone)]
    pub struct Picked(web_sys::File);

    impl Picked {
        /// The first file of a file field that has just changed; the field is emptied, so that the same file can be
        /// picked again.
        pub fn of_field(event: &web_sys::Event) -> Option<Picked> {
            let field: web_sys::HtmlInputElement = event.target()?.dyn_into().ok()?;
            let file = field.files()?.get(0)?;
            field.set_value("");
            Some(Picked(file))
        }

        /// A file that came another way.
        pub(in crate::platform) fn of_file(file: web_sys::File) -> Picked {
            Picked(file)
        }

        /// A file of these bytes, as if it had been picked.
        pub fn of_bytes(name: &str, bytes: &[u8]) -> Option<Picked> {
            let parcel = Parcel::new("application/json", bytes)?;
            web_sys::File::new_with_blob_sequence(&js_sys::Array::of1(&parcel.0), name).ok().map(Picked)
        }

        /// Its first bytes, which say what it is.
        pub async fn head(&self) -> Vec<u8> {
            const HEAD: f64 = 4096.0;
            let head = self.0.slice_with_f64_and_f64(0.0, HEAD);
            match head {
                Ok(head) => Parcel(head).bytes().await.unwrap_or_default(),
                Err(_) => Vec::new(),
            }
        }

        /// The first file that was dropped.
        pub fn of_drop(event: &web_sys::Event) -> Option<Picked> {
            event.prevent_default();
            let drop: &web_sys::DragEvent = event.dyn_ref()?;
            drop.data_transfer()?.files()?.get(0).map(Picked)
        }

        /// Its name.
        pub fn name(&self) -> String {
            self.0.name()
        }

        /// Its media type as the browser tells it; empty where it does not know.
        pub fn media_type(&self) -> String {
            self.0.type_()
        }

        /// What is in it.
        pub fn parcel(&self) -> Parcel {
            Parcel(self.0.clone().into())
        }
    }
}
