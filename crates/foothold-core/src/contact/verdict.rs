//! What came back -> what may be said about it. The only place that can claim a delivery.
//!
//! A claim needs an answer that was read, a status in the back-end's range and, where one is
//! stated, the value in the answer. A rule without a value says that the status alone is enough.
//! "Not sent" is a claim too: after a silence or a gateway's excuse we do not know, and say so.

use super::request::wire_names;
use super::{Backend, ErrorRule, Field, Submission};
use crate::json::{self, Value};
use std::fmt;

/// What the shell saw after sending. `Debug` shows no body: back-ends echo what people typed.
#[derive(Clone, PartialEq, Eq)]
pub enum Arrival {
    /// An answer that could be read.
    Answered {
        /// Its status.
        status: u16,
        /// Its text.
        body: String,
    },
    /// An answer that the browser does not let us read.
    Opaque,
    /// No answer in time.
    TimedOut,
    /// The connection failed when the request may have left; a CORS refusal looks like this too.
    LostAfterSending,
    /// Nothing can have left: offline, blocked before sending, or an address that is none.
    NotSent,
}

impl fmt::Debug for Arrival {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answered { status, .. } => write!(f, "Answered({status}, ..)"),
            Self::Opaque => f.write_str("Opaque"),
            Self::TimedOut => f.write_str("TimedOut"),
            Self::LostAfterSending => f.write_str("LostAfterSending"),
            Self::NotSent => f.write_str("NotSent"),
        }
    }
}

/// What became of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It was seen to arrive.
    Delivered,
    /// Nobody can tell whether it arrived.
    Unconfirmed(Why),
    /// It was turned down because of fields that the person can correct.
    Rejected {
        /// These, in form order; at least one. May hold a field that was not sent, because the
        /// back-end wants it anyway.
        fields: Vec<Field>,
        /// How many more names there were that are no field a person can change.
        others: usize,
    },
    /// It was turned down, and nothing the person types would help.
    Refused(RefusedWhy),
    /// It cannot have left.
    Unreachable,
}

/// Why nobody can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The browser does not let us read the answer.
    Opaque,
    /// There was an answer, but not one that says yes or no.
    MeaninglessAnswer,
    /// No answer in time.
    TimedOut,
    /// The answer got lost on its way to us.
    LostAnswer,
}

/// Why it was turned down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusedWhy {
    /// With this status.
    Status(u16),
    /// Too many messages at present (429).
    Busy,
    /// The answer says so itself: another value stands where the sign of success should.
    SaidNo,
}

impl Delivery {
    /// One of each kind, for lists of what can be said.
    pub fn kinds() -> [Self; 9] {
        [
            Self::Delivered,
            Self::Unconfirmed(Why::Opaque),
            Self::Unconfirmed(Why::MeaninglessAnswer),
            Self::Unconfirmed(Why::TimedOut),
            Self::Unconfirmed(Why::LostAnswer),
            Self::Rejected { fields: Vec::new(), others: 0 },
            Self::Refused(RefusedWhy::Busy),
            Self::Refused(RefusedWhy::SaidNo),
            Self::Unreachable,
        ]
    }

    /// A name for the kind, for ids on the owner's page.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Delivered => "delivered",
            Self::Unconfirmed(Why::Opaque) => "opaque",
            Self::Unconfirmed(Why::MeaninglessAnswer) => "meaningless",
            Self::Unconfirmed(Why::TimedOut) => "late",
            Self::Unconfirmed(Why::LostAnswer) => "lost",
            Self::Rejected { .. } => "rejected",
            Self::Refused(RefusedWhy::Busy) => "busy",
            Self::Refused(_) => "refused",
            Self::Unreachable => "unreachable",
        }
    }

    /// Whether what was typed stays in the form: always, unless it was seen to arrive.
    pub fn keeps_draft(&self) -> bool {
        *self != Self::Delivered
    }

    /// The same for a form whose invisible field was filled in, perhaps by a browser's autofill:
    /// back-ends drop such forms and answer as if all were well, so their yes means nothing.
    #[must_use]
    pub fn of(self, submission: &Submission) -> Self {
        match self {
            Self::Delivered if submission.suspicious() => Self::Unconfirmed(Why::MeaninglessAnswer),
            other => other,
        }
    }
}

/// What may be said after this arrival from that back-end. The shell adds [`Delivery::of`].
pub fn verdict(backend: &Backend, arrival: &Arrival) -> Delivery {
    match arrival {
        // Whatever it is that came, it is not the answer to what was sent blindly.
        Arrival::Answered { .. } if backend.opaque => Delivery::Unconfirmed(Why::Opaque),
        Arrival::Answered { status, body } => answered(backend, *status, body),
        Arrival::Opaque => Delivery::Unconfirmed(Why::Opaque),
        Arrival::TimedOut => Delivery::Unconfirmed(Why::TimedOut),
        Arrival::LostAfterSending => Delivery::Unconfirmed(Why::LostAnswer),
        Arrival::NotSent => Delivery::Unreachable,
    }
}

