use super::super::oracle::{Dice, Place as At, brute, go, small_problem};
use super::super::tests::{house, monday, only, session as group, site, work};
use super::super::{Cars, ChangeKind, Statement, contradiction, dated, together};
use super::*;
use crate::household::{Firm, Household};
use crate::people::Person;
use crate::site::{MissRule, SessionKind, Site};
use crate::time::add_days;
use Weekday::{Fri, Mon, Sun, Thu, Tue, Wed};

fn row(minutes: i32, windows: &[(&[Weekday], i32, i32)]) -> Floating {
    let windows = windows.iter().map(|(days, from, to)| (Days::of(days), Span { from: *from, to: *to }));
    let (kind, windows) = (SessionKind::Individual, windows.collect());
    Floating { kind, title: None, minutes, windows, online: false, weeks: None }
}

/// Evenings on Monday and Thursday, and what floats.
fn clinic(floating: Vec<Floating>) -> Site {
    let mut clinic = site(vec![group(&[Mon, Thu], 1080, 1260)]);
    clinic.tracks[0].floating = floating;
    clinic
}

fn at(offer: &Offer) -> Vec<(Weekday, i32)> {
    offer.blocks.iter().map(|block| (block.day, block.span.from)).collect()
}

#[test]
fn hours_that_float_lie_where_they_cost_least() {
    let hour = row(60, &[(&[Mon, Tue, Wed], 960, 1140)]);
    let offer = only(&clinic(vec![hour]), &house(Vec::new()));
    // Before Monday's group one is at the clinic anyway; an hour before it ends right when the group begins.
    assert_eq!((&offer.verdict, at(&offer)), (&Verdict::Fits, vec![(Mon, 960)]));
    assert_eq!((offer.cost.travel_min, offer.sessions), (24 * 40, 36));
}

#[test]
fn of_equal_costs_the_first_window_then_the_first_start_is_taken() {
    let windows: [(&[Weekday], i32, i32); 2] = [(&[Wed], 605, 740), (&[Tue, Wed], 480, 700)];
    let offer = only(&clinic(vec![row(60, &windows)]), &house(Vec::new()));
    assert_eq!(at(&offer), [(Wed, 615)], "starts are on whole quarters");
    let windows: [(&[Weekday], i32, i32); 1] = [(&[Fri, Tue], 600, 700)];
    assert_eq!(at(&only(&clinic(vec![row(60, &windows)]), &house(Vec::new()))), [(Tue, 600)], "as in the week");
}

#[test]
fn a_start_after_midnight_is_of_the_next_day() {
    let late = row(60, &[(&[Sun], 1425, 1490)]);
    let offer = only(&clinic(vec![late]), &house(Vec::new()));
    assert_eq!(at(&offer), [(Sun, 1425)]);
    let later = row(60, &[(&[Sun], 1430, 1515)]);
    let offer = only(&clinic(vec![later]), &house(Vec::new()));
    assert_eq!(at(&offer), [(Mon, 0)]);
    assert_eq!(offer.cost.evenings, 24, "one in the night is no evening");
}

#[test]
fn a_block_lies_beside_the_tracks_own_sessions() {
    // The group is from six to nine; at the clinic nobody has to be early twice.
    let around = |online| Floating { online, ..row(60, &[(&[Mon], 1065, 1350)]) };
    assert_eq!(at(&only(&clinic(vec![around(false)]), &house(Vec::new()))), [(Mon, 1260)]);
    // From home it takes the way, 20 minutes.
    assert_eq!(at(&only(&clinic(vec![around(true)]), &house(Vec::new()))), [(Mon, 1290)]);
    // What only a parent attends is not in the client's way.
    let mut parents = clinic(vec![row(60, &[(&[Mon], 1080, 1140)])]);
    parents.tracks[0].sessions[0].attend = Attend { client: false, roles: vec!["parent".into()] };
    assert_eq!(at(&only(&parents, &house(Vec::new()))), [(Mon, 1080)]);
    // Nor is what is held in other weeks.
    let mut weeks = clinic(vec![Floating { weeks: Some((3, 12)), ..row(60, &[(&[Mon], 1080, 1140)]) }]);
    weeks.tracks[0].sessions[0].weeks = Some((1, 2));
    assert_eq!(at(&only(&weeks, &house(Vec::new()))), [(Mon, 1080)]);
}

