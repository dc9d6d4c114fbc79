//! Any text ends in an answer that holds together: files of programs with bytes changed, lines doubled, moved and lost.

#![expect(clippy::indexing_slicing, reason = "a test says what it expects by failing")]

use crate::files::{FILES, text};
use crate::{date, days};
use foothold_core::along::zone::ZONES;
use foothold_core::bring::{Brought, read};
use foothold_core::time::{Datelike, NaiveDate, add_days};

/// Numbers that look like chance and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % most.max(1)
    }
}

/// Pieces that mean something in the format.
const PIECES: [&str; 24] = [
    "BEGIN:VEVENT\n",
    "END:VEVENT\n",
    "BEGIN:VCALENDAR\n",
    "END:VCALENDAR\n",
    "BEGIN:VALARM\n",
    "\n ",
    "\r\n",
    "\"",
    ";",
    ":",
    ",",
    "\\",
    "RRULE:FREQ=YEARLY;BYDAY=53MO,-53SU;BYSETPOS=-366\n",
    "RRULE:FREQ=DAILY;INTERVAL=9999;COUNT=999999\n",
    "DTSTART:00010101T000000Z\n",
    "DTSTART:99991231T235959\n",
    "DURATION:P99999W\n",
    "DTEND:99991231\n",
    "RDATE;VALUE=PERIOD:20261201T000000/PT1M\n",
    "EXDATE:00010101\n",
    "-",
    "99999999999",
    "Z",
    "\u{fffd}",
];

