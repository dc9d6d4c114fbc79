//! What WebAssembly files take from elsewhere and what they give away.

use super::wasm::{EXPORTS, HEAD, number, push_number, push_section, push_text, sections, text};

/// The section of a WebAssembly file that says what it uses.
pub const IMPORTS: u8 = 2;
/// Among imports and exports: a function.
const FUNCTION: u8 = 0;
/// What the second file calls the first.
const FIRST: &str = "first";

/// Has the second of two files take functions of JavaScript from there and not by way of the first, so that the first
/// needs only those that it calls itself.
pub fn direct(first: &[u8], rest: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut taken = Vec::new();
    for ((module, name), kind, _) in all(IMPORTS, first)? {
        taken.extend((kind == FUNCTION).then_some((module, name)));
    }
    let mut passed = Vec::new();
    for ((_, name), kind, about) in all(EXPORTS, first)? {
        let at = number(about.get(1..)?)?.0;
        if let (FUNCTION, true, Some(origin)) = (kind, name.starts_with('%'), taken.get(at)) {
            passed.push((name, origin.clone()));
        }
    }
    let origin = |name: &str| passed.iter().find(|(passed, _)| passed == name).map(|(_, origin)| origin.clone());
    let exports = all(EXPORTS, first)?.into_iter().filter(|((_, name), ..)| origin(name).is_none());
    let imports = all(IMPORTS, rest)?.into_iter().map(|((module, name), kind, about)| {
        let found = origin(&name).filter(|_| module.as_deref() == Some(FIRST));
        (found.unwrap_or((module, name)), kind, about)
    });
    Some((
        replaced(first, EXPORTS, &exports.collect::<Vec<_>>())?,
        replaced(rest, IMPORTS, &imports.collect::<Vec<_>>())?,
    ))
}

/// Puts what the second of two files takes from the first in the order in which it lies there, and counts its names through: so it
/// packs to half.
pub fn ordered(first: &[u8], rest: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let (mut passed, mut exports): (Vec<One>, Vec<One>) =
        all(EXPORTS, first)?.into_iter().partition(|((_, name), ..)| name.starts_with('%'));
    passed.sort_by_key(|(_, kind, about)| (*kind, about.get(1..).and_then(number).map(|(at, _)| at)));
    let names: Vec<String> = passed.iter().map(|((_, name), ..)| name.clone()).collect();
    let counted = |name: &str| {
        names.iter().position(|known| known == name).map_or_else(|| name.to_owned(), |at| format!("%{}", letters(at)))
    };
    exports.extend(passed.into_iter().map(|((module, name), kind, about)| ((module, counted(&name)), kind, about)));
    let imports = all(IMPORTS, rest)?.into_iter().map(|((module, name), kind, about)| {
        let name = if module.as_deref() == Some(FIRST) { counted(&name) } else { name };
        ((module, name), kind, about)
    });
    Some((replaced(first, EXPORTS, &exports)?, replaced(rest, IMPORTS, &imports.collect::<Vec<_>>())?))
}

/// The file with another list of imports or exports.
fn replaced(file: &[u8], of: u8, list: &[One]) -> Option<Vec<u8>> {
    let mut out = HEAD.to_vec();
    for (id, body) in sections(file)? {
        if id != of {
            push_section(&mut out, id, body);
            continue;
        }
        let mut body = Vec::new();
        push_number(&mut body, list.len());
        for ((module, name), _, about) in list {
            if let Some(module) = module {
                push_text(&mut body, module);
            }
            push_text(&mut body, name);
            body.extend(*about);
        }
        push_section(&mut out, id, &body);
    }
    Some(out)
}

/// Names of the functions that a file takes from elsewhere.
pub fn functions(file: &[u8]) -> Option<Vec<String>> {
    let taken = all(IMPORTS, file)?.into_iter().filter(|(_, kind, _)| *kind == FUNCTION);
    Some(taken.map(|((_, name), ..)| name).collect())
}

/// Module and name, kind, and what is said of an import or export.
type One<'a> = ((Option<String>, String), u8, &'a [u8]);

fn all(id: u8, file: &[u8]) -> Option<Vec<One<'_>>> {
    let mut found = Vec::new();
    for (known, body) in sections(file)? {
        if known == id {
            found.extend(all_of(id, body)?);
        }
    }
    Some(found)
}

fn all_of(id: u8, body: &[u8]) -> Option<Vec<One<'_>>> {
    let (count, mut rest) = number(body)?;
    let mut found = Vec::new();
    for _ in 0..count {
        let ((module, name, about), after) = entry(id, rest)?;
        found.push(((module, name), *about.first()?, about));
        rest = after;
    }
    Some(found)
}

/// Module and name of every import, or the name of every export.
pub fn entries(id: u8, body: &[u8]) -> Option<Vec<(Option<String>, String)>> {
    let mut found = Vec::new();
    if ![IMPORTS, EXPORTS].contains(&id) {
        return Some(found);
    }
    let (count, mut rest) = number(body)?;
    for _ in 0..count {
        let ((module, name, _), after) = entry(id, rest)?;
        found.push((module, name));
        rest = after;
    }
    Some(found)
}

/// Module, name, and what else is said of an import or export.
type Entry<'a> = (Option<String>, String, &'a [u8]);

