//! One deliberately wrong answer for each rule, each rejected for the right reason.

use super::*;
use crate::household::{Commitment, Kind};
use crate::people::{Duty, Is, Person, Spot};
use crate::plan::tests::{house, session, site, work};
use crate::plan::{
    Alternative, Budget, Cars, Slack, Visit, alternatives_dated, baseline, dated, first_visit, give_dated, solve,
    together,
};
use crate::site::{Attend, MissRule};
use crate::time::{Days, Span, Weekday, add_days};
use Weekday::{Mon, Tue};

/// Looks at every offer of an answer.
pub(in crate::plan) fn assert_sound(site: &Site, household: &Household, budget: Budget, offers: &[Offer]) {
    let before = baseline(site, household);
    assert_eq!(baseline_faults(site, household, &before), [], "{household:#?}\n{before:#?}");
    let place = |offer: &Offer| (offer.verdict.rank(), offer.cost);
    assert!(offers.is_sorted_by_key(place), "{offers:#?}");
    for offer in offers {
        let plan = dated(site, household, offer, budget);
        assert_eq!(faults(site, household, &before, offer, &plan), [], "{household:#?}\n{offer:#?}\n{plan:#?}");
    }
}

struct Case {
    site: Site,
    household: Household,
    offer: Offer,
    plan: Dated,
}

impl Case {
    fn of(site: Site, household: Household) -> Self {
        let offer = solve(&site, &household, Budget::default()).offers.remove(0);
        let plan = dated(&site, &household, &offer, Budget::default());
        let case = Self { site, household, offer, plan };
        assert_eq!(case.faults(), [], "the answer itself is sound");
        case
    }

    fn faults(&self) -> Vec<Fault> {
        faults(&self.site, &self.household, &baseline(&self.site, &self.household), &self.offer, &self.plan)
    }

    fn has(&self, fault: Fault) -> bool {
        self.faults().contains(&fault)
    }
}

fn monday(from: i32, to: i32) -> Site {
    site(vec![session(&[Mon], from, to)])
}

/// Work until 6pm that can be cut, against a session at 6.
fn leaves_early() -> Case {
    Case::of(monday(1080, 1200), house(vec![work(Days::of(&[Mon]), 600, 1080, Firm::Cut { most_min: 60 })]))
}

fn person(is: Is) -> Person {
    Person { is, roles: vec!["parent".into()], ..Person::client() }
}

/// Somebody else picks up, or a sitter; a parent comes to the session.
fn family() -> Case {
    let mut duty = Duty::weekly(1, Days::of(&[Mon]), Span { from: 1090, to: 1100 }, &[0, 1]);
    (duty.usual, duty.spot) = (Some(0), Spot::of(10, None));
    let mut clinic = monday(1080, 1200);
    clinic.tracks[0].sessions.push(crate::site::Session {
        attend: Attend { client: false, roles: vec!["parent".into()] },
        ..session(&[Tue], 1080, 1140)
    });
    let people = vec![person(Is::Client), person(Is::Adult), person(Is::Adult)];
    Case::of(clinic, Household { people, duties: vec![duty], ..house(vec![]) })
}

#[test]
fn what_is_not_on_a_date_is_rejected() {
    let mut case = leaves_early();
    case.plan.changed[0].1 = add_days(case.plan.changed[0].1, 1);
    assert!(case.has(Fault::Nothing));
}

#[test]
fn a_change_that_is_not_allowed_is_rejected() {
    let mut case = leaves_early();
    case.household.commitments[0].firm = Firm::Cut { most_min: 24 };
    assert!(case.has(Fault::Firmness));
    case.household.commitments[0].firm = Firm::Fixed;
    assert!(case.has(Fault::Firmness));
}

#[test]
fn two_amounts_on_one_weekday_are_rejected() {
    let mut case = leaves_early();
    case.plan.changed[0].3 = ChangeKind::LeaveEarly(26);
    assert!(case.has(Fault::TwoWays));
}

