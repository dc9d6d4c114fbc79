//! The living parts in a real browser: mounted alone, typed into, looked at.
//!
//! Whole pages are for `tests/e2e`; here a part stands in an empty element of its own.

#![recursion_limit = "512"]

use foothold::app::{Act, State, act, take_over};
use foothold::browser::{Typed, page};
use foothold::{contact, later, planner};
use foothold_core::config::{load, load_in};
use foothold_core::plan::Verdict;
use foothold_core::time::parse_date;
use foothold_words::{LaterTexts, Words};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

const CLINIC: &str = include_str!("../../public/clinic.json");

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a page")
}

/// A visit on November 24, 2026, in a page with a place for the planner and one for the form.
fn visit() -> ArcRwSignal<State> {
    if let Some(old) = document().get_element_by_id("places") {
        old.remove();
    }
    let places = document().create_element("div").expect("an element");
    places.set_id("places");
    places.set_inner_html("<div data-place=planner></div><div data-place=ask></div>");
    document().body().expect("a body").append_child(&places).expect("room for it");
    let today = parse_date("2026-11-24").expect("a date");
    let mut state = State::new(Words::EN, load(CLINIC).site, CLINIC.to_owned(), String::from("(312) 555-0134"), today);
    page::fill("planner", &planner::shell(&state, &[]));
    let [_, later_texts] = Words::EN.files();
    later::arrive(&mut state, LaterTexts::read(later_texts).expect("the catalogue's own"));
    page::fill("ask", &contact::shell(&state, &[]));
    let state = ArcRwSignal::new(state);
    let drawn = state.clone();
    std::mem::forget(ImmediateEffect::new(move || {
        drawn.with(|state| planner::parts(state).into_iter().chain(contact::parts(state)).for_each(page::show));
    }));
    state
}

fn does(state: &ArcRwSignal<State>, what: &Act) {
    state.update(|state| {
        act(state, what, String::new);
        state.explain();
    });
}

/// Types into a field as a person would, as far as the page can tell.
fn types(state: &ArcRwSignal<State>, id: &str, value: &str) {
    input(id).set_value(value);
    does(state, &Act::Type(typed(id, value, false)));
}

fn typed(id: &str, value: &str, checked: bool) -> Typed {
    Typed { id: id.into(), value: value.into(), checked }
}

/// A nine-to-five, 25 minutes from home and 15 from the clinic, opened for editing.
fn nine_to_five() -> ArcRwSignal<State> {
    let state = visit();
    does(&state, &Act::Press("quick:nine-five".into()));
    types(&state, "row-1-travel", "25");
    types(&state, "row-1-direct", "15");
    state
}

fn by_id(id: &str) -> Element {
    document().get_element_by_id(id).unwrap_or_else(|| panic!("no #{id}"))
}

fn input(id: &str) -> HtmlInputElement {
    by_id(id).unchecked_into()
}

/// The offers' ids in the order of their cards.
fn offers() -> Vec<String> {
    let cards = document().query_selector_all("#places [id^='offer-']").expect("a selector");
    (0..cards.length()).filter_map(|at| cards.get(at)?.dyn_into::<Element>().ok()).map(|card| card.id()).collect()
}

#[wasm_bindgen_test]
fn the_planner_shows_every_offer_of_the_clinic_best_first() {
    nine_to_five();
    let expected = ["offer-online-evening", "offer-evening", "offer-morning", "offer-afternoon", "offer-saturday"];
    assert_eq!(offers(), expected);
}

#[wasm_bindgen_test]
fn typing_another_end_of_work_changes_the_answer_and_leaves_the_field_alone() {
    let state = nine_to_five();
    input("row-1-to").focus().expect("focus");
    // Until 2pm, 15 minutes there and 10 early: five to spare before 2:30.
    types(&state, "row-1-to", "2pm");
    let tight = state.read_untracked().words.verdict(&Verdict::Tight);
    let card = by_id("offer-afternoon").text_content().unwrap_or_default();
    assert!(card.contains(&*tight), "{card}");
    assert_eq!(input("row-1-to").value(), "2pm");
    assert_eq!(page::focused(), "row-1-to");
}

#[wasm_bindgen_test]
fn a_keystroke_touches_only_the_pieces_that_change() {
    let state = nine_to_five();
    let (saturday, name) = (by_id("offer-saturday"), by_id("row-1-what"));
    types(&state, "row-1-to", "2pm");
    assert!(saturday.is_connected() && name.is_connected());
}

#[wasm_bindgen_test]
fn opened_details_and_the_focus_stay_when_their_card_changes() {
    let state = nine_to_five();
    by_id("why-afternoon").set_attribute("open", "").expect("an attribute");
    by_id("see-afternoon").unchecked_ref::<web_sys::HtmlElement>().focus().expect("focus");
    types(&state, "row-1-to", "5:30pm");
    assert!(by_id("why-afternoon").has_attribute("open"));
    assert_eq!(page::focused(), "see-afternoon");
}

#[wasm_bindgen_test]
fn a_half_typed_time_says_what_it_needs_and_keeps_the_offers() {
    let state = nine_to_five();
    types(&state, "row-1-to", "2x");
    assert_eq!(offers().len(), 5);
    assert_eq!(state.read_untracked().solved.errors.len(), 1);
    assert_eq!(input("row-1-to").value(), "2x");
}

#[wasm_bindgen_test]
fn what_was_typed_before_the_app_ran_is_taken_over() {
    let state = visit();
    let before = [
        typed("clinic-travel", "35", false),
        typed("start", "2027-01-04", false),
        typed("ask-name", "Sam", false),
        typed("ask-reach-text", "text", true),
    ];
    state.update(|state| {
        take_over(state, &before);
        state.explain();
    });
    assert_eq!((input("clinic-travel").value(), input("start").value()), ("35".into(), "2027-01-04".into()));
    assert_eq!(input("ask-name").value(), "Sam");
    assert!(input("ask-reach-text").checked());
}

#[wasm_bindgen_test]
fn the_app_shows_the_clinics_own_texts_in_the_pages_language() {
    let today = parse_date("2026-11-24").expect("a date");
    for (words, name) in [(Words::EN, "Evening"), (Words::ES, "Noche")] {
        let state = State::new(words, load_in(CLINIC, words.lang.tag()).site, CLINIC.to_owned(), String::new(), today);
        let site = state.site.expect("a clinic");
        assert!(site.tracks.iter().any(|track| track.name == name), "{name}");
    }
}
