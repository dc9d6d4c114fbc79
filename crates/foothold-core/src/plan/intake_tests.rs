use super::super::check::plan_faults;
use super::super::tests::{house, monday, only, session as group, site, work};
use super::super::{Dated, baseline};
use super::*;
use crate::household::{Commitment, Firm, Kind};
use crate::time::Weekday::{Fri, Mon, Thu, Tue, Wed};

const WEEKDAYS: [Weekday; 5] = [Mon, Tue, Wed, Thu, Fri];

/// A clinic with an evening track and one hour's first visit in this window.
fn clinic(days: &[Weekday], from: i32, to: i32) -> Site {
    let mut clinic = site(vec![group(&[Mon, Thu], 1080, 1260)]);
    clinic.program.intake = Some(Intake { minutes: 60, windows: vec![(Days::of(days), Span { from, to })] });
    clinic
}

fn visit(clinic: &Site, household: &Household, earliest: NaiveDate) -> Option<(NaiveDate, i32)> {
    let offer = only(clinic, household);
    first_visit(clinic, household, &offer, earliest, Budget::default()).map(|visit| (visit.date, visit.span.from))
}

fn before(days: i32) -> NaiveDate {
    add_days(monday(), -days)
}

#[test]
fn the_first_visit_is_at_the_earliest_time_that_nothing_is_in_the_way_of() {
    // Work ends at 5, the clinic is 15 minutes away, and one is there 10 minutes early: 5:25, so half past five.
    let household = house(vec![work(Days::of(&WEEKDAYS), 540, 1020, Firm::Cut { most_min: 240 })]);
    assert_eq!(visit(&clinic(&WEEKDAYS, 480, 1140), &household, before(14)), Some((before(14), 1050)));
    assert_eq!(visit(&clinic(&[Wed], 480, 1140), &household, before(14)), Some((before(12), 1050)));
    assert_eq!(visit(&clinic(&WEEKDAYS, 480, 1140), &household, before(3)), Some((before(3), 1050)));
    // A window that closes at six leaves no whole hour after work, and no change is asked for its sake.
    assert_eq!(visit(&clinic(&WEEKDAYS, 480, 1080), &household, before(14)), None);
}

#[test]
fn starts_are_whole_quarters_and_closed_dates_are_passed_over() {
    let mut closed = clinic(&[Wed], 605, 720);
    let free = house(Vec::new());
    assert_eq!(visit(&closed, &free, before(14)), Some((before(12), 615)));
    closed.program.closures = vec![before(12), before(5)];
    // Both Wednesdays before the start are closed; the third is in week 1.
    assert_eq!(visit(&closed, &free, before(14)), Some((add_days(monday(), 2), 615)));
    closed.program.closures.push(add_days(monday(), 2));
    assert_eq!(visit(&closed, &free, before(14)), None);
}

#[test]
fn in_week_1_a_visit_stands_beside_the_sessions_and_asks_for_nothing_more() {
    let free = house(Vec::new());
    let from_start = |clinic: &Site| visit(clinic, &free, monday());
    // Monday's session begins at six.
    assert_eq!(from_start(&clinic(&[Mon], 1035, 1320)), Some((monday(), 1260)));
    assert_eq!(from_start(&clinic(&[Mon], 1020, 1320)), Some((monday(), 1020)));
    let busy = house(vec![work(Days::of(&[Mon]), 540, 1020, Firm::Cut { most_min: 240 })]);
    assert_eq!(visit(&clinic(&[Mon], 960, 1080), &busy, monday()), None);
}

#[test]
fn an_offer_that_does_not_fit_has_a_visit_before_the_start_only() {
    let full = house(vec![work(Days::of(&[Mon, Thu]), 900, 1320, Firm::Fixed)]);
    assert_eq!(visit(&clinic(&[Tue], 600, 720), &full, before(14)), Some((before(13), 600)));
    assert_eq!(visit(&clinic(&[Tue], 600, 720), &full, monday()), None);
}

#[test]
fn sleep_after_a_night_is_kept_from_the_visit_too() {
    let night = Commitment {
        travel_min: 20,
        ..Commitment::weekly(1, Kind::Work, Days::of(&[Mon]), Span { from: 1380, to: 1860 })
    };
    let household = house(vec![night]);
    // The shift ends on Tuesday at 7am, home at 7:20. At nine there is time to sleep afterwards, from 10:20 on.
    assert_eq!(visit(&clinic(&[Tue], 540, 1200), &household, before(14)), Some((before(13), 540)));
    // From eleven on there is not: seven hours until 2:20pm, half an hour to be there early.
    assert_eq!(visit(&clinic(&[Tue], 660, 1200), &household, before(14)), Some((before(13), 900)));
}

#[test]
fn every_earlier_start_has_something_in_its_way() {
    let mut household = house(vec![
        work(Days::of(&[Mon, Wed]), 540, 1020, Firm::Fixed),
        Commitment {
            row: 2,
            travel_min: 35,
            ..Commitment::weekly(2, Kind::Other, Days::of(&[Tue]), Span { from: 600, to: 700 })
        },
    ]);
    let clinic = clinic(&[Mon, Tue], 500, 1000);
    let (date, from) = visit(&clinic, &household, before(14)).expect("a time");
    let mut alone = clinic.clone();
    alone.program.weeks = (1, 1);
    let mut looked = 0;
    for day in [before(14), before(13)] {
        household.start = day;
        for span in starts(clinic.program.intake.as_ref().expect("a visit"), day.weekday()) {
            if (day, span.from) > (date, from) {
                continue;
            }
            let track = Track::of(vec![session(day.weekday(), span, None)]);
            let before = baseline(&alone, &household);
            let faults =
                plan_faults(&alone, &household, &before, &[(0, &track)], &Dated::default(), Cost::default(), true);
            let in_the_way = faults.contains(&super::super::check::Fault::TwoPlaces);
            assert_eq!(!in_the_way, (day, span.from) == (date, from), "{day} {span:?} {faults:?}");
            looked += 1;
        }
    }
    assert!(looked > 30, "{looked}");
}
