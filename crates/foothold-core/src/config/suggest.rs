//! "Did you mean": the known name that looks most like a misspelt one.

/// Longer names are not compared; nobody misspells one of ours at that length.
const MOST_CHARS: usize = 40;

/// The candidate with the fewest typing mistakes between it and the text, if it is close enough
/// to be meant. Upper and lower case, spaces, hyphens and underscores count as the same.
pub(super) fn nearest(text: &str, candidates: &[&'static str]) -> Option<&'static str> {
    let text = plain(text);
    if cfg!(feature = "quiet") || text.is_empty() || text.len() > MOST_CHARS {
        return None;
    }
    let most = (text.len() / 3).clamp(1, 3);
    let scored = candidates.iter().map(|candidate| (mistakes(&text, &plain(candidate)), *candidate));
    scored.filter(|(count, _)| *count <= most).min_by_key(|(count, _)| *count).map(|(_, candidate)| candidate)
}

fn plain(text: &str) -> Vec<char> {
    text.chars().filter(|c| !matches!(c, ' ' | '-' | '_')).map(|c| c.to_ascii_lowercase()).collect()
}

/// How many letters must be put in, left out, changed or exchanged with their neighbour.
fn mistakes(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, to) in b.iter().enumerate() {
            let at = |line: &[usize], k: usize| line.get(k).copied().unwrap_or(usize::MAX / 2);
            let mut least = (at(&above, j) + usize::from(from != to)).min(at(&above, j + 1) + 1).min(at(&row, j) + 1);
            let exchanged = i > 0 && j > 0 && a.get(i - 1) == Some(to) && b.get(j - 1) == Some(from);
            if exchanged {
                least = least.min(at(&before, j - 1) + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
#[path = "suggest_tests.rs"]
mod tests;
