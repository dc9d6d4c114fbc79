//! What stands beside an answer: other sets of changes, and what would have to give.

use super::super::{Alternative, ChangeKind, Cost, Dated, DutyDate, Offer, Verdict};
use super::day::World;
use super::{Fault, plan_faults, told};
use crate::household::{Agree, Firm, Household};
use crate::site::Site;
use std::collections::BTreeSet;

/// Most minutes a day that are a small thing to ask, and a whole day.
const MOST_MIN: [i32; 2] = [120, 1440];

/// Everything that is wrong with the sets of changes beside the cheapest one, each with its dates.
pub fn alternative_faults(
    site: &Site,
    household: &Household,
    baseline: &[DutyDate],
    (offer, plan): (&Offer, &Dated),
    others: &[(Alternative, Dated)],
) -> Vec<Fault> {
    let Some(track) = offer.taken(site) else { return vec![Fault::Nothing] };
    let takes = [(offer.client, &*track)];
    let world = World::lay(site, household, baseline, &takes);
    let mut found = Vec::new();
    let mut listed = vec![asked(household, plan)];
    for (other, dated) in others {
        found.extend(plan_faults(site, household, baseline, &takes, dated, other.cost, true));
        if !told::changes_agree(&world, &other.changes, dated) || !told::covers_agree(&world, &other.covers, dated) {
            found.push(Fault::Told);
        }
        let asks = asked(household, dated);
        // Somebody of each set is left out; or nobody asks so few.
        let leaves_out = listed.iter().all(|known| !known.is_subset(&asks));
        let fewest = listed.iter().all(|known| asks.len() < known.len());
        if other.cost < offer.cost || !(leaves_out || fewest) || !matches!(offer.verdict, Verdict::FitsIf(_)) {
            found.push(Fault::Beside);
        }
        listed.push(asks);
    }
    if others.len() > 2 {
        found.push(Fault::Beside);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Whom a plan asks.
fn asked(household: &Household, plan: &Dated) -> BTreeSet<(bool, u32)> {
    let party = |(row, ..): &(u32, _, _, _)| {
        let of = household.commitments.iter().find(|c| c.row == *row)?;
        match of.agree {
            Agree::Party(number) => Some((true, u32::from(number))),
            Agree::ByKind if of.kind.asks_outside() => Some((false, *row)),
            _ => None,
        }
    };
    plan.changed.iter().filter_map(party).collect()
}

/// Everything that is wrong with what would have to give, with the dates on which it would.
pub fn give_faults(
    site: &Site,
    household: &Household,
    baseline: &[DutyDate],
    offer: &Offer,
    plan: &Dated,
) -> Vec<Fault> {
    let (Some(track), Verdict::DoesNotFit { give: Some(give), .. }) = (offer.taken(site), &offer.verdict) else {
        return vec![Fault::Nothing];
    };
    let Some(of) = household.commitments.iter().find(|c| c.row == give.row) else { return vec![Fault::Nothing] };
    let steps_in = |row: u32| household.duties.iter().any(|duty| duty.row == row && duty.may.contains(&of.who));
    let in_the_way = offer.clashes.iter().any(|clash| clash.row == give.row || clash.duty.is_some_and(steps_in));
    let kinds: Vec<ChangeKind> = plan.changed.iter().filter(|(row, ..)| *row == give.row).map(|c| c.3).collect();
    let moves = |kind: &ChangeKind| matches!(kind, ChangeKind::Earlier(_) | ChangeKind::Later(_));
    let minutes = |kind: &ChangeKind| match *kind {
        ChangeKind::Earlier(min)
        | ChangeKind::Later(min)
        | ChangeKind::ArriveLate(min)
        | ChangeKind::LeaveEarly(min) => min,
        ChangeKind::StepOut { from, to } => to - from,
        ChangeKind::Skip | ChangeKind::Miss(_) => 0,
    };
    let [small, whole] = MOST_MIN;
    let most_min = if give.small { small } else { whole };
    let firm = if kinds.iter().all(moves) {
        Firm::Move { earlier_min: most_min, later_min: most_min }
    } else {
        Firm::Cut { most_min }
    };
    let takes = [(offer.client, &*track)];
    let mut loose = household.clone();
    loose.commitments.iter_mut().filter(|c| c.row == give.row).for_each(|c| c.firm = firm);
    let world = World::lay(site, &loose, baseline, &takes);
    let night = world.nights().iter().any(|night| world.occurrences.get(night.of).is_some_and(|o| o.row == give.row));
    let large = kinds.iter().any(|kind| minutes(kind) > small);
    let mut found = plan_faults(site, &loose, baseline, &takes, plan, Cost::default(), true);
    // What it costs is not said.
    found.retain(|fault| *fault != Fault::Cost);
    if !in_the_way || kinds.is_empty() || large == give.small || night && !give.small && kinds.iter().any(moves) {
        found.push(Fault::Give);
    }
    if !told::changes_agree(&world, &give.changes, plan) {
        found.push(Fault::Told);
    }
    found
}
