//! Whether a licence expression (SPDX, or the older `MIT/Apache-2.0`) can be met from a list.

/// Licences that let a clinic use, change and host the result without asking; all permissive, or weak
/// copyleft per file.
const ALLOWED: [&str; 14] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// One allowed choice is enough where the expression says OR; AND needs all. What cannot be read is refused.
pub fn is_allowed(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    any(&mut rest).is_some_and(|allowed| allowed && rest.is_empty())
}

fn any(words: &mut &[&str]) -> Option<bool> {
    let mut allowed = all(words)?;
    while take(words, "OR") {
        allowed |= all(words)?;
    }
    Some(allowed)
}

fn all(words: &mut &[&str]) -> Option<bool> {
    let mut allowed = one(words)?;
    while take(words, "AND") {
        allowed &= one(words)?;
    }
    Some(allowed)
}

fn one(words: &mut &[&str]) -> Option<bool> {
    let (first, after) = words.split_first()?;
    *words = after;
    if *first == "(" {
        let allowed = any(words)?;
        return take(words, ")").then_some(allowed);
    }
    if matches!(*first, ")" | "OR" | "AND" | "WITH") {
        return None;
    }
    if take(words, "WITH") {
        let (exception, after) = words.split_first()?;
        *words = after;
        return Some(ALLOWED.contains(&format!("{first} WITH {exception}").as_str()));
    }
    Some(ALLOWED.contains(first))
}

fn take(words: &mut &[&str], wanted: &str) -> bool {
    match words.split_first() {
        Some((first, after)) if *first == wanted => {
            *words = after;
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_allowed;

    #[test]
    fn one_allowed_choice_is_enough_and_all_of_a_sum_are_needed() {
        for good in [
            "MIT",
            "MIT OR GPL-3.0",
            "MIT/Apache-2.0",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-2.0",
            "BSD-3-Clause AND MIT",
        ] {
            assert!(is_allowed(good), "{good}");
        }
    }

    #[test]
    fn other_licences_and_unreadable_expressions_are_refused() {
        for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT", "MIT)", "MIT OR", "OR MIT", "MIT WITH", "mit please"] {
            assert!(!is_allowed(bad), "{bad}");
        }
    }
}
