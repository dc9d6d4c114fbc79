//! Texts that a clinic gives in several languages: `{ "en": "Evening", "es": "Noche" }` anywhere
//! below the top, or lists of lines in the same way. Chosen before anything else is read, so that no
//! reader of a member has to know.

use super::issue::IssueKind;
use super::read::{Log, join};
use crate::json::Value;

/// Languages that pages are written in.
const SPOKEN: [&str; 2] = ["en", "es"];

/// Puts the text of this language in the place of every such object; where it lacks the language,
/// its first text stands in, and a note says so.
pub(super) fn choose(value: &mut Value, lang: &str, path: &str, log: &mut Log) {
    if let Some(chosen) = chosen(value, lang, path, log) {
        *value = chosen;
        return;
    }
    match value {
        Value::List(items) => {
            for (i, item) in items.iter_mut().enumerate() {
                choose(item, lang, &format!("{path}[{i}]"), log);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                // The form's part holds names that a service gave, not texts for visitors.
                if !(path.is_empty() && name == "form") {
                    choose(member, lang, &join(path, name), log);
                }
            }
        }
        _ => {}
    }
}

fn chosen(value: &Value, lang: &str, path: &str, log: &mut Log) -> Option<Value> {
    let Value::Object(members) = value else { return None };
    let said: Vec<&(String, Value)> = members.iter().filter(|(_, text)| *text != Value::Null).collect();
    let texts = said
        .iter()
        .all(|(name, text)| SPOKEN.contains(&name.as_str()) && matches!(text, Value::Text(_) | Value::List(_)));
    if path.is_empty() || !texts {
        return None;
    }
    let (_, first) = said.first()?;
    let own = said.iter().find(|(name, _)| name == lang);
    if own.is_none() {
        log.note(path, IssueKind::NotInLanguage { lang: lang.to_owned() });
    }
    Some(own.map_or(first, |(_, text)| text).clone())
}
