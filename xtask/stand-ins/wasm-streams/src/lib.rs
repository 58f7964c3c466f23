//! Stands in for the crate of this name, which Leptos's server functions ask for. There is no server here and nothing ever
//! streams, but what the real crate exports to JavaScript cannot be left out of a program by the linker: it would travel
//! with every one of them. This has the parts that `server_fn` names, and no content.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::{JsValue, UnwrapThrowExt};

/// A stream of the browser.
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    pub fn from_raw(raw: web_sys::ReadableStream) -> ReadableStream {
        ReadableStream(raw)
    }

    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream without content.
    pub fn from_stream(_content: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> ReadableStream {
        ReadableStream(web_sys::ReadableStream::new().unwrap_throw())
    }

    /// No content.
    pub fn into_stream(self) -> Nothing {
        Nothing
    }
}

/// The content of every stream.
pub struct Nothing;

impl Stream for Nothing {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
