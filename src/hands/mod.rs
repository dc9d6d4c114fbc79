//! Moving things in the picture of the week, by pointer or arrow keys: an extra beside the list, which can do all of it.
//!
//! In: presses of `hand`, as `browser::hands` says them: what a pointer holds and how far it has gone, or which key was
//! pressed. Out: the row's texts as if they had been typed, the picture with something to take hold of, and what is
//! said of it. What comes every week at one time can be moved; the day of what comes on several days cannot.

use crate::app::{After, State};
use crate::components::{Part, figure_pieces, markup, share};
use crate::planner::{self, Looked, looked};
use foothold_core::draft::{Repeats, RowDraft, Text, row_span};
use foothold_core::plan::BlockKind;
use foothold_core::time::{DAY_MIN, Days, Span, WEEK, Weekday};
use foothold_words::{Key, Words};

/// By how many minutes a time changes at once.
const STEP_MIN: i32 = 15;

/// What is moved in the picture.
#[derive(Debug, Default)]
pub struct Hands {
    /// Whether there is something to take hold of.
    pub on: bool,
    /// What was moved last.
    pub moved: Option<Moved>,
}

/// A row that was moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    row: u32,
    before: Typed,
    after: Typed,
    /// Which offer was chosen before; while something moves it stays the one that is looked at.
    chosen: Option<String>,
}

/// When a row is, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Typed {
    from: String,
    to: String,
    days: Days,
}

/// A row that can be moved.
struct Movable {
    row: u32,
    name: String,
    days: Days,
    span: Span,
}

/// Turns it on or off; what was moved stays as it is.
pub fn turn(state: &mut State, on: bool) {
    if state.hands.on != on {
        state.hands = Hands { on, moved: None };
    }
}

/// The picture with something to take hold of, and what is said below it.
pub fn parts(state: &State) -> Vec<Part> {
    let words = state.words;
    let mut html = planner::opener(words, "hands", Key::HandsOpen, state.hands.on);
    let seen = state.site.as_ref().filter(|_| state.hands.on);
    let Some(looked) = seen.map(|site| looked(state, site, planner::shown(state))) else {
        return vec![Part::new("hands", html)];
    };
    let hint = "<p class=\"hint\">{}</p><p class=\"hint\" id=\"hands-keys\">{}</p>";
    html.push_str(&markup(hint, &[words.say(Key::HandsHint), words.say(Key::HandsKeys)]));
    html.push_str(&said(state));
    vec![Part { id: "planner-figure", html: pieces(state, &looked), ..Part::default() }, Part::new("hands", html)]
}

/// Something was pressed or moved; `None` where that is nothing of this.
pub(crate) fn press(state: &mut State, verb: &str, about: &str) -> Option<After> {
    match verb {
        "hands" => return Some(After::Hands(Some(!state.hands.on))),
        "hands-on" => return Some(After::Hands(None)),
        "hand" => {}
        _ => return None,
    }
    let mut parts = about.split(':');
    let mut next = || parts.next().unwrap_or_default();
    let (what, row) = (next(), next().parse::<u32>().ok());
    match (what, row) {
        ("back", _) => return Some(put_back(state)),
        ("grab", Some(row)) => hold(state, row),
        ("drag", Some(row)) => {
            let (edge, by, days) = (next(), number(next()), number(next()));
            pull(state, row, edge, by, days);
        }
        ("key", Some(row)) => {
            let (edge, by, days) = (next(), number(next()), number(next()));
            let goes_on = state.hands.moved.as_ref().is_some_and(|moved| moved.row == row && is_there(state, moved));
            let before = state.hands.moved.take().filter(|_| goes_on);
            hold(state, row);
            pull(state, row, edge, by, days);
            // What is put back is how it was before the first of several keys.
            if let (Some(first), Some(moved)) = (before, &mut state.hands.moved) {
                (moved.before, moved.chosen) = (first.before, first.chosen);
            }
        }
        _ => {}
    }
    Some(After::Nothing)
}

/// A whole number with or without its sign; 0 where it is none.
fn number(text: &str) -> i32 {
    let size = text.trim_start_matches('-').parse::<u32>().ok().and_then(|size| i32::try_from(size).ok()).unwrap_or(0);
    if text.starts_with('-') { -size } else { size }
}

fn row_of(state: &State, row: u32) -> Option<&RowDraft> {
    state.week.rows.iter().find(|one| one.id == row)
}

fn typed(row: &RowDraft) -> Typed {
    Typed { from: row.text(Text::From).to_owned(), to: row.text(Text::To).to_owned(), days: row.days }
}

fn is_there(state: &State, moved: &Moved) -> bool {
    row_of(state, moved.row).is_some_and(|row| typed(row) == moved.after)
}

