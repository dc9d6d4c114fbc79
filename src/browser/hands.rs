//! A pointer or a key on the picture of the week, said in the words of `crate::hands`. Downloaded with the rest.
//!
//! Nothing is moved before the pointer has gone a little, so that a press is no move.

use super::page::{all, document};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};

/// From this width on, in pixels of the style sheets, a picture is more than something to look at.
const WIDE: i32 = 760;

/// Pixels that a pointer goes before anything moves.
const BEGINS: f64 = 6.0;

/// What a pointer holds.
struct Grip {
    row: String,
    edge: String,
    from: (f64, f64),
    /// Pixels of a minute, and of a day.
    scale: (f64, f64),
    /// What was said last; nothing before it has begun.
    said: Option<(i32, i32)>,
}

thread_local! {
    static GRIP: RefCell<Option<Grip>> = const { RefCell::new(None) };
    static LISTENS: Cell<bool> = const { Cell::new(false) };
    /// A finger that holds something does not move the page.
    static STAYS: Closure<dyn Fn(Event)> = Closure::new(|event: Event| {
        if GRIP.with_borrow(Option::is_some) {
            event.prevent_default();
        }
    });
}

/// Whether there is room for it.
pub fn is_wide() -> bool {
    document().and_then(|document| document.document_element()).is_some_and(|root| root.client_width() >= WIDE)
}

/// Says the picture to screen readers or not, and lets a finger move what can be taken hold of.
pub fn dress(on: bool, name: &str) {
    let Some(document) = document() else { return };
    let Some(figure) = document.get_element_by_id("planner-figure") else { return };
    if on {
        let _ = figure.remove_attribute("aria-hidden");
        let _ = figure.set_attribute("role", "group");
        let _ = figure.set_attribute("aria-label", name);
    } else {
        let _ = figure.set_attribute("aria-hidden", "true");
        let _ = figure.remove_attribute("role");
        let _ = figure.remove_attribute("aria-label");
    }
    // At the figure itself: what listens to the whole page is not asked whether that may move.
    STAYS.with(|stays| drop(figure.add_event_listener_with_callback("touchmove", stays.as_ref().unchecked_ref())));
    for hand in all(&document, "[role=button][data-hand]") {
        // Inside of its block, because a column draws nothing outside of itself.
        let _ = hand.unchecked_into::<HtmlElement>().style().set_property("outline-offset", "-4px");
    }
}

/// Tells `act` from now on what is done to the picture, and `narrow` when there is no room for that any more.
pub fn listen(act: impl Fn(String) + 'static, narrow: impl Fn() + 'static) {
    if LISTENS.replace(true) {
        return;
    }
    let heard: Closure<dyn Fn(Event)> = Closure::new(move |event: Event| match event.type_().as_str() {
        "keydown" => key(&act, event.unchecked_ref()),
        "pointerdown" => take(event.unchecked_ref()),
        "pointermove" => go(&act, event.unchecked_ref()),
        "pointerup" => drop(GRIP.take()),
        "pointercancel" => let_go(&act),
        _ if !is_wide() => narrow(),
        _ => {}
    });
    if let Some(window) = web_sys::window() {
        for name in ["keydown", "pointerdown", "pointermove", "pointerup", "pointercancel", "resize"] {
            let _ = window.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        }
    }
    // For as long as the page is there.
    heard.forget();
}

fn hand_of(event: &Event) -> Option<(Element, Element)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let hand = target.closest("[data-hand]").ok()??;
    Some((target, hand))
}

fn take(event: &MouseEvent) {
    let Some((target, hand)) = hand_of(event).filter(|_| event.button() == 0) else { return };
    let (row, minutes) = (hand.get_attribute("data-hand"), hand.get_attribute("data-minutes"));
    let place = hand.closest("svg").ok().flatten().map(|column| column.get_bounding_client_rect());
    let (Some(row), Some(minutes), Some(place)) = (row, minutes.and_then(|text| text.parse::<u32>().ok()), place)
    else {
        return;
    };
    // No text is selected meanwhile.
    event.prevent_default();
    super::page::focus(&["hand-", &row].concat());
    GRIP.set(Some(Grip {
        row,
        edge: target.get_attribute("data-edge").unwrap_or_default(),
        from: (f64::from(event.client_x()), f64::from(event.client_y())),
        scale: (place.height() / f64::from(minutes), place.width()),
        said: None,
    }));
}

fn go(act: &dyn Fn(String), event: &MouseEvent) {
    let Some(mut grip) = GRIP.take() else { return };
    if event.buttons() == 0 {
        // Let go outside of the window.
        return;
    }
    let (right, down) = (f64::from(event.client_x()) - grip.from.0, f64::from(event.client_y()) - grip.from.1);
    if grip.said.is_none() {
        if down.abs() < BEGINS && right.abs() < BEGINS {
            GRIP.set(Some(grip));
            return;
        }
        act(["hand:grab:", &grip.row].concat());
    }
    #[expect(clippy::cast_possible_truncation, reason = "a screen has fewer pixels")]
    let gone = ((down / grip.scale.0) as i32, (right / grip.scale.1).round() as i32);
    let minutes = (gone.0 + 7).div_euclid(15) * 15;
    let days = if grip.edge.is_empty() { gone.1 } else { 0 };
    let changed = grip.said != Some((minutes, days));
    grip.said = Some((minutes, days));
    let said = ["hand:drag:", &grip.row, ":", &grip.edge, ":", &minutes.to_string(), ":", &days.to_string()].concat();
    GRIP.set(Some(grip));
    if changed {
        act(said);
    }
}

/// Puts back what is held.
fn let_go(act: &dyn Fn(String)) {
    if GRIP.take().is_some_and(|grip| grip.said.is_some()) {
        act(String::from("hand:back"));
    }
}

fn key(act: &dyn Fn(String), event: &KeyboardEvent) {
    let key = event.key();
    if key == "Escape" && GRIP.with_borrow(Option::is_some) {
        let_go(act);
        return;
    }
    let Some((_, hand)) = hand_of(event) else { return };
    let Some(row) = hand.get_attribute("data-hand") else { return };
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let edge = if event.shift_key() { "to" } else { "" };
    let said = |by: &str, days: &str| ["hand:key:", &row, ":", edge, ":", by, ":", days].concat();
    let said = match key.as_str() {
        "ArrowUp" => said("-15", "0"),
        "ArrowDown" => said("15", "0"),
        "ArrowLeft" => said("0", "-1"),
        "ArrowRight" => said("0", "1"),
        "Escape" => String::from("hand:back"),
        "Enter" | " " => ["edit:", &row].concat(),
        _ => return,
    };
    event.prevent_default();
    act(said);
}
