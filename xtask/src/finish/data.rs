//! Constants that only the second file's functions read travel with them: texts, tables, names of settings.
//!
//! wasm-split leaves all data in the first file, because in a finished file nobody knows where one constant ends and
//! the next begins. The linker does, and says so where it is asked to (`--emit-relocs` in `xtask/src/build.rs`): each
//! object's place and size, and which object each address in code and data means. An object that no function of
//! the first file names, directly or by way of other objects, is zero there and a piece of data of the second file.
//! Both share one memory, so it stands at its place before any of that file's functions can run.

use std::collections::BTreeSet;
use std::ops::Range;

use wasmparser::{DataKind, MemArg, Operator, Parser, Payload};

use super::linked::{Linked, Object};
use super::wasm;

/// The section of data.
const DATA: u8 = 11;
/// A stretch of at most so many bytes between two moved ones is written again rather than begun anew.
const JOIN: usize = 8;

/// Moves constants from the first of two files to the second. `linked` is what the linker says of the file from which
/// both were made. `None` if one of them cannot be read, if `linked` does not say where things lie, or if nothing
/// can be moved.
pub fn moved(linked: &Linked, first: &[u8], rest: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let ranges = Some(linked.unnamed(&addresses(first).ok()?)).filter(|ranges| !ranges.is_empty())?;
    Some((without(first, &ranges)?, with(rest, &ranges, linked)?))
}

impl Linked {
    /// The stretches of constants that these addresses do not lead to.
    fn unnamed(&self, addresses: &BTreeSet<usize>) -> Vec<Range<usize>> {
        let start = |object: &Object| {
            // The end of an object is an address of it too: what is read backwards begins there.
            let named = addresses.range(object.place.start..=object.place.end).next().is_some();
            named || object.bent || !object.constant
        };
        let mut needed = vec![false; self.objects.len()];
        let begun = self.objects.iter().enumerate().filter(|(_, object)| start(object));
        let mut next: Vec<usize> = begun.map(|(at, _)| at).collect();
        while let Some(at) = next.pop() {
            let (Some(needed), Some(object)) = (needed.get_mut(at), self.objects.get(at)) else { continue };
            if !std::mem::replace(needed, true) {
                next.extend(&object.names);
            }
        }
        let mut movable: BTreeSet<usize> = BTreeSet::new();
        for (object, _) in self.objects.iter().zip(&needed).filter(|(object, needed)| object.constant && !**needed) {
            movable.extend(object.place.clone());
        }
        for (object, _) in self.objects.iter().zip(&needed).filter(|(_, needed)| **needed) {
            for address in object.place.clone() {
                movable.remove(&address);
            }
        }
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for address in movable {
            match ranges.last_mut() {
                Some(range) if range.end == address => range.end += 1,
                _ => ranges.push(address..address + 1),
            }
        }
        ranges
    }

    /// The bytes at these addresses.
    fn bytes(&self, range: &Range<usize>) -> Option<&[u8]> {
        self.segments
            .iter()
            .find_map(|(at, bytes)| bytes.get(range.start.checked_sub(*at)?..range.end.checked_sub(*at)?))
    }
}

/// A file with zeros in these stretches of its data.
fn without(file: &[u8], ranges: &[Range<usize>]) -> Option<Vec<u8>> {
    let mut file = file.to_vec();
    let mut stretches = Vec::new();
    for Segment { at, offset, bytes } in segments(&file).ok()? {
        for range in ranges {
            let (from, to) = (range.start.max(at), range.end.min(at + bytes.len()));
            if from < to {
                stretches.push(offset + from - at..offset + to - at);
            }
        }
    }
    for stretch in stretches {
        file.get_mut(stretch)?.fill(0);
    }
    Some(file)
}

/// A file without data, with these stretches of the linker's as its data.
fn with(file: &[u8], ranges: &[Range<usize>], linked: &Linked) -> Option<Vec<u8>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match pieces.last_mut() {
            Some(piece) if range.start - piece.end <= JOIN && linked.bytes(&(piece.start..range.end)).is_some() => {
                piece.end = range.end;
            }
            _ => pieces.push(range.clone()),
        }
    }
    let mut data = Vec::new();
    wasm::push_number(&mut data, pieces.len());
    for piece in &pieces {
        // Into memory 0, at a constant address.
        data.extend([0, 0x41]);
        wasm::push_signed(&mut data, piece.start);
        data.push(0x0b);
        let bytes = linked.bytes(piece)?;
        wasm::push_number(&mut data, bytes.len());
        data.extend(bytes);
    }
    let sections = wasm::sections(file)?;
    if sections.iter().any(|(id, _)| *id == DATA) {
        return None;
    }
    // Custom sections come last, as wasm-split writes them.
    let (known, custom): (Vec<_>, Vec<_>) = sections.into_iter().partition(|(id, _)| *id != 0);
    let mut out = wasm::HEAD.to_vec();
    for (id, body) in known {
        wasm::push_section(&mut out, id, body);
    }
    wasm::push_section(&mut out, DATA, &data);
    for (id, body) in custom {
        wasm::push_section(&mut out, id, body);
    }
    Some(out)
}

/// A piece of a file's data.
pub struct Segment<'a> {
    /// The address that it goes to.
    pub at: usize,
    /// Where its bytes begin in the file.
    pub offset: usize,
    /// They.
    pub bytes: &'a [u8],
}

/// The pieces of a file's data.
pub fn segments(file: &[u8]) -> wasmparser::Result<Vec<Segment<'_>>> {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(file) {
        let Payload::DataSection(section) = payload? else { continue };
        for piece in section {
            let piece = piece?;
            if let DataKind::Active { offset_expr, .. } = piece.kind
                && let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
            {
                let offset = whole(piece.range.end) - piece.data.len();
                found.push(Segment { at: address(value), offset, bytes: piece.data });
            }
        }
    }
    Ok(found)
}

