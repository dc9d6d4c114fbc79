//! `foothold`: the same core and the same words as the pages, for clinic staff and scripts.
//!
//! Input: a command and file names. Output: lines on standard output, and an exit code that
//! scripts can use. Reads the disk; only `send-test` speaks to anything else.

mod plain_http;
mod send_test;

mod bring;
mod plan;
mod plan_json;
mod remake;

use foothold_core::config::{self, Severity};
use foothold_words::issues;
use std::io::Write;
use std::process::ExitCode;

/// The file has errors.
const FOUND_ERRORS: u8 = 1;
/// The command was not understood or the file could not be read.
const COULD_NOT: u8 = 2;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args_os().skip(1).map(|a| a.to_string_lossy().into_owned()).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["check", path] => check(path),
        ["plan", rest @ ..] => plan::run(rest),
        ["bring", rest @ ..] => bring::run(rest),
        ["schema"] => {
            say(config::schema().trim_end());
            ExitCode::SUCCESS
        }
        ["schema", "household"] => {
            say(config::household_schema().trim_end());
            ExitCode::SUCCESS
        }
        ["help" | "--help" | "-h"] => {
            say(issues::USAGE);
            ExitCode::SUCCESS
        }
        ["remake", folder, clinic] => remake::run(folder, clinic, None, false),
        ["remake", folder, clinic, "--out", out] => remake::run(folder, clinic, Some(out), false),
        // As `./dev` calls it for its tests.
        ["remake", folder, clinic, "--pseudo"] => remake::run(folder, clinic, None, true),
        ["send-test", path] => send_test::send_test(path),
        ["check" | "send-test" | "remake" | "schema" | "help", ..] | [] => could_not(issues::USAGE),
        [command, ..] => could_not(&format!("{}\n\n{}", issues::unknown_command(command), issues::USAGE)),
    }
}

fn check(path: &str) -> ExitCode {
    match std::fs::read_to_string(path) {
        Ok(text) => {
            let loaded = config::load(&text);
            say(&issues::report(&loaded));
            let failed = loaded.issues.iter().any(|issue| issue.severity == Severity::Error);
            if failed { ExitCode::from(FOUND_ERRORS) } else { ExitCode::SUCCESS }
        }
        Err(error) => could_not(&issues::unreadable_file(path, &error.to_string())),
    }
}

/// A reader that stops reading, such as `head`, is no failure of ours.
fn say(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

fn could_not(text: &str) -> ExitCode {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
    ExitCode::from(COULD_NOT)
}
