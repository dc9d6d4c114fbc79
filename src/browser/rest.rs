//! Fetching what is needed later, once: the second file of WebAssembly and the texts that it says; see
//! `crate::later`.

use foothold_words::LaterTexts;
use std::cell::Cell;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// Written into the glue by the build when it cuts the file in two: fetches the second part and its texts,
    /// joins the one to the first part and calls `then` with the others, or with nothing.
    #[wasm_bindgen(js_name = foothold_rest)]
    fn foothold_rest(then: &JsValue);
}

thread_local! {
    static TEXTS: Cell<Option<LaterTexts>> = const { Cell::new(None) };
}

/// The texts that came with the second file; `None` before it is there.
pub fn texts() -> Option<LaterTexts> {
    TEXTS.get()
}

/// Fetches both and goes on: with true once they are there, with false where they could not be had this time or the
/// texts are those of another version. A function instead of a future: waiting for one would bring a queue of tasks, which
/// nothing else of the first file needs.
pub fn load(then: Box<dyn FnOnce(bool)>) {
    if texts().is_some() {
        then(true);
        return;
    }
    foothold_rest(&Closure::once_into_js(move |file: JsValue| {
        TEXTS.set(file.as_string().and_then(LaterTexts::read));
        then(texts().is_some());
    }));
}
