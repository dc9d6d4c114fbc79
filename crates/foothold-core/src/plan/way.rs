//! One way through the program: which changes are used in which weeks, and what is missed. What it
//! comes to, what a week of it looks like, and where it is closest.

use super::problem::{Pieces, Problem, Slot, Unit, WEEK_MIN, Weeks, shifted};
use super::rules::needed_min;
use super::search::{Entry, bound};
use super::travel::{CLINIC, Piece, travel_min};
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
    pub(super) fn as_is(problem: &Problem, base: &[Weeks]) -> Self {
        Self::of(problem, base.to_vec(), &[])
    }

    pub(super) fn of(problem: &Problem, missed: Vec<Weeks>, chosen: &[&Entry]) -> Self {
        let mut used = vec![(0, 0); problem.units.len()];
        for (unit, option, weeks) in chosen.iter().flat_map(|entry| &entry.used) {
            if let Some(place) = used.get_mut(*unit) {
                *place = (*option, *weeks);
            }
        }
        let [missed_sum, work, parties, moved] = bound(&missed, &[], chosen);
        let missed_sum = missed_sum - chosen.iter().map(|e| e.sums.first().copied().unwrap_or(0)).sum::<u32>();
        let mut plan = Self { used, missed, cost: Cost::default() };
        plan.cost = Cost {
            missed: missed_sum,
            work_lost_min: work,
            parties,
            moved_min: moved,
            travel_min: plan.added_travel(problem),
            evenings: plan.evenings(problem),
        };
        plan
    }

    /// Whether nothing changes and nothing is missed.
    pub(super) fn is_as_is(&self) -> bool {
        self.used.iter().all(|(option, weeks)| *option == 0 || *weeks == 0)
            && self.missed.iter().all(|weeks| *weeks == 0)
    }

    fn evenings(&self, problem: &Problem) -> u32 {
        let held = problem.slots.iter().zip(&self.missed).filter(|(slot, _)| slot.evening);
        held.map(|(slot, missed)| (slot.weeks & !missed).count_ones()).sum()
    }

    /// Every unit of one week: whether the plan changes it there, and what is left of it.
    pub(super) fn units_in<'p>(
        &self,
        problem: &'p Problem,
        bit: u32,
    ) -> impl Iterator<Item = (&'p Unit, bool, Pieces)> {
        problem.units.iter().zip(&self.used).filter_map(move |(unit, (option, weeks))| {
            let option = if weeks >> bit & 1 == 1 { *option } else { 0 };
            unit.options.get(option).map(|choice| (unit, choice.change.is_some(), choice.pieces))
        })
    }

    /// The same plan with every session attended, for drawing what does not fit.
    pub(super) fn attending_all(mut self) -> Self {
        self.missed.fill(0);
        self
    }

    /// Every slot that is attended in one week.
    pub(super) fn slots_in<'p>(&self, problem: &'p Problem, bit: u32) -> impl Iterator<Item = &'p Slot> {
        let held = problem.slots.iter().zip(&self.missed);
        held.filter(move |(slot, missed)| (slot.weeks & !**missed) >> bit & 1 == 1).map(|(slot, _)| slot)
    }

    /// Everything of one week in order: commitments as changed, sessions attended.
    pub(super) fn week(&self, problem: &Problem, bit: u32) -> Vec<Piece> {
        let kept = self.units_in(problem, bit).flat_map(|(_, _, left)| left.into_iter().flatten());
        let mut pieces: Vec<Piece> = kept.chain(self.slots_in(problem, bit).map(|slot| slot.piece)).collect();
        order::sort(&mut pieces);
        early_once(&mut pieces);
        pieces
    }

    /// Minutes of travel over the whole program, less those of the weeks without sessions.
    fn added_travel(&self, problem: &Problem) -> i32 {
        if !problem.travel_counts {
            return 0;
        }
        let weeks: Vec<u32> = (0..64).filter(|bit| problem.all_weeks >> bit & 1 == 1).collect();
        let bare = *problem.bare_travel.get_or_init(|| {
            let used = vec![(0, 0); self.used.len()];
            Plan { used, missed: vec![Weeks::MAX; self.missed.len()], cost: self.cost }.travel(problem, &weeks)
        });
        self.travel(problem, &weeks) - bare
    }

    /// Minutes of travel over these weeks. Weeks that are alike are worked out once.
    fn travel(&self, problem: &Problem, weeks: &[u32]) -> i32 {
        let crosses = problem.units.iter().any(|unit| {
            unit.options.iter().flat_map(|c| c.pieces.iter().flatten()).any(|p| p.to > WEEK_MIN || p.from < 0)
        });
        if crosses {
            return run(self, problem, weeks);
        }
        let mut known: Vec<(Vec<bool>, i32)> = Vec::new();
        let mut total = 0;
        for bit in weeks {
            let pattern = self.pattern(problem, *bit);
            total += if let Some((_, min)) = known.iter().find(|(same, _)| *same == pattern) {
                *min
            } else {
                let min = travel_min(&self.week(problem, *bit), &problem.table);
                known.push((pattern, min));
                min
            };
        }
        total
    }

    /// What tells one week of the plan from another: which changes are used, which slots attended.
    fn pattern(&self, problem: &Problem, bit: u32) -> Vec<bool> {
        let on = |weeks: Weeks| weeks >> bit & 1 == 1;
        let attended = problem.slots.iter().zip(&self.missed).map(|(slot, missed)| on(slot.weeks & !missed));
        self.used.iter().map(|(_, weeks)| on(*weeks)).chain(attended).collect()
    }

    /// The changes and misses as statements, in the order of rows, then of the week.
    pub(super) fn changes(&self, problem: &Problem) -> Vec<Change> {
        let mut changes: Vec<(usize, Change)> = Vec::new();
        for (unit, (option, weeks)) in problem.units.iter().zip(&self.used) {
            let change = unit.options.get(*option).and_then(|choice| choice.change).filter(|_| *weeks != 0);
            let (Some(kind), Some(commitment)) = (change, problem.commitment(unit)) else { continue };
            let dates = weeks.count_ones();
            let same = changes.iter_mut().find(|(c, change)| *c == unit.commitment && change.kind == kind);
            if let Some((_, change)) = same {
                change.days = change.days.with(unit.day, true);
                change.dates += dates;
            } else {
                let days = Days::of(&[unit.day]);
                let asks = commitment.kind.asks_outside();
                changes.push((unit.commitment, Change { row: Some(commitment.row), days, kind, dates, asks }));
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
                changes.push(Change { row: None, days: Days::of(&[slot.day]), kind, dates, asks: false });
            }
        }
        changes
    }
}

/// All weeks as one run, for weeks that reach into each other.
fn run(plan: &Plan, problem: &Problem, weeks: &[u32]) -> i32 {
    let mut pieces: Vec<Piece> = Vec::new();
    for bit in weeks {
        let shift = i32::try_from(*bit).unwrap_or(0) * WEEK_MIN;
        pieces.extend(plan.week(problem, *bit).iter().map(|p| Piece { from: p.from + shift, to: p.to + shift, ..*p }));
    }
    order::sort(&mut pieces);
    travel_min(&pieces, &problem.table)
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
            let held = shifted(slot.weeks & !missed, near.delta);
            for (weeks, option) in [(held & used, *option), (held & !used, 0)] {
                let pieces = unit.options.get(option).filter(|_| weeks != 0).map_or([None, None], |c| c.pieces);
                for piece in pieces.iter().flatten() {
                    let before = piece.from < near.piece.from;
                    let (first, then) = if before { (piece, &near.piece) } else { (&near.piece, piece) };
                    let min = then.from - first.to - needed_min(first, then, &problem.table);
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