/// Every number in a file that could be an address: constants in its functions and globals, and what loads and stores
/// add to an address. More than there are is harmless.
fn addresses(file: &[u8]) -> wasmparser::Result<BTreeSet<usize>> {
    let mut found = BTreeSet::new();
    for payload in Parser::new(0).parse_all(file) {
        match payload? {
            Payload::CodeSectionEntry(body) => {
                for operator in body.get_operators_reader()? {
                    match operator? {
                        Operator::I32Const { value } => found.insert(address(value)),
                        other => offset(&other).is_some_and(|at| found.insert(at)),
                    };
                }
            }
            Payload::GlobalSection(section) => {
                for global in section {
                    if let Operator::I32Const { value } = global?.init_expr.get_operators_reader().read()? {
                        found.insert(address(value));
                    }
                }
            }
            _ => {}
        }
    }
    Ok(found)
}

/// What a load or store adds to its address.
fn offset(operator: &Operator) -> Option<usize> {
    let memarg: &MemArg = match operator {
        Operator::I32Load { memarg }
        | Operator::I64Load { memarg }
        | Operator::F32Load { memarg }
        | Operator::F64Load { memarg }
        | Operator::I32Load8S { memarg }
        | Operator::I32Load8U { memarg }
        | Operator::I32Load16S { memarg }
        | Operator::I32Load16U { memarg }
        | Operator::I64Load8S { memarg }
        | Operator::I64Load8U { memarg }
        | Operator::I64Load16S { memarg }
        | Operator::I64Load16U { memarg }
        | Operator::I64Load32S { memarg }
        | Operator::I64Load32U { memarg }
        | Operator::I32Store { memarg }
        | Operator::I64Store { memarg }
        | Operator::F32Store { memarg }
        | Operator::F64Store { memarg }
        | Operator::I32Store8 { memarg }
        | Operator::I32Store16 { memarg }
        | Operator::I64Store8 { memarg }
        | Operator::I64Store16 { memarg }
        | Operator::I64Store32 { memarg } => memarg,
        _ => return None,
    };
    usize::try_from(memarg.offset).ok()
}

/// A number in a file as an address.
pub fn address(value: i32) -> usize {
    index(value.cast_unsigned())
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn whole(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(place: Range<usize>, names: &[usize]) -> Object {
        Object { place, constant: true, names: names.to_vec(), ..Object::default() }
    }

    fn linked(objects: Vec<Object>) -> Linked {
        Linked { objects, segments: vec![(100, (0..100).collect())], ..Linked::default() }
    }

    #[test]
    fn what_no_address_leads_to_moves_and_what_one_leads_to_stays() {
        let linked = linked(vec![
            object(100..110, &[]),
            object(110..120, &[3]),
            object(120..130, &[]),
            object(130..140, &[]),
            object(140..150, &[]),
        ]);
        assert_eq!(linked.unnamed(&BTreeSet::from([115])), [100..110, 120..130, 140..150]);
    }

    #[test]
    fn an_address_right_behind_an_object_keeps_it() {
        let linked = linked(vec![object(100..110, &[]), object(112..120, &[])]);
        assert_eq!(linked.unnamed(&BTreeSet::from([110])), vec![112..120; 1]);
    }

    #[test]
    fn texts_that_share_bytes_stay_where_one_of_them_is_needed() {
        let linked = linked(vec![object(100..120, &[]), object(115..118, &[])]);
        assert_eq!(linked.unnamed(&BTreeSet::from([116])), [] as [Range<usize>; 0]);
        let apart = [object(100..120, &[]), object(110..112, &[]), object(130..132, &[])].into();
        let linked = super::Linked { objects: apart, ..super::Linked::default() };
        assert_eq!(linked.unnamed(&BTreeSet::from([131])), vec![100..120; 1]);
    }

    #[test]
    fn what_is_written_to_or_bent_stays_with_all_that_it_names() {
        let mut objects = vec![object(100..110, &[1]), object(120..130, &[]), object(130..140, &[])];
        objects[0].bent = true;
        objects[2].constant = false;
        assert_eq!(linked(objects).unnamed(&BTreeSet::new()), [] as [Range<usize>; 0]);
    }

    #[test]
    fn zeros_in_the_first_file_are_data_of_the_second_at_the_same_address() {
        let mut first = wasm::HEAD.to_vec();
        let mut data = vec![1, 0, 0x41];
        wasm::push_signed(&mut data, 100);
        data.push(0x0b);
        wasm::push_number(&mut data, 100);
        data.extend(0..100u8);
        wasm::push_section(&mut first, DATA, &data);
        let linked = linked(vec![object(110..120, &[]), object(125..130, &[]), object(160..161, &[])]);
        let ranges = linked.unnamed(&BTreeSet::new());
        let zeroed = without(&first, &ranges).expect("a file");
        let data = segments(&zeroed).expect("data");
        let (at, bytes) = (data[0].at, data[0].bytes);
        assert_eq!((at, bytes.len(), bytes[9], bytes[10], bytes[19], bytes[20]), (100, 100, 9, 0, 0, 20));
        let second = with(wasm::HEAD, &ranges, &linked).expect("a file");
        let data = segments(&second).expect("data");
        let pieces: Vec<(usize, &[u8])> = data.iter().map(|piece| (piece.at, piece.bytes)).collect();
        assert_eq!(pieces, [(110, &(10..30).collect::<Vec<u8>>()[..]), (160, &[60][..])]);
        assert_eq!(with(&second, &ranges, &linked), None, "a file that has data of its own");
    }
}
