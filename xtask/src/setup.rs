//! Puts what the other commands need onto the machine: asks for versions first, says what is missing, why it
//! is needed and how long it usually takes, and shows the installer's own output.

use std::fs;
use std::path::{Path, PathBuf};

use crate::place;
use crate::run;
use crate::stamp;
use crate::trouble::{Outcome, Trouble};

/// The Trunk this project was tried with.
const TRUNK: &str = "0.22.1";
/// Must equal the wasm-bindgen library in Cargo.toml to the letter.
const WASM_BINDGEN: &str = "0.2.130";
/// The last line of Node-RED that runs on Node 20.
pub const NODE_RED: NpmProgram = NpmProgram {
    name: "node-red",
    version: "4.1.8",
    overrides: "",
    why: "the form is tried with a real webhook",
    takes: "half a minute",
};
/// The last n8n whose parts can all be had and that runs on Node 20. Its reader of spreadsheets lies on another server than
/// npm's, which is not always to be reached, and a part that is newer than the rest does not fit.
pub const N8N: NpmProgram = NpmProgram {
    name: "n8n",
    version: "1.94.1",
    overrides: r#""xlsx": "0.18.5", "zod-to-json-schema": "3.24.1""#,
    why: "the form is tried with the webhook that clinics run",
    takes: "3 to 10 minutes, and a gigabyte",
};

/// The last Lighthouse that runs on Node 20.
pub const LIGHTHOUSE: NpmProgram = NpmProgram {
    name: "lighthouse",
    version: "12.8.2",
    overrides: "",
    why: "it looks at the finished pages as search engines and phones do",
    takes: "half a minute",
};

/// The solver that the planner is timed beside in WebAssembly.
pub const HIGHS: NpmProgram = NpmProgram {
    name: "highs",
    version: "1.15.3",
    overrides: "",
    why: "the planner's time is shown beside that of a general solver as WebAssembly",
    takes: "a few seconds",
};

/// A program from npm that nothing is built with.
pub struct NpmProgram {
    name: &'static str,
    version: &'static str,
    /// What stands in for parts of it, as npm reads it.
    overrides: &'static str,
    why: &'static str,
    takes: &'static str,
}

/// Everything that building the site needs.
pub fn for_build(root: &Path) -> Outcome<()> {
    wasm_target(root, BROWSERS)?;
    standard_library(root)?;
    cargo_tool(root, "trunk", "trunk", TRUNK, "it turns the Rust app into a folder of web files", "7 to 12 minutes")?;
    wasm_bindgen(root)?;
    program(root, &["wasm-split"], &["binaryen"], "it cuts the app in two, so that the form is fetched by who asks")?;
    npm_packages(root)
}

/// What Rust compiles the app for.
pub const BROWSERS: &str = "wasm32-unknown-unknown";
/// What it compiles a command for that runs as WebAssembly.
pub const COMMANDS: &str = "wasm32-wasip1";

/// Rust's compiler for WebAssembly of one kind.
pub fn wasm_target(root: &Path, kind: &str) -> Outcome<()> {
    let libraries = run::ask(root, "rustc", &["--print", "target-libdir", "--target", kind]);
    if libraries.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    announce(&format!("Rust's target {kind}"), "the app runs in the browser as WebAssembly", "under a minute");
    let add = || run::succeed(run::command(root, "rustup").args(["target", "add", kind]));
    // A first download sometimes stalls; asking again finishes it.
    add().or_else(|_| add())
}

/// The standard library's source, which is built along with the app so that the download is smaller.
fn standard_library(root: &Path) -> Outcome<()> {
    let sysroot = run::ask(root, "rustc", &["--print", "sysroot"]).unwrap_or_default();
    if Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/std").is_dir() {
        return Ok(());
    }
    announce(
        "the source of Rust's standard library",
        "built for size, it saves a tenth of the download",
        "under a minute",
    );
    run::succeed(run::command(root, "rustup").args(["component", "add", "rust-src"]))
}

