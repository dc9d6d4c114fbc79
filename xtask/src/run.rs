//! Calls other programs: never with standard input, always from the repository, always with the installed
//! tools on the path. Their output goes to the terminal as it comes.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::place;
use crate::trouble::{Outcome, Trouble};

/// A command that runs in the repository, with cargo's and npm's program folders first on the path.
pub fn command(root: &Path, program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root).stdin(Stdio::null()).env("PATH", search_path(root));
    // What `cargo run` and `./dev` set for this program is not meant for the programs it calls.
    for (name, _) in env::vars_os() {
        let name = name.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") || name == "FOOTHOLD_CWD" {
            command.env_remove(name.as_ref());
        }
    }
    command
}

/// Runs to the end; trouble when the program is missing or says it failed.
pub fn succeed(command: &mut Command) -> Outcome<()> {
    succeed_or(command, 0)
}

/// The same, and this exit code is no failure either.
pub fn succeed_or(command: &mut Command, other: i32) -> Outcome<()> {
    let name = shown(command);
    println!("$ {name}");
    let status = command.status().map_err(|error| Trouble::tool(format!("could not start `{name}`: {error}"), ""))?;
    if status.success() || status.code() == Some(other) {
        Ok(())
    } else {
        Err(Trouble::tool(format!("`{name}` failed ({status})"), ""))
    }
}

/// Runs to the end, prints standard output line by line and also gives it back, with whether it succeeded.
pub fn watch(command: &mut Command) -> Outcome<(bool, String)> {
    let name = shown(command);
    println!("$ {name}");
    let start = |error| Trouble::tool(format!("could not run `{name}`: {error}"), "");
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(start)?;
    let mut seen = String::new();
    if let Some(output) = child.stdout.take() {
        let mut reader = BufReader::new(output);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            let text = String::from_utf8_lossy(&line);
            print!("{text}");
            seen.push_str(&text);
            line.clear();
        }
        let _ = std::io::stdout().flush();
    }
    let status = child.wait().map_err(|error| Trouble::tool(format!("lost `{name}`: {error}"), ""))?;
    Ok((status.success(), seen))
}

/// Standard output of a short question such as `--version`; nothing when it cannot be asked.
pub fn ask(root: &Path, program: &str, arguments: &[&str]) -> Option<String> {
    let output = command(root, program).args(arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first of these programs that is on the path.
pub fn find(root: &Path, names: &[&str]) -> Option<PathBuf> {
    let path = search_path(root);
    names.iter().find_map(|name| env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file()))
}

fn search_path(root: &Path) -> OsString {
    let cargo_bin = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")))
        .map(|home| home.join("bin"));
    let own = [Some(place::npm_folder(root).join("node_modules/.bin")), cargo_bin];
    let inherited = env::var_os("PATH").unwrap_or_default();
    // Where servers lie, which are not on everybody's path.
    let servers = PathBuf::from("/usr/sbin");
    let all: Vec<PathBuf> = own.into_iter().flatten().chain(env::split_paths(&inherited)).chain([servers]).collect();
    env::join_paths(all).unwrap_or(inherited)
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    if words.len() > 16 {
        let left_out = words.len() - 14;
        words.truncate(14);
        words.push(format!("... and {left_out} more"));
    }
    words.join(" ")
}
