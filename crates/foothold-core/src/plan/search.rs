//! Finds the cheapest set of changes, exactly.
//!
//! Weekdays that cannot influence each other are solved apart: each group of units gives a short
//! list of choices of which none is better than another in every respect, and a branch and bound
//! over those lists adds what couples them: whom to ask, and the limit on misses. Travel decides
//! between equals at the end. Work is counted in combinations, not in time.

use super::problem::{Choice, Problem, Slot, Unit, WEEK_MIN, Weeks, shifted};
use super::rules::{clash, needed_min};
use super::travel::{Piece, travel_min};
use super::{Budget, Change, ChangeKind, Cost, Slack};
use crate::order;
use crate::site::MissRule;
use crate::time::Days;

/// What a search found.
pub(super) struct Found {
    /// The cheapest plan within the limit on misses, if there is one.
    pub(super) within: Option<Plan>,
    /// The cheapest plan if that limit did not count.
    pub(super) partial: Plan,
    /// Combinations looked at.
    pub(super) nodes: u32,
    /// Whether the search came to its end.
    pub(super) proven: bool,
}

/// One way through the program.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// Per unit: which of its options, and in which weeks it is used.
    used: Vec<(usize, Weeks)>,
    /// Per slot: weeks in which it is missed.
    missed: Vec<Weeks>,
    /// Totals.
    pub(super) cost: Cost,
}

/// A choice for a group of units that nothing else in the group beats.
#[derive(Clone, Debug)]
struct Entry {
    used: Vec<(usize, usize, Weeks)>,
    missed: Vec<(usize, Weeks)>,
    /// Sessions missed, work lost, minutes moved.
    sums: [u32; 3],
    /// Rows whose outside party must agree, by commitment index.
    parties: u64,
}

/// The cheapest plan, and the cheapest without the limit on misses.
pub(super) fn cheapest(problem: &Problem, rule: MissRule, budget: Budget) -> Found {
    let mut walk = Walk { problem, rule, budget: budget.0, nodes: 0, best: None, limited: false };
    let base = base_missed(problem);
    let groups = groups(problem);
    let lists: Vec<Vec<Entry>> = groups.iter().map(|group| walk.entries(group, &base)).collect();
    let free = walk.best_of(&lists, &base, false);
    let partial = free.unwrap_or_else(|| Plan::as_is(problem, &base));
    let within = if kept(rule, &partial.missed) { Some(partial.clone()) } else { walk.best_of(&lists, &base, true) };
    let proven = walk.nodes < walk.budget;
    Found { within, partial, nodes: walk.nodes, proven }
}

/// Weeks in which each slot is lost to something that cannot change at all.
fn base_missed(problem: &Problem) -> Vec<Weeks> {
    let mut missed = vec![0; problem.slots.len()];
    for unit in problem.units.iter().filter(|unit| unit.options.len() == 1) {
        for near in unit.near.iter().filter(|near| !near.fine) {
            if let (Some(weeks), Some(slot)) = (missed.get_mut(near.slot), problem.slots.get(near.slot)) {
                *weeks |= slot.weeks;
            }
        }
    }
    missed
}

/// Units with a choice, grouped so that no group can influence another but through parties and misses.
fn groups(problem: &Problem) -> Vec<Vec<usize>> {
    let free: Vec<usize> =
        problem.units.iter().enumerate().filter(|(_, u)| u.options.len() > 1).map(|(i, _)| i).collect();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for index in free {
        let (linked, mut others): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group| group.iter().any(|other| linked(problem, index, *other)));
        let mut merged: Vec<usize> = linked.into_iter().flatten().collect();
        merged.push(index);
        order::sort(&mut merged);
        others.push(merged);
        groups = others;
    }
    order::sort(&mut groups);
    groups
}

fn linked(problem: &Problem, a: usize, b: usize) -> bool {
    let (Some(a), Some(b)) = (problem.units.get(a), problem.units.get(b)) else { return false };
    let share_slot = a.near.iter().any(|near| b.near.iter().any(|other| other.slot == near.slot));
    share_slot || [-WEEK_MIN, 0, WEEK_MIN].iter().any(|shift| touch(a, b, *shift, problem))
}

/// Whether any option of one unit can get in the way of any option of the other.
fn touch(a: &Unit, b: &Unit, shift: i32, problem: &Problem) -> bool {
    a.options.iter().any(|x| b.options.iter().any(|y| choices_clash(x, y, shift, problem)))
}

