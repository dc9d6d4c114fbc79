//! What somebody takes along of an offer that was found: a calendar file, sheets of paper, a link.
//!
//! [`agenda`] lists what happens on which dates, [`calendar`] writes that as a file for calendars, and [`zone`]
//! says what such a file says about daylight saving. Nothing here names the clinic, and no sentence comes from
//! here: titles are arguments.

pub mod agenda;

pub mod zone;

pub mod calendar;

pub use agenda::{Agenda, Pattern, Series, What, agenda, times};
