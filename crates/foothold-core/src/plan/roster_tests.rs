//! Rosters that differ from week to week, with answers that can be counted on paper.

use super::tests::{house, monday, session, site, work};
use super::*;
use crate::household::{Agree, Commitment, Firm, Household, Kind};
use crate::rhythm::{Rhythm, When};
use crate::site::{MissRule, Session};
use crate::time::{Span, add_days};
use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};

const DAY: Span = Span { from: 420, to: 1140 };
const NIGHT: Span = Span { from: 1140, to: 1860 };

/// One letter a day from Monday, November 30: D 7am to 7pm, N 7pm to 7am.
fn crew(letters: &str, firm: Firm) -> Household {
    let days = letters.chars().map(|c| [('D', DAY), ('N', NIGHT)].iter().find(|(l, _)| *l == c).map(|(_, s)| *s));
    house(vec![Commitment { when: When::cycle(monday(), days.collect()), ..work(Days::NONE, 0, 1, firm) }])
}

fn against(sessions: Vec<Session>, weeks: u16, household: &Household) -> Offer {
    let mut clinic = site(sessions);
    clinic.program.weeks = (weeks, weeks);
    solve(&clinic, household, Budget::default()).offers.remove(0)
}

/// Kind, minutes, dates of every clash.
fn clashes(offer: &Offer) -> Vec<(ClashKind, i32, u32)> {
    offer.clashes.iter().map(|c| (c.kind, c.min, c.dates)).collect()
}

#[test]
fn a_two_two_three_day_crew_clashes_once_a_fortnight_for_each_evening() {
    // Worked: Monday, Tuesday, Friday to Sunday, then Wednesday and Thursday; every weekday once in
    // 14 days. Six fortnights, and 6 to 7pm is work.
    let household = crew("DD--DDD--DD---", Firm::Fixed);
    for days in [vec![Mon, Wed, Thu], vec![Mon, Tue, Thu], vec![Sat, Sun], vec![Tue, Fri, Sat, Sun]] {
        let offer = against(vec![session(&days, 1080, 1260)], 12, &household);
        let dates = 6 * u32::try_from(days.len()).expect("few");
        assert_eq!(clashes(&offer), [(ClashKind::Overlap, 60, dates)]);
        let Verdict::DoesNotFit { attended, .. } = offer.verdict else { panic!("{:?}", offer.verdict) };
        assert_eq!((offer.sessions, attended), (2 * dates, dates), "the other week of each fortnight is free");
    }
}

#[test]
fn a_two_two_three_day_crew_leaves_early_on_three_shifts_a_fortnight() {
    let household = crew("DD--DDD--DD---", Firm::Cut { most_min: 120 });
    let offer = against(vec![session(&[Mon, Wed, Thu], 1080, 1260)], 12, &household);
    // 6:00 less 10 early less 15 straight there is 5:35pm, 85 minutes before 7.
    let change = Change {
        row: Some(1),
        days: Days::of(&[Mon, Wed, Thu]),
        span: DAY,
        kind: ChangeKind::LeaveEarly(85),
        dates: 18,
        asks: true,
    };
    assert_eq!(offer.verdict, Verdict::FitsIf(vec![change]));
    assert_eq!((offer.cost.work_lost_min, offer.cost.parties), (18 * 85, 1));
}

#[test]
fn a_night_crew_loses_sleep_and_not_work_to_a_morning_group() {
    let household = crew("NN--NNN--NN---", Firm::Fixed);
    // Home at 7:25. Sleep before leaving at 9:30 is 125 minutes; home again at 1:20, and until 7pm
    // there are 340: 80 short. Every weekday follows a night once a fortnight. On Thursday the next
    // shift begins, and leaving for it at 6:35pm takes 25 more.
    let offer = against(vec![session(&[Mon, Wed, Thu], 600, 780)], 12, &household);
    assert_eq!(clashes(&offer), [(ClashKind::Rest, 80, 12), (ClashKind::Rest, 105, 6)]);
    assert_eq!(offer.cost.missed, 18);
    // Evenings overlap the shifts from 7 to 9pm.
    let offer = against(vec![session(&[Mon, Wed, Thu], 1080, 1260)], 12, &household);
    assert_eq!(clashes(&offer)[0], (ClashKind::Overlap, 120, 18));
    // Whoever says that they need no sleep after a night is believed.
    let awake = Household { rest: None, ..household };
    assert_eq!(against(vec![session(&[Mon, Wed, Thu], 600, 780)], 12, &awake).verdict, Verdict::Fits);
}

