//! What all parts share while a visitor is here, and how it changes.
//!
//! Everything that somebody types lives in one [`State`], in memory, and outlives an exchange of
//! pages. Parts are drawn from it ([`planner::parts`], [`crate::contact::parts`]) and change it
//! ([`act`]); what the browser has to do then is an [`After`]. So all of this runs, and is tested,
//! without a browser; `live` holds the state in a signal and does what is asked.

use crate::along::Along;
use crate::bring::Bring;
use crate::browser::Typed;
use crate::contact::Sending;
use crate::detail::Detail;
use crate::explorer::search::Search;
use crate::hands::Hands;
use crate::keep::Keep;
use crate::more::More;
use crate::weeks::Weeks;
use crate::{later, planner};
use foothold_core::contact::{Backend, Draft as Form, HttpRequest, Submission};
use foothold_core::draft::{Draft as Week, FieldError, PersonDraft, RowDraft, parse_rows};
use foothold_core::explore::guide::Answers;
use foothold_core::household::Household;
use foothold_core::plan::{Answer, Budget, explain, verdicts};
use foothold_core::site::Site;
use foothold_core::time::NaiveDate;
use foothold_words::Words;

/// Everything shared.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a box that somebody ticks, or a thing that has happened")]
pub struct State {
    /// Texts in the page's language.
    pub words: Words,
    /// The clinic's file; empty where there is none.
    pub text: String,
    /// Whether the code for the form is there: in a browser it comes when a page asks for it.
    pub late: bool,
    /// The clinic, or nothing where its file could not be used.
    pub site: Option<Site>,
    /// The phone that visitors are told: the clinic's, or the page's where its file is unusable.
    pub phone: String,
    /// The day of the visit.
    pub today: NaiveDate,
    /// What the clinic's clock shows, as far as a page has asked for it.
    pub clinic_now: Option<ClinicNow>,
    /// The planner's form as typed; changed by [`State::edit_week`] only.
    pub week: Week,
    /// The week read and answered.
    pub solved: Solved,
    /// Which row is being edited.
    pub editing: Option<u32>,
    /// What was removed last, until it is put back or something is added.
    pub removed: Option<Removed>,
    /// Key of the offer that the visitor chose to see, see [`planner::key_of`].
    pub chosen: Option<String>,
    /// Whose week is shown, by index of the person; unset it is whoever the shown offer is for.
    pub looking: Option<usize>,
    /// Which of the program's weeks is shown.
    pub weeks: Weeks,
    /// The week before each change, the last on top; what is typed into one field is one change.
    pub past: Vec<Week>,
    /// Id of the field that was typed into last, if nothing else was done since; else empty.
    pub typing: String,
    /// What is moved in the picture.
    pub hands: Hands,
    /// What is being tried, as if it had been agreed; until the week changes.
    pub tried: Option<Box<Tried>>,
    /// What a calendar file has brought.
    pub bring: Bring,
    /// What is open of the way, breaks and cars.
    pub more: More,
    /// What was chosen to see of the shown answer.
    pub detail: Detail,
    /// What was chosen about what to take along.
    pub along: Along,
    /// What this device keeps, and what a link has brought.
    pub keep: Keep,
    /// What was answered in the guide; kept here only.
    pub guide: Answers,
    /// What is looked for; kept here only.
    pub search: Search,
    /// Which day of the offers' weeks is looked at, Monday is 0.
    pub day: usize,
    /// The contact form as typed.
    pub form: Form,
    /// Whether the chosen plan is sent along.
    pub attach: bool,
    /// The questions that were ticked on other pages: id of the box, and the words beside it.
    pub list: Vec<(String, String)>,
    /// Whether they are sent along.
    pub attach_list: bool,
    /// How far sending has come.
    pub sending: Sending,
    /// Id of the message that is being written; empty before the first Send.
    pub message_id: String,
    /// Whether the person has been asked if they are one.
    pub asked: bool,
    /// The clock when the form was first there, in milliseconds; 0 before.
    pub began_ms: f64,
    /// The clock when somebody last did something.
    pub now_ms: f64,
}

