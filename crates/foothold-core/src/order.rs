//! Putting short lists in order. The standard sort is quicker for long ones, but each use of it
//! costs about 4 kB of download; none of our lists is longer than a program has sessions.

use std::cmp::Ordering;

/// Puts the items in order; equal ones stay as they stand.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && items.get(at - 1).zip(items.get(at)).is_some_and(|(a, b)| compare(a, b) == Ordering::Greater) {
            items.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// Puts the items in their own order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, Ord::cmp);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_is_that_of_the_standard_sort() {
        let mut state = 7u32;
        for length in 0..60 {
            let mut ours: Vec<(u32, u32)> = (0..length)
                .map(|i| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 28, i)
                })
                .collect();
            let mut theirs = ours.clone();
            sort_by(&mut ours, |a, b| a.0.cmp(&b.0));
            theirs.sort_by_key(|item| item.0);
            assert_eq!(ours, theirs, "stable too");
        }
    }
}
