//! Finds the cheapest set of changes, exactly.
//!
//! Parts that share no commitment are solved apart. What couples them is whom to ask, and the
//! limit on misses: so the search settles who may be asked, the fewest first, takes the best of
//! each group for that, and where the limit bites it adds the groups up by branch and bound.
//! Travel decides between equals at the end. Work is counted in combinations, not in time.

use super::Budget;
use super::entry::{Entry, WEEKS, fits, keep, kept, least_of, plus, sum_of};
use super::local::{LINES, Sums, Table, toll};
use super::parts::{Part, take_apart};
use super::problem::{Problem, Weeks, shifted};
use super::way::Plan;
use crate::household::Firm;
use crate::order;
use crate::site::MissRule;

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

/// A set of those parties whose yes could be of use, as bits.
type Asked = u64;

/// Most parties that are told apart; with more of them no answer is called proven.
const MOST_PARTIES: usize = 64;

/// Of so many parties every set is tried.
const FEW_PARTIES: u32 = 3;

/// Parts that share units, and the units that they share.
struct Group<'t> {
    parts: Vec<(&'t Part, &'t Table)>,
    units: Vec<usize>,
}

/// Whether the limit on misses could still be kept if this one commitment gave whatever it takes:
/// false where the other fixed ones break it alone.
pub(super) fn hangs_on(problem: &Problem, commitment: usize, rule: MissRule) -> bool {
    let mut missed = vec![0; problem.slots.len()];
    for unit in problem.units.iter().filter(|unit| unit.commitment != commitment) {
        if problem.commitment(unit).is_none_or(|c| c.firm != Firm::Fixed) {
            continue;
        }
        for near in unit.near.iter().filter(|near| !near.fine) {
            // Of several people somebody else may go; a duty is not missed.
            let alone = problem.slots.get(near.slot).is_some_and(|slot| slot.seat().is_some() && slot.may.len() == 1);
            if let Some(weeks) = missed.get_mut(near.slot).filter(|_| alone) {
                *weeks |= near.weeks;
            }
        }
    }
    kept(problem, rule, &missed)
}

/// The cheapest plan, and the cheapest without the limit on misses.
pub(super) fn cheapest(problem: &Problem, rule: MissRule, budget: Budget) -> Found {
    let mut nodes = problem.spent;
    let parts = take_apart(problem);
    let tables: Vec<Table> = parts.iter().map(|part| Table::of(problem, part, &mut nodes, budget.0)).collect();
    let whole = tables.iter().all(|table| table.whole);
    let mut walk = Walk::of(problem, rule, budget, nodes, groups(&parts, &tables));
    let all = walk.all();
    let partial = walk.fewest_asked(all, false).unwrap_or_else(|| Plan::of(problem, &[]));
    let within =
        if kept(problem, rule, &partial.missed) { Some(partial.clone()) } else { walk.fewest_asked(all, true) };
    let known = problem.frame.settled && walk.parties.len() <= MOST_PARTIES;
    Found { within, partial, nodes: walk.nodes, proven: whole && known && walk.nodes < walk.budget }
}

/// Beside the cheapest plan at most two others: the cheapest that leaves out one of the parties that
/// each plan so far asks, and the cheapest of those that ask the fewest.
pub(super) fn beside(problem: &Problem, rule: MissRule, budget: Budget) -> Vec<Plan> {
    let mut nodes = problem.spent;
    let parts = take_apart(problem);
    let tables: Vec<Table> = parts.iter().map(|part| Table::of(problem, part, &mut nodes, budget.0)).collect();
    let mut walk = Walk::of(problem, rule, budget, nodes, groups(&parts, &tables));
    let all = walk.all();
    let useful = members(all);
    let Some(first) = walk.fewest_asked(all, true) else { return Vec::new() };
    let mut listed = vec![first];
    if let Some(next) = walk.leaving_out(all, &listed) {
        listed.push(next);
    }
    let fewest = (0..=u32::try_from(useful.len()).unwrap_or(0)).find_map(|count| {
        let mut best: Option<Plan> = None;
        // Each set takes a few combinations, so that there are never too many of them to list.
        let sets = if walk.is_lost() { Vec::new() } else { subsets(&useful, count) };
        for set in sets {
            if let Some(plan) = walk.best_of(set, true)
                && best.as_ref().is_none_or(|known| plan.cost < known.cost)
            {
                best = Some(plan);
            }
        }
        best
    });
    if let Some(fewest) = fewest
        && listed.iter().all(|known| known.cost.parties > fewest.cost.parties)
    {
        listed.push(fewest);
    }
    if listed.len() == 2
        && let Some(next) = walk.leaving_out(all, &listed)
    {
        listed.push(next);
    }
    listed.drain(..1);
    listed
}

