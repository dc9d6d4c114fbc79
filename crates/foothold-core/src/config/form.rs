//! `form`: where the contact form is sent and when its answer counts as delivered.
//!
//! Taken whole or not at all: with one mistake in it the form is off and visitors see phone and
//! mail, because a half-read rule could call a lost message delivered. No issue quotes a value
//! from here.

use super::advise::advise;
use super::issue::{IssueKind, Shape as Kind};
use super::program::in_order;
use super::questions::questions;
use super::read::{At, Log, Members, join};
use super::service::expand;
use super::shape::{form_url, url};
use crate::contact::{Backend, Encoding, ErrorRule, Field, Shape, Sign, SuccessRule};
use crate::json::Value;

/// Seconds to wait for an answer where the file does not say.
const TIMEOUT_S: u16 = 20;

const ENCODINGS: [&str; 4] = ["json", "urlencoded", "multipart", "text-json"];
const SHAPES: [&str; 2] = ["flat", "fields"];
const FIELDS: [&str; Field::ALL.len()] = Field::NAMES;

/// Reads `form`; without it, or with a mistake in it, there is no back-end.
pub(super) fn form(at: Option<&At>, site_url: Option<&str>, log: &mut Log) -> Option<Backend> {
    let at = at?;
    let before = log.spoiling;
    let whole = expand(at, site_url, log);
    let backend = whole.and_then(|value| backend(&At { value: &value, path: at.path.clone() }, log));
    if let Some(backend) = &backend {
        advise(&at.members(), backend, log);
    }
    if log.spoiling > before || backend.is_none() {
        log.error(&at.path, IssueKind::FormOff);
        return None;
    }
    backend
}

fn backend(at: &At, log: &mut Log) -> Option<Backend> {
    let names = &[
        "url",
        "redirects_to",
        "encoding",
        "shape",
        "opaque",
        "send",
        "names",
        "fixed",
        "ask",
        "own",
        "success",
        "timeout_s",
    ];
    let members = at.object(log, names)?;
    let url = members.need(log, "url").and_then(|at| form_url(&at, log)).map(str::to_owned);
    let redirects_to = members.get("redirects_to").map(|at| addresses(&at, log)).unwrap_or_default();
    let encoding = members.need(log, "encoding").and_then(|at| at.one_of(log, &ENCODINGS)).map(encoding);
    let shape = members.get("shape").map_or(Some("flat"), |at| at.one_of(log, &SHAPES));
    let opaque = members.flag(log, "opaque");
    if opaque && encoding.is_some_and(|encoding| !encoding.is_plain_post()) {
        log.error(&join(&members.path, "opaque"), IssueKind::OpaqueNeedsPlainPost);
    }
    let send = members.get("send").map_or_else(everything, |at| send(&at, log));
    let names = members.get("names").map(|at| names_of(&at, &send, log)).unwrap_or_default();
    let fixed = members.get("fixed").map(|at| fixed(&at, log)).unwrap_or_default();
    let questions = questions(&members, log);
    let success = success(&members, log);
    let timeout_s = members.get("timeout_s").map_or(Some(TIMEOUT_S), |at| at.whole(log, 5, 60));
    Some(Backend {
        url: url?,
        redirects_to,
        encoding: encoding?,
        shape: if shape? == "fields" { Shape::Fields } else { Shape::Flat },
        opaque,
        send,
        names,
        fixed,
        questions,
        success: success?,
        timeout_s: timeout_s?,
    })
}

/// Every field but the whole message as one text, which would say all of them twice.
fn everything() -> Vec<Field> {
    Field::ALL.into_iter().filter(|field| *field != Field::Message).collect()
}

/// The fields that are sent. The id of a message and the invisible field always may.
fn send(at: &At, log: &mut Log) -> Vec<Field> {
    let items = at.list(log).unwrap_or_default();
    items.iter().filter_map(|item| item.one_of(log, &FIELDS).and_then(Field::named)).collect()
}

fn addresses(at: &At, log: &mut Log) -> Vec<String> {
    let items = at.list(log).unwrap_or_default();
    items.iter().filter_map(|item| url(item, log).map(str::to_owned)).collect()
}

fn encoding(text: &str) -> Encoding {
    match text {
        "urlencoded" => Encoding::Urlencoded,
        "multipart" => Encoding::Multipart,
        "text-json" => Encoding::TextJson,
        _ => Encoding::Json,
    }
}

