//! What people could type to break a receiver, through the form's own encoders into the inbox: it shows
//! exactly what was typed, and no name, header or other field comes out of it.

use foothold_core::contact::{Body, Draft, Field, Questions, Reach, Whom, check, request};
use foothold_core::site::Site;
use serde_json::Value;

use super::body::{Message, parse};

/// Texts for the note, where line breaks are allowed.
const NOTES: [&str; 24] = [
    "line\nline",
    "line\r\nline",
    "a\rb",
    "x\r\nBcc: everyone@clinic.example",
    "x\r\n\r\n<html>",
    "Content-Type: text/html\n\nhello",
    "=HYPERLINK(\"https://x.example\",\"y\")",
    "+1+1",
    "-1+1",
    "@SUM(A1:A9)",
    "\t=1+1",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'; DROP TABLE messages; --",
    "{{7*7}} ${7*7} #{7*7} %s %n %x",
    "\\u0000 \\n \\\" \\",
    "a&name=Mallory&b=c",
    "--foothold\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nMallory",
    "\u{202e}gnp.exe\u{202c} \u{2066}x\u{2069}",
    "zero\u{200b}width\u{200d}joiner\u{feff}",
    "👩‍👩‍👧‍👦 🏳️‍🌈 é e\u{301} ﷽ Ｆ",
    "\u{1}\u{7}\u{1b}[31mred\u{7f}\u{85}\u{2028}\u{2029}",
    "%0d%0aBcc:x %00 %zz 100%",
    "](javascript:alert(1)) `x` *y* _z_",
];

/// Names, which are one line.
const NAMES: [&str; 7] =
    ["=cmd|' /C calc'!A0", "<b>Robin</b>", "Robin\u{202e}nibor", "O'Neil \"Bob\"; x=y", "@robin", "-robin", "a=b&c=d"];

const ENCODINGS: [&str; 4] = ["json", "text-json", "urlencoded", "multipart"];

fn site(encoding: &str, more: &str) -> Site {
    let text = format!(
        r#"{{"name":"N","phone":"(312) 555-0134","form":{{"url":"http://127.0.0.1/m","encoding":"{encoding}"{more}}}}}"#
    );
    foothold_core::config::load(&text).site.unwrap()
}

fn draft(name: &str, note: &str) -> Draft {
    let email = "robin@clinic.example".to_owned();
    let (name, note) = (name.to_owned(), note.to_owned());
    Draft { name, email, note, reach: Some(Reach::Email), whom: Some(Whom::Me), ..Draft::default() }
}

/// The request as bytes on the wire; parts as browsers write them (HTML standard, multipart/form-data encoding).
fn wire(body: &Body) -> (String, Vec<u8>) {
    match body {
        Body::Text { content_type, text } => ((*content_type).to_owned(), text.clone().into_bytes()),
        Body::Multipart(pairs) => {
            let edge = "----WebKitFormBoundaryx7zQ";
            let escaped = |name: &str| name.replace('\r', "%0D").replace('\n', "%0A").replace('"', "%22");
            let part = |(name, value): &(String, String)| {
                let head = format!("Content-Disposition: form-data; name=\"{}\"", escaped(name));
                format!("--{edge}\r\n{head}\r\n\r\n{value}\r\n")
            };
            let parts: String = pairs.iter().map(part).collect();
            (format!("multipart/form-data; boundary={edge}"), format!("{parts}--{edge}--\r\n").into_bytes())
        }
    }
}

fn arrived(encoding: &str, more: &str, draft: &Draft) -> Message {
    let backend = site(encoding, more).backend.unwrap();
    let submission = check(draft, &Questions::default(), "m1").unwrap();
    let (kind, bytes) = wire(&request(&backend, &submission).body);
    parse(&kind, &bytes).unwrap()
}

#[test]
fn the_inbox_shows_exactly_what_was_typed_in_every_encoding_and_nothing_else_comes_of_it() {
    let mut tried = 0;
    for encoding in ENCODINGS {
        for note in NOTES {
            let message = arrived(encoding, "", &draft("Robin", note));
            let names: Vec<&str> = message.fields.keys().map(String::as_str).collect();
            let mut wanted = ["name", "reach", "email", "whom", "note", "message_id"];
            wanted.sort_unstable();
            assert_eq!(names, wanted, "{encoding} {note:?}");
            assert_eq!(message.fields.get("note").and_then(Value::as_str), Some(note), "{encoding}");
            assert_eq!(message.fields.get("name").and_then(Value::as_str), Some("Robin"), "{encoding} {note:?}");
            tried += 1;
        }
        for name in NAMES {
            let message = arrived(encoding, "", &draft(name, "x"));
            assert_eq!(message.fields.get("name").and_then(Value::as_str), Some(name), "{encoding}");
            tried += 1;
        }
    }
    assert_eq!(tried, 4 * (NOTES.len() + NAMES.len()));
}

#[test]
fn a_list_of_fields_holds_what_was_typed_too() {
    for note in NOTES {
        let message = arrived("json", r#","shape":"fields","send":["name","note"]"#, &draft("Robin", note));
        let value = message.fields.get("fields").and_then(|fields| fields.pointer("/1/value")).and_then(Value::as_str);
        assert_eq!(value, Some(note));
        assert_eq!(message.fields.len(), 1);
    }
}

#[test]
fn a_name_with_a_line_break_or_a_control_character_never_leaves_the_form() {
    for name in ["a\r\nBcc: x@clinic.example", "a\nb", "a\rb", "a\u{0}b", "a\u{1b}[0m", "a\u{85}b"] {
        let errors = check(&draft(name, ""), &Questions::default(), "m1").unwrap_err();
        assert_eq!(errors.first().map(|error| error.field), Some(Field::Name), "{name:?}");
    }
    for email in ["a@b.example\r\nBcc: x@clinic.example", "a@b.example,c@d.example", "<a@b.example>", "a@b.example;x"] {
        let draft = Draft { email: email.to_owned(), ..draft("Robin", "") };
        assert!(check(&draft, &Questions::default(), "m1").is_err(), "{email:?}");
    }
}

#[test]
fn a_note_of_a_megabyte_is_named_as_too_long_and_stays_where_it_is() {
    let long = draft("Robin", &"é".repeat(512 * 1024));
    let errors = check(&long, &Questions::default(), "m1").unwrap_err();
    assert_eq!(errors.first().map(|error| error.field), Some(Field::Note));
    assert_eq!(long.note.len(), 1024 * 1024);
}

#[test]
fn a_megabyte_comes_through_every_encoder_as_it_was() {
    let text = NOTES.join(" ").repeat(1024 * 1024 / 700);
    for encoding in ["json", "urlencoded"] {
        let pairs = [("note".to_owned(), text.clone())];
        let (kind, body) = match encoding {
            "json" => ("application/json", foothold_core::contact::encode_json(&pairs)),
            _ => ("application/x-www-form-urlencoded", foothold_core::contact::encode_form(&pairs)),
        };
        let message = parse(kind, body.as_bytes()).unwrap();
        assert!(message.fields.get("note").and_then(Value::as_str) == Some(text.as_str()), "{encoding}");
    }
}
