//! Files as programs write them, under invented names: what each holds, worked out by hand.

use crate::{ZONE, days, said};
use foothold_core::bring::read;
use std::path::Path;

/// All files of the folder.
pub const FILES: [&str; 5] = ["outlook-team", "google-family", "apple-home", "nurse-shifts", "school-year"];

/// The text of one of them.
#[expect(clippy::disallowed_methods, reason = "the core may not read files, its tests do")]
pub fn text(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/calendars");
    std::fs::read_to_string(folder.join(name).with_extension("ics")).expect("a file of the folder")
}

fn held(name: &str, zone: &str) -> Vec<String> {
    said(&read(&text(name), days(), zone).expect("a calendar"))
}

#[test]
fn an_export_of_outlook() {
    assert_eq!(
        held("outlook-team", ZONE),
        [
            "Dock stand-up 9:00-9:30: 261130 261202 261207 261209 261216 261221 261230 270104 270106",
            "Dock stand-up (moved) 13:45-14:15: 261215",
            "Vacation (free) all day: 261230 261231 270101 270102 270103",
            "Call with St. Paul yard 11:00-13:00: 270312",
        ]
    );
}

#[test]
fn an_export_of_google() {
    assert_eq!(
        held("google-family", ZONE),
        [
            "🏊 Swim team 15:30-16:45: 261201 261203 261208 261215 261222",
            "Winter concert, Ada 17:00-19:30: 261204",
            "🏊 Swim meet 17:00-18:15: 261210",
            "Grandma's birthday (free) all day: 270203",
            "1 outside",
        ]
    );
    // The same file for a clinic where it is an hour earlier.
    assert_eq!(
        held("google-family", "America/Chicago")[0],
        "🏊 Swim team 14:30-15:45: 261201 261203 261208 261215 261222"
    );
}

#[test]
fn an_export_of_apple() {
    assert_eq!(
        held("apple-home", "America/Chicago"),
        ["Parents’ group 19:00-20:30: 261214 270112 270208 270308", "Red-eye pickup 22:30-24:30: 270317", "4 outside",]
    );
}

#[test]
fn an_export_of_a_program_for_shifts() {
    assert_eq!(
        held("nurse-shifts", ZONE),
        [
            "RN Night 4W 19:00-31:30: 261130 261201 261205 270313",
            "RN Day 4W / charge 7:00-19:30: 261209",
            "On call 7:00-31:00: 261219",
            "PTO approved (free) all day: 261224 261225",
            "1 unread",
        ]
    );
}

#[test]
fn an_export_of_a_school_district() {
    assert_eq!(
        held("school-year", ZONE),
        [
            "Early Dismissal: Grades K-5; parent-teacher conferences (see your school's page 12:30-15:15: 261216 270113",
            "Winter Recess - Schools & Offices Closed (free) all day: 261221 261222 261223 261224 261225 261226 261227 \
             261228 261229 261230 261231 270101",
            "No School: Martin Luther King, Jr. Day (free) all day: 270118",
            "No School: Presidents' Day (free) all day: 270215",
            "2 unread, 1 outside",
        ]
    );
}