/// The back-end's names for our fields. Two fields under one name would lose one of them.
fn names_of(at: &At, send: &[Field], log: &mut Log) -> Vec<(Field, String)> {
    let Some(members) = at.object(log, &FIELDS) else { return Vec::new() };
    let mut names = Vec::new();
    let mut taken: Vec<(String, String)> = Vec::new();
    for field in Field::ALL {
        let written = members.get(field.wire());
        let path = join(&members.path, field.wire());
        let wire = written.as_ref().map_or(Some(field.wire()), |at| at.text(log));
        let Some(wire) = wire.map(str::to_owned) else { continue };
        let first = taken.iter().find(|(earlier, _)| *earlier == wire && send.contains(&field));
        if let Some((_, first)) = first {
            log.error(&path, IssueKind::Repeats { first: first.clone() });
        }
        if written.is_some() {
            names.push((field, wire.clone()));
        }
        if send.contains(&field) {
            taken.push((wire, path));
        }
    }
    names
}

fn fixed(at: &At, log: &mut Log) -> Vec<(String, String)> {
    let Some(members) = at.any_object(log) else { return Vec::new() };
    let text = |at: &At, log: &mut Log| match at.value {
        Value::Text(text) => Some(text.clone()),
        _ => at.wrong_type(log, &[Kind::Text]),
    };
    members.pairs().filter_map(|(name, at)| Some((name.to_owned(), text(&at, log)?))).collect()
}

/// Without `success`, any status from 200 to 299 means delivered.
fn success(form: &Members, log: &mut Log) -> Option<SuccessRule> {
    let plain = SuccessRule { status: (200, 299), signs: Vec::new(), proves: true, errors: None };
    let Some(at) = form.get("success") else { return Some(plain) };
    let names = &["status", "json", "proves", "field_errors", "error_name", "error_prefix", "error_codes"];
    let members = at.object(log, names)?;
    let status = members.get("status").map_or(Some(plain.status), |at| status(&at, log));
    let signs = members.get("json").map_or(Some(plain.signs), |at| signs(&at, log));
    let proves = members.get("proves").map_or(Some(true), |at| at.flag(log));
    let path = members.get("field_errors").map(|at| path_of(&at, log));
    let codes = members.get("error_codes").map(|at| codes(&at, log)).unwrap_or_default();
    let name = members.get("error_name").map_or_else(|| Some("field".to_owned()), |at| path_of(&at, log));
    let prefix = members.text(log, "error_prefix").unwrap_or_default();
    let errors = match path {
        None => None,
        Some(path) => Some(ErrorRule { path: path?, name: name?, prefix, codes }),
    };
    Some(SuccessRule { status: status?, signs: signs?, proves: proves?, errors })
}

/// `[200, 299]`. A range without any status that is no error would never be met.
fn status(at: &At, log: &mut Log) -> Option<(u16, u16)> {
    let items = at.list(log)?;
    let [first, last] = items.as_slice() else {
        log.error(&at.path, IssueKind::NotAPair);
        return None;
    };
    let first = first.whole(log, 100, 599);
    let last = last.whole(log, 100, 599);
    let (first, last) = in_order(&at.path, log, first?, last?);
    if first > 399 || last < 200 {
        log.error(&at.path, IssueKind::NeverMatches);
    }
    Some((first, last))
}

/// One sign, or a list of which any will do.
fn signs(at: &At, log: &mut Log) -> Option<Vec<Sign>> {
    if let Value::List(_) = at.value {
        let items = at.list(log)?;
        let signs: Vec<Sign> = items.iter().filter_map(|item| sign(item, log)).collect();
        return (!signs.is_empty()).then_some(signs).or_else(|| at.wrong_type(log, &[Kind::Object]));
    }
    sign(at, log).map(|sign| vec![sign])
}

fn sign(at: &At, log: &mut Log) -> Option<Sign> {
    let members = at.object(log, &["path", "equals"])?;
    let path = members.need(log, "path").and_then(|at| path_of(&at, log));
    let equals = match members.get("equals") {
        None => Some(None),
        Some(at) => match at.value {
            Value::Bool(_) | Value::Number(_) | Value::Text(_) => Some(Some(at.value.clone())),
            _ => at.wrong_type(log, &[Kind::Flag, Kind::Number, Kind::Text]),
        },
    };
    Some(Sign { path: path?, equals: equals? })
}

/// Names with dots between them. What looks like another notation would find nothing, ever.
fn path_of(at: &At, log: &mut Log) -> Option<String> {
    let text = at.text(log)?;
    if text.contains(['$', '/', '[', ']', ' ']) || text.split('.').any(str::is_empty) {
        log.error(&at.path, IssueKind::NeverMatches);
        return None;
    }
    Some(text.to_owned())
}

fn codes(at: &At, log: &mut Log) -> Vec<(String, Field)> {
    let Some(members) = at.any_object(log) else { return Vec::new() };
    let field = |at: &At, log: &mut Log| at.one_of(log, &FIELDS).and_then(Field::named);
    members.pairs().filter_map(|(name, at)| Some((name.to_owned(), field(&at, log)?))).collect()
}
