//! Why: what cannot both be kept, and what would have to give. Values only; words live elsewhere.

use super::hands;
use super::problem::{Frame, Problem, Unit, WEEK_MIN, Weeks, has, shifted};
use super::rules::{meet, rest_min};
use super::slots::{Slot, What};
use super::travel::Piece;
use super::way::always;
use super::{Budget, Change, search};
use crate::household::{Commitment, Firm};
use crate::time::{DAY_MIN, Days};

/// Most minutes a day that still count as a small thing to ask of something called fixed.
pub const SMALL_GIVE_MIN: i32 = 120;

/// A commitment or a duty and a session that cannot both be kept as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// Row of the commitment; 0 where it is a duty, or nothing else than the way home.
    pub row: u32,
    /// Row of the duty.
    pub duty: Option<u32>,
    /// Session, by index in the track.
    pub session: usize,
    /// Weekdays of the session.
    pub days: Days,
    /// How they clash.
    pub kind: ClashKind,
    /// By how many minutes.
    pub min: i32,
    /// On how many dates over the whole program.
    pub dates: u32,
}

/// How two things clash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClashKind {
    /// At the same time.
    Overlap,
    /// One after the other, with too little time to get there.
    Travel,
    /// The session leaves too little rest after the shift.
    Rest,
    /// Whoever attends has a duty that nobody else can take over.
    Cover,
    /// More cars are needed than there are.
    Car,
    /// The last way home starts before the session ends.
    Last,
}

/// Two entries of a person's own that cannot both be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnClash {
    /// The earlier row of the list.
    pub row: u32,
    /// The later row of the list.
    pub other: u32,
    /// Weekdays on which the earlier row starts.
    pub days: Days,
    /// How they clash.
    pub kind: ClashKind,
    /// By how many minutes.
    pub min: i32,
}

/// A duty that nobody can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undone {
    /// Row of the duty.
    pub duty: u32,
    /// Weekdays on which it starts.
    pub days: Days,
    /// On how many dates of the program.
    pub dates: u32,
}

/// The cheapest thing that would have to give for an offer to fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Give {
    /// The row.
    pub row: u32,
    /// What would change.
    pub changes: Vec<Change>,
    /// Whether it stays within [`SMALL_GIVE_MIN`] minutes a day.
    pub small: bool,
}

/// Every pair of commitment and session that clashes, said once for all its weekdays, and every
/// duty that keeps somebody from a session.
pub(super) fn clashes(problem: &Problem) -> Vec<Clash> {
    let mut found: Vec<Clash> = Vec::new();
    for unit in &problem.units {
        let Some(commitment) = problem.commitment(unit) else { continue };
        for near in &unit.near {
            let Some(slot) = problem.slots.get(near.slot) else { continue };
            // Of a role that several people have, nobody in particular is kept from it.
            let Some(session) = slot.session().filter(|_| slot.may.len() == 1) else { continue };
            let (row, days) = (commitment.row, Days::of(&[slot.day]));
            let clash = |kind, min, dates| Clash { row, duty: None, session, days, kind, min, dates };
            if let Some((kind, min)) = meet(&unit.piece, &near.piece, &problem.frame.table) {
                say(&mut found, clash(kind, min, near.weeks.count_ones()));
            } else if unit.night {
                for bit in (0..64).filter(|bit| has(near.weeks, *bit)) {
                    let min = rest_short(problem, unit, &near.piece, bit + near.delta);
                    if min > 0 {
                        say(&mut found, clash(ClashKind::Rest, min, 1));
                    }
                }
            }
        }
    }
    for slot in problem.slots.iter().filter(|slot| slot.may.len() == 1) {
        let Some(session) = slot.session() else { continue };
        if hands::KNOWN {
            hands::cover_clashes(problem, slot, session, &mut found);
        }
        for other in problem.slots.iter().filter(|other| !other.is_cut()) {
            cover_clashes(problem, slot, session, other, &mut found);
        }
    }
    if let Some(cars) = problem.frame.cars() {
        cars.clashes(problem, &mut found);
    }
    found
}

/// The dates on which a duty keeps the one who attends a session from it.
fn cover_clashes(problem: &Problem, slot: &Slot, session: usize, other: &Slot, found: &mut Vec<Clash>) {
    let (What::Duty { duty, base, outside }, Some(who)) = (other.what, slot.may.first()) else { return };
    let Some(row) = problem.frame.household.duties.get(duty).map(|duty| duty.row).filter(|_| base == *who) else {
        return;
    };
    for delta in [-1, 0, 1] {
        let mine = other.piece.of(*who).by(delta * WEEK_MIN);
        let weeks = slot.weeks & shifted(other.weeks, -delta);
        let met = meet(&mine, &slot.piece.of(*who), &problem.frame.table).filter(|_| weeks != 0 && !outside);
        let Some((_, min)) = met else { continue };
        let free = |bit: i32| other.may.iter().any(|o| o != who && is_free(problem, other, *o, bit + delta));
        let dates = (0..64).filter(|bit| has(weeks, *bit) && !free(*bit)).fold(0, |all: Weeks, bit| all | 1 << bit);
        let (days, dates) = (Days::of(&[slot.day]), dates.count_ones());
        if dates > 0 {
            say(found, Clash { row: 0, duty: Some(row), session, days, kind: ClashKind::Cover, min, dates });
        }
    }
}

