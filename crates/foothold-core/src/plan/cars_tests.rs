//! Cars: who holds one, when, and what comes of it; worked out by hand. The session is on Monday from 6 to
//! 9pm, 20 minutes away and 10 early: whoever drives there is out from 5:30 to 9:20.

use super::tests::{house, session, site, work};
use super::*;
use crate::household::{Commitment, Firm, Household, Kind};
use crate::people::{By, Duty, Is, Means, Person, Place, Spot};
use crate::site::{Attend, Session};
use crate::time::Span;
use Weekday::{Mon, Thu};

const ANA: usize = 0;
const BEN: usize = 1;

fn somebody(is: Is, roles: &[&str]) -> Person {
    Person { is, roles: roles.iter().map(|role| (*role).to_owned()).collect(), ..Person::client() }
}

/// Ana, the client, and Ben, who both drive, and one car.
fn one_car(commitments: Vec<Commitment>, duties: Vec<Duty>) -> Household {
    let people = vec![somebody(Is::Client, &["parent"]), somebody(Is::Adult, &["parent"])];
    Household { people, duties, cars: Some(Cars::of(1)), ..house(commitments) }
}

fn evening() -> Site {
    site(vec![session(&[Mon], 1080, 1260)])
}

/// Work on Mondays, 25 minutes from home.
fn job(row: u32, who: usize, from: i32, to: i32, firm: Firm) -> Commitment {
    Commitment { row, who, ..work(Days::of(&[Mon]), from, to, firm) }
}

fn pick_up(at: i32, may: &[usize]) -> Duty {
    let duty = Duty::weekly(1, Days::of(&[Mon]), Span { from: at, to: at }, may);
    Duty { spot: Spot::of(10, None), usual: Some(may[0]), ..duty }
}

fn only(clinic: &Site, household: &Household) -> Offer {
    solve(clinic, household, Budget::default()).offers.remove(0)
}

fn rank(household: &Household) -> u8 {
    only(&evening(), household).verdict.rank()
}

fn by_car(offer: &Offer) -> Vec<(u32, Option<u32>, i32, u32)> {
    let cars = offer.clashes.iter().filter(|clash| clash.kind == ClashKind::Car);
    cars.map(|clash| (clash.row, clash.duty, clash.min, clash.dates)).collect()
}

#[test]
fn one_car_is_not_in_two_places() {
    // Ben is home at 5:55, 25 minutes after Ana has to leave.
    let household = one_car(vec![job(1, BEN, 540, 1050, Firm::Fixed)], vec![]);
    let offer = only(&evening(), &household);
    let Verdict::DoesNotFit { attended: 0, give: Some(give), .. } = &offer.verdict else { panic!("{offer:?}") };
    assert_eq!((offer.clashes.len(), by_car(&offer)), (1, vec![(1, None, 25, 12)]));
    assert_eq!((give.row, give.changes[0].kind, give.small), (1, ChangeKind::LeaveEarly(25), true));
    let statements = contradiction(&evening(), &household, &offer, Budget::default());
    assert_eq!(statements, [Statement::Commitment(1, Mon), Statement::Session(0, Mon)]);
    for cars in [None, Some(Cars::of(2))] {
        assert_eq!(rank(&Household { cars, ..household.clone() }), 0, "{cars:?}");
    }
    assert_eq!(rank(&Household { cars: Some(Cars::of(0)), ..household }), 3, "none at all");
}

#[test]
fn a_car_that_is_back_just_in_time_is_free() {
    let until = |to| one_car(vec![job(1, BEN, 540, to, Firm::Fixed)], vec![]);
    assert_eq!((rank(&until(1025)), rank(&until(1026))), (0, 3), "home at 5:30, and a minute later");
    let from = |from| one_car(vec![job(1, BEN, from, 1380, Firm::Fixed)], vec![]);
    assert_eq!((rank(&from(1305)), rank(&from(1304))), (0, 3), "leaves at 9:20, and a minute earlier");
}

