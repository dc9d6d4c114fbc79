//! Parts without a clinic, a week or a form in mind.

mod call;
mod figure;
mod html;
mod icon;
mod part;
mod patch;

pub use call::calls;
pub use figure::{Column, FigureBlock, figure, figure_pieces, figure_text, picture_columns, share, text_pieces};
pub use html::{markup, paragraphs};
pub use icon::{icon, mark, notice};
pub use part::{Controls, Part, inner};
pub use patch::{Change, Edit, differ};
