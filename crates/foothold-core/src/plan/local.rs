//! What one part can come to: every way to treat its units and sessions, and the best of them for
//! each choice of changes.

use super::parts::{Of, Part};
use super::problem::{Choice, Problem, Unit, WEEK_MIN};
use super::rules::{clash, rest_min};
use super::travel::{Piece, travel_min};
use super::way::early_once;
use crate::household::Kind;
use crate::order;

/// Sessions missed, work lost, minutes moved or lost of anything else, travel added, evenings.
pub(super) type Sums = [i32; 5];

/// Most slots of one part.
const MOST_SLOTS: usize = 60;
/// Most slots of one part that compete for rest.
const MOST_OPEN: u32 = 12;

/// One way to treat a part on one date.
#[derive(Clone, Debug)]
pub(super) struct Local {
    /// What it comes to.
    pub(super) sums: Sums,
    /// Which option each unit has, as a place in the table.
    pub(super) state: usize,
    /// Slots of the part that are missed, as bits.
    pub(super) missed: u64,
}

/// The best ways to treat a part, for each choice of one option per unit that may be used or not.
pub(super) struct Table {
    /// How many options each unit of the part has.
    pub(super) sizes: Vec<usize>,
    /// Per choice the best ways; several only where sessions of different weeks compete.
    best: Vec<Vec<Local>>,
    /// Whether every choice was looked at.
    pub(super) whole: bool,
}

/// A part with its pieces laid out.
struct Bench<'p> {
    problem: &'p Problem<'p>,
    units: Vec<(&'p Unit, i32)>,
    slots: Vec<(Piece, bool)>,
    around: Vec<(Piece, Kind)>,
    /// Night shifts of the part, by place in `units`, that have their rest without any session.
    nights: Vec<usize>,
    /// Where night shifts around it end, and in which place; only those that have their rest.
    nights_around: Vec<(i32, usize)>,
    /// Slots of each week of the part, as bits.
    weeks: Vec<u64>,
    bare_travel: i32,
}

impl Table {
    /// Looks at every choice, as far as the nodes last.
    pub(super) fn of(problem: &Problem, part: &Part, nodes: &mut u32, budget: u32) -> Self {
        let bench = Bench::of(problem, part);
        let mut sizes: Vec<usize> = bench.units.iter().map(|(unit, _)| unit.options.len()).collect();
        let left = usize::try_from(budget.saturating_sub(*nodes)).unwrap_or(usize::MAX).max(1);
        let mut whole = true;
        while sizes.iter().fold(1_usize, |all, size| all.saturating_mul(*size)) > left {
            whole = false;
            let Some(last) = sizes.iter_mut().rev().find(|size| **size > 1) else { break };
            *last = 1;
        }
        let count = sizes.iter().product();
        let mut best: Vec<Vec<Local>> = Vec::with_capacity(count);
        for state in 0..count {
            *nodes = nodes.saturating_add(1);
            let mut ways = Vec::new();
            whole &= bench.ways(&sizes, state, &mut ways);
            best.push(ways);
        }
        let mut table = Self { sizes, best, whole };
        table.allow_unused(&bench.weeks);
        table
    }

    /// The best ways with these options at hand; each can be used or left.
    pub(super) fn best(&self, choice: usize) -> &[Local] {
        self.best.get(choice).map_or(&[], Vec::as_slice)
    }

    /// Where an option is at hand it need not be used: each choice learns from those that use less.
    fn allow_unused(&mut self, weeks: &[u64]) {
        let mut step = 1;
        for size in self.sizes.iter().rev() {
            for state in 0..self.best.len() {
                let option = state / step % size;
                if option > 0 {
                    let less = self.best.get(state - option * step).cloned().unwrap_or_default();
                    if let Some(ways) = self.best.get_mut(state) {
                        for way in less {
                            keep(ways, way, weeks);
                        }
                    }
                }
            }
            step *= size;
        }
    }
}

/// Which option a state gives to each unit.
pub(super) fn options(sizes: &[usize], state: usize) -> Vec<usize> {
    let mut rest = state;
    let mut options: Vec<usize> = sizes
        .iter()
        .rev()
        .map(|size| {
            let option = rest % size;
            rest /= size;
            option
        })
        .collect();
    options.reverse();
    options
}

