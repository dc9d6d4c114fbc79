//! The public pages as HTML, written at build time: strip, header, main part, footer.
//!
//! Prose is here and nowhere in the WebAssembly. Marked places (`data-place`) hold what the
//! WebAssembly will mount, already drawn, so that nothing jumps.

use crate::app::State;
use crate::components::{markup, paragraphs};
use crate::route::Route;
use crate::{contact, planner};
use foothold_core::config::{Issue, fingerprint};
use foothold_core::site::Site;
use foothold_core::time::NaiveDate;
use foothold_words::prose::{Block, HERO, SECTIONS, Section};
use foothold_words::when::iso;
use foothold_words::{Lang, Words, issues, page};
use leptos::prelude::*;

mod frame;
mod home;
mod registered;

/// One page: what goes into the head and into the body.
pub struct Page {
    /// The document's title.
    pub title: String,
    /// The description for search engines.
    pub description: String,
    /// Everything inside `body`.
    pub body: String,
    /// Mark of the clinic's file it was written from.
    pub clinic: String,
}

/// What pages are written from.
pub struct Source<'a> {
    /// The clinic.
    pub site: &'a Site,
    /// What needs a look in its file.
    pub issues: &'a [Issue],
    /// The file's text.
    pub text: &'a str,
    /// The day of writing.
    pub today: NaiveDate,
    /// The language.
    pub lang: Lang,
}

/// Writes one route.
pub fn write(source: &Source, route: Route) -> Page {
    let words = Words::new(source.lang);
    let named = |text: &'static str| words.of(text).replace("{clinic}", &source.site.name);
    let (title, description) = match route {
        Route::Program => (page::PROGRAM_TITLE, page::PROGRAM_DESCRIPTION),
        Route::Week => (page::WEEK_TITLE, page::WEEK_DESCRIPTION),
        Route::Ask => (page::ASK_TITLE, page::ASK_DESCRIPTION),
        Route::Check => (page::CHECK_TITLE, page::CHECK_LEAD),
    };
    let owner = Owner::new();
    let body = owner.with(|| {
        let main = match route {
            Route::Program => home::main(source, words).into_any(),
            Route::Week => week(source, words).into_any(),
            Route::Ask => ask(source, words).into_any(),
            Route::Check => check(source, words).into_any(),
        };
        frame::around(source, words, route, main).to_html()
    });
    // Marks that only a hydrating page would need.
    let body = body.replace("<!>", "").replace("<!---->", "");
    Page { title: named(title), description: named(description), body, clinic: fingerprint(source.text) }
}

fn visit(source: &Source) -> State {
    State::new(source.lang, Some(source.text), source.site.phone.shown.clone(), source.today)
}

fn heading(text: impl IntoView) -> impl IntoView {
    view! { <h1 tabindex="-1">{text}</h1> }
}

fn week(source: &Source, words: Words) -> impl IntoView + use<> {
    let state = visit(source);
    let html = planner::shell(&state, &planner::parts(&state));
    view! {
        <main id="main" data-page="week" class="page">
            {heading(words.of(page::WEEK_HEADING))}
            <p class="lead">{words.of(page::WEEK_LEAD)}</p>
            <noscript><p class="card">{words.of(page::WEEK_NOSCRIPT)}</p></noscript>
            <div data-place=planner::PLACE inner_html=html></div>
        </main>
    }
}

fn ask(source: &Source, words: Words) -> impl IntoView + use<> {
    let site = source.site;
    let state = visit(source);
    let html = contact::shell(&state, &contact::parts(&state));
    let html = registered::registered(html, site.backend.as_ref());
    let lead = match &site.reply_by {
        Some(reply) => words.of(page::ASK_LEAD_REPLY).replace("{reply}", reply),
        None => words.of(page::ASK_LEAD).to_owned(),
    };
    let needs_script = site.backend.as_ref().is_some_and(|backend| !backend.takes_plain_post());
    let noscript = needs_script.then(|| {
        let text = words.of(page::ASK_NOSCRIPT).replace("{phone}", &site.phone.shown);
        view! { <noscript><p class="card">{text}</p></noscript> }
    });
    let hours = site.phone_hours.iter().map(|line| view! { <p>{line.clone()}</p> }).collect_view();
    let checked = words.of(page::EMERGENCY_CHECKED).replace("{date}", page::CRISIS_CHECKED);
    view! {
        <main id="main" data-page="ask" class="page ask">
            <div class="ask-main">
                {heading(words.of(page::ASK_HEADING))}
                <p class="lead">{lead}</p>
                {noscript}
                <div data-place=contact::PLACE inner_html=html></div>
            </div>
            <aside class="ask-aside">
                <section class="card">
                    <h2>{words.of(page::TALK_TITLE)}</h2>
                    <p class="big-phone">
                        <a href=format!("tel:{}", site.phone.dial) data-dial=""><span data-fact="phone">{site.phone.shown.clone()}</span></a>
                    </p>
                    {hours}
                </section>
                <section class="card">
                    <h2>{words.of(page::EMERGENCY_TITLE)}</h2>
                    <p>{words.of(page::EMERGENCY_TEXT)}</p>
                    <p>{words.of(page::EMERGENCY_SPANISH)}</p>
                    <p>{words.of(page::EMERGENCY_SAMHSA)}</p>
                    <p class="hint">{checked}</p>
                </section>
            </aside>
        </main>
    }
}

fn check(source: &Source, words: Words) -> impl IntoView + use<> {
    view! {
        <main id="main" data-page="check" class="page">
            {heading(words.of(page::CHECK_HEADING))}
            <p class="lead">{words.of(page::CHECK_LEAD)}</p>
            <div inner_html=issue_list(words, source.issues)></div>
        </main>
    }
}

fn issue_list(words: Words, found: &[Issue]) -> String {
    if found.is_empty() {
        return paragraphs(&[words.of(page::CHECK_FINE).to_owned()]);
    }
    let lines: String = found.iter().map(|issue| markup("<li>{}</li>", &[&issues::issue(issue)])).collect();
    markup("<ul class=\"issues\">{!}</ul>", &[&lines])
}
