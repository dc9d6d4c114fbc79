//! How Foothold speaks, in both languages: nobody is called by a label, nothing is claimed that a
//! clinic cannot keep, and Spanish says block by block what English says.

use foothold_words::guide::Guide;
use foothold_words::prose::{Block, CLINIC, Section, hero, sections};
use foothold_words::topics::Topics;
use foothold_words::{Key, Lang, Text, Words, page};

/// Words that put a label before the person; matched as whole words in small letters.
const LABELS: [&str; 33] = [
    "addict",
    "addicts",
    "user",
    "users",
    "junkie",
    "alcoholic",
    "alcoholics",
    "drunk",
    "abuse",
    "abuser",
    "habit",
    "clean",
    "dirty",
    "relapser",
    "noncompliant",
    "adicto",
    "adicta",
    "adictos",
    "adictas",
    "alcohólico",
    "alcohólica",
    "alcohólicos",
    "drogadicto",
    "drogadicta",
    "drogadictos",
    "toxicómano",
    "vicio",
    "abuso",
    "limpio",
    "limpia",
    "sucio",
    "borracho",
    "fracaso",
];

/// What no text may claim, in small letters.
const CLAIMS: [&str; 28] = [
    "100%",
    "100 %",
    "confidential",
    "confidencial",
    "hipaa",
    "guarantee",
    "garanti",
    "you qualify",
    "you are eligible",
    "usted califica",
    "es elegible",
    "covered by",
    "is covered",
    "está cubierto",
    "cubre su seguro",
    "right for you",
    "best for you",
    "ideal para usted",
    "adecuado para usted",
    "success rate",
    "tasa de éxito",
    "cure",
    "te cura",
    "keep your job",
    "conservar su empleo",
    "detox",
    "desintoxic",
    "internamiento",
];

fn block_texts(block: &Block) -> Vec<&'static str> {
    match *block {
        Block::Text { text, .. } | Block::Ask { text, .. } => vec![text],
        Block::Point { title, text, .. } | Block::Step { title, text, .. } | Block::Fact { title, text, .. } => {
            vec![title, text]
        }
        Block::Card { title, text, more, .. } => [&[title, text], more].concat(),
        Block::Question { question, answer, .. } => [&[question], answer].concat(),
    }
}

fn section_texts(section: &Section) -> Vec<&'static str> {
    let blocks = section.blocks.iter().flat_map(block_texts);
    [section.eyebrow, section.title, section.lead].into_iter().chain(blocks).collect()
}

/// Everything that a visitor may read in this language.
fn everything(lang: Lang) -> Vec<&'static str> {
    let words = Words::new(lang);
    let top = hero(lang);
    let mut all = vec![top.eyebrow, top.title, top.lead, top.plan_action, top.happens_action, top.week_caption];
    all.extend(sections(lang).iter().flat_map(section_texts));
    let topics = Topics::of(lang);
    all.extend(topics.level_heads);
    all.extend(topics.level_rows.iter().flat_map(|row| [row.name, row.hours, row.nights, row.work, row.purpose]));
    for topic in topics.all() {
        all.extend([topic.title, topic.description, topic.name, topic.about, topic.heading, topic.lead]);
        all.extend(topic.sections.iter().flat_map(section_texts));
    }
    all.extend(Guide::of(lang).texts());
    all.extend(Key::ALL.map(|key| words.say(key)));
    all.extend(page::ALL.iter().map(|text| words.of(*text)));
    all
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn gaps(text: &str) -> Vec<&str> {
    let mut gaps: Vec<&str> =
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|gap| gap.0)).collect();
    gaps.sort_unstable();
    gaps.dedup();
    gaps
}

#[test]
fn nobody_is_called_by_a_label_in_either_language() {
    for lang in Lang::SPOKEN {
        for text in everything(lang) {
            for word in words(text) {
                assert!(!LABELS.contains(&word.as_str()), "`{word}` in: {text}");
            }
        }
    }
}

#[test]
fn nothing_is_claimed_that_a_clinic_cannot_keep_in_either_language() {
    for lang in Lang::SPOKEN {
        for text in everything(lang) {
            let lower = text.to_lowercase();
            for claim in CLAIMS {
                assert!(!lower.contains(claim), "`{claim}` in: {text}");
            }
        }
    }
}

