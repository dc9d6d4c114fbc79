//! Households: several people, seats in a role, duties and who covers them; worked out by hand.

use super::tests::{house, monday, session, site, work};
use super::*;
use crate::household::{Commitment, Firm, Household, Kind};
use crate::people::{Duty, Is, Person, Place, Spot};
use crate::rhythm::When;
use crate::site::{Attend, MissRule, Session, Track};
use crate::time::{Span, add_days};
use Weekday::{Fri, Mon, Tue};

const ANA: usize = 0;
const BEN: usize = 1;

fn somebody(id: &str, is: Is, roles: &[&str]) -> Person {
    Person {
        id: id.into(),
        name: id.into(),
        is,
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
        drives: is != Is::Child,
    }
}

/// Ana, the client, and Ben, both parents; 20 minutes from the clinic.
fn two(commitments: Vec<Commitment>, duties: Vec<Duty>) -> Household {
    let people = vec![somebody("ana", Is::Client, &["parent"]), somebody("ben", Is::Adult, &["parent", "partner"])];
    Household { people, duties, ..house(commitments) }
}

fn only(clinic: &Site, household: &Household) -> Offer {
    solve(clinic, household, Budget::default()).offers.remove(0)
}

fn evening() -> Site {
    site(vec![session(&[Mon], 1080, 1260)])
}

/// Pick-up at 6pm, ten minutes from home.
fn pick_up(may: &[usize]) -> Duty {
    let duty = Duty::weekly(1, Days::of(&[Mon]), Span { from: 1080, to: 1080 }, may);
    Duty { spot: Spot::of(10, None), usual: Some(ANA), ..duty }
}

fn bens(commitment: Commitment) -> Commitment {
    Commitment { who: BEN, ..commitment }
}

fn doers(offer: &Offer) -> Vec<(u32, Doer, u32)> {
    offer.covers.iter().map(|cover| (cover.duty, cover.doer, cover.dates)).collect()
}

#[test]
fn two_people_are_in_two_places() {
    let job = work(Days::WORKDAYS, 1080, 1320, Firm::Fixed);
    assert!(matches!(only(&evening(), &two(vec![job.clone()], vec![])).verdict, Verdict::DoesNotFit { .. }));
    let offer = only(&evening(), &two(vec![bens(job.clone())], vec![]));
    assert_eq!((offer.verdict, offer.clashes, offer.slack), (Verdict::Fits, vec![], None));
    let own = solve(&site(vec![]), &two(vec![job.clone(), bens(job)], vec![]), Budget::default()).own;
    assert_eq!(own, [], "at the same time, but not the same person");
}

#[test]
fn a_parent_group_takes_any_one_parent_each_date() {
    let parents =
        Session { attend: Attend { client: true, roles: vec!["parent".into()] }, ..session(&[Mon, Tue], 960, 1080) };
    let clinic = site(vec![parents]);
    let cleo = somebody("cleo", Is::Adult, &["parent"]);
    let until_six = |who, day| Commitment { who, ..work(Days::of(&[day]), 540, 1080, Firm::Fixed) };
    let mut household = two(vec![until_six(BEN, Mon), until_six(2, Tue)], vec![]);
    household.people.push(cleo);
    let offer = only(&clinic, &household);
    assert_eq!(
        (offer.verdict.rank(), offer.sessions, offer.cost.missed),
        (0, 96 / 2, 0),
        "Cleo on Mondays, Ben on Tuesdays"
    );
    let seated = dated(&clinic, &household, &offer, Budget::default()).seated;
    assert_eq!(seated.iter().filter(|(_, who)| *who == BEN).count(), 12);
    household.people.pop();
    household.commitments.pop();
    let offer = only(&clinic, &household);
    assert_eq!(offer.cost.missed, 12, "the client is no parent of her own");
    assert!(offer.clashes.iter().any(|clash| clash.row == 1 && clash.min == 120));
}

#[test]
fn a_role_that_nobody_has_is_named_and_not_asked_for() {
    let sponsor =
        Session { attend: Attend { client: true, roles: vec!["sponsor".into()] }, ..session(&[Mon], 1080, 1260) };
    let offer = only(&site(vec![sponsor]), &two(vec![], vec![]));
    assert_eq!((offer.verdict, offer.unfilled, offer.sessions), (Verdict::Fits, vec![String::from("sponsor")], 12));
}

