use super::*;
use crate::app::{Act, act};
use crate::components::inner;
use foothold_core::config::load_in;
use foothold_core::people::Means;
use foothold_core::plan::Verdict;
use foothold_core::time::parse_date;

const CLINIC: &str = include_str!("../../public/clinic.json");

fn state(words: Words) -> State {
    let today = parse_date("2026-11-24").expect("a date");
    let site = load_in(CLINIC, words.lang.tag()).site;
    State::new(words, site, CLINIC.to_owned(), String::new(), today)
}

fn does(state: &mut State, what: &str) -> String {
    match act(state, &Act::Press(what.to_owned()), String::new) {
        After::Focus(id) => id,
        _ => String::new(),
    }
}

fn typed(state: &mut State, id: &str, value: &str) {
    act(state, &Act::Type(Typed { id: id.into(), value: value.into(), checked: false }), String::new);
}

fn chosen(state: &mut State, id: &str, value: &str, checked: bool) {
    act(state, &Act::Choose(Typed { id: id.into(), value: value.into(), checked }), String::new);
}

fn drawn(state: &State, id: &str) -> String {
    inner(&parts(state), id)
}

fn rank(state: &State, track: &str) -> u8 {
    planner::offer_of(state, track).map_or(9, |offer| offer.verdict.rank())
}

/// An ordinary job, whose editor is open with more about it.
fn job(words: Words) -> State {
    let mut state = state(words);
    does(&mut state, "quick:nine-five");
    assert_eq!(does(&mut state, "more"), "more-open");
    state
}

#[test]
fn more_is_shown_of_the_entry_that_is_open_and_only_there() {
    let mut state = job(Words::EN);
    assert!(drawn(&state, "more").contains("id=\"row-1-last\""));
    assert!(drawn(&state, "more").contains("aria-expanded=\"true\""));
    does(&mut state, "done:1");
    does(&mut state, "add");
    assert!(!drawn(&state, "more").contains("-last\""), "another entry begins folded");
    does(&mut state, "done:2");
    does(&mut state, "edit:1");
    assert!(drawn(&state, "more").contains("-last\""), "whoever comes back finds it as it was");
    does(&mut state, "more");
    assert!(!drawn(&state, "more").contains("-last\""));
}

#[test]
fn breaks_can_be_added_up_to_a_limit_removed_and_put_back_with_the_focus_where_one_goes_on() {
    let mut state = job(Words::EN);
    assert_eq!(does(&mut state, "break-add"), "row-1-break-0");
    typed(&mut state, "row-1-break-0", "2026-12-21");
    typed(&mut state, "row-1-break-1", "2027-01-01");
    assert_eq!(does(&mut state, "break-add"), "row-1-break-2");
    typed(&mut state, "row-1-break-2", "2027-02-15");
    let except = |state: &State| state.solved.household.commitments[0].when.except.len();
    assert_eq!(except(&state), 13);
    // What was typed is taken out, said and put back; the focus follows.
    assert_eq!(does(&mut state, "break-gone:0"), "break-undo");
    assert_eq!((except(&state), state.week.rows[0].breaks.len()), (1, 2));
    assert!(drawn(&state, "more").contains("Break 1 was removed."));
    assert_eq!(does(&mut state, "break-undo"), "row-1-break-0");
    assert_eq!(except(&state), 13);
    assert!(!drawn(&state, "more").contains("was removed"));
    // A blank one is not missed.
    does(&mut state, "break-add");
    assert_eq!(does(&mut state, "break-gone:2"), "break-add");
    assert!(!drawn(&state, "more").contains("was removed"));
    for _ in 0..20 {
        does(&mut state, "break-add");
    }
    assert_eq!(state.week.rows[0].breaks.len(), 24);
    assert!(drawn(&state, "more").contains("More than 12 breaks") && !drawn(&state, "more").contains("break-add"));
    does(&mut state, "done:1");
    let rows = inner(&planner::parts(&state), "planner-rows");
    assert!(rows.contains("with 2 breaks"), "{rows}");
}

