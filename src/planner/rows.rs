//! The list of what somebody already does, its beginnings, and the button for another.

use super::{acts, editor};
use crate::app::{Removed, State};
use crate::components::{Controls, icon, markup, paragraphs};
use crate::later;
use foothold_core::draft::{FieldError, RowDraft, Text, WeekProblem};
use foothold_core::household::{Commitment, Firm, Household};
use foothold_core::people::Duty;
use foothold_words::{Key, Words};

/// The list.
pub(super) fn html(state: &State) -> String {
    let words = state.words;
    let rows = &state.week.rows;
    let mut list = String::new();
    for row in rows {
        let inner = if state.editing == Some(row.id) { editor::html(state, row) } else { summary(state, row) };
        list.push_str(&markup("<li class=\"row\">{!}</li>", &[&inner]));
    }
    let mut out = String::new();
    if !rows.is_empty() {
        out.push_str(&markup("<ul class=\"rows\">{!}</ul>", &[&list]));
    }
    if let Some(removed) = &state.removed {
        let what = match removed {
            Removed::Row(_, row) => name(words, row),
            Removed::Person(_, person) if person.name.trim().is_empty() => words.say(Key::PlanThePerson).to_owned(),
            Removed::Person(_, person) => person.name.trim().to_owned(),
        };
        let told = words.fill(Key::PlanRemoved, &[("what", &what)]);
        out.push_str(&markup(
            "<p class=\"undo\"><span role=\"status\">{}</span> <button type=\"button\" class=\"button-quiet\" \
             id=\"planner-undo\" data-do=\"undo\">{}</button></p>",
            &[&told, words.say(Key::PlanUndo)],
        ));
    }
    if rows.is_empty() {
        out.push_str(&quick(words));
    }
    let back = if state.past.is_empty() {
        String::new()
    } else {
        markup(
            "<button type=\"button\" id=\"planner-back\" class=\"button-quiet\" data-do=\"back\">{}</button>",
            &[words.say(Key::PlanBack)],
        )
    };
    out + &markup(
        "<button type=\"button\" id=\"planner-add\" class=\"button button-outline button-wide\" data-do=\"add\">\
         <span aria-hidden=\"true\">+&nbsp;</span>{}</button><div class=\"flat\">{!}</div>",
        &[words.say(Key::PlanAdd), &back],
    )
}

/// The row whose editor is open.
pub(super) fn open(state: &State) -> Option<&RowDraft> {
    state.week.rows.iter().find(|row| state.editing == Some(row.id))
}

/// What stands in the open editor.
pub(super) fn controls(state: &State) -> Controls {
    open(state).map(editor::controls).unwrap_or_default()
}

fn quick(words: Words) -> String {
    let starts = [
        (Key::QuickNineFive, "nine-five"),
        (Key::QuickSchool, "school"),
        (Key::QuickFourTens, "four-tens"),
        (Key::QuickNights, "nights"),
        (Key::QuickTwoTwoThree, "two-two-three"),
        (Key::QuickFourFour, "four-four"),
        (Key::QuickDupont, "dupont"),
        (Key::QuickRoster, "roster"),
        (Key::QuickCare, "care"),
    ];
    let button = "<button type=\"button\" class=\"choice-button\" data-do=\"quick:{}\">{}</button>";
    let buttons: String = starts.iter().map(|(key, which)| markup(button, &[which, words.say(*key)])).collect();
    markup(
        "<div class=\"quick\" role=\"group\" aria-labelledby=\"quick-label\"><p id=\"quick-label\">{}</p>\
         <div class=\"choices\">{!}</div></div>",
        &[words.say(Key::PlanQuick), &buttons],
    )
}

/// The person's own word for a row, or its kind.
pub(crate) fn name(words: Words, row: &RowDraft) -> String {
    let what = row.text(Text::What).trim();
    if what.is_empty() { words.kind(row.kind) } else { what.to_owned() }
}

