//! The best plan date by date, for files, calendars and the check that shares nothing with the
//! search; and what stands beside it: other sets of changes, and what cannot all hold.
//!
//! The screen asks for none of this on a keystroke, so each is a question of its own.

use super::hands;
use super::problem::{Frame, Problem, has};
use super::search::{self, cheapest};
use super::slots::{NOBODY, Slot};
use super::travel::Piece;
use super::way::{Plan, always};
use super::{Budget, Change, ChangeKind, Cost, Cover, Doer, Offer, Verdict, clients, forms, judged};
#[cfg(not(feature = "quiet"))]
use crate::household::Firm;
use crate::household::Household;
use crate::order;
use crate::rhythm::{Rhythm, When};
use crate::site::{Site, Track};
use crate::time::{DAY_MIN, Datelike, NaiveDate, Weekday, add_days};

/// A plan date by date. Whatever it does not name is as it was: commitments in their order, duties
/// with their doer of before, sessions attended by the one who alone may.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dated {
    /// Commitments that change: row, date of the start, start as it was, change.
    pub changed: Vec<(u32, NaiveDate, i32, ChangeKind)>,
    /// Seats that are missed.
    pub missed: Vec<SeatDate>,
    /// Who attends in a role that several people have.
    pub seated: Vec<(SeatDate, usize)>,
    /// Duties that somebody else does than before.
    pub doers: Vec<DutyDate>,
}

/// A seat of a session on one date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatDate {
    /// The client whose track it is, by index of the person.
    pub client: usize,
    /// The role; `None` is the client's own seat.
    pub role: Option<String>,
    /// The session, by index in the track.
    pub session: usize,
    /// The date.
    pub date: NaiveDate,
}

/// A duty on one date and who does it. On a date on which it is handed over there are two: the first part, and the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DutyDate {
    /// Row of the duty.
    pub duty: u32,
    /// The date on which it starts.
    pub date: NaiveDate,
    /// When it starts, in minutes after midnight, or when that part does.
    pub from: i32,
    /// Who does it, or that part.
    pub doer: Doer,
}

/// Several clients, each with a track, and what comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// Each client and their track, by indices.
    pub choices: Vec<(usize, usize)>,
    /// What comes back. Misses in it name a session of whichever track; [`Together::plan`] says whose.
    pub verdict: Verdict,
    /// What it costs over the whole program.
    pub cost: Cost,
    /// Duties that somebody else does than before.
    pub covers: Vec<Cover>,
    /// The plan date by date.
    pub plan: Dated,
    /// False when the node budget ended first.
    pub proven: bool,
}

/// Another set of changes with which an offer fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// What it costs.
    pub cost: Cost,
    /// The changes.
    pub changes: Vec<Change>,
    /// Duties that somebody else does than before.
    pub covers: Vec<Cover>,
}

/// One weekly fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statement {
    /// A commitment, by its row, on one weekday.
    Commitment(u32, Weekday),
    /// A duty, by its row, on one weekday.
    Duty(u32, Weekday),
    /// A session of the track, by its index, on one weekday.
    Session(usize, Weekday),
    /// Hours of the track that float, by their row.
    Floating(usize),
}

/// Who does each duty before any session, date by date from a week before the program to a week after.
pub fn baseline(site: &Site, household: &Household) -> Vec<DutyDate> {
    let frame = Frame::lay(site, household);
    let mut found = Vec::new();
    for bit in 0..64 {
        let mut there: Vec<&Slot> =
            frame.duties.iter().chain(&frame.undone).filter(|slot| has(slot.weeks, bit)).collect();
        order::sort_by(&mut there, |a, b| a.piece.from.cmp(&b.piece.from));
        let parts = hands::parts(there.into_iter().map(|slot| (slot, always(slot))));
        found.extend(parts.iter().filter_map(|(part, who)| duty_date(household, part, bit, *who)));
    }
    order::sort_by(&mut found, |a, b| (a.date, a.duty, a.from).cmp(&(b.date, b.duty, b.from)));
    found
}

/// The plan of an offer date by date: the cheapest, or the best partial one where none is enough.
pub fn dated(site: &Site, household: &Household, offer: &Offer, budget: Budget) -> Dated {
    let Some(track) = offer.taken(site).filter(|_| offer.verdict != Verdict::AskClinic) else {
        return Dated::default();
    };
    let frame = Frame::lay(site, household);
    let problem = Problem::lay(&frame, &[(offer.client, &track)], None);
    let found = cheapest(&problem, site.program.misses, budget);
    laid_out(&problem, found.within.as_ref().unwrap_or(&found.partial))
}

