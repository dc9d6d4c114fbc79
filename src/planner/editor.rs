//! The editor of one entry. Typed texts are not in its markup: they are put into the fields.

use super::acts::{control, day_name, firm_name, kind_name};
use super::{people, rows};
use crate::app::State;
use crate::components::{Controls, markup, notice, paragraphs};
use foothold_core::draft::{FirmChoice, Repeats, RowDraft, Text, WeekField, row_span};
use foothold_core::household::Kind;
use foothold_core::people::Is;
use foothold_core::time::{WEEK, Weekday};
use foothold_words::{Key, Words};

/// The editor of a row.
pub(super) fn html(state: &State, row: &RowDraft) -> String {
    let words = state.words;
    let id = row.id.to_string();
    let duty = state.week.is_duty(row);
    let amounts = match row.firm {
        _ if duty => String::new(),
        FirmChoice::Move => pair(
            &field(words, &id, "earlier", Key::PlanEarlier, None),
            &field(words, &id, "later", Key::PlanLater, None),
        ),
        FirmChoice::Cut => field(words, &id, "cut-min", Key::PlanCut, Some(Key::PlanCutHint)),
        _ => String::new(),
    };
    let way = pair(
        &field(words, &id, "travel", Key::PlanTravel, Some(Key::PlanTravelHint)),
        &field(words, &id, "direct", Key::PlanDirect, Some(Key::PlanDirectHint)),
    );
    let head = pair(&kinds(words, &id, row.kind), &field(words, &id, "what", Key::PlanName, None));
    let firm = if duty { String::new() } else { firmness(words, &id, row.firm) };
    // What comes and goes stands in elements of their own, so that nothing else is drawn anew: a choice that is drawn
    // anew forgets the letters that were just typed into it.
    markup(
        "<div class=\"editor\" role=\"group\" aria-label=\"{}\">{!}<div class=\"flat\">{!}</div><div class=\"flat\">{!}</div>\
         <p class=\"hint\">{}</p><p class=\"hint\">{}</p><div class=\"flat\">{!}</div>\
         <div class=\"understood\" id=\"row-understood\" aria-live=\"polite\"></div>{!}<div class=\"flat\">{!}</div>\
         <div class=\"flat\">{!}</div><div id=\"more\" class=\"along\">{!}</div>\
         <div class=\"editor-end\"><button type=\"button\" class=\"button\" data-do=\"done:{}\">{}</button>\
         <button type=\"button\" class=\"button-quiet\" data-do=\"remove:{}\" aria-label=\"{}\">{}</button></div></div>",
        &[
            &words.kind(row.kind),
            &head,
            &doers(state, &id, row),
            &repeats(words, &id, row),
            words.say(Key::PlanTimeHint),
            if duty { words.say(Key::RowMomentHint) } else { "" },
            &times(words, &id, row),
            &way,
            &firm,
            &amounts,
            &super::opener(words, "more", Key::RowMore, false),
            &id,
            words.say(Key::PlanDone),
            &id,
            &words.fill(Key::PlanRemoveRow, &[("what", &words.kind(row.kind))]),
            words.say(Key::PlanRemove),
        ],
    )
}

/// Start and end; of a cycle with night shifts theirs too.
fn times(words: Words, id: &str, row: &RowDraft) -> String {
    let when = pair(&field(words, id, "from", Key::PlanFrom, None), &field(words, id, "to", Key::PlanTo, None));
    if row.repeats != Repeats::Cycle {
        return when;
    }
    when + &field(words, id, "night", Key::RowNight, Some(Key::RowNightHint))
}

/// Whose it is; of what has to be taken care of: who could do it, and who usually does.
fn doers(state: &State, id: &str, row: &RowDraft) -> String {
    let (words, week) = (state.words, &state.week);
    let care = row.kind == Kind::Care;
    let others = week.people.iter().filter(|person| person.is != Is::Child || !care);
    let numbers: Vec<u32> = std::iter::once(0).chain(others.map(|person| person.id)).collect();
    let could = week.could(row);
    let mut out = String::new();
    if numbers.len() > 1 && !care {
        let mut options = String::new();
        for number in &numbers {
            let selected = if row.who == *number { " selected" } else { "" };
            let option = "<option value=\"{}\"{!}>{}</option>";
            options.push_str(&markup(option, &[&number.to_string(), selected, &people::name(state, *number)]));
        }
        out.push_str(&markup(
            "<div class=\"field\"><label for=\"row-{}-who\">{}</label><select id=\"row-{}-who\" autocomplete=\"off\">{!}</select></div>",
            &[id, words.say(Key::RowWhose), id, &options],
        ));
    }
    if numbers.len() > 1 && care {
        let mut boxes = String::new();
        for number in &numbers {
            let control = control(id, &["could-", &number.to_string()].concat());
            let name = people::name(state, *number);
            boxes.push_str(&choice("checkbox", "", &control, could.contains(number), &name));
        }
        out.push_str(&group(words.say(Key::RowCould), &boxes));
    }
    if care {
        out.push_str(&field(words, id, "outside", Key::RowOutside, Some(Key::RowOutsideHint)));
    }
    if care && could.len() > 1 {
        let usual = row.usual.filter(|number| could.contains(number));
        let name = ["row-", id, "-usual"].concat();
        let mut radios = choice("radio", &name, &control(id, "usual-none"), usual.is_none(), words.say(Key::RowNobody));
        for number in &could {
            let control = control(id, &["usual-", &number.to_string()].concat());
            radios.push_str(&choice("radio", &name, &control, usual == Some(*number), &people::name(state, *number)));
        }
        out.push_str(&group(words.say(Key::RowUsual), &radios));
    }
    out
}

