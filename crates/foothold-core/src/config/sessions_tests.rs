use crate::config::{Issue, IssueKind as Kind, load};
use crate::site::Session;
use crate::time::Days;
use crate::time::Weekday::{Fri, Mon, Thu, Tue, Wed};

fn sessions(rows: &str) -> (Vec<Session>, Vec<Issue>) {
    let text = format!(
        r#"{{"version":1,"name":"Elm Court","phone":"(312) 555-0134","zone":"America/Chicago","checked_on":"2026-11-20",
        "program":{{"weeks":12}},"tracks":[{{"id":"a","name":"A","sessions":[{rows}]}}]}}"#
    );
    let loaded = load(&text);
    (loaded.site.map(|mut site| site.tracks.remove(0).sessions).unwrap_or_default(), loaded.issues)
}

fn row(days: &str, online: &str) -> String {
    format!(r#"{{"kind":"group","days":[{days}],"from":"6pm","to":"9pm","online":{online}}}"#)
}

#[test]
fn a_session_is_held_online_in_person_or_as_each_person_chooses() {
    let read = |online: &str| {
        let (sessions, issues) = sessions(&row("\"Mon\",\"Tue\",\"Thu\"", online));
        assert_eq!(issues, [], "{online}");
        (sessions[0].online, sessions[0].either)
    };
    assert_eq!(read("false"), (Days::NONE, false));
    assert_eq!(read("true"), (Days::of(&[Mon, Tue, Thu]), false));
    assert_eq!(read("\"either\""), (Days::NONE, true));
    for wrong in ["\"maybe\"", "1"] {
        let (sessions, issues) = sessions(&row("\"Mon\"", wrong));
        assert!(sessions.is_empty(), "{wrong}: half a session would be a wrong timetable");
        assert_eq!(issues[0].path, "tracks[0].sessions[0].online", "{wrong}");
    }
}

#[test]
fn more_choices_than_are_tried_are_named_and_the_first_ones_count() {
    let rows =
        format!("{},{}", row("\"Mon\",\"Tue\",\"Wed\"", "\"either\""), row("\"Thu\",\"Fri\",\"Sat\"", "\"either\""));
    let (sessions, issues) = sessions(&rows);
    let most = Kind::OutOfRange { value: 6.0, least: 0.0, most: 5.0 };
    assert!(
        issues.iter().any(|issue| (issue.path.as_str(), &issue.kind) == ("tracks[0].sessions", &most)),
        "{issues:?}"
    );
    let track = crate::site::Track::of(sessions);
    assert_eq!(track.choices(), [(0, Mon), (0, Tue), (0, Wed), (1, Thu), (1, Fri)]);
}
