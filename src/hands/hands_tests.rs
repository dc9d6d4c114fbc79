use super::*;
use crate::app::{Act, act};
use crate::browser::Typed as Control;
use crate::planner::picture;
use foothold_core::time::parse_date;

const CLINIC: &str = include_str!("../../public/clinic.json");

/// A visit in which somebody works 9 to 5, and the picture can be moved.
fn visit(words: Words) -> State {
    let today = parse_date("2026-11-24").expect("a date");
    let site = foothold_core::config::load_in(CLINIC, words.lang.tag()).site;
    let mut state = State::new(words, site, CLINIC.to_owned(), String::new(), today);
    presses(&mut state, "quick:nine-five");
    presses(&mut state, "done:1");
    turn(&mut state, true);
    state
}

fn presses(state: &mut State, what: &str) -> After {
    act(state, &Act::Press(what.to_owned()), String::new)
}

fn types(state: &mut State, id: &str, value: &str) {
    act(state, &Act::Type(Control { id: id.into(), value: value.into(), checked: false }), String::new);
}

/// What is typed in a row: from, to, days.
fn row(state: &State, id: u32) -> (String, String, Days) {
    let row = row_of(state, id).expect("a row");
    (row.text(Text::From).to_owned(), row.text(Text::To).to_owned(), row.days)
}

fn times(state: &State, id: u32) -> [String; 2] {
    let (from, to, _) = row(state, id);
    [from, to]
}

fn part(state: &State, id: &str) -> String {
    let all: Vec<Part> = picture(state).into_iter().chain(parts(state)).collect();
    assert_eq!(all.iter().filter(|part| part.id == id).count(), 1, "{id} is drawn by one of both");
    crate::components::inner(&all, id)
}

#[test]
fn what_is_dragged_is_typed_and_answered() {
    let mut state = visit(Words::EN);
    presses(&mut state, "see:afternoon");
    let before = state.solved.answer.clone();
    presses(&mut state, "hand:grab:1");
    presses(&mut state, "hand:drag:1::-98:0");
    assert_eq!(times(&state, 1), ["7:15am", "3:15pm"], "by steps of 15 minutes");
    presses(&mut state, "hand:drag:1::-90:3");
    assert_eq!(
        row(&state, 1),
        ("7:30am".into(), "3:30pm".into(), Days::WORKDAYS),
        "from where it was, on all its days"
    );
    let mut typed = visit(Words::EN);
    for (field, value) in [("from", "7:30am"), ("to", "3:30pm")] {
        types(&mut typed, &format!("row-1-{field}"), value);
    }
    assert_eq!(state.week, typed.week, "as if it had been typed");
    assert_eq!(state.solved.answer, typed.solved.answer);
    assert_ne!(state.solved.answer, before);
    let html = part(&state, "hands");
    assert!(html.contains("<span role=\"status\">Work: Monday to Friday, 7:30am to 3:30pm</span>"), "{html}");
    // A press on the picture, which is what a browser makes of letting go, changes nothing.
    turn(&mut state, true);
    assert_eq!(part(&state, "hands"), html);
}

#[test]
fn an_end_is_pulled_and_the_other_one_stays() {
    let mut state = visit(Words::EN);
    presses(&mut state, "hand:grab:1");
    for (edge, by, expected) in [
        ("from", 30, ["9:30am", "5pm"]),
        ("from", 900, ["4:45pm", "5pm"]),
        ("to", -20, ["9am", "4:45pm"]),
        ("to", 900, ["9am", "midnight"]),
        ("from", -900, ["midnight", "5pm"]),
        ("", 900, ["4pm", "midnight"]),
        ("", -900, ["midnight", "8am"]),
        ("", 0, ["9am", "5pm"]),
    ] {
        presses(&mut state, &format!("hand:drag:1:{edge}:{by}:0"));
        assert_eq!(times(&state, 1), expected, "{edge} {by}");
    }
}

#[test]
fn a_night_stays_a_night_and_any_time_that_is_written_is_read_as_meant() {
    for words in [Words::EN, Words::ES] {
        let mut state = visit(words);
        presses(&mut state, "quick:nights");
        for by in (-1440..1440).step_by(15) {
            for edge in ["", "from", "to"] {
                for id in [1, 2] {
                    let whole = row_span(&state.week, row_of(&state, id).expect("a row")).expect("a time");
                    presses(&mut state, &format!("hand:grab:{id}"));
                    presses(&mut state, &format!("hand:drag:{id}:{edge}:{by}:0"));
                    let span = row_span(&state.week, row_of(&state, id).expect("a row")).expect("a time");
                    assert_eq!(span, pulled(whole, edge, by), "{edge} {by} {:?}", times(&state, id));
                    assert!(span.minutes() >= 15 && (0..1440).contains(&span.from), "{span:?}");
                    presses(&mut state, "hand:back");
                    assert_eq!(row_span(&state.week, row_of(&state, id).expect("a row")), Ok(whole));
                }
            }
        }
    }
}

