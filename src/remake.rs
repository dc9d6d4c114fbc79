//! Everything in a finished folder that follows from its `clinic.json`: pages in every language, texts for the app,
//! settings for servers, the list for times without a network.
//!
//! In: the file's text, the folder's note about itself, the day. Out: the files as they must be, and the names of those
//! that must go. `./dev dist`, `foothold remake`, Node and the owner's page all call this, so there is one way in which
//! pages are made. No disk, no clock; compressed copies are made by who writes ([`packed`]).

use crate::pages::{Page, Source, index, missing, search_engines, write};
use crate::route::Route;
use foothold_core::compact;
use foothold_core::config::{Issue, fingerprint, load_in};
use foothold_core::look::css::css;
use foothold_core::site::Site;
use foothold_core::time::{NaiveDate, add_days};
use foothold_folder::note::{Kept, Note};
use foothold_folder::{File, headers, mark, missing as lost, offline, packed, sheets};
use foothold_words::{Lang, Words, owner};

/// The clinic's file in the folder.
pub const CLINIC: &str = "clinic.json";

/// A folder for another clinic's file.
#[derive(Debug)]
pub struct Remade {
    /// The files that follow from it, in order of their names, without compressed copies. The last one is the folder's
    /// new note about itself.
    pub files: Vec<File>,
    /// Names of files of before that must go, with their compressed copies.
    pub gone: Vec<String>,
}

/// Why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRemade {
    /// The clinic's file has no usable name or phone.
    Clinic,
    /// The folder's note is none, or of another version of Foothold.
    Note,
    /// The folder's frame has no place for something that every page has.
    Frame,
}

impl NotRemade {
    /// In words, for whoever asked.
    pub fn said(self) -> &'static str {
        match self {
            Self::Clinic => owner::NO_CLINIC,
            Self::Note => owner::NO_NOTE,
            Self::Frame => owner::NO_FRAME,
        }
    }
}

/// Which pages are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// The clinic's.
    All,
    /// Those, and a language that nobody speaks, for tests; the folder's note does not know of it.
    AndPseudo,
}

/// Makes everything of a folder that follows from a clinic's file. `day` is the day of writing.
pub fn remake(clinic: &str, note: &Note, day: NaiveDate, written: Written) -> Result<Remade, NotRemade> {
    let text = clinic.strip_prefix('\u{feff}').unwrap_or(clinic);
    let site = load_in(text, Lang::En.tag()).site.ok_or(NotRemade::Clinic)?.on_a_page();
    let style = [note.style.as_str(), &css(&site.look)].concat();
    let style_name = ["style-", &mark(style.as_bytes()), ".css"].concat();
    let frame = with_style(&note.frame, &style_name).ok_or(NotRemade::Frame)?;
    let writing = Writing { text, frame, day };
    let langs = Source::langs(&site);
    let mut files = vec![File::text(CLINIC, text), File::text(style_name, style)];
    for lang in &langs {
        files.extend(writing.language(*lang)?);
    }
    files.push(writing.missing(&langs)?);
    let all = note.fixed.iter().map(|kept| &kept.name).chain(files.iter().map(|file| &file.name));
    let settings = headers::files(text, all.map(String::as_str));
    files.extend(settings);
    let listed: Vec<Kept> = files.iter().map(Kept::of).collect();
    let script = offline::script(&note.offline, text, note.fixed.iter().chain(&listed)).ok_or(NotRemade::Frame)?;
    files.push(File::text(offline::SCRIPT, script));
    files.sort_by(|a, b| a.name.cmp(&b.name));

    let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    let old = note.written.iter().filter(|name| !names.contains(name));
    let gone = old.flat_map(|name| std::iter::once(name.clone()).chain(packed::names(name))).collect();
    if written == Written::AndPseudo {
        files.extend(writing.language(Lang::Pseudo)?);
    }
    files.push(Note { written: names, ..note.clone() }.file());
    Ok(Remade { files, gone })
}

/// Whether a host does not read all of the header file among these.
pub fn is_too_long(files: &[File]) -> bool {
    let headers = files.iter().find(|file| file.name == "_headers");
    headers.is_some_and(|file| !headers::fits(&String::from_utf8_lossy(&file.contents)))
}

/// The day that begins so many days after the first of 1970.
pub fn day(since_1970: i32) -> NaiveDate {
    add_days(NaiveDate::from_ymd_opt(1970, 1, 1).unwrap_or_default(), since_1970)
}

/// What everything is written from.
struct Writing<'a> {
    text: &'a str,
    /// The frame of every page, with the style sheet's name.
    frame: String,
    day: NaiveDate,
}