/// One import or export, and the rest.
fn entry(id: u8, bytes: &[u8]) -> Option<(Entry<'_>, &[u8])> {
    let (module, bytes) = if id == IMPORTS {
        let (module, bytes) = text(bytes)?;
        (Some(module), bytes)
    } else {
        (None, bytes)
    };
    let (name, bytes) = text(bytes)?;
    let (kind, said) = bytes.split_first()?;
    // Of what is imported a table says its type and its limits, a memory its limits, a global its type.
    let after = match (id, kind) {
        (IMPORTS, 1) => limits(said.get(1..)?)?,
        (IMPORTS, 2) => limits(said)?,
        (IMPORTS, 3) => said.get(2..)?,
        _ => number(said)?.1,
    };
    let (about, rest) = bytes.split_at_checked(bytes.len() - after.len())?;
    Some(((module, name, about), rest))
}

/// What follows the limits of a table or memory: the least, and where a flag says so the most.
fn limits(bytes: &[u8]) -> Option<&[u8]> {
    let (flags, rest) = bytes.split_first()?;
    let (_, rest) = number(rest)?;
    if flags & 1 == 0 { Some(rest) } else { Some(number(rest)?.1) }
}

/// The section with other names for what `short` knows, and for the module of the glue.
pub fn renamed(id: u8, body: &[u8], short: &impl Fn(&str) -> Option<String>, module: &str) -> Option<Vec<u8>> {
    let (count, mut rest) = number(body)?;
    let mut out = Vec::new();
    push_number(&mut out, count);
    for _ in 0..count {
        let ((own, name, about), after) = entry(id, rest)?;
        if let Some(own) = own {
            push_text(&mut out, if own == module { "a" } else { &own });
        }
        push_text(&mut out, &short(&name).unwrap_or(name));
        out.extend(about);
        rest = after;
    }
    Some(out)
}

/// `a` to `z`, then `aa` and so on.
pub fn letters(mut number: usize) -> String {
    let mut out = String::new();
    loop {
        let digit = u8::try_from(number % 26).unwrap_or(0);
        out.insert(0, char::from(b'a' + digit));
        number /= 26;
        if number == 0 {
            return out;
        }
        number -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module, a name, and what is said about it.
    type Entry<'a> = (&'a str, &'a str, &'a [u8]);

    fn file(parts: &[(u8, &[Entry])]) -> Vec<u8> {
        let mut out = HEAD.to_vec();
        for (id, entries) in parts {
            let mut body = Vec::new();
            push_number(&mut body, entries.len());
            for (module, name, about) in *entries {
                if *id == IMPORTS {
                    push_text(&mut body, module);
                }
                push_text(&mut body, name);
                body.extend(*about);
            }
            push_section(&mut out, *id, &body);
        }
        out
    }

    #[test]
    fn what_the_first_file_only_passes_on_is_taken_from_where_it_is() {
        let first = file(&[
            (IMPORTS, &[("./app_bg.js", "focus", &[0, 3]), ("later", "0", &[0, 1])]),
            (
                EXPORTS,
                &[("memory", "memory", &[2, 0]), ("", "%f0", &[0, 0]), ("", "%f9", &[0, 9]), ("", "start", &[0, 0])],
            ),
        ]);
        let rest = file(&[(IMPORTS, &[("first", "%f0", &[0, 2]), ("first", "%f9", &[0, 1])])]);
        let (first, rest) = direct(&first, &rest).expect("WebAssembly");
        assert_eq!(rest, file(&[(IMPORTS, &[("./app_bg.js", "focus", &[0, 2]), ("first", "%f9", &[0, 1])])]));
        let exports: &[(&str, &str, &[u8])] = &[("", "memory", &[2, 0]), ("", "%f9", &[0, 9]), ("", "start", &[0, 0])];
        let imports: &[(&str, &str, &[u8])] = &[("./app_bg.js", "focus", &[0, 3]), ("later", "0", &[0, 1])];
        assert_eq!(first, file(&[(IMPORTS, imports), (EXPORTS, exports)]));
        assert_eq!(functions(&first), Some(vec!["focus".to_owned(), "0".to_owned()]));
    }

    #[test]
    fn what_the_second_file_takes_from_the_first_is_counted_through_in_the_first_ones_order() {
        let first = file(&[(EXPORTS, &[("", "%x", &[0, 9]), ("", "memory", &[2, 0]), ("", "%y", &[0, 7])])]);
        let rest = file(&[(IMPORTS, &[("first", "%x", &[0, 1]), ("first", "%y", &[0, 2]), ("a", "%x", &[0, 3])])]);
        let (first, rest) = ordered(&first, &rest).expect("WebAssembly");
        let exports: &[(&str, &str, &[u8])] = &[("", "memory", &[2, 0]), ("", "%a", &[0, 7]), ("", "%b", &[0, 9])];
        assert_eq!(first, file(&[(EXPORTS, exports)]));
        let imports: &[(&str, &str, &[u8])] =
            &[("first", "%b", &[0, 1]), ("first", "%a", &[0, 2]), ("a", "%x", &[0, 3])];
        assert_eq!(rest, file(&[(IMPORTS, imports)]));
    }
}
