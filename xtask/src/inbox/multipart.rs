//! Reads `multipart/form-data` (RFC 7578): strict about its frame, so that a cut or forged body is seen;
//! total, so that no body can stop the inbox. Of files only the name and size are kept.

use serde_json::{Map, Value, json};

use crate::inbox::body::add;

/// The most parts read.
const PART_CAP: usize = 1000;
/// The longest boundary RFC 2046 allows.
const BOUNDARY_CAP: usize = 70;

/// What is wrong with a multipart body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// The content type names no usable boundary.
    Boundary,
    /// The body does not contain the first boundary.
    Start,
    /// The closing boundary is missing: the body was cut off.
    End,
    /// A part has no headers, or no name.
    Part,
    /// More parts than anyone sends.
    TooMany,
}

/// The fields of a form.
pub fn parse(content_type: &str, body: &[u8]) -> Result<Map<String, Value>, Broken> {
    let boundary = boundary(content_type).ok_or(Broken::Boundary)?;
    let delimiter = format!("\r\n--{boundary}").into_bytes();
    // The first delimiter may stand at the very start, without its line break.
    let mut rest = if body.starts_with(delimiter.get(2..).unwrap_or_default()) {
        body.get(delimiter.len() - 2..).unwrap_or_default()
    } else {
        split(body, &delimiter).ok_or(Broken::Start)?.1
    };
    let mut fields = Map::new();
    for _ in 0..PART_CAP {
        if rest.starts_with(b"--") {
            return Ok(fields);
        }
        let start = after_line_end(rest).ok_or(Broken::Start)?;
        let (part, after) = split(start, &delimiter).ok_or(Broken::End)?;
        let (name, value) = read_part(part).ok_or(Broken::Part)?;
        add(&mut fields, name, value);
        rest = after;
    }
    Err(Broken::TooMany)
}

fn boundary(content_type: &str) -> Option<String> {
    let boundary = parameter(content_type, "boundary")?;
    let is_usable = (1..=BOUNDARY_CAP).contains(&boundary.len())
        && boundary.bytes().all(|byte| (b' '..=b'~').contains(&byte) && byte != b'"')
        && !boundary.ends_with(' ');
    is_usable.then_some(boundary)
}

/// The text before and after the next delimiter that ends where a delimiter must: at `--` or a line's end.
fn split<'body>(text: &'body [u8], delimiter: &[u8]) -> Option<(&'body [u8], &'body [u8])> {
    let mut from = 0;
    loop {
        let at = from + find(text.get(from..)?, delimiter)?;
        let after = text.get(at + delimiter.len()..)?;
        if after.starts_with(b"--") || after_line_end(after).is_some() {
            return Some((text.get(..at)?, after));
        }
        from = at + 1;
    }
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|window| window == what)
}

fn after_line_end(text: &[u8]) -> Option<&[u8]> {
    let blank = text.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    text.get(blank..)?.strip_prefix(b"\r\n")
}

fn read_part(part: &[u8]) -> Option<(String, Value)> {
    let end = find(part, b"\r\n\r\n")?;
    let headers = String::from_utf8_lossy(part.get(..end)?).into_owned();
    let content = part.get(end + 4..)?;
    let disposition = headers.split("\r\n").find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim().eq_ignore_ascii_case("content-disposition").then(|| value.trim())
    })?;
    let kind = disposition.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("form-data") {
        return None;
    }
    let name = unescape(&parameter(disposition, "name")?);
    let value = match parameter(disposition, "filename") {
        Some(file) => json!({ "file": unescape(&file), "bytes": content.len() }),
        None => Value::String(String::from_utf8_lossy(content).into_owned()),
    };
    Some((name, value))
}

