//! The weeks of the program that differ, and the week as a table.
//!
//! Only a button for either stands on the page at first; the rest is drawn by the later part. A week is chosen by
//! its number, so that the choice stays where the answer changes and weeks become alike or different.

use crate::app::{After, State};
use crate::components::{Column, Part, markup};
use crate::planner::{self, Looked, looked};
use foothold_core::plan::{WeekPicture, alike};
use foothold_core::time::Span;
use foothold_words::{Key, Words};

/// Most kinds of weeks that have a button each; through more of them one steps week by week.
const MOST_BUTTONS: usize = 8;

/// Shortest time between two things that the table calls free, in minutes.
const FREE_MIN: i32 = 15;

/// What somebody has chosen about the program's weeks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weeks {
    /// Whether the choice of weeks is open.
    pub open: bool,
    /// The week that is looked at, counted from 0; else the fullest.
    pub at: Option<usize>,
    /// Whether the table is open.
    pub table: bool,
}

/// What is open of both, for whoever has the later part.
pub fn parts(state: &State) -> Vec<Part> {
    let words = state.words;
    let mut table = planner::opener(words, "table", Key::TableOpen, state.weeks.table);
    let seen = if state.weeks.open || state.weeks.table { seen(state) } else { None };
    let mut parts = Vec::new();
    if let Some(looked) = &seen {
        if state.weeks.table {
            table.push_str(&as_table(words, looked));
        }
        if state.weeks.open {
            parts.push(Part::new("planner-weeks", choice(state, looked)));
        }
    }
    parts.push(Part::new("table", table));
    parts
}

fn seen(state: &State) -> Option<Looked<'_>> {
    Some(looked(state, state.site.as_ref()?, planner::shown(state)))
}

/// Something with `data-do` was pressed; `None` where that is nothing of these.
pub(crate) fn press(state: &mut State, verb: &str, about: &str) -> Option<After> {
    let focus = match verb {
        "weeks" => {
            state.weeks = Weeks { open: !state.weeks.open, at: None, ..state.weeks };
            "weeks-open".to_owned()
        }
        "week" => {
            state.weeks.at = about.parse().ok();
            ["week-", about].concat()
        }
        "week-back" | "week-next" => {
            let looked = seen(state)?;
            let at = if verb == "week-next" {
                (looked.at + 1).min(looked.drawn.weeks.len() - 1)
            } else {
                looked.at.saturating_sub(1)
            };
            state.weeks.at = Some(at);
            verb.to_owned()
        }
        "table" => {
            state.weeks.table = !state.weeks.table;
            "table-open".to_owned()
        }
        _ => return None,
    };
    Some(After::Focus(focus))
}

/// A button for each kind of week and the dates of the one that is shown; two buttons where there are many kinds.
fn choice(state: &State, looked: &Looked) -> String {
    let words = state.words;
    let kinds = alike(&looked.drawn.weeks);
    let empty = Vec::new();
    let shown = kinds.iter().find(|kind| kind.contains(&looked.at)).unwrap_or(&empty);
    let opener = planner::opener(words, "weeks", Key::WeeksOpen, true);
    if kinds.len() < 2 {
        // The answer has changed under an open choice.
        return markup("{!}<p role=\"status\">{}</p>", &[&opener, words.say(Key::WeeksSame)]);
    }
    let many = kinds.len() > MOST_BUTTONS;
    let buttons: String = if many {
        let step = "<button type=\"button\" class=\"choice-button\" id=\"{}\" data-do=\"{}\">{}</button>";
        [("week-back", Key::WeeksBack), ("week-next", Key::WeeksNext)]
            .iter()
            .map(|(what, key)| markup(step, &[what, what, words.say(*key)]))
            .collect()
    } else {
        let one = "<button type=\"button\" class=\"choice-button\" id=\"week-{}\" data-do=\"week:{}\" aria-pressed=\"{}\">{}</button>";
        kinds
            .iter()
            .map(|kind| {
                let first = kind.first().copied().unwrap_or(0).to_string();
                let pressed = if kind.contains(&looked.at) { "true" } else { "false" };
                markup(one, &[&first, &first, pressed, &words.weeks_short(kind)])
            })
            .collect()
    };
    let alone = [looked.at];
    let said = words.weeks_dated(if many { &alone } else { shown }, state.solved.household.start);
    markup(
        "{!}<div role=\"group\" aria-label=\"{}\"><div class=\"choices\">{!}</div></div>\
         <p role=\"status\">{}</p>",
        &[&opener, words.say(Key::WeeksWhich), &buttons, &said],
    )
}

/// The week that is drawn as a table: a day after the other, with what is free between things.
fn as_table(words: Words, looked: &Looked) -> String {
    let Some(picture) = looked.picture() else { return String::new() };
    let days: String = looked.columns(picture).iter().map(|column| day(words, picture, column)).collect();
    markup(
        "<table class=\"compare\"><caption class=\"hidden\">{}</caption><thead><tr><th scope=\"col\">{}</th>\
         <th scope=\"col\">{}</th></tr></thead>{!}</table>",
        &[&looked.title(), words.say(Key::TableTime), words.say(Key::TableWhat), &days],
    )
}

fn day(words: Words, picture: &WeekPicture, column: &Column) -> String {
    let row = |time: &str, what: &str| markup("<tr><td>{}</td><td>{}</td></tr>", &[time, what]);
    let mut rows = String::new();
    let free = |from: i32, to: i32, rows: &mut String| {
        if to - from >= FREE_MIN {
            rows.push_str(&row(&words.span(Span { from, to }), words.say(Key::TableFree)));
        }
    };
    let mut since = picture.from;
    for block in &column.blocks {
        free(since, block.span.from, &mut rows);
        rows.push_str(&row(&words.span(block.span), &block.name));
        since = since.max(block.span.to);
    }
    if column.blocks.is_empty() {
        rows.push_str(&row(words.say(Key::TableDay), words.say(Key::TableFree)));
    } else {
        free(since, picture.to, &mut rows);
    }
    let name = words.day(column.day);
    markup("<tbody><tr><th scope=\"rowgroup\" colspan=\"2\">{}</th></tr>{!}</tbody>", &[&name, &rows])
}

#[cfg(test)]
#[path = "weeks_tests.rs"]
mod tests;
