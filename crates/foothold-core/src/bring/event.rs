//! The lines of a calendar file -> its entries, each as it is written: zones are only names here, and rules not applied.
//!
//! What is inside of an entry, such as an alarm, is passed over, as is everything that is no entry. Of a statement that may
//! be made once the first counts.

use super::lines::{self, Line};
use super::rule::{Rule, rule};
use super::value::{Clock, Length, Stamp, length, name, stamp};
use super::zones::Described;

/// Most entries that are kept; others count as unread.
const MOST: usize = 5000;
/// Most zones that are looked at; others are none that is known.
const ZONES: usize = 100;

/// What a file holds.
#[derive(Default)]
pub(super) struct File {
    pub events: Vec<Event>,
    /// Entries beyond the most.
    pub more: u32,
    /// The zones that it names; [`Clock::Named`] says which.
    pub zones: Vec<String>,
    /// The zones that it describes.
    pub described: Vec<Described>,
}

/// When something ends.
#[derive(Clone, Copy)]
pub(super) enum End {
    At(Stamp),
    After(Length),
}

/// An entry.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a statement of the file that may be there or not")]
pub(super) struct Event {
    /// Entries of the same id are about the same thing; blank where there is none.
    pub id: String,
    /// Which version of it.
    pub version: i32,
    pub name: String,
    pub free: bool,
    pub cancelled: bool,
    /// A line that matters could not be read.
    pub broken: bool,
    pub start: Option<Stamp>,
    pub end: Option<End>,
    pub rules: Vec<Rule>,
    /// Further dates, some with an end of their own.
    pub also: Vec<(Stamp, Option<End>)>,
    /// Dates that are left out.
    pub except: Vec<Stamp>,
    /// The date of another entry of the same id that this one stands for.
    pub instead_of: Option<Stamp>,
    /// Whether it stands for every later date too.
    pub onwards: bool,
    /// Rules as written, until the start is known.
    rule_texts: Vec<String>,
    /// Whether it is marked as taking all day though it has times.
    marked_whole_day: bool,
}

/// Reads a file; `None` where it is no calendar.
pub(super) fn file(text: &str) -> Option<File> {
    let mut file = File::default();
    let mut now = Now::default();
    lines::each(text, |line| {
        if line.is("BEGIN") {
            now.begin(line.value, &mut file);
        } else if line.is("END") {
            now.end(line.value, &mut file);
        } else if let (Some(event), 0) = (&mut now.event, now.inside) {
            event.take(line, &mut file.zones);
        } else if let Some(zone) = &mut now.zone {
            zone.take(line, now.daylight);
        } else if line.is("METHOD") {
            now.cancels = line.value.eq_ignore_ascii_case("CANCEL");
        }
    });
    now.close(&mut file);
    now.seen.then_some(file)
}

/// What is open at a line.
#[derive(Default)]
struct Now {
    seen: bool,
    cancels: bool,
    event: Option<Event>,
    /// How deep inside of the entry.
    inside: u32,
    zone: Option<Described>,
    daylight: bool,
}

impl Now {
    fn begin(&mut self, what: &str, file: &mut File) {
        match &*what.to_ascii_uppercase() {
            "VCALENDAR" => {
                self.close(file);
                (self.seen, self.cancels) = (true, false);
            }
            // An entry is never inside of another: the end of the last one is missing.
            "VEVENT" => {
                self.close(file);
                self.event = Some(Event { cancelled: self.cancels, ..Event::default() });
            }
            "VTIMEZONE" => {
                self.close(file);
                self.zone = Some(Described::default());
            }
            part => {
                self.daylight = part == "DAYLIGHT";
                self.inside += 1;
            }
        }
    }

    fn end(&mut self, what: &str, file: &mut File) {
        match &*what.to_ascii_uppercase() {
            "VCALENDAR" | "VEVENT" | "VTIMEZONE" => self.close(file),
            _ => {
                self.daylight = false;
                self.inside = self.inside.saturating_sub(1);
            }
        }
    }

