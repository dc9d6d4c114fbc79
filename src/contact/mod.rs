//! The contact form: asks little, sends once, says only what was seen, loses nothing.

mod form;
mod outcome;

use crate::app::{After, Post, State};
use crate::browser::Typed;
use crate::components::{Part, calls, inner, markup};
use foothold_core::contact::{
    Delivery, Draft, FieldError, OwnKind, Questions, Reach, TICKED, Voicemail, Whom, check, request,
};
use foothold_core::opening::{Answered, answered};
use foothold_words::Key;

/// Name of the place that the form takes in a page.
pub const PLACE: &str = "ask";

/// Name of the place of the owner's test message.
pub const TRIAL: &str = "test";

/// Element of the page that says whether somebody answers the phone now.
pub const OPEN: &str = "ask-open";

/// Milliseconds that a person needs at least to fill in the form.
const LEAST_MS: f64 = 3000.0;

/// How far sending has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Sending {
    /// Not yet.
    #[default]
    Idle,
    /// Fields need a look first.
    Wrong(Vec<FieldError>),
    /// It looks like the work of a program: asked once, plainly, and nothing has been sent.
    Sure,
    /// On its way.
    Busy,
    /// What became of it.
    Done(Delivery),
}

/// What the form's parts stand in; a sentence where the clinic's file names no usable back-end.
pub fn shell(state: &State, parts: &[Part]) -> String {
    if state.site.as_ref().is_none_or(|site| site.backend.is_none()) {
        let text = state.words.fill(Key::AskNoBackend, &[("phone", &state.phone)]);
        return markup("<p class=\"card\">{!}</p>", &[&calls(&text, state.phones())]);
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

/// Whether somebody answers the phone now, and if not, when next; nothing where that is not known.
pub fn answering(state: &State) -> Option<String> {
    let (site, now) = (state.site.as_ref()?, state.clinic_now?);
    let told = answered(&site.reach.open, &site.program.closures, now.date, now.minute)?;
    let mut text = state.words.answered(&told);
    if now.elsewhere && told != Answered::Always {
        text.push(' ');
        text.push_str(state.words.say(Key::OpenElsewhere));
    }
    Some(text)
}

/// How else the clinic can be reached: plain links, which carry nothing that was typed.
fn besides(state: &State) -> String {
    let Some(site) = &state.site else { return String::new() };
    let words = state.words;
    let mut out = String::new();
    let link = "<p><a class=\"link\" href=\"{}{}\">{}</a></p>";
    if let Some(dial) = site.texts_to() {
        let text = words.fill(Key::ReachByText, &[("phone", &site.phone.shown)]);
        out.push_str(&markup(link, &["sms:", dial, &text]));
    }
    if let Some(email) = &site.reach.email {
        out.push_str(&markup(link, &["mailto:", email, &words.fill(Key::ReachByEmail, &[("email", email)])]));
    }
    out
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
            state.attach_list = false;
            state.asked = false;
            state.message_id = String::new();
            state.sending = Sending::Idle;
            After::Focus("ask-name".to_owned())
        }
        "test" => After::Test,
        "copy" => After::Copy {
            text: state.words.message_text(&with_plan(state), &questions(state)),
            says: "ask-copied",
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
        "ask-best-time" => &mut form.best_time,
        "ask-note" => &mut form.note,
        "ask-website" => &mut form.honeypot,
        id => match own_place(id) {
            Some((at, None)) => own_answer(form, at),
            _ => return,
        },
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
        "ask-texts" => form.texts_ok = typed.checked,
        "ask-plan" => state.attach = typed.checked,
        "ask-list" => state.attach_list = typed.checked,
        id => choose_more(state, id, typed.checked),
    }
}

/// A language, or an answer to a question of the clinic's own.
fn choose_more(state: &mut State, id: &str, checked: bool) {
    let Some(site) = &state.site else { return };
    if let Some(at) = id.strip_prefix("ask-answer-").and_then(|at| at.parse::<usize>().ok()) {
        state.form.answer_in = site.languages.get(at).cloned();
        return;
    }
    let Some((at, answer)) = own_place(id) else { return };
    let kind = site.backend.as_ref().and_then(|backend| backend.questions.own.get(at)).map(|own| &own.kind);
    let text = match (kind, answer) {
        (Some(OwnKind::Choice(choices)), Some(answer)) => choices.get(answer).cloned().unwrap_or_default(),
        (Some(OwnKind::Checkbox), None) => String::from(if checked { TICKED } else { "" }),
        _ => return,
    };
    *own_answer(&mut state.form, at) = text;
}

/// Which question of the clinic's own an element belongs to, and which answer of it.
fn own_place(id: &str) -> Option<(usize, Option<usize>)> {
    let rest = id.strip_prefix("ask-own-")?;
    let (at, answer) = rest.split_once('-').map_or((rest, None), |(at, answer)| (at, answer.parse().ok()));
    Some((at.parse().ok()?, answer))
}

/// Where the answer to a question of the clinic's own is kept.
fn own_answer(form: &mut Draft, at: usize) -> &mut String {
    if form.own.len() <= at {
        form.own.resize(at + 1, String::new());
    }
    // The row is there: it was just made.
    form.own.get_mut(at).unwrap_or(&mut form.best_time)
}

/// What the clinic asks.
fn questions(state: &State) -> Questions {
    let backend = state.site.as_ref().and_then(|site| site.backend.as_ref());
    backend.map(|backend| backend.questions.clone()).unwrap_or_default()
}

/// The draft with the words of the plan and of the list, where the person has ticked them.
fn with_plan(state: &State) -> Draft {
    let mut draft = state.form.clone();
    if state.asked {
        // A person has said so; what stands in the invisible field is a browser's doing and says nothing.
        draft.honeypot.clear();
    }
    let plan = if state.attach { crate::planner::plan_text(state) } else { None };
    let list = (state.attach_list && !state.list.is_empty()).then(|| state.words.list_text(&state.list));
    let along: Vec<String> = [plan, list].into_iter().flatten().collect();
    draft.plan = (!along.is_empty()).then(|| along.join("\n\n"));
    draft
}

/// Whether the form was filled in where no person does, or faster than one can.
fn looks_like_a_program(state: &State) -> bool {
    let fast = state.began_ms > 0.0 && state.now_ms - state.began_ms < LEAST_MS;
    fast || !state.form.honeypot.is_empty()
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
    let questions = &backend.questions;
    let draft = state.words.addressed(with_plan(state), questions, &state.message_id);
    match check(&draft, questions, &state.message_id) {
        Ok(_) if !state.asked && looks_like_a_program(state) => {
            state.asked = true;
            state.sending = Sending::Sure;
            After::Focus("ask-says".to_owned())
        }
        Ok(submission) => {
            // Whoever sends it again has answered.
            state.asked = true;
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

#[cfg(test)]
#[path = "contact_tests.rs"]
mod tests;
