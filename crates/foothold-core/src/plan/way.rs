//! One way through the program: which changes are used in which weeks, and what is missed. What it
//! comes to, what a week of it looks like, and where it is closest.

use super::problem::{Pieces, Problem, Slot, Unit, Weeks, has, shifted};
use super::rules::needed_min;
use super::search::{Entry, missed};
use super::travel::{CLINIC, Piece};
use super::{Change, ChangeKind, Cost, Slack};
use crate::order;
use crate::time::Days;

/// One way through the program.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// Per unit: which of its options, and in which weeks it is used.
    pub(super) used: Vec<(usize, Weeks)>,
    /// Per slot: weeks in which it is missed.
    pub(super) missed: Vec<Weeks>,
    /// Totals.
    pub(super) cost: Cost,
}

impl Plan {
    /// The plan that comes of one choice per group of parts.
    pub(super) fn of(problem: &Problem, chosen: &[&Entry]) -> Self {
        let mut used = vec![(0, 0); problem.units.len()];
        let mut sums = [0; 5];
        for (part, options, way, weeks) in chosen.iter().flat_map(|entry| &entry.ways) {
            for ((unit, rel), option) in part.units.iter().zip(options).filter(|(_, option)| **option > 0) {
                if let Some((known, all)) = used.get_mut(*unit) {
                    *known = *option;
                    *all |= shifted(*weeks, *rel);
                }
            }
            for (sum, more) in sums.iter_mut().zip(way.sums) {
                *sum += more * i32::try_from(weeks.count_ones()).unwrap_or(0);
            }
        }
        let mut asked: Vec<usize> = Vec::new();
        for (unit, _) in problem.units.iter().zip(&used).filter(|(_, (_, weeks))| *weeks != 0) {
            if let Some(party) = problem.frame.party(unit.commitment).filter(|party| !asked.contains(party)) {
                asked.push(party);
            }
        }
        let count = |n: i32| u32::try_from(n).unwrap_or(0);
        let [lost, work, other, travel_min, evenings] = sums;
        let cost = Cost {
            missed: count(lost),
            work_lost_min: count(work),
            parties: u32::try_from(asked.len()).unwrap_or(u32::MAX),
            moved_min: count(other),
            travel_min,
            evenings: count(evenings),
        };
        Self { used, missed: missed(problem, chosen), cost }
    }

    /// Whether nothing changes and nothing is missed.
    pub(super) fn is_as_is(&self) -> bool {
        self.used.iter().all(|(option, weeks)| *option == 0 || *weeks == 0)
            && self.missed.iter().all(|weeks| *weeks == 0)
    }

    /// Every unit of one week: whether the plan changes it there, and what is left of it.
    pub(super) fn units_in<'p>(
        &self,
        problem: &'p Problem,
        bit: i32,
    ) -> impl Iterator<Item = (&'p Unit, bool, Pieces)> {
        let there = problem.units.iter().zip(&self.used).filter(move |(unit, _)| has(unit.weeks, bit));
        there.filter_map(move |(unit, (option, weeks))| {
            let option = if has(*weeks, bit) { *option } else { 0 };
            unit.options.get(option).map(|choice| (unit, choice.change.is_some(), choice.pieces))
        })
    }

    /// The same plan with every session attended, for drawing what does not fit.
    pub(super) fn attending_all(mut self) -> Self {
        self.missed.fill(0);
        self
    }

    /// Every slot that is attended in one week.
    pub(super) fn slots_in<'p>(&self, problem: &'p Problem, bit: i32) -> impl Iterator<Item = &'p Slot> {
        let held = problem.slots.iter().zip(&self.missed);
        held.filter(move |(slot, missed)| has(slot.weeks & !**missed, bit)).map(|(slot, _)| slot)
    }

    /// The changes and misses as statements, in the order of rows, then of the week.
    pub(super) fn changes(&self, problem: &Problem) -> Vec<Change> {
        let mut changes: Vec<(usize, Change)> = Vec::new();
        for (unit, (option, weeks)) in problem.units.iter().zip(&self.used) {
            let change = unit.options.get(*option).and_then(|choice| choice.change).filter(|_| *weeks != 0);
            let (Some(kind), Some(commitment)) = (change, problem.commitment(unit)) else { continue };
            let dates = weeks.count_ones();
            let same = changes
                .iter_mut()
                .find(|(c, change)| *c == unit.commitment && change.kind == kind && change.span == unit.span);
            if let Some((_, change)) = same {
                change.days = change.days.with(unit.day, true);
                change.dates += dates;
            } else {
                let days = Days::of(&[unit.day]);
                let asks = problem.frame.party(unit.commitment).is_some();
                let (row, span) = (Some(commitment.row), unit.span);
                changes.push((unit.commitment, Change { row, days, span, kind, dates, asks }));
            }
        }
        order::sort_by(&mut changes, |(a, _), (b, _)| a.cmp(b));
        let mut changes: Vec<Change> = changes.into_iter().map(|(_, change)| change).collect();
        for (slot, weeks) in problem.slots.iter().zip(&self.missed).filter(|(_, weeks)| **weeks != 0) {
            let kind = ChangeKind::Miss(slot.session);
            let dates = weeks.count_ones();
            if let Some(change) = changes.iter_mut().find(|change| change.kind == kind) {
                change.days = change.days.with(slot.day, true);
                change.dates += dates;
            } else {
                let span = slot.piece.span();
                changes.push(Change { row: None, days: Days::of(&[slot.day]), span, kind, dates, asks: false });
            }
        }
        changes
    }
}

/// Sessions that follow each other at the clinic ask for being early only once.
pub(super) fn early_once(pieces: &mut [Piece]) {
    let mut before: Option<usize> = None;
    for piece in pieces {
        if before == Some(CLINIC) {
            piece.early = 0;
        }
        before = Some(piece.place);
    }
}

/// The least spare time before or after a session of the plan.
pub(super) fn slack(problem: &Problem, plan: &Plan) -> Option<Slack> {
    let mut least: Option<Slack> = None;
    for (unit, (option, used)) in problem.units.iter().zip(&plan.used) {
        for near in &unit.near {
            let (Some(slot), Some(missed)) = (problem.slots.get(near.slot), plan.missed.get(near.slot)) else {
                continue;
            };
            let held = shifted(near.weeks & !missed, near.delta);
            for (weeks, option) in [(held & used, *option), (held & !used, 0)] {
                let pieces = unit.options.get(option).filter(|_| weeks != 0).map_or([None, None], |c| c.pieces);
                for piece in pieces.iter().flatten() {
                    let before = piece.from < near.piece.from;
                    let (first, then) = if before { (piece, &near.piece) } else { (&near.piece, piece) };
                    let min = then.from - first.to - needed_min(first, then, &problem.frame.table);
                    let row = problem.commitment(unit).map_or(0, |c| c.row);
                    if least.is_none_or(|l| min < l.min) {
                        least = Some(Slack { min, session: slot.session, day: slot.day, row, before });
                    }
                }
            }
        }
    }
    least
}