#[test]
fn somebody_leaves_early_or_steps_out_for_the_car() {
    let told = |commitment: Commitment| {
        let offer = only(&evening(), &one_car(vec![commitment], vec![]));
        offer.verdict.changes().iter().map(|c| (c.kind, c.dates)).collect::<Vec<_>>()
    };
    let cut = Firm::Cut { most_min: 300 };
    assert_eq!(told(job(1, BEN, 540, 1050, cut)), [(ChangeKind::LeaveEarly(25), 12)]);
    // From 4pm to midnight: away from 5:05, to be home at 5:30, until 9:45.
    assert_eq!(told(job(1, BEN, 960, 1440, cut)), [(ChangeKind::StepOut { from: 1025, to: 1305 }, 12)]);
    let moves = Firm::Move { earlier_min: 60, later_min: 0 };
    assert_eq!(told(job(1, BEN, 540, 1050, moves)), [(ChangeKind::Earlier(25), 12)]);
    assert_eq!(told(job(1, BEN, 1080, 1140, Firm::IfNeeded)), [(ChangeKind::Skip, 12)]);
}

#[test]
fn who_goes_the_same_way_at_the_same_time_goes_in_one_car() {
    let both = Session { attend: Attend { client: true, roles: vec!["parent".into()] }, ..session(&[Mon], 1080, 1260) };
    let clinic = site(vec![both]);
    assert_eq!(only(&clinic, &one_car(vec![], vec![])).verdict, Verdict::Fits);
    // From work he would need one of his own.
    let offer = only(&clinic, &one_car(vec![job(1, BEN, 900, 1020, Firm::Fixed)], vec![]));
    assert_eq!((offer.verdict.rank(), offer.cost.missed), (3, 12));
}

#[test]
fn a_shared_way_to_work_ends_where_one_goes_on() {
    let place = Place { home_min: 25, back_min: 25, clinic_min: Some(15), ..Place::default() };
    let at_mill = |row, who| Commitment { place: Some(0), ..job(row, who, 540, 1020, Firm::Fixed) };
    let mut household = one_car(vec![at_mill(1, ANA), at_mill(2, BEN)], vec![]);
    household.places.push(place);
    let answer = solve(&evening(), &household, Budget::default());
    assert_eq!(answer.own, [], "they go together");
    // Ana would have to be away with it from 8:35 to 9:20pm, Ben until 5:25.
    assert_eq!((answer.offers[0].verdict.rank(), by_car(&answer.offers[0])), (3, vec![(2, None, 530, 12)]));
}

#[test]
fn who_goes_by_bus_or_does_not_drive_holds_no_car() {
    let mut household = one_car(vec![job(1, BEN, 540, 1050, Firm::Fixed)], vec![]);
    household.commitments[0].by = Means::Bus.into();
    assert_eq!(rank(&household), 0);
    household.commitments[0].by = Means::Car.into();
    assert_eq!(rank(&Household { clinic_by: Means::Van.into(), ..household.clone() }), 0);
    household.people[BEN].drives = false;
    assert_eq!(rank(&household), 0, "everybody who drives has a car");
    household.people.push(somebody(Is::Adult, &[]));
    assert_eq!(rank(&household), 0, "who does not drive is not counted beside one who does");
    household.commitments[0].who = 2;
    assert_eq!(rank(&household), 3);
}

#[test]
fn two_cars_needed_already_are_named_and_taken_as_given() {
    // Both at work from 9, Ana until 5 and Ben until 6: both out from 8:35 to 5:25.
    let until = |to| one_car(vec![job(1, ANA, 540, 1020, Firm::Fixed), job(2, BEN, 540, to, Firm::Fixed)], vec![]);
    let answer = solve(&evening(), &until(1080), Budget::default());
    let own = OwnClash { row: 1, other: 2, days: Days::of(&[Mon]), kind: ClashKind::Car, min: 530 };
    assert_eq!(answer.own, [own]);
    // Ana goes on to the session, and Ben is home at 6:25: an hour more than there was before.
    assert_eq!((answer.offers[0].verdict.rank(), by_car(&answer.offers[0])), (3, vec![(2, None, 60, 12)]));
    assert_eq!(rank(&until(1020)), 0, "home when Ana used to be");
    assert_eq!(solve(&site(vec![]), &until(1020), Budget::default()).own.len(), 1);
}

#[test]
fn nobody_does_a_duty_without_a_car_for_it() {
    let at_work = job(1, BEN, 540, 1020, Firm::Fixed);
    let household = one_car(vec![at_work], vec![pick_up(720, &[ANA, BEN])]);
    let doers = |household: &Household| {
        let all = baseline(&evening(), household);
        (all.iter().all(|date| date.doer == Doer::Nobody), all.iter().all(|date| date.doer == Doer::Person(ANA)))
    };
    assert_eq!(doers(&household), (true, false), "Ben is out with it at noon");
    let on_foot = Duty { by: Means::Foot.into(), ..household.duties[0].clone() };
    assert_eq!(doers(&Household { duties: vec![on_foot], ..household }), (false, true));
}

