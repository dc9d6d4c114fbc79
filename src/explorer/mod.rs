//! The living parts of the pages that are read: the clinic's offers as weeks, the guide, and the search.

pub mod days;

pub mod guide;

pub mod list;

pub mod search;

use crate::components::{markup, paragraphs};
use foothold_core::config::ordinary_week_min;
use foothold_core::site::{Session, Site, Track};
use foothold_words::{Key, Words};

/// Name of the place that the offers take in a page.
pub const PLACE: &str = "tracks";

/// The clinic's offers, each with its hours, its week as a picture and in words.
///
/// `links` lead to the planner, and to the form for offers whose times have to be asked for.
pub fn tracks(words: Words, site: &Site, links: [&str; 2]) -> String {
    let cards: String = site.tracks.iter().map(|track| card(words, site, track, links)).collect();
    markup("<ul class=\"tracks\">{!}</ul>", &[&cards])
}

fn card(words: Words, site: &Site, track: &Track, [to_week, to_ask]: [&str; 2]) -> String {
    let known = !track.sessions.is_empty() && !track.incomplete;
    let sessions: String = track
        .sessions
        .iter()
        .map(|session| {
            let name = session_name(words, session);
            let when = words
                .fill(Key::PlanRowSummary, &[("days", &words.days(session.days)), ("span", &words.span(session.span))]);
            markup("<li><strong>{}</strong> <span>{}</span></li>", &[&name, &when])
        })
        .collect();
    let mut inner = String::new();
    if known {
        inner.push_str(&markup("<p class=\"track-hours\">{}</p>", &[&hours(words, site, track)]));
    }
    inner.push_str(&paragraphs(track.about.as_slice()));
    if !known {
        inner.push_str(&paragraphs(&[words.ask_times(Some(track)).to_owned()]));
    }
    if !sessions.is_empty() {
        inner.push_str(&markup("<ul class=\"track-sessions\">{!}</ul>", &[&sessions]));
    }
    if let Some(arranged) = &track.arranged {
        inner.push_str(&paragraphs(&[words.fill(Key::Arranged, &[("arranged", arranged)])]));
    }
    if known {
        inner.push_str(&week_of(words, track));
    }
    let link = if known {
        markup("<a class=\"link\" href=\"{}\" data-route>{}</a>", &[to_week, words.say(Key::TrackPlan)])
    } else {
        let link = "<a class=\"link\" href=\"{}\" data-route data-do=\"about:{}\">{}</a>";
        markup(link, &[to_ask, &track.id, words.say(Key::PlanSend)])
    };
    markup("<li class=\"card track\" id=\"{}\"><h3>{}</h3>{!}<p>{!}</p></li>", &[&track.id, &track.name, &inner, &link])
}

/// What a session is called, and whether one comes or takes part by video.
fn session_name(words: Words, session: &Session) -> String {
    let name = words.session(session);
    match session {
        session if session.either => words.fill(Key::SessionEither, &[("kind", &name)]),
        session if !session.online.is_empty() => words.fill(Key::SessionOnline, &[("kind", &name)]),
        _ => name,
    }
}

fn week_of(words: Words, track: &Track) -> String {
    markup(
        "<details class=\"track-week\" id=\"week-{}\"><summary><span>{}</span><span class=\"hidden\">: {}</span></summary><div id=\"days-{}\">{!}</div></details>",
        &[&track.id, words.say(Key::TrackOpen), &track.name, &track.id, &days::all(words, track)],
    )
}

fn hours(words: Words, site: &Site, track: &Track) -> String {
    let computed = ordinary_week_min(track, site.program.weeks.1);
    match track.stated_week_min {
        Some(stated) if stated != computed => {
            words.fill(Key::WeekHoursStated, &[("computed", &words.hours(computed)), ("stated", &words.hours(stated))])
        }
        _ => words.fill(Key::WeekHours, &[("hours", &words.hours(computed))]),
    }
}
