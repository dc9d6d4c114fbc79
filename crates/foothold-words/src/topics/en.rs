//! The pages beside the program page, in English.

use super::sources::{
    ADA, ASAM, FMLA, FMLA_PARTS, FMLA_TREATMENT, HELPLINE, LANGUAGE, LINE_988, MEDICARE, PARITY, PART_2, TIP_47,
};
use super::{Level, Topic, Topics};
use crate::prose::{Block, Section};

pub(super) const TOPICS: Topics = Topics {
    levels: LEVELS,
    level_heads: ["Time", "Nights", "Work or school", "What it is for"],
    level_rows: LEVEL_ROWS,
    questions: QUESTIONS,
    money: MONEY,
    start: START,
};

const LEVELS: Topic = Topic {
    title: "Kinds of care, side by side | {clinic}",
    description: "Early help, weekly counseling, intensive outpatient, day programs, residential and hospital care: time, nights, work and what each is for.",
    name: "Kinds of care",
    about: "Six kinds, side by side",
    heading: "Kinds of care, side by side",
    lead: "More hours are not better or worse. They are what helps at one time in a life. Which kind to begin with is something you work out with a professional. This page does not decide.",
    sections: &[Section {
        id: "moving",
        eyebrow: "Good to know",
        title: "People move between them",
        lead: "Think of a ramp and not of a ladder: you can get on and off at any point.",
        blocks: &[
            Block::Fact {
                id: "moving-line",
                title: "Up, down, and back again",
                text: "The kinds of care lie on one line. People step up when they need more, and step \
                       down as life gets steadier.",
                source: &TIP_47,
            },
            Block::Fact {
                id: "moving-hours",
                title: "Hours say how much, not how ill",
                text: "For adults, intensive outpatient care is often 9 to 19 hours a week, and a day \
                       program 20 or more. Numbers and names differ by state and by plan.",
                source: &ASAM,
            },
            Block::Point {
                id: "moving-when",
                title: "When to move is something you talk about",
                text: "It depends on how things go and not on a fixed number of days. Ask any center how they decide, and what say you have.",
            },
        ],
    }],
};

const LEVEL_ROWS: [Level; 6] = [
    Level {
        id: "early",
        name: "Early help",
        hours: "A few short talks",
        nights: "At home",
        work: "Goes on as before",
        purpose: "To look at drinking, drug use or mood early, before things get worse.",
    },
    Level {
        id: "weekly",
        name: "Weekly counseling",
        hours: "Often 1 or 2 hours a week, always under 9",
        nights: "At home",
        work: "Goes on as before",
        purpose: "Steady support over a longer time, or the step after a program with more hours.",
    },
    Level {
        id: "intensive",
        name: "Intensive outpatient (IOP)",
        hours: "9 to 19 hours a week for adults; from 6 for teens",
        nights: "At home",
        work: "Often goes on, if the times fit",
        purpose: "For when one visit a week is not enough, and care day and night is not needed.",
    },
    Level {
        id: "day",
        name: "Day program (partial hospitalization)",
        hours: "20 hours a week or more, in the daytime",
        nights: "At home",
        work: "Hard to fit beside a day job",
        purpose: "Most of the day with staff, and nights in your own bed.",
    },
    Level {
        id: "residential",
        name: "Residential care",
        hours: "You live there; staff are there day and night",
        nights: "At the center",
        work: "Mostly pauses; some houses make room for it",
        purpose: "A steady place to live while treatment goes on.",
    },
    Level {
        id: "hospital",
        name: "Hospital care",
        hours: "Doctors and nurses, day and night",
        nights: "In the hospital",
        work: "Pauses",
        purpose: "Medical care around the clock, for as long as it is needed.",
    },
];

