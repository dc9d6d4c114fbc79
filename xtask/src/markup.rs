//! Reads the start tags of a page, quoted and unquoted attributes alike (the minifier drops quotes).
//!
//! Enough to find style sheets and scripts in pages this project wrote; not a browser's parser.

use std::ops::Range;

/// One start tag.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag {
    /// The name in small letters.
    pub name: String,
    /// Names in small letters, with values as written.
    pub attributes: Vec<(String, String)>,
    /// Where it stands in the page.
    pub span: Range<usize>,
}

impl Tag {
    /// The value of an attribute; empty for one without a value.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// The address of a style sheet link.
    pub fn stylesheet(&self) -> Option<&str> {
        let is_sheet = self.name == "link"
            && self
                .get("rel")
                .is_some_and(|rel| rel.split_whitespace().any(|word| word.eq_ignore_ascii_case("stylesheet")));
        if is_sheet { self.get("href") } else { None }
    }
}

/// Every start tag in order; comments and the insides of scripts and styles are passed over.
pub fn tags(page: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = find(page, at, "<") {
        if page.get(start..).is_some_and(|rest| rest.starts_with("<!--")) {
            at = find(page, start + 4, "-->").map_or(page.len(), |end| end + 3);
            continue;
        }
        let Some(tag) = read_tag(page, start) else {
            at = start + 1;
            continue;
        };
        at = tag.span.end;
        if tag.name == "script" || tag.name == "style" {
            at = find(page, at, &format!("</{}", tag.name)).unwrap_or(page.len());
        }
        found.push(tag);
    }
    found
}

/// Whether an address is a file of this site given relative to the page.
pub fn is_local(address: &str) -> bool {
    !address.is_empty() && !address.starts_with(['/', '#', '?']) && !address.contains(':')
}

/// A relative address in a page, as a path from the top folder; nothing when it leads out of it.
pub fn resolve(page_folder: &str, address: &str) -> Option<String> {
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let mut parts: Vec<&str> = page_folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in address.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

fn find(page: &str, from: usize, what: &str) -> Option<usize> {
    page.get(from..)?.find(what).map(|offset| from + offset)
}

fn read_tag(page: &str, start: usize) -> Option<Tag> {
    let mut rest = Reader { text: page, at: start + 1 };
    let name = rest.take_while(|letter| letter.is_ascii_alphanumeric() || letter == '-').to_ascii_lowercase();
    if !name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        return None;
    }
    let mut attributes = Vec::new();
    loop {
        rest.take_while(|letter| letter.is_whitespace() || letter == '/');
        match rest.peek()? {
            '>' => break,
            _ => attributes.push(read_attribute(&mut rest)?),
        }
    }
    Some(Tag { name, attributes, span: start..rest.at + 1 })
}

fn read_attribute(rest: &mut Reader<'_>) -> Option<(String, String)> {
    let first = rest.next()?;
    let more = rest.take_while(|letter| !letter.is_whitespace() && !matches!(letter, '=' | '>' | '/'));
    let name = format!("{first}{more}").to_ascii_lowercase();
    let before = rest.at;
    rest.take_while(char::is_whitespace);
    if rest.peek() != Some('=') {
        rest.at = before;
        return Some((name, String::new()));
    }
    rest.next();
    rest.take_while(char::is_whitespace);
    let value = match rest.peek()? {
        quote @ ('"' | '\'') => {
            rest.next();
            let value = rest.take_while(|letter| letter != quote).to_owned();
            rest.next()?;
            value
        }
        _ => rest.take_while(|letter| !letter.is_whitespace() && letter != '>').to_owned(),
    };
    Some((name, value))
}

struct Reader<'page> {
    text: &'page str,
    at: usize,
}

impl<'page> Reader<'page> {
    fn rest(&self) -> &'page str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let letter = self.peek()?;
        self.at += letter.len_utf8();
        Some(letter)
    }

    fn take_while(&mut self, keep: impl Fn(char) -> bool) -> &'page str {
        let rest = self.rest();
        let length = rest.find(|letter| !keep(letter)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{is_local, resolve, tags};

    #[test]
    fn quoted_and_unquoted_attributes_are_read() {
        let page = r#"<!doctype html><LINK rel=stylesheet href=./a.css><link rel="stylesheet" href='b.css' media=print/><input disabled>"#;
        let found = tags(page);
        assert_eq!(found[0].stylesheet(), Some("./a.css"));
        assert_eq!(&page[found[0].span.clone()], "<LINK rel=stylesheet href=./a.css>");
        assert_eq!(found[1].stylesheet(), Some("b.css"));
        assert_eq!(found[2].get("disabled"), Some(""));
    }

    #[test]
    fn comments_scripts_and_broken_ends_hold_no_tags() {
        assert_eq!(tags("<!-- <link rel=stylesheet href=a.css> -->").len(), 0);
        assert_eq!(tags("<script>if (a<b) '<link rel=stylesheet href=x>'</script><p>").len(), 2);
        assert_eq!(tags("1 < 2 and <link rel=\"unclosed").len(), 0);
    }

    #[test]
    fn addresses_are_read_from_the_folder_of_the_page() {
        assert_eq!(resolve("", "./a.css").as_deref(), Some("a.css"));
        assert_eq!(resolve("en-XA/week", "../../style/a.css?v=1").as_deref(), Some("style/a.css"));
        assert_eq!(resolve("week", "../../a.css"), None);
        assert!(is_local("../a.css") && !is_local("https://a.example/b.css") && !is_local("/a.css"));
    }
}
