//! How much memory the largest question takes that docs/BENCHMARKS.md states; alone in its program, because all of it is counted.

#[path = "../benches/invented/mod.rs"]
mod invented;

use foothold_core::plan::{Budget, solve, solve_mixed};
use invented::{CORNER, Size, clinic, family, mixable};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const MOST: usize = 32 * 1024 * 1024;

#[test]
fn the_largest_questions_take_less_than_32_mb() {
    let (site, household) = (clinic(CORNER), family(CORNER));
    let answer = solve(&site, &household, Budget::default());
    assert!(answer.offers.len() == CORNER.tracks && answer.offers.iter().all(|offer| offer.proven));
    let most = MEMORY.peak_usage();
    println!("{} kB", most / 1024);
    assert!(most < MOST, "{most} bytes");
    drop((answer, site, household));
    MEMORY.reset_peak_usage();
    let (site, household) = (mixable(), family(Size { commitments: 20, tracks: 0, people: 2, weeks: 12 }));
    let mixed = solve_mixed(&site, &household, Budget::default()).expect("sessions may be mixed");
    assert_ne!(mixed.answer.offers, []);
    let most = MEMORY.peak_usage();
    println!("{} kB where two hundred weekdays may be mixed", most / 1024);
    assert!(most < MOST, "{most} bytes");
}
