//! The decisions of Foothold, as pure functions over values.
//!
//! **Where to start.** [`config::load`] turns the text of `clinic.json` into a [`site::Site`];
//! [`draft::parse`] turns what somebody typed into a [`household::Household`];
//! [`plan::solve`] says which offers fit, what would have to change, and why;
//! [`bring`] reads a calendar file that somebody has already;
//! [`contact`] turns a filled form into a request value and an answer into a delivery value.
//! Nothing here knows a browser, a clock, chance, the network or a sentence: "today" is an
//! argument, effects are returned as data, and words live in `foothold-words`.

pub mod order;

pub mod time;

pub mod rhythm;

pub mod site;

pub mod opening;

pub mod json;

pub mod config;

pub mod compact;

pub mod cycle;

pub mod draft;

pub mod share;

pub mod explore;

pub mod household;

pub mod people;

pub mod plan;

pub mod along;

pub mod bring;

pub mod contact;

pub mod look;
