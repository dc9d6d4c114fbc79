//! Sessions that may be mixed: the ten best sets of weekdays of sessions of all tracks.
//!
//! Weekdays of sessions that have nothing to do with each other, mostly those of different days, are solved apart: what a set of
//! one such **stretch** asks for is added to what those of the others ask for. What couples stretches, whom to ask and the limit on
//! misses, only makes a set dearer. So for each kind of answer, the best first, sets are put together stretch by stretch, and no
//! beginning is looked into further of which no end can be better than the tenth that is known. With one session more no set becomes
//! better, but that it may fit less tightly where duties can change hands; so a set of one stretch is looked at only where all
//! smaller ones are good enough. A stretch with very many weekdays of sessions would have too many sets; as long as nothing is asked for,
//! they are found by a bound on travel instead ([`free`]).

mod free;
mod sets;
mod stretch;
mod units;

use super::offer::{explain, solve_last};
use super::problem::{Frame, Problem};
use super::search::cheapest;
use super::{Answer, Budget, Cost, Offer, clients, judged, reason};
use crate::household::{Agree, Household};
use crate::site::{Amount, SessionKind, Site, Track};
use crate::time::Days;
use free::Free;
use sets::{Begun, Sets, in_order};
use std::collections::BTreeMap;
use units::{Unit, overlap, track, units};

/// How many sets are given.
pub const MOST_SETS: usize = 10;
/// More weekdays of sessions in one stretch than this are many.
const MANY: usize = 16;
/// How many units of each kind are put together first.
const FEW: usize = 6;
/// How many times the budget of a search all sets of one client may take together.
const SET_BUDGETS: u32 = 5;

/// An answer about sets of sessions: its tracks are the sets.
#[derive(Clone, Debug, PartialEq)]
pub struct Mixed {
    /// The clinic with the sets that are given as its tracks.
    pub site: Site,
    /// Of which sessions of the clinic those of each of its tracks are.
    pub picks: Vec<Vec<Pick>>,
    /// For each client the best sets.
    pub answer: Answer,
    /// False when the budget ended first: there may be better ones.
    pub proven: bool,
}

/// A session of a set: some weekdays of one of the clinic's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pick {
    /// The clinic's track, by index.
    pub track: usize,
    /// The session, by index in the track.
    pub session: usize,
    /// The weekdays.
    pub days: Days,
    /// Those of them that are taken online.
    pub online: Days,
}

/// The ten best sets of sessions for each client, where the clinic lets people mix them.
pub fn solve_mixed(site: &Site, household: &Household, budget: Budget) -> Option<Mixed> {
    solve_by(site, household, budget, MANY)
}

/// The same where more weekdays of sessions in one stretch than `many` are many.
fn solve_by(site: &Site, household: &Household, budget: Budget, many: usize) -> Option<Mixed> {
    let mix = site.program.mix.as_ref()?;
    let frame = Frame::lay(site, household);
    let free = unasked(household);
    let free = Frame::lay(site, &free);
    let units = units(site, household, mix);
    let mut mixed = Mixed {
        site: Site { tracks: Vec::new(), ..site.clone() },
        picks: Vec::new(),
        answer: Answer {
            offers: Vec::new(),
            own: reason::own_clashes(&frame),
            undone: reason::undone(&frame),
            nodes: 0,
        },
        proven: true,
    };
    // A mix that could not be read asks for nothing.
    for client in if mix.is_empty() { Vec::new() } else { clients(household) } {
        let mut walk = Walk::of(&frame, &free, client, &units, mix, budget);
        walk.all(many);
        mixed.answer.nodes = mixed.answer.nodes.saturating_add(walk.spent());
        mixed.proven &= walk.proven;
        for set in walk.best() {
            let (track, picks) = track(&units, &set);
            let index = mixed.picks.iter().position(|known| *known == picks).unwrap_or(mixed.picks.len());
            if index == mixed.picks.len() {
                mixed.site.tracks.push(Track { id: format!("mix-{}", index + 1), ..track });
                mixed.picks.push(picks);
            }
            let Some(track) = mixed.site.tracks.get(index) else { continue };
            let mut offer = solve_last(&frame, client, index, track, budget, &mut mixed.answer.nodes);
            explain(&frame, track, &mut offer, budget, &mut mixed.answer.nodes);
            mixed.answer.offers.push(Offer { proven: offer.proven && walk.proven, ..offer });
        }
    }
    mixed.answer.offers.sort_by_key(|offer| (offer.verdict.rank(), offer.cost));
    #[cfg(test)]
    super::check::tests::assert_sound(&mixed.site, household, budget, &mixed.answer.offers);
    Some(mixed)
}

