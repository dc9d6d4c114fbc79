//! What pressing, typing and choosing in the planner does. Controls are known by their ids:
//! `row-3-from` is the start of row 3.

use crate::app::{After, Removed, State};
use crate::browser::Typed;
use foothold_core::draft::{FirmChoice, PersonDraft, Repeats, RowDraft, Text};
use foothold_core::household::Kind;
use foothold_core::people::{Is, MOST_PEOPLE};
use foothold_core::time::{Days, WEEK, Weekday};

/// Something with `data-do` was pressed; `None` where that is nothing of the planner's.
pub(crate) fn press(state: &mut State, verb: &str, about: &str) -> Option<After> {
    let focus = match verb {
        "add" => add(state, &RowDraft::new(0, Kind::Other), "kind"),
        "quick" => add(state, &quick(about), if about == "roster" { "pattern" } else { "from" }),
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
        // What the browser had to fetch for it is there now, and is drawn.
        "rest" => return Some(After::Nothing),
        "remove" => remove(state, about),
        "undo" => undo(state),
        "back" => back(state)?,
        // Whoever asks about an offer sends that one along, if any.
        "see" | "about" => {
            state.chosen = Some(about.to_owned());
            state.looking = None;
            if verb == "about" {
                return Some(After::Nothing);
            }
            "planner-week-title".to_owned()
        }
        "look" => {
            state.looking = about.parse().ok();
            ["look-", about].concat()
        }
        "person" => add_person(state),
        "person-gone" => remove_person(state, about),
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
            if let Some((person, "name")) = numbered(id, "person-") {
                change_person(state, person, &mut |person| put(&mut person.name));
            }
            let Some((row, field)) = numbered(id, "row-") else { return };
            if let Some(text) = Text::named(field) {
                change(state, row, &mut |row| row.set(text, &typed.value));
            }
        }
    }
}

