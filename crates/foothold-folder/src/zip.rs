//! Writes a zip archive: names with contents in, bytes out. The same input gives the same bytes, so no times in it.

use std::io::{Error, Write};

use crate::File;
use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// The first day that the format can say, 1980-01-01, as it says it.
const DAY: u16 = 0x21;
/// Names are UTF-8.
const NAMES_ARE_UTF8: u16 = 0x800;
/// As it is, for what is packed already.
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// Version 2.0 of the format, written on Unix.
const MADE_BY: u16 = 0x314;
const NEEDED: u16 = 20;
/// A plain file that everybody may read, in the upper half.
const PLAIN_FILE: u32 = 0o100_644 << 16;

/// The archive. An error where a number is too large for the format, which is at 4 GB or 65,535 files.
pub fn archive(entries: &[File]) -> std::io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut index = Vec::new();
    for entry in entries {
        let place = long(out.len())?;
        let mut sum = Crc::new();
        sum.update(&entry.contents);
        let mut deflate = DeflateEncoder::new(Vec::new(), Compression::best());
        deflate.write_all(&entry.contents)?;
        let packed = deflate.finish()?;
        let (method, packed) =
            if packed.len() < entry.contents.len() { (DEFLATED, &packed) } else { (STORED, &entry.contents) };

        let mut about = Vec::new();
        shorts(&mut about, &[NEEDED, NAMES_ARE_UTF8, method, 0, DAY]);
        longs(&mut about, &[sum.sum(), long(packed.len())?, long(entry.contents.len())?]);
        shorts(&mut about, &[short(entry.name.len())?, 0]);

        out.extend(b"PK\x03\x04");
        out.extend(&about);
        out.extend(entry.name.as_bytes());
        out.extend(packed);

        index.extend(b"PK\x01\x02");
        shorts(&mut index, &[MADE_BY]);
        index.extend(&about);
        shorts(&mut index, &[0, 0, 0]);
        longs(&mut index, &[PLAIN_FILE, place]);
        index.extend(entry.name.as_bytes());
    }
    let (place, count) = (long(out.len())?, short(entries.len())?);
    out.extend(&index);
    out.extend(b"PK\x05\x06");
    shorts(&mut out, &[0, 0, count, count]);
    longs(&mut out, &[long(index.len())?, place]);
    shorts(&mut out, &[0]);
    Ok(out)
}

fn shorts(out: &mut Vec<u8>, numbers: &[u16]) {
    out.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
}

fn longs(out: &mut Vec<u8>, numbers: &[u32]) {
    out.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
}

fn short(number: usize) -> std::io::Result<u16> {
    u16::try_from(number).map_err(Error::other)
}

fn long(number: usize) -> std::io::Result<u32> {
    u32::try_from(number).map_err(Error::other)
}

#[cfg(test)]
mod tests {
    use super::archive;
    use crate::File;

    #[test]
    fn an_empty_archive_is_its_end_and_the_same_files_give_the_same_bytes() {
        assert_eq!(archive(&[]).unwrap(), [b"PK\x05\x06".as_slice(), &[0; 18]].concat());
        let entries = || [File { name: "a/ñ.txt".into(), contents: b"text text text text text text".to_vec() }];
        let bytes = archive(&entries()).unwrap();
        assert_eq!(bytes, archive(&entries()).unwrap());
        assert!(bytes.starts_with(b"PK\x03\x04\x14\0\0\x08\x08\0"));
        // The end says one file, and where the index of it begins.
        let end = &bytes[bytes.len() - 22..];
        assert_eq!(&end[8..12], [1, 0, 1, 0]);
        let place = usize::from(u16::from_le_bytes([end[16], end[17]]));
        assert!(bytes[place..].starts_with(b"PK\x01\x02"));
    }

    #[test]
    fn a_name_that_is_too_long_for_the_format_is_refused() {
        assert!(archive(&[File { name: "a".repeat(70_000), contents: Vec::new() }]).is_err());
    }
}
