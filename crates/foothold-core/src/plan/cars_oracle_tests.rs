//! The slow, obvious solver for households, with cars: of everything that it tries, what needs more
//! cars at any moment than there are is thrown away. The rest of it is in `family_oracle_tests.rs`.

use super::family_oracle::{At, Busy, compare, go, person, some};
use super::oracle::{Dice, firm};
use super::tests::{monday, session, site};
use super::*;
use crate::household::{Commitment, Firm, Kind};
use crate::people::{By, Duty, Is, Means, Spot};
use crate::rhythm::{Rhythm, When};
use crate::site::{Attend, MissRule};
use crate::time::{Span, WEEK};

/// Somebody out with a car: every way as (when, to where), the last one being home.
type Drive = Vec<(i32, At)>;

/// Whether at no moment more cars are out than there are, or than with commitments alone.
pub(super) fn enough(household: &Household, alone: &[Busy], all: &[Busy]) -> bool {
    let (before, later) = (lates(household, alone), lates(household, all));
    let known = |(who, at, place): &(usize, i32, At)| {
        let until = (*at..*at + 1440).find(|minute| minute % 1440 == 300).expect("a morning");
        before.iter().any(|(one, then, of)| one == who && of == place && *then >= *at && *then < until)
    };
    if !later.iter().all(known) {
        return false;
    }
    let drivers = household.people.iter().filter(|person| person.drives).count();
    let Some(cars) = household.cars.and_then(|cars| cars.count).map(usize::from).filter(|cars| *cars < drivers) else {
        return true;
    };
    let (alone, now) = (drives(household, alone), drives(household, all));
    let count = |drives: &[Drive], at: i32| {
        let mut out: Vec<&Drive> =
            drives.iter().filter(|d| d[0].0 <= at && at < d.last().expect("a way home").0).collect();
        out.sort_by_key(|drive| format!("{drive:?}"));
        out.dedup();
        out.len()
    };
    let moments = now.iter().chain(&alone).flat_map(|drive| [drive[0].0, drive.last().expect("a way home").0]);
    moments.into_iter().all(|at| count(&now, at) <= cars.max(count(&alone, at)))
}

fn by(household: &Household, at: At) -> By {
    match at {
        At::Home => Means::Foot.into(),
        At::Clinic => household.clinic_by,
        At::Row(row) => household
            .commitments
            .get(row)
            .map_or_else(|| household.duties[row - household.commitments.len()].by, |c| c.by),
    }
}

/// Everything that ends where and when nothing goes any more, and after which somebody goes: who, when.
fn lates(household: &Household, all: &[Busy]) -> Vec<(usize, i32, At)> {
    let mut found = Vec::new();
    for b in all {
        let Some(last) = by(household, b.at).last else { continue };
        let mine = || all.iter().filter(|other| other.who == b.who);
        let free = mine().filter(|o| (o.from, o.to) <= (b.from, b.to)).map(|o| o.to).max().expect("itself");
        let next = mine().filter(|o| (o.from, o.to) > (b.from, b.to)).min_by_key(|o| (o.from, o.to, o.at != At::Home));
        let stays = next.is_some_and(|next| {
            let early = if b.at == At::Clinic { 0 } else { next.early };
            let home = 2 * go(household, b.at, At::Home);
            next.at == b.at && home > 0 && next.from - early - free < home + 60
        });
        let gone = (0..1440).map(|more| (last + 1 + more) % 1440).take_while(|minute| *minute != 300);
        if !stays && gone.into_iter().any(|minute| minute == free.rem_euclid(1440)) {
            found.push((b.who, free, b.at));
        }
    }
    found
}

fn drives(household: &Household, all: &[Busy]) -> Vec<Drive> {
    let mut found: Vec<Drive> = Vec::new();
    for who in (0..household.people.len()).filter(|who| household.people[*who].drives) {
        let mut mine: Vec<&Busy> = all.iter().filter(|b| b.who == who).collect();
        let rank = |at: At| match at {
            At::Home => 0,
            At::Clinic => 1,
            At::Row(row) => 2 + row,
        };
        mine.sort_by_key(|b| (b.from, b.to, rank(b.at)));
        let mut drive: Drive = Vec::new();
        let (mut place, mut been, mut free, mut minutes, mut car) = (At::Home, At::Home, i32::MIN / 2, 0, false);
        for n in 0..=mine.len() {
            let next = mine.get(n);
            let early = next.map_or(0, |b| if been == At::Clinic { 0 } else { b.early });
            let straight = next.is_some_and(|b| {
                let by_home = go(household, place, At::Home) + go(household, At::Home, b.at);
                b.from - early - free < by_home + 60 && go(household, place, b.at) != by_home
            });
            if place != At::Home && !straight {
                minutes += go(household, place, At::Home);
                drive.push((free + go(household, place, At::Home), At::Home));
                if car && minutes > 0 {
                    found.push(drive.clone());
                }
                drive.clear();
                (place, minutes, car) = (At::Home, 0, false);
            }
            let Some(b) = next else { break };
            if b.at != place {
                let early = if place == At::Home { b.early } else { early };
                drive.push((b.from - early - go(household, place, b.at), b.at));
                minutes += go(household, place, b.at);
                car |= b.at != At::Home && by(household, b.at).means == Means::Car;
            }
            (place, been, free) = (b.at, b.at, free.max(b.to));
        }
    }
    found
}

