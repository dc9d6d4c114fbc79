//! The language of a page, and texts in it.

use crate::Key;

/// A language that Foothold speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// English of the United States.
    En,
    /// No language: English made visibly strange, so that a text which did not come from the
    /// catalogue stands out. For tests only; its tag is `en-XA`.
    Pseudo,
}

impl Lang {
    /// The language of a tag such as "en-US"; English where the tag is unknown.
    pub fn of_tag(tag: &str) -> Self {
        if tag == "en-XA" { Self::Pseudo } else { Self::En }
    }

    /// Its tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Pseudo => "en-XA",
        }
    }
}

/// Texts in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// The language.
    pub lang: Lang,
}

impl Words {
    /// Texts in this language.
    pub fn new(lang: Lang) -> Self {
        Self { lang }
    }

    /// A text without gaps.
    pub fn say(self, key: Key) -> &'static str {
        self.of(key.english())
    }

    /// English text in this language; for the pages' own prose.
    pub fn of(self, english: &'static str) -> &'static str {
        match self.lang {
            Lang::En => english,
            // Never freed: a test's memory for a smaller download, because a text that may have to
            // be freed costs code wherever it is used.
            Lang::Pseudo => Box::leak(pseudo(english).into_boxed_str()),
        }
    }

    /// A text with its gaps filled: `{name}` becomes the value of `name`.
    pub fn fill(self, key: Key, values: &[(&str, &str)]) -> String {
        fill(self.say(key), values)
    }

    /// "a", "a and b", "a, b and c".
    pub fn list(self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                let first = first.join(self.say(Key::ListComma));
                self.fill(Key::ListAnd, &[("first", &first), ("last", last)])
            }
        }
    }
}

/// Fills gaps in a text. A value is never searched for gaps itself.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            out.push_str(value);
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// Swaps every letter outside gaps for an accented one, so that plain letters on a pseudo page
/// can only come from somewhere else.
fn pseudo(text: &str) -> String {
    let mut gap = false;
    text.chars()
        .map(|c| {
            match c {
                '{' => gap = true,
                '}' => gap = false,
                _ => {}
            }
            if gap { c } else { strange(c) }
        })
        .collect()
}

/// Letters of the Latin Extended block stand in for a to z and A to Z, in order.
fn strange(c: char) -> char {
    const SMALL: &str = "àƀçďéƒĝĥîĵķļɱñôþǫŕšţûṽŵẋýž";
    const LARGE: &str = "ÀƁÇĎÉƑĜĤÎĴĶĻṀÑÔÞǪŔŠŢÛṼŴẊÝŽ";
    let (base, row) = match c {
        'a'..='z' => ('a', SMALL),
        'A'..='Z' => ('A', LARGE),
        _ => return c,
    };
    let at = u32::from(c) - u32::from(base);
    usize::try_from(at).ok().and_then(|at| row.chars().nth(at)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_and_values_are_left_alone() {
        assert_eq!(fill("{a} and {b}", &[("a", "{b}"), ("b", "x")]), "{b} and x");
        assert_eq!(fill("no gap {", &[]), "no gap {");
    }

    #[test]
    fn the_pseudo_language_leaves_no_plain_letter_and_keeps_gaps() {
        let all = "The quick brown fox jumps over {a} lazy dog. THE QUICK BROWN FOX JUMPS OVER A LAZY DOG.";
        let strange = pseudo(all);
        let plain: String = strange.replace("{a}", "").chars().filter(char::is_ascii_alphabetic).collect();
        assert_eq!(plain, "");
        assert!(strange.contains("{a}"));
    }

    #[test]
    fn lists_read_like_speech() {
        let words = Words::new(Lang::En);
        let items = |n: usize| ["a", "b", "c"].iter().take(n).map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(words.list(&items(1)), "a");
        assert_eq!(words.list(&items(2)), "a and b");
        assert_eq!(words.list(&items(3)), "a, b and c");
    }
}
