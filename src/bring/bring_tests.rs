use super::*;
use crate::app::{Act, act};
use foothold_core::config;
use foothold_core::rhythm::Rhythm;
use foothold_core::time::parse_date;

fn visit(words: Words) -> State {
    let text = include_str!("../../public/clinic.json").to_owned();
    let site = config::load_in(&text, words.lang.tag()).site;
    State::new(words, site, text, String::new(), parse_date("2026-11-24").expect("a date"))
}

/// A calendar of these entries: name, start, end, and more lines.
fn calendar(entries: &[(&str, &str, &str, &str)]) -> String {
    let event = |(name, from, to, more): &(&str, &str, &str, &str)| {
        format!("BEGIN:VEVENT\r\nSUMMARY:{name}\r\nDTSTART{from}\r\nDTEND{to}\r\n{more}END:VEVENT\r\n")
    };
    let events: String = entries.iter().map(event).collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n")
}

fn roster() -> String {
    calendar(&[
        ("Ward 3 & 4", ":20261201T070000", ":20261201T190000", ""),
        ("Ward 3 & 4", ":20261205T070000", ":20261205T190000", ""),
        ("Night", ":20261208T190000", ":20261209T070000", ""),
        ("Payday", ";VALUE=DATE:20261215", ";VALUE=DATE:20261216", ""),
        ("Ward 3 & 4", ":20200105T070000", ":20200105T190000", ""),
    ])
}

fn does(state: &mut State, what: &str) -> String {
    match act(state, &Act::Press(what.to_owned()), String::new) {
        After::Focus(id) => id,
        _ => String::new(),
    }
}

fn chooses(state: &mut State, id: &str, value: &str, checked: bool) -> After {
    let typed = Typed { id: id.into(), value: value.into(), checked };
    act(state, &Act::Choose(typed), String::new)
}

fn drawn(state: &State) -> String {
    part(state).html.concat()
}

#[test]
fn a_roster_is_shown_picked_from_and_becomes_entries_on_its_dates() {
    let mut state = visit(Words::EN);
    assert!(!drawn(&state).contains("bring-file"));
    assert_eq!(does(&mut state, "bring"), "bring-open");
    assert!(drawn(&state).contains("type=\"file\"") && !drawn(&state).contains("bring-pick"));
    assert!(matches!(chooses(&mut state, "bring-file", "C:\\fakepath\\roster.ics", false), After::Bring));
    take(&mut state, Ok(roster()));
    let said = drawn(&state);
    assert!(said.contains("Ward 3 &amp; 4: 7am to 7pm, 2 dates from December 1 to December 5"), "{said}");
    assert!(said.contains("Night: 7pm to 7am the next day, on December 8"), "{said}");
    assert!(said.contains("Payday: all day") && said.contains("left out: 1."), "{said}");
    // What has no times is there to be picked, and is not.
    assert_eq!(state.bring.picked, [true, true, false]);
    chooses(&mut state, "bring-pick-1", "on", false);
    chooses(&mut state, "bring-kind", "school", false);
    assert_eq!(does(&mut state, "bring-add"), "bring-added");
    assert!(drawn(&state).contains("1 entry came into your week."));
    let commitments = &state.solved.household.commitments;
    assert_eq!((commitments.len(), commitments[0].kind, commitments[0].what.as_str()), (1, Kind::School, "Ward 3 & 4"));
    assert!(matches!(&commitments[0].when.rhythm, Rhythm::Listed(list) if list.len() == 2));
    // And out again.
    assert_eq!(does(&mut state, "bring-undo"), "bring-open");
    assert!(state.week.rows.is_empty() && state.solved.household.commitments.is_empty());
}

#[test]
fn somebodys_whole_calendar_is_not_picked_before_anybody_has_looked() {
    let mut state = visit(Words::ES);
    does(&mut state, "bring");
    let names: Vec<String> = (0..70).map(|n| format!("Cita {n}")).collect();
    let entries: Vec<_> = names.iter().map(|n| (n.as_str(), ":20261201T070000", ":20261201T080000", "")).collect();
    take(&mut state, Ok(calendar(&entries)));
    assert_eq!((state.bring.picked.len(), state.bring.picked.contains(&true)), (SHOWN, false));
    assert!(!drawn(&state).contains("data-do=\"bring-add\""));
    does(&mut state, "bring-all");
    assert!(drawn(&state).contains("data-do=\"bring-add\""));
    does(&mut state, "bring-none");
    assert!(!state.bring.picked.contains(&true));
}

#[test]
fn a_file_that_is_none_says_what_to_do_and_changes_nothing() {
    for words in [Words::EN, Words::ES] {
        let mut state = visit(words);
        does(&mut state, "bring");
        let empty = calendar(&[]);
        for (text, key) in [
            (Ok("<html>"), Key::BringNot),
            (Ok(empty.as_str()), Key::BringEmpty),
            (Err(Unreadable::TooLong), Key::BringLong),
            (Err(Unreadable::NotACalendar), Key::BringNot),
        ] {
            take(&mut state, text.map(str::to_owned));
            assert!(drawn(&state).contains(words.say(key)) && !drawn(&state).contains("bring-pick"));
            assert_eq!(state.week.rows, []);
        }
        take(&mut state, Ok(calendar(&[("Old", ":20200105T070000", ":20200105T190000", "")])));
        assert!(drawn(&state).contains(words.say(Key::BringNone)));
    }
}
