use super::super::family_oracle::{compare, family_problem, minding_problem, person};
use super::super::oracle::Dice;
use super::super::tests::{house, session, site, work};
use super::super::{Budget, DutyDate, Offer, Verdict, agreed, baseline, dated, solve};
use super::*;
use crate::household::{Commitment, Firm, Household, Kind};
use crate::people::{Duty, Is};
use crate::rhythm::Rhythm;
use crate::site::Site;
use crate::time::Weekday::Mon;

const ANA: usize = 0;
const BEN: usize = 1;

/// Supper from 5:30 to 8:30pm, which is Ana's, at home; Ben is home from work at 6:25.
fn supper(handover: bool) -> Household {
    let people = vec![person(Is::Client, &[]), person(Is::Adult, &[])];
    let span = Span { from: 1050, to: 1230 };
    let duty = Duty { usual: Some(ANA), handover, ..Duty::weekly(1, Days::of(&[Mon]), span, &[ANA, BEN]) };
    let job = Commitment { who: BEN, direct_min: None, ..work(Days::of(&[Mon]), 540, 1080, Firm::Fixed) };
    Household { people, duties: vec![duty], ..house(vec![job]) }
}

/// An evening for which Ana leaves home at 6:30pm.
fn evening() -> Site {
    site(vec![session(&[Mon], 1140, 1260)])
}

fn only(household: &Household) -> Offer {
    solve(&evening(), household, Budget::default()).offers.remove(0)
}

fn told(dates: &[DutyDate]) -> Vec<(i32, Doer)> {
    dates.iter().filter(|date| date.date == dates[0].date).map(|date| (date.from, date.doer)).collect()
}

#[test]
fn a_duty_goes_from_one_to_the_other_in_the_middle() {
    assert!(!only(&supper(false)).verdict.fits(), "Ben is too late for all of it");
    let household = supper(true);
    let offer = only(&household);
    assert_eq!((offer.verdict.clone(), offer.cost.swaps), (Verdict::FitsIf(vec![]), 12));
    assert_eq!(offer.clashes, [], "somebody is free for what Ana has to leave");
    let said: Vec<_> = offer.covers.iter().map(|c| (c.doer, c.span.from, c.span.to, c.dates)).collect();
    // Ana stays for as long as she can; what she does is what she always does.
    assert_eq!(said, [(Doer::Person(BEN), 1110, 1230, 12)]);
    let plan = dated(&evening(), &household, &offer, Budget::default());
    assert_eq!((plan.doers.len(), told(&plan.doers)), (24, vec![(1050, Doer::Person(ANA)), (1110, Doer::Person(BEN))]));
    assert_eq!(offer.slack.map(|slack| slack.min), Some(0), "Ana leaves at once");
}

#[test]
fn of_equal_plans_one_that_hands_nothing_over_is_first() {
    // Ben is there all evening and nobody in particular does supper, so he does all of it and nothing is tight.
    let mut household = supper(true);
    (household.duties[0].usual, household.commitments) = (None, vec![]);
    let offer = only(&household);
    let said: Vec<_> = offer.covers.iter().map(|c| (c.doer, c.span.from, c.span.to)).collect();
    assert_eq!((offer.verdict, said), (Verdict::Fits, vec![(Doer::Person(BEN), 1050, 1230)]));
}

#[test]
fn who_takes_over_counts_once_and_only_where_somebody_usually_does_it() {
    let mut household = supper(true);
    household.duties[0].usual = None;
    let offer = only(&household);
    assert_eq!((offer.verdict.fits(), offer.cost.swaps), (true, 0));
    household.people.push(person(Is::Adult, &[]));
    household.duties[0].usual = Some(2);
    let away = Commitment { who: 2, ..work(Days::of(&[Mon]), 540, 1230, Firm::Fixed) };
    household.commitments.push(Commitment { row: 2, ..away });
    // Before any session Ana does all of it; then each of two does a part of it.
    let offer = only(&household);
    assert_eq!((offer.cost.swaps, offer.covers.len()), (12, 1), "{:?}", offer.covers);
}