#[test]
fn spanish_says_block_by_block_what_english_says() {
    let all = |lang: Lang| -> Vec<Section> {
        let topics = Topics::of(lang).all();
        sections(lang).iter().chain(topics.into_iter().flat_map(|topic| topic.sections)).copied().collect()
    };
    let (english, spanish) = (all(Lang::En), all(Lang::Es));
    let ids = |sections: &[Section]| -> Vec<&str> { sections.iter().map(|section| section.id).collect() };
    assert_eq!(ids(&english), ids(&spanish));
    let levels = |lang: Lang| Topics::of(lang).level_rows.map(|row| row.id);
    assert_eq!(levels(Lang::En), levels(Lang::Es));
    for (en, es) in english.iter().zip(&spanish) {
        let shape = |section: &Section| -> Vec<(&str, usize)> {
            section.blocks.iter().map(|block| (block.id(), block_texts(block).len())).collect()
        };
        assert_eq!(shape(en), shape(es), "{}", en.id);
        let clinics = |section: &Section| section_texts(section).concat().matches(CLINIC).count();
        assert_eq!(clinics(en), clinics(es), "{} names the clinic", en.id);
    }
}

#[test]
fn every_text_of_the_pages_fills_the_same_gaps_in_both_languages() {
    for Text { en, es } in page::ALL {
        assert_eq!(gaps(en), gaps(es), "{en}");
        assert!(!en.is_empty() && !es.is_empty() && !en.contains('\n') && !es.contains('\n'), "{en}");
    }
}

#[test]
fn the_guide_fills_the_same_gaps_in_both_languages() {
    let (english, spanish) = (Guide::of(Lang::En).texts(), Guide::of(Lang::Es).texts());
    assert_eq!(english.len(), spanish.len());
    for (en, es) in english.into_iter().zip(spanish) {
        assert_eq!(gaps(en), gaps(es), "{en}");
    }
}

#[test]
fn no_spanish_sentence_is_long_and_none_says_tu() {
    for text in everything(Lang::Es) {
        for sentence in text.split(['.', '?', '!', ':', ';', '\n']) {
            assert!(words(sentence).len() <= 36, "a long sentence: {sentence}");
        }
        for word in words(text) {
            assert!(
                !["tú", "tu", "tus", "ti", "contigo", "puedes", "tienes"].contains(&word.as_str()),
                "`{word}`: {text}"
            );
        }
    }
}

/// Syllables as readability formulas count them: groups of vowels, less a silent ending.
fn syllables(word: &str) -> u32 {
    let vowel = |c: char| "aeiouy".contains(c);
    let groups =
        word.chars().fold((0, false), |(count, before), c| (count + u32::from(vowel(c) && !before), vowel(c))).0;
    let silent = (word.ends_with('e') && !word.ends_with("le")) || (word.ends_with("ed") && !word.ends_with("ted"));
    groups.saturating_sub(u32::from(silent && groups > 1)).max(1)
}

/// The school grade that the Flesch-Kincaid formula gives.
fn grade(texts: &[&str]) -> f64 {
    let mut counted = (0_u32, 0_u32, 0_u32);
    for sentence in texts.iter().flat_map(|text| text.split(['.', '?', '!', ':', ';'])) {
        let words = words(sentence);
        counted.0 += u32::from(!words.is_empty());
        counted.1 += u32::try_from(words.len()).unwrap_or(0);
        counted.2 += words.iter().map(|word| syllables(word)).sum::<u32>();
    }
    let (sentences, words, syllables) = (f64::from(counted.0), f64::from(counted.1), f64::from(counted.2));
    0.39 * words / sentences + 11.8 * syllables / words - 15.59
}

#[test]
fn every_part_of_every_page_reads_easily() {
    let topics = Topics::of(Lang::En).all();
    for section in sections(Lang::En).iter().chain(topics.into_iter().flat_map(|topic| topic.sections)) {
        let grade = grade(&section_texts(section));
        assert!(grade <= 8.0, "{}: grade {grade:.1}", section.id);
    }
    let guide = grade(&Guide::of(Lang::En).spoken());
    assert!(guide <= 6.0, "the guide: grade {guide:.1}");
    for topic in topics {
        assert!(grade(&[topic.lead, topic.heading]) <= 8.0, "{}", topic.heading);
    }
}
