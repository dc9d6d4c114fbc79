//! The dates of an entry that happens on certain dates: each to take out again, and a field for another.

use super::{field, id};
use crate::app::State;
use crate::components::{Part, markup};
use foothold_core::draft::{Repeats, RowDraft, Text};
use foothold_core::time::parse_date;
use foothold_words::{Key, Words};

/// The dates of the entry that is open, where it has a list of them.
pub(super) fn part(state: &State) -> Part {
    let open = state.editing.and_then(|id| state.week.rows.iter().find(|row| row.id == id));
    let Some(row) = open.filter(|row| row.repeats == Repeats::Listed) else {
        return Part::new("dates", String::new());
    };
    let controls = vec![(id(row, "date"), row.text(Text::Date).to_owned())];
    Part { controls, ..Part::new("dates", html(state.words, row)) }
}

fn html(words: Words, row: &RowDraft) -> String {
    let mut gone = String::new();
    for (at, date) in row.dates.iter().enumerate() {
        let (at, date) = (at.to_string(), words.date_long(*date));
        gone.push_str(&markup(
            "<button type=\"button\" class=\"button-quiet\" id=\"{}\" data-do=\"date-gone:{}\" aria-label=\"{}\">{} ×</button>",
            &[&id(row, &["gone-", &at].concat()), &at, &words.fill(Key::PlanRemoveRow, &[("what", &date)]), &date],
        ));
    }
    let mut out = field(words, &id(row, "date"), "date", words.say(Key::RowDate), None);
    out.push_str(&markup(
        "<button type=\"button\" class=\"button-quiet\" id=\"date-add\" data-do=\"date-add\">{}</button>",
        &[words.say(Key::RowDateAdd)],
    ));
    if !gone.is_empty() {
        let count = words.fill(Key::RowDates, &[("n", &row.dates.len().to_string())]);
        out.push_str(&markup(
            "<details class=\"row-more\" id=\"{}\"><summary>{}</summary>{!}</details>",
            &[&id(row, "dates"), &count, &gone],
        ));
    }
    out
}

/// Something with `data-do` was pressed; the id of what gets the focus, or `None` where that is nothing of these.
pub(super) fn press(state: &mut State, verb: &str, about: &str) -> Option<String> {
    let open = state.editing?;
    let row = state.week.rows.iter().find(|row| row.id == open)?;
    let mut focus = id(row, "date");
    let (mut add, mut gone) = (None, None);
    match verb {
        "date-add" => add = parse_date(row.text(Text::Date)),
        "date-gone" => {
            let at = about.parse::<usize>().ok().filter(|at| *at < row.dates.len())?;
            if let Some(last) = row.dates.len().checked_sub(2) {
                focus = id(row, &["gone-", &at.min(last).to_string()].concat());
            }
            gone = Some(at);
        }
        _ => return None,
    }
    state.edit_week(&mut |week| {
        let Some(row) = week.rows.iter_mut().find(|row| row.id == open) else { return };
        if let Some(date) = add {
            row.add_date(date);
            row.set(Text::Date, "");
        }
        if let Some(at) = gone {
            row.dates.remove(at);
        }
    });
    Some(focus)
}
