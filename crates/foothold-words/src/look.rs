//! What became of a clinic's colours, for the person who keeps its file, in English.

use foothold_core::look::{Adjusted, Colour, Wish};

/// A colour that not everybody could read, and what is used instead.
pub(crate) fn adjusted(adjusted: &Adjusted) -> String {
    let Adjusted { wish, from, to, against, before, after, least } = adjusted;
    let (before, after) = (ratio(*before), ratio(*after));
    match wish {
        Wish::Background => format!(
            "{from} is neither light nor dark enough for all that stands on it: its contrast to {against} is {before}, and {least}:1 is \
             needed. {to} is used, which has {after}. Write that, or another colour, to be rid of this line."
        ),
        Wish::Accent | Wish::Text => format!(
            "{from} beside {against} has a contrast of {before}, and {least}:1 is needed so that everybody can read it. {to} is \
             used, which has {after}. Write that, or another colour, to be rid of this line."
        ),
    }
}

/// What is used of a colour in the scheme that it is not for.
pub(crate) fn other(dark: bool, used: Colour) -> String {
    let scheme = if dark { "dark" } else { "light" };
    format!("on devices that prefer {scheme} colours {used} is used. Nothing to do.")
}

/// "1.4:1", never rounded up to what is needed.
fn ratio(contrast: f64) -> String {
    format!("{}:1", (contrast * 10.0).floor() / 10.0)
}
