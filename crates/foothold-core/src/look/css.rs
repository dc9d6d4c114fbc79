//! A look as the end of a style sheet: what differs from `style/tokens.css`, and the wishes themselves by the names that host
//! pages use, so that a page in a frame knows what its clinic wished.
//!
//! Whoever asks the device for more contrast keeps the house's colours, which have more. The device's own
//! colours (forced colours) and print are as ever: only values of tokens are said here.

use super::tokens::{Palette, TOKENS, Token};
use super::{Wish, Wishes, look};
use std::fmt::Write;

/// What stands where a device has none of the fonts; as in `style/tokens.css`.
pub const SANS: &str = "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",sans-serif";
/// Whoever asks for more contrast keeps what is there.
const CONDITION: &str = "@media not all and (prefers-contrast:more)";
/// Distances that follow the density, in rem; as in `style/tokens.css`.
pub const ROOM: [(&str, f64); 5] = [("s3", 0.75), ("s4", 1.0), ("s5", 1.5), ("s6", 2.5), ("s7", 4.5)];
/// Corners as many times the wished radius.
pub const CORNERS: [(&str, f64); 3] = [("round", 1.0), ("pill", 1.2), ("field", 0.6)];

/// The text; empty where nothing is wished.
pub fn css(wishes: &Wishes) -> String {
    let look = look(wishes, false);
    let [light, dark] = &look.palettes;
    let house = [Palette::house(false), Palette::house(true)];
    let differs =
        |token: Token| house.iter().zip([light, dark]).any(|(house, used)| house.get(token) != used.get(token));
    let changed = TOKENS.iter().map(|(token, name, ..)| (*token, *name));
    let changed = changed.filter(|(token, _)| differs(*token) || leader(*token).is_some_and(differs));
    let changed: Vec<_> = changed.collect();
    let said = |palette: &Palette| -> String {
        changed.iter().fold(String::new(), |mut said, (token, name)| {
            let _ = write!(said, "--{name}:{};", palette.get(*token));
            said
        })
    };
    let mut text = String::new();
    let own = wished(wishes) + &shape(wishes);
    if !own.is_empty() {
        let _ = write!(text, ":root{{{own}}}");
    }
    if !changed.is_empty() {
        let _ = write!(
            text,
            "{CONDITION}{{:root{{{}}}@media (prefers-color-scheme:dark){{:root{{{}}}}}}}",
            said(light),
            said(dark)
        );
    }
    text
}

/// The colour that one follows in the style sheet until it is said itself.
fn leader(token: Token) -> Option<Token> {
    match token {
        Token::Fits => Some(Token::Pine),
        Token::OnFits => Some(Token::OnPine),
        Token::FitsSoft => Some(Token::PineSoft),
        _ => None,
    }
}

/// The wishes by their names.
fn wished(wishes: &Wishes) -> String {
    let colours = [(Wish::Accent, wishes.accent), (Wish::Background, wishes.background), (Wish::Text, wishes.text)];
    let mut said = String::new();
    for (wish, colour) in colours {
        if let Some(colour) = colour {
            let _ = write!(said, "--foothold-{}:{colour};", wish.name());
        }
    }
    if let Some(radius) = wishes.radius {
        let _ = write!(said, "--foothold-radius:{radius}px;");
    }
    if let Some(font) = &wishes.font {
        let _ = write!(said, "--foothold-font:{};", font.css());
    }
    if let Some(density) = wishes.density {
        let _ = write!(said, "--foothold-density:{};", density.name());
    }
    said
}

/// Corners, fonts and distances.
fn shape(wishes: &Wishes) -> String {
    let mut said = String::new();
    if let Some(radius) = wishes.radius {
        for (name, times) in CORNERS {
            let _ = write!(said, "--{name}:{}rem;", short(radius * times / 16.0));
        }
    }
    if let Some(font) = &wishes.font {
        let all = if font.is_complete() { font.css().to_owned() } else { format!("{},{SANS}", font.css()) };
        let _ = write!(said, "--sans:{all};--serif:{all};");
    }
    if let Some(density) = wishes.density {
        for (name, rem) in ROOM {
            let _ = write!(said, "--{name}:{}rem;", short(rem * density.times()));
        }
    }
    said
}

/// Three digits after the point are finer than any screen.
fn short(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}
