//! A slow, obvious solver for small problems, and the property that the real one agrees with it.
//!
//! It shares no code with the engine beyond the types: it tries every change in steps of 15
//! minutes on every subset of dates, on a timeline of real dates. All times and travel of the
//! generated problems are multiples of 15, so those steps miss nothing.

use super::tests::{monday, session, site};
use super::*;
use crate::household::{Commitment, Firm, Kind};
use crate::site::MissRule;
use crate::time::{DAY_MIN, Span, WEEK};

const STEP: i32 = 15;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    Home,
    Clinic,
    Away(usize),
}

#[derive(Clone, Copy, Debug)]
struct Busy {
    from: i32,
    to: i32,
    place: Place,
    early: i32,
}

/// Travel between places, by home or by the clinic wherever that is quicker.
fn go(household: &Household, a: Place, b: Place) -> i32 {
    if a == b {
        return 0;
    }
    let to_clinic = |p: Place| match p {
        Place::Home => household.commitments.iter().fold(household.clinic_travel_min, |least, c| {
            least.min(c.direct_min.map_or(i32::MAX, |d| d + c.travel_min))
        }),
        _ => 0,
    };
    let home_clinic = to_clinic(Place::Home);
    let home = |p: Place| match p {
        Place::Home => 0,
        Place::Clinic => home_clinic,
        Place::Away(i) => {
            let c = &household.commitments[i];
            c.travel_min.min(c.direct_min.map_or(i32::MAX, |d| d + home_clinic))
        }
    };
    let clinic = |p: Place| match p {
        Place::Home => home_clinic,
        Place::Clinic => 0,
        Place::Away(i) => {
            let c = &household.commitments[i];
            c.direct_min.unwrap_or(i32::MAX).min(home(p) + home_clinic)
        }
    };
    (home(a) + home(b)).min(clinic(a) + clinic(b))
}

fn apart(household: &Household, a: &Busy, b: &Busy) -> bool {
    let (x, y) = if (a.from, a.to) <= (b.from, b.to) { (a, b) } else { (b, a) };
    let early = if x.place == Place::Clinic && y.place == Place::Clinic { 0 } else { y.early };
    x.to <= y.from && y.from - x.to >= go(household, x.place, y.place) + early
}

/// What is left of an occurrence, minutes lost, minutes moved.
type Way = (Vec<(i32, i32)>, i32, i32);

/// Every way to change one occurrence: what is left, minutes lost, minutes moved.
fn ways(c: &Commitment) -> Vec<Way> {
    let (from, to) = (c.span.from, c.span.to);
    let mut ways = vec![(vec![(from, to)], 0, 0)];
    match c.firm {
        Firm::Fixed => {}
        Firm::IfNeeded => ways.push((vec![], to - from, 0)),
        Firm::Move { earlier_min, later_min } => {
            for n in 1..=earlier_min / STEP {
                ways.push((vec![(from - n * STEP, to - n * STEP)], 0, n * STEP));
            }
            for n in 1..=later_min / STEP {
                ways.push((vec![(from + n * STEP, to + n * STEP)], 0, n * STEP));
            }
        }
        Firm::Cut { most_min } => {
            for n in 1..=most_min / STEP {
                if n * STEP < to - from {
                    ways.push((vec![(from + n * STEP, to)], n * STEP, 0));
                    ways.push((vec![(from, to - n * STEP)], n * STEP, 0));
                }
                let mut leave = from + STEP;
                while leave + n * STEP < to {
                    ways.push((vec![(from, leave), (leave + n * STEP, to)], n * STEP, 0));
                    leave += STEP;
                }
            }
        }
    }
    ways
}

fn place(c: &Commitment, index: usize) -> Place {
    if c.travel_min > 0 || c.direct_min.is_some() { Place::Away(index) } else { Place::Home }
}

