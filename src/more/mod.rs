//! What few weeks need, and is asked only then: how one gets to a place and when the last bus goes back, how many
//! cars there are, breaks, a last day, certain dates.
//!
//! Only two buttons stand on the page at first, one in the editor of an entry and one beside the way to the clinic; the
//! rest is drawn by the later part. Everything can stay unsaid: what is taken for granted then stands beside it.

mod breaks;
mod dates;
mod ways;

use crate::app::{After, State};
use crate::browser::Typed;
use crate::components::{Controls, Part, markup, paragraphs};
use crate::planner;
use foothold_core::draft::{FieldError, MOST_CARS, RowDraft, Text, WeekField};
use foothold_words::{Key, Words};

/// What is open, and what was taken out last.
#[derive(Debug, Default)]
pub struct More {
    /// The entry of which more is shown.
    pub row: Option<u32>,
    /// Whether more about the way to the clinic is shown.
    pub clinic: bool,
    /// The break that was removed last: the entry's number, its place, what was typed.
    pub removed: Option<(u32, usize, [String; 2])>,
}

/// Both sections, and what the answers take for granted about cars. In pieces, so that what is typed into one field does not draw the others anew.
pub fn parts(state: &State) -> [Part; 4] {
    let open = state.more.clinic;
    let mut clinic = vec![planner::opener(state.words, "clinic-way", Key::PlanWays, open)];
    let mut controls = Controls::new();
    if open {
        clinic.extend(ways::clinic(state));
        controls.push((String::from("clinic-last"), state.week.ways.last.clone()));
    }
    let clinic = Part { html: clinic, controls, ..Part::new("clinic-way", String::new()) };
    [dates::part(state), row(state), clinic, Part::new("assumed-cars", assumed(state))]
}

/// More about the entry that is open.
fn row(state: &State) -> Part {
    let words = state.words;
    let open = state.editing.filter(|id| state.more.row == Some(*id));
    let mut html = vec![planner::opener(words, "more", Key::RowMore, open.is_some())];
    let mut controls = Controls::new();
    if let Some(row) = open.and_then(|id| state.week.rows.iter().find(|row| row.id == id)) {
        html.extend(ways::row(state, row));
        html.push(breaks::html(state, row));
        let last = field(words, &id(row, "last"), "date", words.say(Key::RowLast), None);
        html.push(markup("<div>{!}</div>", &[&last]));
        html.push(markup(
            "<p><button type=\"button\" class=\"button-quiet\" id=\"row-copy\" data-do=\"row-copy\">{}</button></p>",
            &[words.say(Key::RowCopy)],
        ));
        for (text, name) in [(Text::Last, "last"), (Text::LastWay, "last-way")] {
            controls.push((id(row, name), row.text(text).to_owned()));
        }
        controls.extend(breaks::controls(row));
    }
    Part { html, controls, ..Part::new("more", String::new()) }
}

/// Something with `data-do` was pressed; `None` where that is nothing of these.
pub(crate) fn press(state: &mut State, verb: &str, about: &str) -> Option<After> {
    let focus = match verb {
        "more" => {
            state.more.row = state.editing.filter(|id| state.more.row != Some(*id));
            "more-open".to_owned()
        }
        "clinic-way" => {
            state.more.clinic = !state.more.clinic;
            "clinic-way-open".to_owned()
        }
        "row-copy" => copy(state)?,
        _ => breaks::press(state, verb, about).or_else(|| dates::press(state, verb, about))?,
    };
    Some(After::Focus(focus))
}

/// Puts a copy of the open entry behind it and opens that; names the field to go to.
fn copy(state: &mut State) -> Option<String> {
    let open = state.editing?;
    let fresh = state.week.rows.iter().map(|row| row.id).max()? + 1;
    state.edit_week(&mut |week| {
        if let Some(at) = week.rows.iter().position(|row| row.id == open)
            && let Some(row) = week.rows.get(at).cloned()
        {
            week.rows.insert(at + 1, RowDraft { id: fresh, ..row });
        }
    });
    state.removed = None;
    state.editing = Some(fresh);
    Some(["row-", &fresh.to_string(), "-what"].concat())
}

/// A field was typed into.
pub(crate) fn type_in(state: &mut State, typed: &Typed) {
    put(state, typed, |field| matches!(field, Field::ClinicLast | Field::Break(..)));
}

/// A box was ticked, a choice made.
pub(crate) fn choose(state: &mut State, typed: &Typed) {
    put(state, typed, |field| !matches!(field, Field::ClinicLast | Field::Break(..)));
}

/// A field of these.
enum Field {
    /// When the last bus goes back from the clinic.
    ClinicLast,
    /// By what one gets to the clinic.
    ClinicBy,
    /// How many cars there are.
    Cars,
    /// Whether somebody drives, by number.
    Drives(u32),
    /// By what one gets to an entry's place, by its number.
    By(u32),
    /// A date of an entry's breaks: its number, and which of their texts.
    Break(u32, usize),
}