/// Remembers how a row is before it is moved.
fn hold(state: &mut State, row: u32) {
    let Some(before) = row_of(state, row).map(typed) else { return };
    let chosen = state.chosen.clone();
    if let (None, Some(site), Some(offer)) = (&chosen, &state.site, planner::shown(state)) {
        state.chosen = Some(planner::key_of(site, offer));
    }
    state.hands.moved = Some(Moved { row, after: before.clone(), before, chosen });
}

/// Moves what is held, or one of its ends, by so many minutes and days from where it was.
fn pull(state: &mut State, row: u32, edge: &str, by: i32, days: i32) {
    let Some(moved) = state.hands.moved.clone().filter(|moved| moved.row == row) else { return };
    let Some(known) = row_of(state, row) else { return };
    let mut before = known.clone();
    write(&mut before, &moved.before);
    let Ok(span) = row_span(&state.week, &before) else { return };
    let span = pulled(span, edge, (by + STEP_MIN / 2).div_euclid(STEP_MIN) * STEP_MIN);
    let old = row_span(&state.week, &before).unwrap_or(span);
    let mut after = moved.before.clone();
    if span != old {
        (after.from, after.to) = (state.words.clock(span.from), state.words.clock(span.to));
    }
    after.days = on_another(moved.before.days, days);
    set(state, row, &after);
    state.hands.moved = Some(Moved { after, ..moved });
}

/// A span that is moved, or one end of it: within the day where it was, at least one step long, shorter than a day.
fn pulled(Span { from, to }: Span, edge: &str, by: i32) -> Span {
    let (length, night) = (to - from, to > DAY_MIN);
    let last = if night { from + DAY_MIN - STEP_MIN } else { DAY_MIN };
    match edge {
        "from" => Span {
            from: (from + by).clamp((to - DAY_MIN + STEP_MIN).max(0), (to - STEP_MIN).min(DAY_MIN - STEP_MIN)),
            to,
        },
        "to" => Span { from, to: (to + by).clamp(from + STEP_MIN, last.max(from + STEP_MIN)) },
        _ => {
            let from = (from + by).clamp(0, if night { DAY_MIN - STEP_MIN } else { DAY_MIN - length });
            Span { from, to: from + length }
        }
    }
}

/// The one day so many days on, within the week; several days stay as they are.
fn on_another(days: Days, by: i32) -> Days {
    let mut all = days.iter();
    let (Some(day), None) = (all.next(), all.next()) else { return days };
    let at = i32::try_from(day.num_days_from_monday()).unwrap_or(0) + by;
    let day = usize::try_from(at.clamp(0, 6)).ok().and_then(|at| WEEK.get(at)).copied().unwrap_or(day);
    Days::of(&[day])
}

fn write(row: &mut RowDraft, typed: &Typed) {
    row.set(Text::From, &typed.from);
    row.set(Text::To, &typed.to);
    row.days = typed.days;
}

fn set(state: &mut State, row: u32, typed: &Typed) {
    state.edit_week(&mut |week| {
        if let Some(row) = week.rows.iter_mut().find(|one| one.id == row) {
            write(row, typed);
        }
    });
}

/// Puts back how it was before it was moved.
fn put_back(state: &mut State) -> After {
    let Some(moved) = state.hands.moved.take() else { return After::Nothing };
    if is_there(state, &moved) {
        set(state, moved.row, &moved.before);
    }
    state.chosen = moved.chosen;
    After::Focus(id_of(moved.row))
}

fn id_of(row: u32) -> String {
    ["hand-", &row.to_string()].concat()
}

/// What comes every week at one time and is in the picture.
fn movable(state: &State, looked: &Looked) -> Vec<Movable> {
    let words = state.words;
    let blocks = looked.picture().into_iter().flat_map(|picture| picture.days.iter().flat_map(|(_, blocks)| blocks));
    let drawn: Vec<u32> = blocks
        .filter_map(|block| if let BlockKind::Commitment { row, .. } = block.kind { Some(row) } else { None })
        .collect();
    let rows = state.week.rows.iter().filter(|row| row.repeats == Repeats::Weekly && drawn.contains(&row.id));
    rows.filter_map(|row| {
        let span = row_span(&state.week, row).ok().filter(|span| span.minutes() > 0)?;
        Some(Movable { row: row.id, name: planner::row_name(words, row), days: row.days, span })
    })
    .collect()
}

/// When a row is, after what it is.
fn when(words: Words, one: &Movable) -> String {
    let when = words.fill(Key::PlanRowSummary, &[("days", &words.days(one.days)), ("span", &words.span(one.span))]);
    words.fill(Key::SheetOf, &[("what", &one.name), ("change", &when)])
}