/// Whether somebody could do a duty of the week `bit`, everything else being as it is before any session.
pub(super) fn is_free(problem: &Problem, duty: &Slot, who: u8, bit: i32) -> bool {
    let piece = duty.piece.of(who);
    let busy = everything(problem, who, bit);
    let table = &problem.frame.table;
    let rule = problem.frame.household.rest;
    let rests = |(shift, by): &(&Unit, i32)| {
        let Some(rule) = rule.filter(|_| shift.night && !piece.is_restful()) else { return true };
        let end = shift.piece.by(*by);
        let mut pieces: Vec<Piece> = busy.iter().filter(|p| !p.is_restful()).copied().collect();
        let alone: Vec<Piece> = pieces.iter().filter(|p| !is_duty(p)).copied().collect();
        pieces.push(piece);
        crate::order::sort(&mut pieces);
        rest_min(end.to, end.place, &alone, rule, table) < rule.least_min
            || rest_min(end.to, end.place, &pieces, rule, table) >= rule.least_min
    };
    busy.iter().all(|other| meet(other, &piece, table).is_none()) && shifts(problem, who, bit).iter().all(rests)
}

pub(super) fn is_duty(piece: &Piece) -> bool {
    matches!(piece.tag, super::travel::Tag::Duty | super::travel::Tag::Asleep)
}

/// Units of a person around a week, and by how much each is away from it.
pub(super) fn shifts<'p>(problem: &'p Problem, who: u8, bit: i32) -> Vec<(&'p Unit, i32)> {
    let mut found = Vec::new();
    for delta in [-1, 0, 1] {
        let there = problem.units.iter().filter(|unit| unit.piece.who == who && has(unit.weeks, bit + delta));
        found.extend(there.map(|unit| (unit, delta * WEEK_MIN)));
    }
    found
}

/// What somebody does around a week before any session, in order.
pub(super) fn everything(problem: &Problem, who: u8, bit: i32) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = shifts(problem, who, bit).iter().map(|(unit, by)| unit.piece.by(*by)).collect();
    for delta in [-1, 0, 1] {
        let theirs = |slot: &&Slot| slot.session().is_none() && always(slot) == who && has(slot.weeks, bit + delta);
        let there = problem.slots.iter().filter(theirs);
        pieces.extend(there.map(|slot| slot.piece.of(who).by(delta * WEEK_MIN)));
    }
    crate::order::sort(&mut pieces);
    pieces
}

pub(super) fn say(found: &mut Vec<Clash>, clash: Clash) {
    let key = |c: &Clash| (c.row, c.duty, c.session, c.kind, c.min);
    if let Some(same) = found.iter_mut().find(|c| key(c) == key(&clash)) {
        same.days = clash.days.iter().fold(same.days, |days, day| days.with(day, true));
        same.dates += clash.dates;
    } else {
        found.push(clash);
    }
}

/// By how many minutes a session shortens the rest after a night shift of the week `bit`, as the
/// week is; 0 where the rest holds, or never did.
fn rest_short(problem: &Problem, shift: &Unit, session: &Piece, bit: i32) -> i32 {
    let Some(rule) = problem.frame.household.rest else { return 0 };
    let mut pieces: Vec<Piece> =
        shifts(problem, shift.piece.who, bit).iter().map(|(unit, by)| unit.piece.by(*by)).collect();
    pieces.retain(|piece| !piece.is_restful());
    let mut rest = |more: Option<&Piece>| {
        pieces.extend(more);
        crate::order::sort(&mut pieces);
        rest_min(shift.piece.to, shift.piece.place, &pieces, rule, &problem.frame.table)
    };
    if rest(None) < rule.least_min { 0 } else { rule.least_min - rest(Some(session)).max(0) }
}

