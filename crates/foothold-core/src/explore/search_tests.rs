//! What is found, in which order, however it was typed.

use super::*;

const SAYINGS: Sayings = Sayings {
    idle: "the a is it my how much",
    first: &["detox", "want to die", "sobredosis"],
    same: &[("rehab", "treatment"), ("how much", "price"), ("12 step", "believe"), ("aa", "believe")],
};

fn place(title: &str, text: &str) -> Place {
    let address = format!("page/#{}", fold(title).replace(' ', "-"));
    Place { title: title.into(), page: "Page".into(), address, text: text.into() }
}

fn places() -> Vec<Place> {
    vec![
        place("What it is", "Treatment on some days. You live at home and go to work."),
        place("Can I keep my job?", "Often yes. Look at the evenings. Work can go on."),
        place("Insurance", "What does the plan pay? Ask for the price. The insurance card has a number."),
        place("Do I have to believe in something?", "Some use the 12 steps."),
        place("La adicción", "Los niños pueden venir. ¿Cuánto cuesta?"),
    ]
}

fn index() -> Index {
    Index::read(&write(&places(), &SAYINGS)).expect("an index")
}

fn titles(typed: &str) -> Vec<String> {
    index().find(typed).hits.iter().map(|hit| hit.place.title.clone()).collect()
}

fn first(typed: &str) -> String {
    titles(typed).first().cloned().unwrap_or_default()
}

#[test]
fn an_index_comes_back_as_it_was_written_and_no_other_text_is_one() {
    let odd = vec![place("A\ttitle\nof two", "with\ttabs")];
    let read = Index::read(&write(&odd, &SAYINGS)).expect("an index");
    assert_eq!(read.places.first().map(|known| known.place.title.as_str()), Some("A title of two"));
    let known: Vec<Place> = index().places.into_iter().map(|known| known.place).collect();
    assert_eq!(known, places());
    for text in ["", "search 1", "search 2\n\n\n\n", "<!doctype html>", "search 1\n\n\n\na line without tabs"] {
        assert!(Index::read(text).is_none(), "{text:?}");
    }
}

#[test]
fn case_accents_and_punctuation_do_not_matter_however_they_are_typed() {
    assert_eq!(fold("  ¿Cuánto CUESTA, la  niñez?"), "cuanto cuesta la ninez");
    assert_eq!(fold("Don’t can't 12-step"), "dont cant 12 step");
    // An accent as a letter of its own, as some phones type it.
    assert_eq!(fold("adiccio\u{301}n"), "adiccion");
    for typed in ["adiccion", "ADICCIÓN", "la adicción", "adiccio\u{301}n", "ninos", "niños", "nino"] {
        assert_eq!(first(typed), "La adicción", "{typed}");
    }
}

#[test]
fn what_is_still_being_typed_and_other_endings_are_found() {
    for typed in ["ins", "insur", "insurance", "insurances", "INSURANCE?"] {
        assert_eq!(first(typed), "Insurance", "{typed}");
    }
    assert_eq!(first("jobs"), "Can I keep my job?");
    assert_eq!(first("working"), "What it is");
    assert!(titles("in").contains(&"Do I have to believe in something?".to_owned()), "a whole word of two letters");
}

#[test]
fn slips_of_the_finger_are_forgiven_where_nothing_is_spelled_so() {
    for typed in ["insurence", "inusrance", "insurnce", "insuurance", "insrunace", "insuranse", "imsurance"] {
        assert_eq!(first(typed), "Insurance", "{typed}");
    }
    assert_eq!(first("beleive"), "Do I have to believe in something?");
    assert_eq!(first("pirce"), "Insurance");
    // A word that is there is not taken for one like it.
    assert_eq!(titles("work"), ["What it is", "Can I keep my job?"]);
    for typed in ["zzz", "qwertyuiop", "x", "!!!", "", "   ", "cat"] {
        assert_eq!(titles(typed), [""; 0], "{typed}");
    }
}

