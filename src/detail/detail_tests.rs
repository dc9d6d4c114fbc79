use super::*;
use crate::app::{Act, act};
use foothold_core::config;
use foothold_core::draft::{FirmChoice, RowDraft, Text};
use foothold_core::household::Kind;
use foothold_core::time::{Days, parse_date};

/// Work from 9 to 5, weekdays, of which so much a day may be cut, if anything.
fn visit(words: Words, hours: &str, cut: &str) -> State {
    let text = include_str!("../../public/clinic.json").to_owned();
    let site = config::load_in(&text, words.lang.tag()).site;
    let mut state = State::new(words, site, text, String::new(), parse_date("2026-11-24").expect("a date"));
    let firm = if cut.is_empty() { FirmChoice::Fixed } else { FirmChoice::Cut };
    let row = RowDraft { days: Days::WORKDAYS, firm, ..RowDraft::new(1, Kind::Work) };
    let row = row.with(Text::From, hours).with(Text::Travel, "25").with(Text::Cut, cut);
    state.edit_week(&mut |week| week.rows = vec![row.clone()]);
    state
}

fn does(state: &mut State, what: &str) -> String {
    match act(state, &Act::Press(what.to_owned()), String::new) {
        After::Focus(id) => id,
        _ => String::new(),
    }
}

/// The first offer with this rank, by its key.
fn key(state: &State, rank: u8) -> String {
    let offer = state.answer().offers.iter().find(|offer| offer.verdict.rank() == rank).expect("such an offer");
    planner::key_of(state.site.as_ref().expect("the demo loads"), offer)
}

fn drawn(state: &State) -> String {
    parts(state).map(|part| part.html.concat()).concat()
}

#[test]
fn the_section_is_a_button_until_somebody_presses_it() {
    let mut state = visit(Words::EN, "9am-6pm", "60");
    let closed = section(&state);
    assert_eq!(closed, planner::opener(Words::EN, "detail", Key::DetailOpen, false));
    assert_eq!(does(&mut state, "detail"), "detail-open");
    assert!(section(&state).contains("aria-expanded=\"true\"") && section(&state).len() > closed.len() + 200);
    does(&mut state, "detail");
    assert_eq!(section(&state), closed);
}

#[test]
fn what_would_change_is_said_as_it_is_and_as_it_would_be() {
    for (words, now, then) in [(Words::EN, "Now: 9am to 6pm", "Then: 9am to "), (Words::ES, "Ahora: 9", "Entonces: 9")]
    {
        let mut state = visit(words, "9am-6pm", "90");
        let key = key(&state, 2);
        does(&mut state, &format!("see:{key}"));
        does(&mut state, "detail");
        let said = section(&state);
        assert!(said.contains(now) && said.contains(then), "{said}");
        assert!(said.contains(words.say(Key::DetailWeeks)), "{said}");
    }
}

#[test]
fn what_is_tried_fits_and_ends_without_a_trace() {
    let mut state = visit(Words::EN, "9am-6pm", "90");
    let key = key(&state, 2);
    let before = (state.solved.household.clone(), state.solved.answer.clone(), state.week.clone());
    assert_eq!(does(&mut state, &format!("try:{key}")), "tried-title");
    let shown = planner::shown(&state).expect("an offer");
    assert!(shown.verdict.rank() < 2, "{:?}", shown.verdict);
    assert!(drawn(&state).contains("You are trying: ") && drawn(&state).contains("data-do=\"try-end\""));
    // What was typed, and what is told of it, stay what they were.
    assert_eq!((state.typed(), state.answer(), &state.week), (&before.0, &before.1, &before.2));
    assert_eq!(planner::meant(&state).map(|offer| offer.verdict.rank()), Some(2));
    // Trying another is trying it instead.
    does(&mut state, &format!("try:{key}"));
    assert_eq!((state.typed(), state.answer()), (&before.0, &before.1));
    assert_eq!(does(&mut state, "try-end"), format!("try-{key}"));
    assert_eq!((&state.solved.household, &state.solved.answer, &state.week), (&before.0, &before.1, &before.2));
    assert!(state.tried.is_none() && !drawn(&state).contains("tried-title"));
}

#[test]
fn a_change_of_the_week_ends_what_is_tried() {
    let mut state = visit(Words::EN, "9am-6pm", "90");
    let key = key(&state, 2);
    does(&mut state, &format!("try:{key}"));
    state.edit_week(&mut |week| week.clinic_travel = "21".to_owned());
    assert!(state.tried.is_none());
    assert_eq!(planner::offer_of(&state, &key).map(|offer| offer.verdict.rank()), Some(2));
}

#[test]
fn what_cannot_all_be_kept_is_named_where_nothing_helps() {
    let mut state = visit(Words::EN, "9am-10pm", "");
    let key = key(&state, 3);
    does(&mut state, &format!("see:{key}"));
    does(&mut state, "detail");
    let said = section(&state);
    assert!(said.contains(Words::EN.say(Key::DetailNotAll)) && said.contains("<li>Work, "), "{said}");
    assert!(!said.contains(Words::EN.say(Key::DetailOthers)));
}

#[test]
fn two_offers_stand_side_by_side_in_facts() {
    let mut state = visit(Words::EN, "9am-6pm", "90");
    does(&mut state, "detail");
    assert!(!section(&state).contains("<table"));
    let (first, other) = (planner::shown(&state).map(|offer| offer.track), key(&state, 3));
    assert_ne!(planner::offer_of(&state, &other).map(|offer| offer.track), first);
    let typed = Typed { id: "detail-beside".into(), value: other.clone(), checked: false };
    act(&mut state, &Act::Choose(typed), String::new);
    let said = section(&state);
    assert_eq!(said.matches("<th scope=\"rowgroup\"").count(), 8, "{said}");
    assert!(said.contains(&format!("<option value=\"{other}\" selected>")));
    // An offer that is shown itself is not beside itself.
    does(&mut state, &format!("see:{other}"));
    assert!(!section(&state).contains("<table"));
}
