//! What is downloaded only once a page asks for it: the form, whatever follows a Send, the guide, the search,
//! the list of questions, what is taken along, what is kept on the device, what few weeks need,
//! the weeks that differ, and moving things in their picture.
//!
//! The build moves everything that only the functions of this room reach into a second file of
//! WebAssembly, together with `browser::later`; the sentences that only they say are a file that comes with it. So nothing may call them before that file is there
//! ([`crate::app::State::late`]); outside a browser it always is. How it is cut: xtask's
//! `finish/split.rs`.

use crate::app::{After, State};
use crate::browser::Typed;
use crate::explorer::{days, guide, list, search};
use crate::{along, bring, contact, detail, hands, keep, more, weeks};
use foothold_core::draft::{Draft, FieldError, RowDraft};
use foothold_core::household::Household;
use foothold_words::Words;

#[cfg(feature = "csr")]
pub use in_browser::{arrive, draw, draw_list, draw_rest, follow, fresh_id, settle, site};

/// Reads what the planner asks only when somebody wants to say more.
#[inline(never)]
pub fn complete(week: &Draft, household: &mut Household, errors: &mut Vec<FieldError>) {
    foothold_core::draft::complete(week, household, errors);
}

/// What a field still needs, with its name where it is one of those.
#[inline(never)]
pub fn need(words: Words, error: &FieldError, problem: String) -> String {
    more::need(words, error, problem)
}

/// What an entry's own line says of it.
#[inline(never)]
pub fn said(state: &State, row: &RowDraft) -> Vec<String> {
    more::said(state, row)
}

/// Something was pressed; `None` where that is nothing of these.
#[inline(never)]
pub fn press(state: &mut State, verb: &str, about: &str, fresh_id: fn() -> String) -> Option<After> {
    guide::press(state, verb, about)
        .or_else(|| days::press(state, verb, about))
        .or_else(|| along::press(state, verb, about))
        .or_else(|| detail::press(state, verb, about))
        .or_else(|| weeks::press(state, verb, about))
        .or_else(|| hands::press(state, verb, about))
        .or_else(|| bring::press(state, verb))
        .or_else(|| more::press(state, verb, about))
        .or_else(|| keep::press(state, verb))
        .or_else(|| contact::press(state, verb, about, fresh_id))
}

/// A text field was typed into.
#[inline(never)]
pub fn type_in(state: &mut State, typed: &Typed) {
    // A choice is heard as typing first, and what is drawn then must know of it.
    guide::choose(state, typed);
    search::type_in(state, typed);
    along::type_in(state, typed);
    more::type_in(state, typed);
    contact::type_in(state, typed);
}

/// A box was ticked, a choice made.
#[inline(never)]
pub fn choose(state: &mut State, typed: &Typed) -> After {
    guide::choose(state, typed);
    list::choose(state, typed);
    along::choose(state, typed);
    detail::choose(state, typed);
    more::choose(state, typed);
    contact::choose(state, typed);
    if bring::choose(state, typed) { After::Bring } else { After::Nothing }
}

#[cfg(feature = "csr")]
mod in_browser {
    use crate::app::{Act, After, State};
    use crate::browser::{clipboard, clock, fetch, hands as pointer, keep as saved, kept, later, page};
    use crate::contact::{self, Sending};
    use crate::explorer::{self, guide, search};
    use crate::keep::{self, Kept};
    use crate::live::{Live, change, run};
    use crate::planner;
    use crate::{along, bring, detail, hands, more, weeks};
    use foothold_core::config;
    use foothold_core::contact::{Arrival, Delivery, check, on_the_wire, request, trial, verdict};
    use foothold_core::site::Site;
    use foothold_words::{Key, Lang, LaterTexts};
    use leptos::prelude::WithValue;

    /// The clinic of a file that is newer than the page, whose facts it puts into the page.
    #[inline(never)]
    pub fn site(text: &str, lang: Lang) -> Option<Site> {
        let site = config::load_in(text, lang.tag()).site;
        if let Some(site) = &site {
            page::refresh_facts(site);
        }
        site
    }

    /// An id for a new message.
    #[inline(never)]
    pub fn fresh_id() -> String {
        fetch::message_id()
    }

    /// Once, when the second file has come with its texts: reads where the form goes and what the app has not asked
    /// of the clinic's file so far.
    #[inline(never)]
    pub fn arrive(state: &mut State, texts: LaterTexts) {
        state.late = true;
        state.words = state.words.with(texts);
        if let Some(site) = &mut state.site {
            config::complete(site, &state.text, state.words.lang.tag());
        }
        if let Some(text) = kept::read() {
            keep::restore(state, &text);
        }
        receive(state);
    }

    /// Takes what the address has brought to the planner, if anything.
    fn receive(state: &mut State) {
        if page::has_place(planner::PLACE)
            && let Some(text) = kept::link()
        {
            keep::open(state, &text);
        }
    }

    /// Keeps the week as it is now, where somebody has asked for that; true where the browser does not let us.
    fn store(state: &State) -> bool {
        match state.keep.kept {
            Kept::Off => false,
            Kept::On => !keep::text(state).is_some_and(|text| kept::write(&text)),
            Kept::Gone => {
                kept::forget();
                false
            }
        }
    }

