//! Reads what a form sends: JSON, a plain browser form, or a form with files. One result for all. JSON may also call itself text.

use serde_json::{Map, Value};

use crate::inbox::multipart;

/// The fields of one message. A field sent twice holds a list.
#[derive(Debug, PartialEq)]
pub struct Message {
    /// `json`, `text-json`, `urlencoded` or `multipart`.
    pub kind: &'static str,
    /// Field names and values.
    pub fields: Map<String, Value>,
}

impl Message {
    /// The id by which a repeated message is known.
    pub fn id(&self) -> Option<&str> {
        self.fields.get("message_id").and_then(Value::as_str).filter(|id| !id.is_empty())
    }
}

/// Why a body is no message.
#[derive(Debug, PartialEq, Eq)]
pub enum BadBody {
    /// The content type is none of the four.
    Kind,
    /// Not JSON, or JSON that is not an object.
    Json,
    /// The multipart form is broken.
    Multipart(multipart::Broken),
    /// There is no field in it.
    Empty,
}

/// Reads a body of the given content type.
pub fn parse(content_type: &str, body: &[u8]) -> Result<Message, BadBody> {
    let kind = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let message = match kind.as_str() {
        "application/json" => Message { kind: "json", fields: json(body)? },
        // What simple senders call text so that a browser need not ask beforehand.
        "text/plain" => Message { kind: "text-json", fields: json(body)? },
        "application/x-www-form-urlencoded" => Message { kind: "urlencoded", fields: urlencoded(body) },
        "multipart/form-data" => {
            let fields = multipart::parse(content_type, body).map_err(BadBody::Multipart)?;
            Message { kind: "multipart", fields }
        }
        _ => return Err(BadBody::Kind),
    };
    if message.fields.is_empty() { Err(BadBody::Empty) } else { Ok(message) }
}

/// Adds a value; a second one of the same name makes a list.
pub fn add(fields: &mut Map<String, Value>, name: String, value: Value) {
    match fields.get_mut(&name) {
        None => {
            fields.insert(name, value);
        }
        Some(Value::Array(values)) => values.push(value),
        Some(first) => *first = Value::Array(vec![first.take(), value]),
    }
}

fn json(body: &[u8]) -> Result<Map<String, Value>, BadBody> {
    match serde_json::from_slice(body) {
        Ok(Value::Object(fields)) => Ok(fields),
        _ => Err(BadBody::Json),
    }
}

fn urlencoded(body: &[u8]) -> Map<String, Value> {
    let mut fields = Map::new();
    for pair in body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
        let middle = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
        let (name, value) = pair.split_at(middle);
        add(&mut fields, decode(name), Value::String(decode(value.strip_prefix(b"=").unwrap_or(value))));
    }
    fields
}

/// As browsers do it: `+` is a space, a broken `%` stands for itself, broken UTF-8 becomes a mark.
fn decode(encoded: &[u8]) -> String {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded;
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        match (first, after) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                bytes.push(digit(*high) * 16 + digit(*low));
                rest = after.get(2..).unwrap_or_default();
            }
            (byte, _) => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn digit(letter: u8) -> u8 {
    char::from(letter).to_digit(16).and_then(|digit| u8::try_from(digit).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{BadBody, parse};

    fn form(body: &str) -> serde_json::Value {
        parse("application/x-www-form-urlencoded", body.as_bytes()).unwrap().fields.into()
    }

    #[test]
    fn a_browser_form_is_decoded_and_repeated_fields_make_a_list() {
        assert_eq!(form("a=1+2&b=caf%C3%A9%0D%0A&c"), json!({"a": "1 2", "b": "café\r\n", "c": ""}));
        assert_eq!(form("day=mo&day=tu&day=we"), json!({"day": ["mo", "tu", "we"]}));
        assert_eq!(form("a=b=c&&=x"), json!({"a": "b=c", "": "x"}));
    }

    #[test]
    fn broken_escapes_stand_for_themselves() {
        assert_eq!(form("a=100%&b=%zz&c=%4&d=%E9"), json!({"a": "100%", "b": "%zz", "c": "%4", "d": "\u{fffd}"}));
    }

    #[test]
    fn json_must_be_an_object_with_fields() {
        let read = |body: &str| parse("application/json; charset=utf-8", body.as_bytes());
        let message = read(r#"{"message_id": "a1", "n": 1}"#).unwrap();
        assert_eq!((message.kind, message.id()), ("json", Some("a1")));
        for body in ["", "[]", "\"text\"", "{\"a\":", "{\"a\": 1} x", "null"] {
            assert_eq!(read(body), Err(BadBody::Json), "{body}");
        }
        assert_eq!(read("{}"), Err(BadBody::Empty));
        assert_eq!(read(r#"{"message_id": 5}"#).unwrap().id(), None);
    }

    #[test]
    fn other_kinds_and_empty_bodies_are_no_messages() {
        assert_eq!(parse("text/plain", b"a=1"), Err(BadBody::Json));
        assert_eq!(parse("text/html", b"a=1"), Err(BadBody::Kind));
        assert_eq!(parse("", b"a=1"), Err(BadBody::Kind));
        assert_eq!(parse("application/x-www-form-urlencoded", b""), Err(BadBody::Empty));
    }
}
