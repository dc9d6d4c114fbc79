use super::*;
use crate::household::{Commitment, Firm, Kind};
use crate::rhythm::When;
use crate::site::{Attend, MissRule, Phone, Program, Reach, Session, SessionKind, Track};
use crate::time::{NaiveDate, Span, parse_date};
use Weekday::{Fri, Mon, Sun, Thu, Tue, Wed};

pub(super) fn site(sessions: Vec<Session>) -> Site {
    let track = Track { id: "t".into(), name: "Track".into(), ..Track::of(sessions) };
    let phone = Phone { shown: "(312) 555-0134".into(), dial: "+13125550134".into() };
    Site {
        name: "Clinic".into(),
        demo: true,
        phone,
        reach: Reach::default(),
        address: vec![],
        zone: "America/Chicago".into(),
        languages: vec!["en".into()],
        site_url: None,
        phone_hours: vec![],
        reply_by: None,
        crisis_lines: vec![],
        leave_to: None,
        program: Program {
            weeks: (8, 12),
            weekly_hours: (9, 19),
            arrival_buffer_min: 10,
            closures: vec![],
            misses: MissRule { allowed: 0, in_weeks: 1 },
            serves: None,
            van: false,
            child_minding: false,
            intake: None,
            mix: None,
        },
        tracks: vec![track],
        backend: None,
        checked_on: None,
        offline: true,
        embed_sites: Vec::new(),
        look: crate::look::Wishes::default(),
        reviewed: Vec::new(),
        level_names: Vec::new(),
    }
}

pub(super) fn session(days: &[Weekday], from: i32, to: i32) -> Session {
    Session {
        kind: SessionKind::Group,
        title: None,
        days: Days::of(days),
        span: Span { from, to },
        online: Days::NONE,
        either: false,
        weeks: None,
        attend: Attend::default(),
    }
}

pub(super) fn monday() -> NaiveDate {
    parse_date("2026-11-30").expect("a date")
}

pub(super) fn work(days: Days, from: i32, to: i32, firm: Firm) -> Commitment {
    let job = Commitment::weekly(1, Kind::Work, days, Span { from, to });
    Commitment { travel_min: 25, direct_min: Some(15), firm, ..job }
}

pub(super) fn house(commitments: Vec<Commitment>) -> Household {
    Household::of(20, monday(), commitments)
}

pub(super) fn only(site: &Site, household: &Household) -> Offer {
    solve(site, household, Budget::default()).offers.remove(0)
}

const EVENING: [Weekday; 3] = [Mon, Tue, Thu];

#[test]
fn nine_to_five_and_three_evenings_fit_with_35_minutes_to_spare() {
    let offer =
        only(&site(vec![session(&EVENING, 1080, 1260)]), &house(vec![work(Days::WORKDAYS, 540, 1020, Firm::Fixed)]));
    assert_eq!(offer.verdict, Verdict::Fits);
    let slack = offer.slack.expect("work is near");
    assert_eq!((slack.min, slack.row, slack.before), (35, 1, true));
    assert_eq!((offer.sessions, offer.cost.evenings), (36, 36));
    assert_eq!(offer.cost.travel_min, 36 * (15 + 20 - 25), "straight there and home from there");
}

#[test]
fn less_than_ten_minutes_to_spare_is_tight() {
    let by_home = Commitment { direct_min: None, ..work(Days::WORKDAYS, 540, 1020, Firm::Fixed) };
    let offer = only(&site(vec![session(&EVENING, 1080, 1260)]), &house(vec![by_home]));
    assert_eq!(offer.verdict, Verdict::Tight, "5:00 + 45 minutes by home is 5:45, due 5:50");
    assert_eq!(offer.slack.map(|s| s.min), Some(5));
}

#[test]
fn a_mid_day_group_costs_3_hours_40_a_day_where_work_can_be_cut() {
    let daytime = site(vec![session(&EVENING, 600, 780)]);
    let cut = house(vec![work(Days::WORKDAYS, 540, 1020, Firm::Cut { most_min: 240 })]);
    let offer = only(&daytime, &cut);
    let step_out = Change {
        row: Some(1),
        days: Days::of(&EVENING),
        span: Span { from: 540, to: 1020 },
        kind: ChangeKind::StepOut { from: 575, to: 795 },
        dates: 36,
        asks: true,
    };
    assert_eq!(offer.verdict, Verdict::FitsIf(vec![step_out]), "leave 9:35, back 1:15");
    assert_eq!(offer.cost.work_lost_min, 12 * 11 * 60, "11 hours a week");
    assert_eq!(offer.cost.parties, 1);
}