#[test]
fn both_words_people_use_lead_there() {
    assert_eq!(first("rehab"), "What it is");
    assert_eq!(first("rehabb"), "What it is");
    assert_eq!(first("12-step"), "Do I have to believe in something?");
    assert_eq!(first("AA"), "Do I have to believe in something?");
    assert_eq!(first("how much is it"), "Insurance");
}

#[test]
fn a_heading_counts_more_than_a_sentence_and_two_words_more_than_one() {
    let both = vec![place("Leave", "Ask at work."), place("Work", "Ask."), place("Work and leave", "Ask.")];
    let index = Index::read(&write(&both, &SAYINGS)).expect("an index");
    let found = |typed: &str| index.find(typed).hits.iter().map(|hit| hit.place.title.clone()).collect::<Vec<_>>();
    assert_eq!(found("work"), ["Work", "Work and leave", "Leave"]);
    assert_eq!(found("leave work"), ["Work and leave", "Leave", "Work"]);
    assert_eq!(found("leave work tomorrow zebra"), ["Work and leave", "Leave"], "most of it must be there");
}

#[test]
fn words_that_say_nothing_are_left_out_unless_there_is_nothing_else() {
    assert_eq!(titles("the insurance"), titles("insurance"));
    assert_eq!(titles("my"), ["Can I keep my job?"]);
}

#[test]
fn whoever_looks_for_what_cannot_wait_is_told_to_call_first() {
    for typed in ["detox", "Detox near me", "dettox", "i want to die", "sobredosis", "sobredósis", "detoxs"] {
        assert!(index().find(typed).call_first, "{typed}");
    }
    for typed in ["insurance", "want to work", "die", "to", "det", ""] {
        assert!(!index().find(typed).call_first, "{typed}");
    }
}

#[test]
fn a_few_are_named_and_all_are_counted() {
    let many: Vec<Place> = (0..40).map(|at| place(&format!("Group {at}"), "Talk.")).collect();
    let index = Index::read(&write(&many, &SAYINGS)).expect("an index");
    let found = index.find("group");
    assert_eq!((found.hits.len(), found.all), (SHOWN, 40));
    let named: Vec<&str> = found.hits.iter().map(|hit| hit.place.title.as_str()).collect();
    assert!(named.starts_with(&["Group 0", "Group 1"]), "equal ones stay as they stand: {named:?}");
}

#[test]
fn what_is_shown_of_a_place_is_the_sentence_that_says_it_and_ends_between_words() {
    let said = |typed: &str| index().find(typed).hits.first().map(|hit| hit.said.clone()).unwrap_or_default();
    assert_eq!(said("evenings"), "Look at the evenings. Work can go on.");
    assert_eq!(said("cuesta"), "¿Cuánto cuesta?");
    let long = "Élan wörds ".repeat(40);
    let index = Index::read(&write(&[place("Long", &long)], &SAYINGS)).expect("an index");
    let cut = index.find("long").hits.first().map(|hit| hit.said.clone()).expect("a hit");
    assert!(cut.chars().count() <= SAID + 2 && cut.ends_with("wörds …") || cut.ends_with("Élan …"), "{cut}");
}

#[test]
fn nothing_that_is_typed_stops_the_search() {
    let index = index();
    let letters = ["a", "é", " ", "-", "work", "\u{301}", "🙂", "12", "insurance", "\t", "=", ",", "ß", "中"];
    let mut state = 7_u32;
    for _ in 0..2000 {
        let mut typed = String::new();
        for _ in 0..=(state >> 29) {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            typed.push_str(letters[(state >> 16) as usize % letters.len()]);
        }
        let found = index.find(&typed);
        assert!(found.hits.len() <= found.all.min(SHOWN), "{typed:?}");
    }
    let _ = index.find(&"insurance ".repeat(400));
    let _ = index.find(&"i".repeat(4000));
}
