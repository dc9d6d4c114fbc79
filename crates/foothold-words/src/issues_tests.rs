use super::*;
use foothold_core::config::load;
use foothold_core::look::Colour;

/// What is said of a colour that is changed.
fn colour_of(name: &str, colour: &str) -> IssueKind {
    let loaded = load(&format!(r#"{{"look":{{"{name}":"{colour}"}}}}"#));
    let adjusted = loaded.issues.into_iter().find(|issue| matches!(issue.kind, IssueKind::ColourAdjusted(_)));
    adjusted.expect("it is changed").kind
}

fn kinds() -> Vec<IssueKind> {
    let text = || "abc".to_owned();
    vec![
        IssueKind::EmptyFile,
        IssueKind::Syntax { line: 3, column: 4, expected: Expected::Colon },
        IssueKind::Missing,
        IssueKind::WrongType { expected: &[Shape::Text, Shape::Object], found: Shape::Number },
        IssueKind::Empty,
        IssueKind::UnknownName { name: text(), nearest: Some("name") },
        IssueKind::UnknownName { name: text(), nearest: None },
        IssueKind::RepeatedName { name: text() },
        IssueKind::UnknownValue { found: Some(text()), allowed: &["json", "multipart"], nearest: Some("json") },
        IssueKind::UnknownValue { found: None, allowed: &["json"], nearest: None },
        IssueKind::OutOfRange { value: 200.0, least: 1.0, most: 104.0 },
        IssueKind::NotWhole,
        IssueKind::NotAPair,
        IssueKind::UnreadableTime { text: text() },
        IssueKind::UnreadableDate { text: text() },
        IssueKind::UnreadablePhone { text: text() },
        IssueKind::UnreadableEmail { text: text() },
        IssueKind::UnreadableLanguage { text: text() },
        IssueKind::UnreadableZone { text: text(), nearest: Some("America/Chicago") },
        IssueKind::UnreadableZone { text: text(), nearest: None },
        IssueKind::UnreadableUrl,
        IssueKind::InsecureUrl,
        IssueKind::NoSite { text: text() },
        IssueKind::PhonesDiffer { shown: text(), dial: text() },
        IssueKind::EmptySpan { from: text(), to: text() },
        IssueKind::HalfOfDayAssumed { from: 360, to: 540 },
        IssueKind::PastMidnight,
        IssueKind::LongSession { minutes: 1260 },
        IssueKind::UnknownId { id: "bne".into() },
        IssueKind::Overlap { other: text() },
        IssueKind::Reversed { first: 12, last: 8 },
        IssueKind::WeeksAssumed { assumed: 12 },
        IssueKind::Repeats { first: text() },
        IssueKind::DuplicateId { id: text(), first: text(), assumed: text() },
        IssueKind::IdAssumed { id: text() },
        IssueKind::TimesUnknown,
        IssueKind::AskedOnPages,
        IssueKind::StatedHoursDiffer { stated_min: 900, computed_min: 810 },
        IssueKind::OutsideProgramHours { computed_min: 60, least_h: 9, most_h: 19 },
        IssueKind::ArrangedNotCounted { computed_min: 480 },
        IssueKind::AlwaysShown,
        IssueKind::UnreadableId { numeric: true },
        IssueKind::UnreadableId { numeric: false },
        IssueKind::NameTaken,
        IssueKind::TooMuch { count: 9, most: 8 },
        IssueKind::NeverMatches,
        IssueKind::OpaqueNeedsPlainPost,
        IssueKind::FixedHidden,
        IssueKind::OtherHost { service: "zapier" },
        IssueKind::Captcha,
        IssueKind::OwnComputer,
        IssueKind::CaptchaStops { service: "hubspot" },
        IssueKind::HeldByOthers { service: "hubspot", some_plans: true },
        IssueKind::HeldByOthers { service: "formspree", some_plans: false },
        IssueKind::NeverSeen { service: None },
        IssueKind::NeverSeen { service: Some("zapier") },
        IssueKind::NamesGuessed { service: "gravity" },
        IssueKind::FormOff,
        IssueKind::NewerVersion { known: 1 },
        IssueKind::UnreadableColour { text: text() },
        IssueKind::UnreadableFont { text: text() },
        colour_of("accent", "#ffd54f"),
        colour_of("background", "#888888"),
        IssueKind::OtherScheme { dark: true, used: Colour(1, 2, 3) },
        IssueKind::OtherScheme { dark: false, used: Colour(1, 2, 3) },
        IssueKind::Demo,
        IssueKind::NotInLanguage { lang: text() },
    ]
}

#[test]
fn every_kind_of_issue_has_sentences_of_its_own() {
    let lines: Vec<String> = kinds()
        .into_iter()
        .map(|kind| issue(&Issue { path: "a.b".to_owned(), severity: Severity::Error, kind }))
        .collect();
    for (i, line) in lines.iter().enumerate() {
        let said = line.strip_prefix("a.b: ").expect("the path comes first");
        assert!(said.len() > 20 && said.ends_with(['.', '?']), "{line}");
        assert!(!lines.iter().skip(i + 1).any(|other| other == line), "said twice: {line}");
    }
}

#[test]
fn a_time_that_is_none_is_quoted_with_its_place_and_the_remedy() {
    let text = r#"{"version":1,"name":"N","phone":"(312) 555-0134","zone":"America/Chicago","checked_on":"2026-11-20",
        "program":{"weeks":12},"tracks":[{"id":"a","name":"A","sessions":[]},
        {"id":"b","name":"B","sessions":[{"kind":"group","days":["Mon"],"from":"25:00","to":"9pm"}]}]}"#;
    let lines: Vec<String> = load(text).issues.iter().filter(|i| i.severity == Severity::Error).map(issue).collect();
    assert_eq!(lines, ["tracks[1].sessions[0].from: “25:00” is not a time. Write it like 6pm or 18:00."]);
}

#[test]
fn hours_and_clock_times_read_as_people_say_them() {
    let said: Vec<String> = [45, 60, 540, 810, 675, 500].into_iter().map(hours).collect();
    assert_eq!(said, ["45 minutes", "1 hour", "9 hours", "13.5 hours", "11.25 hours", "8.33 hours"]);
    let said: Vec<String> = [0, 570, 720, 1110, 1500].into_iter().map(clock).collect();
    assert_eq!(said, ["12 am", "9:30 am", "12 pm", "6:30 pm", "1 am"]);
}

#[test]
fn the_tally_counts_each_severity() {
    let of = |severity| Issue { path: String::new(), severity, kind: IssueKind::Missing };
    let issues = [of(Severity::Error), of(Severity::Note), of(Severity::Note)];
    assert_eq!(tally(&issues), "1 error, no warnings, 2 notes.");
}

#[test]
fn a_colour_that_is_changed_is_said_with_both_colours_and_both_contrasts() {
    let said = |name: &str, colour: &str| {
        let kind = colour_of(name, colour);
        issue(&Issue { path: format!("look.{name}"), severity: Severity::Warning, kind })
    };
    assert_eq!(
        said("accent", "#ffd54f"),
        "look.accent: #ffd54f beside #fbf7f0 has a contrast of 1.3:1, and 4.5:1 is needed so that everybody can read it. \
         #7f6500 is used, which has 5.2:1. Write that, or another colour, to be rid of this line."
    );
    assert!(said("background", "#888888").starts_with("look.background: #888888 is neither light nor dark enough"));
}
