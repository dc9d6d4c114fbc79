//! The public pages as HTML, written at build time: strip, header, main part, footer.
//!
//! Prose is here and nowhere in the WebAssembly. Marked places (`data-place`) hold what the
//! WebAssembly will mount, already drawn, so that nothing jumps.

use crate::app::State;
use crate::components::{FigureBlock, calls, figure, markup, paragraphs, picture_columns};
use crate::route::Route;
use crate::{contact, planner};
use foothold_core::config::{Issue, fingerprint};
use foothold_core::plan::WeekPicture;
use foothold_core::site::Site;
use foothold_core::time::{NaiveDate, Span, parse_date};
use foothold_words::prose::{hero, sections};
use foothold_words::{Lang, Words, issues, page};
use leptos::prelude::*;

mod frame;
mod guide;
mod head;
mod home;
mod missing;
mod owner;
mod prose;
mod registered;
mod search;
mod topic;
mod trial;

pub use missing::missing;
pub use search::index;

/// One page: what goes into the head and into the body.
pub struct Page {
    /// The document's title.
    pub title: String,
    /// The description for search engines.
    pub description: String,
    /// What else stands in the head: its address, the same page in other languages, and what
    /// machines should know.
    pub head: String,
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

impl Source<'_> {
    /// The languages that this clinic's pages are written in, the first is at the top of the site.
    pub fn langs(site: &Site) -> Vec<Lang> {
        let tags = site.languages.iter();
        let mut langs: Vec<Lang> =
            tags.filter_map(|tag| Lang::SPOKEN.into_iter().find(|lang| lang.tag() == tag)).collect();
        if langs.is_empty() {
            langs.push(Lang::En);
        }
        langs
    }

    /// The folder of a language's pages below the top of the site, with a slash at its end.
    pub fn folder(&self, lang: Lang) -> String {
        if Self::langs(self.site).first() == Some(&lang) { String::new() } else { format!("{}/", lang.tag()) }
    }

    /// From a page in this language to the top of the site.
    pub fn to_top(&self, route: Route) -> String {
        let path = self.folder(self.lang) + route.folder();
        if path.is_empty() { "./".to_owned() } else { "../".repeat(path.matches('/').count()) }
    }
}

/// Writes one route.
pub fn write(source: &Source, route: Route) -> Page {
    let words = Words::new(source.lang);
    let topic = topic::of(words, route);
    let (title, description) = match (route, topic) {
        (_, Some(topic)) => (words.own(topic.title), words.own(topic.description)),
        (Route::Guide, _) => guide::title(words),
        (Route::Week, _) => (words.of(page::WEEK_TITLE), words.of(page::WEEK_DESCRIPTION)),
        (Route::Paper, _) => (words.of(page::PAPER_HEADING), words.of(page::PAPER_LEAD)),
        (Route::Search, _) => (words.of(page::SEARCH_TITLE), words.of(page::SEARCH_LEAD)),
        (Route::Ask, _) => (words.of(page::ASK_TITLE), words.of(page::ASK_DESCRIPTION)),
        (Route::Check, _) => (words.of(page::CHECK_TITLE), words.of(page::CHECK_LEAD)),
        _ => (words.of(page::PROGRAM_TITLE), words.of(page::PROGRAM_DESCRIPTION)),
    };
    let owner = Owner::new();
    let body = owner.with(|| {
        let main = match (route, topic) {
            (_, Some(topic)) => topic::main(source, words, route, topic).into_any(),
            (Route::Guide, _) => guide::main(source, words).into_any(),
            (Route::Week, _) => week(source, words).into_any(),
            (Route::Paper, _) => paper(words).into_any(),
            (Route::Search, _) => search::main(source, words).into_any(),
            (Route::Ask, _) => ask(source, words).into_any(),
            (Route::Check, _) => check(source, words).into_any(),
            _ => home::main(source, words).into_any(),
        };
        frame::around(source, words, route, main).to_html()
    });
    // Marks that only a hydrating page would need.
    let body = body.replace("<!>", "").replace("<!---->", "");
    let named = |text: &str| text.replace("{clinic}", &source.site.name);
    let (title, description) = (named(title), named(description));
    let head = head::of(source, route, &title, &description);
    Page { title, description, head, body, clinic: fingerprint(source.text) }
}

/// The files for search engines: name and text. Addresses in them must be whole, so a clinic
/// without `site_url` has a file of rules only.
pub fn search_engines(source: &Source) -> Vec<(&'static str, String)> {
    let mut rules = String::from("User-agent: *\n");
    for lang in Source::langs(source.site) {
        rules.push_str(&["Disallow: /", &source.folder(lang), Route::Check.folder(), "\n"].concat());
    }
    let mut files = Vec::new();
    if let Some(top) = &source.site.site_url {
        let mut map = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
        );
        for route in Route::ALL.into_iter().filter(|route| *route != Route::Check) {
            for lang in Source::langs(source.site) {
                let address = head::address(source, top, lang, route);
                map.push_str(&markup("<url><loc>{}</loc></url>\n", &[&address]));
            }
        }
        map.push_str("</urlset>\n");
        files.push(("sitemap.xml", map));
        rules.push_str("Sitemap: ");
        rules.push_str(top);
        rules.push_str("sitemap.xml\n");
    }
    files.push(("robots.txt", rules));
    files
}