#[test]
fn two_clients_are_answered_alone_and_together() {
    let mut clinic = evening();
    let late = Track { sessions: vec![session(&[Mon], 1270, 1330)], ..clinic.tracks[0].clone() };
    clinic.tracks.push(late);
    // Somebody has to be with the child from 6 to 10pm; both are in treatment.
    let mind = Duty::weekly(1, Days::of(&[Mon]), Span { from: 1110, to: 1230 }, &[ANA, BEN]);
    let mut household = two(vec![], vec![mind]);
    household.people[BEN].is = Is::Client;
    let answer = solve(&clinic, &household, Budget::default());
    assert_eq!(answer.offers.iter().map(|o| (o.client, o.track)).collect::<Vec<_>>(), [(0, 0), (0, 1), (1, 0), (1, 1)]);
    assert!(answer.offers.iter().all(|o| o.verdict.rank() == 0), "alone either can go");
    let both = together(&clinic, &household, Budget::default());
    let found: Vec<_> = both.iter().map(|one| (one.choices.clone(), one.verdict.rank())).collect();
    // Each with the late group while the other minds, or both late; both early leave nobody at home.
    assert_eq!(found, [(vec![(0, 0), (1, 1)], 0), (vec![(0, 1), (1, 0)], 0)]);
    assert_eq!(together(&clinic, &two(vec![], vec![]), Budget::default()), [], "one client is never together");
}

#[test]
fn a_named_place_is_one_place_for_all_its_rows() {
    let place = Place { home_min: 30, back_min: 40, clinic_min: None, ways: vec![], ..Place::default() };
    let at = |row, from, to| Commitment {
        place: Some(0),
        row,
        ..Commitment::weekly(row, Kind::School, Days::of(&[Mon]), Span { from, to })
    };
    let mut household = two(vec![at(1, 540, 600), at(2, 600, 660)], vec![]);
    household.places.push(place);
    let answer = solve(&site(vec![session(&[Mon], 730, 790)]), &household, Budget::default());
    assert_eq!(answer.own, [], "touching, and nowhere to go");
    // Back home 40, out to the clinic 20, ten early: 11:00 + 1:10 is 12:10.
    assert_eq!(answer.offers[0].slack.map(|slack| slack.min), Some(0));
}

#[test]
fn a_duty_at_home_runs_beside_what_is_at_home() {
    let supper = Duty::weekly(1, Days::of(&[Mon]), Span { from: 1050, to: 1230 }, &[ANA]);
    let choir = Commitment::weekly(1, Kind::Other, Days::of(&[Mon]), Span { from: 1100, to: 1200 });
    let household = two(vec![choir], vec![supper]);
    assert_eq!(baseline(&evening(), &household).iter().filter(|d| d.doer == Doer::Nobody).count(), 0);
    let online = Session { online: Days::of(&[Mon]), ..session(&[Mon], 1080, 1140) };
    let offer = only(&site(vec![online]), &household);
    let kinds: Vec<_> = offer.clashes.iter().map(|c| (c.kind, c.duty)).collect();
    assert_eq!(kinds, [(ClashKind::Overlap, None), (ClashKind::Cover, Some(1))], "a session keeps busy, at home too");
}

#[test]
fn somebody_asleep_after_a_night_is_no_minder() {
    let night = bens(work(Days::of(&[Mon]), 1380, 1860, Firm::Fixed));
    let mind = Duty::weekly(1, Days::of(&[Tue]), Span { from: 600, to: 780 }, &[ANA, BEN]);
    let clinic = site(vec![session(&[Tue], 600, 720)]);
    // Home at 7:25; with an interruption from 10 to 1 no seven hours are left before 7pm.
    let offer = only(&clinic, &two(vec![night.clone()], vec![mind.clone()]));
    assert!(matches!(offer.verdict, Verdict::DoesNotFit { .. }));
    assert_eq!(offer.clashes.iter().map(|c| (c.kind, c.dates)).collect::<Vec<_>>(), [(ClashKind::Cover, 12)]);
    let asleep = Duty { asleep: true, ..mind };
    assert_eq!(only(&clinic, &two(vec![night], vec![asleep])).verdict.rank(), 0);
}

#[test]
fn a_partner_takes_over_the_pick_up() {
    let offer = only(&evening(), &two(vec![], vec![pick_up(&[ANA, BEN])]));
    assert_eq!(offer.verdict, Verdict::FitsIf(vec![]));
    assert_eq!(doers(&offer), [(1, Doer::Person(BEN), 12)]);
    assert_eq!((offer.cost.swaps, offer.cost.cover_min, offer.cost.travel_min), (12, 0, 12 * 40));
    let plan = dated(&evening(), &two(vec![], vec![pick_up(&[ANA, BEN])]), &offer, Budget::default());
    assert_eq!((plan.doers.len(), plan.doers[0].date), (12, monday()));
}

