//! The WebAssembly at work: one state, drawn again after every change.
//!
//! One function draws the parts that the present page has places for; [`page::show`] touches only
//! what differs. Why there is no typed view per element: see DESIGN.md.

use crate::app::{self, Act, After, State};
use crate::browser::{clock, nav, page, rest};
use crate::{later, planner};
use foothold_core::compact;
use foothold_words::{Key, Lang, Words};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};

/// The visit's state; a handle, cheap to clone.
pub(crate) type Live = ArcStoredValue<State>;

/// Starts the app in a prerendered page.
pub fn start() {
    let Some(words) = Words::read(Lang::of_tag(&page::lang()), page::words()) else {
        page::failed();
        return;
    };
    let text = page::clinic();
    let stale = page::compare(&text);
    let late = page::is_late();
    let begin = move |there: bool| {
        if late && !there && page::has_place(planner::PLACE) {
            // What was kept, or a link, could not be read.
            nav::say(words.say(Key::NavFailed));
        }
        // The reader of the clinic's file is in the second part; mostly the page was written from the same file.
        let site = if stale && there { later::site(&text, words.lang) } else { compact::read(&page::offers()) };
        let live = Live::new(State::new(words, site, text, page::fact("phone"), clock::today()));
        let held = settle(&live);
        page::focus(&held);
        let (acted, settled) = (live.clone(), live);
        nav::listen(move |what| run(&acted, what), move || drop(settle(&settled)), words);
        page::ready();
    };
    if late || stale {
        rest::load(Box::new(begin));
    } else {
        begin(false);
    }
}

/// Draws what the page has a place for and somebody looks at while typing. The rest follows once
/// that is painted, so that an answer is not kept waiting by what is out of view.
fn draw(state: &mut State) {
    if page::has_place(planner::PLACE) {
        // Asked before anything is drawn: afterwards the browser would have to lay out the page for it.
        let cards_in_view = page::was_in_view(planner::CARDS);
        planner::told(state).into_iter().for_each(page::show);
        if cards_in_view {
            draw_cards(state);
        }
    }
    if state.late {
        later::draw(state);
    }
}

/// The rest, in steps: what a key in a field rarely changes, offers that were out of view, the picture. A key that is pressed
/// meanwhile is answered between two of them, and then they begin anew.
const REST: [fn(&mut State); 4] = [draw_fields, State::explain, draw_cards, draw_picture];

fn draw_fields(state: &mut State) {
    if page::has_place(planner::PLACE) {
        planner::list(state).into_iter().for_each(page::show);
        if state.late {
            later::draw_list(state);
        }
        page::mark_wrong(&planner::wrong(state));
        planner::told(state).into_iter().for_each(page::show);
    }
}

fn draw_cards(state: &mut State) {
    state.explain();
    if page::has_place(planner::PLACE) {
        planner::cards(state).into_iter().for_each(page::show);
    }
}

fn draw_picture(state: &mut State) {
    if page::has_place(planner::PLACE) {
        planner::picture(state).into_iter().for_each(page::show);
    }
    if state.late {
        later::draw_rest(state);
    }
}

/// Draws the rest at once, because somebody may be led to it.
fn draw_rest(live: &Live) {
    page::enough();
    undisturbed(live, &mut || live.update_value(|state| REST.iter().for_each(|step| step(state))));
}

/// Makes the present page's places ready for their parts. What was typed there before is taken
/// over first. Returns the id of what had the focus.
fn settle(live: &Live) -> String {
    let held = page::focused();
    change(live, &mut |state| {
        arrive(state);
        app::take_over(state, &page::typed());
        if let Some(sorry) = planner::sorry(state) {
            page::fill(planner::PLACE, &sorry);
        }
        if state.late {
            later::settle(live, state);
        }
    });
    draw_rest(live);
    held
}

/// The later part may be there from now on.
fn arrive(state: &mut State) {
    if !state.late
        && let Some(texts) = rest::texts()
    {
        later::arrive(state, texts);
    }
}

thread_local! {
    /// Whether the state is being changed or drawn.
    static DRAWING: Cell<bool> = const { Cell::new(false) };
    /// What happened meanwhile.
    static WAITING: RefCell<Vec<Act>> = const { RefCell::new(Vec::new()) };
}

/// Changes the state and draws what follows from it.
pub(crate) fn change(live: &Live, edit: &mut dyn FnMut(&mut State)) {
    undisturbed(live, &mut || {
        live.update_value(|state| {
            edit(state);
            draw(state);
        });
    });
    let rest = live.clone();
    page::after_paint(move |at| {
        let Some(step) = REST.get(at) else { return false };
        undisturbed(&rest, &mut || rest.update_value(step));
        true
    });
}

/// Changes or draws, and does afterwards what happened meanwhile: a field that loses its place in the page
/// tells of its change in the middle of the drawing.
fn undisturbed(live: &Live, work: &mut dyn FnMut()) {
    let within = DRAWING.replace(true);
    work();
    DRAWING.set(within);
    if !within {
        for act in WAITING.take() {
            run(live, &act);
        }
    }
}

/// Does what somebody asked for, and what follows from it.
pub(crate) fn run(live: &Live, what: &Act) {
    if DRAWING.get() {
        WAITING.with_borrow_mut(|waiting| waiting.push(what.clone()));
        return;
    }
    let mut after = After::Nothing;
    let types = matches!(what, Act::Type(_));
    change(live, &mut |state| {
        arrive(state);
        state.now_ms = clock::ms();
        if !types {
            state.explain();
        }
        after = app::act(state, what, later::fresh_id);
    });
    match after {
        After::Nothing if types => {}
        After::Nothing => draw_rest(live),
        After::Focus(id) => {
            // Whoever is led to a field looks at that; else to what has changed.
            undisturbed(live, &mut || live.update_value(draw_fields));
            if !page::is_inside(&id, planner::LIST) {
                draw_rest(live);
            }
            page::focus(&id);
        }
        after => {
            draw_rest(live);
            later::follow(live, after);
        }
    }
}
