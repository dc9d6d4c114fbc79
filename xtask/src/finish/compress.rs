//! Compressed copies beside every text, so that a server only has to hand them out.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use brotli::CompressorWriter;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::stamp;
use crate::trouble::{Outcome, Trouble};

const KINDS: [&str; 7] = ["html", "css", "js", "wasm", "json", "svg", "txt"];

/// Writes `.br` and `.gz` beside every file that gains from it.
pub fn write(dist: &Path) -> Outcome<()> {
    for file in stamp::files(dist)? {
        let is_text = file.extension().is_some_and(|extension| KINDS.iter().any(|kind| extension == *kind));
        if !is_text {
            continue;
        }
        let bytes = fs::read(&file).map_err(Trouble::file(&file))?;
        for (ending, packed) in [("br", brotli(&bytes)), ("gz", gzip(&bytes))] {
            let copy = with_ending(&file, ending);
            fs::write(&copy, packed.map_err(Trouble::file(&copy))?).map_err(Trouble::file(&copy))?;
        }
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
