//! Weekdays of sessions: what sets are made of, and the track that a set is.

use super::Pick;
use crate::household::Household;
use crate::plan::problem::{WEEK_MIN, day_offset};
use crate::site::{Amount, Session, SessionKind, Site, Track};
use crate::time::{DAY_MIN, Days};

/// One weekday of a session that a set may have.
pub(super) struct Unit {
    /// Track and session.
    pub(super) of: (usize, usize),
    pub(super) online: bool,
    pub(super) session: Session,
    /// From and to in a week that begins with the program's first weekday.
    pub(super) at: (i32, i32),
}

/// What sets are made of, in the order of the week from the program's first day, then by start, then in the clinic's order.
pub(super) fn units(site: &Site, household: &Household, mix: &[(SessionKind, Amount)]) -> Vec<Unit> {
    let mut all: Vec<Unit> = Vec::new();
    for (track, of) in site.tracks.iter().enumerate() {
        for (index, session) in of.sessions.iter().enumerate() {
            if !mix.iter().any(|(kind, _)| *kind == session.kind) {
                continue;
            }
            for day in session.days.iter() {
                for online in [false, true] {
                    let is = session.online.has(day);
                    if online != is && !(online && session.either) {
                        continue;
                    }
                    let days = Days::of(&[day]);
                    let from = day_offset(household, day) * DAY_MIN;
                    let held = if online { days } else { Days::NONE };
                    let alone = Session { days, either: false, online: held, ..session.clone() };
                    let at = (from + session.span.from, from + session.span.to);
                    // The same session in two tracks is one.
                    if !all.iter().any(|known| known.session == alone) {
                        all.push(Unit { of: (track, index), online, session: alone, at });
                    }
                }
            }
        }
    }
    all.sort_by_key(|unit| (unit.at, unit.of, unit.online));
    all
}

/// The track that a set is, its sessions in the clinic's order.
pub(super) fn track(units: &[Unit], set: &[usize]) -> (Track, Vec<Pick>) {
    let mut all: Vec<(Pick, Session)> = Vec::new();
    for unit in set.iter().filter_map(|at| units.get(*at)) {
        let (track, session) = unit.of;
        let Session { days, online, .. } = unit.session;
        let join = |a: Days, b: Days| b.iter().fold(a, |days, day| days.with(day, true));
        if let Some((pick, known)) = all.iter_mut().find(|(pick, _)| (pick.track, pick.session) == unit.of) {
            (pick.days, pick.online) = (join(pick.days, days), join(pick.online, online));
            (known.days, known.online) = (pick.days, pick.online);
        } else {
            all.push((Pick { track, session, days, online }, unit.session.clone()));
        }
    }
    all.sort_by_key(|(pick, _)| (pick.track, pick.session));
    let (picks, sessions) = all.into_iter().unzip();
    (Track::of(sessions), picks)
}

/// Whether two weekdays of sessions are at the same time in some week.
pub(super) fn overlap(a: &Unit, b: &Unit) -> bool {
    let weeks = |unit: &Unit| unit.session.weeks.unwrap_or((1, u16::MAX));
    let ((a_first, a_last), (b_first, b_last)) = (weeks(a), weeks(b));
    let same = |by: i32| a.at.0 < b.at.1 + by && b.at.0 + by < a.at.1;
    a_first <= b_last && b_first <= a_last && [-WEEK_MIN, 0, WEEK_MIN].into_iter().any(same)
}
