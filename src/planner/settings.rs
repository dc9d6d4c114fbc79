//! What the planner asks once: the way to the clinic, and when to start.

use crate::app::State;
use crate::components::{Controls, markup};
use foothold_core::draft::{Draft, WeekField};
use foothold_core::time::next_monday;
use foothold_words::Key;

/// The two settings.
pub(super) fn html(state: &State) -> String {
    let words = state.words;
    let monday = words.date_long(next_monday(state.today));
    markup(
        "<fieldset class=\"settings\"><legend>{}</legend>\
         <div class=\"field\"><label for=\"clinic-travel\">{}</label><p class=\"hint\" id=\"clinic-travel-hint\">{}</p>\
         <input id=\"clinic-travel\" class=\"short\" inputmode=\"numeric\" autocomplete=\"off\" \
         aria-describedby=\"clinic-travel-hint clinic-travel-error\">\
         <div class=\"needs\" id=\"clinic-travel-error\"></div></div><div id=\"clinic-way\" class=\"along\">{!}</div>\
         <div class=\"field\"><label for=\"start\">{}</label><p class=\"hint\" id=\"start-hint\">{}</p>\
         <input id=\"start\" type=\"date\" class=\"short\" autocomplete=\"off\" aria-describedby=\"start-hint start-error\">\
         <div class=\"needs\" id=\"start-error\"></div></div></fieldset>",
        &[
            words.say(Key::PlanSettings),
            words.say(Key::PlanClinicTravel),
            words.say(Key::PlanClinicTravelHint),
            &super::opener(words, "clinic-way", Key::PlanWays, false),
            words.say(Key::PlanStart),
            &words.fill(Key::PlanStartHint, &[("monday", &monday)]),
        ],
    )
}

/// What stands in them.
pub(super) fn controls(week: &Draft) -> Controls {
    vec![("clinic-travel".into(), week.clinic_travel.clone()), ("start".into(), week.start.clone())]
}

/// What one of them still needs.
pub(super) fn problem(state: &State, travel: bool) -> String {
    let field = if travel { WeekField::ClinicTravel } else { WeekField::Start };
    let found = state.solved.errors.iter().find(|error| error.row.is_none() && error.field == field);
    let text = found.map(|error| state.words.fill(Key::PlanRowMissing, &[("what", &state.words.week_problem(error))]));
    text.map(|text| markup("{}", &[&text])).unwrap_or_default()
}
