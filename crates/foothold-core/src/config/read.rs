//! A cursor over the value tree that knows its path and notes everything it cannot use.
//!
//! Input: a [`Value`] and where it stands. Output: the value as what it should be, or `None` and an
//! issue in the [`Log`]. `null` counts as not there. What the values mean is for the other files.

use super::issue::{Issue, IssueKind, Severity, Shape};
use super::suggest::nearest;
use crate::json::{Value, quote};
use crate::time::{NaiveDate, parse_date};

/// Collects issues in reading order.
#[derive(Default)]
pub(super) struct Log {
    pub(super) issues: Vec<Issue>,
    /// Issues that make a form unsafe to use, counted even where none are kept.
    pub(super) spoiling: usize,
}

impl Log {
    pub(super) fn error(&mut self, path: &str, kind: IssueKind) {
        self.add(path, Severity::Error, kind);
    }

    pub(super) fn warn(&mut self, path: &str, kind: IssueKind) {
        self.add(path, Severity::Warning, kind);
    }

    pub(super) fn note(&mut self, path: &str, kind: IssueKind) {
        self.add(path, Severity::Note, kind);
    }

    fn add(&mut self, path: &str, severity: Severity, kind: IssueKind) {
        // A misspelt or doubled name inside a form could claim a delivery that never was.
        let name = matches!(kind, IssueKind::UnknownName { .. } | IssueKind::RepeatedName { .. });
        self.spoiling += usize::from(severity == Severity::Error || name);
        if cfg!(not(feature = "quiet")) {
            self.issues.push(Issue { path: path.to_owned(), severity, kind });
        }
    }
}

/// A value and where it stands.
pub(super) struct At<'a> {
    pub(super) value: &'a Value,
    pub(super) path: String,
}

/// The members of an object and where it stands.
pub(super) struct Members<'a> {
    object: &'a Value,
    pub(super) path: String,
}

impl<'a> At<'a> {
    pub(super) fn wrong_type<T>(&self, log: &mut Log, expected: &'static [Shape]) -> Option<T> {
        log.error(&self.path, IssueKind::WrongType { expected, found: shape_of(self.value) });
        None
    }

    /// The object's members; names that the format does not know are noted.
    pub(super) fn object(&self, log: &mut Log, known: &[&'static str]) -> Option<Members<'a>> {
        let members = self.any_object(log)?;
        for (name, _) in members.pairs() {
            if !known.contains(&name) {
                let nearest = nearest(name, known);
                log.warn(&join(&self.path, name), IssueKind::UnknownName { name: shortened(name), nearest });
            }
        }
        Some(members)
    }

    /// The object's members, whatever their names.
    pub(super) fn any_object(&self, log: &mut Log) -> Option<Members<'a>> {
        let Value::Object(members) = self.value else {
            return self.wrong_type(log, &[Shape::Object]);
        };
        for (i, (name, _)) in members.iter().enumerate() {
            if members.iter().take(i).any(|(earlier, _)| earlier == name) {
                log.warn(&join(&self.path, name), IssueKind::RepeatedName { name: shortened(name) });
            }
        }
        Some(Members { object: self.value, path: self.path.clone() })
    }

    /// The members without a look at their names; none where this is no object.
    pub(super) fn members(&self) -> Members<'a> {
        Members { object: self.value, path: self.path.clone() }
    }

