//! Hours a week: what the sessions add up to, compared with what the clinic says.
//!
//! Nothing is corrected, and nothing is concluded from group time alone where hours are arranged
//! with a person besides.

use super::issue::IssueKind;
use super::read::{Log, join};
use crate::site::{Program, Track};

/// Stated hours are rounded by people; this much is no difference.
const ROUNDING_MIN: i32 = 3;

/// Clock minutes of the sessions in most weeks of a program of that many weeks. A session that
/// runs in a few weeks only does not count in the others.
pub fn ordinary_week_min(track: &Track, program_weeks: u16) -> i32 {
    let weeks = week_totals(track, program_weeks);
    let often = |total: &i32| weeks.iter().filter(|other| *other == total).count();
    weeks.iter().copied().max_by_key(|total| (often(total), *total)).unwrap_or(0)
}

fn week_totals(track: &Track, program_weeks: u16) -> Vec<i32> {
    let total = |week: u16| {
        let runs = track.sessions.iter().filter(|s| s.weeks.is_none_or(|(first, last)| (first..=last).contains(&week)));
        runs.map(|s| s.span.minutes() * i32::try_from(s.days.count()).unwrap_or(0)).sum()
    };
    (1..=program_weeks.max(1)).map(total).collect()
}

/// Where a track says that hours are arranged with each person, if it does.
fn arranges(track: &Track) -> Option<&'static str> {
    if !track.floating().is_empty() {
        return Some("floating");
    }
    track.arranged.as_ref().map(|_| "arranged")
}

/// Compares computed with stated hours and with the program's.
pub(super) fn check_hours(path: &str, log: &mut Log, track: &Track, program: &Program) {
    if track.sessions.is_empty() {
        return;
    }
    let totals = week_totals(track, program.weeks.1);
    let computed_min = ordinary_week_min(track, program.weeks.1);
    // Stated hours may count what is set with each person, or not.
    let floating: i32 = track.floating().iter().map(|row| row.minutes).sum();
    let near = |total: &i32, stated: i32| (total - stated).abs() <= ROUNDING_MIN;
    let same = |stated: i32| totals.iter().any(|total| near(total, stated) || near(&(total + floating), stated));
    let differs = track.stated_week_min.filter(|stated| !same(*stated));
    if let Some(stated_min) = differs {
        log.warn(&join(path, "stated_hours"), IssueKind::StatedHoursDiffer { stated_min, computed_min });
    }
    let (least_h, most_h) = program.weekly_hours;
    let (below, above) = (computed_min < i32::from(least_h) * 60, computed_min > i32::from(most_h) * 60);
    let short = below || differs.is_some_and(|stated| stated > computed_min);
    let arranges = arranges(track);
    if let Some(name) = arranges.filter(|_| short) {
        log.note(&join(path, name), IssueKind::ArrangedNotCounted { computed_min });
    }
    if above || (below && arranges.is_none()) {
        log.warn(path, IssueKind::OutsideProgramHours { computed_min, least_h, most_h });
    }
}
