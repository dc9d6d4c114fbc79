//! What pressing, typing and choosing in the planner does. Controls are known by their ids:
//! `row-3-from` is the start of row 3.

use crate::app::{App, Removed};
use crate::browser::{Typed, page};
use foothold_core::household::{FirmChoice, Kind, RowDraft};
use foothold_core::time::{Days, WEEK, Weekday};
use leptos::prelude::*;

/// Something with `data-do` was pressed: a verb and, after a colon, what it is about.
pub(super) fn press(app: App, act: &str) {
    let (verb, about) = act.split_once(':').unwrap_or((act, ""));
    match verb {
        "add" => add(app, &|id| RowDraft::new(id, Kind::Other), "kind"),
        "quick" => quick(app, about),
        "edit" => {
            app.editing.set(about.parse().ok());
            page::focus(&format!("row-{about}-kind"));
        }
        "done" => {
            app.editing.set(None);
            page::focus(&format!("row-{about}-edit"));
        }
        "workdays" => change(app, about, |row| row.days = Days::WORKDAYS),
        "remove" => remove(app, about),
        "undo" => undo(app),
        "see" => {
            app.chosen.set(Some(about.to_owned()));
            page::focus("planner-week-title");
        }
        _ => {}
    }
}

/// A text field was typed into.
pub(super) fn type_in(app: App, typed: &Typed) {
    let value = || typed.value.clone();
    match typed.id.as_str() {
        "clinic-travel" => app.week.update(|week| week.clinic_travel = value()),
        "start" => app.week.update(|week| week.start = value()),
        id => {
            let Some((row, field)) = row_field(id) else { return };
            let write: fn(&mut RowDraft) -> &mut String = match field {
                "what" => |row| &mut row.what,
                "from" => |row| &mut row.from,
                "to" => |row| &mut row.to,
                "travel" => |row| &mut row.travel,
                "direct" => |row| &mut row.direct,
                "earlier" => |row| &mut row.earlier,
                "later" => |row| &mut row.later,
                "cut-min" => |row| &mut row.cut,
                _ => return,
            };
            change(app, row, |row| *write(row) = value());
        }
    }
}

/// A box was ticked, a choice made.
pub(super) fn choose(app: App, typed: &Typed) {
    let Some((row, field)) = row_field(&typed.id) else { return };
    if field == "kind" {
        if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind_name(*kind) == typed.value) {
            change(app, row, |row| row.kind = kind);
        }
    } else if let Some(firm) = FirmChoice::ALL.into_iter().find(|firm| firm_name(*firm) == field) {
        change(app, row, |row| row.firm = firm);
    } else if let Some(day) = WEEK.into_iter().find(|day| day_name(*day) == field) {
        change(app, row, |row| row.days = row.days.with(day, typed.checked));
    }
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

fn change(app: App, row: &str, edit: impl Fn(&mut RowDraft)) {
    let Ok(id) = row.parse::<u32>() else { return };
    app.week.update(|week| {
        if let Some(row) = week.rows.iter_mut().find(|row| row.id == id) {
            edit(row);
        }
    });
}

/// Adds a row, opens it and goes to one of its fields.
fn add(app: App, row: &dyn Fn(u32) -> RowDraft, field: &str) {
    let id = app.week.with_untracked(|week| week.rows.iter().map(|row| row.id).max().unwrap_or(0) + 1);
    app.week.update(|week| week.rows.push(row(id)));
    app.removed.set(None);
    app.editing.set(Some(id));
    page::focus(&format!("row-{id}-{field}"));
}

fn quick(app: App, which: &str) {
    let (kind, days, from, to) = match which {
        "nine-five" => (Kind::Work, Days::WORKDAYS, "9am", "5pm"),
        "four-tens" => (Kind::Work, Days::of(WEEK.split_at(4).0), "7am", "5:30pm"),
        "nights" => (Kind::Work, Days::of(WEEK.split_at(3).0), "7pm", "7am"),
        _ => (Kind::Care, Days::of(&WEEK), "5:30pm", "8:30pm"),
    };
    let row = |id| RowDraft { days, from: from.into(), to: to.into(), ..RowDraft::new(id, kind) };
    add(app, &row, "from");
}

fn remove(app: App, row: &str) {
    let Ok(id) = row.parse::<u32>() else { return };
    app.week.update(|week| {
        if let Some(at) = week.rows.iter().position(|row| row.id == id) {
            app.removed.set(Some(Removed { at, row: week.rows.remove(at) }));
        }
    });
    app.editing.set(None);
    page::focus("planner-undo");
}

fn undo(app: App) {
    if let Some(Removed { at, row }) = app.removed.get_untracked() {
        let id = row.id;
        app.week.update(|week| week.rows.insert(at.min(week.rows.len()), row));
        app.removed.set(None);
        page::focus(&format!("row-{id}-edit"));
    }
}
