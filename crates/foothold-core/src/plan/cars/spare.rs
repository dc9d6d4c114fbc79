//! Leaves out the changes that are of no use, before the search: where people share cars, most amounts make room
//! for nothing.
//!
//! A set of changes is of use in a part if leaving out any of them loses a session: whatever else it brings, every change costs
//! more than that. So sets are looked at from the smallest on, and none that holds another one which already
//! does as well as could be hoped for, however everything that it leaves open is changed.

use super::yard;
use crate::plan::local::{Bench, LINES, Local, Trial, toll};
use crate::plan::parts::{Part, take_apart};
use crate::plan::problem::{Choice, Pieces, Problem};
use crate::plan::rules::meet;
use crate::plan::travel::Piece;
use std::cell::Cell;
use std::rc::Rc;

/// Leaves out every option that no part has a use for; how many combinations that took.
pub(super) fn spare(problem: &mut Problem, budget: u32) -> u32 {
    let mut nodes = 0;
    let mut useful: Vec<Vec<bool>> = problem.units.iter().map(|unit| vec![false; unit.options.len()]).collect();
    for part in &take_apart(problem) {
        let mut mark = |at: usize, option: usize| {
            let unit = part.units.get(at).and_then(|(unit, _)| useful.get_mut(*unit));
            if let Some(flag) = unit.and_then(|unit| unit.get_mut(option)) {
                *flag = true;
            }
        };
        let mut picks = Picks::of(problem, part, nodes, budget);
        picks.grow_all();
        nodes = picks.nodes;
        for (pick, _) in &picks.ways {
            pick.iter().enumerate().for_each(|(at, option)| mark(at, *option));
        }
    }
    for (unit, useful) in problem.units.iter_mut().zip(useful) {
        let mut at = 0;
        unit.options.retain(|_| {
            at += 1;
            at == 1 || useful.get(at - 1) == Some(&true)
        });
    }
    nodes
}

/// Sets of changes of one part, each as the option of every unit, 0 being as it is.
struct Picks<'p> {
    bench: Bench<'p>,
    /// The same part, in which only what holds in any case is asked for.
    loose: Bench<'p>,
    /// Whether something was found there.
    found: Rc<Cell<bool>>,
    /// Sets that something could be added to, in order.
    open: Vec<Vec<usize>>,
    /// Sets that are of use, with what comes of them.
    ways: Vec<(Vec<usize>, Local)>,
    /// How many options there are.
    options: u32,
    nodes: u32,
    budget: u32,
}

impl<'p> Picks<'p> {
    fn of(problem: &'p Problem<'p>, part: &Part, nodes: u32, budget: u32) -> Self {
        let (bench, mut loose) = (Bench::of(problem, part), Bench::of(problem, part));
        let found = Rc::new(Cell::new(false));
        let busy: Vec<Piece> =
            bench.units.iter().map(|(unit, by)| unit.piece.by(*by)).chain(bench.around.clone()).collect();
        let yard = yard::of(&bench, part, &busy);
        loose.yard = Some(Box::new(Loose { yard, found: Rc::clone(&found) }));
        let options = bench.units.iter().map(|(unit, _)| u32::try_from(unit.options.len()).unwrap_or(u32::MAX)).sum();
        Self { bench, loose, found, open: Vec::new(), ways: Vec::new(), options, nodes, budget }
    }

    fn grow_all(&mut self) {
        let mut pick = vec![0; self.bench.units.len()];
        if self.is_open(&pick) {
            self.grow(&mut pick, 0);
        }
    }

    /// Adds changes of the units from this one on, in the order in which every set comes after those that it holds.
    fn grow(&mut self, pick: &mut Vec<usize>, from: usize) {
        for unit in (from..pick.len()).rev() {
            let size = self.bench.units.get(unit).map_or(0, |(unit, _)| unit.options.len());
            for option in 1..size {
                set(pick, unit, option);
                if self.is_open(pick) {
                    self.grow(pick, unit + 1);
                }
            }
            set(pick, unit, 0);
        }
    }

    /// Looks at one set; whether something could be added to it.
    fn is_open(&mut self, pick: &[usize]) -> bool {
        if self.nodes >= self.budget {
            return false;
        }
        // Many options take long to look at.
        self.nodes = self.nodes.saturating_add(1 + self.options / 64 + toll(pick.len()));
        for unit in (0..pick.len()).filter(|unit| pick.get(*unit).is_some_and(|option| *option > 0)) {
            let mut less = pick.to_vec();
            set(&mut less, unit, 0);
            if self.open.binary_search(&less).is_err() {
                return false;
            }
        }
        let holds = |of: &[usize]| of.iter().zip(pick).all(|(a, b)| *a == 0 || a == b);
        let known = self.ways.iter().filter(|(of, _)| holds(of)).map(|(_, way)| cheaper(way));
        let mut known: Vec<Local> = known.collect();
        if !self.could_do_better(pick, &known) {
            return false;
        }
        let (before, first) = (known.len(), usize::from(pick.iter().any(|option| *option > 0)));
        let (ways, _) = self.bench.ways(pick, first, known.clone(), &mut self.nodes, self.budget);
        let ways = ways.into_iter().skip(before);
        for way in ways {
            known.push(cheaper(&way));
            self.ways.push((pick.to_vec(), way));
        }
        let open = known.len() == before || self.could_do_better(pick, &known);
        if open {
            self.open.push(pick.to_vec());
        }
        open
    }

