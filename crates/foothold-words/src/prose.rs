//! The text of the program page: what an intensive outpatient program (IOP) is, for whom, what
//! happens there, what it asks, how to begin.
//!
//! In: nothing. Out: plain data, read at build time by whatever writes the public pages. The
//! clinic's own times, prices and people are not here; they come from its configuration. A clinical
//! or legal fact has its source and the month of its last check in a comment beside it. The only
//! placeholder is [`CLINIC`]. Spanish, block by block the same, is in `prose_es.rs`.

use crate::topics::sources::Source;
use crate::{Lang, prose_es};

/// Stands for the name of the clinic wherever prose speaks of it.
pub const CLINIC: &str = "{clinic}";

/// The top of the program page: first words, next steps, and the line under the picture of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hero {
    /// Small line above the title.
    pub eyebrow: &'static str,
    /// Title of the page; a line feed parts its two lines.
    pub title: &'static str,
    /// What the page is about, in two or three sentences.
    pub lead: &'static str,
    /// Text of the action that leads to the planner.
    pub plan_action: &'static str,
    /// Text of the action that leads to section `happens`.
    pub happens_action: &'static str,
    /// Says in words what the picture of a week shows.
    pub week_caption: &'static str,
}

/// Where a piece of prose stands on the program page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// Anchor on the page, kebab-case; no other section or block has it.
    pub id: &'static str,
    /// Small line above the title.
    pub eyebrow: &'static str,
    /// Heading.
    pub title: &'static str,
    /// First sentences under the heading.
    pub lead: &'static str,
    /// What the section says, in reading order.
    pub blocks: &'static [Block],
}

/// One piece of a section; its id is an anchor that no other block or section has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Text {
        /// Anchor, kebab-case.
        id: &'static str,
        /// The paragraph.
        text: &'static str,
    },
    /// A card that opens for detail.
    Card {
        /// Anchor, kebab-case.
        id: &'static str,
        /// Heading of the card.
        title: &'static str,
        /// What the closed card says.
        text: &'static str,
        /// Paragraphs that opening it adds.
        more: &'static [&'static str],
    },
    /// One of several reasons or facts of equal rank.
    Point {
        /// Anchor, kebab-case.
        id: &'static str,
        /// Heading of the point.
        title: &'static str,
        /// What it says.
        text: &'static str,
    },
    /// One of several things to do in this order.
    Step {
        /// Anchor, kebab-case.
        id: &'static str,
        /// What to do, in a word or two.
        title: &'static str,
        /// How.
        text: &'static str,
    },
    /// A clinical or legal fact with its source.
    Fact {
        /// Anchor, kebab-case.
        id: &'static str,
        /// Heading of the fact.
        title: &'static str,
        /// What it says.
        text: &'static str,
        /// Where it comes from, and when that was checked.
        source: &'static Source,
    },
    /// Something to ask a center or a health plan: one line of a list to tick.
    Ask {
        /// Anchor, kebab-case.
        id: &'static str,
        /// The question to ask.
        text: &'static str,
    },
    /// A question as a visitor would ask it.
    Question {
        /// Anchor, kebab-case.
        id: &'static str,
        /// The question.
        question: &'static str,
        /// Paragraphs of the answer; the first answers it.
        answer: &'static [&'static str],
    },
}

impl Block {
    /// The anchor of this block.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Text { id, .. }
            | Self::Card { id, .. }
            | Self::Point { id, .. }
            | Self::Step { id, .. }
            | Self::Fact { id, .. }
            | Self::Ask { id, .. }
            | Self::Question { id, .. } => id,
        }
    }
}

/// The top of the program page in this language.
pub fn hero(lang: Lang) -> Hero {
    if lang == Lang::Es { prose_es::HERO } else { HERO }
}

/// The program page below its top, in reading order and in this language.
pub fn sections(lang: Lang) -> &'static [Section] {
    if lang == Lang::Es { prose_es::SECTIONS } else { SECTIONS }
}

