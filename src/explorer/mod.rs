//! The program page's living parts: the clinic's offers as weeks, and the web person's check list.

use crate::app::App;
use crate::components::{figure, figure_text, picture_columns};
use foothold_core::config::{Issue, ordinary_week_min};
use foothold_core::plan::{BlockKind, track_week};
use foothold_core::site::{Site, Track};
use foothold_words::{Key, Words, issues, page};
use leptos::prelude::*;

/// The clinic's offers, each with its hours, its week as a picture and in words.
pub fn tracks(words: Words, site: &Site, week_link: &str) -> impl IntoView + use<> {
    let cards = site.tracks.iter().map(|track| card(words, site, track, week_link)).collect_view();
    view! { <ul class="tracks">{cards}</ul> }
}

/// The same for a page that was written from an older file.
pub fn tracks_of(app: App) -> impl IntoView {
    let week_link = crate::browser::page::beside("week/");
    app.site.get_value().map(|site| tracks(app.words, &site, &week_link))
}

fn card(words: Words, site: &Site, track: &Track, week_link: &str) -> impl IntoView + use<> {
    let known = !track.sessions.is_empty();
    let sessions = track
        .sessions
        .iter()
        .map(|session| {
            let name = words.session(session);
            let name = if session.online { words.fill(Key::SessionOnline, &[("kind", &name)]) } else { name };
            let when = words.fill(
                Key::PlanRowSummary,
                &[("days", &words.days(session.days)), ("span", &words.span(session.span))],
            );
            view! { <li><strong>{name}</strong>" "<span>{when}</span></li> }
        })
        .collect_view();
    let week = known.then(|| {
        let picture = track_week(track);
        let columns = picture_columns(words, &picture, |block| match block.kind {
            BlockKind::Session { index, .. } => {
                track.sessions.get(index).map(|session| words.session(session)).unwrap_or_default()
            }
            _ => String::new(),
        });
        let text = figure_text(words, &columns);
        view! {
            <details class="track-week" id=format!("week-{}", track.id)>
                <summary>
                    <span>{words.of(page::TRACK_OPEN)}</span>
                    <span class="hidden">{format!(": {}", track.name)}</span>
                </summary>
                {figure(words, &picture, columns)}
                {text}
            </details>
        }
    });
    view! {
        <li class="card track" id=track.id.clone()>
            <h3>{track.name.clone()}</h3>
            {known.then(|| view! { <p class="track-hours">{hours(words, site, track)}</p> })}
            {track.about.clone().map(|about| view! { <p>{about}</p> })}
            {(!known).then(|| view! { <p>{words.say(Key::AskTimes)}</p> })}
            <ul class="track-sessions">{sessions}</ul>
            {track.arranged.as_ref().map(|a| view! { <p>{words.fill(Key::Arranged, &[("arranged", a)])}</p> })}
            {week}
            <p><a class="link" href=week_link.to_owned() data-route="">{words.of(page::TRACK_PLAN)}</a></p>
        </li>
    }
}

fn hours(words: Words, site: &Site, track: &Track) -> String {
    let computed = ordinary_week_min(track, site.program.weeks.1);
    match track.stated_week_min {
        Some(stated) if stated != computed => words.fill(
            Key::WeekHoursStated,
            &[("computed", &words.hours(computed)), ("stated", &words.hours(stated))],
        ),
        _ => words.fill(Key::WeekHours, &[("hours", &words.hours(computed))]),
    }
}

/// Everything in the clinic's file that needs a look.
#[component]
pub fn Check(
    /// The visit.
    app: App,
) -> impl IntoView {
    let found = app.issues.get_value();
    issue_list(app.words, &found)
}

/// The list itself, for the prerendered page too.
pub fn issue_list(words: Words, found: &[Issue]) -> impl IntoView + use<> {
    if found.is_empty() {
        return view! { <p>{words.of(page::CHECK_FINE)}</p> }.into_any();
    }
    let lines = found.iter().map(|i| view! { <li>{issues::issue(i)}</li> }).collect_view();
    view! { <ul class="issues">{lines}</ul> }.into_any()
}
