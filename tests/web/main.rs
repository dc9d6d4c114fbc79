//! The living parts in a real browser: mounted alone, typed into, looked at.
//!
//! Whole pages are for `tests/e2e`; here a part stands in an empty element of its own.

#![recursion_limit = "512"]

use foothold::app::App;
use foothold::browser::Typed;
use foothold::{contact, planner};
use foothold_core::household::{Kind, RowDraft};
use foothold_core::plan::Verdict;
use foothold_core::time::{Days, parse_date};
use foothold_words::Lang;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

const CLINIC: &str = include_str!("../../public/clinic.json");

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a page")
}

/// An empty element at the page's end, in place of the last one.
fn place() -> HtmlElement {
    if let Some(old) = document().get_element_by_id("place") {
        old.remove();
    }
    let place = document().create_element("div").expect("an element");
    place.set_id("place");
    document().body().expect("a body").append_child(&place).expect("room for it");
    place.unchecked_into()
}

/// A visit on November 24, 2026.
fn visit() -> App {
    let owner = Owner::new();
    owner.set();
    // As in the app, a visit lasts until the page is gone.
    std::mem::forget(owner);
    let today = parse_date("2026-11-24").expect("a date");
    App::new(Lang::En, Some(CLINIC), String::from("(312) 555-0134"), today)
}

/// A week with a nine-to-five in it, opened for editing.
fn nine_to_five(app: App) {
    let row = RowDraft {
        days: Days::WORKDAYS,
        from: String::from("9am"),
        to: String::from("5pm"),
        travel: String::from("25"),
        direct: String::from("15"),
        ..RowDraft::new(1, Kind::Work)
    };
    app.week.update(|week| week.rows.push(row));
    app.editing.set(Some(1));
}

/// Two turns of the browser: effects have run, and what they drew is there.
async fn settled() {
    for _ in 0..2 {
        let turn = js_sys::Promise::new(&mut |done, _| {
            let window = web_sys::window().expect("a window");
            window.set_timeout_with_callback(&done).expect("a timer");
        });
        JsFuture::from(turn).await.expect("time passes");
    }
}

fn by_id(id: &str) -> Element {
    document().get_element_by_id(id).unwrap_or_else(|| panic!("no #{id}"))
}

fn input(id: &str) -> HtmlInputElement {
    by_id(id).unchecked_into()
}

/// Types into a field as a person would, as far as the page can tell.
fn type_into(id: &str, text: &str) {
    input(id).set_value(text);
    let event = Event::new("input").expect("an event");
    event.init_event_with_bubbles("input", true);
    input(id).dispatch_event(&event).expect("somebody listens");
}

/// The offers' ids in the order of their cards.
fn offers() -> Vec<String> {
    let cards = document().query_selector_all("#place [id^='offer-']").expect("a selector");
    (0..cards.length()).filter_map(|at| cards.get(at)?.dyn_into::<Element>().ok()).map(|card| card.id()).collect()
}

#[wasm_bindgen_test]
async fn the_planner_shows_every_offer_of_the_clinic_best_first() {
    let app = visit();
    nine_to_five(app);
    let _held = mount_to(place(), move || view! { <planner::Planner app /> });
    settled().await;
    let expected = ["offer-online-evening", "offer-evening", "offer-morning", "offer-afternoon", "offer-saturday"];
    assert_eq!(offers(), expected);
}

#[wasm_bindgen_test]
async fn typing_another_end_of_work_changes_the_answer_and_leaves_the_field_alone() {
    let app = visit();
    nine_to_five(app);
    let _held = mount_to(place(), move || view! { <planner::Planner app /> });
    settled().await;
    // Until 2pm, 15 minutes there and 10 early: five to spare before 2:30.
    type_into("row-1-to", "2pm");
    settled().await;
    let tight = app.words.verdict(&Verdict::Tight);
    let card = by_id("offer-afternoon").text_content().unwrap_or_default();
    assert!(card.contains(&*tight), "{card}");
    assert_eq!(input("row-1-to").value(), "2pm");
}

#[wasm_bindgen_test]
async fn a_half_typed_time_says_what_it_needs_and_keeps_the_offers() {
    let app = visit();
    nine_to_five(app);
    let _held = mount_to(place(), move || view! { <planner::Planner app /> });
    settled().await;
    type_into("row-1-to", "2x");
    settled().await;
    assert_eq!(offers().len(), 5);
    assert_eq!(app.solved.with_untracked(|solved| solved.errors.len()), 1);
    assert_eq!(input("row-1-to").value(), "2x");
}

#[wasm_bindgen_test]
async fn what_was_typed_before_the_app_ran_is_taken_over() {
    let typed = |id: &str, value: &str, checked| Typed { id: id.into(), value: value.into(), checked };
    let app = visit();
    planner::take_over(app, &[typed("clinic-travel", "35", false), typed("start", "2027-01-04", false)]);
    contact::take_over(app, &[typed("ask-name", "Sam", false), typed("ask-reach-text", "text", true)]);
    let _held = mount_to(place(), move || view! { <planner::Planner app /> });
    settled().await;
    assert_eq!((input("clinic-travel").value(), input("start").value()), ("35".into(), "2027-01-04".into()));
    let _asked = mount_to(place(), move || view! { <contact::Ask app /> });
    settled().await;
    assert_eq!(input("ask-name").value(), "Sam");
    assert!(input("ask-reach-text").checked());
}