fn answered(backend: &Backend, status: u16, body: &str) -> Delivery {
    let (first, last) = backend.success.status;
    let answer = json::parse(body).ok();
    // No rule can make an error status a delivery.
    let in_range = (first..=last).contains(&status) && (200..400).contains(&status);
    if (in_range || matches!(status, 200..=299 | 400 | 422))
        && let Some((fields, others)) = answer.as_ref().and_then(|answer| named(backend, answer))
    {
        return Delivery::Rejected { fields, others };
    }
    match status {
        _ if in_range => in_success_range(backend, answer.as_ref()),
        429 => Delivery::Refused(RefusedWhy::Busy),
        // A gateway speaks for a server that it may have handed the message to (520 to 524 are Cloudflare's).
        502 | 504 | 520 | 522 | 524 => Delivery::Unconfirmed(Why::LostAnswer),
        400..=599 => Delivery::Refused(RefusedWhy::Status(status)),
        _ => Delivery::Unconfirmed(Why::MeaninglessAnswer),
    }
}

fn in_success_range(backend: &Backend, answer: Option<&Value>) -> Delivery {
    let rule = &backend.success;
    let mut holds = rule.signs.is_empty();
    let mut contradicts = false;
    for sign in &rule.signs {
        let Some(found) = answer.and_then(|answer| answer.at(&sign.path)).filter(|found| **found != Value::Null) else {
            continue;
        };
        match &sign.equals {
            // Exact in type: "true" and true are two rules, because some back-ends say "false" in quotes.
            Some(expected) if found == expected => holds = true,
            Some(_) => contradicts = true,
            None => holds |= says_something(found),
        }
    }
    match (holds, contradicts) {
        (true, _) if rule.proves => Delivery::Delivered,
        (false, true) => Delivery::Refused(RefusedWhy::SaidNo),
        _ => Delivery::Unconfirmed(Why::MeaninglessAnswer),
    }
}

/// The fields that the answer does not accept, and how many other names it gives; `None` where a
/// person could correct nothing. A name with nothing to say (`null`, `""`, `[]`) is not named.
fn named(backend: &Backend, answer: &Value) -> Option<(Vec<Field>, usize)> {
    let rule = backend.success.errors.as_ref()?;
    let errors = answer.at(&rule.path)?;
    let said = said(rule, errors)?;
    let mut names = wire_names(backend);
    names.retain(|(field, name)| {
        // Whoever sends one text for all has only the question to change in it.
        (field.is_asked() || *field == Field::Message) && backend.sends(*field) && {
            let inside = errors.at(name).is_some_and(says_something);
            let about = |said: &String| said == name || rule.codes.iter().any(|(code, of)| code == said && of == field);
            inside || said.iter().any(about)
        }
    });
    let ours = |said: &&String| {
        let inside = |name: &str| name.strip_prefix(said.as_str()).is_some_and(|rest| rest.starts_with('.'));
        let coded = || rule.codes.iter().any(|(code, _)| code == *said);
        names.iter().any(|(_, name)| name == *said || inside(name)) || coded()
    };
    let others = said.iter().filter(|said| !ours(said)).count();
    let mut fields: Vec<Field> = Vec::new();
    for (field, _) in &names {
        let field = if *field == Field::Message { Field::Note } else { *field };
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    (!fields.is_empty()).then_some((fields, others))
}

/// The names that the answer gives, as they were sent.
fn said(rule: &ErrorRule, errors: &Value) -> Option<Vec<String>> {
    let whole = |name: &str| match rule.prefix.as_str() {
        "" => name.to_owned(),
        prefix => format!("{prefix}{}", name.replace('.', "_")),
    };
    match errors {
        Value::Object(members) => {
            Some(members.iter().filter(|(_, value)| says_something(value)).map(|(name, _)| whole(name)).collect())
        }
        Value::List(items) => {
            let name = |item: &Value| item.at(&rule.name).and_then(Value::as_text).map(whole);
            Some(items.iter().filter_map(name).collect())
        }
        _ => None,
    }
}

fn says_something(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::Bool(true) | Value::Number(_) => true,
        Value::Text(text) => !text.is_empty(),
        Value::List(items) => !items.is_empty(),
        Value::Object(members) => members.iter().any(|(_, value)| says_something(value)),
    }
}

#[cfg(test)]
#[path = "verdict_tests.rs"]
pub(super) mod tests;
