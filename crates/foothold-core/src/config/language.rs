//! Texts that a clinic gives in several languages: `{ "en": "Evening", "es": "Noche" }` anywhere
//! below the top, or lists of lines in the same way. Chosen before anything else is read, so that no
//! reader of a member has to know.

use super::issue::IssueKind;
use super::read::{Log, join};
use crate::json::Value;

/// Languages that pages are written in.
const SPOKEN: [&str; 2] = ["en", "es"];

/// Puts the text of this language in the place of every such object below the top; where it lacks
/// the language, its first text stands in, and a note says so.
pub(super) fn choose(top: &mut Value, lang: &str, log: &mut Log) {
    let Value::Object(members) = top else { return };
    for (name, member) in members {
        // The form's part holds names that a service gave, not texts for visitors.
        if name != "form" {
            choose_in(member, lang, &join("", name), log);
        }
    }
}

fn choose_in(value: &mut Value, lang: &str, path: &str, log: &mut Log) {
    if is_spoken(value) {
        let said = std::mem::replace(value, Value::Null);
        *value = chosen(said, lang, path, log);
        return;
    }
    match value {
        Value::List(items) => {
            for (i, item) in items.iter_mut().enumerate() {
                choose_in(item, lang, &item_path(path, i), log);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                choose_in(member, lang, &join(path, name), log);
            }
        }
        _ => {}
    }
}

/// Whether this is a text or lines in several languages: names of languages only, and something said.
fn is_spoken(value: &Value) -> bool {
    let Value::Object(members) = value else { return false };
    let said = |(name, text): &(String, Value)| {
        SPOKEN.contains(&name.as_str()) && matches!(text, Value::Text(_) | Value::List(_))
    };
    members.iter().any(said) && members.iter().all(|member| said(member) || member.1 == Value::Null)
}

fn chosen(value: Value, lang: &str, path: &str, log: &mut Log) -> Value {
    let Value::Object(members) = value else { return value };
    let mut first = Value::Null;
    for (name, text) in members {
        if name == lang && text != Value::Null {
            return text;
        }
        if first == Value::Null {
            first = text;
        }
    }
    log.note(path, IssueKind::NotInLanguage { lang: lang.to_owned() });
    first
}

/// Where an item is; visitors never see it.
fn item_path(path: &str, i: usize) -> String {
    if cfg!(feature = "quiet") { String::new() } else { format!("{path}[{i}]") }
}