/// What was moved, and the way back.
fn said(state: &State) -> String {
    let words = state.words;
    let moved = state.hands.moved.as_ref().filter(|moved| moved.before != moved.after && is_there(state, moved));
    let told = moved.and_then(|moved| row_of(state, moved.row)).and_then(|row| {
        let span = row_span(&state.week, row).ok()?;
        Some(when(words, &Movable { row: row.id, name: planner::row_name(words, row), days: row.days, span }))
    });
    let back = markup(
        " <button type=\"button\" class=\"button-quiet\" id=\"hands-back\" data-do=\"hand:back\">{}</button>",
        &[words.say(Key::PlanUndo)],
    );
    let back = if told.is_some() { &back } else { "" };
    let text = "<p class=\"undo\"><span role=\"status\">{}</span>{!}</p>";
    markup(text, &[&told.unwrap_or_default(), back])
}

/// The picture's pieces; of what is drawn nothing is read out, of what can be taken hold of the first of each row.
fn pieces(state: &State, looked: &Looked) -> Vec<String> {
    let words = state.words;
    let Some(picture) = looked.picture() else { return Vec::new() };
    let movable = movable(state, looked);
    let silent = "aria-hidden=\"true\" class=\"week-";
    let mut out = Vec::new();
    for (at, piece) in figure_pieces(words, picture, &looked.columns(picture)).iter().enumerate() {
        let mut piece = piece.clone();
        for name in ["axis", "name", "block"] {
            piece = piece.replace(&["class=\"week-", name].concat(), &[silent, name].concat());
        }
        // The first piece is the hours.
        if let Some(day) = at.checked_sub(1).and_then(|day| WEEK.get(day))
            && let Some(open) = piece.strip_suffix("</svg></div>")
        {
            let hands: String = movable.iter().map(|one| hand(words, one, *day, (picture.from, picture.to))).collect();
            piece = [open, &hands, "</svg></div>"].concat();
        }
        out.push(piece);
    }
    out
}

/// What can be taken hold of of a row on one day.
fn hand(words: Words, one: &Movable, day: Weekday, shown: (i32, i32)) -> String {
    let mut out = String::new();
    let first = one.days.iter().next() == Some(day);
    if one.days.has(day) {
        let span = Span { to: one.span.to.min(DAY_MIN), ..one.span };
        out.push_str(&grip(words, one, span, shown, [true, one.span.to <= DAY_MIN, first]));
    }
    if one.span.to > DAY_MIN && one.days.has(day.pred()) {
        let span = Span { from: 0, to: one.span.to - DAY_MIN };
        out.push_str(&grip(words, one, span, shown, [false, true, false]));
    }
    out
}

/// One block to take hold of: with a start, an end, and whether it is the one for keys.
fn grip(words: Words, one: &Movable, span: Span, shown: (i32, i32), [start, end, keys]: [bool; 3]) -> String {
    let whole = (shown.1 - shown.0).max(1);
    let share = |min: i32| share(min.clamp(0, whole), whole);
    let (from, to) = (share(span.from - shown.0), share(span.to - shown.0));
    let height = share(span.minutes());
    let row = one.row.to_string();
    let about = if keys {
        markup(
            " id=\"{}\" role=\"button\" tabindex=\"0\" aria-label=\"{}\" aria-describedby=\"hands-keys\"",
            &[&id_of(one.row), &when(words, one)],
        )
    } else {
        String::from(" aria-hidden=\"true\"")
    };
    let body = "<rect width=\"100%\" y=\"{}\" height=\"{}\" rx=\"7\" fill=\"transparent\" stroke=\"currentColor\" stroke-width=\"2\"/>";
    let mut inner = markup(body, &[&from, &height]);
    // Something to see, and more room around it to take hold of.
    let edge = "<rect x=\"35%\" width=\"30%\" y=\"{}\" height=\"3\" rx=\"1\" fill=\"currentColor\" stroke=\"var(--on-own)\" transform=\"translate(0 {})\"/>\
                <rect data-edge=\"{}\" width=\"100%\" y=\"{}\" height=\"14\" fill=\"transparent\" cursor=\"ns-resize\" transform=\"translate(0 {})\"/>";
    if start {
        inner.push_str(&markup(edge, &[&from, "4", "from", &from, "-4"]));
    }
    if end {
        inner.push_str(&markup(edge, &[&to, "-7", "to", &to, "-10"]));
    }
    markup(
        "<g class=\"hand\" data-hand=\"{}\" data-minutes=\"{}\" cursor=\"grab\"{!}>{!}</g>",
        &[&row, &whole.to_string(), &about, &inner],
    )
}

#[cfg(test)]
#[path = "hands_tests.rs"]
mod tests;
