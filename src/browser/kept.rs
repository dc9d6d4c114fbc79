//! What stays on this device, and what the address brings; see `crate::keep`. The other half is `public/kept.js`, which
//! comes with the second file of WebAssembly. Whatever the browser forbids is no answer.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// In the glue by the build, which fetches it together with the second file.
    #[wasm_bindgen(catch, js_name = foothold_kept)]
    fn foothold_kept(what: &str, text: &str) -> Result<JsValue, JsValue>;
}

fn ask(what: &str, text: &str) -> Option<String> {
    foothold_kept(what, text).ok()?.as_string()
}

/// What this device keeps, if anything.
pub fn read() -> Option<String> {
    ask("read", "")
}

/// Keeps a text; false where the browser does not let us.
pub fn write(text: &str) -> bool {
    ask("write", text).is_some()
}

/// Deletes what is kept.
pub fn forget() {
    ask("forget", "");
}

/// What the address has behind `#`, where that is no place of this page; it is gone from the address then.
pub fn link() -> Option<String> {
    ask("link", "")
}

/// The whole address of a file beside this one.
pub fn address(path: &str) -> String {
    ask("address", path).unwrap_or_default()
}