#[test]
fn sleep_after_a_night_may_lie_on_either_side_of_a_session() {
    let household = crew("NN--NNN--NN---", Firm::Fixed);
    // Home at 7:25; leaving at 2:30 leaves seven hours and five minutes before a group at 3.
    let offer = against(vec![session(&[Mon, Wed, Thu], 900, 960)], 12, &household);
    assert_eq!((&offer.verdict, offer.clashes.len()), (&Verdict::Fits, 0));
    // Home again at 10:20 from a group at 9, and asleep from then until 5:20pm.
    let offer = against(vec![session(&[Mon, Wed, Thu], 540, 600)], 12, &household);
    assert_eq!(offer.verdict, Verdict::Fits);
    // A nap that is written down is no obstacle to sleep.
    let mut napping = household;
    let nap = When::cycle(monday(), vec![Some(Span { from: 480, to: 960 })]);
    napping.commitments.push(Commitment {
        row: 2,
        kind: Kind::Rest,
        when: nap,
        travel_min: 0,
        direct_min: None,
        agree: Agree::ByKind,
        ..napping.commitments[0].clone()
    });
    let answer = against(vec![session(&[Mon], 1020, 1080)], 1, &napping);
    assert!(answer.clashes.iter().all(|c| c.kind != ClashKind::Rest), "{:?}", answer.clashes);
}

#[test]
fn a_du_pont_operator_has_six_clashes_in_28_days() {
    // Nights Monday to Thursday, days Monday to Wednesday, nights Friday to Sunday, days Thursday to
    // Sunday, a week off. Monday, Tuesday and Thursday evenings meet three nights in the first week
    // from 7 to 9pm, two days in the second and one in the third from 6 to 7pm.
    let household = crew("NNNN---DDD-NNN---DDDD-------", Firm::Fixed);
    let offer = against(vec![session(&[Mon, Tue, Thu], 1080, 1260)], 12, &household);
    assert_eq!(clashes(&offer).iter().map(|c| (c.1, c.2)).collect::<Vec<_>>(), [(60, 9), (120, 9)]);
    assert_eq!(offer.cost.missed, 18);
    // Two misses in any four weeks would be enough for one session in each week off the nights.
    let mut clinic = site(vec![session(&[Thu], 1080, 1260)]);
    clinic.program.weeks = (8, 8);
    clinic.program.misses = MissRule { allowed: 2, in_weeks: 4 };
    let offer = solve(&clinic, &household, Budget::default()).offers.remove(0);
    assert_eq!((offer.cost.missed, matches!(offer.verdict, Verdict::FitsIf(_))), (4, true));
}

#[test]
fn four_on_four_off_meets_each_weekday_four_times_in_eight_weeks() {
    let household = crew("DDDD----", Firm::Fixed);
    let offer = against(vec![session(&[Mon, Tue, Thu], 1080, 1260)], 8, &household);
    assert_eq!(clashes(&offer), [(ClashKind::Overlap, 60, 12)]);
}

#[test]
fn a_cycle_of_two_weeks_is_two_weekly_rows() {
    // Alternate custody weeks: what happens in the odd weeks only counts in those.
    let mut week = vec![None; 14];
    week[2] = Some(Span { from: 1020, to: 1080 });
    let custody =
        Commitment { kind: Kind::Care, when: When::cycle(monday(), week), ..work(Days::NONE, 0, 1, Firm::Fixed) };
    let offer = against(vec![session(&[Wed], 1080, 1260)], 12, &house(vec![custody]));
    assert_eq!(clashes(&offer), [(ClashKind::Travel, 25, 6)]);
}