/// A parameter of a header value, quoted or not.
fn parameter(header: &str, wanted: &str) -> Option<String> {
    let mut rest = header.split_once(';')?.1;
    loop {
        let (name, after) = rest.split_once('=')?;
        let after = after.trim_start();
        let (value, remaining) = if let Some(quoted) = after.strip_prefix('"') {
            let end = closing_quote(quoted)?;
            (quoted.get(..end)?.replace("\\\"", "\""), quoted.get(end + 1..)?)
        } else {
            let end = after.find(';').unwrap_or(after.len());
            (after.get(..end)?.trim_end().to_owned(), after.get(end..)?)
        };
        if name.trim().trim_start_matches(';').trim().eq_ignore_ascii_case(wanted) {
            return Some(value);
        }
        rest = remaining;
    }
}

fn closing_quote(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, letter)| {
        let ends = letter == '"' && !escaped;
        escaped = letter == '\\' && !escaped;
        ends.then_some(at)
    })
}

/// Undoes the three escapes that browsers use in names.
fn unescape(name: &str) -> String {
    name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Broken, parse};

    const KIND: &str = "multipart/form-data; boundary=X-1";

    fn read(body: &str) -> Result<serde_json::Value, Broken> {
        parse(KIND, body.as_bytes()).map(Into::into)
    }

    fn part(name: &str, value: &str) -> String {
        format!("--X-1\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    }

    #[test]
    fn fields_lists_and_files_are_read() {
        let file = "--X-1\r\ncontent-disposition: form-data; name=f; filename=\"a;b.txt\"\r\nContent-Type: text/plain\r\n\r\n12345\r\n";
        let body = format!("{}{}{}{file}--X-1--\r\n", part("day", "mo"), part("day", "tu"), part("note", "a\r\nb "));
        let wanted = json!({"day": ["mo", "tu"], "note": "a\r\nb ", "f": {"file": "a;b.txt", "bytes": 5}});
        assert_eq!(read(&body), Ok(wanted));
    }

    #[test]
    fn text_that_looks_like_a_boundary_stays_text() {
        let body = format!("{}--X-1--", part("a", "x--X-1--\r\n--X-12\r\n--X-"));
        assert_eq!(read(&body), Ok(json!({"a": "x--X-1--\r\n--X-12\r\n--X-"})));
    }

    #[test]
    fn an_opening_text_and_an_empty_form_are_allowed() {
        assert_eq!(read(&format!("hello\r\n{}--X-1--", part("a", ""))), Ok(json!({"a": ""})));
        assert_eq!(read("--X-1--\r\n"), Ok(json!({})));
    }

    #[test]
    fn names_lose_the_escapes_of_browsers() {
        assert_eq!(read(&format!("{}--X-1--", part("a%22b%0D%0A", "1"))), Ok(json!({"a\"b\r\n": "1"})));
    }

    #[test]
    fn broken_bodies_are_told_apart() {
        assert_eq!(read(""), Err(Broken::Start));
        assert_eq!(read("no boundary here"), Err(Broken::Start));
        assert_eq!(read("--X-1 x\r\n"), Err(Broken::Start));
        assert_eq!(read(&part("a", "cut off")), Err(Broken::End));
        assert_eq!(read("--X-1\r\nContent-Disposition: form-data; name=a\r\n--X-1--"), Err(Broken::Part));
        assert_eq!(read("--X-1\r\nContent-Disposition: form-data\r\n\r\nx\r\n--X-1--"), Err(Broken::Part));
        assert_eq!(read("--X-1\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--X-1--"), Err(Broken::Part));
        assert_eq!(read(&part("a", "").repeat(1001)), Err(Broken::TooMany));
    }

    #[test]
    fn a_boundary_must_be_named_and_usable() {
        let long = format!("multipart/form-data; boundary={}", "x".repeat(71));
        for kind in ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"", &long]
        {
            assert_eq!(parse(kind, b"--X--"), Err(Broken::Boundary), "{kind}");
        }
        let quoted = "multipart/form-data; charset=utf-8; Boundary=\"X-1\"";
        assert!(parse(quoted, format!("{}--X-1--", part("a", "1")).as_bytes()).is_ok());
    }
}
