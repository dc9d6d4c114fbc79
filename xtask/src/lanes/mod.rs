//! `./dev test`: the checks in lanes, each with its time; a failed lane does not stop those that can still
//! tell something.

mod audit;
pub mod bench;
pub mod bench_page;
mod browser;
mod calendar;
mod count;
mod licence;
pub mod lighthouse;
pub mod oracle;
pub mod real;
mod report;
mod servers;

use std::fs;
use std::path::Path;
use std::time::Instant;

use crate::build;
use crate::place;
use crate::run;
use crate::setup;
use crate::size;
use crate::stamp;
use crate::trouble::{Outcome, Trouble};
use count::Count;
use report::{Report, Verdict};

/// Rust features under which everything native is checked together.
pub const NATIVE: [&str; 3] = ["--workspace", "--features", "foothold/ssr,foothold-core/schema"];

/// One kind of check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// rustfmt.
    Format,
    /// Clippy, native and for the browser.
    Lint,
    /// All tests that need no browser, the tidy test included.
    Native,
    /// Calendar files in other programs' eyes.
    Calendar,
    /// The planner in another planner's eyes.
    Oracle,
    /// The finished folder and its twin for tests.
    Build,
    /// The download budgets.
    Size,
    /// The Nu HTML checker on every page.
    Html,
    /// Components in a real browser.
    Browser,
    /// The finished site in a real browser.
    E2e,
    /// Two pages in the eyes of Lighthouse.
    Lighthouse,
    /// A visit by keyboard in Chromium, Firefox and `WebKit`.
    Engines,
    /// The finished folder on nginx and Apache.
    Servers,
    /// Licences and reasons of dependencies.
    Audit,
}

impl Lane {
    /// Every lane, in the order they run: quick answers first.
    pub const ALL: [Self; 14] = [
        Self::Format,
        Self::Audit,
        Self::Lint,
        Self::Native,
        Self::Calendar,
        Self::Oracle,
        Self::Build,
        Self::Size,
        Self::Html,
        Self::Browser,
        Self::E2e,
        Self::Lighthouse,
        Self::Engines,
        Self::Servers,
    ];

    /// The name for `--only`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Lint => "lint",
            Self::Native => "native",
            Self::Calendar => "calendar",
            Self::Oracle => "oracle",
            Self::Build => "build",
            Self::Size => "size",
            Self::Html => "html",
            Self::Browser => "browser",
            Self::E2e => "e2e",
            Self::Lighthouse => "lighthouse",
            Self::Engines => "engines",
            Self::Servers => "servers",
            Self::Audit => "audit",
        }
    }

    /// The lane of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lane| lane.name() == name)
    }

    fn needs_build(self) -> bool {
        matches!(self, Self::Size | Self::Html | Self::E2e | Self::Lighthouse | Self::Engines | Self::Servers)
    }
}

/// Which lanes to run.
pub struct Choice {
    /// The one file of end-to-end tests that `--e2e` names; all without it.
    pub e2e: Option<String>,
    /// Those named by `--only`; empty for all.
    pub only: Vec<Lane>,
    /// Only what answers within minutes.
    pub quick: bool,
}

impl Choice {
    fn includes(&self, lane: Lane) -> bool {
        let is_quick = matches!(lane, Lane::Format | Lane::Lint | Lane::Native);
        (self.only.is_empty() || self.only.contains(&lane)) && (!self.quick || is_quick)
    }
}

/// Runs the lanes and prints the table; trouble when one failed.
pub fn test(root: &Path, choice: &Choice) -> Outcome<()> {
    let mut reports: Vec<Report> = Vec::new();
    let mut build_failed = false;
    for lane in Lane::ALL.into_iter().filter(|lane| choice.includes(*lane)) {
        println!("\n=== {} ===", lane.name());
        let started = Instant::now();
        let verdict = if lane.needs_build() && build_failed {
            Verdict::failed("not run, because the build failed")
        } else {
            run_lane(root, lane, choice)
        };
        if let Verdict::Failed { why, .. } = &verdict {
            println!("{why}");
            build_failed |= lane == Lane::Build;
        }
        reports.push(Report { name: lane.name(), elapsed: started.elapsed(), verdict });
    }
    report::print(&reports)
}

