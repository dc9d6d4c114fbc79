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

use super::pages;
use super::split;
use super::wasm::{EXPORTS, HEAD, number, push_number, push_section, push_text, sections, text, without_linking};

/// The section of a WebAssembly file that says what it uses.
const IMPORTS: u8 = 2;
/// Beginnings of the names that the glue tool makes up; others are left alone.
const MADE_UP: [&str; 3] = ["__wbg_", "__wbindgen_", "wasm_bindgen_"];

/// Rounds of wasm-opt for the whole app. A flat form between: what is then built up again has fewer shapes
/// and packs better.
const WHOLE: [&str; 7] = ["-g", split::NO_INLINE, "-Oz", "--flatten", "--rereloop", "-Oz", "-Oz"];
/// Rounds for each of the two parts, with what today's browsers can do and Rust's compiler uses.
pub const PART: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--strip-debug",
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
    let mut parts = Vec::new();
    for half in [&halves.first, &halves.rest] {
        optimize(&PART, half)?;
        parts.push(fs::read(half).map_err(Trouble::file(half))?);
        fs::remove_file(half).map_err(Trouble::file(half))?;
    }
    let script = fs::read_to_string(&js).map_err(Trouble::file(&js))?;
    let script = joined(&script).ok_or_else(unreadable)?;
    let (parts, script) = shorten(&parts, &script).ok_or_else(unreadable)?;
    let [first, rest] = <[Vec<u8>; 2]>::try_from(parts).map_err(|_| unreadable())?;

    let rest_name = format!("foothold-rest-{}.wasm", stamp::short(&rest));
    let path = dist.join(&rest_name);
    fs::write(&path, rest).map_err(Trouble::file(&path))?;
    let script = script.replace(REST, &rest_name);
    let many = for_many(&script).ok_or_else(unreadable)?;
    let many_name = format!("foothold-inline-{}.js", stamp::short(many.as_bytes()));
    let path = dist.join(&many_name);
    fs::write(&path, many).map_err(Trouble::file(&path))?;
    name_in_inline(dist, &format!("foothold-app-{}.js", stamp::short(script.as_bytes())), &many_name)?;
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
    Ok(())
}

/// Stands for the second file's name until that is known.
const REST: &str = "foothold-rest.wasm";

/// The glue that can fetch the second file, and with it the texts that are said later, which lie beside the
/// page's own, and `kept.js`: the app asks it by `foothold_rest()` and gets those texts. Until then whatever lies in that
/// file throws, and `foothold_kept` is nothing.
fn joined(script: &str) -> Option<String> {
    const MODULE: &str = "\"./foothold-app_bg.js\":";
    let script = without_unused(script);
    let (before, after) = script.split_once(MODULE)?;
    Some(format!(
        "{before}later:new Proxy({{}},{{get:()=>()=>{{throw Error(\"not here yet\")}}}}),{MODULE}{after}\n\
         let rest,foothold_kept;function foothold_rest(){{let e=(e,t)=>fetch(e).then(e=>e.ok?e[t]():Promise.reject(e.status));\
         return rest??=Promise.all([e(new URL(\"{REST}\",import.meta.url),\"arrayBuffer\"),\
         e(document.querySelector(\"script[data-words]\").dataset.words.replace(\"words-\",\"later-\"),\"text\"),\
         import(\"./kept.js\")])\
         .then(([e,t,n])=>(foothold_kept=n.default,WebAssembly.instantiate(e,{{first:wasm}})).then(()=>t))\
         .finally(()=>{{rest=void 0}})}}"
    ))
}

