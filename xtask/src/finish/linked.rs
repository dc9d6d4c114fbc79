//! What the linker says about the app before anything else has changed it: where each object lies, which objects and
//! functions each function and object names.
//!
//! The linker says so where it is asked to (`--emit-relocs` in `xtask/src/build.rs`). A finished file no longer tells an
//! address from any other number.

use std::collections::BTreeSet;
use std::ops::Range;

use wasmparser::{
    ElementItems, ElementKind, ExternalKind, KnownCustom, Linking, Name, Operator, Parser, Payload, RelocationEntry,
    RelocationType, SymbolInfo, TypeRef,
};

use super::data::{Segment, address, segments};

/// Where constants lie; what is written to while the app runs is never moved.
const CONSTANTS: &str = ".rodata";

/// An object of the linker's: a constant's addresses, and what is known of it.
#[derive(Default)]
pub struct Object {
    /// Its addresses.
    pub place: Range<usize>,
    /// Whether it lies among the constants.
    pub constant: bool,
    /// Whether an address outside of it is made from it: then nobody can say who reads it.
    pub bent: bool,
    /// Objects, by number, whose addresses stand in it.
    pub names: Vec<usize>,
    /// Functions, by number, that it points to.
    pub points: Vec<usize>,
}

/// A function of the linker's.
#[derive(Default)]
pub struct Function {
    /// Its name, as the compiler writes it.
    pub name: String,
    /// Functions that it calls or makes pointers of.
    pub calls: Vec<usize>,
    /// Objects whose addresses it knows.
    pub names: Vec<usize>,
}

/// What the linker says.
#[derive(Default)]
pub struct Linked {
    /// Objects in memory.
    pub objects: Vec<Object>,
    /// Bytes by address.
    pub segments: Vec<(usize, Vec<u8>)>,
    /// Functions, those that come from outside first.
    pub functions: Vec<Function>,
    /// Functions that others may call.
    pub exported: Vec<usize>,
    /// The table of functions: place and function.
    pub table: Vec<(usize, usize)>,
}

impl Linked {
    /// Places of the table that something can lead to without calling a function that `stops`.
    pub fn reached(&self, stops: &dyn Fn(&str) -> bool) -> BTreeSet<usize> {
        let (mut functions, mut objects) = (BTreeSet::new(), BTreeSet::new());
        let mut next: Vec<usize> = self.exported.clone();
        let kept = self.objects.iter().enumerate().filter(|(_, object)| object.bent || !object.constant);
        let mut named: Vec<usize> = kept.map(|(at, _)| at).collect();
        loop {
            if let Some(function) = next.pop() {
                let Some(known) = self.functions.get(function).filter(|known| !stops(&known.name)) else { continue };
                if functions.insert(function) {
                    next.extend(&known.calls);
                    named.extend(&known.names);
                }
            } else if let Some(object) = named.pop() {
                let Some(known) = self.objects.get(object) else { continue };
                if objects.insert(object) {
                    next.extend(&known.points);
                    named.extend(&known.names);
                }
            } else {
                break;
            }
        }
        self.table.iter().filter(|(_, function)| functions.contains(function)).map(|(place, _)| *place).collect()
    }
}

/// What a symbol of the linker's stands for.
#[derive(Clone, Copy)]
enum Symbol {
    Object(usize),
    Function(usize),
    Other,
}

/// What the linker says of its symbols and pieces.
#[derive(Default)]
struct Said {
    symbols: Vec<Symbol>,
    /// Of every piece, whether it is constant.
    constants: Vec<bool>,
    /// Of every object, the piece that it lies in.
    within: Vec<usize>,
}

impl Said {
    fn hear(&mut self, linked: &mut Linked, placed: &[Segment], part: Linking) -> wasmparser::Result<()> {
        match part {
            Linking::SegmentInfo(segments) => {
                for segment in segments {
                    self.constants.push(segment?.name.starts_with(CONSTANTS));
                }
            }
            Linking::SymbolTable(table) => {
                for symbol in table {
                    self.symbols.push(match symbol? {
                        SymbolInfo::Func { index: function, .. } => Symbol::Function(index(function)),
                        SymbolInfo::Data { symbol: Some(symbol), .. } => {
                            let segment = index(symbol.index);
                            let start = placed.get(segment).map_or(0, |s| s.at + index(symbol.offset));
                            self.within.push(segment);
                            let place = start..start + index(symbol.size);
                            linked.objects.push(Object { place, ..Object::default() });
                            Symbol::Object(linked.objects.len() - 1)
                        }
                        _ => Symbol::Other,
                    });
                }
            }
            _ => {}
        }
        Ok(())
    }
}

