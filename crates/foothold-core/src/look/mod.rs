//! A clinic's colours, corners, font and spacing -> what the pages use instead of the house's, in light and in dark.
//!
//! In: [`Wishes`]. Out: [`Look`], in which every pair of colours that the style sheets use can be told apart (WCAG 2.2 AA),
//! and what of the wishes had to be changed for that. A wish that is fine stays as it is; one that is not keeps its hue and
//! moves in lightness, no further than needed. [`css`] says it to a browser. `public/look.js` is this once more, for
//! what a host page wishes; a test holds the two together.

pub mod colour;

pub mod tokens;

mod shape;

pub mod css;

pub use colour::Colour;
pub use shape::{Density, Font, RADIUS_MOST};
pub use tokens::Palette;

use colour::{BLACK, Lab, WHITE};
use tokens::{Token, pairs};

/// The least contrast of a ground to the farther end (black or white): less would leave no room for several shades of text.
pub const GROUND: f64 = 10.0;

/// What a clinic wishes; nothing of it has to be there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wishes {
    /// Buttons, links, what is chosen.
    pub accent: Option<Colour>,
    /// The page.
    pub background: Option<Colour>,
    /// Text.
    pub text: Option<Colour>,
    /// Corners of cards in pixels, 0 to [`RADIUS_MOST`]; those of buttons and fields follow.
    pub radius: Option<f64>,
    /// Fonts that a visitor's device may have, the first that it has is taken.
    pub font: Option<Font>,
    /// Room between things.
    pub density: Option<Density>,
}

/// A wish for a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// [`Wishes::accent`]
    Accent,
    /// [`Wishes::background`]
    Background,
    /// [`Wishes::text`]
    Text,
}

impl Wish {
    /// Each, in the order in which they are decided.
    pub const ALL: [Self; 3] = [Self::Background, Self::Accent, Self::Text];

    /// Its name in `clinic.json`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accent => "accent",
            Self::Background => "background",
            Self::Text => "text",
        }
    }

    fn token(self) -> Token {
        match self {
            Self::Accent => Token::Pine,
            Self::Background => Token::Paper,
            Self::Text => Token::Ink,
        }
    }

    /// What a scheme uses of it.
    pub fn used(self, palette: &Palette) -> Colour {
        palette.get(self.token())
    }

    /// What is wished of it.
    pub fn of(self, wishes: &Wishes) -> Option<Colour> {
        match self {
            Self::Accent => wishes.accent,
            Self::Background => wishes.background,
            Self::Text => wishes.text,
        }
    }
}

/// A wish that could not be taken as it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Adjusted {
    /// Which.
    pub wish: Wish,
    /// As wished.
    pub from: Colour,
    /// As used.
    pub to: Colour,
    /// The colour beside which it could not be told apart.
    pub against: Colour,
    /// Its contrast to that.
    pub before: f64,
    /// What is used, in the same place.
    pub after: f64,
    /// The least contrast there.
    pub least: f64,
}

/// What is used.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// The wishes that are for one scheme are for the dark one: a dark background, or asked for.
    pub dark: bool,
    /// Colours for light and for dark.
    pub palettes: [Palette; 2],
    /// What could not be taken as it is, in the scheme that the wishes are for.
    pub adjusted: Vec<Adjusted>,
}

impl Look {
    /// The colours that the wishes are for.
    pub fn used(&self) -> &Palette {
        let [light, dark] = &self.palettes;
        if self.dark { dark } else { light }
    }

    /// The colours of the other scheme.
    pub fn other(&self) -> &Palette {
        let [light, dark] = &self.palettes;
        if self.dark { light } else { dark }
    }
}

/// Decides. `dark` is what the wishes are for where no background says it.
pub fn look(wishes: &Wishes, dark: bool) -> Look {
    let dark = wishes.background.map_or(dark, |ground| !ground.is_light());
    // Who wishes what is there already is to get all of it.
    let house = Palette::house(dark);
    let other = |wish: Wish| wish.of(wishes).filter(|colour| *colour != house.get(wish.token()));
    let [background, accent, text] = Wish::ALL.map(other);
    let wishes = &Wishes { accent, background, text, ..Wishes::default() };
    let palettes = [palette(wishes, false, !dark), palette(wishes, true, dark)];
    let mut look = Look { dark, palettes, adjusted: Vec::new() };
    let changed = |wish: Wish| adjusted(wish, wish.of(wishes)?, look.used(), dark);
    look.adjusted = Wish::ALL.into_iter().filter_map(changed).collect();
    look
}

