//! What is said after Send: what needs a look, or what became of the message. Nothing is claimed
//! that was not seen, and nothing typed is lost.

use super::{Sending, field_id, outcome_name, with_plan};
use crate::app::App;
use crate::browser;
use foothold_core::contact::{Delivery, Draft, Field};
use foothold_words::{Key, Words};
use leptos::prelude::*;

/// The panel above the form.
#[component]
pub fn Outcome(
    /// The visit.
    app: App,
    /// What sending again does.
    send: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let panel = move || match app.sending.get() {
        Sending::Idle | Sending::Busy => ().into_any(),
        Sending::Wrong(errors) => {
            let lines = errors.iter().map(|e| (e.field, app.words.field_problem(e))).collect();
            summary(app.words, lines, None).into_any()
        }
        Sending::Done(Delivery::Rejected { fields, .. }) => rejected(app, &fields).into_any(),
        Sending::Done(delivery) => panel(app, &delivery, send).into_any(),
    };
    view! { <div class="ask-outcome">{panel}</div> }
}

/// The error summary: what is wrong, each line leading to its field.
fn summary(words: Words, lines: Vec<(Field, String)>, outcome: Option<&'static str>) -> impl IntoView {
    let lines = lines
        .into_iter()
        .map(|(field, text)| {
            let id = field_id(field);
            let go = move |ev: leptos::ev::MouseEvent| {
                ev.prevent_default();
                browser::page::focus(id);
            };
            view! { <li><a href=format!("#{id}") on:click=go>{text}</a></li> }
        })
        .collect_view();
    view! {
        <div class="says says-look" id="ask-says" tabindex="-1" role="alert" data-outcome=outcome>
            <h2>{words.say(Key::AskProblem)}</h2>
            <ul>{lines}</ul>
        </div>
    }
}

fn rejected(app: App, fields: &[Field]) -> impl IntoView + use<> {
    let words = app.words;
    let label = |field: Field| match field {
        Field::Name => Key::AskName,
        Field::Reach => Key::AskReach,
        Field::Phone => Key::AskPhone,
        Field::Email => Key::AskEmail,
        Field::Voicemail => Key::AskVoicemail,
        Field::Whom => Key::AskWhom,
        Field::Plan => Key::AskPlan,
        _ => Key::AskNote,
    };
    let text = |field: Field| format!("{}: {}", words.say(label(field)), words.say(Key::FieldRejected));
    let mut lines: Vec<(Field, String)> = fields.iter().map(|field| (*field, text(*field))).collect();
    if lines.is_empty() {
        lines.push((Field::Name, words.say(Key::FieldRejectedForm).into_owned()));
    }
    summary(words, lines, Some("rejected"))
}

fn panel<S: Fn() + Copy + Send + Sync + 'static>(app: App, delivery: &Delivery, send: S) -> impl IntoView + use<S> {
    let words = app.words;
    let phone = app.phone();
    let (title, text, again) = match delivery {
        Delivery::Unconfirmed(_) => (Key::UnconfirmedTitle, Key::UnconfirmedText, Key::UnconfirmedAgain),
        Delivery::Unreachable => (Key::UnreachableTitle, Key::UnreachableText, Key::TryAgain),
        _ => (Key::RefusedTitle, Key::RefusedText, Key::TryAgain),
    };
    let unconfirmed = matches!(delivery, Delivery::Unconfirmed(_));
    view! {
        <div class="says" id="ask-says" tabindex="-1" role="alert" data-outcome=outcome_name(delivery)>
            <h2>{words.say(title)}</h2>
            <p>{words.fill(text, &[("phone", &phone)])}</p>
            {unconfirmed.then(|| view! { <p class="hint">{words.say(Key::UnconfirmedAgainHint)}</p> })}
            <div class="says-end">
                {call(app)}
                <button type="button" class="button button-outline" on:click=move |_| send()>{words.say(again)}</button>
            </div>
            <Copy app draft=with_plan(app) />
        </div>
    }
}

fn call(app: App) -> impl IntoView {
    let phone = app.phone();
    let dial = app.site.with_value(|site| site.as_ref().map(|site| site.phone.dial.clone())).unwrap_or_default();
    view! { <a class="button" href=format!("tel:{dial}")>{phone}</a> }
}

/// The message as text, with a button that copies it.
#[component]
fn Copy(app: App, draft: Draft) -> impl IntoView {
    let words = app.words;
    let text = words.message_text(&draft);
    let told: RwSignal<Option<Key>> = RwSignal::new(None);
    let copied = text.clone();
    let copy = move |_| {
        let text = copied.clone();
        leptos::task::spawn_local(async move {
            let done = browser::clipboard::copy(text).await;
            told.try_set(Some(if done { Key::CopiedText } else { Key::CopyFailed }));
        });
    };
    view! {
        <details class="message-text">
            <summary>{words.say(Key::YourText)}</summary>
            <pre class="exact" id="ask-text" tabindex="0" role="group" aria-label=words.say(Key::YourText)>{text}</pre>
        </details>
        <p>
            <button type="button" class="button-quiet" on:click=copy>{words.say(Key::CopyText)}</button>
            " "<span role="status">{move || told.get().map(|key| words.say(key))}</span>
        </p>
    }
}

/// What a person sees once the message was seen to arrive.
#[component]
pub fn Receipt(
    /// The visit.
    app: App,
    /// The message's id, forgotten when another one is begun.
    id: StoredValue<String>,
) -> impl IntoView {
    let words = app.words;
    let site = app.site.get_value();
    let clinic = site.as_ref().map(|site| site.name.clone()).unwrap_or_default();
    let reply = site.and_then(|site| site.reply_by.clone());
    let text = words.message_text(&with_plan(app));
    let another = move |_| {
        app.form.set(Draft::default());
        app.attach.set(false);
        id.set_value(String::new());
        app.sending.set(Sending::Idle);
        browser::page::focus("ask-name");
    };
    view! {
        <div class="says says-good" id="ask-says" tabindex="-1" role="status" data-outcome="delivered">
            <h2>{words.say(Key::DeliveredTitle)}</h2>
            <p>{words.fill(Key::DeliveredText, &[("clinic", &clinic)])}</p>
            {reply.map(|reply| view! { <p>{words.fill(Key::DeliveredReply, &[("reply", &reply)])}</p> })}
            <p>{words.fill(Key::DeliveredCall, &[("phone", &app.phone())])}</p>
            <h3>{words.say(Key::DeliveredReceipt)}</h3>
            <pre class="exact" tabindex="0" role="group" aria-label=words.say(Key::DeliveredReceipt)>{text}</pre>
            <button type="button" class="button button-outline" on:click=another>{words.say(Key::NewMessage)}</button>
        </div>
    }
}
