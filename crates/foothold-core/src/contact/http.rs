//! A request as a plain value, and the two ways to write named texts into a body.
//!
//! Only headers that a browser may send to another site unasked, and `Content-Type`. Never
//! `X-Requested-With`: it costs a question to the server beforehand that many back-ends refuse.
//! Not here: what is sent ([`super::request()`]) and the sending.

use crate::json::quote;
use std::fmt;

/// Names with more dots than this are one name, so that no object in an object goes on for ever.
const MOST_STEPS: usize = 16;

/// Everything the shell needs to send the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HttpRequest {
    /// Where to.
    pub url: String,
    /// How.
    pub method: Method,
    /// Names and values, to be sent with no others of our own.
    pub headers: Vec<(String, String)>,
    /// What is sent.
    pub body: Body,
    /// Seconds after which to stop waiting.
    pub timeout_s: u16,
    /// Whether to send without asking to read the answer.
    pub opaque: bool,
}

/// The method of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// `POST`.
    Post,
}

/// The body of a request. `Debug` shows none of it, so that no log can.
#[derive(Clone, PartialEq, Eq)]
pub enum Body {
    /// A text that is sent as it stands.
    Text {
        /// Its media type; also among the headers.
        content_type: &'static str,
        /// The text.
        text: String,
    },
    /// Names and values for the browser's `FormData`, which alone knows the boundary to write into
    /// `Content-Type`.
    Multipart(Vec<(String, String)>),
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text { .. } => "Text(..)",
            Self::Multipart(_) => "Multipart(..)",
        })
    }
}

impl HttpRequest {
    /// A post of that body, with the headers it needs: `Accept` always, because some back-ends
    /// answer with a page instead of a result without it; `Content-Type` for a text.
    pub fn post(url: &str, body: Body, timeout_s: u16) -> Self {
        let mut headers = vec![("Accept".to_owned(), "application/json".to_owned())];
        if let Body::Text { content_type, .. } = &body {
            headers.push(("Content-Type".to_owned(), (*content_type).to_owned()));
        }
        Self { url: url.to_owned(), method: Method::Post, headers, body, timeout_s, opaque: false }
    }
}

/// Writes pairs as `application/x-www-form-urlencoded` (the serializer of the WHATWG URL standard).
pub fn encode_form(pairs: &[(String, String)]) -> String {
    let mut out = String::new();
    for (name, value) in pairs {
        if !out.is_empty() {
            out.push('&');
        }
        encode_part(name, &mut out);
        out.push('=');
        encode_part(value, &mut out);
    }
    out
}

/// Writes pairs as a JSON object of texts. A dot in a name makes an object in the object.
///
/// Nothing is ever lost: a name that comes twice becomes a list of texts, and a name that is also
/// the start of another (`a` and `a.b`) goes into that object under the empty name.
pub fn encode_json(pairs: &[(String, String)]) -> String {
    let mut root = Node::default();
    for (name, value) in pairs {
        root.place(&steps(name), value);
    }
    let mut out = String::new();
    write_object(&root, &mut out);
    out
}

/// Writes fixed pairs as [`encode_json`] does, and the others as a list under `fields`. Each says that
/// it is about a contact, as `HubSpot` asks.
pub fn encode_fields(fixed: &[(String, String)], pairs: &[(String, String)]) -> String {
    let mut out = encode_json(fixed);
    out.pop();
    out.push_str(if fixed.is_empty() { "\"fields\":[" } else { ",\"fields\":[" });
    for (i, (name, value)) in pairs.iter().enumerate() {
        out.push_str(if i == 0 { "" } else { "," });
        out.push_str("{\"objectTypeId\":\"0-1\",\"name\":");
        out.extend([&quote(name), ",\"value\":", &quote(value), "}"]);
    }
    out.push_str("]}");
    out
}

/// The steps of a dotted name; a name with an empty step or too many is one step.
fn steps(name: &str) -> Vec<&str> {
    let steps: Vec<&str> = name.split('.').collect();
    if steps.len() > MOST_STEPS || steps.contains(&"") { vec![name] } else { steps }
}

fn encode_part(text: &str, out: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => {
                out.push(char::from(byte));
            }
            b' ' => out.push('+'),
            _ => {
                out.push('%');
                out.extend([byte >> 4, byte & 15].map(hex));
            }
        }
    }
}

fn hex(nibble: u8) -> char {
    char::from_digit(u32::from(nibble), 16).unwrap_or('0').to_ascii_uppercase()
}

/// One name of the object that is being written: its own texts and the names inside it.
#[derive(Default)]
struct Node<'a> {
    texts: Vec<&'a str>,
    members: Vec<(&'a str, Node<'a>)>,
}

impl<'a> Node<'a> {
    fn place(&mut self, steps: &[&'a str], text: &'a str) {
        let Some((first, rest)) = steps.split_first() else {
            self.texts.push(text);
            return;
        };
        if let Some((_, node)) = self.members.iter_mut().find(|(name, _)| name == first) {
            node.place(rest, text);
        } else {
            let mut node = Self::default();
            node.place(rest, text);
            self.members.push((first, node));
        }
    }
}

fn write_node(node: &Node, out: &mut String) {
    if node.members.is_empty() { write_texts(&node.texts, out) } else { write_object(node, out) }
}

fn write_object(node: &Node, out: &mut String) {
    out.push('{');
    for (i, (name, node)) in node.members.iter().enumerate() {
        out.push_str(if i == 0 { "" } else { "," });
        out.push_str(&quote(name));
        out.push(':');
        write_node(node, out);
    }
    if !node.texts.is_empty() {
        out.push_str(",\"\":");
        write_texts(&node.texts, out);
    }
    out.push('}');
}

fn write_texts(texts: &[&str], out: &mut String) {
    let quoted: Vec<String> = texts.iter().map(|text| quote(text)).collect();
    let list = quoted.join(",");
    if quoted.len() == 1 { out.push_str(&list) } else { out.extend(["[", &list, "]"]) }
}

#[cfg(test)]
#[path = "http_tests.rs"]
mod tests;
