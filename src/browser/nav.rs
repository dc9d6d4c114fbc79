//! Moving between pages without losing what was typed: the prerendered page is fetched, and its
//! header, main part and footer take the place of the present ones.
//!
//! Only links marked `data-route` are followed; the page mode owns the URL, an embed would not.

use super::page::{all, document, focus, read, title_error};
use crate::app::Act;
use foothold_words::{Key, Words};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{DomParser, Element, Event, HtmlAnchorElement, HtmlElement, MouseEvent, SupportedType};

thread_local! {
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What listens to the page.
struct Listener {
    act: Box<dyn Fn(&Act)>,
    settle: Box<dyn Fn()>,
    words: Words,
}

/// Tells `act` what people do in our parts, and follows the links of our own pages from now on;
/// `settle` makes a new page ready.
pub fn listen(act: impl Fn(&Act) + 'static, settle: impl Fn() + 'static, words: Words) {
    remember();
    let listener = Rc::new(Listener { act: Box::new(act), settle: Box::new(settle), words });
    let heard: Closure<dyn Fn(Event)> = Closure::new(move |event: Event| hear(&listener, &event));
    if let Some(window) = web_sys::window() {
        for name in ["click", "input", "change", "submit", "popstate"] {
            let _ = window.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        }
    }
    // For as long as the page is there.
    heard.forget();
}

fn hear(listener: &Rc<Listener>, event: &Event) {
    let kind = event.type_();
    if kind == "popstate" {
        if let Some(address) = web_sys::window().and_then(|w| w.location().href().ok()) {
            go(address, false, Rc::clone(listener));
        }
        return;
    }
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let inside = |selector: &str| target.closest(selector).ok().flatten();
    if kind == "click" {
        if let Some(marked) = inside("[data-do]") {
            if marked.tag_name() == "A" {
                event.prevent_default();
            }
            (listener.act)(&Act::Press(marked.get_attribute("data-do").unwrap_or_default()));
        } else if let Some(link) = inside("a[data-route]") {
            follow(event.unchecked_ref(), link.unchecked_ref(), listener);
        }
    } else if inside("[data-place]").is_some() {
        if kind == "submit" {
            event.prevent_default();
            (listener.act)(&Act::Press("send".to_owned()));
        } else {
            let typed = read(target.unchecked_ref());
            (listener.act)(&if kind == "input" { Act::Type(typed) } else { Act::Choose(typed) });
        }
    }
}

fn follow(event: &MouseEvent, link: &HtmlAnchorElement, listener: &Rc<Listener>) {
    let plain = event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    if plain && !event.default_prevented() {
        event.prevent_default();
        go(link.href(), true, Rc::clone(listener));
    }
}

fn go(address: String, push: bool, listener: Rc<Listener>) {
    super::page::begin(async move {
        let file = address.split('#').next().unwrap_or(&address).to_owned();
        let exchanged = match super::fetch::text(&file).await {
            Some(text) => exchange(&text, &address, push),
            None => None,
        };
        if exchanged.is_some() {
            remember();
            (listener.settle)();
            arrive(&address);
        } else {
            stay(push);
            say(listener.words.say(Key::NavFailed));
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