#[test]
fn a_move_into_something_else_is_rejected() {
    let job = work(Days::of(&[Mon]), 540, 1020, Firm::Move { earlier_min: 60, later_min: 0 });
    let mut case = Case::of(monday(1020, 1140), house(vec![job]));
    let run = Commitment::weekly(2, Kind::Care, Days::of(&[Mon]), Span { from: 480, to: 500 });
    case.household.commitments.push(run);
    assert!(case.has(Fault::Runs));
}

#[test]
fn one_person_in_two_places_is_rejected() {
    let mut case = leaves_early();
    case.plan.changed.pop();
    assert!(case.has(Fault::TwoPlaces));
    let mut case = family();
    for date in &mut case.plan.doers {
        date.doer = Doer::Person(0);
    }
    assert!(case.has(Fault::TwoPlaces));
}

#[test]
fn a_seat_that_is_empty_or_wrongly_taken_is_rejected() {
    let mut case = family();
    case.plan.seated[0].1 = 0;
    assert!(case.has(Fault::Seat), "the client is no parent of their own");
    case.plan.seated.remove(0);
    assert!(case.has(Fault::Seat));
}

#[test]
fn a_duty_without_somebody_who_may_is_rejected() {
    for doer in [Doer::Person(2), Doer::Outside, Doer::Nobody] {
        let mut case = family();
        case.plan.doers[0].doer = doer;
        assert!(case.has(Fault::Duty), "{doer:?}");
    }
}

/// Supper until 8:30pm, which the client hands over at 6:30 to somebody who is home at 6:25.
fn handed() -> Case {
    let span = Span { from: 1050, to: 1230 };
    let mut duty = Duty::weekly(1, Days::of(&[Mon]), span, &[0, 1]);
    (duty.usual, duty.handover) = (Some(0), true);
    let job = Commitment { who: 1, direct_min: None, ..work(Days::of(&[Mon]), 540, 1080, Firm::Fixed) };
    let people = vec![person(Is::Client), person(Is::Adult), person(Is::Adult)];
    Case::of(monday(1140, 1260), Household { people, duties: vec![duty], ..house(vec![job]) })
}

#[test]
fn a_handover_that_may_not_be_is_rejected() {
    let mut case = handed();
    assert_eq!(case.plan.doers.len(), 24);
    case.plan.doers[1].from = 1107;
    assert!(case.has(Fault::Duty), "nobody would have to leave then, nor be there");
    case.plan.doers[1].from = 1105;
    assert_eq!(case.faults(), [Fault::Told], "Ben could be there");
    let mut case = handed();
    case.plan.doers[1].doer = Doer::Person(2);
    assert!(case.has(Fault::Duty), "who may not do it");
    let mut case = handed();
    let third = DutyDate { from: 1200, ..case.plan.doers[0] };
    case.plan.doers.insert(2, third);
    assert!(case.has(Fault::Duty), "and back again");
    let mut case = handed();
    case.plan.doers.remove(0);
    assert!(case.has(Fault::Duty), "nobody is there at first");
    let mut case = handed();
    case.offer.cost.swaps += 12;
    assert!(case.has(Fault::Cost), "a date counts once");
    let mut case = handed();
    case.offer.covers[0].span.to -= 1;
    assert!(case.has(Fault::Told));
    let (mut case, before) = (handed(), baseline(&handed().site, &handed().household));
    case.household.duties[0].handover = false;
    let found = faults(&case.site, &case.household, &before, &case.offer, &case.plan);
    assert!(found.contains(&Fault::Duty), "nobody said that it may be");
}

#[test]
fn lost_rest_is_rejected() {
    let nights = work(Days::of(&[Mon]), 1140, 1860, Firm::Fixed);
    let mut clinic = site(vec![session(&[Tue], 600, 780)]);
    clinic.program.misses = MissRule { allowed: 1, in_weeks: 1 };
    let mut case = Case::of(clinic, house(vec![nights]));
    assert_eq!(case.offer.cost.missed, 12);
    case.plan.missed.pop();
    assert!(case.has(Fault::Rest));
}

