//! The contact form: asks little, sends once, says only what was seen, loses nothing.

mod form;
mod outcome;

use crate::app::{After, Post, State};
use crate::browser::Typed;
use crate::components::{Part, inner, markup};
use foothold_core::contact::{Delivery, Draft, FieldError, Reach, Voicemail, Whom, check, request};
use foothold_words::{Key, Lang, Words};

/// Name of the place that the form takes in a page.
pub const PLACE: &str = "ask";

/// How far sending has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Sending {
    /// Not yet.
    #[default]
    Idle,
    /// Fields need a look first.
    Wrong(Vec<FieldError>),
    /// On its way.
    Busy,
    /// What became of it.
    Done(Delivery),
}

/// What the form's parts stand in; a sentence where the clinic's file names no usable back-end.
pub fn shell(state: &State, parts: &[Part]) -> String {
    if state.site.as_ref().is_none_or(|site| site.backend.is_none()) {
        let text = state.words.fill(Key::AskNoBackend, &[("phone", &state.phone)]);
        return markup("<p class=\"card\">{}</p>", &[&text]);
    }
    markup(
        "<div class=\"ask-whole\"><div id=\"ask-outcome\">{!}</div><div id=\"ask-part\">{!}</div></div>",
        &[&inner(parts, "ask-outcome"), &inner(parts, "ask-part")],
    )
}

/// The form, or the receipt once it was seen to arrive.
pub fn parts(state: &State) -> Vec<Part> {
    let form = Part { controls: form::controls(&state.form), ..Part::new("ask-part", form::html(state)) };
    vec![Part::new("ask-outcome", outcome::html(state)), form]
}

/// What the page's title begins with, where something needs a look.
pub fn title(state: &State) -> Option<&'static str> {
    matches!(state.sending, Sending::Wrong(_)).then(|| state.words.say(Key::AskTitleError))
}

/// Something with `data-do` was pressed; `None` where that is nothing of the form's.
pub(crate) fn press(state: &mut State, verb: &str, about: &str, fresh_id: fn() -> String) -> Option<After> {
    Some(match verb {
        "focus" => After::Focus(about.to_owned()),
        "send" => send(state, fresh_id),
        "new" => {
            state.form = Draft::default();
            state.attach = false;
            state.message_id = String::new();
            state.sending = Sending::Idle;
            After::Focus("ask-name".to_owned())
        }
        "copy" => After::Copy {
            text: state.words.message_text(&with_plan(state)),
            copied: state.words.say(Key::CopiedText),
            failed: state.words.say(Key::CopyFailed),
        },
        _ => return None,
    })
}

/// A text field was typed into.
pub(crate) fn type_in(state: &mut State, typed: &Typed) {
    let form = &mut state.form;
    let text = match typed.id.as_str() {
        "ask-name" => &mut form.name,
        "ask-phone" => &mut form.phone,
        "ask-email" => &mut form.email,
        "ask-note" => &mut form.note,
        "ask-website" => &mut form.honeypot,
        _ => return,
    };
    text.clone_from(&typed.value);
}

/// A box was ticked, a choice made.
pub(crate) fn choose(state: &mut State, typed: &Typed) {
    let form = &mut state.form;
    match typed.id.as_str() {
        "ask-reach-call" => form.reach = Some(Reach::Call),
        "ask-reach-text" => form.reach = Some(Reach::Text),
        "ask-reach-email" => form.reach = Some(Reach::Email),
        "ask-voicemail-yes" => form.voicemail = Some(Voicemail::Yes),
        "ask-voicemail-only-called" => form.voicemail = Some(Voicemail::OnlySayYouCalled),
        "ask-voicemail-no" => form.voicemail = Some(Voicemail::No),
        "ask-whom-me" => form.whom = Some(Whom::Me),
        "ask-whom-other" => form.whom = Some(Whom::SomeoneElse),
        "ask-plan" => state.attach = typed.checked,
        _ => {}
    }
}

/// The draft with the plan's words, where the person has ticked them.
fn with_plan(state: &State) -> Draft {
    let mut draft = state.form.clone();
    draft.plan = if state.attach { crate::planner::plan_text(state) } else { None };
    draft
}

/// The language of the people at the clinic, who read what is sent: the first that the file names.
fn staff_words(state: &State) -> Words {
    let tag = state.site.as_ref().and_then(|site| site.languages.first());
    tag.map_or(state.words, |tag| Words::new(Lang::of_tag(tag)))
}

/// Sends once: a second press while the first is under way does nothing, and a repetition carries
/// the same id, so that the clinic can see that it is the same message.
fn send(state: &mut State, fresh_id: fn() -> String) -> After {
    let Some(backend) = state.site.as_ref().and_then(|site| site.backend.clone()) else { return After::Nothing };
    if state.sending == Sending::Busy {
        return After::Nothing;
    }
    if state.message_id.is_empty() {
        state.message_id = fresh_id();
    }
    let draft = staff_words(state).addressed(with_plan(state), &state.message_id);
    match check(&draft, &state.message_id) {
        Ok(submission) => {
            state.sending = Sending::Busy;
            let request = request(&backend, &submission);
            After::Send(Box::new(Post { backend, submission, request }))
        }
        Err(errors) => {
            state.sending = Sending::Wrong(errors);
            After::Focus("ask-says".to_owned())
        }
    }
}