    pub(super) fn list(&self, log: &mut Log) -> Option<Vec<At<'a>>> {
        let Value::List(items) = self.value else {
            return self.wrong_type(log, &[Shape::List]);
        };
        let at = |(i, value)| At { value, path: format!("{}[{i}]", self.path) };
        Some(items.iter().enumerate().map(at).collect())
    }

    /// The text without the space around it; never blank.
    pub(super) fn text(&self, log: &mut Log) -> Option<&'a str> {
        let Value::Text(text) = self.value else {
            return self.wrong_type(log, &[Shape::Text]);
        };
        let text = text.trim();
        if text.is_empty() {
            log.error(&self.path, IssueKind::Empty);
            return None;
        }
        Some(text)
    }

    /// The text, if it is one of those allowed. Never quoted: it may stand below `form`.
    pub(super) fn one_of(&self, log: &mut Log, allowed: &'static [&'static str]) -> Option<&'a str> {
        let text = self.text(log)?;
        if !allowed.contains(&text) {
            let nearest = nearest(text, allowed);
            log.error(&self.path, IssueKind::UnknownValue { found: None, allowed, nearest });
            return None;
        }
        Some(text)
    }

    pub(super) fn flag(&self, log: &mut Log) -> Option<bool> {
        match self.value {
            Value::Bool(flag) => Some(*flag),
            _ => self.wrong_type(log, &[Shape::Flag]),
        }
    }

    pub(super) fn number(&self, log: &mut Log, least: f64, most: f64) -> Option<f64> {
        let Value::Number(value) = *self.value else {
            return self.wrong_type(log, &[Shape::Number]);
        };
        if value < least || value > most {
            log.error(&self.path, IssueKind::OutOfRange { value, least, most });
            return None;
        }
        Some(value)
    }

    pub(super) fn whole(&self, log: &mut Log, least: u16, most: u16) -> Option<u16> {
        let value = self.number(log, f64::from(least), f64::from(most))?;
        let whole = (least..=most).find(|whole| (f64::from(*whole) - value).abs() < 1e-6);
        if whole.is_none() {
            log.error(&self.path, IssueKind::NotWhole);
        }
        whole
    }

    pub(super) fn date(&self, log: &mut Log) -> Option<NaiveDate> {
        let text = self.text(log)?;
        let date = parse_date(text);
        if date.is_none() {
            log.error(&self.path, IssueKind::UnreadableDate { text: shortened(text) });
        }
        date
    }

    /// The texts of a list; what is no text is noted and left out.
    pub(super) fn texts(&self, log: &mut Log) -> Vec<String> {
        let items = self.list(log).unwrap_or_default();
        items.iter().filter_map(|item| item.text(log)).map(str::to_owned).collect()
    }
}

impl<'a> Members<'a> {
    /// The member of that name, unless it is missing or `null`.
    pub(super) fn get(&self, name: &str) -> Option<At<'a>> {
        let value = self.object.get(name).filter(|value| **value != Value::Null)?;
        Some(At { value, path: join(&self.path, name) })
    }

    /// The member of that name; noted as an error where it is missing.
    pub(super) fn need(&self, log: &mut Log, name: &str) -> Option<At<'a>> {
        let member = self.get(name);
        if member.is_none() {
            log.error(&join(&self.path, name), IssueKind::Missing);
        }
        member
    }

    /// A text that may be missing.
    pub(super) fn text(&self, log: &mut Log, name: &str) -> Option<String> {
        self.get(name)?.text(log).map(str::to_owned)
    }

    /// How many rows a list has, read or not; 0 where there is no list.
    pub(super) fn rows(&self, name: &str) -> usize {
        match self.object.get(name) {
            Some(Value::List(items)) => items.len(),
            _ => 0,
        }
    }

    /// A flag that is false where it is missing.
    pub(super) fn flag(&self, log: &mut Log, name: &str) -> bool {
        self.get(name).and_then(|at| at.flag(log)).unwrap_or(false)
    }

    /// All members in the file's order, each name once.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&'a str, At<'a>)> {
        let members: &'a [(String, Value)] = match self.object {
            Value::Object(members) => members,
            _ => &[],
        };
        let last = move |i: usize, name: &str| !members.iter().skip(i + 1).any(|(later, _)| later == name);
        let once = members.iter().enumerate().filter(move |(i, (name, _))| last(*i, name));
        once.map(|(_, (name, value))| (name.as_str(), At { value, path: join(&self.path, name) }))
    }
}

/// `path.name`, or `path["odd name"]` where the name could be misread.
pub(super) fn join(path: &str, name: &str) -> String {
    if cfg!(feature = "quiet") {
        return String::new();
    }
    let ordinary = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '-'));
    match (ordinary, path.is_empty()) {
        (true, true) => name.to_owned(),
        (true, false) => format!("{path}.{name}"),
        (false, _) => format!("{path}[{}]", quote(&shortened(name))),
    }
}

/// At most 60 characters of a text, for quoting it.
pub(super) fn shortened(text: &str) -> String {
    if cfg!(feature = "quiet") {
        return String::new();
    }
    match text.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn shape_of(value: &Value) -> Shape {
    match value {
        Value::Null => Shape::Null,
        Value::Bool(_) => Shape::Flag,
        Value::Number(_) => Shape::Number,
        Value::Text(_) => Shape::Text,
        Value::List(_) => Shape::List,
        Value::Object(_) => Shape::Object,
    }
}