/// The least (missed, work lost, parties, moved) within the rule, and without it.
fn brute(site: &Site, household: &Household, weeks: i32) -> (Option<[u32; 4]>, [u32; 4]) {
    let mut units: Vec<(usize, i32)> = Vec::new();
    for (index, c) in household.commitments.iter().enumerate() {
        for (day, weekday) in (0..7).zip(WEEK) {
            if c.days.has(weekday) {
                units.push((index, day));
            }
        }
    }
    let buffer = site.program.arrival_buffer_min;
    let mut sessions: Vec<(i32, Busy)> = Vec::new();
    for week in 0..weeks {
        for s in &site.tracks[0].sessions {
            for (day, weekday) in (0..7).zip(WEEK) {
                if s.days.has(weekday) {
                    let at = (week * 7 + day) * DAY_MIN;
                    sessions.push((
                        week,
                        Busy { from: at + s.span.from, to: at + s.span.to, place: Place::Clinic, early: buffer },
                    ));
                }
            }
        }
    }
    let options: Vec<_> = units.iter().map(|(c, _)| ways(&household.commitments[*c])).collect();
    let occurrences: Vec<(usize, i32)> = units
        .iter()
        .enumerate()
        .flat_map(|(u, (_, day))| {
            let eve = i32::from(*day == 6);
            (-eve..weeks + i32::from(*day == 0)).map(move |week| (u, week))
        })
        .collect();
    let busy = |(u, week): (usize, i32), way: usize| -> Vec<Busy> {
        let (c, day) = units[u];
        let at = (week * 7 + day) * DAY_MIN;
        options[u][way]
            .0
            .iter()
            .map(|(f, t)| Busy { from: at + f, to: at + t, place: place(&household.commitments[c], c), early: 0 })
            .collect()
    };
    let all_apart = |a: &[Busy], b: &[Busy]| a.iter().all(|x| b.iter().all(|y| apart(household, x, y)));
    let mut best: (Option<[u32; 4]>, Option<[u32; 4]>) = (None, None);
    let mut pick = vec![0; units.len()];
    loop {
        let free: Vec<usize> = (0..occurrences.len()).filter(|o| pick[occurrences[*o].0] > 0).collect();
        for subset in 0..1u32 << free.len() {
            let used = |o: usize| free.iter().position(|f| *f == o).is_some_and(|bit| subset >> bit & 1 == 1);
            let way = |o: usize| if used(o) { pick[occurrences[o].0] } else { 0 };
            let now: Vec<Vec<Busy>> = (0..occurrences.len()).map(|o| busy(occurrences[o], way(o))).collect();
            let before: Vec<Vec<Busy>> = (0..occurrences.len()).map(|o| busy(occurrences[o], 0)).collect();
            let valid = (0..occurrences.len()).all(|a| {
                (a + 1..occurrences.len()).all(|b| all_apart(&now[a], &now[b]) || !all_apart(&before[a], &before[b]))
            });
            if !valid {
                continue;
            }
            let missed: Vec<i32> = sessions
                .iter()
                .filter(|(_, s)| !now.iter().all(|n| all_apart(n, std::slice::from_ref(s))))
                .map(|(week, _)| *week)
                .collect();
            let mut cost = [u32::try_from(missed.len()).expect("few"), 0, 0, 0];
            let mut asked = std::collections::BTreeSet::new();
            for o in (0..occurrences.len()).filter(|o| used(*o)) {
                let u = occurrences[o].0;
                let c = &household.commitments[units[u].0];
                let (_, lost, moved) = &options[u][pick[u]];
                cost[if c.kind.is_work() { 1 } else { 3 }] += lost.unsigned_abs();
                cost[3] += moved.unsigned_abs();
                if c.kind.asks_outside() {
                    asked.insert(units[u].0);
                }
            }
            cost[2] = u32::try_from(asked.len()).expect("few");
            if best.1.is_none_or(|b| cost < b) {
                best.1 = Some(cost);
            }
            let rule = site.program.misses;
            let kept = (0..weeks).all(|first| {
                missed.iter().filter(|w| (first..first + i32::from(rule.in_weeks)).contains(w)).count()
                    <= usize::from(rule.allowed)
            });
            if kept && best.0.is_none_or(|b| cost < b) {
                best.0 = Some(cost);
            }
        }
        let Some(at) = (0..pick.len()).rev().find(|i| pick[*i] + 1 < options[*i].len()) else { break };
        pick[at] += 1;
        pick[at + 1..].fill(0);
    }
    (best.0, best.1.expect("changing nothing is always possible"))
}

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: i32) -> i32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        i32::try_from((self.0 >> 33) % u64::from(sides.unsigned_abs())).expect("small")
    }
}