fn choices_clash(a: &Choice, b: &Choice, shift: i32, problem: &Problem) -> bool {
    a.pieces.iter().flatten().any(|p| {
        b.pieces.iter().flatten().any(|q| {
            let q = Piece { from: q.from + shift, to: q.to + shift, ..*q };
            clash(p, &q, &problem.table).is_some()
        })
    })
}

/// Whether misses keep to the clinic's rule.
fn kept(rule: MissRule, missed: &[Weeks]) -> bool {
    let allowed = u32::from(rule.allowed);
    let window = u32::from(rule.in_weeks.max(1));
    let counts: Vec<u32> =
        (0..64).map(|bit| missed.iter().map(|weeks| u32::from(weeks >> bit & 1 == 1)).sum()).collect();
    let span = usize::try_from(window).unwrap_or(64).min(64);
    counts.windows(span).all(|weeks| weeks.iter().sum::<u32>() <= allowed)
}

struct Walk<'a> {
    problem: &'a Problem<'a>,
    rule: MissRule,
    budget: u32,
    nodes: u32,
    best: Option<Plan>,
    limited: bool,
}

impl Walk<'_> {
    fn spend(&mut self) -> bool {
        let left = self.nodes < self.budget;
        self.nodes = self.nodes.saturating_add(1);
        left
    }

    /// Every combination of a group's options, reduced to those that nothing beats.
    fn entries(&mut self, group: &[usize], base: &[Weeks]) -> Vec<Entry> {
        let sizes: Vec<usize> =
            group.iter().map(|i| self.problem.units.get(*i).map_or(1, |u| u.options.len())).collect();
        let mut front: Vec<Entry> = Vec::new();
        let mut pick = vec![0; group.len()];
        loop {
            if !self.spend() && !front.is_empty() {
                return front;
            }
            if let Some(entry) = self.weigh(group, &pick, base)
                && !front.iter().any(|other| other.beats(&entry))
            {
                front.retain(|other| !entry.beats(other));
                front.push(entry);
            }
            let Some(at) =
                (0..pick.len()).rev().find(|i| pick.get(*i).zip(sizes.get(*i)).is_some_and(|(p, s)| p + 1 < *s))
            else {
                return front;
            };
            for (i, p) in pick.iter_mut().enumerate().skip(at) {
                *p = if i == at { *p + 1 } else { 0 };
            }
        }
    }

    /// What a group's choice comes to; `None` where a move would run into something else.
    fn weigh(&self, group: &[usize], pick: &[usize], base: &[Weeks]) -> Option<Entry> {
        let units: Vec<(usize, &Unit, &Choice)> = group
            .iter()
            .zip(pick)
            .filter_map(|(i, p)| self.problem.units.get(*i).and_then(|u| Some((*i, u, u.options.get(*p)?))))
            .collect();
        let mut missed: Vec<Weeks> = base.to_vec();
        for (_, unit, choice) in &units {
            self.miss(unit, choice, &mut missed, |near, fine| !near.fine && !fine, Weeks::MAX);
        }
        let mut used = self.needed(&units, &missed);
        self.forced(&units, &mut used);
        for ((_, unit, choice), weeks) in units.iter().zip(&used) {
            self.miss(unit, choice, &mut missed, |near, fine| near.fine && !fine, *weeks);
        }
        let mut used = self.needed(&units, &missed);
        self.forced(&units, &mut used);
        if !self.moves_have_room(&units, &used) {
            return None;
        }
        Some(self.entry(&units, pick, &used, &missed, base))
    }

    fn entry(
        &self,
        units: &[(usize, &Unit, &Choice)],
        pick: &[usize],
        used: &[Weeks],
        missed: &[Weeks],
        base: &[Weeks],
    ) -> Entry {
        let mut entry = Entry { used: Vec::new(), missed: Vec::new(), sums: [0; 3], parties: 0 };
        for (((index, unit, choice), option), weeks) in units.iter().zip(pick).zip(used) {
            let (Some(change), Some(commitment)) = (choice.change, self.problem.commitment(unit)) else { continue };
            if *weeks == 0 {
                continue;
            }
            let dates = weeks.count_ones();
            let lost = change.lost_min(commitment.span.minutes()).unsigned_abs() * dates;
            let moved = change.moved_min().unsigned_abs() * dates;
            let [_, work, other] = &mut entry.sums;
            if commitment.kind.is_work() {
                *work += lost;
            } else {
                *other += lost;
            }
            *other += moved;
            if commitment.kind.asks_outside() {
                entry.parties |= 1 << (unit.commitment % 64);
            }
            entry.used.push((*index, *option, *weeks));
        }
        for (slot, (weeks, before)) in missed.iter().zip(base).enumerate() {
            if weeks != before {
                entry.missed.push((slot, weeks & !before));
            }
        }
        let [lost, _, _] = &mut entry.sums;
        *lost = entry.missed.iter().map(|(_, weeks)| weeks.count_ones()).sum();
        entry
    }

    fn miss(
        &self,
        unit: &Unit,
        choice: &Choice,
        missed: &mut [Weeks],
        lost: impl Fn(&super::problem::Near, bool) -> bool,
        in_weeks: Weeks,
    ) {
        for (near, fine) in unit.near.iter().zip(&choice.fine) {
            if lost(near, *fine)
                && let (Some(weeks), Some(slot)) = (missed.get_mut(near.slot), self.slot(near.slot))
            {
                *weeks |= slot.weeks & shifted(in_weeks, -near.delta);
            }
        }
    }

    fn slot(&self, index: usize) -> Option<&Slot> {
        self.problem.slots.get(index)
    }

    /// Weeks in which each unit's change makes room for a session that is not missed anyway.
    fn needed(&self, units: &[(usize, &Unit, &Choice)], missed: &[Weeks]) -> Vec<Weeks> {
        units
            .iter()
            .map(|(_, unit, choice)| {
                unit.near.iter().zip(&choice.fine).filter(|(near, fine)| !near.fine && **fine).fold(
                    0,
                    |weeks, (near, _)| {
                        let held = self.slot(near.slot).map_or(0, |slot| slot.weeks);
                        weeks | shifted(held & !missed.get(near.slot).copied().unwrap_or(0), near.delta)
                    },
                )
            })
            .collect()
    }

    /// Adds the weeks in which a cut or a skip makes room for another unit's move.
    fn forced(&self, units: &[(usize, &Unit, &Choice)], used: &mut [Weeks]) {
        let before = used.to_vec();
        for ((a, unit, choice), weeks) in units.iter().zip(used.iter_mut()) {
            let Some(as_is) = unit.options.first().filter(|_| choice.change.is_some()) else { continue };
            for ((b, mover, moved), mover_weeks) in units.iter().zip(&before) {
                for (delta, shift) in [(-1, -WEEK_MIN), (0, 0), (1, WEEK_MIN)] {
                    let in_the_way = a != b
                        && *mover_weeks != 0
                        && choices_clash(as_is, moved, shift, self.problem)
                        && !choices_clash(choice, moved, shift, self.problem)
                        && !mover.options.first().is_some_and(|m| choices_clash(as_is, m, shift, self.problem));
                    if in_the_way {
                        *weeks |= shifted(*mover_weeks, -delta);
                    }
                }
            }
        }
    }

    /// Whether every change leaves all other commitments as possible as they were before.
    fn moves_have_room(&self, units: &[(usize, &Unit, &Choice)], used: &[Weeks]) -> bool {
        units
            .iter()
            .zip(used)
            .filter(|((_, _, c), weeks)| c.change.is_some_and(|c| c.moved_min() > 0) && **weeks != 0)
            .all(|((index, unit, choice), weeks)| {
                self.problem.units.iter().enumerate().filter(|(other, _)| other != index).all(|(other, stays)| {
                    [(-1, -WEEK_MIN), (0, 0), (1, WEEK_MIN)].into_iter().all(|(delta, shift)| {
                        self.room(unit, choice, *weeks, (other, stays, delta, shift), units, used)
                    })
                })
            })
    }

    fn room(
        &self,
        unit: &Unit,
        choice: &Choice,
        weeks: Weeks,
        (other, stays, delta, shift): (usize, &Unit, i32, i32),
        units: &[(usize, &Unit, &Choice)],
        used: &[Weeks],
    ) -> bool {
        let (Some(mine), Some(theirs)) = (unit.options.first(), stays.options.first()) else { return true };
        if choices_clash(mine, theirs, shift, self.problem) {
            return true;
        }
        let changed = units.iter().zip(used).find(|((i, _, _), _)| *i == other).map(|((_, _, c), w)| (*c, *w));
        let (their_choice, their_weeks) = changed.unwrap_or((theirs, 0));
        let together = shifted(weeks, delta);
        let as_they_were = together & !their_weeks;
        (as_they_were == 0 || !choices_clash(choice, theirs, shift, self.problem))
            && (together & their_weeks == 0 || !choices_clash(choice, their_choice, shift, self.problem))
    }

    /// Branch and bound over one entry per group.
    fn best_of(&mut self, lists: &[Vec<Entry>], base: &[Weeks], limited: bool) -> Option<Plan> {
        let floor: Vec<[u32; 3]> = lists.iter().map(|list| least(list)).collect();
        self.best = None;
        self.limited = limited;
        let mut chosen: Vec<&Entry> = Vec::new();
        self.descend(lists, &floor, base, &mut chosen);
        self.best.take()
    }

    fn descend<'e>(
        &mut self,
        lists: &'e [Vec<Entry>],
        floor: &[[u32; 3]],
        base: &[Weeks],
        chosen: &mut Vec<&'e Entry>,
    ) {
        if !self.spend() && self.best.is_some() {
            return;
        }
        let missed = missed_with(base, chosen);
        if self.limited && !kept(self.rule, &missed) {
            return;
        }
        if let Some(best) = &self.best
            && bound(base, floor, chosen)
                > [best.cost.missed, best.cost.work_lost_min, best.cost.parties, best.cost.moved_min]
        {
            return;
        }
        let Some(list) = lists.get(chosen.len()) else {
            let plan = Plan::of(self.problem, missed, chosen);
            if self.best.as_ref().is_none_or(|best| plan.cost < best.cost) {
                self.best = Some(plan);
            }
            return;
        };
        for entry in list {
            chosen.push(entry);
            self.descend(lists, floor, base, chosen);
            chosen.pop();
        }
    }
}

