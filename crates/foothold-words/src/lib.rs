//! Every sentence that Foothold says.
//!
//! **Where to start.** [`Words`] holds the language; [`Key`] names each short text, in one
//! catalogue per language; [`reasons`] turns an answer's values into sentences; [`when`] writes
//! times, days and lengths; [`problem`] says what to do about a field; [`message`] writes the
//! texts that leave the page, [`along`] those that somebody takes along; [`prose`], [`topics`], [`guide`], [`search`] and [`page`] are read at build time only, so that nobody
//! downloads them twice. [`issues`], [`services`], [`send_test`] and [`owner`] speak to the clinic's web person, [`terminal`]
//! to whoever plans from files.

mod catalogue;

mod spanish;

mod spanish_later;

mod lang;

mod means;

pub mod when;

pub mod reasons;

pub mod problem;

pub mod reach;

pub mod message;

pub mod along;
/// What a calendar file brings.
pub mod bring;
/// All about an answer.
pub mod detail;

mod weeks;

pub mod page;

pub mod prose;

mod prose_es;

pub mod topics;

pub mod guide;

pub mod search;

pub mod issues;

mod look;

pub mod services;

pub mod send_test;

pub mod owner;

pub mod terminal;

pub use catalogue::Key;
pub use lang::{Lang, LaterTexts, Text, Words, fill};