fn laid_out(problem: &Problem, plan: &Plan) -> Dated {
    let household = problem.frame.household;
    let mut out = Dated::default();
    for (unit, (option, weeks)) in problem.units.iter().zip(&plan.used) {
        let change = unit.options.get(*option).and_then(|choice| choice.change);
        let (Some(change), Some(row)) = (change, problem.commitment(unit).map(|c| c.row)) else { continue };
        dates(household, *weeks, unit.piece, |date, from| out.changed.push((row, date, from, change)));
    }
    order::sort_by(&mut out.changed, |a, b| (a.1, a.0, a.2).cmp(&(b.1, b.0, b.2)));
    for (at, slot) in problem.slots.iter().enumerate() {
        for bit in (0..64).filter(|bit| has(slot.weeks, *bit)) {
            let who = plan.doer(at, slot, bit);
            dates(household, 1 << bit, slot.piece, |date, _| {
                let seat = slot.seat().and_then(|seat| problem.seats.get(seat)).zip(slot.session());
                if let Some((seat, session)) = seat {
                    let role = seat.role.map(str::to_owned);
                    let seat = SeatDate { client: seat.client, role, session, date };
                    if who == NOBODY {
                        out.missed.push(seat);
                    } else if slot.may.len() > 1 {
                        out.seated.push((seat, usize::from(who)));
                    }
                }
            });
            if slot.duty().is_some() && who != always(slot) && !slot.is_cut() {
                out.doers.extend(duty_date(household, slot, bit, who));
            }
        }
    }
    for bit in (0..64).filter(|_| hands::KNOWN) {
        let changed = hands::changed(problem, plan, bit);
        out.doers.extend(changed.iter().filter_map(|(part, who)| duty_date(household, part, bit, *who)));
    }
    order::sort_by(&mut out.missed, |a, b| (a.date, a.client, a.session).cmp(&(b.date, b.client, b.session)));
    order::sort_by(&mut out.seated, |(a, _), (b, _)| (a.date, a.session).cmp(&(b.date, b.session)));
    order::sort_by(&mut out.doers, |a, b| (a.date, a.duty, a.from).cmp(&(b.date, b.duty, b.from)));
    out
}

/// A duty of one week, or the part of one that somebody does, with who it is.
fn duty_date(household: &Household, part: &Slot, bit: i32, who: u8) -> Option<DutyDate> {
    let duty = household.duties.get(part.duty()?)?.row;
    let date = add_days(household.start, (bit - 1) * 7 + part.whole().0.div_euclid(DAY_MIN));
    Some(DutyDate { duty, date, from: hands::span(part).from, doer: Doer::of(who) })
}

/// Every date of a set of weeks on which a piece starts.
fn dates(household: &Household, weeks: u64, piece: Piece, mut put: impl FnMut(NaiveDate, i32)) {
    let (day, from) = (piece.from.div_euclid(DAY_MIN), piece.from.rem_euclid(DAY_MIN));
    for bit in (0..64).filter(|bit| has(weeks, *bit)) {
        put(add_days(household.start, (bit - 1) * 7 + day), from);
    }
}

/// As how many combinations it counts to lay a question out, where there are many of them.
const LAYING: u32 = 100;

