//! What the tests of looks ask: the end of the style sheet for a clinic's file, and a table of random wishes with what becomes
//! of them, which `public/look.js` must equal.

use std::fs;
use std::path::Path;

use foothold_core::config::load;
use foothold_core::look::css::css;
use foothold_core::look::tokens::TOKENS;
use foothold_core::look::{Colour, Palette, Wish, Wishes, look};

use crate::trouble::{Outcome, Trouble};

/// What the file adds to the style sheet.
pub fn of_file(path: &Path) -> Outcome<String> {
    Ok(look_of(&fs::read_to_string(path).map_err(Trouble::file(path))?))
}

/// So many rows: the wishes, the colours for light and dark, what was changed.
pub fn table(rows: u32) -> String {
    let mut chance = 1_u64;
    let mut colour = || {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let [_, red, green, blue, some, ..] = chance.to_be_bytes();
        (some % 3 > 0).then_some(Colour(red, green, blue))
    };
    let mut text = String::new();
    for row in 0..rows {
        let wishes = Wishes { accent: colour(), background: colour(), text: colour(), ..Wishes::default() };
        let asked = row % 2 == 0;
        let look = look(&wishes, asked);
        let written = |colour: Option<Colour>| colour.map_or_else(|| String::from("-"), |colour| colour.to_string());
        let colours =
            |palette: &Palette| TOKENS.iter().map(|(token, ..)| palette.get(*token).to_string()).collect::<String>();
        let [light, dark] = &look.palettes;
        let changed = look.adjusted.iter().map(|adjusted| {
            format!("{} {} {} {}", adjusted.wish.name(), adjusted.to, adjusted.against, adjusted.before)
        });
        let said: Vec<String> =
            [Wish::Accent, Wish::Background, Wish::Text].map(|wish| written(wish.of(&wishes))).to_vec();
        let cells = [
            said.join(" "),
            (if asked { "dark" } else { "" }).to_owned(),
            look.dark.to_string(),
            colours(light),
            colours(dark),
            changed.collect::<Vec<_>>().join(","),
        ];
        text.push_str(&cells.join("|"));
        text.push('\n');
    }
    text
}

/// What a clinic's file adds to the style sheet; nothing where it wishes nothing.
fn look_of(clinic: &str) -> String {
    load(clinic).site.map(|site| css(&site.look)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{look_of, table};

    #[test]
    fn a_table_has_wishes_of_every_kind() {
        let table = table(50);
        assert_eq!(table.lines().count(), 50);
        assert!(table.contains("|true|") && table.contains("|false|") && table.contains("accent #"), "{table}");
    }

    #[test]
    fn a_file_without_a_look_adds_nothing_and_a_broken_one_neither() {
        let with = |look: &str| look_of(&format!(r#"{{"name":"N","phone":"(312) 555-0134"{look}}}"#));
        assert_eq!(with(""), "");
        assert_eq!(with(r#","look":{"accent":"red;}body{display:none","font":"x\"}"}"#), "");
        assert!(
            with(r##","look":{"accent":"#7a1f5c"}"##).starts_with(":root{--foothold-accent:#7a1f5c;}@media not all")
        );
        assert_eq!(look_of("no file"), "");
    }
}
