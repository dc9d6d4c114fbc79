//! One way through the program: which changes are used in which weeks, and what is missed. What it
//! comes to, what a week of it looks like, and where it is closest.

use super::entry::Entry;
use super::hands;
use super::local::LINES;
use super::problem::{Pieces, Problem, Unit, WEEK_MIN, Weeks, has, shifted};
use super::rules::{is_compared, needed_min};
use super::search::missed;
use super::slots::{NOBODY, Slot, What};
use super::travel::{CLINIC, Piece};
use super::{Change, ChangeKind, Cost, Cover, Doer, Slack};
use crate::order;
use crate::time::{DAY_MIN, Days};

/// One way through the program.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// Per unit: which of its options, and in which weeks it is used.
    pub(super) used: Vec<(usize, Weeks)>,
    /// Per slot: weeks in which it is missed.
    pub(super) missed: Vec<Weeks>,
    /// Per slot: who is at it in which weeks, where that is not who always would be.
    pub(super) doers: Vec<Vec<(u8, Weeks)>>,
    /// Totals.
    pub(super) cost: Cost,
}

impl Plan {
    /// The plan that comes of one choice per group of parts.
    pub(super) fn of(problem: &Problem, chosen: &[&Entry]) -> Self {
        let mut used = vec![(0, 0); problem.units.len()];
        let mut doers: Vec<Vec<(u8, Weeks)>> = problem.slots.iter().map(|_| Vec::new()).collect();
        let mut sums = [0; LINES];
        for (part, options, way, weeks) in chosen.iter().flat_map(|entry| &entry.ways) {
            for ((unit, rel), option) in part.units.iter().zip(options).filter(|(_, option)| **option > 0) {
                if let Some((known, all)) = used.get_mut(*unit) {
                    *known = *option;
                    *all |= shifted(*weeks, *rel);
                }
            }
            for ((slot, rel), doer) in part.slots.iter().zip(&way.doers) {
                let own = problem.slots.get(*slot).map_or(NOBODY, always);
                let Some(of) = doers.get_mut(*slot).filter(|_| *doer != own && *doer != NOBODY) else { continue };
                let weeks = shifted(*weeks, *rel);
                match of.iter_mut().find(|(known, _)| known == doer) {
                    Some((_, all)) => *all |= weeks,
                    None => of.push((*doer, weeks)),
                }
            }
            for (sum, more) in sums.iter_mut().zip(way.sums) {
                *sum += more * i32::try_from(weeks.count_ones()).unwrap_or(0);
            }
        }
        let count = |n: i32| u32::try_from(n).unwrap_or(0);
        let [lost, work, other, cover, swaps, travel_min, evenings, ..] = sums;
        let parties = u32::try_from(asked(problem, &used).len()).unwrap_or(u32::MAX);
        let cost = Cost {
            missed: count(lost),
            work_lost_min: count(work),
            parties,
            moved_min: count(other),
            cover_min: count(cover),
            swaps: count(swaps),
            travel_min,
            evenings: count(evenings),
        };
        Self { used, missed: missed(problem, chosen), doers, cost }
    }

    /// The parties outside that it asks, in order.
    pub(super) fn asked(&self, problem: &Problem) -> Vec<usize> {
        asked(problem, &self.used)
    }

    /// Whether nothing changes, nothing is missed and nobody has to step in.
    pub(super) fn is_as_is(&self) -> bool {
        self.cost.cover_min == 0
            && self.cost.swaps == 0
            && self.used.iter().all(|(option, weeks)| *option == 0 || *weeks == 0)
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

    /// Every slot that somebody is at in one week, with who that is.
    pub(super) fn slots_in<'p>(&self, problem: &'p Problem, bit: i32) -> impl Iterator<Item = (&'p Slot, u8)> {
        let held = problem.slots.iter().enumerate().filter(move |(_, slot)| has(slot.weeks, bit));
        held.map(move |(at, slot)| (slot, self.doer(at, slot, bit))).filter(|(_, who)| *who != NOBODY)
    }

    /// Who is at a slot in one week.
    pub(super) fn doer(&self, at: usize, slot: &Slot, bit: i32) -> u8 {
        if self.missed.get(at).is_some_and(|missed| has(*missed, bit)) {
            return NOBODY;
        }
        let other = self.doers.get(at).into_iter().flatten().find(|(_, weeks)| has(*weeks, bit));
        other.map_or(always(slot), |(who, _)| *who)
    }

    /// Weeks in which this person is at a slot.
    fn weeks_of(&self, at: usize, slot: &Slot, who: u8) -> Weeks {
        let of = self.doers.get(at).map_or(&[][..], Vec::as_slice);
        let (mut mine, mut others) = (0, self.missed.get(at).copied().unwrap_or(0));
        for (doer, weeks) in of {
            if *doer == who {
                mine |= weeks;
            }
            others |= weeks;
        }
        mine | if always(slot) == who { slot.weeks & !others } else { 0 }
    }