/// Two or three people, most of whom drive, and too few cars.
fn car_problem(dice: &mut Dice) -> (Site, Household, i32) {
    let step = 30;
    let weeks = 1 + i32::from(dice.roll(8) == 0);
    let mut people = vec![person(Is::Client, &["parent"]), person(Is::Adult, &["parent"])];
    if dice.roll(3) == 0 {
        people.push(person(Is::Adult, &[]));
        people[2].drives = dice.roll(2) == 0;
    }
    let everybody: Vec<usize> = (0..people.len()).collect();
    let from = (24 + dice.roll(14)) * step;
    let mut one = session(&[WEEK[0]], from, from + (1 + dice.roll(4)) * step);
    match dice.roll(16) {
        0 | 1 => one.online = one.days,
        2 => one.either = true,
        _ => {}
    }
    if dice.roll(5) == 0 {
        one.attend = Attend { client: dice.roll(2) == 0, roles: vec![String::from("parent")] };
    }
    let mut clinic = site(vec![one]);
    clinic.program.weeks = (1, u16::try_from(weeks).expect("small"));
    clinic.program.arrival_buffer_min = dice.roll(2) * step;
    clinic.program.misses = MissRule { allowed: u16::try_from(dice.roll(2)).expect("small"), in_weeks: 1 };
    let around = |dice: &mut Dice, most: i32| {
        let from = (20 + dice.roll(20)) * step;
        Span { from, to: from + dice.roll(most) * step }
    };
    let way = |dice: &mut Dice| Spot::of(dice.one_of(&[0, 1, 1, 1, 2]) * step, (dice.roll(3) == 0).then_some(step));
    let by = |dice: &mut Dice| By {
        means: dice.one_of(&[Means::Car, Means::Car, Means::Car, Means::Bus]),
        last: (dice.roll(6) == 0).then(|| (32 + dice.roll(14)) * step % 1440),
    };
    let mut duties = Vec::new();
    for row in 1..=u32::try_from(dice.roll(if weeks == 1 { 3 } else { 2 })).expect("small") {
        let mut span = around(dice, 4);
        span.to += step;
        let may = some(dice, &everybody);
        let mut duty = Duty::weekly(row, Days::of(&[WEEK[dice.one_of(&[0, 0, 0, 0, 1])]]), span, &may);
        duty.usual = (dice.roll(3) > 0).then(|| may[0]);
        (duty.spot, duty.by) = (way(dice), by(dice));
        if dice.roll(4) == 0 {
            duty.outside = vec![(Days::of(&[WEEK[0]]), Span { from: 0, to: 1440 })];
        }
        duties.push(duty);
    }
    let mut commitments = Vec::new();
    for row in 1..=u32::try_from(1 + i32::from(weeks == 1) * dice.roll(2)).expect("small") {
        let mut span = around(dice, 8);
        span.to += step;
        // What remains is never less than a step.
        let firm = match firm(dice, step) {
            Firm::Cut { most_min } => Firm::Cut { most_min: most_min.min(span.to - span.from - step) },
            other => other,
        };
        let kind = dice.one_of(&[Kind::Work, Kind::Care, Kind::Appointment]);
        let (travel_min, direct_min) = match way(dice) {
            Spot::Own { travel_min, direct_min } => (travel_min, direct_min),
            _ => (0, None),
        };
        let mut one = Commitment::weekly(row, kind, Days::of(&[WEEK[0]]), span);
        if weeks == 2 && dice.roll(2) == 0 {
            let mut days = vec![None; 14];
            days[0] = Some(span);
            one.when = When { rhythm: Rhythm::Cycle { anchor: monday(), days }, ..one.when };
        }
        let who = dice.one_of(&[0, 1, 1, people.len() - 1]);
        commitments.push(Commitment { who, travel_min, direct_min, firm, by: by(dice), ..one });
    }
    let mut of = Household::of(dice.one_of(&[0, 1, 1, 2]) * step, monday(), commitments);
    of.clinic_by = By { means: Means::Car, ..by(dice) };
    let cars = Some(Cars::of(u8::from(dice.roll(6) > 0) + u8::from(dice.roll(6) == 0)));
    (clinic, Household { people, duties, cars, rest: None, ..of }, weeks)
}

/// The same without entries of one person that contradict each other: no amount is worked out for
/// the order in which those are taken.
fn sound_car_problem(dice: &mut Dice) -> (Site, Household, i32) {
    loop {
        let (clinic, household, weeks) = car_problem(dice);
        let none = Site { tracks: Vec::new(), ..clinic.clone() };
        let own = solve(&none, &household, Budget::default()).own;
        if own.iter().all(|clash| clash.kind == ClashKind::Car) {
            return (clinic, household, weeks);
        }
    }
}

#[test]
fn the_engine_agrees_with_trying_everybody_where_cars_are_few() {
    let mix = compare(6000, 0xca_5eed, 30, sound_car_problem);
    assert!(mix.iter().all(|n| *n > 40), "{mix:?}");
}
