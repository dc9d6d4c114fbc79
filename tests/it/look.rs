//! The colours of the style sheets: that the core knows each of them as it is, and every pair in which they are used.

use crate::files::{below, text};
use foothold_core::look::Palette;
use foothold_core::look::css::{CORNERS, ROOM, SANS};
use foothold_core::look::tokens::{PLEASING, TOKENS, Token, pairs};

/// Properties that draw text or marks, and those that draw a ground.
const FRONTS: [&str; 8] =
    ["color", "fill", "stroke", "outline", "border", "border-color", "accent-color", "border-inline-start"];
const GROUNDS: [&str; 2] = ["background", "background-color"];

/// A declaration's property and value.
type Said = (String, String);

/// The sheets' rules, those inside conditions too: selector and declarations. Comments are gone.
fn rules(css: &str) -> Vec<(String, Vec<Said>)> {
    let mut plain = String::new();
    for (at, part) in css.split("/*").enumerate() {
        plain.push_str(if at == 0 { part } else { part.split_once("*/").map_or("", |(_, rest)| rest) });
    }
    let pieces = plain.split('}').filter_map(|piece| piece.rsplit_once('{'));
    let named = pieces.map(|(before, body)| {
        let selector = before.rsplit(['{', ';']).next().unwrap_or_default().trim().to_owned();
        let said = body.split(';').filter_map(|line| line.split_once(':'));
        (selector, said.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect())
    });
    named.collect()
}

fn token(name: &str) -> Option<Token> {
    TOKENS.iter().find(|(_, known, ..)| *known == name).map(|(token, ..)| *token)
}

/// The tokens of a value, as `var(--name)`.
fn tokens(value: &str) -> Vec<Token> {
    value.split("var(--").skip(1).filter_map(|rest| token(rest.split([')', ',']).next()?)).collect()
}

#[test]
fn the_core_has_the_style_sheets_colours_and_measures() {
    let sheet = text("style/tokens.css");
    let rules = rules(&sheet);
    let [(_, light), (_, dark), ..] = rules.as_slice() else { panic!("two schemes") };
    let value = |said: &[Said], name: &str| {
        let found = said.iter().find(|(property, _)| property.strip_prefix("--") == Some(name));
        found.map(|(_, value)| value.clone())
    };
    for (scheme, said) in [(false, light), (true, dark)] {
        let house = Palette::house(scheme);
        for (token, name, ..) in TOKENS {
            let written = value(said, name).or_else(|| value(light, name)).expect(name);
            // What follows another one, such as `var(--pine)`.
            let leader = tokens(&written).first().map(|leader| house.get(*leader).to_string());
            assert_eq!(leader.unwrap_or(written), house.get(token).to_string(), "--{name}, dark {scheme}");
        }
    }
    let colours = light.iter().filter(|(_, value)| value.starts_with('#')).count();
    assert_eq!(colours + 3, TOKENS.len(), "the core knows them all");
    let rem =
        |name: &str| value(light, name).and_then(|value| value.strip_suffix("rem")?.parse::<f64>().ok()).expect(name);
    for (name, house) in ROOM {
        assert!((rem(name) - house).abs() < 1e-9, "--{name}");
    }
    for (name, times) in CORNERS {
        assert!((rem(name) - 20.0 / 16.0 * times).abs() < 1e-9, "--{name} is not {times} times that of a card");
    }
    assert_eq!(value(light, "sans").expect("--sans").replace(", ", ","), SANS);
}

#[test]
fn every_pair_of_colours_in_a_style_sheet_is_one_that_the_core_looks_after() {
    let listed = |front: Token, ground: Token| pairs().any(|pair| pair.front == front && pair.ground == ground);
    let mut found = 0;
    let mut broken = Vec::new();
    for path in below("style/", ".css") {
        for (selector, said) in rules(&text(&path)) {
            let of = |names: &[&str]| -> Vec<Token> {
                let values = said.iter().filter(|(property, _)| names.contains(&property.as_str()));
                values.flat_map(|(_, value)| tokens(value)).collect()
            };
            let (fronts, grounds) = (of(&FRONTS), of(&GROUNDS));
            for front in fronts.iter().filter(|front| !PLEASING.contains(front)) {
                // A block's own ground may be drawn around it, to part it from the next.
                let known = pairs().any(|pair| pair.front == *front) || *front == Token::Column;
                if !known && !pairs().any(|pair| pair.ground == *front) {
                    broken.push(format!("{path}: {selector}: {front:?} is drawn"));
                }
            }
            for ground in &grounds {
                if !PLEASING.contains(ground) && !pairs().any(|pair| pair.ground == *ground) {
                    broken.push(format!("{path}: {selector}: {ground:?} is a ground"));
                }
            }
            let written: Vec<Token> = of(&["color"]);
            for front in &written {
                for ground in &grounds {
                    found += 1;
                    if !listed(*front, *ground) {
                        broken.push(format!("{path}: {selector}: {front:?} on {ground:?}"));
                    }
                }
            }
        }
    }
    assert!(found > 12, "{found} pairs were found");
    assert!(
        broken.is_empty(),
        "these are in no list of crates/foothold-core/src/look/tokens.rs:\n{}",
        broken.join("\n")
    );
}