/// The colours of one scheme; `own` is whether the wishes are for it. In the other one they say the hue, and the house says how light.
fn palette(wishes: &Wishes, dark: bool, own: bool) -> Palette {
    let mut palette = Palette::house(dark);
    let house = |token: Token| Palette::house(dark).get(token);
    // How far the tinted grounds move along with a page that is not as light, or as dark, as the house's.
    let mut by = 0.0;
    if let Some(wished) = wishes.background {
        let paper = if own {
            wished.moved(dark, |paper| is_ground(paper, dark))
        } else {
            wished.lab().calm(0.015).at(house(Token::Paper).lab().light).colour()
        };
        let lab = paper.lab();
        let card = if dark { lab.at(lab.light + 0.045) } else { lab.at(1.0 - (1.0 - lab.light) * 0.4).faded(0.4) };
        let surface = card.colour();
        by = if dark {
            (surface.lab().light - house(Token::Surface).lab().light).max(0.0)
        } else {
            (lab.light - house(Token::Paper).lab().light).min(0.0)
        };
        palette.set(Token::Paper, paper);
        palette.set(Token::Surface, surface);
        for token in [Token::FitsSoft, Token::HoneySoft, Token::SlateSoft, Token::PineSoft] {
            palette.set(token, shifted(house(token), by));
        }
        for token in [Token::Column, Token::Line] {
            palette.set(token, lab.calm(0.03).at(house(token).lab().light + by).colour());
        }
    }
    accent(&mut palette, wishes.accent, (dark, own), by);
    text(&mut palette, wishes.text, (dark, own));
    for token in [
        Token::Fits,
        Token::Plum,
        Token::Ochre,
        Token::Honey,
        Token::Slate,
        Token::ApricotInk,
        Token::Own,
        Token::Hatch,
        Token::Edge,
    ] {
        settle(&mut palette, token, house(token), dark);
    }
    palette
}

/// The accent, its tint and what stands on it.
fn accent(palette: &mut Palette, wished: Option<Colour>, (dark, own): (bool, bool), by: f64) {
    let house = Palette::house(dark).get(Token::Pine);
    let Some(wished) = wished else { return settle(palette, Token::Pine, house, dark) };
    let with = |accent: Colour| {
        let mut palette = palette.clone();
        tint(&mut palette, accent, dark, by);
        palette
    };
    let holds = |accent: Colour| with(accent).fault(Token::Pine).is_none();
    let start = if own || holds(wished) { wished } else { wished.lab().calm(0.11).at(house.lab().light).colour() };
    *palette = with(start.moved(dark, holds));
}

/// Puts an accent into a palette, with the tint and the text on it that go with it.
fn tint(palette: &mut Palette, accent: Colour, dark: bool, by: f64) {
    let house = Palette::house(dark);
    let lab = accent.lab();
    let like = |token: Token, most: f64, by: f64| lab.calm(most).at(house.get(token).lab().light + by).colour();
    palette.set(Token::Pine, accent);
    palette.set(Token::PineSoft, like(Token::PineSoft, if dark { 0.05 } else { 0.03 }, by));
    if dark {
        palette.set(Token::OnPine, like(Token::OnPine, 0.03, 0.0));
    }
}

/// Text and fainter text.
fn text(palette: &mut Palette, wished: Option<Colour>, (dark, own): (bool, bool)) {
    let house = Palette::house(dark);
    let (ink, muted) = (house.get(Token::Ink), house.get(Token::Muted));
    let start = match wished {
        Some(wished) if own => wished,
        Some(wished) => wished.lab().calm(0.02).at(ink.lab().light).colour(),
        None => ink,
    };
    settle(palette, Token::Ink, start, dark);
    let used = palette.get(Token::Ink);
    let fainter = used.lab().light + muted.lab().light - ink.lab().light;
    let start = if wished.is_some() { used.lab().at(fainter).colour() } else { muted };
    settle(palette, Token::Muted, start, dark);
}

/// Sets a token to a colour, moved as far as its pairs need.
fn settle(palette: &mut Palette, token: Token, start: Colour, dark: bool) {
    let colour = start.moved(dark, |colour| {
        palette.set(token, colour);
        palette.fault(token).is_none()
    });
    palette.set(token, colour);
}

/// Light or dark enough for all that stands on it.
fn is_ground(colour: Colour, dark: bool) -> bool {
    colour.contrast(if dark { WHITE } else { BLACK }) >= GROUND
}

fn shifted(colour: Colour, by: f64) -> Colour {
    let lab: Lab = colour.lab();
    // A colour that does not move is not to be rounded either.
    if by.abs() < 1e-9 { colour } else { lab.at(lab.light + by).colour() }
}

/// What became of one wish, if it was changed.
fn adjusted(wish: Wish, from: Colour, used: &Palette, dark: bool) -> Option<Adjusted> {
    let token = wish.token();
    let to = used.get(token);
    if from == to {
        return None;
    }
    let said = |against: Colour, before: f64, after: f64, least: f64| {
        Some(Adjusted { wish, from, to, against, before, after, least })
    };
    if wish == Wish::Background {
        let end = if dark { WHITE } else { BLACK };
        return said(end, from.contrast(end), to.contrast(end), GROUND);
    }
    let mut wished = used.clone();
    wished.set(token, from);
    let pair = wished.fault(token).or_else(|| pairs().find(|pair| pair.front == token))?;
    let other = wished.get(if pair.front == token { pair.ground } else { pair.front });
    said(other, wished.contrast(&pair), used.contrast(&pair), pair.least)
}

#[cfg(test)]
#[path = "look_tests.rs"]
mod tests;
