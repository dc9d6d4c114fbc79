//! Hours that float: where they could lie, and where they lie best.
//!
//! A place for every row makes of a track another form of it, with one more session for each row. Whatever a track asks for in
//! lines 1 to 6 without some of its sessions it asks for with them, too: so rows are placed one after the other, and a place that is
//! dearer already than a whole form is not looked into further. Where cars are counted that does not hold, as two people
//! can go in one car for a session's sake, nor where a duty can be handed over when somebody has to leave for one; then every form is looked at.

use super::offer::{solve_last, solve_track};
use super::problem::{Frame, Problem, WEEK_MIN, shifted};
use super::rules::needed_min;
use super::search::cheapest;
use super::slots::{Slot, lay_slots};
use super::{Budget, Cost, Offer, Placed, Verdict, forms, solve_forms};
use crate::site::{Attend, Floating, Session, Track};
use crate::time::{DAY_MIN, Days, Span, WEEK, Weekday};

/// Minutes from one start that is tried to the next.
const STEP_MIN: i32 = 15;
/// More forms than this nobody looks at for several clients together.
const MOST_FORMS: usize = 10_000;

/// The track with these blocks as sessions after its own.
pub(super) fn placed(track: &Track, blocks: &[Placed]) -> Track {
    let mut taken = Track { floating: Vec::new(), ..track.clone() };
    for block in blocks {
        taken.sessions.extend(track.floating.get(block.row).map(|row| session(row, block)));
    }
    taken
}

fn session(row: &Floating, block: &Placed) -> Session {
    let days = Days::of(&[block.day]);
    Session {
        kind: row.kind,
        title: row.title.clone(),
        days,
        span: block.span,
        online: if row.online { days } else { Days::NONE },
        either: false,
        weeks: row.weeks,
        attend: Attend::default(),
    }
}

/// Every place of one row, in order: windows as in the file, weekdays as in the week, starts as in the day.
fn places(at: usize, row: &Floating) -> Vec<Placed> {
    let mut all: Vec<Placed> = Vec::new();
    for (days, window) in &row.windows {
        let first = (window.from + STEP_MIN - 1).div_euclid(STEP_MIN);
        let last = (window.to - row.minutes).div_euclid(STEP_MIN);
        for day in WEEK.into_iter().filter(|day| days.has(*day)) {
            for start in (first..=last).map(|start| start * STEP_MIN) {
                // What starts after midnight is of the next day.
                let (day, from) = if start < DAY_MIN { (day, start) } else { (day.succ(), start - DAY_MIN) };
                let block = Placed { row: at, day, span: Span { from, to: from + row.minutes } };
                if !all.contains(&block) {
                    all.push(block);
                }
            }
        }
    }
    all
}

/// A session as it lies in the week, as far as the client attends it.
fn laid(frame: &Frame, sessions: Vec<Session>) -> Vec<Slot> {
    let track = Track::of(sessions);
    let mut problem = Problem::bare(frame, Vec::new());
    lay_slots(&mut problem, 0, &track);
    let own =
        |slot: &Slot| slot.seat().and_then(|seat| problem.seats.get(seat)).is_some_and(|seat| seat.role.is_none());
    problem.slots.iter().filter(|slot| own(slot)).cloned().collect()
}

/// Whether one person could be at both, whenever both are held.
fn apart(frame: &Frame, a: &Slot, b: &Slot) -> bool {
    [-1, 0, 1].into_iter().all(|delta| {
        let then = b.piece.by(delta * WEEK_MIN);
        let (x, y) = if (a.piece.from, a.piece.to) <= (then.from, then.to) { (a.piece, then) } else { (then, a.piece) };
        a.weeks & shifted(b.weeks, -delta) == 0 || y.from >= x.to && y.from - x.to >= needed_min(&x, &y, &frame.table)
    })
}

/// A place and what it keeps the client busy with.
type Place = (Placed, Vec<Slot>);

/// The rows of a track in one of its online forms, each with every place beside the track's own sessions.
fn rows(frame: &Frame, form: &Track) -> Vec<Vec<Place>> {
    let own = laid(frame, form.sessions.clone());
    // A row without a window is one that is left out.
    let rows = form.floating.iter().enumerate().filter(|(_, row)| !row.windows.is_empty());
    rows.map(|(at, row)| {
        let all = places(at, row).into_iter().map(|block| (block, laid(frame, vec![session(row, &block)])));
        all.filter(|(_, slots)| slots.iter().all(|slot| own.iter().all(|other| apart(frame, slot, other)))).collect()
    })
    .collect()
}