#[test]
fn the_household_is_solved_as_it_is_before_any_session() {
    // Ana usually picks up; on odd Mondays she works until 7, and Ben goes. That is no news.
    let mut days = vec![None; 14];
    days[0] = Some(Span { from: 540, to: 1140 });
    let job = Commitment { when: When::cycle(monday(), days), ..work(Days::NONE, 0, 1, Firm::Fixed) };
    let household = two(vec![job], vec![pick_up(&[ANA, BEN])]);
    let mut clinic = site(vec![session(&[Fri], 1080, 1260)]);
    clinic.program.weeks = (4, 4);
    let before: Vec<_> = baseline(&clinic, &household).iter().map(|d| (d.date, d.doer)).collect();
    let on = |week: i32, who| (add_days(monday(), week * 7), Doer::Person(who));
    assert_eq!(before, [on(-1, ANA), on(0, BEN), on(1, ANA), on(2, BEN), on(3, ANA), on(4, BEN)]);
    assert_eq!(only(&clinic, &household).verdict, Verdict::Fits);
    // A Monday evening asks Ben for the even ones only.
    clinic.tracks[0].sessions = vec![session(&[Mon], 1200, 1260)];
    assert_eq!(only(&clinic, &household).cost.swaps, 0, "home at 6:10, there by 7:50");
    clinic.tracks[0].sessions = vec![session(&[Mon], 1110, 1260)];
    clinic.program.misses = MissRule { allowed: 1, in_weeks: 2 };
    let offer = only(&clinic, &household);
    assert_eq!((offer.cost.missed, offer.cost.swaps), (2, 2));
}

#[test]
fn a_duty_nobody_can_do_is_named_and_taken_as_given() {
    let job = |who| Commitment { who, ..work(Days::of(&[Mon]), 540, 1140, Firm::Fixed) };
    let household = two(vec![job(ANA), job(BEN)], vec![pick_up(&[ANA, BEN])]);
    let clinic = site(vec![session(&[Mon], 1200, 1260)]);
    assert!(baseline(&clinic, &household).iter().all(|d| d.doer == Doer::Nobody));
    assert_eq!(only(&clinic, &household).verdict, Verdict::Fits);
    let weeks = u32::from(clinic.program.weeks.1);
    let undone = solve(&clinic, &household, Budget::default()).undone;
    assert_eq!(undone, [Undone { duty: 1, days: Days::of(&[Mon]), dates: weeks }]);
    let free = two(vec![job(ANA)], vec![pick_up(&[ANA, BEN])]);
    assert_eq!(solve(&clinic, &free, Budget::default()).undone, []);
}

#[test]
fn a_pick_up_that_only_one_can_do_clashes_by_cover() {
    let job = bens(work(Days::of(&[Mon]), 540, 1140, Firm::Fixed));
    let offer = only(&evening(), &two(vec![job], vec![pick_up(&[ANA, BEN])]));
    let Verdict::DoesNotFit { attended: 0, give: Some(give), .. } = &offer.verdict else { panic!("{offer:?}") };
    let clash =
        Clash { row: 0, duty: Some(1), session: 0, days: Days::of(&[Mon]), kind: ClashKind::Cover, min: 40, dates: 12 };
    assert_eq!(offer.clashes, [clash], "30 minutes by home, ten early");
    // Ben's work is 25 + 10 minutes away from the pick-up, and goes on until 7.
    let out = ChangeKind::StepOut { from: 1045, to: 1115 };
    assert_eq!((give.row, give.changes[0].kind, give.small), (1, out, true));
}

#[test]
fn somebody_else_can_step_out_to_cover() {
    let job = bens(work(Days::of(&[Mon]), 540, 1140, Firm::Cut { most_min: 120 }));
    let offer = only(&evening(), &two(vec![job], vec![pick_up(&[ANA, BEN])]));
    let changes: Vec<_> = offer.verdict.changes().iter().map(|c| (c.row, c.kind, c.dates)).collect();
    assert_eq!(changes, [(Some(1), ChangeKind::StepOut { from: 1045, to: 1115 }, 12)]);
    assert_eq!((offer.cost.work_lost_min, offer.cost.parties, offer.cost.swaps), (12 * 70, 1, 12));
}

