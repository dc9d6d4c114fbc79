//! `form.service`: a known service's row and what the clinic writes besides -> one whole `form`.
//!
//! What the clinic states wins; `names`, `fixed` and `success` are taken together name by name. Gaps
//! of the row, such as `{id}`, are filled from the members that only fill gaps.

use super::issue::IssueKind;
use super::read::{At, Log, Members, join};
use super::shape::form_url;
use super::suggest::nearest;
use crate::contact::{SERVICES, row};
use crate::json::Value;

/// Members that fill gaps of a row and are nothing to a back-end otherwise.
const GAPS: [&str; 5] = ["service", "id", "key", "portal", "host"];

/// Members whose own members are taken together.
const TOGETHER: [&str; 3] = ["names", "fixed", "success"];

/// The `form` with its service's row laid under it; as it is where it names no service.
pub(super) fn expand(at: &At, site_url: Option<&str>, log: &mut Log) -> Option<Value> {
    let Value::Object(stated) = at.value else { return Some(at.value.clone()) };
    let members = at.members();
    let Some(service) = members.get("service") else {
        if GAPS.iter().any(|gap| members.get(gap).is_some()) {
            log.error(&join(&at.path, "service"), IssueKind::Missing);
        }
        return Some(Value::Object(stated.iter().filter(|(name, _)| !fills(name)).cloned().collect()));
    };
    let name = service.text(log)?;
    let Some(Value::Object(mut whole)) = row(name) else {
        let nearest = nearest(name, &SERVICES);
        log.error(&service.path, IssueKind::UnknownValue { found: None, allowed: &SERVICES, nearest });
        return None;
    };
    let stated: Vec<&(String, Value)> = stated.iter().filter(|(name, _)| !fills(name)).collect();
    whole.retain(|(name, _)| TOGETHER.contains(&name.as_str()) || !stated.iter().any(|(other, _)| other == name));
    let mut gaps = Gaps { members, site_url, missing: Vec::new() };
    for (_, value) in &mut whole {
        gaps.fill(value, log)?;
    }
    for (name, value) in stated {
        match (whole.iter_mut().find(|(other, _)| other == name), value) {
            (Some((_, Value::Object(under))), Value::Object(over)) => {
                under.retain(|(name, _)| !over.iter().any(|(other, _)| other == name));
                under.extend(over.iter().cloned());
            }
            (Some((_, under)), _) => *under = value.clone(),
            (None, _) => whole.push((name.clone(), value.clone())),
        }
    }
    Some(Value::Object(whole))
}

fn fills(name: &str) -> bool {
    GAPS.contains(&name)
}

struct Gaps<'a> {
    members: Members<'a>,
    site_url: Option<&'a str>,
    missing: Vec<String>,
}

impl Gaps<'_> {
    /// Fills the gaps of every text in a value; `None` where one cannot be filled.
    fn fill(&mut self, value: &mut Value, log: &mut Log) -> Option<()> {
        match value {
            Value::Text(text) => *text = self.text(text, log)?,
            Value::List(items) => {
                for item in items {
                    self.fill(item, log)?;
                }
            }
            Value::Object(members) => {
                for (_, value) in members {
                    self.fill(value, log)?;
                }
            }
            _ => {}
        }
        Some(())
    }

    fn text(&mut self, text: &str, log: &mut Log) -> Option<String> {
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (gap, after) = after.split_once('}')?;
            out.push_str(before);
            out.push_str(&self.gap(gap, log)?);
            rest = after;
        }
        out.push_str(rest);
        Some(out)
    }

    /// What fills a gap. `{id#}` must be a number; each gap is complained of once.
    fn gap(&mut self, gap: &str, log: &mut Log) -> Option<String> {
        let name = gap.trim_end_matches('#');
        if name == "site_url" {
            if self.site_url.is_none() {
                log.error(&join("", name), IssueKind::Missing);
            }
            return self.site_url.map(str::to_owned);
        }
        if self.missing.iter().any(|missing| missing == name) {
            return None;
        }
        let at = self.members.need(log, name);
        let filled = match (&at, name) {
            (None, _) => None,
            (Some(at), "host") => form_url(at, log).map(|url| url.trim_end_matches('/').to_owned()),
            (Some(at), "key") => at.text(log).map(str::to_owned),
            (Some(at), _) => word(at, name.len() < gap.len(), log),
        };
        if filled.is_none() {
            self.missing.push(name.to_owned());
        }
        filled
    }
}

/// A part of an address: nothing that could lead elsewhere. A number may also be written without quotes.
pub(super) fn word(at: &At, numeric: bool, log: &mut Log) -> Option<String> {
    if let (true, Value::Number(_)) = (numeric, at.value) {
        return at.whole(log, 1, u16::MAX).map(|number| number.to_string());
    }
    let text = at.text(log)?;
    let fine = |c: char| {
        c.is_ascii_digit() || !numeric && (c.is_ascii_alphabetic() || matches!(c, '.' | '_' | '-' | '@' | '+'))
    };
    if !text.chars().all(fine) {
        log.error(&at.path, IssueKind::UnreadableId { numeric });
        return None;
    }
    Some(text.to_owned())
}
