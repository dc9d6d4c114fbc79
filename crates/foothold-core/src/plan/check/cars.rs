//! Cars, minute by minute: who is away from home with one, and whether there are as many.

use super::super::{Clash, ClashKind};
use super::day::{Sort, Thing, Where, World};
use super::told::is_free;
use crate::people::{By, Means};
use crate::time::{DAY_MIN, Datelike, Days};

/// One person away from home with a car: when each way starts and where it leads, and when they are home.
#[derive(Clone, Debug)]
pub(super) struct Drive {
    who: usize,
    stops: Vec<(i32, Where)>,
    home: i32,
}

impl Drive {
    fn leaves(&self) -> i32 {
        self.stops.first().map_or(self.home, |(at, _)| *at)
    }

    fn is_with(&self, other: &Self) -> bool {
        (&self.stops, self.home) == (&other.stops, other.home)
    }

    fn has(&self, thing: &Thing) -> bool {
        self.who == thing.who && thing.at != Where::Home && self.leaves() <= thing.from && thing.to <= self.home
    }
}

/// How many cars there are, where they have to be shared.
fn cars(world: &World) -> Option<usize> {
    let drivers = world.household.people.iter().filter(|person| person.drives).count();
    world.household.cars.and_then(|cars| cars.count).map(usize::from).filter(|cars| *cars < drivers)
}

fn by(world: &World, at: Where) -> Option<By> {
    let home = world.household;
    match at {
        Where::Home => None,
        Where::Clinic => Some(home.clinic_by),
        Where::Named(place) => home.places.get(place).map(|place| place.by),
        Where::Row(row) => home.commitments.get(row).map(|c| c.by),
        Where::DutyRow(row) => home.duties.get(row).map(|duty| duty.by),
    }
}

/// Ways of everybody that start when nothing goes any more: who, when, from where.
fn too_late(world: &World, all: &[Thing]) -> Vec<(usize, i32, Where)> {
    let mut found = Vec::new();
    for who in 0..world.household.people.len() {
        let mut mine: Vec<&Thing> = all.iter().filter(|thing| thing.who == who).collect();
        mine.sort_by_key(|t| (t.from, t.to, t.at != Where::Home));
        let mut free = i32::MIN / 2;
        for (n, thing) in mine.iter().enumerate() {
            free = free.max(thing.to);
            let stays = mine.get(n + 1).is_some_and(|next| {
                let early = if thing.at == Where::Clinic { 0 } else { next.early };
                let by_home = world.go(thing.at, Where::Home) + world.go(Where::Home, next.at);
                next.at == thing.at && by_home > 0 && next.from - early - free < by_home + 60
            });
            let last = by(world, thing.at).and_then(|by| by.last);
            // A last bus before 5am is one of the evening before.
            let hours = |minute: i32| (minute - 300).rem_euclid(DAY_MIN);
            if !stays && last.is_some_and(|last| hours(free) > hours(last)) {
                found.push((who, free, thing.at));
            }
        }
    }
    found
}

/// Whether nobody misses the last way home who would not do so with commitments alone.
pub(super) fn get_home(world: &World, now: &[Thing]) -> bool {
    let alone = too_late(world, &world.commitments());
    too_late(world, now).iter().all(|late| is_known(late, &alone))
}

/// Whether somebody who leaves a place too late would do so as late or later that night with commitments alone.
fn is_known((who, at, from): &(usize, i32, Where), alone: &[(usize, i32, Where)]) -> bool {
    let morning = at + DAY_MIN - (at - 300).rem_euclid(DAY_MIN);
    alone.iter().any(|(one, then, place)| (one, place) == (who, from) && (*at..morning).contains(then))
}

/// Everybody's times away from home with a car, while they do these things.
fn drives(world: &World, all: &[Thing]) -> Vec<Drive> {
    let mut found = Vec::new();
    for who in
        (0..world.household.people.len()).filter(|who| world.household.people.get(*who).is_some_and(|p| p.drives))
    {
        let mut mine: Vec<&Thing> = all.iter().filter(|thing| thing.who == who).collect();
        mine.sort_by_key(|t| (t.from, t.to, t.at != Where::Home));
        let mut away: Vec<&Thing> = Vec::new();
        let mut free = i32::MIN / 2;
        for (n, thing) in mine.iter().enumerate() {
            let before = n.checked_sub(1).and_then(|n| mine.get(n)).map(|before| before.at);
            let early = if before == Some(Where::Clinic) { 0 } else { thing.early };
            if let Some(last) = away.last() {
                let by_home = world.go(last.at, Where::Home) + world.go(Where::Home, thing.at);
                if world.go(last.at, thing.at) == by_home || thing.from - early - free >= by_home + 60 {
                    found.extend(drive(world, &away, free));
                    away.clear();
                }
            }
            if thing.at != Where::Home {
                away.push(thing);
            }
            free = free.max(thing.to);
        }
        found.extend(drive(world, &away, free));
    }
    found
}

/// The drive from home to these things, one after the other, and home when all has ended.
fn drive(world: &World, away: &[&Thing], free: i32) -> Option<Drive> {
    let (first, last) = (away.first()?, away.last()?);
    let mut on_the_way = world.go(Where::Home, first.at) + world.go(last.at, Where::Home);
    let mut stops = vec![(first.from - first.early - world.go(Where::Home, first.at), first.at)];
    for (before, thing) in away.iter().zip(away.iter().skip(1)).filter(|(before, thing)| before.at != thing.at) {
        let early = if before.at == Where::Clinic { 0 } else { thing.early };
        let way = world.go(before.at, thing.at);
        on_the_way += way;
        stops.push((thing.from - early - way, thing.at));
    }
    let home = free + world.go(last.at, Where::Home);
    let needed =
        on_the_way > 0 && away.iter().any(|thing| by(world, thing.at).is_some_and(|by| by.means == Means::Car));
    needed.then_some(Drive { who: first.who, stops, home })
}

