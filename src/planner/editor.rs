//! The editor of one entry. Typed texts are not in its markup: they are put into the fields.

use super::acts::{control, day_name, firm_name, kind_name};
use super::rows;
use crate::app::State;
use crate::components::{Controls, markup, paragraphs};
use foothold_core::household::{FirmChoice, Kind, RowDraft, row_span};
use foothold_core::time::{WEEK, Weekday};
use foothold_words::{Key, Words};

/// The editor of a row.
pub(super) fn html(words: Words, row: &RowDraft) -> String {
    let id = row.id.to_string();
    let amounts = match row.firm {
        FirmChoice::Move => pair(
            &field(words, &id, "earlier", Key::PlanEarlier, None),
            &field(words, &id, "later", Key::PlanLater, None),
        ),
        FirmChoice::Cut => field(words, &id, "cut-min", Key::PlanCut, Some(Key::PlanCutHint)),
        _ => String::new(),
    };
    let when = pair(&field(words, &id, "from", Key::PlanFrom, None), &field(words, &id, "to", Key::PlanTo, None));
    let way = pair(
        &field(words, &id, "travel", Key::PlanTravel, Some(Key::PlanTravelHint)),
        &field(words, &id, "direct", Key::PlanDirect, Some(Key::PlanDirectHint)),
    );
    let head = pair(&kinds(words, &id, row.kind), &field(words, &id, "what", Key::PlanName, None));
    markup(
        "<div class=\"editor\" role=\"group\" aria-label=\"{}\">{!}{!}<p class=\"hint\">{}</p>{!}\
         <div class=\"understood\" id=\"row-understood\" aria-live=\"polite\"></div>{!}{!}{!}\
         <div class=\"editor-end\"><button type=\"button\" class=\"button\" data-do=\"done:{}\">{}</button>\
         <button type=\"button\" class=\"button-quiet\" data-do=\"remove:{}\" aria-label=\"{}\">{}</button></div></div>",
        &[
            &words.kind(row.kind),
            &head,
            &days(words, &id, row),
            words.say(Key::PlanTimeHint),
            &when,
            &way,
            &firmness(words, &id, row.firm),
            &amounts,
            &id,
            words.say(Key::PlanDone),
            &id,
            &words.fill(Key::PlanRemoveRow, &[("what", &words.kind(row.kind))]),
            words.say(Key::PlanRemove),
        ],
    )
}

/// What stands in the editor's text fields.
pub(super) fn controls(row: &RowDraft) -> Controls {
    let values = [
        ("what", &row.what),
        ("from", &row.from),
        ("to", &row.to),
        ("travel", &row.travel),
        ("direct", &row.direct),
        ("earlier", &row.earlier),
        ("later", &row.later),
        ("cut-min", &row.cut),
    ];
    values.iter().map(|(field, value)| (control(&row.id.to_string(), field), (*value).clone())).collect()
}

/// How the times of the open row are read, or what they still need.
pub(super) fn understood(state: &State) -> String {
    let words = state.words;
    let Some(row) = rows::open(state) else { return String::new() };
    let mut lines = Vec::new();
    if let Ok(span) = row_span(row) {
        let (text, length) = (words.span(span), words.length(span.minutes()));
        lines.push(words.fill(Key::PlanUnderstoodLong, &[("span", &text), ("length", &length)]));
    }
    if !row.is_untouched() {
        lines.extend(rows::missing(state, row.id));
    }
    paragraphs(&lines)
}

fn pair(first: &str, second: &str) -> String {
    markup("<div class=\"pair\">{!}{!}</div>", &[first, second])
}

fn field(words: Words, row: &str, name: &str, label: Key, hint: Option<Key>) -> String {
    let id = control(row, name);
    let (hint_html, described) = match hint {
        Some(key) => (
            markup("<p class=\"hint\" id=\"{}-hint\">{}</p>", &[&id, words.say(key)]),
            markup(" aria-describedby=\"{}-hint\"", &[&id]),
        ),
        None => (String::new(), String::new()),
    };
    markup(
        "<div class=\"field\"><label for=\"{}\">{}</label>{!}<input id=\"{}\" class=\"short\" autocomplete=\"off\"{!}></div>",
        &[&id, words.say(label), &hint_html, &id, &described],
    )
}

fn kinds(words: Words, row: &str, chosen: Kind) -> String {
    let options: String = Kind::ALL
        .into_iter()
        .map(|kind| {
            let selected = if kind == chosen { " selected" } else { "" };
            markup("<option value=\"{}\"{!}>{}</option>", &[kind_name(kind), selected, &words.kind(kind)])
        })
        .collect();
    markup(
        "<div class=\"field\"><label for=\"row-{}-kind\">{}</label><select id=\"row-{}-kind\" autocomplete=\"off\">{!}</select></div>",
        &[row, words.say(Key::PlanKind), row, &options],
    )
}

fn days(words: Words, row: &str, draft: &RowDraft) -> String {
    let one = |day: Weekday| {
        let id = control(row, day_name(day));
        let checked = if draft.days.has(day) { " checked" } else { "" };
        markup(
            "<span class=\"choice\"><input type=\"checkbox\" id=\"{}\"{!}><label for=\"{}\">\
             <span aria-hidden=\"true\">{}</span><span class=\"hidden\">{}</span></label></span>",
            &[&id, checked, &id, &words.day_short(day), &words.day(day)],
        )
    };
    let boxes: String = WEEK.into_iter().map(one).collect();
    markup(
        "<fieldset><legend>{}</legend><div class=\"choices days\">{!}</div>\
         <button type=\"button\" class=\"button-quiet\" id=\"row-{}-workdays\" data-do=\"workdays:{}\">{}</button></fieldset>",
        &[words.say(Key::PlanDays), &boxes, row, row, words.say(Key::PlanWorkdays)],
    )
}

fn firmness(words: Words, row: &str, chosen: FirmChoice) -> String {
    let one = |firm: FirmChoice| {
        let id = control(row, firm_name(firm));
        let checked = if firm == chosen { " checked" } else { "" };
        let key = match firm {
            FirmChoice::Fixed => Key::FirmFixed,
            FirmChoice::Move => Key::FirmMove,
            FirmChoice::Cut => Key::FirmCut,
            FirmChoice::IfNeeded => Key::FirmIfNeeded,
        };
        markup(
            "<span class=\"choice choice-line\"><input type=\"radio\" name=\"row-{}-firm\" id=\"{}\"{!}>\
             <label for=\"{}\">{}</label></span>",
            &[row, &id, checked, &id, words.say(key)],
        )
    };
    let choices: String = FirmChoice::ALL.into_iter().map(one).collect();
    markup(
        "<fieldset><legend>{}</legend><div class=\"choices choices-stack\">{!}</div></fieldset>",
        &[words.say(Key::PlanFirm), &choices],
    )
}
