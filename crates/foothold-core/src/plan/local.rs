//! What one part can come to: every way to treat its units, sessions and duties, and the best of
//! them for each choice of changes.

use super::cars::Yard;
use super::hands;
use super::parts::{Of, Part};
use super::problem::{Choice, Problem, Unit, WEEK_MIN};
use super::rules::{meet, rest_min};
use super::slots::{NOBODY, OUTSIDE, Slot, What};
use super::travel::{Piece, travel_min};
use super::way::early_once;
use crate::order;

/// Seats missed (before any session: duties left undone), work lost, minutes moved or lost of
/// anything else, minutes covered from outside, duties done by another, travel added, evenings; and, where duties can be
/// handed over, dates on which one is, otherwise than before: of plans that cost the same, that with the fewest is first.
pub(super) type Sums = [i32; LINES];

/// How many there are.
pub(super) const LINES: usize = if hands::KNOWN { 8 } else { 7 };

/// Most slots of one part.
const MOST_SLOTS: usize = 60;

/// One way to treat a part on one date.
#[derive(Clone, Debug)]
pub(super) struct Local {
    /// What it comes to.
    pub(super) sums: Sums,
    /// Which option each unit has, as a place in the table.
    pub(super) state: usize,
    /// Slots of the part that are missed, as bits.
    pub(super) missed: u64,
    /// Who is at each slot.
    pub(super) doers: Vec<u8>,
}

/// The best ways to treat a part, for each choice of one option per unit that may be used or not.
pub(super) struct Table {
    /// How many options each unit of the part has.
    pub(super) sizes: Vec<usize>,
    /// Per choice the best ways; several only where sessions of different weeks or seats compete.
    best: Vec<Vec<Local>>,
    /// Whether every choice was looked at.
    pub(super) whole: bool,
}

/// A part with its pieces laid out.
pub(super) struct Bench<'p> {
    pub(super) problem: &'p Problem<'p>,
    pub(super) units: Vec<(&'p Unit, i32)>,
    pub(super) slots: Vec<(&'p Slot, Piece)>,
    /// Whether missing a slot can be of use: something else of the part asks for the same person.
    contested: Vec<bool>,
    pub(super) around: Vec<Piece>,
    /// Night shifts of the part, by place in `units`, that have their rest without any session or duty.
    pub(super) nights: Vec<usize>,
    /// Ends of the night shifts around it that have their rest.
    pub(super) nights_around: Vec<Piece>,
    /// Slots of each week and seat of the part, as bits.
    pub(super) classes: Vec<u64>,
    people: Vec<u8>,
    /// For each slot the places of all pieces of its date, where it is a duty that can be handed over.
    dates: Vec<Vec<usize>>,
    bare_travel: i32,
    /// Where cars are counted.
    pub(super) yard: Option<Box<dyn Yard>>,
}

/// One choice of changes while it is tried.
pub(super) struct Trial<'t> {
    pub(super) chosen: Vec<Choice>,
    /// Everything but the slots.
    pub(super) busy: Vec<Piece>,
    /// Who could be at each slot as far as `busy` goes, as bits.
    pub(super) free: Vec<u16>,
    /// Who is at each slot so far.
    pub(super) doers: Vec<u8>,
    /// Seats missed, minutes covered from outside and swaps so far; which slots are missed.
    pub(super) so_far: ([i32; 3], u64),
    pub(super) state: usize,
    pub(super) ways: Vec<Local>,
    pub(super) nodes: &'t mut u32,
    pub(super) budget: u32,
}

impl Table {
    /// Looks at every choice, as far as the nodes last.
    pub(super) fn of(problem: &Problem, part: &Part, nodes: &mut u32, budget: u32) -> Self {
        let bench = Bench::of(problem, part);
        let mut sizes: Vec<usize> = bench.units.iter().map(|(unit, _)| unit.options.len()).collect();
        let toll = toll(sizes.len());
        let left = usize::try_from(budget.saturating_sub(*nodes) / (1 + toll)).unwrap_or(usize::MAX).max(1);
        let mut whole = true;
        while sizes.iter().fold(1_usize, |all, size| all.saturating_mul(*size)) > left {
            whole = false;
            let Some(last) = sizes.iter_mut().rev().find(|size| **size > 1) else { break };
            *last = 1;
        }
        let count = sizes.iter().product();
        let mut table = Self { sizes, best: Vec::with_capacity(count), whole };
        for state in 0..count {
            let before = *nodes;
            let picked = options(&table.sizes, state);
            let less = table.less(&picked, state);
            // Where fewer changes are enough for every session, more are for nothing.
            let enough = less.iter().any(|way| way.missed == 0);
            let (mut ways, all) =
                if enough { (Vec::new(), true) } else { bench.ways(&picked, state, Vec::new(), nodes, budget) };
            *nodes = (*nodes).max(before.saturating_add(1)).saturating_add(toll);
            table.whole &= all;
            for way in less {
                keep(&mut ways, way, &bench.classes);
            }
            table.best.push(ways);
        }
        table
    }