    /// The duties that somebody else does than before, as statements, in the order of the rows.
    pub(super) fn covers(&self, problem: &Problem) -> Vec<Cover> {
        let mut covers: Vec<Cover> = Vec::new();
        for (slot, doers) in problem.slots.iter().zip(&self.doers) {
            let What::Duty { duty, .. } = slot.what else { continue };
            let Some(duty) = problem.frame.household.duties.get(duty).filter(|_| !slot.is_cut()) else { continue };
            for (who, weeks) in doers.iter().filter(|(_, weeks)| *weeks != 0) {
                let (doer, span, dates) = (Doer::of(*who), slot.piece.span(), weeks.count_ones());
                let same = covers.iter_mut().find(|c| (c.duty, c.doer, c.span) == (duty.row, doer, span));
                if let Some(cover) = same {
                    cover.days = cover.days.with(slot.day, true);
                    cover.dates += dates;
                } else {
                    covers.push(Cover { duty: duty.row, doer, days: Days::of(&[slot.day]), span, dates });
                }
            }
        }
        if hands::KNOWN {
            hands::covers(problem, self, &mut covers);
        }
        order::sort_by(&mut covers, |a, b| (a.duty, a.doer, a.span).cmp(&(b.duty, b.doer, b.span)));
        covers
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
            let Some(session) = slot.session() else { continue };
            let kind = ChangeKind::Miss(session);
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

/// Sessions that follow each other at the clinic ask for being early only once, where fewer than so many minutes lie
/// between them.
pub(super) fn early_once(pieces: &mut [Piece], stays_min: i32) {
    let mut before: Option<i32> = None;
    for piece in pieces {
        if before.is_some_and(|end| piece.from - end < stays_min) {
            piece.early = 0;
        }
        before = (piece.place == CLINIC).then_some(piece.to);
    }
}

fn asked(problem: &Problem, used: &[(usize, Weeks)]) -> Vec<usize> {
    let changed = problem.units.iter().zip(used).filter(|(_, (option, weeks))| *option > 0 && *weeks != 0);
    let mut parties: Vec<usize> = changed.filter_map(|(unit, _)| problem.frame.party(unit.commitment)).collect();
    order::sort(&mut parties);
    parties.dedup();
    parties
}

/// Who is at a slot unless the plan says otherwise: the baseline's doer, or the one who alone may.
pub(super) fn always(slot: &Slot) -> u8 {
    match (slot.what, slot.may.as_slice()) {
        (What::Duty { base, .. }, _) => base,
        (What::Seat { .. }, [one]) => *one,
        _ => NOBODY,
    }
}

/// The least spare time before or after a session of the plan, or in the day of a substitute.
pub(super) fn slack(problem: &Problem, plan: &Plan) -> Option<Slack> {
    let mut least: Option<Slack> = None;
    for (unit, (option, used)) in problem.units.iter().zip(&plan.used) {
        let row = problem.commitment(unit).map_or(0, |c| c.row);
        for near in &unit.near {
            let Some(slot) = problem.slots.get(near.slot) else { continue };
            let who = unit.piece.who;
            if slot.session().is_none() && always(slot) == who {
                continue;
            }
            let held = shifted(near.weeks & plan.weeks_of(near.slot, slot, who), near.delta);
            for (weeks, option) in [(held & used, *option), (held & !used, 0)] {
                let pieces = unit.options.get(option).filter(|_| weeks != 0).map_or([None, None], |c| c.pieces);
                for piece in pieces.iter().flatten() {
                    let named = Slack { session: slot.session(), day: slot.day, row, ..Slack::NONE };
                    let duty = duty_row(problem, slot);
                    spare(&mut least, problem, piece, &near.piece, Slack { duty, ..named });
                }
            }
        }
    }
    for (at, session) in problem.slots.iter().enumerate().filter(|(_, slot)| slot.session().is_some()) {
        for (other, duty) in problem.slots.iter().enumerate().filter(|(_, slot)| slot.session().is_none()) {
            for who in session.may.iter().filter(|who| duty.is_for(**who)) {
                let (attends, does) = (plan.weeks_of(at, session, *who), plan.weeks_of(other, duty, *who));
                for delta in [-1, 0, 1].into_iter().filter(|delta| attends & shifted(does, -delta) != 0) {
                    let (piece, named) = (duty.piece.of(*who).by(delta * WEEK_MIN), duty_row(problem, duty));
                    let named = Slack { session: session.session(), day: session.day, duty: named, ..Slack::NONE };
                    spare(&mut least, problem, &piece, &session.piece.of(*who), named);
                }
            }
        }
    }
    least
}

fn duty_row(problem: &Problem, slot: &Slot) -> Option<u32> {
    let What::Duty { duty, .. } = slot.what else { return None };
    problem.frame.household.duties.get(duty).map(|duty| duty.row)
}

/// Keeps the gap between something and a slot, where it is the least so far.
fn spare(least: &mut Option<Slack>, problem: &Problem, piece: &Piece, slot: &Piece, named: Slack) {
    let before = (piece.from, piece.to) <= (slot.from, slot.to);
    let (first, then) = if before { (piece, slot) } else { (slot, piece) };
    let min = then.from - first.to - needed_min(first, then, &problem.frame.table);
    let near = then.from - first.to <= DAY_MIN && is_compared(piece, slot);
    if near && least.is_none_or(|known| min < known.min) {
        *least = Some(Slack { min, before, ..named });
    }
}
