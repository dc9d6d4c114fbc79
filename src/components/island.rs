//! A part of the page that is text following from signals, and the controls inside it.

use crate::browser;
use leptos::prelude::*;

/// What stands in a part's controls: id and value, set after each drawing, so that typed text
/// never becomes markup.
pub type Controls = Vec<(String, String)>;

/// A part that is drawn again when its markup changes, and only then. Focus, carets and opened
/// details survive; `controls` fills the text fields.
pub fn island(
    id: &'static str,
    html: impl Fn() -> String + Send + Sync + 'static,
    controls: impl Fn() -> Controls + Send + Sync + 'static,
) -> AnyView {
    drawn(id, Box::new(html), Box::new(controls))
}

/// Boxed, so that the signals behind a part are compiled once and not once per part.
type Draw = Box<dyn Fn() -> String + Send + Sync>;

fn drawn(id: &'static str, draw: Draw, controls: Box<dyn Fn() -> Controls + Send + Sync>) -> AnyView {
    let html = memo(draw);
    Effect::new(move |_| browser::page::show(id, &html.get(), &untrack(&*controls)));
    let first = html.get_untracked();
    view! { <div id=id inner_html=first></div> }.into_any()
}

/// Text inside a part that changes at every keystroke: it is put in without drawing the part again.
pub fn fill(id: &'static str, html: impl Fn() -> String + Send + Sync + 'static) {
    filled(id, memo(Box::new(html)));
}

fn filled(id: &'static str, html: Memo<String>) {
    Effect::new(move |_| browser::page::show(id, &html.get(), &[]));
}

fn memo(draw: Draw) -> Memo<String> {
    Memo::new(move |_| draw())
}
