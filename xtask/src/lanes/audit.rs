//! Two promises about dependencies: their licences allow what a clinic does with them, and each line that
//! adds one says why.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::lanes::licence;
use crate::run;
use crate::trouble::{Outcome, Trouble};

/// Prints every broken promise; trouble when there is one.
pub fn audit(root: &Path) -> Outcome<()> {
    let said = run::ask(root, "cargo", &["metadata", "--format-version", "1"]);
    let metadata: Value = said
        .and_then(|text| serde_json::from_str(&text).ok())
        .ok_or_else(|| Trouble::tool("`cargo metadata` failed", "Run it by hand to see why."))?;
    let packages = metadata.get("packages").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let (own, foreign): (Vec<&Value>, Vec<&Value>) =
        packages.iter().partition(|package| package.get("source").is_none_or(Value::is_null));

    let mut broken = Vec::new();
    for package in &foreign {
        let text = |name: &str| package.get(name).and_then(Value::as_str).unwrap_or_default();
        if !licence::is_allowed(text("license")) {
            broken.push(format!(
                "{} {}: licence {:?} is not on the list",
                text("name"),
                text("version"),
                text("license")
            ));
        }
    }
    let mut manifests: Vec<PathBuf> = own
        .iter()
        .filter_map(|package| package.get("manifest_path").and_then(Value::as_str).map(PathBuf::from))
        .collect();
    manifests.sort();
    for manifest in &manifests {
        let text = fs::read_to_string(manifest).map_err(Trouble::file(manifest))?;
        let shown = manifest.strip_prefix(root).unwrap_or(manifest).display();
        broken.extend(without_reason(&text).into_iter().map(|line| format!("{shown}: no reason above `{line}`")));
    }
    for line in &broken {
        println!("{line}");
    }
    if broken.is_empty() {
        println!("{} dependencies with allowed licences; every manifest gives its reasons.", foreign.len());
        return Ok(());
    }
    Err(Trouble::input(format!("{} promises about dependencies are broken", broken.len())))
}

/// The dependency lines that have no comment right above. Crates of this workspace explain themselves, and
/// `workspace = true` has its reason where the workspace names it.
fn without_reason(manifest: &str) -> Vec<String> {
    let mut missing = Vec::new();
    let mut in_dependencies = false;
    let mut depth = 0_usize;
    let mut above = "";
    for line in manifest.lines().map(str::trim) {
        if depth == 0 && line.starts_with('[') {
            let table = line.trim_matches(['[', ']']);
            in_dependencies = table.ends_with("dependencies");
            let is_one_dependency = table.contains("dependencies.");
            if is_one_dependency && !above.starts_with('#') {
                missing.push(line.to_owned());
            }
        } else if depth == 0 && in_dependencies && line.contains('=') && !line.starts_with('#') {
            let explains_itself = line.contains("workspace = true") || line.contains("path = ");
            if !explains_itself && !above.starts_with('#') {
                missing.push(line.to_owned());
            }
        }
        if !line.starts_with('#') && in_dependencies {
            depth += line.matches(['[', '{']).count();
            depth = depth.saturating_sub(line.matches([']', '}']).count());
        }
        above = line;
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::without_reason;

    #[test]
    fn a_dependency_without_a_comment_right_above_is_found() {
        let manifest = "[package]\nname = \"x\"\n[dependencies]\n# Why.\na = \"1\"\nb = { version = \"1\", features = [\n  \"c\",\n] }\n\
            d = { workspace = true }\nown = { path = \"../own\" }\n# Why.\n\ne = \"1\"\n[features]\nf = []\n\
            [target.'cfg(unix)'.dev-dependencies]\ng = \"1\"\n[dependencies.h]\nversion = \"1\"\n";
        let found = without_reason(manifest);
        assert_eq!(
            found,
            ["b = { version = \"1\", features = [", "e = \"1\"", "g = \"1\"", "[dependencies.h]"].map(str::to_owned)
        );
    }

    #[test]
    fn this_crate_gives_its_reasons() {
        assert_eq!(without_reason(include_str!("../../Cargo.toml")), Vec::<String>::new());
    }
}
