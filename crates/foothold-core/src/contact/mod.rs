//! The contact form as values: typed text -> [`check()`] -> [`Submission`] -> [`request()`] ->
//! [`HttpRequest`] -> (the shell sends it) -> [`Arrival`] -> [`verdict()`] -> [`Delivery`].
//!
//! Delivery is claimed only when it was seen. Nothing here sends, waits or knows the time.

mod check;
mod http;
mod request;
mod verdict;

pub use check::{Draft, Field, FieldError, Problem, Reach, Submission, Voicemail, Whom, check};
pub use http::{Body, HttpRequest, Method, encode_form, encode_json};
pub use request::request;
pub use verdict::{Arrival, Delivery, RefusedWhy, Why, verdict};

use crate::json::Value;

/// Where and how the form is sent: one row of data, never a class.
#[derive(Clone, Debug, PartialEq)]
pub struct Backend {
    /// Address that receives the post. `http:` only for a machine's own address.
    pub url: String,
    /// How the fields are written into the request body.
    pub encoding: Encoding,
    /// The back-end's name for a field, where it differs from ours. A dot nests in JSON.
    pub names: Vec<(Field, String)>,
    /// Pairs that are sent along unchanged, such as a form id.
    pub fixed: Vec<(String, String)>,
    /// When an answer counts as delivered.
    pub success: SuccessRule,
    /// Seconds after which we stop waiting for an answer, 5 to 60.
    pub timeout_s: u16,
}

/// How the fields are written into the request body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// `application/json`.
    Json,
    /// `application/x-www-form-urlencoded`.
    Urlencoded,
    /// `multipart/form-data`.
    Multipart,
}

/// When an answer counts as delivered: the status, and where stated a value inside the JSON answer.
#[derive(Clone, Debug, PartialEq)]
pub struct SuccessRule {
    /// First and last status that may mean delivered.
    pub status: (u16, u16),
    /// Dotted path into a JSON answer and the value that must stand there.
    pub json: Option<(String, Value)>,
    /// Dotted path to an object whose names are fields the back-end did not accept.
    pub field_errors: Option<String>,
}
