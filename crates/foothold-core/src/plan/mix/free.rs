//! Sets that ask for nothing: what a week of them adds in travel at least, so that the best are found without a look at all.
//!
//! Where nothing else changes, minutes of travel are a sum over what follows each other. So the least that any end of a beginning
//! adds is a shortest path through the week: commitments as they are, duties that somebody may do or leave, and units
//! for what is still asked for. Weeks that are alike are one.

use super::sets::{in_order, less};
use super::{MOST_SETS, Need, Unit, Walk};
use crate::plan::Cost;
use crate::plan::problem::{Frame, Problem, WEEK_MIN, has};
use crate::plan::slots::lay_slots;
use crate::plan::travel::{CLINIC, HOME, Piece, WORTH_GOING_HOME_MIN};
use crate::site::Track;
use std::collections::BTreeMap;

/// Something in a person's week.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Stop {
    piece: Piece,
    sort: Sort,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    /// There as it is.
    Fixed,
    /// Perhaps there.
    Duty,
    /// There if it is chosen, by index of the unit.
    Unit(usize),
}

/// Minutes of travel, then evenings.
type Added = (i32, i32);

/// Weeks that are alike.
struct Week {
    times: i32,
    stops: Vec<Stop>,
    /// How much of each kind is not held in them and counts all the same.
    absent: Need,
    least: BTreeMap<(usize, Need), Option<Added>>,
}

/// The bound for all sets of these units.
pub(super) struct Free {
    weeks: Vec<Week>,
    /// What is taken off for the household as it is, over all weeks.
    bare: i32,
}

impl Free {
    /// Lays the weeks out; `None` where travel is no sum over what follows each other.
    pub(super) fn of(walk: &Walk, units: &[usize]) -> Option<Self> {
        let frame = walk.frame;
        let roles = walk.units.iter().any(|unit| !unit.session.attend.roles.is_empty());
        let laid: Vec<(usize, Vec<(Piece, u64)>)> =
            units.iter().filter_map(|at| Some((*at, slots(frame, walk.client, walk.units.get(*at)?)))).collect();
        let mut weeks: Vec<(Vec<Stop>, Need, i32)> = Vec::new();
        let (mut bare, mut whole) = (0, true);
        for bit in 1..=i32::from(frame.count) {
            for who in 0..frame.household.people.len() {
                let mut stops = stops(frame, who, bit);
                let now: Vec<Stop> = as_is(frame, who, bit);
                whole &= apart(frame, &now);
                bare += path(frame, &now);
                if who != walk.client {
                    // With a session in it travel of somebody else could become less.
                    bare -= if roles { 0 } else { least_alone(walk, stops) };
                    continue;
                }
                let mut absent: Need = vec![0; walk.mix.len()];
                for (at, slots) in &laid {
                    let held = slots.iter().filter(|(_, weeks)| has(*weeks, bit));
                    let here: Vec<Stop> =
                        held.map(|(piece, _)| Stop { piece: *piece, sort: Sort::Unit(*at) }).collect();
                    if here.is_empty() {
                        absent.iter_mut().zip(walk.need(&[*at])).for_each(|(sum, more)| *sum += more);
                    }
                    stops.extend(here);
                }
                stops.sort();
                whole &= ends_at_home(frame, &stops);
                match weeks.iter_mut().find(|(known, missing, _)| *known == stops && *missing == absent) {
                    Some((_, _, times)) => *times += 1,
                    None => weeks.push((stops, absent, 1)),
                }
            }
        }
        let week = |(stops, absent, times)| Week { times, stops, absent, least: BTreeMap::new() };
        whole.then(|| Self { weeks: weeks.into_iter().map(week).collect(), bare })
    }

    /// What no set undercuts that begins like this and needs so much more; `None` where there is none.
    fn bound(&mut self, walk: &Walk, chosen: &[usize], need: &Need) -> Option<Cost> {
        let mut sum = (-self.bare, 0);
        for week in &mut self.weeks {
            let (travel, evenings) = week.bound(walk, chosen, need)?;
            sum = (sum.0 + travel * week.times, sum.1 + evenings * week.times);
        }
        Some(Cost { travel_min: sum.0, evenings: u32::try_from(sum.1).unwrap_or(0), ..Cost::default() })
    }