#[test]
fn a_mid_day_group_does_not_fit_fixed_work_and_names_what_would_have_to_give() {
    let daytime = site(vec![session(&EVENING, 600, 780)]);
    let offer = only(&daytime, &house(vec![work(Days::WORKDAYS, 540, 1020, Firm::Fixed)]));
    let Verdict::DoesNotFit { attended, give: Some(give), .. } = &offer.verdict else { panic!("{:?}", offer.verdict) };
    assert_eq!((*attended, give.row, give.small), (0, 1, false));
    assert_eq!(give.changes[0].kind, ChangeKind::StepOut { from: 575, to: 795 });
    assert_eq!(
        offer.clashes,
        [Clash {
            row: 1,
            duty: None,
            session: 0,
            days: Days::of(&EVENING),
            kind: ClashKind::Overlap,
            min: 180,
            dates: 36
        }]
    );
}

#[test]
fn something_called_fixed_that_would_only_have_to_give_a_little_is_said_so() {
    let late = house(vec![work(Days::WORKDAYS, 600, 1080, Firm::Fixed)]);
    let offer = only(&site(vec![session(&EVENING, 1080, 1260)]), &late);
    let Verdict::DoesNotFit { give: Some(give), .. } = &offer.verdict else { panic!("{:?}", offer.verdict) };
    assert!(give.small);
    assert_eq!(give.changes[0].kind, ChangeKind::LeaveEarly(25), "15 minutes there, 10 early");
}

#[test]
fn the_cheaper_of_moving_and_cutting_is_the_one_that_loses_no_work() {
    let clinic = site(vec![session(&[Mon], 1020, 1140)]);
    let move_it = house(vec![work(Days::WORKDAYS, 540, 1020, Firm::Move { earlier_min: 60, later_min: 0 })]);
    let offer = only(&clinic, &move_it);
    assert_eq!(offer.verdict.changes()[0].kind, ChangeKind::Earlier(25));
    assert_eq!((offer.cost.work_lost_min, offer.cost.moved_min), (0, 25 * 12));
    let short = house(vec![work(Days::WORKDAYS, 540, 1020, Firm::Move { earlier_min: 24, later_min: 0 })]);
    assert!(matches!(only(&clinic, &short).verdict, Verdict::DoesNotFit { .. }), "a minute short is short");
}

#[test]
fn no_move_may_run_into_something_else() {
    let clinic = site(vec![session(&[Mon], 1020, 1140)]);
    let job = work(Days::of(&[Mon]), 540, 1020, Firm::Move { earlier_min: 60, later_min: 0 });
    let school_run = Commitment {
        row: 2,
        kind: Kind::Care,
        when: When::weekly(Days::of(&[Mon]), Span { from: 480, to: 500 }),
        travel_min: 0,
        direct_min: None,
        firm: Firm::Fixed,
        ..job.clone()
    };
    assert!(matches!(only(&clinic, &house(vec![job.clone(), school_run.clone()])).verdict, Verdict::DoesNotFit { .. }));
    let loose = Commitment { firm: Firm::IfNeeded, ..school_run };
    let offer = only(&clinic, &house(vec![job, loose]));
    let kinds: Vec<_> = offer.verdict.changes().iter().map(|c| (c.row, c.kind)).collect();
    assert_eq!(kinds, [(Some(1), ChangeKind::Earlier(25)), (Some(2), ChangeKind::Skip)]);
}

#[test]
fn misses_are_used_only_within_the_clinics_rule() {
    let mut clinic = site(vec![session(&[Mon], 600, 660), session(&[Wed], 1080, 1200)]);
    let job = house(vec![work(Days::of(&[Mon]), 540, 1020, Firm::Fixed)]);
    clinic.program.misses = MissRule { allowed: 2, in_weeks: 12 };
    assert!(matches!(only(&clinic, &job).verdict, Verdict::DoesNotFit { attended: 12, .. }));
    clinic.program.misses = MissRule { allowed: 1, in_weeks: 1 };
    let offer = only(&clinic, &job);
    assert_eq!(offer.verdict.changes()[0].kind, ChangeKind::Miss(0));
    assert_eq!((offer.cost.missed, offer.verdict.changes()[0].dates), (12, 12));
}

