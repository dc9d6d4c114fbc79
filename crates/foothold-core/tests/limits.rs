//! Every limit that docs/HOUSEHOLD-JSON.md and docs/CLINIC-JSON.md state: at its edge a file is read without a word, one past it
//! that place is named.

use foothold_core::config::{Issue, IssueKind, Severity, load, load_household};

/// So many copies, each told its number.
fn many(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect::<Vec<_>>().join(",")
}

fn household(members: &str) -> String {
    format!(r#"{{"version":1,"start":"2026-11-30",{members}}}"#)
}

fn row(members: &str) -> String {
    household(&format!(r#""commitments":[{{"kind":"work","days":["Mon"],"from":"9am","to":"5pm"{members}}}]"#))
}

fn cycle(days: usize) -> String {
    let days = "D".repeat(days);
    let cycle = format!(r#"{{"starts":"2026-11-30","days":"{days}","shifts":{{"D":"7am-7pm"}}}}"#);
    household(&format!(r#""commitments":[{{"kind":"work","cycle":{cycle}}}]"#))
}

fn listed(count: usize) -> String {
    let date = |at: usize| {
        let (year, month, day) = (2026 + at / 336, 1 + at / 28 % 12, 1 + at % 28);
        format!(r#"{{"date":"{year}-{month:02}-{day:02}","from":"9am","to":"5pm"}}"#)
    };
    household(&format!(r#""commitments":[{{"kind":"work","dates":[{}]}}]"#, many(count, date)))
}

fn people(count: usize, clients: usize) -> String {
    let one = |at: usize| format!(r#"{{"id":"p{at}","is":"{}"}}"#, if at < clients { "client" } else { "adult" });
    household(&format!(r#""people":[{}]"#, many(count, one)))
}

fn places(count: usize) -> String {
    household(&format!(r#""places":[{}]"#, many(count, |at| format!(r#"{{"id":"x{at}","home_min":5}}"#))))
}

fn place(members: &str) -> String {
    household(&format!(r#""places":[{{"id":"x","home_min":5}},{{"id":"y",{members}}}]"#))
}

fn rows(count: usize) -> String {
    let one = |_| r#"{"kind":"other","days":["Mon"],"from":"9am","to":"10am"}"#.to_owned();
    household(&format!(r#""commitments":[{}]"#, many(count, one)))
}

fn duties(count: usize) -> String {
    let one = |_| r#"{"days":["Mon"],"at":"6pm","may":["client"]}"#.to_owned();
    household(&format!(r#""duties":[{}]"#, many(count, one)).replace("client", "a").replacen(
        r#""duties""#,
        r#""people":[{"id":"a"}],"duties""#,
        1,
    ))
}

fn firm(members: &str) -> String {
    row(&format!(",{members}"))
}

/// The files at and past an edge, and the place that is named past it.
type Edge = (String, String, &'static str);

fn edges_of_households() -> Vec<Edge> {
    let minutes = |file: &dyn Fn(&str) -> String, name: &str, most: u32, path| {
        let with = |min: u32| file(&format!(r#""{name}":{min}"#));
        (with(most), with(most + 1), path)
    };
    let own = |name: &'static str, path| minutes(&|min| row(&format!(",{min}")), name, 240, path);
    vec![
        minutes(&household, "clinic_travel_min", 240, "clinic_travel_min"),
        minutes(&household, "cars", 12, "cars"),
        minutes(&|min| household(&format!(r#""rest":{{{min}}}"#)), "least_min", 960, "rest.least_min"),
        minutes(&|min| household(&format!(r#""rest":{{{min}}}"#)), "within_min", 1440, "rest.within_min"),
        (people(12, 1), people(13, 1), "people"),
        (people(12, 4), people(12, 5), "people[4].is"),
        (places(50), places(51), "places"),
        minutes(&place, "home_min", 240, "places[1].home_min"),
        minutes(&place, "back_min", 240, "places[1].back_min"),
        minutes(&place, "clinic_min", 240, "places[1].clinic_min"),
        (place(r#""ways":{"x":240}"#), place(r#""ways":{"x":241}"#), "places[1].ways.x"),
        (rows(200), rows(201), "commitments"),
        (duties(50), duties(51), "duties"),
        own("travel_min", "commitments[0].travel_min"),
        own("direct_min", "commitments[0].direct_min"),
        (cycle(366), cycle(367), "commitments[0].cycle.days"),
        (cycle(1), cycle(0), "commitments[0].cycle.days"),
        (listed(1000), listed(1001), "commitments[0].dates"),
        (
            firm(r#""firm":"move","earlier_min":720,"later_min":720"#),
            firm(r#""firm":"move","earlier_min":721"#),
            "commitments[0].earlier_min",
        ),
        (
            firm(r#""firm":"move","later_min":720"#),
            firm(r#""firm":"move","later_min":721"#),
            "commitments[0].later_min",
        ),
        (firm(r#""firm":"cut","cut_min":720"#), firm(r#""firm":"cut","cut_min":721"#), "commitments[0].cut_min"),
        // A span lasts at most a day; what ends when it starts has no length.
        (
            household(r#""commitments":[{"kind":"work","days":["Mon"],"from":"9am","to":"8:59am"}]"#),
            household(r#""commitments":[{"kind":"work","days":["Mon"],"from":"9am","to":"9am"}]"#),
            "commitments[0]",
        ),
        (
            household(r#""commitments":[{"kind":"work","days":["Mon"],"from":"23:59","to":"24:00"}]"#),
            household(r#""commitments":[{"kind":"work","days":["Mon"],"from":"23:59","to":"24:01"}]"#),
            "commitments[0].to",
        ),
        // Ids that must differ.
        (
            household(r#""people":[{"id":"a"},{"id":"b"}]"#),
            household(r#""people":[{"id":"a"},{"id":"a"}]"#),
            "people[1].id",
        ),
        (place(r#""home_min":1"#), place(r#""home_min":1"#).replace(r#""id":"y""#, r#""id":"x""#), "places[1].id"),
        (
            household(
                r#""people":[{"id":"a"}],"duties":[{"id":"x","days":["Mon"],"at":"6pm","may":["a"]},{"id":"y","days":["Tue"],"at":"6pm","may":["a"]}]"#,
            ),
            household(
                r#""people":[{"id":"a"}],"duties":[{"id":"x","days":["Mon"],"at":"6pm","may":["a"]},{"id":"x","days":["Tue"],"at":"6pm","may":["a"]}]"#,
            ),
            "duties[1].id",
        ),
    ]
}

fn clinic(program: &str, track: &str, form: &str) -> String {
    format!(
        r#"{{"version":1,"name":"C","phone":"(312) 555-0134","zone":"America/Chicago","languages":["en"],"checked_on":"2026-11-20",
        "program":{{"weeks":12,"weekly_hours":{{"least":1,"most":80}}{program}}},
        "tracks":[{{"id":"t","name":"T","sessions":[{{"kind":"group","days":["Mon","Tue","Wed","Thu","Fri"],"from":"6pm","to":"9pm"}}]{track}}}]{form}}}"#
    )
}

fn edges_of_clinics() -> Vec<Edge> {
    let program = |members: &str| clinic(&format!(",{members}"), "", "");
    let weeks = |weeks: u32| clinic("", "", "").replace(r#""weeks":12"#, &format!(r#""weeks":{weeks}"#));
    let hours = |most: u32| clinic("", "", "").replace(r#""most":80"#, &format!(r#""most":{most}"#));
    let intake = |minutes: u32| {
        let windows = r#"[{"days":["Mon"],"from":"8am","to":"8pm"}]"#;
        program(&format!(r#""intake":{{"minutes":{minutes},"windows":{windows}}}"#))
    };
    let stated = |hours: &str| clinic("", &format!(r#","stated_hours":{hours}"#), "");
    let either = |days: &str| {
        let all = r#""days":["Mon","Tue","Wed","Thu","Fri"],"#;
        clinic("", "", "").replace(all, &format!(r#""days":[{days}],"online":"either","#))
    };
    let zone = |zone: &str| clinic("", "", "").replace("America/Chicago", zone);
    let window = |to: &str| {
        program(&format!(r#""intake":{{"minutes":60,"windows":[{{"days":["Mon"],"from":"8am","to":"{to}"}}]}}"#))
    };
    vec![
        (weeks(104), weeks(105), "program.weeks"),
        (weeks(1), weeks(0), "program.weeks"),
        (hours(80), hours(81), "program.weekly_hours.most"),
        (program(r#""arrival_buffer_min":120"#), program(r#""arrival_buffer_min":121"#), "program.arrival_buffer_min"),
        (program(r#""arrival_buffer_min":0"#), program(r#""arrival_buffer_min":-1"#), "program.arrival_buffer_min"),
        (program(r#""misses":{"allowed":100}"#), program(r#""misses":{"allowed":101}"#), "program.misses.allowed"),
        (
            program(r#""misses":{"allowed":1,"in_weeks":104}"#),
            program(r#""misses":{"allowed":1,"in_weeks":105}"#),
            "program.misses.in_weeks",
        ),
        (intake(15), intake(14), "program.intake.minutes"),
        (intake(480), intake(481), "program.intake.minutes"),
        (window("9am"), window("8:59am"), "program.intake.windows[0]"),
        (stated("80"), stated("80.5"), "tracks[0].stated_hours"),
        (stated("0.25"), stated("0.2"), "tracks[0].stated_hours"),
        (
            either(r#""Mon","Tue","Wed","Thu","Fri""#),
            either(r#""Mon","Tue","Wed","Thu","Fri","Sat""#),
            "tracks[0].sessions",
        ),
        (zone("America/Chicago"), zone("Mars/Base"), "zone"),
        (zone("Etc/UTC"), zone("central"), "zone"),
    ]
}

fn named(issues: &[Issue], path: &str) -> bool {
    let differs = |issue: &Issue| matches!(issue.kind, IssueKind::StatedHoursDiffer { .. });
    issues.iter().any(|issue| issue.path == path && issue.severity != Severity::Note && !differs(issue))
}

#[test]
fn a_households_file_is_read_at_each_edge_and_named_past_it() {
    for (at, past, path) in edges_of_households() {
        let loaded = load_household(&at);
        assert!(loaded.issues.is_empty() && loaded.household.is_some(), "{path}: {:?}\n{at}", loaded.issues);
        let loaded = load_household(&past);
        assert!(named(&loaded.issues, path), "{path}: {:?}\n{past}", loaded.issues);
        assert!(loaded.household.is_some(), "{path}: the rest is still read");
    }
}

#[test]
fn a_clinics_file_is_read_at_each_edge_and_named_past_it() {
    for (at, past, path) in edges_of_clinics() {
        let issues = load(&at).issues;
        assert!(!named(&issues, path), "{path}: {issues:?}\n{at}");
        let loaded = load(&past);
        assert!(named(&loaded.issues, path), "{path}: {:?}\n{past}", loaded.issues);
        assert!(loaded.site.is_some(), "{path}: the rest is still shown");
    }
}
