//! What the page for the clinic's web person and Node ask: is this file sound, and what does the folder become with it?
//!
//! A second program of WebAssembly, which no visitor downloads. It speaks in texts and bytes; what calls it is
//! `public/check/work.js` and `public/check/remake.mjs`.

#![recursion_limit = "512"]

use foothold::remake::{NotRemade, Written, day, is_too_long, remake};
use foothold_core::config::{Severity, load};
use foothold_core::json::quote;
use foothold_folder::note::Note;
use foothold_folder::zip::{Moment, archive};
use foothold_folder::{File, packed};
use foothold_words::{Lang, issues, owner};
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// What a clinic's file gives, as JSON: whether there is a page, and what is wrong with it, the worst first, each under
/// the heading of its kind.
#[wasm_bindgen]
pub fn check(clinic: &str) -> String {
    let loaded = load(clinic);
    let groups = issues::grouped(&loaded.issues).into_iter().map(|(heading, found)| {
        let found: Vec<String> = found.iter().map(|issue| quote(issue)).collect();
        ["[", &quote(heading), ",[", &found.join(","), "]]"].concat()
    });
    let groups: Vec<String> = groups.collect();
    let usable = if loaded.site.is_some() { "true" } else { "false" };
    ["{\"usable\":", usable, ",\"found\":[", &groups.join(","), "]}"].concat()
}

/// What is said about a clinic's file in a terminal.
#[wasm_bindgen]
pub fn report(clinic: &str) -> String {
    issues::report(&load(clinic))
}

/// Whether a clinic's file has errors.
#[wasm_bindgen]
pub fn has_errors(clinic: &str) -> bool {
    load(clinic).issues.iter().any(|issue| issue.severity == Severity::Error)
}

/// A folder for another clinic's file.
#[wasm_bindgen]
pub struct Folder {
    files: Vec<File>,
    gone: Vec<String>,
    trouble: String,
}

#[wasm_bindgen]
impl Folder {
    /// Makes it. `note` is the folder's `check/folder.json`, `day` counts from the first of 1970.
    #[wasm_bindgen(constructor)]
    pub fn new(clinic: &str, note: &str, since_1970: i32) -> Self {
        match made(clinic, note, since_1970) {
            Ok((files, gone)) => Self { files, gone, trouble: String::new() },
            Err(why) => Self { files: Vec::new(), gone: Vec::new(), trouble: why.said().to_owned() },
        }
    }

    /// Why there is none; empty where there is one.
    pub fn trouble(&self) -> String {
        self.trouble.clone()
    }

    /// How many files there are, compressed copies among them.
    pub fn count(&self) -> usize {
        self.files.len()
    }

    /// The name of a file.
    pub fn name(&self, at: usize) -> String {
        self.files.get(at).map(|file| file.name.clone()).unwrap_or_default()
    }

    /// What is in a file.
    pub fn contents(&self, at: usize) -> Vec<u8> {
        self.files.get(at).map(|file| file.contents.clone()).unwrap_or_default()
    }

    /// Names of files of before that must go, one a line.
    pub fn gone(&self) -> String {
        self.gone.join("\n")
    }

    /// What is said in a terminal once it is written into this folder.
    pub fn told(&self, folder: &str, deleted: bool) -> String {
        let written = owner::written(self.files.len(), folder, is_too_long(&self.files));
        if self.gone.is_empty() { written } else { [written, owner::gone(&self.gone, deleted)].join("\n") }
    }

    /// All of it as one archive, with a text for whoever uploads it, in the language of that tag; empty where there is
    /// none. Its files are of now: so many seconds after the first of 1970, by the clock on the wall.
    pub fn archive(&self, lang: &str, seconds: f64) -> Vec<u8> {
        let about = File::text(owner::ABOUT, owner::about(Lang::of_tag(lang), &self.gone));
        let put = |file: &File| File { name: [owner::FOLDER, &file.name].concat(), ..file.clone() };
        let files: Vec<File> = std::iter::once(about).chain(self.files.iter().map(put)).collect();
        #[expect(clippy::cast_possible_truncation, reason = "what is too large is no day that there is")]
        archive(&files, Moment::of(seconds as i64)).unwrap_or_default()
    }
}

fn made(clinic: &str, note: &str, since_1970: i32) -> Result<(Vec<File>, Vec<String>), NotRemade> {
    let note = Note::read(note).ok_or(NotRemade::Note)?;
    let made = remake(clinic, &note, day(since_1970), Written::All)?;
    let mut files = Vec::new();
    for file in made.files {
        let copies = packed::copies(&file).unwrap_or_default();
        files.push(file);
        files.extend(copies);
    }
    Ok((files, made.gone))
}
