//! The offers, best first, each with its verdict in words.

use crate::app::App;
use crate::browser;
use crate::components::mark;
use foothold_core::config::ordinary_week_min;
use foothold_core::plan::{Offer, Verdict};
use foothold_core::site::Track;
use foothold_words::reasons::Reasons;
use foothold_words::{Key, Words};
use leptos::prelude::*;

/// How many fit, in one line that stays in view and is read out when it changes.
#[component]
pub fn Count(
    /// The visit.
    app: App,
) -> impl IntoView {
    let words = app.words;
    let line = Memo::new(move |_| {
        let solved = app.solved.get();
        let offers = &solved.answer.offers;
        let of_rank = |wanted: fn(u8) -> bool| offers.iter().filter(|o| wanted(o.verdict.rank())).count();
        let (fit, change) = (of_rank(|rank| rank < 2), of_rank(|rank| rank == 2));
        let all = offers.len().to_string();
        let first = match fit {
            0 => words.say(Key::PlanCountNone).into_owned(),
            1 => words.fill(Key::PlanCount1, &[("all", &all)]),
            n => words.fill(Key::PlanCountN, &[("n", &n.to_string()), ("all", &all)]),
        };
        let more = match change {
            0 => None,
            1 => Some(words.say(Key::PlanCountAlso1).into_owned()),
            n => Some(words.fill(Key::PlanCountAlsoN, &[("n", &n.to_string())])),
        };
        [Some(first), more].into_iter().flatten().collect::<Vec<_>>().join(" ")
    });
    let empty = move || {
        app.solved.with(|s| s.household.commitments.is_empty()).then(|| {
            view! { <p class="planner-empty">{words.say(Key::PlanEmptyWeek)}</p> }
        })
    };
    let own = move || {
        let solved = app.solved.get();
        let lines: Vec<String> =
            solved.answer.own.iter().map(|clash| words.own_clash(&solved.household, clash)).collect();
        (!lines.is_empty()).then(|| {
            view! {
                <div class="card own-clash">
                    <h3>{words.say(Key::PlanOwnTitle)}</h3>
                    {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
                </div>
            }
        })
    };
    view! {
        <p class="planner-count" role="status">{line}</p>
        {empty}
        {own}
    }
}

/// All offers as a list.
#[component]
pub fn Offers(
    /// The visit.
    app: App,
) -> impl IntoView {
    let order = Memo::new(move |_| {
        app.solved.with(|solved| solved.answer.offers.iter().map(|offer| offer.track).collect::<Vec<_>>())
    });
    view! {
        <ol class="offers">
            <For each=move || order.get() key=|track| *track let(track)>
                <Card app track />
            </For>
        </ol>
        {assumed(app)}
    }
}

/// What one card shows; compared, so that an unchanged card is left alone.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    offer: Offer,
    reasons: Reasons,
}

#[component]
fn Card(app: App, track: usize) -> impl IntoView {
    let words = app.words;
    let Some(site) = app.site.get_value() else { return ().into_any() };
    let Some(about) = site.tracks.get(track).cloned() else { return ().into_any() };
    let weeks = site.program.weeks.1;
    let shown = Memo::new(move |_| {
        let solved = app.solved.get();
        let offer = solved.answer.offers.iter().find(|offer| offer.track == track)?;
        Some(Shown { offer: offer.clone(), reasons: words.reasons(&site, &solved.household, offer) })
    });
    let verdict = move || {
        shown.get().map(|shown| {
            let rank = shown.offer.verdict.rank();
            view! { <span class=format!("pill pill-{rank}")>{mark(rank)}{words.verdict(&shown.offer.verdict)}</span> }
        })
    };
    let body = move || shown.get().map(|shown| reasons(words, &shown));
    let id = about.id.clone();
    let in_week = Memo::new(move |_| super::shown(app).is_some_and(|offer| offer.track == track));
    let see = move |_| {
        app.chosen.set(Some(id.clone()));
        browser::page::focus("planner-week-title");
    };
    let known = !about.sessions.is_empty();
    let name = about.name.clone();
    let see_label = words.fill(Key::PlanSeeWeekOf, &[("track", &name)]);
    view! {
        <li class="card offer" id=format!("offer-{}", about.id) class:offer-shown=move || in_week.get()>
            <div class="offer-head">
                <h3>{about.name.clone()}</h3>
                {verdict}
            </div>
            <p class="offer-when">{when(words, &about, weeks)}</p>
            {body}
            {known.then(|| view! {
                <p>
                    <button type="button" class="button-quiet" on:click=see aria-label=see_label
                        aria-pressed=move || if in_week.get() { "true" } else { "false" }>
                        {move || words.say(if in_week.get() { Key::PlanInWeek } else { Key::PlanSeeWeek })}
                    </button>
                </p>
            })}
        </li>
    }
    .into_any()
}

/// The offer's times in one line, with its weekly hours.
fn when(words: Words, track: &Track, weeks: u16) -> String {
    let mut lines: Vec<String> = Vec::new();
    for session in &track.sessions {
        let line = words.fill(
            Key::PlanRowSummary,
            &[("days", &words.days(session.days)), ("span", &words.span(session.span))],
        );
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    if !lines.is_empty() {
        lines.push(words.fill(Key::WeekHours, &[("hours", &words.hours(ordinary_week_min(track, weeks)))]));
    }
    lines.join("; ")
}

fn reasons(words: Words, shown: &Shown) -> impl IntoView + use<> {
    let said = shown.reasons.clone();
    let paragraphs = |lines: Vec<String>| lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
    let list = |lines: Vec<String>| {
        (!lines.is_empty()).then(|| {
            view! { <ul class="changes">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }
        })
    };
    let open = matches!(shown.offer.verdict, Verdict::DoesNotFit { .. });
    let why = (!said.why.is_empty()).then(|| {
        view! {
            <details class="why" open=open>
                <summary>{words.say(Key::WhyTitle)}</summary>
                {list(said.why)}
            </details>
        }
    });
    let mut give = said.give.into_iter();
    let give_head = give.next();
    let give = give_head.map(|head| {
        view! {
            <details class="why">
                <summary>{words.say(Key::GiveTitle)}</summary>
                <p>{head}</p>
                {list(give.collect())}
            </details>
        }
    });
    view! {
        {list(said.changes)}
        {paragraphs(said.lead)}
        {paragraphs(said.costs)}
        {why}
        {give}
        {said.next.map(|next| view! { <p class="offer-next">{next}</p> })}
    }
}

fn assumed(app: App) -> impl IntoView {
    let words = app.words;
    let site = app.site.get_value();
    let text = move || {
        let site = site.as_ref()?;
        let start = app.solved.with(|solved| solved.household.start);
        let weeks = site.program.weeks.1.to_string();
        let buffer = words.length(site.program.arrival_buffer_min);
        let key = if site.program.arrival_buffer_min > 0 { Key::PlanAssumedText } else { Key::PlanAssumedNone };
        let values = [("start", words.date(start)), ("weeks", weeks), ("buffer", buffer)];
        let text = words.fill(key, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
        Some(format!("{text} {}", words.miss_rule(site, Key::PlanMissRule, Key::PlanMissRule0)))
    };
    view! {
        <details class="assumed">
            <summary>{words.say(Key::PlanAssumed)}</summary>
            <p>{text}</p>
        </details>
    }
}