#[test]
fn holidays_a_last_day_and_a_list_of_dates_are_kept_to_the_day() {
    let school = When {
        except: (0..5).map(|day| add_days(monday(), 21 + day)).collect(),
        last: Some(add_days(monday(), 39)),
        ..When::weekly(Days::WORKDAYS, Span { from: 480, to: 900 })
    };
    let class = Commitment { kind: Kind::School, when: school, ..work(Days::NONE, 0, 1, Firm::Fixed) };
    // Mondays 1 to 6 less the one in the holidays.
    let offer = against(vec![session(&[Mon], 600, 660)], 12, &house(vec![class.clone()]));
    assert_eq!(clashes(&offer), [(ClashKind::Overlap, 60, 5)]);
    let dates = vec![(add_days(monday(), 7), DAY), (add_days(monday(), 8), DAY)];
    let listed = When { rhythm: Rhythm::Listed(dates), ..When::weekly(Days::NONE, DAY) };
    let roster = Commitment { when: listed, ..class };
    let offer = against(vec![session(&[Mon], 600, 660)], 12, &house(vec![roster]));
    assert_eq!(clashes(&offer), [(ClashKind::Overlap, 60, 1)]);
}

#[test]
fn two_jobs_of_one_employer_are_one_party() {
    let job = |row, days: &[Weekday], agree| Commitment {
        row,
        agree,
        ..work(Days::of(days), 540, 1080, Firm::Cut { most_min: 60 })
    };
    let two =
        |a, b| against(vec![session(&[Mon, Fri], 1080, 1260)], 4, &house(vec![job(1, &[Mon], a), job(2, &[Fri], b)]));
    assert_eq!(two(Agree::ByKind, Agree::ByKind).cost.parties, 2);
    assert_eq!(two(Agree::Party(7), Agree::Party(7)).cost.parties, 1);
    assert_eq!(two(Agree::Nobody, Agree::Party(7)).cost.parties, 1);
}

#[test]
fn what_is_possible_on_some_dates_only_is_done_on_those() {
    // Work could start half an hour earlier, but every second Monday the school run is in the way.
    let mut run = vec![None; 14];
    run[0] = Some(Span { from: 480, to: 535 });
    let school_run = Commitment {
        row: 2,
        kind: Kind::Care,
        when: When::cycle(monday(), run),
        travel_min: 0,
        direct_min: None,
        ..work(Days::NONE, 0, 1, Firm::Fixed)
    };
    let job = work(Days::of(&[Mon]), 560, 1020, Firm::Move { earlier_min: 60, later_min: 0 });
    let mut clinic = site(vec![session(&[Mon], 1020, 1140)]);
    clinic.program.weeks = (4, 4);
    clinic.program.misses = MissRule { allowed: 1, in_weeks: 2 };
    let offer = solve(&clinic, &house(vec![job, school_run]), Budget::default()).offers.remove(0);
    let told: Vec<_> = offer.verdict.changes().iter().map(|c| (c.row, c.kind, c.dates)).collect();
    assert_eq!(told, [(Some(1), ChangeKind::Earlier(25), 2), (None, ChangeKind::Miss(0), 2)]);
}

#[test]
fn an_errand_moves_behind_the_sleep_of_a_shift_that_ends_early() {
    // Leaving four hours early, at 4am, leaves seven hours until 11 if the errand an hour away moves from 11 to noon.
    let away = |commitment: Commitment, travel_min| Commitment { travel_min, direct_min: None, ..commitment };
    let night = away(work(Days::of(&[Mon]), 1380, 1920, Firm::Cut { most_min: 240 }), 0);
    let errand = work(Days::of(&[Tue]), 660, 720, Firm::Move { earlier_min: 0, later_min: 120 });
    let errand = Commitment { row: 2, kind: Kind::Care, ..away(errand, 60) };
    let mut clinic = site(vec![session(&[Tue], 900, 1020), session(&[Tue], 780, 960)]);
    clinic.program.weeks = (1, 1);
    clinic.program.arrival_buffer_min = 0;
    clinic.program.misses = MissRule { allowed: 1, in_weeks: 1 };
    let household = Household { clinic_travel_min: 60, ..house(vec![night, errand]) };
    let offer = solve(&clinic, &household, Budget::default()).offers.remove(0);
    let told: Vec<_> = offer.verdict.changes().iter().map(|c| (c.row, c.kind)).collect();
    let expected =
        [(Some(1), ChangeKind::LeaveEarly(240)), (Some(2), ChangeKind::Later(60)), (None, ChangeKind::Miss(1))];
    assert_eq!(told, expected);
}
