//! A household whose file is by another clock than the clinic's -> the same household by the clinic's.
//!
//! Every start and end is the moment that its own clock shows on its date, and then what the clinic's clock shows at that
//! moment. Where that is the same on all dates of the program a row stays what it was, earlier or later; else it becomes a list of dates.

use super::issue::IssueKind;
use super::read::{At, Log, shortened};
use super::suggest::nearest;
use crate::along::zone::{ZONES, Zone};
use crate::household::{Household, MOST_TRAVEL_MIN};
use crate::people::{By, Duty};
use crate::rhythm::{Rhythm, When};
use crate::site::Site;
use crate::time::{DAY_MIN, Datelike, Days, NaiveDate, Span, WEEK, Weekday, add_days};

/// What the zones are called whose clocks are known.
#[expect(clippy::indexing_slicing, reason = "worked out while it is built, within both lists")]
pub(super) const NAMES: [&str; ZONES.len()] = {
    let mut names = [""; ZONES.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = ZONES[at].id;
        at += 1;
    }
    names
};

/// The clock of a household and that of a clinic.
struct Clocks {
    home: Zone,
    clinic: Zone,
    /// The dates that matter.
    dates: Vec<NaiveDate>,
}

/// Something on a date, by the one clock; then by how many days its date differs by the other, and its time there.
type Moved = (NaiveDate, Span, i32, Span);

/// The zone of a household's file.
pub(super) fn read(at: &At, log: &mut Log) -> Option<Zone> {
    let text = at.text(log)?;
    let zone = Zone::named(text);
    if zone.is_none() {
        unknown(text, log);
    }
    zone
}

fn unknown(text: &str, log: &mut Log) {
    let (found, nearest) = (Some(shortened(text)), nearest(text, &NAMES));
    log.error("zone", IssueKind::UnknownValue { found, allowed: &NAMES, nearest });
}

/// The household by the clinic's clock. What cannot be said by it is named; nothing where it is not known.
pub(super) fn by_the_clinics(household: &Household, home: Zone, site: &Site, log: &mut Log) -> Option<Household> {
    let Some(clinic) = Zone::named(&site.zone) else {
        unknown(&site.zone, log);
        return None;
    };
    let weeks = site.program.weeks.1;
    let dates = (-9..(i32::from(weeks) + 1) * 7 + 2).map(|at| add_days(household.start, at)).collect();
    let clocks = Clocks { home, clinic, dates };
    let mut after = household.clone();
    let mut by = |by: &mut By, path: &str| {
        if let Some(last) = by.last {
            by.last = clocks.last(last);
            if by.last.is_none() {
                log.error(path, IssueKind::ClocksApart);
            }
        }
    };
    by(&mut after.clinic_by, "clinic_last");
    for (at, place) in after.places.iter_mut().enumerate() {
        by(&mut place.by, &format!("places[{at}].last_way"));
    }
    for commitment in &mut after.commitments {
        by(&mut commitment.by, &format!("commitments[{}].last_way", commitment.row.saturating_sub(1)));
        commitment.when = clocks.when(&commitment.when);
    }
    for duty in &mut after.duties {
        by(&mut duty.by, &format!("duties[{}].last_way", duty.row.saturating_sub(1)));
    }
    for duty in &mut after.duties {
        let path = format!("duties[{}].outside", duty.row.saturating_sub(1));
        let Some(outside) = clocks.outside(duty) else {
            log.error(&path, IssueKind::ClocksApart);
            duty.outside.clear();
            duty.when = clocks.when(&duty.when);
            continue;
        };
        (duty.when, duty.outside) = (clocks.when(&duty.when), outside);
    }
    Some(after)
}

/// How far around a change of clocks something can matter that does not last through it: the longest way and an hour.
const NEAR_MIN: i32 = MOST_TRAVEL_MIN + 60;

/// The dates of a program before whose dawn the clinic's clock changes while somebody of the household is at something, or
/// between two things: there the planner, which counts by the clock, can be out by up to an hour.
pub fn clock_changes(site: &Site, household: &Household) -> Vec<NaiveDate> {
    let Some(zone) = Zone::named(&site.zone) else { return Vec::new() };
    let days = (0..i32::from(site.program.weeks.1) * 7).map(|at| add_days(household.start, at));
    days.filter(|date| zone.changes_on(*date) && is_awake(household, *date)).collect()
}

/// Whether something of the household reaches over 2am of a date.
fn is_awake(household: &Household, date: NaiveDate) -> bool {
    let at = 120;
    let around = |when: &When| {
        let mut found = Vec::new();
        for day in -2..2 {
            let mut spans = Vec::new();
            when.on(add_days(date, day), &mut spans);
            found.extend(spans.iter().map(|span| (span.from + day * DAY_MIN, span.to + day * DAY_MIN)));
        }
        found
    };
    let all: Vec<(i32, i32)> = household
        .commitments
        .iter()
        .map(|c| &c.when)
        .chain(household.duties.iter().map(|duty| &duty.when))
        .flat_map(around)
        .collect();
    let near = |minutes: i32, from: i32| (from..=from + NEAR_MIN).contains(&minutes);
    // A shift that ends just then has its sleep after it.
    all.iter().any(|(from, to)| *from < at && at <= *to)
        || all.iter().any(|(_, to)| near(*to, at - NEAR_MIN)) && all.iter().any(|(from, _)| near(*from, at))
}

