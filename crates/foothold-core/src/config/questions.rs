//! `form.ask` and `form.own`: what the contact form asks besides what it must.

use super::issue::{IssueKind, Shape};
use super::read::{At, Log, Members, join};
use super::service::word;
use crate::contact::{Field, Own, OwnKind, Questions};

/// Questions that a clinic can switch off.
const OPTIONAL: [Field; 5] = [Field::BestTime, Field::TextsOk, Field::AnswerIn, Field::Whom, Field::Note];
const OPTIONAL_NAMES: [&str; 5] = ["best_time", "texts_ok", "answer_in", "whom", "note"];
const KINDS: [&str; 3] = ["text", "choice", "checkbox"];

/// Most questions of a clinic's own: each one more loses people.
const MOST_OWN: usize = 8;
/// Most characters of a question or an answer to choose.
const MOST_LABEL: usize = 120;
/// Most answers to choose from.
const MOST_CHOICES: usize = 12;
/// Characters of an answer where the file does not say, and the most.
const ANSWER: (u16, u16) = (120, 500);

/// Reads both.
pub(super) fn questions(form: &Members, log: &mut Log) -> Questions {
    let mut off = Vec::new();
    if let Some(ask) = form.get("ask").and_then(|at| at.object(log, &OPTIONAL_NAMES)) {
        for (field, name) in OPTIONAL.into_iter().zip(OPTIONAL_NAMES) {
            if ask.get(name).and_then(|at| at.flag(log)) == Some(false) {
                off.push(field);
            }
        }
    }
    let items = form.get("own").and_then(|at| at.list(log)).unwrap_or_default();
    counted(&join(&form.path, "own"), items.len(), MOST_OWN, log);
    let mut own: Vec<Own> = Vec::new();
    for item in items.iter().take(MOST_OWN) {
        let Some(question) = question(item, log) else { continue };
        let taken = Field::NAMES.contains(&question.id.as_str()) || own.iter().any(|other| other.id == question.id);
        if taken {
            log.error(&join(&item.path, "id"), IssueKind::NameTaken);
        }
        own.push(question);
    }
    Questions { off, own }
}

fn question(at: &At, log: &mut Log) -> Option<Own> {
    let members = at.object(log, &["id", "label", "kind", "choices", "most", "needed"])?;
    let id = members.need(log, "id").and_then(|at| word(&at, false, log));
    let label = members.need(log, "label").and_then(|at| label(&at, log));
    let kind = members.need(log, "kind").and_then(|at| at.one_of(log, &KINDS));
    let kind = match kind? {
        "text" => members.get("most").map_or(Some(ANSWER.0), |at| at.whole(log, 1, ANSWER.1)).map(OwnKind::Text),
        "choice" => members.need(log, "choices").map(|at| OwnKind::Choice(choices(&at, log))),
        _ => Some(OwnKind::Checkbox),
    };
    Some(Own { id: id?, label: label?, kind: kind?, needed: members.flag(log, "needed") })
}

fn choices(at: &At, log: &mut Log) -> Vec<String> {
    let items = at.list(log).unwrap_or_default();
    if items.len() < 2 {
        log.error(&at.path, IssueKind::Empty);
    }
    counted(&at.path, items.len(), MOST_CHOICES, log);
    items.iter().filter_map(|item| label(item, log)).collect()
}

fn label(at: &At, log: &mut Log) -> Option<String> {
    let text = at.text(log)?;
    counted(&at.path, text.chars().count(), MOST_LABEL, log);
    if text.contains(char::is_control) {
        return at.wrong_type(log, &[Shape::Text]);
    }
    Some(text.to_owned())
}

fn counted(path: &str, count: usize, most: usize, log: &mut Log) {
    if count > most {
        log.error(path, IssueKind::TooMuch { count, most });
    }
}