#[test]
fn a_closed_date_is_no_session_and_no_miss() {
    let mut clinic = site(vec![session(&[Mon], 600, 660)]);
    clinic.program.weeks = (1, 2);
    clinic.program.closures = vec![monday()];
    clinic.program.misses = MissRule { allowed: 1, in_weeks: 2 };
    let offer = only(&clinic, &house(vec![work(Days::of(&[Mon]), 540, 1020, Firm::Fixed)]));
    assert_eq!((offer.sessions, offer.cost.missed), (1, 1));
    assert!(matches!(offer.verdict, Verdict::FitsIf(_)));
}

#[test]
fn sessions_that_run_in_some_weeks_count_in_those() {
    let early = Session { weeks: Some((1, 4)), ..session(&[Fri], 600, 660) };
    let mut clinic = site(vec![session(&[Mon], 1080, 1200), early]);
    clinic.program.misses = MissRule { allowed: 4, in_weeks: 12 };
    let offer = only(&clinic, &house(vec![work(Days::WORKDAYS, 540, 1020, Firm::Fixed)]));
    assert_eq!((offer.sessions, offer.cost.missed), (16, 4));
}

#[test]
fn a_night_shift_reaches_into_the_next_morning_and_the_next_week() {
    let nights = house(vec![work(Days::of(&[Sun]), 1140, 1860, Firm::Fixed)]);
    let offer = only(&site(vec![session(&[Mon], 420, 540)]), &nights);
    assert_eq!(offer.clashes[0].kind, ClashKind::Travel, "the shift ends at 7am across town");
    assert_eq!((offer.clashes[0].min, offer.clashes[0].dates), (25, 12), "the eve of the program counts");
}

#[test]
fn an_online_session_asks_for_neither_travel_nor_being_early() {
    let online = Session { online: Days::of(&[Mon]), ..session(&[Mon], 1045, 1200) };
    let offer = only(&site(vec![online.clone()]), &house(vec![work(Days::of(&[Mon]), 540, 1020, Firm::Fixed)]));
    assert_eq!((offer.verdict, offer.slack.map(|s| s.min)), (Verdict::Tight, Some(0)));
    assert_eq!(offer.cost.evenings, 0);
}

#[test]
fn sessions_that_follow_each_other_ask_for_being_early_once() {
    let two = vec![session(&[Mon], 1080, 1170), session(&[Mon], 1170, 1260)];
    let offer = only(&site(two), &house(vec![work(Days::of(&[Mon]), 540, 1020, Firm::Fixed)]));
    assert_eq!((offer.verdict, offer.slack.map(|s| s.min)), (Verdict::Fits, Some(35)));
}

#[test]
fn offers_without_times_say_ask_the_clinic() {
    assert_eq!(only(&site(vec![]), &house(vec![])).verdict, Verdict::AskClinic);
}

#[test]
fn an_empty_week_fits_everything() {
    let offer = only(&site(vec![session(&EVENING, 600, 780)]), &house(vec![]));
    assert_eq!((offer.verdict, offer.slack), (Verdict::Fits, None));
}

#[test]
fn offers_are_ranked_by_verdict_and_then_by_cost() {
    let mut clinic = site(vec![session(&EVENING, 600, 780)]);
    let mut add = |sessions: Vec<Session>| {
        let track = Track { sessions, ..clinic.tracks[0].clone() };
        clinic.tracks.push(track);
    };
    add(vec![session(&EVENING, 1080, 1260)]);
    add(vec![]);
    add(vec![session(&[Mon], 1080, 1260)]);
    let answer = solve(&clinic, &house(vec![work(Days::WORKDAYS, 540, 1020, Firm::Fixed)]), Budget::default());
    assert_eq!(answer.offers.iter().map(|o| o.track).collect::<Vec<_>>(), [3, 1, 0, 2]);
}

