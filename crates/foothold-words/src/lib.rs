//! Every sentence that Foothold says.
//!
//! **Where to start.** [`Words`] holds the language; [`Key`] names each short text, in one
//! catalogue per language; [`reasons`] turns an answer's values into sentences; [`when`] writes
//! times, days and lengths; [`problem`] says what to do about a field; [`message`] writes the
//! texts that leave the page; [`prose`] and [`page`] are read at build time only, so that nobody
//! downloads them twice. [`issues`] speaks to the clinic's web person, [`terminal`] to whoever plans from files.

mod catalogue;

mod lang;

pub mod when;

pub mod reasons;

pub mod problem;

pub mod message;

pub mod page;

pub mod prose;

pub mod issues;

pub mod terminal;

pub use catalogue::Key;
pub use lang::{Lang, Words, fill};