#[test]
fn one_miss_too_many_is_rejected() {
    let job = work(Days::of(&[Mon]), 540, 1080, Firm::Fixed);
    let mut clinic = monday(1020, 1200);
    clinic.program.misses = MissRule { allowed: 1, in_weeks: 1 };
    let mut case = Case::of(clinic, house(vec![job]));
    case.site.program.misses.in_weeks = 2;
    assert!(case.has(Fault::Misses));
}

#[test]
fn each_wrong_line_of_the_cost_is_rejected() {
    let wrong: [fn(&mut Cost); 8] = [
        |c| c.missed += 1,
        |c| c.work_lost_min += 1,
        |c| c.parties += 1,
        |c| c.moved_min += 1,
        |c| c.cover_min += 1,
        |c| c.swaps += 1,
        |c| c.travel_min += 1,
        |c| c.evenings += 1,
    ];
    for worse in wrong {
        let mut case = family();
        worse(&mut case.offer.cost);
        assert!(case.has(Fault::Cost));
    }
}

#[test]
fn a_verdict_that_is_not_the_plans_is_rejected() {
    let mut case = family();
    case.offer.verdict = Verdict::Fits;
    assert!(case.has(Fault::Verdict), "somebody steps in");
    let by_home = Commitment { direct_min: None, ..work(Days::of(&[Mon]), 540, 1020, Firm::Fixed) };
    let mut tight = Case::of(monday(1080, 1260), house(vec![by_home]));
    tight.offer.verdict = Verdict::Fits;
    assert!(tight.has(Fault::Verdict), "five minutes");
    let mut tight = Case::of(tight.site, tight.household);
    tight.offer.slack = tight.offer.slack.map(|slack| Slack { min: 12, ..slack });
    assert!(tight.has(Fault::Verdict));
    let mut unknown = Case::of(site(vec![]), house(vec![]));
    unknown.site = monday(1080, 1200);
    assert_eq!(unknown.faults(), [Fault::Verdict], "the times are known");
}

#[test]
fn statements_that_are_not_the_dates_are_rejected() {
    let mut case = leaves_early();
    let Verdict::FitsIf(changes) = &mut case.offer.verdict else { panic!("it fits if") };
    changes[0].dates -= 1;
    assert!(case.has(Fault::Told));
    let mut case = family();
    case.offer.covers.clear();
    assert!(case.has(Fault::Told));
}

#[test]
fn a_reason_that_is_wrong_or_missing_is_rejected() {
    let mut case = leaves_early();
    case.offer.clashes[0].min += 1;
    assert!(case.has(Fault::Reason));
    case.offer.clashes.clear();
    assert!(case.has(Fault::Reason));
}

#[test]
fn plans_of_several_clients_are_looked_at_too() {
    let case = family();
    let mut household = case.household;
    household.people[1].is = Is::Client;
    let before = baseline(&case.site, &household);
    let all = together(&case.site, &household, Budget::default());
    assert_eq!(all.len(), 1);
    for one in all {
        let takes: Vec<_> = one.choices.iter().map(|(who, track)| (*who, &case.site.tracks[*track])).collect();
        let fits = !matches!(one.verdict, Verdict::DoesNotFit { .. });
        assert_eq!(plan_faults(&case.site, &household, &before, &takes, &one.plan, one.cost, fits), []);
        let worse = Cost { missed: one.cost.missed + 1, ..one.cost };
        assert_eq!(plan_faults(&case.site, &household, &before, &takes, &one.plan, worse, fits), [Fault::Cost]);
    }
}