const HERO: Hero = Hero {
    eyebrow: "Intensive outpatient program",
    title: "Real help each week.\nHome every night.",
    lead: "One-to-one talks, groups and workshops on a few days a week. Your job, your classes \
           and your people can stay part of your life.",
    plan_action: "Can I keep working?",
    happens_action: "See what happens there",
    week_caption: "An example week: a full-time job, and three evenings with us.",
};

const SECTIONS: &[Section] = &[WHAT, WHO, HAPPENS, AVERAGE_WEEK, BENEFITS, WORKING, EXPECT, START, HOPE];

const WHAT: Section = Section {
    id: "what",
    eyebrow: "What it is",
    title: "Treatment that lets you live at home",
    lead: "An intensive outpatient program, or IOP, is treatment for addiction or mental health. \
           You come for planned hours, and you live at home.",
    blocks: &[
        Block::Text {
            id: "what-a-lot",
            text: "Addiction or a mental health problem can be a lot to carry. It is normal to be \
                   nervous when you look for help, for you or for someone you love. It is normal, \
                   too, to ask how treatment could fit with work, school or the people who need you.",
        },
        Block::Text {
            id: "what-at-home",
            text: "In residential care, you live at the treatment center, and not everyone can. \
                   In an IOP, you come on several days a week for a few hours of therapy, groups \
                   and workshops. Then you go home.",
        },
        Block::Text {
            id: "what-between",
            // Place in the range of care: SAMHSA TIP 47, ncbi.nlm.nih.gov/books/NBK64088 (levels
            // are points on one line; people step up or down). Checked 2026-11.
            // Hours: ASAM Criteria, 3rd edition, level 2.1, as quoted by Aetna (adults 9-19, teens
            // 6-19); Medicare Part B, 9-19 (chcs.org, new changes to IOP coverage); SAMHSA Advisory
            // 2021 (at least 9, teens 6). Checked 2026-11.
            // Weeks: lengths that programs publish, for example 6-8 (riversbendpc.com) and the
            // 16-week Matrix model (cebc4cw.org). Some are shorter: never a promise. Checked
            // 2026-11.
            text: "It is more than one visit a week and less than residential care. Many programs \
                   plan 9 to 19 hours a week for adults; for teens it can be 6. Many run 6 to 16 \
                   weeks. Yours will tell you.",
        },
        Block::Text {
            id: "what-you-get",
            text: "You get a clear plan, people who guide you and skills to practice. There is \
                   room left for your routine and for the things you take care of.",
        },
    ],
};

const WHO: Section = Section {
    id: "who",
    eyebrow: "Who it may suit",
    title: "People come for different reasons",
    lead: "You may see yourself, or someone you love, in one of these. This page does not decide; \
           you and a professional do that together.",
    blocks: &[
        // Stepping down, first treatment and stepping up are the three uses that the SAMHSA
        // Advisory "Clinical Issues in Intensive Outpatient Treatment", 2021, names. Checked
        // 2026-11.
        Block::Point {
            id: "who-after-residential",
            title: "You are coming home from residential care",
            text: "You want support to go on while you settle back in.",
        },
        Block::Point {
            id: "who-mild-to-moderate",
            title: "You do not need care day and night",
            text: "Your substance use is mild to moderate. You do not need medical care for \
                   withdrawal, or staff around you at all hours.",
        },
        Block::Point {
            id: "who-duties",
            title: "You cannot move into a center",
            text: "Children, a job or school need you where you are.",
        },
        Block::Point {
            id: "who-extra-support",
            title: "You had treatment before",
            text: "You want more support to prevent a return to use, or certain places, people or \
                   moods still pull at you.",
        },
        Block::Point {
            id: "who-step-up",
            title: "One talk a week is not enough",
            text: "You already see someone about mental health or substance use, and right now \
                   you need more.",
        },
        Block::Text {
            id: "who-unsure",
            text: "Not sure? A treatment professional can listen, ask, and look with you for the \
                   kind of care that meets your needs. You can start with {clinic}.",
        },
    ],
};

