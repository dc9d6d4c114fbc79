//! What the planner asks once: the way to the clinic, and when to start.

use crate::app::App;
use foothold_core::household::{FieldError, WeekField};
use foothold_core::time::next_monday;
use foothold_words::when::iso;
use foothold_words::{Key, Words};
use leptos::prelude::*;

/// The two settings.
#[component]
pub fn Settings(
    /// The visit.
    app: App,
) -> impl IntoView {
    let words = app.words;
    let monday = next_monday(app.today);
    let hint = words.fill(Key::PlanStartHint, &[("example", &iso(monday)), ("monday", &iso(monday))]);
    view! {
        <fieldset class="settings">
            <legend>{words.say(Key::PlanSettings)}</legend>
            <div class="field">
                <label for="clinic-travel">{words.say(Key::PlanClinicTravel)}</label>
                <p class="hint" id="clinic-travel-hint">{words.say(Key::PlanClinicTravelHint)}</p>
                <input id="clinic-travel" class="short" inputmode="numeric" autocomplete="off"
                    aria-describedby="clinic-travel-hint clinic-travel-error"
                    prop:value=move || app.week.with(|w| w.clinic_travel.clone())
                    on:input=move |ev| app.week.update(|w| w.clinic_travel = event_target_value(&ev)) />
                {problem(app, words, WeekField::ClinicTravel, "clinic-travel-error")}
            </div>
            <div class="field">
                <label for="start">{words.say(Key::PlanStart)}</label>
                <p class="hint" id="start-hint">{hint}</p>
                <input id="start" class="short" autocomplete="off" aria-describedby="start-hint start-error"
                    prop:value=move || app.week.with(|w| w.start.clone())
                    on:input=move |ev| app.week.update(|w| w.start = event_target_value(&ev)) />
                {problem(app, words, WeekField::Start, "start-error")}
            </div>
        </fieldset>
    }
}

fn problem(app: App, words: Words, field: WeekField, id: &'static str) -> impl IntoView {
    let text = move || {
        let solved = app.solved.get();
        let found = solved.errors.iter().find(|e| e.row.is_none() && e.field == field);
        found.map(|error: &FieldError| {
            words.fill(Key::PlanRowMissing, &[("what", &words.week_problem(error))])
        })
    };
    view! { <p class="needs" id=id>{text}</p> }
}