    /// Looks at the clinic's clock.
    fn look_at_clock(state: &mut State) {
        state.clinic_now = state.site.as_ref().and_then(|site| clock::there(&site.zone));
    }

    /// Draws what this page has a place for.
    #[inline(never)]
    pub fn draw(state: &State) {
        if page::has_place(planner::PLACE) {
            along::parts(state).into_iter().for_each(page::show);
            page::show(keep::part(state, store(state)));
        }
        page::hold(state.sending == Sending::Busy);
        if page::has_place(contact::PLACE) {
            contact::parts(state).into_iter().for_each(page::show);
            page::title_error(contact::title(state));
        }
        if page::has_place(search::PLACE) {
            let (parts, shown) = search::parts(state, &page::beside(""));
            parts.into_iter().for_each(page::show);
            for (id, on) in shown {
                page::show_if(id, on);
            }
        }
        if page::has_place(guide::PLACE) {
            for (id, on) in guide::shown(&state.guide) {
                page::show_if(&id, on);
            }
            for (id, on) in guide::ticked(&state.guide) {
                page::tick(&id, on);
            }
        }
    }

    /// Draws what need not be there in the frame of a keystroke.
    #[inline(never)]
    pub fn draw_rest(state: &State) {
        if page::has_place(planner::PLACE) {
            detail::parts(state).into_iter().for_each(page::show);
            weeks::parts(state).into_iter().for_each(page::show);
            hands::parts(state).into_iter().for_each(page::show);
            pointer::dress(state.hands.on, state.words.say(Key::HandsOpen));
        }
    }

    /// Draws what stands in the planner's list.
    #[inline(never)]
    pub fn draw_list(state: &State) {
        page::show(bring::part(state));
        more::parts(state).into_iter().for_each(page::show);
    }

    /// Fetches what the search looks things up in.
    async fn fetch_index(live: Live) {
        let text = fetch::text(&later::index()).await;
        change(&live, &mut |state| state.search.arrive(text.as_deref().unwrap_or_default()));
    }

    /// Makes the places of this page ready that need the second file.
    #[inline(never)]
    pub fn settle(live: &Live, state: &mut State) {
        receive(state);
        if page::has_place(search::PLACE) && state.search.index.is_none() {
            page::begin(fetch_index(live.clone()));
        }
        for (id, _) in &state.list {
            page::tick(id, true);
        }
        if page::has_place(contact::PLACE) {
            if state.began_ms == 0.0 {
                state.began_ms = clock::ms();
            }
            look_at_clock(state);
            if let Some(text) = contact::answering(state) {
                page::set_text(contact::OPEN, &text);
            }
            page::fill(contact::PLACE, &contact::shell(state, &[]));
        }
        if page::is_stale() {
            // The page may have been written when there were no offers.
            state.explain();
            page::fill(planner::PLACE, &planner::shell(state, &planner::parts(state)));
        }
        if page::is_stale()
            && let Some(site) = &state.site
        {
            let [week, ask] = ["week/", "ask/"].map(page::beside);
            page::fill(explorer::PLACE, &explorer::tracks(state.words, site, [&week, &ask]));
        }
    }

    /// Does what the browser has to do for the form.
    #[inline(never)]
    pub fn follow(live: &Live, after: After) {
        match after {
            After::Copy { text, says, copied, failed } => page::begin(async move {
                let done = clipboard::copy(text).await;
                page::set_text(says, if done { copied } else { failed });
            }),
            After::Save { name, said, text } => {
                saved::save(name, &text);
                page::set_text("along-says", &said);
            }
            After::Fill { parts, focus } => {
                for (id, html) in parts {
                    later::fill(&id, &html);
                }
                page::focus(&focus);
            }
            After::Sheet { title, html, blocked } => {
                let opened = saved::sheet(title, &html).is_some();
                page::set_text("along-says", if opened { "" } else { blocked });
            }
            After::Send(post) => {
                let live = live.clone();
                page::begin(async move {
                    let arrival = fetch::send(&post.request).await;
                    let delivery = verdict(&post.backend, &arrival).of(&post.submission);
                    change(&live, &mut |state| {
                        look_at_clock(state);
                        state.sending = Sending::Done(delivery.clone());
                    });
                    page::focus("ask-says");
                });
            }
            After::Bring => {
                let live = live.clone();
                page::begin(async move {
                    let text = saved::brought("bring-file").await;
                    change(&live, &mut |state| bring::take(state, text.clone()));
                    page::focus("bring-says");
                });
            }
            After::Test => page::begin(test(live.clone())),
            After::Hands(on) => {
                let on = on.unwrap_or(true) && pointer::is_wide();
                change(live, &mut |state| hands::turn(state, on));
                let (acts, narrow) = (live.clone(), live.clone());
                pointer::listen(
                    move |what| run(&acts, &Act::Press(what)),
                    move || change(&narrow, &mut |state| hands::turn(state, false)),
                );
            }
            After::Nothing | After::Focus(_) => {}
        }
    }

    /// Characters of an answer that are shown.
    const SHOWN: usize = 2000;

    /// Sends a test message as the form would and fills in the check page: its texts stand there, hidden.
    async fn test(live: Live) {
        let (name, note) = (page::fact("test-name"), page::fact("test-note"));
        let made = live.with_value(|state| {
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
