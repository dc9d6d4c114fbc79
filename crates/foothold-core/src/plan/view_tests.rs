//! The weeks of a program as pictures: each as it is, and which are alike.

use super::tests::{house, monday, session, site, work};
use super::*;
use crate::household::{Commitment, Firm};
use crate::rhythm::When;
use crate::time::Weekday::{Mon, Sun, Thu, Tue};
use crate::time::add_days;

const DAY: Span = Span { from: 420, to: 1140 };

/// Two on, two off, three on: the other half of a fortnight is the other way round.
fn crew() -> Commitment {
    let on = [1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 0, 0];
    let days = on.iter().map(|on| (*on == 1).then_some(DAY)).collect();
    Commitment { when: When::cycle(monday(), days), ..work(Days::NONE, 420, 1140, Firm::Fixed) }
}

fn spans(picture: &WeekPicture, day: usize) -> Vec<(i32, i32)> {
    picture.days[day].1.iter().filter(|block| block.kind != BlockKind::Travel).map(|b| (b.from, b.to)).collect()
}

#[test]
fn a_week_that_is_always_the_same_is_one_kind() {
    let household = house(vec![work(Days::WORKDAYS, 540, 1020, Firm::Fixed)]);
    let clinic = site(vec![session(&[Mon, Tue, Thu], 1080, 1260)]);
    let answer = solve(&clinic, &household, Budget::default());
    let drawn = weeks(&clinic, &household, answer.offers.first(), 0);
    assert_eq!((drawn.weeks.len(), drawn.fullest), (12, 0));
    assert_eq!(alike(&drawn.weeks), [(0..12).collect::<Vec<_>>()]);
}

#[test]
fn a_fortnight_is_two_kinds_of_week() {
    let drawn = weeks(&site(vec![]), &house(vec![crew()]), None, 0);
    assert_eq!(alike(&drawn.weeks), [vec![0, 2, 4, 6, 8, 10], vec![1, 3, 5, 7, 9, 11]]);
    let busy = |at: usize| (0..7).filter(|day| !spans(&drawn.weeks[at], *day).is_empty()).collect::<Vec<_>>();
    assert_eq!((busy(0), busy(1)), (vec![0, 1, 4, 5, 6], vec![2, 3]));
}

#[test]
fn a_closed_day_and_a_workshop_of_some_weeks_make_kinds_of_their_own_and_the_fullest_is_known() {
    let mut family = session(&[Thu], 1020, 1080);
    family.weeks = Some((2, 5));
    let mut clinic = site(vec![session(&[Mon, Tue], 1080, 1260), family]);
    // The Monday of the fourth week.
    clinic.program.closures = vec![add_days(monday(), 21)];
    let drawn = weeks(&clinic, &house(vec![]), solve(&clinic, &house(vec![]), Budget::default()).offers.first(), 0);
    assert_eq!(alike(&drawn.weeks), [vec![0, 5, 6, 7, 8, 9, 10, 11], vec![1, 2, 4], vec![3]]);
    assert_eq!(drawn.fullest, 1);
    assert_eq!(week(&clinic, &house(vec![]), None, 0), WeekPicture::empty(), "nothing without an offer");
}

#[test]
fn a_night_reaches_into_the_week_after_it_and_every_week_shows_the_same_hours() {
    // The last Sunday night is that of the second week.
    let night = work(Days::of(&[Sun]), 1140, 1860, Firm::Fixed);
    let last = Some(add_days(monday(), 13));
    let ends = Commitment { when: When { last, ..night.when.clone() }, ..night };
    let drawn = weeks(&site(vec![]), &house(vec![ends]), None, 0);
    let monday = |at: usize| spans(&drawn.weeks[at], 0);
    assert_eq!((monday(0), monday(2), monday(3)), (vec![(0, 420)], vec![(0, 420)], vec![]));
    assert_eq!((spans(&drawn.weeks[1], 6), spans(&drawn.weeks[2], 6)), (vec![(1140, 1440)], vec![]));
    assert_eq!(alike(&drawn.weeks).len(), 3);
    assert!(drawn.weeks.iter().all(|one| (one.from, one.to) == (0, 1440)));
}

#[test]
fn somebody_who_does_nothing_else_is_early_on_every_day() {
    let clinic = site(vec![session(&[Mon, Tue], 1080, 1200), session(&[Tue], 1200, 1260)]);
    let answer = solve(&clinic, &house(vec![]), Budget::default());
    let drawn = weeks(&clinic, &house(vec![]), answer.offers.first(), 0);
    let way = |day: usize| {
        let blocks = drawn.weeks[3].days[day].1.iter().filter(|block| block.kind == BlockKind::Travel);
        blocks.map(|block| (block.from, block.to)).collect::<Vec<_>>()
    };
    assert_eq!((way(0), way(1)), (vec![(1050, 1070), (1200, 1220)], vec![(1050, 1070), (1260, 1280)]));
}
