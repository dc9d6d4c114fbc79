//! Reads the command line: `--name value`, `--name=value` and flags, each known by the command that takes it.

use crate::trouble::{Outcome, Trouble};

/// The words after a command.
pub struct Options {
    words: Vec<String>,
}

impl Options {
    /// From the words after the command.
    pub fn new(words: impl Iterator<Item = String>) -> Self {
        Self { words: words.collect() }
    }

    /// Takes a flag out; whether it was there.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.words.len();
        self.words.retain(|word| word != name);
        self.words.len() < before
    }

    /// Takes an option with its value out.
    pub fn value(&mut self, name: &str) -> Outcome<Option<String>> {
        let start = format!("{name}=");
        let Some(at) = self.words.iter().position(|word| word == name || word.starts_with(&start)) else {
            return Ok(None);
        };
        let word = self.words.remove(at);
        if let Some(value) = word.strip_prefix(&start) {
            return Ok(Some(value.to_owned()));
        }
        if self.words.get(at).is_none_or(|next| next.starts_with("--")) {
            return Err(Trouble::input(format!("{name} needs a value.")));
        }
        Ok(Some(self.words.remove(at)))
    }

    /// Takes a number with a name out.
    pub fn number(&mut self, name: &str) -> Outcome<Option<u32>> {
        let read =
            |text: String| text.parse().map_err(|_| Trouble::input(format!("{name} needs a number, not {text:?}.")));
        self.value(name)?.map(read).transpose()
    }

    /// Takes out the word that stands by itself, if the next one is no option.
    pub fn plain_word(&mut self) -> Option<String> {
        let is_plain = self.words.first().is_some_and(|word| !word.starts_with('-'));
        is_plain.then(|| self.words.remove(0))
    }

    /// Takes out the number that stands by itself, if the next word is one.
    pub fn plain_number(&mut self) -> Option<u32> {
        let number = self.words.first()?.parse().ok()?;
        self.words.remove(0);
        Some(number)
    }

    /// Takes a port out.
    pub fn port(&mut self, name: &str, otherwise: u16) -> Outcome<u16> {
        match self.value(name)? {
            None => Ok(otherwise),
            Some(text) => text
                .parse()
                .map_err(|_| Trouble::input(format!("{name} needs a number from 0 to 65535, not {text:?}."))),
        }
    }

    /// Trouble when a word is left that no option took.
    pub fn finish(self) -> Outcome<()> {
        match self.words.first() {
            None => Ok(()),
            Some(word) => Err(Trouble::input(format!("{word:?} is not understood here. See `./dev help`."))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Options;

    fn options(line: &str) -> Options {
        Options::new(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn values_flags_and_ports_are_taken_and_nothing_is_left() {
        let mut options = options("--port 0 --quick --only=a,b");
        assert_eq!(options.port("--port", 8080).unwrap(), 0);
        assert!(options.flag("--quick"));
        assert_eq!(options.value("--only").unwrap().as_deref(), Some("a,b"));
        assert_eq!(options.port("--inbox-port", 8025).unwrap(), 8025);
        assert!(options.finish().is_ok());
    }

    #[test]
    fn a_number_by_itself_comes_first_or_what_is_left() {
        let mut options = options("--seed 7 300");
        assert_eq!(options.number("--seed").unwrap(), Some(7));
        assert_eq!(options.plain_number(), Some(300));
        assert_eq!(options.plain_number(), None);
        assert!(super::Options::new(["--seed".to_owned(), "x".to_owned()].into_iter()).number("--seed").is_err());
    }

    #[test]
    fn a_word_by_itself_is_no_option() {
        let mut options = options("wordpress --port 1");
        assert_eq!(options.plain_word().as_deref(), Some("wordpress"));
        assert_eq!(options.plain_word(), None);
    }

    #[test]
    fn what_is_missing_wrong_or_unknown_is_said() {
        assert!(options("--port").value("--port").is_err());
        assert!(options("--port --quick").value("--port").is_err());
        assert!(options("--port 70000").port("--port", 1).is_err());
        assert!(options("--prot 1").finish().is_err());
    }
}