fn small_problem(dice: &mut Dice) -> (Site, Household, i32) {
    let single = dice.roll(3) == 0;
    let weeks = 1 + i32::from(single);
    let day = |dice: &mut Dice| {
        WEEK[usize::try_from([0, 0, 1, 6][usize::try_from(dice.roll(4)).expect("small")]).expect("small")]
    };
    let mut sessions = Vec::new();
    for _ in 0..=dice.roll(2) {
        let from = (28 + dice.roll(11) * 4) * STEP;
        let on = day(dice);
        sessions.push(session(&[on], from, from + (2 + dice.roll(6)) * STEP));
    }
    let mut clinic = site(sessions);
    clinic.program.weeks = (1, u16::try_from(weeks).expect("small"));
    clinic.program.arrival_buffer_min = dice.roll(2) * STEP;
    clinic.program.misses = MissRule { allowed: u16::try_from(dice.roll(2)).expect("small"), in_weeks: 1 };
    let mut commitments = Vec::new();
    for row in 1..=if single { 1 } else { 2 } {
        let from = (24 + dice.roll(56)) * STEP;
        let firm = match dice.roll(5) {
            0 => Firm::Fixed,
            1 => Firm::IfNeeded,
            2 => Firm::Move { earlier_min: dice.roll(5) * STEP, later_min: dice.roll(5) * STEP },
            _ => Firm::Cut { most_min: dice.roll(6) * STEP },
        };
        commitments.push(Commitment {
            row,
            kind: [Kind::Work, Kind::Care, Kind::Appointment][usize::try_from(dice.roll(3)).expect("small")],
            what: String::new(),
            days: Days::of(&[day(dice)]),
            span: Span { from, to: from + (3 + dice.roll(9)) * STEP },
            travel_min: dice.roll(3) * STEP,
            direct_min: (dice.roll(2) == 0).then(|| (1 + dice.roll(2)) * STEP),
            firm,
        });
    }
    let household = Household { clinic_travel_min: dice.roll(3) * STEP, start: monday(), commitments };
    (clinic, household, weeks)
}

#[test]
fn the_engine_agrees_with_trying_everything() {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let (mut changed, mut impossible, mut missed) = (0, 0, 0);
    for round in 0..6000 {
        let (clinic, household, weeks) = small_problem(&mut dice);
        let (within, partial) = brute(&clinic, &household, weeks);
        let offer = solve(&clinic, &household, Budget::default()).offers.remove(0);
        let cost = [offer.cost.missed, offer.cost.work_lost_min, offer.cost.parties, offer.cost.moved_min];
        let expected = within.unwrap_or(partial);
        assert_eq!(cost, expected, "round {round}\n{:#?}\n{household:#?}\n{offer:#?}", clinic.tracks[0].sessions);
        let fits = !matches!(offer.verdict, Verdict::DoesNotFit { .. });
        assert_eq!(fits, within.is_some(), "round {round}");
        assert!(offer.proven);
        changed += u32::from(fits && !offer.verdict.changes().is_empty());
        impossible += u32::from(!fits);
        missed += u32::from(fits && offer.cost.missed > 0);
    }
    assert!(changed > 400 && impossible > 200 && missed > 200, "{changed} changed, {impossible} not, {missed} missed");
}

#[test]
fn the_same_question_has_the_same_answer_and_names_do_not_matter() {
    let mut dice = Dice(77);
    for _ in 0..300 {
        let (clinic, household, _) = small_problem(&mut dice);
        let first = solve(&clinic, &household, Budget::default());
        assert_eq!(first, solve(&clinic, &household, Budget::default()));
        let mut renamed = household.clone();
        for c in &mut renamed.commitments {
            c.what = format!("Z{}", 9 - c.row);
        }
        assert_eq!(first, solve(&clinic, &renamed, Budget::default()));
    }
}