const QUESTIONS: Topic = Topic {
    title: "Questions people ask | {clinic}",
    description: "Short answers about intensive outpatient programs: privacy, length, online groups, medicine, family, and what comes after.",
    name: "Questions people ask",
    about: "Short answers, each with a link of its own",
    heading: "Questions people ask",
    lead: "Short answers in plain words. If yours is not here, ask us; a person reads it.",
    sections: &[
        Section {
            id: "before",
            eyebrow: "Before you start",
            title: "Before you start",
            lead: "What people wonder about first.",
            blocks: &[
                Block::Question {
                    id: "q-length",
                    question: "How long does it take?",
                    answer: &["Many programs run 6 to 16 weeks, with fewer hours toward the end. It depends on \
                         you and on the program. Ask what is usual, and what could make it longer or shorter."],
                },
                Block::Question {
                    id: "q-mental-health",
                    question: "Is it only for addiction?",
                    answer: &["No. Some programs are for substance use, some for mental health, and some for \
                         both at once. Ask which one you would join, and whether the other is looked after, too."],
                },
                Block::Question {
                    id: "q-find-out",
                    question: "Will other people find out?",
                    answer: &["Federal rules protect records about treatment of substance use. As a rule a \
                         program needs your written yes before it tells others, and there are some \
                         exceptions. Ask who would know, how they call you, and what your plan sends home."],
                },
                Block::Question {
                    id: "q-online",
                    question: "Can I come by video?",
                    answer: &[
                        "Some programs meet by video, some only in person. You need a private room and a good connection, and often you must be in the same state. Ask your plan as well.",
                    ],
                },
                Block::Question {
                    id: "q-medicine",
                    question: "What about my medicine?",
                    answer: &["Tell the program what you take, and do not change it on your own. Many programs \
                         work together with the person who prescribes it. Ask whether this one does."],
                },
                Block::Question {
                    id: "q-language",
                    question: "What if English is not my language?",
                    answer: &["Many health programs must offer an interpreter, free of charge. Ask for one when \
                         you call. You do not need to bring your child or a friend to translate."],
                },
            ],
        },
        Section {
            id: "for-others",
            eyebrow: "For someone you love",
            title: "For someone you love",
            lead: "You may ask for yourself, too.",
            blocks: &[
                Block::Question {
                    id: "q-not-ready",
                    question: "What if they do not want help?",
                    answer: &[
                        "You cannot decide for another adult. You can choose a calm moment, say what you see \
                         and what you wish for, and listen. You can offer to make one call together.",
                        "You may call 988 or the National Helpline for yourself, to talk about somebody you \
                         worry about.",
                    ],
                },
                Block::Question {
                    id: "q-sign-up",
                    question: "Can I sign somebody up?",
                    answer: &["As a rule an adult has to say yes. You can ask about times, costs and the first \
                         visit for them. For a teen, ask what the law in your state says."],
                },
                Block::Question {
                    id: "q-for-me",
                    question: "Is there something for me?",
                    answer: &["Many programs have family time. There are also groups for people who care about \
                         someone in treatment. Your own rest counts as well."],
                },
            ],
        },
        Section {
            id: "during",
            eyebrow: "While you are there",
            title: "While you are there, and after",
            lead: "Things that come up later.",
            blocks: &[
                Block::Question {
                    id: "q-return",
                    question: "What if I drink or use again?",
                    answer: &["Tell the program as soon as you can. Many take it as a reason to look at the plan \
                         with you. Rules differ, so ask before you start."],
                },
                Block::Question {
                    id: "q-worse",
                    question: "What if I feel much worse?",
                    answer: &["In danger, call 911. In a crisis, call or text 988, day or night. You may first \
                         hear a menu and wait a little. Then tell the program, so that the plan can change."],
                },
                Block::Question {
                    id: "q-belief",
                    question: "Do I have to believe in something?",
                    answer: &["Some programs use the 12 steps, some do not, and some leave it to you. Ask what \
                         they do, and whether you can choose."],
                },
                Block::Question {
                    id: "q-after",
                    question: "What comes after?",
                    answer: &["Often fewer hours: one group or one talk a week. Many people also join a group of \
                         peers. Ask what help there is in the first months after the program."],
                },
            ],
        },
    ],
};

