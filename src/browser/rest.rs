//! Fetching what is needed later, once: the second file of WebAssembly and the texts that it says; see
//! `crate::later`.

use foothold_words::LaterTexts;
use std::cell::Cell;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Written into the glue by the build when it cuts the file in two: fetches the second part and its texts,
    /// joins the one to the first part and returns the others.
    #[wasm_bindgen(catch, js_name = foothold_rest)]
    async fn foothold_rest() -> Result<JsValue, JsValue>;
}

thread_local! {
    static TEXTS: Cell<Option<LaterTexts>> = const { Cell::new(None) };
}

/// The texts that came with the second file; `None` before it is there.
pub fn texts() -> Option<LaterTexts> {
    TEXTS.get()
}

/// Fetches both; true once they are there, false where they could not be had this time or the texts are
/// those of another version.
pub async fn load() -> bool {
    if texts().is_none()
        && let Ok(file) = foothold_rest().await
    {
        TEXTS.set(file.as_string().and_then(LaterTexts::read));
    }
    texts().is_some()
}