/// With several clients: for each of them and each track the best plan in which all go, the others
/// choosing with it; ranked, each once. Empty with one client. Where there are more choices than can be looked at, none is proven.
pub fn together(site: &Site, household: &Household, budget: Budget) -> Vec<Together> {
    let clients = clients(household);
    let known = |track: &(usize, &Track)| !track.1.sessions.is_empty() && !track.1.incomplete;
    if clients.len() < 2 {
        return Vec::new();
    }
    let frame = Frame::lay(site, household);
    let tracks: Vec<(usize, Track)> = site
        .tracks
        .iter()
        .enumerate()
        .filter(known)
        .flat_map(|(at, track)| every_form(&frame, track).into_iter().map(move |form| (at, form)))
        .collect();
    if tracks.is_empty() {
        return Vec::new();
    }
    let mut all: Vec<Together> = Vec::new();
    let mut pick = vec![0; clients.len()];
    let mut left = budget.all();
    let ended = loop {
        let chosen: Vec<(usize, &(usize, Track))> = clients
            .iter()
            .zip(&pick)
            .filter_map(|(client, at)| tracks.get(*at).map(|track| (*client, track)))
            .collect();
        let takes: Vec<(usize, &Track)> = chosen.iter().map(|(client, (_, track))| (*client, track)).collect();
        let problem = Problem::lay(&frame, &takes, None);
        let found = cheapest(&problem, site.program.misses, Budget(budget.0.min(left)));
        left = left.saturating_sub(found.nodes.saturating_add(LAYING));
        let verdict = judged(&problem, &found, &mut None);
        let plan = found.within.as_ref().unwrap_or(&found.partial);
        let one = Together {
            choices: chosen.iter().map(|(client, (track, _))| (*client, *track)).collect(),
            verdict,
            cost: plan.cost,
            covers: plan.covers(&problem),
            plan: laid_out(&problem, plan),
            proven: found.proven,
        };
        // Of the forms of the same tracks one is chosen as for one client alone.
        let worth = |one: &Together| (!one.verdict.fits(), one.cost);
        match all.iter_mut().find(|known| known.choices == one.choices) {
            None => all.push(one),
            Some(known) => {
                let proven = known.proven && one.proven;
                if worth(&one) < worth(known) {
                    *known = one;
                }
                known.proven = proven;
            }
        }
        let Some(at) = (0..pick.len()).rev().find(|at| pick.get(*at).is_some_and(|p| p + 1 < tracks.len())) else {
            break true;
        };
        if left == 0 {
            break false;
        }
        for (i, p) in pick.iter_mut().enumerate().skip(at) {
            *p = if i == at { *p + 1 } else { 0 };
        }
    };
    for one in &mut all {
        one.proven &= ended;
    }
    order::sort_by(&mut all, |a, b| a.verdict.rank().cmp(&b.verdict.rank()).then(a.cost.cmp(&b.cost)));
    let mut told: Vec<(usize, usize)> = Vec::new();
    all.retain(|one| {
        let new = one.choices.iter().any(|choice| !told.contains(choice));
        told.extend(&one.choices);
        new
    });
    all
}

/// Up to two sets of changes beside the cheapest: the next that leaves out somebody who is asked,
/// and one that asks the fewest.
pub fn alternatives(site: &Site, household: &Household, offer: &Offer, budget: Budget) -> Vec<Alternative> {
    beside(site, household, offer, budget, |_, _, other| other)
}

/// The same, each with its dates.
#[cfg(not(feature = "quiet"))]
pub fn alternatives_dated(
    site: &Site,
    household: &Household,
    offer: &Offer,
    budget: Budget,
) -> Vec<(Alternative, Dated)> {
    beside(site, household, offer, budget, |problem, plan, other| (other, laid_out(problem, plan)))
}

/// On which dates what would have to give would change, with whatever else changes then.
#[cfg(not(feature = "quiet"))]
pub fn give_dated(site: &Site, household: &Household, offer: &Offer, budget: Budget) -> Option<Dated> {
    let Verdict::DoesNotFit { give: Some(give), .. } = &offer.verdict else { return None };
    let (track, frame) = (offer.taken(site)?, Frame::lay(site, household));
    let index = household.commitments.iter().position(|c| c.row == give.row)?;
    let most_min = if give.small { super::reason::SMALL_GIVE_MIN } else { DAY_MIN };
    let ways = [Firm::Cut { most_min }, Firm::Move { earlier_min: most_min, later_min: most_min }];
    ways.into_iter().find_map(|firm| {
        let mut problem = Problem::lay(&frame, &[(offer.client, &track)], Some((index, firm)));
        problem.travel_counts = false;
        let plan = cheapest(&problem, site.program.misses, Budget(budget.all())).within?;
        (plan.changes(&problem) == give.changes).then(|| laid_out(&problem, &plan))
    })
}

fn beside<T>(
    site: &Site,
    household: &Household,
    offer: &Offer,
    budget: Budget,
    told: impl Fn(&Problem, &Plan, Alternative) -> T,
) -> Vec<T> {
    let Some(track) = offer.taken(site).filter(|_| matches!(offer.verdict, Verdict::FitsIf(_))) else {
        return Vec::new();
    };
    let frame = Frame::lay(site, household);
    let problem = Problem::lay(&frame, &[(offer.client, &track)], None);
    let plans = search::beside(&problem, site.program.misses, budget);
    let other =
        |plan: &Plan| Alternative { cost: plan.cost, changes: plan.changes(&problem), covers: plan.covers(&problem) };
    plans.iter().map(|plan| told(&problem, plan, other(plan))).collect()
}

