//! Published timetables and broken files: what each gives, to the letter.

use foothold_core::config::{IssueKind as Kind, Loaded, Severity, Shape, load, ordinary_week_min};
use foothold_core::json::Expected;
use foothold_core::site::Site;
use foothold_core::time::parse_date;

macro_rules! clinic {
    ($name:literal) => {
        load(include_str!(concat!("../../../tests/fixtures/clinics/", $name, ".json")))
    };
}

fn site(loaded: &Loaded) -> &Site {
    loaded.site.as_ref().expect("a site")
}

/// Hours a week of each track, as minutes.
fn week_mins(loaded: &Loaded) -> Vec<i32> {
    let site = site(loaded);
    site.tracks.iter().map(|track| ordinary_week_min(track, site.program.weeks.1)).collect()
}

fn said(loaded: &Loaded) -> Vec<(Severity, &str, &Kind)> {
    loaded.issues.iter().map(|issue| (issue.severity, issue.path.as_str(), &issue.kind)).collect()
}

/// The paths of one severity, in reading order.
fn paths(loaded: &Loaded, severity: Severity) -> Vec<&str> {
    loaded.issues.iter().filter(|issue| issue.severity == severity).map(|issue| issue.path.as_str()).collect()
}

#[test]
fn the_demo_clinic_shows_every_kind_of_offer_and_has_only_notes() {
    let loaded = load(include_str!("../../../public/clinic.json"));
    assert_eq!(
        said(&loaded),
        [(Severity::Note, "demo", &Kind::Demo), (Severity::Note, "tracks[4].sessions", &Kind::TimesUnknown)]
    );
    assert_eq!(week_mins(&loaded), [540, 540, 540, 540, 0]);
    let site = site(&loaded);
    assert!(site.demo && site.backend.is_some());
    assert!(
        site.tracks.iter().any(|track| track.sessions.iter().all(|s| s.online == s.days) && !track.sessions.is_empty())
    );
    assert!(site.tracks.iter().any(|track| track.sessions.iter().any(|s| s.weeks == Some((2, 5)))));
    assert!(site.program.closures.contains(&parse_date("2026-11-26").expect("a date")));
    assert_eq!((site.program.misses.allowed, site.program.misses.in_weeks), (2, 6));
}

#[test]
fn ordinary_timetables_load_without_a_word() {
    for (loaded, minutes) in [
        (clinic!("p01_weekday_mornings"), vec![900]),
        (clinic!("p03_day_or_evening"), vec![1050, 840]),
        (clinic!("p05_no_switching"), vec![540, 540]),
        (clinic!("p07_long_days_and_saturday"), vec![2580, 180]),
        (clinic!("p11_named_holidays"), vec![720]),
        (clinic!("p18_with_babies"), vec![675]),
    ] {
        assert_eq!(loaded.issues, [], "{}", site(&loaded).name);
        assert_eq!(week_mins(&loaded), minutes, "{}", site(&loaded).name);
    }
}

#[test]
fn closed_holidays_are_dates_in_order() {
    assert_eq!(site(&clinic!("p11_named_holidays")).program.closures.len(), 6);
    assert!(site(&clinic!("p01_weekday_mornings")).program.closures.is_sorted());
}

#[test]
fn two_misses_in_the_whole_program_are_an_allowance_over_all_its_weeks() {
    let loaded = clinic!("p05_no_switching");
    let misses = site(&loaded).program.misses;
    assert_eq!((misses.allowed, misses.in_weeks), (2, 10));
    assert_eq!(site(&loaded).program.arrival_buffer_min, 15);
}

#[test]
fn aftercare_of_one_hour_is_outside_the_hours_of_a_program() {
    let loaded = clinic!("p02_evenings_with_aftercare");
    let outside = Kind::OutsideProgramHours { computed_min: 60, least_h: 9, most_h: 19 };
    assert_eq!(said(&loaded), [(Severity::Warning, "tracks[1]", &outside), (Severity::Warning, "tracks[2]", &outside)]);
}

#[test]
fn unpublished_times_are_a_track_without_sessions() {
    for loaded in [clinic!("p06_times_unpublished"), clinic!("p16_after_school")] {
        assert_eq!(said(&loaded), [(Severity::Note, "tracks[0].sessions", &Kind::TimesUnknown)]);
        assert_eq!(week_mins(&loaded), [0]);
    }
}

