use super::*;
use crate::planner;
use foothold_core::config;
use foothold_core::draft::{FirmChoice, RowDraft, Text};
use foothold_core::household::Kind;
use foothold_core::site::Session;
use foothold_core::time::{Days, Weekday, parse_date};

/// A visit to the demo clinic's planner with these rows in the week.
fn visit(words: Words, rows: &[RowDraft]) -> State {
    let text = include_str!("../../public/clinic.json").to_owned();
    let site = config::load_in(&text, words.lang.tag()).site;
    let mut state = State::new(words, site, text, String::new(), parse_date("2026-11-24").expect("a date"));
    state.edit_week(&mut |week| week.rows = rows.to_vec());
    state
}

fn work(from: &str, firm: FirmChoice, cut: &str) -> RowDraft {
    let row = RowDraft { days: Days::WORKDAYS, firm, ..RowDraft::new(1, Kind::Work) };
    row.with(Text::From, from).with(Text::Travel, "25").with(Text::Direct, "15").with(Text::Cut, cut)
}

/// When a session meets: its days, from, to, and in which weeks.
type Meeting<'a> = (&'a [Weekday], i32, i32, Option<(u16, u16)>);

/// The cards by their ids.
fn drawn(state: &State) -> Vec<String> {
    cards(state, state.site.as_ref().expect("the demo loads"), planner::shown(state))
}

fn card_of<'a>(cards: &'a [String], track: &str) -> &'a str {
    let id = format!("id=\"offer-{track}\"");
    cards.iter().find(|card| card.contains(&id)).expect("the offer's card")
}

#[test]
fn before_anything_counts_nothing_is_said_to_fit() {
    for words in [Words::EN, Words::ES] {
        // A row that cannot be read yet does not count either.
        for rows in [vec![], vec![work("nine-ish", FirmChoice::Fixed, "")]] {
            let state = visit(words, &rows);
            assert!(count(&state).contains(words.say(Key::PlanEmptyWeek)), "{}", count(&state));
            assert!(count(&state).contains("planner-empty"));
            let cards = drawn(&state);
            assert!(!cards.concat().contains("pill-0") && !cards.concat().contains("pill-1"));
            assert!(card_of(&cards, "saturday").contains("pill-4"), "what has to be asked for stays said");
        }
    }
    let state = visit(Words::EN, &[work("9-5", FirmChoice::Fixed, "")]);
    assert!(!count(&state).contains("planner-empty") && drawn(&state).concat().contains("pill-0"));
}

#[test]
fn the_answer_in_a_line_never_says_that_nothing_fits_beside_something_that_does_with_changes() {
    // Work from morning to night, of which hours can be missed.
    let found = |words: Words, cut: &str| count(&visit(words, &[work("8am-9:30pm", FirmChoice::Cut, cut)]));
    assert!(found(Words::EN, "5").contains(">Nothing fits as it is. The nearest way is first.<"));
    let (english, spanish) = (found(Words::EN, "5 h"), found(Words::ES, "5 h"));
    assert!(english.contains(" of 5 offers fit with changes.<") && !english.contains("Nothing"), "{english}");
    assert!(spanish.contains(" de 5 horarios le quedan bien con cambios.<"), "{spanish}");
}

#[test]
fn where_the_clinic_has_to_be_asked_a_link_leads_there_about_that_offer() {
    let mut state = visit(Words::EN, &[work("9-5", FirmChoice::Fixed, "")]);
    let cards = drawn(&state);
    let link =
        |track: &str| format!("href=\"../ask/\" data-route data-do=\"about:{track}\">Ask the clinic about this<");
    for (track, asked) in [("saturday", true), ("morning", true), ("afternoon", true), ("evening", false)] {
        assert_eq!(card_of(&cards, track).contains(&link(track)), asked, "{track}");
    }
    assert!(planner::plan_text(&state).is_some_and(|text| !text.contains("Saturday")));
    planner::press(&mut state, "about", "saturday");
    let text = planner::plan_text(&state).expect("a week to send along");
    assert!(text.starts_with("The offer I am asking about: Saturday"), "{text}");
}

#[test]
fn sessions_that_follow_at_once_are_one_time_and_days_with_the_same_time_stand_together() {
    let state = visit(Words::EN, &[]);
    let site = state.site.as_ref().expect("the demo loads");
    let mut track = site.tracks.iter().find(|track| track.id == "evening").expect("the track").clone();
    let mut at = |list: &[Meeting]| {
        let session = track.sessions.first().expect("a session").clone();
        let of = |(days, from, to, weeks): &Meeting| Session {
            days: Days::of(days),
            span: Span { from: *from, to: *to },
            weeks: *weeks,
            ..session.clone()
        };
        track.sessions = list.iter().map(of).collect();
        let said = when(Words::EN, &track, 12);
        said.rsplit_once("; ").map(|(times, _)| times.to_owned()).unwrap_or_default()
    };
    let [mon, tue, thu] = [Weekday::Mon, Weekday::Tue, Weekday::Thu];
    let split = [(&[mon, tue][..], 1080, 1170, None), (&[mon, thu], 1170, 1260, None), (&[tue], 1170, 1260, None)];
    assert_eq!(at(&split), "Monday and Tuesday, 6pm to 9pm; Thursday, 7:30pm to 9pm");
    let three = [(&[mon][..], 1080, 1110, None), (&[mon], 1110, 1140, None), (&[mon], 1140, 1200, None)];
    assert_eq!(at(&three), "Monday, 6pm to 8pm");
    // With a break, and what is there in some weeks only.
    let parted = [(&[mon][..], 1080, 1110, None), (&[mon], 1120, 1140, None), (&[mon], 1140, 1200, Some((1, 4)))];
    assert_eq!(at(&parted), "Monday, 6pm to 6:30pm; Monday, 6:40pm to 7pm; Monday, 7pm to 8pm");
}
