//! Sessions that leave the choice between coming and taking part online.

use super::oracle::Dice;
use super::tests::{house, only, session, site, work};
use super::*;
use crate::household::Firm;
use crate::site::Session;
use crate::time::Weekday::{Mon, Thu, Wed};

/// A session that is held online, or leaves the choice, or neither.
pub(super) fn held(dice: &mut Dice, session: &mut Session) {
    match dice.roll(5) {
        0 => session.online = session.days,
        1 => session.either = true,
        _ => {}
    }
}

/// What trying everything finds, tried again for every way to choose where the one track leaves the choice. The
/// cheapest within the rule on misses, and without it.
pub(super) fn every_form<L: Ord + Copy>(clinic: &Site, brute: impl Fn(&Site) -> (Option<L>, L)) -> (Option<L>, L) {
    let sessions = &clinic.tracks[0].sessions;
    let all = sessions.iter().enumerate().filter(|(_, session)| session.either);
    let open: Vec<(usize, Weekday)> = all.flat_map(|(at, s)| s.days.iter().map(move |day| (at, day))).collect();
    let mut found: Vec<(Option<L>, L)> = Vec::new();
    for mask in 0..1 << open.len() {
        let mut chosen = clinic.clone();
        for (bit, (at, day)) in open.iter().enumerate() {
            let session = &mut chosen.tracks[0].sessions[*at];
            session.either = false;
            session.online = session.online.with(*day, mask >> bit & 1 == 1);
        }
        found.push(brute(&chosen));
    }
    (found.iter().filter_map(|one| one.0).min(), found.iter().map(|one| one.1).min().expect("one way at least"))
}

fn either(days: &[Weekday], from: i32, to: i32) -> Session {
    Session { either: true, ..session(days, from, to) }
}

/// Home at ten past five, at the clinic at a quarter past.
fn until_five(days: &[Weekday]) -> Household {
    let mut job = work(Days::of(days), 540, 1020, Firm::Fixed);
    job.travel_min = 10;
    house(vec![job])
}

#[test]
fn a_session_is_taken_online_where_coming_would_not_fit() {
    let clinic = site(vec![either(&[Mon], 1040, 1100)]);
    let offer = only(&clinic, &until_five(&[Mon]));
    assert_eq!((&offer.verdict, &offer.online[..]), (&Verdict::Fits, &[(0, Mon)][..]));
    let coming = only(&site(vec![session(&[Mon], 1040, 1100)]), &until_five(&[Mon]));
    assert!(matches!(coming.verdict, Verdict::DoesNotFit { .. }));
    let taken = offer.taken(&clinic).expect("a track");
    assert!(taken.sessions[0].online.has(Mon) && !clinic.tracks[0].sessions[0].online.has(Mon));
}

#[test]
fn each_weekday_is_a_choice_of_its_own_and_of_equal_costs_people_come() {
    let mut household = until_five(&[Mon]);
    household.clinic_travel_min = 0;
    household.commitments[0].travel_min = 0;
    household.commitments[0].direct_min = Some(30);
    // On Monday the clinic is too far from work; on Thursday nothing is saved by staying at home.
    let offer = only(&site(vec![either(&[Mon, Thu], 1025, 1080)]), &household);
    assert_eq!((offer.verdict, offer.online), (Verdict::Tight, vec![(0, Mon)]));
}

#[test]
fn several_clients_come_where_one_alone_would() {
    // There is just time to get there: one comes, though at home there would be more.
    let mut household = until_five(&[Mon]);
    (household.clinic_travel_min, household.commitments[0].travel_min) = (0, 0);
    let clinic = site(vec![either(&[Mon], 1030, 1075)]);
    assert_eq!(only(&clinic, &household).verdict, Verdict::Tight);
    household.people.push(crate::people::Person::client());
    let all = together(&clinic, &household, Budget::default());
    assert_eq!(
        all.iter().map(|one| (&one.verdict, one.cost)).collect::<Vec<_>>(),
        [(&Verdict::Tight, Cost::default())]
    );
}

#[test]
fn where_taking_part_online_saves_the_way_it_is_cheaper() {
    let offer = only(&site(vec![either(&[Wed], 600, 660)]), &house(Vec::new()));
    assert_eq!((offer.cost, offer.online), (Cost::default(), vec![(0, Wed)]));
}

#[test]
fn what_cannot_all_hold_does_not_hold_in_any_form() {
    let clinic = site(vec![either(&[Mon], 600, 660)]);
    let household = until_five(&[Mon]);
    let offer = only(&clinic, &household);
    let statements = contradiction(&clinic, &household, &offer, Budget::default());
    assert_eq!(statements, [Statement::Commitment(1, Mon), Statement::Session(0, Mon)]);
    // At the same hour nothing but the way is in the way: online it fits, so there is nothing to tell.
    let clinic = site(vec![either(&[Mon], 1030, 1100)]);
    let offer = only(&clinic, &household);
    assert_eq!(contradiction(&clinic, &household, &offer, Budget::default()), []);
}

#[test]
fn a_plan_and_its_dates_are_those_of_the_chosen_form() {
    let clinic = site(vec![either(&[Mon, Thu], 1040, 1100)]);
    let household = until_five(&[Mon]);
    let offer = only(&clinic, &household);
    let agenda = crate::along::agenda(&clinic, &household, &offer, Budget::default());
    let online: Vec<bool> = agenda
        .sessions
        .iter()
        .map(|series| matches!(series.what, crate::along::What::Session { online: true, .. }))
        .collect();
    assert_eq!(offer.online, [(0, Mon), (0, Thu)]);
    assert_eq!(online, [true]);
    let picture = week(&clinic, &household, Some(&offer), 0);
    let monday = &picture.days[0].1;
    assert!(monday.iter().any(|block| matches!(block.kind, BlockKind::Session { online: true, .. })));
}
