//! Makes our own scripts shorter: no comment lines, no indentation, no spaces that mean nothing. What they say stays;
//! names are not touched.

use std::fs;
use std::path::Path;

use crate::trouble::{Outcome, Trouble};

/// The scripts that are written by hand.
const OURS: [&str; 11] = [
    "boot.js",
    "check/owner.js",
    "check/work.js",
    "dialog.js",
    "embed.js",
    "framed.js",
    "inline.js",
    "kept.js",
    "look.js",
    "offline.js",
    "watch.js",
];

/// Shortens those of our scripts that a folder has.
pub fn shorten_all(dist: &Path) -> Outcome<()> {
    for path in OURS.map(|name| dist.join(name)).into_iter().filter(|path| path.exists()) {
        let script = fs::read_to_string(&path).map_err(Trouble::file(&path))?;
        fs::write(&path, shortened(&script)).map_err(Trouble::file(&path))?;
    }
    Ok(())
}

/// A script with a template string or a block comment is left alone, because there a line's start or a space may
/// mean something. Line ends stay, but where a bracket or a comma says that the line goes on.
fn shortened(script: &str) -> String {
    if script.contains('`') || script.contains("/*") {
        return script.to_owned();
    }
    let mut short = String::new();
    for line in script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")) {
        if short.ends_with('\n') && (short.ends_with([',', '(', '[', '{']) || line.starts_with([']', ')', '}'])) {
            short.pop();
        }
        without_spaces(line, &mut short);
        if !short.ends_with([',', '(', '[', '{']) {
            short.push('\n');
        }
    }
    short
}

/// Adds a line without the spaces that stand beside a sign and outside of a text.
fn without_spaces(line: &str, out: &mut String) {
    let in_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '$'));
    let sign = |c: Option<char>| matches!(c, Some('+' | '-'));
    let mut quote = None;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match (quote, letter) {
            (Some(_), '\\') => {
                out.push(letter);
                out.extend(letters.next());
                continue;
            }
            (Some(open), letter) if open == letter => quote = None,
            (None, '"' | '\'') => quote = Some(letter),
            (None, ' ') => {
                let (before, after) = (out.chars().next_back(), letters.peek().copied());
                let needed = in_word(before) && in_word(after) || sign(before) && sign(after);
                if !needed {
                    continue;
                }
            }
            _ => {}
        }
        out.push(letter);
    }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_script_loses_comment_lines_and_spaces_but_no_code() {
        assert_eq!(shortened("// why\n  a(\"//b\");\n\n  c();\n"), "a(\"//b\");\nc();\n");
        assert_eq!(shortened("a(`\n  // text\n`)"), "a(`\n  // text\n`)");
        assert_eq!(shortened("const a = (b) => {\n  return b + +c;\n};"), "const a=(b)=>{return b+ +c;};\n");
        assert_eq!(shortened("x = 1\ny = 2\n"), "x=1\ny=2\n");
    }

    #[test]
    fn texts_keep_their_spaces_and_their_quotes() {
        assert_eq!(shortened(r#"a("b  : c", 'd " e')"#), "a(\"b  : c\",'d \" e')\n");
        assert_eq!(shortened(r#"a("b \" + c", d + e)"#), "a(\"b \\\" + c\",d+e)\n");
        assert_eq!(shortened("a(\n  b,\n  c,\n)"), "a(b,c,)\n");
    }
}
