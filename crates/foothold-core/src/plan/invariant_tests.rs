//! What holds of every answer, whatever the household: of a set of changes nothing can be spared; with the changes made nothing is
//! left to change; and who has less to do has never more to give up.

use super::check::plan_faults;
use super::family_oracle::{family_problem, minding_problem};
use super::oracle::{Dice, dated_problem, far_problem, night_problem, small_problem, starts};
use super::*;
use crate::household::{Commitment, Firm, Household};
use crate::people::Duty;
use crate::rhythm::{Rhythm, When};
use crate::time::{NaiveDate, Span, add_days};

type Problem = fn(&mut Dice) -> (Site, Household, i32);

/// Kinds of problems of the slow solvers, and how many of each.
const ALL: [(Problem, i32); 6] = [
    (small_problem, 400),
    (dated_problem, 150),
    (night_problem, 300),
    (far_problem, 200),
    (family_problem, 400),
    (minding_problem, 150),
];

/// Every problem with its offer and that plan's dates.
fn each(seed: u64, mut see: impl FnMut(&Site, &Household, i32, &Offer, &Dated)) {
    let mut dice = Dice(seed);
    for (problem, rounds) in ALL {
        for _ in 0..rounds {
            let (clinic, household, weeks) = problem(&mut dice);
            let offer = solve(&clinic, &household, Budget::default()).offers.remove(0);
            let plan = dated(&clinic, &household, &offer, Budget::default());
            see(&clinic, &household, weeks, &offer, &plan);
        }
    }
}

#[test]
fn what_stands_beside_an_answer_is_sound() {
    let mut seen = [0; 4];
    each(0x00be_51de, |clinic, household, _, offer, plan| {
        let before = baseline(clinic, household);
        let others = alternatives_dated(clinic, household, offer, Budget::default());
        seen[0] += others.len();
        let faults = check::alternative_faults(clinic, household, &before, (offer, plan), &others);
        assert_eq!(faults, [], "{household:#?}\n{offer:#?}\n{others:#?}");
        if let Verdict::DoesNotFit { give: Some(give), .. } = &offer.verdict {
            let plan = give_dated(clinic, household, offer, Budget::default()).expect("its dates");
            let faults = check::give_faults(clinic, household, &before, offer, &plan);
            assert_eq!(faults, [], "{household:#?}\n{offer:#?}\n{plan:#?}");
            seen[if give.small { 1 } else { 2 }] += 1;
        }
        let mut asked = clinic.clone();
        let windows = vec![(Days::WORKDAYS, Span { from: 540, to: 1200 })];
        asked.program.intake = Some(crate::site::Intake { minutes: 60, windows });
        let earliest = add_days(household.start, -3);
        if let Some(visit) = first_visit(&asked, household, offer, earliest, Budget::default()) {
            let mut week = household.clone();
            week.start = visit.date.min(household.start);
            let mut alone = asked.clone();
            alone.program.weeks = (1, 1);
            let before = baseline(&alone, &week);
            let faults = check::visit_faults(&asked, household, &before, offer, visit, earliest);
            assert_eq!(faults, [], "{household:#?}\n{offer:#?}\n{visit:?}");
            seen[3] += 1;
        }
    });
    assert!(seen.iter().all(|n| *n > 20), "{seen:?}");
}

#[test]
fn no_part_of_a_set_of_changes_can_be_spared() {
    let mut spared = [0; 3];
    each(0x5b1e, |clinic, household, _, offer, plan| {
        let before = baseline(clinic, household);
        let track = offer.taken(clinic).expect("its track");
        let fits = offer.verdict.fits();
        let mut still_valid = |less: &Dated, of: usize| {
            spared[of] += 1;
            let mut wrong = plan_faults(clinic, household, &before, &[(offer.client, &track)], less, offer.cost, fits);
            wrong.retain(|fault| *fault != check::Fault::Cost);
            assert_ne!(wrong, [], "{household:#?}\n{offer:#?}\n{plan:#?}\n{less:#?}");
        };
        for at in 0..plan.changed.len() {
            let mut less = plan.clone();
            less.changed.remove(at);
            still_valid(&less, 0);
        }
        for at in (0..plan.missed.len()).filter(|at| plan.missed[*at].role.is_none()) {
            let mut less = plan.clone();
            less.missed.remove(at);
            still_valid(&less, 1);
        }
        for (at, date) in plan.doers.iter().enumerate() {
            let duty = household.duties.iter().find(|duty| duty.row == date.duty).expect("a duty");
            let costs = match date.doer {
                Doer::Person(who) => duty.usual.is_some_and(|usual| usual != who),
                _ => true,
            };
            if costs {
                let mut less = plan.clone();
                less.doers.remove(at);
                still_valid(&less, 2);
            }
        }
    });
    assert!(spared.iter().all(|count| *count > 30), "{spared:?}");
}