/// Contradictions within the household's own weeks.
pub(super) fn own_clashes(frame: &Frame) -> Vec<OwnClash> {
    let mut found: Vec<OwnClash> = Vec::new();
    for (index, a) in frame.household.commitments.iter().enumerate() {
        for (other, b) in frame.household.commitments.iter().enumerate().skip(index + 1) {
            let theirs = || frame.units.iter().filter(move |unit| unit.commitment == other);
            for mine in frame.units.iter().filter(|unit| unit.commitment == index) {
                let meeting = |delta: i32| {
                    theirs()
                        .filter(move |unit| mine.weeks & shifted(unit.weeks, -delta) & frame.all_weeks() != 0)
                        .map(move |unit| unit.piece.by(delta * WEEK_MIN))
                };
                let all = [-1, 0, 1].into_iter().flat_map(meeting);
                let worst = all.filter_map(|theirs| meet(&mine.piece, &theirs, &frame.table));
                let Some((kind, min)) = worst.min_by_key(|(kind, min)| (*kind, -min)) else { continue };
                let same = found.iter_mut().find(|c| (c.row, c.other, c.kind, c.min) == (a.row, b.row, kind, min));
                if let Some(clash) = same {
                    clash.days = clash.days.with(mine.day, true);
                } else {
                    found.push(OwnClash { row: a.row, other: b.row, days: Days::of(&[mine.day]), kind, min });
                }
            }
        }
    }
    if let Some(cars) = frame.cars() {
        cars.own_clashes(frame, &mut found);
    }
    found
}

/// Duties that nobody can do before any session, in the order of the household's rows.
pub(super) fn undone(frame: &Frame) -> Vec<Undone> {
    let mut found: Vec<Undone> = Vec::new();
    for (index, duty) in frame.household.duties.iter().enumerate() {
        let mut one = Undone { duty: duty.row, days: Days::NONE, dates: 0 };
        let begins = |slot: &&Slot| slot.duty() == Some(index) && slot.piece.from == slot.whole().0;
        for slot in frame.undone.iter().filter(begins) {
            let dates = (slot.weeks & frame.all_weeks()).count_ones();
            one.days = one.days.with(slot.day, one.days.has(slot.day) || dates > 0);
            one.dates += dates;
        }
        if one.dates > 0 {
            found.push(one);
        }
    }
    found
}

/// What one row would have to give for the track to fit, fewest minutes first: at most
/// [`SMALL_GIVE_MIN`] a day where that is enough, else whatever it takes. It takes what is left of the question's budget; `proven`
/// turns false where that is not enough.
pub(super) fn give(
    as_is: &Problem,
    clashes: &[Clash],
    budget: Budget,
    nodes: &mut u32,
    proven: &mut bool,
) -> Option<Give> {
    let (household, rule) = (as_is.frame.household, as_is.frame.site.program.misses);
    let in_the_way = |(index, commitment): &(usize, &Commitment)| {
        let duty = |clash: &Clash| household.duties.iter().find(|duty| Some(duty.row) == clash.duty);
        let steps_in = |clash: &Clash| duty(clash).is_some_and(|duty| duty.may.contains(&commitment.who));
        clashes.iter().any(|clash| clash.row == commitment.row || steps_in(clash))
            && search::hangs_on(as_is, *index, rule)
    };
    let takes: Vec<(usize, &crate::site::Track)> =
        as_is.seats.iter().filter(|seat| seat.role.is_none()).map(|seat| (seat.client, seat.track)).collect();
    let rows: Vec<(usize, &Commitment)> = household.commitments.iter().enumerate().filter(in_the_way).collect();
    let mut left = Budget(budget.all().saturating_sub(*nodes));
    for (most, small) in [(SMALL_GIVE_MIN, true), (DAY_MIN, false)] {
        let mut best: Option<(u32, Give)> = None;
        for (index, commitment) in &rows {
            let night = as_is.units.iter().any(|unit| unit.commitment == *index && unit.night);
            let ways = [Firm::Cut { most_min: most }, Firm::Move { earlier_min: most, later_min: most }];
            // A night shift that is moved by half a day is another shift.
            for firm in ways.into_iter().take(if small || !night { 2 } else { 1 }) {
                if left.0 == 0 {
                    *proven = false;
                    return best.map(|(_, give)| give);
                }
                as_is.frame.left.set(left.0.min(budget.0));
                let mut problem = Problem::lay(as_is.frame, &takes, Some((*index, firm)));
                problem.travel_counts = false;
                let found = search::cheapest(&problem, rule, left);
                left = Budget(left.0.saturating_sub(found.nodes));
                *nodes = nodes.saturating_add(found.nodes);
                *proven &= found.proven;
                let Some(plan) = found.within else { continue };
                let minutes = plan.cost.work_lost_min + plan.cost.moved_min;
                if best.as_ref().is_none_or(|(least, _)| minutes < *least) {
                    best = Some((minutes, Give { row: commitment.row, changes: plan.changes(&problem), small }));
                }
            }
        }
        if let Some((_, give)) = best {
            return Some(give);
        }
    }
    None
}
