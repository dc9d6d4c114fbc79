use super::*;
use crate::app::{Act, act};
use crate::browser::Typed;
use foothold_core::config::load_in;
use foothold_core::draft::Text;
use foothold_core::time::parse_date;
use foothold_words::Words;

const CLINIC: &str = include_str!("../../public/clinic.json");

fn visit(words: Words) -> State {
    let today = parse_date("2026-11-24").expect("a date");
    State::new(words, load_in(CLINIC, words.lang.tag()).site, CLINIC.to_owned(), String::new(), today)
}

fn press_on(state: &mut State, verb: &str) -> String {
    match act(state, &Act::Press(verb.to_owned()), String::new) {
        After::Focus(id) => id,
        after => panic!("{verb} leads to {after:?}"),
    }
}

fn type_in(state: &mut State, id: &str, value: &str) {
    act(state, &Act::Type(Typed { id: id.into(), value: value.into(), checked: false }), String::new);
}

/// A visit with a row whose name and start were typed.
fn typed(what: &str) -> State {
    let mut state = visit(Words::EN);
    press_on(&mut state, "quick:nine-five");
    type_in(&mut state, "row-1-what", what);
    state
}

fn html(state: &State, failed: bool) -> String {
    part(state, failed).html.concat()
}

fn says(state: &State, key: Key) -> bool {
    html(state, false).contains(state.words.say(key))
}

#[test]
fn nothing_is_kept_before_somebody_presses_for_it_and_one_press_deletes_it() {
    let mut state = typed("Bakery");
    assert_eq!(state.keep.kept, Kept::Off);
    assert!(says(&state, Key::KeepOffer) && says(&state, Key::KeepDo));
    assert_eq!(press_on(&mut state, "keep"), "keep-do");
    assert_eq!(state.keep.kept, Kept::On);
    assert!(says(&state, Key::KeepOn) && says(&state, Key::KeepDelete) && !says(&state, Key::KeepOffer));
    let first = text(&state).expect("small");
    type_in(&mut state, "row-1-what", "Night bakery");
    assert_ne!(text(&state).expect("small"), first, "what is typed next is kept, too");
    assert_eq!(press_on(&mut state, "forget"), "keep-do");
    assert_eq!(state.keep.kept, Kept::Gone);
    assert!(says(&state, Key::KeepGone) && says(&state, Key::KeepDo));
    assert_eq!(state.week.rows.len(), 1, "what is on the page stays");
}

#[test]
fn a_browser_that_keeps_nothing_is_said_calmly_and_once_more_can_be_tried() {
    let mut state = typed("");
    press_on(&mut state, "keep");
    let html = html(&state, true);
    assert!(html.contains(Words::EN.say(Key::KeepFailed)) && html.contains("data-do=\"keep\""));
    assert!(!html.contains(Words::EN.say(Key::KeepOn)));
}

#[test]
fn a_kept_week_is_back_at_the_next_visit_with_its_names_and_says_so() {
    let mut before = typed("Bakery");
    press_on(&mut before, "see:evening");
    let kept = text(&before).expect("small");
    let mut state = visit(Words::EN);
    restore(&mut state, &kept);
    assert_eq!(state.week.rows.first().map(|row| row.text(Text::What)), Some("Bakery"));
    assert_eq!((state.chosen.as_deref(), state.keep.kept), (Some("evening"), Kept::On));
    assert!(says(&state, Key::KeepRestored) && says(&state, Key::KeepDelete));
    assert_eq!(state.solved.household.commitments.len(), 1, "and it is answered");
}

#[test]
fn what_is_kept_and_cannot_be_read_is_left_alone_until_somebody_deletes_it() {
    let mut state = typed("Mine");
    restore(&mut state, "w1.something");
    assert_eq!(state.keep.kept, Kept::Off);
    assert!(says(&state, Key::KeepUnreadable) && says(&state, Key::KeepDelete));
    press_on(&mut state, "forget");
    assert_eq!(state.keep.kept, Kept::Gone);
}

#[test]
fn a_link_is_opened_at_once_where_nothing_was_typed_and_else_only_when_asked_with_a_way_back() {
    let link = text(&typed("Link")).expect("small");
    let mut state = visit(Words::EN);
    open(&mut state, &link);
    assert_eq!(state.week.rows.len(), 1);
    assert!(says(&state, Key::LinkOpened) && !says(&state, Key::LinkUndo));

    let mine = |state: &State| state.week.rows.first().map(|row| row.text(Text::What).to_owned());
    let mut state = typed("Mine");
    press_on(&mut state, "see:morning");
    open(&mut state, &link);
    assert_eq!(mine(&state).as_deref(), Some("Mine"), "nothing typed is lost");
    assert!(says(&state, Key::LinkAsk) && says(&state, Key::LinkMine));
    assert_eq!(press_on(&mut state, "link-mine"), "keep-do");
    assert_eq!(mine(&state).as_deref(), Some("Mine"));
    assert!(!says(&state, Key::LinkAsk));

    open(&mut state, &link);
    assert_eq!(press_on(&mut state, "link-open"), "link-undo");
    assert_eq!((mine(&state).as_deref(), state.chosen.as_deref()), (Some("Link"), None));
    assert!(says(&state, Key::LinkOpened) && says(&state, Key::LinkUndo));
    press_on(&mut state, "link-undo");
    assert_eq!((mine(&state).as_deref(), state.chosen.as_deref()), (Some("Mine"), Some("morning")));
    assert!(!says(&state, Key::LinkUndo));

    let same = text(&state).expect("small");
    open(&mut state, &same);
    assert_eq!(state.keep.waiting, None, "the same week asks nothing");
}

#[test]
fn a_kept_week_that_comes_late_asks_and_is_not_written_over_meanwhile() {
    let kept = text(&typed("Kept")).expect("small");
    let mut state = typed("Mine");
    restore(&mut state, &kept);
    assert_eq!(state.keep.kept, Kept::Off);
    assert!(says(&state, Key::KeepAsk));
    press_on(&mut state, "link-open");
    assert_eq!(state.keep.kept, Kept::On);
    assert_eq!(state.week.rows.first().map(|row| row.text(Text::What)), Some("Kept"));
    assert!(says(&state, Key::KeepRestored) && says(&state, Key::LinkUndo));
}

#[test]
fn a_link_that_cannot_be_read_says_so_in_both_languages_and_changes_nothing() {
    for words in [Words::EN, Words::ES] {
        for (text, key) in [
            ("w1.AAAA", Key::LinkDamaged),
            ("w4.AAAA", Key::LinkNewer),
            ("utm=1", Key::LinkForeign),
            ("", Key::LinkForeign),
        ] {
            let mut state = visit(words);
            let week = state.week.clone();
            open(&mut state, text);
            assert!(says(&state, key), "{text}");
            assert_eq!(state.week, week);
        }
    }
}