#[test]
fn more_cars_than_there_are_are_rejected() {
    let job = Commitment { who: 1, ..work(Days::of(&[Mon]), 540, 1050, Firm::Cut { most_min: 60 }) };
    let people = vec![person(Is::Client), person(Is::Adult)];
    let household = Household { people, cars: Some(Cars::of(1)), ..house(vec![job]) };
    let mut case = Case::of(monday(1080, 1200), household.clone());
    case.offer.clashes[0].min += 1;
    assert!(case.has(Fault::Reason), "25 minutes");
    case.plan.changed.pop();
    assert!(case.has(Fault::Cars), "Ben is home too late on one date");
    let bus = crate::people::By { last: Some(1200), ..crate::people::Means::Bus.into() };
    let late = Household { clinic_by: bus, cars: Some(Cars::uncounted()), ..house(vec![]) };
    let mut late = Case::of(monday(1080, 1200), late);
    late.household.clinic_by.last = Some(1199);
    assert!(late.has(Fault::LastWay) && late.has(Fault::Reason));
    let mut two = Case::of(monday(1080, 1200), Household { cars: Some(Cars::of(2)), ..household });
    two.household.cars = Some(Cars::of(1));
    assert!(two.has(Fault::Cars) && two.has(Fault::Reason));
}

#[test]
fn hours_that_float_and_lie_where_they_may_not_are_rejected() {
    let mut clinic = monday(1080, 1200);
    let windows = vec![(Days::of(&[Mon]), Span { from: 1080, to: 1290 })];
    let hour = crate::site::Floating {
        kind: crate::site::SessionKind::Individual,
        title: None,
        minutes: 60,
        windows,
        online: false,
        weeks: None,
    };
    clinic.tracks[0].floating = vec![hour];
    let case = || Case::of(clinic.clone(), house(vec![]));
    assert_eq!(case().offer.blocks[0].span.from, 1200);
    for (from, to) in [(1200, 1245), (1170, 1230), (1207, 1267), (1245, 1305)] {
        let mut case = case();
        case.offer.blocks[0].span = Span { from, to };
        assert!(case.has(Fault::Block), "{from}");
    }
    let mut tuesday = case();
    tuesday.offer.blocks[0].day = Tue;
    assert!(tuesday.has(Fault::Block));
    let mut nowhere = case();
    nowhere.offer.blocks.clear();
    assert!(nowhere.has(Fault::Cost));
    nowhere.offer.cost.missed = 12;
    nowhere.offer.verdict = Verdict::DoesNotFit { partial: vec![], attended: 12, give: None };
    assert!(nowhere.has(Fault::Block), "there is a place");
    let mut full = clinic.clone();
    full.tracks[0].floating[0].windows[0].1 = Span { from: 1080, to: 1200 };
    let mut full = Case::of(full, house(vec![]));
    full.offer.cost.missed -= 1;
    assert!(full.has(Fault::Cost));
}

#[test]
fn a_date_on_which_nothing_is_held_is_rejected() {
    let job = work(Days::of(&[Mon]), 540, 1080, Firm::Fixed);
    let mut clinic = monday(1020, 1200);
    clinic.program.misses = MissRule { allowed: 1, in_weeks: 1 };
    let mut case = Case::of(clinic, house(vec![job]));
    // A closed date is no session and no miss.
    case.site.program.closures = vec![case.plan.missed[3].date];
    assert!(case.has(Fault::Nothing));
    case.site.program.closures.clear();
    case.site.tracks[0].sessions[0].weeks = Some((2, 12));
    assert!(case.has(Fault::Nothing), "it is not held in week 1");
    let mut case = leaves_early();
    let date = case.plan.changed[0].1;
    case.household.commitments[0].when.except.push(date);
    assert!(case.has(Fault::Nothing), "work is not on that date");
}