    /// Looks for the best sets of these units.
    pub(super) fn descend(&mut self, walk: &mut Walk, units: &[usize], rank: u8, chosen: &mut Vec<usize>, need: &Need) {
        if need.iter().all(|left| *left == 0) {
            if walk.is_sparing(chosen, &walk.need(chosen)) {
                let (rank, cost, _) = walk.look(chosen, walk.frame);
                walk.keep(rank, cost, chosen.clone());
            }
            return;
        }
        let mut next: Vec<(Cost, usize, Need)> = Vec::new();
        for (at, unit) in units.iter().enumerate() {
            chosen.push(*unit);
            let left = less(need, &walk.need(&[*unit]), walk.mix).filter(|_| !walk.overlaps(chosen));
            if let Some(left) = left
                && let Some(bound) = self.bound(walk, chosen, &left)
            {
                next.push((bound, at, left));
            }
            chosen.pop();
        }
        next.sort();
        for (bound, at, left) in next {
            if !walk.spend(1) {
                return;
            }
            let Some(unit) = units.get(at) else { continue };
            chosen.push(*unit);
            let list = walk.found.get(usize::from(rank)).filter(|list| list.len() == MOST_SETS);
            let late = list.and_then(|list| list.last()).is_some_and(|(cost, set)| {
                let known = set.get(..chosen.len().min(set.len())).unwrap_or_default();
                bound.cmp(cost).then(in_order(chosen, known)).is_gt()
            });
            if !late {
                self.descend(walk, units.get(at + 1..).unwrap_or_default(), rank, chosen, &left);
            }
            chosen.pop();
        }
    }
}

impl Week {
    /// The least of the week with what is chosen, and whatever brings what is needed after the last of it.
    fn bound(&mut self, walk: &Walk, chosen: &[usize], need: &Need) -> Option<Added> {
        let is_chosen = |stop: &Stop| matches!(stop.sort, Sort::Unit(at) if chosen.contains(&at));
        let last = self.stops.iter().rposition(is_chosen);
        // From the start to each stop that could be the one before the next.
        let mut ways: Vec<(Option<usize>, Added)> = vec![(None, (0, 0))];
        for at in 0..last.map_or(0, |last| last + 1) {
            let Some(stop) = self.stops.get(at) else { continue };
            let must = stop.sort == Sort::Fixed || is_chosen(stop);
            if !must && stop.sort != Sort::Duty {
                continue;
            }
            let here = ways.iter().filter_map(|(from, so_far)| self.step(walk.frame, *from, at, *so_far)).min();
            if must {
                ways.clear();
            }
            ways.extend(here.map(|added| (Some(at), added)));
        }
        let need: Need = need.iter().zip(&self.absent).map(|(left, absent)| (left - absent).max(0)).collect();
        let mut best: Option<Added> = None;
        for (from, so_far) in ways {
            let rest = self.least(walk, from.map_or(0, |at| at + 1), &need);
            if let Some((travel, evenings)) = rest {
                let all = (so_far.0 + travel, so_far.1 + evenings);
                best = Some(best.map_or(all, |known: Added| known.min(all)));
            }
        }
        best
    }

    /// The least from a stop, counted from 1, to the end of the week; 0 is the start.
    fn least(&mut self, walk: &Walk, from: usize, need: &Need) -> Option<Added> {
        if let Some(known) = self.least.get(&(from, need.clone())) {
            return *known;
        }
        let before = from.checked_sub(1);
        let mut best: Option<Added> = None;
        let mut ended = true;
        for at in from..self.stops.len() {
            let Some(stop) = self.stops.get(at).copied() else { continue };
            let left = match stop.sort {
                Sort::Unit(unit) => reduced(need, &walk.need(&[unit])),
                _ => Some(need.clone()),
            };
            if let Some(left) = left
                && let Some(step) = self.step(walk.frame, before, at, (0, 0))
                && let Some(rest) = self.least(walk, at + 1, &left)
            {
                let all = (step.0 + rest.0, step.1 + rest.1);
                best = Some(best.map_or(all, |known| known.min(all)));
            }
            if stop.sort == Sort::Fixed {
                ended = false;
                break;
            }
        }
        if ended && need.iter().all(|left| *left == 0) {
            let place = before.and_then(|at| self.stops.get(at)).map_or(HOME, |stop| stop.piece.place);
            let home = (walk.frame.table.between(place, HOME), 0);
            best = Some(best.map_or(home, |known| known.min(home)));
        }
        self.least.insert((from, need.clone()), best);
        best
    }

    /// From one stop to a later one; `None` where it begins before the other ends.
    fn step(&self, frame: &Frame, from: Option<usize>, to: usize, so_far: Added) -> Option<Added> {
        let then = self.stops.get(to)?;
        let before = match from {
            Some(at) => Some(self.stops.get(at)?).filter(|stop| stop.piece.to <= then.piece.from),
            None => None,
        };
        if from.is_some() && before.is_none() {
            return None;
        }
        let evening = matches!(then.sort, Sort::Unit(_)) && is_evening(&then.piece);
        Some((so_far.0 + leg(frame, before.map(|stop| stop.piece), then.piece), so_far.1 + i32::from(evening)))
    }
}