#[test]
fn a_date_of_a_break_that_cannot_be_read_is_named_with_its_number() {
    let mut state = job(Words::EN);
    does(&mut state, "break-add");
    does(&mut state, "break-add");
    typed(&mut state, "row-1-break-2", "2026-12-24");
    typed(&mut state, "row-1-break-3", "2026-12-20");
    let told = inner(&planner::parts(&state), "row-understood");
    assert!(told.contains("First day of break 2”") && told.contains("ends before it begins"), "{told}");
    typed(&mut state, "row-1-break-3", "Christmas");
    let told = inner(&planner::parts(&state), "row-understood");
    assert!(told.contains("Last day of break 2”") && told.contains("2026-11-30"), "{told}");
}

#[test]
fn the_way_is_asked_where_there_is_one_and_says_what_is_counted_on() {
    let mut state = job(Words::EN);
    assert!(!drawn(&state, "more").contains("row-1-by"), "at home there is no way");
    typed(&mut state, "row-1-travel", "25");
    let asked = drawn(&state, "more");
    assert!(asked.contains("row-1-by") && asked.contains("We ask because") && !asked.contains("row-1-last-way"));
    assert!(asked.contains("we count this as a way by car"));
    chosen(&mut state, "row-1-by", "bus", false);
    assert!(drawn(&state, "more").contains("back at any time"));
    typed(&mut state, "row-1-last-way", "9:40");
    assert!(drawn(&state, "more").contains("leaving at 9:40pm at the latest"));
    assert_eq!(state.solved.household.commitments[0].by.means, Means::Bus);
    typed(&mut state, "row-1-last-way", "late");
    let told = inner(&planner::parts(&state), "row-understood");
    assert!(told.contains("Last bus or train back”"), "{told}");
    assert_eq!(planner::wrong(&state), ["row-1-last-way"]);
    // By car no bus has to be caught, and what was typed stays in case it is one again.
    chosen(&mut state, "row-1-by", "car", false);
    assert_eq!(state.solved.household.commitments[0].by.last, None);
    assert_eq!(state.week.rows[0].text(Text::LastWay), "late");
    does(&mut state, "done:1");
    chosen(&mut state, "row-1-by", "bus", false);
    typed(&mut state, "row-1-last-way", "11pm");
    assert!(inner(&planner::parts(&state), "planner-rows").contains("by bus or train, the last one back at 11pm"));
}

#[test]
fn an_evening_after_which_no_bus_goes_does_not_fit_and_says_why() {
    for (words, why) in [(Words::EN, "the last way home starts before"), (Words::ES, "El último viaje de regreso")] {
        let mut state = job(words);
        does(&mut state, "clinic-way");
        assert_eq!(rank(&state, "evening"), 0);
        chosen(&mut state, "clinic-by", "bus", false);
        typed(&mut state, "clinic-last", "8:30");
        assert_eq!(rank(&state, "evening"), 3);
        assert!(inner(&planner::parts(&state), "planner-cards").contains(why));
        assert_eq!(rank(&state, "online-evening"), 0, "online nobody has to get home");
        typed(&mut state, "clinic-last", "after nine");
        assert!(drawn(&state, "clinic-way").contains("9am, 5:30pm"), "what is needed stands there");
        assert_eq!(rank(&state, "evening"), 0);
        typed(&mut state, "clinic-last", "9:40pm");
        let text = planner::plan_text(&state).expect("a week");
        assert!(text.contains(&words.way(Means::Bus.into()).expect("said")), "{text}");
    }
}

