//! Finds the cheapest set of changes, exactly.
//!
//! Weekdays that cannot influence each other are solved apart: each group of units gives a short
//! list of choices of which none is better than another in every respect, and a branch and bound
//! over those lists adds what couples them: whom to ask, and the limit on misses. Travel decides
//! between equals at the end. Work is counted in combinations, not in time.

use super::Budget;
use super::problem::{Choice, Problem, Slot, Unit, WEEK_MIN, Weeks, shifted};
use super::rules::clash;
use super::travel::Piece;
use super::way::Plan;
use crate::household::Firm;
use crate::order;
use crate::site::MissRule;
use crate::time::DAY_MIN;

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

/// A choice for a group of units that nothing else in the group beats.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) used: Vec<(usize, usize, Weeks)>,
    pub(super) missed: Vec<(usize, Weeks)>,
    /// Sessions missed, work lost, minutes moved.
    pub(super) sums: [u32; 3],
    /// Rows whose outside party must agree, by commitment index.
    parties: u64,
}

/// Whether the limit on misses could still be kept if this one commitment gave whatever it takes:
/// false where the other fixed ones break it alone.
pub(super) fn hangs_on(problem: &Problem, commitment: usize, rule: MissRule) -> bool {
    let fixed = |unit: &&Unit| problem.commitment(unit).is_some_and(|c| c.firm == Firm::Fixed);
    kept(rule, &lost_to(problem, problem.units.iter().filter(fixed).filter(|unit| unit.commitment != commitment)))
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
    lost_to(problem, problem.units.iter().filter(|unit| unit.options.len() == 1))
}

/// Weeks in which each slot is lost to these units as they are.
fn lost_to<'p>(problem: &Problem, units: impl Iterator<Item = &'p Unit>) -> Vec<Weeks> {
    let mut missed = vec![0; problem.slots.len()];
    for unit in units {
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
    let share_slot = a.minds().any(|near| b.minds().any(|other| other.slot == near.slot));
    share_slot || [-WEEK_MIN, 0, WEEK_MIN].iter().any(|shift| touch(a, b, *shift, problem))
}

/// Whether any option of one unit can get in the way of any option of the other.
fn touch(a: &Unit, b: &Unit, shift: i32, problem: &Problem) -> bool {
    let ((from, to), (other_from, other_to)) = (a.reach(), b.reach());
    // No way between two places takes a day.
    if other_from + shift - to > DAY_MIN || from - (other_to + shift) > DAY_MIN {
        return false;
    }
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
    let mut least = [u32::MAX; 3];
    for entry in list {
        for (low, value) in least.iter_mut().zip(entry.sums) {
            *low = value.min(*low);
        }
    }
    least
}

/// A cost that no completion of the choice can undercut.
pub(super) fn bound(base: &[Weeks], floor: &[[u32; 3]], chosen: &[&Entry]) -> [u32; 4] {
    let rest = floor.iter().skip(chosen.len());
    let mut sums = [0u32; 3];
    for next in chosen.iter().map(|entry| &entry.sums).chain(rest) {
        for (sum, value) in sums.iter_mut().zip(next) {
            *sum += value;
        }
    }
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