impl Clocks {
    fn at(&self, date: NaiveDate, min: i32) -> (NaiveDate, i32) {
        let (day, utc) = self.home.utc(date, min);
        self.clinic.clock(day, utc)
    }

    fn moved(&self, date: NaiveDate, span: Span) -> Moved {
        let ((first, from), (last, to)) = (self.at(date, span.from), self.at(date, span.to));
        let days = |a: NaiveDate, b: NaiveDate| b.num_days_from_ce() - a.num_days_from_ce();
        let to = (to + days(first, last) * DAY_MIN).clamp(from, from + DAY_MIN);
        (date, span, days(date, first), Span { from, to })
    }

    fn all(&self, when: &When) -> Vec<Moved> {
        let mut found = Vec::new();
        for date in &self.dates {
            let mut spans = Vec::new();
            when.on(*date, &mut spans);
            found.extend(spans.into_iter().map(|span| self.moved(*date, span)));
        }
        found
    }

    fn when(&self, when: &When) -> When {
        let all = self.all(when);
        let of = |span: Span| all.iter().find(|moved| moved.1 == span).map(|moved| (moved.2, moved.3));
        let by = all.first().map_or(0, |moved| moved.2);
        let same = all.iter().all(|moved| moved.2 == by && of(moved.1) == Some((moved.2, moved.3)));
        let date = |date: NaiveDate| add_days(date, by);
        let time = |span: Span| of(span).map_or(span, |(_, span)| span);
        let rhythm = match &when.rhythm {
            Rhythm::Weekly { days, span } if same => Rhythm::Weekly { days: turned(*days, by), span: time(*span) },
            Rhythm::Cycle { anchor, days } if same => {
                Rhythm::Cycle { anchor: date(*anchor), days: days.iter().map(|span| span.map(time)).collect() }
            }
            _ => {
                let listed = all.iter().map(|(day, _, by, span)| (add_days(*day, *by), *span)).collect();
                return When { rhythm: Rhythm::Listed(listed), first: None, last: None, except: Vec::new() };
            }
        };
        When {
            rhythm,
            first: when.first.map(date),
            last: when.last.map(date),
            except: when.except.iter().copied().map(date).collect(),
        }
    }

    /// When somebody from outside covers a duty, by the clinic's clock; nothing where that cannot be told apart from when nobody does.
    fn outside(&self, duty: &Duty) -> Option<Vec<(Days, Span)>> {
        let holds = |of: &[(Days, Span)], day: Weekday, span: Span| {
            of.iter().any(|(days, cover)| days.has(day) && cover.from <= span.from && span.to <= cover.to)
        };
        let all = self.all(&duty.when);
        let mut found: Vec<(Days, Span)> = Vec::new();
        let day = |moved: &Moved| add_days(moved.0, moved.2).weekday();
        let covered = |moved: &&Moved| holds(&duty.outside, moved.0.weekday(), moved.1);
        for moved in all.iter().filter(covered) {
            match found.iter_mut().find(|(_, span)| *span == moved.3) {
                Some((days, _)) => *days = days.with(day(moved), true),
                None => found.push((Days::of(&[day(moved)]), moved.3)),
            }
        }
        let wrong = |moved: &Moved| !covered(&moved) && holds(&found, day(moved), moved.3);
        (!all.iter().any(wrong)).then_some(found)
    }

    /// A last departure by the clinic's clock; nothing where it is another one on some dates, or of another night.
    fn last(&self, min: i32) -> Option<i32> {
        let mut all = self.dates.iter().map(|date| self.moved(*date, Span { from: min, to: min }).3.from);
        let first = all.next()?;
        let by = first - min;
        // A night ends at 5am.
        let night = |min: i32| (min - 300).rem_euclid(DAY_MIN);
        let by = if by > DAY_MIN / 2 {
            by - DAY_MIN
        } else if by < -DAY_MIN / 2 {
            by + DAY_MIN
        } else {
            by
        };
        (all.all(|min| min == first) && night(min) + by == night(first)).then_some(first)
    }
}

/// The weekdays so many days later.
fn turned(days: Days, by: i32) -> Days {
    let at = |day: Weekday| i32::try_from(day.num_days_from_monday()).unwrap_or(0);
    let later = |day: Weekday| WEEK.into_iter().find(|other| (at(day) + by - at(*other)) % 7 == 0).unwrap_or(day);
    days.iter().fold(Days::NONE, |all, day| all.with(later(day), true))
}

#[cfg(test)]
#[path = "clock_tests.rs"]
mod tests;
