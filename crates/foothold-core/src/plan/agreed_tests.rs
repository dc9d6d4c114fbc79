use super::super::oracle::Dice;
use super::super::tests::{house, only, session, site, work};
use super::super::{Verdict, family_oracle, oracle, solve};
use super::*;
use crate::time::Weekday::{Fri, Mon, Thu, Tue, Wed};

type Problem = fn(&mut Dice) -> (Site, Household, i32);

/// Whether something else may shorten the sleep after a night shift already, with two hours of ways to spare.
fn is_tired(household: &Household) -> bool {
    let Some(rule) = household.rest else { return false };
    let at = |c: &Commitment| {
        c.when
            .days()
            .iter()
            .map(|day| i32::try_from(day.num_days_from_monday()).expect("small") * DAY_MIN)
            .collect::<Vec<_>>()
    };
    let soon = |(end, other): (i32, &Commitment)| {
        at(other).iter().flat_map(|day| [day - 7 * DAY_MIN, *day, day + 7 * DAY_MIN]).any(|day| {
            let Span { from, to } = other.when.span();
            day + from < end + rule.within_min + 120 && day + to > end
        })
    };
    household.commitments.iter().filter(|c| oracle::is_night(c.when.span())).any(|night| {
        let ends: Vec<i32> = at(night).iter().map(|day| day + night.when.span().to).collect();
        household.commitments.iter().filter(|c| c.row != night.row).any(|c| ends.iter().any(|end| soon((*end, c))))
    })
}

/// Asks again after everything has been agreed: how often something had changed, and how often somebody had taken over.
fn agree(rounds: i32, seed: u64, problem: Problem) -> [u32; 2] {
    let mut dice = Dice(seed);
    let mut mix = [0; 2];
    for round in 0..rounds {
        let (clinic, household, _) = problem(&mut dice);
        let answer = solve(&clinic, &household, Budget::default());
        // What clashes in the week itself is taken as given, and may be put right by what is agreed.
        if !answer.own.is_empty() || !answer.undone.is_empty() || is_tired(&household) {
            continue;
        }
        for offer in answer.offers.into_iter().filter(|offer| offer.verdict.fits()) {
            let after = agreed(&clinic, &household, &offer, Budget::default());
            let again = solve(&clinic, &after, Budget::default()).offers;
            let same = again.iter().find(|o| (o.client, o.track) == (offer.client, offer.track)).expect("the offer");
            let c = same.cost;
            let further = (c.work_lost_min, c.parties, c.moved_min, c.cover_min, c.swaps);
            // Fewer may be missed: a shift that has moved may be no night shift any more.
            assert!(
                further == (0, 0, 0, 0, 0) && c.missed <= offer.cost.missed,
                "round {round}\n{:#?}\n{household:#?}\n{offer:#?}\n{after:#?}\n{same:#?}",
                clinic.tracks
            );
            if offer.cost.missed == 0 {
                assert!(matches!(same.verdict, Verdict::Fits | Verdict::Tight), "round {round}: {same:#?}");
            }
            mix[0] += u32::from(offer.verdict.changes().iter().any(|change| change.row.is_some()));
            mix[1] += u32::from(!offer.covers.is_empty());
        }
    }
    mix
}

#[test]
fn what_has_been_agreed_asks_for_nothing_further() {
    let [changed, _] = agree(4000, 11, oracle::small_problem);
    assert!(changed > 120, "{changed}");
    let [changed, _] = agree(1200, 12, oracle::dated_problem);
    assert!(changed > 50, "{changed}");
    let [changed, _] = agree(3000, 13, oracle::night_problem);
    assert!(changed > 50, "{changed}");
    let [changed, _] = agree(2000, 14, oracle::far_problem);
    assert!(changed > 50, "{changed}");
}

#[test]
fn what_a_family_has_agreed_asks_for_nothing_further() {
    let [changed, covered] = agree(3000, 15, family_oracle::family_problem);
    assert!(changed > 50 && covered > 100, "{changed} {covered}");
    let [changed, covered] = agree(2000, 16, family_oracle::minding_problem);
    assert!(changed + covered > 50, "{changed} {covered}");
}

#[test]
fn what_changes_every_week_changes_on_its_weekday_and_the_rest_stays() {
    let evenings = [Mon, Tue, Thu];
    let clinic = site(vec![session(&evenings, 1020, 1140)]);
    let week = house(vec![work(Days::WORKDAYS, 540, 1020, Firm::Cut { most_min: 60 })]);
    let after = agreed(&clinic, &week, &only(&clinic, &week), Budget::default());
    let spans: Vec<(Days, Span)> = after.commitments.iter().map(|c| (c.when.days(), c.when.span())).collect();
    let [whole, short] = [Span { from: 540, to: 1020 }, Span { from: 540, to: 995 }];
    assert_eq!(spans, [(Days::of(&[Wed, Fri]), whole), (Days::of(&evenings), short)]);
    assert!(after.commitments.iter().all(|c| c.when.is_weekly()));
    // One employer stays one.
    assert_eq!(after.commitments[0].agree, after.commitments[1].agree);
    assert_ne!(after.commitments[0].row, after.commitments[1].row);
}

#[test]
fn what_changes_on_some_dates_changes_on_those() {
    // The group meets in the first two weeks only.
    let mut group = session(&[Mon], 1020, 1140);
    group.weeks = Some((1, 2));
    let clinic = site(vec![group]);
    let week = house(vec![work(Days::of(&[Mon]), 540, 1020, Firm::Cut { most_min: 60 })]);
    let after = agreed(&clinic, &week, &only(&clinic, &week), Budget::default());
    let [first, second] = [week.start, add_days(week.start, 7)];
    assert_eq!(after.commitments[0].when.except, [first, second]);
    let short = Span { from: 540, to: 995 };
    assert_eq!(after.commitments[1].when.rhythm, Rhythm::Listed(vec![(first, short), (second, short)]));
}

#[test]
fn whoever_steps_out_at_night_comes_back_on_the_next_date() {
    let parts = left(
        &When::weekly(Days::of(&[Mon]), Span { from: 1320, to: 1800 }),
        ChangeKind::StepOut { from: 1380, to: 1500 },
    );
    let said: Vec<(Days, Span)> = parts.iter().map(|when| (when.days(), when.span())).collect();
    assert_eq!(
        said,
        [(Days::of(&[Mon]), Span { from: 1320, to: 1380 }), (Days::of(&[Tue]), Span { from: 60, to: 360 })]
    );
}
