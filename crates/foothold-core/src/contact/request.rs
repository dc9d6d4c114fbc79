//! A checked form and a row of data about a back-end -> the request to send.
//!
//! Fixed pairs come first, then the person's fields in form order. A fixed pair never stands in
//! for what a person said: where both have one name, the person's goes and the pair stays here.

use super::http::{Body, HttpRequest, encode_fields, encode_form, encode_json};
use super::{Backend, Encoding, Field, Shape, Submission};

/// The request that sends this form to that back-end.
pub fn request(backend: &Backend, submission: &Submission) -> HttpRequest {
    let (mut pairs, sent) = pairs(backend, submission);
    let body = if backend.shape == Shape::Fields {
        Body::Text { content_type: content_type(backend.encoding), text: encode_fields(&pairs, &sent) }
    } else {
        pairs.extend(sent);
        match backend.encoding {
            Encoding::Multipart => Body::Multipart(pairs),
            encoding => {
                let encode = if encoding == Encoding::Urlencoded { encode_form } else { encode_json };
                Body::Text { content_type: content_type(encoding), text: encode(&pairs) }
            }
        }
    };
    HttpRequest { opaque: backend.opaque, ..HttpRequest::post(&backend.url, body, backend.timeout_s) }
}

fn content_type(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Json => "application/json",
        Encoding::TextJson => "text/plain",
        Encoding::Urlencoded => "application/x-www-form-urlencoded",
        Encoding::Multipart => "multipart/form-data",
    }
}

/// What each field is called by this back-end, in form order, no name twice: of two fields under
/// one name the later keeps its own, so that neither can hide the other.
pub fn wire_names(backend: &Backend) -> Vec<(Field, String)> {
    let mut names: Vec<(Field, String)> = Vec::new();
    let own = backend.questions.own.iter().zip(0..).map(|(own, at)| (Field::Own(at), own.id.as_str()));
    for (field, plain) in Field::ALL.into_iter().map(|field| (field, field.wire())).chain(own) {
        let stated = backend.names.iter().find(|(named, name)| *named == field && !name.is_empty());
        let mut name = stated.map_or(plain, |(_, name)| name).to_owned();
        if names.iter().any(|(_, taken)| *taken == name) {
            plain.clone_into(&mut name);
        }
        while names.iter().any(|(_, taken)| *taken == name) {
            name.push('_');
        }
        names.push((field, name));
    }
    names
}

type Pairs = Vec<(String, String)>;

/// The fixed pairs that go along, and the person's fields.
fn pairs(backend: &Backend, submission: &Submission) -> (Pairs, Pairs) {
    let sent = wire_names(backend).into_iter().filter(|(field, _)| backend.sends(*field));
    let sent: Pairs = sent.filter_map(|(field, name)| Some((name, submission.value(field)?.to_owned()))).collect();
    let nests = matches!(backend.encoding, Encoding::Json | Encoding::TextJson);
    let free = |name: &str| !sent.iter().any(|(taken, _)| clash(name, taken, nests));
    let fixed = backend.fixed.iter().filter(|(name, _)| free(name)).cloned().collect();
    (fixed, sent)
}

/// Whether two names want the same place; where dots nest, also one inside the other.
fn clash(a: &str, b: &str, nests: bool) -> bool {
    let inside = |inner: &str, outer: &str| inner.strip_prefix(outer).is_some_and(|rest| rest.starts_with('.'));
    a == b || (nests && (inside(a, b) || inside(b, a)))
}

#[cfg(test)]
#[path = "request_tests.rs"]
mod tests;