/// For an offer that does not fit: weekly facts that cannot all hold and of which none can be spared. None where
/// that could not be looked at to its end.
pub fn contradiction(site: &Site, household: &Household, offer: &Offer, budget: Budget) -> Vec<Statement> {
    let Some(track) = site.tracks.get(offer.track).filter(|_| matches!(offer.verdict, Verdict::DoesNotFit { .. }))
    else {
        return Vec::new();
    };
    let mut kept = (household.clone(), track.clone());
    // Who has no part in sessions, duties or cars is in nobody's way, so that all of theirs can be left out.
    let drivers = Frame::lay(site, household).drivers;
    let roles = |role: &String| track.sessions.iter().any(|session| session.attend.roles.contains(role));
    let has_part = |who: usize| {
        who == offer.client
            || drivers >> who & 1 == 1
            || household.duties.iter().any(|duty| duty.may.contains(&who))
            || household.people.get(who).is_some_and(|person| person.roles.iter().any(roles))
    };
    kept.0.commitments.retain(|commitment| has_part(commitment.who));
    let mut needed = Vec::new();
    let mut left = budget.all();
    for statement in statements(&kept.0, track) {
        let mut less = kept.clone();
        leave_out(&mut less, site, statement);
        let frame = Frame::lay(site, &less.0);
        frame.left.set(left.min(budget.0));
        let (fits, known) = fits(&frame, offer.client, &less.1, &mut left);
        if fits {
            needed.push(statement);
        } else if known {
            kept = less;
        } else {
            return Vec::new();
        }
    }
    needed
}

fn statements(household: &Household, track: &Track) -> Vec<Statement> {
    let mut all = Vec::new();
    for commitment in &household.commitments {
        all.extend(commitment.when.days().iter().map(|day| Statement::Commitment(commitment.row, day)));
    }
    for duty in &household.duties {
        all.extend(duty.when.days().iter().map(|day| Statement::Duty(duty.row, day)));
    }
    for (index, session) in track.sessions.iter().enumerate() {
        all.extend(session.days.iter().map(|day| Statement::Session(index, day)));
    }
    all.extend((0..track.floating().len()).map(Statement::Floating));
    all
}

/// Every way to take a track.
fn every_form(frame: &Frame, track: &Track) -> Vec<Track> {
    #[cfg(not(feature = "quiet"))]
    if !track.floating.is_empty() {
        return super::floating::every_form(frame, track);
    }
    let _ = frame;
    forms(track).into_iter().map(|online| track.form(&online)).collect()
}

/// Whether a track fits in any of its forms, travel aside, and whether that was looked at to its end with the
/// combinations that are left.
fn fits(frame: &Frame, client: usize, track: &Track, left: &mut u32) -> (bool, bool) {
    #[cfg(not(feature = "quiet"))]
    if !track.floating.is_empty() {
        return super::floating::fits(frame, client, track, LAYING, left);
    }
    let mut known = true;
    let fits = forms(track).into_iter().any(|online| {
        let track = track.form(&online);
        let mut problem = Problem::lay(frame, &[(client, &track)], None);
        problem.travel_counts = false;
        let found = cheapest(&problem, frame.site.program.misses, Budget(*left));
        *left = left.saturating_sub(found.nodes.saturating_add(LAYING));
        known &= found.proven;
        found.within.is_some()
    });
    (fits, known)
}

fn leave_out((household, track): &mut (Household, Track), site: &Site, statement: Statement) {
    let start = household.start;
    let weeks = i32::from(site.program.weeks.1) + 3;
    let on = |day: Weekday| {
        let all = (-14..weeks * 7).map(|at| add_days(start, at));
        all.filter(move |date| date.weekday() == day)
    };
    match statement {
        Statement::Commitment(row, day) => {
            let of = household.commitments.iter_mut().filter(|c| c.row == row);
            of.for_each(|c| without(&mut c.when, day, on(day)));
        }
        Statement::Duty(row, day) => {
            let of = household.duties.iter_mut().filter(|duty| duty.row == row);
            of.for_each(|duty| without(&mut duty.when, day, on(day)));
        }
        Statement::Session(index, day) => {
            if let Some(session) = track.sessions.get_mut(index) {
                session.days = session.days.with(day, false);
            }
        }
        #[cfg(not(feature = "quiet"))]
        Statement::Floating(row) => {
            if let Some(row) = track.floating.get_mut(row) {
                row.windows.clear();
            }
        }
        #[cfg(feature = "quiet")]
        Statement::Floating(_) => {}
    }
}

/// Takes a weekday out of when something happens; what is no weekly row leaves out its dates.
fn without(when: &mut When, day: Weekday, dates: impl Iterator<Item = NaiveDate>) {
    match &mut when.rhythm {
        Rhythm::Weekly { days, .. } => *days = days.with(day, false),
        _ => when.except.extend(dates),
    }
}
