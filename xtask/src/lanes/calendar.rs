//! Whether other programs read our calendar files as we mean them: two readers expand files of many plans. And whether
//! we read theirs as they do: random files are told by the command and expanded by one of these readers.

use std::fs::{self, File};
use std::path::Path;
use std::process::Stdio;

use super::NATIVE;
use crate::lanes::count::Count;
use crate::place;
use crate::run;
use crate::setup::{self, PythonFolder};
use crate::trouble::{Outcome, Trouble};

/// How many random files are brought, and the seed of the first; the others follow.
const BROUGHT: [&str; 2] = ["400", "1"];

/// Writes the files and asks both readers; then asks the command about random files.
pub fn calendar(root: &Path) -> Outcome<(bool, Count)> {
    setup::npm_packages(root)?;
    let python = setup::python(root, PythonFolder::Calendar)?;
    let cases = place::target(root).join("foothold-calendars.jsonl");
    let file = File::create(&cases).map_err(Trouble::file(&cases))?;
    let example = ["run", "--quiet", "--package", "foothold-core", "--example", "calendar"];
    run::succeed(run::command(root, "cargo").args(example).stdout(Stdio::from(file)))?;
    let length = fs::metadata(&cases).map_err(Trouble::file(&cases))?.len();
    if length == 0 {
        return Err(Trouble::input("The example wrote no calendar."));
    }
    let mut count = Count::default();
    for (reader, script) in [(&*python.to_string_lossy(), "check.py"), ("node", "check.mjs")] {
        let cases = File::open(&cases).map_err(Trouble::file(&cases))?;
        let script = root.join("tests/calendar").join(script);
        let (agrees, _) = run::watch(run::command(root, reader).arg(script).stdin(Stdio::from(cases)))?;
        count = count + Count::new(usize::from(agrees), usize::from(!agrees));
    }
    run::succeed(run::command(root, "cargo").args(["build", "--quiet"]).args(NATIVE).args(["--bin", "foothold"]))?;
    let mut bring = run::command(root, &python.to_string_lossy());
    bring
        .env("FOOTHOLD", place::target(root).join("debug/foothold"))
        .arg(root.join("tests/calendar/bring.py"))
        .args(BROUGHT)
        .arg(place::target(root).join("foothold-brought"));
    let (agrees, _) = run::watch(&mut bring)?;
    count = count + Count::new(usize::from(agrees), usize::from(!agrees));
    Ok((count.failed == 0, count))
}
