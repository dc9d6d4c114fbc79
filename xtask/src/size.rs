//! What visitors download, in brotli bytes, against the two budgets.

use std::fs;
use std::path::Path;

use crate::finish::{brotli_size, folder_of, pages, rooms};
use crate::markup::{is_local, resolve, tags};
use crate::stamp;
use crate::trouble::{Outcome, Trouble};

/// First paint: HTML and CSS of the heaviest page. Gate and aim in bytes.
const FIRST_PAINT: (usize, usize) = (14_000, 10_000);
/// First load: everything the week page fetches. Gate and aim in bytes.
const FIRST_LOAD: (usize, usize) = (107_500, 64_000);
/// `embed.js` in gzip bytes: it is downloaded by visitors of other sites. Gate and aim.
const EMBED: (usize, usize) = (3_000, 2_000);
/// The page whose whole download is the budget.
const WEEK: &str = "week/index.html";

/// What one page fetches: paths from the top folder.
struct Parts {
    /// The page itself and its style sheets.
    paint: Vec<String>,
    /// Scripts, WebAssembly and the clinic's configuration.
    more: Vec<String>,
}

/// Prints the table and the budgets; trouble when a gate is passed.
pub fn report(dist: &Path) -> Outcome<()> {
    table(dist)?;
    let pages = pages(dist)?;
    let mut heaviest = (0, String::new());
    for (name, page) in &pages {
        let bytes = total(dist, &parts(name, page).paint)?;
        if bytes > heaviest.0 {
            heaviest = (bytes, name.clone());
        }
    }
    let week = pages.iter().find(|(name, _)| name == WEEK);
    let (name, page) = week.ok_or_else(|| Trouble::input(format!("There is no {WEEK} in {}.", dist.display())))?;
    let parts = parts(name, page);
    let load = total(dist, &parts.paint)? + total(dist, &parts.more)?;

    println!();
    let paint_holds = budget(&format!("First paint, heaviest page {}, brotli", heaviest.1), heaviest.0, FIRST_PAINT);
    for file in stamp::files(dist)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is = |beginning: &str, kind: &str| {
            name.starts_with(beginning) && file.extension().is_some_and(|ending| ending == kind)
        };
        if is("foothold-rest-", "wasm") || is("foothold-calls-", "js") || is("later-", "txt") {
            println!("Later, once a page asks for it: {} B brotli, {name}", brotli_size(&file)?);
        }
        if is("remake-", "wasm") {
            println!("Never for visitors, once the owner's page asks for it: {} B brotli, {name}", brotli_size(&file)?);
        }
    }
    let load_holds = budget(&format!("First load, {WEEK} with everything it fetches, brotli"), load, FIRST_LOAD);
    let embed_holds = embed(dist)?;
    if paint_holds && load_holds && embed_holds {
        return Ok(());
    }
    Err(Trouble::input("A size gate is passed: visitors on slow lines would wait. See the table above."))
}

/// Prints where the bytes of the app's WebAssembly are from.
pub fn rooms(root: &Path) -> Outcome<()> {
    let path = rooms::file(root);
    println!("Bytes of code before names go and the last round of wasm-opt:\n");
    println!("{}", fs::read_to_string(&path).map_err(Trouble::file(&path))?);
    Ok(())
}

/// The script for other sites, as a server without brotli hands it out; no part of the page's own first load.
fn embed(dist: &Path) -> Outcome<bool> {
    let path = dist.join("embed.js.gz");
    let bytes = fs::metadata(&path).map_err(Trouble::file(&path))?.len();
    Ok(budget("embed.js, for other sites, gzip", usize::try_from(bytes).unwrap_or(usize::MAX), EMBED))
}

fn table(dist: &Path) -> Outcome<()> {
    println!("{:>9}  {:>9}  file", "brotli B", "plain B");
    for file in stamp::files(dist)? {
        let name = file.strip_prefix(dist).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let ending = file.extension().unwrap_or_default();
        if name.starts_with(['.', '_']) || ["br", "gz", "example"].iter().any(|packed| ending == *packed) {
            continue;
        }
        let plain = fs::metadata(&file).map_err(Trouble::file(&file))?.len();
        println!("{:>9}  {plain:>9}  {name}", brotli_size(&file)?);
    }
    Ok(())
}

fn budget(what: &str, bytes: usize, (gate, aim): (usize, usize)) -> bool {
    let verdict = if bytes > gate {
        "OVER THE GATE"
    } else if bytes > aim {
        "within the gate, above the aim"
    } else {
        "within the aim"
    };
    println!("{what}: {bytes} B; gate {gate}, aim {aim}: {verdict}");
    bytes <= gate
}

fn total(dist: &Path, names: &[String]) -> Outcome<usize> {
    names.iter().map(|name| brotli_size(&dist.join(name))).sum()
}

fn parts(name: &str, page: &str) -> Parts {
    let mut parts = Parts { paint: vec![name.to_owned()], more: vec!["clinic.json".to_owned()] };
    for tag in tags(page) {
        let scripts = ["src", "data-js", "data-wasm", "data-words", "data-offers"].map(|attribute| tag.get(attribute));
        let fetched = scripts.into_iter().flatten().filter(|_| tag.name == "script");
        parts.more.extend(fetched.filter_map(|address| local(name, address)));
        parts.paint.extend(tag.stylesheet().and_then(|address| local(name, address)));
    }
    parts
}

fn local(page: &str, address: &str) -> Option<String> {
    is_local(address).then(|| resolve(folder_of(page), address))?
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_page_costs_itself_its_sheets_its_scripts_and_the_configuration() {
        let page = r#"<link rel="stylesheet" href="../style.css"><link rel=icon href="../i.svg">
            <script type="module" src="../boot.js" data-js="../app.js" data-wasm="../app.wasm" data-words="../words-en.txt" data-offers="../offers.txt"></script>"#;
        let parts = parts("week/index.html", page);
        assert_eq!(parts.paint, ["week/index.html", "style.css"]);
        assert_eq!(parts.more, ["clinic.json", "boot.js", "app.js", "app.wasm", "words-en.txt", "offers.txt"]);
    }
}
