//! What pressing, typing and choosing in the planner does. Controls are known by their ids:
//! `row-3-from` is the start of row 3.

use crate::app::{After, Removed, State};
use crate::browser::Typed;
use foothold_core::household::{FirmChoice, Kind, RowDraft};
use foothold_core::time::{Days, WEEK, Weekday};

/// Something with `data-do` was pressed; `None` where that is nothing of the planner's.
pub(crate) fn press(state: &mut State, verb: &str, about: &str) -> Option<After> {
    let focus = match verb {
        "add" => add(state, &RowDraft::new(0, Kind::Other), "kind"),
        "quick" => add(state, &quick(about), "from"),
        "edit" => {
            state.editing = about.parse().ok();
            control(about, "kind")
        }
        "done" => {
            state.editing = None;
            control(about, "edit")
        }
        "workdays" => {
            change(state, about, &mut |row| row.days = Days::WORKDAYS);
            return Some(After::Nothing);
        }
        "remove" => remove(state, about),
        "undo" => undo(state),
        "see" => {
            state.chosen = Some(about.to_owned());
            "planner-week-title".to_owned()
        }
        _ => return None,
    };
    Some(After::Focus(focus))
}

/// A text field was typed into.
pub(crate) fn type_in(state: &mut State, typed: &Typed) {
    let put = |text: &mut String| text.clone_from(&typed.value);
    match typed.id.as_str() {
        "clinic-travel" => state.edit_week(&mut |week| put(&mut week.clinic_travel)),
        "start" => state.edit_week(&mut |week| put(&mut week.start)),
        id => {
            let Some((row, field)) = row_field(id) else { return };
            change(state, row, &mut |row| match field {
                "what" => put(&mut row.what),
                "from" => put(&mut row.from),
                "to" => put(&mut row.to),
                "travel" => put(&mut row.travel),
                "direct" => put(&mut row.direct),
                "earlier" => put(&mut row.earlier),
                "later" => put(&mut row.later),
                "cut-min" => put(&mut row.cut),
                _ => {}
            });
        }
    }
}

/// A box was ticked, a choice made.
pub(crate) fn choose(state: &mut State, typed: &Typed) {
    let Some((row, field)) = row_field(&typed.id) else { return };
    if field == "kind" {
        if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind_name(*kind) == typed.value) {
            change(state, row, &mut |row| row.kind = kind);
        }
    } else if let Some(firm) = FirmChoice::ALL.into_iter().find(|firm| firm_name(*firm) == field) {
        change(state, row, &mut |row| row.firm = firm);
    } else if let Some(day) = WEEK.into_iter().find(|day| day_name(*day) == field) {
        change(state, row, &mut |row| row.days = row.days.with(day, typed.checked));
    }
}

/// The id of a row's control.
pub(super) fn control(row: &str, field: &str) -> String {
    ["row-", row, "-", field].concat()
}

fn row_field(id: &str) -> Option<(&str, &str)> {
    id.strip_prefix("row-")?.split_once('-')
}

/// Name of a weekday in ids.
pub(super) fn day_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Mon",
        Weekday::Tue => "Tue",
        Weekday::Wed => "Wed",
        Weekday::Thu => "Thu",
        Weekday::Fri => "Fri",
        Weekday::Sat => "Sat",
        Weekday::Sun => "Sun",
    }
}

pub(super) fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Work => "work",
        Kind::School => "school",
        Kind::Care => "care",
        Kind::Appointment => "appointment",
        Kind::Rest => "rest",
        Kind::Other => "other",
    }
}

pub(super) fn firm_name(firm: FirmChoice) -> &'static str {
    match firm {
        FirmChoice::Fixed => "fixed",
        FirmChoice::Move => "move",
        FirmChoice::Cut => "cut",
        FirmChoice::IfNeeded => "if-needed",
    }
}

fn change(state: &mut State, row: &str, edit: &mut dyn FnMut(&mut RowDraft)) {
    let Ok(id) = row.parse::<u32>() else { return };
    state.edit_week(&mut |week| {
        if let Some(row) = week.rows.iter_mut().find(|row| row.id == id) {
            edit(row);
        }
    });
}

/// Adds a row, opens it, and names the one of its fields to go to.
fn add(state: &mut State, row: &RowDraft, field: &str) -> String {
    let id = state.week.rows.iter().map(|row| row.id).max().unwrap_or(0) + 1;
    state.edit_week(&mut |week| week.rows.push(RowDraft { id, ..row.clone() }));
    state.removed = None;
    state.editing = Some(id);
    control(&id.to_string(), field)
}

/// One of the usual beginnings.
fn quick(which: &str) -> RowDraft {
    let (kind, days, from, to) = match which {
        "nine-five" => (Kind::Work, Days::WORKDAYS, "9am", "5pm"),
        "four-tens" => (Kind::Work, Days::of(WEEK.split_at(4).0), "7am", "5:30pm"),
        "nights" => (Kind::Work, Days::of(WEEK.split_at(3).0), "7pm", "7am"),
        _ => (Kind::Care, Days::of(&WEEK), "5:30pm", "8:30pm"),
    };
    RowDraft { days, from: from.into(), to: to.into(), ..RowDraft::new(0, kind) }
}

fn remove(state: &mut State, row: &str) -> String {
    let mut removed = None;
    state.edit_week(&mut |week| {
        let at = week.rows.iter().position(|known| row.parse() == Ok(known.id));
        removed = at.map(|at| Removed { at, row: week.rows.remove(at) });
    });
    state.removed = removed;
    state.editing = None;
    "planner-undo".to_owned()
}

fn undo(state: &mut State) -> String {
    let Some(Removed { at, row }) = state.removed.take() else { return String::new() };
    state.edit_week(&mut |week| week.rows.insert(at.min(week.rows.len()), row.clone()));
    control(&row.id.to_string(), "edit")
}
