//! The page for addresses that lead nowhere: in every language at once, because nobody knows which was meant. It works
//! without the app; its addresses are made whole when the folder is finished.

use super::{Page, Source, frame};
use crate::route::Route;
use foothold_core::config::fingerprint;
use foothold_words::{Words, page};
use leptos::prelude::*;

/// The page, from one source a language, the first language first; nothing without any.
pub fn missing(sources: &[Source]) -> Option<Page> {
    let first = sources.first()?;
    let owner = Owner::new();
    let body = owner.with(|| {
        let parts = sources.iter().map(part).collect_view();
        view! {
            {frame::strip(first, Words::new(first.lang))}
            <main id="main" data-page="missing" class="page">
                <p class="brand">{first.site.name.clone()}</p>
                {parts}
            </main>
        }
        .to_html()
    });
    let words = Words::new(first.lang);
    Some(Page {
        title: words.of(page::MISSING_HEADING).to_owned(),
        description: words.of(page::MISSING_TEXT).to_owned(),
        head: "<meta name=\"robots\" content=\"noindex\">".to_owned(),
        body: body.replace("<!>", "").replace("<!---->", ""),
        clinic: fingerprint(first.text),
    })
}

fn part(source: &Source) -> impl IntoView + use<> {
    let words = Words::new(source.lang);
    let folder = source.folder(source.lang);
    let links = [
        (Route::Search, page::NAV_SEARCH),
        (Route::Program, page::NAV_PROGRAM),
        (Route::Week, page::NAV_WEEK),
        (Route::Ask, page::NAV_ASK),
    ]
    .map(|(to, text)| {
        let to = format!("./{folder}{}", to.folder());
        view! { <li><a class="link" href=to>{words.of(text)}</a></li> }
    })
    .collect_view();
    // One heading of the first rank: the others say the same.
    let heading = words.of(page::MISSING_HEADING);
    let heading = if folder.is_empty() {
        view! { <h1>{heading}</h1> }.into_any()
    } else {
        view! { <h2>{heading}</h2> }.into_any()
    };
    view! {
        <section class="section" lang=source.lang.tag()>
            {heading}
            <p class="section-lead">{words.of(page::MISSING_TEXT)}</p>
            <ul>{links}</ul>
        </section>
    }
}
