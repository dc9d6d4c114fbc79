//! Fetching the second file of WebAssembly, once; see `crate::later`.

use std::cell::Cell;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Written into the glue by the build when it cuts the file in two: fetches the second part and
    /// joins it to the first.
    #[wasm_bindgen(catch, js_name = foothold_rest)]
    async fn foothold_rest() -> Result<JsValue, JsValue>;
}

thread_local! {
    static HERE: Cell<bool> = const { Cell::new(false) };
}

/// Whether the second file is there.
pub fn here() -> bool {
    HERE.get()
}

/// Fetches the second file; true once it is there, false where it could not be had this time.
pub async fn load() -> bool {
    if !here() {
        HERE.set(foothold_rest().await.is_ok());
    }
    here()
}
