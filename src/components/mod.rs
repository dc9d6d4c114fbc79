//! Parts without a clinic, a week or a form in mind.

mod figure;
mod html;
mod icon;
mod island;

pub use figure::{Column, FigureBlock, figure, figure_text, picture_columns};
pub use html::{markup, paragraphs};
pub use icon::{icon, mark};
pub use island::{Controls, fill, island};