/// Whether a place lies beside those that are taken.
fn is_beside(frame: &Frame, place: &Place, taken: &[&Place]) -> bool {
    taken.iter().all(|other| place.1.iter().all(|a| other.1.iter().all(|b| apart(frame, a, b))))
}

/// Every form of a track in order: online choices first, then the places of the rows, those of the last row changing first.
pub(super) fn every_form(frame: &Frame, track: &Track) -> Vec<Track> {
    let mut found = Vec::new();
    for online in forms(track) {
        let form = track.form(&online);
        let rows = rows(frame, &form);
        let mut all: Vec<Vec<&Place>> = vec![Vec::new()];
        for row in &rows {
            let mut longer = Vec::new();
            for taken in &all {
                let free = row.iter().filter(|place| is_beside(frame, place, taken));
                longer.extend(free.map(|place| taken.iter().copied().chain([place]).collect()));
                longer.truncate(MOST_FORMS);
            }
            all = longer;
        }
        let blocks = |taken: Vec<&Place>| taken.iter().map(|place| place.0).collect::<Vec<_>>();
        found.extend(all.into_iter().map(|taken| placed(&form, &blocks(taken))));
    }
    found
}

/// Whether a form fits, then what it costs.
type Worth = (bool, Cost);

/// What a form asks of people: all but travel and evenings, which can become less with one more session.
fn asked((out, cost): Worth) -> Worth {
    (out, Cost { travel_min: 0, evenings: 0, ..cost })
}

/// The best form so far: what it is worth, its place in the order of forms, which one it is.
struct Best {
    worth: Worth,
    order: Vec<usize>,
    online: Vec<(usize, Weekday)>,
    blocks: Vec<Placed>,
}

struct Walk<'f> {
    frame: &'f Frame<'f>,
    client: usize,
    budget: u32,
    left: u32,
    proven: bool,
    best: Option<Best>,
}

impl Walk<'_> {
    /// What a form is worth.
    fn weigh(&mut self, form: &Track) -> Worth {
        self.frame.left.set(self.budget.min(self.left));
        let problem = Problem::lay(self.frame, &[(self.client, form)], None);
        let found = cheapest(&problem, self.frame.site.program.misses, Budget(self.budget.min(self.left.max(1))));
        self.left = self.left.saturating_sub(found.nodes);
        self.proven &= found.proven;
        (found.within.is_none(), found.within.as_ref().unwrap_or(&found.partial).cost)
    }

    /// Places the rows from here on, the cheapest first.
    fn place<'p>(
        &mut self,
        form: &Track,
        online: &[(usize, Weekday)],
        rows: &'p [Vec<Place>],
        taken: &mut Vec<&'p Place>,
        order: &mut Vec<usize>,
    ) {
        let Some((row, rest)) = rows.split_first() else { return };
        let mut worths: Vec<(Worth, usize, &Place)> = Vec::new();
        for (at, place) in row.iter().enumerate() {
            if !is_beside(self.frame, place, taken) {
                continue;
            }
            if self.left == 0 && self.best.is_some() {
                self.proven = false;
                return;
            }
            taken.push(place);
            let blocks: Vec<Placed> = taken.iter().map(|place| place.0).collect();
            let worth = self.weigh(&placed(form, &blocks));
            taken.pop();
            if rest.is_empty() {
                let mut order = order.clone();
                order.push(at);
                if self.best.as_ref().is_none_or(|best| (worth, &order) < (best.worth, &best.order)) {
                    self.best = Some(Best { worth, order, online: online.to_vec(), blocks });
                }
            } else {
                worths.push((asked(worth), at, place));
            }
        }
        worths.sort_by_key(|(worth, at, _)| (*worth, *at));
        for (worth, at, place) in worths {
            if self.frame.is_plain() && self.best.as_ref().is_some_and(|best| worth > asked(best.worth)) {
                break;
            }
            taken.push(place);
            order.push(at);
            self.place(form, online, rest, taken, order);
            order.pop();
            taken.pop();
        }
    }
}

