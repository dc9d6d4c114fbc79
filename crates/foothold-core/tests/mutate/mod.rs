//! Files with something wrong in them, for tests of whatever reads files: values that are changed, dropped, renamed, doubled, or
//! stand where others belong. The generator has a fixed seed.

use foothold_core::json::{Value, quote};

/// Chance from a seed, so that a failure comes back.
pub struct Chance(pub u64);

impl Chance {
    /// A number below the most.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % most.max(1)
    }

    /// One of these.
    pub fn one_of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        let at = self.below(items.len());
        items.get(at).expect("below the length")
    }
}

/// A file with more values than this is made no longer.
const MOST_VALUES: usize = 20_000;

/// The tree as JSON.
pub fn write(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) => quote(text),
        Value::List(items) => {
            format!("[{}]", items.iter().map(write).collect::<Vec<_>>().join(","))
        }
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| format!("{}:{}", quote(name), write(value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
    }
}

fn size(value: &Value) -> usize {
    1 + match value {
        Value::List(items) => items.iter().map(size).sum(),
        Value::Object(members) => members.iter().map(|(_, value)| size(value)).sum(),
        _ => 0,
    }
}

fn odd_value(chance: &mut Chance, old: &Value) -> Value {
    let text = |text: &str| Value::Text(text.to_owned());
    match chance.below(16) {
        0 => Value::Null,
        1 => Value::Bool(chance.below(2) == 0),
        2 => Value::Number(*chance.one_of(&[0.0, -1.0, -5.0, 7.0, 0.5, 1e18, -1e300, 240.0, 10_000.0, 65536.0, 12.0])),
        3 => text(""),
        4 => text("  \u{a0} "),
        5 => text(
            chance
                .one_of(&["25:00", "6", "9pm", "midnight", "24:00", "12", "0:00", "noon", "40h", "7am-7pm", "4pm-3pm"]),
        ),
        6 => text(chance.one_of(&[
            "2026-02-30",
            "2026-12-25",
            "0001-01-01",
            "9999-12-31",
            "988",
            "Mon",
            "Funday",
            "día",
        ])),
        7 => Value::List(Vec::new()),
        8 => Value::Object(Vec::new()),
        9 => Value::List(vec![old.clone()]),
        10 => Value::Object(vec![("name".to_owned(), old.clone())]),
        11 => text(&"é😀".repeat(chance.below(90))),
        12 => {
            text(chance.one_of(&["D", "-", "DD--", "client", "ana", "home", "cut", "if_needed", "either", "Mars/Base"]))
        }
        13 => match old {
            Value::List(items) => {
                let times = 1 << chance.below(8);
                Value::List(items.iter().cycle().take(items.len() * times).cloned().collect())
            }
            other => other.clone(),
        },
        14 => match old {
            Value::Text(old) => text(&old.chars().rev().collect::<String>()),
            _ => text("x"),
        },
        _ => match old {
            Value::List(items) => Value::List(items.iter().chain(items).cloned().collect()),
            Value::Object(members) => Value::Object(members.iter().chain(members).cloned().collect()),
            other => Value::List(vec![other.clone(), Value::Null]),
        },
    }
}

/// Changes, drops, renames or doubles the value that is `at` steps into the tree.
fn mutate(value: &mut Value, at: &mut usize, chance: &mut Chance) {
    if *at == 0 {
        *value = odd_value(chance, value);
        *at = usize::MAX;
        return;
    }
    *at -= 1;
    match value {
        Value::List(items) => {
            for item in items.iter_mut() {
                let before = *at;
                if before == usize::MAX {
                    return;
                }
                mutate(item, at, chance);
            }
        }
        Value::Object(members) => {
            let mut hit = None;
            for (i, (_, member)) in members.iter_mut().enumerate() {
                if *at == 0 && chance.below(3) == 0 {
                    hit = Some(i);
                    break;
                }
                mutate(member, at, chance);
                if *at == usize::MAX {
                    return;
                }
            }
            if let Some(i) = hit {
                *at = usize::MAX;
                let (mut name, member) = members.remove(i);
                if chance.below(2) == 0 {
                    name.insert(chance.below(2).min(name.len()), 'q');
                    members.push((name, member));
                }
            }
        }
        _ => {}
    }
}

/// The tree with up to four values changed, dropped, renamed, doubled, or put where another stands.
pub fn mutated(tree: &Value, chance: &mut Chance) -> Value {
    let whole = tree;
    let mut tree = tree.clone();
    for _ in 0..=chance.below(4) {
        if size(&tree) > MOST_VALUES {
            break;
        }
        if chance.below(4) == 0 {
            let (from, mut at) = (chance.below(size(whole)), 1 + chance.below(size(&tree) - 1));
            let put = nth(whole, &mut { from }).cloned();
            put_at(&mut tree, &mut at, put.unwrap_or(Value::Null));
            continue;
        }
        let mut at = 1 + chance.below(size(&tree) - 1);
        mutate(&mut tree, &mut at, chance);
    }
    tree
}

/// The value that is `at` steps into the tree.
fn nth<'a>(value: &'a Value, at: &mut usize) -> Option<&'a Value> {
    if *at == 0 {
        return Some(value);
    }
    *at -= 1;
    match value {
        Value::List(items) => items.iter().find_map(|item| nth(item, at)),
        Value::Object(members) => members.iter().find_map(|(_, member)| nth(member, at)),
        _ => None,
    }
}

/// Puts a value where another is, `at` steps into the tree.
fn put_at(value: &mut Value, at: &mut usize, put: Value) -> bool {
    if *at == 0 {
        *value = put;
        return true;
    }
    *at -= 1;
    match value {
        Value::List(items) => items.iter_mut().any(|item| put_at(item, at, put.clone())),
        Value::Object(members) => members.iter_mut().any(|(_, member)| put_at(member, at, put.clone())),
        _ => false,
    }
}
