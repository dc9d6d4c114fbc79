//! How one gets to a place, when the last bus goes back, and how many cars there are. Each is asked only where it can
//! matter, says why, and can be left unsaid: then it stands there what we count on.

use super::{field, id, select, told};
use crate::app::State;
use crate::components::markup;
use foothold_core::draft::{FieldError, MOST_CARS, RowDraft, Text, WeekField};
use foothold_core::people::Means;
use foothold_core::time::parse_late;
use foothold_words::{Key, Words};

/// What can be chosen, each with its name in controls; the first is not being sure. The clinic's van is not among
/// them: no clinic's file says yet when it goes.
const CHOICES: [(Option<Means>, &str); 5] = [
    (None, ""),
    (Some(Means::Car), "car"),
    (Some(Means::Bus), "bus"),
    (Some(Means::Lift), "lift"),
    (Some(Means::Foot), "foot"),
];

/// The means with this name in controls.
pub(super) fn named(name: &str) -> Option<Means> {
    CHOICES.into_iter().find(|(_, known)| *known == name).and_then(|(means, _)| means)
}

/// The way to an entry's place, where there is one: two pieces.
pub(super) fn row(state: &State, row: &RowDraft) -> [String; 2] {
    let away = [Text::Travel, Text::Direct].into_iter().any(|text| !row.text(text).trim().is_empty());
    if !away {
        return ["<p hidden></p>", "<p hidden></p>"].map(str::to_owned);
    }
    let html = way(state.words, [&id(row, "by"), &id(row, "last-way")], Key::WayBy, row.means);
    [html, told(&counted_on(state.words, row.means, row.text(Text::LastWay)))]
}

/// The way to the clinic, and the cars of those who live together: four pieces.
pub(super) fn clinic(state: &State) -> [String; 4] {
    let (words, ways) = (state.words, &state.week.ways);
    let way_html = way(words, ["clinic-by", "clinic-last"], Key::WayClinicBy, ways.means);
    let mut lines = counted_on(words, ways.means, &ways.last);
    let wrong = |error: &&FieldError| error.row.is_none() && error.field == WeekField::LastWay;
    if let Some(error) = state.solved.errors.iter().find(wrong) {
        lines = vec![words.fill(Key::PlanRowMissing, &[("what", &words.week_problem(error))])];
    }
    let (cars, said) = if state.week.grown().len() > 1 {
        (cars(state), told(&[counted(state)]))
    } else {
        // Who lives alone has nobody to share a car with.
        ("<p hidden></p>".to_owned(), "<p hidden></p>".to_owned())
    };
    [way_html, told(&lines), cars, said]
}

/// How many cars are counted, or that they are not.
pub(super) fn counted(state: &State) -> String {
    let (words, week) = (state.words, &state.week);
    let drivers = week.grown().into_iter().filter(|id| !week.is_passenger(*id)).count();
    let Some(cars) = week.ways.cars else { return words.say(Key::CarsUnsure).to_owned() };
    match cars {
        n if usize::from(n) >= drivers => words.say(Key::CarsEnough).to_owned(),
        0 => words.say(Key::CarsNone).to_owned(),
        1 => words.say(Key::CarsOne).to_owned(),
        n => words.fill(Key::CarsFew, &[("n", &u32::from(n).to_string())]),
    }
}

fn way(words: Words, [by, last]: [&str; 2], label: Key, chosen: Option<Means>) -> String {
    let options = CHOICES.map(|(means, name)| (name.to_owned(), words.means(means), means == chosen));
    let mut html =
        markup("<p class=\"hint\">{}</p>{!}", &[words.say(Key::WayWhy), &select(by, words.say(label), &options)]);
    if chosen == Some(Means::Bus) {
        html.push_str(&field(words, last, "text", words.say(Key::WayLast), Some(Key::WayLastHint)));
    }
    markup("<div class=\"along\">{!}</div>", &[&html])
}

/// What the answers count on.
fn counted_on(words: Words, means: Option<Means>, last: &str) -> Vec<String> {
    let line = match (means, parse_late(last)) {
        (None, _) => words.say(Key::WayUnsure).to_owned(),
        (Some(Means::Bus), Ok(last)) => words.fill(Key::WayLastRead, &[("time", &words.clock(last))]),
        (Some(Means::Bus), Err(_)) if last.trim().is_empty() => words.say(Key::WayAlways).to_owned(),
        _ => return Vec::new(),
    };
    vec![line]
}

fn cars(state: &State) -> String {
    let (words, week) = (state.words, &state.week);
    let grown = week.grown();
    let most = u8::try_from(grown.len()).unwrap_or(MOST_CARS).max(week.ways.cars.unwrap_or(0));
    let mut options = vec![(String::new(), words.means(None), week.ways.cars.is_none())];
    options.extend((0..=most).map(|n| (u32::from(n).to_string(), u32::from(n).to_string(), week.ways.cars == Some(n))));
    let mut boxes = String::new();
    for number in grown {
        let (id, checked) = (["drives-", &number.to_string()].concat(), !week.is_passenger(number));
        boxes.push_str(&markup(
            "<span class=\"choice\"><input type=\"checkbox\" id=\"{}\"{!}><label for=\"{}\">{}</label></span>",
            &[&id, if checked { " checked" } else { "" }, &id, &crate::planner::person(state, number)],
        ));
    }
    markup(
        "<div class=\"along\">{!}<fieldset><legend>{}</legend><p class=\"hint\">{}</p><div class=\"choices\">{!}</div></fieldset></div>",
        &[
            &select("cars", words.say(Key::CarsCount), &options),
            words.say(Key::CarsWho),
            words.say(Key::CarsWhoHint),
            &boxes,
        ],
    )
}