#[test]
fn a_persons_own_contradictions_are_named_with_both_sides() {
    let job = work(Days::WORKDAYS, 540, 1020, Firm::Fixed);
    let class = Commitment {
        row: 2,
        kind: Kind::School,
        when: When::weekly(Days::of(&[Wed, Sun]), Span { from: 1000, to: 1060 }),
        ..job.clone()
    };
    let answer = solve(&site(vec![]), &house(vec![job, class]), Budget::default());
    assert_eq!(answer.own, [OwnClash { row: 1, other: 2, days: Days::of(&[Wed]), kind: ClashKind::Overlap, min: 20 }]);
}

#[test]
fn a_search_that_runs_out_of_budget_says_so() {
    let busy = |row| Commitment { row, ..work(Days::WORKDAYS, 540, 1020, Firm::Cut { most_min: 240 }) };
    let household = house((1..=4).map(busy).collect());
    let clinic = site(vec![session(&EVENING, 600, 780)]);
    assert!(!solve(&clinic, &household, Budget(3)).offers[0].proven);
    assert!(solve(&clinic, &household, Budget::default()).offers[0].proven);
}

#[test]
fn a_12_hour_day_crew_meets_every_evening_it_works() {
    let crew = house(vec![work(Days::of(&[Mon, Tue, Fri]), 420, 1140, Firm::Fixed)]);
    let offer = only(&site(vec![session(&[Mon, Wed, Thu], 1080, 1260)]), &crew);
    assert_eq!(offer.clashes.iter().map(|c| c.days.count()).sum::<u32>(), 1);
}

#[test]
fn applying_the_cheapest_changes_leaves_nothing_further_to_change() {
    let clinic = site(vec![session(&EVENING, 1020, 1140)]);
    let before = house(vec![work(Days::WORKDAYS, 540, 1020, Firm::Cut { most_min: 60 })]);
    let offer = only(&clinic, &before);
    assert_eq!(offer.verdict.changes()[0].kind, ChangeKind::LeaveEarly(25));
    let after = house(vec![
        work(Days::of(&EVENING), 540, 995, Firm::Fixed),
        Commitment { row: 2, ..work(Days::of(&[Wed, Fri]), 540, 1020, Firm::Fixed) },
    ]);
    assert!(matches!(only(&clinic, &after).verdict, Verdict::Fits | Verdict::Tight));
}

#[test]
fn the_week_is_drawn_with_work_trips_and_sessions() {
    let clinic = site(vec![session(&EVENING, 1080, 1260)]);
    let household = house(vec![work(Days::WORKDAYS, 540, 1020, Firm::Fixed)]);
    let offer = only(&clinic, &household);
    let picture = week(&clinic, &household, Some(&offer), 0);
    let (day, blocks) = &picture.days[0];
    assert_eq!(*day, Mon);
    let spans: Vec<_> = blocks.iter().map(|b| (b.from, b.to, b.kind == BlockKind::Travel)).collect();
    assert_eq!(
        spans,
        [(515, 540, true), (540, 1020, false), (1055, 1070, true), (1080, 1260, false), (1260, 1280, true)]
    );
    assert_eq!((picture.from, picture.to), (360, 1320));
    assert_eq!(picture.days[2].1.len(), 3, "Wednesday is work and its two trips");
}

#[test]
fn a_shift_past_midnight_is_drawn_on_both_days() {
    let picture = week(&site(vec![]), &house(vec![work(Days::of(&[Sun]), 1140, 1860, Firm::Fixed)]), None, 0);
    assert!(picture.days[6].1.iter().any(|b| b.to == 1440));
    assert!(picture.days[0].1.iter().any(|b| (b.from, b.to) == (0, 420)));
}

#[test]
fn a_program_that_starts_mid_week_keeps_its_weekdays() {
    let clinic = site(vec![session(&EVENING, 1080, 1260)]);
    let household = Household {
        start: parse_date("2026-12-02").expect("a date"),
        ..house(vec![work(Days::WORKDAYS, 540, 1020, Firm::Fixed)])
    };
    let offer = only(&clinic, &household);
    assert_eq!(offer.slack.map(|s| s.min), Some(35));
    let picture = week(&clinic, &household, Some(&offer), 0);
    assert_eq!(picture.days.iter().map(|(_, b)| b.len()).collect::<Vec<_>>(), [5, 5, 3, 5, 3, 0, 0]);
}
