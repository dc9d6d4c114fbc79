//! Who lives in a household besides what they do: people, named places, and duties that somebody
//! has to do. What each person does is in [`crate::household`].

use crate::rhythm::When;
use crate::time::{Days, Span};

/// Most people of a household.
pub const MOST_PEOPLE: usize = 12;
/// Most clients of a household.
pub const MOST_CLIENTS: usize = 4;

/// Somebody of the household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Short name in files and values.
    pub id: String,
    /// What people call them; empty where nobody needs telling apart.
    pub name: String,
    /// Client, adult or child.
    pub is: Is,
    /// Roles in which they may attend a session, in the clinic's words.
    pub roles: Vec<String>,
    /// Whether they drive a car.
    pub drives: bool,
}

impl Person {
    /// The one client of a household that names nobody.
    pub fn client() -> Self {
        Self { id: String::from("client"), name: String::new(), is: Is::Client, roles: Vec::new(), drives: true }
    }
}

/// What somebody is in the household.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    /// Somebody for whom the program is.
    Client,
    /// Another adult.
    Adult,
    /// A child.
    Child,
}

/// A named place, which several rows can share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Minutes from home.
    pub home_min: i32,
    /// Minutes back home.
    pub back_min: i32,
    /// Minutes straight to the clinic and from it, if known.
    pub clinic_min: Option<i32>,
    /// Minutes straight to other places and from them, by their index in the household.
    pub ways: Vec<(usize, i32)>,
    /// The means by which these minutes are.
    pub by: By,
}

/// The means by which a place is reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct By {
    /// Which.
    pub means: Means,
    /// The last minute of a day at which a way back starts, in minutes after midnight, if there is one.
    pub last: Option<i32>,
}

impl From<Means> for By {
    fn from(means: Means) -> Self {
        Self { means, last: None }
    }
}

/// How somebody gets to a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Means {
    /// In a car of the household.
    #[default]
    Car,
    /// In the clinic's van.
    Van,
    /// By bus or train.
    Bus,
    /// Somebody from outside drives them.
    Lift,
    /// On foot or by bicycle.
    Foot,
}

impl Means {
    /// All means, in the order in which files name them.
    pub const ALL: [Self; 5] = [Self::Car, Self::Van, Self::Bus, Self::Lift, Self::Foot];
}

/// Where a row happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// At home.
    Home,
    /// At a place of its own, so far from home and from the clinic.
    Own {
        /// Minutes from home.
        travel_min: i32,
        /// Minutes straight to the clinic, if known.
        direct_min: Option<i32>,
    },
    /// At a named place, by its index in the household.
    Named(usize),
}

impl Spot {
    /// The place of a row that states minutes: its own, or home where it states none.
    pub fn of(travel_min: i32, direct_min: Option<i32>) -> Self {
        if travel_min > 0 || direct_min.is_some() { Self::Own { travel_min, direct_min } } else { Self::Home }
    }
}

/// Something that somebody of the household has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The row it was read from.
    pub row: u32,
    /// The household's own word, trimmed.
    pub what: String,
    /// On which dates, from when to when; a moment is a span of no length.
    pub when: When,
    /// Where.
    pub spot: Spot,
    /// The means by which the minutes of a place of its own are.
    pub by: By,
    /// Who may do it, by index of the person; the order decides between equals.
    pub may: Vec<usize>,
    /// Who usually does it, if anybody does.
    pub usual: Option<usize>,
    /// Hours in which somebody from outside covers it, by the weekday on which it starts.
    pub outside: Vec<(Days, Span)>,
    /// Whether whoever does it at home may sleep meanwhile after a night shift.
    pub asleep: bool,
    /// Whether one person may hand it over to another once in the middle.
    pub handover: bool,
}

impl Duty {
    /// Something to do every week at home, by anybody of these.
    pub fn weekly(row: u32, days: Days, span: Span, may: &[usize]) -> Self {
        Self {
            row,
            what: String::new(),
            when: When::weekly(days, span),
            spot: Spot::Home,
            by: By::default(),
            may: may.to_vec(),
            usual: None,
            outside: Vec::new(),
            asleep: false,
            handover: false,
        }
    }
}