/// The row as a list of its dates, of which some are other spans, or none.
fn as_dated(c: &Commitment, household: &Household, weeks: i32, plan: &Dated) -> Vec<Commitment> {
    let mut halves: [Vec<(NaiveDate, Span)>; 2] = [Vec::new(), Vec::new()];
    for date in (-7..(weeks + 1) * 7).map(|day| add_days(household.start, day)) {
        for span in starts(&c.when, date) {
            let of = plan.changed.iter().find(|(row, on, from, _)| (*row, *on, *from) == (c.row, date, span.from));
            let Span { from, to } = span;
            let left = match of.map(|of| of.3) {
                None | Some(ChangeKind::Miss(_)) => vec![(from, to)],
                Some(ChangeKind::Earlier(min)) => vec![(from - min, to - min)],
                Some(ChangeKind::Later(min)) => vec![(from + min, to + min)],
                Some(ChangeKind::ArriveLate(min)) => vec![(from + min, to)],
                Some(ChangeKind::LeaveEarly(min)) => vec![(from, to - min)],
                Some(ChangeKind::StepOut { from: leaves, to: back }) => vec![(from, leaves), (back, to)],
                Some(ChangeKind::Skip) => vec![],
            };
            for (half, (from, to)) in halves.iter_mut().zip(left) {
                // A span starts on its own date.
                let day = from.div_euclid(1440);
                half.push((add_days(date, day), Span { from: from - day * 1440, to: to - day * 1440 }));
            }
        }
    }
    let row = |list: Vec<(NaiveDate, Span)>| {
        let when = When { rhythm: Rhythm::Listed(list), first: None, last: None, except: Vec::new() };
        Commitment { when, firm: Firm::Fixed, ..c.clone() }
    };
    halves.into_iter().filter(|half| !half.is_empty()).map(row).collect()
}

#[test]
fn with_the_changes_made_nothing_further_changes() {
    let (mut made, mut steps_in) = (0, 0);
    each(0xa991, |clinic, household, weeks, offer, plan| {
        let outside = plan.doers.iter().any(|date| date.doer == Doer::Outside);
        if !matches!(offer.verdict, Verdict::FitsIf(_)) || offer.cost.missed > 0 || outside {
            return;
        }
        let mut after = household.clone();
        after.commitments = household.commitments.iter().flat_map(|c| as_dated(c, household, weeks, plan)).collect();
        for (row, c) in (1..).zip(&mut after.commitments) {
            c.row = row;
        }
        // Whoever does a duty in the plan does it now.
        after.duties = Vec::new();
        for date in baseline(clinic, household) {
            let of = household.duties.iter().find(|duty| duty.row == date.duty).expect("a duty");
            let same = |d: &&DutyDate| (d.duty, d.date, d.from) == (date.duty, date.date, date.from);
            let doer = plan.doers.iter().find(same).map_or(date.doer, |d| d.doer);
            let Doer::Person(who) = doer else { continue };
            let span = Span { from: date.from, to: date.from + of.when.span().minutes() };
            let when =
                When { rhythm: Rhythm::Listed(vec![(date.date, span)]), first: None, last: None, except: Vec::new() };
            let row = u32::try_from(after.duties.len()).expect("few") + 1;
            after.duties.push(Duty { row, when, may: vec![who], usual: Some(who), outside: Vec::new(), ..of.clone() });
        }
        let mut taken = clinic.clone();
        taken.tracks = vec![offer.taken(clinic).expect("its track").into_owned()];
        let again = solve(&taken, &after, Budget::default()).offers.remove(0);
        let calm = matches!(again.verdict, Verdict::Fits | Verdict::Tight);
        assert!(calm, "{household:#?}\n{offer:#?}\n{plan:#?}\n{after:#?}\n{again:#?}");
        made += 1;
        steps_in += usize::from(!plan.doers.is_empty());
    });
    assert!(made > 150 && steps_in > 20, "{made} made, in {steps_in} somebody steps in");
}

#[test]
fn who_has_less_to_do_has_never_more_to_give_up() {
    // Without duties and sleep: with one thing less, somebody else may do a duty before any session, or a shift may have its rest,
    // and then that has to be kept.
    let lines = |offer: &Offer| {
        let c = offer.cost;
        (!offer.verdict.fits(), c.missed, c.work_lost_min, c.parties, c.moved_min, c.cover_min, c.swaps)
    };
    let (mut dice, mut better) = (Dice(0x1e55), 0);
    for (problem, rounds) in [(small_problem as Problem, 500), (dated_problem, 150), (far_problem, 200)] {
        for _ in 0..rounds {
            let (clinic, household, _) = problem(&mut dice);
            let with = solve(&clinic, &household, Budget::default()).offers.remove(0);
            for at in 0..household.commitments.len() {
                let mut less = household.clone();
                less.commitments.remove(at);
                let without = solve(&clinic, &less, Budget::default()).offers.remove(0);
                assert!(lines(&without) <= lines(&with), "{household:#?}\n{with:#?}\n{without:#?}");
                better += usize::from(lines(&without) < lines(&with));
            }
        }
    }
    assert!(better > 100, "{better}");
}
