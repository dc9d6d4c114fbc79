//! What is downloaded only once a page asks for it: the form, and whatever follows a Send.
//!
//! The build moves everything that only the functions of this room reach into a second file of
//! WebAssembly, together with `browser::later`. So nothing may call them before that file is there
//! ([`crate::app::State::late`]); outside a browser it always is. How it is cut: xtask's
//! `finish/split.rs`.

use crate::app::{After, State};
use crate::browser::Typed;
use crate::components::Part;
use crate::contact;

#[cfg(feature = "csr")]
pub use in_browser::{arrive, follow, settle};

/// What the form's parts stand in.
#[inline(never)]
pub fn form_shell(state: &State) -> String {
    contact::shell(state, &[])
}

/// The form's parts.
#[inline(never)]
pub fn form_parts(state: &State) -> Vec<Part> {
    contact::parts(state)
}

/// What the page's title begins with, where something in the form needs a look.
#[inline(never)]
pub fn form_title(state: &State) -> Option<&'static str> {
    contact::title(state)
}

/// Something was pressed; `None` where that is nothing of the form's.
#[inline(never)]
pub fn form_press(state: &mut State, verb: &str, about: &str, fresh_id: fn() -> String) -> Option<After> {
    contact::press(state, verb, about, fresh_id)
}

/// A text field was typed into.
#[inline(never)]
pub fn form_type(state: &mut State, typed: &Typed) {
    contact::type_in(state, typed);
}

/// A box was ticked, a choice made.
#[inline(never)]
pub fn form_choose(state: &mut State, typed: &Typed) {
    contact::choose(state, typed);
}

#[cfg(feature = "csr")]
mod in_browser {
    use crate::app::{After, State};
    use crate::browser::{clipboard, clock, fetch, page};
    use crate::contact::{self, Sending};
    use crate::explorer;
    use crate::live::{Live, change};
    use foothold_core::config;
    use foothold_core::contact::{Arrival, Delivery, check, on_the_wire, request, trial, verdict};
    use leptos::prelude::WithUntracked;

    /// Once, when the second file has come: reads where the form goes.
    #[inline(never)]
    pub fn arrive(state: &mut State) {
        state.late = true;
        let backend = config::load_form(&state.text, state.words.lang.tag());
        if let Some(site) = &mut state.site {
            site.backend = backend;
        }
    }

    /// Makes the places of this page ready that need the second file.
    #[inline(never)]
    pub fn settle(state: &mut State) {
        if page::has_place(contact::PLACE) {
            if state.began_ms == 0.0 {
                state.began_ms = clock::ms();
            }
            page::fill(contact::PLACE, &super::form_shell(state));
        }
        if page::is_stale()
            && let Some(site) = &state.site
        {
            page::fill(explorer::PLACE, &explorer::tracks(state.words, site, &page::beside("week/")));
        }
    }

    /// Does what the browser has to do for the form.
    #[inline(never)]
    pub fn follow(live: &Live, after: After) {
        match after {
            After::Copy { text, copied, failed } => page::begin(async move {
                let done = clipboard::copy(text).await;
                page::set_text("ask-copied", if done { copied } else { failed });
            }),
            After::Send(post) => {
                let live = live.clone();
                page::begin(async move {
                    let arrival = fetch::send(&post.request).await;
                    let delivery = verdict(&post.backend, &arrival).of(&post.submission);
                    change(&live, &mut |state| state.sending = Sending::Done(delivery.clone()));
                    page::focus("ask-says");
                });
            }
            After::Test => page::begin(test(live.clone())),
            After::Nothing | After::Focus(_) => {}
        }
    }

    /// Characters of an answer that are shown.
    const SHOWN: usize = 2000;

    /// Sends a test message as the form would and fills in the check page: its texts stand there, hidden.
    async fn test(live: Live) {
        let (name, note) = (page::fact("test-name"), page::fact("test-note"));
        let made = live.with_untracked(|state| {
            let backend = state.site.as_ref()?.backend.clone()?;
            let id = ["test-", &fetch::message_id()].concat();
            let draft = state.words.addressed(trial(&backend, &name, &note), &backend.questions, &id);
            let submission = check(&draft, &backend.questions, &id).ok()?;
            Some((request(&backend, &submission), backend, submission))
        });
        let Some((request, backend, submission)) = made else {
            page::reveal("test-not-ready", true);
            return;
        };
        if !page::reveal("test-busy", true) {
            // Already on its way.
            return;
        }
        let (kind, body) = on_the_wire(&request);
        page::set_text("test-request", &["POST ", &request.url, "\nContent-Type: ", &kind, "\n\n", &body].concat());
        let arrival = fetch::send(&request).await;
        let answer = match &arrival {
            Arrival::Answered { status, body } => {
                let few: String = body.chars().take(SHOWN).collect();
                [&status.to_string(), "\n\n", &few].concat()
            }
            _ => String::from("-"),
        };
        page::set_text("test-answer", &answer);
        page::reveal_where("data-fault", &|mark| answer.contains(mark));
        let delivery = verdict(&backend, &arrival).of(&submission);
        for known in Delivery::kinds() {
            page::reveal(&["test-is-", known.kind()].concat(), known.kind() == delivery.kind());
        }
        page::reveal("test-busy", false);
        page::reveal("test-result", true);
        page::focus("test-verdict");
    }
}
