//! A test message of the clinic's own: what it says, and how its request looks on the wire.

use super::{Backend, Body, Draft, HttpRequest, Own, OwnKind, Reach, TICKED, Voicemail};

/// Keeps the parts of a multipart body apart where it is only shown.
const BOUNDARY: &str = "----foothold-test-message";

/// A message that passes every check of this form and bothers nobody: marked by `name` and `note`, with a
/// number that belongs to nobody.
pub fn trial(backend: &Backend, name: &str, note: &str) -> Draft {
    Draft {
        name: name.to_owned(),
        reach: Some(Reach::Call),
        phone: "312 555 0199".to_owned(),
        voicemail: Some(Voicemail::No),
        note: note.to_owned(),
        own: backend.questions.own.iter().map(answer).collect(),
        ..Draft::default()
    }
}

/// An answer to a question of the clinic's own that will pass.
fn answer(own: &Own) -> String {
    match &own.kind {
        OwnKind::Text(most) => "TEST".chars().take(usize::from(*most)).collect(),
        OwnKind::Choice(choices) => choices.first().cloned().unwrap_or_default(),
        OwnKind::Checkbox => TICKED.to_owned(),
    }
}

/// The type of a request's body, and the body as it goes over the wire; browsers choose another boundary.
pub fn on_the_wire(request: &HttpRequest) -> (String, String) {
    match &request.body {
        Body::Text { content_type, text } => ((*content_type).to_owned(), text.clone()),
        Body::Multipart(pairs) => {
            let name = |name: &str| name.replace('\r', "%0D").replace('\n', "%0A").replace('"', "%22");
            let mut body = String::new();
            for (own, value) in pairs {
                for piece in [
                    "--",
                    BOUNDARY,
                    "\r\nContent-Disposition: form-data; name=\"",
                    &name(own),
                    "\"\r\n\r\n",
                    value,
                    "\r\n",
                ] {
                    body.push_str(piece);
                }
            }
            for piece in ["--", BOUNDARY, "--\r\n"] {
                body.push_str(piece);
            }
            (["multipart/form-data; boundary=", BOUNDARY].concat(), body)
        }
    }
}