fn run_lane(root: &Path, lane: Lane, choice: &Choice) -> Verdict {
    match lane {
        Lane::Format => one(format(root)),
        Lane::Lint => one(lint(root, choice.quick)),
        Lane::Native => counted(native(root)),
        Lane::Calendar => counted(calendar::calendar(root)),
        Lane::Oracle => counted(oracle::short(root)),
        Lane::Build => one(build::dist_and_test_dist(root)),
        Lane::Size => one(build::dist_and_test_dist(root).and_then(|()| size::report(&place::dist(root)))),
        Lane::Html => one(html(root)),
        Lane::Browser if !browser::exists(root) => Verdict::Skipped("there is no tests/web yet"),
        Lane::Browser => counted(browser::components(root)),
        Lane::E2e if browser::e2e_files(root).is_empty() => Verdict::Skipped("there is no tests/e2e/*.test.mjs yet"),
        Lane::E2e => counted(browser::e2e(root, choice.e2e.as_deref())),
        Lane::Lighthouse => counted(lighthouse::lane(root)),
        Lane::Engines => counted(browser::engines(root)),
        Lane::Servers => counted(servers::servers(root)),
        Lane::Audit => one(audit::audit(root)),
    }
}

fn one(outcome: Outcome<()>) -> Verdict {
    match outcome {
        Ok(()) => Verdict::Passed(Count::new(1, 0)),
        Err(trouble) => Verdict::failed(trouble.to_string()),
    }
}

/// A lane of many tests: none at all is a failure too, because then nothing was checked.
fn counted(outcome: Outcome<(bool, Count)>) -> Verdict {
    match outcome {
        Ok((true, count)) if count.failed == 0 && count.passed > 0 => Verdict::Passed(count),
        Ok((true, count)) if count.failed == 0 => Verdict::Failed { count, why: "no test ran".to_owned() },
        Ok((_, count)) => {
            Verdict::Failed { count, why: "what its tests said, shortened; all of it is above".to_owned() }
        }
        Err(trouble) => Verdict::failed(trouble.to_string()),
    }
}

fn format(root: &Path) -> Outcome<()> {
    setup::rust_components(root)?;
    run::succeed(run::command(root, "cargo").args(["fmt", "--all", "--check"]))
        .map_err(|_| Trouble::input("Not formatted. `cargo fmt --all` does it."))
}

fn lint(root: &Path, quick: bool) -> Outcome<()> {
    setup::rust_components(root)?;
    let native = run::succeed(run::command(root, "cargo").arg("clippy").args(NATIVE).args([
        "--all-targets",
        "--",
        "-Dwarnings",
    ]));
    if quick {
        return native;
    }
    setup::wasm_target(root, setup::BROWSERS)?;
    let mut app = run::command(root, "cargo");
    app.args(["clippy", "-p", "foothold", "--lib", "--bin", "foothold-app"]);
    if browser::exists(root) {
        app.args(["--test", "web"]);
    }
    app.args(["--features", "csr", "--target", "wasm32-unknown-unknown", "--", "-Dwarnings"]);
    // Both are asked before either is believed: one run shows everything there is to mend.
    run::succeed(&mut app).and(native)
}

fn native(root: &Path) -> Outcome<(bool, Count)> {
    let (succeeded, output) = run::watch(run::command(root, "cargo").arg("test").args(NATIVE).arg("--no-fail-fast"))?;
    Ok((succeeded, count::rust(&output)))
}

fn html(root: &Path) -> Outcome<()> {
    build::dist_and_test_dist(root)?;
    let java = setup::java(root)?;
    let checker = place::npm_folder(root).join("node_modules/vnu-jar/build/dist/vnu.jar");
    let pages: Vec<_> = stamp::files(&place::test_dist(root))?
        .into_iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "html"))
        .collect();
    if pages.is_empty() {
        return Err(Trouble::input("There is no page to check."));
    }
    let mut command = run::command(root, &java.to_string_lossy());
    run::succeed(command.arg("-jar").arg(checker).arg("--errors-only").args(&pages))?;
    println!("{} pages are valid HTML.", pages.len());
    Ok(())
}

/// This program under a name that stays, whatever the lanes rebuild meanwhile.
fn own_copy(root: &Path) -> Outcome<std::path::PathBuf> {
    let own = std::env::current_exe().map_err(Trouble::file(Path::new("xtask")))?;
    let folder = place::target(root).join("foothold-tools");
    fs::create_dir_all(&folder).map_err(Trouble::file(&folder))?;
    let copy = folder.join("xtask");
    // Replacing the file by a new one also works while a forgotten server still runs the old one.
    let _ = fs::remove_file(&copy);
    fs::copy(&own, &copy).map_err(Trouble::file(&own))?;
    Ok(copy)
}
