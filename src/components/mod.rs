//! Parts without a clinic, a week or a form in mind.

mod figure;
mod icon;

pub use figure::{Column, FigureBlock, figure, figure_text, picture_columns};
pub use icon::{icon, mark};
