use super::*;
use crate::config::{IssueKind, LoadedHousehold, load, load_household};
use crate::plan::{Budget, Verdict, solve};
use crate::site::Site;
use crate::time::parse_date;
use Weekday::{Mon, Sun, Tue};

fn date(text: &str) -> NaiveDate {
    parse_date(text).expect("a date")
}

/// A file by one clock, read for a clinic that has another one, with a program of four weeks.
fn settled(zone: &str, clinic: &str, start: &str, rest: &str) -> LoadedHousehold {
    let mut loaded = load_household(&format!(
        r#"{{"version":1,"start":"{start}","zone":"{zone}","people":[{{"id":"ana"}}],{rest}}}"#
    ));
    assert_eq!(loaded.issues, []);
    let _ = loaded.settle(&site(clinic));
    loaded
}

fn site(zone: &str) -> Site {
    let text = include_str!("../../../../public/clinic.json");
    let mut site = load(text).site.expect("the demo");
    zone.clone_into(&mut site.zone);
    site.program.weeks = (4, 4);
    site
}

fn on(household: &Household, row: usize, day: &str) -> Vec<(i32, i32)> {
    let mut spans = Vec::new();
    household.commitments[row].when.on(date(day), &mut spans);
    spans.iter().map(|span| (span.from, span.to)).collect()
}

#[test]
fn where_both_clocks_change_together_a_row_stays_weekly() {
    let rows = r#""commitments":[
        {"kind":"work","days":["Mon","Tue"],"from":"9am","to":"5pm","first":"2027-03-02","last":"2027-03-30","except":["2027-03-08"]},
        {"kind":"work","days":["Mon"],"from":"12:30am","to":"8am"},
        {"kind":"work","cycle":{"starts":"2027-03-01","days":"AB-","shifts":{"A":"7am-3pm","B":"1pm-11pm"}}}]"#;
    let after = settled("America/New_York", "America/Chicago", "2027-03-01", rows).household.expect("a household");
    let first = &after.commitments[0].when;
    let whole = Rhythm::Weekly { days: Days::of(&[Mon, Tue]), span: Span { from: 480, to: 960 } };
    assert_eq!((&first.rhythm, first.first), (&whole, Some(date("2027-03-02"))));
    assert_eq!((first.last, &first.except), (Some(date("2027-03-30")), &vec![date("2027-03-08")]));
    let night = Rhythm::Weekly { days: Days::of(&[Sun]), span: Span { from: 1410, to: 1860 } };
    assert_eq!(after.commitments[1].when.rhythm, night, "half past midnight there is Sunday here");
    let [a, b] = [Span { from: 360, to: 840 }, Span { from: 720, to: 1320 }];
    let cycle = Rhythm::Cycle { anchor: date("2027-03-01"), days: vec![Some(a), Some(b), None] };
    assert_eq!(after.commitments[2].when.rhythm, cycle);
}

#[test]
fn where_one_clock_changes_a_row_becomes_dates() {
    let rows = r#""commitments":[{"kind":"work","days":["Mon"],"from":"9am","to":"5pm","except":["2027-03-22"]}]"#;
    let after = settled("America/Phoenix", "America/Denver", "2027-03-01", rows).household.expect("a household");
    assert!(matches!(after.commitments[0].when.rhythm, Rhythm::Listed(_)));
    let hours = |day| on(&after, 0, day);
    assert_eq!((hours("2027-03-08"), hours("2027-03-15")), (vec![(540, 1020)], vec![(600, 1080)]));
    assert_eq!((hours("2027-03-22"), hours("2027-03-09")), (vec![], vec![]));
    let summer = settled("America/Phoenix", "America/Denver", "2027-06-07", rows).household.expect("a household");
    assert!(summer.commitments[0].when.is_weekly(), "one time all through the program");
}

#[test]
fn a_night_in_which_a_clock_changes_is_as_long_as_it_is() {
    let rows = r#""commitments":[{"kind":"work","days":["Sat"],"from":"10pm","to":"6am"}]"#;
    let after = settled("America/New_York", "America/Phoenix", "2027-03-01", rows).household.expect("a household");
    assert_eq!(on(&after, 0, "2027-03-06"), [(1200, 1680)], "8pm to 4am");
    assert_eq!(on(&after, 0, "2027-03-13"), [(1200, 1620)], "an hour less");
    assert_eq!(on(&after, 0, "2027-03-20"), [(1140, 1620)]);
    let autumn = settled("America/New_York", "America/Phoenix", "2027-10-25", rows).household.expect("a household");
    assert_eq!(on(&autumn, 0, "2027-11-06"), [(1140, 1680)], "an hour more");
}

#[test]
fn every_time_is_the_same_moment_by_both_clocks() {
    for (at, home) in ZONES.into_iter().enumerate() {
        for clinic in [ZONES[(at + 4) % ZONES.len()], ZONES[(at + 9) % ZONES.len()]] {
            let clocks = Clocks { home, clinic, dates: Vec::new() };
            for day in 0..400 {
                let date = add_days(date("2026-10-01"), day);
                for from in [0, 75, 300, 720, 1230] {
                    let (_, _, by, span) = clocks.moved(date, Span { from, to: from + 60 });
                    let (there, here) = (home.utc(date, from), clinic.utc(add_days(date, by), span.from));
                    // The hour that a clock shows twice is the first.
                    let minutes = (there.0.num_days_from_ce() - here.0.num_days_from_ce()) * DAY_MIN + there.1 - here.1;
                    assert!(minutes == 0 || minutes == 60, "{} {} {date} {from}", home.id, clinic.id);
                    let twice = clinic.daylight.is_some() && (60..120).contains(&span.from);
                    assert!(minutes == 0 || twice, "{} {} {date} {from}", home.id, clinic.id);
                }
            }
        }
    }
}

