//! `tracks`: the offers in the clinic's order, each with an id that no other has.

use super::hours::check_hours;
use super::issue::IssueKind;
use super::read::{At, Log, Members, join};
use super::sessions::sessions;
use crate::site::{Program, Track};

/// Most hours a week that a clinic can state.
const MOST_STATED_H: f64 = 80.0;

/// Reads all tracks; one without a name is dropped.
pub(super) fn tracks(at: Option<&At>, log: &mut Log, program: &Program) -> Vec<Track> {
    let Some(at) = at else {
        log.warn("tracks", IssueKind::Missing);
        return Vec::new();
    };
    let Some(items) = at.list(log) else { return Vec::new() };
    if items.is_empty() {
        log.warn(&at.path, IssueKind::Empty);
    }
    let mut read: Vec<(Track, String)> = Vec::new();
    for item in items {
        let Some(mut track) = track(&item, log, program) else { continue };
        if let Some((_, first)) = read.iter().find(|(earlier, _)| earlier.id == track.id) {
            let assumed = free_id(&track.id, &read);
            let kind = IssueKind::DuplicateId { id: track.id.clone(), first: first.clone(), assumed: assumed.clone() };
            log.error(&join(&item.path, "id"), kind);
            track.id = assumed;
        }
        read.push((track, item.path));
    }
    read.into_iter().map(|(track, _)| track).collect()
}

fn free_id(id: &str, taken: &[(Track, String)]) -> String {
    let free = |candidate: &String| !taken.iter().any(|(track, _)| track.id == *candidate);
    (2..=taken.len() + 2).map(|n| format!("{id}-{n}")).find(free).unwrap_or_else(|| id.to_owned())
}

fn track(at: &At, log: &mut Log, program: &Program) -> Option<Track> {
    let members = at.object(log, &["id", "name", "about", "stated_hours", "arranged", "sessions", "floating"])?;
    let name = members.need(log, "name").and_then(|at| at.text(log));
    let sessions = sessions(&members, log, program.weeks.1);
    let stated = members.get("stated_hours").and_then(|at| at.number(log, 0.25, MOST_STATED_H));
    let about = members.text(log, "about");
    let arranged = members.text(log, "arranged");
    // A page cannot place hours that are arranged, so it must not answer without them.
    let unplaced = cfg!(feature = "quiet") && members.rows("floating") > 0;
    #[cfg(not(feature = "quiet"))]
    let floating = super::floating::floating(&members, log, program.weeks.1);
    #[cfg(not(feature = "quiet"))]
    let unplaced = unplaced || members.rows("floating") > floating.len();
    let name = name?;
    let id = id(&members, log, name);
    let track = Track {
        id,
        name: name.to_owned(),
        about,
        incomplete: members.rows("sessions") > sessions.len() || unplaced,
        sessions,
        stated_week_min: stated.map(minutes),
        arranged,
        #[cfg(not(feature = "quiet"))]
        floating,
    };
    check_hours(&at.path, log, &track, program);
    Some(track)
}

/// Hours with decimals as whole minutes.
fn minutes(hours: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "bounded by MOST_STATED_H")]
    let minutes = (hours * 60.0).round() as i32;
    minutes
}

/// The id as written where links can hold it, else one made from what was written or from the name.
fn id(members: &Members, log: &mut Log, name: &str) -> String {
    let written = members.text(log, "id");
    let usable = |id: &str| id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if let Some(id) = &written
        && usable(id)
    {
        return id.clone();
    }
    let slugs = [written.as_deref().map(slug), Some(slug(name)), Some("track".to_owned())];
    let id = slugs.into_iter().flatten().find(|slug| !slug.is_empty()).unwrap_or_default();
    log.warn(&join(&members.path, "id"), IssueKind::IdAssumed { id: id.clone() });
    id
}

/// "Evening group, downtown" -> "evening-group-downtown".
fn slug(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.take(5).collect::<Vec<_>>().join("-")
}
