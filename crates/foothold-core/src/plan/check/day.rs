//! A household and its clients' tracks, date by date on absolute minutes from the start of the program.

use super::super::{ChangeKind, Dated, Doer, DutyDate};
use super::Fault;
use crate::household::{Commitment, Firm, Household, Kind};
use crate::people::Spot;
use crate::site::{Site, Track};
use crate::time::{DAY_MIN, Datelike, NaiveDate, Span, add_days};

/// Further than any way.
const FAR: i32 = 1 << 20;

/// Where something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Where {
    Home,
    Clinic,
    Named(usize),
    Row(usize),
    DutyRow(usize),
}

/// What something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Commitment,
    Duty,
    /// A session of this client.
    Session(usize),
}

/// Something that somebody does.
#[derive(Clone, Copy, Debug)]
pub(super) struct Thing {
    pub(super) who: usize,
    pub(super) from: i32,
    pub(super) to: i32,
    pub(super) at: Where,
    pub(super) early: i32,
    pub(super) sort: Sort,
    /// Whether one can sleep meanwhile.
    pub(super) restful: bool,
    pub(super) evening: bool,
    pub(super) moved: bool,
    /// Which occurrence of a commitment, session or duty it is.
    pub(super) of: usize,
}

/// A commitment on one date.
#[derive(Clone, Debug)]
pub(super) struct Occurrence {
    pub(super) row: u32,
    index: usize,
    pub(super) date: NaiveDate,
    pub(super) span: Span,
    begun: i32,
}

/// A seat of a session on one date.
#[derive(Clone, Debug)]
pub(super) struct Seat {
    pub(super) client: usize,
    pub(super) role: Option<String>,
    pub(super) session: usize,
    pub(super) date: NaiveDate,
    pub(super) may: Vec<usize>,
    pub(super) thing: Thing,
}

/// A duty on one date; one that nobody can do before any session is not here.
#[derive(Clone, Debug)]
pub(super) struct DutyOn {
    pub(super) row: u32,
    pub(super) date: NaiveDate,
    pub(super) span: Span,
    /// Who does it before any session, one after the other.
    pub(super) base: Vec<Part>,
    pub(super) may: Vec<usize>,
    pub(super) handover: bool,
    pub(super) outside: bool,
    pub(super) thing: Thing,
}

/// Who does a duty from when to when, in minutes.
pub(super) type Part = (i32, i32, Doer);

impl DutyOn {
    /// From when to when somebody does it before any session.
    pub(super) fn base_of(&self, who: usize) -> Option<(i32, i32)> {
        self.base.iter().find(|part| part.2 == Doer::Person(who)).map(|part| (part.0, part.1))
    }

    /// Whether this is done for this duty.
    pub(super) fn is_of(&self, thing: &Thing) -> bool {
        thing.sort == Sort::Duty && thing.of == self.thing.of
    }

    /// Whether somebody from outside does it before any session.
    pub(super) fn is_covered(&self) -> bool {
        self.base.iter().any(|part| part.2 == Doer::Outside)
    }
}

pub(super) struct World<'a> {
    pub(super) site: &'a Site,
    pub(super) household: &'a Household,
    pub(super) occurrences: Vec<Occurrence>,
    pub(super) seats: Vec<Seat>,
    pub(super) duties: Vec<DutyOn>,
    /// Duties on dates on which nobody can do them before any session.
    pub(super) undone: Vec<DutyOn>,
    /// Every duty with who may do it, also where nobody can.
    pub(super) asked: Vec<(Thing, Vec<usize>)>,
    places: Vec<Where>,
    ways: Vec<Vec<i32>>,
}