#[test]
fn where_no_start_is_possible_the_offer_does_not_fit() {
    let full = clinic(vec![Floating { weeks: Some((1, 4)), ..row(60, &[(&[Mon], 1080, 1260)]) }]);
    let household = house(Vec::new());
    let offer = only(&full, &household);
    assert!(matches!(offer.verdict, Verdict::DoesNotFit { attended: 24, give: None, .. }));
    assert_eq!((offer.sessions, offer.cost.missed, at(&offer)), (28, 4, vec![]));
    let statements = contradiction(&full, &household, &offer, Budget::default());
    assert_eq!(statements, [Statement::Session(0, Mon), Statement::Floating(0)]);
}

#[test]
fn rows_are_placed_together() {
    // Each alone would lie right before Monday's group.
    let hour = row(60, &[(&[Mon, Tue], 1020, 1080)]);
    let offer = only(&clinic(vec![hour.clone(), hour.clone()]), &house(Vec::new()));
    assert_eq!(at(&offer), [(Mon, 1020), (Tue, 1020)]);
    let only_monday = row(60, &[(&[Mon], 1020, 1080)]);
    let offer = only(&clinic(vec![hour, only_monday.clone()]), &house(Vec::new()));
    assert_eq!(at(&offer), [(Tue, 1020), (Mon, 1020)]);
    let offer = only(&clinic(vec![only_monday.clone(), only_monday]), &house(Vec::new()));
    assert_eq!((at(&offer), offer.cost.missed), (vec![], 24));
}

#[test]
fn a_block_can_be_missed_and_clashes_like_a_session() {
    let mut clinic = clinic(vec![row(60, &[(&[Tue], 600, 660)])]);
    clinic.program.misses = MissRule { allowed: 12, in_weeks: 12 };
    let household = house(vec![work(Days::of(&[Tue]), 540, 1020, Firm::Fixed)]);
    let offer = only(&clinic, &household);
    assert_eq!(offer.cost.missed, 12);
    assert_eq!(offer.verdict.changes().iter().map(|change| change.kind).collect::<Vec<_>>(), [ChangeKind::Miss(1)]);
    assert_eq!(offer.clashes.iter().map(|clash| (clash.session, clash.dates)).collect::<Vec<_>>(), [(1, 12)]);
    clinic.program.misses.allowed = 0;
    let offer = only(&clinic, &household);
    let statements = contradiction(&clinic, &household, &offer, Budget::default());
    assert_eq!(statements, [Statement::Commitment(1, Tue), Statement::Floating(0)]);
}

#[test]
fn places_and_online_choices_are_made_together() {
    // Work ends at five, home is ten minutes away and the clinic a quarter of an hour, one is there ten minutes early.
    let mut household = house(vec![work(Days::of(&[Mon]), 540, 1020, Firm::Fixed)]);
    household.commitments[0].travel_min = 10;
    let mut clinic = site(vec![group(&[Mon], 1035, 1095)]);
    clinic.tracks[0].sessions[0].either = true;
    clinic.tracks[0].floating = vec![row(60, &[(&[Mon], 1095, 1200)])];
    let offer = only(&clinic, &household);
    // Online it ends at 6:15; twenty minutes to the clinic and ten to be early: half past six would not do.
    assert_eq!((offer.online.clone(), at(&offer)), (vec![(0, Mon)], vec![(Mon, 1125)]));
    assert_eq!(dated(&clinic, &household, &offer, Budget::default()), super::super::Dated::default());
}

