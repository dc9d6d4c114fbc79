//! Colours as three numbers of eight bits: reading them, their contrast, and moving their lightness while the hue stays.
//!
//! Only `+ - * /` on numbers: `public/look.js` does the same steps and gets the same bits, which a cube root of
//! somebody else's would not promise.

use std::fmt;
use std::sync::LazyLock;

/// A colour that is not see-through: red, green, blue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Colour(pub u8, pub u8, pub u8);

/// Black, against which light grounds are measured.
pub const BLACK: Colour = Colour(0, 0, 0);
/// White, against which dark grounds are measured.
pub const WHITE: Colour = Colour(255, 255, 255);

/// Below this relative luminance white is the better text, above it black.
const MIDDLE: f64 = 0.179;
/// How much brighter a button is under the pointer, as the style sheet says.
const HOVERED: f64 = 1.08;

/// Light of a channel by its eight bits (sRGB).
static LINEAR: LazyLock<[f64; 256]> = LazyLock::new(|| std::array::from_fn(|bits| light_of(bits, 0.0)));
/// Half-way between one of these and the next: where rounding goes up.
static HALVES: LazyLock<[f64; 255]> = LazyLock::new(|| std::array::from_fn(|bits| light_of(bits, 0.5)));

/// Lightness from 0 to 1 and two axes of hue (OKLab): steps that look alike are alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Lab {
    pub(super) light: f64,
    pub(super) a: f64,
    pub(super) b: f64,
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

impl Colour {
    /// Reads `#7a1f5c`, `#abc`, `rgb(122, 31, 92)` or `rgb(122 31 92)`. Nothing see-through, and no names.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        if let Some(digits) = text.strip_prefix('#') {
            return hex(digits);
        }
        let inner = text.strip_prefix("rgb(")?.strip_suffix(')')?;
        let mut channels = if inner.contains(',') {
            inner.split(',').map(str::trim).collect::<Vec<_>>()
        } else {
            inner.split(' ').filter(|part| !part.is_empty()).collect()
        }
        .into_iter()
        .map(channel);
        let colour = Self(channels.next()??, channels.next()??, channels.next()??);
        channels.next().is_none().then_some(colour)
    }

    /// From a number such as `0x7a1f5c`.
    pub(super) const fn of(number: u32) -> Self {
        let [_, red, green, blue] = number.to_be_bytes();
        Self(red, green, blue)
    }

    /// Relative luminance as WCAG 2.2 defines it, 0 to 1.
    fn luminance(self) -> f64 {
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// Whether black is the better text on it.
    pub(super) fn is_light(self) -> bool {
        self.luminance() > MIDDLE
    }

    /// The contrast of two colours, 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        if one > two { (one + 0.05) / (two + 0.05) } else { (two + 0.05) / (one + 0.05) }
    }

    /// As a button under the pointer is drawn.
    pub(super) fn hovered(self) -> Self {
        let brighter = |bits: u8| bits_of(f64::from(bits) / 255.0 * HOVERED);
        Self(brighter(self.0), brighter(self.1), brighter(self.2))
    }

    pub(super) fn lab(self) -> Lab {
        let (red, green, blue) = (linear(self.0), linear(self.1), linear(self.2));
        let long = root(0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue, 3);
        let medium = root(0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue, 3);
        let short = root(0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue, 3);
        Lab {
            light: 0.210_454_255_3 * long + 0.793_617_785 * medium - 0.004_072_046_8 * short,
            a: 1.977_998_495_1 * long - 2.428_592_205 * medium + 0.450_593_709_9 * short,
            b: 0.025_904_037_1 * long + 0.782_771_766_2 * medium - 0.808_675_766 * short,
        }
    }

    /// The nearest lightness of the same hue at which `holds`; the colour itself where it holds already. Of two that are as near
    /// the one with more contrast to its ground is tried first.
    pub(super) fn moved(self, dark: bool, mut holds: impl FnMut(Self) -> bool) -> Self {
        if holds(self) {
            return self;
        }
        let lab = self.lab();
        for step in 1..=400_u16 {
            let by = f64::from(step) / 400.0;
            for by in if dark { [by, -by] } else { [-by, by] } {
                let moved = lab.at(lab.light + by).colour();
                if holds(moved) {
                    return moved;
                }
            }
        }
        if dark { WHITE } else { BLACK }
    }
}

