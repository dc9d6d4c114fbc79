//! Single entries: dates, lengths, names, other dates of the same entry, and what is left out.

use crate::{ZONE, brought, date, days, entry, said, told};
use foothold_core::bring::{LONGEST, Unreadable, read};

const NOBODY: [&str; 0] = [];

#[test]
fn a_plain_entry_is_a_name_a_time_and_a_date() {
    let shift =
        "DTSTART;TZID=America/New_York:20261202T190000\nDTEND;TZID=America/New_York:20261203T070000\nSUMMARY:Night";
    assert_eq!(told(shift), ["Night 19:00-31:00: 261202"]);
    assert_eq!(told("DTSTART:20261202T090000\nDURATION:PT1H30M"), [" 9:00-10:30: 261202"]);
    assert_eq!(told("DTSTART:20261202T090000\nDURATION:P1DT30S"), [" 9:00-24:00: 261202", " 0:00-9:01: 261203"]);
}

#[test]
fn an_entry_of_whole_days_is_all_of_them_and_its_end_is_none_of_them() {
    let off = "DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227\nSUMMARY:Off\nTRANSP:TRANSPARENT";
    assert_eq!(told(off), ["Off (free) all day: 261224 261225 261226"]);
    for end in ["", "DTEND:20261224", "DTEND;VALUE=DATE:20261225", "DURATION:P1D"] {
        assert_eq!(told(&["DTSTART:20261224\nSUMMARY:Eve\n", end].concat()), ["Eve all day: 261224"], "{end}");
    }
    // As Outlook marks what has times and takes all day.
    let marked = "DTSTART:20261224T000000\nDTEND:20261226T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE";
    assert_eq!(told(marked), [" all day: 261224 261225"]);
    assert_eq!(told("DTSTART:20270228\nDTEND:20270302"), [" all day: 270228 270301"]);
    assert_eq!(told("DTSTART:20270224\nDTEND:20270223"), ["1 unread"]);
}

#[test]
fn what_is_longer_than_a_day_is_cut_at_midnight_and_a_shift_of_24_hours_is_not() {
    let call = "DTSTART:20261204T180000\nDTEND:20261206T070000\nSUMMARY:On call";
    assert_eq!(told(call), ["On call 18:00-24:00: 261204", "On call 0:00-24:00: 261205", "On call 0:00-7:00: 261206"]);
    assert_eq!(told("DTSTART:20261204T070000\nDTEND:20261205T070000"), [" 7:00-31:00: 261204"]);
    assert_eq!(told("DTSTART:20261204T000000\nDTEND:20261205T235959"), [" 0:00-24:00: 261204 261205"]);
    assert_eq!(told("DTSTART:20261204T190000\nDTEND:20261206T000000"), [" 19:00-24:00: 261204", " 0:00-24:00: 261205"]);
}

#[test]
fn what_takes_no_time_or_ends_before_it_starts_is_counted_and_not_told() {
    for lines in [
        "DTSTART:20261204T180000",
        "DTSTART:20261204T180000\nDTEND:20261204T180000",
        "DTSTART:20261204T180000\nDTEND:20261204T170000",
        "DTSTART:20261204T180000\nDURATION:-PT1H",
        "DTSTART:20261204T180000\nDURATION:PT0S",
        "DTSTART:20261304T180000\nDURATION:PT1H",
        "DTSTART:20261204T250000\nDURATION:PT1H",
        "DTSTART:2026-12-04\nDURATION:PT1H",
        "DTSTART:20261204T180000\nDURATION:1 hour",
        "DTSTART:20261204T180000\nDURATION:PT1H\nEXDATE:soon",
        "DTSTART:20261204T180000\nDURATION:PT1H\nRDATE:soon",
        "SUMMARY:No start",
    ] {
        assert_eq!(told(lines), ["1 unread"], "{lines}");
    }
}

