//! What stands around every page: skip link, crisis strip, header, footer.

use super::{Source, topic};
use crate::route::Route;
use foothold_words::{Lang, Words, page};
use leptos::prelude::*;

/// The whole body around a main part.
pub(super) fn around(source: &Source, words: Words, route: Route, main: AnyView) -> impl IntoView + use<> {
    let demo = source.site.demo.then(|| view! { <p class="demo">{words.of(page::DEMO)}</p> });
    let reviewed = source.site.reviewed.iter().any(|review| review.lang == source.lang.tag());
    let unreviewed = (source.lang == Lang::Es && !reviewed)
        .then(|| view! { <p class="demo unreviewed">{words.of(page::UNREVIEWED)}</p> });
    view! {
        <a class="skip" href="#main">{words.of(page::SKIP)}</a>
        {strip(source, words)}
        <header class="head">{brand(source, route)}{tongues(source, route)}{nav(words, route)}{demo}{unreviewed}</header>
        <p id="page-says" class="page-says" role="status" tabindex="-1"></p>
        {main}
        {footer(source, words, route)}
        // The hatch that pictures of a week use for the way there and back.
        <svg class="defs" width="0" height="0" aria-hidden="true" focusable="false">
            <defs>
                <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="hatch-line" width="2" height="6" />
                </pattern>
            </defs>
        </svg>
    }
}

/// 911, 988 and the clinic's phone: the same in every view, in the HTML itself.
pub(super) fn strip(source: &Source, words: Words) -> impl IntoView + use<> {
    let site = source.site;
    let leave = site.leave_to.clone().map(|to| {
        view! {
            <a class="leave" href=to data-leave="" rel="noreferrer nofollow" title=words.of(page::LEAVE_EXPLAIN)>
                {words.of(page::STRIP_LEAVE)}
                <span class="strip-word">{words.of(page::LEAVE_SHIFT)}</span>
            </a>
        }
    });
    let lines = site
        .crisis_lines
        .iter()
        .map(|line| {
            view! { <li class="strip-more">{line.name.clone()}" "<a href=format!("tel:{}", line.phone.dial)>{line.phone.shown.clone()}</a></li> }
        })
        .collect_view();
    view! {
        <aside class="strip" aria-label=words.of(page::STRIP_LABEL)>
            <div class="strip-in">
                <ul>
                    <li><span class="strip-word">{words.of(page::STRIP_DANGER)}" "</span><a href="tel:911">"911"</a></li>
                    <li><span class="strip-word">{words.of(page::STRIP_CRISIS)}" "</span><a href="tel:988">"988"</a></li>
                    <li>
                        <span class="strip-word">{words.of(page::STRIP_CLINIC)}" "</span>
                        <a href=format!("tel:{}", site.phone.dial) data-dial="">
                            <span class="strip-call">{words.of(page::STRIP_CALL_US)}" "</span>
                            <span class="strip-number" data-fact="phone">{site.phone.shown.clone()}</span>
                        </a>
                    </li>
                    {lines}
                </ul>
                {leave}
            </div>
        </aside>
    }
}

fn brand(source: &Source, route: Route) -> impl IntoView + use<> {
    view! {
        <a class="brand" href=route.link(Route::Program) data-route="">
            <svg class="brand-mark" viewBox="0 0 34 34" width="34" height="34" aria-hidden="true" focusable="false">
                <rect class="brand-ground" width="34" height="34" rx="9" />
                <path class="brand-path" d="M8 24c5 0 5-6 9-6s4-6 8-8" />
                <circle class="brand-dot" cx="26" cy="9" r="3" />
            </svg>
            <span data-fact="name">{source.site.name.clone()}</span>
        </a>
    }
}

fn nav(words: Words, route: Route) -> impl IntoView + use<> {
    let links = [
        (Route::Program, page::NAV_PROGRAM),
        (Route::Week, page::NAV_WEEK),
        (Route::Ask, page::NAV_ASK),
        (Route::Search, page::NAV_SEARCH),
    ]
    .into_iter()
    .map(|(to, text)| {
        view! { <li><a href=route.link(to) data-route="" aria-current=(route == to).then_some("page")>{words.of(text)}</a></li> }
    })
    .collect_view();
    view! { <nav aria-label=words.of(page::NAV_LABEL)><ul>{links}</ul></nav> }
}

/// The same page in the clinic's other languages, each named in itself.
fn tongues(source: &Source, route: Route) -> impl IntoView + use<> {
    let top = source.to_top(route);
    Source::langs(source.site)
        .into_iter()
        .filter(|lang| *lang != source.lang && source.lang != Lang::Pseudo)
        .map(|lang| {
            let to = format!("{top}{}{}", source.folder(lang), route.folder());
            view! { <a class="tongue" href=to lang=lang.tag() hreflang=lang.tag()>{lang.name()}</a> }
        })
        .collect_view()
}

fn reviewed(source: &Source, words: Words) -> impl IntoView + use<> {
    let reviews = source.site.reviewed.iter().filter(|review| review.lang == source.lang.tag());
    reviews
        .map(|review| {
            let text = match review.on {
                Some(date) => words.of(page::REVIEWED_ON).replace("{date}", &words.written_date(date)),
                None => words.of(page::REVIEWED).to_owned(),
            };
            view! { <p>{text.replace("{by}", &review.by)}</p> }
        })
        .collect_view()
}

/// When the phone is answered, line by line.
pub(super) fn hours(source: &Source, words: Words) -> impl IntoView + use<> {
    let site = source.site;
    let stated = &site.phone_hours;
    let lines = if stated.is_empty() { words.open_hours(&site.reach.open) } else { stated.clone() };
    lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()
}

fn footer(source: &Source, words: Words, route: Route) -> impl IntoView + use<> {
    let site = source.site;
    let lines = |lines: &[String]| lines.iter().map(|line| view! { <p>{line.clone()}</p> }).collect_view();
    let leave = site.leave_to.is_some().then(|| view! { <p>{words.of(page::LEAVE_EXPLAIN)}</p> });
    view! {
        <footer class="foot">
            <div class="foot-in">
                {(route != Route::Program).then(|| topic::links(words, route))}
                <section>
                    <h2>{words.of(page::FOOT_ADDRESS)}</h2>
                    {lines(&site.address)}
                </section>
                <section>
                    <h2>{words.of(page::FOOT_HOURS)}</h2>
                    <p>
                        <a class="link tel" href=format!("tel:{}", site.phone.dial) data-dial="">
                            <span data-fact="phone">{site.phone.shown.clone()}</span>
                        </a>
                    </p>
                    {hours(source, words)}
                </section>
                <section class="foot-notice">
                    <p>{words.of(page::FOOT_NOTICE)}</p>
                    {reviewed(source, words)}
                    <p>{words.of(page::FOOT_PRIVACY)}</p>
                    {leave}
                    <details>
                        <summary class="link">{words.of(page::CLEAR)}</summary>
                        <p>{words.of(page::CLEAR_EXPLAIN)}</p>
                        <p><a class="link" href="" data-leave="here">{words.of(page::CLEAR_DO)}</a></p>
                    </details>
                </section>
            </div>
        </footer>
    }
}
