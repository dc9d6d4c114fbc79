//! Compressed copies beside every text, so that a server only has to hand them out.

use crate::File;
use brotli::CompressorWriter;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

const KINDS: [&str; 8] = ["html", "css", "js", "wasm", "json", "svg", "txt", "xml"];
/// What a clinic may edit where it lies: a copy would go on saying what was there before.
const EDITED: [&str; 2] = ["clinic.json", "robots.txt"];
/// How the names of copies end.
const COPIES: [&str; 2] = [".br", ".gz"];

type Pack = fn(&[u8]) -> std::io::Result<Vec<u8>>;

/// The names of a file's compressed copies; none where it gains nothing from them.
pub fn names(name: &str) -> Vec<String> {
    let kind = name.rsplit_once('.').map_or("", |(_, kind)| kind);
    if KINDS.contains(&kind) && !EDITED.contains(&name) {
        COPIES.map(|ending| [name, ending].concat()).to_vec()
    } else {
        Vec::new()
    }
}

/// The compressed copies of a file, as many as [`names`] says.
pub fn copies(file: &File) -> std::io::Result<Vec<File>> {
    let packed: [Pack; 2] = [brotli, gzip];
    let copy = |(name, pack): (String, Pack)| Ok(File { name, contents: pack(&file.contents)? });
    names(&file.name).into_iter().zip(packed).map(copy).collect()
}

/// Bytes packed as small as brotli can.
pub fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let mut writer = CompressorWriter::new(&mut packed, 4096, 11, 22);
    writer.write_all(bytes)?;
    writer.flush()?;
    drop(writer);
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::{copies, names};
    use crate::File;

    #[test]
    fn a_text_has_two_copies_and_what_may_be_edited_where_it_lies_or_is_no_text_none() {
        assert_eq!(names("es/index.html"), ["es/index.html.br", "es/index.html.gz"]);
        let text = File::text("a.txt", "text text text text text text text text text text text text");
        let made = copies(&text).unwrap();
        assert_eq!([&*made[0].name, &*made[1].name], ["a.txt.br", "a.txt.gz"]);
        assert!(made.iter().all(|copy| copy.contents.len() < text.contents.len()));
        for other in ["_headers", ".htaccess", "a.txt.br", "check/remake.mjs", "clinic.json", "robots.txt"] {
            assert_eq!(names(other), [] as [&str; 0], "{other}");
        }
    }
}