#[test]
fn a_name_is_one_line_without_marks_and_not_too_long() {
    let named = |name: &str| {
        let lines = ["DTSTART:20261204\nSUMMARY", name].concat();
        told(&lines).join("|").replace(" all day: 261204", "")
    };
    assert_eq!(named(r":Lunch\, then school\; bus\nroom 4 \\ 5"), r"Lunch, then school; bus room 4 \ 5");
    assert_eq!(named(";LANGUAGE=en-us;X-A=\"a:b;c\":Two  \t words "), "Two words");
    assert_eq!(named(":a\u{202e}b\u{7}c\u{200f}"), "abc");
    assert_eq!(named(&[":", &"ñ".repeat(100)].concat()), "ñ".repeat(80));
    assert_eq!(named(&[":", &"a".repeat(79), " bc"].concat()), "a".repeat(79));
    assert_eq!(named(":"), "");
}

#[test]
fn folded_lines_of_any_ending_are_put_together() {
    let lines =
        ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTST", " ART:2026120", "\t4", "SUMMARY:Long ", "  name", "END:VEVENT"];
    for end in ["\r\n", "\n", "\r", "\r\r\n"] {
        let text = ["\u{feff}", &lines.join(end)].concat();
        let brought = read(&text, days(), ZONE).expect("a calendar");
        assert_eq!(said(&brought), ["Long name all day: 261204"], "{end:?}");
    }
}

#[test]
fn what_is_inside_of_an_entry_or_is_no_entry_is_passed_over() {
    let inside = "BEGIN:VALARM\nDTSTART:20261201\nDURATION:PT5M\nSUMMARY:Alarm\nEND:VALARM\n";
    assert_eq!(
        told(&["SUMMARY:Work\n", inside, "DTSTART:20261204T090000\nDURATION:PT8H"].concat()),
        ["Work 9:00-17:00: 261204"]
    );
    let task = "BEGIN:VTODO\nDTSTART:20261201\nSUMMARY:Task\nEND:VTODO\n";
    assert_eq!(said(&brought(&[task, &entry("DTSTART:20261204")].concat())), [" all day: 261204"]);
}

#[test]
fn wrong_lines_are_passed_over_and_an_entry_without_an_end_ends_at_the_next() {
    let text = "no line at all\nDTSTART:20261204\n:::\n;=\nX\u{0}Y;Z=\"open:1\nSUMMARY:Work";
    assert_eq!(told(text), ["Work all day: 261204"]);
    let open = "BEGIN:VEVENT\nDTSTART:20261204\nBEGIN:VALARM\nBEGIN:VEVENT\nDTSTART:20261205\n";
    assert_eq!(said(&brought(open)), [" all day: 261204 261205"]);
}

#[test]
fn the_same_name_and_time_are_one_group_and_a_date_is_said_once() {
    let one =
        |date: &str, more: &str| entry(&["SUMMARY:Day\nDURATION:PT12H\nDTSTART:", date, "T070000\n", more].concat());
    let all = [one("20261205", ""), one("20261201", ""), one("20261205", ""), one("20261130", "TRANSP:TRANSPARENT")];
    assert_eq!(said(&brought(&all.concat())), ["Day (free) 7:00-19:00: 261130", "Day 7:00-19:00: 261201 261205"]);
}

#[test]
fn groups_stand_by_first_date_then_time_then_name() {
    let one = |name: &str, start: &str| entry(&["DURATION:PT1H\nSUMMARY:", name, "\nDTSTART:", start].concat());
    let all = [
        one("d", "20261202T080000"),
        one("c", "20261201T090000"),
        one("b", "20261201T090000"),
        one("a", "20261201T100000"),
    ];
    let names: Vec<String> = brought(&all.concat()).groups.into_iter().map(|group| group.name).collect();
    assert_eq!(names.concat(), "bcad");
}

#[test]
fn what_was_cancelled_is_left_out_by_entry_and_by_calendar() {
    assert_eq!(told("DTSTART:20261204\nSTATUS:CANCELLED"), NOBODY);
    assert_eq!(told("DTSTART:20261204\nSTATUS:TENTATIVE"), [" all day: 261204"]);
    assert_eq!(said(&brought(&["METHOD:CANCEL\n", &entry("DTSTART:20261204")].concat())), NOBODY);
    let confirmed = entry("DTSTART:20261204\nSTATUS:CONFIRMED");
    assert_eq!(said(&brought(&["METHOD:CANCEL\n", &confirmed].concat())), NOBODY);
    let next = "METHOD:CANCEL\nEND:VCALENDAR\nBEGIN:VCALENDAR\n";
    assert_eq!(said(&brought(&[next, &entry("DTSTART:20261204")].concat())), [" all day: 261204"]);
}

