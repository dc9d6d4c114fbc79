use super::*;
use crate::app::{Act, act};
use foothold_core::time::parse_date;
use foothold_words::Words;

const CLINIC: &str = include_str!("../../public/clinic.json");

/// What no sheet or calendar may say: the clinic, where it is, what it is about.
const TELLING: [&str; 16] = [
    "impact",
    "outpatient",
    "555",
    "chicago, illinois",
    "example street",
    "program",
    "recovery",
    "treatment",
    "group",
    "grupo",
    "relapse",
    "recaída",
    "skills",
    "evening",
    "noche",
    "clinic",
];

fn visit(words: Words) -> State {
    let today = parse_date("2026-11-24").expect("a date");
    let site = foothold_core::config::load_in(CLINIC, words.lang.tag()).site;
    State::new(words, site, CLINIC.to_owned(), String::new(), today)
}

fn does(state: &mut State, act_of: &Act) -> After {
    act(state, act_of, String::new)
}

fn presses(state: &mut State, what: &str) -> After {
    does(state, &Act::Press(what.to_owned()))
}

fn typed(id: &str, value: &str, checked: bool) -> Typed {
    Typed { id: id.into(), value: value.into(), checked }
}

/// Works until 5:50pm, may leave an hour early, 15 minutes from the clinic: has to leave 15 minutes early for the
/// evenings.
fn late_at_work(words: Words) -> State {
    let mut state = visit(words);
    presses(&mut state, "quick:nine-five");
    for (field, value) in [("to", "5:50pm"), ("travel", "25"), ("direct", "15"), ("what", "Bakery")] {
        does(&mut state, &Act::Type(typed(&format!("row-1-{field}"), value, false)));
    }
    does(&mut state, &Act::Choose(typed("row-1-cut", "cut", true)));
    presses(&mut state, "see:evening");
    presses(&mut state, "along");
    state
}

fn file(state: &mut State) -> String {
    // 2026-11-24, 12:05 and 59 seconds.
    state.now_ms = 1_795_521_959_000.0;
    let After::Save { name, text, .. } = presses(state, "save-calendar") else { panic!("no file") };
    assert!(name == state.words.say(Key::AlongFile) && text.contains("\r\nDTSTAMP:20261124T120500Z\r\n"), "{text}");
    text
}

fn says_nothing(text: &str) {
    let text = text.to_lowercase();
    let said: Vec<&str> = TELLING.into_iter().filter(|word| text.contains(word)).collect();
    assert!(said.is_empty(), "{said:?} in {text}");
}

#[test]
fn the_sheet_of_the_week_says_when_the_last_bus_goes_where_one_has_to_be_caught() {
    for (words, line) in [(Words::EN, "Last bus or train back: 9:40pm"), (Words::ES, "regreso: 9:40")] {
        let mut state = late_at_work(words);
        let sheet = |state: &mut State| match presses(state, "print-week") {
            After::Sheet { html, .. } => html,
            _ => String::new(),
        };
        assert!(!sheet(&mut state).contains(line));
        does(&mut state, &Act::Choose(typed("clinic-by", "bus", false)));
        does(&mut state, &Act::Type(typed("clinic-last", "9:40", false)));
        assert!(sheet(&mut state).contains(line), "{}", sheet(&mut state));
        presses(&mut state, "see:online-evening");
        assert!(!sheet(&mut state).contains(line), "online nobody has to get home");
    }
}

#[test]
fn the_section_is_closed_until_it_is_opened() {
    let mut state = late_at_work(Words::EN);
    assert!(parts(&state)[0].html.concat().contains("along-save"));
    presses(&mut state, "along");
    let closed = parts(&state)[0].html.concat();
    assert_eq!(closed, planner::opener(Words::EN, "along", Key::AlongOpen, false));
    assert!(planner::shell(&state, &planner::parts(&state)).contains(&closed));
}

#[test]
fn a_calendar_is_neutral_until_the_visitor_writes_otherwise() {
    let mut state = late_at_work(Words::EN);
    let text = file(&mut state);
    // The zone is the one thing in it that is true of the clinic: a quarter of the country.
    says_nothing(&text.replace("America/Chicago", ""));
    assert_eq!(text.matches("SUMMARY:Appointment\r\n").count(), 3);
    assert!(text.contains("SUMMARY:Bakery: Leave at 5:35pm instead of 5:50pm\r\n"), "{text}");
    assert!(text.contains("DTSTART;TZID=America/Chicago:20261130T180000\r\n"));
    does(&mut state, &Act::Type(typed("along-name", "Evening group", false)));
    does(&mut state, &Act::Choose(typed("along-way", "on", true)));
    does(&mut state, &Act::Choose(typed("along-changes", "on", false)));
    let text = file(&mut state);
    assert_eq!(text.matches("SUMMARY:Evening group\r\n").count(), 3);
    assert!(!text.contains("Bakery"));
    // 20 minutes and 10 early before; 20 minutes after.
    assert!(
        text.contains("DTSTART;TZID=America/Chicago:20261130T173000\r\nDTEND;TZID=America/Chicago:20261130T212000")
    );
    does(&mut state, &Act::Type(typed("along-name", " ", false)));
    assert!(file(&mut state).contains("SUMMARY:Appointment\r\n"), "an entry without a title is of no use");
}