const MONEY: Topic = Topic {
    title: "Money and rights | {clinic}",
    description: "What to ask about insurance and price, what the law says about time off for treatment, and an example of the sums. With sources and dates.",
    name: "Money and rights",
    about: "Insurance, time off, privacy; with sources",
    heading: "Money and rights",
    lead: "What to ask, and what the law says in short. This is not legal advice, and not a promise: plans, jobs and states differ.",
    sections: &[
        Section {
            id: "paying",
            eyebrow: "Paying",
            title: "Ask your health plan",
            lead: "The number is on the back of your card. Write down whom you spoke with, and when.",
            blocks: &[
                Block::Ask { id: "pay-network", text: "Is this center in my network?" },
                Block::Ask {
                    id: "pay-permission",
                    text: "Does somebody have to approve it first? For how many weeks at a time?",
                },
                Block::Ask { id: "pay-visit", text: "What do I pay for each visit, and from what date?" },
                Block::Ask { id: "pay-parts", text: "Are tests, medicine and family sessions part of it?" },
                Block::Ask { id: "pay-video", text: "Is it the same by video?" },
                Block::Ask {
                    id: "pay-no",
                    text: "If the answer is no: may I have the reason in writing, and how do I appeal?",
                },
                Block::Fact {
                    id: "pay-parity",
                    title: "Many plans must treat it like other care",
                    text: "Under a federal law, many plans may not set stricter limits on mental health and \
                           substance use care than on other medical care. The law does not reach every plan, and parts of the newest rules are on hold.",
                    source: &PARITY,
                },
                Block::Fact {
                    id: "pay-medicare",
                    title: "Medicare has a benefit for it",
                    text: "Since January 2024, Medicare Part B has a benefit for intensive outpatient care at \
                           certain kinds of centers. Ask the center whether it is one.",
                    source: &MEDICARE,
                },
                Block::Fact {
                    id: "pay-without",
                    title: "Without insurance",
                    text: "Ask about a price by income and about Medicaid in your state. The National Helpline \
                           can name places near you: 1-800-662-4357, day and night, free.",
                    source: &HELPLINE,
                },
            ],
        },
        Section {
            id: "time-off",
            eyebrow: "Time off",
            title: "Leave from work",
            lead: "Your HR office knows which of these apply to you.",
            blocks: &[
                Block::Fact {
                    id: "off-fmla",
                    title: "Up to 12 weeks, unpaid",
                    text: "The FMLA is a federal law. It can give you up to 12 weeks of unpaid leave in a year, \
                           with your health plan going on. It is for employers with 50 or more people, and for \
                           those who worked there 12 months and 1,250 hours.",
                    source: &FMLA,
                },
                Block::Fact {
                    id: "off-treatment",
                    title: "For treatment, and to care for family",
                    text: "Leave for substance use is for treatment by a health care provider, or when one \
                           sends you there. Being away because of use does not count. You may also be able to take leave to \
                           care for a family member in treatment.",
                    source: &FMLA_TREATMENT,
                },
                Block::Fact {
                    id: "off-parts",
                    title: "Hours instead of weeks",
                    text: "Where it is medically needed, you can take leave for part of a day. Only the time away is counted.",
                    source: &FMLA_PARTS,
                },
                Block::Point {
                    id: "off-sum",
                    title: "An example, in numbers",
                    text: "Three sessions a week, each 4 hours away from work: 12 of 40 hours. That is 0.3 of a \
                           leave week, each week. Over 12 weeks it comes to 3.6 of the 12. This is only an example; ask HR.",
                },
                Block::Fact {
                    id: "off-ada",
                    title: "Another shift, another break",
                    text: "The ADA may let people in treatment or recovery ask for changes, such as another shift, longer \
                           breaks or leave. Use of illegal drugs at present is not protected by it.",
                    source: &ADA,
                },
                Block::Point {
                    id: "off-state",
                    title: "Your state may add to this",
                    text: "Some states have paid leave or laws about time for treatment. Ask HR or your \
                           state’s labor office.",
                },
            ],
        },
        Section {
            id: "privacy",
            eyebrow: "Privacy",
            title: "Who may know",
            lead: "Ask before you share.",
            blocks: &[
                Block::Fact {
                    id: "privacy-part-2",
                    title: "Extra rules for addiction records",
                    text: "A federal rule, 42 CFR Part 2, protects records of many addiction programs more \
                           strictly than other health records. Since February 2026, people can complain to \
                           the government when it is broken.",
                    source: &PART_2,
                },
                Block::Fact {
                    id: "privacy-language",
                    title: "In your language",
                    text: "Many health programs must give language help that is free and correct.",
                    source: &LANGUAGE,
                },
                Block::Fact {
                    id: "privacy-988",
                    title: "988 costs nothing",
                    text: "You can call, text or chat, day and night. For Spanish, press 2. At the start you \
                           hear a menu and may wait.",
                    source: &LINE_988,
                },
            ],
        },
    ],
};

