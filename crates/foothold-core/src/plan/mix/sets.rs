//! Sets of all stretches, put together so that no better one is left out.

use super::{Bundle, MOST_SETS, Need, Walk, Worth};
use crate::plan::Cost;
use crate::site::{Amount, SessionKind};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// The order of sets: the one whose first different weekday comes earlier; one that goes on is before one that ends.
pub(super) fn in_order(a: &[usize], b: &[usize]) -> Ordering {
    let end = [usize::MAX];
    a.iter().chain(&end).cmp(b.iter().chain(&end))
}

/// What the beginning of a set comes to at least.
#[derive(Clone, Copy, Default)]
pub(super) struct Begun {
    rank: u8,
    least: Cost,
    parties: u32,
}

impl Begun {
    fn with(self, worth: &Worth) -> Self {
        Self {
            rank: self.rank.max(worth.rank),
            least: sum(self.least, worth.least),
            parties: self.parties.max(worth.parties),
        }
    }

    /// What no end of it undercuts: of what is asked of others only where nothing more is missed or lost.
    fn bound(self, rest: &Rest) -> Cost {
        Cost { parties: self.parties.max(rest.parties), ..sum(self.least, rest.least) }
    }
}

/// What the ends of a beginning come to at least: all but parties, and these where nothing more is missed or lost.
#[derive(Clone, Copy)]
struct Rest {
    least: Cost,
    parties: u32,
}

fn sum(a: Cost, b: Cost) -> Cost {
    Cost {
        missed: a.missed + b.missed,
        work_lost_min: a.work_lost_min + b.work_lost_min,
        parties: 0,
        moved_min: a.moved_min + b.moved_min,
        cover_min: a.cover_min + b.cover_min,
        swaps: a.swaps + b.swaps,
        travel_min: a.travel_min + b.travel_min,
        evenings: a.evenings + b.evenings,
    }
}

/// What is still asked for after a set of one stretch; `None` where that is too much.
pub(super) fn less(need: &[i32], has: &[i32], mix: &[(SessionKind, Amount)]) -> Option<Need> {
    let each = need.iter().zip(has).zip(mix);
    let left = each.map(|((need, has), (_, amount))| match amount {
        _ if *has == 0 => Some(*need),
        Amount::Days(_) => Some(need - has).filter(|left| *left >= 0),
        // With nothing left to ask for, whatever comes is too much.
        Amount::Minutes(_) => (*need > 0).then(|| (need - has).max(0)),
    });
    left.collect()
}

pub(super) struct Sets<'s> {
    bundles: &'s [Vec<Bundle>],
    /// The last unit of each stretch.
    ends: Vec<usize>,
    rests: BTreeMap<(usize, Need), Option<Rest>>,
    rank: u8,
    /// Whether a set is never better than a part of it.
    exact: bool,
}

impl<'s> Sets<'s> {
    pub(super) fn of(bundles: &'s [Vec<Bundle>], ends: Vec<usize>, rank: u8, exact: bool) -> Self {
        Self { bundles, ends, rests: BTreeMap::new(), rank, exact }
    }

    /// Goes on with a beginning in every way that could be among the best.
    pub(super) fn descend(&mut self, walk: &mut Walk, at: usize, chosen: &mut Vec<usize>, need: &Need, begun: Begun) {
        let bundles: &'s [Vec<Bundle>] = self.bundles;
        let Some(of) = bundles.get(at) else { return self.end(walk, chosen, need, begun) };
        let mut next: Vec<(Cost, usize, Need)> = Vec::new();
        for (index, bundle) in of.iter().enumerate() {
            let Some(left) = less(need, &bundle.need, walk.mix) else { continue };
            if let Some(rest) = self.rest(walk, at + 1, &left) {
                next.push((begun.with(&bundle.worth).bound(&rest), index, left));
            }
        }
        next.sort();
        for (bound, index, left) in next {
            let Some(bundle) = of.get(index) else { continue };
            if !walk.spend(1) {
                return;
            }
            let mark = chosen.len();
            chosen.extend(&bundle.set);
            if !self.is_late(walk, at, bound, chosen) {
                self.descend(walk, at + 1, chosen, &left, begun.with(&bundle.worth));
            }
            chosen.truncate(mark);
        }
    }

    /// Whether every end of a beginning comes after all that are kept.
    fn is_late(&self, walk: &Walk, at: usize, bound: Cost, chosen: &[usize]) -> bool {
        let list = walk.found.get(usize::from(self.rank)).filter(|list| list.len() == MOST_SETS && self.exact);
        let Some((cost, set)) = list.and_then(|list| list.last()) else { return false };
        let end = self.ends.get(at).copied().unwrap_or(usize::MAX);
        let known: Vec<usize> = set.iter().copied().filter(|unit| *unit <= end).collect();
        bound.cmp(cost).then(in_order(chosen, &known)).is_gt()
    }

    /// What the stretches from here on come to at least; `None` where they do not have what is asked for.
    fn rest(&mut self, walk: &Walk, at: usize, need: &Need) -> Option<Rest> {
        let bundles: &'s [Vec<Bundle>] = self.bundles;
        let Some(of) = bundles.get(at) else {
            return need.iter().all(|left| *left == 0).then_some(Rest { least: Cost::default(), parties: 0 });
        };
        if let Some(known) = self.rests.get(&(at, need.clone())) {
            return *known;
        }
        let mut best: Option<Rest> = None;
        for bundle in of {
            let Some(left) = less(need, &bundle.need, walk.mix) else { continue };
            let Some(rest) = self.rest(walk, at + 1, &left) else { continue };
            let parties = rest.parties.max(bundle.worth.parties);
            let least = sum(rest.least, bundle.worth.least);
            let lost = |cost: Cost| (cost.missed, cost.work_lost_min);
            best = Some(best.map_or(Rest { least, parties }, |known| Rest {
                least: known.least.min(least),
                parties: match lost(known.least).cmp(&lost(least)) {
                    Ordering::Less => known.parties,
                    Ordering::Equal => known.parties.min(parties),
                    Ordering::Greater => parties,
                },
            }));
        }
        self.rests.insert((at, need.clone()), best);
        best
    }

    /// A whole set.
    fn end(&self, walk: &mut Walk, set: &[usize], need: &[i32], begun: Begun) {
        if need.iter().any(|left| *left != 0) || !walk.is_sparing(set, &walk.need(set)) {
            return;
        }
        // Whatever is as it was in each stretch is as it was in all.
        if self.exact && begun.rank <= 1 && !walk.is_open() {
            if begun.rank == self.rank {
                walk.keep(begun.rank, begun.least, set.to_vec());
            }
        } else if !self.exact || begun.rank == self.rank {
            let (rank, cost, _) = walk.look(set, walk.frame);
            walk.keep(rank, cost, set.to_vec());
        }
    }
}