#[test]
fn a_partner_without_a_car_cannot_take_over() {
    // Ben is free at 6, but it is Ana who has the car; he would be out from 5:50 to 6:10.
    let household = one_car(vec![], vec![pick_up(1080, &[ANA, BEN])]);
    let offer = only(&evening(), &household);
    assert_eq!((offer.verdict.rank(), offer.clashes.len(), by_car(&offer)), (3, 1, vec![(0, Some(1), 20, 12)]));
    let on_foot = Duty { by: Means::Foot.into(), ..household.duties[0].clone() };
    let offer = only(&evening(), &Household { duties: vec![on_foot], ..household.clone() });
    assert_eq!((offer.verdict, offer.cost.swaps), (Verdict::FitsIf(vec![]), 12));
    // A duty that is Ben's own at that time clashes as well, and nobody else can do it.
    let offer = only(&evening(), &Household { duties: vec![pick_up(1080, &[BEN])], ..household });
    assert_eq!((offer.verdict.rank(), by_car(&offer)), (3, vec![(0, Some(1), 20, 12)]));
}

#[test]
fn whose_way_leads_by_home_gives_the_car_back_there() {
    // Ana's class ends at 3, 25 minutes away; the park is ten minutes on foot, at 3:40: home in between for 5 minutes.
    let class = Commitment { direct_min: None, ..job(1, ANA, 780, 900, Firm::Fixed) };
    let park = Commitment {
        travel_min: 10,
        by: Means::Foot.into(),
        ..Commitment::weekly(2, Kind::Other, Days::of(&[Mon]), Span { from: 940, to: 960 })
    };
    let ben = |from| Commitment {
        travel_min: 5,
        ..Commitment::weekly(3, Kind::Other, Days::of(&[Mon]), Span { from, to: 1000 })
    };
    let own = |from| {
        let commitments = vec![class.clone(), park.clone(), Commitment { who: BEN, ..ben(from) }];
        solve(&site(vec![]), &one_car(commitments, vec![]), Budget::default()).own
    };
    assert_eq!(own(930), [], "Ben leaves at 3:25");
    assert_eq!(own(929).len(), 1);
}

/// Three people who drive to jobs that can all be cut, on four days, and a session at noon.
fn busy_family(jobs: usize) -> (Site, Household) {
    let cut = Firm::Cut { most_min: 240 };
    let days = Days::of(&[Mon, Thu, Weekday::Tue, Weekday::Wed]);
    let job = |row, who, from, to| Commitment { row, who, ..work(days, from, to, cut) };
    let mut commitments = vec![
        job(1, ANA, 480, 740),
        job(2, BEN, 510, 960),
        job(3, 2, 570, 900),
        job(4, ANA, 860, 1140),
        job(5, BEN, 1000, 1200),
        Commitment { firm: Firm::Move { earlier_min: 120, later_min: 120 }, ..job(6, 2, 1020, 1140) },
    ];
    commitments.truncate(jobs);
    let duty = Duty { row: 2, ..pick_up(905, &[BEN, ANA, 2]) };
    let mut household = one_car(commitments, vec![pick_up(720, &[BEN, 2]), duty]);
    household.people.push(somebody(Is::Adult, &[]));
    (site(vec![session(&[Mon, Weekday::Tue, Thu], 750, 840)]), household)
}

#[test]
fn a_family_that_can_change_much_is_answered_within_the_budget() {
    let (clinic, household) = busy_family(3);
    for cars in [0, 1, 2] {
        let answer = solve(&clinic, &Household { cars: Some(Cars::of(cars)), ..household.clone() }, Budget::default());
        assert!(answer.offers[0].proven && answer.nodes < 200_000, "{cars}: {} {:?}", answer.nodes, answer.offers[0]);
    }
}

/// A clinic and a household that the second planner found: whether all is proven, and how many combinations that took.
fn slow(clinic: &str, household: &str) -> (bool, u32) {
    let clinic = crate::config::load(clinic).site.expect("a clinic");
    let household = crate::config::load_household(household).household.expect("a household");
    let answer = solve(&clinic, &household, Budget::default());
    (answer.offers.iter().all(|offer| offer.proven), answer.nodes)
}