#[test]
fn what_comes_on_one_day_can_go_to_another() {
    let mut state = visit(Words::EN);
    act(&mut state, &Act::Press("add".into()), String::new);
    act(&mut state, &Act::Choose(Control { id: "row-2-Sat".into(), value: String::new(), checked: true }), String::new);
    types(&mut state, "row-2-from", "10-11");
    presses(&mut state, "hand:grab:2");
    for (by, day) in [(-2, Weekday::Thu), (5, Weekday::Sun), (-9, Weekday::Mon)] {
        presses(&mut state, &format!("hand:drag:2::0:{by}"));
        assert_eq!(row(&state, 2), ("10-11".into(), String::new(), Days::of(&[day])), "no time is written anew");
    }
}

#[test]
fn keys_go_on_from_where_it_is_and_all_of_it_is_put_back_at_once() {
    let mut state = visit(Words::EN);
    for what in ["hand:key:1::-15:0", "hand:key:1::-15:0", "hand:key:1:to:15:0"] {
        presses(&mut state, what);
    }
    assert_eq!(times(&state, 1), ["8:30am", "4:45pm"]);
    assert!(part(&state, "hands").contains("id=\"hands-back\""));
    assert!(matches!(presses(&mut state, "hand:back"), After::Focus(id) if id == "hand-1"));
    assert_eq!(times(&state, 1), ["9am", "5pm"]);
    assert!(!part(&state, "hands").contains("hands-back"), "nothing is left to put back");
    // What somebody typed afterwards is never taken back.
    presses(&mut state, "hand:key:1::-15:0");
    types(&mut state, "row-1-to", "6pm");
    assert!(!part(&state, "hands").contains("hands-back"));
    presses(&mut state, "hand:back");
    assert_eq!(times(&state, 1), ["8:45am", "6pm"]);
}

#[test]
fn the_offer_that_is_looked_at_stays_while_something_moves() {
    let mut state = visit(Words::EN);
    let shown = |state: &State| {
        planner::key_of(state.site.as_ref().expect("a clinic"), planner::shown(state).expect("an offer"))
    };
    let first = shown(&state);
    presses(&mut state, "hand:grab:1");
    for by in (-540..=420).step_by(15) {
        presses(&mut state, &format!("hand:drag:1::{by}:0"));
        assert_eq!(shown(&state), first, "{by}");
    }
    presses(&mut state, "hand:back");
    assert_eq!(state.chosen, None);
}

#[test]
fn there_is_one_stop_for_each_row_and_nothing_drawn_is_read_out() {
    let mut state = visit(Words::EN);
    presses(&mut state, "quick:nights");
    presses(&mut state, "quick:two-two-three");
    let html = part(&state, "planner-figure");
    assert_eq!(html.matches("tabindex=\"0\"").count(), 2, "a roster cannot be moved here");
    assert!(html.contains("aria-label=\"Work: Monday to Friday, 9am to 5pm\""), "{html}");
    // Five days of work; three nights, each on two days.
    assert_eq!(html.matches("data-hand=\"1\"").count(), 5);
    assert_eq!(html.matches("data-hand=\"2\"").count(), 6);
    assert_eq!((html.matches("data-edge=\"from\"").count(), html.matches("data-edge=\"to\"").count()), (8, 8));
    for piece in ["<g class=\"week-block", "<span class=\"week-name", "<div class=\"week-axis"] {
        assert!(!html.contains(piece), "{piece}");
    }
    turn(&mut state, false);
    let html = part(&state, "planner-figure");
    assert!(!html.contains("data-hand") && html.contains("<g class=\"week-block"));
}

#[test]
fn nonsense_moves_nothing() {
    let mut state = visit(Words::EN);
    let before = state.week.clone();
    for what in [
        "hand",
        "hand:",
        "hand:drag:1::30:0",
        "hand:grab:9",
        "hand:drag:9:to:1:1",
        "hand:grab:x",
        "hand:key:7::15:0",
        "hand:back",
    ] {
        presses(&mut state, what);
    }
    presses(&mut state, "hand:grab:1");
    presses(&mut state, "hand:drag:1:side:x:y");
    assert_eq!(state.week, before);
}
