//! The list of files that a visitor's browser keeps for times without a network: written into `offline.js`, see there.

use crate::note::Kept;
use crate::{mark, missing};
use foothold_core::config::load;
use foothold_core::json::quote;

/// The script, in the top folder of the site, because it may answer for what lies beside and below it only.
pub const SCRIPT: &str = "offline.js";
/// The lines of the script that the build fills in.
const VERSION: &str = "const VERSION=\"\"";
const FILES: &str = "const FILES={}";
/// Files that are for other sites, for servers, for search engines or for the clinic itself.
const OTHERS: [&str; 10] = [
    SCRIPT,
    "dialog.js",
    "embed.js",
    "framed.js",
    "inline.js",
    "look.js",
    "watch.js",
    "robots.txt",
    "sitemap.xml",
    missing::PAGE,
];
/// Beginnings of names of such files.
const BEGINNINGS: [&str; 3] = ["_", ".", "foothold-inline-"];
/// Folders that are for the clinic or for tests.
const FOLDERS: [&str; 2] = ["check/", "en-XA/"];

/// The script with its list of these files, or with none where the clinic's file says so; `None` where it has no place
/// for one.
pub fn script<'a>(script: &str, clinic: &str, files: impl IntoIterator<Item = &'a Kept>) -> Option<String> {
    if load(clinic).site.is_some_and(|site| !site.offline) {
        return Some(script.to_owned());
    }
    let listed = |file: &Kept| Some((address(&file.name)?, file.sum.clone(), file.mark.clone()));
    let mut listed: Vec<_> = files.into_iter().filter_map(listed).collect();
    listed.sort();
    filled(script, &listed)
}

/// What the list says of a file.
pub(crate) fn kept(name: &str, contents: &[u8]) -> Kept {
    let sum = if is_hashed(name) { sum(contents) } else { String::new() };
    Kept { name: name.to_owned(), sum, mark: mark(contents) }
}

/// Where a file of the folder is asked for; `None` where no visitor asks for it.
fn address(name: &str) -> Option<String> {
    let below = |folder: &str| name.starts_with(folder) || name.contains(&format!("/{folder}"));
    let packed = [".br", ".gz", ".schema.json", ".example"].iter().any(|ending| name.ends_with(ending));
    let begins = BEGINNINGS.iter().any(|beginning| name.starts_with(beginning));
    if packed || begins || OTHERS.contains(&name) || FOLDERS.iter().any(|folder| below(folder)) {
        return None;
    }
    Some(name.strip_suffix("index.html").unwrap_or(name).to_owned())
}

/// Whether a name ends in sixteen hexadecimal digits and an ending, so that it changes with what is in the file.
pub fn is_hashed(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// The sum by which the script sees whether a file is whole: FNV-1a in 32 bits. It finds damage; it is no seal.
fn sum(bytes: &[u8]) -> String {
    let add = |sum: u32, byte: &u8| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    format!("{:x}", bytes.iter().fold(0x811c_9dc5, add))
}

/// The script with its version and its files: address, sum, and what the version follows from.
fn filled(script: &str, listed: &[(String, String, String)]) -> Option<String> {
    let contents: Vec<&str> = listed.iter().flat_map(|(address, _, contents)| [address, " ", contents, "\n"]).collect();
    let version = mark([contents.concat().as_str(), script].concat().as_bytes());
    let files: Vec<String> = listed.iter().map(|(address, sum, _)| [quote(address), quote(sum)].join(":")).collect();
    if !script.contains(VERSION) || !script.contains(FILES) {
        return None;
    }
    let script = script.replacen(VERSION, &format!("const VERSION=\"{version}\""), 1);
    Some(script.replacen(FILES, &["const FILES={", &files.join(","), "}"].concat(), 1))
}

#[cfg(test)]
mod tests {
    use super::{address, filled, is_hashed, sum};

    #[test]
    fn what_visitors_ask_for_is_listed_by_its_address() {
        for (name, expected) in [
            ("index.html", Some("")),
            ("es/week/index.html", Some("es/week/")),
            ("clinic.json", Some("clinic.json")),
            ("foothold-app-0123456789abcdef.wasm", Some("foothold-app-0123456789abcdef.wasm")),
            ("foothold-calls-0123456789abcdef.js", Some("foothold-calls-0123456789abcdef.js")),
            ("foothold-inline-0123456789abcdef.js", None),
            ("boot.js", Some("boot.js")),
            ("404.html", None),
            ("check/index.html", None),
            ("es/check/index.html", None),
            ("en-XA/index.html", None),
            ("clinic.json.br", None),
            ("clinic.schema.json", None),
            ("_headers", None),
            (".htaccess", None),
            ("embed.js", None),
            ("offline.js", None),
        ] {
            assert_eq!(address(name).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn a_name_that_holds_a_hash_is_told_from_one_that_does_not() {
        assert!(is_hashed("foothold-app-0123456789abcdef.js"));
        assert!(!is_hashed("boot.js") && !is_hashed("kept-week.js") && !is_hashed("a-0123456789abcdeg.js"));
    }

    #[test]
    fn the_sum_is_the_one_of_the_script() {
        // Known values of FNV-1a in 32 bits.
        assert_eq!((sum(b""), sum(b"a"), sum(b"foobar")), ("811c9dc5".into(), "e40c292c".into(), "bf9cf968".into()));
    }

    #[test]
    fn the_version_follows_what_is_in_the_files() {
        let script = "const VERSION=\"\"\nconst FILES={}\nrun()";
        let with = |contents: &str| {
            filled(script, &[("a.js".to_owned(), "1f".to_owned(), contents.to_owned())]).expect("both places")
        };
        assert!(with("x").contains("const FILES={\"a.js\":\"1f\"}\nrun()"));
        assert_ne!(with("x"), with("y"));
        assert_eq!(filled("run()", &[]), None);
    }
}
