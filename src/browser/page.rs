//! The prerendered page: its marked places, its facts, its title and focus.

use crate::browser::Typed;
use crate::components::{Change, Edit, Part, differ};
use foothold_core::site::Site;
use leptos::prelude::{request_animation_frame, set_timeout};
use std::cell::{Cell, RefCell};
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement};

thread_local! {
    /// What was drawn last, by the id of the element.
    static SHOWN: RefCell<Vec<Part>> = const { RefCell::new(Vec::new()) };
    /// Whether the clinic's file is newer than the page.
    static STALE: Cell<bool> = const { Cell::new(false) };
}

/// Mark of an element that was drawn by [`show`].
const DRAWN: &str = "data-drawn";

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

pub(super) fn all(root: &Document, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|i| list.get(i)).map(JsCast::unchecked_into).collect()
}

fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id).map(JsCast::unchecked_into)
}

fn place(name: &str) -> Option<Element> {
    let mut selector = String::from("[data-place=");
    selector.push_str(name);
    selector.push(']');
    document()?.query_selector(&selector).ok()?
}

/// Whether this page has a place of that name.
pub fn has_place(name: &str) -> bool {
    place(name).is_some()
}

/// Whether this page has a place that needs the second file of WebAssembly at once.
pub fn is_late() -> bool {
    document().is_some_and(|document| matches!(document.query_selector("[data-late]"), Ok(Some(_))))
}

/// Whether some of an element is on the screen, or so near below that a line more or less above brings it there.
fn in_view(id: &str) -> bool {
    let height = document().and_then(|document| document.document_element()).map_or(0, |root| root.client_height());
    by_id(id).is_some_and(|element| {
        let place = element.get_bounding_client_rect();
        place.top() < f64::from(height) * 1.05 && place.bottom() > 0.0
    })
}

thread_local! {
    /// What [`look`] has seen.
    static SEEN: Cell<Option<bool>> = const { Cell::new(None) };
}

/// Looks whether an element is in view, before what is typed changes the page: afterwards the browser would have to lay it out
/// for that.
pub(super) fn look(id: &str) {
    SEEN.set(Some(in_view(id)));
}

/// Whether an element was in view when [`look`] asked; where it did not, whether it is.
pub fn was_in_view(id: &str) -> bool {
    SEEN.take().unwrap_or_else(|| in_view(id))
}

/// Whether an element is there, inside of another that a selector finds.
pub fn is_inside(id: &str, selector: &str) -> bool {
    by_id(id).is_some_and(|element| matches!(element.closest(selector), Ok(Some(_))))
}

/// Fills a place, if this page has it.
pub fn fill(name: &str, html: &str) {
    if let Some(place) = place(name) {
        place.set_inner_html(html);
    }
}

/// Draws a part again where its markup has changed: focus, opened details and what was not changed stay, and the
/// text fields get their values.
pub fn show(part: Part) {
    let Some(element) = by_id(part.id) else { return };
    let known = element.has_attribute(DRAWN);
    let mut shown = SHOWN.take();
    let at = shown.iter().position(|old| old.id == part.id);
    let old: &[String] = match at.and_then(|at| shown.get(at)) {
        Some(old) if known => &old.html,
        _ => &[],
    };
    if old != part.html {
        draw(&element, old, &part.html);
        let _ = element.set_attribute(DRAWN, "");
    }
    for (id, value) in &part.controls {
        let Some(control) = by_id(id) else { continue };
        let control: HtmlInputElement = control.unchecked_into();
        if control.value() != *value {
            control.set_value(value);
        }
    }
    match at.and_then(|at| shown.get_mut(at)) {
        Some(old) => *old = part,
        None => shown.push(part),
    }
    SHOWN.set(shown);
}

/// Changes what differs between two drawings of a part; all of it where that is not known. Where elements come, go
/// or change places, focus and opened details are put right again.
fn draw(element: &Element, old: &[String], new: &[String]) {
    let mut edits = Vec::new();
    let mut pieces = (0..).zip(old.iter().zip(new));
    let known = old.len() == new.len() && pieces.all(|(i, (was, now))| was == now || differ(i, was, now, &mut edits));
    let few = known && !edits.iter().any(|edit| edit.change.moves());
    let (held, opened) = if few { (String::new(), Vec::new()) } else { (focused(), details(element)) };
    if !known || !edits.iter().all(|one| edit(element, one).is_some()) {
        element.set_inner_html(&new.concat());
    }
    for (id, open) in opened {
        if let Some(details) = by_id(&id) {
            let _ = details.toggle_attribute_with_force("open", open);
        }
    }
    if !few && focused() != held {
        focus(&held);
    }
}

