//! `clinic.json` -> [`Site`](crate::site::Site): reading what a clinic wrote, and saying what is wrong with it.
//!
//! Input: any text. Output: [`Loaded`], a site where one can be shown, and every [`Issue`] with
//! the path of the value it is about. A bad row is dropped and named; the good rows still show.
//! The sentences for issues are in `foothold-words`; fetching the file is the shell's.

mod load;

mod language;

mod read;

mod shape;

mod program;

mod tracks;

mod sessions;

#[cfg(not(feature = "quiet"))]
mod floating;

#[cfg(not(feature = "quiet"))]
mod mix;

mod hours;

mod form;

mod service;

mod questions;

mod embed;

#[cfg(not(feature = "quiet"))]
mod look;

mod advise;

mod household;

mod agreed;

mod clock;

mod family;

mod suggest;

mod issue;

#[cfg(feature = "schema")]
mod wire;

#[cfg(feature = "schema")]
mod wire_form;

#[cfg(feature = "schema")]
mod wire_household;

pub use agreed::{Agreed, TakenAsAgreed};
pub use clock::clock_changes;
pub use hours::ordinary_week_min;
pub use household::{LoadedHousehold, load_household};
pub use issue::{Issue, IssueKind, Severity, Shape};
pub use load::{Loaded, complete, fingerprint, load, load_in};
pub use program::default_program;
#[cfg(feature = "schema")]
pub use wire::schema;
#[cfg(feature = "schema")]
pub use wire_household::household_schema;
