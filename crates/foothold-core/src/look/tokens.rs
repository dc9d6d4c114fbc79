//! The colours of the style sheets by name, and which of them have to be told from which: the one list of both, read by
//! the decision, by its tests, and word for word by `public/look.js`.

use super::colour::Colour;

/// A colour of the style sheets, as `style/tokens.css` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are named as in the style sheet")]
pub enum Token {
    Paper,
    Surface,
    Ink,
    Muted,
    Pine,
    OnPine,
    PineSoft,
    Fits,
    OnFits,
    FitsSoft,
    Plum,
    OnPlum,
    Ochre,
    OnOchre,
    Honey,
    HoneySoft,
    Slate,
    SlateSoft,
    Apricot,
    ApricotInk,
    Line,
    Edge,
    Column,
    Own,
    OnOwn,
    Hatch,
}

use Token::{
    Apricot, ApricotInk, Column, Edge, Fits, FitsSoft, Hatch, Honey, HoneySoft, Ink, Line, Muted, Ochre, OnFits,
    OnOchre, OnOwn, OnPine, OnPlum, Own, Paper, Pine, PineSoft, Plum, Slate, SlateSoft, Surface,
};

/// How many there are.
pub(super) const COUNT: usize = 26;

/// Every token in order: its name, and its colour in light and in dark.
pub const TOKENS: [(Token, &str, u32, u32); COUNT] = [
    (Paper, "paper", 0xfb_f7f0, 0x12_1a1b),
    (Surface, "surface", 0xff_ffff, 0x1a_2527),
    (Ink, "ink", 0x1f_2a2e, 0xee_f2ef),
    (Muted, "muted", 0x55_626a, 0xa9_b7b6),
    (Pine, "pine", 0x1e_5b52, 0x7f_cbb8),
    (OnPine, "on-pine", 0xff_ffff, 0x0f_1f1c),
    (PineSoft, "pine-soft", 0xdf_ece7, 0x1f_3a36),
    (Fits, "fits", 0x1e_5b52, 0x7f_cbb8),
    (OnFits, "on-fits", 0xff_ffff, 0x0f_1f1c),
    (FitsSoft, "fits-soft", 0xdf_ece7, 0x1f_3a36),
    (Plum, "plum", 0x6b_4a78, 0xcf_aede),
    (OnPlum, "on-plum", 0xff_ffff, 0x24_162b),
    (Ochre, "ochre", 0x8a_5b00, 0xe9_c46a),
    (OnOchre, "on-ochre", 0xff_ffff, 0x2a_2108),
    (Honey, "honey", 0x6e_4b00, 0xf3_d489),
    (HoneySoft, "honey-soft", 0xfc_efcb, 0x3a_3015),
    (Slate, "slate", 0x45_525a, 0xc4_d0d6),
    (SlateSoft, "slate-soft", 0xe9_edef, 0x26_333a),
    (Apricot, "apricot", 0xe5_8a4e, 0xf0_a56e),
    (ApricotInk, "apricot-ink", 0x8a_4213, 0xf6_c49d),
    (Line, "line", 0xe4_dccf, 0x2c_3a3c),
    (Edge, "edge", 0x76_848a, 0xa9_b7b6),
    (Column, "column", 0xf5_f2ec, 0x20_2c2e),
    (Own, "own", 0x4f_6675, 0x93_a9b7),
    (OnOwn, "on-own", 0xff_ffff, 0x10_191d),
    (Hatch, "hatch", 0x6b_767c, 0x93_a1a3),
];

/// Text and what it stands on: at least 4.5.
pub const TEXTS: [(Token, &[Token]); 14] = [
    (Ink, &[Paper, Surface, PineSoft, FitsSoft, HoneySoft, SlateSoft, Column]),
    (Muted, &[Paper, Surface, PineSoft, FitsSoft, HoneySoft, SlateSoft, Column]),
    (Pine, &[Paper, Surface, PineSoft, FitsSoft, HoneySoft, SlateSoft]),
    (OnPine, &[Pine]),
    (Fits, &[FitsSoft, Surface]),
    (OnFits, &[Fits]),
    (OnPlum, &[Plum]),
    (OnOchre, &[Ochre]),
    (Honey, &[Paper, Surface, HoneySoft, FitsSoft]),
    (Slate, &[SlateSoft, HoneySoft]),
    (ApricotInk, &[Paper, Surface, PineSoft, HoneySoft]),
    (Surface, &[ApricotInk]),
    (OnOwn, &[Own]),
    (Paper, &[Ink]),
];

/// What is drawn and has to be seen (blocks of the week, edges of fields), and on what: at least 3.
pub const MARKS: [(Token, &[Token]); 9] = [
    (Pine, &[Column]),
    (Fits, &[Column, Surface]),
    (Plum, &[Column]),
    (Ochre, &[Column]),
    (ApricotInk, &[Column]),
    (Own, &[Column]),
    (Hatch, &[Column]),
    (Honey, &[Column]),
    (Edge, &[Paper, Surface, PineSoft, HoneySoft]),
];

/// Colours that only please: nothing is lost where they are not seen.
pub const PLEASING: [Token; 2] = [Apricot, Line];

/// Two colours that have to be told apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The text or mark.
    pub front: Token,
    /// What it stands on.
    pub ground: Token,
    /// The least contrast, by WCAG 2.2, 1.4.3 or 1.4.11.
    pub least: f64,
    /// Both as they are drawn under the pointer.
    pub hovered: bool,
}

/// Every pair that the style sheets use.
pub fn pairs() -> impl Iterator<Item = Pair> {
    let listed = |list: &'static [(Token, &'static [Token])], least: f64| {
        let pair = move |front: Token| move |ground: &Token| Pair { front, ground: *ground, least, hovered: false };
        list.iter().flat_map(move |(front, grounds)| grounds.iter().map(pair(*front)))
    };
    let button = Pair { front: OnPine, ground: Pine, least: 4.5, hovered: true };
    listed(&TEXTS, 4.5).chain(listed(&MARKS, 3.0)).chain([button])
}

/// The colours of one scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette([Colour; COUNT]);

impl Palette {
    /// As the style sheet has them.
    pub fn house(dark: bool) -> Self {
        Self(TOKENS.map(|(_, _, light, night)| Colour::of(if dark { night } else { light })))
    }

    /// One of them.
    pub fn get(&self, token: Token) -> Colour {
        self.0.get(token as usize).copied().unwrap_or_default()
    }

    pub(super) fn set(&mut self, token: Token, colour: Colour) {
        if let Some(place) = self.0.get_mut(token as usize) {
            *place = colour;
        }
    }

    /// The contrast of a pair.
    pub fn contrast(&self, pair: &Pair) -> f64 {
        let (front, ground) = (self.get(pair.front), self.get(pair.ground));
        if pair.hovered { front.hovered().contrast(ground.hovered()) } else { front.contrast(ground) }
    }

    /// The first pair with this token in it that cannot be told apart, if there is one.
    pub(super) fn fault(&self, token: Token) -> Option<Pair> {
        pairs().find(|pair| (pair.front == token || pair.ground == token) && self.contrast(pair) < pair.least)
    }
}