/// Every week on its days, in a cycle, or on certain dates.
fn repeats(words: Words, id: &str, row: &RowDraft) -> String {
    let name = ["row-", id, "-repeats"].concat();
    let mut radios = String::new();
    for ((repeats, field), key) in Repeats::ALL.into_iter().zip([Key::RowWeekly, Key::RowCycle, Key::RowListed]) {
        let radio = choice("radio", &name, &control(id, field), row.repeats == repeats, words.say(key));
        // What asks for certain dates comes with the later part.
        let listed = repeats == Repeats::Listed;
        radios.push_str(&if listed { markup("<span data-do=\"rest\" data-rest>{!}</span>", &[&radio]) } else { radio });
    }
    let how = group(words.say(Key::RowRepeats), &radios);
    match row.repeats {
        Repeats::Weekly => return how + &days(words, id, row),
        Repeats::Listed => return how + "<div id=\"dates\" class=\"along\"></div>",
        Repeats::Cycle => {}
    }
    how + &field(words, id, "pattern", Key::RowPattern, Some(Key::RowPatternHint))
        + &date(words, id, "anchor", Key::RowAnchor, Some(Key::RowAnchorHint))
}

fn choice(kind: &str, name: &str, id: &str, checked: bool, label: &str) -> String {
    let checked = if checked { " checked" } else { "" };
    markup(
        "<span class=\"choice\"><input type=\"{}\" name=\"{}\" id=\"{}\"{!}><label for=\"{}\">{}</label></span>",
        &[kind, name, id, checked, id, label],
    )
}

fn group(legend: &str, choices: &str) -> String {
    markup("<fieldset><legend>{}</legend><div class=\"choices\">{!}</div></fieldset>", &[legend, choices])
}

/// What stands in the editor's text fields.
pub(super) fn controls(row: &RowDraft) -> Controls {
    let id = row.id.to_string();
    Text::ALL.iter().map(|(text, name)| (control(&id, name), row.text(*text).to_owned())).collect()
}

/// How the times of the open row are read, or what they still need.
pub(super) fn understood(state: &State) -> String {
    let words = state.words;
    let Some(row) = rows::open(state) else { return String::new() };
    let mut lines = Vec::new();
    if let Ok(span) = row_span(&state.week, row) {
        let (text, length) = (words.span(span), words.length(span.minutes()));
        lines.push(if span.minutes() == 0 {
            words.fill(Key::RowUnderstood, &[("what", &text)])
        } else {
            words.fill(Key::PlanUnderstoodLong, &[("span", &text), ("length", &length)])
        });
    }
    let commitments = state.typed().commitments.iter().map(|one| (one.row, &one.when));
    let mut read = commitments.chain(state.typed().duties.iter().map(|duty| (duty.row, &duty.when)));
    if let Some((_, when)) = read.find(|(id, when)| *id == row.id && !when.is_weekly()) {
        lines.push(words.fill(Key::RowUnderstood, &[("what", &words.rhythm(when))]));
    }
    let mut html = paragraphs(&lines);
    if !row.is_untouched() {
        for line in rows::missing(state, row.id) {
            html.push_str(&markup("<p class=\"understood-needs\">{!} {}</p>", &[&notice(), &line]));
        }
    }
    html
}

/// Ids of the text fields whose text cannot be read.
pub(super) fn wrong(state: &State) -> Vec<String> {
    let mut ids = Vec::new();
    for error in state.solved.errors.iter().filter(|error| rows::is_wrong(error)) {
        for (text, name) in Text::ALL {
            if let (Some(row), true) = (error.row, error.field == WeekField::Row(text)) {
                ids.push(control(&row.to_string(), name));
            }
        }
    }
    ids
}

/// What a field is called.
pub(super) fn label(field: WeekField) -> Option<Key> {
    let WeekField::Row(text) = field else { return None };
    Some(match text {
        Text::From => Key::PlanFrom,
        Text::To => Key::PlanTo,
        Text::Night => Key::RowNight,
        Text::Anchor => Key::RowAnchor,
        Text::Travel => Key::PlanTravel,
        Text::Direct => Key::PlanDirect,
        Text::Earlier => Key::PlanEarlier,
        Text::Later => Key::PlanLater,
        Text::Cut => Key::PlanCut,
        Text::Outside => Key::RowOutside,
        Text::What | Text::Pattern | Text::Last | Text::LastWay | Text::Date => return None,
    })
}

fn pair(first: &str, second: &str) -> String {
    markup("<div class=\"pair\">{!}{!}</div>", &[first, second])
}

fn field(words: Words, row: &str, name: &str, label: Key, hint: Option<Key>) -> String {
    input(words, row, [name, "text"], label, hint)
}

/// A date, which the browser shows and helps to choose in its own way.
fn date(words: Words, row: &str, name: &str, label: Key, hint: Option<Key>) -> String {
    input(words, row, [name, "date"], label, hint)
}

fn input(words: Words, row: &str, [name, kind]: [&str; 2], label: Key, hint: Option<Key>) -> String {
    let id = control(row, name);
    let (hint_html, described) = match hint {
        Some(key) => (
            markup("<p class=\"hint\" id=\"{}-hint\">{}</p>", &[&id, words.say(key)]),
            markup(" aria-describedby=\"{}-hint\"", &[&id]),
        ),
        None => (String::new(), String::new()),
    };
    markup(
        "<div class=\"field\"><label for=\"{}\">{}</label>{!}<input id=\"{}\" type=\"{}\" class=\"short\" autocomplete=\"off\"{!}></div>",
        &[&id, words.say(label), &hint_html, &id, kind, &described],
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