/// The same glue for pages of others, which may show the app many times: a function of what each takes for its browser,
/// see `public/inline.js`.
fn for_many(script: &str) -> Option<String> {
    const KEPT: &str = "import(\"./kept.js\")";
    const OUT: &str = "export{__wbg_init as default};";
    if !script.contains(KEPT) || !script.contains(OUT) {
        return None;
    }
    let body = script.replace(KEPT, "kept").replace(OUT, "");
    Some(format!(
        "export default({{window,self,globalThis,document,location,history,fetch,Request,WebAssembly,kept}})=>\
         {{{body}\nreturn __wbg_init}}"
    ))
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

/// The glue with one way to start instead of all: it gets the address of a file, and whatever goes wrong is told by
/// `boot.js`.
fn without_unused(script: &str) -> String {
    const START: &str = "async function __wbg_init(e){let n=__wbg_get_imports(),t=await fetch(e.module_or_path),r;\
        try{r=await WebAssembly.instantiateStreaming(t,n)}catch{r=await WebAssembly.instantiate(await t.arrayBuffer(),n)}\
        return __wbg_finalize_init(r.instance,r.module)}export{__wbg_init as default}";
    let before = script.split_once("async function __wbg_load(").map(|(before, _)| before);
    let end = script.rsplit_once("export{initSync,__wbg_init as default}").map(|(_, end)| end);
    match before.zip(end) {
        Some((before, end)) if before.contains("function __wbg_finalize_init(") => [before, START, end].concat(),
        _ => script.to_owned(),
    }
}

/// All files with short names; `None` where one that should be is no WebAssembly.
fn shorten(parts: &[Vec<u8>], script: &str) -> Option<(Vec<Vec<u8>>, String)> {
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
    Some((shortened, text.trim_end().to_owned()))
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

#[cfg(test)]
mod tests {
    use super::super::wasm::{HEAD, push_section, push_text};
    use super::{for_many, joined, letters, shorten, without_unused};

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
        let (short, script) = shorten(&[first, rest.clone()], script).expect("WebAssembly");
        assert_eq!(script, "({a:{a:f}});wasm.b(1);wasm.memory;__wbg_init()");
        let wanted: &[u8] =
            b"\0asm\x01\0\0\0\x02\x07\x01\x01a\x01a\0\x03\x07\x0f\x02\x06memory\x02\0\x01b\0\xc8\x01\x0b\x01\0";
        assert_eq!(short[0], wanted);
        // Only the function's name has become shorter: by sixteen bytes, at the end.
        let kept = rest.len() - "__wbindgen_malloc".len() - 3;
        assert_eq!(short[1].len() + 16, rest.len());
        assert_eq!(short[1][10..kept], rest[10..kept]);
        assert_eq!(short[1][kept..], [1, b'b', 0, 2]);
        assert!(shorten(&[b"MZ".to_vec()], "").is_none());
    }

    #[test]
    fn the_glue_learns_to_fetch_the_rest_from_beside_itself() {
        let glue = joined("return{__proto__:null,\"./foothold-app_bg.js\":{}};").expect("the glue's imports");
        assert!(glue.contains("later:new Proxy(") && glue.contains("function foothold_rest()"), "{glue}");
        assert!(glue.contains("new URL(\"foothold-rest.wasm\",import.meta.url)"), "{glue}");
        assert!(glue.contains("dataset.words.replace(\"words-\",\"later-\")"), "{glue}");
        assert_eq!(joined("no imports"), None);
        let glue = "a;function __wbg_finalize_init(e,n){b}async function __wbg_load(e,n){c}function initSync(e){d}\
            async function __wbg_init(e){f}export{initSync,__wbg_init as default};";
        let cut = without_unused(glue);
        assert!(cut.starts_with("a;function __wbg_finalize_init(e,n){b}async function __wbg_init(e){let n="), "{cut}");
        assert!(cut.ends_with("}export{__wbg_init as default};") && !cut.contains("initSync"), "{cut}");
        assert_eq!(without_unused("other glue"), "other glue");
    }

    #[test]
    fn for_pages_of_others_the_glue_is_a_function_of_what_stands_for_the_browser() {
        let many =
            for_many("let wasm;export{__wbg_init as default};\nimport(\"./kept.js\")").expect("the glue's ways out");
        assert!(many.starts_with("export default({window,"), "{many}");
        assert!(many.ends_with("kept})=>{let wasm;\nkept\nreturn __wbg_init}"), "{many}");
        // From another glue would come nothing that starts.
        assert_eq!(for_many("let wasm;import(\"./kept.js\");"), None);
        assert_eq!(for_many("let wasm;export{__wbg_init as default};"), None);
    }

    #[test]
    fn letters_never_repeat() {
        let names: Vec<String> = (0..800).map(letters).collect();
        assert_eq!((&*names[0], &*names[25], &*names[26], &*names[702]), ("a", "z", "aa", "aaa"));
        assert!((1..names.len()).all(|at| !names[..at].contains(&names[at])));
    }
}
