//! The app's JavaScript: what WebAssembly calls in the page. It is cut like the app: what only the second file calls comes
//! with that file, as a module of its own that takes the rest from the first.
//!
//! In: the glue as wasm-bindgen wrote it and Trunk shortened it. Names that are not found as expected are left where they
//! are, so that another version of those tools costs bytes and breaks nothing.

use std::ops::Range;

/// Stands for the second file's name until that is known.
pub const REST: &str = "foothold-rest.wasm";
/// The same of its sum.
pub const REST_SUM: &str = "sha256-foothold-rest";
/// The same of its JavaScript.
pub const REST_GLUE: &str = "foothold-calls.js";
/// Stands for the name of the glue in the second part's JavaScript.
pub const GLUE: &str = "foothold-app.js";
/// How the list of functions begins.
const MODULE: &str = "\"./foothold-app_bg.js\":";
/// Asks for the visitor's own notes.
const KEPT: &str = "import(\"./kept.js\")";
/// Puts the second part's functions beside the first's.
const MOVED: &str = ",...r.default";

/// The glue that can fetch the second file, and with it the texts that are said later, which lie beside the
/// page's own, its JavaScript, and `kept.js`: the app asks it by `foothold_rest(then)`, which calls `then` with those texts
/// or, where they cannot be had, with nothing. Until then whatever lies in that file throws, and `foothold_kept` is nothing.
pub fn joined(script: &str) -> Option<String> {
    let script = without_unused(script);
    let (before, after) = script.split_once(MODULE)?;
    Some(format!(
        "{before}later:new Proxy({{}},{{get:()=>()=>{{throw Error(\"not here yet\")}}}}),{MODULE}{after}\n\
         let rest,foothold_kept;function foothold_rest(d){{let e=(e,t,n)=>fetch(e,{{integrity:n}}).then(e=>e.ok?e[t]():Promise.reject(e.status));\
         (rest??=Promise.all([e(new URL(\"{REST}\",import.meta.url),\"arrayBuffer\",\"{REST_SUM}\"),\
         e(document.querySelector(\"script[data-words]\").dataset.words.replace(\"words-\",\"later-\"),\"text\"),\
         {KEPT},{}])\
         .then(([e,t,n,r])=>(foothold_kept=n.default,WebAssembly.instantiate(e,{{first:wasm,{MODULE}\
         {{...__wbg_get_imports(){}{MOVED}}}}})).then(()=>t))\
         .finally(()=>{{rest=void 0}})).then(d,()=>d())}}",
        calls(),
        ["[", MODULE.trim_end_matches(':'), "]"].concat()
    ))
}

/// Asks for the second part's JavaScript.
fn calls() -> String {
    format!("import(\"./{REST_GLUE}\")")
}

/// Joined glue for pages of others, which may show the app many times: a function of what each takes for its browser, see
/// `public/inline.js`. It stays whole, because a second part would take the rest from one app only.
pub fn for_many(script: &str) -> Option<String> {
    const OUT: &str = "export{__wbg_init as default};";
    let asked = format!("{KEPT},{}", calls());
    if [asked.as_str(), MOVED, OUT].iter().any(|part| !script.contains(part)) {
        return None;
    }
    let body = script.replace(&asked, "kept").replace(MOVED, "").replace(OUT, "");
    Some(format!(
        "export default({{window,self,globalThis,document,location,history,fetch,Request,WebAssembly,kept}})=>\
         {{{body}\nreturn __wbg_init}}"
    ))
}

/// The glue with one way to start instead of all: it gets a file that is on its way, and whatever goes wrong is told by
/// `boot.js`.
fn without_unused(script: &str) -> String {
    const START: &str = "async function __wbg_init(e){let n=__wbg_get_imports(),t=await e.module_or_path,r;\
        try{r=await WebAssembly.instantiateStreaming(t,n)}catch{r=await WebAssembly.instantiate(await t.arrayBuffer(),n)}\
        return __wbg_finalize_init(r.instance,r.module)}export{__wbg_init as default}";
    let before = script.split_once("async function __wbg_load(").map(|(before, _)| before);
    let end = script.rsplit_once("export{initSync,__wbg_init as default}").map(|(_, end)| end);
    match before.zip(end) {
        Some((before, end)) if before.contains("function __wbg_finalize_init(") => [before, START, end].concat(),
        _ => script.to_owned(),
    }
}

