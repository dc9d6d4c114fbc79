//! Keeps messages: one line of JSON each in a file, and the same in memory.

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use crate::inbox::body::Message;
use crate::trouble::{Outcome, Trouble};

/// The messages and what is known about them.
pub struct Store {
    path: PathBuf,
    messages: Vec<Value>,
    ids: BTreeSet<String>,
    repeats: usize,
}

/// What keeping a message came to.
#[derive(Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is new.
    New,
    /// A message with its id was there already.
    Repeat,
}

impl Store {
    /// Opens the file, made when missing; lines that are no messages are passed over.
    pub fn open(path: &Path) -> Outcome<Self> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(Trouble::file(folder))?;
        }
        let mut store = Self { path: path.to_path_buf(), messages: Vec::new(), ids: BTreeSet::new(), repeats: 0 };
        if path.exists() {
            let text = fs::read_to_string(path).map_err(Trouble::file(path))?;
            for message in text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
                if let Some(id) = message.get("message_id").and_then(Value::as_str) {
                    store.ids.insert(id.to_owned());
                }
                store.messages.push(message);
            }
        }
        Ok(store)
    }

    /// Keeps a message unless one with its id is there.
    pub fn keep(&mut self, message: &Message) -> Outcome<Kept> {
        let id = message.id().map(str::to_owned);
        if id.as_ref().is_some_and(|id| self.ids.contains(id)) {
            self.repeats += 1;
            return Ok(Kept::Repeat);
        }
        let line = json!({
            "received": now(),
            "kind": message.kind,
            "message_id": id,
            "fields": message.fields,
        });
        let mut file =
            OpenOptions::new().create(true).append(true).open(&self.path).map_err(Trouble::file(&self.path))?;
        writeln!(file, "{line}").map_err(Trouble::file(&self.path))?;
        self.ids.extend(id);
        self.messages.push(line);
        Ok(Kept::New)
    }

    /// Forgets everything, in the file too.
    pub fn clear(&mut self) -> Outcome<()> {
        fs::write(&self.path, "").map_err(Trouble::file(&self.path))?;
        self.messages.clear();
        self.ids.clear();
        self.repeats = 0;
        Ok(())
    }

    /// The messages, oldest first.
    pub fn messages(&self) -> &[Value] {
        &self.messages
    }

    /// How often a message came again.
    pub fn repeats(&self) -> usize {
        self.repeats
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

fn now() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map(|since| since.as_secs()).unwrap_or_default();
    utc(seconds)
}

/// Seconds since 1970 as a date and time in UTC; the calendar sum is Howard Hinnant's `civil_from_days`.
fn utc(seconds: u64) -> String {
    let (days, second) = (seconds / 86_400 + 719_468, seconds % 86_400);
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Kept, Store, utc};
    use crate::inbox::body::parse;

    #[test]
    fn a_message_sent_again_is_counted_and_not_kept_twice_even_after_a_restart() {
        let path = std::env::temp_dir().join(format!("foothold-store-{}/messages.jsonl", std::process::id()));
        let message = |body: &str| parse("application/json", body.as_bytes()).unwrap();
        let mut store = Store::open(&path).unwrap();
        assert_eq!(store.keep(&message(r#"{"message_id": "a", "note": "x\ny"}"#)).unwrap(), Kept::New);
        assert_eq!(store.keep(&message(r#"{"message_id": "a"}"#)).unwrap(), Kept::Repeat);
        assert_eq!(store.keep(&message(r#"{"note": "without id"}"#)).unwrap(), Kept::New);
        assert_eq!(store.keep(&message(r#"{"note": "without id"}"#)).unwrap(), Kept::New);
        assert_eq!((store.messages().len(), store.repeats()), (3, 1));

        fs::write(&path, fs::read_to_string(&path).unwrap() + "{broken\n").unwrap();
        let mut again = Store::open(&path).unwrap();
        assert_eq!(again.messages().len(), 3);
        assert_eq!(again.keep(&message(r#"{"message_id": "a"}"#)).unwrap(), Kept::Repeat);

        again.clear().unwrap();
        assert_eq!(again.keep(&message(r#"{"message_id": "a"}"#)).unwrap(), Kept::New);
        assert_eq!(fs::read_to_string(&path).unwrap().lines().count(), 1);
        fs::remove_dir_all(path.parent().unwrap()).unwrap();
    }

    #[test]
    fn times_are_written_in_utc() {
        assert_eq!(utc(0), "1970-01-01T00:00:00Z");
        assert_eq!(utc(951_782_399), "2000-02-28T23:59:59Z");
        assert_eq!(utc(1_709_210_096), "2024-02-29T12:34:56Z");
    }
}
