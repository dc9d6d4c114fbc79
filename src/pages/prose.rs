//! Prose as HTML: sections and their blocks, with the clinic's name in its place.

use super::Source;
use crate::components::calls;
use foothold_core::site::Site;
use foothold_core::time::NaiveDate;
use foothold_words::prose::{Block, CLINIC, Section};
use foothold_words::topics::sources::Source as Origin;
use foothold_words::{Lang, Words, page};
use leptos::prelude::*;

/// What prose is said with.
#[derive(Clone, Copy)]
pub(super) struct Say<'a> {
    /// The day of writing, for facts that grow old.
    pub(super) today: NaiveDate,
    /// Whether questions stand open: where they are what the page is for, and print.
    pub(super) open: bool,
    /// The page's language.
    pub(super) words: Words,
    /// The clinic's name.
    pub(super) clinic: &'a str,
    /// Its phone, as shown and as dialled.
    pub(super) phone: [&'a str; 2],
}

impl<'a> Say<'a> {
    /// Prose on this page, with questions that open.
    pub(super) fn of(source: &Source<'a>, words: Words) -> Self {
        let Site { name, phone, .. } = source.site;
        Self { today: source.today, open: false, words, clinic: name, phone: [&phone.shown, &phone.dial] }
    }

    /// A text that is in the page's language already.
    pub(super) fn own(self, text: &'static str) -> String {
        self.named(self.words.own(text))
    }

    /// A text with the clinic's name in its place.
    pub(super) fn named(self, text: &str) -> String {
        text.replace(CLINIC, self.clinic)
    }

    /// The same as markup, with numbers that can be called.
    fn told(self, text: &'static str) -> String {
        calls(&self.own(text), self.phone)
    }

    /// A section with its heading and blocks.
    pub(super) fn section(self, section: &Section) -> AnyView {
        self.illustrated(section, None)
    }

    /// The same below a picture.
    pub(super) fn illustrated(self, section: &Section, picture: Option<AnyView>) -> AnyView {
        let is_ask = |block: &&Block| matches!(block, Block::Ask { .. });
        let cards = |block: &Block| matches!(block, Block::Card { .. } | Block::Point { .. } | Block::Fact { .. });
        let cards = section.blocks.iter().any(cards);
        let steps = section.blocks.iter().any(|block| matches!(block, Block::Step { .. }));
        let asks: Vec<AnyView> = section.blocks.iter().filter(is_ask).map(|block| self.block(block)).collect();
        let asks = (!asks.is_empty()).then(|| view! { <ul class="asks">{asks}</ul> });
        let blocks: Vec<AnyView> =
            section.blocks.iter().filter(|block| !is_ask(block)).map(|block| self.block(block)).collect();
        let blocks = (!blocks.is_empty()).then_some(blocks);
        let blocks = blocks.map(|blocks| {
            if steps {
                view! { <ol class="blocks blocks-steps">{blocks}</ol> }.into_any()
            } else {
                view! { <div class=if cards { "blocks blocks-cards" } else { "blocks" }>{blocks}</div> }.into_any()
            }
        });
        let eyebrow =
            (section.eyebrow != section.title).then(|| view! { <p class="eyebrow">{self.own(section.eyebrow)}</p> });
        view! {
            <section class="section" id=section.id aria-labelledby=format!("{}-title", section.id)>
                {picture}
                {eyebrow}
                <h2 id=format!("{}-title", section.id)>{self.own(section.title)}</h2>
                <p class="section-lead">{self.own(section.lead)}</p>
                {asks}
                {blocks}
            </section>
        }
        .into_any()
    }

    /// One block.
    pub(super) fn block(self, block: &Block) -> AnyView {
        let paragraphs = |texts: &'static [&'static str]| {
            texts.iter().map(|text| view! { <p inner_html=self.told(text)></p> }).collect_view()
        };
        match *block {
        Block::Text { id, text } => view! { <p class="prose" id=id inner_html=self.told(text)></p> }.into_any(),
        Block::Point { id, title, text } => {
            view! { <div class="card point" id=id><h3>{self.own(title)}</h3><p inner_html=self.told(text)></p></div> }.into_any()
        }
        Block::Step { id, title, text } => {
            view! { <li class="step" id=id><h3>{self.own(title)}</h3><p inner_html=self.told(text)></p></li> }.into_any()
        }
        Block::Card { id, title, text, more } => view! {
            <div class="card opens" id=id>
                <h3>{self.own(title)}</h3>
                <p inner_html=self.told(text)></p>
                <details>
                    <summary>{self.words.of(page::CARD_MORE)}<span class="hidden">{format!(": {}", self.own(title))}</span></summary>
                    {paragraphs(more)}
                </details>
            </div>
        }
        .into_any(),
        Block::Fact { id, title, text, source } => view! {
            <div class="card point" id=id><h3>{self.own(title)}</h3><p inner_html=self.told(text)></p>{self.source(source)}</div>
        }
        .into_any(),
        Block::Ask { id, text } => {
            let tick = format!("tick-{id}");
            view! { <li class="choice choice-line" id=id><input type="checkbox" id=tick.clone() value=self.own(text) /><label for=tick>{self.own(text)}</label></li> }
                .into_any()
        }
        Block::Question { id, question, answer } if self.open => view! {
            <div class="answer" id=id><h3>{self.own(question)}</h3>{paragraphs(answer)}</div>
        }
        .into_any(),
        Block::Question { id, question, answer } => view! {
            <details class="question" id=id><summary>{self.own(question)}</summary>{paragraphs(answer)}</details>
        }
        .into_any(),
    }
    }

    /// Where a fact comes from and when that was checked; too long ago is said and seen.
    fn source(self, source: &'static Origin) -> impl IntoView + use<> {
        let old = source.is_old(self.today);
        let text = self.words.of(if old { page::SOURCE_OLD } else { page::SOURCE_CHECKED });
        let date = source.checked_on().map(|date| self.words.written_date(date)).unwrap_or_default();
        // Sources speak English, whatever the page does.
        let lang = (self.words.lang == Lang::Es).then_some("en");
        view! {
            <p class=if old { "source source-old" } else { "source" }>
                {self.words.of(page::SOURCE)}" "
                <a href=source.url rel="noreferrer" lang=lang>{self.words.own(source.name)}</a>
                ". "{text.replace("{date}", &date)}
            </p>
        }
    }
}