#[test]
fn there_is_one_handover_and_none_to_somebody_from_outside() {
    let mut household = supper(true);
    household.duties[0].outside = vec![(Days::of(&[Mon]), Span { from: 1100, to: 1230 })];
    household.commitments[0].when = work(Days::of(&[Mon]), 540, 1100, Firm::Fixed).when;
    assert!(!only(&household).verdict.fits(), "Ben is home at 6:45, and a sitter comes for all of it or not at all");
    // From 6:30 to 7 nobody but Cleo is there, who has to leave then.
    household.people.push(person(Is::Adult, &[]));
    household.duties[0].may.push(2);
    let call = Commitment { who: 2, row: 2, ..work(Days::of(&[Mon]), 1165, 1300, Firm::Fixed) };
    let early = Commitment { row: 3, ..Commitment { who: 2, ..household.commitments[0].clone() } };
    household.commitments.extend([call, Commitment { when: supper(true).commitments[0].when.clone(), ..early }]);
    assert!(!only(&household).verdict.fits(), "that would be two");
    household.commitments.pop();
    household.duties[0].may = vec![2, BEN];
    household.duties[0].usual = None;
    let before = baseline(&evening(), &household);
    assert_eq!(told(&before), [(1050, Doer::Person(2)), (1140, Doer::Person(BEN))], "Cleo stays until 7");
    assert_eq!(only(&household).verdict.rank(), 0);
}

#[test]
fn it_changes_hands_when_somebody_would_have_to_leave_or_could_be_there() {
    let mut household = supper(true);
    let site = evening();
    let cuts = |household: &Household| {
        let frame = Frame::lay(&site, household);
        let problem = Problem::lay(&frame, &[(ANA, &site.tracks[0])], None);
        let mut cuts: Vec<i32> = problem.slots.iter().filter(|slot| slot.is_cut()).map(|s| s.piece.from).collect();
        cuts.sort_unstable();
        cuts.dedup();
        cuts
    };
    // Ben could be there at 6:25, Ana would have to leave at 6:30.
    assert_eq!(cuts(&household), [1050, 1105, 1110]);
    household.commitments[0].who = ANA;
    assert_eq!(cuts(&household), [1050, 1105, 1110], "whoever of them it is");
    (household.duties[0].may, household.duties[0].usual) = (vec![BEN], None);
    assert!(cuts(&household).is_empty(), "nobody to hand over to has anything to do then");
    household.duties[0].may = vec![ANA, BEN];
    let at_home = Commitment::weekly(2, Kind::Other, Days::of(&[Mon]), Span { from: 1130, to: 1140 });
    household.commitments.push(at_home);
    assert_eq!(cuts(&household), [1050, 1105, 1110], "what is at home too is in nobody's way");
}

#[test]
fn what_is_handed_over_before_any_session_costs_nothing() {
    let mut household = supper(true);
    let class = Commitment { who: ANA, row: 2, ..work(Days::of(&[Mon]), 1135, 1300, Firm::Fixed) };
    household.commitments.push(Commitment { travel_min: 25, direct_min: None, ..class });
    let before = baseline(&evening(), &household);
    assert_eq!(told(&before), [(1050, Doer::Person(ANA)), (1110, Doer::Person(BEN))]);
    let site = site(vec![session(&[Mon], 840, 900)]);
    let offer = solve(&site, &household, Budget::default()).offers.remove(0);
    assert_eq!((offer.verdict, offer.cost.swaps, offer.covers), (Verdict::Fits, 0, vec![]));
    household.duties[0].handover = false;
    assert_eq!(solve(&site, &household, Budget::default()).undone.len(), 1, "nobody is there for all of it");
}

#[test]
fn a_handover_that_has_been_agreed_asks_for_nothing_further() {
    let household = supper(true);
    let offer = only(&household);
    let after = agreed(&evening(), &household, &offer, Budget::default());
    let parts = after.duties.iter().filter(|duty| matches!(duty.when.rhythm, Rhythm::Listed(_)) && !duty.handover);
    assert_eq!(parts.count(), 2, "one for each part");
    let again = only(&after);
    assert_eq!((again.verdict.rank(), again.cost.swaps, again.covers), (1, 0, vec![]));
}

/// Longer duties, that may be handed over.
fn handed(dice: &mut Dice, (clinic, mut household, weeks): (Site, Household, i32)) -> (Site, Household, i32) {
    for duty in &mut household.duties {
        duty.handover = dice.roll(5) > 0;
        if let Rhythm::Weekly { span, .. } = &mut duty.when.rhythm {
            span.to += (2 + dice.roll(4)) * 30;
        }
    }
    (clinic, household, weeks)
}

#[test]
fn the_engine_agrees_with_trying_every_handover() {
    let family = |dice: &mut Dice| {
        let problem = family_problem(dice);
        handed(dice, problem)
    };
    let mix = compare(2000, 0x4a4d, 30, family);
    assert!(mix.iter().all(|n| *n > 30), "{mix:?}");
    let minding = |dice: &mut Dice| {
        let problem = minding_problem(dice);
        handed(dice, problem)
    };
    let mix = compare(1000, 0x4a4e, 30, minding);
    assert!(mix.iter().all(|n| *n > 5), "{mix:?}");
}
