//! Where the bytes of the app's WebAssembly are: by rooms of the source, in each of its two parts. Written down while it is cut,
//! printed by `./dev size --rooms`.
//!
//! Counted before the last round of wasm-opt, which takes the names away; what is written into its caller counts there.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use crate::place;

/// Where the table lies.
pub fn file(root: &Path) -> PathBuf {
    place::target(root).join("foothold-rooms.txt")
}

/// The table of these functions: name, bytes, and whether it is in the second part.
pub fn table<'a>(functions: impl IntoIterator<Item = (&'a str, usize, bool)>) -> String {
    let mut rooms: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (name, bytes, later) in functions {
        let (first, rest) = rooms.entry(room(name)).or_default();
        *if later { rest } else { first } += bytes;
    }
    let mut rooms: Vec<_> = rooms.into_iter().collect();
    rooms.sort_by_key(|(_, (first, rest))| std::cmp::Reverse((*first, *rest)));
    let mut out = String::from("| Room | First part | Second part |\n|---|---|---|\n");
    for (room, (first, rest)) in rooms {
        let _ = writeln!(out, "| `{room}` | {first} B | {rest} B |");
    }
    out
}

/// The room of a function: a module of our own, or a crate.
fn room(name: &str) -> String {
    const OURS: [&str; 3] = ["foothold_core", "foothold_words", "foothold"];
    let path = |at: usize| {
        let end = |c: char| !c.is_alphanumeric() && c != '_' && c != ':';
        let rest = name.get(at..).unwrap_or_default();
        rest.split(end).next().unwrap_or_default()
    };
    let ours = OURS.iter().find_map(|krate| name.match_indices(&format!("{krate}::")).next()).map(|(at, _)| path(at));
    let whole = ours.unwrap_or_else(|| path(0));
    let most = if whole.starts_with("foothold_core::plan::") { 3 } else { 2 };
    let parts = whole.split("::").filter(|part| !part.is_empty());
    // A function of its own in the crate's top is no room, and of others the crate is enough.
    let most = if ours.is_some() { most } else { 1 };
    let room: Vec<&str> = parts.take(most).collect();
    if room.is_empty() { "what the compiler adds".to_owned() } else { room.join("::") }
}

#[cfg(test)]
mod tests {
    use super::{room, table};

    #[test]
    fn a_function_belongs_to_a_module_of_ours_or_to_a_crate() {
        for (name, wanted) in [
            ("foothold_core::plan::local::Table>::of", "foothold_core::plan::local"),
            ("foothold_core::plan::solve", "foothold_core::plan::solve"),
            ("foothold_words::lang::Words>::changes", "foothold_words::lang"),
            ("foothold::planner::list", "foothold::planner"),
            ("core::ptr::drop_glue::<foothold::app::State>", "foothold::app"),
            ("str>::parse::<i32>", "str"),
            ("[u8]>::x", "what the compiler adds"),
        ] {
            assert_eq!(room(name), wanted, "{name}");
        }
    }

    #[test]
    fn the_largest_room_of_the_first_part_is_said_first() {
        let said = table([("core::a", 1, false), ("foothold::app::b", 5, false), ("core::c", 2, true)]);
        assert!(said.ends_with("| `foothold::app` | 5 B | 0 B |\n| `core` | 1 B | 2 B |\n"), "{said}");
    }
}
