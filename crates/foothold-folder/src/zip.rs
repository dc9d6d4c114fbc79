//! Writes a zip archive: names with contents in, bytes out. The same input gives the same bytes; one moment, which whoever asks
//! says, is the time of every file. It matters: a server that is asked whether a file has changed often looks at its time and length
//! only, and a clinic's new phone number is as long as the old one.

use std::io::{Error, Write};

use crate::File;
use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use foothold_core::time::{Datelike, NaiveDate, add_days};

/// The time of an archive's files, as the format says it: by the clock on the wall, from 1980 to 2107, in steps of two seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    time: u16,
    day: u16,
}

impl Moment {
    /// The first one that the format can say.
    pub const FIRST: Self = Self { time: 0, day: 0x21 };

    /// So many seconds after the first of 1970 by a clock on the wall; the nearest one that there is.
    pub fn of(seconds: i64) -> Self {
        let date = i32::try_from(seconds.div_euclid(86_400)).ok().and_then(|days| {
            let first = NaiveDate::from_ymd_opt(1970, 1, 1)?;
            Some(add_days(first, days)).filter(|date| (1980..=2107).contains(&date.year()))
        });
        let Some(date) = date else { return Self::FIRST };
        let small = |number: i64| u16::try_from(number).unwrap_or_default();
        let second = seconds.rem_euclid(86_400);
        let year = small(i64::from(date.year()) - 1980);
        Self {
            time: small(second / 3600) << 11 | small(second / 60 % 60) << 5 | small(second % 60 / 2),
            day: year << 9 | small(date.month().into()) << 5 | small(date.day().into()),
        }
    }
}

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
pub fn archive(entries: &[File], moment: Moment) -> std::io::Result<Vec<u8>> {
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
        shorts(&mut about, &[NEEDED, NAMES_ARE_UTF8, method, moment.time, moment.day]);
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
    use super::{Moment, archive};
    use crate::File;

    #[test]
    fn an_empty_archive_is_its_end_and_the_same_files_give_the_same_bytes() {
        assert_eq!(archive(&[], Moment::FIRST).unwrap(), [b"PK\x05\x06".as_slice(), &[0; 18]].concat());
        let entries = || [File { name: "a/ñ.txt".into(), contents: b"text text text text text text".to_vec() }];
        let bytes = archive(&entries(), Moment::FIRST).unwrap();
        assert_eq!(bytes, archive(&entries(), Moment::FIRST).unwrap());
        assert!(bytes.starts_with(b"PK\x03\x04\x14\0\0\x08\x08\0"));
        // The end says one file, and where the index of it begins.
        let end = &bytes[bytes.len() - 22..];
        assert_eq!(&end[8..12], [1, 0, 1, 0]);
        let place = usize::from(u16::from_le_bytes([end[16], end[17]]));
        assert!(bytes[place..].starts_with(b"PK\x01\x02"));
    }

    #[test]
    fn two_archives_that_are_made_at_two_times_have_files_of_two_times() {
        // 2026-12-01, 8:05:42 in the morning.
        let moment = Moment::of(20_788 * 86_400 + 8 * 3600 + 5 * 60 + 42);
        assert_eq!(moment, Moment { time: 0x40b5, day: 0x5d81 });
        let bytes = archive(&[File { name: "a".into(), contents: Vec::new() }], moment).unwrap();
        assert_eq!(bytes[10..14], [moment.time.to_le_bytes(), moment.day.to_le_bytes()].concat());
        assert_eq!(Moment::of(0), Moment::FIRST);
        assert_eq!(Moment::of(i64::MAX), Moment::FIRST);
    }

    #[test]
    fn a_name_that_is_too_long_for_the_format_is_refused() {
        assert!(archive(&[File { name: "a".repeat(70_000), contents: Vec::new() }], Moment::FIRST).is_err());
    }
}
