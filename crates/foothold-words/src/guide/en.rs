//! The guide in English.

use super::{Answer, Guide, Item, Question};

const fn answer(id: &'static str, label: &'static str, said: &'static str) -> Answer {
    Answer { id, label, said }
}

const fn item(id: &'static str, title: &'static str, text: &'static str) -> Item {
    Item { id, title, text }
}

pub(super) const GUIDE: Guide = Guide {
    title: "Could this suit me, or someone I love? | {clinic}",
    description: "Six short questions about daily life and wishes. They end in people to talk to, other help to look at, and questions worth asking.",
    name: "Could this suit me?",
    about: "Six questions about daily life, for you or someone you love",
    heading: "Could this suit me, or someone I love?",
    lead: "Six short questions about daily life. You can leave any of them open. They end in things worth \
           asking; what kind of help it will be, you work out with a professional.",
    first_title: "Call first if …",
    first: &[
        "somebody is in danger now, or very ill: {911}",
        "somebody thinks about suicide or cannot bear it any longer: call or text {988}, day or night",
        "somebody wants to stop drinking or using: talk to a medical professional before that",
        "you would rather talk than read: {phone}",
    ],
    first_end: "If none of this is so, go on below.",
    count: "Question {at} of {of}",
    why: "Why we ask:",
    questions: [
        Question {
            id: "whom",
            ask: "Who is this for?",
            why: "Both are good reasons to be here. Some of what helps is a little different.",
            answers: &[
                answer("me", "For me", "You are looking for yourself."),
                answer("loved", "For someone I love", "You are looking for someone you love."),
                answer("unsure", "Not sure yet", "You are not sure yet who it is for."),
            ],
        },
        Question {
            id: "now",
            ask: "Is there somebody who helps already?",
            why: "New help works best when it joins up with what is there.",
            answers: &[
                answer("nobody", "Nobody so far", "Nobody helps so far."),
                answer("somebody", "A counselor, doctor or group", "A counselor, doctor or group helps already."),
                answer("returning", "There was help before", "There was help before."),
                answer("unsure", "Not sure", "You are not sure who helps already."),
            ],
        },
        Question {
            id: "days",
            ask: "What fills most days?",
            why: "Sessions are at fixed times. It is good to know early what they have to fit around.",
            answers: &[
                answer("daytime", "Work or school in the daytime", "Work or school fills the daytime."),
                answer("evenings", "Work in the evening or at night", "Work fills evenings or nights."),
                answer("caring", "Looking after children or others", "Children or others need looking after."),
                answer("open", "Many hours are open", "Many hours are open."),
                answer("unsure", "It changes, or not sure", "It changes, or you are not sure what fills the days."),
            ],
        },
        Question {
            id: "way",
            ask: "How would it be to get there a few times a week?",
            why: "A long way to travel is a common reason to miss sessions. Much can be arranged.",
            answers: &[
                answer("easy", "Quite easy", "Getting there is quite easy."),
                answer("ride", "Hard without a ride", "Getting there is hard without a ride."),
                answer("video", "Video would be better", "Video would be better."),
                answer("unsure", "Not sure", "You are not sure how to get there."),
            ],
        },
        Question {
            id: "people",
            ask: "Would family or friends be part of it?",
            why: "Many programs have time for them. It is a choice, and it can change.",
            answers: &[
                answer("join", "Yes, some of them", "Family or friends would be part of it."),
                answer("alone", "Rather not", "Rather without family or friends."),
                answer("unsure", "Not sure", "You are not sure who would be part of it."),
            ],
        },
        Question {
            id: "wish",
            ask: "What would help most right now?",
            why: "So that the end begins with what you came for.",
            answers: &[
                answer("talk", "To talk with a person", "Talking with a person would help most."),
                answer("week", "To see if it fits the week", "Seeing if it fits the week would help most."),
                answer("money", "To know about money", "Knowing about money would help most."),
                answer("look", "To look around in peace", "Looking around in peace would help most."),
                answer("unsure", "Not sure", "You are not sure what would help most."),
            ],
        },
    ],
    back: "Back",
    next: "Next question",
    finish: "See what is worth asking",
    end_title: "What you could do next",
    end_lead: "You do not have to do any of this, and none of it says what you have. Take what is useful.",
    others_title: "Other help worth asking about",
    asks_title: "Questions to ask any place",
    items: [
        item(
            "talk",
            "Talk to us",
            "Asking is not signing up, and you can stop at any time. You may ask for yourself or for someone else.",
        ),
        item(
            "program",
            "This program is worth asking about",
            "See what happens here and when we meet. Whether it suits, you find out together with the staff at a first visit.",
        ),
        item("planner", "See if it fits the week", "Put in what fills the days, and see which times fit around it."),
        item("money", "Read about money and time off", "What to ask a health plan, and what the law says in short."),
        item("start", "Take a list along", "Three steps to begin, and questions to tick for any place you call."),
        item(
            "kinds",
            "See all kinds of care",
            "Fewer hours or more, at home or not: side by side, so that you know what there is.",
        ),
        item(
            "known",
            "Ask the people who know you",
            "A counselor, doctor or group that you trust may know a good next step. If you say yes, we can talk with them.",
        ),
        item(
            "helpline",
            "Ask what is close by",
            "The National Helpline names places near you and what they cost: 1-800-662-4357, day and night, free. It is for information.",
        ),
        item(
            "family",
            "Find help for family and friends",
            "There are groups for people who care about someone. You may ask for help for yourself, too.",
        ),
        item("ask-others", "Which other kinds of help would you look at, and why?", ""),
        item("ask-first", "What happens at a first visit, and who decides what comes next?", ""),
        item("ask-times", "Which days and times are there, and can they change later?", ""),
        item("ask-children", "Is there help with child care, or with others at home?", ""),
        item("ask-ride", "Is there a van, or help with rides?", ""),
        item("ask-video", "Can some of it be by video?", ""),
        item("ask-family", "How can family or friends take part, if everybody wants that?", ""),
        item("ask-price", "What would it cost in all, and do you check with the health plan?", ""),
    ],
    because: "Why this is here:",
    worth: "Worth a look when:",
    answers_title: "Your answers",
    kept: "They are in this window only, and gone when you close it. They go nowhere.",
    change: "Change",
    over: "Start over",
};