const HAPPENS: Section = Section {
    id: "happens",
    eyebrow: "What happens there",
    title: "Talk, listen, learn, try it out",
    lead: "Programs differ, so the numbers here are examples.",
    blocks: &[
        Block::Card {
            id: "happens-one-to-one",
            title: "One-to-one",
            text: "You and a licensed counselor look at what stands in your way and find healthy \
                   ways to deal with it.",
            more: &[
                "You talk about your week and pick one thing to work on, such as sleep, a craving \
                 or a hard talk at home.",
                // One individual session of 50 minutes a week beside the groups: a published IOP of
                // 4,724 people (recademy.com/?p=3865). Times agreed with the therapist:
                // ebtseattle.com/intensive-outpatient-services/dbt. Checked 2026-11.
                "About 50 minutes, once a week, is common. Often you agree on the time together. \
                 You need not tell everything at once.",
            ],
        },
        Block::Card {
            id: "happens-group",
            title: "Group",
            text: "You meet people who know this from their own lives. They share what they have \
                   been through, and you encourage each other.",
            more: &[
                "A counselor leads. People say how their days went, and others answer with what \
                 helped them. You may practice something together, such as how to say no.",
                // Groups of 8-12, visits of 3 hours: Matrix model, cebc4cw.org. Blocks of 50
                // minutes with breaks between: psych.ucsf.edu/lpphc/phpiop/hours. Checked 2026-11.
                "A group often has 8 to 12 people and meets for three hours, with breaks.",
                "You can ask to listen first, or say \u{201c}not today\u{201d} to a question. \
                 Ask, too, what stays in the room.",
            ],
        },
        Block::Card {
            id: "happens-workshop",
            title: "Workshop",
            text: "You learn how addiction works, how to prevent a return to use, how to handle \
                   stress and how to stay well in the long run.",
            more: &[
                "Think of a small class. Someone explains one topic, and you try it out: a plan \
                 for Friday night, or a way to calm down.",
                // 1.5 hours of teaching in a visit of 3 hours: riversbendpc.com. Checked 2026-11.
                "It may last 90 minutes, half of a three-hour visit. Nobody grades you, and you \
                 do not have to tell your own story.",
            ],
        },
        Block::Card {
            id: "happens-family",
            title: "Family time",
            text: "The people close to you can learn what helps, ask their questions and be heard.",
            more: &[
                "You and your family may meet a counselor alone, or together with a few other \
                 families. You talk about trust, limits and what a good day at home looks like.",
                // A family education group each week: Matrix model, cebc4cw.org. A multi-family
                // evening of three hours: palmettohealth.org timetable. Checked 2026-11.
                "It may be every week or now and then, for up to three hours.",
                // Parent groups as a condition for teens:
                // insightrecovery.com/attendance-expectations. Checked 2026-11.
                "Adults can often choose whom to bring, and a friend may count as family. Teen \
                 programs may ask a parent to come.",
            ],
        },
    ],
};

const AVERAGE_WEEK: Section = Section {
    id: "average-week",
    eyebrow: "An example",
    title: "What three days can look like",
    lead: "A made-up week. Yours comes from your own plan.",
    blocks: &[
        Block::Point {
            id: "week-group",
            title: "Monday: group",
            text: "The topic is how to talk with each other. You practice saying what you need, \
                   and hearing others.",
        },
        Block::Point {
            id: "week-review",
            title: "Wednesday: one-to-one",
            text: "You look back with your counselor. What got easier? What is still hard? What \
                   comes next?",
        },
        Block::Point {
            id: "week-workshop",
            title: "Thursday: workshop",
            text: "You learn what a craving is and try ways to let it pass.",
        },
        Block::Text {
            id: "week-together",
            text: "The parts build on each other. You learn a skill in the workshop, try it in \
                   group, use it at home and talk it over one-to-one. Together, they can give you \
                   firmer ground to stand on.",
        },
    ],
};