#[test]
fn a_way_or_a_wait_that_is_left_out_is_rejected() {
    // 5:05pm + 45 minutes by home and 10 early is 6pm to the minute.
    let by_home = Commitment { direct_min: None, ..work(Days::of(&[Mon]), 540, 1025, Firm::Fixed) };
    let longer: [fn(&mut Case); 3] = [
        |case| case.site.program.arrival_buffer_min += 1,
        |case| case.household.clinic_travel_min += 1,
        |case| case.household.commitments[0].travel_min += 1,
    ];
    for longer in longer {
        let mut case = Case::of(monday(1080, 1200), house(vec![by_home.clone()]));
        longer(&mut case);
        assert!(case.has(Fault::TwoPlaces));
    }
    // Online from home at 6, home at 6.
    let home_at_6 = Commitment { direct_min: None, ..work(Days::of(&[Mon]), 540, 1055, Firm::Fixed) };
    let mut clinic = monday(1080, 1200);
    clinic.tracks[0].sessions[0].online = Days::of(&[Mon]);
    let mut case = Case::of(clinic.clone(), house(vec![home_at_6.clone()]));
    case.site.tracks[0].sessions[0].online = Days::NONE;
    assert!(case.has(Fault::TwoPlaces));
    clinic.tracks[0].sessions[0] = crate::site::Session { either: true, ..session(&[Mon], 1080, 1200) };
    let mut case = Case::of(clinic, house(vec![home_at_6]));
    assert_eq!(case.offer.online, [(0, Mon)], "taken online");
    case.offer.online.clear();
    assert!(case.has(Fault::TwoPlaces), "nobody said that it is online");
}

#[test]
fn two_duties_of_one_person_at_two_places_are_rejected() {
    let duty = |row: u32, usual: usize| {
        let of = Duty::weekly(row, Days::of(&[Mon]), Span { from: 960, to: 970 }, &[0, 1]);
        Duty { usual: Some(usual), spot: Spot::of(10, None), ..of }
    };
    let people = vec![person(Is::Client), person(Is::Adult)];
    let household = Household { people, duties: vec![duty(1, 0), duty(2, 1)], ..house(vec![]) };
    let mut case = Case::of(monday(1080, 1200), household);
    let date = case.household.start;
    case.plan.doers.push(DutyDate { duty: 2, date, from: 960, doer: Doer::Person(0) });
    assert!(case.has(Fault::TwoPlaces));
}

#[test]
fn rest_that_is_a_minute_short_is_rejected() {
    // Home at 7:25am, asleep until 2:25pm, then 20 minutes there and 10 early.
    let nights = work(Days::of(&[Mon]), 1140, 1860, Firm::Fixed);
    let mut case = Case::of(site(vec![session(&[Tue], 895, 955)]), house(vec![nights]));
    case.household.rest = Some(crate::household::RestRule { least_min: 421, within_min: 720 });
    assert!(case.has(Fault::Rest));
    case.household.rest = None;
    assert_eq!(case.faults(), [], "nothing is asked for");
    // Somebody may sleep beside this duty; if not, the shift has no rest.
    let nights = work(Days::of(&[Mon]), 1140, 1860, Firm::Fixed);
    let mut minding = Duty::weekly(1, Days::of(&[Tue]), Span { from: 600, to: 900 }, &[0]);
    minding.asleep = true;
    let household = Household { duties: vec![minding], ..house(vec![nights]) };
    let mut case = Case::of(site(vec![session(&[Mon], 600, 660)]), household);
    let before = baseline(&case.site, &case.household);
    case.household.duties[0].asleep = false;
    assert!(faults(&case.site, &case.household, &before, &case.offer, &case.plan).contains(&Fault::Rest));
}

#[test]
fn cover_outside_its_hours_is_rejected() {
    let mut duty = Duty::weekly(1, Days::of(&[Mon]), Span { from: 1090, to: 1100 }, &[0]);
    duty.outside = vec![(Days::of(&[Mon]), Span { from: 1080, to: 1100 })];
    let mut case = Case::of(monday(1080, 1200), Household { duties: vec![duty], ..house(vec![]) });
    assert_eq!(case.offer.cost.cover_min, 120, "ten minutes a week");
    case.household.duties[0].outside[0].1.to = 1099;
    assert!(case.has(Fault::Duty));
}

#[test]
fn a_move_that_forces_another_is_rejected() {
    let chore = |row: u32, from: i32| Commitment {
        firm: Firm::Move { earlier_min: 120, later_min: 120 },
        ..Commitment::weekly(row, Kind::Care, Days::of(&[Mon]), Span { from, to: from + 60 })
    };
    let mut case = Case::of(monday(1080, 1200), house(vec![chore(1, 540), chore(2, 600)]));
    let date = case.household.start;
    case.plan.changed = vec![(1, date, 540, ChangeKind::Later(60)), (2, date, 600, ChangeKind::Earlier(60))];
    assert!(case.has(Fault::Runs), "they change places");
    case.plan.changed = vec![(1, date, 540, ChangeKind::Later(120))];
    assert!(!case.has(Fault::Runs), "11am is free");
}

