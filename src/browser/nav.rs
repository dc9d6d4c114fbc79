//! Moving between pages without losing what was typed: the prerendered page is fetched, and its
//! header, main part and footer take the place of the present ones.
//!
//! Only links marked `data-route` are followed; the page mode owns the URL, an embed would not.

use super::page::{all, document, focus, title_error};
use foothold_words::{Key, Words};
use leptos::ev;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{DomParser, Element, HtmlElement, MouseEvent, SupportedType};

thread_local! {
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Follows the links of our own pages from now on. `mount` fills the places of a new page.
pub fn follow_links(mount: impl Fn() + 'static, words: Words) {
    remember();
    let mount: Rc<dyn Fn()> = Rc::new(mount);
    let on_click = Rc::clone(&mount);
    let clicks = window_event_listener(ev::click, move |event| click(&event, &on_click, words));
    std::mem::forget(clicks);
    let back = window_event_listener(ev::popstate, move |_| {
        if let Some(address) = web_sys::window().and_then(|w| w.location().href().ok()) {
            go(address, false, Rc::clone(&mount), words);
        }
    });
    std::mem::forget(back);
}

fn click(event: &MouseEvent, mount: &Rc<dyn Fn()>, words: Words) {
    let plain = event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    if !plain || event.default_prevented() {
        return;
    }
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let link = target.and_then(|t| t.closest("a[data-route]").ok().flatten());
    let Some(link) = link.and_then(|l| l.dyn_into::<web_sys::HtmlAnchorElement>().ok()) else { return };
    event.prevent_default();
    go(link.href(), true, Rc::clone(mount), words);
}

fn go(address: String, push: bool, mount: Rc<dyn Fn()>, words: Words) {
    leptos::task::spawn_local(async move {
        let file = address.split('#').next().unwrap_or(&address).to_owned();
        let exchanged = match super::fetch::text(&file).await {
            Some(text) => exchange(&text, &address, push),
            None => None,
        };
        if exchanged.is_some() {
            remember();
            mount();
            arrive(&address);
        } else {
            stay(push);
            say(words.say(Key::NavFailed));
        }
    });
}

/// The browser has already changed the address when it goes back: it is set right again where the
/// page could not follow.
fn stay(pushed: bool) {
    let shown = SHOWN.with_borrow(Clone::clone);
    if let (false, Some(history)) = (pushed, web_sys::window().and_then(|w| w.history().ok())) {
        let _ = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&shown));
    }
}

/// The address of the page that is shown.
fn remember() {
    let here = web_sys::window().and_then(|w| w.location().href().ok()).unwrap_or_default();
    SHOWN.set(here);
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
    for name in ["data-base", "data-clinic", "lang"] {
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

/// Says something in the page's own live region, for people who see and people who hear.
fn say(text: &str) {
    let Some(region) = document().and_then(|d| d.get_element_by_id("page-says")) else { return };
    region.set_text_content(Some(text));
    focus("page-says");
    let clear = Closure::once_into_js(move || region.set_text_content(None));
    if let Some(window) = web_sys::window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(clear.unchecked_ref(), 12_000);
    }
}
