//! WebAssembly files as sections of bytes: reading and writing what the other steps need.

/// How every file begins.
pub const HEAD: &[u8] = b"\0asm\x01\0\0\0";
/// The section that says what functions are called.
const CUSTOM: u8 = 0;
/// The section that says what others may use.
pub const EXPORTS: u8 = 7;
/// Among imports and exports: a table.
const TABLE: u8 = 1;
/// The part of a name section that is about functions.
const FUNCTION_NAMES: u8 = 1;

/// Kind and contents of every section.
pub fn sections(wasm: &[u8]) -> Option<Vec<(u8, &[u8])>> {
    let mut rest = wasm.strip_prefix(b"\0asm")?.get(4..)?;
    let mut found = Vec::new();
    while let Some((id, after)) = rest.split_first() {
        let (length, after) = number(after)?;
        let (body, after) = after.split_at_checked(length)?;
        found.push((*id, body));
        rest = after;
    }
    Some(found)
}

/// The file without what the linker says about places in it, which no longer holds once the file is changed.
pub fn without_linking(wasm: &[u8]) -> Option<Vec<u8>> {
    let mut out = HEAD.to_vec();
    for (id, body) in sections(wasm)? {
        let name = (id == CUSTOM).then(|| text(body)).flatten().map(|(name, _)| name).unwrap_or_default();
        if name != "linking" && !name.starts_with("reloc.") {
            push_section(&mut out, id, body);
        }
    }
    Some(out)
}

/// The file with other names for its `count` functions, and without any other custom section.
pub fn with_names(wasm: &[u8], count: usize, name: &dyn Fn(usize) -> String) -> Option<Vec<u8>> {
    let mut out = HEAD.to_vec();
    for (id, body) in sections(wasm)? {
        if id != CUSTOM {
            push_section(&mut out, id, body);
        }
    }
    let mut names = Vec::new();
    push_number(&mut names, count);
    for at in 0..count {
        push_number(&mut names, at);
        push_text(&mut names, &name(at));
    }
    let mut body = Vec::new();
    push_text(&mut body, "name");
    push_section(&mut body, FUNCTION_NAMES, &names);
    push_section(&mut out, CUSTOM, &body);
    Some(out)
}

/// The file with exports of these tables leading to the tables with these numbers: older versions of
/// wasm-split write the first table's number for every one.
pub fn with_tables(wasm: &[u8], tables: &[(String, usize)]) -> Option<Vec<u8>> {
    let mut out = HEAD.to_vec();
    for (id, body) in sections(wasm)? {
        if id != EXPORTS {
            push_section(&mut out, id, body);
            continue;
        }
        let (count, mut rest) = number(body)?;
        let mut exports = Vec::new();
        push_number(&mut exports, count);
        for _ in 0..count {
            let (name, after) = text(rest)?;
            let (kind, after) = after.split_first()?;
            let (at, after) = number(after)?;
            rest = after;
            let known = tables.iter().find(|(table, _)| *kind == TABLE && *table == name);
            push_text(&mut exports, &name);
            exports.push(*kind);
            push_number(&mut exports, known.map_or(at, |(_, at)| *at));
        }
        push_section(&mut out, id, &exports);
    }
    Some(out)
}

/// A section: its kind, its length, its contents.
pub fn push_section(out: &mut Vec<u8>, id: u8, body: &[u8]) {
    out.push(id);
    push_number(out, body.len());
    out.extend(body);
}

/// A text and what follows it.
pub fn text(bytes: &[u8]) -> Option<(String, &[u8])> {
    let (length, rest) = number(bytes)?;
    let (text, rest) = rest.split_at_checked(length)?;
    Some((String::from_utf8(text.to_vec()).ok()?, rest))
}

/// A number as WebAssembly writes it: seven bits a byte, lowest first.
pub fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0usize;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(at + 1..)?));
        }
    }
    None
}

/// Writes a number.
pub fn push_number(out: &mut Vec<u8>, mut value: usize) {
    loop {
        let low = u8::try_from(value & 0x7f).unwrap_or(0);
        value >>= 7;
        out.push(if value == 0 { low } else { low | 0x80 });
        if value == 0 {
            return;
        }
    }
}

/// Writes a number as WebAssembly writes one that could be below zero.
pub fn push_signed(out: &mut Vec<u8>, value: usize) {
    push_number(out, value);
    if let Some(last) = out.last_mut()
        && *last & 0x40 != 0
    {
        *last |= 0x80;
        out.push(0);
    }
}

/// Writes a text.
pub fn push_text(out: &mut Vec<u8>, text: &str) {
    push_number(out, text.len());
    out.extend(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exported_tables_get_their_own_numbers_back() {
        let export = |at: u8| {
            let mut exports = vec![3];
            for (name, kind, at) in [("first", 1, 0), ("second", 1, at), ("second", 0, 0)] {
                push_text(&mut exports, name);
                exports.extend([kind, at]);
            }
            let mut file = HEAD.to_vec();
            push_section(&mut file, EXPORTS, &exports);
            file
        };
        assert_eq!(with_tables(&export(0), &[("second".to_owned(), 1)]), Some(export(1)));
    }

    #[test]
    fn names_are_exchanged_for_numbers_and_other_custom_sections_go() {
        let mut file = HEAD.to_vec();
        push_section(&mut file, CUSTOM, b"\x04note");
        push_section(&mut file, 1, &[0]);
        let named = with_names(&file, 2, &|at| format!("f{at}")).expect("sections");
        let wanted: &[u8] = b"\0asm\x01\0\0\0\x01\x01\0\0\x10\x04name\x01\x09\x02\0\x02f0\x01\x02f1";
        assert_eq!(named, wanted);
    }

    #[test]
    fn what_the_linker_said_goes_and_the_rest_stays() {
        let file = |customs: &[&str]| {
            let mut file = HEAD.to_vec();
            push_section(&mut file, 1, &[0]);
            for name in customs {
                let mut body = Vec::new();
                push_text(&mut body, name);
                push_section(&mut file, CUSTOM, &body);
            }
            file
        };
        let full = file(&["linking", "reloc.CODE", "name", "reloc.DATA"]);
        assert_eq!(without_linking(&full), Some(file(&["name"])));
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for value in [0, 1, 127, 128, 300, 1 << 20] {
            let mut out = Vec::new();
            push_number(&mut out, value);
            assert_eq!(number(&out), Some((value, &[][..])));
        }
        assert_eq!(number(&[0x80]), None);
        for (value, bytes) in [(63, &[63][..]), (64, &[0xc0, 0]), (1 << 20, &[0x80, 0x80, 0xc0, 0])] {
            let mut out = Vec::new();
            push_signed(&mut out, value);
            assert_eq!(out, bytes);
        }
    }
}