#[test]
fn covering_from_outside_is_dearer_than_a_partner() {
    let sitter = vec![(Days::of(&[Mon]), Span { from: 900, to: 1200 })];
    let duty = Duty { outside: sitter, ..pick_up(&[ANA, BEN]) };
    assert_eq!(doers(&only(&evening(), &two(vec![], vec![duty.clone()]))), [(1, Doer::Person(BEN), 12)]);
    let job = bens(work(Days::of(&[Mon]), 540, 1140, Firm::Fixed));
    let offer = only(&evening(), &two(vec![job], vec![duty.clone()]));
    assert_eq!(
        (doers(&offer), offer.cost.cover_min),
        (vec![(1, Doer::Outside, 12)], 12),
        "a moment counts as one minute"
    );
    let mut short = duty;
    short.outside[0].1.from = 1081;
    let job = bens(work(Days::of(&[Mon]), 540, 1140, Firm::Fixed));
    assert!(matches!(only(&evening(), &two(vec![job], vec![short])).verdict, Verdict::DoesNotFit { .. }));
}

#[test]
fn who_does_what_is_free_where_nobody_usually_does_it() {
    let duty = Duty { usual: None, ..pick_up(&[ANA, BEN]) };
    let offer = only(&evening(), &two(vec![], vec![duty]));
    assert_eq!((offer.verdict.rank(), offer.cost.swaps), (0, 0));
    assert_eq!(doers(&offer), [(1, Doer::Person(BEN), 12)], "it is said all the same");
}

#[test]
fn asking_the_other_employer_is_an_alternative() {
    let mut clinic = site(vec![session(&[Mon], 1110, 1200)]);
    clinic.program.misses = MissRule { allowed: 12, in_weeks: 12 };
    let free = two(vec![work(Days::of(&[Mon]), 540, 1110, Firm::Cut { most_min: 60 })], vec![]);
    let offer = only(&clinic, &free);
    assert_eq!(offer.cost.parties, 1);
    let others = alternatives(&clinic, &free, &offer, Budget::default());
    assert_eq!(
        others.iter().map(|a| (a.cost.missed, a.cost.parties)).collect::<Vec<_>>(),
        [(12, 0)],
        "or miss them all"
    );
    // Either parent can leave early to fetch; the one who loses less is asked first.
    let job = |row, who, to| Commitment { row, who, ..work(Days::of(&[Mon]), 540, to, Firm::Cut { most_min: 180 }) };
    let mut three = two(vec![job(1, BEN, 1100), job(2, 2, 1130)], vec![pick_up(&[ANA, BEN, 2])]);
    three.people.push(somebody("cleo", Is::Adult, &[]));
    clinic.program.misses = MissRule { allowed: 0, in_weeks: 1 };
    clinic.tracks[0].sessions = vec![session(&[Mon], 1080, 1260)];
    let offer = only(&clinic, &three);
    assert_eq!(offer.verdict.changes().iter().map(|c| c.row).collect::<Vec<_>>(), [Some(1)]);
    let others = alternatives(&clinic, &three, &offer, Budget::default());
    let rows: Vec<_> = others.iter().map(|a| (a.changes[0].row, a.cost.work_lost_min)).collect();
    // Leave 5:25: 55 minutes for Ben; Cleo is back at 6:35, 70 minutes later.
    assert_eq!((offer.cost.work_lost_min, rows), (12 * 55, vec![(Some(2), 12 * 70)]));
}

#[test]
fn no_statement_of_a_contradiction_can_be_spared() {
    let job = bens(work(Days::WORKDAYS, 540, 1140, Firm::Fixed));
    let class = Commitment {
        row: 2,
        ..Commitment::weekly(2, Kind::School, Days::of(&[Mon, Tue]), Span { from: 540, to: 600 })
    };
    let household = two(vec![job, class], vec![pick_up(&[ANA, BEN])]);
    let clinic = site(vec![session(&[Mon, Fri], 1080, 1260)]);
    let offer = only(&clinic, &household);
    let found = contradiction(&clinic, &household, &offer, Budget::default());
    let expected = [Statement::Commitment(1, Mon), Statement::Duty(1, Mon), Statement::Session(0, Mon)];
    assert_eq!(found, expected, "Ben's work, the pick-up, the session; not her class, not Friday");
    let nothing = two(vec![], vec![]);
    assert_eq!(contradiction(&clinic, &nothing, &only(&clinic, &nothing), Budget::default()), []);
}
