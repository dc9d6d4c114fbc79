//! Clinics and households of any size, for what is measured: how long the planner takes, and how much memory.

use std::fmt::Write as _;

use foothold_core::config::{Severity, load, load_household};
use foothold_core::household::Household;
use foothold_core::site::Site;

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// The largest that is stated: eight people with a hundred rows, a hundred tracks of five sessions, half a year.
pub const CORNER: Size = Size { people: 8, commitments: 100, tracks: 100, weeks: 26 };

/// What is asked: how much of everything.
#[derive(Clone, Copy)]
pub struct Size {
    /// People, of whom the first is the client.
    pub people: usize,
    /// Rows of all of them.
    pub commitments: usize,
    /// Tracks of five sessions.
    pub tracks: usize,
    /// Weeks of the program.
    pub weeks: usize,
}

/// Tracks of five sessions each, one a weekday, at hours that go round the day.
pub fn clinic(size: Size) -> Site {
    let mut tracks = String::new();
    for track in 0..size.tracks {
        let mut sessions = String::new();
        for (at, day) in DAYS.iter().take(5).enumerate() {
            let from = 8 * 60 + (track * 7 + at * 11) % 48 * 15;
            let (first, last) = (clock(from), clock(from + 120));
            let comma = if at == 0 { "" } else { "," };
            let _ = write!(sessions, r#"{comma}{{"kind":"group","days":["{day}"],"from":"{first}","to":"{last}"}}"#);
        }
        let comma = if track == 0 { "" } else { "," };
        let _ = write!(tracks, r#"{comma}{{"id":"t{track}","name":"T{track}","sessions":[{sessions}]}}"#);
    }
    let text = format!(
        r#"{{"version":1,"name":"C","phone":"(312) 555-0134","zone":"America/Chicago","program":{{"weeks":{},
        "misses":{{"allowed":2,"in_weeks":6}}}},"tracks":[{tracks}]}}"#,
        size.weeks
    );
    let loaded = load(&text);
    let errors: Vec<_> = loaded.issues.iter().filter(|issue| issue.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    loaded.site.expect("a clinic")
}

/// People with entries that go round the week: fixed ones, some that can move, be cut or skipped; the adults share a duty.
pub fn family(size: Size) -> Household {
    let mut people = String::from(r#"{"id":"p0","is":"client"}"#);
    for person in 1..size.people {
        let is = if person < 3 { "adult" } else { "child" };
        let _ = write!(people, r#",{{"id":"p{person}","is":"{is}"}}"#);
    }
    let mut rows = String::new();
    for at in 0..size.commitments {
        let who = at % size.people;
        let nth = at / size.people;
        let day = DAYS.get((nth + who) % 7).copied().unwrap_or_default();
        let from = 7 * 60 + (nth * 5 + who * 3) % 13 * 60;
        let firms = [
            "",
            r#","firm":"cut","cut_min":30"#,
            r#","firm":"move","earlier_min":60,"later_min":60"#,
            r#","firm":"if_needed""#,
        ];
        let firm = firms.get(at % 4).copied().unwrap_or_default();
        let (first, last) = (clock(from), clock(from + 45));
        let comma = if at == 0 { "" } else { "," };
        let _ = write!(
            rows,
            r#"{comma}{{"who":"p{who}","kind":"work","days":["{day}"],"from":"{first}","to":"{last}","travel_min":10{firm}}}"#
        );
    }
    let duties = if size.people > 1 {
        r#"{"id":"pick-up","days":["Mon","Wed"],"at":"5:30pm","may":["p0","p1"],"usual":"p0"}"#
    } else {
        ""
    };
    let text = format!(
        r#"{{"version":1,"start":"2026-11-30","clinic_travel_min":20,"people":[{people}],"commitments":[{rows}],"duties":[{duties}]}}"#
    );
    let loaded = load_household(&text);
    assert_eq!(loaded.issues, [], "every row is read");
    loaded.household.expect("a household")
}

/// Forty rows of sessions round the day, each from Monday to Friday, of which people need three groups, a workshop and an hour alone.
pub fn mixable() -> Site {
    let mut sessions = String::new();
    for at in 0..40 {
        let kinds = ["group", "group", "group", "workshop", "individual"];
        let kind = kinds.get(at % 5).copied().unwrap_or_default();
        let from = 8 * 60 + at * 20;
        let (first, last) = (clock(from), clock(from + 90));
        let comma = if at == 0 { "" } else { "," };
        let days = r#"["Mon","Tue","Wed","Thu","Fri"]"#;
        let _ = write!(sessions, r#"{comma}{{"kind":"{kind}","days":{days},"from":"{first}","to":"{last}"}}"#);
    }
    let text = format!(
        r#"{{"version":1,"name":"C","phone":"(312) 555-0134","zone":"America/Chicago","program":{{"weeks":12,
        "mix":{{"group":3,"workshop":1,"individual":1}}}},"tracks":[{{"id":"t","name":"T","sessions":[{sessions}]}}]}}"#
    );
    load(&text).site.expect("a clinic")
}

fn clock(min: usize) -> String {
    format!("{:02}:{:02}", min / 60 % 24, min % 60)
}
