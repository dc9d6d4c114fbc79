//! Prose as HTML: sections and their blocks, with the clinic's name in its place.

use foothold_words::prose::{Block, CLINIC, Section};
use foothold_words::{Words, page};
use leptos::prelude::*;

/// What prose is said with.
#[derive(Clone, Copy)]
pub(super) struct Say<'a> {
    /// The page's language.
    pub(super) words: Words,
    /// The clinic's name.
    pub(super) clinic: &'a str,
}

impl Say<'_> {
    /// A text that is in the page's language already.
    pub(super) fn own(self, text: &'static str) -> String {
        self.words.own(text).replace(CLINIC, self.clinic)
    }

    /// A section with its heading and blocks.
    pub(super) fn section(self, section: &Section) -> AnyView {
        let cards = section.blocks.iter().any(|block| matches!(block, Block::Card { .. } | Block::Point { .. }));
        let steps = section.blocks.iter().any(|block| matches!(block, Block::Step { .. }));
        let blocks = section.blocks.iter().map(|block| self.block(block)).collect_view();
        let blocks = if steps {
            view! { <ol class="blocks blocks-steps">{blocks}</ol> }.into_any()
        } else {
            view! { <div class=if cards { "blocks blocks-cards" } else { "blocks" }>{blocks}</div> }.into_any()
        };
        view! {
            <section class="section" id=section.id aria-labelledby=format!("{}-title", section.id)>
                <p class="eyebrow">{self.own(section.eyebrow)}</p>
                <h2 id=format!("{}-title", section.id)>{self.own(section.title)}</h2>
                <p class="section-lead">{self.own(section.lead)}</p>
                {blocks}
            </section>
        }
        .into_any()
    }

    /// One block.
    pub(super) fn block(self, block: &Block) -> AnyView {
        let paragraphs =
            |texts: &'static [&'static str]| texts.iter().map(|text| view! { <p>{self.own(text)}</p> }).collect_view();
        match *block {
        Block::Text { id, text } => view! { <p class="prose" id=id>{self.own(text)}</p> }.into_any(),
        Block::Point { id, title, text } => {
            view! { <div class="card point" id=id><h3>{self.own(title)}</h3><p>{self.own(text)}</p></div> }.into_any()
        }
        Block::Step { id, title, text } => {
            view! { <li class="step" id=id><h3>{self.own(title)}</h3><p>{self.own(text)}</p></li> }.into_any()
        }
        Block::Card { id, title, text, more } => view! {
            <div class="card opens" id=id>
                <h3>{self.own(title)}</h3>
                <p>{self.own(text)}</p>
                <details>
                    <summary>{self.words.of(page::CARD_MORE)}<span class="hidden">{format!(": {}", self.own(title))}</span></summary>
                    {paragraphs(more)}
                </details>
            </div>
        }
        .into_any(),
        Block::Question { id, question, answer } => view! {
            <details class="question" id=id><summary>{self.own(question)}</summary>{paragraphs(answer)}</details>
        }
        .into_any(),
    }
    }
}
