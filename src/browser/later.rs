//! Exchanging pages: the other page is fetched, and its header, main part and footer take the place of
//! the present ones. Downloaded with the rest, see `crate::later`.

use super::nav::{Listener, refused, remember};
use super::page::{all, document, title_error};
use js_sys::Promise;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, DomParser, Element, HtmlElement, SupportedType, Url};

/// How a page names its style sheets.
pub(super) const SHEETS: &str = "link[rel=stylesheet]";

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
        let there = match text.and_then(|text| parsed(&text)) {
            Some(there) => dressed(&there, &address).await.map(|()| there),
            None => None,
        };
        if ASKED.get() != mine {
            return;
        }
        let exchanged = there.and_then(|there| exchange(&there, &address, push));
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

fn parsed(text: &str) -> Option<Document> {
    DomParser::new().ok()?.parse_from_string(text, SupportedType::TextHtml).ok()
}

/// Fetches the kinds of style sheets that another page has and this one has not; `None` where one of them does not come.
async fn dressed(there: &Document, address: &str) -> Option<()> {
    let here = document()?;
    // Not the one of another version beside that of this one.
    let kind = |link: &Element| {
        let href = link.get_attribute("href").unwrap_or_default();
        let name = href.rsplit('/').next().unwrap_or_default();
        name.split('-').next().unwrap_or_default().to_owned()
    };
    let has: Vec<String> = all(&here, SHEETS).iter().map(kind).collect();
    for link in all(there, SHEETS).into_iter().filter(|link| !has.contains(&kind(link))) {
        let href = Url::new_with_base(&link.get_attribute("href")?, address).ok()?.href();
        let link: Element = here.import_node_with_deep(&link, true).ok()?.unchecked_into();
        link.set_attribute("href", &href).ok()?;
        let come = Promise::new(&mut |yes, no| {
            for (event, heard) in [("load", yes), ("error", no)] {
                let _ = link.add_event_listener_with_callback(event, &heard);
            }
        });
        here.query_selector("head").ok()??.append_child(&link).ok()?;
        if JsFuture::from(come).await.is_err() {
            link.remove();
            return None;
        }
    }
    Some(())
}

/// Takes over the parts of the other page; `None` where it is no page of ours.
fn exchange(there: &Document, address: &str, push: bool) -> Option<()> {
    let here = document()?;
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
        // Tab goes on from there, and who hears the page hears where it has led.
        let element: HtmlElement = element.unchecked_into();
        if element.tab_index() < 0 {
            element.set_tab_index(-1);
        }
        let _ = element.focus();
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
