//! The explorer's decisions: what follows from the answers of the guide, and what is found by a search.

pub mod guide;

pub mod search;
