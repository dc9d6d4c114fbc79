//! The documents keep their word: links lead somewhere, keepers and tests exist, and what is shown
//! as a piece of `clinic.json` is one.

use crate::files::{all, below, exists, is, text};
use foothold_core::config::{IssueKind, Severity, load};
use foothold_core::contact::SERVICES;
use foothold_core::json::{Value, parse, quote};

/// A sound file with nothing in it but what is needed; every example is laid over it.
const PLAIN: &str = r#"{
  "version": 1,
  "name": "Example Clinic",
  "phone": "(312) 555-0134",
  "zone": "America/Chicago",
  "checked_on": "2026-11-20",
  "program": { "weeks": 12 },
  "tracks": [{ "id": "evening", "name": "Evening", "sessions": [
    { "kind": "group", "days": ["Mon", "Tue", "Thu"], "from": "6pm", "to": "9pm" }
  ] }]
}"#;

#[test]
fn every_link_of_a_document_leads_to_something() {
    let mut broken = Vec::new();
    for path in below("", ".md") {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let text = text(&path);
        for link in links(&text) {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let foreign = link.contains("://") || link.starts_with("mailto:");
            let target = if file.is_empty() { path.clone() } else { resolve(folder, file) };
            if !foreign && !exists(&target) {
                broken.push(format!("{path}: {link}"));
            } else if !foreign && !anchor.is_empty() && !anchors(&target).contains(&anchor.to_owned()) {
                broken.push(format!("{path}: no heading for {link}"));
            }
        }
    }
    assert!(broken.is_empty(), "links without an end:\n{}", broken.join("\n"));
}

#[test]
fn no_document_has_a_gap_left_in_it() {
    let gaps: Vec<String> = below("", ".md").into_iter().filter(|path| text(path).contains("{{")).collect();
    assert!(gaps.is_empty(), "a number is still to be filled in: {gaps:?}");
}

#[test]
fn architecture_is_read_in_one_sitting() {
    assert!(text("ARCHITECTURE.md").lines().count() < 200);
}

