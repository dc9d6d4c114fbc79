//! `embed`: which other sites may show the pages in a frame. Every address here ends in a server's header, so
//! whatever is more than scheme, host and port is refused.

use super::issue::IssueKind;
use super::read::{At, Log, shortened};
use super::shape::host_of;

/// The origins of the sites that may frame the pages, each once, such as `https://www.clinic.example`.
pub(super) fn sites(at: Option<&At>, log: &mut Log) -> Vec<String> {
    let mut seen: Vec<(String, String)> = Vec::new();
    let members = at.and_then(|at| at.object(log, &["sites"]));
    for item in members.and_then(|members| members.get("sites")).and_then(|at| at.list(log)).unwrap_or_default() {
        let Some(text) = item.text(log) else { continue };
        let Some(origin) = origin(text) else {
            log.error(&item.path, IssueKind::NoSite { text: shortened(text) });
            continue;
        };
        match seen.iter().find(|(earlier, _)| *earlier == origin) {
            Some((_, first)) => log.note(&item.path, IssueKind::Repeats { first: first.clone() }),
            None => seen.push((origin, item.path)),
        }
    }
    seen.into_iter().map(|(origin, _)| origin).collect()
}

/// Scheme, host and port; unencrypted only on one's own machine, a star only in front of a whole domain.
fn origin(text: &str) -> Option<String> {
    let text = text.strip_suffix('/').unwrap_or(text).to_ascii_lowercase();
    let (scheme, authority) = text.split_once("://")?;
    let host = host_of(&text)?;
    let own = matches!(host, "127.0.0.1" | "localhost" | "[::1]");
    let plain = host.strip_prefix("*.").filter(|rest| rest.contains('.')).unwrap_or(host);
    let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let fine =
        own || plain.contains('.') && !plain.ends_with('.') && !plain.contains("..") && plain.chars().all(letters);
    let whole = !authority.contains(['/', '?', '#', ';', ',']) && !authority.ends_with(':');
    (fine && whole && (own || scheme == "https")).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::origin;
    use crate::config::{IssueKind, load};

    fn read(embed: &str) -> (Vec<String>, Vec<(String, IssueKind)>) {
        let loaded = load(&format!(
            r#"{{"version":1,"name":"N","phone":"(312) 555-0134","zone":"America/Chicago","checked_on":"2026-11-20",
            "program":{{"weeks":12}},"tracks":[{{"id":"a","name":"A","sessions":[
            {{"kind":"group","days":["Mon","Tue","Thu"],"from":"6pm","to":"9pm"}}]}}],"embed":{embed}}}"#
        ));
        let issues = loaded.issues.into_iter().map(|issue| (issue.path, issue.kind)).collect();
        (loaded.site.expect("a site").embed_sites, issues)
    }

    #[test]
    fn sites_are_read_as_origins_and_each_once() {
        let list = r#"{"sites":["https://www.clinic.example/","HTTPS://Clinic.Example:8443","https://*.pages.example","http://localhost:8080","https://www.clinic.example"]}"#;
        let (sites, issues) = read(list);
        let wanted = [
            "https://www.clinic.example",
            "https://clinic.example:8443",
            "https://*.pages.example",
            "http://localhost:8080",
        ];
        assert_eq!(sites, wanted);
        assert_eq!(issues, [("embed.sites[4]".into(), IssueKind::Repeats { first: "embed.sites[0]".into() })]);
    }

    #[test]
    fn what_is_no_site_is_named_and_the_others_stay() {
        let (sites, issues) = read(r#"{"sites":["www.clinic.example","https://a.example"]}"#);
        assert_eq!(sites, ["https://a.example"]);
        assert_eq!(issues, [("embed.sites[0]".into(), IssueKind::NoSite { text: "www.clinic.example".into() })]);
        assert!(matches!(read("[]").1.as_slice(), [(path, IssueKind::WrongType { .. })] if path == "embed"));
        assert!(matches!(
            read(r#"{"site":[]}"#).1.as_slice(),
            [(_, IssueKind::UnknownName { nearest: Some("sites"), .. })]
        ));
        assert_eq!(read("{}"), (vec![], vec![]));
    }

    #[test]
    fn nothing_can_open_the_frame_for_everybody_or_end_the_header() {
        for bad in [
            "*",
            "https://*",
            "https://*.example",
            "https://a.*.example",
            "http://clinic.example",
            "https://clinic.example/page",
            "https://clinic.example?x",
            "https://clinic.example; script-src *",
            "https://clinic.example;script-src",
            "https://clinic.example,https://x.example",
            "https://clinic.example:x",
            "https://clinic.example:",
            "https://user@clinic.example",
            "https://clinic.example\r\nX: y",
            "https://'unsafe-inline'",
            "https://clinic..example",
            "data:text/html",
            "null",
            "",
        ] {
            assert_eq!(origin(bad), None, "{bad}");
        }
    }
}