/// The time where the clinic is.
#[derive(Clone, Copy, Debug)]
pub struct ClinicNow {
    /// The date.
    pub date: NaiveDate,
    /// Minutes after midnight.
    pub minute: i32,
    /// Whether the visitor's own clock shows another time.
    pub elsewhere: bool,
}

/// What was removed, and where it stood in its list.
#[derive(Debug)]
pub enum Removed {
    /// An entry as typed.
    Row(usize, Box<RowDraft>),
    /// A person as typed. Their entries stay and are somebody else's until they are back.
    Person(usize, PersonDraft),
}

/// An offer that is tried: [`Solved`] is then the week with its changes.
#[derive(Debug)]
pub struct Tried {
    /// The offer's key.
    pub key: String,
    /// Its name.
    pub track: String,
    /// What is taken as agreed, one sentence each.
    pub changes: Vec<String>,
    /// The household as it was typed.
    pub household: Household,
    /// The answer to that.
    pub answer: Answer,
}

/// A week and its answer.
#[derive(Debug)]
pub struct Solved {
    /// The rows that could be read.
    pub household: Household,
    /// The fields that could not.
    pub errors: Vec<FieldError>,
    /// Every offer, ranked; empty without a clinic.
    pub answer: Answer,
    /// Whether it holds what would have to give, too: see [`State::explain`].
    pub explained: bool,
}

impl State {
    /// A visit that has just begun. `text` is the clinic's file; `phone` stands in where there is no site.
    pub fn new(words: Words, site: Option<Site>, text: String, phone: String, today: NaiveDate) -> Self {
        let week = Week { clinic_travel: String::from("20"), ..Week::default() };
        let mut state = Self {
            words,
            text,
            late: cfg!(not(feature = "csr")),
            phone: site.as_ref().map_or(phone, |site| site.phone.shown.clone()),
            today,
            clinic_now: None,
            solved: answer(site.as_ref(), &week, today, false),
            site,
            week,
            editing: None,
            removed: None,
            chosen: None,
            looking: None,
            weeks: Weeks::default(),
            past: Vec::new(),
            typing: String::new(),
            hands: Hands::default(),
            tried: None,
            bring: Bring::default(),
            more: More::default(),
            detail: Detail::default(),
            along: Along::default(),
            keep: Keep::default(),
            guide: Answers::default(),
            search: Search::default(),
            day: 0,
            form: Form::default(),
            attach: false,
            list: Vec::new(),
            attach_list: false,
            sending: Sending::Idle,
            message_id: String::new(),
            asked: false,
            began_ms: 0.0,
            now_ms: 0.0,
        };
        state.explain();
        state
    }

    /// The phone that visitors are told, as it is shown and as it is dialled; both empty where nothing can be dialled.
    pub fn phones(&self) -> [&str; 2] {
        self.site.as_ref().map_or([""; 2], |site| [&site.phone.shown, &site.phone.dial])
    }

    /// The household as it was typed, whatever is being tried.
    pub fn typed(&self) -> &Household {
        self.tried.as_ref().map_or(&self.solved.household, |tried| &tried.household)
    }

    /// The answer to that.
    pub fn answer(&self) -> &Answer {
        self.tried.as_ref().map_or(&self.solved.answer, |tried| &tried.answer)
    }

    /// Changes what was typed into the planner and answers it anew.
    pub fn edit_week(&mut self, edit: &mut dyn FnMut(&mut Week)) {
        self.past.push(self.week.clone());
        edit(&mut self.week);
        self.tried = None;
        self.solved = answer(self.site.as_ref(), &self.week, self.today, self.late);
        if cfg!(not(feature = "csr")) {
            // Outside a browser nobody waits.
            self.explain();
        }
    }

    /// Works out what would have to give where an offer does not fit. That takes longer than all the rest, so it waits until
    /// somebody looks at the offers, and not while a key is answered that only changes what is said above them.
    pub fn explain(&mut self) {
        let solved = &mut self.solved;
        if let (Some(site), false) = (&self.site, solved.explained) {
            explain(site, &solved.household, Budget::default(), &mut solved.answer);
        }
        solved.explained = true;
    }
}

