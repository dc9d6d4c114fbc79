use super::*;
use crate::config::load;
use crate::household::{Commitment, Firm, Kind};
use crate::plan::solve;
use crate::time::{Days, Weekday, parse_date};

fn date(text: &str) -> NaiveDate {
    parse_date(text).expect("a date")
}

fn demo() -> Site {
    load(include_str!("../../../../public/clinic.json")).site.expect("the demo clinic")
}

/// Works Monday to Friday until a time, may leave up to an hour early, 20 minutes from the clinic.
fn at_work(to: i32) -> Household {
    let work = Commitment {
        travel_min: 25,
        direct_min: Some(15),
        firm: Firm::Cut { most_min: 60 },
        ..Commitment::weekly(1, Kind::Work, Days::WORKDAYS, Span { from: 540, to })
    };
    Household::of(20, date("2026-11-30"), vec![work])
}

fn agenda_of(household: &Household, id: &str) -> Agenda {
    let site = demo();
    let answer = solve(&site, household, Budget::default());
    let is = |offer: &&Offer| site.tracks[offer.track].id == id;
    agenda(&site, household, answer.offers.iter().find(is).expect("the offer"), Budget::default())
}

#[test]
fn sessions_are_on_their_dates_without_closures() {
    let agenda = agenda_of(&at_work(1020), "evening");
    let [monday, thursday, prevention] = &agenda.sessions[..] else { panic!("{:?}", agenda.sessions) };
    // Mondays and Tuesdays of twelve weeks less January 18; Thursdays less December 24.
    assert_eq!((monday.dates.len(), thursday.dates.len(), prevention.dates.len()), (23, 11, 11));
    assert_eq!((monday.dates[0], *monday.dates.last().expect("a date")), (date("2026-11-30"), date("2027-02-16")));
    assert!(!monday.dates.contains(&date("2027-01-18")) && !thursday.dates.contains(&date("2026-12-24")));
    assert_eq!(agenda.changes, []);
}

#[test]
fn a_change_is_where_the_plan_has_it_for_as_long_as_it_is_asked() {
    // 5:50pm, 15 minutes and 10 early before 6pm: 15 minutes too late, on the days of sessions only.
    let agenda = agenda_of(&at_work(1070), "evening");
    let [change] = &agenda.changes[..] else { panic!("{:?}", agenda.changes) };
    let was = Span { from: 540, to: 1070 };
    assert_eq!(change.what, What::Change { row: 1, kind: ChangeKind::LeaveEarly(15), was });
    assert_eq!(change.span, Span { from: 1055, to: 1070 });
    let mut held: Vec<NaiveDate> = agenda.sessions.iter().flat_map(|series| series.dates.clone()).collect();
    held.sort();
    held.dedup();
    assert_eq!(change.dates, held);
}

#[test]
fn every_session_of_the_program_is_attended_or_missed() {
    let site = demo();
    let household = at_work(1200);
    for offer in solve(&site, &household, Budget::default()).offers {
        let agenda = agenda(&site, &household, &offer, Budget::default());
        let dates: usize = agenda.sessions.iter().map(|series| series.dates.len()).sum();
        let missed = if matches!(offer.verdict, Verdict::DoesNotFit { .. }) { 0 } else { offer.cost.missed as usize };
        assert_eq!(dates + missed, offer.sessions as usize);
    }
}

#[test]
fn sessions_that_follow_one_another_are_one_time_away() {
    let agenda = agenda_of(&at_work(1020), "evening");
    // Thursday's two sessions are 6pm to 9pm together, as on Monday and Tuesday.
    let [(span, dates)] = &times(&agenda.sessions)[..] else { panic!("{:?}", times(&agenda.sessions)) };
    assert_eq!((*span, dates.len()), (Span { from: 1080, to: 1260 }, 34));
    let pattern = Pattern::of(dates).expect("a pattern");
    assert_eq!(pattern.days, Days::of(&[Weekday::Mon, Weekday::Tue, Weekday::Thu]));
    assert_eq!((pattern.first, pattern.last), (date("2026-11-30"), date("2027-02-18")));
    assert_eq!(pattern.except, [date("2026-12-24"), date("2027-01-18")]);
}

#[test]
fn dates_without_a_pattern_have_none() {
    let some = |days: &[i32]| days.iter().map(|day| add_days(date("2026-11-30"), *day)).collect::<Vec<_>>();
    assert_eq!(Pattern::of(&some(&[0, 14, 21, 42])), None);
    assert_eq!(Pattern::of(&[]), None);
    let once = Pattern::of(&some(&[3])).expect("one date");
    assert_eq!((once.first, once.except), (once.last, vec![]));
}

#[test]
fn what_begins_before_midnight_of_its_day_is_on_the_day_before() {
    let site = demo();
    let mut household = at_work(1020);
    household.commitments.clear();
    let mut offer = solve(&site, &household, Budget::default()).offers[0].clone();
    offer.track = 0;
    let monday = &agenda(&site, &household, &offer, Budget::default()).sessions[0];
    let early = monday.with_way(1090, 20);
    assert_eq!((early.span, early.dates[0]), (Span { from: 1430, to: 2720 }, date("2026-11-29")));
    assert_eq!(early.dates[0].weekday(), Weekday::Sun);
    assert_eq!(monday.with_way(0, 0), *monday);
}
