//! `foothold remake`: the finished folder of a site, and a clinic's file: everything that follows from the file is
//! written again. What that is says [`foothold::remake`]; here is the disk and the day.

use crate::{FOUND_ERRORS, could_not, say};
use foothold::remake::{NotRemade, Written, day, is_too_long, remake};
use foothold_core::config::{Severity, load};
use foothold_folder::note::{NAME, Note};
use foothold_folder::{File, packed};
use foothold_words::{issues, owner};
use std::io::Result;
use std::path::Path;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

/// Writes the folder again, or what changes in it into another one.
pub fn run(folder: &str, clinic: &str, out: Option<&str>, pseudo: bool) -> ExitCode {
    let text = match std::fs::read_to_string(clinic) {
        Ok(text) => text,
        Err(error) => return could_not(&issues::unreadable_file(clinic, &error.to_string())),
    };
    let loaded = load(&text);
    say(&issues::report(&loaded));
    let note = std::fs::read_to_string(Path::new(folder).join(NAME)).ok().and_then(|note| Note::read(&note));
    let written = if pseudo { Written::AndPseudo } else { Written::All };
    let made = note.ok_or(NotRemade::Note).and_then(|note| remake(&text, &note, today(), written));
    let made = match made {
        Ok(made) => made,
        Err(why) => return could_not(why.said()),
    };
    let to = out.unwrap_or(folder);
    let old: &[String] = if out.is_none() { &made.gone } else { &[] };
    let count = match put(Path::new(to), &made.files, old) {
        Ok(count) => count,
        Err(error) => {
            say(owner::HALF);
            return could_not(&issues::unreadable_file(to, &error.to_string()));
        }
    };
    say(&owner::written(count, to, is_too_long(&made.files)));
    if !made.gone.is_empty() {
        say(&owner::gone(&made.gone, out.is_none()));
    }
    let failed = loaded.issues.iter().any(|issue| issue.severity == Severity::Error);
    if failed { ExitCode::from(FOUND_ERRORS) } else { ExitCode::SUCCESS }
}

/// Writes files with their compressed copies, and takes others away; how many were written.
fn put(folder: &Path, files: &[File], gone: &[String]) -> Result<usize> {
    let mut count = 0;
    for file in files {
        let copies = packed::copies(file)?;
        for file in std::iter::once(file).chain(&copies) {
            let path = folder.join(&file.name);
            std::fs::create_dir_all(path.parent().unwrap_or(folder))?;
            std::fs::write(path, &file.contents)?;
            count += 1;
        }
    }
    for name in gone {
        let path = folder.join(name);
        if path.exists() {
            std::fs::remove_file(path)?;
        }
    }
    Ok(count)
}

/// The day of writing, in UTC: today, or the one that `SOURCE_DATE_EPOCH` says in seconds since 1970, by which a folder can
/// be written again as it was.
fn today() -> foothold_core::time::NaiveDate {
    let said = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.trim().parse().ok());
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let seconds: u64 = said.unwrap_or_else(now);
    day(i32::try_from(seconds / 86_400).unwrap_or(0))
}
