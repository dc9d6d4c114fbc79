//! A part of the page that is text following from the state, and the controls inside it.

/// What stands in a part's text fields: id and value, set after each drawing, so that typed text
/// never becomes markup.
pub type Controls = Vec<(String, String)>;

/// A part that is drawn again where its markup has changed, and only there.
#[derive(Debug, Default)]
pub struct Part {
    /// Id of the element that it fills.
    pub id: &'static str,
    /// Its markup. Where there are several pieces, each is one element, and only those that differ
    /// are exchanged.
    pub html: Vec<String>,
    /// Its text fields.
    pub controls: Controls,
}

impl Part {
    /// A part in one piece, without text fields.
    pub fn new(id: &'static str, html: String) -> Self {
        Self { id, html: vec![html], controls: Controls::new() }
    }
}

/// The markup of the part with this id, if it is among these; for pages that are written whole.
pub fn inner(parts: &[Part], id: &str) -> String {
    parts.iter().filter(|part| part.id == id).map(|part| part.html.concat()).collect()
}