/// A set as a list.
fn members(set: Asked) -> Vec<usize> {
    (0..MOST_PARTIES).filter(|party| set >> party & 1 == 1).collect()
}

fn groups<'t>(parts: &'t [Part], tables: &'t [Table]) -> Vec<Group<'t>> {
    let mut groups: Vec<Group> = Vec::new();
    for pair in parts.iter().zip(tables) {
        let mut units: Vec<usize> = pair.0.units.iter().map(|(unit, _)| *unit).collect();
        let mut members = Vec::new();
        let mut at = None;
        let mut kept: Vec<Group> = Vec::new();
        for group in groups {
            if group.units.iter().any(|unit| units.contains(unit)) {
                at = at.or(Some(kept.len()));
                units.extend(group.units);
                members.extend(group.parts);
            } else {
                kept.push(group);
            }
        }
        members.push(pair);
        order::sort(&mut units);
        units.dedup();
        kept.insert(at.unwrap_or(kept.len()), Group { parts: members, units });
        groups = kept;
    }
    groups
}

struct Walk<'t> {
    problem: &'t Problem<'t>,
    rule: MissRule,
    budget: u32,
    nodes: u32,
    groups: Vec<Group<'t>>,
    /// Parties whose yes could be of use.
    parties: Vec<usize>,
}

impl<'t> Walk<'t> {
    fn of(problem: &'t Problem<'t>, rule: MissRule, budget: Budget, nodes: u32, groups: Vec<Group<'t>>) -> Self {
        let units = groups.iter().flat_map(|group| &group.units).filter_map(|unit| problem.units.get(*unit));
        let mut parties: Vec<usize> = units.filter_map(|unit| problem.frame.party(unit.commitment)).collect();
        order::sort(&mut parties);
        parties.dedup();
        Self { problem, rule, budget: budget.0, nodes, groups, parties }
    }

    /// All of them as a set.
    fn all(&self) -> Asked {
        (0..self.parties.len().min(MOST_PARTIES)).fold(0, |set, party| set | 1 << party)
    }

    fn spend(&mut self) -> bool {
        let left = self.nodes < self.budget;
        self.nodes = self.nodes.saturating_add(1);
        left
    }

    /// Past twice the budget even a first plan within the limit is no longer looked for.
    fn is_lost(&self) -> bool {
        self.nodes / 2 > self.budget
    }

    /// The cheapest plan: first whatever saves sessions and work, then as few parties as do as much.
    fn fewest_asked(&mut self, all: Asked, limited: bool) -> Option<Plan> {
        let mut best = self.best_of(all, limited)?;
        let (most, worth) = (best.cost.parties, (best.cost.missed, best.cost.work_lost_min));
        let does = |plan: &Plan| (plan.cost.missed, plan.cost.work_lost_min) == worth;
        let (mut needed, mut open) = (0, members(all));
        if most > FEW_PARTIES {
            // Whom no such plan can do without need not be left out again and again.
            open.retain(|party| {
                let spared = self.best_of(all & !(1 << party), limited).as_ref().is_some_and(does);
                needed |= u64::from(!spared) << party;
                spared
            });
        }
        // Nobody who asks as many or more does better: the best is that of all.
        for count in 0..most.saturating_sub(needed.count_ones()) {
            let mut found = false;
            for set in subsets(&open, count) {
                let set = set | needed;
                if !self.spend() {
                    return Some(best);
                }
                if let Some(plan) = self.best_of(set, limited).filter(does) {
                    found = true;
                    if plan.cost < best.cost {
                        best = plan;
                    }
                }
            }
            if found {
                break;
            }
        }
        Some(best)
    }

