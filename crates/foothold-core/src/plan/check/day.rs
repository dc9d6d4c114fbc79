//! A household and its clients' tracks, date by date on absolute minutes from the start of the program.

use super::super::{ChangeKind, Dated, Doer, DutyDate};
use super::Fault;
use super::apart::ways;
use crate::household::{Firm, Household, Kind};
use crate::people::Spot;
use crate::site::{Site, Track};
use crate::time::{DAY_MIN, Datelike, NaiveDate, Span, add_days};

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
    pub(super) index: usize,
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
    pub(super) places: Vec<Where>,
    pub(super) ways: Vec<Vec<i32>>,
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

    pub(super) fn commitment(&self, at: usize, kind: Option<ChangeKind>) -> Vec<Thing> {
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
