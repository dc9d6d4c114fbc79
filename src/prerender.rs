//! Writes every public page at build time:
//! `prerender --template dist/index.html --clinic public/clinic.json --out dist [--pseudo]`.

#![recursion_limit = "512"]

use foothold::pages::{Page, Source, index, missing, search_engines, write};
use foothold::route::Route;
use foothold_core::compact;
use foothold_core::config::{fingerprint, load_in};
use foothold_core::time::{NaiveDate, add_days};
use foothold_words::{Lang, Words};
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
    let read = |path: &Path| std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
    let template = read(&template)?;
    let text = read(&clinic)?;
    let usable = |lang: Lang| {
        let loaded = load_in(&text, lang.tag());
        let none = "clinic.json has no usable name or phone; `foothold check` says how to mend it";
        loaded.site.map(|site| (site.on_a_page(), loaded.issues)).ok_or(none)
    };
    let langs =
        if args.iter().any(|arg| arg == "--pseudo") { vec![Lang::Pseudo] } else { Source::langs(&usable(Lang::En)?.0) };
    for lang in langs {
        let (site, issues) = usable(lang)?;
        let source = Source { site: &site, issues: &issues, text: &text, today: today(), lang };
        let files = Words::new(lang).files();
        // Both carry the mark of both: a page never gets the second file of another version.
        let mark = fingerprint(&files.join("\n\n"));
        let [words_name, later_name] =
            ["words", "later"].map(|kind| format!("{}{kind}-{mark}.txt", source.folder(lang)));
        let [first, later] = files;
        save(&out, &words_name, &first)?;
        save(&out, &later_name, &later)?;
        let offers = compact::write(&site);
        let offers_name = format!("{}offers-{}.txt", source.folder(lang), fingerprint(&offers));
        save(&out, &offers_name, &offers)?;
        let index = index(&source);
        let index_name = format!("{}search-{}.txt", source.folder(lang), fingerprint(&index));
        save(&out, &index_name, &index)?;
        let texts = [("words.txt", words_name.as_str()), ("offers.txt", &offers_name)];
        for route in Route::ALL.into_iter().filter(|route| source.has(*route)) {
            let mut page = write(&source, route);
            // Only the search's page has a place for it.
            let found = format!("{}{index_name}", source.to_top(route));
            page.body = page.body.replace("data-index=\"search.txt\"", &format!("data-index=\"{found}\""));
            let html = fill(&template, &page, &source, route, &texts)?;
            save(&out.join(source.folder(lang)).join(route.folder()), "index.html", &html)?;
        }
        if lang != Lang::Pseudo && source.folder(lang).is_empty() {
            save(&out, "404.html", &missing_page(&template, &text)?)?;
            for (name, text) in search_engines(&source) {
                save(&out, name, &text)?;
            }
        }
    }
    Ok(())
}

/// The page for addresses that lead nowhere: the template without the app, and the page in every language.
fn missing_page(template: &str, text: &str) -> Result<String, String> {
    let none = || "clinic.json has no usable name or phone".to_owned();
    let langs = Source::langs(&load_in(text, Lang::En.tag()).site.ok_or_else(none)?);
    let sites: Vec<_> = langs.iter().filter_map(|lang| Some((*lang, load_in(text, lang.tag()).site?))).collect();
    let sources: Vec<Source> =
        sites.iter().map(|(lang, site)| Source { site, issues: &[], text, today: today(), lang: *lang }).collect();
    let page = missing(&sources).ok_or_else(none)?;
    let app = template.find("<script").zip(template.find("</script>"));
    let (start, end) = app.ok_or("the template has no app")?;
    let still =
        [template.get(..start), template.get(end + "</script>".len()..)].into_iter().flatten().collect::<String>();
    let first = sources.first().ok_or_else(none)?;
    fill(&still, &page, first, Route::Program, &[])
}

fn save(folder: &Path, name: &str, text: &str) -> Result<(), String> {
    let path = folder.join(name);
    // The name may begin with a folder of its own.
    std::fs::create_dir_all(path.parent().unwrap_or(folder))
        .and_then(|()| std::fs::write(&path, text))
        .map_err(|error| format!("{}: {error}", path.display()))
}

/// Puts a page into the template that Trunk wrote.
fn fill(template: &str, page: &Page, source: &Source, route: Route, texts: &[(&str, &str)]) -> Result<String, String> {
    let (top, base) = (source.to_top(route), route.to_base());
    let mut html = template.replace("=\"./", &format!("=\"{top}")).replace("=./", &format!("={top}"));
    for (place, name) in texts {
        if !html.contains(place) {
            return Err(format!("the template has no place for {place}"));
        }
        html = html.replace(place, name);
    }
    let place = ["<div id=\"foothold-page\"></div>", "<div id=foothold-page></div>"]
        .into_iter()
        .find(|place| html.contains(place))
        .ok_or("the template has no place for the page")?;
    html = html.replacen(place, &page.body, 1);
    let (start, end) = (html.find("<title>"), html.find("</title>"));
    let (Some(start), Some(end)) = (start, end) else { return Err("the template has no title".into()) };
    let head = format!(
        "<title>{}</title><meta name=\"description\" content=\"{}\"><link rel=\"icon\" href=\"{top}icon.svg\" type=\"image/svg+xml\">{}",
        escape(&page.title),
        escape(&page.description),
        page.head
    );
    html.replace_range(start..end + "</title>".len(), &head);
    let root = format!(
        "<html lang=\"{}\" data-base=\"{base}\" data-top=\"{top}\" data-clinic=\"{}\"",
        source.lang.tag(),
        page.clinic
    );
    for old in ["<html lang=\"en\"", "<html lang=en"] {
        html = html.replacen(old, &root, 1);
    }
    Ok(html)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// The day of writing, in UTC: today, or the one that `SOURCE_DATE_EPOCH` says in seconds since 1970, by which a folder can
/// be written again as it was.
fn today() -> NaiveDate {
    let said = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.trim().parse().ok());
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    day(said.unwrap_or_else(now))
}

fn day(seconds: u64) -> NaiveDate {
    let days = i32::try_from(seconds / 86_400).unwrap_or(0);
    add_days(NaiveDate::from_ymd_opt(1970, 1, 1).unwrap_or_default(), days)
}