const BENEFITS: Section = Section {
    id: "benefits",
    eyebrow: "Why people choose it",
    title: "Four good things about it",
    lead: "What people like about it, and what to ask.",
    blocks: &[
        Block::Point {
            id: "benefits-flexible",
            title: "It makes room for your life",
            text: "Many programs offer day and evening times. Look for ones that leave your work \
                   and family time in place.",
        },
        Block::Point {
            id: "benefits-cost",
            title: "It can cost less",
            // Parity (MHPAEA), 42 U.S.C. 300gg-26 and 29 U.S.C. 1185a: a plan with both kinds of
            // benefits may not limit mental health and substance use care more strictly than
            // medical and surgical care. Not every plan is under it. Parts of the 2024 rule are not
            // enforced since 2025-05-15; the statute stands. Checked 2026-11.
            text: "There is no overnight stay to pay for, so the price can be lower than for \
                   residential care. Many health plans may not be stricter about mental health and substance use care than about other care. Ask your plan, and ask {clinic}, what \
                   you would pay.",
        },
        Block::Point {
            id: "benefits-practice",
            title: "You practice in real life",
            text: "What you learn today, you can try tonight: at home, on the job or in class.",
        },
        Block::Point {
            id: "benefits-peers",
            title: "You meet people who get it",
            text: "Being with others who face the same things can make you feel less alone, and \
                   part of a group.",
        },
        Block::Text {
            id: "benefits-step",
            text: "For many people, that makes it a good step toward the life they want back.",
        },
    ],
};

const WORKING: Section = Section {
    id: "working",
    eyebrow: "Work, school, family",
    title: "Can I go on with my job and family life?",
    lead: "Often yes. Not every timetable fits every week, so it is good to check.",
    blocks: &[
        Block::Text {
            id: "working-both",
            text: "An IOP is made for people whose days are full. Many work, study or raise \
                   children and still come to their sessions. They get help, and they are there \
                   for their family.",
        },
        Block::Point {
            id: "working-evenings",
            title: "Evenings help, and need a plan",
            // Evening groups (6-9pm) lie outside the hours of most child care centers: Urban
            // Institute, child care during nontraditional hours. Checked 2026-11.
            text: "An evening group can leave the workday free. If you have children, someone may \
                   need to be with them.",
        },
        Block::Point {
            id: "working-planner",
            title: "Try it with your own week",
            text: "Put your fixed times into the planner. It shows what fits and, where something \
                   does not, what could change. What you type stays on this page until you choose \
                   to share it.",
        },
        Block::Point {
            id: "working-leave",
            title: "If you need time off",
            // FMLA: 29 CFR 825.112-115 and 825.119 (substance use: only for treatment by a health
            // care provider or on referral), 825.202-205 (leave in parts of a day), 825.104 and
            // 825.110 (which employers and employees). Unpaid. States add their own laws. Checked
            // 2026-11.
            text: "Laws such as the FMLA may give you unpaid leave for treatment, even for part \
                   of a day. It depends on your job and your state. Ask your HR office what \
                   applies to you, and ask {clinic} about the papers.",
        },
    ],
};

