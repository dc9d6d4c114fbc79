//! Finds the cheapest set of changes, exactly.
//!
//! Parts that share no commitment are solved apart. What couples them is whom to ask, and the
//! limit on misses: so the search settles who may be asked, the fewest first, takes the best of
//! each group for that, and where the limit bites it adds the groups up by branch and bound.
//! Travel decides between equals at the end. Work is counted in combinations, not in time.

use super::Budget;
use super::local::{Local, Sums, Table, options};
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

/// A set of parties, as bits.
type Asked = u64;

/// A choice for a group: what it comes to, and how each of its parts is treated in which weeks.
#[derive(Clone)]
pub(super) struct Entry<'t> {
    sums: Sums,
    pub(super) ways: Vec<(&'t Part, Vec<usize>, &'t Local, Weeks)>,
}

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
            if let Some(weeks) = missed.get_mut(near.slot) {
                *weeks |= near.weeks;
            }
        }
    }
    kept(rule, &missed)
}

/// The cheapest plan, and the cheapest without the limit on misses.
pub(super) fn cheapest(problem: &Problem, rule: MissRule, budget: Budget) -> Found {
    let mut nodes = 0;
    let parts = take_apart(problem);
    let tables: Vec<Table> = parts.iter().map(|part| Table::of(problem, part, &mut nodes, budget.0)).collect();
    let whole = tables.iter().all(|table| table.whole);
    let mut walk = Walk { problem, rule, budget: budget.0, nodes, groups: groups(&parts, &tables) };
    let partial = walk.fewest_asked(false).unwrap_or_else(|| Plan::of(problem, &[]));
    let within = if kept(rule, &partial.missed) { Some(partial.clone()) } else { walk.fewest_asked(true) };
    Found { within, partial, nodes: walk.nodes, proven: whole && walk.nodes < walk.budget }
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

/// Whether misses keep to the clinic's rule.
pub(super) fn kept(rule: MissRule, missed: &[Weeks]) -> bool {
    let allowed = u32::from(rule.allowed);
    let counts: Vec<u32> =
        (0..64).map(|bit| missed.iter().map(|weeks| u32::from(weeks >> bit & 1 == 1)).sum()).collect();
    let span = usize::from(rule.in_weeks.max(1)).min(64);
    counts.windows(span).all(|weeks| weeks.iter().sum::<u32>() <= allowed)
}

struct Walk<'t> {
    problem: &'t Problem<'t>,
    rule: MissRule,
    budget: u32,
    nodes: u32,
    groups: Vec<Group<'t>>,
}

impl<'t> Walk<'t> {
    fn spend(&mut self) -> bool {
        let left = self.nodes < self.budget;
        self.nodes = self.nodes.saturating_add(1);
        left
    }