#[test]
fn every_invariant_names_a_keeper_that_exists() {
    let text = text("ARCHITECTURE.md");
    let rows = table(&text, "| Invariant | Kept by |");
    assert!(rows.len() > 10, "the table of invariants is gone");
    let mut broken = Vec::new();
    for row in rows {
        let keepers = ticks(row.last().copied().unwrap_or_default());
        if keepers.is_empty() {
            broken.push(format!("nobody keeps: {}", row.first().copied().unwrap_or_default()));
        }
        broken.extend(keepers.into_iter().filter(|keeper| !is_there(keeper)).map(str::to_owned));
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_room_on_the_map_exists() {
    let text = text("ARCHITECTURE.md");
    let rows =
        table(&text, "| Room | What is in it |").into_iter().chain(table(&text, "| Want to | Touch | Prove in |"));
    let missing: Vec<&str> = rows
        .flat_map(|row| row.into_iter().flat_map(ticks).collect::<Vec<_>>())
        .filter(|name| name.contains('/') && !name.contains(['<', ' ', '*']) && !is_there(name))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_test_that_the_planners_document_names_exists() {
    let sources: String = below("crates/foothold-core/", ".rs").iter().map(|path| text(path)).collect();
    let document = text("docs/PLANNER.md");
    let named: Vec<&str> =
        ticks(&document).into_iter().filter(|name| name.matches('_').count() >= 3 && !name.contains('.')).collect();
    assert!(named.len() > 20, "the rules name their tests");
    let missing: Vec<&&str> = named.iter().filter(|name| !sources.contains(&format!("fn {name}("))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_example_of_the_clinics_file_is_read_without_a_complaint() {
    let document = text("docs/CLINIC-JSON.md");
    let examples = fenced(&document, "json");
    assert!(examples.len() >= 10, "{} examples", examples.len());
    for example in examples {
        let Ok(Value::Object(shown)) = parse(&example) else { panic!("no JSON object:\n{example}") };
        let Ok(Value::Object(mut members)) = parse(PLAIN) else { panic!("the plain file is sound") };
        members.retain(|(name, _)| !shown.iter().any(|(other, _)| other == name));
        members.extend(shown);
        let loaded = load(&written(&Value::Object(members)));
        let of_nobody = |kind: &IssueKind| matches!(kind, IssueKind::HeldByOthers { .. });
        let complaints: Vec<_> =
            loaded.issues.iter().filter(|issue| issue.severity != Severity::Note && !of_nobody(&issue.kind)).collect();
        assert!(complaints.is_empty() && loaded.site.is_some(), "{complaints:#?}\n{example}");
    }
}

#[test]
fn every_form_service_has_its_paragraph_with_an_example_that_turns_the_form_on() {
    let document = text("docs/BACKENDS.md");
    let examples = fenced(&document, "json");
    let mut shown = Vec::new();
    for example in &examples {
        let Ok(Value::Object(own)) = parse(example) else { panic!("no JSON object:\n{example}") };
        let Ok(Value::Object(mut members)) = parse(PLAIN) else { panic!("the plain file is sound") };
        members.extend(own);
        let loaded = load(&written(&Value::Object(members)));
        let on = loaded.site.is_some_and(|site| site.backend.is_some());
        assert!(on, "{:#?}\n{example}", loaded.issues);
        let service = parse(example).ok().and_then(|value| value.at("form.service")?.as_text().map(str::to_owned));
        shown.extend(service);
    }
    let missing: Vec<&&str> = SERVICES.iter().filter(|name| !shown.iter().any(|other| other == *name)).collect();
    assert!(missing.is_empty() && examples.len() == SERVICES.len() + 1, "{missing:?}");
}

#[test]
fn every_name_of_the_format_is_explained() {
    let schema = parse(&text("public/clinic.schema.json")).unwrap_or(Value::Null);
    let mut names = Vec::new();
    properties(&schema, &mut names);
    assert!(names.len() > 50, "the schema lists the names");
    let document = text("docs/CLINIC-JSON.md");
    let missing: Vec<&String> = names.iter().filter(|name| !document.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "docs/CLINIC-JSON.md says nothing about {missing:?}");
}

#[test]
fn every_document_that_people_look_for_is_there() {
    for name in ["README", "ARCHITECTURE", "DESIGN", "CHANGELOG", "CONTRIBUTING"] {
        assert!(exists(&format!("{name}.md")), "{name}.md");
    }
    assert!(exists("LICENSE-MIT") && exists("LICENSE-APACHE"));
}

#[test]
fn the_two_lists_of_allowed_licences_agree() {
    let (policy, lane) = (text("deny.toml"), text("xtask/src/lanes/licence.rs"));
    let list = |text: &str, from: &str| -> Vec<String> {
        let start = text.find(from).map_or(text.len(), |at| at + from.len());
        let inner = text.get(start..).and_then(|rest| rest.split(']').next()).unwrap_or_default();
        inner.split('"').skip(1).step_by(2).map(str::to_owned).collect()
    };
    let allowed = list(&policy, "allow = [");
    assert!(allowed.len() > 5, "the list of deny.toml is read: {allowed:?}");
    assert_eq!(allowed, list(&lane, "= [\n"));
}

/// The targets of Markdown links and pictures.
fn links(text: &str) -> Vec<&str> {
    let ends = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    ends.filter(|link| !link.contains(char::is_whitespace)).collect()
}

fn resolve(folder: &str, link: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in link.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The anchors that a reader of Markdown makes of a document's headings.
fn anchors(path: &str) -> Vec<String> {
    let kept = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let anchor = |title: &str| -> String {
        title.trim().to_lowercase().replace(' ', "-").chars().filter(|c| kept(*c)).collect()
    };
    if !is(path, &[".md"]) {
        return Vec::new();
    }
    text(path).lines().filter(|line| line.starts_with('#')).map(|line| anchor(line.trim_start_matches('#'))).collect()
}

/// The rows of the table with that head, each as its cells.
fn table<'a>(text: &'a str, head: &str) -> Vec<Vec<&'a str>> {
    let rows = text.lines().skip_while(|line| *line != head).skip(2);
    let cells = |line: &'a str| line.trim_matches('|').split('|').map(str::trim).collect();
    rows.take_while(|line| line.starts_with('|')).map(cells).collect()
}

/// What stands between single backticks.
fn ticks(text: &str) -> Vec<&str> {
    let ticked = text.lines().filter(|line| !line.starts_with("```"));
    ticked.flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
}

/// A file, or `file::name` where the file has that function.
fn is_there(keeper: &str) -> bool {
    match keeper.split_once("::") {
        Some((path, name)) => exists(path) && text(path).contains(&format!("fn {name}(")),
        None => exists(keeper),
    }
}

/// The blocks of code in that language.
fn fenced(text: &str, language: &str) -> Vec<String> {
    let open = format!("```{language}\n");
    text.split(&open).skip(1).filter_map(|rest| rest.split("\n```").next()).map(str::to_owned).collect()
}

fn written(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) => quote(text),
        Value::List(items) => format!("[{}]", items.iter().map(written).collect::<Vec<_>>().join(",")),
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| format!("{}:{}", quote(name), written(value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
    }
}

fn properties(schema: &Value, names: &mut Vec<String>) {
    match schema {
        Value::List(items) => items.iter().for_each(|item| properties(item, names)),
        Value::Object(members) => {
            for (name, value) in members {
                if let ("properties", Value::Object(properties)) = (name.as_str(), value) {
                    names.extend(properties.iter().map(|(name, _)| name.clone()));
                }
                properties(value, names);
            }
        }
        _ => {}
    }
}

#[test]
fn the_walk_finds_the_sources_and_nothing_that_is_built() {
    let all = all();
    assert!(all.iter().any(|path| path == "src/lib.rs") && all.iter().any(|path| path == "dev"));
    assert!(!all.iter().any(|path| path.starts_with("target/") || path.contains("node_modules/")));
}
