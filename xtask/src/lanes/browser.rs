//! The lanes that start a real browser.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::build;
use crate::lanes::count::{self, Count};
use crate::place;
use crate::run;
use crate::setup;
use crate::trouble::{Outcome, Trouble};

/// Whether there are browser tests of components.
pub fn exists(root: &Path) -> bool {
    ["tests/web.rs", "tests/web/main.rs"].iter().any(|file| root.join(file).is_file())
}

/// Components, compiled to WebAssembly and run in headless Chromium.
pub fn components(root: &Path) -> Outcome<(bool, Count)> {
    setup::wasm_target(root, setup::BROWSERS)?;
    setup::wasm_bindgen(root)?;
    let chromium = setup::chromium(root)?;
    let driver = setup::chromedriver(root)?;
    let settings = place::target(root).join("foothold-webdriver.json");
    // Root may not use Chromium's sandbox; `/dev/shm` is tiny in containers.
    let arguments = ["--headless", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run"];
    let capabilities = json!({ "goog:chromeOptions": { "binary": chromium, "args": arguments } });
    fs::write(&settings, capabilities.to_string()).map_err(Trouble::file(&settings))?;

    let mut command = run::command(root, "cargo");
    command.args([
        "test",
        "-p",
        "foothold",
        "--target",
        "wasm32-unknown-unknown",
        "--features",
        "csr",
        "--test",
        "web",
    ]);
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &settings)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .env("CHROMEDRIVER", driver);
    let (succeeded, output) = run::watch(&mut command)?;
    Ok((succeeded, count::rust(&output)))
}

/// The test files of the finished site, in order of their names.
pub fn e2e_files(root: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(place::npm_folder(root))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    files
}

/// Files that measure no time and break no server: two of them at once take the machine's two cores.
const BESIDE: [&str; 18] = [
    "amiss",
    "axe",
    "bring",
    "days",
    "detail",
    "guide",
    "hosts",
    "household",
    "languages",
    "link",
    "look",
    "remake",
    "search",
    "still",
    "touch",
    "try",
    "views",
    "words",
];

/// The finished site in headless Chromium, all files or the one of that name: first those that may run two at once,
/// then the others, file after file.
pub fn e2e(root: &Path, file: Option<&str>) -> Outcome<(bool, Count)> {
    let mut files = e2e_files(root);
    if let Some(file) = file {
        let wanted = format!("{file}.test.mjs");
        files.retain(|path| path.file_name().is_some_and(|name| name.to_string_lossy() == wanted));
        if files.is_empty() {
            return Err(Trouble::input(format!("There is no tests/e2e/{wanted}.")));
        }
    }
    build::dist_and_test_dist(root)?;
    build::foothold(root)?;
    setup::npm_packages(root)?;
    let chromium = setup::chromium(root)?;
    let python = setup::python(root, setup::PythonFolder::Calendar)?;
    let beside = |path: &PathBuf| BESIDE.iter().any(|name| path.ends_with(format!("{name}.test.mjs")));
    let (beside, alone): (Vec<PathBuf>, Vec<PathBuf>) = files.into_iter().partition(beside);
    let xtask = super::own_copy(root)?;
    let (mut succeeded, mut sum) = (true, Count::default());
    for (files, at_once) in [(beside, "2"), (alone, "1")] {
        if files.is_empty() {
            continue;
        }
        let mut command = run::command(root, "node");
        // A file whose tests failed may still hold a page or a server; it ends all the same, so that the others are heard.
        let at_once = format!("--test-concurrency={at_once}");
        command.args(["--test", &at_once, "--test-force-exit", "--test-reporter=spec"]).args(files);
        command
            .env("FOOTHOLD_DIST", place::test_dist(root))
            .env("FOOTHOLD_XTASK", &xtask)
            .env("FOOTHOLD", place::foothold(root))
            .env("FOOTHOLD_PYTHON", &python)
            .env("CHROMIUM", &chromium);
        let (well, output) = run::watch(&mut command)?;
        succeeded &= well;
        sum = sum + count::node(&output);
    }
    Ok((succeeded, sum))
}

/// A visit and a plan by keyboard, the visit also on the narrowest phone and without scripts, and our page in other
/// people's, in every engine there is.
pub fn engines(root: &Path) -> Outcome<(bool, Count)> {
    build::dist_and_test_dist(root)?;
    setup::npm_packages(root)?;
    let (chromium, chromedriver) = (setup::chromium(root)?, setup::chromedriver(root)?);
    let firefox = setup::firefox(root)?;
    setup::webkit(root)?;
    let mut command = run::command(root, "node");
    command.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]);
    command
        .args(["journey", "plans", "explore", "narrow", "embed"].map(|name| format!("tests/engines/{name}.test.mjs")));
    command
        .env("FOOTHOLD_DIST", place::test_dist(root))
        .env("FOOTHOLD_XTASK", super::own_copy(root)?)
        .env("CHROMIUM", chromium)
        .env("CHROMEDRIVER", chromedriver)
        .env("FIREFOX", firefox);
    let (succeeded, output) = run::watch(&mut command)?;
    Ok((succeeded, count::node(&output)))
}
