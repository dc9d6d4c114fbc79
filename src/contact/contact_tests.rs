//! What Send does to the state, without a browser.

use super::*;
use crate::app::{Act, State, act};
use foothold_core::contact::{Field, HttpRequest};
use foothold_core::time::NaiveDate;

const CLINIC: &str = include_str!("../../public/clinic.json");

fn visit(clinic: &str) -> State {
    let words = foothold_words::Words::new(foothold_words::Lang::En);
    let site = foothold_core::config::load(clinic).site;
    let mut state = State::new(words, site, clinic.to_owned(), String::new(), NaiveDate::default());
    state.began_ms = 1000.0;
    state.now_ms = 60_000.0;
    state
}

fn press(state: &mut State, what: &str) -> After {
    act(state, &Act::Press(what.to_owned()), || "id-1".to_owned())
}

fn typed(id: &str, value: &str) -> Typed {
    Typed { id: id.to_owned(), value: value.to_owned(), checked: true }
}

fn filled(clinic: &str) -> State {
    let mut state = visit(clinic);
    for (id, value) in [("ask-name", "Robin"), ("ask-phone", "312 555 0199"), ("ask-note", "A place?")] {
        act(&mut state, &Act::Type(typed(id, value)), String::new);
    }
    for id in ["ask-reach-call", "ask-voicemail-no"] {
        act(&mut state, &Act::Choose(typed(id, "")), String::new);
    }
    state
}

fn sent(after: After) -> HttpRequest {
    match after {
        After::Send(post) => post.request,
        other => panic!("nothing was sent: {other:?}"),
    }
}

#[test]
fn whoever_looks_like_a_program_is_asked_once_and_then_sent_as_anybody() {
    let fast = |state: &mut State| state.now_ms = 1500.0;
    let marked = |state: &mut State| drop(act(state, &Act::Type(typed("ask-website", "x")), String::new));
    for caught in [fast as fn(&mut State), marked] {
        let mut state = filled(CLINIC);
        caught(&mut state);
        assert!(matches!(press(&mut state, "send"), After::Focus(id) if id == "ask-says"));
        assert_eq!(state.sending, Sending::Sure);
        let html: String = parts(&state).into_iter().flat_map(|part| part.html).collect();
        assert!(html.contains("data-outcome=\"sure\"") && html.contains("data-do=\"send\""));
        let After::Send(post) = press(&mut state, "send") else { panic!("the second time it is sent") };
        assert_eq!(post.submission.value(Field::Honeypot), None);
        assert_eq!(state.sending, Sending::Busy);
    }
}

#[test]
fn who_takes_their_time_is_never_asked() {
    let mut state = filled(CLINIC);
    let request = sent(press(&mut state, "send"));
    assert_eq!(request.url, "http://127.0.0.1:8025/message");
    assert!(matches!(press(&mut state, "send"), After::Nothing), "a second press while it is on its way");
}

#[test]
fn a_mistake_is_named_before_anybody_is_asked_whether_they_are_a_person() {
    let mut state = visit(CLINIC);
    state.now_ms = 1500.0;
    press(&mut state, "send");
    assert!(matches!(state.sending, Sending::Wrong(_)));
}

