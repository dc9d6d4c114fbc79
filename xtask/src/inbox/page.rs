//! The inbox as pages: what arrived, how to make it answer differently, and what a plain form shows.

use serde_json::Value;

use crate::inbox::mode::Mode;
use crate::inbox::store::Store;

const STYLE: &str = include_str!("page.css");

/// The list of messages, newest first, and the choice of modes.
pub fn list(store: &Store, mode: Mode) -> String {
    let count = store.messages().len();
    let summary = match (count, store.repeats()) {
        (0, 0) => "Nothing has arrived yet.".to_owned(),
        (count, 0) => format!("{count} kept."),
        (count, repeats) => format!("{count} kept; {repeats} came again and were not kept twice."),
    };
    let messages: String =
        store.messages().iter().enumerate().rev().map(|(at, message)| article(at + 1, message)).collect();
    let choices: String = Mode::ALL.into_iter().map(|choice| choice_line(choice, choice == mode)).collect();
    let path = escape(&store.path().display().to_string());
    page(
        "Inbox of the demo clinic",
        &format!(
            "<p>What the contact form sends arrives here. It stays on this computer, in <code>{path}</code>.</p>\
             <section aria-labelledby=\"modes\"><h2 id=\"modes\">How the inbox answers</h2>\
             <p>Now: <strong>{now}</strong>. {meaning}</p>\
             <details><summary>Answer in another way, to see what the form does then</summary>\
             <form method=\"post\" action=\"/mode\"><ul>{choices}</ul></form></details></section>\
             <section aria-labelledby=\"messages\"><h2 id=\"messages\">Messages</h2>\
             <p>{summary} <a href=\"/\">Look again</a></p>{messages}</section>\
             <form method=\"post\" action=\"/clear\"><button>Forget all messages</button></form>",
            now = mode.name(),
            meaning = escape(mode.meaning()),
        ),
    )
}

/// What a browser without scripts shows after its form was kept.
pub fn thanks() -> String {
    page("Thank you, received", "<p>Your message has arrived at the demo clinic's inbox on this computer.</p>")
}

/// What a browser without scripts shows when its form was not kept.
pub fn sorry(why: &str) -> String {
    page("Your message was not kept", &format!("<p>{}</p><p>Use the back button to return to it.</p>", escape(why)))
}

fn choice_line(mode: Mode, is_current: bool) -> String {
    let (name, meaning) = (mode.name(), escape(mode.meaning()));
    format!(
        "<li><button name=\"mode\" value=\"{name}\" aria-pressed=\"{is_current}\" aria-describedby=\"m-{name}\">\
         {name}</button><span id=\"m-{name}\">{meaning}</span></li>"
    )
}

fn article(number: usize, message: &Value) -> String {
    let text = |name: &str| escape(message.get(name).and_then(Value::as_str).unwrap_or_default());
    let fields: String = message
        .get("fields")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .fold(String::new(), |fields, (name, value)| {
            fields + "<dt>" + &escape(name) + "</dt><dd>" + &escape(&shown(value)) + "</dd>"
        });
    let time = text("received");
    format!(
        "<article><h3>Message {number}</h3><p><time datetime=\"{time}\">{time}</time>, sent as {kind}</p>\
         <dl>{fields}</dl></article>",
        kind = text("kind"),
    )
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Object(_) => serde_json::to_string_pretty(value).unwrap_or_default(),
        other => other.to_string(),
    }
}

fn page(title: &str, body: &str) -> String {
    let title = escape(title);
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title><style>{STYLE}</style></head>\
         <body><main><h1>{title}</h1>{body}</main></body></html>"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::{article, sorry};
    use serde_json::json;

    #[test]
    fn what_people_typed_never_becomes_markup() {
        let message =
            json!({"received": "\"><b>", "kind": "json", "fields": {"<i>": ["<script>", "a'b&c"], "o": {"x": "<u>"}}});
        let html = article(1, &message);
        for raw in ["<b>", "<i>", "<script>", "<u>", "a'b&c"] {
            assert!(!html.contains(raw), "{raw} in {html}");
        }
        assert!(html.contains("&lt;script&gt;, a&#39;b&amp;c"));
        assert!(!sorry("<b>").contains("<b>"));
    }
}