#[test]
fn the_sheet_for_an_employer_says_days_times_and_what_is_asked_and_nothing_else() {
    for (words, wanted) in [
        (
            Words::EN,
            [
                "6pm to 9pm: Monday, Tuesday and Thursday, from Monday, November 30, 2026 to Thursday, February 18, 2027. \
             Not on Thursday, December 24, 2026; Monday, January 18, 2027.",
                "Leave at 5:35pm instead of 5:50pm: Monday, Tuesday and Thursday, from",
            ],
        ),
        (
            Words::ES,
            [
                "6\u{a0}p.\u{a0}m. a 9\u{a0}p.\u{a0}m.: lunes, martes y jueves, del lunes 30 de noviembre de 2026 al jueves 18 de febrero de 2027.",
                "Salir antes, 5:35\u{a0}p.\u{a0}m. en vez de 5:50\u{a0}p.\u{a0}m.: lunes, martes y jueves, del",
            ],
        ),
    ] {
        let mut state = late_at_work(words);
        assert!(parts(&state)[0].html.concat().contains("print-asked:1"));
        let After::Sheet { title, html, .. } = presses(&mut state, "print-asked:1") else { panic!("no sheet") };
        for line in wanted {
            assert!(html.contains(line), "{html}");
        }
        says_nothing(&[title, &html].concat());
        assert!(!html.contains("Bakery"), "{html}");
    }
}

#[test]
fn the_week_for_the_fridge_has_the_visitors_words_and_none_of_the_clinics() {
    let mut state = late_at_work(Words::EN);
    let After::Sheet { title, html, .. } = presses(&mut state, "print-week") else { panic!("no sheet") };
    says_nothing(&[title, &html.replace("week-group", "")].concat());
    assert!(html.contains("Bakery: Leave at 5:35pm") && html.contains(">Appointment</text>"), "{html}");
}

#[test]
fn the_week_for_the_fridge_shows_each_kind_of_week_with_its_dates() {
    let mut state = late_at_work(Words::EN);
    let printed = |state: &mut State| {
        let After::Sheet { html, .. } = presses(state, "print-week") else { panic!("no sheet") };
        html
    };
    // Closed on a Thursday and on a Monday.
    let html = printed(&mut state);
    for line in [
        "Weeks 1–3, 5–7 and 9–12: November 30 to December 20, ",
        "Week 4: December 21 to December 27.",
        "Week 8: January 18 to January 24.",
    ] {
        assert!(html.contains(line), "{line}: {html}");
    }
    let drawn = |html: &str| (html.matches("class=\"week\"").count(), html.matches("class=\"week-lines\"").count());
    assert_eq!(drawn(&html), (3, 3));
    // A cycle of eight days: more kinds of weeks than anybody would hang up; one is drawn and all are said.
    presses(&mut state, "quick:four-four");
    let (pictures, lines) = drawn(&printed(&mut state));
    assert!(pictures == 1 && lines > 8, "{pictures} {lines}");
    state.site.as_mut().expect("a clinic").program.closures.clear();
    presses(&mut state, "remove:2");
    let html = printed(&mut state);
    assert_eq!(drawn(&html), (1, 1));
    assert!(!html.contains("November 30 to"), "they are all alike");
}

#[test]
fn what_has_to_be_done_at_home_has_its_name_on_the_fridge() {
    let mut state = late_at_work(Words::EN);
    presses(&mut state, "quick:care");
    for (field, value) in [("from", "7-8am"), ("to", ""), ("what", "Breakfast"), ("outside", "6-9am")] {
        does(&mut state, &Act::Type(typed(&format!("row-2-{field}"), value, false)));
    }
    let After::Sheet { html, .. } = presses(&mut state, "print-week") else { panic!("no sheet") };
    assert!(html.contains("Breakfast 7am to 8am"), "{html}");
}

#[test]
fn name_date_and_signature_are_lines_to_write_on() {
    for (words, names) in [(Words::EN, ["Name", "Date", "Signature"]), (Words::ES, ["Nombre", "Fecha", "Firma"])] {
        let mut state = late_at_work(words);
        let After::Sheet { html, .. } = presses(&mut state, "print-asked:1") else { panic!("no sheet") };
        for name in names {
            assert!(html.contains(&format!("</svg><p>{name}</p>")), "{html}");
        }
        assert_eq!(html.matches("<line ").count(), 3);
        let After::Sheet { html, .. } = presses(&mut state, "print-week") else { panic!("no sheet") };
        assert!(!html.contains("<line "), "nobody signs what hangs at the fridge");
    }
}

#[test]
fn what_does_not_fit_is_said_and_what_is_not_known_cannot_be_taken() {
    let mut state = visit(Words::EN);
    presses(&mut state, "quick:nine-five");
    presses(&mut state, "see:morning");
    presses(&mut state, "along");
    assert!(parts(&state)[0].html.concat().contains(Words::EN.say(Key::AlongDoesNot)));
    assert!(parts(&state)[0].html.concat().contains(Words::EN.say(Key::AlongEmployer)));
    let site = state.site.as_mut().expect("a clinic");
    site.tracks.iter_mut().for_each(|track| track.incomplete = true);
    state.edit_week(&mut |_| ());
    assert!(parts(&state)[0].html.concat().contains(Words::EN.say(Key::AlongNothing)));
    assert!(matches!(presses(&mut state, "save-calendar"), After::Nothing));
}

#[test]
fn a_zone_that_we_do_not_know_is_said() {
    let mut state = late_at_work(Words::EN);
    assert!(!parts(&state)[0].html.concat().contains(Words::EN.say(Key::AlongFloating)));
    state.site.as_mut().expect("a clinic").zone = "Europe/Paris".into();
    assert!(parts(&state)[0].html.concat().contains(Words::EN.say(Key::AlongFloating)));
    assert!(file(&mut state).contains("\r\nDTSTART:20261130T180000\r\n"));
}