#[test]
fn stated_hours_that_differ_are_kept_and_named() {
    let loaded = clinic!("p09_stated_is_not_computed");
    let differ = Kind::StatedHoursDiffer { stated_min: 900, computed_min: 810 };
    assert_eq!(said(&loaded), [(Severity::Warning, "tracks[0].stated_hours", &differ)]);
    let stated: Vec<_> = site(&loaded).tracks.iter().map(|track| track.stated_week_min).collect();
    assert_eq!((stated, week_mins(&loaded)), (vec![Some(900)], vec![810]));
}

#[test]
fn eight_group_hours_with_an_arranged_hour_are_no_warning() {
    let loaded = clinic!("p13_individual_besides");
    let note = Kind::ArrangedNotCounted { computed_min: 480 };
    assert_eq!(said(&loaded), [(Severity::Note, "tracks[0].arranged", &note)]);
}

#[test]
fn a_parent_group_beside_the_teen_group_is_told_in_words_not_counted_twice() {
    let loaded = clinic!("p14_parents_attend");
    assert_eq!(paths(&loaded, Severity::Warning), ["tracks[0].stated_hours", "tracks[0]"]);
    assert_eq!(week_mins(&loaded), [240]);
}

#[test]
fn an_empty_file_and_a_list_give_no_site() {
    let empty = clinic!("broken/empty");
    assert_eq!((&empty.site, said(&empty)), (&None, vec![(Severity::Error, "", &Kind::EmptyFile)]));
    let list = clinic!("broken/not_an_object");
    let wrong = Kind::WrongType { expected: &[Shape::Object], found: Shape::List };
    assert_eq!((&list.site, said(&list)), (&None, vec![(Severity::Error, "", &wrong)]));
}

#[test]
fn a_missing_comma_is_found_by_line_and_character() {
    let loaded = clinic!("broken/syntax");
    let syntax = Kind::Syntax { line: 5, column: 3, expected: Expected::CommaOrEnd };
    assert_eq!((&loaded.site, said(&loaded)), (&None, vec![(Severity::Error, "", &syntax)]));
}

#[test]
fn without_a_name_or_a_phone_there_is_no_site_and_both_are_named() {
    let loaded = clinic!("broken/no_name");
    let phone = Kind::UnreadablePhone { text: "call the front desk".into() };
    assert_eq!(loaded.site, None);
    assert_eq!(said(&loaded), [(Severity::Error, "name", &Kind::Missing), (Severity::Error, "phone", &phone)]);
}

#[test]
fn rows_with_bad_times_are_dropped_and_the_others_survive() {
    let loaded = clinic!("broken/bad_times");
    assert_eq!(
        paths(&loaded, Severity::Error),
        [
            "program.closures[1]",
            "tracks[0].sessions[1].from",
            "tracks[0].sessions[2]",
            "tracks[1].id",
            "crisis_lines[1].phone",
            "checked_on",
        ]
    );
    assert_eq!(
        paths(&loaded, Severity::Warning),
        [
            "program.weeks",
            "tracks[1].sessions[0]",
            "tracks[1].sessions[1]",
            "tracks[1].sessions[2]",
            "tracks[1]",
            "tracks[2].sessions[0].weeks",
        ]
    );
    assert_eq!(
        paths(&loaded, Severity::Note),
        ["program.closures[2]", "tracks[1].sessions[1]", "tracks[2].sessions[0]", "crisis_lines[0]"]
    );
    let said = said(&loaded);
    let has = |path: &str, kind: &Kind| said.iter().any(|(_, at, said)| *at == path && *said == kind);
    assert!(has("tracks[0].sessions[1].from", &Kind::UnreadableTime { text: "25:00".into() }));
    assert!(has("tracks[0].sessions[2]", &Kind::EmptySpan { from: "1pm".into(), to: "13:00".into() }));
    assert!(has("checked_on", &Kind::UnreadableDate { text: "2026-11-31".into() }));
    assert!(has("crisis_lines[0]", &Kind::AlwaysShown));
    assert!(has("program.weeks", &Kind::Reversed { first: 12, last: 8 }));
    assert!(has("tracks[1].sessions[0]", &Kind::HalfOfDayAssumed { from: 360, to: 540 }));
    assert!(has("tracks[1].sessions[1]", &Kind::Overlap { other: "tracks[1].sessions[0]".into() }));
    assert!(has("tracks[1].sessions[2]", &Kind::LongSession { minutes: 1260 }));
    assert!(has("tracks[2].sessions[0]", &Kind::PastMidnight));

    let site = site(&loaded);
    let rows: Vec<(&str, usize)> = site.tracks.iter().map(|t| (t.id.as_str(), t.sessions.len())).collect();
    assert_eq!(rows, [("day", 2), ("day-2", 3), ("late", 1)]);
    assert_eq!((site.program.weeks, site.program.closures.len()), ((8, 12), 1));
    let lines: Vec<&str> = site.crisis_lines.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(lines, ["County access line"]);
}

