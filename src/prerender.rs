//! Writes every public page at build time:
//! `prerender --template dist/index.html --clinic public/clinic.json --out dist [--pseudo]`.

#![recursion_limit = "512"]

use foothold::pages::{Page, Source, write};
use foothold::route::Route;
use foothold_core::config::load;
use foothold_core::time::{NaiveDate, add_days};
use foothold_words::Lang;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Result<(), String> {
    let value = |name: &str| {
        let at = args.iter().position(|arg| arg == name);
        at.and_then(|at| args.get(at + 1)).map(PathBuf::from).ok_or_else(|| format!("prerender: {name} is missing"))
    };
    let (template, clinic, out) = (value("--template")?, value("--clinic")?, value("--out")?);
    let lang = if args.iter().any(|arg| arg == "--pseudo") { Lang::Pseudo } else { Lang::En };
    let read = |path: &Path| std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
    let template = read(&template)?;
    let text = read(&clinic)?;
    let loaded = load(&text);
    let site = loaded.site.ok_or("clinic.json has no usable name or phone; `foothold check` says how to mend it")?;
    let source = Source { site: &site, issues: &loaded.issues, text: &text, today: today(), lang };
    let root = if lang == Lang::Pseudo { out.join(lang.tag()) } else { out.clone() };
    for route in Route::ALL {
        let page = write(&source, route);
        let folder = root.join(route.folder());
        let html = fill(&template, &page, route, lang)?;
        std::fs::create_dir_all(&folder)
            .and_then(|()| std::fs::write(folder.join("index.html"), html))
            .map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    Ok(())
}

/// Puts a page into the template that Trunk wrote.
fn fill(template: &str, page: &Page, route: Route, lang: Lang) -> Result<String, String> {
    let base = match lang {
        Lang::En => route.to_base().to_owned(),
        Lang::Pseudo => format!("{}../", route.to_base()),
    };
    let mut html = template.replace("=\"./", &format!("=\"{base}")).replace("=./", &format!("={base}"));
    let place = ["<div id=\"foothold-page\"></div>", "<div id=foothold-page></div>"]
        .into_iter()
        .find(|place| html.contains(place))
        .ok_or("the template has no place for the page")?;
    html = html.replacen(place, &page.body, 1);
    let (start, end) = (html.find("<title>"), html.find("</title>"));
    let (Some(start), Some(end)) = (start, end) else { return Err("the template has no title".into()) };
    let head = format!(
        "<title>{}</title><meta name=\"description\" content=\"{}\"><link rel=\"icon\" href=\"{base}icon.svg\" type=\"image/svg+xml\">",
        escape(&page.title),
        escape(&page.description)
    );
    html.replace_range(start..end + "</title>".len(), &head);
    let root = format!("<html lang=\"{}\" data-base=\"{base}\" data-clinic=\"{}\"", lang.tag(), page.clinic);
    for old in ["<html lang=\"en\"", "<html lang=en"] {
        html = html.replacen(old, &root, 1);
    }
    Ok(html)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// The day of writing, in UTC.
fn today() -> NaiveDate {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let days = i32::try_from(seconds / 86_400).unwrap_or(0);
    add_days(NaiveDate::from_ymd_opt(1970, 1, 1).unwrap_or_default(), days)
}
