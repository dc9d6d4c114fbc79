use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::*;

/// The points of the source text, one by one, in its order.
const POINTS: [&str; 46] = [
    "addiction or mental health problems can overwhelm",
    "worry about finding suitable help is normal, for oneself or a loved one",
    "the question how treatment goes with work, school and caring for others",
    "structure and support, with room for daily life",
    "residential care means staying on site, which not everyone can",
    "an IOP is the alternative: living at home",
    "planned therapy, groups and workshops on several days, then home",
    "between living at a center and lighter outpatient care",
    "duties and routines can go on",
    "structured support, skills and guidance",
    "suits: stepping down from residential care",
    "suits: mild to moderate use, no need for care day and night or for detox",
    "suits: family, work or school rule out residential care",
    "suits: more support after earlier treatment, to prevent a relapse",
    "suits: triggers that go on",
    "unsure: a professional helps to match needs and level of care",
    "sessions on several days a week, a few hours each",
    "individual therapy: licensed counselor, obstacles, coping skills",
    "group therapy: experience and encouragement among people who understand",
    "workshops: addiction, relapse prevention, stress, long-term wellness",
    "example week: group on communication",
    "example week: individual progress review",
    "example week: workshop on cravings",
    "the parts work together as a foundation",
    "benefit: flexible times around work and family",
    "benefit: costs can be lower without overnight stays",
    "benefit: skills used at once in daily life",
    "benefit: peers, less isolation, community",
    "a good step for many who want their future back",
    "treatment without leaving work or family: designed for it",
    "therapy and groups while job and family relations go on",
    "no need to choose between help and loved ones",
    "start: a welcoming place for healing",
    "start: an assessment of needs",
    "start: a schedule made for the person's life",
    "sessions mix therapies, goals, education and peers",
    "professional guidance all the way",
    "support in adjusting to each stage",
    "step: look for compassionate, evidence-based care",
    "step: ask about times, insurance, price and support",
    "step: call or message, someone is ready to help",
    "recovery is possible, step by step",
    "nobody has to do it alone",
    "structure, support and flexibility amid daily demands",
    "the clinic is here for the next step",
    "hope and help are near",
];

/// What no page may claim, in lower case.
const NEVER_CLAIM: [&str; 29] = [
    "100",
    "%",
    "percent",
    "hipaa",
    "confidential",
    "guarantee",
    "covered",
    "your insurance covers",
    "your plan covers",
    "you qualify",
    "you are eligible",
    "right for you",
    "best for you",
    "you need an iop",
    "success rate",
    "success",
    "proven",
    "cure",
    "you can keep your job",
    "will keep your job",
    "keep working while",
    "detox",
    "taper",
    "cut down",
    "as effective as",
    "always works",
    "works for everyone",
    "no risk",
    "anonymous",
];

/// Words that put a label before the person, in lower case; matched as whole words.
const NEVER_CALL: [&str; 27] = [
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
    "abusers",
    "habit",
    "habits",
    "clean",
    "dirty",
    "fail",
    "failed",
    "failure",
    "relapser",
    "noncompliant",
    "compliance",
    "sufferer",
    "suffers",
    "victim",
    "crazy",
    "insane",
    "patient",
];

/// The sentences of a section that are read as running text; headings are left out.
fn running(section: &Section) -> Vec<&'static str> {
    let mut texts = vec![section.lead];
    for block in section.blocks {
        match block {
            Block::Text { text, .. }
            | Block::Point { text, .. }
            | Block::Step { text, .. }
            | Block::Fact { text, .. }
            | Block::Ask { text, .. } => {
                texts.push(text);
            }
            Block::Card { text, more, .. } => {
                texts.push(text);
                texts.extend(*more);
            }
            Block::Question { question, answer, .. } => {
                texts.push(question);
                texts.extend(*answer);
            }
        }
    }
    texts
}

/// Every string of a section that a visitor reads.
fn shown(section: &Section) -> Vec<&'static str> {
    let mut texts = running(section);
    texts.extend([section.eyebrow, section.title]);
    for block in section.blocks {
        if let Block::Card { title, .. } | Block::Point { title, .. } | Block::Step { title, .. } = block {
            texts.push(title);
        }
    }
    texts
}