#[test]
fn a_baseline_that_cannot_be_or_could_be_better_is_rejected() {
    let Case { site, mut household, .. } = family();
    household.duties[0].outside = vec![(Days::of(&[Mon]), Span { from: 1080, to: 1200 })];
    let before = baseline(&site, &household);
    let wrong = |change: &dyn Fn(&mut Vec<DutyDate>)| {
        let mut before = before.clone();
        change(&mut before);
        baseline_faults(&site, &household, &before) == [Fault::Baseline]
    };
    assert!(!wrong(&|_| {}), "as it is");
    assert!(wrong(&|all| all.truncate(all.len() - 1)), "a date without anybody");
    assert!(wrong(&|all| all[3].date = add_days(all[3].date, 1)), "a date on which it is not");
    for doer in [Doer::Person(2), Doer::Nobody, Doer::Outside, Doer::Person(1)] {
        assert!(wrong(&|all| all[3].doer = doer), "{doer:?}");
    }
    let mut busy = household.clone();
    busy.commitments.push(work(Days::of(&[Mon]), 540, 1080, Firm::Fixed));
    assert_eq!(baseline_faults(&site, &busy, &before), [Fault::Baseline], "at work until 6");
    let handed = handed();
    let before = baseline(&handed.site, &handed.household);
    assert_eq!(baseline_faults(&handed.site, &handed.household, &before), []);
    let mut given = handed.household.clone();
    given.commitments.push(work(Days::of(&[Mon]), 1140, 1260, Firm::Fixed));
    let mut before = baseline(&handed.site, &given);
    assert_eq!((before.len(), baseline_faults(&handed.site, &given, &before)), (28, vec![]), "handed over anyhow");
    before[1].from += 1;
    assert_eq!(baseline_faults(&handed.site, &given, &before), [Fault::Baseline], "at no moment");
}

#[test]
fn another_set_of_changes_that_is_none_is_rejected() {
    let clinic = monday(1080, 1260);
    let job = |row, who, to| Commitment { row, who, ..work(Days::of(&[Mon]), 540, to, Firm::Cut { most_min: 180 }) };
    let mut duty = Duty::weekly(1, Days::of(&[Mon]), Span { from: 1080, to: 1080 }, &[0, 1, 2]);
    (duty.usual, duty.spot) = (Some(0), Spot::of(10, None));
    let people = vec![person(Is::Client), person(Is::Adult), person(Is::Adult)];
    let jobs = vec![job(1, 1, 1100), job(2, 2, 1130)];
    let case = Case::of(clinic, Household { people, duties: vec![duty], ..house(jobs) });
    let before = baseline(&case.site, &case.household);
    let others = alternatives_dated(&case.site, &case.household, &case.offer, Budget::default());
    assert_eq!(others.len(), 1);
    let found = |others: &[(Alternative, Dated)]| {
        alternative_faults(&case.site, &case.household, &before, (&case.offer, &case.plan), others)
    };
    assert_eq!(found(&others), []);
    let same = Alternative {
        cost: case.offer.cost,
        changes: case.offer.verdict.changes().to_vec(),
        covers: case.offer.covers.clone(),
    };
    assert_eq!(found(&[(same, case.plan.clone())]), [Fault::Beside], "the same set");
    let wrong = |change: &dyn Fn(&mut (Alternative, Dated))| {
        let mut others = others.clone();
        change(&mut others[0]);
        found(&others)
    };
    assert!(wrong(&|other| other.0.cost.parties = 0).contains(&Fault::Cost));
    assert!(wrong(&|other| other.0.changes.clear()).contains(&Fault::Told));
    assert!(wrong(&|other| other.0.covers.clear()).contains(&Fault::Told));
    assert!(wrong(&|other| other.1.changed.truncate(1)).contains(&Fault::TwoPlaces));
    let more = [others.clone(), others.clone(), others.clone()].concat();
    assert!(found(&more).contains(&Fault::Beside), "three, all alike");
}

