//! `look`: a clinic's colours, corners, font and room. Read here, decided in [`crate::look`]; what had to be changed so that
//! everybody can read the pages is named.

use super::issue::IssueKind;
use super::read::{At, Log, Members, join, shortened};
use crate::look::{Colour, Density, Font, RADIUS_MOST, Wish, Wishes, look};

/// The wishes; none where nothing of them can be read.
pub(super) fn wishes(at: Option<&At>, log: &mut Log) -> Wishes {
    let names = ["accent", "background", "text", "radius", "font", "density"];
    let Some(members) = at.and_then(|at| at.object(log, &names)) else { return Wishes::default() };
    let wishes = Wishes {
        accent: colour(&members, log, "accent"),
        background: colour(&members, log, "background"),
        text: colour(&members, log, "text"),
        radius: members.get("radius").and_then(|at| at.number(log, 0.0, RADIUS_MOST)),
        font: members.get("font").and_then(|at| font(&at, log)),
        density: members.get("density").and_then(|at| density(&at, log)),
    };
    say(&wishes, &members.path, log);
    wishes
}

fn colour(members: &Members, log: &mut Log, name: &str) -> Option<Colour> {
    let at = members.get(name)?;
    let text = at.text(log)?;
    let colour = Colour::read(text);
    if colour.is_none() {
        log.error(&at.path, IssueKind::UnreadableColour { text: shortened(text) });
    }
    colour
}

fn font(at: &At, log: &mut Log) -> Option<Font> {
    let text = at.text(log)?;
    let font = Font::read(text);
    if font.is_none() {
        log.error(&at.path, IssueKind::UnreadableFont { text: shortened(text) });
    }
    font
}

fn density(at: &At, log: &mut Log) -> Option<Density> {
    at.one_of(log, &Density::NAMES).and_then(Density::named)
}

/// Names what was changed, and what the other scheme uses.
fn say(wishes: &Wishes, path: &str, log: &mut Log) {
    let look = look(wishes, false);
    for adjusted in &look.adjusted {
        log.warn(&join(path, adjusted.wish.name()), IssueKind::ColourAdjusted(*adjusted));
    }
    for wish in Wish::ALL {
        if let Some(used) = wish.of(wishes).map(|_| wish.used(look.other())) {
            log.note(&join(path, wish.name()), IssueKind::OtherScheme { dark: !look.dark, used });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::config::{IssueKind, Severity, load};
    use crate::look::{Colour, Density, Wish, Wishes};

    fn read(look: &str) -> (Wishes, Vec<(String, Severity, IssueKind)>) {
        let loaded = load(&format!(
            r#"{{"version":1,"name":"N","phone":"(312) 555-0134","zone":"America/Chicago","checked_on":"2026-11-20",
            "program":{{"weeks":12}},"tracks":[{{"id":"a","name":"A","sessions":[
            {{"kind":"group","days":["Mon","Tue","Thu"],"from":"6pm","to":"9pm"}}]}}],"look":{look}}}"#
        ));
        let issues = loaded.issues.into_iter().map(|issue| (issue.path, issue.severity, issue.kind)).collect();
        (loaded.site.expect("a site").look, issues)
    }

    #[test]
    fn a_look_is_read_and_what_the_other_scheme_uses_is_noted() {
        let all = r##"{"accent":"#7a1f5c","background":"rgb(255, 250, 245)","text":"#222222","radius":8,"font":"Avenir Next, serif","density":"roomy"}"##;
        let (wishes, issues) = read(all);
        assert_eq!(wishes.accent, Some(Colour(0x7a, 0x1f, 0x5c)));
        assert_eq!(wishes.background, Some(Colour(255, 250, 245)));
        assert_eq!((wishes.radius, wishes.density), (Some(8.0), Some(Density::Roomy)));
        assert_eq!(wishes.font.expect("a font").css(), "\"Avenir Next\",serif");
        let said: Vec<_> = issues.iter().map(|(path, severity, _)| (path.as_str(), *severity)).collect();
        let note = Severity::Note;
        assert_eq!(said, [("look.background", note), ("look.accent", note), ("look.text", note)]);
        assert!(issues.iter().all(|(.., kind)| matches!(kind, IssueKind::OtherScheme { dark: true, .. })));
    }

    #[test]
    fn what_cannot_be_read_is_named_with_its_place_and_the_rest_counts() {
        let broken =
            r#"{"accent":"teal","background":7,"text":"","radius":99,"font":"Wingdings","density":"dense","shadow":1}"#;
        let (wishes, issues) = read(broken);
        assert_eq!(wishes, Wishes::default());
        let paths: Vec<_> = issues.iter().map(|(path, ..)| path.as_str()).collect();
        let named = ["shadow", "accent", "background", "text", "radius", "font", "density"];
        assert_eq!(paths, named.map(|name| format!("look.{name}")));
        assert_eq!(issues[1].2, IssueKind::UnreadableColour { text: "teal".into() });
        assert_eq!(issues[5].2, IssueKind::UnreadableFont { text: "Wingdings".into() });
        assert_eq!(read(r#"{"accent":"teal","radius":4}"#).0.radius, Some(4.0));
    }

    #[test]
    fn a_colour_that_not_everybody_can_read_is_a_warning_that_says_what_is_used() {
        let (wishes, issues) = read(r##"{"accent":"#ffd54f"}"##);
        assert_eq!(wishes.accent, Some(Colour(255, 213, 79)), "the wish stays the wish");
        let (path, severity, IssueKind::ColourAdjusted(adjusted)) = &issues[0] else { panic!("{issues:?}") };
        assert_eq!((path.as_str(), *severity, adjusted.wish), ("look.accent", Severity::Warning, Wish::Accent));
        assert!(adjusted.before < 4.5 && adjusted.after >= 4.5, "{adjusted:?}");
    }
}
