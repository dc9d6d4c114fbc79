//! What is said later is not asked for before it is there: by a look at who names which sentence, and by
//! drawing everything that a page draws at first with those sentences taken away.

use crate::files::{below, text};
use crate::rust::{read, without_tests};
use foothold::app::{Act, State, act};
use foothold::browser::Typed;
use foothold::planner;
use foothold_core::config::load_in;
use foothold_core::time::parse_date;
use foothold_words::{Key, Words};

/// Who may say it: the rooms that come with the second file of WebAssembly, and pages that are written natively.
const LATER: [&str; 19] = [
    "src/later.rs",
    "src/bring/",
    "src/detail/",
    "src/along/",
    "src/keep/",
    "src/weeks/",
    "src/hands/",
    "src/more/",
    "src/contact/",
    "src/explorer/",
    "src/pages",
    "crates/foothold-words/src/along.rs",
    "crates/foothold-words/src/bring.rs",
    "crates/foothold-words/src/detail.rs",
    "crates/foothold-words/src/weeks.rs",
    "crates/foothold-words/src/reach.rs",
    "crates/foothold-words/src/means.rs",
    "crates/foothold-words/src/message.rs",
    "crates/foothold-words/src/spanish_later.rs",
];

const CLINIC: &str = include_str!("../../public/clinic.json");

#[test]
fn only_the_rooms_of_later_name_a_sentence_that_is_said_later() {
    let late: Vec<String> = Key::ALL.iter().skip(Key::FIRST).map(|key| format!("{key:?}")).collect();
    assert!(late.contains(&"AskSend".to_owned()) && !late.contains(&"NavFailed".to_owned()));
    let mut broken = Vec::new();
    let sources = below("src/", ".rs").into_iter().chain(below("crates/foothold-words/src/", ".rs"));
    for path in sources.filter(|path| !LATER.iter().any(|room| path.starts_with(room)) && !path.ends_with("_tests.rs"))
    {
        let code = read(without_tests(&text(&path))).code;
        for named in code.split("Key::").skip(1) {
            let name: String = named.chars().take_while(|c| c.is_alphanumeric()).collect();
            if late.contains(&name) {
                broken.push(format!("{path}: Key::{name}"));
            }
        }
    }
    assert!(broken.is_empty(), "these are not there yet when they are asked for:\n{}", broken.join("\n"));
}

#[test]
fn everything_that_is_drawn_at_first_is_drawn_without_what_is_said_later() {
    let today = parse_date("2026-11-24").expect("a date");
    for words in [Words::EN, Words::ES] {
        for clinic in [Some(CLINIC), None] {
            let site = clinic.and_then(|text| load_in(text, words.lang.tag()).site);
            let (text, phone) = (clinic.unwrap_or_default().to_owned(), String::from("(312) 555-0134"));
            let mut state = State::new(words.at_first(), site, text, phone, today);
            state.late = false;
            let mut drawn = 0;
            let mut does = |what: Act, state: &mut State| {
                act(state, &what, String::new);
                drawn += planner::shell(state, &planner::parts(state)).len();
            };
            let typed = |id: &str, value: &str, checked| Typed { id: id.into(), value: value.into(), checked };
            for which in ["nine-five", "four-tens", "nights", "two-two-three", "care"] {
                does(Act::Press(format!("quick:{which}")), &mut state);
            }
            for (row, firm) in [(1, "cut"), (2, "move"), (3, "if-needed"), (4, "fixed")] {
                does(Act::Press(format!("edit:{row}")), &mut state);
                does(Act::Choose(typed(&format!("row-{row}-{firm}"), firm, true)), &mut state);
                for value in ["", "6", "x", "999"] {
                    for field in ["from", "to", "travel", "direct", "cut-min", "earlier"] {
                        does(Act::Type(typed(&format!("row-{row}-{field}"), value, false)), &mut state);
                    }
                }
                does(Act::Press(format!("remove:{row}")), &mut state);
                does(Act::Press("undo".into()), &mut state);
                does(Act::Press(format!("done:{row}")), &mut state);
            }
            for id in ["morning", "evening", "online-evening", "saturday"] {
                does(Act::Press(format!("see:{id}")), &mut state);
            }
            does(Act::Type(typed("start", "1", false)), &mut state);
            assert!(drawn > 0);
        }
    }
}
