//! Bits as letters that an address takes as they are (base64url), with a checksum before them.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Bits of the checksum: four letters.
const SUM: u32 = 24;

/// Writes bits, the highest of a number first.
#[derive(Default)]
pub(super) struct Pen(Vec<bool>);

impl Pen {
    /// One bit.
    pub(super) fn flag(&mut self, on: bool) {
        self.0.push(on);
    }

    /// The lowest bits of a number.
    pub(super) fn bits(&mut self, value: usize, width: u32) {
        (0..width).rev().for_each(|at| self.flag(value >> at & 1 == 1));
    }

    /// A number of any size, three bits at a time, the lowest first; small ones are short.
    pub(super) fn number(&mut self, mut value: usize) {
        loop {
            let more = value >> 3;
            self.bits(value & 7, 3);
            self.flag(more > 0);
            if more == 0 {
                return;
            }
            value = more;
        }
    }

    /// The letters.
    pub(super) fn finish(mut self) -> String {
        // Filled up to a whole letter, and the sum is taken over that.
        while !self.0.len().is_multiple_of(6) {
            self.0.push(false);
        }
        let mut whole = Self::default();
        whole.bits(sum(&self.0), SUM);
        whole.0.append(&mut self.0);
        let letter = |six: &[bool]| LETTERS.get(value(six)).copied().map_or('A', char::from);
        whole.0.chunks(6).map(letter).collect()
    }
}

/// Reads bits; `None` where there are no more.
pub(super) struct Bits {
    all: Vec<bool>,
    at: usize,
}

impl Bits {
    /// The bits of letters; `None` where one is no letter of ours or the checksum is another.
    pub(super) fn of(text: &str) -> Option<Self> {
        // A sentence's end or a bracket may have come along.
        let text = text.trim_end_matches(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
        let mut all = Vec::with_capacity(text.len() * 6);
        for letter in text.bytes() {
            let six = LETTERS.iter().position(|known| *known == letter)?;
            all.extend((0..6).rev().map(|at| six >> at & 1 == 1));
        }
        let (written, rest) = all.split_at_checked(SUM as usize)?;
        if value(written) != sum(rest) {
            return None;
        }
        Some(Self { all, at: SUM as usize })
    }

    /// One bit.
    pub(super) fn flag(&mut self) -> Option<bool> {
        let bit = self.all.get(self.at).copied();
        self.at += 1;
        bit
    }

    /// A number of so many bits.
    pub(super) fn bits(&mut self, width: u32) -> Option<usize> {
        let end = self.at + width as usize;
        let bits = self.all.get(self.at..end).map(value);
        self.at = end;
        bits
    }

    /// A number of any size, up to what a length can sensibly be.
    pub(super) fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for step in (0..21).step_by(3) {
            number |= self.bits(3)? << step;
            if !self.flag()? {
                return Some(number);
            }
        }
        None
    }
}

fn value(bits: &[bool]) -> usize {
    bits.iter().fold(0, |value, bit| value << 1 | usize::from(*bit))
}

/// A checksum that notices every change of up to 24 bits in a row: the polynomial of `OpenPGP`'s CRC-24, RFC 4880 6.1.
fn sum(bits: &[bool]) -> usize {
    bits.iter().fold(0x00B7_04CE, |sum, bit| {
        let top = sum >> (SUM - 1) & 1 == 1;
        let next = sum << 1 & 0x00FF_FFFF;
        if top == *bit { next } else { next ^ 0x0086_4CFB }
    })
}
