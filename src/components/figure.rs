//! The picture of a week: seven soft columns, and the same in words.
//!
//! Drawn with SVG attributes in percent, because a strict policy allows no style strings.

use foothold_core::plan::{Block, BlockKind, WeekPicture};
use foothold_core::site::SessionKind;
use foothold_core::time::{Span, Weekday};
use foothold_words::{Key, Words};
use leptos::prelude::*;

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
pub fn picture_columns(words: Words, picture: &WeekPicture, name: impl Fn(&Block) -> String) -> Vec<Column> {
    let block = |block: &Block| {
        let name = name(block);
        let (class, label) = match block.kind {
            BlockKind::Commitment { changed: true, .. } => ("week-own week-changed", name.clone()),
            BlockKind::Commitment { .. } => ("week-own", name.clone()),
            BlockKind::Travel => ("week-travel", String::new()),
            BlockKind::Session { kind, .. } => (session_class(kind), words.say(short(kind)).into_owned()),
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
pub fn figure(words: Words, picture: &WeekPicture, columns: Vec<Column>) -> impl IntoView + use<> {
    let (from, to) = (picture.from, picture.to.max(picture.from + 60));
    let percent = move |min: i32| format!("{:.2}%", f64::from(min - from) * 100.0 / f64::from(to - from));
    let hours: Vec<i32> = (from..to).step_by(180).collect();
    let axis = hours
        .into_iter()
        .map(|min| view! { <text class="week-hour" x="100%" y=percent(min) dy="11">{words.clock(min)}</text> })
        .collect_view();
    let columns = columns
        .into_iter()
        .map(|column| {
            let blocks = column
                .blocks
                .into_iter()
                .map(|block| {
                    let height = format!("{:.2}%", f64::from(block.span.minutes()) * 100.0 / f64::from(to - from));
                    let travel = block.class == "week-travel";
                    let fill = travel.then_some("url(#hatch)");
                    let narrow = block.span.minutes() < 60;
                    let time = (!travel && block.span.minutes() >= 105).then(|| {
                        view! { <text class="week-time" x="6" y="32">{words.clock(block.span.from)}</text> }
                    });
                    let label = (!travel && !(narrow && block.span.minutes() < 40)).then(|| {
                        view! { <text class="week-label" x="6" y=if narrow { "13" } else { "17" }>{block.label}</text> }
                    });
                    view! {
                        <svg class=format!("week-block {}", block.class) x="0" width="100%" y=percent(block.span.from) height=height>
                            <rect width="100%" height="100%" rx=if travel { "0" } else { "7" } fill=fill />
                            {label}
                            {time}
                        </svg>
                    }
                })
                .collect_view();
            view! {
                <div class="week-day">
                    <span class="week-name">{words.day_short(column.day)}</span>
                    <svg class="week-column" width="100%" height="100%">
                        <rect class="week-ground" width="100%" height="100%" rx="10" />
                        {blocks}
                    </svg>
                </div>
            }
        })
        .collect_view();
    view! {
        <div class="week" aria-hidden="true">
            <div class="week-axis"><svg class="week-column" width="100%" height="100%">{axis}</svg></div>
            {columns}
        </div>
    }
}

/// The same week in words, one line a day.
pub fn figure_text(words: Words, columns: &[Column]) -> impl IntoView + use<> {
    let lines = columns
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
            view! { <li>{line}</li> }
        })
        .collect_view();
    view! { <ul class="week-lines">{lines}</ul> }
}