/// Keeps a way unless one that is there is as good; drops those that it beats. What counts of
/// sessions is how many are missed in each week.
fn keep(ways: &mut Vec<Local>, way: Local, weeks: &[u64]) {
    let counts = |a: &Local, b: &Local, fine: fn(u32, u32) -> bool| {
        weeks.iter().all(|week| fine((a.missed & week).count_ones(), (b.missed & week).count_ones()))
    };
    let beats = |a: &Local, b: &Local| {
        let same = counts(a, b, |x, y| x == y);
        if same { (a.sums, a.state) <= (b.sums, b.state) } else { counts(a, b, |x, y| x <= y) }
    };
    if !ways.iter().any(|known| beats(known, &way)) {
        ways.retain(|known| !beats(&way, known));
        ways.push(way);
    }
}

impl<'p> Bench<'p> {
    fn of(problem: &'p Problem<'p>, part: &Part) -> Self {
        let unit = |(index, rel): &Of| problem.units.get(*index).map(|unit| (unit, rel * WEEK_MIN));
        let units: Vec<_> = part.units.iter().filter_map(unit).collect();
        let kind = |unit: &Unit| problem.commitment(unit).map_or(Kind::Other, |c| c.kind);
        let around: Vec<_> = part.around.iter().filter_map(unit).collect();
        let mut bench = Self {
            problem,
            slots: part
                .slots
                .iter()
                .filter_map(|(index, rel)| {
                    problem.slots.get(*index).map(|slot| (slot.piece.by(rel * WEEK_MIN), slot.evening))
                })
                .collect(),
            around: around.iter().map(|(unit, by)| (unit.piece.by(*by), kind(unit))).collect(),
            nights: Vec::new(),
            nights_around: Vec::new(),
            weeks: Vec::new(),
            bare_travel: 0,
            units,
        };
        for (at, (_, rel)) in part.slots.iter().enumerate() {
            let week = usize::try_from(*rel).unwrap_or(0);
            bench.weeks.resize(bench.weeks.len().max(week + 1), 0);
            if let Some(bits) = bench.weeks.get_mut(week) {
                *bits |= 1 << at.min(MOST_SLOTS);
            }
        }
        let as_is = bench.chosen(&vec![0; bench.units.len()]);
        let pieces = bench.pieces(&as_is, 0, true);
        let rests = |end: i32, place: usize| bench.rests(end, place, &pieces);
        let night = |(unit, by): &(&Unit, i32)| unit.night && rests(unit.piece.to + by, unit.piece.place);
        let nights = bench.units.iter().enumerate().filter(|(_, unit)| night(unit)).map(|(at, _)| at).collect();
        let ends = around.iter().filter(|unit| night(unit)).map(|(unit, by)| (unit.piece.to + by, unit.piece.place));
        let nights_around = ends.collect();
        bench.nights = nights;
        bench.nights_around = nights_around;
        bench.bare_travel = if problem.travel_counts { bench.travel(&as_is, 0) } else { 0 };
        bench
    }

    /// What is left of every unit.
    fn chosen(&self, options: &[usize]) -> Vec<Choice> {
        let none = Choice { change: None, pieces: [None, None] };
        self.units
            .iter()
            .zip(options)
            .map(|((unit, by), option)| {
                let choice = unit.options.get(*option).copied().unwrap_or(none);
                Choice { pieces: choice.pieces.map(|piece| piece.map(|p| p.by(*by))), ..choice }
            })
            .collect()
    }

    /// Every way in which exactly these changes are made, that nothing of it beats. False where
    /// there are too many to look at.
    fn ways(&self, sizes: &[usize], state: usize, ways: &mut Vec<Local>) -> bool {
        let table = &self.problem.frame.table;
        let chosen = self.chosen(&options(sizes, state));
        if !self.moves_have_room(&chosen) {
            return true;
        }
        let busy = || chosen.iter().flat_map(|choice| choice.pieces.iter().flatten());
        let mut open: u64 = 0;
        for (at, (piece, _)) in self.slots.iter().enumerate().take(MOST_SLOTS) {
            let mut all = busy().chain(self.around.iter().map(|(piece, _)| piece));
            open |= u64::from(all.all(|p| clash(p, piece, table).is_none())) << at;
        }
        let mut attended = open;
        // Without rest to protect, whatever can be attended is.
        if self.nights.is_empty() && self.nights_around.is_empty() {
            keep(ways, self.local(&chosen, state, attended), &self.weeks);
            return self.slots.len() <= MOST_SLOTS;
        }
        if open.count_ones() > MOST_OPEN {
            return false;
        }
        loop {
            let holds = self.rests_hold(&chosen, attended);
            if holds {
                keep(ways, self.local(&chosen, state, attended), &self.weeks);
            }
            // Where everything can be attended, attending less is no better.
            if attended == 0 || holds && attended == open {
                return self.slots.len() <= MOST_SLOTS;
            }
            attended = (attended - 1) & open;
        }
    }