#[test]
fn the_newest_version_of_an_entry_counts_and_entries_without_an_id_are_never_the_same() {
    let shift = |id: &str, version: u8, hour: u8| {
        entry(&format!("UID:{id}\nSEQUENCE:{version}\nDURATION:PT1H\nDTSTART:20261204T{hour:02}0000"))
    };
    let both = |first: &str, second: &str| said(&brought(&[first, second].concat()));
    assert_eq!(both(&shift("a", 2, 9), &shift("a", 1, 8)), [" 9:00-10:00: 261204"]);
    assert_eq!(both(&shift("a", 2, 9), &shift("b", 1, 8)), [" 8:00-9:00: 261204", " 9:00-10:00: 261204"]);
    assert_eq!(both(&shift("", 2, 9), &shift("", 1, 8)), [" 8:00-9:00: 261204", " 9:00-10:00: 261204"]);
    // Programs that give all shifts one id.
    assert_eq!(both(&shift("a", 0, 9), &shift("a", 0, 8)), [" 8:00-9:00: 261204", " 9:00-10:00: 261204"]);
}

#[test]
fn further_dates_have_the_same_length_or_one_of_their_own() {
    let shift = "DTSTART:20261201T190000\nDURATION:PT12H\n";
    let more = |lines: &str| told(&[shift, lines].concat());
    assert_eq!(more("RDATE:20261203T190000,20261205T190000"), [" 19:00-31:00: 261201 261203 261205"]);
    assert_eq!(more("RDATE;VALUE=DATE:20261203\nEXDATE:20261201T190000"), [" 19:00-31:00: 261203"]);
    assert_eq!(
        more("RDATE;VALUE=PERIOD:20261203T080000/PT2H,20261204T080000/20261204T100000"),
        [" 19:00-31:00: 261201", " 8:00-10:00: 261203 261204"]
    );
}

#[test]
fn dates_that_are_left_out_are_named_in_any_way() {
    let rule = "DTSTART;TZID=America/New_York:20261201T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4\n";
    for except in [
        "EXDATE;TZID=America/New_York:20261202T090000,20261203T090000",
        "EXDATE:20261202T090000\nEXDATE:20261203T140000Z",
        "EXDATE;VALUE=DATE:20261202,20261203",
        "EXDATE;TZID=America/Chicago:20261202T080000\nEXDATE:,20261203T090000,",
    ] {
        assert_eq!(told(&[rule, except].concat()), [" 9:00-10:00: 261201 261204"], "{except}");
    }
    assert_eq!(told(&[rule, "EXDATE:20261202T100000"].concat()), [" 9:00-10:00: 261201 261202 261203 261204"]);
    let whole = "DTSTART;VALUE=DATE:20261201\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE:20261202T000000";
    assert_eq!(told(whole), [" all day: 261201"]);
}

const WEEKLY: &str =
    "UID:a\nSUMMARY:Class\nDTSTART;TZID=America/New_York:20261201T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4";

fn with(lines: &str) -> Vec<String> {
    said(&brought(&[entry(lines), entry(WEEKLY)].concat()))
}

#[test]
fn a_date_that_another_entry_stands_for_is_told_as_that_says() {
    let moved = "UID:a\nRECURRENCE-ID;TZID=America/New_York:20261208T090000\nDTSTART:20261209T130000\nDURATION:PT2H\nSUMMARY:Class";
    assert_eq!(with(moved), ["Class 9:00-10:00: 261201 261215 261222", "Class 13:00-15:00: 261209"]);
    for named in
        ["RECURRENCE-ID:20261208T140000Z", "RECURRENCE-ID;VALUE=DATE:20261208", "RECURRENCE-ID:20261208T090000"]
    {
        let gone = ["UID:a\nSTATUS:CANCELLED\nDTSTART:20261208T090000\n", named].concat();
        assert_eq!(with(&gone), ["Class 9:00-10:00: 261201 261215 261222"], "{named}");
    }
    let other = "UID:b\nRECURRENCE-ID:20261208T140000Z\nDTSTART:20261209T130000\nDURATION:PT2H\nSUMMARY:Other";
    assert_eq!(with(other), ["Class 9:00-10:00: 261201 261208 261215 261222", "Other 13:00-15:00: 261209"]);
    // Of two that stand for the same date the newer one counts.
    let twice =
        ["SEQUENCE:2\n", moved, "\nEND:VEVENT\nBEGIN:VEVENT\nSEQUENCE:1\n", &moved.replace("T13", "T16")].concat();
    assert_eq!(with(&twice), ["Class 9:00-10:00: 261201 261215 261222", "Class 13:00-15:00: 261209"]);
}