/// The best form of a track whose hours float.
pub(super) fn solve(
    frame: &Frame,
    client: usize,
    index: usize,
    track: &Track,
    budget: Budget,
    nodes: &mut u32,
) -> Offer {
    if track.sessions.is_empty() || track.incomplete {
        return solve_track(frame, client, index, track, budget, nodes);
    }
    let all = budget.all().saturating_sub(*nodes);
    let mut walk = Walk { frame, client, budget: budget.0, left: all, proven: true, best: None };
    for (at, online) in forms(track).into_iter().enumerate() {
        let form = track.form(&online);
        let rows = rows(frame, &form);
        walk.place(&form, &online, &rows, &mut Vec::new(), &mut vec![at]);
    }
    *nodes = nodes.saturating_add(all - walk.left);
    let proven = walk.proven;
    let Some(best) = walk.best else { return without_a_place(frame, client, index, track, budget, nodes) };
    let form = placed(&track.form(&best.online), &best.blocks);
    let mut offer = solve_last(frame, client, index, &form, budget, nodes);
    offer.proven &= proven;
    Offer { online: best.online, blocks: best.blocks, ..offer }
}

/// Where the rows have no places together: what the track comes to without them, each of them missed in every week in which it runs.
fn without_a_place(
    frame: &Frame,
    client: usize,
    index: usize,
    track: &Track,
    budget: Budget,
    nodes: &mut u32,
) -> Offer {
    let plain = Track { floating: Vec::new(), ..track.clone() };
    let mut offer = solve_forms(frame, client, index, &plain, budget, nodes);
    let partial = offer.verdict.changes().to_vec();
    let attended = offer.sessions.saturating_sub(offer.cost.missed);
    let missed = missed(frame.count, track);
    offer.sessions += missed;
    offer.cost.missed += missed;
    Offer { verdict: Verdict::DoesNotFit { partial, attended, give: None }, slack: None, ..offer }
}

/// How often the rows of a track are held in a program of so many weeks.
pub(super) fn missed(weeks: u16, track: &Track) -> u32 {
    let held = |row: &Floating| {
        let (first, last) = row.weeks.unwrap_or((1, weeks));
        u32::from((last.min(weeks) + 1).saturating_sub(first.max(1)))
    };
    track.floating.iter().map(held).sum()
}

/// Whether a track fits in any of its forms, travel aside, and whether that was looked at to its end with the combinations that
/// are left, of which laying a form out counts as `laying`.
pub(super) fn fits(frame: &Frame, client: usize, track: &Track, laying: u32, left: &mut u32) -> (bool, bool) {
    let mut look = Look { frame, client, laying, left, known: true };
    let fits = forms(track).into_iter().any(|online| {
        let form = track.form(&online);
        let rows = rows(frame, &form);
        look.fits(&form, &rows, &mut Vec::new())
    });
    (fits, look.known)
}

/// A look for any form that fits.
struct Look<'l> {
    frame: &'l Frame<'l>,
    client: usize,
    laying: u32,
    left: &'l mut u32,
    known: bool,
}

impl Look<'_> {
    fn can(&mut self, track: &Track) -> bool {
        if *self.left == 0 {
            self.known = false;
            return false;
        }
        self.frame.left.set(*self.left);
        let mut problem = Problem::lay(self.frame, &[(self.client, track)], None);
        problem.travel_counts = false;
        let found = cheapest(&problem, self.frame.site.program.misses, Budget(*self.left));
        *self.left = self.left.saturating_sub(found.nodes.saturating_add(self.laying));
        self.known &= found.proven;
        found.within.is_some()
    }

    fn fits<'p>(&mut self, form: &Track, rows: &'p [Vec<Place>], taken: &mut Vec<&'p Place>) -> bool {
        let blocks: Vec<Placed> = taken.iter().map(|place| place.0).collect();
        let track = placed(form, &blocks);
        let Some((row, rest)) = rows.split_first() else { return self.can(&track) };
        if self.frame.is_plain() && !self.can(&track) {
            return false;
        }
        row.iter().any(|place| {
            let free = is_beside(self.frame, place, taken);
            taken.push(place);
            let fits = free && self.fits(form, rest, taken);
            taken.pop();
            fits
        })
    }
}

#[cfg(test)]
#[path = "floating_tests.rs"]
mod tests;
