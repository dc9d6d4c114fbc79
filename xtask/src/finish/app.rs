//! Makes the app's two files smaller: one more round of wasm-opt, and short names for what WebAssembly and
//! JavaScript call each other, which are long, hashed and said twice.
//!
//! In: the `.wasm` and `.js` that Trunk wrote. Out: the same under names of their new contents.

use std::fs;
use std::path::{Path, PathBuf};

use crate::place;
use crate::run;
use crate::stamp;
use crate::trouble::{Outcome, Trouble};

use super::glue;
use super::imports::{self, IMPORTS, entries, letters, renamed};
use super::pages;
use super::seal;
use super::split;
use super::wasm::{EXPORTS, HEAD, push_section, sections, without_linking};

/// Beginnings of the names that the glue tool makes up; others are left alone.
const MADE_UP: [&str; 3] = ["__wbg_", "__wbindgen_", "wasm_bindgen_"];

/// Rounds of wasm-opt for the whole app. A flat form between: what is then built up again has fewer shapes
/// and packs better.
const WHOLE: [&str; 7] = ["-g", split::NO_INLINE, "-Oz", "--flatten", "--rereloop", "-Oz", "-Oz"];
/// Rounds for each of the two parts, with what today's browsers can do and Rust's compiler uses.
pub const PART: [&str; 9] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--strip-debug",
    // Nothing lies at the first thousand addresses but the last of the stack.
    "--low-memory-unused",
    "-Oz",
];

/// The app as the compiler wrote it, in the folder of what is built.
const COMPILED: &str = "wasm32-unknown-unknown/release/foothold-app.wasm";

/// Shrinks the app in a folder and cuts it in two; nothing where there is none.
pub fn shrink(root: &Path, dist: &Path) -> Outcome<()> {
    let named = |ending: &str| -> Outcome<Option<PathBuf>> {
        Ok(stamp::files(dist)?.into_iter().find(|file| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("foothold-app") && name.ends_with(ending)
        }))
    };
    let (Some(wasm), Some(js)) = (named(".wasm")?, named(".js")?) else { return Ok(()) };
    let optimize = |rounds: &[&str], file: &Path| {
        run::succeed(run::command(root, "wasm-opt").args(rounds).arg(file).arg("-o").arg(file))
    };
    let unreadable = || Trouble::input("The app's WebAssembly could not be read.");
    let bound = fs::read(&wasm).map_err(Trouble::file(&wasm))?;
    fs::write(&wasm, without_linking(&bound).ok_or_else(unreadable)?).map_err(Trouble::file(&wasm))?;
    optimize(&WHOLE, &wasm)?;
    let linked = place::target(root).join(COMPILED);
    let halves = split::split(root, &wasm, &linked)?;
    let read = |path: &Path| fs::read(path).map_err(Trouble::file(path));
    let (first, rest) = imports::direct(&read(&halves.first)?, &read(&halves.rest)?).ok_or_else(unreadable)?;
    let mut parts = Vec::new();
    for (half, bytes) in [(&halves.first, first), (&halves.rest, rest)] {
        fs::write(half, bytes).map_err(Trouble::file(half))?;
        optimize(&PART, half)?;
        parts.push(read(half)?);
        fs::remove_file(half).map_err(Trouble::file(half))?;
    }
    let script = fs::read_to_string(&js).map_err(Trouble::file(&js))?;
    let script = glue::joined(&script).ok_or_else(unreadable)?;
    let [first, rest] = <[Vec<u8>; 2]>::try_from(parts).map_err(|_| unreadable())?;
    let (first, rest) = imports::ordered(&first, &rest).ok_or_else(unreadable)?;
    let parts = [first, rest];
    let called = parts.first().and_then(|first| imports::functions(first)).ok_or_else(unreadable)?;
    let scripts = glue::cut(&script, &|name| called.iter().any(|called| called == name)).ok_or_else(unreadable)?;
    let many = glue::for_many(&script).ok_or_else(unreadable)?;
    let (parts, scripts) = shorten(&parts, &[scripts.0, scripts.1, many]).ok_or_else(unreadable)?;
    let [first, rest] = <[Vec<u8>; 2]>::try_from(parts).map_err(|_| unreadable())?;
    let [script, rest_script, many] = <[String; 3]>::try_from(scripts).map_err(|_| unreadable())?;

    let rest_name = format!("foothold-rest-{}.wasm", stamp::short(&rest));
    let rest_sum = seal::sum(&rest);
    let path = dist.join(&rest_name);
    fs::write(&path, rest).map_err(Trouble::file(&path))?;
    let named = |script: String| script.replace(glue::REST, &rest_name).replace(glue::REST_SUM, &rest_sum);
    let [script, many] = [script, many].map(named);
    // It names the glue and the glue names it, so it is called by the contents of both.
    let both = [script.as_bytes(), rest_script.as_bytes()].concat();
    let calls_name = format!("foothold-calls-{}.js", stamp::short(&both));
    let script = script.replace(glue::REST_GLUE, &calls_name);
    let app_name = format!("foothold-app-{}.js", stamp::short(script.as_bytes()));
    let path = dist.join(&calls_name);
    fs::write(&path, rest_script.replace(glue::GLUE, &app_name)).map_err(Trouble::file(&path))?;
    let many_name = format!("foothold-inline-{}.js", stamp::short(many.as_bytes()));
    let path = dist.join(&many_name);
    fs::write(&path, many).map_err(Trouble::file(&path))?;
    name_in_inline(dist, &app_name, &many_name)?;
    let sums = (seal::sum(script.as_bytes()), seal::sum(&first));
    let exchange = [(wasm, "wasm", first), (js, "js", script.into_bytes())];
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
    for (page, text) in pages(dist)?.into_iter().filter(|(_, text)| text.contains(&app_name)) {
        let path = dist.join(page);
        let text = seal::sealed(&text, (&app_name, &sums.0), &sums.1).ok_or_else(unreadable)?;
        fs::write(&path, text).map_err(Trouble::file(&path))?;
    }
    Ok(())
}