/// Two parents with one car, as in the file of that household.
fn one_car(words: Words) -> State {
    let mut state = state(words);
    does(&mut state, "person");
    typed(&mut state, "person-1-name", "Ben");
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri"];
    for (row, kind, times, travel) in [
        ("1", "work", "9am-5pm", ""),
        ("2", "work", "8:30am-5:30pm", "20"),
        ("3", "care", "5:15pm", "15"),
        ("4", "care", "6:15-8pm", ""),
    ] {
        does(&mut state, "add");
        let id = |field: &str| ["row-", row, "-", field].concat();
        chosen(&mut state, &id("kind"), kind, false);
        for day in days {
            chosen(&mut state, &id(day), "on", true);
        }
        typed(&mut state, &id("from"), times);
        typed(&mut state, &id("travel"), travel);
    }
    chosen(&mut state, "row-2-who", "1", false);
    chosen(&mut state, "row-2-cut", "cut", true);
    typed(&mut state, "row-2-cut-min", "30");
    chosen(&mut state, "row-3-could-1", "on", true);
    chosen(&mut state, "row-3-usual-0", "on", true);
    chosen(&mut state, "row-3-by", "foot", false);
    chosen(&mut state, "row-4-could-1", "on", true);
    state
}

#[test]
fn two_parents_with_one_car_get_the_answer_of_their_file() {
    let mut state = one_car(Words::EN);
    let verdict = |state: &State| planner::offer_of(state, "evening").expect("an offer").verdict.clone();
    assert_eq!(verdict(&state), Verdict::Tight, "without a word about cars it is close but nothing changes");
    does(&mut state, "clinic-way");
    let asked = drawn(&state, "clinic-way");
    assert!(asked.contains("id=\"cars\"") && asked.contains("we do not count cars"), "{asked}");
    chosen(&mut state, "cars", "1", false);
    assert_eq!(rank(&state, "evening"), 2);
    let cards = inner(&planner::parts(&state), "planner-cards");
    assert!(cards.contains("20 minutes early") && cards.contains("there are too few cars"), "{cards}");
    assert!(drawn(&state, "clinic-way").contains("We count on 1 car"));
    assert!(drawn(&state, "assumed-cars").contains("We count on 1 car"));
    assert!(planner::plan_text(&state).expect("a week").contains("Cars in the household: 1"));
    // One more, or one who does not drive, and nobody waits.
    chosen(&mut state, "cars", "2", false);
    assert_eq!(verdict(&state), Verdict::Tight);
    chosen(&mut state, "cars", "1", false);
    chosen(&mut state, "drives-1", "on", false);
    assert_eq!(verdict(&state), Verdict::Tight);
    assert!(drawn(&state, "clinic-way").contains("a car for everybody who drives"));
    chosen(&mut state, "drives-1", "on", true);
    chosen(&mut state, "cars", "", false);
    assert_eq!(verdict(&state), Verdict::Tight, "not being sure is an answer");
}

#[test]
fn whoever_lives_alone_is_not_asked_about_cars() {
    let mut state = job(Words::EN);
    does(&mut state, "clinic-way");
    assert!(!drawn(&state, "clinic-way").contains("id=\"cars\""));
    does(&mut state, "person");
    chosen(&mut state, "person-1-is", "child", false);
    assert!(!drawn(&state, "clinic-way").contains("id=\"cars\""));
    chosen(&mut state, "person-1-is", "adult", false);
    chosen(&mut state, "cars", "0", false);
    chosen(&mut state, "drives-1", "on", false);
    assert!(state.solved.household.cars.is_some() && !state.solved.household.people[1].drives);
    // Who is taken away takes along whether they drive, and brings it back.
    does(&mut state, "person-gone:1");
    assert_eq!(state.solved.household.cars, None);
    does(&mut state, "undo");
    assert!(state.solved.household.cars.is_some() && !state.solved.household.people[1].drives);
}

#[test]
fn what_is_said_of_the_way_stays_while_an_answer_is_tried() {
    let mut state = one_car(Words::EN);
    chosen(&mut state, "cars", "1", false);
    does(&mut state, "try:evening");
    assert!(state.tried.is_some());
    assert!(rank_tried(&state) < 2, "what was agreed asks for nothing further");
}

fn rank_tried(state: &State) -> u8 {
    let offers = &state.solved.answer.offers;
    let site = state.site.as_ref().expect("a clinic");
    offers.iter().find(|offer| planner::key_of(site, offer) == "evening").map_or(9, |offer| offer.verdict.rank())
}