fn summary(state: &State, row: &RowDraft) -> String {
    let words = state.words;
    let household = state.typed();
    let commitment = household.commitments.iter().find(|c| c.row == row.id);
    let duty = household.duties.iter().find(|duty| duty.row == row.id);
    let mut lines = match (commitment, duty) {
        (Some(commitment), _) => summary_lines(words, commitment),
        (_, Some(duty)) => duty_lines(words, household, duty),
        _ => missing(state, row.id),
    };
    if state.late {
        lines.extend(later::said(state, row));
    }
    let (id, mut name) = (row.id.to_string(), name(words, row));
    if let Some(commitment) = commitment {
        name = words.of_person(household, commitment.who, name);
    }
    markup(
        "<div class=\"row-summary\"><span class=\"row-icon\" data-kind=\"{}\">{!}</span>\
         <div class=\"row-text\"><h3>{}</h3>{!}</div>\
         <button type=\"button\" class=\"button-quiet\" id=\"row-{}-edit\" data-do=\"edit:{}\" aria-label=\"{}\">{}</button></div>",
        &[
            acts::kind_name(row.kind),
            &icon(row.kind),
            &name,
            &paragraphs(&lines),
            &id,
            &id,
            &words.fill(Key::PlanEditRow, &[("what", &name)]),
            words.say(Key::PlanEdit),
        ],
    )
}

fn summary_lines(words: Words, commitment: &Commitment) -> Vec<String> {
    let when = words.fill(
        Key::PlanRowSummary,
        &[("days", &words.rhythm(&commitment.when)), ("span", &words.spans(&commitment.when))],
    );
    let firm =
        match commitment.firm {
            Firm::Fixed => None,
            Firm::IfNeeded => Some(words.say(Key::PlanRowIfNeeded).to_owned()),
            Firm::Cut { most_min } => Some(words.fill(Key::PlanRowCut, &[("minutes", &words.length(most_min))])),
            Firm::Move { earlier_min, later_min } => Some(words.fill(
                Key::PlanRowMove,
                &[("earlier", &words.length(earlier_min)), ("later", &words.length(later_min))],
            )),
        };
    [Some(when), Some(words.place(commitment.travel_min)), firm].into_iter().flatten().collect()
}

fn duty_lines(words: Words, household: &Household, duty: &Duty) -> Vec<String> {
    let when =
        words.fill(Key::PlanRowSummary, &[("days", &words.rhythm(&duty.when)), ("span", &words.spans(&duty.when))]);
    let names = duty.may.iter().filter(|who| Some(**who) != duty.usual).map(|who| words.person(household, *who));
    let others = words.list(&names.collect::<Vec<_>>());
    let usual = duty.usual.map(|usual| words.person(household, usual));
    let who = match (usual, duty.may.len()) {
        (Some(who), 2..) => words.fill(Key::RowUsually, &[("who", &who), ("others", &others)]),
        (None, 2..) => words.fill(Key::RowAnyOf, &[("who", &others)]),
        (usual, _) => usual.unwrap_or(others),
    };
    let outside =
        duty.outside.first().map(|(_, span)| words.fill(Key::RowFromOutside, &[("span", &words.span(*span))]));
    [Some(when), Some(who), outside].into_iter().flatten().collect()
}

/// Whether what stands in that field cannot be read.
pub(super) fn is_wrong(error: &FieldError) -> bool {
    use WeekProblem::{NotADate, NotATime, NotMinutes, TooMany};
    matches!(error.problem, NotATime | NotMinutes | TooMany(_) | NotADate)
}

/// What a row still needs before it counts.
pub(super) fn missing(state: &State, id: u32) -> Vec<String> {
    let need = |error: &FieldError| {
        let problem = state.words.week_problem(error);
        // What is missing, or at odds with another field, names itself.
        let field = is_wrong(error).then_some(error.field).and_then(editor::label);
        match field {
            Some(field) => {
                state.words.fill(Key::PlanFieldNeeds, &[("field", state.words.say(field)), ("problem", &problem)])
            }
            None if state.late => later::need(state.words, error, problem),
            None => problem,
        }
    };
    let needs: Vec<String> = state.solved.errors.iter().filter(|e| e.row == Some(id)).map(need).collect();
    if needs.is_empty() {
        return Vec::new();
    }
    vec![state.words.fill(Key::PlanRowMissing, &[("what", &state.words.list(&needs))])]
}