/// How many cars are out in one minute.
fn out(drives: &[Drive], minute: i32) -> usize {
    let mut seen: Vec<&Drive> = Vec::new();
    for drive in drives.iter().filter(|drive| (drive.leaves()..drive.home).contains(&minute)) {
        if !seen.iter().any(|known| known.is_with(drive)) {
            seen.push(drive);
        }
    }
    seen.len()
}

/// The cars that commitments alone take, and whether a minute has more than there are and than that.
struct Yard {
    cars: usize,
    alone: Vec<Drive>,
}

impl Yard {
    fn of(world: &World) -> Option<Self> {
        cars(world).map(|cars| Self { cars, alone: drives(world, &world.commitments()) })
    }

    fn is_over(&self, now: &[Drive], minute: i32) -> bool {
        out(now, minute) > self.cars.max(out(&self.alone, minute))
    }

    /// Minutes with too many, of those in which both are out.
    fn over(&self, now: &[Drive], a: &Drive, b: &Drive) -> i32 {
        let both = a.leaves().max(b.leaves())..a.home.min(b.home);
        i32::try_from(both.filter(|minute| self.is_over(now, *minute)).count()).unwrap_or(i32::MAX)
    }
}

/// Whether there is a car for everybody who does these things.
pub(super) fn are_enough(world: &World, now: &[Thing]) -> bool {
    let Some(yard) = Yard::of(world) else { return true };
    let now = drives(world, now);
    let ends = now.iter().chain(&yard.alone).flat_map(|drive| [drive.leaves(), drive.home]);
    ends.into_iter().all(|minute| !yard.is_over(&now, minute))
}

/// The clashes by car that an offer has to name, and no other.
pub(super) fn clashes(world: &World) -> Vec<Clash> {
    let mut found: Vec<Clash> = Vec::new();
    let yard = Yard::of(world).unwrap_or(Yard { cars: usize::MAX, alone: Vec::new() });
    let alone = too_late(world, &world.commitments());
    let before = world.before();
    for seat in &world.seats {
        let [who] = seat.may.as_slice() else { continue };
        let session = Thing { who: *who, ..seat.thing };
        let against = |thing: &&Thing| thing.who == *who && !world.apart(thing, &session);
        if before.iter().filter(against).any(|thing| thing.sort == Sort::Commitment) {
            continue;
        }
        let mut say = |kind, row, duty, min| {
            let (session, day) = (seat.session, seat.date.weekday());
            let same = |c: &&mut Clash| (c.kind, c.row, c.duty, c.session, c.min) == (kind, row, duty, session, min);
            match found.iter_mut().find(same) {
                Some(known) => (known.days, known.dates) = (known.days.with(day, true), known.dates + 1),
                None => found.push(Clash { row, duty, session, days: Days::of(&[day]), kind, min, dates: 1 }),
            }
        };
        // What is days away has nothing to do with it.
        let near = |thing: &&Thing| (thing.from - session.from).abs() < 6 * DAY_MIN;
        let mut setting: Vec<Thing> = before.iter().filter(|t| near(t) && !against(t)).copied().collect();
        setting.push(session);
        let late = too_late(world, &setting).into_iter().filter(|late| !is_known(late, &alone));
        let mut first = late.filter(|(one, at, from)| one == who && *at >= session.to && *from == session.at);
        let stays = |at: i32| {
            setting.iter().any(|t| t.who == *who && t.at != session.at && t.from >= session.to && t.from < at)
        };
        if let Some((_, at, _)) = first.next().filter(|(_, at, _)| at - session.to < DAY_MIN && !stays(*at))
            && let Some(last) = by(world, session.at).and_then(|by| by.last)
        {
            say(ClashKind::Last, 0, None, (at - last).rem_euclid(DAY_MIN));
        }
        let now = drives(world, &setting);
        for mine in now.iter().filter(|drive| drive.has(&session)) {
            for thing in setting.iter().filter(|thing| thing.who != *who) {
                let theirs = now.iter().filter(|drive| drive.has(thing) && !drive.is_with(mine));
                let min = theirs.map(|drive| yard.over(&now, mine, drive)).max().unwrap_or(0);
                if min > 0 && thing.sort == Sort::Duty {
                    say(ClashKind::Car, 0, world.duties.get(thing.of).map(|duty| duty.row), min);
                } else if min > 0 {
                    say(ClashKind::Car, world.occurrences.get(thing.of).map_or(0, |o| o.row), None, min);
                }
            }
        }
        for duty in before.iter().filter(|t| against(t) && t.sort == Sort::Duty) {
            let Some(on) = world.duties.get(duty.of).filter(|on| !on.outside && on.base_of(*who).is_some()) else {
                continue;
            };
            let others =
                on.may.iter().filter(|other| **other != *who && is_free(world, on, **other, (duty.from, duty.to)));
            let short = |other: &usize| {
                let mut setting = setting.clone();
                setting.push(Thing { who: *other, ..*duty });
                let now = drives(world, &setting);
                now.iter().find(|d| d.has(&Thing { who: *other, ..*duty })).map_or(0, |d| yard.over(&now, d, d))
            };
            let least = others.map(short).min().unwrap_or(0);
            if least > 0 {
                say(ClashKind::Car, 0, Some(on.row), least);
            }
        }
    }
    found
}
