//! The picture of a week: seven soft columns, and the same in words.
//!
//! Drawn with SVG attributes in percent, because a strict policy allows no style strings.

use super::markup;
use foothold_core::plan::{Block, BlockKind, WeekPicture};
use foothold_core::site::SessionKind;
use foothold_core::time::{Span, Weekday};
use foothold_words::when::two_digits;
use foothold_words::{Key, Words};

/// Shortest block that has room for a word, and for a word and a time, in minutes.
const ROOM_MIN: (i32, i32) = (40, 105);

/// How many letters fit into the height of a picture on a phone, where words run downwards.
const PHONE_LETTERS: i32 = 76;

/// One day of a picture, with the words already found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The day.
    pub day: Weekday,
    /// Its blocks.
    pub blocks: Vec<FigureBlock>,
}

/// One block of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureBlock {
    /// Minutes after midnight.
    pub span: Span,
    /// Class that says what it is.
    pub class: &'static str,
    /// A word that fits a narrow column; none on the way.
    pub label: String,
    /// The full words for the text version.
    pub name: String,
}

/// The columns of a picture. `name` gives a commitment's or session's full words.
pub fn picture_columns(words: Words, picture: &WeekPicture, name: &dyn Fn(&Block) -> String) -> Vec<Column> {
    let block = |block: &Block| {
        let name = name(block);
        let (class, label) = match block.kind {
            BlockKind::Commitment { changed: true, .. } => ("week-own week-changed", name.clone()),
            BlockKind::Commitment { .. } => ("week-own", name.clone()),
            BlockKind::Travel => ("week-travel", String::new()),
            BlockKind::Session { kind, .. } => (session_class(kind), words.say(short(kind)).to_owned()),
        };
        FigureBlock { span: Span { from: block.from, to: block.to }, class, label, name }
    };
    picture.days.iter().map(|(day, blocks)| Column { day: *day, blocks: blocks.iter().map(block).collect() }).collect()
}

fn session_class(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Group => "week-group",
        SessionKind::Individual => "week-individual",
        SessionKind::Workshop => "week-workshop",
        SessionKind::Family | SessionKind::Other => "week-family",
    }
}

fn short(kind: SessionKind) -> Key {
    match kind {
        SessionKind::Group => Key::ShortGroup,
        SessionKind::Individual => Key::ShortIndividual,
        SessionKind::Workshop => Key::ShortWorkshop,
        SessionKind::Family => Key::ShortFamily,
        SessionKind::Other => Key::ShortOther,
    }
}

/// The drawing. It is hidden from screen readers; [`figure_text`] goes beside it.
pub fn figure(words: Words, picture: &WeekPicture, columns: &[Column]) -> String {
    markup("<div class=\"week\" aria-hidden=\"true\">{!}</div>", &[&figure_pieces(words, picture, columns).concat()])
}

/// The drawing's pieces: the hours, then a column a day.
pub fn figure_pieces(words: Words, picture: &WeekPicture, columns: &[Column]) -> Vec<String> {
    let (from, to) = (picture.from, picture.to.max(picture.from + 60));
    let share = |min: i32| share(min, to - from);
    let mut axis = String::new();
    let mut hour = from;
    while hour < to {
        let text = "<text class=\"week-hour\" x=\"100%\" y=\"{}\" dy=\"11\">{}</text>";
        axis.push_str(&markup(text, &[&share(hour - from), &words.clock_short(hour)]));
        hour += 180;
    }
    let hours = "<div class=\"week-axis\"><svg class=\"week-column\" width=\"100%\" height=\"100%\">{!}</svg></div>";
    let mut pieces = vec![markup(hours, &[&axis])];
    for column in columns {
        let blocks: String = column
            .blocks
            .iter()
            .map(|block| {
                one_block(words, block, to - from, &share(block.span.from - from), &share(block.span.minutes()))
            })
            .collect();
        pieces.push(markup(
            "<div class=\"week-day\"><span class=\"week-name\">{}</span>\
             <svg class=\"week-column\" width=\"100%\" height=\"100%\">\
             <rect class=\"week-ground\" width=\"100%\" height=\"100%\" rx=\"10\"/>{!}</svg></div>",
            &[&words.day_short(column.day), &blocks],
        ));
    }
    pieces
}

/// A length in minutes as a part of a whole, for an attribute: "12.50%".
pub fn share(min: i32, whole: i32) -> String {
    let hundredths = min * 10_000 / whole;
    [&(hundredths / 100).to_string(), two_digits(".", hundredths % 100).as_str(), "%"].concat()
}

/// One block. `whole` is how many minutes the picture's height is.
fn one_block(words: Words, block: &FigureBlock, whole: i32, y: &str, height: &str) -> String {
    let length = block.span.minutes();
    let travel = block.class == "week-travel";
    let rect = if travel {
        "<rect width=\"100%\" y=\"{}\" height=\"{}\" fill=\"url(#hatch)\"/>"
    } else {
        "<rect width=\"100%\" y=\"{}\" height=\"{}\" rx=\"7\"/>"
    };
    let (word, time) = ROOM_MIN;
    let mut inner = markup(rect, &[y, height]);
    if !travel && length >= word {
        let down = if length < 60 { "13" } else { "17" };
        let text = "<text class=\"{}\" x=\"6\" y=\"{}\" dy=\"{}\">{}</text>";
        let letters = block.label.chars().fold(0, |count, _| count + 1);
        let class = if (letters + 1) * whole > length * PHONE_LETTERS { "week-label week-long" } else { "week-label" };
        inner.push_str(&markup(text, &[class, y, down, &block.label]));
    }
    if !travel && length >= time {
        let text = "<text class=\"week-time\" x=\"6\" y=\"{}\" dy=\"32\">{}</text>";
        inner.push_str(&markup(text, &[y, &words.clock_short(block.span.from)]));
    }
    markup("<g class=\"week-block {}\">{!}</g>", &[block.class, &inner])
}

/// The same week in words, one line a day.
pub fn figure_text(words: Words, columns: &[Column]) -> String {
    markup("<ul class=\"week-lines\">{!}</ul>", &[&text_pieces(words, columns).concat()])
}

/// The lines of the week in words.
pub fn text_pieces(words: Words, columns: &[Column]) -> Vec<String> {
    columns
        .iter()
        .map(|column| {
            let day = words.day(column.day);
            let items: Vec<String> = column
                .blocks
                .iter()
                .map(|b| words.fill(Key::PlanWeekItem, &[("what", &b.name), ("span", &words.span(b.span))]))
                .collect();
            let line = if items.is_empty() {
                words.fill(Key::PlanWeekFree, &[("day", &day)])
            } else {
                words.fill(Key::PlanWeekDay, &[("day", &day), ("items", &items.join("; "))])
            };
            markup("<li>{}</li>", &[&line])
        })
        .collect()
}
