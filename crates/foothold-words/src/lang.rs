//! The language of a page, and texts in it.

use crate::Key;
use crate::catalogue::ENGLISH;
use crate::spanish::SPANISH;
use std::sync::OnceLock;

/// A language that Foothold speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// English of the United States.
    En,
    /// Spanish of the United States.
    Es,
    /// No language: English made visibly strange, so that a text which did not come from the
    /// catalogue stands out. For tests only; its tag is `en-XA`.
    Pseudo,
}

impl Lang {
    /// The languages that pages are written in for visitors.
    pub const SPOKEN: [Self; 2] = [Self::En, Self::Es];

    /// The language of a tag such as "en-US"; English where the tag is unknown.
    pub fn of_tag(tag: &str) -> Self {
        match tag {
            "en-XA" => Self::Pseudo,
            _ if tag.starts_with("es") => Self::Es,
            _ => Self::En,
        }
    }

    /// Its tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
            Self::Pseudo => "en-XA",
        }
    }

    /// Its own name for itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::Es => "Español",
            Self::En | Self::Pseudo => "English",
        }
    }
}

/// One text of the pages' own, in every language; the compiler asks for each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// In English.
    pub en: &'static str,
    /// In Spanish.
    pub es: &'static str,
}

/// Texts in one language: the catalogue, in the order of [`Key::ALL`].
///
/// A visitor pays for one language, and for what is said later only once it may be said: natively the
/// catalogues are built in ([`Words::new`]), the WebAssembly calls [`Words::read`] and [`Words::with`] only
/// and carries none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// The language.
    pub lang: Lang,
    first: &'static [&'static str],
    later: &'static [&'static str],
}

/// The texts that only the rooms of `later` say, as they came from their file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaterTexts(&'static [&'static str]);

impl LaterTexts {
    /// Texts as the second file of [`Words::files`] holds them; `None` where it is another file.
    pub fn read(file: String) -> Option<Self> {
        lines(file, Key::ALL.len() - Key::FIRST).map(Self)
    }
}

impl Words {
    /// Texts in English.
    pub const EN: Self = Self::of_all(Lang::En, &ENGLISH);
    /// Texts in Spanish.
    pub const ES: Self = Self::of_all(Lang::Es, &SPANISH);

    const fn of_all(lang: Lang, all: &'static [&'static str]) -> Self {
        let (first, later) = all.split_at(Key::FIRST);
        Self { lang, first, later }
    }

    /// Texts in this language, from the catalogues that are built in.
    pub fn new(lang: Lang) -> Self {
        static PSEUDO: OnceLock<Vec<&'static str>> = OnceLock::new();
        match lang {
            Lang::En => Self::EN,
            Lang::Es => Self::ES,
            Lang::Pseudo => {
                let strange = || ENGLISH.iter().map(|text| leak(pseudo(text))).collect();
                Self::of_all(lang, PSEUDO.get_or_init(strange))
            }
        }
    }

    /// What a page says at once, as the first file of [`Words::files`] holds it; `None` where it is another
    /// file. What is said later comes [`Words::with`] the second.
    pub fn read(lang: Lang, file: String) -> Option<Self> {
        lines(file, Key::FIRST).map(|first| Self { lang, first, later: &[] })
    }

    /// The same with what is said later.
    #[must_use]
    pub fn with(self, later: LaterTexts) -> Self {
        Self { later: later.0, ..self }
    }

    /// The same as long as nothing is there of what is said later; for trying that nobody asks for it too soon.
    #[must_use]
    pub fn at_first(self) -> Self {
        Self { later: &[], ..self }
    }

    /// The catalogue as two files, one text a line: what a page says at once, and what is said later.
    pub fn files(self) -> [String; 2] {
        [self.first, self.later].map(|texts| texts.join("\n"))
    }

    /// A text without gaps. Of what is said later only once it is there: whoever asks too soon gets no text,
    /// and where developers look an alarm.
    pub fn say(self, key: Key) -> &'static str {
        let at = key as usize;
        let text = self.first.get(at).or_else(|| self.later.get(at.wrapping_sub(Key::FIRST)));
        debug_assert!(text.is_some(), "{key:?} is said later");
        text.copied().unwrap_or_default()
    }

    /// A text of the pages' own in this language.
    pub fn of(self, text: Text) -> &'static str {
        self.own(if self.lang == Lang::Es { text.es } else { text.en })
    }

    /// A text that is in this language already, or strange in the strange one.
    pub fn own(self, text: &'static str) -> &'static str {
        if self.lang == Lang::Pseudo { leak(pseudo(text)) } else { text }
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

/// The lines of a file that must have so many; kept for as long as the page is there.
fn lines(file: String, count: usize) -> Option<&'static [&'static str]> {
    let texts: Vec<&'static str> = leak(file).lines().collect();
    (texts.len() == count).then(|| &*Vec::leak(texts))
}

/// Never freed: texts live as long as the page, and one that may have to be freed costs code
/// wherever it is used.
fn leak(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
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
    fn a_catalogue_survives_being_two_files_and_other_files_are_refused() {
        for lang in [Lang::En, Lang::Es, Lang::Pseudo] {
            let words = Words::new(lang);
            let [first, later] = words.files();
            let read = Words::read(lang, first.clone());
            assert_eq!(read, Some(words.at_first()));
            assert_eq!(read.zip(LaterTexts::read(later.clone())).map(|(read, later)| read.with(later)), Some(words));
            assert_eq!(Words::read(lang, first.clone() + "\nmore"), None);
            assert_eq!(LaterTexts::read(later.clone() + "\nmore"), None);
            assert_eq!((Words::read(lang, later), LaterTexts::read(first)), (None, None));
        }
    }

    #[test]
    #[should_panic(expected = "AskSend is said later")]
    fn whoever_asks_too_soon_for_what_is_said_later_is_found_out() {
        Words::EN.at_first().say(Key::AskSend);
    }

    #[test]
    fn a_page_is_read_in_the_language_of_its_tag() {
        for lang in [Lang::En, Lang::Es, Lang::Pseudo] {
            assert_eq!(Lang::of_tag(lang.tag()), lang);
        }
        assert_eq!(Lang::of_tag("es-US"), Lang::Es);
        assert_eq!(Lang::of_tag("fr"), Lang::En);
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
