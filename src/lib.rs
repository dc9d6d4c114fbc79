//! The shell of Foothold: Leptos components over the pure core, and what a browser does for them.
//!
//! **Where to start.** `remake` writes every public page as HTML from a clinic's file and
//! [`pages`], when the site is built and whenever that file changes; `live::start` is what the WebAssembly does: it reads `clinic.json`, fills the places
//! that the pages mark with the parts of [`planner`], [`contact`] and [`explorer`], and exchanges
//! pages without losing what was typed. What all parts share is [`app::State`]. Decisions live in
//! `foothold-core`, sentences in `foothold-words`, and only [`browser`] knows a browser.

// Views are types that nest as deep as the page does.
#![recursion_limit = "512"]

pub mod app;

#[cfg(feature = "csr")]
pub mod live;

pub mod route;

#[cfg(feature = "ssr")]
pub mod pages;

#[cfg(feature = "ssr")]
pub mod remake;

pub mod explorer;

pub mod planner;

pub mod contact;

pub mod along;

pub mod detail;

pub mod weeks;

pub mod hands;

pub mod bring;

pub mod keep;

pub mod more;

pub mod later;

pub mod components;

pub mod browser;