/// Makes one change where it belongs; `None` where something is not there.
fn edit(root: &Element, edit: &Edit) -> Option<()> {
    let mut element = root.clone();
    for at in &edit.path {
        element = element.children().item(*at)?;
    }
    match &edit.change {
        Change::Inner(html) => element.set_inner_html(html),
        Change::Outer(html) => element.set_outer_html(html),
        Change::Checked(on) => element.unchecked_ref::<HtmlInputElement>().set_checked(*on),
        Change::Attribute(name, value) => element.set_attribute(name, value).ok()?,
        Change::TextIn(text) => element.first_child()?.set_node_value(Some(text)),
        Change::TextAfter(text) => element.next_sibling()?.set_node_value(Some(text)),
    }
    Some(())
}

/// Shows an element of the page, or takes it away for everybody.
pub fn show_if(id: &str, on: bool) {
    if let Some(element) = by_id(id) {
        element.set_hidden(!on);
    }
}

/// Ticks a box or a choice, or unticks it.
pub fn tick(id: &str, on: bool) {
    if let Some(control) = by_id(id) {
        control.unchecked_into::<HtmlInputElement>().set_checked(on);
    }
}

/// Marks the fields with these ids as wrong, and no others; the fields themselves stay as they are.
pub fn mark_wrong(ids: &[String]) {
    let Some(document) = document() else { return };
    for field in all(&document, ".editor .short") {
        let wrong = if ids.contains(&field.id()) { "true" } else { "false" };
        let _ = field.set_attribute("aria-invalid", wrong);
    }
}

/// Which details inside an element are open.
fn details(element: &Element) -> Vec<(String, bool)> {
    let Ok(list) = element.query_selector_all("details[id]") else { return Vec::new() };
    (0..list.length())
        .filter_map(|i| list.get(i))
        .map(JsCast::unchecked_into::<Element>)
        .map(|one| (one.id(), one.has_attribute("open")))
        .collect()
}

/// The control that an event is about. Text areas and choices have the same `value` and `id`.
pub(super) fn read(node: &HtmlInputElement) -> Typed {
    Typed { id: node.id(), value: node.value(), checked: node.checked() }
}

/// What stands in the controls of this page's places.
pub fn typed() -> Vec<Typed> {
    let Some(document) = document() else { return Vec::new() };
    let selector = "[data-place] :is(input,select,textarea)[id]";
    all(&document, selector).iter().map(|control| read(control.unchecked_ref())).collect()
}

/// Id of the element that has the focus; empty where it has none.
pub fn focused() -> String {
    document().and_then(|document| document.active_element()).map(|active| active.id()).unwrap_or_default()
}

/// Moves the focus, if the page has the element.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id).filter(|_| !id.is_empty()) {
        let _ = element.focus();
    }
}

/// Puts a text into an element.
pub fn set_text(id: &str, text: &str) {
    if let Some(element) = by_id(id) {
        element.set_text_content(Some(text));
    }
}

/// Shows or hides an element; false where that is how it was, or it is not there.
pub fn reveal(id: &str, shown: bool) -> bool {
    by_id(id).is_some_and(|element| {
        let differs = element.hidden() == shown;
        element.set_hidden(!shown);
        differs
    })
}

/// Shows the elements whose attribute has a value that passes, and hides the others.
pub fn reveal_where(attribute: &str, passes: &dyn Fn(&str) -> bool) {
    let Some(document) = document() else { return };
    for element in all(&document, &["[", attribute, "]"].concat()) {
        let shown = element.get_attribute(attribute).is_some_and(|value| passes(&value));
        element.unchecked_ref::<HtmlElement>().set_hidden(!shown);
    }
}

/// Runs the start of the app. The view layer's own way of running things is set up by the first
/// mount, which comes later.
pub fn begin(start: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(start);
}

