//! Who does what before any session: whether that can be, and whether any one duty date could be done better.

use super::super::{Doer, DutyDate};
use super::day::{DutyOn, Part, Sort, Thing, World};
use super::told::is_free;
use super::{Fault, cars};
use crate::household::Household;
use crate::site::Site;

/// Everything that is wrong with a baseline.
pub fn baseline_faults(site: &Site, household: &Household, baseline: &[DutyDate]) -> Vec<Fault> {
    let world = World::lay(site, household, baseline, &[]);
    let all = world.duties.iter().chain(&world.undone);
    let named = all.map(|duty| duty.base.len()).sum::<usize>();
    let whole = world.undone.iter().all(|duty| matches!(duty.base.as_slice(), [(_, _, Doer::Nobody)]));
    let done = world.duties.iter().all(|duty| world.is_done(duty, &duty.base));
    let before = world.before();
    let two_places = before.iter().enumerate().any(|(at, a)| {
        let near = |b: &&Thing| a.from <= b.to + 2880 && b.from <= a.to + 2880;
        let duties = |b: &&Thing| a.sort == Sort::Duty || b.sort == Sort::Duty;
        before.iter().skip(at + 1).filter(near).filter(duties).any(|b| !world.apart(a, b))
    });
    let holds = world.rests_hold(&before) && cars::are_enough(&world, &before) && cars::get_home(&world, &before);
    let better = world.undone.iter().any(|duty| can_be_done(&world, duty, &before, None))
        || world.duties.iter().any(|duty| is_bettered(&world, duty, &before));
    if named == baseline.len() && whole && done && !two_places && holds && !better {
        Vec::new()
    } else {
        vec![Fault::Baseline]
    }
}

/// Whether a duty date could be done by the household instead of from outside, or by the one who usually does it.
fn is_bettered(world: &World, duty: &DutyOn, before: &[Thing]) -> bool {
    let usual = world.usual(duty.row).filter(|usual| duty.base_of(*usual).is_none() || duty.base.len() > 1);
    duty.is_covered() && can_be_done(world, duty, before, None)
        || usual.is_some_and(|usual| can_be_done(world, duty, before, Some(usual)))
}

/// Whether somebody, or just this one, could do a duty date, everything else being as it is.
fn can_be_done(world: &World, duty: &DutyOn, before: &[Thing], just: Option<usize>) -> bool {
    let (from, to) = (duty.thing.from, duty.thing.to);
    let others: Vec<Thing> = before
        .iter()
        .filter(|t| t.sort != Sort::Duty || t.from < from || to < t.to || !duty.is_of(t))
        .copied()
        .collect();
    let fits = |parts: &[Part]| {
        let mut all = others.clone();
        for (from, to, doer) in parts {
            let Doer::Person(who) = *doer else { return false };
            if !is_free(world, duty, who, (*from, *to)) {
                return false;
            }
            all.push(Thing { who, from: *from, to: *to, ..duty.thing });
        }
        world.rests_hold(&all) && cars::are_enough(world, &all) && cars::get_home(world, &all)
    };
    let whole = |who: &usize| fits(&[(from, to, Doer::Person(*who))]);
    if let Some(who) = just {
        return whole(&who);
    }
    let hands = |at: i32| {
        let pairs = duty.may.iter().flat_map(|one| duty.may.iter().map(move |then| (*one, *then)));
        pairs
            .filter(|(one, then)| one != then)
            .any(|(one, then)| fits(&[(from, at, Doer::Person(one)), (at, to, Doer::Person(then))]))
    };
    duty.may.iter().any(whole) || world.moments(duty).into_iter().any(hands)
}