    /// The cheapest plan: first whatever saves sessions and work, then as few parties as do as much.
    fn fewest_asked(&mut self, limited: bool) -> Option<Plan> {
        let useful: Vec<usize> = (0..self.problem.frame.parties.len().min(64))
            .filter(|party| self.units().any(|unit| self.party(unit) == Some(*party)))
            .collect();
        let all = useful.iter().fold(0, |set, party| set | 1 << party);
        let mut best = self.best_of(all, limited)?;
        let most = best.cost.parties;
        for count in 0..=most {
            let mut found = false;
            for set in subsets(&useful, count) {
                if set == all || !self.spend() {
                    continue;
                }
                if let Some(plan) = self.best_of(set, limited)
                    && (plan.cost.missed, plan.cost.work_lost_min) == (best.cost.missed, best.cost.work_lost_min)
                {
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

    fn units(&self) -> impl Iterator<Item = usize> {
        self.groups.iter().flat_map(|group| group.units.iter().copied())
    }

    fn party(&self, unit: usize) -> Option<usize> {
        self.problem.units.get(unit).and_then(|unit| self.problem.frame.party(unit.commitment))
    }

    /// The best plan that asks nobody but these.
    fn best_of(&mut self, asked: Asked, limited: bool) -> Option<Plan> {
        let mut lists: Vec<Vec<Entry<'t>>> = Vec::new();
        for at in 0..self.groups.len() {
            let list = self.entries(at, asked, limited);
            lists.push(list);
        }
        let mut chosen: Vec<&Entry> = Vec::new();
        let mut best: Option<(Sums, Plan)> = None;
        self.add_up(&lists, limited, &mut chosen, &mut best);
        best.map(|(_, plan)| plan)
    }

    /// The choices of a group of which none is better than another in every respect.
    fn entries(&mut self, group: usize, asked: Asked, limited: bool) -> Vec<Entry<'t>> {
        let Some(group) = self.groups.get(group) else { return Vec::new() };
        let (parts, units) = (group.parts.clone(), group.units.clone());
        let sizes: Vec<usize> = units
            .iter()
            .map(|unit| {
                let may = self.party(*unit).is_none_or(|party| asked >> party.min(63) & 1 == 1);
                if may { self.problem.units.get(*unit).map_or(1, |u| u.options.len()) } else { 1 }
            })
            .collect();
        let mut list: Vec<Entry> = Vec::new();
        let mut pick = vec![0; units.len()];
        loop {
            if !self.spend() && !list.is_empty() {
                return list;
            }
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
        let mut front = vec![Entry { sums: [0; 5], ways: Vec::new() }];
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
                entry.put(part, table, best, part.weeks & !weeks);
            }
            // Sessions of different weeks compete: each date may decide in its own way.
            for bit in (0..64).filter(|bit| weeks >> bit & 1 == 1) {
                let mut next: Vec<Entry> = Vec::new();
                for entry in &front {
                    for way in ways {
                        if !self.spend() && !next.is_empty() {
                            break;
                        }
                        let mut entry = entry.clone();
                        entry.put(part, table, way, 1 << bit);
                        keep(&mut next, entry, limited);
                    }
                }
                front = next;
            }
        }
        for entry in front {
            keep(list, entry, limited);
        }
    }

    /// Branch and bound over one entry per group.
    fn add_up<'e>(
        &mut self,
        lists: &'e [Vec<Entry<'t>>],
        limited: bool,
        chosen: &mut Vec<&'e Entry<'t>>,
        best: &mut Option<(Sums, Plan)>,
    ) {
        if !self.spend() && best.is_some() {
            return;
        }
        let mut sums = [0; 5];
        for next in chosen.iter().map(|entry| entry.sums).chain(lists.iter().skip(chosen.len()).map(|list| least(list)))
        {
            sums = plus(sums, next, 1);
        }
        if best.as_ref().is_some_and(|(least, _)| sums >= *least) {
            return;
        }
        if limited && !kept(self.rule, &missed(self.problem, chosen)) {
            return;
        }
        let Some(list) = lists.get(chosen.len()) else {
            *best = Some((sums, Plan::of(self.problem, chosen)));
            return;
        };
        for entry in list {
            chosen.push(entry);
            self.add_up(lists, limited, chosen, best);
            chosen.pop();
        }
    }
}

impl<'t> Entry<'t> {
    fn put(&mut self, part: &'t Part, table: &Table, way: &'t Local, weeks: Weeks) {
        if weeks != 0 {
            self.sums = plus(self.sums, way.sums, i32::try_from(weeks.count_ones()).unwrap_or(0));
            self.ways.push((part, options(&table.sizes, way.state), way, weeks));
        }
    }

    fn missed_in(&self) -> [u8; 64] {
        let mut counts = [0; 64];
        for (part, _, way, weeks) in &self.ways {
            for (at, (_, rel)) in part.slots.iter().enumerate().filter(|(at, _)| way.missed >> at & 1 == 1) {
                let _ = at;
                let weeks = shifted(*weeks, *rel);
                for (bit, count) in counts.iter_mut().enumerate() {
                    *count += u8::from(weeks >> bit & 1 == 1);
                }
            }
        }
        counts
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

/// Keeps an entry unless one that is there is as good; drops those that it beats.
fn keep<'t>(list: &mut Vec<Entry<'t>>, entry: Entry<'t>, limited: bool) {
    let beats = |a: &Entry, b: &Entry| {
        a.sums <= b.sums && (!limited || a.missed_in().iter().zip(b.missed_in()).all(|(x, y)| *x <= y))
    };
    if !list.iter().any(|known| beats(known, &entry)) {
        list.retain(|known| !beats(&entry, known));
        list.push(entry);
    }
}

fn plus(a: Sums, b: Sums, times: i32) -> Sums {
    let mut sums = a;
    for (sum, more) in sums.iter_mut().zip(b) {
        *sum += more * times;
    }
    sums
}

/// The least of a list: no completion undercuts it.
fn least(list: &[Entry]) -> Sums {
    list.iter().map(|entry| entry.sums).min().unwrap_or([0; 5])
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