/// The household as it would be if nobody had to agree to anything.
fn unasked(household: &Household) -> Household {
    let mut free = household.clone();
    free.commitments.iter_mut().for_each(|c| c.agree = Agree::Nobody);
    free
}

/// What is still asked for of each kind.
type Need = Vec<i32>;

/// What a set of one stretch brings to a larger one.
#[derive(Clone, Copy)]
struct Worth {
    /// The kind of its answer, which that of the larger one is not better than.
    rank: u8,
    /// What it costs at least, if nobody had to be asked.
    least: Cost,
    /// How many parties it asks at least, where nothing more is missed or lost.
    parties: u32,
}

/// A set of one stretch.
struct Bundle {
    set: Vec<usize>,
    need: Need,
    worth: Worth,
}

struct Walk<'w> {
    frame: &'w Frame<'w>,
    free: &'w Frame<'w>,
    client: usize,
    units: &'w [Unit],
    mix: &'w [(SessionKind, Amount)],
    budget: u32,
    left: u32,
    proven: bool,
    known: BTreeMap<Vec<usize>, Worth>,
    /// Per kind of answer the best sets, with what they cost.
    found: [Vec<(Cost, Vec<usize>)>; 4],
}

impl<'w> Walk<'w> {
    fn of(
        frame: &'w Frame<'w>,
        free: &'w Frame<'w>,
        client: usize,
        units: &'w [Unit],
        mix: &'w [(SessionKind, Amount)],
        budget: Budget,
    ) -> Self {
        let left = budget.0.saturating_mul(SET_BUDGETS);
        let found = [const { Vec::new() }; 4];
        Self { frame, free, client, units, mix, budget: budget.0, left, proven: true, known: BTreeMap::new(), found }
    }

    fn spent(&self) -> u32 {
        self.budget.saturating_mul(SET_BUDGETS) - self.left
    }

    /// The best sets of all kinds of answers, best first.
    fn best(&self) -> Vec<Vec<usize>> {
        self.found.iter().flatten().take(MOST_SETS).map(|(_, set)| set.clone()).collect()
    }

    fn is_full(&self) -> bool {
        self.found.iter().map(Vec::len).sum::<usize>() >= MOST_SETS
    }

    fn spend(&mut self, nodes: u32) -> bool {
        self.left = self.left.saturating_sub(nodes);
        self.proven &= self.left > 0;
        self.left > 0
    }

    /// Looks for sets of each kind of answer, until there are enough. Where cars are counted one session more can
    /// make an answer better, so that all are looked at; and where a duty can be handed over when one has to leave for it.
    fn all(&mut self, many: usize) {
        let alone = self.frame.is_plain();
        let stretches =
            if alone { stretch::stretches(self.frame, self.units) } else { vec![(0..self.units.len()).collect()] };
        for rank in if alone { 0..=3 } else { 3..=3 } {
            if self.is_full() {
                return;
            }
            if rank <= 1 {
                let units: Vec<usize> = (0..self.units.len()).filter(|at| self.worth(&[*at]).rank <= rank).collect();
                // Few sets of a stretch are quickly looked at; of many only a bound can be.
                let many = stretches.iter().any(|of| of.iter().filter(|at| units.contains(at)).count() > many);
                if let Some(mut free) = Free::of(self, &units).filter(|_| many) {
                    let need = self.needed();
                    free.descend(self, &units, rank, &mut Vec::new(), &need);
                    continue;
                }
            } else if alone {
                // The best of a few make it short to look at all.
                let few = self.few();
                let short: Vec<Vec<usize>> =
                    stretches.iter().map(|of| of.iter().copied().filter(|at| few.contains(at)).collect()).collect();
                self.put_together(&short, rank, alone);
            }
            self.put_together(&stretches, rank, alone);
        }
    }

