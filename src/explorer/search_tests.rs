//! What the search draws from what was typed.

use super::*;
use foothold_core::explore::search::{Place, Sayings, write};
use foothold_core::time::NaiveDate;
use foothold_words::Words;

fn state(typed: &str, known: bool) -> State {
    let mut state = State::new(Words::EN, None, String::new(), String::new(), NaiveDate::default());
    if known {
        let sayings = Sayings { idle: "", first: &["overdose"], same: &[] };
        let place = Place { title: "A & B".into(), page: "Page".into(), address: "x/#y".into(), text: "Talk.".into() };
        state.search.arrive(&write(&[place], &sayings));
    }
    type_in(&mut state, &Typed { id: FIELD.into(), value: typed.into(), checked: false });
    state
}

fn drawn(typed: &str, known: bool) -> (String, String, Vec<&'static str>) {
    let ([says, list], shown) = parts(&state(typed, known), "../");
    let in_view = shown.into_iter().filter(|(_, on)| *on).map(|(id, _)| id).collect();
    (says.html.concat(), list.html.concat(), in_view)
}

#[test]
fn before_anything_is_typed_everything_is_listed_and_nothing_is_said() {
    for typed in ["", "  "] {
        assert_eq!(drawn(typed, true), (String::new(), String::new(), vec![ALL]));
    }
}

#[test]
fn what_is_found_is_counted_and_leads_there_as_text_not_as_markup() {
    let (says, list, shown) = drawn("talk", true);
    assert_eq!((says.as_str(), shown), ("1 place found.", vec![]));
    assert!(list.contains("href=\"../x/#y\" data-route><strong>A &amp; B</strong><span>Page: Talk.</span>"), "{list}");
}

#[test]
fn where_nothing_is_found_there_are_people_to_ask() {
    assert_eq!(drawn("zebra", true), ("Nothing found.".into(), String::new(), vec![NONE]));
}

#[test]
fn what_cannot_wait_is_said_whether_or_not_something_is_found() {
    assert_eq!(drawn("overdose", true).2, [NONE, FIRST]);
}

#[test]
fn as_long_as_there_is_no_index_the_list_stays() {
    let (says, list, shown) = drawn("talk", false);
    assert_eq!((says.as_str(), list.as_str(), shown), (Words::EN.say(Key::SearchNotYet), "", vec![ALL]));
    let mut state = state("talk", false);
    state.search.arrive("<!doctype html>");
    assert!(state.search.index.is_none());
}

#[test]
fn what_was_typed_stands_in_the_field_again_after_a_look_at_another_page() {
    let ([says, _], _) = parts(&state("Talk", true), "../");
    assert_eq!(says.controls, [(FIELD.to_owned(), "Talk".to_owned())]);
}
