//! A reader of Rust sources that knows comments, attributes and literals, and nothing else.

/// A string literal of a source file.
pub struct Literal {
    /// Its line, counted from 1.
    pub line: usize,
    /// What stands between its quotes, escapes as written.
    pub text: String,
    /// The code right before it.
    pub before: String,
}

/// A source file taken apart.
#[derive(Default)]
pub struct Source {
    /// The code without comments, with literals emptied; lines are kept.
    pub code: String,
    /// The string literals outside attributes.
    pub literals: Vec<Literal>,
}

/// The part of a source before its tests, which by our order of things stand last.
pub fn without_tests(source: &str) -> &str {
    let tests = if source.starts_with("#[cfg(test)]") { Some(0) } else { source.find("\n#[cfg(test)]") };
    tests.and_then(|at| source.get(..at)).unwrap_or(source)
}

/// Takes a source apart.
pub fn read(source: &str) -> Source {
    let letters: Vec<char> = source.chars().collect();
    let mut read = Source::default();
    let mut line = 1;
    let mut at = 0;
    // Brackets that are open inside an attribute; 0 is outside.
    let mut attribute = 0_usize;
    while let Some(letter) = letters.get(at).copied() {
        let next = letters.get(at + 1).copied().unwrap_or(' ');
        let piece = match letter {
            '/' if next == '/' => until(&letters, at, |rest| rest.starts_with(&['\n'])),
            '/' if next == '*' => until(&letters, at, |rest| rest.starts_with(&['*', '/'])) + 2,
            '"' => string(&letters, at + 1),
            'r' if raw(&letters, at).is_some() => raw(&letters, at).unwrap_or(1),
            '\'' => character(&letters, at),
            _ => 1,
        };
        let piece = piece.max(1);
        let taken = letters.get(at..at + piece).unwrap_or_default();
        if letter == '"' || letter == 'r' && piece > 1 {
            let text: String = taken.iter().collect();
            let inner = text.trim_start_matches('r').trim_matches('#');
            if attribute == 0 {
                let text = inner.get(1..inner.len().saturating_sub(1)).unwrap_or_default().to_owned();
                let code: Vec<char> = read.code.chars().rev().take(40).collect();
                read.literals.push(Literal { line, text, before: code.iter().rev().collect() });
            }
            read.code.push_str("\"\"");
        } else if letter == '\'' && piece > 1 {
            read.code.push_str("' '");
        } else if piece == 1 {
            match letter {
                '[' if attribute > 0 || opens_attribute(&read.code) => attribute += 1,
                ']' if attribute > 0 => attribute -= 1,
                _ => {}
            }
            read.code.push(letter);
        }
        let lines = taken.iter().filter(|letter| **letter == '\n').count();
        if piece > 1 {
            read.code.push_str(&"\n".repeat(lines));
        }
        line += lines;
        at += piece;
    }
    read
}

fn opens_attribute(code: &str) -> bool {
    code.ends_with('#') || code.ends_with("#!")
}

fn until(letters: &[char], from: usize, end: impl Fn(&[char]) -> bool) -> usize {
    let rest = letters.get(from..).unwrap_or_default();
    (0..rest.len()).find(|at| rest.get(*at..).is_some_and(&end)).unwrap_or(rest.len())
}

/// Letters of a string, its opening quote included; `from` is behind that quote.
fn string(letters: &[char], from: usize) -> usize {
    let mut escaped = false;
    for (at, letter) in letters.iter().enumerate().skip(from) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 2 - from,
            _ => {}
        }
    }
    letters.len() + 1 - from
}

/// Letters of a raw string that begins here, if one does.
fn raw(letters: &[char], from: usize) -> Option<usize> {
    let rest = letters.get(from..)?;
    let before = from.checked_sub(1).and_then(|at| letters.get(at)).copied().unwrap_or(' ');
    if before.is_alphanumeric() && before != 'b' || before == '_' {
        return None;
    }
    let hashes = rest.iter().skip(1).take_while(|letter| **letter == '#').count();
    if rest.get(1 + hashes) != Some(&'"') {
        return None;
    }
    let closing: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let body = until(letters, from + 2 + hashes, |rest| rest.starts_with(&closing));
    Some(2 + hashes + body + closing.len())
}

/// Letters of a character literal; 1 where the quote begins a lifetime.
fn character(letters: &[char], from: usize) -> usize {
    match (letters.get(from + 1), letters.get(from + 2)) {
        (Some('\\'), _) => until(letters, from + 3, |rest| rest.starts_with(&['\''])) + 4,
        (_, Some('\'')) => 3,
        _ => 1,
    }
}

#[test]
fn comments_attributes_and_literals_are_told_apart() {
    let source = concat!(
        "// web_sys \"not one\"\n#[expect(x, reason = \"nor this [one]\")]\n",
        "fn a<'a>(c: char) { if c == '\"' || c == '\\'' { b(\"one \\\" two\") } /* \"no\" */ d(r#\"three \" four\"#) }\n",
    );
    let read = read(source);
    let texts: Vec<(usize, &str)> = read.literals.iter().map(|l| (l.line, l.text.as_str())).collect();
    assert_eq!(texts, [(3, "one \\\" two"), (3, "three \" four")]);
    assert!(read.literals[0].before.ends_with("{ b("));
    assert!(!read.code.contains("web_sys") && read.code.contains("fn a<'a>"));
    assert_eq!(read.code.lines().count(), source.lines().count());
}
