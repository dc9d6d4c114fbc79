//! Where a clinical or legal fact comes from, and when somebody last compared the two.
//!
//! A fact that is past its date is shown as such, so these dates are set only by a person who has
//! read the source again.

use foothold_core::time::{Datelike, NaiveDate, parse_date};

/// One source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// What it is called, in English.
    pub name: &'static str,
    /// Where it is.
    pub url: &'static str,
    /// The day of the last check, as 2026-11-23.
    pub checked: &'static str,
    /// After that many months the fact counts as old.
    pub keep_months: u32,
}

impl Source {
    /// The day of the last check.
    pub fn checked_on(&self) -> Option<NaiveDate> {
        parse_date(self.checked)
    }

    /// Whether the check was too long ago, seen from this day.
    pub fn is_old(&self, today: NaiveDate) -> bool {
        let months = |date: NaiveDate| i64::from(date.year()) * 12 + i64::from(date.month0());
        self.checked_on().is_none_or(|checked| months(today) - months(checked) > i64::from(self.keep_months))
    }
}

macro_rules! sources {
    ($($(#[$doc:meta])* $name:ident = $title:literal, $url:literal, $checked:literal, $keep:literal;)*) => {
        $($(#[$doc])* pub const $name: Source = Source { name: $title, url: $url, checked: $checked, keep_months: $keep };)*

        /// Every source, for the tests.
        pub const ALL: &[Source] = &[$($name),*];
    };
}

sources! {
    /// Levels of care are points on one line; people move between them.
    TIP_47 = "SAMHSA, TIP 47", "https://www.ncbi.nlm.nih.gov/books/NBK64088/", "2026-11-23", 24;
    /// Hours of each level of care, as quoted from the ASAM Criteria, third edition.
    ASAM = "Aetna: ASAM Criteria, 3rd edition", "https://www.aetna.com/individuals-families/member-rights-resources/rights/state-specific-information/asam-criteria-searchresults.html", "2026-11-23", 12;
    /// Medicare pays for intensive outpatient care since January 2024.
    MEDICARE = "Center for Health Care Strategies", "https://www.chcs.org/resource/new-changes-to-intensive-outpatient-program-coverage/", "2026-11-23", 12;
    /// Rules for mental health and substance use may not be stricter than for other care.
    PARITY = "The Kennedy Forum", "https://www.thekennedyforum.org/blog/analysis-of-the-mental-health-parity-final-rule", "2026-11-23", 6;
    /// Who can take leave for family and medical reasons.
    FMLA = "U.S. Department of Labor", "https://www.dol.gov/general/topic/benefits-leave/fmla", "2026-11-23", 12;
    /// Leave for treatment of substance use, and to care for a family member in treatment.
    FMLA_TREATMENT = "29 CFR 825.119", "https://www.law.cornell.edu/cfr/text/29/825.119", "2026-11-23", 12;
    /// Leave in parts of a day.
    FMLA_PARTS = "29 CFR 825.205", "https://www.law.cornell.edu/cfr/text/29/825.205", "2026-11-23", 12;
    /// Changes at work for people in treatment or recovery.
    ADA = "Anthony Law: EEOC guidance of 2020", "https://anthonylawllc.com/blog/2020/08/24/eeoc-some-individuals-using-opioids-qualify-reasonable-accommodations-ada", "2026-11-23", 12;
    /// Records about treatment of substance use.
    PART_2 = "U.S. Department of Health and Human Services", "https://www.hhs.gov/press-room/hhs-announce-civil-enforcement-program-sud-patient-records.html", "2026-11-23", 12;
    /// Help in other languages.
    LANGUAGE = "Baldwin: Section 1557", "https://baldwin.com/compliance/enhancing-language-access-section-1557-final-rule-compliance", "2026-11-23", 12;
    /// Information and referral, day and night.
    HELPLINE = "SAMHSA National Helpline", "https://www.samhsa.gov/find-help/national-helpline", "2026-11-23", 12;
    /// What happens when one calls 988.
    LINE_988 = "988 Lifeline", "https://988lifeline.org/get-help/what-to-expect/", "2026-11-23", 12;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_has_a_name_an_address_and_the_day_of_its_check() {
        for (i, source) in ALL.iter().enumerate() {
            assert!(!source.name.is_empty() && source.url.starts_with("https://"), "{}", source.name);
            assert!(source.checked_on().is_some() && source.keep_months > 0, "{}", source.name);
            assert!(!ALL.iter().take(i).any(|other| other.url == source.url), "{} is there twice", source.url);
        }
    }

    #[test]
    fn a_check_grows_old_after_its_months() {
        let day = |text: &str| parse_date(text).expect("a date");
        let source = Source { name: "x", url: "https://x.example/", checked: "2026-11-23", keep_months: 6 };
        assert!(!source.is_old(day("2026-11-23")) && !source.is_old(day("2027-05-31")));
        assert!(source.is_old(day("2027-06-01")));
        assert!(Source { checked: "soon", ..source }.is_old(day("2026-11-23")));
    }
}