#[test]
fn a_clinics_own_questions_are_shown_answered_and_sent() {
    let own = r#""timeout_s": 20, "own": [{"id":"heard","label":"How did you hear of us?","kind":"choice","choices":["A friend","The web"]},
        {"id":"tour","label":"See the rooms <first>","kind":"checkbox"},{"id":"word","label":"A word","kind":"text"}]"#;
    let clinic = CLINIC.replace("\"timeout_s\": 20", own).replace("[\"en\"]", "[\"en\", \"es\"]");
    let mut state = filled(&clinic);
    let html: String = parts(&state).into_iter().flat_map(|part| part.html).collect();
    for shown in [
        "How did you hear of us?",
        "See the rooms &lt;first&gt;",
        "id=\"ask-own-0-1\"",
        "<label for=\"ask-answer-1\" lang=\"es\">Español</label>",
    ] {
        assert!(html.contains(shown), "{shown}");
    }
    for id in ["ask-own-0-1", "ask-own-1", "ask-answer-1", "ask-texts"] {
        act(&mut state, &Act::Choose(typed(id, "")), String::new);
    }
    act(&mut state, &Act::Type(typed("ask-own-2", "hello")), String::new);
    act(&mut state, &Act::Type(typed("ask-best-time", "after 5pm")), String::new);
    let After::Send(post) = press(&mut state, "send") else { panic!("it is sent") };
    let value = |field| post.submission.value(field).unwrap_or_default().to_owned();
    assert_eq!([0, 1, 2].map(|at| value(Field::Own(at))), ["The web", TICKED, "hello"]);
    assert_eq!((value(Field::AnswerIn), value(Field::TextsOk)), ("es".to_owned(), TICKED.to_owned()));
    assert_eq!(value(Field::SafeContact), "Please call. Do not leave a message. Texts are all right too.");
    assert!(value(Field::Message).contains("How did you hear of us?: The web"));
    assert!(
        value(Field::Message).contains("Good times: after 5pm") && value(Field::Message).contains("Answer in: Español")
    );
}

#[test]
fn no_box_and_no_answer_is_chosen_beforehand() {
    let one = CLINIC.replace("\"languages\": [\"en\", \"es\"]", "\"languages\": [\"en\"]");
    let html: String = parts(&visit(&one)).into_iter().flat_map(|part| part.html).collect();
    assert!(html.contains("id=\"ask-texts\"") && !html.contains(" checked"));
    assert!(!html.contains("ask-answer-"), "one language needs no question");
}

#[test]
fn ticked_questions_are_sent_only_where_the_person_ticks_that_too_and_exactly_as_shown() {
    let mut state = filled(CLINIC);
    let tick = |state: &mut State, id: &str, value: &str, checked: bool| {
        act(state, &Act::Choose(Typed { checked, ..typed(id, value) }), String::new);
    };
    for (id, text) in [("tick-look-license", "Are you licensed?"), ("tick-ask-weeks", "How many weeks?")] {
        tick(&mut state, id, text, true);
    }
    let shown = |state: &State| parts(state).into_iter().flat_map(|part| part.html).collect::<String>();
    let text = "I would like to ask:\n- Are you licensed?\n- How many weeks?";
    assert!(shown(&state).contains(text) && with_plan(&state).plan.is_none(), "shown, and off by default");
    tick(&mut state, "ask-list", "", true);
    assert_eq!(with_plan(&state).plan.as_deref(), Some(text));
    let After::Send(post) = press(&mut state, "send") else { panic!("it is sent") };
    assert_eq!(post.submission.value(Field::Plan), Some(text));
    tick(&mut state, "tick-ask-weeks", "How many weeks?", false);
    assert!(with_plan(&state).plan.is_none(), "another list is agreed to anew");
    assert!(!shown(&state).contains("How many weeks?"));
}

#[test]
fn what_hangs_on_how_to_be_reached_is_asked_once_that_is_said_where_the_app_runs() {
    let mut state = visit(CLINIC);
    let asked = |state: &State| {
        let html = parts(state).into_iter().flat_map(|part| part.html).collect::<String>();
        let at = |id: &str| html.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("{id}"));
        let gone = |id: &str| html.get(..at(id)).and_then(|before| before.rfind("<div class=\"gone\">"));
        let open = |id: &str| html.get(..at(id)).and_then(|before| before.rfind("<div><"));
        ["ask-phone", "ask-texts", "ask-email", "ask-voicemail-yes", "ask-best-time"].map(|id| open(id) > gone(id))
    };
    state.began_ms = 0.0;
    assert_eq!(asked(&state), [true; 5], "a page without the app");
    state.began_ms = 1.0;
    assert_eq!(asked(&state), [false; 5], "nothing chosen");
    type_in(&mut state, &typed("ask-email", "r@example.org"));
    assert_eq!(asked(&state), [false, false, true, false, false], "what is filled in stays in view");
    choose(&mut state, &typed("ask-reach-text", "text"));
    assert_eq!(asked(&state), [true, true, false, false, true]);
}
