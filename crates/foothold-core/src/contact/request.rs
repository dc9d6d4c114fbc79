//! A checked form and a row of data about a back-end -> the request to send.
//!
//! Fixed pairs come first, then the person's fields in form order. A fixed pair never stands in
//! for what a person said: where both have one name, the person's goes and the pair stays here.

use super::http::{Body, HttpRequest, encode_form, encode_json};
use super::{Backend, Encoding, Field, Submission};

/// The request that sends this form to that back-end.
pub fn request(backend: &Backend, submission: &Submission) -> HttpRequest {
    let pairs = pairs(backend, submission);
    let body = match backend.encoding {
        Encoding::Json => Body::Text { content_type: "application/json", text: encode_json(&pairs) },
        Encoding::Urlencoded => {
            Body::Text { content_type: "application/x-www-form-urlencoded", text: encode_form(&pairs) }
        }
        Encoding::Multipart => Body::Multipart(pairs),
    };
    HttpRequest::post(&backend.url, body, backend.timeout_s)
}

/// What each field is called by this back-end, in form order, no name twice: of two fields under
/// one name the later keeps its own, so that neither can hide the other.
pub(super) fn wire_names(backend: &Backend) -> Vec<(Field, String)> {
    let mut names: Vec<(Field, String)> = Vec::new();
    for field in Field::ALL {
        let stated = backend.names.iter().find(|(named, name)| *named == field && !name.is_empty());
        let mut name = stated.map_or(field.wire(), |(_, name)| name).to_owned();
        if names.iter().any(|(_, taken)| *taken == name) {
            field.wire().clone_into(&mut name);
        }
        while names.iter().any(|(_, taken)| *taken == name) {
            name.push('_');
        }
        names.push((field, name));
    }
    names
}

fn pairs(backend: &Backend, submission: &Submission) -> Vec<(String, String)> {
    let sent = wire_names(backend).into_iter();
    let sent: Vec<(String, String)> =
        sent.filter_map(|(field, name)| Some((name, submission.value(field)?.to_owned()))).collect();
    let nests = backend.encoding == Encoding::Json;
    let free = |name: &str| !sent.iter().any(|(taken, _)| clash(name, taken, nests));
    let fixed = backend.fixed.iter().filter(|(name, _)| free(name)).cloned();
    fixed.chain(sent.iter().cloned()).collect()
}

/// Whether two names want the same place; where dots nest, also one inside the other.
fn clash(a: &str, b: &str, nests: bool) -> bool {
    let inside = |inner: &str, outer: &str| inner.strip_prefix(outer).is_some_and(|rest| rest.starts_with('.'));
    a == b || (nests && (inside(a, b) || inside(b, a)))
}

#[cfg(test)]
#[path = "request_tests.rs"]
mod tests;
