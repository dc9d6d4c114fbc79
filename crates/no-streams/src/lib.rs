//! Stands in for `wasm-streams`, which Leptos brings for server functions with streamed bodies.
//!
//! Foothold has no server. But the real crate exports classes to JavaScript, so no linker can leave
//! them out: every phone would download them. Here are the names that Leptos compiles against; a
//! stream of this kind has nothing in it.

use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::{JsCast, JsValue};

/// A stream with nothing in it.
#[derive(Debug)]
pub struct ReadableStream;

impl ReadableStream {
    /// Takes a browser's stream and forgets it.
    pub fn from_raw(_raw: web_sys::ReadableStream) -> Self {
        Self
    }

    /// Takes a stream of values and forgets it.
    pub fn from_stream(_values: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self
    }

    /// No browser's stream.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        JsValue::UNDEFINED.unchecked_into()
    }

    /// Nothing.
    pub fn into_stream(self) -> Nothing {
        Nothing
    }
}

/// A stream that ends at once.
#[derive(Debug)]
pub struct Nothing;

impl Stream for Nothing {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
