//! The house itself: what must be true of the sources, the documents and the written pages as a
//! whole. What one room does is tested in that room; see `tests/README.md`.

mod files;

mod rust;

mod tidy;

mod later;

mod look;

mod docs;

#[cfg(feature = "ssr")]
mod pages;

#[cfg(feature = "ssr")]
mod remake;

#[cfg(feature = "ssr")]
mod search;