#[test]
fn several_clients_have_places_of_their_own() {
    let mut household = house(Vec::new());
    household.people.push(Person::client());
    let clinic = clinic(vec![row(60, &[(&[Mon, Tue], 1020, 1080)])]);
    let all = together(&clinic, &household, Budget::default());
    assert_eq!(
        all.iter().map(|one| (&one.verdict, one.cost.travel_min)).collect::<Vec<_>>(),
        [(&Verdict::Fits, 2 * 24 * 40)]
    );
    // Without a place, or without times, a track takes no part.
    let full = super::tests::clinic(vec![row(60, &[(&[Mon], 1080, 1140)])]);
    assert_eq!(together(&full, &household, Budget::default()), []);
}

#[test]
fn a_track_without_times_of_its_own_is_asked_for() {
    let mut clinic = clinic(vec![row(60, &[(&[Mon], 1080, 1140)])]);
    clinic.tracks[0].sessions.clear();
    assert_eq!(only(&clinic, &house(Vec::new())).verdict, Verdict::AskClinic);
}

#[test]
fn places_that_are_not_all_looked_at_are_not_called_proven() {
    let clinic = clinic(vec![row(60, &[(&[Tue, Wed, Fri], 480, 1200)])]);
    let offer = super::super::solve(&clinic, &house(Vec::new()), Budget(10)).offers.remove(0);
    assert!(!offer.proven && offer.verdict.fits());
}

#[test]
fn what_cannot_all_hold_is_not_told_where_not_all_places_were_looked_at() {
    let anywhere = row(60, &[(&WEEK, 480, 1080)]);
    let never = row(60, &[(&[Tue], 600, 660)]);
    let clinic = clinic(vec![anywhere.clone(), anywhere, never]);
    let household = house(vec![work(Days::of(&[Tue]), 540, 1020, Firm::Fixed)]);
    let offer = super::super::solve(&clinic, &household, Budget(2000)).offers.remove(0);
    assert!(!offer.proven && !offer.verdict.fits());
    assert_eq!(contradiction(&clinic, &household, &offer, Budget(2000)), []);
}

// The slow, obvious way.

/// Whether a form does not fit, and all lines of its cost.
type Told = (bool, [i32; 6]);

/// Every place in the order of the rule, minute by minute.
fn every_place(row: &Floating) -> Vec<(Weekday, i32)> {
    let mut all = Vec::new();
    for (days, window) in &row.windows {
        for day in WEEK.iter().filter(|day| days.has(**day)) {
            for from in (window.from..=window.to - row.minutes).filter(|from| from % 15 == 0) {
                let place = if from >= DAY_MIN { (day.succ(), from - DAY_MIN) } else { (*day, from) };
                if !all.contains(&place) {
                    all.push(place);
                }
            }
        }
    }
    all
}

/// Whether the client could be at all sessions from one on and at the others beside them, on every date.
fn can_be_at(clinic: &Site, household: &Household, first: usize) -> bool {
    let mut held: Vec<(usize, i32, i32, bool)> = Vec::new();
    for day in 0..i32::from(clinic.program.weeks.1) * 7 {
        let date = add_days(monday(), day);
        for (at, s) in clinic.tracks[0].sessions.iter().enumerate() {
            let week = u16::try_from(day / 7 + 1).expect("small");
            let runs = s.weeks.is_none_or(|(first, last)| first <= week && week <= last);
            let weekday = crate::time::Datelike::weekday(&date);
            if s.days.has(weekday) && runs && !clinic.program.closures.contains(&date) {
                held.push((at, day * DAY_MIN + s.span.from, day * DAY_MIN + s.span.to, s.online.has(weekday)));
            }
        }
    }
    let far = go(household, At::Home, At::Clinic);
    held.iter().all(|a| {
        held.iter().filter(|b| a.0 != b.0 && a.0.max(b.0) >= first && (a.1, a.2) <= (b.1, b.2)).all(|b| {
            let way = if a.3 == b.3 { 0 } else { far };
            let early = if b.3 || !a.3 { 0 } else { clinic.program.arrival_buffer_min };
            b.1 - a.2 >= way + early
        })
    })
}

fn with_blocks(clinic: &Site, blocks: &[(Weekday, i32)]) -> Site {
    let mut clinic = clinic.clone();
    let track = &mut clinic.tracks[0];
    for (row, (day, from)) in std::mem::take(&mut track.floating).iter().zip(blocks) {
        let mut block = group(&[*day], *from, from + row.minutes);
        block.online = if row.online { block.days } else { Days::NONE };
        block.weeks = row.weeks;
        track.sessions.push(block);
    }
    clinic
}