    fn close(&mut self, file: &mut File) {
        file.described.extend(self.zone.take());
        (self.inside, self.daylight) = (0, false);
        let Some(mut event) = self.event.take().filter(|_| self.seen) else { return };
        if file.events.len() < MOST {
            event.complete();
            file.events.push(event);
        } else {
            file.more += 1;
        }
    }
}

impl Event {
    fn take(&mut self, line: &Line, zones: &mut Vec<String>) {
        let value = line.value;
        match &*line.name.to_ascii_uppercase() {
            "UID" => value.clone_into(&mut self.id),
            "SEQUENCE" => self.version = super::value::whole(value, i32::MAX).unwrap_or(0),
            "SUMMARY" if self.name.is_empty() => self.name = name(value),
            "TRANSP" => self.free = value.eq_ignore_ascii_case("TRANSPARENT"),
            "STATUS" => self.cancelled |= value.eq_ignore_ascii_case("CANCELLED"),
            "X-MICROSOFT-CDO-ALLDAYEVENT" => self.marked_whole_day = value.eq_ignore_ascii_case("TRUE"),
            "DTSTART" if self.start.is_none() => self.start = self.read(stamp(value, clock(line, zones), false)),
            "DTEND" if self.end.is_none() => {
                self.end = self.read(stamp(value, clock(line, zones), true)).map(End::At);
            }
            "DURATION" if self.end.is_none() => self.end = self.read(length(value)).map(End::After),
            "RRULE" => self.rule_texts.push(value.to_owned()),
            "RECURRENCE-ID" => {
                self.instead_of = self.read(stamp(value, clock(line, zones), false));
                self.onwards = line.parameter("RANGE").is_some_and(|range| range.eq_ignore_ascii_case("THISANDFUTURE"));
            }
            "EXDATE" | "RDATE" => {
                let clock = clock(line, zones);
                for one in value.split(',').map(str::trim).filter(|one| !one.is_empty()) {
                    let (from, to) = one.split_once('/').map_or((one, None), |(from, to)| (from, Some(to)));
                    let end = match to {
                        None => None,
                        Some(to) if to.starts_with(['P', 'p']) => self.read(length(to)).map(End::After),
                        Some(to) => self.read(stamp(to, clock, true)).map(End::At),
                    };
                    let Some(from) = self.read(stamp(from, clock, false)) else { return };
                    if line.is("EXDATE") { self.except.push(from) } else { self.also.push((from, end)) }
                }
            }
            _ => {}
        }
    }

    /// Whether a rule says when it is; an entry that stands for one date of another says that date only.
    pub fn repeats(&self) -> bool {
        !self.rules.is_empty() && self.instead_of.is_none()
    }

    /// What was read of a line that matters.
    fn read<T>(&mut self, read: Option<T>) -> Option<T> {
        self.broken |= read.is_none();
        read
    }

    fn complete(&mut self) {
        if let (true, Some(start)) = (self.marked_whole_day, &mut self.start) {
            start.whole_day = true;
            start.at.1 = 0;
            if let Some(End::At(end)) = &mut self.end {
                end.whole_day = true;
                end.at.1 = 0;
            }
        }
        let Some(start) = self.start else { return };
        for text in std::mem::take(&mut self.rule_texts) {
            let rule = self.read(rule(&text, start));
            self.rules.extend(rule);
        }
    }
}

/// Whose clock the times of a line are of.
fn clock(line: &Line, zones: &mut Vec<String>) -> Clock {
    let Some(id) = line.parameter("TZID").filter(|id| !id.is_empty()) else { return Clock::Any };
    let at = zones.iter().position(|known| known == id).unwrap_or(zones.len());
    if at == zones.len() && at < ZONES {
        zones.push(id.to_owned());
    }
    Clock::Named(at)
}