/// Writes into `inline.js` what the files of the app are called.
fn name_in_inline(dist: &Path, app: &str, many: &str) -> Outcome<()> {
    let path = dist.join("inline.js");
    if path.exists() {
        let text = fs::read_to_string(&path).map_err(Trouble::file(&path))?;
        let named = text.replace("foothold-app.js", app).replace("foothold-inline.js", many);
        fs::write(&path, named).map_err(Trouble::file(&path))?;
    }
    Ok(())
}

/// All files with short names; `None` where one that should be is no WebAssembly.
fn shorten(parts: &[Vec<u8>], scripts: &[String]) -> Option<(Vec<Vec<u8>>, Vec<String>)> {
    let parts: Vec<Vec<(u8, &[u8])>> = parts.iter().map(|part| sections(part)).collect::<Option<_>>()?;
    let mut names: Vec<String> = Vec::new();
    let mut module = None;
    for (id, body) in parts.iter().flatten() {
        for (from, name) in entries(*id, body)? {
            if MADE_UP.iter().any(|beginning| name.starts_with(beginning)) && !names.contains(&name) {
                names.push(name);
            }
            module = module.or(from.filter(|from| from.starts_with("./")));
        }
    }
    let short = |name: &str| names.iter().position(|known| known == name).map(letters);
    let module = module.unwrap_or_default();
    let mut shortened = Vec::new();
    for part in &parts {
        let mut out = HEAD.to_vec();
        for (id, body) in part {
            let body =
                if [IMPORTS, EXPORTS].contains(id) { renamed(*id, body, &short, &module)? } else { body.to_vec() };
            push_section(&mut out, *id, &body);
        }
        shortened.push(out);
    }
    let scripts = scripts.iter().map(|script| {
        let script = script.replace(&format!("[\"{module}\"]"), ".a").replace(&format!("\"{module}\""), "a");
        let (mut text, mut word) = (String::new(), String::new());
        for c in script.chars().chain(Some('\n')) {
            if c.is_ascii_alphanumeric() || c == '_' || c == '$' {
                word.push(c);
                continue;
            }
            text.push_str(&short(&word).unwrap_or_else(|| word.clone()));
            word.clear();
            text.push(c);
        }
        text.trim_end().to_owned()
    });
    let scripts = scripts.collect();
    Some((shortened, scripts))
}

#[cfg(test)]
mod tests {
    use super::super::imports::letters;
    use super::super::wasm::{HEAD, push_section, push_text};
    use super::shorten;

    #[test]
    fn all_files_get_the_same_short_names_and_other_names_stay() {
        let mut imports = vec![1];
        push_text(&mut imports, "./app_bg.js");
        push_text(&mut imports, "__wbg_focus_0123456789abcdef");
        imports.extend([0, 3]);
        let mut exports = vec![2];
        push_text(&mut exports, "memory");
        exports.extend([2, 0]);
        push_text(&mut exports, "__wbindgen_malloc");
        exports.extend([0, 200, 1]);
        let mut first = HEAD.to_vec();
        push_section(&mut first, 2, &imports);
        push_section(&mut first, 7, &exports);
        push_section(&mut first, 11, &[0]);
        // The rest takes a memory, a table, a global and a function from the first part.
        let mut imports = vec![4];
        for (name, about) in [
            ("memory", &[2, 0, 17][..]),
            ("%table", &[1, 0x70, 1, 176, 1, 176, 1]),
            ("%global", &[3, 0x7f, 1]),
            ("__wbindgen_malloc", &[0, 2]),
        ] {
            push_text(&mut imports, "first");
            push_text(&mut imports, name);
            imports.extend(about);
        }
        let mut rest = HEAD.to_vec();
        push_section(&mut rest, 2, &imports);
        let script =
            "({\"./app_bg.js\":{__wbg_focus_0123456789abcdef:f}});wasm.__wbindgen_malloc(1);wasm.memory;__wbg_init()";
        let (short, scripts) = shorten(&[first, rest.clone()], &[script.to_owned()]).expect("WebAssembly");
        assert_eq!(scripts, ["({a:{a:f}});wasm.b(1);wasm.memory;__wbg_init()"]);
        let wanted: &[u8] =
            b"\0asm\x01\0\0\0\x02\x07\x01\x01a\x01a\0\x03\x07\x0f\x02\x06memory\x02\0\x01b\0\xc8\x01\x0b\x01\0";
        assert_eq!(short[0], wanted);
        // Only the function's name has become shorter: by sixteen bytes, at the end.
        let kept = rest.len() - "__wbindgen_malloc".len() - 3;
        assert_eq!(short[1].len() + 16, rest.len());
        assert_eq!(short[1][10..kept], rest[10..kept]);
        assert_eq!(short[1][kept..], [1, b'b', 0, 2]);
        assert!(shorten(&[b"MZ".to_vec()], &[]).is_none());
    }

    #[test]
    fn letters_never_repeat() {
        let names: Vec<String> = (0..800).map(letters).collect();
        assert_eq!((&*names[0], &*names[25], &*names[26], &*names[702]), ("a", "z", "aa", "aaa"));
        assert!((1..names.len()).all(|at| !names[..at].contains(&names[at])));
    }
}
