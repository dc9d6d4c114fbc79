//! What somebody typed into the contact form -> a [`Submission`], or what to correct in form order.
//!
//! Forgiving: a text is checked for use by a person at the clinic, never rewritten, and only blank
//! ends are cut off. What no longer belongs to the chosen way of contact is left out, not an error.
//! Nothing here knows a back-end. `Debug` shows none of what was typed, so that no log can.

use super::field::{Field, Own, OwnKind, Questions, Reach, TICKED, Voicemail, Whom};
use std::fmt;

/// Most characters (Unicode scalar values) of a name.
const NAME_MOST: u16 = 80;
/// Most characters of a phone number, extension included.
const PHONE_MOST: u16 = 40;
/// Most characters of a mail address (RFC 5321 as corrected: 254).
const EMAIL_MOST: u16 = 254;
/// Most characters of when to call.
const BEST_TIME_MOST: u16 = 120;
/// Most characters of a note.
const NOTE_MOST: u16 = 1000;
/// Most characters of the attached plan.
const PLAN_MOST: u16 = 4000;

/// The form as it stands, typed or half typed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// "What should we call you?"
    pub name: String,
    /// The chosen way of contact.
    pub reach: Option<Reach>,
    /// Phone as typed.
    pub phone: String,
    /// Mail address as typed.
    pub email: String,
    /// The chosen answer about voicemail.
    pub voicemail: Option<Voicemail>,
    /// When it is good to call or text, as typed.
    pub best_time: String,
    /// Whether the box that allows texts is ticked.
    pub texts_ok: bool,
    /// The chosen language to answer in, as a tag.
    pub answer_in: Option<String>,
    /// Answers to the clinic's own questions, in their order; a ticked box is [`TICKED`].
    pub own: Vec<String>,
    /// The chosen answer about whom this is for.
    pub whom: Option<Whom>,
    /// The question as typed.
    pub note: String,
    /// The exact text that the person has seen and ticked; `None` without the tick.
    pub plan: Option<String>,
    /// What stands in the invisible field.
    pub honeypot: String,
    /// What to keep to when getting in touch, in words.
    pub safe_contact: String,
    /// The subject, in words.
    pub subject: String,
    /// The whole message, in words.
    pub message: String,
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Draft(..)")
    }
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing there, and it is needed.
    Missing,
    /// More characters than the field may have.
    TooLong {
        /// Most characters.
        most: u16,
    },
    /// Line breaks or control characters in a field of one line.
    NotOneLine,
    /// Not 10 to 15 digits with the usual signs between them and perhaps an extension.
    NotAPhone,
    /// Not something@somewhere.something.
    NotAnEmail,
}

/// One thing to correct.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// Where.
    pub field: Field,
    /// What.
    pub problem: Problem,
}

/// A form that has passed [`check()`]; there is no other way to get one.
#[derive(Clone, PartialEq, Eq)]
pub struct Submission {
    reach: Reach,
    voicemail: Option<Voicemail>,
    whom: Option<Whom>,
    /// The fields that are sent, in form order.
    fields: Vec<(Field, String)>,
}

impl Submission {
    /// The fields that are sent and their values, in form order: no empty ones but the message id.
    pub fn fields(&self) -> impl Iterator<Item = (Field, &str)> {
        self.fields.iter().map(|(field, value)| (*field, value.as_str()))
    }

    /// What is sent in that field, if anything.
    pub fn value(&self, field: Field) -> Option<&str> {
        self.fields().find(|(sent, _)| *sent == field).map(|(_, value)| value)
    }

    /// The way of contact.
    pub fn reach(&self) -> Reach {
        self.reach
    }

    /// What may be left on voicemail; only where the person wants a call.
    pub fn voicemail(&self) -> Option<Voicemail> {
        self.voicemail
    }

    /// For whom, if they said.
    pub fn whom(&self) -> Option<Whom> {
        self.whom
    }

    /// Whether the invisible field was filled in. It is sent all the same, with that field, for the
    /// back-end to judge; see [`super::Delivery::of`] for what may then be said.
    pub fn suspicious(&self) -> bool {
        self.value(Field::Honeypot).is_some()
    }
}

impl fmt::Debug for Submission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Submission(..)")
    }
}

