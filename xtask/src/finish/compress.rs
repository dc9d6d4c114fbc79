//! Compressed copies of the files in a folder: what [`foothold_folder::packed`] makes, on the disk.

use std::fs;
use std::path::Path;

use foothold_folder::{File, packed};

use crate::finish::path_in;
use crate::stamp;
use crate::trouble::{Outcome, Trouble};

/// Writes `.br` and `.gz` beside every file that gains from it.
pub fn write(dist: &Path) -> Outcome<()> {
    for path in stamp::files(dist)? {
        let contents = fs::read(&path).map_err(Trouble::file(&path))?;
        copies(dist, &File { name: path_in(dist, &path), contents })?;
    }
    Ok(())
}

/// Writes those of one file.
pub fn copies(dist: &Path, file: &File) -> Outcome<()> {
    for copy in packed::copies(file).map_err(Trouble::file(&dist.join(&file.name)))? {
        let path = dist.join(&copy.name);
        fs::write(&path, copy.contents).map_err(Trouble::file(&path))?;
    }
    Ok(())
}

/// Bytes of a file as visitors download it: its `.br` copy, else compressed now.
pub fn brotli_size(file: &Path) -> Outcome<usize> {
    let mut copy = file.as_os_str().to_owned();
    copy.push(".br");
    if let Ok(bytes) = fs::read(copy) {
        return Ok(bytes.len());
    }
    let bytes = fs::read(file).map_err(Trouble::file(file))?;
    Ok(packed::brotli(&bytes).map_err(Trouble::file(file))?.len())
}
