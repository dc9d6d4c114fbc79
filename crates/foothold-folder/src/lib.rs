//! What lies in a finished folder besides the pages' own text, as bytes: values in, files out. No disk, no browser, no
//! clock, and no page: the shell writes those (`src/remake.rs`).
//!
//! **Where to start.** [`note`] is what a folder knows about itself, so that its pages can be written again without
//! building anything; [`headers`], [`missing`] and [`offline`] are what follows from a clinic's file beside the pages; [`sheets`] says which
//! styles a page has;
//! [`packed`] and [`zip`] are how files travel. Whoever builds (`xtask`) and whoever only changes a clinic's file (the
//! command line, Node, a browser) use the same functions.

pub mod headers;
pub mod missing;
pub mod note;
pub mod offline;
pub mod packed;
pub mod sheets;
pub mod zip;

mod mark;

pub use mark::{Marking, mark};

/// A file of the folder or of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path, `/` between parts.
    pub name: String,
    /// What is in it.
    pub contents: Vec<u8>,
}

impl File {
    /// A file with this text.
    pub fn text(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), contents: text.into().into_bytes() }
    }
}