fn visit(source: &Source) -> State {
    let site = Some(source.site.clone());
    State::new(Words::new(source.lang), site, source.text.to_owned(), source.site.phone.shown.clone(), source.today)
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
            // Drawn again by the later part, once that is there: `crate::keep`.
            <div id="keep" role="status">
                <p class="hint">{words.of(page::KEEP_OFFER)}</p>
                <button type="button" class="button-quiet" id="keep-do" data-do="keep" data-rest="">{words.of(page::KEEP_DO)}</button>
            </div>
            <div data-place=planner::PLACE inner_html=html></div>
            <p><a class="link" href=Route::Week.link(Route::Paper) data-route="">{words.of(page::WEEK_PAPER)}</a></p>
        </main>
    }
}

/// An empty week to fill in by hand; needs no script, and its title says nothing.
fn paper(words: Words) -> impl IntoView + use<> {
    let picture = WeekPicture::empty();
    let mut columns = picture_columns(words, &picture, &|_| String::new());
    // Every third hour has a faint line, as on the axis: a block that is hardly there.
    for column in &mut columns {
        let hours = (picture.from + 180..picture.to).step_by(180);
        column.blocks = hours.map(|from| line(Span { from, to: from + 2 })).collect();
    }
    view! {
        <main id="main" data-page="paper" class="page">
            {heading(words.of(page::PAPER_HEADING))}
            <p class="lead">{words.of(page::PAPER_LEAD)}</p>
            <div inner_html=figure(words, &picture, &columns)></div>
        </main>
    }
}

fn line(span: Span) -> FigureBlock {
    FigureBlock { span, class: "week-line", label: String::new(), name: String::new() }
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
    let told = |text: &str| calls(text, [&site.phone.shown, &site.phone.dial]);
    let needs_script = site.backend.as_ref().is_some_and(|backend| !backend.takes_plain_post());
    let noscript = needs_script.then(|| {
        let text = words.of(page::ASK_NOSCRIPT).replace("{phone}", &site.phone.shown);
        view! { <noscript><p class="card" inner_html=told(&text)></p></noscript> }
    });
    let hours = frame::hours(source, words);
    let now = (!site.reach.open.is_empty())
        .then(|| view! { <p id=contact::OPEN>{site.backend.as_ref().map(|_| words.of(page::TALK_OPEN))}</p> });
    let checked = parse_date(page::CRISIS_CHECKED).map(|date| {
        let text = words.of(page::EMERGENCY_CHECKED).replace("{date}", &words.written_date(date));
        view! { <p class="hint">{text}</p> }
    });
    view! {
        <main id="main" data-page="ask" class="page ask">
            <div class="ask-main">
                {heading(words.of(page::ASK_HEADING))}
                <p class="lead">{lead}</p>
                {noscript}
                <div data-place=contact::PLACE data-late="" inner_html=html></div>
            </div>
            <aside class="ask-aside">
                <section class="card">
                    <h2>{words.of(page::TALK_TITLE)}</h2>
                    <p class="big-phone">
                        <a href=format!("tel:{}", site.phone.dial) data-dial=""><span data-fact="phone">{site.phone.shown.clone()}</span></a>
                    </p>
                    {hours}
                    {now}
                    {besides(source, words)}
                </section>
                <section class="card">
                    <h2>{words.of(page::EMERGENCY_TITLE)}</h2>
                    <p inner_html=told(words.of(page::EMERGENCY_TEXT))></p>
                    <p inner_html=told(words.of(page::EMERGENCY_SPANISH))></p>
                    <p inner_html=told(words.of(page::EMERGENCY_SAMHSA))></p>
                    {checked}
                </section>
            </aside>
        </main>
    }
}

/// How else the clinic can be reached than by phone.
fn besides(source: &Source, words: Words) -> impl IntoView + use<> {
    let site = source.site;
    let link = |to: String, text: String| view! { <p><a class="link" href=to>{text}</a></p> };
    let text = site.texts_to().map(|dial| {
        let phone = markup("<span data-fact=\"phone\">{}</span>", &[&site.phone.shown]);
        let text = words.of(page::TALK_TEXT).replace("{phone}", &phone);
        view! { <p><a class="link" href=format!("sms:{dial}") data-dial="" inner_html=text></a></p> }
    });
    let email = site.reach.email.as_ref().map(|email| {
        let text = words.of(page::TALK_EMAIL).replace("{email}", email);
        link(format!("mailto:{email}"), text)
    });
    let hint =
        (text.is_some() || email.is_some()).then(|| view! { <p class="hint">{words.of(page::TALK_EMAIL_HINT)}</p> });
    (text, email, hint)
}

fn check(source: &Source, words: Words) -> impl IntoView + use<> {
    // What is said about a file and about a test is in English.
    let said = (words.lang == Lang::Es).then_some("en");
    view! {
        <main id="main" data-page="check" class="page">
            {heading(words.of(page::CHECK_HEADING))}
            <p class="lead">{words.of(page::CHECK_LEAD)}</p>
            <div inner_html=owner::in_english(words)></div>
            <div inner_html=issue_list(words, source.issues)></div>
            <section class="card" inner_html=owner::html(words)></section>
            <section class="card" lang=said inner_html=trial::html(source)></section>
        </main>
    }
}

fn issue_list(words: Words, found: &[Issue]) -> String {
    if found.is_empty() {
        return paragraphs(&[words.of(page::CHECK_FINE).to_owned()]);
    }
    let lines: String = found.iter().map(|issue| markup("<li>{}</li>", &[&issues::issue(issue)])).collect();
    markup("<ul class=\"issues\" lang=\"en\">{!}</ul>", &[&lines])
}