impl<'a> World<'a> {
    pub(super) fn lay(
        site: &'a Site,
        household: &'a Household,
        baseline: &[DutyDate],
        takes: &[(usize, &Track)],
    ) -> Self {
        let weeks = i32::from(site.program.weeks.1.clamp(1, 60));
        let (places, ways) = ways(household);
        let mut world = Self {
            site,
            household,
            occurrences: Vec::new(),
            seats: Vec::new(),
            duties: Vec::new(),
            undone: Vec::new(),
            asked: Vec::new(),
            places,
            ways,
        };
        let mut spans = Vec::new();
        for day in -7..(weeks + 1) * 7 {
            let date = add_days(household.start, day);
            for (index, c) in household.commitments.iter().enumerate() {
                spans.clear();
                c.when.on(date, &mut spans);
                spans.dedup();
                for span in &spans {
                    let begun = day * DAY_MIN;
                    world.occurrences.push(Occurrence { row: c.row, index, date, span: *span, begun });
                }
            }
            world.lay_duties(day, date, baseline);
            let closed = site.program.closures.contains(&date);
            if (0..weeks * 7).contains(&day) && !closed {
                for (client, track) in takes {
                    world.lay_seats(day, date, *client, track);
                }
            }
        }
        world
    }

    fn lay_seats(&mut self, day: i32, date: NaiveDate, client: usize, track: &Track) {
        for (session, s) in track.sessions.iter().enumerate() {
            let runs =
                s.weeks.is_none_or(|(first, last)| (i32::from(first)..=i32::from(last)).contains(&(day / 7 + 1)));
            if !s.days.has(date.weekday()) || !runs {
                continue;
            }
            let mut roles: Vec<Option<String>> = s.attend.roles.iter().cloned().map(Some).collect();
            if s.attend.client {
                roles.push(None);
            }
            for role in roles {
                let people = self.household.people.iter().enumerate();
                let has = |(who, person): &(usize, &crate::people::Person)| match &role {
                    None => *who == client,
                    Some(role) => *who != client && person.roles.contains(role),
                };
                let may: Vec<usize> = people.filter(has).map(|(who, _)| who).collect();
                if may.is_empty() {
                    continue;
                }
                let online = s.online.has(date.weekday());
                let thing = Thing {
                    who: 0,
                    from: day * DAY_MIN + s.span.from,
                    to: day * DAY_MIN + s.span.to,
                    at: if online { Where::Home } else { Where::Clinic },
                    early: if online { 0 } else { self.site.program.arrival_buffer_min },
                    sort: Sort::Session(client),
                    restful: false,
                    evening: !online && s.span.to > 18 * 60,
                    moved: false,
                    of: self.seats.len(),
                };
                self.seats.push(Seat { client, role, session, date, may, thing });
            }
        }
    }

    fn lay_duties(&mut self, day: i32, date: NaiveDate, baseline: &[DutyDate]) {
        for (index, duty) in self.household.duties.iter().enumerate() {
            let mut spans = Vec::new();
            duty.when.on(date, &mut spans);
            spans.dedup();
            for span in spans {
                let base = parts(baseline, duty.row, date, span, day * DAY_MIN);
                let at = place(duty.spot, Where::DutyRow(index));
                let holds = |(days, cover): &(crate::time::Days, Span)| {
                    days.has(date.weekday()) && cover.from <= span.from && span.to <= cover.to
                };
                let thing = Thing {
                    who: 0,
                    from: day * DAY_MIN + span.from,
                    to: day * DAY_MIN + span.to,
                    at,
                    early: 0,
                    sort: Sort::Duty,
                    restful: at == Where::Home && duty.asleep,
                    evening: false,
                    moved: false,
                    of: self.duties.len(),
                };
                let outside = duty.outside.iter().any(holds);
                let (row, may, handover) = (duty.row, duty.may.clone(), duty.handover);
                self.asked.push((thing, may.clone()));
                let on = DutyOn { row, date, span, base, may, handover, outside, thing };
                if on.base.iter().any(|part| part.2 == Doer::Nobody) || on.base.is_empty() {
                    let thing = Thing { of: usize::MAX, ..on.thing };
                    self.undone.push(DutyOn { thing, ..on });
                } else {
                    self.duties.push(on);
                }
            }
        }
    }

