//! The form's controls: a text field, and a choice of one.

use crate::app::App;
use crate::contact::{Sending, field_id};
use foothold_core::contact::{Delivery, Draft, Field, FieldError};
use foothold_words::{Key, Words};
use leptos::prelude::*;

/// What is wrong with a field, as last found.
pub(super) fn wrong_with(app: App, field: Field) -> Option<String> {
    app.sending.with(|sending| match sending {
        Sending::Wrong(errors) => {
            errors.iter().find(|e: &&FieldError| e.field == field).map(|e| app.words.field_problem(e))
        }
        Sending::Done(Delivery::Rejected { fields, .. }) if fields.contains(&field) => {
            Some(app.words.say(Key::FieldRejected).into_owned())
        }
        _ => None,
    })
}

/// The back-end's name for a field, so that a plain post without scripts arrives too.
pub(super) fn wire_name(app: App, field: Field) -> String {
    let named = app.site.get_value().and_then(|site| {
        let backend = site.backend.clone()?;
        backend.names.iter().find(|(own, _)| *own == field).map(|(_, name)| name.clone())
    });
    named.unwrap_or_else(|| field.wire().to_owned())
}

/// The line under a label that says what is wrong.
pub(super) fn error_line(app: App, field: Field) -> impl IntoView {
    view! { <p class="field-error" id=format!("{}-error", field_id(field))>{move || wrong_with(app, field)}</p> }
}

/// How a text field looks and what it holds.
pub(super) struct TextField {
    pub(super) field: Field,
    pub(super) label: Key,
    pub(super) hint: Option<Key>,
    pub(super) kind: &'static str,
    pub(super) autocomplete: &'static str,
    pub(super) read: fn(&Draft) -> &String,
    pub(super) write: fn(&mut Draft) -> &mut String,
}

/// A text field with its label, hint and error.
pub(super) fn text_field(app: App, this: TextField) -> impl IntoView {
    let words: Words = app.words;
    let TextField { field, label, hint, kind, autocomplete, read, write } = this;
    let id = field_id(field);
    let described = format!("{id}-hint {id}-error");
    let invalid = move || wrong_with(app, field).map(|_| "true");
    let input = move |ev| app.form.update(|form| *write(form) = event_target_value(&ev));
    let control = if kind == "area" {
        view! {
            <textarea id=id name=wire_name(app, field) rows="5" autocomplete=autocomplete aria-describedby=described
                aria-invalid=invalid prop:value=move || app.form.with(|f| read(f).clone()) on:input=input></textarea>
        }
        .into_any()
    } else {
        view! {
            <input id=id name=wire_name(app, field) type=kind autocomplete=autocomplete aria-describedby=described
                aria-invalid=invalid prop:value=move || app.form.with(|f| read(f).clone()) on:input=input />
        }
        .into_any()
    };
    view! {
        <div class="field" class:field-wrong=move || wrong_with(app, field).is_some()>
            <label for=id>{words.say(label)}</label>
            <p class="hint" id=format!("{id}-hint")>{hint.map(|hint| words.say(hint))}</p>
            {error_line(app, field)}
            {control}
        </div>
    }
}

/// One answer of a choice: its id, its value for a plain post, its words.
pub(super) type Answer<T> = (&'static str, &'static str, T, String);

/// A choice of one, as pills.
pub(super) fn choice<T: Copy + PartialEq + Send + Sync + 'static>(
    app: App,
    field: Field,
    (label, hint): (Key, Option<Key>),
    answers: Vec<Answer<T>>,
    read: fn(&Draft) -> Option<T>,
    write: fn(&mut Draft, T),
) -> impl IntoView {
    let id = field_id(field);
    let pills = answers
        .into_iter()
        .map(|(answer_id, value, answer, text)| {
            view! {
                <span class="choice">
                    <input type="radio" id=answer_id name=wire_name(app, field) value=value autocomplete="off"
                        prop:checked=move || app.form.with(|f| read(f) == Some(answer))
                        on:change=move |_| app.form.update(|f| write(f, answer)) />
                    <label for=answer_id>{text}</label>
                </span>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field" class:field-wrong=move || wrong_with(app, field).is_some()
            aria-describedby=format!("{id}-error")>
            <legend>{app.words.say(label)}</legend>
            {hint.map(|hint| view! { <p class="hint">{app.words.say(hint)}</p> })}
            {error_line(app, field)}
            <div class="choices">{pills}</div>
        </fieldset>
    }
}