/// Cuts joined glue in two. `stays` says of a function's name whether the first file calls it. The second part is a module
/// whose default is the list of the others.
pub fn cut(script: &str, stays: &dyn Fn(&str) -> bool) -> Option<(String, String)> {
    let start = script.find(MODULE)? + MODULE.len();
    let list = block(script, start)?;
    let mut moved = String::new();
    let mut kept = String::from("{");
    for entry in entries(script.get(list.start + 1..list.end - 1)?) {
        let name = entry.split(':').next().unwrap_or_default();
        let target = if !name.starts_with("__wb") || stays(name) { &mut kept } else { &mut moved };
        target.push_str(entry);
        target.push(',');
    }
    kept.push('}');
    let mut first = [script.get(..list.start)?, &kept, script.get(list.end..)?].concat();
    // What only the moved ones use goes with them; it may use more of that kind.
    let mut more = String::new();
    loop {
        let used = |name: &str| has(&moved, name) || has(&more, name);
        let Some(found) = declared(&first).into_iter().find(|one| used(&one.name) && count(&first, &one.name) == 1)
        else {
            break;
        };
        more.push_str(&["const ", &found.name, "=", first.get(found.value.clone())?, ";"].concat());
        first.replace_range(found.whole, "");
    }
    let mut shared: Vec<String> =
        names(&first).into_iter().filter(|name| has(&moved, name) || has(&more, name)).collect();
    shared.sort_unstable();
    shared.dedup();
    let exported: Vec<&str> = shared.iter().map(String::as_str).collect();
    let exported = exported.join(",");
    let rest = format!("import{{{exported}}}from\"./{GLUE}\";{more}export default{{{moved}}};");
    (!shared.is_empty()).then(|| (first.replacen("export{", &format!("export{{{exported},"), 1), rest))
}

/// Something that is declared at the top and can be moved.
struct Declared {
    name: String,
    /// All of it.
    whole: Range<usize>,
    /// It without the name, as a value.
    value: Range<usize>,
}

/// Lists of words, which are what can be moved besides functions.
fn declared(script: &str) -> Vec<Declared> {
    const LIST: &str = "__wbindgen_enum_";
    let mut found = Vec::new();
    for (at, _) in script.match_indices(LIST) {
        let length = script.get(at..).unwrap_or_default().find(|c: char| !is_word(c)).unwrap_or(0);
        let name = script.get(at..at + length).unwrap_or_default();
        let after = script.get(at + length..).unwrap_or_default();
        let (Some(end), true) = (after.find(']'), after.starts_with("=[")) else { continue };
        let value = at + length + 1..at + length + end + 1;
        // One of several in a list of declarations.
        if script.get(value.end..).is_some_and(|rest| rest.starts_with(',')) {
            found.push(Declared { name: name.to_owned(), whole: at..value.end + 1, value });
        }
    }
    found
}