#[test]
fn what_would_have_to_give_by_another_amount_or_for_nothing_is_rejected() {
    let job = work(Days::of(&[Mon]), 600, 1080, Firm::Fixed);
    let choir = Commitment::weekly(2, Kind::Other, Days::of(&[Tue]), Span { from: 1080, to: 1200 });
    let case = Case::of(monday(1080, 1260), house(vec![job, choir]));
    let plan = give_dated(&case.site, &case.household, &case.offer, Budget::default()).expect("25 minutes");
    let before = baseline(&case.site, &case.household);
    let wrong = |change: &dyn Fn(&mut crate::plan::Give, &mut Dated)| {
        let (mut offer, mut plan) = (case.offer.clone(), plan.clone());
        let Verdict::DoesNotFit { give: Some(give), .. } = &mut offer.verdict else { panic!("{offer:?}") };
        change(give, &mut plan);
        give_faults(&case.site, &case.household, &before, &offer, &plan)
    };
    assert_eq!(wrong(&|_, _| {}), []);
    assert!(wrong(&|_, plan| plan.changed.truncate(11)).contains(&Fault::TwoPlaces), "on one date not");
    assert!(wrong(&|_, plan| plan.changed[0].3 = ChangeKind::LeaveEarly(24)).contains(&Fault::TwoPlaces));
    assert!(wrong(&|give, _| give.small = false).contains(&Fault::Give), "25 minutes are small");
    assert!(wrong(&|give, _| give.row = 2).contains(&Fault::Give), "choir is in nobody's way");
    assert!(wrong(&|give, _| give.changes[0].dates = 3).contains(&Fault::Told));
    let all = |plan: &mut Dated| plan.changed.iter_mut().for_each(|change| change.3 = ChangeKind::LeaveEarly(130));
    assert!(wrong(&|_, plan| all(plan)).contains(&Fault::Firmness), "more than is small");
}

#[test]
fn a_first_visit_at_a_time_that_is_none_is_rejected() {
    let mut clinic = monday(1080, 1260);
    let windows = vec![(Days::WORKDAYS, Span { from: 480, to: 1140 })];
    clinic.program.intake = Some(crate::site::Intake { minutes: 60, windows });
    let case = Case::of(clinic, house(vec![work(Days::WORKDAYS, 540, 1020, Firm::Cut { most_min: 240 })]));
    let start = case.household.start;
    let earliest = add_days(start, -14);
    let visit = first_visit(&case.site, &case.household, &case.offer, earliest, Budget::default()).expect("a visit");
    let faults = |visit: Visit, earliest| visit_faults(&case.site, &case.household, &[], &case.offer, visit, earliest);
    assert_eq!((visit.date, visit.span.from, faults(visit, earliest)), (earliest, 1050, vec![]));
    let at = |from: i32| Visit { span: Span { from, to: from + 60 }, ..visit };
    for from in [1035, 1049, 1095, 420, 960] {
        assert_eq!(faults(at(from), earliest), [Fault::Visit], "{from}");
    }
    assert_eq!(faults(visit, add_days(earliest, 1)), [Fault::Visit], "not before the day that is asked for");
    let on = |day: i32| Visit { date: add_days(start, day), ..visit };
    assert_eq!((faults(on(-15), on(-15).date), faults(on(7), earliest)), (vec![Fault::Visit], vec![Fault::Visit]));
    assert_eq!(faults(on(-2), earliest), [Fault::Visit], "a Saturday");
    let late = Visit { span: Span { from: 1065, to: 1125 }, ..on(0) };
    assert_eq!(faults(late, earliest), [Fault::Visit], "during the group");
    let mut closed = case.site.clone();
    closed.program.closures = vec![earliest];
    assert_eq!(visit_faults(&closed, &case.household, &[], &case.offer, visit, earliest), [Fault::Visit]);
}
