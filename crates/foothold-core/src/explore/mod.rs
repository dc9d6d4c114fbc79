//! The explorer's pure views.
