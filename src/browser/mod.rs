//! Everything that touches a browser. Outside a browser (prerendering, native tests) there is only
//! what parts need to be written as text.

#[cfg(feature = "csr")]
pub mod clipboard;

#[cfg(feature = "csr")]
pub mod clock;

#[cfg(feature = "csr")]
pub mod fetch;

#[cfg(feature = "csr")]
pub mod hands;

#[cfg(feature = "csr")]
pub mod keep;

#[cfg(feature = "csr")]
pub mod kept;

#[cfg(feature = "csr")]
pub mod nav;

#[cfg(feature = "csr")]
pub mod later;

#[cfg(feature = "csr")]
pub mod page;

#[cfg(feature = "csr")]
pub mod rest;

#[cfg(not(feature = "csr"))]
mod still;

#[cfg(not(feature = "csr"))]
pub use still::{kept, page};

/// One control that was filled in before the app took over: id, value, and whether it was ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The control's id.
    pub id: String,
    /// Its value.
    pub value: String,
    /// Whether it was ticked or chosen.
    pub checked: bool,
}