#[test]
fn what_once_took_too_many_combinations_is_proven() {
    // A hundred million, most of them for somebody who could be home a little earlier by a whole day's changes.
    let (proven, nodes) = slow(
        include_str!("../../../../tests/fixtures/slow/one-car-clinic.json"),
        include_str!("../../../../tests/fixtures/slow/one-car-household.json"),
    );
    assert!(proven && nodes < 20_000, "{nodes}");
    // Night shifts that hang together over days: every change with every other.
    let (proven, nodes) = slow(
        include_str!("../../../../tests/fixtures/slow/nights-clinic.json"),
        include_str!("../../../../tests/fixtures/slow/nights-household.json"),
    );
    assert!(proven && nodes < 1_000_000, "{nodes}");
    // One entry that would have to give a whole day has more ways to do so than one question may take.
    let (proven, nodes) = slow(
        include_str!("../../../../tests/fixtures/slow/one-row-clinic.json"),
        include_str!("../../../../tests/fixtures/slow/one-row-household.json"),
    );
    assert!(proven && nodes > 200_000 && nodes < 1_000_000, "{nodes}");
}

#[test]
fn what_ends_early_is_never_called_proven() {
    let (clinic, household) = busy_family(3);
    let whole = solve(&clinic, &household, Budget::default()).offers;
    let mut proven = 0;
    for budget in [1, 10, 1000, 100_000, 200_000] {
        let answer = solve(&clinic, &household, Budget(budget));
        assert!(!answer.offers[0].proven || answer.offers == whole, "{budget}");
        proven += i32::from(answer.offers[0].proven);
    }
    assert!((1..5).contains(&proven), "{proven}");
    // Many more ways than can be looked at: it ends, and says so. Each search for what would have to give has its own budget.
    let (clinic, household) = busy_family(6);
    let answer = solve(&clinic, &household, Budget::default());
    assert!(!answer.offers[0].proven && answer.nodes < 6 * 2 * 200_000, "{}", answer.nodes);
}

#[test]
fn cars_for_everybody_are_the_same_as_no_word_about_them() {
    let household = one_car(vec![job(1, BEN, 540, 1050, Firm::Cut { most_min: 60 })], vec![pick_up(1080, &[ANA, BEN])]);
    let clinic = site(vec![session(&[Mon, Thu], 1080, 1260)]);
    let answer = |cars: Option<u8>| {
        solve(&clinic, &Household { cars: cars.map(Cars::of), ..household.clone() }, Budget::default())
    };
    assert_eq!(answer(None).offers, answer(Some(2)).offers);
    assert_ne!(answer(None).offers, answer(Some(1)).offers);
}

#[test]
fn a_session_after_which_no_bus_goes_cannot_be_kept() {
    let last = |means, last| By { means, last: Some(last) };
    let home = |clinic_by| Household { cars: Some(Cars::uncounted()), clinic_by, ..one_car(vec![], vec![]) };
    assert_eq!(rank(&home(last(Means::Bus, 1260))), 0, "at 9, when the session ends");
    let offer = only(&evening(), &home(last(Means::Bus, 1250)));
    let clash =
        Clash { row: 0, duty: None, session: 0, days: Days::of(&[Mon]), kind: ClashKind::Last, min: 10, dates: 12 };
    assert_eq!((offer.verdict.rank(), offer.clashes.as_slice()), (3, &[clash][..]));
    assert_eq!(rank(&home(last(Means::Bus, 30))), 0, "half an hour after midnight");
    let late = site(vec![session(&[Mon], 1380, 1500)]);
    assert_eq!(only(&late, &home(last(Means::Bus, 30))).clashes[0].min, 30, "1am is too late for that");
    assert_eq!(only(&late, &home(last(Means::Bus, 60))).verdict, Verdict::Fits);
    // Who works at night goes home in the morning; a job from which no bus goes any more is taken as given.
    let bus = |to| Commitment { by: last(Means::Bus, 1300), ..job(1, ANA, 960, to, Firm::Fixed) };
    let morning = site(vec![session(&[Thu], 600, 720)]);
    for to in [1300, 1301, 1740] {
        let household = Household { commitments: vec![bus(to)], ..home(Means::Car.into()) };
        assert_eq!(only(&morning, &household).verdict, Verdict::Fits, "{to}");
    }
}

#[test]
fn nobody_does_a_duty_from_which_no_bus_goes() {
    let late = Duty { by: By { means: Means::Bus, last: Some(1260) }, ..pick_up(1290, &[ANA, BEN]) };
    let household = Household { cars: Some(Cars::uncounted()), ..one_car(vec![], vec![late]) };
    assert!(baseline(&evening(), &household).iter().all(|date| date.doer == Doer::Nobody));
}
