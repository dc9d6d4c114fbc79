//! One track as an offer: its forms, the best of them, and what comes back for it.

use super::problem::{Frame, Problem};
use super::{Budget, Cost, Offer, Slack, TIGHT_MIN, Verdict, reason, search, way};
use crate::site::{Site, Track};
use crate::time::{Span, Weekday};
use std::borrow::Cow;

/// A place for hours that float.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Row of the track's floating hours.
    pub row: usize,
    /// Weekday.
    pub day: Weekday,
    /// From when to when.
    pub span: Span,
}

impl Offer {
    /// The track as this answer takes it, hours that float as sessions after its own; `None` if the site has no such track.
    pub fn taken<'a>(&self, site: &'a Site) -> Option<Cow<'a, Track>> {
        let track = site.tracks.get(self.track)?;
        #[cfg(not(feature = "quiet"))]
        if !track.floating.is_empty() {
            return Some(Cow::Owned(super::floating::placed(&track.form(&self.online), &self.blocks)));
        }
        Some(if self.online.is_empty() { Cow::Borrowed(track) } else { Cow::Owned(track.form(&self.online)) })
    }
}

impl Offer {
    /// Where this answer puts the hours that float, which a visitor's browser never does.
    pub fn arranged(&self) -> &[Placed] {
        #[cfg(not(feature = "quiet"))]
        let blocks = &self.blocks[..];
        #[cfg(feature = "quiet")]
        let blocks = &[];
        blocks
    }
}

/// The cheapest form of a track in which it fits, else the cheapest; of equal ones the first, coming before
/// taking part online.
pub(super) fn solve_forms(
    frame: &Frame,
    client: usize,
    index: usize,
    track: &Track,
    budget: Budget,
    nodes: &mut u32,
) -> Offer {
    #[cfg(not(feature = "quiet"))]
    if !track.floating.is_empty() {
        return super::floating::solve(frame, client, index, track, budget, nodes);
    }
    let worth = |offer: &Offer| (!offer.verdict.fits(), offer.cost);
    let mut best = solve_track(frame, client, index, track, budget, nodes);
    for online in forms(track).into_iter().skip(1) {
        let mut offer = solve_track(frame, client, index, &track.form(&online), budget, nodes);
        offer.online = online;
        best.proven &= offer.proven;
        if worth(&offer) < worth(&best) {
            offer.proven &= best.proven;
            best = offer;
        }
    }
    best
}

/// Every way to choose where a track leaves the choice: the days on which somebody takes part online. The first
/// way is to come each time, the last choice changes first.
pub(super) fn forms(track: &Track) -> Vec<Vec<(usize, Weekday)>> {
    let choices = track.choices();
    let picked = |mask: usize| {
        let at = choices.iter().rev().enumerate().filter(|(at, _)| mask >> at & 1 == 1);
        let mut days: Vec<(usize, Weekday)> = at.map(|(_, choice)| *choice).collect();
        days.reverse();
        days
    };
    (0..1 << choices.len()).map(picked).collect()
}

/// A track in one form, without what would have to give.
pub(super) fn solve_track(
    frame: &Frame,
    client: usize,
    index: usize,
    track: &Track,
    budget: Budget,
    nodes: &mut u32,
) -> Offer {
    let mut offer = Offer {
        client,
        track: index,
        verdict: Verdict::AskClinic,
        cost: Cost::default(),
        covers: Vec::new(),
        clashes: Vec::new(),
        sessions: 0,
        unfilled: Vec::new(),
        online: Vec::new(),
        #[cfg(not(feature = "quiet"))]
        blocks: Vec::new(),
        slack: None,
        proven: true,
    };
    if track.sessions.is_empty() || track.incomplete {
        return offer;
    }
    let left = Budget(budget.all().saturating_sub(*nodes).min(budget.0));
    frame.left.set(left.0);
    let problem = Problem::lay(frame, &[(client, track)], None);
    offer.sessions = problem.sessions();
    offer.unfilled = problem.unfilled();
    offer.clashes = reason::clashes(&problem);
    let found = search::cheapest(&problem, frame.site.program.misses, left);
    *nodes = nodes.saturating_add(found.nodes);
    offer.proven = found.proven;
    let plan = found.within.as_ref().unwrap_or(&found.partial);
    offer.cost = plan.cost;
    offer.covers = plan.covers(&problem);
    offer.verdict = judged(&problem, &found, &mut offer.slack);
    offer
}

/// Adds what would have to give to an offer that does not fit, of the track in the form that was chosen. It takes a search
/// for each row that is in the way.
pub(super) fn explain(frame: &Frame, track: &Track, offer: &mut Offer, budget: Budget, nodes: &mut u32) {
    if let Verdict::DoesNotFit { give, .. } = &mut offer.verdict {
        frame.left.set(budget.all().saturating_sub(*nodes).min(budget.0));
        let problem = Problem::lay(frame, &[(offer.client, track)], None);
        *give = reason::give(&problem, &offer.clashes, budget, nodes, &mut offer.proven);
    }
}

/// A track in the form that was chosen after a long look: with an ordinary budget at least, whatever that look took.
#[cfg(not(feature = "quiet"))]
pub(super) fn solve_last(
    frame: &Frame,
    client: usize,
    index: usize,
    track: &Track,
    budget: Budget,
    nodes: &mut u32,
) -> Offer {
    let before = (*nodes).min(budget.all().saturating_sub(budget.0));
    let mut after = before;
    let offer = solve_track(frame, client, index, track, budget, &mut after);
    *nodes = nodes.saturating_add(after - before);
    offer
}

/// The verdict on what was found, without what would have to give.
pub(super) fn judged(problem: &Problem, found: &search::Found, slack: &mut Option<Slack>) -> Verdict {
    let Some(plan) = &found.within else {
        let attended = problem.sessions().saturating_sub(found.partial.cost.missed);
        return Verdict::DoesNotFit { attended, partial: found.partial.changes(problem), give: None };
    };
    *slack = way::slack(problem, plan);
    if !plan.is_as_is() {
        Verdict::FitsIf(plan.changes(problem))
    } else if slack.is_some_and(|slack| slack.min < TIGHT_MIN) {
        Verdict::Tight
    } else {
        Verdict::Fits
    }
}