    /// How firm the commitment of a row is.
    pub(super) fn firm(&self, row: u32) -> Firm {
        self.household.commitments.iter().find(|c| c.row == row).map_or(Firm::Fixed, |c| c.firm)
    }

    /// Who usually does the duty of a row.
    pub(super) fn usual(&self, row: u32) -> Option<usize> {
        self.household.duties.iter().find(|duty| duty.row == row).and_then(|duty| duty.usual)
    }

    /// Whether the commitment has the same span on another date.
    pub(super) fn same_span(&self, o: &Occurrence, date: NaiveDate) -> bool {
        self.occurrences.iter().any(|other| other.row == o.row && other.date == date && other.span == o.span)
    }

    /// Who does a duty in a plan, one after the other.
    pub(super) fn doers(plan: &Dated, duty: &DutyOn) -> Vec<Part> {
        let named = parts(&plan.doers, duty.row, duty.date, duty.span, duty.thing.from - duty.span.from);
        if named.is_empty() { duty.base.clone() } else { named }
    }

    /// Whether a duty may be done so: by one who may, from outside, or by two who hand it over when one of those who may
    /// would have to leave it for something, or could be there after it.
    pub(super) fn is_done(&self, duty: &DutyOn, parts: &[Part]) -> bool {
        let may = |part: &Part| matches!(part.2, Doer::Person(who) if duty.may.contains(&who));
        match parts {
            [(from, _, Doer::Outside)] => *from == duty.thing.from && duty.outside,
            [one] => one.0 == duty.thing.from && may(one),
            [one, then] => {
                let hands = one.2 != then.2 && may(one) && may(then) && duty.handover;
                one.0 == duty.thing.from && hands && self.is_moment(duty, then.0)
            }
            _ => false,
        }
    }

    fn is_moment(&self, duty: &DutyOn, at: i32) -> bool {
        self.moments(duty).contains(&at)
    }

    /// When a duty can change hands.
    pub(super) fn moments(&self, duty: &DutyOn) -> Vec<i32> {
        let own = self.commitments().into_iter().map(|thing| (thing, vec![thing.who]));
        let seats = self.seats.iter().map(|seat| (seat.thing, seat.may.clone()));
        let of = |(thing, may): &(Thing, Vec<usize>)| {
            let compared = Self::compared(&Thing { who: 0, ..duty.thing }, &Thing { who: 0, ..*thing });
            compared && may.iter().any(|who| duty.may.contains(who))
        };
        let all = own.chain(seats).chain(self.asked.iter().cloned()).filter(of);
        let moments = all.flat_map(|(thing, _)| {
            let leaves = thing.from - thing.early - self.go(duty.thing.at, thing.at);
            [leaves, thing.to + self.go(thing.at, duty.thing.at)]
        });
        moments.filter(|at| duty.handover && (duty.thing.from + 1..duty.thing.to).contains(at)).collect()
    }

    fn commitment(&self, at: usize, kind: Option<ChangeKind>) -> Vec<Thing> {
        let Some(o) = self.occurrences.get(at) else { return Vec::new() };
        let Some(c) = self.household.commitments.get(o.index) else { return Vec::new() };
        let (from, to, begun) = (o.begun + o.span.from, o.begun + o.span.to, o.begun);
        let pieces = match kind {
            None | Some(ChangeKind::Miss(_)) => vec![(from, to)],
            Some(ChangeKind::Earlier(min)) => vec![(from - min, to - min)],
            Some(ChangeKind::Later(min)) => vec![(from + min, to + min)],
            Some(ChangeKind::ArriveLate(min)) => vec![(from + min, to)],
            Some(ChangeKind::LeaveEarly(min)) => vec![(from, to - min)],
            Some(ChangeKind::StepOut { from: leaves, to: back }) => vec![(from, begun + leaves), (begun + back, to)],
            Some(ChangeKind::Skip) => Vec::new(),
        };
        let spot = place(c.spot(), Where::Row(o.index));
        let thing = |(from, to)| Thing {
            who: c.who,
            from,
            to,
            at: spot,
            early: 0,
            sort: Sort::Commitment,
            restful: spot == Where::Home && c.kind == Kind::Rest,
            evening: false,
            moved: matches!(kind, Some(ChangeKind::Earlier(_) | ChangeKind::Later(_))),
            of: at,
        };
        pieces.into_iter().map(thing).collect()
    }