/// Every string of the page that a visitor reads.
fn page() -> Vec<&'static str> {
    let mut texts = vec![HERO.eyebrow, HERO.title, HERO.lead, HERO.plan_action, HERO.happens_action, HERO.week_caption];
    texts.extend(SECTIONS.iter().flat_map(shown));
    texts
}

fn words(text: &str) -> Vec<String> {
    text.replace(CLINIC, "the clinic")
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Syllables as readability formulas count them: groups of vowels, less a silent ending.
fn syllables(word: &str) -> u32 {
    let vowel = |c: char| "aeiouy".contains(c);
    let mut count = 0;
    let mut before = false;
    for c in word.chars() {
        count += u32::from(vowel(c) && !before);
        before = vowel(c);
    }
    let silent = (word.ends_with('e') && !word.ends_with("le"))
        || (word.ends_with("es") && !word.ends_with("ses") && !word.ends_with("ces"))
        || (word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded"));
    if silent && count > 1 {
        count -= 1;
    }
    count.max(1)
}

struct Measure {
    words: u32,
    sentences: u32,
    syllables: u32,
}

impl Measure {
    fn of(texts: &[&str]) -> Self {
        let mut sum = Self { words: 0, sentences: 0, syllables: 0 };
        for sentence in texts.iter().flat_map(|text| text.split(['.', '?', '!', ':'])) {
            let words = words(sentence);
            if words.is_empty() {
                continue;
            }
            sum.sentences += 1;
            for word in &words {
                sum.words += 1;
                sum.syllables += syllables(word);
            }
        }
        sum
    }

    fn words_per_sentence(&self) -> f64 {
        f64::from(self.words) / f64::from(self.sentences)
    }

    /// The school grade that the Flesch-Kincaid formula gives.
    fn grade(&self) -> f64 {
        0.39 * self.words_per_sentence() + 11.8 * f64::from(self.syllables) / f64::from(self.words) - 15.59
    }
}

fn anchors() -> Vec<&'static str> {
    SECTIONS
        .iter()
        .flat_map(|section| std::iter::once(section.id).chain(section.blocks.iter().map(Block::id)))
        .collect()
}

/// `docs/SEED.md` as it should be.
fn seed_table() -> String {
    let mut text = String::from(
        "# Where each point is made\n\n\
         The program page was asked to make these points. Each is made, in words of our own, by the\n\
         block with the id beside it, in `crates/foothold-words/src/prose.rs`. A test compares this\n\
         table with `SEED_POINTS`; when it fails, it prints the table that belongs here.\n\n\
         | Point | Section | Block |\n| --- | --- | --- |\n",
    );
    for (point, id) in SEED_POINTS {
        let section = SECTIONS
            .iter()
            .find(|section| section.blocks.iter().any(|block| block.id() == *id))
            .map_or("nowhere", |section| section.title);
        writeln!(text, "| {point} | {section} | `{id}` |").expect("a string takes all text");
    }
    text
}

#[test]
fn every_point_of_the_source_text_is_listed_once_and_in_order() {
    let listed: Vec<_> = SEED_POINTS.iter().map(|(point, _)| *point).collect();
    assert_eq!(listed, POINTS);
    assert_eq!(listed.iter().collect::<BTreeSet<_>>().len(), POINTS.len());
}

#[test]
fn every_point_of_the_source_text_is_made_by_a_block_that_exists() {
    let blocks: BTreeSet<_> = SECTIONS.iter().flat_map(|section| section.blocks.iter().map(Block::id)).collect();
    for (point, id) in SEED_POINTS {
        assert!(blocks.contains(id), "no block `{id}` makes the point: {point}");
    }
}

#[test]
fn sections_stand_in_the_agreed_order() {
    let ids: Vec<_> = SECTIONS.iter().map(|section| section.id).collect();
    assert_eq!(ids, ["what", "who", "happens", "average-week", "benefits", "working", "expect", "start", "hope"]);
}

#[test]
fn anchors_are_unique_and_kebab_case() {
    let mut seen = BTreeSet::new();
    for id in anchors() {
        assert!(seen.insert(id), "`{id}` is used twice");
        let kebab = id
            .split('-')
            .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()));
        assert!(kebab, "`{id}` is not kebab-case");
    }
}

