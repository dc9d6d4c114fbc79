//! `foothold bring` as staff and scripts meet it.

use foothold_core::config::load_household;
use foothold_core::rhythm::Rhythm;
use foothold_core::time::{Span, parse_date};
use std::path::Path;
use std::process::{Command, Output};

const DAYS: [&str; 4] = ["--from", "2026-11-30", "--to", "2027-03-31"];

fn bring(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_foothold")).arg("bring").args(arguments).output().expect("the command runs")
}

fn file(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/calendars");
    folder.join(name).to_string_lossy().into_owned()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A file of these entries in the folder for such files, as the command answers it.
fn brought(name: &str, lines: &str, more: &[&str]) -> Output {
    let path = std::env::temp_dir().join(format!("foothold-{name}-{}.ics", std::process::id()));
    std::fs::write(&path, ["BEGIN:VCALENDAR\n", lines, "END:VCALENDAR\n"].concat()).expect("a file");
    let place = path.to_string_lossy().into_owned();
    let mut arguments = vec![place.as_str()];
    arguments.extend(DAYS);
    arguments.extend(more);
    let output = bring(&arguments);
    std::fs::remove_file(&path).expect("it was written above");
    output
}

#[test]
fn a_roster_is_told_in_lines_and_what_was_not_understood_is_counted() {
    let path = file("nurse-shifts.ics");
    let output = bring(&[&[path.as_str()][..], &DAYS].concat());
    let said = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "one entry takes no time");
    assert!(said.starts_with("RN Night 4W, 7pm to 7:30am the next day: 4 dates\n  2026-11-30, 2026-12-01, "), "{said}");
    assert!(said.contains("PTO approved, all day, marked as free: 2 dates"), "{said}");
    assert!(said.trim_end().ends_with("1 entry: not understood, or take no time."), "{said}");
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn a_roster_becomes_a_households_file_that_is_read_without_complaint() {
    let path = file("nurse-shifts.ics");
    let output = bring(&[&[path.as_str(), "--json"][..], &DAYS].concat());
    let loaded = load_household(&text(&output.stdout));
    assert_eq!(loaded.issues, [], "{}", text(&output.stdout));
    let household = loaded.household.expect("a household");
    assert_eq!(household.start, parse_date("2026-11-30").expect("a date"));
    let rows: Vec<(&str, &Rhythm)> = household.commitments.iter().map(|row| (&*row.what, &row.when.rhythm)).collect();
    let dates = |days: &[(&str, i32, i32)]| {
        let one =
            |(day, from, to): &(&str, i32, i32)| (parse_date(day).expect("a date"), Span { from: *from, to: *to });
        Rhythm::Listed(days.iter().map(one).collect())
    };
    let nights = ["2026-11-30", "2026-12-01", "2026-12-05", "2027-03-13"].map(|day| (day, 1140, 1890));
    // 24 hours are two pieces, because an end cannot be a day after its beginning there.
    let call = [("2026-12-19", 420, 1440), ("2026-12-20", 0, 420)];
    let wanted = [
        ("RN Night 4W", &dates(&nights)),
        ("RN Day 4W / charge", &dates(&[("2026-12-09", 420, 1170)])),
        ("On call", &dates(&call)),
    ];
    assert_eq!(rows, wanted);
    let beside = text(&output.stderr);
    assert!(beside.contains("takes all day or is marked as free: 1 thing.") && beside.contains("1 entry"), "{beside}");
}

#[test]
fn every_time_of_a_day_comes_back_from_a_households_file_as_it_was() {
    let spans =
        [(0, 1440), (0, 1), (1439, 1440), (1439, 2879), (630, 720), (1140, 2070), (720, 1440), (45, 765), (1, 1441)];
    let entry = |(from, to): &(i32, i32)| {
        let start = format!("DTSTART:20261202T{:02}{:02}00", from / 60, from % 60);
        format!("BEGIN:VEVENT\nSUMMARY:{from}-{to} \"x\\\\\"\n{start}\nDURATION:PT{}M\nEND:VEVENT\n", to - from)
    };
    let lines: String = spans.iter().map(entry).collect();
    let output = brought("times", &lines, &["--json"]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    let loaded = load_household(&text(&output.stdout));
    assert_eq!(loaded.issues, [], "{}", text(&output.stdout));
    for row in loaded.household.expect("a household").commitments {
        let Rhythm::Listed(dates) = row.when.rhythm else { panic!("a list of dates") };
        let first = dates.first().expect("a date").1.from;
        let minutes: i32 = dates.iter().map(|(_, span)| span.minutes()).sum();
        assert_eq!(row.what, format!("{first}-{} \"x\\\"", first + minutes));
    }
}

#[test]
fn a_calendar_with_nothing_on_these_dates_says_so_and_is_an_empty_household() {
    let lines = "BEGIN:VEVENT\nDTSTART:20200101\nEND:VEVENT\n";
    let said = text(&brought("nothing", lines, &[]).stdout);
    assert_eq!(said, "The file has nothing on these dates.\n1 date: outside of these days.\n");
    let loaded = load_household(&text(&brought("empty", lines, &["--json"]).stdout));
    assert!(loaded.household.is_some_and(|household| household.commitments.is_empty()) && loaded.issues.is_empty());
}

#[test]
fn what_is_marked_as_free_is_told_and_is_in_no_households_file() {
    let lines = "BEGIN:VEVENT\nDTSTART:20261202T140000\nDURATION:PT1H\nTRANSP:TRANSPARENT\nEND:VEVENT\n";
    let said = text(&brought("free", lines, &[]).stdout);
    assert_eq!(said, "(no name), 2pm to 3pm, marked as free: 1 date\n  2026-12-02\n");
    let output = brought("not-free", lines, &["--json"]);
    let loaded = load_household(&text(&output.stdout));
    assert!(loaded.household.is_some_and(|household| household.commitments.is_empty()) && loaded.issues.is_empty());
    assert_eq!(text(&output.stderr), "Not in it, because it takes all day or is marked as free: 1 thing.\n");
}

#[test]
fn the_zone_decides_the_clock() {
    let lines = "BEGIN:VEVENT\nDTSTART:20261202T140000Z\nDURATION:PT1H\nEND:VEVENT\n";
    let said = |more: &[&str]| text(&brought("zone", lines, more).stdout);
    assert_eq!(said(&[]), "(no name), 9am to 10am: 1 date\n  2026-12-02\n");
    assert_eq!(said(&["--zone", "America/Los_Angeles"]), "(no name), 6am to 7am: 1 date\n  2026-12-02\n");
}

#[test]
fn a_question_or_a_file_that_cannot_be_understood_ends_with_2_and_says_why() {
    let roster = file("nurse-shifts.ics");
    let page = file("../clinics/p02_evenings_with_aftercare.json");
    let asked = |arguments: &[&str]| {
        let output = bring(arguments);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), String::new()), "{arguments:?}");
        text(&output.stderr)
    };
    let with = |arguments: &[&str]| asked(&[&[roster.as_str()], arguments].concat());
    assert!(asked(&[]).contains("foothold bring FILE"));
    assert!(with(&["--until", "2026-12-01"]).contains("foothold bring FILE"));
    assert!(with(&["--from", "2026-11-30", "--to"]).contains("foothold bring FILE"));
    for days in [["2026-11-30", "2026-11-29"], ["2026-11-30", "2027-12-01"], ["today", "2026-12-01"]] {
        assert!(with(&["--from", days[0], "--to", days[1]]).contains("at most 366 days"), "{days:?}");
    }
    assert!(with(&["--from", "2026-11-30"]).contains("at most 366 days"));
    assert!(with(&[&DAYS[..], &["--zone", "Europe/Paris"]].concat()).contains("“Europe/Paris” is no zone"));
    assert!(asked(&[&[page.as_str()], &DAYS[..]].concat()).contains("This is no calendar file."));
    assert!(asked(&[&["no-such.ics"], &DAYS[..]].concat()).contains("no-such.ics could not be read"));
    let empty = brought("without", "", &[]);
    assert_eq!((empty.status.code(), text(&empty.stderr)), (Some(2), "This calendar has no entry.\n".to_owned()));
}
