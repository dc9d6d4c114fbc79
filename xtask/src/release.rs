//! The archive that a clinic's web person gets: the finished folder, what to do with it, and the documents they need.

use std::fs;
use std::path::{Path, PathBuf};

use foothold_folder::File;
use foothold_folder::zip::{Moment, archive};

use crate::place;
use crate::run;
use crate::stamp;
use crate::trouble::{Outcome, Trouble};

/// What the clinic's web person reads first.
const README: &str = "docs/ARCHIVE.md";
/// What stands beside the folder: from the repository, and the name in the archive.
const DOCUMENTS: [(&str, &str); 7] = [
    (README, "README.md"),
    ("docs/HOSTING.md", "docs/HOSTING.md"),
    ("docs/EMBEDDING.md", "docs/EMBEDDING.md"),
    ("docs/CLINIC-JSON.md", "docs/CLINIC-JSON.md"),
    ("docs/BACKENDS.md", "docs/BACKENDS.md"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
];

/// The folder of the site in the archive.
const SITE: &str = "site";
/// The plugin for `WordPress`, as its "Upload Plugin" wants it: from the repository, and the name in the archive.
const PLUGIN: (&str, &str) = ("integrations/wordpress/foothold", "wordpress/foothold-wordpress.zip");
/// Pictures that the documents of the archive show, and how their names begin.
const PICTURES: (&str, &str) = ("docs/pictures", "embed-");

/// Where the archive goes if nobody says.
pub fn usual_place(root: &Path) -> PathBuf {
    place::target(root).join(format!("{}.zip", name()))
}

/// Packs a finished folder; the number of files in the archive, and its bytes.
pub fn pack(root: &Path, dist: &Path, out: &Path) -> Outcome<(usize, usize)> {
    let entries = entries(root, dist)?;
    let bytes = archive(&entries, moment(root)).map_err(Trouble::file(out))?;
    if let Some(folder) = out.parent() {
        fs::create_dir_all(folder).map_err(Trouble::file(folder))?;
    }
    fs::write(out, &bytes).map_err(Trouble::file(out))?;
    Ok((entries.len(), bytes.len()))
}

/// When the sources were last changed, as their history says: the same for everybody who packs them. Without a history the first
/// moment that there is.
fn moment(root: &Path) -> Moment {
    let asked = run::command(root, "git").args(["log", "-1", "--format=%ct"]).output();
    let said = asked.ok().and_then(|found| String::from_utf8_lossy(&found.stdout).trim().parse().ok());
    said.map_or(Moment::FIRST, Moment::of)
}

/// The plugin for `WordPress` as an archive of its own.
pub fn plugin(root: &Path) -> Outcome<Vec<u8>> {
    let folder = root.join(PLUGIN.0);
    let licences = ["LICENSE-MIT", "LICENSE-APACHE"].map(|name| root.join(name));
    let entry = |file: PathBuf| -> Outcome<File> {
        let within = file.strip_prefix(&folder).or_else(|_| file.strip_prefix(root)).unwrap_or(&file);
        let name = format!("foothold/{}", within.to_string_lossy().replace('\\', "/"));
        Ok(File { name, contents: fs::read(&file).map_err(Trouble::file(&file))? })
    };
    let entries: Outcome<Vec<File>> = stamp::files(&folder)?.into_iter().chain(licences).map(entry).collect();
    let entries = entries?;
    archive(&entries, moment(root)).map_err(Trouble::file(&folder))
}

/// Name and version: everything in the archive is in one folder of that name.
fn name() -> String {
    format!("foothold-{}", env!("CARGO_PKG_VERSION"))
}

fn entries(root: &Path, dist: &Path) -> Outcome<Vec<File>> {
    let read = |path: &Path, name: String| -> Outcome<File> {
        Ok(File { name, contents: fs::read(path).map_err(Trouble::file(path))? })
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
    for file in stamp::files(&root.join(PICTURES.0))? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(PICTURES.1) {
            entries.push(read(&file, format!("{top}/{}/{name}", PICTURES.0))?);
        }
    }
    entries.push(File { name: format!("{top}/{}", PLUGIN.1), contents: plugin(root)? });
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

    use super::{DOCUMENTS, entries};
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
        let names: Vec<&str> = entries
            .iter()
            .map(|entry| entry.name.split_once('/').map_or("", |(_, name)| name))
            .filter(|name| !name.starts_with("docs/pictures/embed-"))
            .collect();
        let wanted = [
            "README.md",
            "docs/HOSTING.md",
            "docs/EMBEDDING.md",
            "docs/CLINIC-JSON.md",
            "docs/BACKENDS.md",
            "LICENSE-MIT",
            "LICENSE-APACHE",
            "wordpress/foothold-wordpress.zip",
            "site/.htaccess",
            "site/_headers",
            "site/index.html",
            "site/week/index.html",
        ];
        assert_eq!(names, wanted);
    }

    #[test]
    fn every_picture_of_its_documents_is_in_the_archive() {
        let root = place::root().unwrap();
        let dist = std::env::temp_dir().join(format!("foothold-release-pictures-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        let entries = entries(&root, &dist).unwrap();
        fs::remove_dir_all(dist).unwrap();
        for (from, _) in DOCUMENTS {
            let text = fs::read_to_string(root.join(from)).unwrap();
            for picture in text.split("](pictures/").skip(1).filter_map(|rest| rest.split(')').next()) {
                let name = format!("{}/docs/pictures/{picture}", super::name());
                assert!(entries.iter().any(|entry| entry.name == name), "{from} shows {picture}");
            }
        }
    }
}
