//! Who does each duty before any session: the household solved as it is.

use super::local::Table;
use super::parts::take_apart;
use super::problem::{Frame, Problem, Weeks, shifted};
use super::slots::{NOBODY, Slot, What};

/// Most ways that are looked at.
const MOST_WAYS: u32 = 200_000;

/// The duties with who does them, weeks with different doers apart; those that nobody can do; and whether every way to
/// share them was looked at.
pub(super) fn settle(frame: &Frame, duties: Vec<Slot>) -> (Vec<Slot>, Vec<Slot>, bool) {
    let problem = Problem::bare(frame, duties);
    let mut doers: Vec<Vec<(u8, Weeks)>> = problem.slots.iter().map(|_| Vec::new()).collect();
    let (mut nodes, mut settled) = (0, true);
    for part in &take_apart(&problem) {
        let table = Table::of(&problem, part, &mut nodes, MOST_WAYS);
        settled &= table.whole;
        let Some(best) = table.best(0).iter().min_by_key(|way| way.sums) else { continue };
        for ((slot, rel), doer) in part.slots.iter().zip(&best.doers) {
            let weeks = shifted(part.weeks, *rel);
            let Some(of) = doers.get_mut(*slot) else { continue };
            match of.iter_mut().find(|(known, _)| known == doer) {
                Some((_, all)) => *all |= weeks,
                None => of.push((*doer, weeks)),
            }
        }
    }
    let (mut done, mut undone) = (Vec::new(), Vec::new());
    for (slot, doers) in problem.slots.iter().zip(doers) {
        let What::Duty { duty, outside, .. } = slot.what else { continue };
        for (base, weeks) in doers {
            let mut slot = Slot { what: What::Duty { duty, base, outside }, weeks, ..slot.clone() };
            if let Some(at) = slot.may.iter().position(|who| *who == base)
                && let Some(before) = slot.may.get_mut(..=at)
            {
                before.rotate_right(1);
            }
            if base == NOBODY { undone.push(slot) } else { done.push(slot) }
        }
    }
    (done, undone, settled)
}