const EXPECT: Section = Section {
    id: "expect",
    eyebrow: "Questions",
    title: "What you can expect",
    lead: "Short answers to common questions.",
    blocks: &[
        Block::Question {
            id: "expect-first-visit",
            question: "What happens at the first visit?",
            answer: &[
                "You should feel welcome: it is a place to heal, not to be judged.",
                // An intake of 90 minutes: instituteofliving.org, perinatal day program. Assessment
                // first: hcenter.org/pages/ProgramsTreatment/assessment. Checked 2026-11.
                "It starts with an assessment. Someone asks about your health, your days and your \
                 hopes, to learn what you need. That can take 90 minutes.",
            ],
        },
        Block::Question {
            id: "expect-schedule",
            question: "Will they plan around my life?",
            answer: &["After the assessment you get a schedule. Tell them about shifts, classes and \
                 children, so they can plan around those. Group times are often fixed, so ask \
                 what can move."],
        },
        Block::Question {
            id: "expect-mix",
            question: "What will I do there?",
            // Weekly urine and breath tests: Matrix model, cebc4cw.org. Checked 2026-11.
            answer: &["A mix: different kinds of therapy, learning, time with others, and goals that \
                 you set. Some addiction programs also ask for urine or breath tests."],
        },
        Block::Question {
            id: "expect-team",
            question: "What do the professionals do?",
            // Moves between levels follow reassessment, not a fixed number of days: ASAM Criteria;
            // fewer hours toward the end: thedailypledge.org/what-happens-after-inpatient. Checked
            // 2026-11.
            answer: &["They guide you from the first talk to the last, see how it goes and change the \
                 plan with you. When a new stage begins, often with fewer hours, they help you \
                 get used to it."],
        },
        Block::Question {
            id: "expect-missed",
            question: "What if I miss a session?",
            // Limits differ: 2 missed groups, or 6 in 12 weeks, can end a place
            // (insightrecovery.com/attendance-expectations; mhs-dbt.com attendance policy). Checked
            // 2026-11.
            answer: &["Call as soon as you know. Programs often have a rule about missed sessions, and \
                 some are strict. Ask about it before you start."],
        },
        Block::Question {
            id: "expect-speaking",
            question: "Do I have to speak in group?",
            answer: &["You can start small: say your name and listen. If speaking scares you, tell the \
                 counselor before the first group."],
        },
        Block::Question {
            id: "expect-withdrawal",
            question: "What if I may need care for withdrawal?",
            // Sudden stopping can be life-threatening with some substances: SAMHSA TIP 45,
            // Detoxification and Substance Abuse Treatment, chapter 4. Nothing more is said here,
            // on purpose. Checked 2026-11.
            answer: &[
                "Talk to a medical professional before you stop. Stopping some substances \
                 suddenly can be dangerous.",
                "An IOP does not watch over you day and night. If you need that first, an IOP can \
                 come after.",
            ],
        },
        Block::Question {
            id: "expect-evidence",
            question: "How does it compare with residential care?",
            // SAMHSA Advisory, Clinical Issues in Intensive Outpatient Treatment for Substance Use
            // Disorders, 2021, key messages: comparable for clients with minimal risk of acute
            // intoxication or withdrawal, health conditions and psychological symptoms. The limit
            // must stay with the claim. Checked 2026-11.
            answer: &[
                "Studies of substance use care found results comparable to residential care, for \
                 people with little risk from withdrawal, health problems or mental health \
                 symptoms. They cannot tell how it will go for one person.",
                "Source: SAMHSA Advisory, 2021.",
            ],
        },
    ],
};

const START: Section = Section {
    id: "start",
    eyebrow: "How to start",
    title: "Three steps, at your pace",
    lead: "You do not need to have it all worked out.",
    blocks: &[
        Block::Step {
            id: "start-look",
            title: "Look around",
            text: "Look for a place where people are kind and the treatment is backed by \
                   evidence. Ask which methods they use, and why.",
        },
        Block::Step {
            id: "start-ask",
            title: "Ask",
            text: "Ask about times, insurance and price, and about support such as rides or help \
                   after the program.",
        },
        Block::Step {
            id: "start-reach-out",
            title: "Call or write",
            text: "Your call or message goes to a person at {clinic} who is there to help.",
        },
    ],
};

