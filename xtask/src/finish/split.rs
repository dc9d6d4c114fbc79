//! Cuts the app's WebAssembly in two: what a page needs at once, and the rest, which is fetched when a
//! page asks for it.
//!
//! In: a file with the names of its functions. Which functions go: those that only the functions of the
//! [`ROOMS`] reach, be it by a call or by a pointer that only they make. Binaryen's wasm-split does the cutting; both parts
//! share one memory and one table.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use wasmparser::{ExternalKind, KnownCustom, Name, Operator, Parser, Payload};

use crate::run;
use crate::trouble::{Outcome, Trouble};

use super::{data, linked, rooms, wasm};

/// Modules of the app that are fetched later, whole. Nothing may call them before the second file is there.
const ROOMS: [&str; 2] = ["foothold::later", "foothold::browser::later"];
/// The same in names as the compiler writes them.
const LINKED: [&str; 2] = ["_8foothold5later", "_8foothold7browser5later"];
/// Keeps the rooms' functions from being written into those that call them.
pub const NO_INLINE: &str = "--no-inline=*::later::*";

/// Both parts of a file.
pub struct Halves {
    /// What a page needs at once.
    pub first: PathBuf,
    /// What is fetched later.
    pub rest: PathBuf,
}

/// Cuts a file that has names. The parts lie beside it. `origin` is the file that the compiler made it from.
pub fn split(root: &Path, file: &Path, origin: &Path) -> Outcome<Halves> {
    let bytes = fs::read(file).map_err(Trouble::file(file))?;
    let unreadable = || Trouble::input("The app's WebAssembly could not be read, so it cannot be cut in two.");
    let mut program = read(&bytes).map_err(|_| unreadable())?;
    let compiled = fs::read(origin).map_err(Trouble::file(origin))?;
    let said = linked::read(&compiled).ok().filter(|said| !said.objects.is_empty()).ok_or_else(|| {
        Trouble::input(format!(
            "{} does not say where its constants lie: was it linked without --emit-relocs?",
            origin.display()
        ))
    })?;
    let reached = said.reached(&|name| LINKED.iter().any(|room| name.contains(room)));
    program.table.retain(|(place, _)| reached.contains(place));
    let later = program.later();
    if later.is_empty() {
        let rooms = ROOMS.join(" and ");
        return Err(Trouble::input(format!("Nothing of {rooms} was found in the app: has a module got another name?")));
    }
    let functions = program.functions.iter().enumerate().skip(program.imported);
    let table = rooms::table(functions.map(|(at, one)| (one.name.as_str(), one.bytes, later.contains(&at))));
    let path = rooms::file(root);
    fs::write(&path, table).map_err(Trouble::file(&path))?;
    // Numbers for names: Rust's own would have to be quoted, and two functions may have the same.
    let numbered = wasm::with_names(&bytes, program.functions.len(), &|at| format!("f{at}")).ok_or_else(unreadable)?;
    let beside = |ending: &str| file.with_extension(ending);
    let (whole, list, first, rest) = (beside("numbered"), beside("list"), beside("first"), beside("rest"));
    fs::write(&whole, numbered).map_err(Trouble::file(&whole))?;
    let names: Vec<String> = later.iter().map(|at| format!("f{at}")).collect();
    fs::write(&list, names.join("\n")).map_err(Trouble::file(&list))?;
    run::succeed(
        run::command(root, "wasm-split")
            .args([
                "--all-features",
                "--split",
                "--import-namespace=first",
                "--placeholder-namespace=later",
                "--export-prefix=%",
            ])
            .arg(format!("--split-funcs=@{}", list.display()))
            .arg(&whole)
            .arg("-o1")
            .arg(&first)
            .arg("-o2")
            .arg(&rest),
    )?;
    let written = fs::read(&first).map_err(Trouble::file(&first))?;
    let righted = wasm::with_tables(&written, &program.tables).ok_or_else(unreadable)?;
    let cut = fs::read(&rest).map_err(Trouble::file(&rest))?;
    let (righted, cut) = data::moved(&said, &righted, &cut).ok_or_else(unreadable)?;
    fs::write(&first, righted).map_err(Trouble::file(&first))?;
    fs::write(&rest, cut).map_err(Trouble::file(&rest))?;
    for made in [&whole, &list] {
        fs::remove_file(made).map_err(Trouble::file(made))?;
    }
    Ok(Halves { first, rest })
}