impl Field {
    /// The field with this id.
    fn of(id: &str) -> Option<Self> {
        Some(match id {
            "clinic-last" => Self::ClinicLast,
            "clinic-by" => Self::ClinicBy,
            "cars" => Self::Cars,
            _ => {
                if let Some(person) = id.strip_prefix("drives-") {
                    return person.parse().ok().map(Self::Drives);
                }
                let (row, field) = id.strip_prefix("row-")?.split_once('-')?;
                let row = row.parse().ok()?;
                match field.strip_prefix("break-") {
                    Some(at) => Self::Break(row, at.parse().ok()?),
                    None if field == "by" => Self::By(row),
                    None => return None,
                }
            }
        })
    }
}

/// Takes what was typed or chosen, if it is one of the fields that are meant. One place for all: every function that is handed on
/// as a pointer takes room in a page's first file.
fn put(state: &mut State, typed: &Typed, meant: fn(&Field) -> bool) {
    let Some(field) = Field::of(&typed.id).filter(meant) else { return };
    state.edit_week(&mut |week| match field {
        Field::ClinicLast => week.ways.last.clone_from(&typed.value),
        Field::ClinicBy => week.ways.means = ways::named(&typed.value),
        Field::Cars => week.ways.cars = typed.value.parse::<u8>().ok().filter(|cars| *cars <= MOST_CARS),
        Field::Drives(0) => week.ways.passenger = !typed.checked,
        Field::Drives(id) => {
            if let Some(person) = week.people.iter_mut().find(|known| known.id == id) {
                person.passenger = !typed.checked;
            }
        }
        Field::By(id) => {
            if let Some(row) = week.rows.iter_mut().find(|row| row.id == id) {
                row.means = ways::named(&typed.value);
            }
        }
        Field::Break(id, at) => {
            let row = week.rows.iter_mut().find(|row| row.id == id);
            if let Some(date) = row.and_then(|row| row.breaks.get_mut(at)) {
                date.clone_from(&typed.value);
            }
        }
    });
}

/// What a field still needs, with its name where it is one of these.
pub fn need(words: Words, error: &FieldError, problem: String) -> String {
    let label = match error.field {
        WeekField::Row(Text::Last) => words.say(Key::RowLast).to_owned(),
        WeekField::Row(Text::LastWay) => words.say(Key::WayLast).to_owned(),
        WeekField::Break(at) => breaks::label(words, at),
        _ => return problem,
    };
    words.fill(Key::PlanFieldNeeds, &[("field", &label), ("problem", &problem)])
}

/// What an entry's own line says of it.
pub fn said(state: &State, row: &RowDraft) -> Vec<String> {
    let household = state.typed();
    let commitments = household.commitments.iter().filter(|one| one.row == row.id).map(|one| one.by);
    let way = commitments.chain(household.duties.iter().filter(|one| one.row == row.id).map(|one| one.by)).next();
    way.and_then(|by| state.words.way(by)).into_iter().chain(breaks::said(state.words, row)).collect()
}

fn assumed(state: &State) -> String {
    if state.week.grown().len() > 1 { markup("{}", &[&ways::counted(state)]) } else { String::new() }
}

/// The id of an entry's control.
fn id(row: &RowDraft, field: &str) -> String {
    ["row-", &row.id.to_string(), "-", field].concat()
}

fn field(words: Words, id: &str, kind: &str, label: &str, hint: Option<Key>) -> String {
    let (mut hint_html, mut described) = (String::new(), String::new());
    if let Some(key) = hint {
        hint_html = markup("<p class=\"hint\" id=\"{}-hint\">{}</p>", &[id, words.say(key)]);
        described = markup(" aria-describedby=\"{}-hint\"", &[id]);
    }
    markup(
        "<div class=\"field\"><label for=\"{}\">{}</label>{!}<input id=\"{}\" type=\"{}\" class=\"short\" autocomplete=\"off\"{!}></div>",
        &[id, label, &hint_html, id, kind, &described],
    )
}

/// A choice of one; each option is its value, its words and whether it is chosen.
fn select(id: &str, label: &str, options: &[(String, String, bool)]) -> String {
    let mut inside = String::new();
    for (value, text, chosen) in options {
        let selected = if *chosen { " selected" } else { "" };
        inside.push_str(&markup("<option value=\"{}\"{!}>{}</option>", &[value, selected, text]));
    }
    markup(
        "<div class=\"field\"><label for=\"{}\">{}</label><select id=\"{}\" autocomplete=\"off\">{!}</select></div>",
        &[id, label, id, &inside],
    )
}

/// Sentences about what was understood, in a place of their own that is there without any, too.
fn told(lines: &[String]) -> String {
    markup("<div class=\"hint\" aria-live=\"polite\">{!}</div>", &[&paragraphs(lines)])
}

#[cfg(test)]
#[path = "more_tests.rs"]
mod tests;
