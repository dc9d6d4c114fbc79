//! The form itself.

use super::controls::{TextField, choice, text_field, wire_name};
use crate::app::App;
use crate::contact::Sending;
use foothold_core::contact::{Encoding, Field, Reach, Voicemail, Whom};
use foothold_words::{Key, Words};
use leptos::prelude::*;

/// The form. Without scripts it is a plain post, where the back-end takes one.
#[component]
pub fn Form(
    /// The visit.
    app: App,
    /// What Send does.
    send: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let words = app.words;
    let backend = app.site.get_value().and_then(|site| site.backend.clone());
    let plain = backend.as_ref().filter(|b| b.encoding != Encoding::Json);
    let action = plain.map(|b| b.url.clone());
    let method = plain.map(|_| "post");
    let enctype = plain.filter(|b| b.encoding == Encoding::Multipart).map(|_| "multipart/form-data");
    let fixed = plain
        .map(|b| b.fixed.clone())
        .unwrap_or_default()
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect_view();
    let clinic = app.site.with_value(|site| site.as_ref().map(|site| site.name.clone()).unwrap_or_default());
    let by = move |reach: &[Reach]| app.form.with(|form| form.reach.is_none_or(|chosen| reach.contains(&chosen)));
    let busy = move || app.sending.with(|sending| *sending == Sending::Busy);
    let honey_name = wire_name(app, Field::Honeypot);
    view! {
        <form class="ask-form" id="ask-form" action=action method=method enctype=enctype prop:noValidate=true
            on:submit=move |ev| { ev.prevent_default(); send(); }>
            {fixed}
            {text_field(app, TextField {
                field: Field::Name, label: Key::AskName, hint: Some(Key::AskNameHint), kind: "text",
                autocomplete: "name", read: |f| &f.name, write: |f| &mut f.name,
            })}
            {reach(app, words)}
            <div class:gone=move || !by(&[Reach::Call, Reach::Text])>
                {text_field(app, TextField {
                    field: Field::Phone, label: Key::AskPhone, hint: None, kind: "tel",
                    autocomplete: "tel", read: |f| &f.phone, write: |f| &mut f.phone,
                })}
            </div>
            <div class:gone=move || !by(&[Reach::Email])>
                {text_field(app, TextField {
                    field: Field::Email, label: Key::AskEmail, hint: Some(Key::AskEmailHint), kind: "email",
                    autocomplete: "email", read: |f| &f.email, write: |f| &mut f.email,
                })}
            </div>
            <div class:gone=move || !by(&[Reach::Call])>{voicemail(app, words)}</div>
            {whom(app, words)}
            {text_field(app, TextField {
                field: Field::Note, label: Key::AskNote, hint: Some(Key::AskNoteHint), kind: "area",
                autocomplete: "off", read: |f| &f.note, write: |f| &mut f.note,
            })}
            <Attach app />
            <div class="honey" aria-hidden="true">
                <label for="ask-website">{words.say(Key::AskHoney)}</label>
                <input id="ask-website" name=honey_name tabindex="-1" autocomplete="off"
                    prop:value=move || app.form.with(|f| f.honeypot.clone())
                    on:input=move |ev| app.form.update(|f| f.honeypot = event_target_value(&ev)) />
            </div>
            <p class="ask-not-emergency">{words.say(Key::AskNotEmergency)}</p>
            <p class="hint">{words.fill(Key::AskPermission, &[("clinic", &clinic)])}</p>
            <button class="button" id="ask-send" type="submit" aria-disabled=move || busy().then_some("true")>
                {move || words.say(if busy() { Key::AskSending } else { Key::AskSend })}
            </button>
            <p class="hidden" role="status">{move || busy().then(|| words.say(Key::AskSending))}</p>
        </form>
    }
}

fn reach(app: App, words: Words) -> impl IntoView {
    let answer = |id, reach: Reach| (id, reach.wire(), reach, words.reach(reach));
    let answers = vec![
        answer("ask-reach-call", Reach::Call),
        answer("ask-reach-text", Reach::Text),
        answer("ask-reach-email", Reach::Email),
    ];
    choice(app, Field::Reach, (Key::AskReach, None), answers, |f| f.reach, |f, reach| f.reach = Some(reach))
}

fn voicemail(app: App, words: Words) -> impl IntoView {
    let answer = |id, choice: Voicemail| (id, choice.wire(), choice, words.voicemail(choice));
    let answers = vec![
        answer("ask-voicemail-yes", Voicemail::Yes),
        answer("ask-voicemail-only-called", Voicemail::OnlySayYouCalled),
        answer("ask-voicemail-no", Voicemail::No),
    ];
    choice(app, Field::Voicemail, (Key::AskVoicemail, None), answers, |f| f.voicemail, |f, v| f.voicemail = Some(v))
}

fn whom(app: App, words: Words) -> impl IntoView {
    let answer = |id, whom: Whom| (id, whom.wire(), whom, words.whom(whom));
    let answers = vec![answer("ask-whom-me", Whom::Me), answer("ask-whom-other", Whom::SomeoneElse)];
    let label = (Key::AskWhom, Some(Key::AskWhomHint));
    choice(app, Field::Whom, label, answers, |f| f.whom, |f, whom| f.whom = Some(whom))
}

/// The offer to send the week along: off by default, with the exact words in view.
#[component]
fn Attach(app: App) -> impl IntoView {
    let words = app.words;
    let plan = Memo::new(move |_| crate::planner::plan_text(app, words));
    let shown = move || match plan.get() {
        None => view! { <p class="hint">{words.say(Key::AskPlanNone)}</p> }.into_any(),
        Some(text) => view! {
            <span class="choice choice-line">
                <input type="checkbox" id="ask-plan" autocomplete="off"
                    prop:checked=move || app.attach.get()
                    on:change=move |ev| app.attach.set(event_target_checked(&ev)) />
                <label for="ask-plan">{words.say(Key::AskPlan)}</label>
            </span>
            <p class="hint">{words.say(Key::AskPlanHint)}</p>
            <pre class="exact" id="ask-plan-text" tabindex="0" role="group" aria-label=words.say(Key::AskPlan)>{text}</pre>
        }
        .into_any(),
    };
    view! { <div class="card attach">{shown}</div> }
}