    fn needed(&self) -> Need {
        self.mix.iter().map(|(_, amount)| amount.number()).collect()
    }

    /// Some units of each kind that ask for little.
    fn few(&mut self) -> Vec<usize> {
        let mut all: Vec<(u8, Cost, usize)> = (0..self.units.len())
            .map(|at| {
                let worth = self.worth(&[at]);
                (worth.rank, worth.least, at)
            })
            .collect();
        all.sort_unstable();
        let mut few = Vec::new();
        for (kind, _) in self.mix {
            let is = |(.., at): &&(u8, Cost, usize)| self.units.get(*at).is_some_and(|unit| unit.session.kind == *kind);
            few.extend(all.iter().filter(is).take(FEW).map(|(.., at)| *at));
        }
        few
    }

    /// Puts sets of stretches together.
    fn put_together(&mut self, stretches: &[Vec<usize>], rank: u8, exact: bool) {
        let bundles: Vec<Vec<Bundle>> = stretches.iter().map(|of| self.bundles(of, rank, exact)).collect();
        let ends = stretches.iter().map(|of| of.last().copied().unwrap_or(0)).collect();
        let need = self.needed();
        let mut sets = Sets::of(&bundles, ends, rank, exact);
        sets.descend(self, 0, &mut Vec::new(), &need, Begun::default());
    }

    /// Whether a set asks for more already than the last of those that are kept.
    fn is_over(&self, worth: &Worth, rank: u8) -> bool {
        let asked = |cost: Cost| Cost { travel_min: 0, evenings: 0, ..cost };
        let list = self.found.get(usize::from(rank)).filter(|list| list.len() == MOST_SETS);
        let tenth = list.and_then(|list| list.last()).map(|(cost, _)| asked(*cost));
        tenth.is_some_and(|tenth| asked(Cost { parties: worth.parties, ..worth.least }) > tenth)
    }

    /// The kind of answer of a set, its cost, and the plan's cost if the limit on misses did not count.
    fn look(&mut self, set: &[usize], frame: &Frame) -> (u8, Cost, Cost) {
        let (track, _) = track(self.units, set);
        let budget = Budget(self.budget.min(self.left).max(1));
        frame.left.set(budget.0);
        let problem = Problem::lay(frame, &[(self.client, &track)], None);
        let found = cheapest(&problem, self.frame.site.program.misses, budget);
        self.proven &= found.proven;
        self.spend(found.nodes.max(1));
        let rank = judged(&problem, &found, &mut None).rank();
        (rank, found.within.as_ref().unwrap_or(&found.partial).cost, found.partial.cost)
    }

    /// What a set of one stretch is worth, as the only thing that the client goes to.
    fn worth(&mut self, set: &[usize]) -> Worth {
        if let Some(known) = self.known.get(set) {
            return *known;
        }
        let (rank, cost, partial) = self.look(set, self.frame);
        // Where people could do as well in other ways, with one session more they may choose one that is less tight.
        let rank = if rank == 1 && self.is_open() { 0 } else { rank };
        let mut worth = Worth { rank, least: cost, parties: 0 };
        if rank > 1 {
            (worth.least, worth.parties) = (self.look(set, self.free).2, partial.parties);
        }
        self.known.insert(set.to_vec(), worth);
        worth
    }

