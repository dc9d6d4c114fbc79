//! The shell of Foothold: Leptos components over the pure core, and what a browser does for them.
//!
//! **Where to start.** `prerender` writes every public page as HTML at build time from
//! [`pages`]; [`app::start`] is what the WebAssembly does: it reads `clinic.json`, mounts
//! [`planner`], [`contact`] and [`explorer`] into the places that the pages mark, and exchanges
//! pages without losing what was typed. Decisions live in `foothold-core`, sentences in
//! `foothold-words`, and only [`browser`] knows a browser.

// Views are types that nest as deep as the page does.
#![recursion_limit = "512"]

pub mod app;

pub mod route;

#[cfg(feature = "ssr")]
pub mod pages;

pub mod explorer;

pub mod planner;

pub mod contact;

pub mod components;

pub mod browser;
