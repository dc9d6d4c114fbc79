//! The public routes: real paths under any base path.

/// One public page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// What the program is.
    Program,
    /// Kinds of care side by side.
    Levels,
    /// Could this suit me?
    Guide,
    /// Questions people ask.
    Questions,
    /// Money and rights.
    Money,
    /// How to start.
    Start,
    /// Search over everything.
    Search,
    /// Does it fit the week?
    Week,
    /// A week to fill in by hand.
    Paper,
    /// The contact form.
    Ask,
    /// For the clinic's web person: what needs a look in `clinic.json`.
    Check,
}

impl Route {
    /// Every route that is prerendered.
    pub const ALL: [Self; 11] = [
        Self::Program,
        Self::Guide,
        Self::Levels,
        Self::Questions,
        Self::Money,
        Self::Start,
        Self::Search,
        Self::Week,
        Self::Paper,
        Self::Ask,
        Self::Check,
    ];

    /// Its folder below the base path, with a slash at the end where it has a name.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Program => "",
            Self::Guide => "guide/",
            Self::Levels => "levels/",
            Self::Questions => "questions/",
            Self::Money => "money/",
            Self::Start => "start/",
            Self::Search => "search/",
            Self::Week => "week/",
            Self::Paper => "paper/",
            Self::Ask => "ask/",
            Self::Check => "check/",
        }
    }

    /// From this page to the base path.
    pub fn to_base(self) -> &'static str {
        if self == Self::Program { "./" } else { "../" }
    }

    /// From this page to another.
    pub fn link(self, other: Self) -> String {
        format!("{}{}", self.to_base(), other.folder())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_from_every_page_to_every_other() {
        assert_eq!(Route::Program.link(Route::Week), "./week/");
        assert_eq!(Route::Week.link(Route::Ask), "../ask/");
        assert_eq!(Route::Ask.link(Route::Program), "../");
    }
}