#[test]
fn every_string_says_something_and_has_no_stray_space() {
    for text in page() {
        assert_ne!(text, "");
        assert_eq!(text, text.trim());
        assert!(!text.contains("  "), "two spaces in: {text}");
    }
}

#[test]
fn a_card_opens_to_two_to_four_paragraphs() {
    for block in SECTIONS.iter().flat_map(|section| section.blocks) {
        if let Block::Card { id, more, .. } = block {
            assert!((2..=4).contains(&more.len()), "`{id}` opens to {}", more.len());
        }
    }
}

#[test]
fn the_clinic_is_the_only_placeholder() {
    for text in page() {
        assert!(!text.replace(CLINIC, "").contains(['{', '}']), "another placeholder in: {text}");
    }
}

#[test]
fn nothing_is_claimed_that_a_clinic_cannot_keep() {
    for text in page() {
        let lower = text.to_lowercase();
        for claim in NEVER_CLAIM {
            assert!(!lower.contains(claim), "`{claim}` in: {text}");
        }
    }
}

#[test]
fn nobody_is_called_by_a_label() {
    for text in page() {
        for word in words(text) {
            assert!(!NEVER_CALL.contains(&word.as_str()), "`{word}` in: {text}");
        }
    }
}

#[test]
fn the_evidence_keeps_its_limit_and_its_source() {
    let claims = page().into_iter().filter(|text| text.contains("comparable")).count();
    assert_eq!(claims, 1, "the comparison is made in one place");
    let answer = SECTIONS.iter().flat_map(|section| section.blocks).find_map(|block| match block {
        Block::Question { id: "expect-evidence", answer, .. } => Some(answer.join(" ")),
        _ => None,
    });
    let answer = answer.expect("the question about evidence");
    for part in ["little risk from withdrawal", "mental health", "SAMHSA Advisory, 2021"] {
        assert!(answer.contains(part), "`{part}` is missing in: {answer}");
    }
}

#[test]
fn withdrawal_leads_to_a_medical_professional() {
    let answers = SECTIONS.iter().flat_map(|section| section.blocks).find_map(|block| match block {
        Block::Question { id: "expect-withdrawal", answer, .. } => answer.first(),
        _ => None,
    });
    assert_eq!(
        answers.copied(),
        Some(
            "Talk to a medical professional before you stop. Stopping some substances suddenly \
             can be dangerous."
        )
    );
}

#[test]
fn the_page_is_short() {
    let count = Measure::of(&SECTIONS.iter().flat_map(running).collect::<Vec<_>>()).words;
    assert!((1100..=1450).contains(&count), "{count} words besides headings");
}

#[test]
fn every_section_reads_easily() {
    for section in SECTIONS {
        let measure = Measure::of(&running(section));
        let (length, grade) = (measure.words_per_sentence(), measure.grade());
        assert!(length <= 16.0, "{}: {length:.1} words a sentence", section.id);
        assert!(grade <= 8.0, "{}: grade {grade:.1}", section.id);
    }
}

#[test]
fn no_sentence_is_long() {
    for text in page() {
        for sentence in text.split(['.', '?', '!', '\n']) {
            assert!(words(sentence).len() <= 26, "a long sentence: {sentence}");
        }
    }
}

#[test]
fn the_syllable_counter_knows_common_words() {
    for (word, count) in [
        ("home", 1),
        ("people", 2),
        ("counselor", 3),
        ("therapy", 3),
        ("family", 3),
        ("planned", 1),
        ("started", 2),
        ("classes", 2),
        ("times", 1),
        ("the", 1),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
}

#[test]
fn the_document_shows_the_points_as_they_are() {
    let table = seed_table();
    assert_eq!(include_str!("../../../docs/SEED.md"), table, "docs/SEED.md should be:\n{table}");
}
