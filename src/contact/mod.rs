//! The contact form: asks little, sends once, says only what was seen, loses nothing.

mod form;
mod outcome;

use crate::app::App;
use crate::browser::{self, Typed};
use crate::components::island;
use foothold_core::contact::{Delivery, Draft, FieldError, Reach, Voicemail, Whom, check, request, verdict};
use foothold_words::Key;
use leptos::prelude::*;

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
    let can_send = app.site.with_value(|site| site.as_ref().is_some_and(|site| site.backend.is_some()));
    if !can_send {
        let text = app.words.fill(Key::AskNoBackend, &[("phone", &app.phone())]);
        return view! { <p class="card">{text}</p> }.into_any();
    }
    let says = island("ask-outcome", move || outcome::html(app), Vec::new);
    let form = island("ask-part", move || form::html(app), move || form::controls(app));
    view! {
        <div class="ask-whole"
            on:click=move |ev| press(app, &browser::page::pressed(&ev))
            on:input=move |ev| type_in(app, &browser::page::typed_in(&ev))
            on:change=move |ev| choose(app, &browser::page::typed_in(&ev))
            on:submit=move |ev| { ev.prevent_default(); send(app); }>
            {says}
            {form}
        </div>
    }
    .into_any()
}

fn press(app: App, act: &str) {
    match act.split_once(':') {
        Some(("focus", id)) => browser::page::focus(id),
        None if act == "send" => send(app),
        None if act == "new" => {
            app.form.set(Draft::default());
            app.attach.set(false);
            app.message_id.set_value(String::new());
            app.sending.set(Sending::Idle);
            browser::page::focus("ask-name");
        }
        None if act == "copy" => leptos::task::spawn_local(async move {
            let text = app.words.message_text(&with_plan(app));
            let done = browser::clipboard::copy(text).await;
            let told = app.words.say(if done { Key::CopiedText } else { Key::CopyFailed });
            browser::page::show("ask-copied", told, &[]);
        }),
        _ => {}
    }
}

fn type_in(app: App, typed: &Typed) {
    let write: fn(&mut Draft) -> &mut String = match typed.id.as_str() {
        "ask-name" => |form| &mut form.name,
        "ask-phone" => |form| &mut form.phone,
        "ask-email" => |form| &mut form.email,
        "ask-note" => |form| &mut form.note,
        "ask-website" => |form| &mut form.honeypot,
        _ => return,
    };
    app.form.update(|form| (*write(form)).clone_from(&typed.value));
}

fn choose(app: App, typed: &Typed) {
    app.form.update(|form| match typed.id.as_str() {
        "ask-reach-call" => form.reach = Some(Reach::Call),
        "ask-reach-text" => form.reach = Some(Reach::Text),
        "ask-reach-email" => form.reach = Some(Reach::Email),
        "ask-voicemail-yes" => form.voicemail = Some(Voicemail::Yes),
        "ask-voicemail-only-called" => form.voicemail = Some(Voicemail::OnlySayYouCalled),
        "ask-voicemail-no" => form.voicemail = Some(Voicemail::No),
        "ask-whom-me" => form.whom = Some(Whom::Me),
        "ask-whom-other" => form.whom = Some(Whom::SomeoneElse),
        _ => {}
    });
    if typed.id == "ask-plan" {
        app.attach.set(typed.checked);
    }
}

/// The draft with the plan's words, where the person has ticked them.
fn with_plan(app: App) -> Draft {
    let mut draft = app.form.get_untracked();
    draft.plan = app.attach.get_untracked().then(|| untrack(|| crate::planner::plan_text(app, app.words))).flatten();
    draft
}

/// Sends once: a second press while the first is under way does nothing, and a repetition carries
/// the same id, so that the clinic can see that it is the same message.
fn send(app: App) {
    if app.sending.get_untracked() == Sending::Busy {
        return;
    }
    let Some(backend) = app.site.get_value().and_then(|site| site.backend.clone()) else { return };
    if app.message_id.with_value(String::is_empty) {
        app.message_id.set_value(browser::fetch::message_id());
    }
    let submission = match check(&with_plan(app), &app.message_id.get_value()) {
        Ok(submission) => submission,
        Err(errors) => {
            browser::page::title_error(Some(app.words.say(Key::AskTitleError)));
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

/// Takes over what was typed into the prerendered form before the app ran.
pub fn take_over(app: App, typed: &[Typed]) {
    for control in typed {
        if !control.value.is_empty() {
            type_in(app, control);
        }
        if control.checked {
            choose(app, control);
        }
    }
}