#[test]
fn an_entry_can_be_copied_with_all_that_was_said_of_it() {
    let mut state = job(Words::EN);
    typed(&mut state, "row-1-travel", "40");
    does(&mut state, "break-add");
    typed(&mut state, "row-1-break-0", "2026-12-21");
    assert_eq!(does(&mut state, "row-copy"), "row-2-what");
    assert_eq!(state.editing, Some(2));
    let [first, second] = &state.week.rows[..] else { panic!("two entries") };
    assert_eq!((second.id, &second.breaks, second.days), (2, &first.breaks, first.days));
    assert_eq!(second.text(Text::Travel), "40");
    // What is changed in the copy is changed there only, and a copy of the first stands behind the first.
    typed(&mut state, "row-2-what", "Second job");
    does(&mut state, "edit:1");
    assert_eq!(does(&mut state, "row-copy"), "row-3-what");
    let order: Vec<u32> = state.week.rows.iter().map(|row| row.id).collect();
    assert_eq!(order, [1, 3, 2]);
    assert_eq!(state.week.rows.iter().map(|row| row.text(Text::What)).collect::<Vec<_>>(), ["", "", "Second job"]);
}

#[test]
fn every_usual_beginning_is_a_week_that_can_be_read_once_its_first_day_is_known() {
    let verbs = ["nine-five", "school", "four-tens", "nights", "two-two-three", "four-four", "dupont", "care"];
    for verb in verbs {
        let mut state = state(Words::EN);
        does(&mut state, &format!("quick:{verb}"));
        typed(&mut state, "row-1-anchor", "2026-11-30");
        assert_eq!(state.solved.errors, [], "{verb}");
        let household = state.typed();
        assert_eq!(household.commitments.len() + household.duties.len(), 1, "{verb}");
    }
    let mut dupont = state(Words::EN);
    does(&mut dupont, "quick:dupont");
    typed(&mut dupont, "row-1-anchor", "2026-11-30");
    let said = Words::EN.rhythm(&dupont.typed().commitments[0].when);
    assert!(said.contains("28 days"), "{said}");
    // Nights come first, and the days are not left out.
    does(&mut dupont, "done:1");
    let shown = inner(&planner::parts(&dupont), "planner-rows");
    assert!(shown.contains("7pm to 7am the next day and 7am to 7pm"), "{shown}");
}

#[test]
fn every_change_of_the_week_can_be_taken_back_and_what_is_typed_into_a_field_is_one() {
    let mut state = state(Words::EN);
    let rows = |state: &State| inner(&planner::parts(state), "planner-rows");
    assert!(!rows(&state).contains("planner-back"), "there is nothing to take back");
    let mut weeks = vec![state.week.clone()];
    let mut step = |state: &mut State| weeks.push(state.week.clone());
    does(&mut state, "quick:nine-five");
    step(&mut state);
    for so_far in ["1", "10", "10a", "10am"] {
        typed(&mut state, "row-1-from", so_far);
    }
    step(&mut state);
    typed(&mut state, "row-1-what", "Bakery");
    step(&mut state);
    chosen(&mut state, "row-1-Fri", "", false);
    step(&mut state);
    does(&mut state, "more");
    does(&mut state, "break-add");
    step(&mut state);
    does(&mut state, "person");
    step(&mut state);
    does(&mut state, "remove:1");
    assert!(rows(&state).contains("planner-back"));
    while let Some(week) = weeks.pop() {
        let there = does(&mut state, "back");
        assert_eq!(state.week, week);
        assert_eq!(there, if weeks.is_empty() { "planner-add" } else { "planner-back" });
        assert!(state.removed.is_none(), "or it could be put back a second time");
    }
    assert!(!rows(&state).contains("planner-back"));
    assert_eq!(does(&mut state, "back"), "");
    // A field that is typed into again after something else is another change.
    does(&mut state, "add");
    typed(&mut state, "row-1-from", "8");
    chosen(&mut state, "row-1-Mon", "", true);
    typed(&mut state, "row-1-from", "9");
    does(&mut state, "back");
    assert_eq!(state.week.rows[0].text(Text::From), "8");
}