fn changed(text: &str, chance: &mut Chance) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=chance.below(6) {
        let at = chance.below(bytes.len() + 1);
        let some = (at + chance.below(60)).min(bytes.len());
        match chance.below(6) {
            0 => drop(bytes.drain(at..some)),
            1 => {
                let piece = PIECES[chance.below(PIECES.len())].bytes();
                drop(bytes.splice(at..at, piece));
            }
            2 => {
                let copy = bytes[at..some].to_vec();
                let to = chance.below(bytes.len() + 1);
                drop(bytes.splice(to..to, copy));
            }
            3 => bytes
                .iter_mut()
                .skip(at)
                .take(1)
                .for_each(|byte| *byte = u8::try_from(chance.below(256)).expect("a byte")),
            // Digits are where the meaning is.
            4 => {
                let digits: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
                if let Some(at) = digits.get(chance.below(digits.len())) {
                    bytes[*at] = b'0' + u8::try_from(chance.below(10)).expect("a digit");
                }
            }
            _ => bytes.truncate(bytes.len() - chance.below(40).min(bytes.len())),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn holds(brought: &Brought, days: (NaiveDate, NaiveDate)) -> bool {
    let groups = brought.groups.iter().all(|group| {
        let name = group.name.chars().count() <= 80 && !group.name.chars().any(char::is_control);
        let span = group.span.is_none_or(|span| (0..1440).contains(&span.from) && (1..=1440).contains(&span.minutes()));
        let dates = !group.dates.is_empty() && group.dates.windows(2).all(|two| two[0] < two[1]);
        name && span && dates && group.dates.iter().all(|date| days.0 <= *date && *date <= days.1)
    });
    let firsts: Vec<NaiveDate> = brought.groups.iter().map(|group| group.dates[0]).collect();
    let key = |at: usize| (&brought.groups[at].name, brought.groups[at].span, brought.groups[at].free);
    let twice = (0..firsts.len()).any(|a| (0..a).any(|b| key(a) == key(b)));
    groups && firsts.is_sorted() && !twice
}

#[test]
fn any_change_of_any_file_ends_in_an_answer_that_holds_together() {
    let mut chance = Chance(20_261_125);
    let mut told = 0;
    for turn in 0..4000 {
        let text = changed(&text(FILES[turn % FILES.len()]), &mut chance);
        let first = add_days(date("2026-11-30"), -i32::try_from(chance.below(900)).expect("small"));
        let last = add_days(first, i32::try_from(chance.below(500)).expect("small") - 3);
        let days = if turn % 3 == 0 { (first, last) } else { days() };
        let zone = ZONES[chance.below(ZONES.len())].id;
        if let Ok(brought) = read(&text, days, zone) {
            assert!(holds(&brought, days), "turn {turn}: {text}");
            told += brought.groups.len();
        }
    }
    assert!(told > 4000, "changes leave most of a file as it was: {told}");
}

#[test]
fn files_that_are_made_to_be_slow_end_like_others() {
    let lines = |count: usize, line: &dyn Fn(usize) -> String| (0..count).map(line).collect::<String>();
    let numbers = |count: usize, each: &dyn Fn(usize) -> String| (0..count).map(each).collect::<Vec<_>>().join(",");
    let start = "BEGIN:VEVENT\nDTSTART:20261201T000000\nDURATION:P300D\n";
    let minute = |n: usize| format!("202612{:02}T{:02}{:02}00", n / 1440 % 31 + 1, n / 60 % 24, n % 60);
    let rule = |list: String| [start, "RRULE:FREQ=DAILY;BYMONTHDAY=", &list, "\n"].concat();
    let files = [
        [start, &lines(90_000, &|n| format!("EXDATE;TZID=zone{n}:20261202T000000\n"))].concat(),
        rule(numbers(300_000, &|n| (30 + n % 2).to_string())).repeat(4),
        [start, "RDATE:", &numbers(100_000, &minute), "\nEXDATE:", &numbers(100_000, &|n| minute(n + 720))].concat(),
        [start, "RDATE;VALUE=PERIOD:", &numbers(100_000, &|n| format!("{}/PT{}M", minute(n), n % 1440 + 1))].concat(),
        lines(30_000, &|n| {
            format!("BEGIN:VTIMEZONE\nTZID:{n}\nBEGIN:VEVENT\nDTSTART;TZID={n}:20261201T000000\nDURATION:P1D\n")
        }),
        lines(5000, &|n| format!("{start}UID:same\nRECURRENCE-ID:{}\nRRULE:FREQ=DAILY\n", minute(n))),
        lines(5000, &|n| format!("{start}UID:same\nSUMMARY:{n}\nRRULE:FREQ=YEARLY;BYDAY=1MO\n")),
        start.repeat(60_000),
    ];
    for (at, file) in files.iter().enumerate() {
        let text = ["BEGIN:VCALENDAR\n", file].concat();
        let brought = read(&text, days(), "America/New_York").expect("a calendar");
        assert!(holds(&brought, days()), "file {at}");
        assert!(!brought.groups.is_empty() || brought.unread > 0, "file {at}");
        // Every day is compared with a list of that length: there is time for one such entry.
        assert!(at != 1 || brought.unread == 3, "{} of 4", brought.unread);
    }
}

#[test]
fn the_ends_of_the_calendar_stop_nobody() {
    let ends = [(NaiveDate::MIN, NaiveDate::MAX), (NaiveDate::MAX, NaiveDate::MAX), (NaiveDate::MIN, NaiveDate::MIN)];
    for days in
        ends.into_iter().chain([(date("9999-12-01"), date("9999-12-31")), (date("0001-01-01"), date("0001-12-31"))])
    {
        for every in ["DAILY", "WEEKLY", "MONTHLY", "YEARLY;BYDAY=-1SU"] {
            for start in ["00010101T000000Z", "99991231T235900Z", "20261201"] {
                let text =
                    format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:{start}\nDURATION:P9999D\nRRULE:FREQ={every}\n");
                let answer = read(&text, days, "Pacific/Guam").expect("a calendar");
                assert!(
                    answer.groups.iter().all(|group| group.dates.iter().all(|date| date.year() != 0)),
                    "{start} {every}"
                );
            }
        }
    }
}