/// rustfmt and clippy, for the lanes of the same names.
pub fn rust_components(root: &Path) -> Outcome<()> {
    let missing: Vec<&str> = [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")]
        .into_iter()
        .filter(|(_, program)| run::ask(root, program, &["--version"]).is_none())
        .map(|(component, _)| component)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    announce(&missing.join(" and "), "the format and lint lanes call them", "a few seconds");
    run::succeed(run::command(root, "rustup").args(["component", "add"]).args(missing))
}

/// The tool that writes the glue between WebAssembly and JavaScript, and runs the browser tests.
pub fn wasm_bindgen(root: &Path) -> Outcome<()> {
    let why = "it writes the glue between WebAssembly and the page, in exactly the library's version";
    cargo_tool(root, "wasm-bindgen", "wasm-bindgen-cli", WASM_BINDGEN, why, "2 to 4 minutes")
}

/// The packages pinned in tests/e2e/package-lock.json: wasm-opt, HTML checker, axe, browser driver.
pub fn npm_packages(root: &Path) -> Outcome<()> {
    program(root, &["npm"], &["nodejs", "npm"], "wasm-opt and the page checks come from npm")?;
    let folder = place::npm_folder(root);
    let lock = folder.join("package-lock.json");
    let mark = folder.join("node_modules/.installed-lock");
    let wanted = fs::read(&lock).map(|bytes| stamp::short(&bytes)).unwrap_or_default();
    if !wanted.is_empty() && fs::read_to_string(&mark).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    announce("npm packages in tests/e2e", "wasm-opt makes the app small, the others check its pages", "10 seconds");
    let npm = |verb: &str| {
        run::succeed(run::command(&folder, "npm").args([verb, "--ignore-scripts", "--no-audit", "--no-fund"]))
    };
    if wanted.is_empty() {
        npm("install")?;
    } else {
        npm("ci")?;
    }
    let installed = fs::read(&lock).map_err(Trouble::file(&lock))?;
    fs::write(&mark, stamp::short(&installed)).map_err(Trouble::file(&mark))
}

/// Java, for the HTML checker.
pub fn java(root: &Path) -> Outcome<PathBuf> {
    program(root, &["java"], &["openjdk-17-jre-headless"], "the HTML checker is a Java program")
}

/// Who needs Python packages; each has a folder of its own below the build folder.
#[derive(Clone, Copy)]
pub enum PythonFolder {
    /// `tests/calendar`.
    Calendar,
    /// `tests/oracle`; a large one, which the lane of calendars need not wait for.
    Oracle,
}

/// Python with the packages of that folder's `requirements.txt`.
pub fn python(root: &Path, who: PythonFolder) -> Outcome<PathBuf> {
    let (tests, folder, why, takes) = match who {
        PythonFolder::Calendar => ("tests/calendar", "foothold-python", "they read what we write", "20 seconds"),
        PythonFolder::Oracle => {
            ("tests/oracle", "foothold-python-oracle", "the second planner is written with them", "half a minute")
        }
    };
    let system =
        program(root, &["python3"], &["python3", "python3-venv"], "what looks at our answers apart from us is Python")?;
    let list = root.join(tests).join("requirements.txt");
    let folder = place::target(root).join(folder);
    let (python, mark) = (folder.join("bin/python"), folder.join(".installed-list"));
    let wanted = stamp::short(&fs::read(&list).map_err(Trouble::file(&list))?);
    if fs::read_to_string(&mark).is_ok_and(|found| found == wanted) && run_works(root, &python) {
        return Ok(python);
    }
    announce(&format!("Python packages of {tests}"), why, takes);
    let make =
        || run::succeed(run::command(root, &system.to_string_lossy()).args(["-m", "venv", "--clear"]).arg(&folder));
    if make().is_err() {
        // Debian's Python comes without what makes such a folder.
        install(root, &["python3-venv"])?;
        make()?;
    }
    let mut pip = run::command(root, &python.to_string_lossy());
    run::succeed(pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"]).arg(&list))?;
    fs::write(&mark, wanted).map_err(Trouble::file(&mark))?;
    Ok(python)
}

fn run_works(root: &Path, python: &Path) -> bool {
    run::ask(root, &python.to_string_lossy(), &["--version"]).is_some()
}

/// Chromium: `CHROMIUM` when set, else the one on the path, else Debian's package.
pub fn chromium(root: &Path) -> Outcome<PathBuf> {
    if let Some(given) = std::env::var_os("CHROMIUM") {
        return Ok(PathBuf::from(given));
    }
    let names = ["chromium", "chromium-browser", "google-chrome"];
    program(root, &names, &["chromium", "chromium-driver"], "browser tests run in it")
}

/// Chromium's remote control: `CHROMEDRIVER` when set, else the one on the path, else Debian's package.
pub fn chromedriver(root: &Path) -> Outcome<PathBuf> {
    if let Some(given) = std::env::var_os("CHROMEDRIVER") {
        return Ok(PathBuf::from(given));
    }
    program(root, &["chromedriver"], &["chromium", "chromium-driver"], "browser tests steer Chromium with it")
}

/// Firefox: `FIREFOX` when set, else the one on the path, else Debian's package.
pub fn firefox(root: &Path) -> Outcome<PathBuf> {
    if let Some(given) = std::env::var_os("FIREFOX") {
        return Ok(PathBuf::from(given));
    }
    program(root, &["firefox-esr", "firefox"], &["firefox-esr"], "visits by keyboard are tried in it, too")
}

/// The engine of every iPhone, its remote control, and a screen in memory, on which it draws.
pub fn webkit(root: &Path) -> Outcome<()> {
    let why = "WebKit, the engine of every iPhone, is one of those in which visits by keyboard are tried";
    program(root, &["WebKitWebDriver"], &["webkit2gtk-driver"], why)?;
    program(root, &["Xvfb"], &["xvfb"], "WebKit wants a screen to draw on; this one is in memory only").map(|_| ())
}

/// A database, without the service that the system would start.
pub fn database(root: &Path) -> Outcome<()> {
    let packages = ["mariadb-server-core", "mariadb-client"];
    let why = "the receivers with which the form is tried keep messages in a database";
    program(root, &["mariadbd"], &packages, why)?;
    program(root, &["mariadb"], &packages, why).map(|_| ())
}

/// Apache's program and its modules, without the service that the system would start.
pub fn apache(root: &Path) -> Outcome<PathBuf> {
    program(root, &["apache2"], &["apache2-bin"], "what it is told in the finished folder is tried with it")
}

/// nginx with the module for Brotli in a folder of its own below the build folder, which it gives: unpacked and not
/// installed, because the system would start it and take the port of web servers for it.
pub fn nginx(root: &Path) -> Outcome<PathBuf> {
    let packages = ["nginx", "nginx-common", "libnginx-mod-http-brotli-static"];
    let folder = place::target(root).join("foothold-nginx");
    let program = folder.join("usr/sbin/nginx");
    let works = || run::ask(root, &program.to_string_lossy(), &["-v"]).is_some();
    if works() {
        return Ok(folder);
    }
    announce(
        "nginx below the build folder",
        "what it is told in the finished folder is tried with it",
        "a few seconds",
    );
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Trouble::file(&folder))?;
    }
    fs::create_dir_all(&folder).map_err(Trouble::file(&folder))?;
    let download = || run::succeed(run::command(&folder, "apt-get").arg("download").args(packages));
    // A fresh machine has no package lists yet.
    download().or_else(|_| apt(root, &["update"]).and_then(|()| download()))?;
    for file in stamp::files(&folder)? {
        run::succeed(run::command(&folder, "dpkg-deb").arg("-x").arg(&file).arg(&folder))?;
    }
    let advice = "It wants Debian's libpcre2-8-0, libssl3 and zlib1g.";
    if works() { Ok(folder) } else { Err(Trouble::tool("nginx is unpacked, but does not run.", advice)) }
}

