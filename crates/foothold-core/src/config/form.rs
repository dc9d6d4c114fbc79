//! `form`: where the contact form is sent and when its answer counts as delivered.
//!
//! Taken whole or not at all: with one mistake in it the form is off and visitors see phone and
//! mail, because a half-read rule could call a lost message delivered. No issue quotes a value
//! from here.

use super::issue::{IssueKind, Shape};
use super::program::in_order;
use super::read::{At, Log, Members, join};
use super::shape::secure_url;
use super::suggest::nearest;
use crate::contact::{Backend, Encoding, Field, SuccessRule};
use crate::json::Value;

/// Seconds to wait for an answer where the file does not say.
const TIMEOUT_S: u16 = 20;

const ENCODINGS: [&str; 3] = ["json", "urlencoded", "multipart"];

/// Reads `form`; without it, or with a mistake in it, there is no back-end.
pub(super) fn form(at: Option<&At>, log: &mut Log) -> Option<Backend> {
    let at = at?;
    let before = log.spoiling;
    let backend = backend(at, log);
    if log.spoiling > before || backend.is_none() {
        log.error(&at.path, IssueKind::FormOff);
        return None;
    }
    backend
}

fn backend(at: &At, log: &mut Log) -> Option<Backend> {
    let members = at.object(log, &["url", "encoding", "names", "fixed", "success", "timeout_s"])?;
    let url = members.need(log, "url").and_then(|at| secure_url(&at, log)).map(str::to_owned);
    let encoding = members.need(log, "encoding").and_then(|at| encoding(&at, log));
    let names = members.get("names").map(|at| names(&at, log)).unwrap_or_default();
    let fixed = members.get("fixed").map(|at| fixed(&at, log)).unwrap_or_default();
    let success = success(&members, log);
    let timeout_s = members.get("timeout_s").map_or(Some(TIMEOUT_S), |at| at.whole(log, 5, 60));
    Some(Backend { url: url?, encoding: encoding?, names, fixed, success: success?, timeout_s: timeout_s? })
}

fn encoding(at: &At, log: &mut Log) -> Option<Encoding> {
    let text = at.text(log)?;
    match text {
        "json" => Some(Encoding::Json),
        "urlencoded" => Some(Encoding::Urlencoded),
        "multipart" => Some(Encoding::Multipart),
        _ => {
            let nearest = nearest(text, &ENCODINGS);
            log.error(&at.path, IssueKind::UnknownValue { found: None, allowed: &ENCODINGS, nearest });
            None
        }
    }
}

/// The back-end's names for our fields. Two fields under one name would lose one of them.
fn names(at: &At, log: &mut Log) -> Vec<(Field, String)> {
    let Some(members) = at.object(log, &Field::ALL.map(Field::wire)) else { return Vec::new() };
    let mut names = Vec::new();
    let mut taken: Vec<(String, String)> = Vec::new();
    for field in Field::ALL {
        let written = members.get(field.wire());
        let path = join(&members.path, field.wire());
        let wire = written.as_ref().map_or(Some(field.wire()), |at| at.text(log));
        let Some(wire) = wire.map(str::to_owned) else { continue };
        if let Some((_, first)) = taken.iter().find(|(earlier, _)| *earlier == wire) {
            log.error(&path, IssueKind::Repeats { first: first.clone() });
        }
        if written.is_some() {
            names.push((field, wire.clone()));
        }
        taken.push((wire, path));
    }
    names
}

fn fixed(at: &At, log: &mut Log) -> Vec<(String, String)> {
    let Some(members) = at.any_object(log) else { return Vec::new() };
    let text = |at: &At, log: &mut Log| match at.value {
        Value::Text(text) => Some(text.clone()),
        _ => at.wrong_type(log, &[Shape::Text]),
    };
    members.pairs().filter_map(|(name, at)| Some((name.to_owned(), text(&at, log)?))).collect()
}

/// Without `success`, any status from 200 to 299 means delivered.
fn success(form: &Members, log: &mut Log) -> Option<SuccessRule> {
    let Some(at) = form.get("success") else {
        return Some(SuccessRule { status: (200, 299), json: None, field_errors: None });
    };
    let members = at.object(log, &["status", "json", "field_errors"])?;
    let status = members.get("status").map_or(Some((200, 299)), |at| status(&at, log));
    let json = members.get("json").map_or(Some(None), |at| expected_json(&at, log).map(Some));
    let field_errors = members.text(log, "field_errors");
    Some(SuccessRule { status: status?, json: json?, field_errors })
}

/// `[200, 299]`.
fn status(at: &At, log: &mut Log) -> Option<(u16, u16)> {
    let items = at.list(log)?;
    let [first, last] = items.as_slice() else {
        log.error(&at.path, IssueKind::NotAPair);
        return None;
    };
    let first = first.whole(log, 100, 599);
    let last = last.whole(log, 100, 599);
    Some(in_order(&at.path, log, first?, last?))
}

fn expected_json(at: &At, log: &mut Log) -> Option<(String, Value)> {
    let members = at.object(log, &["path", "equals"])?;
    let path = members.need(log, "path").and_then(|at| at.text(log)).map(str::to_owned);
    let equals = members.need(log, "equals").and_then(|at| match at.value {
        Value::Bool(_) | Value::Number(_) | Value::Text(_) => Some(at.value.clone()),
        _ => at.wrong_type(log, &[Shape::Flag, Shape::Number, Shape::Text]),
    });
    Some((path?, equals?))
}
