//! Corners, font and room: what is no colour. A font is the name of one that the visitor's device has; nothing is fetched, and
//! nothing that is read here can end a declaration of a style sheet.

/// The roundest corner of a card, in pixels.
pub const RADIUS_MOST: f64 = 32.0;
/// Most fonts of a list, and most characters of a name.
const FONTS_MOST: usize = 6;
const NAME_MOST: usize = 40;
/// Families that every browser has; they are written without quotes.
const GENERIC: [&str; 6] = ["serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-rounded"];
/// Parts of the names of fonts that have pictures where letters should be. 911 has to be read as 911.
const PICTURES: [&str; 11] =
    ["dings", "dingbat", "symbol", "emoji", "icon", "assets", "ornament", "marlett", "mtextra", "awesome", "d050000l"];

/// A list of font families, each checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Font(String);

impl Font {
    /// Reads names apart by commas, with or without quotes: letters of English, digits, spaces, `-` and `_`.
    pub fn read(text: &str) -> Option<Self> {
        let names: Vec<&str> = text.split(',').map(str::trim).collect();
        if names.len() > FONTS_MOST {
            return None;
        }
        let written: Option<Vec<String>> = names.into_iter().map(written).collect();
        Some(Self(written?.join(",")))
    }

    /// As a style sheet says it, without what follows where the device has none of them.
    pub fn css(&self) -> &str {
        &self.0
    }

    /// Whether every device has one of them.
    pub(super) fn is_complete(&self) -> bool {
        !self.0.ends_with('"')
    }
}

fn written(name: &str) -> Option<String> {
    let quote = name.chars().next().filter(|letter| matches!(letter, '"' | '\''));
    let name = match quote {
        Some(quote) => name.strip_prefix(quote)?.strip_suffix(quote)?.trim(),
        None => name,
    };
    let fine = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, ' ' | '-' | '_');
    let small = name.to_ascii_lowercase();
    let joined = small.replace(' ', "");
    if name.is_empty()
        || name.len() > NAME_MOST
        || !name.chars().all(fine)
        || PICTURES.iter().any(|p| joined.contains(p))
    {
        return None;
    }
    Some(if quote.is_none() && GENERIC.contains(&small.as_str()) { small } else { format!("\"{name}\"") })
}

/// How much room there is between things. What is pressed is at least 44 pixels high in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Density {
    /// Less.
    Compact,
    /// As the house has it.
    Comfortable,
    /// More.
    Roomy,
}

impl Density {
    /// What may be written.
    pub const NAMES: [&'static str; 3] = ["compact", "comfortable", "roomy"];

    /// The one of that name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "compact" => Some(Self::Compact),
            "comfortable" => Some(Self::Comfortable),
            "roomy" => Some(Self::Roomy),
            _ => None,
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Compact => "compact",
            Self::Comfortable => "comfortable",
            Self::Roomy => "roomy",
        }
    }

    /// How many times the house's distances.
    pub(super) fn times(self) -> f64 {
        match self {
            Self::Compact => 0.75,
            Self::Comfortable => 1.0,
            Self::Roomy => 1.25,
        }
    }
}