    /// The cheapest plan that asks, of the parties of each of these plans, not all.
    fn leaving_out(&mut self, all: Asked, listed: &[Plan]) -> Option<Plan> {
        let mut allowed = vec![all];
        for plan in listed {
            let asked = plan.asked(self.problem);
            let mut next = Vec::new();
            for set in allowed {
                next.extend(asked.iter().filter_map(|party| self.bit(*party)).map(|bit| set & !(1 << bit)));
            }
            allowed = next;
        }
        order::sort(&mut allowed);
        allowed.dedup();
        let mut best: Option<Plan> = None;
        for set in allowed {
            if let Some(plan) = self.fewest_asked(set, true)
                && best.as_ref().is_none_or(|known| plan.cost < known.cost)
            {
                best = Some(plan);
            }
        }
        best
    }

    /// Where a party stands in the sets; past the most that are told apart all stand at the last place.
    fn bit(&self, party: usize) -> Option<usize> {
        self.parties.iter().position(|known| *known == party).map(|at| at.min(MOST_PARTIES - 1))
    }

    fn party(&self, unit: usize) -> Option<usize> {
        self.problem.units.get(unit).and_then(|unit| self.problem.frame.party(unit.commitment))
    }

    /// The best plan that asks nobody but these.
    fn best_of(&mut self, asked: Asked, limited: bool) -> Option<Plan> {
        let mut lists: Vec<Vec<Entry<'t>>> = Vec::new();
        for at in 0..self.groups.len() {
            let list = self.entries(at, asked, limited);
            if list.is_empty() {
                return None;
            }
            lists.push(list);
        }
        // What all the groups from here on come to at least.
        let mut least = vec![([0; LINES], vec![0; if limited { WEEKS * self.problem.seats.len() } else { 0 }])];
        for list in lists.iter().rev() {
            if let Some((sums, counts)) = least.last() {
                let (more, missed) = least_of(list);
                let next = (plus(more, *sums, 1), sum_of(counts, &missed));
                least.push(next);
            }
        }
        least.reverse();
        let mut best: Option<(Sums, Plan)> = None;
        let begun =
            Entry { sums: [0; LINES], counts: vec![0; least.first().map_or(0, |l| l.1.len())], ways: Vec::new() };
        self.add_up(&lists, &least, &begun, &mut Vec::new(), &mut best);
        best.map(|(_, plan)| plan)
    }

