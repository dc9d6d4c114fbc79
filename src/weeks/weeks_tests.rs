use super::*;
use crate::app::{Act, act};
use crate::browser::Typed;
use crate::planner::picture;
use foothold_core::time::parse_date;

const CLINIC: &str = include_str!("../../public/clinic.json");

/// A visit with a crew on 2-2-3, from Monday on, beside the evenings; without the days on which the clinic is closed.
fn crew(words: Words) -> State {
    let today = parse_date("2026-11-24").expect("a date");
    let mut site = foothold_core::config::load_in(CLINIC, words.lang.tag()).site;
    site.as_mut().expect("a clinic").program.closures.clear();
    let mut state = State::new(words, site, CLINIC.to_owned(), String::new(), today);
    presses(&mut state, "quick:two-two-three");
    presses(&mut state, "see:evening");
    state
}

fn presses(state: &mut State, what: &str) -> After {
    act(state, &Act::Press(what.to_owned()), String::new)
}

/// Where the focus goes after a press.
fn focus(state: &mut State, what: &str) -> String {
    let After::Focus(id) = presses(state, what) else { panic!("no focus after {what}") };
    id
}

fn types(state: &mut State, id: &str, value: &str) {
    act(state, &Act::Type(Typed { id: id.into(), value: value.into(), checked: false }), String::new);
}

/// What stands in a part, the first one's or, where that leaves it to the later part, the later one's.
fn drawn(state: &State, id: &str) -> String {
    let all: Vec<Part> = picture(state).into_iter().chain(parts(state)).collect();
    assert_eq!(all.iter().filter(|part| part.id == id).count(), 1, "{id} is drawn by one of both");
    crate::components::inner(&all, id)
}

/// What the buttons of the weeks say, the pressed one in brackets.
fn buttons(state: &State) -> Vec<String> {
    let html = drawn(state, "planner-weeks");
    let one = |piece: &str| {
        let text = piece.split(['>', '<']).nth(1).unwrap_or_default();
        if piece.contains("aria-pressed=\"true\"") { format!("[{text}]") } else { text.to_owned() }
    };
    html.split("class=\"choice-button\"").skip(1).map(one).collect()
}

#[test]
fn nothing_is_offered_where_all_weeks_are_alike_or_nothing_was_typed() {
    let mut state = crew(Words::EN);
    assert!(drawn(&state, "planner-weeks").contains("See the weeks that differ"));
    presses(&mut state, "remove:1");
    assert_eq!(drawn(&state, "planner-weeks"), "", "nothing typed");
    presses(&mut state, "quick:nine-five");
    assert_eq!(drawn(&state, "planner-weeks"), "", "alike");
}

#[test]
fn each_kind_of_week_has_a_button_with_its_numbers_and_the_shown_one_its_dates() {
    let mut state = crew(Words::EN);
    assert_eq!(focus(&mut state, "weeks"), "weeks-open");
    assert_eq!(buttons(&state), ["[Weeks 1, 3, 5, …]", "Weeks 2, 4, 6, …"]);
    let first = drawn(&state, "planner-lines");
    assert!(first.contains("Monday: Work 7am to 7pm"), "{first}");
    assert_eq!(focus(&mut state, "week:1"), "week-1");
    assert_eq!(buttons(&state), ["Weeks 1, 3, 5, …", "[Weeks 2, 4, 6, …]"]);
    let second = drawn(&state, "planner-lines");
    assert!(second.contains("Wednesday: Work 7am to 7pm") && !second.contains("Monday: Work"), "{second}");
    let weeks = drawn(&state, "planner-weeks");
    assert!(weeks.contains("Weeks 2, 4, 6, 8, 10 and 12 begin on December 7, December 21,"), "{weeks}");
    presses(&mut state, "weeks");
    assert_eq!(drawn(&state, "planner-lines"), first, "closed again, it is the first one");
}

#[test]
fn the_choice_stays_with_its_week_where_the_answer_changes() {
    let mut state = crew(Words::ES);
    presses(&mut state, "weeks");
    presses(&mut state, "week:1");
    types(&mut state, "row-1-pattern", "4-4");
    // Eight weeks until a cycle of eight days is at its beginning again.
    assert_eq!(buttons(&state).len(), 8);
    assert_eq!(buttons(&state)[1], "[Semanas 2, 10]");
    presses(&mut state, "remove:1");
    presses(&mut state, "quick:nine-five");
    let weeks = drawn(&state, "planner-weeks");
    assert!(weeks.contains("Todas las semanas son iguales.") && buttons(&state).is_empty(), "{weeks}");
    presses(&mut state, "remove:2");
    presses(&mut state, "quick:two-two-three");
    assert_eq!(buttons(&state), ["Semanas 1, 3, 5, …", "[Semanas 2, 4, 6, …]"], "and is there again");
}

#[test]
fn through_many_kinds_one_steps_week_by_week() {
    let mut state = crew(Words::EN);
    state.site.as_mut().expect("a clinic").program.weeks = (12, 20);
    types(&mut state, "row-1-pattern", "6-5");
    presses(&mut state, "weeks");
    assert_eq!(buttons(&state), ["Week before", "Week after"]);
    presses(&mut state, "week-back");
    assert!(drawn(&state, "planner-weeks").contains("Week 1: November 30 to December 6."));
    for _ in 0..30 {
        assert_eq!(focus(&mut state, "week-next"), "week-next");
    }
    assert!(drawn(&state, "planner-weeks").contains("Week 20: "), "the last one");
    state.site.as_mut().expect("a clinic").program.weeks = (8, 12);
    types(&mut state, "row-1-from", "7:30am");
    assert!(drawn(&state, "planner-weeks").contains("Week 1: "), "the program became shorter");
}

#[test]
fn the_table_says_every_day_what_is_when_and_when_there_is_nothing() {
    let mut state = crew(Words::EN);
    assert!(!drawn(&state, "table").contains("<table"));
    assert_eq!(focus(&mut state, "table"), "table-open");
    let table = drawn(&state, "table");
    assert_eq!(table.matches("<tbody>").count(), 7);
    assert!(table.contains("<caption class=\"hidden\">Your week with Evening</caption>"), "{table}");
    let row = |time: &str, what: &str| table.contains(&format!("<tr><td>{time}</td><td>{what}</td></tr>"));
    assert!(row("6am to 7am", "free") && row("7am to 7pm", "Work") && row("all day", "free"), "{table}");
    assert!(row("6pm to 9pm", "Process group") && row("9pm to 9:20pm", "On the way"), "{table}");
    presses(&mut state, "weeks");
    presses(&mut state, "week:1");
    assert_ne!(drawn(&state, "table"), table, "it is the week that is looked at");
}
