//! The contact form: asks little, sends once, says only what was seen, loses nothing.

mod controls;
mod form;
mod outcome;

use crate::app::App;
use crate::browser::{self, Typed};
use foothold_core::contact::{
    Delivery, Draft, Field, FieldError, Reach, RefusedWhy, Voicemail, Whom, check, request, verdict,
};
use form::Form;
use foothold_words::Key;
use leptos::prelude::*;
use outcome::{Outcome, Receipt};

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

/// The form, or the receipt once it was seen to arrive.
#[component]
pub fn Ask(
    /// The visit.
    app: App,
) -> impl IntoView {
    let words = app.words;
    let can_send = app.site.with_value(|site| site.as_ref().is_some_and(|site| site.backend.is_some()));
    if !can_send {
        return view! { <p class="card">{words.fill(Key::AskNoBackend, &[("phone", &app.phone())])}</p> }.into_any();
    }
    let id = StoredValue::new(String::new());
    let arrived = Memo::new(move |_| app.sending.get() == Sending::Done(Delivery::Delivered));
    view! {
        <Show when=move || arrived.get() fallback=move || view! { <Outcome app send=move || send(app, id) /><Form app send=move || send(app, id) /> }>
            <Receipt app id />
        </Show>
    }
    .into_any()
}

/// The draft with the plan's words, where the person has ticked them.
fn with_plan(app: App) -> Draft {
    let mut draft = app.form.get_untracked();
    draft.plan = app.attach.get_untracked().then(|| untrack(|| crate::planner::plan_text(app, app.words))).flatten();
    draft
}

/// Sends once: a second press while the first is under way does nothing, and a repetition carries
/// the same id, so that the clinic can see that it is the same message.
fn send(app: App, id: StoredValue<String>) {
    if app.sending.get_untracked() == Sending::Busy {
        return;
    }
    let Some(backend) = app.site.get_value().and_then(|site| site.backend.clone()) else { return };
    if id.with_value(String::is_empty) {
        id.set_value(browser::fetch::message_id());
    }
    let submission = match check(&with_plan(app), &id.get_value()) {
        Ok(submission) => submission,
        Err(errors) => {
            let pattern = app.words.say(Key::AskTitleError);
            browser::page::title_error(Some(&pattern));
            app.sending.set(Sending::Wrong(errors));
            browser::page::focus("ask-says");
            return;
        }
    };
    browser::page::title_error(None);
    app.sending.set(Sending::Busy);
    let post = request(&backend, &submission);
    leptos::task::spawn_local(async move {
        let arrival = browser::fetch::send(&post).await;
        let delivery = verdict(&backend, &arrival).of(&submission);
        app.sending.set(Sending::Done(delivery));
        browser::page::focus("ask-says");
    });
}

/// The element of a field.
pub(crate) fn field_id(field: Field) -> &'static str {
    match field {
        Field::Name => "ask-name",
        Field::Reach => "ask-reach-call",
        Field::Phone => "ask-phone",
        Field::Email => "ask-email",
        Field::Voicemail => "ask-voicemail-yes",
        Field::Whom => "ask-whom-me",
        Field::Note => "ask-note",
        Field::Plan => "ask-plan",
        Field::MessageId | Field::Honeypot => "ask-website",
    }
}

/// A delivery's place in the list of outcomes, for styles and tests.
pub(crate) fn outcome_name(delivery: &Delivery) -> &'static str {
    match delivery {
        Delivery::Delivered => "delivered",
        Delivery::Unconfirmed(_) => "unconfirmed",
        Delivery::Rejected { .. } => "rejected",
        Delivery::Refused(RefusedWhy::Busy | RefusedWhy::SaidNo | RefusedWhy::Status(_)) => "refused",
        Delivery::Unreachable => "unreachable",
    }
}

/// Takes over what was typed into the prerendered form before the app ran.
pub fn take_over(app: App, typed: &[Typed]) {
    app.form.update(|form| {
        for control in typed {
            let value = || control.value.clone();
            match control.id.as_str() {
                "ask-name" => form.name = value(),
                "ask-phone" => form.phone = value(),
                "ask-email" => form.email = value(),
                "ask-note" => form.note = value(),
                "ask-website" => form.honeypot = value(),
                id if control.checked => match id {
                    "ask-reach-call" => form.reach = Some(Reach::Call),
                    "ask-reach-text" => form.reach = Some(Reach::Text),
                    "ask-reach-email" => form.reach = Some(Reach::Email),
                    "ask-voicemail-yes" => form.voicemail = Some(Voicemail::Yes),
                    "ask-voicemail-only-called" => form.voicemail = Some(Voicemail::OnlySayYouCalled),
                    "ask-voicemail-no" => form.voicemail = Some(Voicemail::No),
                    "ask-whom-me" => form.whom = Some(Whom::Me),
                    "ask-whom-other" => form.whom = Some(Whom::SomeoneElse),
                    _ => {}
                },
                _ => {}
            }
        }
    });
}
