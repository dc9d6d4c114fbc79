//! What differs between two drawings of the same part.
//!
//! Most keystrokes change a number in a sentence or the height of a block, some a few fields of an editor. [`differ`]
//! names what differs, as deep inside as it can: a browser parses and lays out little, and whatever is outside of that
//! stays the very same element, with its focus, its opened details and the letters that were just typed into a choice.

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The way to the element that it is about: which child element, from 0, of which.
    pub path: Vec<u32>,
    /// What is to become of it.
    pub change: Change,
}

/// What is to become of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The text at its beginning.
    TextIn(String),
    /// The text behind it.
    TextAfter(String),
    /// An attribute: name, value.
    Attribute(String, String),
    /// Whether a box or a choice is ticked.
    Checked(bool),
    /// All that is inside, as markup.
    Inner(String),
    /// The element itself, as markup.
    Outer(String),
}

impl Change {
    /// Whether elements come, go or change places by it.
    pub fn moves(&self) -> bool {
        match self {
            Self::Attribute(name, _) => name == "id",
            other => matches!(other, Self::Inner(_) | Self::Outer(_)),
        }
    }
}

/// Adds the differences between two markups that stand inside one element, of which the first child element has that
/// number; false where elements or texts come or go among the outermost. Both are markup of our own: double quotes around
/// values, `>` nowhere else, every element closed.
pub fn differ(first: u32, old: &str, new: &str, edits: &mut Vec<Edit>) -> bool {
    Walk { old: Rest(old), new: Rest(new), path: Vec::new(), edits }.inside(first)
}

/// A walk through both at once.
struct Walk<'a> {
    old: Rest<'a>,
    new: Rest<'a>,
    /// The way to where it is.
    path: Vec<u32>,
    edits: &'a mut Vec<Edit>,
}

impl Walk<'_> {
    fn say(&mut self, change: Change) {
        self.edits.push(Edit { path: self.path.clone(), change });
    }

    /// Goes through what is inside of an element, to its end; false where elements or texts come or go.
    fn inside(&mut self, first: u32) -> bool {
        let mut at = first;
        loop {
            let (was, is) = (self.old.text(), self.new.text());
            if was != is {
                if was.is_empty() || is.is_empty() {
                    return false;
                }
                let text = plain(is);
                if at == first {
                    self.say(Change::TextIn(text));
                } else {
                    self.path.push(at - 1);
                    self.say(Change::TextAfter(text));
                    self.path.pop();
                }
            }
            let (was, is) = (self.old.tag(), self.new.tag());
            let ends = |tag: &str| tag.is_empty() || tag.starts_with('/');
            if ends(was) || ends(is) {
                return ends(was) && ends(is);
            }
            self.path.push(at);
            self.element(was, is);
            self.path.pop();
            at += 1;
        }
    }

    /// Goes through an element whose opening tags were just read.
    fn element(&mut self, was: &str, is: &str) {
        let (old, new, before) = (self.old, self.new, self.edits.len());
        if was != is && (name(was) != name(is) || self.attributes(was, is).is_none()) {
            self.edits.truncate(before);
            self.old.skip(was);
            self.new.skip(is);
            return self.say(Change::Outer(["<", is, ">", new.until(self.new)].concat()));
        }
        let before = self.edits.len();
        if !is_alone(is) && !self.inside(0) {
            self.edits.truncate(before);
            (self.old, self.new) = (old, new);
            self.old.skip(was);
            let end = self.new.skip(is);
            self.say(Change::Inner(new.until(end).to_owned()));
        }
    }

    /// The attributes whose values differ; `None` where their names do, but for a tick.
    fn attributes(&mut self, was: &str, is: &str) -> Option<()> {
        const TICK: &str = " checked";
        let (off, on) = (was.strip_suffix(TICK), is.strip_suffix(TICK));
        if off.is_some() != on.is_some() {
            self.say(Change::Checked(on.is_some()));
        }
        let (mut old, mut new) = (off.unwrap_or(was).split('"'), on.unwrap_or(is).split('"'));
        loop {
            match (old.next(), new.next()) {
                (Some(was), Some(is)) if was == is => {
                    // A name, or what ends the tag; its value follows.
                    let (was, now) = (old.next(), new.next());
                    if was != now {
                        let name = is.trim_end_matches('=').rsplit(' ').next()?;
                        self.say(Change::Attribute(name.to_owned(), plain(now?)));
                        was?;
                    }
                }
                (None, None) => return Some(()),
                _ => return None,
            }
        }
    }
}

/// What is still to be read of a markup.
#[derive(Clone, Copy)]
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    /// The text up to the next tag.
    fn text(&mut self) -> &'a str {
        let (text, rest) = self.0.split_at(self.0.find('<').unwrap_or(self.0.len()));
        self.0 = rest;
        text
    }

    /// The next tag, of which this is the beginning: `p class="a"`, `/p`; empty at the end.
    fn tag(&mut self) -> &'a str {
        let (tag, rest) = self.0.strip_prefix('<').and_then(|rest| rest.split_once('>')).unwrap_or(("", ""));
        self.0 = rest;
        tag
    }

    /// Goes behind the end of the element that this tag opened; gives where that end begins.
    fn skip(&mut self, tag: &str) -> Self {
        let mut deep = u32::from(!is_alone(tag));
        let mut end = *self;
        while deep > 0 && !self.0.is_empty() {
            self.text();
            end = *self;
            let tag = self.tag();
            if tag.starts_with('/') {
                deep -= 1;
            } else if !is_alone(tag) {
                deep += 1;
            }
        }
        end
    }

    /// What lies between this and a later place.
    fn until(self, later: Self) -> &'a str {
        self.0.get(..self.0.len() - later.0.len()).unwrap_or_default()
    }
}

fn name(tag: &str) -> &str {
    tag.split([' ', '/']).next().unwrap_or_default()
}

/// Whether an element has no inside.
fn is_alone(tag: &str) -> bool {
    tag.ends_with('/') || matches!(name(tag), "input" | "br")
}

/// The text that markup stands for.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let (name, after) = after.split_once(';').unwrap_or(("amp", after));
        out.push(match name {
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "nbsp" => '\u{a0}',
            _ => '&',
        });
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
#[path = "patch_tests.rs"]
mod tests;
