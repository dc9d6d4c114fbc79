//! The prerendered page: its marked places, its facts, its title and focus.

use crate::browser::Typed;
use foothold_core::site::Site;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use std::any::Any;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

thread_local! {
    /// What is mounted now; dropping it takes it out of the page.
    static MOUNTED: RefCell<Vec<Box<dyn Any>>> = const { RefCell::new(Vec::new()) };
    /// Whether the clinic's file is newer than the page.
    static STALE: Cell<bool> = const { Cell::new(false) };
}

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

pub(super) fn all(root: &Document, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|i| list.get(i)?.dyn_into().ok()).collect()
}

/// Mounts a view into a marked place, if this page has it. What was typed there before is handed
/// over first, and the focus stays where it was.
pub fn mount<V: IntoView + 'static>(place: &str, take_over: impl Fn(&[Typed]), view: impl Fn() -> V + 'static) {
    let Some(document) = document() else { return };
    let found = document.query_selector(&format!("[data-place='{place}']")).ok().flatten();
    let Some(element) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) else { return };
    let focused = document.active_element().filter(|active| element.contains(Some(active))).map(|active| active.id());
    take_over(&typed(&element));
    element.set_inner_html("");
    let handle: UnmountHandle<_> = mount_to(element, view);
    MOUNTED.with_borrow_mut(|mounted| mounted.push(Box::new(handle)));
    if let Some(id) = focused {
        focus(&id);
    }
}

/// Takes everything out of the page again.
pub fn unmount() {
    MOUNTED.with_borrow_mut(Vec::clear);
}

/// Draws a part again, if its markup has changed: the focus and opened details stay, and the
/// controls get their values.
pub fn show(id: &str, html: &str, controls: &[(String, String)]) {
    thread_local! { static SHOWN: RefCell<std::collections::BTreeMap<String, String>> = RefCell::default(); }
    let Some(document) = document() else { return };
    let Some(element) = document.get_element_by_id(id) else { return };
    let marked = element.get_attribute("data-shown").is_some();
    let same = marked && SHOWN.with_borrow(|shown| shown.get(id).is_some_and(|old| old == html));
    if !same {
        let focused = document.active_element().map(|active| active.id()).filter(|id| !id.is_empty());
        let inside = |id: &str| element.query_selector(&format!("[id='{id}']")).ok().flatten();
        let held = focused.filter(|id| inside(id).is_some());
        let opened: Vec<(String, bool)> = element
            .query_selector_all("details[id]")
            .map(|list| (0..list.length()).filter_map(|i| list.get(i)?.dyn_into::<Element>().ok()).collect::<Vec<_>>())
            .unwrap_or_default()
            .iter()
            .map(|details| (details.id(), details.has_attribute("open")))
            .collect();
        element.set_inner_html(html);
        for (id, open) in opened {
            if let Some(details) = inside(&id) {
                let _ = details.toggle_attribute_with_force("open", open);
            }
        }
        if let Some(active) = held.and_then(|id| inside(&id)).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
            let _ = active.focus();
        }
        let _ = element.set_attribute("data-shown", "");
        SHOWN.with_borrow_mut(|shown| shown.insert(id.to_owned(), html.to_owned()));
    }
    for (id, value) in controls {
        let Some(control) = document.get_element_by_id(id) else { continue };
        if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
            if input.value() != *value {
                input.set_value(value);
            }
        } else if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>()
            && area.value() != *value
        {
            area.set_value(value);
        }
    }
}

/// What was pressed: the nearest `data-do` around the place of the event.
pub fn pressed(event: &web_sys::Event) -> String {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let marked = target.and_then(|target| target.closest("[data-do]").ok().flatten());
    let Some(marked) = marked else { return String::new() };
    if marked.tag_name() == "A" {
        event.prevent_default();
    }
    marked.get_attribute("data-do").unwrap_or_default()
}

/// The control that an event is about.
pub fn typed_in(event: &web_sys::Event) -> Typed {
    let control = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    control.and_then(|control| read(&control)).unwrap_or(Typed {
        id: String::new(),
        value: String::new(),
        checked: false,
    })
}

fn read(node: &web_sys::Node) -> Option<Typed> {
    if let Some(input) = node.dyn_ref::<HtmlInputElement>() {
        return Some(Typed { id: input.id(), value: input.value(), checked: input.checked() });
    }
    if let Some(area) = node.dyn_ref::<HtmlTextAreaElement>() {
        return Some(Typed { id: area.id(), value: area.value(), checked: false });
    }
    let select = node.dyn_ref::<HtmlSelectElement>()?;
    Some(Typed { id: select.id(), value: select.value(), checked: false })
}

fn typed(place: &HtmlElement) -> Vec<Typed> {
    let Ok(list) = place.query_selector_all("input[id], select[id], textarea[id]") else { return Vec::new() };
    (0..list.length()).filter_map(|i| read(&list.get(i)?)).collect()
}

/// Runs the start of the app. The view layer's own way of running things is set up by the first
/// mount, which comes later.
pub fn begin(start: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(start);
}

/// Says that the app runs; tests and styles wait for it.
pub fn ready() {
    if let Some(root) = document().and_then(|d| d.document_element()) {
        let _ = root.set_attribute("data-app", "ready");
    }
}

/// Whether the clinic's file has changed since this page was written.
pub fn is_stale() -> bool {
    STALE.get()
}

/// Puts the file's facts into the page where they differ from those it was written with.
pub fn refresh_facts(site: &Site, text: &str) {
    let Some(document) = document() else { return };
    let written = document.document_element().and_then(|root| root.get_attribute("data-clinic"));
    STALE.set(written.is_some_and(|written| written != foothold_core::config::fingerprint(text)));
    if !is_stale() {
        return;
    }
    for element in all(&document, "[data-fact='name']") {
        element.set_text_content(Some(&site.name));
    }
    for element in all(&document, "[data-fact='phone']") {
        element.set_text_content(Some(&site.phone.shown));
    }
    for link in all(&document, "a[data-dial]") {
        let _ = link.set_attribute("href", &format!("tel:{}", site.phone.dial));
    }
}

/// The text of a fact on the page.
pub fn fact(name: &str) -> String {
    let found = document().and_then(|d| d.query_selector(&format!("[data-fact='{name}']")).ok().flatten());
    found.and_then(|element| element.text_content()).unwrap_or_default()
}

/// The address of a file that lies at the base of the site.
pub fn beside(name: &str) -> String {
    let root = document().and_then(|d| d.document_element());
    let base = root.and_then(|r| r.get_attribute("data-base")).unwrap_or_else(|| String::from("./"));
    format!("{base}{name}")
}

/// The language of the page.
pub fn lang() -> String {
    let root = document().and_then(|d| d.document_element());
    root.and_then(|r| r.get_attribute("lang")).unwrap_or_default()
}

/// Moves the focus once the page has settled.
pub fn focus(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        let found = document().and_then(|d| d.get_element_by_id(&id));
        if let Some(element) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}

/// Puts a prefix before the title, or takes it away.
pub fn title_error(filled: Option<&str>) {
    thread_local! { static PLAIN: RefCell<Option<String>> = const { RefCell::new(None) }; }
    let Some(document) = document() else { return };
    PLAIN.with_borrow_mut(|plain| match filled {
        Some(pattern) => {
            let title = plain.get_or_insert_with(|| document.title()).clone();
            document.set_title(&pattern.replace("{title}", &title));
        }
        None => {
            if let Some(title) = plain.take() {
                document.set_title(&title);
            }
        }
    });
}