const HOPE: Section = Section {
    id: "hope",
    eyebrow: "From here",
    title: "Recovery is possible",
    lead: "For you, and for the people you care about.",
    blocks: &[
        Block::Text {
            id: "hope-steps",
            text: "People heal a step at a time. The next one is the only one you need today.",
        },
        Block::Text {
            id: "hope-together",
            text: "You do not have to do it by yourself. An IOP gives you a plan, people beside \
                   you and room to move, while daily life goes on.",
        },
        Block::Text {
            id: "hope-clinic",
            text: "When you want something to change, {clinic} is here for the next step. Hope \
                   and help can be closer than they feel.",
        },
    ],
};

/// Every point that the page was asked to make, in a few neutral words, and the id of the block
/// that makes it. `docs/SEED.md` shows this as a table.
pub const SEED_POINTS: &[(&str, &str)] = &[
    ("addiction or mental health problems can overwhelm", "what-a-lot"),
    ("worry about finding suitable help is normal, for oneself or a loved one", "what-a-lot"),
    ("the question how treatment goes with work, school and caring for others", "what-a-lot"),
    ("structure and support, with room for daily life", "what-you-get"),
    ("residential care means staying on site, which not everyone can", "what-at-home"),
    ("an IOP is the alternative: living at home", "what-at-home"),
    ("planned therapy, groups and workshops on several days, then home", "what-at-home"),
    ("between living at a center and lighter outpatient care", "what-between"),
    ("duties and routines can go on", "what-you-get"),
    ("structured support, skills and guidance", "what-you-get"),
    ("suits: stepping down from residential care", "who-after-residential"),
    ("suits: mild to moderate use, no need for care day and night or for detox", "who-mild-to-moderate"),
    ("suits: family, work or school rule out residential care", "who-duties"),
    ("suits: more support after earlier treatment, to prevent a relapse", "who-extra-support"),
    ("suits: triggers that go on", "who-extra-support"),
    ("unsure: a professional helps to match needs and level of care", "who-unsure"),
    ("sessions on several days a week, a few hours each", "what-at-home"),
    ("individual therapy: licensed counselor, obstacles, coping skills", "happens-one-to-one"),
    ("group therapy: experience and encouragement among people who understand", "happens-group"),
    ("workshops: addiction, relapse prevention, stress, long-term wellness", "happens-workshop"),
    ("example week: group on communication", "week-group"),
    ("example week: individual progress review", "week-review"),
    ("example week: workshop on cravings", "week-workshop"),
    ("the parts work together as a foundation", "week-together"),
    ("benefit: flexible times around work and family", "benefits-flexible"),
    ("benefit: costs can be lower without overnight stays", "benefits-cost"),
    ("benefit: skills used at once in daily life", "benefits-practice"),
    ("benefit: peers, less isolation, community", "benefits-peers"),
    ("a good step for many who want their future back", "benefits-step"),
    ("treatment without leaving work or family: designed for it", "working-both"),
    ("therapy and groups while job and family relations go on", "working-both"),
    ("no need to choose between help and loved ones", "working-both"),
    ("start: a welcoming place for healing", "expect-first-visit"),
    ("start: an assessment of needs", "expect-first-visit"),
    ("start: a schedule made for the person's life", "expect-schedule"),
    ("sessions mix therapies, goals, education and peers", "expect-mix"),
    ("professional guidance all the way", "expect-team"),
    ("support in adjusting to each stage", "expect-team"),
    ("step: look for compassionate, evidence-based care", "start-look"),
    ("step: ask about times, insurance, price and support", "start-ask"),
    ("step: call or message, someone is ready to help", "start-reach-out"),
    ("recovery is possible, step by step", "hope-steps"),
    ("nobody has to do it alone", "hope-together"),
    ("structure, support and flexibility amid daily demands", "hope-together"),
    ("the clinic is here for the next step", "hope-clinic"),
    ("hope and help are near", "hope-clinic"),
];

#[cfg(test)]
#[path = "prose_tests.rs"]
mod tests;
