//! The check page's test message: every text that can be said about it, in the page and hidden. The app
//! fills in request and answer and shows the texts that apply.

use super::Source;
use crate::components::markup;
use crate::contact::TRIAL;
use foothold_core::contact::Delivery;
use foothold_core::json;
use foothold_words::send_test as words;

/// The section; a sentence where there is no form to test.
pub(super) fn html(source: &Source) -> String {
    let title = markup("<h2>{}</h2>", &[words::TITLE]);
    let Some(backend) = &source.site.backend else {
        return title + &markup("<p>{}</p>", &[words::PAGE_OFF]);
    };
    let service = json::parse(source.text).ok().and_then(|file| file.at("form.service")?.as_text().map(str::to_owned));
    let hidden = |id: &str, text: &str| markup("<p id=\"test-is-{}\" hidden>{}</p>", &[id, text]);
    let verdicts: String = Delivery::kinds().iter().map(|kind| hidden(kind.kind(), words::said(kind))).collect();
    let faults: String = words::FAULTS
        .iter()
        .map(|(mark, mend)| {
            markup("<p data-fault=\"{}\" hidden><strong>{}:</strong> {}</p>", &[mark, words::FAULT, mend])
        })
        .collect();
    let block = |id: &str, label: &str| {
        let pre =
            "<h3>{}</h3><pre class=\"exact\" id=\"test-{}\" tabindex=\"0\" role=\"group\" aria-label=\"{}\"></pre>";
        markup(pre, &[label, id, label])
    };
    title
        + &markup(
            "<p>{}</p><p><strong data-fact=\"test-name\">{}</strong><br><span data-fact=\"test-note\">{}</span></p>\
             <p><button type=\"button\" class=\"button\" id=\"test-send\" data-do=\"test\">{}</button></p>\
             <div data-place=\"{}\" data-late><div role=\"status\"><p id=\"test-busy\" hidden>{}</p>\
             <p id=\"test-not-ready\" hidden>{}</p></div>\
             <div id=\"test-result\" hidden>{!}{!}{!}<h3 id=\"test-verdict\" tabindex=\"-1\">{}</h3>{!}<p>{}</p><p class=\"hint\">{}</p></div></div>\
             <noscript><p>{}</p></noscript>",
            &[
                words::ABOUT,
                words::NAME,
                words::NOTE,
                words::PRESS,
                TRIAL,
                words::BUSY,
                words::NOT_READY,
                &block("request", words::REQUEST),
                &block("answer", words::ANSWER),
                &faults,
                words::VERDICT,
                &verdicts,
                &words::sent_means(service.as_deref()),
                words::PAGE_LIMITS,
                words::NOT_READY,
            ],
        )
        + if backend.opaque { markup("<p>{}</p>", &[words::BLIND]) } else { String::new() }.as_str()
}
