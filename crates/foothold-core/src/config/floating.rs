//! `tracks[..].floating`: hours that are arranged with the client, for planning. Read natively only: a page sends
//! people to the clinic for them.

use super::issue::IssueKind;
use super::read::{Log, Members};
use super::sessions;
use crate::site::Floating;
use crate::time::{DAY_MIN, Days};

/// Minutes that a block takes at least and at most.
const LEAST_BLOCK: u16 = 15;
const MOST_BLOCK: u16 = 480;
/// Starts are on whole quarters of an hour.
pub(crate) const STEP_MIN: i32 = 15;
/// How many blocks of one track may float.
pub(crate) const MOST_FLOATING: usize = 3;

/// The blocks of one track; a row without a window that holds it is left out.
pub(super) fn floating(track: &Members, log: &mut Log, program_weeks: u16) -> Vec<Floating> {
    let Some(at) = track.get("floating") else { return Vec::new() };
    let items = at.list(log).unwrap_or_default();
    if items.is_empty() {
        return Vec::new();
    }
    log.note(&at.path, IssueKind::AskedOnPages);
    let most = MOST_FLOATING;
    if items.len() > most {
        let (value, most) = (f64::from(small(items.len())), f64::from(small(most)));
        log.error(&at.path, IssueKind::OutOfRange { value, least: 0.0, most });
    }
    items.iter().take(most).filter_map(|item| row(item, log, program_weeks)).collect()
}

fn small(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

fn row(at: &super::read::At, log: &mut Log, program_weeks: u16) -> Option<Floating> {
    let members = at.object(log, &["kind", "title", "minutes", "windows", "online", "weeks"])?;
    let kind = sessions::kind(&members, log);
    let title = members.text(log, "title");
    let minutes = members.need(log, "minutes").and_then(|at| at.whole(log, LEAST_BLOCK, MOST_BLOCK));
    let items = members.need(log, "windows").and_then(|at| at.list(log));
    let online = members.get("online").map_or(Some(false), |at| at.flag(log));
    let weeks = members.get("weeks").map_or(Some(None), |at| sessions::weeks(&at, log, program_weeks).map(Some));
    let (minutes, items) = (i32::from(minutes?), items?);
    if items.is_empty() {
        log.error(&members.path, IssueKind::Empty);
    }
    let mut windows = Vec::new();
    for item in &items {
        let (days, span) = sessions::window(item, log)?;
        let first = (span.from + STEP_MIN - 1).div_euclid(STEP_MIN) * STEP_MIN;
        if first + minutes > span.to {
            let (value, least) = (f64::from(span.minutes()), f64::from(minutes));
            log.error(&item.path, IssueKind::OutOfRange { value, least, most: f64::from(DAY_MIN) });
        } else {
            windows.push((days, span));
        }
    }
    let held = windows.iter().any(|(days, _)| *days != Days::NONE);
    held.then_some(Floating { kind, title, minutes, windows, online: online?, weeks: weeks? })
}

#[cfg(test)]
mod tests {
    use crate::config::{IssueKind, Severity, load};
    use crate::site::{Floating, Track};
    use crate::time::{Span, Weekday};

    /// The one track with this in `floating`, and what is an error in the file.
    fn track(floating: &str) -> (Track, Vec<(String, IssueKind)>) {
        let text = format!(
            r#"{{"version":1,"name":"N","phone":"(312) 555-0134","zone":"America/Chicago","checked_on":"2026-11-20",
            "program":{{"weeks":12}},"tracks":[{{"id":"a","name":"A","floating":[{floating}],"sessions":[
            {{"kind":"group","days":["Mon","Tue","Thu"],"from":"6pm","to":"9pm"}}]}}]}}"#
        );
        let loaded = load(&text);
        let errors = loaded.issues.into_iter().filter(|issue| issue.severity == Severity::Error);
        (loaded.site.expect("a site").tracks.remove(0), errors.map(|issue| (issue.path, issue.kind)).collect())
    }

    const HOUR: &str = r#""kind":"individual","minutes":60"#;

    #[test]
    fn a_block_is_read_with_its_windows_and_pages_are_said_to_ask() {
        let row = format!(
            r#"{{{HOUR},"title":"Talk","online":true,"weeks":{{"first":3}},"windows":[{{"days":["Mon"],"from":"9am","to":"noon"}}]}}"#
        );
        let (track, errors) = track(&row);
        let Floating { minutes, online, weeks, title, windows, .. } = &track.floating[0];
        assert_eq!((*minutes, *online, *weeks, title.as_deref()), (60, true, Some((3, 12)), Some("Talk")));
        assert!(windows[0].0.has(Weekday::Mon) && windows[0].1 == Span { from: 540, to: 720 });
        assert_eq!((errors, track.incomplete, track.on_a_page(false).incomplete), (vec![], false, true));
    }

    #[test]
    fn a_row_that_cannot_be_read_leaves_nothing_but_to_ask() {
        for (row, path) in [
            (format!("{{{HOUR}}}"), "tracks[0].floating[0].windows"),
            (format!(r#"{{{HOUR},"windows":[]}}"#), "tracks[0].floating[0]"),
            // No whole hour from a quarter past nine on.
            (
                format!(r#"{{{HOUR},"windows":[{{"days":["Mon"],"from":"9:05","to":"10:10"}}]}}"#),
                "tracks[0].floating[0].windows[0]",
            ),
            (
                format!(r#"{{{HOUR},"online":"either","windows":[{{"days":["Mon"],"from":"9am","to":"noon"}}]}}"#),
                "tracks[0].floating[0].online",
            ),
            (r#"{"kind":"individual","minutes":5,"windows":[]}"#.to_owned(), "tracks[0].floating[0].minutes"),
        ] {
            let (track, errors) = track(&row);
            assert_eq!(errors.first().map(|(path, _)| path.as_str()), Some(path), "{row}");
            assert!(track.incomplete && track.floating.is_empty(), "{row}");
        }
        let hour = format!(r#"{{{HOUR},"windows":[{{"days":["Mon"],"from":"9am","to":"noon"}}]}}"#);
        let (track, errors) = track(&vec![hour; 4].join(","));
        assert!(track.incomplete && errors.len() == 1, "four are too many: {errors:?}");
    }
}