    /// Commitments alone, as they are.
    pub(super) fn commitments(&self) -> Vec<Thing> {
        (0..self.occurrences.len()).flat_map(|at| self.commitment(at, None)).collect()
    }

    /// Everything before any session: commitments, and duties with their doer of then.
    pub(super) fn before(&self) -> Vec<Thing> {
        let mut all = self.commitments();
        for duty in &self.duties {
            all.extend(duty.base.iter().filter_map(|part| does(duty, part)));
        }
        all
    }

    /// Everything that the plan has people do. Seats and duties with nobody, or the wrong one, are faults.
    pub(super) fn as_planned(&self, plan: &Dated, found: &mut Vec<Fault>) -> Vec<Thing> {
        let mut all = Vec::new();
        for (at, o) in self.occurrences.iter().enumerate() {
            let change = plan.changed.iter().find(|(r, d, f, _)| *r == o.row && *d == o.date && *f == o.span.from);
            all.extend(self.commitment(at, change.map(|change| change.3)));
        }
        for seat in &self.seats {
            let is = |named: &super::super::SeatDate| {
                (named.session, named.date, named.client) == (seat.session, seat.date, seat.client)
                    && named.role == seat.role
            };
            let seated = plan.seated.iter().find(|(named, _)| is(named)).map(|(_, who)| *who);
            let alone = if let [one] = seat.may.as_slice() { Some(*one) } else { None };
            match (plan.missed.iter().any(is), seated.or(alone)) {
                (true, _) => {}
                (false, Some(who)) if seat.may.contains(&who) => all.push(Thing { who, ..seat.thing }),
                _ => found.push(Fault::Seat),
            }
        }
        for duty in &self.duties {
            let parts = Self::doers(plan, duty);
            if self.is_done(duty, &parts) {
                all.extend(parts.iter().filter_map(|part| does(duty, part)));
            } else {
                found.push(Fault::Duty);
            }
        }
        all
    }

    /// Minutes of the quickest way.
    pub(super) fn go(&self, a: Where, b: Where) -> i32 {
        let at = |w: Where| self.places.iter().position(|place| *place == w);
        let minutes = at(a).and_then(|a| self.ways.get(a)).zip(at(b)).and_then(|(row, b)| row.get(b).copied());
        minutes.unwrap_or(FAR)
    }

    /// Whether two things are ever in each other's way.
    pub(super) fn compared(a: &Thing, b: &Thing) -> bool {
        let beside = match (a.sort, b.sort) {
            (Sort::Duty, Sort::Duty) => a.at == b.at,
            (Sort::Duty, Sort::Commitment) | (Sort::Commitment, Sort::Duty) => {
                a.at == Where::Home && b.at == Where::Home
            }
            (Sort::Session(x), Sort::Session(y)) => x == y,
            _ => false,
        };
        a.who == b.who && !beside
    }

    /// The gap between two things, and what of it is needed.
    pub(super) fn gap(&self, a: &Thing, b: &Thing) -> (i32, i32) {
        let (x, y) = if (a.from, a.to) <= (b.from, b.to) { (a, b) } else { (b, a) };
        let early = if x.at == Where::Clinic && y.at == Where::Clinic { 0 } else { y.early };
        (y.from - x.to, self.go(x.at, y.at) + early)
    }

