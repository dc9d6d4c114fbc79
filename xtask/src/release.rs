//! The archive that a clinic's web person gets: the finished folder, what to do with it, and the documents they need.

use std::fs;
use std::path::{Path, PathBuf};

use crate::place;
use crate::stamp;
use crate::trouble::{Outcome, Trouble};
use crate::zip::{Entry, archive};

/// What the clinic's web person reads first.
const README: &str = "docs/ARCHIVE.md";
/// What stands beside the folder: from the repository, and the name in the archive.
const DOCUMENTS: [(&str, &str); 6] = [
    (README, "README.md"),
    ("docs/EMBEDDING.md", "docs/EMBEDDING.md"),
    ("docs/CLINIC-JSON.md", "docs/CLINIC-JSON.md"),
    ("docs/BACKENDS.md", "docs/BACKENDS.md"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
];

/// The folder of the site in the archive.
const SITE: &str = "site";

/// Where the archive goes if nobody says.
pub fn usual_place(root: &Path) -> PathBuf {
    place::target(root).join(format!("{}.zip", name()))
}

/// Packs a finished folder; the number of files in the archive, and its bytes.
pub fn pack(root: &Path, dist: &Path, out: &Path) -> Outcome<(usize, usize)> {
    let entries = entries(root, dist)?;
    let bytes = archive(&entries).map_err(Trouble::file(out))?;
    if let Some(folder) = out.parent() {
        fs::create_dir_all(folder).map_err(Trouble::file(folder))?;
    }
    fs::write(out, &bytes).map_err(Trouble::file(out))?;
    Ok((entries.len(), bytes.len()))
}

/// Name and version: everything in the archive is in one folder of that name.
fn name() -> String {
    format!("foothold-{}", env!("CARGO_PKG_VERSION"))
}

fn entries(root: &Path, dist: &Path) -> Outcome<Vec<Entry>> {
    let read = |path: &Path, name: String| -> Outcome<Entry> {
        Ok(Entry { name, contents: fs::read(path).map_err(Trouble::file(path))? })
    };
    let top = name();
    let mut entries = Vec::new();
    for (from, to) in DOCUMENTS {
        let mut entry = read(&root.join(from), format!("{top}/{to}"))?;
        if from == README {
            // There it lies beside the documents that it leads to, here above them.
            entry.contents = String::from_utf8_lossy(&entry.contents).replace("](", "](docs/").into_bytes();
        }
        entries.push(entry);
    }
    let mut site = stamp::files(dist)?;
    site.sort();
    for file in site {
        let path = file.strip_prefix(dist).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        // Of the hidden files only Apache's is for a server.
        if !path.starts_with('.') || path == ".htaccess" {
            entries.push(read(&file, format!("{top}/{SITE}/{path}"))?);
        }
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::entries;
    use crate::place;

    #[test]
    fn the_archive_holds_the_folder_its_header_files_and_a_readme_and_nothing_of_the_build() {
        let dist = std::env::temp_dir().join(format!("foothold-release-{}", std::process::id()));
        fs::create_dir_all(dist.join("week")).unwrap();
        for file in ["index.html", "week/index.html", ".htaccess", "_headers", ".build-stamp"] {
            fs::write(dist.join(file), file).unwrap();
        }
        let entries = entries(&place::root().unwrap(), &dist).unwrap();
        fs::remove_dir_all(dist).unwrap();
        let names: Vec<&str> =
            entries.iter().map(|entry| entry.name.split_once('/').map_or("", |(_, name)| name)).collect();
        let wanted = [
            "README.md",
            "docs/EMBEDDING.md",
            "docs/CLINIC-JSON.md",
            "docs/BACKENDS.md",
            "LICENSE-MIT",
            "LICENSE-APACHE",
            "site/.htaccess",
            "site/_headers",
            "site/index.html",
            "site/week/index.html",
        ];
        assert_eq!(names, wanted);
    }
}