impl Writing<'_> {
    fn site(&self, lang: Lang) -> Result<(Site, Vec<Issue>), NotRemade> {
        let loaded = load_in(self.text, lang.tag());
        loaded.site.map(|site| (site.on_a_page(), loaded.issues)).ok_or(NotRemade::Clinic)
    }

    fn source<'a>(&'a self, (site, issues): &'a (Site, Vec<Issue>), lang: Lang) -> Source<'a> {
        Source { site, issues, text: self.text, today: self.day, lang }
    }

    /// The pages of a language, and what the app reads in it.
    fn language(&self, lang: Lang) -> Result<Vec<File>, NotRemade> {
        let loaded = self.site(lang)?;
        let source = self.source(&loaded, lang);
        let folder = source.folder(lang);
        let mut files = Vec::new();
        let texts = Words::new(lang).files();
        // Both carry the mark of both: a page never gets the second file of another version.
        let mark = fingerprint(&texts.join("\n\n"));
        let [words_name, later_name] = ["words", "later"].map(|kind| format!("{folder}{kind}-{mark}.txt"));
        let [first, later] = texts;
        let offers = compact::write(source.site);
        let offers_name = format!("{folder}offers-{}.txt", fingerprint(&offers));
        let found = index(&source);
        let index_name = format!("{folder}search-{}.txt", fingerprint(&found));
        let names = [("words.txt", words_name.as_str()), ("offers.txt", &offers_name)];
        for route in Route::ALL {
            let mut page = write(&source, route);
            // Only the search's page has a place for it.
            let place = format!("data-index=\"{}{index_name}\"", source.to_top(route));
            page.body = page.body.replace("data-index=\"search.txt\"", &place);
            let html = fill(&self.frame, &page, &source, route, &names).ok_or(NotRemade::Frame)?;
            files.push(File::text(format!("{folder}{}index.html", route.folder()), html));
        }
        let texts = [(words_name, first), (later_name, later), (offers_name, offers), (index_name, found)];
        files.extend(texts.map(|(name, text)| File::text(name, text)));
        if folder.is_empty() {
            files.extend(search_engines(&source).into_iter().map(|(name, text)| File::text(name, text)));
        }
        Ok(files)
    }

    /// The page for addresses that lead nowhere: the frame without the app, and the page in every language.
    fn missing(&self, langs: &[Lang]) -> Result<File, NotRemade> {
        let sites: Vec<_> =
            langs.iter().map(|lang| Ok((self.site(*lang)?, *lang))).collect::<Result<_, NotRemade>>()?;
        let sources: Vec<Source> = sites.iter().map(|(loaded, lang)| self.source(loaded, *lang)).collect();
        let page = missing(&sources).ok_or(NotRemade::Clinic)?;
        let still = without_app(&self.frame).ok_or(NotRemade::Frame)?;
        let first = sources.first().ok_or(NotRemade::Clinic)?;
        let html = fill(&still, &page, first, Route::Program, &[]).ok_or(NotRemade::Frame)?;
        Ok(File::text(lost::PAGE, lost::anchored(&html, self.text)))
    }
}

/// The frame with another style sheet.
fn with_style(frame: &str, name: &str) -> Option<String> {
    const END: &str = ".css";
    let (before, rest) = frame.split_once("href=\"style-")?;
    let (_, after) = rest.split_once(END)?;
    Some([before, "href=\"", name, after].concat())
}

fn without_app(frame: &str) -> Option<String> {
    const END: &str = "</script>";
    // What is said of its files before it goes with it.
    let start = frame.find("<link rel=modulepreload").or_else(|| frame.find("<script"))?;
    let end = frame.find(END)?;
    Some([frame.get(..start)?, frame.get(end + END.len()..)?].concat())
}

/// Puts a page into the frame; `None` where that has no place for something.
fn fill(frame: &str, page: &Page, source: &Source, route: Route, texts: &[(&str, &str)]) -> Option<String> {
    let (top, base) = (source.to_top(route), route.to_base());
    let needless = if matches!(route, Route::Week | Route::Paper) { sheets::READ } else { sheets::PLAN };
    let frame = sheets::without(frame, needless).unwrap_or_else(|| frame.to_owned());
    let html = frame.replace("=\"./", &format!("=\"{top}")).replace("=./", &format!("={top}"));
    // A sheet's address is written without a dot: at the top of the site it stays as short as it is.
    let mut html = sheets::moved(&html, top.trim_start_matches("./"));
    for (place, name) in texts {
        if !html.contains(place) {
            return None;
        }
        html = html.replace(place, name);
    }
    let mut places = ["<div id=\"foothold-page\"></div>", "<div id=foothold-page></div>"].into_iter();
    let place = places.find(|place| html.contains(place))?;
    html = html.replacen(place, &page.body, 1);
    let (start, end) = (html.find("<title>")?, html.find("</title>")?);
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
    Some(html)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