#[test]
fn cover_and_last_departures_are_by_the_clinics_clock_too() {
    let duty = r#""clinic_last":"10pm","duties":[{"days":["Mon","Tue"],"from":"11:30pm","to":"12:15am","may":["ana"],
        "outside":[{"days":["Tue"],"from":"8pm","to":"1am"}]}]"#;
    let after = settled("America/Chicago", "America/New_York", "2027-03-01", duty).household.expect("a household");
    assert_eq!(after.clinic_by.last, Some(1380));
    let Rhythm::Weekly { days, span } = after.duties[0].when.rhythm else { panic!("{after:#?}") };
    assert_eq!((days, span), (Days::of(&[Tue, Weekday::Wed]), Span { from: 30, to: 75 }));
    assert_eq!(after.duties[0].outside, [(Days::of(&[Weekday::Wed]), Span { from: 30, to: 75 })], "Tuesday's");
    let loaded = settled("America/Phoenix", "America/Denver", "2027-03-01", duty);
    let said: Vec<_> = loaded.issues.iter().map(|issue| (issue.path.as_str(), &issue.kind)).collect();
    assert_eq!(said, [("clinic_last", &IssueKind::ClocksApart)], "10pm, then 11pm");
}

#[test]
fn nights_that_matter_when_clocks_change_are_named() {
    let named = |rows: &str, clinic: &str| {
        let text = format!(r#"{{"version":1,"start":"2027-03-01","people":[{{"id":"ana"}}],{rows}}}"#);
        let household = load_household(&text).household.expect("a household");
        clock_changes(&site(clinic), &household).iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let row = |kind: &str, days: &str, from: &str, to: &str| {
        format!(r#"{{"kind":"{kind}","days":["{days}"],"from":"{from}","to":"{to}"}}"#)
    };
    let commitments = |rows: &[String]| format!(r#""commitments":[{}]"#, rows.join(","));
    let night = commitments(&[row("work", "Sat", "10pm", "6am")]);
    assert_eq!(named(&night, "America/Denver"), ["2027-03-14"]);
    assert!(named(&night, "America/Phoenix").is_empty(), "no change there");
    assert!(named(&commitments(&[row("work", "Sun", "10pm", "6am")]), "America/Denver").is_empty(), "a night later");
    assert_eq!(named(&commitments(&[row("work", "Sat", "5pm", "2am")]), "America/Denver").len(), 1, "asleep after it");
    let evening = commitments(&[row("other", "Sat", "5pm", "9pm")]);
    assert!(named(&evening, "America/Denver").is_empty(), "long over by then");
    let both = [row("other", "Sat", "5pm", "11pm"), row("work", "Sun", "5am", "1pm")];
    assert_eq!(named(&commitments(&both), "America/Denver").len(), 1, "from the one to the other");
    let minding = r#""duties":[{"days":["Sat"],"from":"8pm","to":"7am","may":["ana"]}]"#;
    assert_eq!(named(minding, "America/Denver").len(), 1);
    assert!(named(&night.replace("2027-03-01", "2027-06-01"), "Europe/Paris").is_empty(), "a clock that is not known");
}

#[test]
fn a_clock_that_is_not_known_is_named_and_nothing_is_guessed() {
    let of = |zone: &str| load_household(&format!(r#"{{"version":1,"start":"2027-03-01","zone":"{zone}"}}"#));
    let loaded = of("America/New_Yrok");
    let [issue] = loaded.issues.as_slice() else { panic!("{:?}", loaded.issues) };
    assert!(issue.path == "zone" && loaded.household.is_none());
    let IssueKind::UnknownValue { nearest, .. } = &issue.kind else { panic!("{issue:?}") };
    assert_eq!(*nearest, Some("America/New_York"));
    assert!(of("Europe/Paris").household.is_none());
    let mut loaded = of("America/New_York");
    let _ = loaded.settle(&site("Europe/Paris"));
    assert!(loaded.household.is_none() && loaded.issues.len() == 1, "the clinic's clock is not known");
    let mut loaded = of("America/Chicago");
    let _ = loaded.settle(&site("America/Chicago"));
    assert!(loaded.household.is_some() && loaded.issues.is_empty());
}

#[test]
fn an_evening_that_is_free_by_one_clock_is_not_by_the_other() {
    let mut clinic = site("America/Denver");
    clinic.program.intake = None;
    clinic.program.closures.clear();
    clinic.program.weeks = (2, 2);
    clinic.program.misses = crate::site::MissRule { allowed: 0, in_weeks: 1 };
    clinic.tracks.truncate(1);
    let mut session = clinic.tracks[0].sessions[0].clone();
    (session.days, session.span) = (Days::of(&[Mon]), Span { from: 1080, to: 1200 });
    clinic.tracks[0] = crate::site::Track { sessions: vec![session], ..clinic.tracks[0].clone() };
    let job = r#""commitments":[{"kind":"work","days":["Mon"],"from":"9am","to":"5:30pm"}]"#;
    let missed = |zone: &str| {
        let file = format!(r#"{{"version":1,"start":"2027-03-08","zone":"{zone}",{job}}}"#);
        let mut loaded = load_household(&file);
        let _ = loaded.settle(&clinic);
        let offer = solve(&clinic, &loaded.household.expect("a household"), Budget::default()).offers.remove(0);
        (matches!(offer.verdict, Verdict::DoesNotFit { .. }), offer.cost.missed)
    };
    assert!(!missed("America/Denver").0);
    assert_eq!(missed("America/Phoenix"), (true, 1), "from the second week on work ends at 6:30 here");
    assert_eq!(missed("America/Los_Angeles"), (true, 2));
}