    /// Whether one person can do both.
    pub(super) fn apart(&self, a: &Thing, b: &Thing) -> bool {
        let (gap, needed) = self.gap(a, b);
        !Self::compared(a, b) || gap >= needed.max(0)
    }

    /// Whether two commitments could both be kept before anything changed.
    pub(super) fn were_apart(&self, a: &Thing, b: &Thing) -> bool {
        let of = |thing: &Thing| self.commitment(thing.of, None);
        a.of == b.of || of(a).iter().all(|x| of(b).iter().all(|y| self.apart(x, y)))
    }

    /// Whether one of two moved commitments is where the other was.
    pub(super) fn takes_the_place(&self, a: &Thing, b: &Thing) -> bool {
        let into = |a: &Thing, b: &Thing| self.commitment(b.of, None).iter().any(|was| !self.apart(a, was));
        into(a, b) || into(b, a)
    }

    /// The longest rest in one piece at home after a shift, beside these things.
    pub(super) fn rest_after(&self, shift: &Thing, all: &[Thing]) -> i32 {
        let Some(rule) = self.household.rest else { return 0 };
        let last = shift.to + rule.within_min;
        let theirs = |t: &&Thing| t.who == shift.who && t.to > shift.to && t.from < last + 2880 && !t.restful;
        let busy: Vec<(i32, i32)> = all
            .iter()
            .filter(theirs)
            .map(|t| (t.from - t.early - self.go(Where::Home, t.at), t.to + self.go(t.at, Where::Home)))
            .collect();
        let first = shift.to + self.go(shift.at, Where::Home);
        let starts = busy.iter().map(|(_, home)| *home).chain([first]).filter(|start| *start >= first);
        let rest = |start: i32| {
            let asleep = |(leaves, home): &&(i32, i32)| *leaves < start && *home > start;
            if busy.iter().any(|b| asleep(&b)) {
                return 0;
            }
            busy.iter()
                .filter(|(leaves, home)| *leaves >= start && *home > start)
                .map(|(leaves, _)| *leaves)
                .fold(last, i32::min)
                - start
        };
        starts.map(rest).max().unwrap_or(0).clamp(0, rule.least_min)
    }

    /// The night shifts whose rest holds with commitments alone.
    pub(super) fn nights(&self) -> Vec<Thing> {
        let alone = self.commitments();
        let Some(rule) = self.household.rest else { return Vec::new() };
        let night = |thing: &&Thing| {
            let row = self.occurrences.get(thing.of).and_then(|o| self.household.commitments.get(o.index));
            let minutes = |m: &i32| matches!(m.rem_euclid(DAY_MIN), 0..360 | 1380..1440);
            row.is_some_and(|c: &Commitment| c.kind.is_work())
                && (thing.from..thing.to).filter(minutes).count() >= 180
                && self.rest_after(thing, &alone) >= rule.least_min
        };
        alone.iter().filter(night).copied().collect()
    }

    /// Whether every night shift that had its rest still has it.
    pub(super) fn rests_hold(&self, now: &[Thing]) -> bool {
        let Some(rule) = self.household.rest else { return true };
        self.nights().iter().all(|night| {
            let left = now.iter().filter(|t| t.sort == Sort::Commitment && t.of == night.of);
            left.max_by_key(|t| t.to).is_none_or(|shift| self.rest_after(shift, now) >= rule.least_min)
        })
    }

