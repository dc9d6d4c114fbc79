//! The planner's answer as lines for a terminal, in the words of the screen.

use crate::Words;
use foothold_core::household::Household;
use foothold_core::plan::{Answer, Offer};
use foothold_core::site::Site;

/// Heading over what is wrong with a household's file.
pub const HOUSEHOLD_ISSUES: &str = "In the household's file:";
/// Heading over what is wrong with a clinic's file.
pub const CLINIC_ISSUES: &str = "In the clinic's file:";
/// Heading over contradictions of the household's own.
pub const OWN: &str = "Taken as given, though both cannot be kept:";

impl Words {
    /// Contradictions within the household, one line each.
    pub fn own_lines(self, household: &Household, answer: &Answer) -> Vec<String> {
        answer.own.iter().map(|clash| format!("  {}", self.own_clash(household, clash))).collect()
    }

    /// An offer and everything that its card says.
    pub fn offer_lines(self, site: &Site, household: &Household, offer: &Offer) -> Vec<String> {
        let name = site.tracks.get(offer.track).map(|track| track.name.as_str()).unwrap_or_default();
        let said = self.reasons(site, household, offer);
        let mut lines = vec![format!("{name}: {}", self.verdict(&offer.verdict))];
        let marked =
            |mark: &str, text: &[String]| text.iter().map(|line| format!("  {mark}{line}")).collect::<Vec<_>>();
        lines.extend(marked("- ", &said.changes));
        lines.extend(marked("", &said.lead));
        lines.extend(marked("", &said.costs));
        lines.extend(marked("because: ", &said.why));
        if let Some((head, changes)) = said.give.split_first() {
            lines.push(format!("  {head}"));
            lines.extend(marked("- ", changes));
        }
        lines.extend(said.next.map(|next| format!("  {next}")));
        lines
    }
}
