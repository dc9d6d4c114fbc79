//! What is said after Send: what needs a look, or what became of the message. Nothing is claimed
//! that was not seen, and nothing typed is lost.

use super::form::field_id;
use super::{Sending, with_plan};
use crate::app::App;
use crate::components::{markup, paragraphs};
use foothold_core::contact::{Delivery, Field};
use foothold_words::{Key, Words};
use leptos::prelude::*;

/// The panel above the form, or the receipt in its place.
pub(super) fn html(app: App) -> String {
    match app.sending.get() {
        Sending::Idle | Sending::Busy => String::new(),
        Sending::Wrong(errors) => {
            let lines: Vec<_> = errors.iter().map(|error| (error.field, app.words.field_problem(error))).collect();
            summary(app.words, &lines, "check")
        }
        Sending::Done(Delivery::Delivered) => receipt(app),
        Sending::Done(Delivery::Rejected { fields, .. }) => rejected(app.words, &fields),
        Sending::Done(Delivery::Unconfirmed(_)) => {
            let hint = markup("<p class=\"hint\">{}</p>", &[app.words.say(Key::UnconfirmedAgainHint)]);
            panel(app, "unconfirmed", Key::UnconfirmedTitle, Key::UnconfirmedText, (Key::UnconfirmedAgain, &hint))
        }
        Sending::Done(Delivery::Unreachable) => {
            panel(app, "unreachable", Key::UnreachableTitle, Key::UnreachableText, (Key::TryAgain, ""))
        }
        Sending::Done(Delivery::Refused(_)) => {
            panel(app, "refused", Key::RefusedTitle, Key::RefusedText, (Key::TryAgain, ""))
        }
    }
}

/// The error summary: what is wrong, each line leading to its field.
fn summary(words: Words, lines: &[(Field, String)], outcome: &str) -> String {
    let link = "<li><a href=\"#{}\" data-do=\"focus:{}\">{}</a></li>";
    let items: String =
        lines.iter().map(|(field, text)| markup(link, &[field_id(*field), field_id(*field), text])).collect();
    markup(
        "<div class=\"says says-look\" id=\"ask-says\" tabindex=\"-1\" role=\"alert\" data-outcome=\"{}\"><h2>{}</h2><ul>{!}</ul></div>",
        &[outcome, words.say(Key::AskProblem), &items],
    )
}

fn rejected(words: Words, fields: &[Field]) -> String {
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
    let text = |field: Field| words.fill(Key::FieldRejectedAt, &[("field", words.say(label(field)))]);
    let mut lines: Vec<(Field, String)> = fields.iter().map(|field| (*field, text(*field))).collect();
    if lines.is_empty() {
        lines.push((Field::Name, words.say(Key::FieldRejectedForm).to_owned()));
    }
    summary(words, &lines, "rejected")
}

fn panel(app: App, outcome: &str, title: Key, text: Key, (again, more): (Key, &str)) -> String {
    let words = app.words;
    let phone = app.phone();
    let dial = app.site.with_value(|site| site.as_ref().map(|site| site.phone.dial.clone())).unwrap_or_default();
    let message = words.message_text(&with_plan(app));
    markup(
        "<div class=\"says\" id=\"ask-says\" tabindex=\"-1\" role=\"alert\" data-outcome=\"{}\"><h2>{}</h2><p>{}</p>{!}\
         <div class=\"says-end\"><a class=\"button\" href=\"tel:{}\">{}</a>\
         <button type=\"button\" class=\"button button-outline\" data-do=\"send\">{}</button></div>\
         <details class=\"message-text\" id=\"ask-message\"><summary>{}</summary>\
         <pre class=\"exact\" id=\"ask-text\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">{}</pre></details>\
         <p><button type=\"button\" class=\"button-quiet\" id=\"ask-copy\" data-do=\"copy\">{}</button> \
         <span role=\"status\" id=\"ask-copied\"></span></p></div>",
        &[
            outcome,
            words.say(title),
            &words.fill(text, &[("phone", &phone)]),
            more,
            &dial,
            &phone,
            words.say(again),
            words.say(Key::YourText),
            words.say(Key::YourText),
            &message,
            words.say(Key::CopyText),
        ],
    )
}

/// What a person sees once the message was seen to arrive.
fn receipt(app: App) -> String {
    let words = app.words;
    let site = app.site.get_value();
    let clinic = site.as_ref().map(|site| site.name.clone()).unwrap_or_default();
    let reply = site.and_then(|site| site.reply_by.clone());
    let mut lines = vec![words.fill(Key::DeliveredText, &[("clinic", &clinic)])];
    lines.extend(reply.map(|reply| words.fill(Key::DeliveredReply, &[("reply", &reply)])));
    lines.push(words.fill(Key::DeliveredCall, &[("phone", &app.phone())]));
    markup(
        "<div class=\"says says-good\" id=\"ask-says\" tabindex=\"-1\" role=\"status\" data-outcome=\"delivered\"><h2>{}</h2>{!}\
         <h3>{}</h3><pre class=\"exact\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">{}</pre>\
         <button type=\"button\" class=\"button button-outline\" data-do=\"new\">{}</button></div>",
        &[
            words.say(Key::DeliveredTitle),
            &paragraphs(&lines),
            words.say(Key::DeliveredReceipt),
            words.say(Key::DeliveredReceipt),
            &words.message_text(&with_plan(app)),
            words.say(Key::NewMessage),
        ],
    )
}
