//! Compressed copies beside every text, so that a server only has to hand them out.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use brotli::CompressorWriter;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::stamp;
use crate::trouble::{Outcome, Trouble};

const KINDS: [&str; 8] = ["html", "css", "js", "wasm", "json", "svg", "txt", "xml"];
/// What a clinic may edit where it lies: a copy would go on saying what was there before.
const EDITED: [&str; 2] = ["clinic.json", "robots.txt"];

/// Writes `.br` and `.gz` beside every file that gains from it.
pub fn write(dist: &Path) -> Outcome<()> {
    for file in stamp::files(dist)? {
        let is_text = file.extension().is_some_and(|extension| KINDS.iter().any(|kind| extension == *kind));
        if is_text && !EDITED.iter().any(|name| file == dist.join(name)) {
            write_beside(&file)?;
        }
    }
    Ok(())
}

/// Writes `.br` and `.gz` beside this file.
pub fn write_beside(file: &Path) -> Outcome<()> {
    let bytes = fs::read(file).map_err(Trouble::file(file))?;
    for (ending, packed) in [("br", brotli(&bytes)), ("gz", gzip(&bytes))] {
        let copy = with_ending(file, ending);
        fs::write(&copy, packed.map_err(Trouble::file(&copy))?).map_err(Trouble::file(&copy))?;
    }
    Ok(())
}

/// Bytes of a file as visitors download it: its `.br` copy, else compressed now.
pub fn brotli_size(file: &Path) -> Outcome<usize> {
    let packed = with_ending(file, "br");
    if packed.exists() {
        return Ok(fs::read(&packed).map_err(Trouble::file(&packed))?.len());
    }
    let bytes = fs::read(file).map_err(Trouble::file(file))?;
    Ok(brotli(&bytes).map_err(Trouble::file(file))?.len())
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
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
    use std::fs;

    use super::write;

    #[test]
    fn what_may_be_edited_where_it_lies_has_no_copy_that_would_go_on_saying_what_was_there_before() {
        let dist = std::env::temp_dir().join(format!("foothold-compress-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        for name in ["index.html", "clinic.json", "clinic.schema.json", "robots.txt"] {
            fs::write(dist.join(name), name).unwrap();
        }
        write(&dist).unwrap();
        let has = |name: &str| [".br", ".gz"].map(|ending| dist.join(format!("{name}{ending}")).exists());
        let found = ["index.html", "clinic.json", "clinic.schema.json", "robots.txt"].map(has);
        fs::remove_dir_all(&dist).unwrap();
        assert_eq!(found, [[true; 2], [false; 2], [true; 2], [false; 2]]);
    }
}