    /// Minutes that everybody is on the way.
    pub(super) fn on_the_way(&self, all: &[Thing]) -> i32 {
        let mut total = 0;
        for who in 0..self.household.people.len() {
            let mut mine: Vec<&Thing> = all.iter().filter(|t| t.who == who).collect();
            mine.sort_by_key(|t| (t.from, t.to, t.at != Where::Home));
            let (mut at, mut been, mut free) = (Where::Home, Where::Home, i32::MIN / 2);
            for t in mine {
                let early = if been == Where::Clinic { 0 } else { t.early };
                let by_home = self.go(at, Where::Home) + self.go(Where::Home, t.at);
                let home = at != Where::Home && t.from - early - free >= by_home + 60;
                total += if home { by_home } else { self.go(at, t.at) };
                (at, been, free) = (t.at, t.at, free.max(t.to));
            }
            total += self.go(at, Where::Home);
        }
        total
    }
}

/// What somebody of the household does of a duty.
fn does(duty: &DutyOn, (from, to, doer): &Part) -> Option<Thing> {
    let Doer::Person(who) = *doer else { return None };
    Some(Thing { who, from: *from, to: *to, ..duty.thing })
}

/// What these dates say about one duty, one after the other, in minutes.
fn parts(dates: &[DutyDate], row: u32, date: NaiveDate, span: Span, begun: i32) -> Vec<Part> {
    let is = |d: &&DutyDate| {
        d.duty == row && d.date == date && (d.from == span.from || span.from < d.from && d.from < span.to)
    };
    let mut of: Vec<&DutyDate> = dates.iter().filter(is).collect();
    of.sort_by_key(|d| d.from);
    let ends = of.iter().skip(1).map(|d| d.from).chain([span.to]);
    of.iter().zip(ends).map(|(d, to)| (begun + d.from, begun + to, d.doer)).collect()
}

fn place(spot: Spot, own: Where) -> Where {
    match spot {
        Spot::Home => Where::Home,
        Spot::Named(place) => Where::Named(place),
        Spot::Own { .. } => own,
    }
}

/// All places, and the quickest ways between them.
fn ways(household: &Household) -> (Vec<Where>, Vec<Vec<i32>>) {
    let mut legs = vec![
        (Where::Home, Where::Clinic, household.clinic_travel_min),
        (Where::Clinic, Where::Home, household.clinic_travel_min),
    ];
    let mut both = |a, b, minutes| legs.extend([(a, b, minutes), (b, a, minutes)]);
    for (at, place) in household.places.iter().enumerate() {
        if let Some(minutes) = place.clinic_min {
            both(Where::Named(at), Where::Clinic, minutes);
        }
        for (other, minutes) in &place.ways {
            both(Where::Named(at), Where::Named(*other), *minutes);
        }
    }
    let rows = household.commitments.iter().enumerate().map(|(at, c)| (Where::Row(at), c.spot()));
    let duties = household.duties.iter().enumerate().map(|(at, duty)| (Where::DutyRow(at), duty.spot));
    for (own, spot) in rows.chain(duties) {
        if let Spot::Own { travel_min, direct_min } = spot {
            both(own, Where::Home, travel_min);
            if let Some(minutes) = direct_min {
                both(own, Where::Clinic, minutes);
            }
        }
    }
    for (at, place) in household.places.iter().enumerate() {
        legs.push((Where::Home, Where::Named(at), place.home_min));
        legs.push((Where::Named(at), Where::Home, place.back_min));
    }
    let mut places: Vec<Where> = Vec::new();
    for (a, _, _) in &legs {
        if !places.contains(a) {
            places.push(*a);
        }
    }
    // From each place every leg is tried as often as there are places, which no shortest way outlasts.
    let from = |start: &Where| {
        let mut reach: Vec<i32> = places.iter().map(|place| if place == start { 0 } else { FAR }).collect();
        for _ in &places {
            for (a, b, minutes) in &legs {
                let at = |w: &Where| places.iter().position(|place| place == w);
                let Some((a, b)) = at(a).zip(at(b)) else { continue };
                let there = reach.get(a).copied().unwrap_or(FAR) + minutes;
                if let Some(known) = reach.get_mut(b) {
                    *known = (*known).min(there);
                }
            }
        }
        reach
    };
    let ways = places.iter().map(from).collect();
    (places, ways)
}
