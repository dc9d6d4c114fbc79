//! What differs between two drawings of the same piece.
//!
//! Most keystrokes change a number in a sentence or the height of a block. Where two markups have
//! the same elements in the same order, [`edits`] names the texts and attributes that differ, so
//! that a browser parses nothing, lays out little and leaves focus and opened details alone.

/// One difference. Elements are counted in the order of their opening tags, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// The text at the beginning of an element.
    TextIn(u32, String),
    /// The text behind an element.
    TextAfter(u32, String),
    /// An attribute of an element: name, value.
    Attribute(u32, String, String),
}

/// The differences; `None` where the elements or the names of their attributes differ, or a text
/// comes or goes. Both are markup of our own: double quotes around values, `>` nowhere else.
pub fn edits(old: &str, new: &str) -> Option<Vec<Edit>> {
    let mut edits = Vec::new();
    let mut open: Vec<u32> = Vec::new();
    let mut count = 0;
    // The element that the next text belongs to, and whether it stands behind it.
    let mut place = None;
    let (mut old, mut new) = (Tokens(old), Tokens(new));
    loop {
        let (Some((was, was_text)), Some((is, is_text))) = (old.next(), new.next()) else {
            return (old.0.is_empty() && new.0.is_empty()).then_some(edits);
        };
        if is.starts_with('/') {
            if was != is {
                return None;
            }
            place = open.pop().map(|element| (element, true));
        } else if !is.is_empty() || !was.is_empty() {
            if was != is {
                attributes(was, is, count, &mut edits)?;
            }
            let name = is.split([' ', '/']).next().unwrap_or_default();
            let alone = is.ends_with('/') || matches!(name, "input" | "br");
            if !alone {
                open.push(count);
            }
            place = Some((count, alone));
            count += 1;
        }
        if was_text != is_text {
            let (element, behind) = place?;
            if was_text.is_empty() || is_text.is_empty() {
                return None;
            }
            let text = plain(is_text);
            edits.push(if behind { Edit::TextAfter(element, text) } else { Edit::TextIn(element, text) });
        }
    }
}

/// Tags and the texts behind them: `p class="a"`, `Hello`.
struct Tokens<'a>(&'a str);

impl<'a> Iterator for Tokens<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let tag_and_rest = self.0.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        let (tag, rest) = tag_and_rest.unwrap_or(("", self.0));
        let (text, rest) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        self.0 = rest;
        Some((tag, text))
    }
}

fn attributes(old: &str, new: &str, element: u32, edits: &mut Vec<Edit>) -> Option<()> {
    let (mut old, mut new) = (old.split('"'), new.split('"'));
    loop {
        match (old.next(), new.next()) {
            (Some(was), Some(is)) if was == is => {
                // A name, or what ends the tag; its value follows.
                let (was, now) = (old.next(), new.next());
                if was != now {
                    let name = is.trim_end_matches('=').rsplit(' ').next()?;
                    edits.push(Edit::Attribute(element, name.to_owned(), plain(now?)));
                    was?;
                }
            }
            (None, None) => return Some(()),
            _ => return None,
        }
    }
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
mod tests {
    use super::*;

    #[test]
    fn texts_and_attributes_are_named_by_their_element() {
        let old = "<p class=\"a\" id=\"x\">One<b>two</b> three<br>four</p>";
        let new = "<p class=\"b\" id=\"x\">One<b>2 &amp; &lt;3</b> drei<br>vier</p>";
        let expected = [
            Edit::Attribute(0, "class".into(), "b".into()),
            Edit::TextIn(1, "2 & <3".into()),
            Edit::TextAfter(1, " drei".into()),
            Edit::TextAfter(2, "vier".into()),
        ];
        assert_eq!(edits(old, new).as_deref(), Some(&expected[..]));
    }

    #[test]
    fn what_closes_itself_has_nothing_inside() {
        let old = "<svg><rect width=\"1\"/><text y=\"5\">a</text></svg>";
        let new = "<svg><rect width=\"2\"/><text y=\"6\">b</text></svg>";
        let expected = [
            Edit::Attribute(1, "width".into(), "2".into()),
            Edit::Attribute(2, "y".into(), "6".into()),
            Edit::TextIn(2, "b".into()),
        ];
        assert_eq!(edits(old, new).as_deref(), Some(&expected[..]));
    }

    #[test]
    fn another_shape_is_no_list_of_edits() {
        let same = "<p>a</p>";
        for other in
            ["<p>a</p><p>b</p>", "<i>a</i>", "<p></p>", "<p id=\"x\">a</p>", "", "a", "<p>a</p> b", "<p>a<i></i></p>"]
        {
            assert_eq!(edits(same, other), None, "{other}");
            assert_eq!(edits(other, same), None, "{other}");
        }
        assert_eq!(edits(same, same), Some(Vec::new()));
    }
}
