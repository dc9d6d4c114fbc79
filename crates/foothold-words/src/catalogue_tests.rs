use super::*;
use crate::Words;

/// What neither language may promise, in lower case.
const NEVER: [&str; 14] = [
    "100%",
    "100 %",
    "confidential",
    "confidencial",
    "hipaa",
    "you qualify",
    "usted califica",
    "covered",
    "cubierto",
    "guarantee",
    "garanti",
    "right for you",
    "adecuado para usted",
    "ideal para usted",
];

fn gaps(text: &str) -> Vec<&str> {
    let mut gaps: Vec<&str> =
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|gap| gap.0)).collect();
    gaps.sort_unstable();
    gaps.dedup();
    gaps
}

#[test]
fn no_text_is_empty_or_longer_than_a_line() {
    for words in [Words::EN, Words::ES] {
        for key in Key::ALL {
            let text = words.say(key);
            assert!(!text.is_empty() && !text.contains('\n'), "{key:?} in {:?}", words.lang);
            assert_eq!(text.matches('{').count(), text.matches('}').count(), "{key:?} in {:?}", words.lang);
        }
    }
}

#[test]
fn every_language_fills_the_same_gaps() {
    for key in Key::ALL {
        assert_eq!(gaps(Words::EN.say(key)), gaps(Words::ES.say(key)), "{key:?}");
    }
}

#[test]
fn no_text_claims_what_nobody_can_promise() {
    for words in [Words::EN, Words::ES] {
        for key in Key::ALL {
            let text = words.say(key).to_lowercase();
            for claim in NEVER {
                assert!(!text.contains(claim), "{key:?} says {claim}");
            }
        }
    }
}
