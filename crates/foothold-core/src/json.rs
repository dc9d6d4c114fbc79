//! A small JSON reader that never fails on shape and knows where everything was.
//!
//! Input: text. Output: a tree of [`Value`]s, or one [`SyntaxError`] with line and column.
//! Written by hand because `serde_json` costs 18 kB brotli in the browser and loses the path of a
//! bad value; `serde_json` is the oracle in this module's tests. No writer beyond [`quote`].

use std::fmt::Write as _;

/// Nesting deeper than this is refused, so that a hostile file cannot exhaust the stack.
const MOST_DEPTH: usize = 64;

/// One JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number, as a double.
    Number(f64),
    /// A string with its escapes undone.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object, in the file's order; of a doubled name the last one counts.
    Object(Vec<(String, Value)>),
}

/// Where the text stopped being JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Line, from 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
    /// What would have been right there.
    pub expected: Expected,
}

/// What the reader hoped for where it stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Any value.
    Value,
    /// A name in double quotes.
    Name,
    /// A colon after a name.
    Colon,
    /// A comma or the closing bracket or brace.
    CommaOrEnd,
    /// The closing quote of a string, or a valid escape in it.
    StringEnd,
    /// Nothing more: the file goes on after its value.
    End,
    /// Less nesting.
    LessDepth,
}

impl Value {
    /// The member of that name, if this is an object that has it.
    pub fn get(&self, name: &str) -> Option<&Value> {
        match self {
            Self::Object(members) => members.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The value at a dotted path such as `data.0.ok`; list items by number.
    pub fn at(&self, path: &str) -> Option<&Value> {
        path.split('.').filter(|step| !step.is_empty()).try_fold(self, |value, step| match value {
            Self::List(items) => step.parse::<usize>().ok().and_then(|i| items.get(i)),
            other => other.get(step),
        })
    }

    /// The text, if this is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Reads a whole JSON text. A byte order mark at the start is passed over.
pub fn parse(text: &str) -> Result<Value, SyntaxError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader { bytes: text.as_bytes(), text, at: 0 };
    let value = reader.value(0)?;
    reader.space();
    if reader.at < reader.bytes.len() { Err(reader.error(Expected::End)) } else { Ok(value) }
}

/// The text as a JSON string, quotes included.
pub fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if u32::from(c) < 0x20 => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// The value of a number that is spelled rightly; `None` beyond what a double holds. The last of
/// its 16 digits may differ from the nearest double: no figure in a clinic's file has that many,
/// and the standard reader costs 10 kB of download.
fn decimal(digits: &str) -> Option<f64> {
    let (sign, digits) = digits.strip_prefix('-').map_or((1.0, digits), |rest| (-1.0, rest));
    let (digits, exponent) = digits.split_once(['e', 'E']).unwrap_or((digits, "0"));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut power = exponent.strip_prefix('+').unwrap_or(exponent).parse::<i32>().unwrap_or(i32::MAX);
    let mut value = 0.0_f64;
    for digit in whole.bytes().chain(fraction.bytes()) {
        value = value * 10.0 + f64::from(digit - b'0');
    }
    power = power.saturating_sub(i32::try_from(fraction.len()).unwrap_or(i32::MAX));
    if value == 0.0 {
        return Some(sign * 0.0);
    }
    let scale = (0..power.unsigned_abs().min(400)).fold(1.0_f64, |scale, _| scale * 10.0);
    value = sign * if power < 0 { value / scale } else { value * scale };
    value.is_finite().then_some(value)
}

struct Reader<'a> {
    bytes: &'a [u8],
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        if found {
            self.at += 1;
        }
        found
    }

    fn error(&self, expected: Expected) -> SyntaxError {
        let before = self.text.get(..self.at).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        let column = before.get(line_start..).map_or(0, |s| s.chars().count()) + 1;
        SyntaxError { line: before.matches('\n').count() + 1, column, expected }
    }

    fn value(&mut self, depth: usize) -> Result<Value, SyntaxError> {
        self.space();
        if depth > MOST_DEPTH {
            return Err(self.error(Expected::LessDepth));
        }
        match self.peek() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => self.string().map(Value::Text),
            Some(b't') => self.word("true", Value::Bool(true)),
            Some(b'f') => self.word("false", Value::Bool(false)),
            Some(b'n') => self.word("null", Value::Null),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => Err(self.error(Expected::Value)),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, SyntaxError> {
        if self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word.as_bytes())) {
            self.at += word.len();
            Ok(value)
        } else {
            Err(self.error(Expected::Value))
        }
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.at - start
    }

    fn number(&mut self) -> Result<Value, SyntaxError> {
        let start = self.at;
        self.eat(b'-');
        let leading_zero = self.peek() == Some(b'0');
        let whole = self.digits();
        if whole == 0 || (leading_zero && whole > 1) {
            return Err(self.error(Expected::Value));
        }
        if self.eat(b'.') && self.digits() == 0 {
            return Err(self.error(Expected::Value));
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _ = self.eat(b'+') || self.eat(b'-');
            if self.digits() == 0 {
                return Err(self.error(Expected::Value));
            }
        }
        let number = self.text.get(start..self.at).and_then(decimal);
        number.map(Value::Number).ok_or_else(|| self.error(Expected::Value))
    }

    fn string(&mut self) -> Result<String, SyntaxError> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek(), None | Some(b'"' | b'\\' | 0..=0x1f)) {
                self.at += 1;
            }
            out.push_str(self.text.get(start..self.at).unwrap_or_default());
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => {
                    self.at += 1;
                    let c = self.escape().ok_or_else(|| self.error(Expected::StringEnd))?;
                    out.push(c);
                }
                _ => return Err(self.error(Expected::StringEnd)),
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        let kind = self.peek()?;
        self.at += 1;
        Some(match kind {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            _ => return None,
        })
    }

    fn unicode(&mut self) -> Option<char> {
        let first = self.hex4()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        if !(self.eat(b'\\') && self.eat(b'u')) {
            return None;
        }
        let second = self.hex4()?;
        let low = second.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
        char::from_u32(0x10000 + ((first - 0xd800) << 10) + low)
    }

    fn hex4(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        let value = digits.bytes().all(|b| b.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok())??;
        self.at += 4;
        Some(value)
    }

    fn list(&mut self, depth: usize) -> Result<Value, SyntaxError> {
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        if self.eat(b']') {
            return Ok(Value::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            self.space();
            if self.eat(b']') {
                return Ok(Value::List(items));
            }
            if !self.eat(b',') {
                return Err(self.error(Expected::CommaOrEnd));
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<Value, SyntaxError> {
        self.at += 1;
        let mut members = Vec::new();
        self.space();
        if self.eat(b'}') {
            return Ok(Value::Object(members));
        }
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return Err(self.error(Expected::Name));
            }
            let name = self.string()?;
            self.space();
            if !self.eat(b':') {
                return Err(self.error(Expected::Colon));
            }
            members.push((name, self.value(depth + 1)?));
            self.space();
            if self.eat(b'}') {
                return Ok(Value::Object(members));
            }
            if !self.eat(b',') {
                return Err(self.error(Expected::CommaOrEnd));
            }
        }
    }
}

#[cfg(test)]
#[path = "json_tests.rs"]
mod tests;