/// What is needed after one more unit; `None` where it is of no use.
fn reduced(need: &[i32], has: &[i32]) -> Option<Need> {
    let of_use = need.iter().zip(has).any(|(need, has)| *has > 0 && *need > 0);
    of_use.then(|| need.iter().zip(has).map(|(need, has)| (need - has).max(0)).collect())
}

fn is_evening(piece: &Piece) -> bool {
    piece.place == CLINIC && piece.span().to > 18 * 60
}

/// Minutes from one thing to the next, or from home to the first.
fn leg(frame: &Frame, before: Option<Piece>, then: Piece) -> i32 {
    let between = |a, b| frame.table.between(a, b);
    let Some(before) = before else { return between(HOME, then.place) };
    let early = if before.place == CLINIC { 0 } else { then.early };
    let by_home = between(before.place, HOME) + between(HOME, then.place);
    let goes_home = then.from - early - before.to >= by_home + WORTH_GOING_HOME_MIN;
    if goes_home { by_home } else { between(before.place, then.place) }
}

/// Minutes of travel of a week.
fn path(frame: &Frame, stops: &[Stop]) -> i32 {
    let mut before: Option<Piece> = None;
    let mut sum = 0;
    for stop in stops {
        sum += leg(frame, before, stop.piece);
        before = Some(stop.piece);
    }
    sum + before.map_or(0, |piece| frame.table.between(piece.place, HOME))
}

/// The least travel of somebody who may do or leave each duty.
fn least_alone(walk: &Walk, stops: Vec<Stop>) -> i32 {
    let mut week = Week { times: 1, stops, absent: Need::new(), least: BTreeMap::new() };
    week.least(walk, 0, &Need::new()).map_or(0, |(travel, _)| travel)
}

/// Commitments of a person in a week, and duties that they may do.
fn stops(frame: &Frame, who: usize, bit: i32) -> Vec<Stop> {
    let mine = |piece: &Piece| usize::from(piece.who) == who;
    let units = frame.units.iter().filter(|unit| mine(&unit.piece) && has(unit.weeks, bit));
    let mut all: Vec<Stop> = units.map(|unit| Stop { piece: unit.piece, sort: Sort::Fixed }).collect();
    let small = crate::plan::slots::small(who);
    for slot in frame.duties.iter().filter(|slot| has(slot.weeks, bit) && slot.is_for(small)) {
        all.push(Stop { piece: slot.piece.of(small), sort: Sort::Duty });
    }
    all.sort();
    all
}

/// What a person does in a week before any session.
fn as_is(frame: &Frame, who: usize, bit: i32) -> Vec<Stop> {
    let small = crate::plan::slots::small(who);
    let does = |stop: &Stop| {
        stop.sort == Sort::Fixed
            || frame.duties.iter().any(|slot| {
                let piece = slot.piece.of(small);
                piece == stop.piece && has(slot.weeks, bit) && crate::plan::way::always(slot) == small
            })
    };
    stops(frame, who, bit).into_iter().filter(does).collect()
}

/// Whether things follow each other, and the week begins and ends at home.
fn apart(frame: &Frame, stops: &[Stop]) -> bool {
    stops.iter().zip(stops.iter().skip(1)).all(|(a, b)| a.piece.to <= b.piece.from) && ends_at_home(frame, stops)
}

/// Whether there is an hour at home between the last thing of a week and the first of the next.
fn ends_at_home(frame: &Frame, stops: &[Stop]) -> bool {
    let first = stops.iter().map(|stop| stop.piece.from - stop.piece.early).min().unwrap_or(WEEK_MIN);
    let last = stops.iter().map(|stop| stop.piece.to).max().unwrap_or(0);
    first + WEEK_MIN - last >= 2 * frame.table.far() + WORTH_GOING_HOME_MIN
}

/// What a unit keeps the client busy with, and in which weeks.
fn slots(frame: &Frame, client: usize, unit: &Unit) -> Vec<(Piece, u64)> {
    let track = Track::of(vec![unit.session.clone()]);
    let mut problem = Problem::bare(frame, Vec::new());
    lay_slots(&mut problem, client, &track);
    let small = crate::plan::slots::small(client);
    let own = problem.slots.iter().filter(|slot| slot.is_for(small));
    own.map(|slot| (slot.piece.of(small), slot.weeks)).collect()
}