impl Entry {
    /// Whether this is at least as good in every respect and better in one that counts before travel.
    fn beats(&self, other: &Self) -> bool {
        let no_worse = self.sums.iter().zip(&other.sums).all(|(a, b)| a <= b)
            && self.parties & !other.parties == 0
            && self.missed.iter().all(|(slot, weeks)| {
                let theirs = other.missed.iter().find(|(s, _)| s == slot).map_or(0, |(_, w)| *w);
                weeks & !theirs == 0
            });
        no_worse && self.sums != other.sums
    }
}

fn least(list: &[Entry]) -> [u32; 3] {
    list.iter().fold([u32::MAX; 3], |least, entry| {
        let [a, b, c] = least;
        let [x, y, z] = entry.sums;
        [a.min(x), b.min(y), c.min(z)]
    })
}

/// A cost that no completion of the choice can undercut.
fn bound(base: &[Weeks], floor: &[[u32; 3]], chosen: &[&Entry]) -> [u32; 4] {
    let rest = floor.iter().skip(chosen.len());
    let sums = chosen.iter().map(|e| &e.sums).chain(rest).fold([0u32; 3], |sum, next| {
        let [a, b, c] = sum;
        let [x, y, z] = *next;
        [a + x, b + y, c + z]
    });
    let [missed, work, moved] = sums;
    let base: u32 = base.iter().map(|weeks| weeks.count_ones()).sum();
    let parties = chosen.iter().fold(0, |all, e| all | e.parties).count_ones();
    [base + missed, work, parties, moved]
}

fn missed_with(base: &[Weeks], chosen: &[&Entry]) -> Vec<Weeks> {
    let mut missed = base.to_vec();
    for (slot, weeks) in chosen.iter().flat_map(|entry| &entry.missed) {
        if let Some(all) = missed.get_mut(*slot) {
            *all |= weeks;
        }
    }
    missed
}

impl Plan {
    fn as_is(problem: &Problem, base: &[Weeks]) -> Self {
        Self::of(problem, base.to_vec(), &[])
    }

    fn of(problem: &Problem, missed: Vec<Weeks>, chosen: &[&Entry]) -> Self {
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
    ) -> impl Iterator<Item = (&'p Unit, bool, super::problem::Pieces)> {
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
        if before == Some(super::travel::CLINIC) {
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
