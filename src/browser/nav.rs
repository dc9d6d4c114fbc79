//! Moving between pages without losing what was typed: the prerendered page is fetched, and its
//! header, main part and footer take the place of the present ones.
//!
//! Only links marked `data-route` are followed; the page mode owns the URL, an embed would not.

use super::page::{document, fact, focus, has_place, look, read};
use super::{later, rest};
use crate::app::Act;
use crate::planner::CARDS;
use foothold_words::{Key, Words};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent};

thread_local! {
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What listens to the page.
pub(super) struct Listener {
    act: Box<dyn Fn(&Act)>,
    /// Makes a new page ready.
    pub(super) settle: Box<dyn Fn()>,
    /// Texts in the language of the page.
    pub(super) words: Words,
}

/// Tells `act` what people do in our parts, and follows the links of our own pages from now on;
/// `settle` makes a new page ready.
pub fn listen(act: impl Fn(&Act) + 'static, settle: impl Fn() + 'static, words: Words) {
    remember();
    let listener = Rc::new(Listener { act: Box::new(act), settle: Box::new(settle), words });
    let heard: Closure<dyn Fn(Event)> = Closure::new(move |event: Event| hear(&listener, &event));
    if let Some(window) = web_sys::window() {
        for name in ["click", "beforeinput", "input", "change", "submit", "popstate", "mouseover"] {
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
    if kind == "beforeinput" {
        return look(CARDS);
    }
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let inside = |selector: &str| target.closest(selector).ok().flatten();
    if kind == "mouseover" {
        if let Some(marked) = inside("[data-hover]") {
            // Once, and in silence: nobody has asked for anything yet.
            let _ = marked.remove_attribute("data-hover");
            let (listener, press) = (Rc::clone(listener), press_of(&marked));
            rest::load(Box::new(move |there| {
                if there {
                    (listener.act)(&press);
                }
            }));
        }
        return;
    }
    if kind == "click" {
        let link = inside("a[data-route]");
        if let Some(marked) = inside("[data-do]") {
            if marked.tag_name() == "A" && link.is_none() {
                event.prevent_default();
            }
            let press = press_of(&marked);
            if marked.has_attribute("data-rest") && rest::texts().is_none() {
                try_again(Rc::clone(listener), press, listener.words.say(Key::NavFailed).to_owned());
            } else {
                (listener.act)(&press);
            }
        }
        // A link may lead on and say what it is about.
        if let Some(link) = link {
            follow(event.unchecked_ref(), link.unchecked_ref(), listener);
        }
    } else if inside("[data-place]").is_some() {
        if kind == "submit" {
            if rest::texts().is_none() {
                if inside("form[action]").is_none() {
                    event.prevent_default();
                    let failed = listener.words.fill(Key::AskNotYet, &[("phone", &fact("phone"))]);
                    try_again(Rc::clone(listener), Act::Press("send".to_owned()), failed);
                }
                // Else the browser posts it, as the page was written.
                return;
            }
            event.prevent_default();
            (listener.act)(&Act::Press("send".to_owned()));
        } else {
            let typed = read(target.unchecked_ref());
            (listener.act)(&if kind == "input" { Act::Type(typed) } else { Act::Choose(typed) });
        }
    }
}

/// What an element does when it is pressed.
fn press_of(marked: &Element) -> Act {
    Act::Press(marked.get_attribute("data-do").unwrap_or_default())
}

/// What was pressed needs what did not come with the page: asks for it, and does it then.
fn try_again(listener: Rc<Listener>, press: Act, failed: String) {
    rest::load(Box::new(move |there| {
        if there {
            if has_place("ask") {
                (listener.settle)();
            }
            (listener.act)(&press);
        } else {
            say(&failed);
        }
    }));
}

fn follow(event: &MouseEvent, link: &HtmlAnchorElement, listener: &Rc<Listener>) {
    let plain = event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    if plain && !event.default_prevented() {
        event.prevent_default();
        go(link.href(), true, Rc::clone(listener));
    }
}

fn go(address: String, push: bool, listener: Rc<Listener>) {
    rest::load(Box::new(move |there| {
        if there {
            later::go(address, push, listener);
        } else {
            refused(push, listener.words);
        }
    }));
}

/// The page could not be exchanged: the present one stays, and says so.
pub(super) fn refused(push: bool, words: Words) {
    stay(push);
    say(words.say(Key::NavFailed));
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
pub(super) fn remember() {
    let here = web_sys::window().and_then(|w| w.location().href().ok()).unwrap_or_default();
    SHOWN.set(here);
}

/// Says something in the page's own live region, for people who see and people who hear.
pub fn say(text: &str) {
    let Some(region) = document().and_then(|d| d.get_element_by_id("page-says")) else { return };
    region.set_text_content(Some(text));
    focus("page-says");
    let clear = Closure::once_into_js(move || region.set_text_content(None));
    if let Some(window) = web_sys::window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(clear.unchecked_ref(), 12_000);
    }
}
