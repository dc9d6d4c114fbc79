//! What leaves the page and stays with the visitor: a file that is saved, a sheet that is printed.

use super::page::{all, document};
use leptos::prelude::set_timeout;
use std::time::Duration;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
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
    for style in all(&here, "link[rel=stylesheet]") {
        let link = there.import_node_with_deep(&style, true).ok()?;
        // Printed once it looks right, or as it is where that does not come.
        let sheet = window.clone();
        let print = Closure::once_into_js(move || drop(sheet.print()));
        for event in ["load", "error"] {
            link.add_event_listener_with_callback(event, print.unchecked_ref()).ok()?;
        }
        head.append_child(&link).ok()?;
    }
    Some(())
}
