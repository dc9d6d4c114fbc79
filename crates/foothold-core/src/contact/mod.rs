//! The contact form as values: typed text -> [`check()`] -> [`Submission`] -> [`request()`] ->
//! [`HttpRequest`] -> (the shell sends it) -> [`Arrival`] -> [`verdict()`] -> [`Delivery`].
//!
//! Delivery is claimed only when it was seen. Nothing here sends, waits or knows the time.

mod field;

mod check;
mod http;
mod presets;
mod request;
mod trial;
mod verdict;

pub use check::{Draft, FieldError, Problem, Submission, check};
pub use field::{Field, Own, OwnKind, Questions, Reach, TICKED, Voicemail, Whom};
pub use http::{Body, HttpRequest, Method, encode_form, encode_json};
pub use presets::{About, Holder, SERVICES, Sent, about_service};
pub use request::{request, wire_names};
pub use trial::{on_the_wire, trial};
pub use verdict::{Arrival, Delivery, RefusedWhy, Why, verdict};

pub(crate) use presets::row;

use crate::json::Value;

/// Where and how the form is sent: one row of data, never a class.
#[derive(Clone, Debug, PartialEq)]
pub struct Backend {
    /// Address that receives the post, or a path of the page's own site. `http:` only for a machine's
    /// own address.
    pub url: String,
    /// Other origins that the answer may be fetched from by a redirect, for the page's policy.
    pub redirects_to: Vec<String>,
    /// How the fields are written into the request body.
    pub encoding: Encoding,
    /// How JSON holds the fields.
    pub shape: Shape,
    /// Whether the browser may not read the answer: it is sent blindly, and never seen to arrive.
    pub opaque: bool,
    /// The fields that are sent, if filled in.
    pub send: Vec<Field>,
    /// The back-end's name for a field, where it differs from ours. A dot nests in JSON.
    pub names: Vec<(Field, String)>,
    /// Pairs that are sent along unchanged, such as a form id.
    pub fixed: Vec<(String, String)>,
    /// What is asked and what is not.
    pub questions: Questions,
    /// When an answer counts as delivered.
    pub success: SuccessRule,
    /// Seconds after which we stop waiting for an answer, 5 to 60.
    pub timeout_s: u16,
}

impl Backend {
    /// Whether a field is sent by itself. The clinic's own questions are, where the visitor's question
    /// is; elsewhere their answers stand in the message as a whole.
    pub fn sends(&self, field: Field) -> bool {
        self.send.contains(&if let Field::Own(_) = field { Field::Note } else { field })
    }

    /// Whether an ordinary web form without JavaScript can send everything that matters: not where only
    /// one text for all is taken, because what to keep to on the phone would be missing.
    pub fn takes_plain_post(&self) -> bool {
        let matters = [Field::Reach, Field::Voicemail, Field::Note];
        self.encoding.is_plain_post() && matters.iter().all(|field| self.send.contains(field))
    }
}

/// How the fields are written into the request body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// `application/json`.
    Json,
    /// JSON that is called `text/plain`, for receivers that cannot answer a browser's question beforehand.
    TextJson,
    /// `application/x-www-form-urlencoded`.
    Urlencoded,
    /// `multipart/form-data`.
    Multipart,
}

impl Encoding {
    /// Whether an ordinary web form can send it without JavaScript.
    pub fn is_plain_post(self) -> bool {
        matches!(self, Self::Urlencoded | Self::Multipart)
    }
}

/// How JSON holds the fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Each under its name.
    Flat,
    /// As a list under `fields`, each with `name` and `value`.
    Fields,
}

/// When an answer counts as delivered: the status, and where stated a sign inside the JSON answer.
#[derive(Clone, Debug, PartialEq)]
pub struct SuccessRule {
    /// First and last status that may mean delivered.
    pub status: (u16, u16),
    /// Signs in a JSON answer; any of them will do. Without one the status alone counts.
    pub signs: Vec<Sign>,
    /// Whether a yes means that the message is kept. Some receivers say yes in any case.
    pub proves: bool,
    /// Where the answer names fields that were not accepted.
    pub errors: Option<ErrorRule>,
}

/// A sign of success in a JSON answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Sign {
    /// Dotted path.
    pub path: String,
    /// The value that must stand there, exact in type; without it anything that says something.
    pub equals: Option<Value>,
}

/// Where an answer names fields that were not accepted.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorRule {
    /// Dotted path to an object whose names are fields, or to a list of objects that each name one.
    pub path: String,
    /// Dotted path to the field's name inside an object of the list.
    pub name: String,
    /// What the names lack in front to be those that were sent.
    pub prefix: String,
    /// Names that are codes, and the field that each is about.
    pub codes: Vec<(String, Field)>,
}

#[cfg(test)]
#[path = "contact_tests.rs"]
mod tests;