thread_local! {
    /// Number of what waits for the next paint; what has an earlier one is dropped.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// Does things once what was drawn until now is on the screen: `then` gets 0, then 1 and so on, until it says that there is
/// no more, each in a turn of its own. What was still to be done before is dropped.
pub fn after_paint(then: impl Fn(usize) -> bool + 'static) {
    enough();
    let turn = TURN.get();
    request_animation_frame(move || soon(turn, 0, Box::new(then)));
}

/// Drops what waits for the next paint.
pub fn enough() {
    TURN.set(TURN.get().wrapping_add(1));
}

fn soon(turn: u32, at: usize, then: Box<dyn Fn(usize) -> bool>) {
    let run = move || {
        if TURN.get() == turn && then(at) {
            soon(turn, at + 1, then);
        }
    };
    set_timeout(run, Duration::ZERO);
}

/// Has the browser ask before the page is left, or not any more. Only while a message is on its way:
/// a page with such a question loses its quick way back.
pub fn hold(on: bool) {
    thread_local! {
        static HELD: Cell<bool> = const { Cell::new(false) };
        static ASK: Closure<dyn Fn(Event)> = Closure::new(|event: Event| event.prevent_default());
    }
    if HELD.replace(on) == on {
        return;
    }
    if let Some(window) = web_sys::window() {
        ASK.with(|ask| window.set_onbeforeunload(on.then(|| ask.as_ref().unchecked_ref())));
    }
}

/// Says that the app runs; tests and styles wait for it.
pub fn ready() {
    set_app("ready");
}

/// Says that the app cannot run here; the page stays as it was written.
pub fn failed() {
    set_app("failed");
}

fn set_app(state: &str) {
    if let Some(root) = document().and_then(|d| d.document_element()) {
        let _ = root.set_attribute("data-app", state);
    }
}

/// Whether the clinic's file has changed since this page was written.
pub fn is_stale() -> bool {
    STALE.get()
}

/// Compares the clinic's file with the one that this page was written from; true where it has changed.
pub fn compare(text: &str) -> bool {
    let written = document().and_then(|d| d.document_element()).and_then(|root| root.get_attribute("data-clinic"));
    let stale = !text.is_empty() && written.is_some_and(|written| written != foothold_core::config::fingerprint(text));
    STALE.set(stale);
    stale
}

/// Puts the file's facts into the page, which was written from an older one.
pub fn refresh_facts(site: &Site) {
    let Some(document) = document() else { return };
    for element in all(&document, "[data-fact='name']") {
        element.set_text_content(Some(&site.name));
    }
    for element in all(&document, "[data-fact='phone']") {
        element.set_text_content(Some(&site.phone.shown));
    }
    for link in all(&document, "a[data-dial]") {
        let texts = link.get_attribute("href").is_some_and(|to| to.starts_with("sms:"));
        match site.texts_to() {
            None if texts => link.remove(),
            _ => drop(link.set_attribute("href", &[if texts { "sms:" } else { "tel:" }, &site.phone.dial].concat())),
        }
    }
}

/// The text of a fact on the page.
pub fn fact(name: &str) -> String {
    let found = document().and_then(|d| d.query_selector(&["[data-fact=", name, "]"].concat()).ok().flatten());
    found.and_then(|element| element.text_content()).unwrap_or_default()
}

/// The address of another page in this language.
pub fn beside(name: &str) -> String {
    let root = document().and_then(|d| d.document_element());
    let mut address = root.and_then(|r| r.get_attribute("data-base")).unwrap_or_else(|| String::from("./"));
    address.push_str(name);
    address
}

/// The texts of this page's language, which `boot.js` fetches while the app is on its way.
pub fn words() -> String {
    fetched("data-texts").unwrap_or_default()
}

/// The clinic as the page was written with it, see `foothold_core::compact`; `boot.js` fetches it too.
pub fn offers() -> String {
    fetched("data-site").unwrap_or_default()
}

/// The clinic's file, which `boot.js` fetches too; empty where it could not be had.
pub fn clinic() -> String {
    fetched("data-clinic").unwrap_or_default()
}

fn fetched(attribute: &str) -> Option<String> {
    document()?.query_selector("script[data-wasm]").ok()??.get_attribute(attribute)
}

/// The language of the page.
pub fn lang() -> String {
    let root = document().and_then(|d| d.document_element());
    root.and_then(|r| r.get_attribute("lang")).unwrap_or_default()
}

/// Puts a prefix before the title, or takes it away.
pub fn title_error(filled: Option<&str>) {
    thread_local! { static PLAIN: RefCell<Option<String>> = const { RefCell::new(None) }; }
    let Some(document) = document() else { return };
    PLAIN.with_borrow_mut(|plain| match filled {
        Some(pattern) => {
            let title = plain.get_or_insert_with(|| document.title()).clone();
            document.set_title(&foothold_words::fill(pattern, &[("title", &title)]));
        }
        None => {
            if let Some(title) = plain.take() {
                document.set_title(&title);
            }
        }
    });
}