const START: Topic = Topic {
    title: "How to start, and what to ask | {clinic}",
    description: "Three steps to start an intensive outpatient program, and a list of questions for any center, to tick or print.",
    name: "How to start",
    about: "Three steps, and a list to print",
    heading: "How to start, step by step",
    lead: "Tick what you want to ask, and print the page or keep it open while you call. The ticks are gone \
           when you close it.",
    sections: &[
        Section {
            id: "step-look",
            eyebrow: "Step 1",
            title: "Look around",
            lead: "Good places answer these gladly.",
            blocks: &[
                Block::Ask { id: "look-license", text: "Are you licensed by the state?" },
                Block::Ask { id: "look-people", text: "Who would I work with, and what is their training?" },
                Block::Ask { id: "look-methods", text: "Which methods do you use, and what evidence is behind them?" },
                Block::Ask { id: "look-medicine", text: "Do you work with people who take medicine for this?" },
                Block::Ask { id: "look-respect", text: "How do you make sure that everybody is treated with respect?" },
            ],
        },
        Section {
            id: "step-ask",
            eyebrow: "Step 2",
            title: "Ask about times, money and support",
            lead: "Have your calendar and your insurance card ready.",
            blocks: &[
                Block::Ask { id: "ask-times", text: "Which days and times are there? Can I change groups later?" },
                Block::Ask { id: "ask-weeks", text: "How many weeks is usual?" },
                Block::Ask { id: "ask-first", text: "How soon is the first visit, and how long is it?" },
                Block::Ask { id: "ask-missed", text: "What happens if I miss a session?" },
                Block::Ask { id: "ask-price", text: "What would I pay in all? Do you check with my plan?" },
                Block::Ask { id: "ask-rides", text: "Is there a van, help with rides, or child care?" },
                Block::Ask { id: "ask-family", text: "How can my family take part?" },
                Block::Ask { id: "ask-letter", text: "Do you write letters for leave from work or school?" },
                Block::Ask { id: "ask-after", text: "What help is there after the program?" },
            ],
        },
        Section {
            id: "step-reach",
            eyebrow: "Step 3",
            title: "Call or write",
            lead: "One short call is enough to begin. You can say: “I want to ask about your program.”",
            blocks: &[
                Block::Point {
                    id: "reach-call",
                    title: "What a first call is like",
                    text: "Someone asks your name, how to reach you, and what you are looking for. You may ask \
                           first. You need not tell your story, and you can stop at any time.",
                },
                Block::Point {
                    id: "reach-for",
                    title: "Calling for someone else",
                    text: "Say so at the start. You can ask about everything that is on this list.",
                },
                Block::Point {
                    id: "reach-next",
                    title: "What comes next",
                    text: "Often a first visit with an assessment. Then you and the staff agree on a plan, or \
                           they name another kind of help that is worth asking about.",
                },
            ],
        },
    ],
};
