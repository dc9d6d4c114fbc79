//! The breaks of an entry: school holidays, time off. Any number up to a limit, each from one day to another.

use super::{field, id};
use crate::app::State;
use crate::components::{Controls, markup};
use foothold_core::draft::{MOST_BREAKS, RowDraft};
use foothold_words::{Key, Words};

/// All of them, each to take out again, and the button for another.
pub(super) fn html(state: &State, row: &RowDraft) -> String {
    let words = state.words;
    let mut list = String::new();
    for at in 0..row.breaks.len() / 2 {
        let date = |last: usize| {
            let text = at * 2 + last;
            field(words, &id(row, &name(text)), "date", &label(words, text), None)
        };
        let n = (at + 1).to_string();
        list.push_str(&markup(
            "<div class=\"pair\">{!}{!}</div><p><button type=\"button\" class=\"button-quiet\" id=\"break-gone-{}\" \
             data-do=\"break-gone:{}\">{}</button></p>",
            &[&date(0), &date(1), &at.to_string(), &at.to_string(), &words.fill(Key::BreakGone, &[("n", &n)])],
        ));
    }
    if let Some((_, at, _)) = state.more.removed.as_ref().filter(|(of, ..)| *of == row.id) {
        let told = words.fill(Key::BreakRemoved, &[("n", &(at + 1).to_string())]);
        list.push_str(&markup(
            "<p class=\"undo\"><span role=\"status\">{}</span> <button type=\"button\" class=\"button-quiet\" \
             id=\"break-undo\" data-do=\"break-undo\">{}</button></p>",
            &[&told, words.say(Key::PlanUndo)],
        ));
    }
    list.push_str(&if row.breaks.len() < MOST_BREAKS * 2 {
        markup(
            "<p><button type=\"button\" class=\"button-quiet\" id=\"break-add\" data-do=\"break-add\">\
             <span aria-hidden=\"true\">+&nbsp;</span>{}</button></p>",
            &[words.say(Key::BreakAdd)],
        )
    } else {
        let most = words.fill(Key::BreakMost, &[("n", &MOST_BREAKS.to_string())]);
        markup("<p class=\"hint\">{}</p>", &[&most])
    });
    markup(
        "<fieldset><legend>{}</legend><p class=\"hint\">{}</p>{!}</fieldset>",
        &[words.say(Key::BreakTitle), words.say(Key::BreakHint), &list],
    )
}

/// What stands in their fields.
pub(super) fn controls(row: &RowDraft) -> Controls {
    row.breaks.iter().enumerate().map(|(at, date)| (id(row, &name(at)), date.clone())).collect()
}

/// Something with `data-do` was pressed; the id of what gets the focus, or `None` where that is nothing of these.
pub(super) fn press(state: &mut State, verb: &str, about: &str) -> Option<String> {
    let open = state.editing?;
    let row = state.week.rows.iter().find(|row| row.id == open)?;
    let count = row.breaks.len() / 2;
    let (at, put) = match verb {
        "break-add" if count < MOST_BREAKS => {
            state.more.removed = None;
            (count, Some([String::new(), String::new()]))
        }
        "break-gone" => (about.parse::<usize>().ok().filter(|at| *at < count)?, None),
        "break-undo" => {
            let (_, at, texts) = state.more.removed.take_if(|(of, ..)| *of == open)?;
            (at.min(count), Some(texts))
        }
        _ => return None,
    };
    let mut focus = id(row, &name(at * 2));
    if put.is_none() {
        let gone = [0, 1].map(|last| row.breaks.get(at * 2 + last).cloned().unwrap_or_default());
        // What was blank is not missed.
        state.more.removed = Some((open, at, gone)).filter(|(.., gone)| gone.iter().any(|date| !date.is_empty()));
        focus = String::from(if state.more.removed.is_some() { "break-undo" } else { "break-add" });
    }
    state.edit_week(&mut |week| {
        let Some(row) = week.rows.iter_mut().find(|row| row.id == open) else { return };
        for text in put.iter().flatten().rev() {
            row.breaks.insert(at * 2, text.clone());
        }
        if put.is_none() {
            row.breaks.remove(at * 2);
            row.breaks.remove(at * 2);
        }
    });
    Some(focus)
}

/// How many an entry has, for its own line.
pub(super) fn said(words: Words, row: &RowDraft) -> Option<String> {
    let count = row.breaks.iter().step_by(2).filter(|first| !first.trim().is_empty()).count();
    match count {
        0 => None,
        1 => Some(words.say(Key::BreakOne).to_owned()),
        n => Some(words.fill(Key::BreakMany, &[("n", &n.to_string())])),
    }
}

/// What the field of a text is called.
pub(super) fn label(words: Words, at: usize) -> String {
    let key = if at.is_multiple_of(2) { Key::BreakFrom } else { Key::BreakTo };
    words.fill(key, &[("n", &(at / 2 + 1).to_string())])
}

/// The end of its id.
pub(super) fn name(at: usize) -> String {
    ["break-", &at.to_string()].concat()
}