/// What is known of a function.
#[derive(Default)]
struct Function {
    name: String,
    bytes: usize,
    calls: Vec<usize>,
}

/// A file's functions and exported tables, and those functions that something outside of them can call.
#[derive(Default)]
struct Program {
    functions: Vec<Function>,
    imported: usize,
    exported: Vec<usize>,
    /// The table of functions: place and function.
    table: Vec<(usize, usize)>,
    tables: Vec<(String, usize)>,
}

impl Program {
    /// The functions that only the rooms reach.
    fn later(&self) -> Vec<usize> {
        let name = |at: usize| self.functions.get(at).map_or("", |function| function.name.as_str());
        let is_room = |at: usize| ROOMS.iter().any(|room| name(at).starts_with(room));
        let mut needed: BTreeSet<usize> = BTreeSet::new();
        let mut next: Vec<usize> = self.exported.clone();
        next.extend(self.table.iter().map(|(_, function)| function));
        while let Some(at) = next.pop() {
            if !is_room(at) && needed.insert(at) {
                next.extend(self.functions.get(at).into_iter().flat_map(|function| &function.calls));
            }
        }
        (self.imported..self.functions.len()).filter(|at| !needed.contains(at)).collect()
    }
}

fn read(bytes: &[u8]) -> wasmparser::Result<Program> {
    let mut program = Program::default();
    for payload in Parser::new(0).parse_all(bytes) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    if matches!(import?.ty, wasmparser::TypeRef::Func(_)) {
                        program.functions.push(Function::default());
                        program.imported += 1;
                    }
                }
            }
            Payload::StartSection { func, .. } => program.exported.push(index(func)),
            Payload::ExportSection(section) => {
                for export in section {
                    let export = export?;
                    match export.kind {
                        ExternalKind::Func => program.exported.push(index(export.index)),
                        ExternalKind::Table => program.tables.push((export.name.to_owned(), index(export.index))),
                        _ => {}
                    }
                }
            }
            Payload::ElementSection(section) => {
                for element in section {
                    let element = element?;
                    program.table.extend(linked::places(&element.kind, element.items)?);
                }
            }
            Payload::CodeSectionEntry(body) => {
                let mut function = Function { bytes: body.as_bytes().len(), ..Function::default() };
                for operator in body.get_operators_reader()? {
                    match operator? {
                        Operator::Call { function_index } | Operator::ReturnCall { function_index } => {
                            function.calls.push(index(function_index));
                        }
                        Operator::RefFunc { function_index } => program.exported.push(index(function_index)),
                        _ => {}
                    }
                }
                program.functions.push(function);
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    for part in names {
                        let Name::Function(names) = part? else { continue };
                        for name in names {
                            let name = name?;
                            if let Some(function) = program.functions.get_mut(index(name.index)) {
                                function.name = plain(name.name);
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    Ok(program)
}

/// A name without the hashes in brackets that tell two versions of a crate apart.
fn plain(name: &str) -> String {
    let mut out = String::new();
    let mut depth = 0;
    for c in name.trim_start_matches('<').chars() {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Function, Program, plain};

    fn program(functions: &[(&str, &[usize])], exported: &[usize], pointed: &[usize]) -> Program {
        let function =
            |(name, calls): &(&str, &[usize])| Function { name: plain(name), calls: calls.to_vec(), bytes: 0 };
        Program {
            functions: functions.iter().map(function).collect(),
            imported: 1,
            exported: exported.to_vec(),
            table: (1..).zip(pointed.iter().copied()).collect(),
            ..Program::default()
        }
    }

    #[test]
    fn what_only_a_room_reaches_is_fetched_later() {
        let app = program(
            &[
                ("imported", &[]),
                ("foothold[0a1b]::live::start", &[2, 3]),
                ("foothold[0a1b]::later::form_parts", &[3, 4]),
                ("shared", &[]),
                ("only the form's", &[0]),
                ("only behind a pointer that the form makes", &[]),
                ("somebody's", &[6]),
            ],
            &[1],
            &[6],
        );
        assert_eq!(app.later(), [2, 4, 5]);
    }

    #[test]
    fn an_app_without_rooms_is_all_needed_at_once() {
        assert_eq!(program(&[("imported", &[]), ("main", &[0])], &[1], &[]).later(), [0usize; 0]);
    }
}