    /// Whether somebody's part could be another's at no cost: a duty, or a seat in a role.
    fn is_open(&self) -> bool {
        let alone = self.units.iter().all(|unit| unit.session.attend.roles.is_empty());
        !(self.frame.duties.is_empty() && alone)
    }

    /// The sets of one stretch whose answer is of this kind or better, the empty one first.
    fn bundles(&mut self, stretch: &[usize], rank: u8, exact: bool) -> Vec<Bundle> {
        let nothing = Worth { rank: 0, least: Cost::default(), parties: 0 };
        let mut all = vec![Bundle { set: Vec::new(), need: vec![0; self.mix.len()], worth: nothing }];
        self.grow(stretch, (rank, exact), &mut Vec::new(), &mut all);
        // A set that ends is after one that goes on with something of the same stretch.
        all.sort_by(|a, b| in_order(&a.set, &b.set));
        all
    }

    fn grow(&mut self, rest: &[usize], (rank, exact): (u8, bool), set: &mut Vec<usize>, all: &mut Vec<Bundle>) {
        for (at, unit) in rest.iter().enumerate() {
            set.push(*unit);
            let need = self.need(set);
            if self.left > 0
                && self.is_sparing(set, &need)
                && !self.overlaps(set)
                // No set is better than each of its weekdays alone.
                && (!exact || set.len() == 1 || self.is_of_use(*unit, rank))
                && let worth = self.worth(set)
                && worth.rank <= rank
                && !(exact && self.is_over(&worth, rank))
            {
                all.push(Bundle { set: set.clone(), need, worth });
                self.grow(rest.get(at + 1..).unwrap_or_default(), (rank, exact), set, all);
            }
            set.pop();
        }
    }

    /// Whether a weekday alone is good enough to be part of one more set.
    fn is_of_use(&mut self, unit: usize, rank: u8) -> bool {
        let worth = self.worth(&[unit]);
        worth.rank <= rank && !self.is_over(&worth, rank)
    }

    /// How much of each kind a set has.
    fn need(&self, set: &[usize]) -> Need {
        let units = || set.iter().filter_map(|at| self.units.get(*at));
        let of = |(kind, amount): &(SessionKind, Amount)| {
            units().filter(|unit| unit.session.kind == *kind).map(|unit| amount.of(&unit.session)).sum()
        };
        self.mix.iter().map(of).collect()
    }

    /// Whether nothing of a set can be spared for what is asked for.
    fn is_sparing(&self, set: &[usize], has: &[i32]) -> bool {
        self.mix.iter().zip(has).all(|((kind, amount), has)| {
            let theirs = set.iter().filter_map(|at| self.units.get(*at)).filter(|unit| unit.session.kind == *kind);
            theirs.map(|unit| amount.of(&unit.session)).min().is_none_or(|least| has - least < amount.number())
        })
    }

    /// Whether the last of a set overlaps with another.
    fn overlaps(&self, set: &[usize]) -> bool {
        let Some((last, others)) = set.split_last() else { return false };
        let unit = |at: &usize| self.units.get(*at);
        others.iter().filter_map(unit).any(|other| unit(last).is_some_and(|last| overlap(last, other)))
    }

    /// Keeps a set if it is among the best of its kind.
    fn keep(&mut self, rank: u8, cost: Cost, set: Vec<usize>) {
        let Some(list) = self.found.get_mut(usize::from(rank)) else { return };
        let after = |(known, of): &(Cost, Vec<usize>)| (*known).cmp(&cost).then(in_order(of, &set)).is_lt();
        let at = list.iter().take_while(|known| after(known)).count();
        if list.get(at).is_none_or(|(_, known)| *known != set) {
            list.insert(at, (cost, set));
            list.truncate(MOST_SETS);
        }
    }
}

#[cfg(test)]
#[path = "../mix_tests.rs"]
mod tests;
