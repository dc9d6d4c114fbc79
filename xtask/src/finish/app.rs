//! Makes the app's two files smaller: one more round of wasm-opt, and short names for what WebAssembly and
//! JavaScript call each other, which are long, hashed and said twice.
//!
//! In: the `.wasm` and `.js` that Trunk wrote. Out: the same under names of their new contents.

use std::fs;
use std::path::{Path, PathBuf};

use crate::run;
use crate::stamp;
use crate::trouble::{Outcome, Trouble};

use super::pages;

/// Sections of a WebAssembly file that hold names.
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// Beginnings of the names that the glue tool makes up; others are left alone.
const MADE_UP: [&str; 3] = ["__wbg_", "__wbindgen_", "wasm_bindgen_"];

/// Shrinks the app in a folder; nothing where there is none.
pub fn shrink(root: &Path, dist: &Path) -> Outcome<()> {
    let named = |ending: &str| -> Outcome<Option<PathBuf>> {
        Ok(stamp::files(dist)?.into_iter().find(|file| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("foothold-app") && name.ends_with(ending)
        }))
    };
    let (Some(wasm), Some(js)) = (named(".wasm")?, named(".js")?) else { return Ok(()) };
    // A flat form first: what is then built up again has fewer shapes and packs better.
    run::succeed(
        run::command(root, "wasm-opt").args(["--flatten", "--rereloop", "-Oz", "-Oz"]).arg(&wasm).arg("-o").arg(&wasm),
    )?;
    let bytes = fs::read(&wasm).map_err(Trouble::file(&wasm))?;
    let script = fs::read_to_string(&js).map_err(Trouble::file(&js))?;
    let (bytes, script) =
        shorten(&bytes, &script).ok_or_else(|| Trouble::input("The app's WebAssembly could not be read."))?;
    let exchange = [(wasm, "wasm", bytes), (js, "js", script.into_bytes())];
    for (old, ending, contents) in exchange {
        let name = format!("foothold-app-{}.{ending}", stamp::short(&contents));
        fs::remove_file(&old).map_err(Trouble::file(&old))?;
        let path = dist.join(&name);
        fs::write(&path, contents).map_err(Trouble::file(&path))?;
        let old_name = old.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for (page, text) in pages(dist)? {
            let path = dist.join(page);
            fs::write(&path, text.replace(&old_name, &name)).map_err(Trouble::file(&path))?;
        }
    }
    Ok(())
}

/// Both files with short names; `None` where the first is no WebAssembly.
fn shorten(wasm: &[u8], script: &str) -> Option<(Vec<u8>, String)> {
    let sections = sections(wasm)?;
    let mut names: Vec<String> = Vec::new();
    let mut modules: Vec<String> = Vec::new();
    for (id, body) in &sections {
        for (module, name) in entries(*id, body)? {
            if MADE_UP.iter().any(|beginning| name.starts_with(beginning)) && !names.contains(&name) {
                names.push(name);
            }
            if let Some(module) = module.filter(|module| !modules.contains(module)) {
                modules.push(module);
            }
        }
    }
    let short = |name: &str| names.iter().position(|known| known == name).map(letters);
    let module = modules.first().cloned().unwrap_or_default();
    let mut out = wasm.get(..8)?.to_vec();
    for (id, body) in &sections {
        let body = if [IMPORTS, EXPORTS].contains(id) { renamed(*id, body, &short, &module)? } else { body.to_vec() };
        out.push(*id);
        push_number(&mut out, body.len());
        out.extend(body);
    }
    let mut text = String::new();
    let script = script.replace(&format!("\"{module}\""), "a");
    let mut word = String::new();
    for c in script.chars().chain(Some('\n')) {
        if c.is_ascii_alphanumeric() || c == '_' || c == '$' {
            word.push(c);
            continue;
        }
        text.push_str(&short(&word).unwrap_or_else(|| word.clone()));
        word.clear();
        text.push(c);
    }
    Some((out, text.trim_end().to_owned()))
}

/// `a` to `z`, then `aa` and so on.
fn letters(mut number: usize) -> String {
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

/// Kind and contents of every section.
fn sections(wasm: &[u8]) -> Option<Vec<(u8, &[u8])>> {
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

/// Module and name of every import, or the name of every export.
fn entries(id: u8, body: &[u8]) -> Option<Vec<(Option<String>, String)>> {
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
    // A function and everything exported is a kind and a number; the glue imports nothing else.
    if id == IMPORTS && bytes.first() != Some(&0) {
        return None;
    }
    let (_, after) = number(bytes.get(1..)?)?;
    let (about, rest) = bytes.split_at_checked(bytes.len() - after.len())?;
    Some(((module, name, about), rest))
}

fn renamed(id: u8, body: &[u8], short: &impl Fn(&str) -> Option<String>, module: &str) -> Option<Vec<u8>> {
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

fn text(bytes: &[u8]) -> Option<(String, &[u8])> {
    let (length, rest) = number(bytes)?;
    let (text, rest) = rest.split_at_checked(length)?;
    Some((String::from_utf8(text.to_vec()).ok()?, rest))
}

/// A number as WebAssembly writes it: seven bits a byte, lowest first.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0usize;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(at + 1..)?));
        }
    }
    None
}

fn push_number(out: &mut Vec<u8>, mut value: usize) {
    loop {
        let low = u8::try_from(value & 0x7f).unwrap_or(0);
        value >>= 7;
        out.push(if value == 0 { low } else { low | 0x80 });
        if value == 0 {
            return;
        }
    }
}

fn push_text(out: &mut Vec<u8>, text: &str) {
    push_number(out, text.len());
    out.extend(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::{letters, push_number, push_text, shorten};

    fn section(out: &mut Vec<u8>, id: u8, body: &[u8]) {
        out.push(id);
        push_number(out, body.len());
        out.extend(body);
    }

    #[test]
    fn both_files_get_the_same_short_names_and_other_names_stay() {
        let mut imports = vec![1];
        push_text(&mut imports, "./app_bg.js");
        push_text(&mut imports, "__wbg_focus_0123456789abcdef");
        imports.extend([0, 3]);
        let mut exports = vec![2];
        push_text(&mut exports, "memory");
        exports.extend([2, 0]);
        push_text(&mut exports, "__wbindgen_malloc");
        exports.extend([0, 200, 1]);
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        section(&mut wasm, 2, &imports);
        section(&mut wasm, 7, &exports);
        section(&mut wasm, 11, &[0]);
        let script =
            "({\"./app_bg.js\":{__wbg_focus_0123456789abcdef:f}});wasm.__wbindgen_malloc(1);wasm.memory;__wbg_init()";
        let (short, script) = shorten(&wasm, script).expect("WebAssembly");
        assert_eq!(script, "({a:{a:f}});wasm.b(1);wasm.memory;__wbg_init()");
        let wanted: &[u8] =
            b"\0asm\x01\0\0\0\x02\x07\x01\x01a\x01a\0\x03\x07\x0f\x02\x06memory\x02\0\x01b\0\xc8\x01\x0b\x01\0";
        assert_eq!(short, wanted);
        assert!(shorten(b"MZ", "").is_none());
    }

    #[test]
    fn letters_never_repeat() {
        let names: Vec<String> = (0..800).map(letters).collect();
        assert_eq!((&*names[0], &*names[25], &*names[26], &*names[702]), ("a", "z", "aa", "aaa"));
        assert!((1..names.len()).all(|at| !names[..at].contains(&names[at])));
    }
}