/// What else a clinic's `WordPress` consists of.
pub fn wordpress(root: &Path) -> Outcome<()> {
    database(root)?;
    let is_there = || {
        let programs = run::find(root, &["php"]).is_some() && run::find(root, &["apache2"]).is_some();
        let files = ["wp-load.php", "wp-content/themes/twentytwentyone", "wp-content/themes/twentytwentythree"];
        programs && files.iter().all(|file| Path::new("/usr/share/wordpress").join(file).exists())
    };
    if is_there() {
        return Ok(());
    }
    let [block, classic] = ["wordpress-theme-twentytwentythree", "wordpress-theme-twentytwentyone"];
    let packages = ["wordpress", block, classic, "php-cli", "php-mysql", "apache2", "libapache2-mod-php"];
    let why = "form and embedding are tried with a WordPress as clinics have one; where your system starts Apache by \
               itself, stop it";
    announce(&packages.join(", "), why, "half a minute");
    install(root, &packages)?;
    if is_there() { Ok(()) } else { Err(Trouble::tool("WordPress is installed, but not where Debian has it.", "")) }
}

/// Such a program in a folder of its own below the build folder, which it gives; not pinned further than its version,
/// because nothing that visitors get depends on it.
pub fn npm_program(root: &Path, wanted: &NpmProgram) -> Outcome<PathBuf> {
    let NpmProgram { name, version, overrides, why, takes } = wanted;
    program(root, &["npm"], &["nodejs", "npm"], why)?;
    let folder = place::target(root).join(format!("foothold-{name}"));
    let manifest = format!(
        r#"{{ "private": true, "dependencies": {{ "{name}": "{version}" }}, "overrides": {{ {overrides} }} }}"#
    );
    let mark = folder.join("node_modules/.installed-list");
    if fs::read_to_string(&mark).is_ok_and(|found| found == manifest) {
        return Ok(folder);
    }
    announce(&format!("{name} {version}"), why, takes);
    fs::create_dir_all(&folder).map_err(Trouble::file(&folder))?;
    let list = folder.join("package.json");
    fs::write(&list, &manifest).map_err(Trouble::file(&list))?;
    let quietly = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps", "--loglevel=error"];
    run::succeed(run::command(&folder, "npm").args(quietly))?;
    fs::write(&mark, &manifest).map_err(Trouble::file(&mark))?;
    Ok(folder)
}