    fn local(&self, chosen: &[Choice], state: usize, attended: u64) -> Local {
        let missed = self.weeks.iter().fold(0, |all, week| all | week) & !attended;
        let [mut work, mut other] = [0, 0];
        for (choice, (unit, _)) in chosen.iter().zip(&self.units) {
            let (Some(change), Some(commitment)) = (choice.change, self.problem.commitment(unit)) else { continue };
            let lost = change.lost_min(unit.span.minutes());
            if commitment.kind.is_work() {
                work += lost;
            } else {
                other += lost;
            }
            other += change.moved_min();
        }
        let evenings = self.slots.iter().enumerate().filter(|(at, (_, late))| *late && attended >> at & 1 == 1).count();
        let travel = if self.problem.travel_counts { self.travel(chosen, attended) - self.bare_travel } else { 0 };
        let count = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
        let evenings = i32::try_from(evenings).unwrap_or(i32::MAX);
        Local { sums: [count(missed.count_ones()), work, other, travel, evenings], state, missed }
    }

    /// Whether nothing that moved runs into something that it did not clash with before.
    fn moves_have_room(&self, chosen: &[Choice]) -> bool {
        let table = &self.problem.frame.table;
        let clashes = |a: &[Option<Piece>], b: &[Option<Piece>]| {
            a.iter().flatten().any(|p| b.iter().flatten().any(|q| clash(p, q, table).is_some()))
        };
        let before = |at: usize| self.units.get(at).map_or([None, None], |(unit, by)| [Some(unit.piece.by(*by)), None]);
        chosen.iter().enumerate().filter(|(_, c)| c.change.is_some_and(|change| change.moved_min() > 0)).all(
            |(at, c)| {
                let others = chosen.iter().enumerate().filter(|(other, _)| *other != at);
                let mut around = self.around.iter().map(|(piece, _)| [Some(*piece), None]);
                others
                    .into_iter()
                    .all(|(other, o)| !clashes(&c.pieces, &o.pieces) || clashes(&before(at), &before(other)))
                    && around.all(|piece| !clashes(&c.pieces, &piece) || clashes(&before(at), &piece))
            },
        )
    }

    /// Whether every night shift that had its rest still has it.
    fn rests_hold(&self, chosen: &[Choice], attended: u64) -> bool {
        let pieces = self.pieces(chosen, attended, true);
        self.nights_around.iter().all(|(end, place)| self.rests(*end, *place, &pieces))
            && self.nights.iter().all(|at| {
                let left = chosen.get(*at).into_iter().flat_map(|choice| choice.pieces.iter().flatten());
                // A shift that is left out asks for no rest.
                left.max_by_key(|piece| piece.to).is_none_or(|last| self.rests(last.to, last.place, &pieces))
            })
    }

    fn rests(&self, end: i32, place: usize, pieces: &[Piece]) -> bool {
        let rule = self.problem.frame.household.rest;
        rule.is_none_or(|rule| rest_min(end, place, pieces, rule, &self.problem.frame.table) >= rule.least_min)
    }

    fn travel(&self, chosen: &[Choice], attended: u64) -> i32 {
        travel_min(&self.pieces(chosen, attended, false), &self.problem.frame.table)
    }

    /// Everything of the part and around it in order; time of rest at home is no business if asked so.
    fn pieces(&self, chosen: &[Choice], attended: u64, no_rest: bool) -> Vec<Piece> {
        let idle = |piece: &Piece, kind: Kind| no_rest && kind == Kind::Rest && piece.place == super::travel::HOME;
        let mut pieces: Vec<Piece> = Vec::new();
        for (choice, (unit, _)) in chosen.iter().zip(&self.units) {
            let kind = self.problem.commitment(unit).map_or(Kind::Other, |c| c.kind);
            pieces.extend(choice.pieces.iter().flatten().filter(|piece| !idle(piece, kind)));
        }
        pieces.extend(self.around.iter().filter(|(piece, kind)| !idle(piece, *kind)).map(|(piece, _)| *piece));
        let held = self.slots.iter().enumerate().filter(|(at, _)| attended >> at & 1 == 1);
        pieces.extend(held.map(|(_, (piece, _))| *piece));
        order::sort(&mut pieces);
        // Whoever sleeps at home between two sessions has to be early for both.
        if !no_rest {
            early_once(&mut pieces);
        }
        pieces
    }
}
