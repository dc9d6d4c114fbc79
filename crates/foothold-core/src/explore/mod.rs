//! The explorer's decisions: what follows from the answers of the guide.

pub mod guide;
