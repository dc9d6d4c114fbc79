//! What is said after Send: what needs a look, or what became of the message. Nothing is claimed
//! that was not seen, and nothing typed is lost.

use super::form::field_id;
use super::{Sending, answering, besides, questions, with_plan};
use crate::app::State;
use crate::components::{calls, markup, paragraphs};
use foothold_core::contact::{Delivery, Field, Why};
use foothold_words::{Key, Words};

/// The panel above the form, or the receipt in its place.
pub(super) fn html(state: &State) -> String {
    match &state.sending {
        Sending::Idle | Sending::Busy => String::new(),
        Sending::Sure => {
            let words = state.words;
            markup(
                "<div class=\"says says-look\" id=\"ask-says\" tabindex=\"-1\" role=\"alert\" data-outcome=\"sure\"><h2>{}</h2><p>{}</p>\
                 <button type=\"button\" class=\"button\" data-do=\"send\">{}</button></div>",
                &[words.say(Key::SureTitle), words.say(Key::SureText), words.say(Key::SureSend)],
            )
        }
        Sending::Wrong(errors) => {
            let lines: Vec<_> = errors.iter().map(|error| (error.field, state.words.field_problem(error))).collect();
            summary(state.words, &lines, "check")
        }
        Sending::Done(Delivery::Delivered) => receipt(state),
        Sending::Done(Delivery::Rejected { fields, .. }) => rejected(state, fields),
        Sending::Done(Delivery::Unconfirmed(why)) => {
            let text = if *why == Why::Opaque { Key::UnconfirmedOpaque } else { Key::UnconfirmedText };
            let hint = markup("<p class=\"hint\">{}</p>", &[state.words.say(Key::UnconfirmedAgainHint)]);
            panel(state, "unconfirmed", Key::UnconfirmedTitle, text, (Key::UnconfirmedAgain, &hint))
        }
        Sending::Done(Delivery::Unreachable) => {
            panel(state, "unreachable", Key::UnreachableTitle, Key::UnreachableText, (Key::TryAgain, ""))
        }
        Sending::Done(Delivery::Refused(_)) => {
            panel(state, "refused", Key::RefusedTitle, Key::RefusedText, (Key::TryAgain, ""))
        }
    }
}

/// The error summary: what is wrong, each line leading to its field.
fn summary(words: Words, lines: &[(Field, String)], outcome: &str) -> String {
    let link = "<li><a href=\"#{}\" data-do=\"focus:{}\">{}</a></li>";
    let item = |(field, text): &(Field, String)| {
        let id = field_id(*field);
        markup(link, &[&id, &id, text])
    };
    let items: String = lines.iter().map(item).collect();
    markup(
        "<div class=\"says says-look\" id=\"ask-says\" tabindex=\"-1\" role=\"alert\" data-outcome=\"{}\"><h2>{}</h2><ul>{!}</ul></div>",
        &[outcome, words.say(Key::AskProblem), &items],
    )
}

fn rejected(state: &State, fields: &[Field]) -> String {
    let words = state.words;
    let own = questions(state).own;
    let key = |field: Field| match field {
        Field::Name => Key::AskName,
        Field::Reach => Key::AskReach,
        Field::Phone => Key::AskPhone,
        Field::Email => Key::AskEmail,
        Field::Voicemail => Key::AskVoicemail,
        Field::BestTime => Key::AskBestTime,
        Field::AnswerIn => Key::AskAnswerIn,
        Field::Whom => Key::AskWhom,
        Field::Plan => Key::AskPlan,
        _ => Key::AskNote,
    };
    let label = |field: Field| match field {
        Field::Own(at) => own.get(usize::from(at)).map_or("", |own| own.label.as_str()),
        field => words.say(key(field)),
    };
    let text = |field: Field| words.fill(Key::FieldRejectedAt, &[("field", label(field))]);
    let mut lines: Vec<(Field, String)> = fields.iter().map(|field| (*field, text(*field))).collect();
    if lines.is_empty() {
        lines.push((Field::Name, words.say(Key::FieldRejectedForm).to_owned()));
    }
    summary(words, &lines, "rejected")
}

fn panel(state: &State, outcome: &str, title: Key, text: Key, (again, more): (Key, &str)) -> String {
    let words = state.words;
    let phone = &state.phone;
    let reply = state.site.as_ref().and_then(|site| site.reply_by.as_deref());
    let reply = reply.unwrap_or(words.say(Key::ReplyUnstated));
    let [_, dial] = state.phones();
    let message = words.message_text(&with_plan(state), &questions(state));
    markup(
        "<div class=\"says\" id=\"ask-says\" tabindex=\"-1\" role=\"alert\" data-outcome=\"{}\"><h2>{}</h2><p>{}</p>{!}\
         <div class=\"says-end\"><a class=\"button\" href=\"tel:{}\">{}</a>\
         <button type=\"button\" class=\"button button-outline\" data-do=\"send\">{}</button></div>{!}{!}\
         <details class=\"message-text\" id=\"ask-message\"><summary>{}</summary>\
         <pre class=\"exact\" id=\"ask-text\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">{}</pre></details>\
         <p><button type=\"button\" class=\"button-quiet\" id=\"ask-copy\" data-do=\"copy\">{}</button> \
         <span role=\"status\" id=\"ask-copied\"></span></p></div>",
        &[
            outcome,
            words.say(title),
            &words.fill(text, &[("phone", phone), ("reply", reply)]),
            more,
            dial,
            phone,
            words.say(again),
            &paragraphs(&Vec::from_iter(answering(state))),
            &besides(state),
            words.say(Key::YourText),
            words.say(Key::YourText),
            &message,
            words.say(Key::CopyText),
        ],
    )
}

/// What a person sees once the message was seen to arrive.
fn receipt(state: &State) -> String {
    let words = state.words;
    let mut lines = Vec::new();
    if let Some(site) = &state.site {
        lines.push(words.fill(Key::DeliveredText, &[("clinic", &site.name)]));
        lines.extend(site.reply_by.as_ref().map(|reply| words.fill(Key::DeliveredReply, &[("reply", reply)])));
    }
    let call = words.fill(Key::DeliveredCall, &[("phone", &state.phone)]);
    markup(
        "<div class=\"says says-good\" id=\"ask-says\" tabindex=\"-1\" role=\"status\" data-outcome=\"delivered\"><h2>{}</h2>{!}<p>{!}</p>{!}\
         <h3>{}</h3><pre class=\"exact\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">{}</pre>\
         <button type=\"button\" class=\"button button-outline\" data-do=\"new\">{}</button></div>",
        &[
            words.say(Key::DeliveredTitle),
            &paragraphs(&lines),
            &calls(&call, state.phones()),
            &paragraphs(&Vec::from_iter(answering(state))),
            words.say(Key::DeliveredReceipt),
            words.say(Key::DeliveredReceipt),
            &words.message_text(&with_plan(state), &questions(state)),
            words.say(Key::NewMessage),
        ],
    )
}