#[test]
fn a_change_of_all_later_dates_is_counted_and_none_of_these_is_told() {
    let from = "UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261215T140000Z\nDTSTART:20261216T130000\nDURATION:PT2H\nSUMMARY:Class";
    assert_eq!(with(from), ["Class 9:00-10:00: 261201 261208", "1 unread"]);
}

#[test]
fn dates_outside_are_counted_and_of_a_rule_without_any_date_inside_one() {
    assert_eq!(told("DTSTART:20261129\nDTEND:20261202"), [" all day: 261130 261201", "1 outside"]);
    assert_eq!(told("DTSTART:20261129T190000\nDTEND:20261130T070000"), ["1 outside"]);
    assert_eq!(told("DTSTART:20200101\nDTEND:20300101").last().map(String::as_str), Some("3531 outside"));
    assert_eq!(told("DTSTART:20200101\nRDATE:20210101,20261201"), [" all day: 261201", "2 outside"]);
    assert_eq!(told("DTSTART:20200101\nRRULE:FREQ=YEARLY;BYMONTH=6"), ["1 outside"]);
    assert_eq!(told("DTSTART:20191201\nRRULE:FREQ=MONTHLY;UNTIL=20261201"), [" all day: 261201"]);
    // None of its dates is left, and none of them is outside.
    assert_eq!(told("DTSTART:20261201\nRRULE:FREQ=DAILY;COUNT=1\nEXDATE:20261201"), NOBODY);
}

#[test]
fn not_more_than_a_year_is_looked_at() {
    let text = ["BEGIN:VCALENDAR\n", &entry("DTSTART:20260101\nRRULE:FREQ=DAILY")].concat();
    let brought = read(&text, (date("2026-01-01"), date("2030-01-01")), ZONE).expect("a calendar");
    assert_eq!(brought.groups[0].dates.len(), 366);
    let none = read(&text, (date("2026-02-01"), date("2026-01-01")), ZONE).expect("a calendar");
    assert_eq!(said(&none), ["1 outside"]);
}

#[test]
fn more_than_the_most_is_counted_and_ends_in_time() {
    let daily = "DTSTART:19000101T080000\nDURATION:P40D\nRRULE:FREQ=DAILY;COUNT=90000";
    let all = brought(&entry(daily).repeat(6000));
    assert!(all.unread > 1000 && all.unread < 6000, "{}", all.unread);
    let names: String = (0..3000).map(|n| entry(&format!("SUMMARY:{n}\nDTSTART:20261204"))).collect();
    let all = brought(&names);
    assert_eq!((all.groups.len(), all.outside, all.unread), (2000, 1000, 0));
}

#[test]
fn what_is_no_calendar_or_empty_or_too_long_is_said_to_be() {
    let read = |text: &str| read(text, days(), ZONE).expect_err("nothing to tell");
    assert_eq!(read(""), Unreadable::NotACalendar);
    assert_eq!(read("<!doctype html><title>Sign in</title>"), Unreadable::NotACalendar);
    assert_eq!(read("BEGIN:VCARD\nEND:VCARD"), Unreadable::NotACalendar);
    assert_eq!(read("BEGIN:VEVENT\nDTSTART:20261204\nEND:VEVENT"), Unreadable::NotACalendar);
    assert_eq!(read("begin:vcalendar\r\nEND:VCALENDAR"), Unreadable::Empty);
    assert_eq!(read(&"BEGIN:VCALENDAR\n".repeat(LONGEST / 16 + 1)), Unreadable::TooLong);
}