    /// The choices of a group of which none is better than another in every respect.
    fn entries(&mut self, group: usize, asked: Asked, limited: bool) -> Vec<Entry<'t>> {
        let Some(group) = self.groups.get(group) else { return Vec::new() };
        let (parts, units) = (group.parts.clone(), group.units.clone());
        let sizes: Vec<usize> = units
            .iter()
            .map(|unit| {
                let bit = self.party(*unit).and_then(|party| self.bit(party));
                let may = bit.is_none_or(|bit| asked >> bit & 1 == 1);
                if may { self.problem.units.get(*unit).map_or(1, |u| u.options.len()) } else { 1 }
            })
            .collect();
        let mut list: Vec<Entry> = Vec::new();
        let mut pick = vec![0; units.len()];
        loop {
            if !self.spend() && (!list.is_empty() || limited && self.is_lost()) {
                return list;
            }
            self.nodes = self.nodes.saturating_add(toll(units.len()));
            self.weigh(&parts, &units, &pick, limited, &mut list);
            let next = (0..pick.len()).rev().find(|i| pick.get(*i).zip(sizes.get(*i)).is_some_and(|(p, s)| p + 1 < *s));
            let Some(at) = next else { return list };
            for (i, p) in pick.iter_mut().enumerate().skip(at) {
                *p = if i == at { *p + 1 } else { 0 };
            }
        }
    }

    /// Puts what comes of a pick into the list.
    fn weigh(
        &mut self,
        parts: &[(&'t Part, &'t Table)],
        units: &[usize],
        pick: &[usize],
        limited: bool,
        list: &mut Vec<Entry<'t>>,
    ) {
        let counts = vec![0; if limited { WEEKS * self.problem.seats.len() } else { 0 }];
        let mut front = vec![Entry { sums: [0; LINES], counts, ways: Vec::new() }];
        for (part, table) in parts {
            let option = |unit: &usize| units.iter().position(|u| u == unit).and_then(|at| pick.get(at)).copied();
            let choice =
                part.units.iter().zip(&table.sizes).fold(0, |at, ((unit, _), size)| {
                    at * size + option(unit).filter(|option| option < size).unwrap_or(0)
                });
            let ways = table.best(choice);
            let best = ways.iter().min_by_key(|way| (way.sums, way.state));
            let Some(best) = best else { return };
            let weeks = if limited && ways.len() > 1 { part.weeks } else { 0 };
            for entry in &mut front {
                entry.put(self.problem, part, table, best, part.weeks & !weeks);
            }
            front.retain(|entry| fits(self.rule, &entry.counts));
            // Sessions of different weeks compete: each date may decide in its own way.
            for bit in (0..64).filter(|bit| weeks >> bit & 1 == 1) {
                let mut next: Vec<Entry> = Vec::new();
                for entry in &front {
                    for way in ways {
                        if !self.spend() && (!next.is_empty() || self.is_lost()) {
                            break;
                        }
                        let mut entry = entry.clone();
                        entry.put(self.problem, part, table, way, 1 << bit);
                        if fits(self.rule, &entry.counts) {
                            self.nodes = self.nodes.saturating_add(keep(&mut next, entry));
                        }
                    }
                }
                front = next;
            }
        }
        for entry in front {
            self.nodes = self.nodes.saturating_add(keep(list, entry));
        }
    }

    /// Branch and bound over one entry per group.
    fn add_up<'e>(
        &mut self,
        lists: &'e [Vec<Entry<'t>>],
        least: &[(Sums, Vec<u8>)],
        so_far: &Entry,
        chosen: &mut Vec<&'e Entry<'t>>,
        best: &mut Option<(Sums, Plan)>,
    ) {
        if !self.spend() && best.is_some() {
            return;
        }
        let Some((rest, missed)) = least.get(chosen.len()) else { return };
        let sums = plus(so_far.sums, *rest, 1);
        if best.as_ref().is_some_and(|(least, _)| sums >= *least) || !fits(self.rule, &sum_of(&so_far.counts, missed)) {
            return;
        }
        let Some(list) = lists.get(chosen.len()) else {
            *best = Some((sums, Plan::of(self.problem, chosen)));
            return;
        };
        for entry in list {
            if self.is_lost() && (best.is_some() || !so_far.counts.is_empty()) {
                return;
            }
            let next = Entry {
                sums: plus(so_far.sums, entry.sums, 1),
                counts: sum_of(&so_far.counts, &entry.counts),
                ways: Vec::new(),
            };
            chosen.push(entry);
            self.add_up(lists, least, &next, chosen, best);
            chosen.pop();
        }
    }
}

/// Weeks in which each slot is missed.
pub(super) fn missed(problem: &Problem, chosen: &[&Entry]) -> Vec<Weeks> {
    let mut missed = vec![0; problem.slots.len()];
    for (part, _, way, weeks) in chosen.iter().flat_map(|entry| &entry.ways) {
        for (_, (slot, rel)) in part.slots.iter().enumerate().filter(|(at, _)| way.missed >> at & 1 == 1) {
            if let Some(all) = missed.get_mut(*slot) {
                *all |= shifted(*weeks, *rel);
            }
        }
    }
    missed
}

/// Every set of so many of these parties, in the order of the rows.
fn subsets(parties: &[usize], count: u32) -> Vec<Asked> {
    let Some((last, rest)) = parties.split_last() else { return if count == 0 { vec![0] } else { Vec::new() } };
    let mut sets = subsets(rest, count);
    if count > 0 {
        sets.extend(subsets(rest, count - 1).into_iter().map(|set| set | 1 << last));
    }
    sets
}