impl Lab {
    /// The same hue and colourfulness at another lightness.
    pub(super) fn at(self, light: f64) -> Self {
        Self { light: light.clamp(0.0, 1.0), ..self }
    }

    /// The same hue, at most so colourful.
    pub(super) fn calm(self, most: f64) -> Self {
        let square = self.a * self.a + self.b * self.b;
        if square <= most * most {
            return self;
        }
        self.faded(most / root_of_square(square))
    }

    /// The same hue, so many times as colourful.
    pub(super) fn faded(self, by: f64) -> Self {
        Self { a: self.a * by, b: self.b * by, ..self }
    }

    /// The colour that screens can show: where there is none so colourful, the most colourful of that lightness and hue.
    pub(super) fn colour(self) -> Colour {
        let (mut less, mut more) = (0.0_f64, 1.0_f64);
        let mut shown = self.shown();
        for _ in 0..if shown.is_some() { 0 } else { 16 } {
            let middle = less.midpoint(more);
            match self.faded(middle).shown() {
                Some(found) => (less, shown) = (middle, Some(found)),
                None => more = middle,
            }
        }
        let [red, green, blue] = shown.unwrap_or([self.light * self.light * self.light; 3]).map(encoded);
        Colour(red, green, blue)
    }

    /// Red, green and blue as light, where a screen can show them.
    fn shown(self) -> Option<[f64; 3]> {
        let long = self.light + 0.396_337_777_4 * self.a + 0.215_803_757_3 * self.b;
        let medium = self.light - 0.105_561_345_8 * self.a - 0.063_854_172_8 * self.b;
        let short = self.light - 0.089_484_177_5 * self.a - 1.291_485_548 * self.b;
        let (long, medium, short) = (long * long * long, medium * medium * medium, short * short * short);
        let channels = [
            4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short,
            -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short,
            -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701 * short,
        ];
        channels.iter().all(|light| (-0.0005..=1.0005).contains(light)).then_some(channels)
    }
}

fn linear(bits: u8) -> f64 {
    LINEAR.get(usize::from(bits)).copied().unwrap_or_default()
}

/// The light of so many of 255 parts, and a share of the next.
fn light_of(bits: usize, more: f64) -> f64 {
    let share = (f64::from(u8::try_from(bits).unwrap_or(u8::MAX)) + more) / 255.0;
    if share <= 0.04045 {
        return share / 12.92;
    }
    let base = (share + 0.055) / 1.055;
    let fifth = root(base, 5);
    base * base * fifth * fifth
}

fn encoded(light: f64) -> u8 {
    u8::try_from(HALVES.partition_point(|half| *half <= light)).unwrap_or(u8::MAX)
}

/// Eight bits of a share, the nearest.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to eight bits just before")]
fn bits_of(share: f64) -> u8 {
    (share * 255.0 + 0.5).floor().clamp(0.0, 255.0) as u8
}

fn root_of_square(square: f64) -> f64 {
    root(square, 2)
}

/// The root of a number from 0 to about 1, by Newton's way from above, until it comes no nearer.
fn root(of: f64, degree: i32) -> f64 {
    if of <= 0.0 {
        return 0.0;
    }
    let mut now = 1.1;
    for _ in 0..60 {
        let mut power = 1.0;
        for _ in 1..degree {
            power *= now;
        }
        let next = (f64::from(degree - 1) * now + of / power) / f64::from(degree);
        if next >= now {
            return now;
        }
        now = next;
    }
    now
}

fn hex(digits: &str) -> Option<Colour> {
    let long = match digits.len() {
        6 => digits.to_owned(),
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        _ => return None,
    };
    // A sign would be read as part of a number.
    let fine = long.bytes().all(|byte| byte.is_ascii_hexdigit());
    if fine { u32::from_str_radix(&long, 16).ok().map(Colour::of) } else { None }
}

fn channel(text: &str) -> Option<u8> {
    let fine = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if fine { text.parse().ok() } else { None }
}