    /// Whether with these changes, and any of the units that have none here, fewer sessions could be missed than is known.
    fn could_do_better(&mut self, pick: &[usize], known: &[Local]) -> bool {
        let table = &self.loose.problem.frame.table;
        let mut chosen = self.loose.chosen(pick);
        for (choice, _) in chosen.iter_mut().zip(pick).filter(|(_, option)| **option == 0) {
            *choice = Choice { change: None, pieces: [None, None] };
        }
        if !self.loose.moves_have_room(&chosen) {
            return false;
        }
        let mut busy: Vec<Piece> = chosen.iter().flat_map(|choice| choice.pieces.iter().flatten()).copied().collect();
        busy.extend(&self.loose.around);
        let Some(open) = self.ways_of_the_open(pick, &chosen) else { return false };
        let mut free = Vec::with_capacity(self.loose.slots.len());
        let mut so_far = ([0; 3], 0);
        for (at, (slot, piece)) in self.loose.slots.iter().enumerate() {
            let mut bits: u16 = 0;
            for who in &slot.may {
                let piece = piece.of(*who);
                let fits = |other: &Piece| meet(other, &piece, table).is_none();
                // Each unit that is left open has a way beside it, whichever that is.
                let has_way = |ways: &Vec<Pieces>| ways.iter().any(|way| way.iter().flatten().all(fits));
                bits |= u16::from(busy.iter().all(fits) && open.iter().all(has_way)) << who;
            }
            free.push(bits);
            self.loose.count_out(&mut so_far, at, bits);
        }
        busy.extend(open.iter().flat_map(|ways| always(ways)));
        self.found.set(false);
        let (doers, ways) = (Vec::with_capacity(self.loose.slots.len()), known.to_vec());
        let (nodes, budget) = (&mut self.nodes, self.budget);
        let mut trial = Trial { chosen, busy, free, doers, so_far, state: 1, ways, nodes, budget };
        let ended = self.loose.place(&mut trial);
        !ended || self.found.get()
    }

    /// Every way of each unit that is left open that has room beside what is chosen; nothing where one has none.
    fn ways_of_the_open(&self, pick: &[usize], chosen: &[Choice]) -> Option<Vec<Vec<Pieces>>> {
        let mut open = Vec::new();
        let mut chosen = chosen.to_vec();
        for (at, (unit, by)) in self.loose.units.iter().enumerate() {
            if pick.get(at).is_some_and(|option| *option > 0) {
                continue;
            }
            let mut ways = Vec::new();
            for choice in &unit.options {
                let pieces = choice.pieces.map(|piece| piece.map(|piece| piece.by(*by)));
                if let Some(of) = chosen.get_mut(at) {
                    *of = Choice { change: choice.change, pieces };
                }
                if self.loose.moves_have_room(&chosen) {
                    ways.push(pieces);
                }
            }
            if let Some(of) = chosen.get_mut(at) {
                *of = Choice { change: None, pieces: [None, None] };
            }
            if ways.is_empty() {
                return None;
            }
            open.push(ways);
        }
        Some(open)
    }
}

/// What holds in any case, until something is found.
struct Loose {
    yard: Option<yard::Yard>,
    found: Rc<Cell<bool>>,
}

impl super::Yard for Loose {
    fn is_enough(&self, _: &Bench, _: &Trial) -> bool {
        self.found.set(true);
        false
    }

    fn is_over(&self, bench: &Bench, trial: &Trial) -> bool {
        self.found.get() || self.yard.as_ref().is_some_and(|yard| yard.is_over(bench, trial))
    }
}

/// The same way, cheaper than anything that has more changes.
fn cheaper(way: &Local) -> Local {
    let mut sums = [0; LINES];
    sums.iter_mut().take(1).for_each(|sum| *sum = -1);
    Local { sums, ..way.clone() }
}

fn set(pick: &mut [usize], unit: usize, option: usize) {
    if let Some(of) = pick.get_mut(unit) {
        *of = option;
    }
}

/// The stretches that are left of something in all its ways.
fn always(ways: &[Pieces]) -> Vec<Piece> {
    let mut left: Vec<Piece> = ways.first().into_iter().flat_map(|way| way.iter().flatten()).copied().collect();
    for way in ways {
        let both = |a: &Piece, b: &Piece| Piece { from: a.from.max(b.from), to: a.to.min(b.to), ..*a };
        let pairs = left.iter().flat_map(|a| way.iter().flatten().map(|b| both(a, b)));
        left = pairs.filter(|piece| piece.from < piece.to).collect();
    }
    left
}