/// The one place of the shell where the planner is asked.
fn answer(site: Option<&Site>, week: &Week, today: NaiveDate, late: bool) -> Solved {
    let (mut household, mut errors) = parse_rows(week, today);
    if late {
        // Before that nobody can have said any of it.
        later::complete(week, &mut household, &mut errors);
    }
    let answer = match site {
        Some(site) => verdicts(site, &household, Budget::default()),
        None => Answer { offers: Vec::new(), own: Vec::new(), undone: Vec::new(), nodes: 0 },
    };
    Solved { household, errors, answer, explained: false }
}

/// What somebody did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Pressed something: its `data-do`, a verb and, after a colon, what it is about.
    Press(String),
    /// Typed into a text field.
    Type(Typed),
    /// Ticked a box or made a choice.
    Choose(Typed),
}

/// What the browser has to do once the state has changed.
#[derive(Debug)]
pub enum After {
    /// Nothing.
    Nothing,
    /// Move the focus to the element with this id.
    Focus(String),
    /// Put a text into the clipboard, and tell how that went.
    Copy {
        /// The text.
        text: String,
        /// Id of the element that says so.
        says: &'static str,
        /// What to say when it is there.
        copied: &'static str,
        /// What to say when the browser does not let us.
        failed: &'static str,
    },
    /// Save a calendar file.
    Save {
        /// The file's name.
        name: &'static str,
        /// What to say then.
        said: String,
        /// Its text.
        text: String,
    },
    /// Put markup into elements, then move the focus.
    Fill {
        /// Ids and what goes into them; one that is not there is left out.
        parts: Vec<(String, String)>,
        /// Id of the element that gets the focus; empty to leave it where it is.
        focus: String,
    },
    /// Open a sheet of its own and print it.
    Sheet {
        /// Its title.
        title: &'static str,
        /// Its markup.
        html: String,
        /// What to say where the browser does not let us.
        blocked: &'static str,
    },
    /// Read the calendar file that was chosen.
    Bring,
    /// Let things be moved in the picture, or not any more, where there is room; nothing in particular lets them.
    Hands(Option<bool>),
    /// Send the message, once.
    Send(Box<Post>),
    /// Send the owner's test message and show what came of it.
    Test,
}

/// A message on its way, and how to judge what comes back.
#[derive(Debug)]
pub struct Post {
    /// Where it goes.
    pub backend: Backend,
    /// What was asked to be sent.
    pub submission: Submission,
    /// The request.
    pub request: HttpRequest,
}

/// Does what somebody asked for. `fresh_id` makes an id for a new message.
pub fn act(state: &mut State, act: &Act, fresh_id: fn() -> String) -> After {
    let before = state.past.len();
    let typed_before = std::mem::take(&mut state.typing);
    if let Act::Type(typed) = act {
        state.typing.clone_from(&typed.id);
    }
    let after = match act {
        Act::Press(what) => {
            let (verb, about) = what.split_once(':').unwrap_or((what, ""));
            match planner::press(state, verb, about) {
                None if state.late => later::press(state, verb, about, fresh_id).unwrap_or(After::Nothing),
                after => after.unwrap_or(After::Nothing),
            }
        }
        Act::Type(typed) => {
            type_in(state, typed);
            After::Nothing
        }
        Act::Choose(typed) => choose(state, typed),
    };
    if !typed_before.is_empty() && typed_before == state.typing {
        state.past.truncate(before);
    }
    after
}

/// Takes over what was typed into the prerendered page before the app ran.
pub fn take_over(state: &mut State, typed: &[Typed]) {
    for control in typed {
        if !control.value.is_empty() {
            type_in(state, control);
        }
        if control.checked {
            let _ = choose(state, control);
        }
    }
}

fn type_in(state: &mut State, typed: &Typed) {
    planner::type_in(state, typed);
    if state.late {
        later::type_in(state, typed);
    }
}

fn choose(state: &mut State, typed: &Typed) -> After {
    planner::choose(state, typed);
    if state.late { later::choose(state, typed) } else { After::Nothing }
}
