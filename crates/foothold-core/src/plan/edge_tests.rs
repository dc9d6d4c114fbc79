//! What happens where a household has more of something than any ordinary one: the answer is still exact, or it says that it
//! is not, and every question ends.

use super::tests::{house, session, site, work};
use super::*;
use crate::household::{Commitment, Firm, Household, Kind};
use crate::people::{Duty, Is, Person, Spot};
use crate::rhythm::{Rhythm, When};
use crate::site::Track;
use crate::site::{Intake, Session};
use crate::time::{Span, add_days};
use Weekday::{Fri, Mon, Sun, Thu, Tue, Wed};

fn only(site: &Site, household: &Household) -> Offer {
    solve(site, household, Budget::default()).offers.remove(0)
}

/// Work on Mondays until 6, of which an hour can be cut, 15 minutes from the clinic.
fn job(row: u32) -> Commitment {
    Commitment { row, ..work(Days::of(&[Mon]), 600, 1080, Firm::Cut { most_min: 60 }) }
}

/// So many rows that are in nobody's way, each with an employer of its own.
fn elsewhere(rows: u32) -> Vec<Commitment> {
    let row = |row| Commitment::weekly(row, Kind::Work, Days::of(&[Sun]), Span { from: 300, to: 310 });
    (1..=rows).map(row).collect()
}

#[test]
fn the_last_of_200_rows_is_asked_like_the_first() {
    for rows in [0, 62, 63, 64, 65, 199] {
        let mut commitments = elsewhere(rows);
        commitments.push(job(rows + 1));
        let offer = only(&site(vec![session(&[Mon], 1080, 1200)]), &house(commitments));
        let told: Vec<_> = offer.verdict.changes().iter().map(|change| (change.row, change.kind)).collect();
        assert_eq!(told, [(Some(rows + 1), ChangeKind::LeaveEarly(25))], "{rows}");
        assert_eq!((offer.cost.parties, offer.cost.work_lost_min, offer.proven), (1, 12 * 25, true), "{rows}");
    }
}

#[test]
fn each_of_many_employers_is_counted() {
    // A roster of which every shift is a row: each clashes with one session.
    let shift = |at: u32| {
        let date = add_days(tests::monday(), i32::try_from(at).expect("small") * 7);
        let when = When { rhythm: Rhythm::Listed(vec![(date, Span { from: 600, to: 1080 })]), ..job(1).when };
        Commitment { when, ..job(at + 1) }
    };
    for shifts in [3, 12, 40] {
        let mut clinic = site(vec![session(&[Mon], 1080, 1200)]);
        clinic.program.weeks = (40, 40);
        let offer = only(&clinic, &house((0..shifts).map(shift).collect()));
        let cost = (offer.cost.parties, offer.cost.work_lost_min, offer.proven);
        assert_eq!(cost, (shifts, shifts * 25, true), "every one of them has to be asked");
    }
}

/// Duties of one evening, each a quarter of an hour after the other and somewhere else, that all adults may do.
fn errands(count: u32, adults: usize) -> Household {
    let duty = |row: u32| {
        let at = 960 + i32::try_from(row).expect("small") * 15;
        let span = Span { from: at, to: at + 5 };
        let all: Vec<usize> = (0..adults).collect();
        let usual = Some(0);
        Duty { spot: Spot::of(10, None), usual, ..Duty::weekly(row, Days::of(&[Mon]), span, &all) }
    };
    let mut people = vec![Person::client()];
    people.resize(adults, Person { is: Is::Adult, ..Person::client() });
    Household { people, duties: (1..=count).map(duty).collect(), ..house(vec![]) }
}

#[test]
fn a_baseline_that_was_cut_short_is_not_called_proven() {
    let clinic = site(vec![session(&[Fri], 600, 660)]);
    assert!(only(&clinic, &errands(3, 3)).proven);
    assert!(!only(&clinic, &errands(24, 8)).proven, "nobody looked at all the ways to share these");
}

/// Two clients and so many tracks, each on another hour.
fn choices(tracks: usize, clients: usize) -> (Site, Household) {
    let mut clinic = site(vec![session(&[Mon, Tue, Wed, Thu], 540, 600)]);
    let first = clinic.tracks[0].clone();
    clinic.tracks = (0..tracks).map(|at| Track { id: format!("t{at}"), ..first.clone() }).collect();
    for (at, track) in clinic.tracks.iter_mut().enumerate() {
        let from = 480 + i32::try_from(at).expect("small") % 40 * 15;
        let either = Session { either: true, ..session(&[Mon, Tue, Wed, Thu, Fri], from, from + 60) };
        track.sessions = vec![either];
    }
    let people = vec![Person::client(); clients];
    let job = |who: usize| Commitment {
        who,
        ..work(Days::WORKDAYS, 500 + 60 * i32::try_from(who).expect("small"), 1000, Firm::Cut { most_min: 120 })
    };
    let commitments =
        (0..clients).map(|who| Commitment { row: u32::try_from(who).expect("small") + 1, ..job(who) }).collect();
    (clinic, Household { people, ..house(commitments) })
}

#[test]
fn more_choices_together_than_can_be_looked_at_end_and_say_so() {
    let (clinic, household) = choices(3, 2);
    let some = together(&clinic, &household, Budget(2_000));
    assert!(!some.is_empty() && some.iter().all(|one| !one.proven), "the budget is one for all of them");
    let (clinic, household) = choices(40, 4);
    let some = together(&clinic, &household, Budget(2_000));
    assert!(!some.is_empty() && some.iter().all(|one| !one.proven));
}

#[test]
fn what_cannot_all_hold_is_not_said_where_that_was_not_looked_at_to_its_end() {
    let clinic = site(vec![session(&[Mon, Tue], 600, 780)]);
    let household = house(vec![work(Days::WORKDAYS, 540, 1020, Firm::Fixed)]);
    let offer = only(&clinic, &household);
    assert_eq!(contradiction(&clinic, &household, &offer, Budget::default()).len(), 2);
    assert_eq!(contradiction(&clinic, &household, &offer, Budget(0)), []);
}

#[test]
fn looking_for_a_first_visit_ends_with_its_budget() {
    let mut clinic = site(vec![session(&[Mon], 600, 780)]);
    clinic.program.intake =
        Some(Intake { minutes: 60, windows: vec![(Days::of(&[Mon, Tue, Wed, Thu, Fri]), Span { from: 0, to: 1440 })] });
    let at_work = house(vec![work(Days::WORKDAYS, 0, 1440, Firm::Fixed)]);
    let offer = only(&clinic, &at_work);
    let earliest = add_days(at_work.start, -14);
    assert_eq!(first_visit(&clinic, &at_work, &offer, earliest, Budget::default()), None);
    assert_eq!(first_visit(&clinic, &house(vec![]), &offer, earliest, Budget(0)), None, "not looked for at all");
}