/// Reads the linker's file.
pub fn read(file: &[u8]) -> wasmparser::Result<Linked> {
    let mut linked = Linked::default();
    let mut said = Said::default();
    let mut section = 0;
    let (mut data, mut code) = ((usize::MAX, 0), (usize::MAX, 0));
    let mut bodies: Vec<Range<usize>> = Vec::new();
    let mut imported = 0;
    let placed = segments(file)?;
    let mut relocations = Vec::new();
    for payload in Parser::new(0).parse_all(file) {
        let payload = payload?;
        match &payload {
            Payload::ImportSection(found) => {
                for import in found.clone().into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
                linked.functions.resize_with(imported, Function::default);
            }
            Payload::ExportSection(found) => {
                for export in found.clone() {
                    let export = export?;
                    linked.exported.extend((export.kind == ExternalKind::Func).then(|| index(export.index)));
                }
            }
            Payload::StartSection { func, .. } => linked.exported.push(index(*func)),
            Payload::ElementSection(found) => {
                for element in found.clone() {
                    let element = element?;
                    linked.table.extend(places(&element.kind, element.items)?);
                }
            }
            Payload::CodeSectionStart { unchecked_range, .. } => code = (section, whole(unchecked_range.start)),
            Payload::CodeSectionEntry(body) => {
                bodies.push(whole(body.range().start)..whole(body.range().end));
                linked.functions.push(Function::default());
            }
            Payload::DataSection(found) => data = (section, whole(found.range().start)),
            Payload::CustomSection(custom) => match custom.as_known() {
                KnownCustom::Linking(parts) => {
                    for part in parts {
                        said.hear(&mut linked, &placed, part?)?;
                    }
                }
                KnownCustom::Reloc(entries) => {
                    let of = index(entries.section_index());
                    for entry in entries.entries() {
                        relocations.push((of, entry?));
                    }
                }
                KnownCustom::Name(parts) => {
                    for part in parts {
                        linked.call(part?)?;
                    }
                }
                _ => {}
            },
            _ => {}
        }
        if payload.as_section().is_some() {
            section += 1;
        }
    }
    for (object, segment) in linked.objects.iter_mut().zip(&said.within) {
        object.constant = said.constants.get(*segment) == Some(&true);
    }
    for (of, entry) in relocations {
        let Some(meant) = said.symbols.get(index(entry.index)).copied() else { continue };
        linked.bend(meant, &entry);
        if of == code.0 {
            let place = code.1 + index(entry.offset);
            let at = bodies.partition_point(|body| body.end <= place);
            if let Some(function) = linked.functions.get_mut(imported + at) {
                match meant {
                    Symbol::Function(called) => function.calls.push(called),
                    Symbol::Object(object) => function.names.push(object),
                    Symbol::Other => {}
                }
            }
        } else if of == data.0 {
            // From a place in the section to an address, by way of the piece that it lies in.
            let place = data.1 + index(entry.offset);
            let found = placed.iter().find_map(|segment| {
                let inside = place.checked_sub(segment.offset)?;
                (inside < segment.bytes.len()).then_some(segment.at + inside)
            });
            let Some(address) = found else { continue };
            for holder in linked.objects.iter_mut().filter(|holder| holder.place.contains(&address)) {
                match meant {
                    Symbol::Function(function) => holder.points.push(function),
                    Symbol::Object(object) => holder.names.push(object),
                    Symbol::Other => {}
                }
            }
        }
    }
    linked.segments = placed.into_iter().map(|segment| (segment.at, segment.bytes.to_vec())).collect();
    Ok(linked)
}

impl Linked {
    /// Gives functions their names.
    fn call(&mut self, part: Name) -> wasmparser::Result<()> {
        let Name::Function(names) = part else { return Ok(()) };
        for name in names {
            let name = name?;
            if let Some(function) = self.functions.get_mut(index(name.index)) {
                name.name.clone_into(&mut function.name);
            }
        }
        Ok(())
    }

    /// Notes an address that lies outside of the object that it is made from.
    fn bend(&mut self, meant: Symbol, entry: &RelocationEntry) {
        let Symbol::Object(object) = meant else { return };
        if let Some(object) = self.objects.get_mut(object).filter(|_| is_address(entry.ty)) {
            let size = i64::try_from(object.place.len()).unwrap_or(i64::MAX);
            object.bent |= !(0..=size).contains(&entry.addend);
        }
    }
}

/// What an element puts into the table of functions: place and function.
pub fn places(kind: &ElementKind, items: ElementItems) -> wasmparser::Result<Vec<(usize, usize)>> {
    let (ElementKind::Active { offset_expr, .. }, ElementItems::Functions(items)) = (kind, items) else {
        return Ok(Vec::new());
    };
    let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else { return Ok(Vec::new()) };
    let functions = items.into_iter().collect::<wasmparser::Result<Vec<u32>>>()?;
    Ok((address(value)..).zip(functions.into_iter().map(index)).collect())
}

/// Whether an entry of the linker's stands for an address in memory.
fn is_address(kind: RelocationType) -> bool {
    matches!(kind, RelocationType::MemoryAddrLeb | RelocationType::MemoryAddrSleb | RelocationType::MemoryAddrI32)
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn whole(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