/// Checks a draft. `message_id` names this message; the caller makes it and keeps it for a retry.
pub fn check(draft: &Draft, questions: &Questions, message_id: &str) -> Result<Submission, Vec<FieldError>> {
    let reach = draft.reach;
    let voicemail = draft.voicemail.filter(|_| reach == Some(Reach::Call));
    let plan = draft.plan.as_deref().unwrap_or_default();
    let mut form = Form::default();
    form.choice(Field::SafeContact, filled(&draft.safe_contact), false);
    form.choice(Field::Subject, filled(&draft.subject), false);
    form.text(Field::Name, trimmed(&draft.name), true, name_problem);
    form.choice(Field::Reach, reach.map(Reach::wire), true);
    if matches!(reach, Some(Reach::Call | Reach::Text)) {
        form.text(Field::Phone, trimmed(&draft.phone), true, phone_problem);
    }
    if reach == Some(Reach::Email) {
        form.text(Field::Email, trimmed(&draft.email), true, email_problem);
    }
    form.choice(Field::Voicemail, voicemail.map(Voicemail::wire), reach == Some(Reach::Call));
    let phoned = matches!(reach, Some(Reach::Call | Reach::Text));
    if phoned && questions.asks(Field::BestTime) {
        form.text(Field::BestTime, trimmed(&draft.best_time), false, |time| line_problem(time, BEST_TIME_MOST));
    }
    if phoned && questions.asks(Field::TextsOk) {
        form.choice(Field::TextsOk, draft.texts_ok.then_some(TICKED), false);
    }
    if questions.asks(Field::AnswerIn) {
        form.choice(Field::AnswerIn, draft.answer_in.as_deref(), false);
    }
    if questions.asks(Field::Whom) {
        form.choice(Field::Whom, draft.whom.map(Whom::wire), false);
    }
    if questions.asks(Field::Note) {
        form.text(Field::Note, &draft.note, false, |note| length_problem(note, NOTE_MOST));
    }
    for ((own, answer), at) in
        questions.own.iter().zip(draft.own.iter().map(String::as_str).chain(std::iter::repeat(""))).zip(0..)
    {
        form.own(Field::Own(at), own, answer);
    }
    form.text(Field::Plan, plan, false, |plan| length_problem(plan, PLAN_MOST));
    form.choice(Field::Message, filled(&draft.message), false);
    form.fields.push((Field::MessageId, message_id.to_owned()));
    if !draft.honeypot.is_empty() {
        form.fields.push((Field::Honeypot, draft.honeypot.clone()));
    }
    match reach {
        Some(reach) if form.errors.is_empty() => {
            Ok(Submission { reach, voicemail, whom: draft.whom, fields: form.fields })
        }
        _ => Err(form.errors),
    }
}

fn filled(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

#[derive(Default)]
struct Form {
    fields: Vec<(Field, String)>,
    errors: Vec<FieldError>,
}

impl Form {
    fn text(&mut self, field: Field, text: &str, needed: bool, check: impl Fn(&str) -> Option<Problem>) {
        if trimmed(text).is_empty() {
            self.choice(field, None, needed);
        } else if let Some(problem) = check(text) {
            self.errors.push(FieldError { field, problem });
        } else {
            self.fields.push((field, text.to_owned()));
        }
    }

    fn own(&mut self, field: Field, own: &Own, answer: &str) {
        match &own.kind {
            OwnKind::Text(most) => self.text(field, trimmed(answer), own.needed, |answer| line_problem(answer, *most)),
            OwnKind::Choice(choices) => {
                let chosen = choices.iter().find(|choice| *choice == answer);
                self.choice(field, chosen.map(String::as_str), own.needed);
            }
            OwnKind::Checkbox => self.choice(field, (answer == TICKED).then_some(TICKED), own.needed),
        }
    }

    fn choice(&mut self, field: Field, value: Option<&str>, needed: bool) {
        match value {
            Some(value) => self.fields.push((field, value.to_owned())),
            None if needed => self.errors.push(FieldError { field, problem: Problem::Missing }),
            None => {}
        }
    }
}

/// Spaces and the invisible marks that come along with a copied number or name.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

/// Zero-width space, direction marks and byte order mark; not the joiners, which spell words.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn length_problem(text: &str, most: u16) -> Option<Problem> {
    (text.chars().count() > usize::from(most)).then_some(Problem::TooLong { most })
}

/// Any script. No line breaks: back-ends put names into mail headers.
fn name_problem(name: &str) -> Option<Problem> {
    line_problem(name, NAME_MOST)
}

fn line_problem(text: &str, most: u16) -> Option<Problem> {
    length_problem(text, most).or_else(|| text.contains(char::is_control).then_some(Problem::NotOneLine))
}

fn phone_problem(phone: &str) -> Option<Problem> {
    length_problem(phone, PHONE_MOST).or_else(|| (!is_phone(phone)).then_some(Problem::NotAPhone))
}

fn email_problem(email: &str) -> Option<Problem> {
    length_problem(email, EMAIL_MOST).or_else(|| (!is_email(email)).then_some(Problem::NotAnEmail))
}

/// A number of 10 to 15 digits (E.164), and perhaps an extension such as "x12" or ", ext. 12".
fn is_phone(phone: &str) -> bool {
    let phone = phone.to_ascii_lowercase();
    let (number, extension) = phone.split_at(phone.find(['x', 'e', '#']).unwrap_or(phone.len()));
    let number = number.trim_end_matches(|c: char| c.is_whitespace() || c == ',');
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let plus_leads = number.rfind('+') <= number.find(|c: char| c.is_ascii_digit());
    let signs = |c: char| c.is_ascii_digit() || c == '+' || is_phone_sign(c);
    (10..=15).contains(&digits)
        && plus_leads
        && number.matches('+').count() < 2
        && number.chars().all(signs)
        && is_extension(extension)
}

fn is_phone_sign(c: char) -> bool {
    let dash = matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    let space = c == '\t' || (c.is_whitespace() && !c.is_control());
    dash || space || matches!(c, '.' | '(' | ')' | '/') || is_invisible(c)
}

fn is_extension(text: &str) -> bool {
    let words = ["extension", "extensión", "ext.", "ext", "x.", "x", "#"];
    let digits = words.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text).trim_start();
    let ok = (1..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    text.is_empty() || ok
}

/// One @, something before it and something with a dot after it; letters of any script.
fn is_email(email: &str) -> bool {
    let odd = |c: char| c.is_whitespace() || c.is_control() || is_invisible(c) || matches!(c, '<' | '>' | ',' | ';');
    email.split_once('@').is_some_and(|(local, domain)| {
        let dotted = domain.contains('.') && domain.split('.').all(|label| !label.is_empty());
        !local.is_empty() && dotted && !domain.contains('@') && !email.contains(odd)
    })
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