#[test]
fn wrong_types_everywhere_leave_what_can_be_shown() {
    let loaded = clinic!("broken/wrong_types");
    let expected = [
        "version",
        "demo",
        "program.weeks",
        "program.weeks",
        "program.weekly_hours.most",
        "program.arrival_buffer_min",
        "program.closures",
        "program.misses.allowed",
        "program.serves",
        "program.van",
        "program.child_minding",
        "tracks[0]",
        "tracks[1].sessions",
        "tracks[1].stated_hours",
        "tracks[1].id",
        "tracks[2].sessions[0].kind",
        "tracks[2].sessions[0].days",
        "tracks[2].sessions[0].from",
        "tracks[2].sessions[1].online",
        "email",
        "address",
        "zone",
        "languages",
        "site_url",
        "phone_hours[0]",
        "reply_by",
        "crisis_lines[0]",
        "leave_to",
        "form.url",
        "form.encoding",
        "form.fixed.form",
        "form.success.status",
        "form",
        "checked_on",
    ];
    assert_eq!(paths(&loaded, Severity::Error), expected);
    assert!(!format!("{:?}", loaded.issues).contains("secret-key"), "no value below form is quoted");
    let site = site(&loaded);
    assert_eq!(site.name, "Harborview Day Program");
    assert_eq!(site.program.weeks, (12, 12));
    assert_eq!(site.phone_hours, ["weekdays 9am to 5pm"]);
    assert_eq!(week_mins(&loaded), [0, 540]);
    assert_eq!(site.backend, None);
}

#[test]
fn misspelt_names_suggest_the_known_one() {
    let loaded = clinic!("broken/typos");
    let nearest = |path: &str| {
        loaded.issues.iter().find(|issue| issue.path == path).and_then(|issue| match &issue.kind {
            Kind::UnknownName { nearest, .. }
            | Kind::UnknownValue { nearest, .. }
            | Kind::UnreadableZone { nearest, .. } => Some(*nearest),
            _ => None,
        })
    };
    for (path, name) in [
        ("nmae", Some("name")),
        ("opening", None),
        ("phone.dail", Some("dial")),
        ("zone", Some("America/Los_Angeles")),
        ("program.week", Some("weeks")),
        ("tracks[0].sesions", Some("sessions")),
        ("tracks[0].sessions[0].kind", Some("group")),
        ("tracks[0].sessions[1].days[0]", Some("Thursday")),
        ("form.sucess", Some("success")),
    ] {
        assert_eq!(nearest(path), Some(name), "{path}");
    }
    assert_eq!(paths(&loaded, Severity::Error), ["tracks[0].sessions[1].days[0]", "form"]);
    assert_eq!(loaded.issues.len(), 11);
    assert_eq!(site(&loaded).program.weeks, (9, 9));
    assert_eq!(site(&loaded).tracks.first().map(|track| track.sessions.len()), Some(2));
    assert_eq!(site(&loaded).backend, None);
}

#[test]
fn stated_hours_may_count_what_is_set_with_each_person_or_not() {
    let stated = |hours: &str| {
        let text = format!(
            r#"{{"tracks": [{{"id": "e", "name": "E", "stated_hours": {hours},
            "sessions": [{{"kind": "group", "days": ["Mon", "Tue", "Thu"], "from": "6pm", "to": "9pm"}}],
            "floating": [{{"kind": "individual", "minutes": 60, "windows": [{{"days": ["Fri"], "from": "9am", "to": "noon"}}]}}]}}]}}"#
        );
        let differs = |kind: &Kind| matches!(kind, Kind::StatedHoursDiffer { .. });
        load(&text).issues.iter().any(|issue| differs(&issue.kind))
    };
    assert_eq!(["9", "10", "11"].map(stated), [false, false, true]);
}
