//! `program.mix`: how much of each kind of session people need where they may mix those of all tracks. Read natively
//! only: a page sends people to the clinic.

use super::issue::IssueKind;
use super::read::{At, Log};
use super::sessions::KINDS;
use crate::json::Value;
use crate::site::{Amount, SessionKind};

/// Most weekdays of one kind.
const MOST_DAYS: u16 = 14;
/// Most minutes a week of one kind.
const MOST_MIN: u16 = 4800;

/// What is needed of each kind, in the order in which pages list kinds; nothing where any of it cannot be read.
pub(super) fn mix(at: &At, log: &mut Log) -> Vec<(SessionKind, Amount)> {
    log.note(&at.path, IssueKind::AskedOnPages);
    let Some(members) = at.object(log, &KINDS) else { return Vec::new() };
    let mut needed = Vec::new();
    let mut whole = true;
    for (name, kind) in KINDS.iter().zip(SessionKind::ALL) {
        let Some(at) = members.get(name) else { continue };
        match amount(&at, log) {
            Some(amount) => needed.push((kind, amount)),
            None => whole = false,
        }
    }
    if whole && needed.is_empty() {
        log.error(&at.path, IssueKind::Empty);
    }
    // Half of what is needed would be another program: then nothing can be put together.
    if whole { needed } else { Vec::new() }
}

/// `3` weekdays or `{ "minutes": 540 }`.
fn amount(at: &At, log: &mut Log) -> Option<Amount> {
    if matches!(at.value, Value::Number(_)) {
        return at.whole(log, 1, MOST_DAYS).map(Amount::Days);
    }
    let members = at.object(log, &["minutes"])?;
    let minutes = members.need(log, "minutes")?.whole(log, 15, MOST_MIN)?;
    Some(Amount::Minutes(minutes.into()))
}

#[cfg(test)]
mod tests {
    use crate::config::{IssueKind, Severity, load};
    use crate::site::{Amount, SessionKind};

    /// What a program with this `mix` needs, and the paths of errors.
    fn read(mix: &str) -> (Option<Vec<(SessionKind, Amount)>>, Vec<String>) {
        let text = format!(
            r#"{{"version":1,"name":"N","phone":"(312) 555-0134","zone":"America/Chicago","program":{{"weeks":12,"mix":{mix}}},"tracks":[]}}"#
        );
        let loaded = load(&text);
        let errors = loaded.issues.iter().filter(|issue| issue.severity == Severity::Error);
        let paths = errors.map(|issue| issue.path.clone()).collect();
        let asked = loaded.issues.iter().any(|issue| issue.kind == IssueKind::AskedOnPages);
        let mix = loaded.site.expect("a site").program.mix;
        assert_eq!(asked, mix.is_some(), "the owner hears what pages do with it");
        (mix, paths)
    }

    #[test]
    fn weekdays_or_minutes_of_each_kind_are_read() {
        let (mix, errors) = read(r#"{"individual":1,"group":{"minutes":360}}"#);
        let needed = vec![(SessionKind::Group, Amount::Minutes(360)), (SessionKind::Individual, Amount::Days(1))];
        assert_eq!((mix, errors), (Some(needed), vec![]));
    }

    #[test]
    fn where_anything_of_it_cannot_be_read_nothing_is_put_together() {
        for (mix, path) in [
            ("{}", "program.mix"),
            (r#"{"group":0}"#, "program.mix.group"),
            (r#"{"group":2,"individual":"one"}"#, "program.mix.individual"),
            (r#"{"group":{}}"#, "program.mix.group.minutes"),
        ] {
            assert_eq!(read(mix), (Some(vec![]), vec![path.to_owned()]), "{mix}");
        }
        assert_eq!(read("3"), (Some(vec![]), vec!["program.mix".to_owned()]));
        assert_eq!(read("null"), (None, vec![]));
    }
}
