//! What stands in the head besides title and description: where the page is, in which other
//! languages it is, and what machines should know about it.
//!
//! Structured data is a block of JSON that no browser runs, so the strict policy does not touch it.

use super::{Source, owner};
use crate::components::markup;
use crate::route::Route;
use foothold_core::json::quote;
use foothold_words::Lang;
use foothold_words::prose::{Block, CLINIC};
use foothold_words::topics::Topics;

/// The marks of one page.
pub(super) fn of(source: &Source, route: Route, title: &str, description: &str) -> String {
    let unlisted = "<meta name=\"robots\" content=\"noindex\">";
    if route == Route::Check {
        return [unlisted, &owner::script(source)].concat();
    }
    if source.lang == Lang::Pseudo {
        return unlisted.to_owned();
    }
    let site = source.site;
    let locale = if source.lang == Lang::Es { "es_US" } else { "en_US" };
    let mut head = String::new();
    let mut fact = |name: &str, value: &str| {
        head.push_str(&markup("<meta property=\"{}\" content=\"{}\">", &[name, value]));
    };
    fact("og:type", "website");
    fact("og:site_name", &site.name);
    fact("og:title", title);
    fact("og:description", description);
    fact("og:locale", locale);
    if let Some(top) = &site.site_url {
        let here = address(source, top, source.lang, route);
        fact("og:url", &here);
        head.push_str(&markup("<link rel=\"canonical\" href=\"{}\">", &[&here]));
        let langs = Source::langs(site);
        if langs.len() > 1 {
            for lang in &langs {
                let there = address(source, top, *lang, route);
                head.push_str(&markup("<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">", &[lang.tag(), &there]));
            }
            let first = langs.first().copied().unwrap_or(Lang::En);
            let there = address(source, top, first, route);
            head.push_str(&markup("<link rel=\"alternate\" hreflang=\"x-default\" href=\"{}\">", &[&there]));
        }
    }
    if matches!(route, Route::Program | Route::Ask) {
        head.push_str(&data(&clinic(source)));
    }
    if route == Route::Questions {
        head.push_str(&data(&questions(source)));
    }
    head
}

/// The public address of a page.
pub(crate) fn address(source: &Source, top: &str, lang: Lang, route: Route) -> String {
    format!("{top}{}{}", source.folder(lang), route.folder())
}

/// A block of structured data. `<` is written as an escape, so that no value can end the block.
pub(super) fn data(json: &str) -> String {
    format!("<script type=\"application/ld+json\">{}</script>", json.replace('<', "\\u003c"))
}

/// The questions and answers of a page, as search engines read them.
fn questions(source: &Source) -> String {
    let blocks = Topics::of(source.lang).questions.sections.iter().flat_map(|section| section.blocks);
    let entries: Vec<String> = blocks
        .filter_map(|block| match block {
            Block::Question { question, answer, .. } => {
                let answer = quote(&answer.join(" ").replace(CLINIC, &source.site.name));
                let answer = format!("{{{}:{},{}:{answer}}}", quote("@type"), quote("Answer"), quote("text"));
                let values = [("@type", quote("Question")), ("name", quote(question)), ("acceptedAnswer", answer)];
                Some(object(&values))
            }
            _ => None,
        })
        .collect();
    let entries = format!("[{}]", entries.join(","));
    object(&[("@context", quote("https://schema.org")), ("@type", quote("FAQPage")), ("mainEntity", entries)])
}

fn object(members: &[(&str, String)]) -> String {
    let members: Vec<String> = members.iter().map(|(name, value)| format!("{}:{value}", quote(name))).collect();
    format!("{{{}}}", members.join(","))
}

/// The clinic, as search engines read it.
fn clinic(source: &Source) -> String {
    let site = source.site;
    let mut members = vec![
        ("@context", quote("https://schema.org")),
        ("@type", quote("MedicalClinic")),
        ("name", quote(&site.name)),
        ("telephone", quote(&site.phone.dial)),
    ];
    let tags: Vec<String> = site.languages.iter().map(|tag| quote(tag)).collect();
    members.push(("availableLanguage", format!("[{}]", tags.join(","))));
    let known = [("url", &site.site_url), ("email", &site.reach.email)];
    members.extend(known.into_iter().filter_map(|(name, value)| Some((name, quote(value.as_ref()?)))));
    if !site.address.is_empty() {
        members.push(("address", quote(&site.address.join(", "))));
    }
    object(&members)
}
