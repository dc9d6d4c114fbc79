use crate::config::{IssueKind, LoadedHousehold, TakenAsAgreed, load_household};
use crate::plan::{Budget, ChangeKind, Doer, Verdict, baseline, dated, solve};
use crate::site::{Attend, Program, Session, SessionKind, Site, Track};
use crate::time::{Days, Span, Weekday, add_days};
use Weekday::{Mon, Tue};

const HOME: &str = r#"{"version":1,"start":"2026-11-30","clinic_travel_min":20,
    "people":[{"id":"ana","is":"client"},{"id":"ben"}],
    "commitments":[
        {"id":"mill","kind":"work","days":["Mon","Tue"],"from":"9am","to":"6pm","travel_min":25,"firm":"cut","cut_min":60},
        {"id":"choir","kind":"other","days":["Tue"],"from":"8pm","to":"9pm","firm":"move","earlier_min":60,"later_min":60}],
    "duties":[
        {"id":"walk","days":["Mon"],"from":"5pm","to":"6pm","may":["ben","ana"],"usual":"ana"},
        {"id":"supper","days":["Tue"],"from":"5:30pm","to":"8pm","may":["ana","ben"],"usual":"ana","handover":true}],
    "agreed":[ROWS]}"#;

/// Two weeks with one session on Monday evenings.
fn clinic() -> Site {
    let session = Session {
        kind: SessionKind::Group,
        title: None,
        days: Days::of(&[Mon]),
        span: Span { from: 1080, to: 1200 },
        online: Days::NONE,
        either: false,
        weeks: None,
        attend: Attend::default(),
    };
    let text = include_str!("../../../../public/clinic.json");
    let site = crate::config::load(text).site.expect("the demo");
    let program = Program { weeks: (2, 2), mix: None, closures: Vec::new(), intake: None, ..site.program };
    Site { program, tracks: vec![Track::of(vec![session])], ..site }
}

fn settled(rows: &str) -> (LoadedHousehold, TakenAsAgreed) {
    let mut loaded = load_household(&HOME.replace("ROWS", rows));
    assert_eq!(loaded.issues, [], "{rows}");
    let taken = loaded.settle(&clinic());
    (loaded, taken)
}

#[test]
fn what_has_been_agreed_changes_the_week_on_its_dates() {
    let (loaded, taken) = settled(
        r#"{"commitment":"mill","on":"2026-11-20","change":"leave_early","min":60,"days":["Mon"]},
           {"commitment":"mill","change":"step_out","leaves":"noon","back":"1pm","dates":["2026-12-08"]},
           {"commitment":"choir","change":"skip","first":"2026-12-07"},
           {"duty":"walk","doer":"ben"},
           {"duty":"supper","doer":"ben","at":"7pm","then":"ana","dates":["2026-12-01"]}"#,
    );
    assert_eq!(loaded.issues, []);
    let after = loaded.household.expect("a household");
    let on = |day: i32| {
        let date = add_days(after.start, day);
        let mut found = Vec::new();
        for commitment in &after.commitments {
            let mut spans = Vec::new();
            commitment.when.on(date, &mut spans);
            found.extend(spans.iter().map(|span| (span.from, span.to)));
        }
        found.sort_unstable();
        found
    };
    assert_eq!((on(0), on(7)), (vec![(540, 1020)], vec![(540, 1020)]), "an hour early on Mondays");
    assert_eq!(on(1), [(540, 1080), (1200, 1260)], "as it was");
    assert_eq!(on(8), [(540, 720), (780, 1080)], "out at noon, and no choir");
    let said: Vec<_> = taken.changes.iter().map(|c| (c.row, c.kind, c.days, c.dates, c.asks)).collect();
    let [mondays, tuesdays] = [Days::of(&[Mon]), Days::of(&[Tue])];
    // A week before and one after the program count, too.
    assert_eq!(
        said,
        [
            (Some(1), ChangeKind::LeaveEarly(60), mondays, 4, true),
            (Some(1), ChangeKind::StepOut { from: 720, to: 780 }, tuesdays, 1, true),
            (Some(2), ChangeKind::Skip, tuesdays, 2, false)
        ]
    );
    let said: Vec<_> = taken.covers.iter().map(|c| (c.duty, c.doer, c.span.from, c.dates)).collect();
    assert_eq!(said, [(1, Doer::Person(1), 1020, 4), (2, Doer::Person(1), 1050, 1), (2, Doer::Person(0), 1140, 1)]);
    let doers = baseline(&clinic(), &after);
    let walks: Vec<_> = doers.iter().filter(|d| d.date.to_string() == "2026-12-07").map(|d| d.doer).collect();
    assert_eq!(walks, [Doer::Person(1)], "Ben walks");
    let mut first: Vec<_> =
        doers.iter().filter(|d| d.date.to_string() == "2026-12-01").map(|d| (d.from, d.doer)).collect();
    first.sort_unstable();
    assert_eq!(first, [(1050, Doer::Person(1)), (1140, Doer::Person(0))], "Ana goes on at 7pm");
}