fn floating_problem(dice: &mut Dice) -> (Site, Household, i32) {
    let (mut clinic, household, weeks) = small_problem(dice);
    for _ in 0..=dice.roll(8) / 7 {
        let from = 420 + dice.roll(12) * 60 + dice.roll(3) * 5;
        let minutes = dice.one_of(&[30, 45, 60]);
        let days = dice.one_of::<&[Weekday]>(&[&[Mon], &[Mon, Tue], &[Tue], &[Mon, Sun]]);
        let mut hour = row(minutes, &[(days, from, from + minutes + dice.roll(4) * 15 + 14)]);
        if dice.roll(4) == 0 {
            let from = from - 30;
            hour.windows.push((Days::of(&[Mon]), Span { from, to: from + minutes + 30 }));
        }
        if dice.roll(10) == 0 {
            let own = &clinic.tracks[0].sessions[0];
            hour.windows = vec![(own.days, Span { from: own.span.from - 15, to: own.span.from + minutes + 10 })];
        }
        hour.online = dice.roll(4) == 0;
        hour.weeks = (dice.roll(4) == 0).then_some((2, 2));
        clinic.tracks[0].floating.push(hour);
    }
    if dice.roll(4) == 0 {
        clinic.program.closures = vec![add_days(monday(), dice.roll(2))];
    }
    (clinic, household, weeks)
}

#[test]
fn the_engine_agrees_with_trying_every_place() {
    let mut dice = Dice(0xf10a_7ed5);
    let (mut changed, mut not, mut nowhere, mut several) = (0, 0, 0, 0);
    for round in 0..500 {
        let (clinic, household, weeks) = floating_problem(&mut dice);
        let rows = &clinic.tracks[0].floating;
        let mut all: Vec<Vec<(Weekday, i32)>> = vec![Vec::new()];
        for row in rows {
            let longer = |taken: &Vec<(Weekday, i32)>| {
                every_place(row).into_iter().map(|place| [&taken[..], &[place]].concat()).collect::<Vec<_>>()
            };
            all = all.iter().flat_map(longer).collect();
        }
        let own = clinic.tracks[0].sessions.len();
        let mut best: Option<(Told, Vec<(Weekday, i32)>)> = None;
        for places in all {
            let form = with_blocks(&clinic, &places);
            if !can_be_at(&form, &household, own) {
                continue;
            }
            let (within, partial) = brute(&form, &household, weeks, 15);
            let worth = (within.is_none(), within.unwrap_or(partial));
            if best.as_ref().is_none_or(|(known, _)| worth < *known) {
                best = Some((worth, places));
            }
        }
        for cars in [None, Some(Cars::uncounted())] {
            let household = Household { cars, ..household.clone() };
            let offer = only(&clinic, &household);
            assert!(offer.proven, "round {round}");
            let Some((worth, places)) = &best else {
                assert!(offer.blocks.is_empty() && !offer.verdict.fits(), "round {round}\n{clinic:#?}\n{offer:#?}");
                nowhere += 1;
                continue;
            };
            let c = offer.cost;
            let lines = [c.missed, c.work_lost_min, c.parties, c.moved_min].map(|n| i32::try_from(n).expect("small"));
            let lines: Vec<i32> =
                lines.into_iter().chain([c.travel_min, i32::try_from(c.evenings).expect("small")]).collect();
            let told = (!offer.verdict.fits(), lines.try_into().expect("six"));
            assert_eq!((&told, at(&offer)), (worth, places.clone()), "round {round}\n{clinic:#?}\n{household:#?}");
            changed += i32::from(!offer.verdict.changes().is_empty() && offer.verdict.fits());
            not += i32::from(!offer.verdict.fits());
            several += i32::from(rows.len() > 1);
        }
    }
    assert!([changed, not, nowhere, several].iter().all(|n| *n > 40), "{changed} {not} {nowhere} {several}");
}
