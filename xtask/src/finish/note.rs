//! The folder's note about itself, from a folder in which everything is finished that no clinic changes.

use std::fs;
use std::path::Path;

use foothold_folder::note::{Kept, NAME, Note};
use foothold_folder::{File, offline};

use crate::finish::path_in;
use crate::stamp;
use crate::trouble::{Outcome, Trouble};

/// What the note says in the place of a page and of the script for times without a network.
const FRAME: &str = "index.html";
/// Follows from the clinic's file, though Trunk copies it.
const CLINIC: &str = "clinic.json";

/// Reads the note off a folder, and takes out of it what will be written again.
pub fn take(dist: &Path) -> Outcome<Note> {
    let taken = |name: &str| -> Outcome<String> {
        let path = dist.join(name);
        let text = fs::read_to_string(&path).map_err(Trouble::file(&path))?;
        fs::remove_file(&path).map_err(Trouble::file(&path))?;
        Ok(text)
    };
    let (frame, offline) = (taken(FRAME)?, taken(offline::SCRIPT)?);
    taken(CLINIC)?;
    let mut fixed = Vec::new();
    let mut style = String::new();
    for path in stamp::files(dist)? {
        if is_style(&path_in(dist, &path)) {
            style = taken(&path_in(dist, &path))?;
            continue;
        }
        let contents = fs::read(&path).map_err(Trouble::file(&path))?;
        let kept = Kept::of(&File { name: path_in(dist, &path), contents });
        // A browser may keep what has such a name for ever. The two halves of the glue name each other, so one of them is
        // called by the contents of both.
        let of_both = kept.name.starts_with("foothold-calls-");
        if !kept.sum.is_empty() && !of_both && !kept.name.contains(&kept.mark) {
            return Err(Trouble::input(format!("{} is not named by what is in it.", kept.name)));
        }
        fixed.push(kept);
    }
    fixed.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Note { frame, offline, style, fixed, written: Vec::new() })
}

/// Whether this is the one style sheet, to which a clinic's own colours are added.
fn is_style(name: &str) -> bool {
    name.strip_prefix("style-").and_then(|rest| rest.strip_suffix(".css")).is_some()
}

/// Puts the note into the folder.
pub fn write(dist: &Path, note: &Note) -> Outcome<()> {
    let path = dist.join(NAME);
    fs::write(&path, note.file().contents).map_err(Trouble::file(&path))
}