/// What is declared at the top of a script: functions and variables.
fn names(script: &str) -> Vec<String> {
    let mut found = Vec::new();
    let (mut depth, mut declaring, mut last, mut word) = (0_i32, false, String::new(), String::new());
    let mut quote = None;
    for c in script.chars().chain(Some('\n')) {
        if let Some(open) = quote {
            if c == open {
                quote = None;
            }
            continue;
        }
        if is_word(c) {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            if depth == 0 && (last == "function" || declaring && matches!(last.as_str(), "let" | "const" | "var" | ","))
            {
                found.push(word.clone());
            }
            declaring |= depth == 0 && matches!(word.as_str(), "let" | "const" | "var");
            last = std::mem::take(&mut word);
        }
        match c {
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' => depth -= 1,
            '"' | '\'' | '`' => quote = Some(c),
            ';' | '\n' if depth == 0 => declaring = false,
            _ => {}
        }
        if !c.is_whitespace() {
            last = if c == ',' && depth == 0 { String::from(",") } else { String::new() };
        }
    }
    found
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

/// Whether a script says a word.
fn has(script: &str, word: &str) -> bool {
    count(script, word) > 0
}

fn count(script: &str, word: &str) -> usize {
    let whole = |(at, _): &(usize, &str)| {
        let before = script.get(..*at).unwrap_or_default();
        let after = script.get(at + word.len()..).unwrap_or_default();
        !before.ends_with(is_word) && !after.starts_with(is_word)
    };
    script.match_indices(word).filter(whole).count()
}

/// From an opening brace to what closes it.
fn block(script: &str, start: usize) -> Option<Range<usize>> {
    let (mut depth, mut quote) = (0, None);
    for (at, c) in script.get(start..)?.char_indices() {
        if let Some(open) = quote {
            if c == open {
                quote = None;
            }
            continue;
        }
        match c {
            '"' | '\'' | '`' => quote = Some(c),
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(start..start + at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// The entries of a list, split at its own commas.
fn entries(list: &str) -> Vec<&str> {
    let (mut found, mut depth, mut from, mut quote) = (Vec::new(), 0_i32, 0, None);
    for (at, c) in list.char_indices() {
        if let Some(open) = quote {
            if c == open {
                quote = None;
            }
            continue;
        }
        match c {
            '"' | '\'' | '`' => quote = Some(c),
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' => depth -= 1,
            ',' if depth == 0 => {
                found.extend(list.get(from..at));
                from = at + 1;
            }
            _ => {}
        }
    }
    found.extend(list.get(from..).filter(|last| !last.is_empty()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "let wasm,LENGTH=0;function get(){return{__proto__:null,\"./foothold-app_bg.js\":{__proto__:null,\
        __wbg_a:function(e){return text(e,\"a,}\");},__wbg_b:function(e){wasm.b(e,LENGTH,__wbindgen_enum_B[e]);}}};}\
        function text(e){return e}let __wbindgen_enum_A=[\"a\"],__wbindgen_enum_B=[\"b\",\"c\"],last;export{get as default};";

    #[test]
    fn what_only_the_second_file_calls_comes_with_it_and_takes_the_rest_from_the_first() {
        let (first, rest) = cut(SCRIPT, &|name| name == "__wbg_a").expect("glue");
        assert_eq!(
            rest,
            "import{LENGTH,wasm}from\"./foothold-app.js\";const __wbindgen_enum_B=[\"b\",\"c\"];\
             export default{__wbg_b:function(e){wasm.b(e,LENGTH,__wbindgen_enum_B[e]);},};"
        );
        assert_eq!(
            first,
            "let wasm,LENGTH=0;function get(){return{__proto__:null,\"./foothold-app_bg.js\":{__proto__:null,\
             __wbg_a:function(e){return text(e,\"a,}\");},}};}\
             function text(e){return e}let __wbindgen_enum_A=[\"a\"],last;export{LENGTH,wasm,get as default};"
        );
    }

    #[test]
    fn the_glue_learns_to_fetch_the_rest_from_beside_itself() {
        let glue = joined("return{__proto__:null,\"./foothold-app_bg.js\":{}};").expect("the glue's imports");
        assert!(glue.contains("later:new Proxy(") && glue.contains("function foothold_rest(d)"), "{glue}");
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
    fn for_pages_of_others_the_whole_glue_is_a_function_of_what_stands_for_the_browser() {
        let glue = joined("return{__proto__:null,\"./foothold-app_bg.js\":{}};export{__wbg_init as default};");
        let glue = glue.expect("the glue's imports");
        let many = for_many(&glue).expect("the glue's ways out");
        assert!(many.starts_with("export default({window,"), "{many}");
        assert!(many.ends_with("\nreturn __wbg_init}"), "{many}");
        assert!(many.contains("\"text\"),kept])") && !many.contains("import("), "{many}");
        assert!(many.contains("{...__wbg_get_imports()[\"./foothold-app_bg.js\"]}"), "{many}");
        assert!(!many.contains(REST_GLUE) && !many.contains("export{"), "{many}");
        // From another glue would come nothing that starts.
        for part in [KEPT, REST_GLUE, MOVED, "export{__wbg_init as default};"] {
            assert_eq!(for_many(&glue.replace(part, "")), None, "{part}");
        }
    }
}