    /// The best ways with these options at hand; each can be used or left.
    pub(super) fn best(&self, choice: usize) -> &[Local] {
        self.best.get(choice).map_or(&[], Vec::as_slice)
    }

    /// What the choices come to that leave out one of these options.
    fn less(&self, picked: &[usize], state: usize) -> Vec<Local> {
        let (mut found, mut step) = (Vec::new(), 1);
        for (size, option) in self.sizes.iter().zip(picked).rev() {
            if *option > 0 {
                found.extend_from_slice(self.best(state - option * step));
            }
            step *= size;
        }
        found
    }
}

/// As how many combinations more one of a part of so many units counts: each has to be held against each.
pub(super) fn toll(units: usize) -> u32 {
    u32::try_from((units / 16).pow(2)).unwrap_or(u32::MAX)
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

/// Whether a way is at least as good as another: what counts of sessions is how many are missed in
/// each week by each seat.
fn beats(a: &Local, b: &Local, classes: &[u64]) -> bool {
    let mut same = true;
    for class in classes {
        let (x, y) = ((a.missed & class).count_ones(), (b.missed & class).count_ones());
        if x > y {
            return false;
        }
        same &= x == y;
    }
    (a.sums, if same { a.state } else { 0 }) <= (b.sums, if same { b.state } else { 0 })
}

/// Keeps a way unless one that is there is as good; drops those that it beats.
fn keep(ways: &mut Vec<Local>, way: Local, classes: &[u64]) {
    if !ways.iter().any(|known| beats(known, &way, classes)) {
        ways.retain(|known| !beats(&way, known, classes));
        ways.push(way);
    }
}

impl<'p> Bench<'p> {
    /// Lays out a part.
    pub(super) fn of(problem: &'p Problem<'p>, part: &Part) -> Self {
        let unit = |(index, rel): &Of| problem.units.get(*index).map(|unit| (unit, rel * WEEK_MIN));
        let units: Vec<_> = part.units.iter().filter_map(unit).collect();
        let around: Vec<_> = part.around.iter().filter_map(unit).collect();
        let slot = |(index, rel): &Of| problem.slots.get(*index).map(|slot| (slot, slot.piece.by(rel * WEEK_MIN)));
        let mut bench = Self {
            problem,
            slots: part.slots.iter().filter_map(slot).collect(),
            contested: Vec::new(),
            around: around.iter().map(|(unit, by)| unit.piece.by(*by)).collect(),
            nights: Vec::new(),
            nights_around: Vec::new(),
            classes: Vec::new(),
            people: (0..16).filter(|who| part.who >> who & 1 == 1).collect(),
            dates: Vec::new(),
            bare_travel: 0,
            yard: None,
            units,
        };
        if hands::KNOWN {
            bench.dates = hands::dates(&bench.slots);
        }
        let mut keys: Vec<(i32, Option<usize>)> = Vec::new();
        for (at, ((_, rel), (slot, _))) in part.slots.iter().zip(&bench.slots).enumerate() {
            let key = (*rel, slot.seat());
            let known = keys.iter().position(|known| *known == key).unwrap_or(keys.len());
            if known == keys.len() {
                keys.push(key);
                bench.classes.push(0);
            }
            if let Some(bits) = bench.classes.get_mut(known) {
                *bits |= 1 << at.min(MOST_SLOTS);
            }
        }
        let as_is = bench.chosen(&vec![0; bench.units.len()]);
        let busy = bench.busy(&as_is);
        let mine = |unit: &Unit| part.who >> unit.piece.who & 1 == 1;
        let night = |(unit, by): &(&Unit, i32)| unit.night && mine(unit) && bench.rests(unit.piece.by(*by), &busy, &[]);
        let nights = bench.units.iter().enumerate().filter(|(_, unit)| night(unit)).map(|(at, _)| at).collect();
        let nights_around = around.iter().filter(|unit| night(unit)).map(|(unit, by)| unit.piece.by(*by)).collect();
        bench.nights = nights;
        bench.nights_around = nights_around;
        if let Some(cars) = problem.frame.cars() {
            cars.yard(&mut bench, &(part, &busy));
        }
        bench.contested = (0..bench.slots.len()).map(|at| bench.is_contested(at)).collect();
        let doers: Vec<u8> = bench.slots.iter().map(|(slot, _)| base(slot)).collect();
        bench.bare_travel = if problem.travel_counts { bench.travel(&busy, &doers) } else { 0 };
        bench
    }

    /// Its cars, where they are counted.
    fn yard(&self) -> Option<&dyn Yard> {
        self.yard.as_deref()
    }

    fn is_contested(&self, at: usize) -> bool {
        let Some((slot, piece)) = self.slots.get(at) else { return false };
        let sleeps = |who: u8| {
            let nights = self.nights.iter().filter_map(|night| self.units.get(*night));
            nights.map(|(unit, _)| unit.piece.who).chain(self.nights_around.iter().map(|end| end.who)).any(|n| n == who)
        };
        let table = &self.problem.frame.table;
        let shares = |who: &u8| self.problem.frame.drivers >> who & 1 == 1;
        slot.may.iter().any(shares)
            || slot.may.iter().any(|who| {
                let others =
                    self.slots.iter().enumerate().filter(|(other, (slot, _))| *other != at && slot.is_for(*who));
                sleeps(*who)
                    || others.into_iter().any(|(_, (_, o))| meet(&piece.of(*who), &o.of(*who), table).is_some())
            })
    }

    /// What is left of every unit.
    pub(super) fn chosen(&self, options: &[usize]) -> Vec<Choice> {
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

    fn busy(&self, chosen: &[Choice]) -> Vec<Piece> {
        let mut busy: Vec<Piece> = chosen.iter().flat_map(|choice| choice.pieces.iter().flatten()).copied().collect();
        busy.extend(&self.around);
        busy
    }

    /// The ways in which exactly these changes are made, that nothing of it and nothing that is known beats,
    /// after what is known. False where there are too many to look at.
    pub(super) fn ways(
        &self,
        picked: &[usize],
        state: usize,
        known: Vec<Local>,
        nodes: &mut u32,
        budget: u32,
    ) -> (Vec<Local>, bool) {
        let table = &self.problem.frame.table;
        let chosen = self.chosen(picked);
        if !self.moves_have_room(&chosen) {
            return (known, true);
        }
        let busy = self.busy(&chosen);
        let mut free = Vec::with_capacity(self.slots.len());
        // Seats for which nobody is free are missed in any case.
        let mut so_far = ([0; 3], 0);
        for (at, (slot, piece)) in self.slots.iter().enumerate() {
            let mut bits: u16 = 0;
            for who in &slot.may {
                let piece = piece.of(*who);
                bits |= u16::from(busy.iter().all(|b| meet(b, &piece, table).is_none())) << who;
            }
            free.push(bits);
            self.count_out(&mut so_far, at, bits);
        }
        let doers = Vec::with_capacity(self.slots.len());
        let mut trial = Trial { chosen, busy, free, doers, so_far, state, ways: known, nodes, budget };
        if state == 0 {
            // Nobody goes, nothing changes: there is always that.
            for (slot, _) in &self.slots {
                self.put(&mut trial, slot, base(slot));
            }
            let local = self.local(&trial);
            trial.ways.push(local);
            (trial.so_far, trial.doers) = (so_far, Vec::with_capacity(self.slots.len()));
        }
        let whole = self.place(&mut trial) && self.slots.len() <= MOST_SLOTS;
        (trial.ways, whole)
    }

    /// Counts a seat as missed for which nobody is free.
    pub(super) fn count_out(&self, ([gone, ..], missed): &mut ([i32; 3], u64), at: usize, free: u16) {
        if free == 0 && at < MOST_SLOTS && self.slots.get(at).is_some_and(|(slot, _)| slot.seat().is_some()) {
            *gone += 1;
            *missed |= 1 << at;
        }
    }

    /// Finds somebody for the next slot, in every way that could be the best. False where the nodes
    /// ended first.
    pub(super) fn place(&self, trial: &mut Trial) -> bool {
        if trial.ways.iter().any(|way| self.is_worse(way, trial.so_far)) {
            return true;
        }
        let (at, before) = (trial.doers.len(), *trial.nodes);
        let Some((slot, piece)) = self.slots.get(at) else {
            *trial.nodes = trial.nodes.saturating_add(1);
            if self.rests_hold(trial) && self.yard().is_none_or(|yard| yard.is_enough(self, trial)) {
                let local = self.local(trial);
                keep(&mut trial.ways, local, &self.classes);
            }
            return *trial.nodes < trial.budget;
        };
        let table = &self.problem.frame.table;
        let free = trial.free.get(at).copied().unwrap_or(0);
        let (outside, optional) = match slot.what {
            What::Seat { .. } => (false, true),
            What::Duty { outside, .. } => (outside, self.problem.bare),
        };
        let outside_first = outside && base(slot) == OUTSIDE;
        let mut order: Vec<u8> = Vec::with_capacity(slot.may.len() + 2);
        order.extend(outside_first.then_some(OUTSIDE));
        order.extend(slot.may.iter().filter(|who| free >> **who & 1 == 1));
        order.extend((outside && !outside_first).then_some(OUTSIDE));
        // Whatever can be attended without being in the way of anything else is.
        let forced = optional && order.len() == 1 && self.contested.get(at) == Some(&false) && !slot.is_cut();
        order.extend((optional && !forced).then_some(NOBODY));
        if slot.is_cut() {
            let before = self.date(at).iter().take_while(|of| **of < at).filter_map(|of| trial.doers.get(*of));
            let before: Vec<u8> = before.copied().collect();
            order.retain(|who| hands::may_go_on(&before, *who));
        }
        for who in order {
            let mine = piece.of(who);
            let fits = |(other, doer): (&(&Slot, Piece), &u8)| {
                *doer != who || who >= OUTSIDE || meet(&other.1.of(who), &mine, table).is_none()
            };
            if self.slots.iter().zip(&trial.doers).all(fits) {
                let before = trial.so_far;
                self.put(trial, slot, who);
                let more = self.yard().is_some_and(|yard| yard.is_over(self, trial)) || self.place(trial);
                trial.doers.pop();
                trial.so_far = before;
                if !more {
                    return false;
                }
            }
        }
        // What ends before it has begun has been looked at all the same.
        *trial.nodes = (*trial.nodes).max(before.saturating_add(1));
        *trial.nodes < trial.budget
    }

    /// Gives the next slot to somebody.
    fn put(&self, trial: &mut Trial, slot: &Slot, who: u8) {
        let at = trial.doers.len();
        trial.doers.push(who);
        let ([gone, cover, swaps], missed) = &mut trial.so_far;
        let goes_on = slot.is_cut() && slot.piece.from > slot.whole().0;
        if who == NOBODY && !goes_on && (at >= MOST_SLOTS || *missed >> at & 1 == 0) {
            *gone += 1;
            *missed |= 1 << at.min(MOST_SLOTS);
        }
        if let What::Duty { duty, base, .. } = slot.what
            && who != base
        {
            let usual = self.problem.frame.household.duties.get(duty).and_then(|duty| duty.usual);
            if who == OUTSIDE {
                *cover += (slot.piece.to - slot.piece.from).max(1);
            } else if who != NOBODY {
                let is_swap = usual.is_some_and(|usual| usual != usize::from(who));
                *swaps += i32::from(is_swap && !(slot.is_cut() && self.is_known(at, who, usual, &trial.doers)));
            }
        }
    }

    /// The places of all pieces of the date of a duty that is cut.
    fn date(&self, at: usize) -> &[usize] {
        self.dates.get(at).map_or(&[], Vec::as_slice)
    }

    /// Dates that are handed over otherwise than before.
    fn handed(&self, doers: &[u8]) -> i32 {
        let doer = |at: &usize| doers.get(*at).copied().unwrap_or(NOBODY);
        let before = |at: &usize| self.slots.get(*at).map_or(NOBODY, |(slot, _)| base(slot));
        let is_new = |(at, date): &(usize, &Vec<usize>)| {
            date.first() == Some(at)
                && date.iter().any(|of| doer(of) != doer(at))
                && date.iter().any(|of| doer(of) != before(of))
        };
        i32::try_from(self.dates.iter().enumerate().filter(is_new).count()).unwrap_or(0)
    }

    /// Whether a date on which somebody does a piece counts already as done by another, or does not because that one does some of it anyhow.
    fn is_known(&self, at: usize, who: u8, usual: Option<usize>, doers: &[u8]) -> bool {
        let anyhow =
            |who: u8| self.date(at).iter().any(|of| self.slots.get(*of).is_some_and(|(slot, _)| base(slot) == who));
        let counts = |doer: &u8| *doer < OUTSIDE && usual != Some(usize::from(*doer)) && !anyhow(*doer);
        anyhow(who) || self.date(at).iter().take_while(|of| **of < at).filter_map(|of| doers.get(*of)).any(counts)
    }

    /// Whether nothing that begins like this can be better than a way that is known.
    fn is_worse(&self, way: &Local, so_far: ([i32; 3], u64)) -> bool {
        let [gone, _, _, cover, swaps, ..] = way.sums;
        let fewer = |class: &u64| (way.missed & class).count_ones() <= (so_far.1 & class).count_ones();
        [gone, cover, swaps] < so_far.0 && self.classes.iter().all(fewer)
    }

    fn local(&self, trial: &Trial) -> Local {
        let [mut work, mut other, mut evenings] = [0; 3];
        for (choice, (unit, _)) in trial.chosen.iter().zip(&self.units) {
            let (Some(change), Some(commitment)) = (choice.change, self.problem.commitment(unit)) else { continue };
            let lost = change.lost_min(unit.span.minutes());
            if commitment.kind.is_work() {
                work += lost;
            } else {
                other += lost;
            }
            other += change.moved_min();
        }
        for ((slot, _), doer) in self.slots.iter().zip(&trial.doers) {
            evenings += i32::from(slot.evening && *doer != NOBODY);
        }
        let counts = self.problem.travel_counts;
        let travel = if counts { self.travel(&trial.busy, &trial.doers) - self.bare_travel } else { 0 };
        let ([gone, cover, swaps], missed) = trial.so_far;
        let handed = if hands::KNOWN { self.handed(&trial.doers) } else { 0 };
        let mut sums = [0; LINES];
        let lines = [gone, work, other, cover, swaps, travel, evenings, handed];
        sums.iter_mut().zip(lines).for_each(|(sum, line)| *sum = line);
        Local { sums, state: trial.state, missed, doers: trial.doers.clone() }
    }

    /// Whether nothing that moved runs into something that it did not clash with before: as that is
    /// now, and if that moved too, as that was, so that no move forces another.
    pub(super) fn moves_have_room(&self, chosen: &[Choice]) -> bool {
        let table = &self.problem.frame.table;
        let clashes = |a: &[Option<Piece>], b: &[Option<Piece>]| {
            a.iter().flatten().any(|p| b.iter().flatten().any(|q| meet(p, q, table).is_some()))
        };
        let has_moved = |choice: &Choice| choice.change.is_some_and(|change| change.moved_min() > 0);
        let before = |at: usize| self.units.get(at).map_or([None, None], |(unit, by)| [Some(unit.piece.by(*by)), None]);
        chosen.iter().enumerate().filter(|(_, c)| has_moved(c)).all(|(at, c)| {
            let mut others = chosen.iter().enumerate().filter(|(other, _)| *other != at);
            let mut around = self.around.iter().map(|piece| [Some(*piece), None]);
            others.all(|(other, o)| {
                let runs = clashes(&c.pieces, &o.pieces) || has_moved(o) && clashes(&c.pieces, &before(other));
                !runs || clashes(&before(at), &before(other))
            }) && around.all(|piece| !clashes(&c.pieces, &piece) || clashes(&before(at), &piece))
        })
    }

    /// Whether every night shift that had its rest still has it.
    fn rests_hold(&self, trial: &Trial) -> bool {
        self.nights_around.iter().all(|end| self.rests(*end, &trial.busy, &trial.doers))
            && self.nights.iter().all(|at| {
                let left = trial.chosen.get(*at).into_iter().flat_map(|choice| choice.pieces.iter().flatten());
                // A shift that is left out asks for no rest.
                left.max_by_key(|piece| piece.to).is_none_or(|last| self.rests(*last, &trial.busy, &trial.doers))
            })
    }

    fn rests(&self, shift: Piece, busy: &[Piece], doers: &[u8]) -> bool {
        let Some(rule) = self.problem.frame.household.rest else { return true };
        let mut pieces = self.pieces(shift.who, busy, doers);
        pieces.retain(|piece| !piece.is_restful());
        rest_min(shift.to, shift.place, &pieces, rule, &self.problem.frame.table) >= rule.least_min
    }

    fn travel(&self, busy: &[Piece], doers: &[u8]) -> i32 {
        let mut sum = 0;
        for who in &self.people {
            let mut pieces = self.pieces(*who, busy, doers);
            // Whoever sleeps at home between two sessions has to be early for both; others need not.
            early_once(&mut pieces, i32::MAX);
            sum += travel_min(&pieces, &self.problem.frame.table);
        }
        sum
    }

    /// Everything that somebody does, in order.
    pub(super) fn pieces(&self, who: u8, busy: &[Piece], doers: &[u8]) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = busy.iter().filter(|piece| piece.who == who).copied().collect();
        let held = self.slots.iter().zip(doers).filter(|(_, doer)| **doer == who);
        pieces.extend(held.map(|((_, piece), _)| piece.of(who)));
        order::sort(&mut pieces);
        pieces
    }
}

/// Who does a slot before any session.
fn base(slot: &Slot) -> u8 {
    if let What::Duty { base, .. } = slot.what { base } else { NOBODY }
}