#[test]
fn what_cannot_have_been_agreed_is_named() {
    for (row, path) in [
        (r#"{"commitment":"mine","change":"skip"}"#, "agreed[0].commitment"),
        (r#"{"duty":"mill","doer":"ben"}"#, "agreed[0].duty"),
        (r#"{"commitment":"mill","duty":"walk","change":"skip"}"#, "agreed[0].duty"),
        (r#"{"change":"skip"}"#, "agreed[0].commitment"),
        (r#"{"commitment":"mill"}"#, "agreed[0].change"),
        (r#"{"commitment":"mill","change":"swap"}"#, "agreed[0].change"),
        (r#"{"commitment":"mill","change":"later"}"#, "agreed[0].min"),
        (r#"{"commitment":"mill","change":"later","min":721}"#, "agreed[0].min"),
        (r#"{"commitment":"mill","change":"step_out","leaves":"noon"}"#, "agreed[0].back"),
        (r#"{"duty":"walk"}"#, "agreed[0].doer"),
        (r#"{"duty":"walk","doer":"cleo"}"#, "agreed[0].doer"),
        (r#"{"commitment":"mill","change":"skip","dates":["soon"]}"#, "agreed[0].dates[0]"),
        (r#"{"commitment":"mill","change":"skip","when":"soon"}"#, "agreed[0].when"),
    ] {
        let loaded = load_household(&HOME.replace("ROWS", row));
        assert!(loaded.issues.iter().any(|issue| issue.path == path), "{row}: {:?}", loaded.issues);
    }
    for (row, path) in [
        (r#"{"commitment":"mill","change":"skip","dates":["2026-12-02"]}"#, "agreed[0]"),
        (r#"{"commitment":"mill","change":"skip","first":"2028-01-01"}"#, "agreed[0]"),
        (r#"{"commitment":"choir","change":"arrive_late","min":60}"#, "agreed[0].min"),
        (r#"{"commitment":"mill","change":"step_out","leaves":"1pm","back":"noon"}"#, "agreed[0]"),
        (r#"{"duty":"walk","doer":"ana","then":"ben","at":"5:30pm"}"#, "agreed[0].at"),
        (r#"{"duty":"supper","doer":"ana","then":"ben","at":"9pm"}"#, "agreed[0].at"),
        (
            r#"{"commitment":"mill","change":"skip","dates":["2026-12-01"]},{"commitment":"mill","change":"skip","days":["Tue"]}"#,
            "agreed[1]",
        ),
    ] {
        let (loaded, _) = settled(row);
        let paths: Vec<&str> = loaded.issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, [path], "{row}");
    }
    let (loaded, taken) = settled(r#"{"commitment":"mill","change":"skip","dates":["2026-12-02"]}"#);
    assert!(matches!(&loaded.issues[0].kind, IssueKind::NotThen { date: Some(date) } if date == "2026-12-02"));
    assert_eq!(taken, TakenAsAgreed::default());
    assert_eq!(loaded.household, load_household(&HOME.replace("ROWS", "")).household, "nothing has changed");
}

#[test]
fn what_an_answer_asked_for_is_enough_once_it_has_been_agreed() {
    let (loaded, _) = settled("");
    let home = loaded.household.expect("a household");
    let offer = solve(&clinic(), &home, Budget::default()).offers.remove(0);
    let Verdict::FitsIf(changes) = &offer.verdict else { panic!("{offer:#?}") };
    let [change] = changes.as_slice() else { panic!("{changes:?}") };
    let ChangeKind::LeaveEarly(min) = change.kind else { panic!("{change:?}") };
    let plan = dated(&clinic(), &home, &offer, Budget::default());
    let dates: Vec<String> = plan.changed.iter().map(|(_, date, ..)| format!("\"{date}\"")).collect();
    let dates = dates.join(",");
    let mut rows = format!(r#"{{"commitment":"mill","change":"leave_early","min":{min},"dates":[{dates}]}}"#);
    for date in &plan.doers {
        let Doer::Person(who) = date.doer else { panic!("{date:?}") };
        let (who, date) = (["ana", "ben"][who], date.date);
        rows = format!(r#"{rows},{{"duty":"walk","doer":"{who}","dates":["{date}"]}}"#);
    }
    let (loaded, taken) = settled(&rows);
    assert_eq!((loaded.issues, taken.changes), (vec![], changes.clone()));
    let after = solve(&clinic(), &loaded.household.expect("a household"), Budget::default()).offers.remove(0);
    assert!(matches!(after.verdict, Verdict::Fits | Verdict::Tight), "{after:#?}");
}
