//! Stepping through a week.

use super::*;
use foothold_core::config::load;
use foothold_core::time::NaiveDate;

const CLINIC: &str = include_str!("../../public/clinic.json");

fn state(words: Words) -> State {
    State::new(words, load(CLINIC).site, String::new(), String::new(), NaiveDate::default())
}

fn pressed(state: &mut State, about: &str) -> (Vec<(String, String)>, String) {
    match press(state, VERB, about) {
        Some(After::Fill { parts, focus }) => (parts, focus),
        other => panic!("{about}: {other:?}"),
    }
}

fn part<'a>(parts: &'a [(String, String)], id: &str) -> &'a str {
    parts.iter().find(|(known, _)| known == id).map(|(_, html)| html.as_str()).expect("the part")
}

#[test]
fn as_it_is_written_every_day_is_there_and_nothing_is_hidden() {
    let state = state(Words::EN);
    let site = state.site.as_ref().expect("a clinic");
    let html = all(Words::EN, site.tracks.first().expect("an offer"));
    for day in ["Monday: Process group 6pm to 9pm", "Tuesday: Process group 6pm to 9pm", "Sunday: nothing"] {
        assert!(html.contains(day), "{day}: {html}");
    }
    assert!(!html.contains(" hidden") && html.contains("when-live"));
}

#[test]
fn stepping_begins_on_the_first_day_with_a_session_and_goes_round_the_week() {
    let mut state = state(Words::EN);
    let (parts, focus) = pressed(&mut state, "open:evening");
    assert_eq!(focus, "day-title-evening");
    assert!(part(&parts, "days-evening").contains("Day 1 of 7: Monday"));
    for (about, title) in [
        ("next", "Day 2 of 7: Tuesday"),
        ("next", "Day 3 of 7: Wednesday"),
        ("next", "Day 4 of 7: Thursday"),
        ("back", "Day 3 of 7: Wednesday"),
    ] {
        let (parts, focus) = pressed(&mut state, &format!("{about}:evening"));
        assert_eq!(focus, "", "the button keeps it");
        assert!(part(&parts, "day-text-evening").contains(title), "{title}");
    }
    for _ in 0..3 {
        pressed(&mut state, "back:evening");
    }
    assert!(
        part(&pressed(&mut state, "next:evening").0, "day-text-evening").contains("Day 1 of 7: Monday"),
        "after Sunday"
    );
}

#[test]
fn a_day_says_its_sessions_and_what_happens_there() {
    for (words, thursday) in [(Words::EN, "Relapse prevention group"), (Words::ES, "Relapse prevention group")] {
        let mut state = state(words);
        pressed(&mut state, "open:evening");
        let free = pressed(&mut state, "next:evening").0;
        assert_eq!(part(&free, "day-text-evening").matches("<li>").count(), 1);
        let wednesday = pressed(&mut state, "next:evening").0;
        assert!(part(&wednesday, "day-text-evening").contains(words.say(Key::DayFree)));
        let parts = pressed(&mut state, "next:evening").0;
        let said = part(&parts, "day-text-evening");
        assert!(
            said.contains(thursday) && said.contains(&words.span(foothold_core::time::Span { from: 1080, to: 1170 }))
        );
        for key in [Key::DayWorkshop, Key::DayGroup] {
            assert!(said.contains(words.say(key)), "{said}");
        }
    }
}

#[test]
fn the_same_day_is_looked_at_in_every_week_and_stands_out_in_its_picture() {
    let mut state = state(Words::EN);
    pressed(&mut state, "open:evening");
    let (parts, _) = pressed(&mut state, "next:evening");
    assert!(part(&parts, "day-text-morning").contains("Tuesday"));
    let picture = part(&parts, "day-picture-evening");
    assert_eq!(picture.matches("stroke=\"currentColor\"").count(), 1);
    let day = picture.split("class=\"week-day\"").position(|day| day.contains("stroke=\"currentColor\""));
    assert_eq!(day, Some(2), "the second column");
}

#[test]
fn all_days_come_back_as_they_were_and_the_way_in_has_the_focus() {
    let mut state = state(Words::EN);
    pressed(&mut state, "open:evening");
    let (parts, focus) = pressed(&mut state, "all:evening");
    let site = state.site.as_ref().expect("a clinic");
    assert_eq!(parts, [("days-evening".to_owned(), all(Words::EN, site.tracks.first().expect("an offer")))]);
    assert_eq!(focus, "day-open-evening");
}

#[test]
fn what_is_not_there_changes_nothing() {
    let mut state = state(Words::EN);
    assert!(matches!(press(&mut state, VERB, "open:nowhere"), Some(After::Nothing)));
    assert!(press(&mut state, "guide", "next").is_none());
    state.site = None;
    assert!(press(&mut state, VERB, "open:evening").is_none());
}