/// A box was ticked, a choice made.
pub(crate) fn choose(state: &mut State, typed: &Typed) {
    if let Some((person, field)) = numbered(&typed.id, "person-") {
        choose_person(state, person, field, typed);
    }
    let Some((row, field)) = numbered(&typed.id, "row-") else { return };
    if let Some((about, id)) = field.split_once('-') {
        // Who could do it, who usually does.
        let id = id.parse::<u32>().ok();
        match about {
            "could" => tick_could(state, row, id.unwrap_or(0), typed.checked),
            "usual" => change(state, row, &mut |row| row.usual = id),
            _ => {}
        }
    }
    if let Some((repeats, _)) = Repeats::ALL.into_iter().find(|(_, name)| *name == field) {
        change(state, row, &mut |row| row.repeats = repeats);
    } else if field == "who" {
        change(state, row, &mut |row| row.who = typed.value.parse().unwrap_or(0));
    } else if field == "kind" {
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

/// The number and the field of a control's id.
fn numbered<'a>(id: &'a str, of: &str) -> Option<(&'a str, &'a str)> {
    id.strip_prefix(of)?.split_once('-')
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

pub(crate) fn kind_name(kind: Kind) -> &'static str {
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

/// Ticks one of those who could do it. Before the first tick it is whoever the row is for.
fn tick_could(state: &mut State, row: &str, id: u32, on: bool) {
    let Ok(number) = row.parse::<u32>() else { return };
    state.edit_week(&mut |week| {
        let Some(at) = week.rows.iter().position(|row| row.id == number) else { return };
        let mut could = week.rows.get(at).map(|row| week.could(row)).unwrap_or_default();
        could.retain(|known| *known != id);
        if on {
            could.push(id);
        }
        if let Some(row) = week.rows.get_mut(at) {
            row.who = could.first().copied().unwrap_or(row.who);
            row.could = could;
        }
    });
}

fn change_person(state: &mut State, person: &str, edit: &mut dyn FnMut(&mut PersonDraft)) {
    let Ok(id) = person.parse::<u32>() else { return };
    state.edit_week(&mut |week| {
        if let Some(person) = week.people.iter_mut().find(|person| person.id == id) {
            edit(person);
        }
    });
}

fn choose_person(state: &mut State, person: &str, field: &str, typed: &Typed) {
    if field == "is" {
        let is = match typed.value.as_str() {
            "child" => Is::Child,
            "client" => Is::Client,
            _ => Is::Adult,
        };
        change_person(state, person, &mut |person| person.is = is);
    } else if let Some(role) = field.strip_prefix("role-").and_then(|at| at.parse::<usize>().ok()) {
        let Some(role) = state.site.as_ref().and_then(|site| super::people::roles(site).into_iter().nth(role)) else {
            return;
        };
        change_person(state, person, &mut |person| {
            person.roles.retain(|known| *known != role);
            if typed.checked {
                person.roles.push(role.clone());
            }
        });
    }
}

/// Adds a person and names the field to go to.
fn add_person(state: &mut State) -> String {
    let id = state.week.people.iter().map(|person| person.id).max().unwrap_or(0) + 1;
    if state.week.people.len() + 1 < MOST_PEOPLE {
        let person = PersonDraft { id, name: String::new(), is: Is::Adult, roles: Vec::new(), passenger: false };
        state.edit_week(&mut |week| week.people.push(person.clone()));
        state.removed = None;
    }
    ["person-", &id.to_string(), "-name"].concat()
}

fn remove_person(state: &mut State, person: &str) -> String {
    let mut removed = None;
    state.edit_week(&mut |week| {
        let at = week.people.iter().position(|known| person.parse() == Ok(known.id));
        removed = at.map(|at| Removed::Person(at, week.people.remove(at)));
    });
    state.removed = removed;
    state.looking = None;
    "planner-undo".to_owned()
}

/// Adds a row, opens it, and names the one of its fields to go to.
fn add(state: &mut State, row: &RowDraft, field: &str) -> String {
    let id = state.week.rows.iter().map(|row| row.id).max().unwrap_or(0) + 1;
    state.edit_week(&mut |week| {
        let mut row = row.clone();
        row.id = id;
        week.rows.push(row);
    });
    state.removed = None;
    state.editing = Some(id);
    control(&id.to_string(), field)
}

/// One of the usual beginnings.
fn quick(which: &str) -> RowDraft {
    let (kind, days, from, to, pattern) = match which {
        "nine-five" => (Kind::Work, Days::WORKDAYS, "9am", "5pm", ""),
        "school" => (Kind::School, Days::WORKDAYS, "8am", "3pm", ""),
        "four-tens" => (Kind::Work, Days::of(WEEK.split_at(4).0), "7am", "5:30pm", ""),
        "nights" => (Kind::Work, Days::of(WEEK.split_at(3).0), "7pm", "7am", ""),
        "two-two-three" => (Kind::Work, Days::NONE, "7am", "7pm", "2-2-3"),
        "four-four" => (Kind::Work, Days::NONE, "7am", "7pm", "4-4"),
        "dupont" => (Kind::Work, Days::NONE, "7am", "7pm", "DuPont"),
        "roster" => (Kind::Work, Days::NONE, "", "", ""),
        _ => (Kind::Care, Days::of(&WEEK), "5:30pm", "8:30pm", ""),
    };
    let mut row = RowDraft::new(0, kind);
    row.days = days;
    if days.is_empty() {
        row.repeats = Repeats::Cycle;
    }
    let night = if which == "dupont" { "7pm-7am" } else { "" };
    for (text, typed) in [(Text::From, from), (Text::To, to), (Text::Pattern, pattern), (Text::Night, night)] {
        row.set(text, typed);
    }
    row
}

fn remove(state: &mut State, row: &str) -> String {
    let mut removed = None;
    state.edit_week(&mut |week| {
        let at = week.rows.iter().position(|known| row.parse() == Ok(known.id));
        removed = at.map(|at| Removed::Row(at, Box::new(week.rows.remove(at))));
    });
    state.removed = removed;
    state.editing = None;
    "planner-undo".to_owned()
}

/// Takes the last change of the week back; names what to go to.
fn back(state: &mut State) -> Option<String> {
    let week = state.past.pop()?;
    state.edit_week(&mut |now| now.clone_from(&week));
    state.past.pop();
    state.removed = None;
    state.looking = None;
    Some(if state.past.is_empty() { "planner-add".to_owned() } else { "planner-back".to_owned() })
}

fn undo(state: &mut State) -> String {
    match state.removed.take() {
        None => String::new(),
        Some(Removed::Row(at, row)) => {
            let focus = control(&row.id.to_string(), "edit");
            state.edit_week(&mut |week| week.rows.insert(at.min(week.rows.len()), (*row).clone()));
            focus
        }
        Some(Removed::Person(at, person)) => {
            state.edit_week(&mut |week| week.people.insert(at.min(week.people.len()), person.clone()));
            ["person-", &person.id.to_string(), "-name"].concat()
        }
    }
}
