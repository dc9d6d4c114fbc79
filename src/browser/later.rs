//! Exchanging pages: the other page is fetched, and its header, main part and footer take the place of
//! the present ones. Downloaded with the rest, see `crate::later`.

use super::nav::{Listener, refused, remember};
use super::page::{all, document, title_error};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{DomParser, HtmlElement, SupportedType};

/// Where the file is that this page's search looks things up in.
#[inline(never)]
pub fn index() -> String {
    let place = document().and_then(|document| document.query_selector("[data-index]").ok().flatten());
    place.and_then(|place| place.get_attribute("data-index")).unwrap_or_default()
}

/// Puts markup into an element, if the page has it.
#[inline(never)]
pub fn fill(id: &str, html: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.set_inner_html(html);
    }
}

/// Shows the page at an address; `push` says whether the address is new to the browser's history.
#[inline(never)]
pub(super) fn go(address: String, push: bool, listener: Rc<Listener>) {
    thread_local! { static ASKED: Cell<u32> = const { Cell::new(0) }; }
    let mine = ASKED.get().wrapping_add(1);
    ASKED.set(mine);
    super::page::begin(async move {
        let file = address.split('#').next().unwrap_or(&address).to_owned();
        let text = super::fetch::text(&file).await;
        if ASKED.get() != mine {
            // Another page was asked for meanwhile, such as by going back twice.
            return;
        }
        let exchanged = text.and_then(|text| exchange(&text, &address, push));
        if exchanged.is_some() {
            (listener.settle)();
            // Only now: a link may have been taken out of the address.
            remember();
            arrive(&address);
        } else {
            refused(push, listener.words);
        }
    });
}

/// Takes over the parts of the other page; `None` where it is no page of ours.
fn exchange(text: &str, address: &str, push: bool) -> Option<()> {
    let here = document()?;
    let there = DomParser::new().ok()?.parse_from_string(text, SupportedType::TextHtml).ok()?;
    let main = there.query_selector("main[data-page]").ok()??;
    title_error(None);
    if push {
        let history = web_sys::window()?.history().ok()?;
        history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(address)).ok()?;
    }
    let mut parts = vec![("main", main)];
    for name in ["header", "footer"] {
        parts.push((name, there.query_selector(&format!("body > {name}")).ok()??));
    }
    for (name, part) in parts {
        let old = here.query_selector(&format!("body > {name}")).ok()??;
        old.replace_with_with_node_1(&here.import_node_with_deep(&part, true).ok()?).ok()?;
    }
    let (from, to) = (there.document_element()?, here.document_element()?);
    for name in ["data-base", "data-top", "data-clinic", "lang"] {
        if let Some(value) = from.get_attribute(name) {
            to.set_attribute(name, &value).ok()?;
        }
    }
    here.set_title(&there.title());
    Some(())
}

/// Moves view and focus to where the address points: its anchor, or the page's heading.
fn arrive(address: &str) {
    let Some(document) = document() else { return };
    let anchor = address.split_once('#').and_then(|(_, id)| document.get_element_by_id(id));
    if let Some(element) = anchor {
        element.scroll_into_view();
        return;
    }
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    if let Some(heading) = all(&document, "main h1").first().and_then(|h| h.dyn_ref::<HtmlElement>()) {
        let _ = heading.focus();
    }
}
