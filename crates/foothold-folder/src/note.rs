//! What a finished folder knows about itself: the frame that every page is put into, the files that no clinic changes,
//! and which files were written from its `clinic.json`. With it the rest can be written again.
//!
//! As JSON in the folder, [`NAME`]; this room reads and writes it.

use crate::{File, offline};
use foothold_core::json::{Value, parse, quote};

/// Where the note lies. No visitor asks for what is in that folder.
pub const NAME: &str = "check/folder.json";
/// The version of the format.
const VERSION: f64 = 1.0;

/// What a folder knows about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// The page without its text: whatever is put into it has its place there.
    pub frame: String,
    /// The script for times without a network, without its list.
    pub offline: String,
    /// The style sheet without what a clinic wishes of colours and the like.
    pub style: String,
    /// Files that no clinic changes, in order of their names.
    pub fixed: Vec<Kept>,
    /// Names of the files that were written from a clinic's file, in order, without compressed copies.
    pub written: Vec<String>,
}

/// A file as the list for times without a network needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its path, `/` between parts.
    pub name: String,
    /// By what a browser sees whether it is whole; empty where its name does not change with its contents.
    pub sum: String,
    /// What names its contents.
    pub mark: String,
}

impl Kept {
    /// Of a file.
    pub fn of(file: &File) -> Self {
        offline::kept(&file.name, &file.contents)
    }
}

impl Note {
    /// Reads a note; `None` where it is none, one of a version that is not known here, or one with a name that leads out of
    /// the folder: whoever has the note deletes and writes by these names.
    pub fn read(text: &str) -> Option<Self> {
        let value = parse(text).ok()?;
        let text = |name: &str| Some(value.get(name)?.as_text()?.to_owned());
        let (Some(Value::Number(VERSION)), Some(Value::Object(fixed)), Some(Value::List(written))) =
            (value.get("version"), value.get("fixed"), value.get("written"))
        else {
            return None;
        };
        let kept = |(name, about): &(String, Value)| {
            let about = |at: &str| Some(about.at(at)?.as_text()?.to_owned());
            Some(Kept { name: inside(name)?.to_owned(), sum: about("0")?, mark: about("1")? })
        };
        Some(Self {
            frame: text("frame")?,
            offline: text("offline")?,
            style: text("style")?,
            fixed: fixed.iter().map(kept).collect::<Option<_>>()?,
            written: written.iter().map(|name| Some(inside(name.as_text()?)?.to_owned())).collect::<Option<_>>()?,
        })
    }

    /// The note as it lies in the folder.
    pub fn file(&self) -> File {
        let fixed = self
            .fixed
            .iter()
            .map(|kept| ["\n", &quote(&kept.name), ":[", &quote(&kept.sum), ",", &quote(&kept.mark), "]"].concat());
        let written = self.written.iter().map(|name| ["\n", &quote(name)].concat());
        let text = format!(
            "{{\"version\":{VERSION},\"frame\":{},\n\"offline\":{},\n\"style\":{},\n\"fixed\":{{{}}},\n\"written\":[{}]}}\n",
            quote(&self.frame),
            quote(&self.offline),
            quote(&self.style),
            fixed.collect::<Vec<_>>().join(","),
            written.collect::<Vec<_>>().join(",")
        );
        File::text(NAME, text)
    }
}

/// A name that stays in the folder.
fn inside(name: &str) -> Option<&str> {
    let plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':']);
    name.split('/').all(plain).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::{Kept, Note};
    use crate::File;

    #[test]
    fn a_note_is_read_as_it_was_written() {
        let fixed = [File::text("boot.js", "run()"), File::text("app-0123456789abcdef.js", "\"é\"")];
        let note = Note {
            frame: "<html lang=\"en\">\n\u{1}".to_owned(),
            offline: "const FILES={}".to_owned(),
            style: "a{b:c}".to_owned(),
            fixed: fixed.iter().map(Kept::of).collect(),
            written: vec!["es/index.html".to_owned()],
        };
        let text = String::from_utf8(note.file().contents).unwrap();
        assert_eq!(Note::read(&text), Some(note.clone()));
        assert!(note.fixed[0].sum.is_empty() && !note.fixed[1].sum.is_empty());
        assert_eq!(Note::read(&text.replace("\"version\":1", "\"version\":2")), None);
        assert_eq!(Note::read("{}"), None);
        for out in ["../index.html", "/etc/hosts", "es/../../a", "C:\\\\a", ""] {
            assert_eq!(Note::read(&text.replace("es/index.html", out)), None, "{out}");
            assert_eq!(Note::read(&text.replace("\"boot.js\"", &format!("\"{out}\""))), None, "{out}");
        }
        assert_eq!(Note::read(&text.replace("\"frame\"", "\"fame\"")), None);
    }
}
