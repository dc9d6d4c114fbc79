//! Short names for contents: what hashed files are called by, and how it is seen that something has changed.
//!
//! FNV-1a, because it must be stable between machines and compilers and nobody attacks a build folder.

/// A mark that is being made.
pub struct Marking(u64);

impl Default for Marking {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Marking {
    /// Takes more bytes in.
    pub fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// Sixteen hexadecimal digits.
    pub fn text(&self) -> String {
        format!("{:016x}", self.0)
    }
}

/// Sixteen hexadecimal digits that name these bytes.
pub fn mark(bytes: &[u8]) -> String {
    let mut marking = Marking::default();
    marking.add(bytes);
    marking.text()
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn a_mark_is_the_same_for_the_same_bytes_and_sixteen_digits_long() {
        assert_eq!(mark(b""), "cbf29ce484222325");
        assert_eq!(mark(b"a"), "af63dc4c8601ec8c");
    }
}
