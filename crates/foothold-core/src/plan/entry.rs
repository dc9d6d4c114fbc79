//! Choices for a group of parts, what they come to, and whether what they miss is allowed.

use super::local::{LINES, Local, Sums, Table, options};
use super::parts::Part;
use super::problem::{Problem, Weeks, shifted};
use crate::site::MissRule;

/// Weeks of a mask.
pub(super) const WEEKS: usize = 64;

/// A choice for a group: what it comes to, and how each of its parts is treated in which weeks.
#[derive(Clone)]
pub(super) struct Entry<'t> {
    pub(super) sums: Sums,
    /// Seats missed in each week, one seat's weeks after the other's; empty where the limit does not count.
    pub(super) counts: Vec<u8>,
    pub(super) ways: Vec<(&'t Part, Vec<usize>, &'t Local, Weeks)>,
}

impl<'t> Entry<'t> {
    /// Adds a way to treat a part in some weeks.
    pub(super) fn put(&mut self, problem: &Problem, part: &'t Part, table: &Table, way: &'t Local, weeks: Weeks) {
        if weeks == 0 {
            return;
        }
        self.sums = plus(self.sums, way.sums, i32::try_from(weeks.count_ones()).unwrap_or(0));
        self.ways.push((part, options(&table.sizes, way.state), way, weeks));
        if self.counts.is_empty() || way.missed == 0 {
            return;
        }
        for (_, (slot, rel)) in part.slots.iter().enumerate().filter(|(at, _)| way.missed >> at & 1 == 1) {
            if let Some(seat) = problem.slots.get(*slot).and_then(super::slots::Slot::seat) {
                count(&mut self.counts, seat, shifted(weeks, *rel));
            }
        }
    }
}

/// Whether misses keep to the clinic's rule, which counts for each seat.
pub(super) fn kept(problem: &Problem, rule: MissRule, missed: &[Weeks]) -> bool {
    let mut counts = vec![0; WEEKS * problem.seats.len()];
    for (slot, weeks) in problem.slots.iter().zip(missed) {
        if let Some(seat) = slot.seat() {
            count(&mut counts, seat, *weeks);
        }
    }
    fits(rule, &counts)
}

/// Adds one miss of a seat in each of these weeks.
fn count(counts: &mut [u8], seat: usize, weeks: Weeks) {
    for (bit, count) in counts.iter_mut().skip(WEEKS * seat).take(WEEKS).enumerate() {
        *count = count.saturating_add(u8::from(weeks >> bit & 1 == 1));
    }
}

/// Whether so many misses in each week keep to the rule.
pub(super) fn fits(rule: MissRule, counts: &[u8]) -> bool {
    let span = usize::from(rule.in_weeks.max(1)).min(WEEKS);
    counts.chunks(WEEKS).all(|weeks| {
        let mut sum = 0;
        for (at, count) in weeks.iter().enumerate() {
            sum += u16::from(*count);
            if let Some(gone) = at.checked_sub(span).and_then(|at| weeks.get(at)) {
                sum -= u16::from(*gone);
            }
            if sum > rule.allowed {
                return false;
            }
        }
        true
    })
}

/// Misses of each week added up.
pub(super) fn sum_of(a: &[u8], b: &[u8]) -> Vec<u8> {
    a.iter().zip(b).map(|(x, y)| x.saturating_add(*y)).collect()
}

/// Keeps an entry unless one that is there is as good; drops those that it beats. Returns how much
/// looking that took, for the budget.
pub(super) fn keep<'t>(list: &mut Vec<Entry<'t>>, entry: Entry<'t>) -> u32 {
    let beats = |a: &Entry, b: &Entry| a.sums <= b.sums && a.counts.iter().zip(&b.counts).all(|(x, y)| x <= y);
    let work = u32::try_from(list.len() / 16).unwrap_or(u32::MAX);
    if !list.iter().any(|known| beats(known, &entry)) {
        list.retain(|known| !beats(&entry, known));
        list.push(entry);
    }
    work
}

/// Adds so many times what is more.
pub(super) fn plus(a: Sums, b: Sums, times: i32) -> Sums {
    let mut sums = a;
    for (sum, more) in sums.iter_mut().zip(b) {
        *sum += more * times;
    }
    sums
}

/// The least of a list, and the fewest misses of each week: no completion undercuts them.
pub(super) fn least_of(list: &[Entry]) -> (Sums, Vec<u8>) {
    let sums = list.iter().map(|entry| entry.sums).min().unwrap_or([0; LINES]);
    let mut counts = list.first().map(|entry| entry.counts.clone()).unwrap_or_default();
    for entry in list {
        for (count, other) in counts.iter_mut().zip(&entry.counts) {
            *count = (*count).min(*other);
        }
    }
    (sums, counts)
}