fn cargo_tool(root: &Path, program: &str, package: &str, version: &str, why: &str, takes: &str) -> Outcome<()> {
    let has_version = || {
        run::ask(root, program, &["--version"]).is_some_and(|said| said.split_whitespace().any(|word| word == version))
    };
    if has_version() {
        return Ok(());
    }
    announce(&format!("{package} {version}"), why, &format!("{takes}, once per machine"));
    let install = |locked: &[&str]| {
        run::succeed(run::command(root, "cargo").args(["install", package, "--version", version]).args(locked))
    };
    if install(&["--locked"]).is_err() {
        println!("The tool's own lock file could not be used here; building it with newer libraries instead.");
        install(&[])?;
    }
    if has_version() {
        return Ok(());
    }
    let advice = format!("Another `{program}` comes first on the path; put cargo's bin folder before it.");
    Err(Trouble::tool(format!("{package} {version} was installed but `{program} --version` disagrees."), advice))
}

fn program(root: &Path, names: &[&str], packages: &[&str], why: &str) -> Outcome<PathBuf> {
    if let Some(found) = run::find(root, names) {
        return Ok(found);
    }
    announce(&packages.join(" and "), why, "under a minute");
    let advice = format!("Install {} by your system's package manager, then run this again.", packages.join(" and "));
    let missing = || Trouble::tool(format!("{} is not on this machine: {why}.", names.join(" / ")), advice.clone());
    install(root, packages).map_err(|_| missing())?;
    run::find(root, names).ok_or_else(missing)
}

/// Installs packages of the system, where it is a Debian.
fn install(root: &Path, packages: &[&str]) -> Outcome<()> {
    if run::find(root, &["apt-get"]).is_none() {
        let advice =
            format!("Install {} by your system's package manager, then run this again.", packages.join(" and "));
        return Err(Trouble::tool("There is no apt-get here.", advice));
    }
    let install = || apt(root, &[&["install", "-y", "--no-install-recommends"], packages].concat());
    // A fresh machine has no package lists yet.
    install().or_else(|_| apt(root, &["update"]).and_then(|()| install()))
}

/// Calls Debian's package manager as who may.
fn apt(root: &Path, arguments: &[&str]) -> Outcome<()> {
    let is_root = run::ask(root, "id", &["-u"]).is_some_and(|id| id == "0");
    let mut command = run::command(root, if is_root { "apt-get" } else { "sudo" });
    if !is_root {
        // `-n`: ask for no password, because nobody may be there to type it.
        command.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    }
    run::succeed(command.env("DEBIAN_FRONTEND", "noninteractive").args(arguments))
}

fn announce(what: &str, why: &str, takes: &str) {
    println!("\nInstalling {what}: {why}. Usually takes {takes}.");
}

#[cfg(test)]
mod tests {
    use super::WASM_BINDGEN;

    const CARGO: &str = include_str!("../../Cargo.toml");
    const TRUNK_CONFIG: &str = include_str!("../../Trunk.toml");

    #[test]
    fn the_glue_tool_library_and_trunk_agree_on_one_version() {
        assert!(CARGO.contains(&format!("wasm-bindgen = {{ version = \"={WASM_BINDGEN}\"")));
        assert!(TRUNK_CONFIG.contains(&format!("wasm_bindgen = \"{WASM_BINDGEN}\"")));
    }
}
