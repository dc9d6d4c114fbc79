//! What leaves the page and stays with the visitor: a file that is saved, a sheet that is printed; and a file that the
//! visitor brings.

use super::later::SHEETS;
use super::page::{all, document};
use foothold_core::bring::{LONGEST, Unreadable};
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::set_timeout;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// Saves a text as a calendar file of this name; `None` where the browser does not let us.
pub fn save(name: &str, text: &str) -> Option<()> {
    let about = BlobPropertyBag::new();
    about.set_type("text/calendar;charset=utf-8");
    let pieces = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&pieces, &about).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlElement = document()?.create_element("a").ok()?.unchecked_into();
    link.set_attribute("href", &address).ok()?;
    link.set_attribute("download", name).ok()?;
    link.click();
    // A slow device may read it only after this turn.
    set_timeout(move || drop(Url::revoke_object_url(&address)), Duration::from_secs(60));
    Some(())
}

/// The text of the file that was chosen in a field. It is read here, and nothing else is done with it.
pub async fn brought(field: &str) -> Result<String, Unreadable> {
    chosen(field).await.unwrap_or(Err(Unreadable::NotACalendar))
}

/// `None` where the browser does not let us. Reached by names, because each binding of its own would be downloaded by everybody.
async fn chosen(field: &str) -> Option<Result<String, Unreadable>> {
    let field = document()?.get_element_by_id(field)?;
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let file = get(&get(&field, "files")?, "0").filter(|file| !file.is_undefined() && !file.is_null())?;
    #[expect(clippy::cast_precision_loss, reason = "a limit of a few million")]
    if get(&file, "size")?.as_f64()? > LONGEST as f64 {
        return Some(Err(Unreadable::TooLong));
    }
    let read: Function = get(&file, "text")?.dyn_into().ok()?;
    let text: Promise = read.call2(&file, &JsValue::UNDEFINED, &JsValue::UNDEFINED).ok()?.dyn_into().ok()?;
    Some(Ok(JsFuture::from(text).await.ok()?.as_string()?))
}

/// Opens a page of its own with our style, without an address, and prints it; `None` where the browser does not
/// let us. A browser prints title and address at the edge of the paper: of this page they say nothing.
pub fn sheet(title: &str, html: &str) -> Option<()> {
    let here = document()?;
    let window = web_sys::window()?.open_with_url_and_target("", "_blank").ok()??;
    let there = window.document()?;
    there.set_title(title);
    let root = there.document_element()?;
    if let Some(lang) = here.document_element()?.get_attribute("lang") {
        root.set_attribute("lang", &lang).ok()?;
    }
    let body = there.body()?;
    body.set_inner_html(&["<main class=page>", html, "</main>"].concat());
    if let Some(hatch) = here.query_selector("svg.defs").ok()? {
        body.append_child(&there.import_node_with_deep(&hatch, true).ok()?).ok()?;
    }
    let head = there.query_selector("head").ok()??;
    let styles = all(&here, SHEETS);
    let awaited = Rc::new(Cell::new(styles.len()));
    for style in styles {
        let link = there.import_node_with_deep(&style, true).ok()?;
        // Printed once it looks right, or as it is where that does not come.
        let (sheet, awaited) = (window.clone(), Rc::clone(&awaited));
        let print = Closure::once_into_js(move || {
            awaited.set(awaited.get() - 1);
            if awaited.get() == 0 {
                drop(sheet.print());
            }
        });
        for event in ["load", "error"] {
            link.add_event_listener_with_callback(event, print.unchecked_ref()).ok()?;
        }
        head.append_child(&link).ok()?;
    }
    Some(())
}
