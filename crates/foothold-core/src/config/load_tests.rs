use super::*;
use crate::config::{IssueKind as Kind, Severity};
use crate::contact::{Field, OwnKind, Sign};
use crate::site::{MissRule, SessionKind};
use crate::time::{Days, Span, Weekday};

/// A clinic without any issue, with more members put in at the top and in its one session.
fn file(top: &str, session: &str) -> String {
    format!(
        r#"{{"version":1,"name":"Elm Court","phone":"(312) 555-0134","zone":"America/Chicago","checked_on":"2026-11-20",
        "program":{{"weeks":12}},"tracks":[{{"id":"a","name":"A","sessions":[
        {{"kind":"group","days":["Mon","Tue","Thu"],"from":"6pm","to":"9pm"{session}}}]}}]{top}}}"#
    )
}

fn top(members: &str) -> (Site, Vec<Issue>) {
    let loaded = load(&file(members, ""));
    (loaded.site.expect("name and phone are there"), loaded.issues)
}

fn session(members: &str) -> (Site, Vec<Issue>) {
    let loaded = load(&file("", members));
    (loaded.site.expect("name and phone are there"), loaded.issues)
}

fn kinds(issues: &[Issue]) -> Vec<(&str, &Kind)> {
    issues.iter().map(|issue| (issue.path.as_str(), &issue.kind)).collect()
}

#[test]
fn a_sound_file_has_no_issue() {
    let (site, issues) = top("");
    assert_eq!(issues, []);
    assert_eq!(site.phone.dial, "+13125550134");
    assert_eq!(site.languages, ["en"]);
    assert_eq!(site.backend, None);
    assert_eq!(site.program.misses, MissRule { allowed: 0, in_weeks: 12 });
}

#[test]
fn a_number_is_dialled_as_it_reads() {
    let dial = |phone: &str| {
        let text = file("", "").replace("\"(312) 555-0134\"", phone);
        load(&text).site.map(|site| site.phone.dial)
    };
    let dials = |phone: &str, number: &str| assert_eq!(dial(phone).as_deref(), Some(number), "{phone}");
    dials("\"312-555-0134\"", "+13125550134");
    dials("\"1 (312) 555-0134\"", "+13125550134");
    dials("\"+44 20 7946 0999\"", "+442079460999");
    dials("{\"shown\": \"1-800-HELP-NOW\", \"dial\": \"1-800-435-7669\"}", "+18004357669");
    dials("{\"shown\": \"(312) 555-0134, extension 22\", \"dial\": \"+13125550134,22\"}", "+13125550134,22");
    for none in ["\"call us\"", "\"555-0134\"", "\"+1312\"", "{}", "{\"dial\": \"x\"}", "12", "null", "\"\""] {
        assert_eq!(dial(none), None, "{none}");
    }
}

#[test]
fn a_number_that_dials_another_one_than_it_shows_is_a_warning() {
    let text = file("", "").replace("\"(312) 555-0134\"", r#"{"shown":"(312) 555-0134","dial":"+13125550143"}"#);
    let issues = load(&text).issues;
    assert!(matches!(kinds(&issues).as_slice(), [("phone", Kind::PhonesDiffer { .. })]), "{issues:?}");
}

#[test]
fn a_zone_by_its_nickname_or_misspelt_suggests_the_real_one() {
    let nearest = |zone: &str| {
        let issues = load(&file("", "").replace("America/Chicago", zone)).issues;
        issues.into_iter().find_map(|issue| match issue.kind {
            Kind::UnreadableZone { nearest, .. } => Some((issue.severity, nearest)),
            _ => None,
        })
    };
    assert_eq!(nearest("Central time"), Some((Severity::Error, Some("America/Chicago"))));
    assert_eq!(nearest("EST"), Some((Severity::Error, Some("America/New_York"))));
    assert_eq!(nearest("america/new york"), Some((Severity::Error, Some("America/New_York"))));
    assert_eq!(nearest("America/Chigago"), Some((Severity::Warning, Some("America/Chicago"))));
    assert_eq!(nearest("Europe/Berlin"), None);
    assert_eq!(nearest("America/Indiana/Indianapolis"), None);
}

#[test]
fn only_whole_web_addresses_without_secrets_are_taken() {
    for bad in
        ["javascript:alert(1)", "//x.example", "https://", "https://user:pw@x.example/", "https://x.example:99999/"]
    {
        let (site, issues) = top(&format!(",\"leave_to\":\"{bad}\""));
        assert_eq!(site.leave_to, None, "{bad}");
        assert_eq!(kinds(&issues), [("leave_to", &Kind::UnreadableUrl)], "{bad}");
    }
    let (site, issues) = top(",\"site_url\":\"https://clinic.example:8443/iop\"");
    assert_eq!(site.site_url.as_deref(), Some("https://clinic.example:8443/iop/"));
    assert_eq!(issues, []);
}

#[test]
fn days_may_be_short_long_or_in_any_case() {
    let text = file("", "").replace(r#"["Mon","Tue","Thu"]"#, r#"["monday","Tues.","THUR","sAt"]"#);
    let site = load(&text).site.expect("a site");
    let days: Vec<Weekday> =
        site.tracks.first().and_then(|t| t.sessions.first()).expect("a session").days.iter().collect();
    assert_eq!(days, [Weekday::Mon, Weekday::Tue, Weekday::Thu, Weekday::Sat]);
}

#[test]
fn an_unknown_kind_keeps_its_session_as_other() {
    let (site, issues) = session(r#","kind":"gruop""#);
    assert_eq!(site.tracks.first().and_then(|t| t.sessions.first()).map(|s| s.kind), Some(SessionKind::Other));
    let suggested = issues.iter().any(|i| matches!(i.kind, Kind::UnknownValue { nearest: Some("group"), .. }));
    assert!(suggested, "{issues:?}");
}

#[test]
fn weeks_beyond_the_program_are_named() {
    let (_, issues) = session(r#","weeks":{"first":5,"last":16}"#);
    let beyond = Kind::OutOfRange { value: 16.0, least: 1.0, most: 12.0 };
    assert_eq!(kinds(&issues), [("tracks[0].sessions[0].weeks", &beyond)]);
}

#[test]
fn hours_stated_for_any_week_of_the_program_are_no_difference() {
    let more = r#","weeks":{"first":2,"last":5}},{"kind":"group","days":["Mon","Wed","Fri"],"from":"1pm","to":"4pm""#;
    for (hours, sound) in [(9, true), (18, true), (12, false)] {
        let text = file("", more).replace(r#""name":"A","#, &format!(r#""name":"A","stated_hours":{hours},"#));
        assert_eq!(load(&text).issues.is_empty(), sound, "{hours}");
    }
}

#[test]
fn nothing_is_concluded_from_group_time_alone_where_hours_are_arranged() {
    let short = file("", "").replace("9pm", "8pm");
    let issues = load(&short).issues;
    let outside = Kind::OutsideProgramHours { computed_min: 360, least_h: 9, most_h: 19 };
    assert_eq!(kinds(&issues), [("tracks[0]", &outside)]);
    let arranged = short.replace(r#""name":"A","#, r#""name":"A","arranged":"3 hours one-to-one","#);
    let issues = load(&arranged).issues;
    assert_eq!(kinds(&issues), [("tracks[0].arranged", &Kind::ArrangedNotCounted { computed_min: 360 })]);
    assert!(issues.iter().all(|issue| issue.severity == Severity::Note));
}

#[test]
fn the_form_is_read_whole() {
    let form = r#","form":{"url":"https://f.example/x","encoding":"urlencoded","names":{"name":"full_name","website":"_gotcha"},
        "fixed":{"id":"7"},"success":{"json":{"path":"ok","equals":true}}}"#;
    let (site, issues) = top(form);
    assert_eq!(issues, []);
    let backend = site.backend.expect("a back-end");
    assert_eq!(backend.timeout_s, 20);
    assert_eq!(backend.success.status, (200, 299));
    let sign = Sign { path: "ok".to_owned(), equals: Some(Value::Bool(true)) };
    assert_eq!(backend.success.signs, [sign]);
    assert_eq!(backend.names.len(), 2);
    assert_eq!(backend.fixed, [("id".to_owned(), "7".to_owned())]);
}

#[test]
fn an_address_of_ones_own_computer_is_pointed_out_unless_the_clinic_is_invented() {
    let form = |url: &str| {
        format!(r#","form":{{"url":"{url}","encoding":"json","success":{{"json":{{"path":"ok","equals":true}}}}}}"#)
    };
    for url in ["http://127.0.0.1:8025/message", "http://localhost/x", "http://[::1]:80/"] {
        let (site, issues) = top(&form(url));
        assert_eq!(kinds(&issues), [("form.url", &Kind::OwnComputer)], "{url}");
        assert!(site.backend.is_some(), "one may try it");
        assert_eq!(top(&(form(url) + r#","demo":true"#)).1.iter().filter(|i| i.kind == Kind::OwnComputer).count(), 0);
    }
    assert_eq!(top(&form("https://localhost.example/")).1, []);
}

#[test]
fn one_mistake_turns_the_form_off_rather_than_claim_a_delivery() {
    let sound =
        r#","form":{"url":"https://f.example/x","encoding":"json","success":{"json":{"path":"ok","equals":true}}}"#;
    assert!(top(sound).0.backend.is_some());
    for (from, to) in [
        ("https://f", "http://f"),
        ("\"json\",", "\"yaml\","),
        ("success", "sucess"),
        ("equals", "equal"),
        ("true", "[]"),
        ("\"path\":\"ok\"", "\"path\":3"),
        ("\"url\":", "\"uri\":"),
        ("\"encoding\":", "\"timeout_s\":2,\"encoding\":"),
        ("\"encoding\":", "\"names\":{\"name\":\"x\",\"email\":\"x\"},\"encoding\":"),
        ("\"encoding\":", "\"names\":{\"email\":\"name\"},\"encoding\":"),
    ] {
        let (site, issues) = top(&sound.replace(from, to));
        assert_eq!(site.backend, None, "{to}");
        assert!(kinds(&issues).contains(&("form", &Kind::FormOff)), "{to}: {issues:?}");
    }
}

#[test]
fn a_services_row_is_laid_under_what_the_file_says() {
    let form =
        r#","form":{"service":"formspree","id":"xyz","fixed":{"a":"b"},"names":{"note":"question"},"timeout_s":9}"#;
    let backend = top(form).0.backend.expect("a back-end");
    assert_eq!((backend.url.as_str(), backend.timeout_s), ("https://formspree.io/f/xyz", 9));
    assert_eq!(backend.fixed, [("a".to_owned(), "b".to_owned())]);
    assert_eq!(backend.names.len(), 3);
    let own =
        top(r#","form":{"service":"n8n","url":"https://a.example/x","success":{"json":{"path":"done"}}}"#).0.backend;
    assert_eq!(own.expect("a back-end").success.signs, [Sign { path: "done".to_owned(), equals: None }]);
}

#[test]
fn what_a_service_lacks_turns_the_form_off_and_is_named_with_its_place() {
    let missing = Kind::Missing;
    let (id, number) = (Kind::UnreadableId { numeric: false }, Kind::UnreadableId { numeric: true });
    for (form, path, kind) in [
        (r#"{"service":"formspree"}"#, "form.id", &missing),
        (r#"{"service":"formspree","id":"a/../b"}"#, "form.id", &id),
        (r#"{"service":"formspree","id":"https://formspree.io/f/abc"}"#, "form.id", &id),
        (r#"{"service":"web3forms","id":"K"}"#, "form.key", &missing),
        (r#"{"service":"hubspot","id":"x"}"#, "form.portal", &missing),
        (r#"{"service":"cf7","id":"3"}"#, "form.host", &missing),
        (r#"{"service":"cf7","id":"a1b2c3","host":"https://w.example"}"#, "form.id", &number),
        (r#"{"service":"cf7","id":3,"host":"http://w.example"}"#, "form.host", &Kind::InsecureUrl),
        (r#"{"service":"salesforce","id":"x"}"#, "site_url", &missing),
        (r#"{"service":"zapier","id":"x"}"#, "form.url", &missing),
        (r#"{"id":"x","url":"https://f.example/","encoding":"json"}"#, "form.service", &missing),
        (
            r#"{"service":"netlify","id":"c","opaque":true,"encoding":"json"}"#,
            "form.opaque",
            &Kind::OpaqueNeedsPlainPost,
        ),
        (
            r#"{"service":"n8n","url":"https://f.example/","success":{"status":[400,499]}}"#,
            "form.success.status",
            &Kind::NeverMatches,
        ),
        (
            r#"{"service":"n8n","url":"https://f.example/","success":{"json":{"path":"$.ok"}}}"#,
            "form.success.json.path",
            &Kind::NeverMatches,
        ),
        (
            r#"{"service":"n8n","url":"https://f.example/","success":{"json":{"path":"a..b"}}}"#,
            "form.success.json.path",
            &Kind::NeverMatches,
        ),
    ] {
        let (site, issues) = top(&format!(r#","form":{form}"#));
        assert_eq!(site.backend, None, "{form}");
        assert!(kinds(&issues).contains(&(path, kind)), "{form}: {issues:?}");
    }
    let (_, issues) = top(r#","form":{"service":"formspre","id":"x"}"#);
    let meant = issues.iter().any(|i| matches!(i.kind, Kind::UnknownValue { nearest: Some("formspree"), .. }));
    assert!(meant, "{issues:?}");
}

#[test]
fn what_an_owner_should_know_of_a_service_is_said_and_leaves_the_form_on() {
    for (form, path, kind) in [
        (
            r#"{"service":"formspree","id":"x"}"#,
            "form.service",
            Kind::HeldByOthers { service: "formspree", some_plans: false },
        ),
        (
            r#"{"service":"hubspot","portal":1,"id":"x"}"#,
            "form.service",
            Kind::HeldByOthers { service: "hubspot", some_plans: true },
        ),
        (r#"{"service":"hubspot","portal":"1","id":"x"}"#, "form.service", Kind::CaptchaStops { service: "hubspot" }),
        (
            r#"{"service":"gravity","host":"https://w.example","id":3}"#,
            "form.service",
            Kind::NamesGuessed { service: "gravity" },
        ),
        (
            r#"{"service":"zapier","url":"https://hooks.zapier.com/h"}"#,
            "form",
            Kind::NeverSeen { service: Some("zapier") },
        ),
        (
            r#"{"service":"zapier","url":"https://zapier.com.evil.example/"}"#,
            "form.url",
            Kind::OtherHost { service: "zapier" },
        ),
        (r#"{"service":"formsubmit","id":"x","fixed":{"_captcha":"true"}}"#, "form.fixed._captcha", Kind::Captcha),
        (
            r#"{"url":"/in","encoding":"json","fixed":{"h-captcha-response":"x"}}"#,
            "form.fixed.h-captcha-response",
            Kind::Captcha,
        ),
        (r#"{"url":"/in","encoding":"json","fixed":{"note":"x"}}"#, "form.fixed.note", Kind::FixedHidden),
    ] {
        let (site, issues) = top(&format!(r#","form":{form}"#));
        assert!(site.backend.is_some(), "{form}: {issues:?}");
        assert!(kinds(&issues).contains(&(path, &kind)), "{form}: {issues:?}");
    }
    let (_, issues) = top(r#","form":{"url":"/in","encoding":"json"}"#);
    assert_eq!(issues, []);
}

#[test]
fn a_machines_own_address_may_do_without_encryption() {
    for own in ["http://127.0.0.1:8025/m", "http://localhost/m", "http://[::1]:80/m"] {
        assert!(top(&format!(r#","form":{{"url":"{own}","encoding":"json"}}"#)).0.backend.is_some(), "{own}");
    }
    for other in ["http://127.0.0.1.evil.example/", "http://localhost.example/"] {
        assert_eq!(top(&format!(r#","form":{{"url":"{other}","encoding":"json"}}"#)).0.backend, None, "{other}");
    }
}

#[test]
fn no_value_below_form_is_ever_quoted() {
    let leaves = ["U", "E", "N", "F", "P", "Q", "R"];
    let whole = r#","form":{"url":"U","encoding":"E","names":{"name":"N","email":"N"},"fixed":{"k":"F"},
        "success":{"status":"S","json":{"path":"P","equals":["Q"]},"field_errors":["R"]},"timeout_s":"T"}"#;
    let mut form = whole.replace("\"S\"", "\"hush-S\"").replace("\"T\"", "\"hush-T\"");
    for leaf in leaves {
        form = form.replace(&format!("\"{leaf}\""), &format!("\"hush-{leaf}\""));
    }
    for form in [form.as_str(), r#","form":"hush""#, r#","form":["hush"]"#] {
        let (_, issues) = top(form);
        assert_ne!(issues, []);
        assert!(!format!("{issues:?}").contains("hush"), "{issues:?}");
    }
}

#[test]
fn two_tracks_never_share_an_id() {
    let text = file("", "").replace(
        r#""tracks":["#,
        r#""tracks":[{"id":"a","name":"First"},{"id":"a-2","name":"Second"},{"name":"Late Évening!"},{"id":"Ü","name":"Ü"},"#,
    );
    let loaded = load(&text);
    let ids: Vec<String> = loaded.site.expect("a site").tracks.into_iter().map(|track| track.id).collect();
    assert_eq!(ids, ["a", "a-2", "late-vening", "track", "a-3"]);
    let duplicate = Kind::DuplicateId { id: "a".into(), first: "tracks[0]".into(), assumed: "a-3".into() };
    assert!(kinds(&loaded.issues).contains(&("tracks[4].id", &duplicate)));
}

#[test]
fn a_file_for_a_newer_format_is_read_with_a_warning() {
    let loaded = load(&file("", "").replace("\"version\":1", "\"version\":2"));
    assert!(loaded.site.is_some());
    assert_eq!(kinds(&loaded.issues), [("version", &Kind::NewerVersion { known: 1 })]);
}

#[test]
fn an_allowance_with_an_unreadable_window_grants_nothing() {
    let text = file("", "").replace("\"weeks\":12", r#""weeks":12,"misses":{"allowed":2,"in_weeks":"six"}"#);
    let loaded = load(&text);
    assert_eq!(loaded.site.expect("a site").program.misses.allowed, 0);
    assert_eq!(loaded.issues.len(), 1);
}

#[test]
fn texts_in_several_languages_are_read_in_the_one_that_is_asked_for() {
    let text = r#"{"version":1,"name":{"en":"Harbor","es":"Puerto"},"phone":"(312) 555-0134","zone":"America/Chicago",
        "checked_on":"2026-11-20","program":{"weeks":12,"serves":{"es":"Adultos"}},
        "phone_hours":{"en":["Monday"],"es":["Lunes"]},"tracks":[{"id":"a","name":{"en":"Evening","es":"Noche"},"sessions":[]}]}"#;
    let spanish = load_in(text, "es").site.expect("a clinic");
    assert_eq!((spanish.name.as_str(), spanish.phone_hours), ("Puerto", vec!["Lunes".to_owned()]));
    assert_eq!(spanish.tracks[0].name, "Noche");
    let english = load(text);
    let missing = IssueKind::NotInLanguage { lang: "en".to_owned() };
    assert!(english.issues.iter().any(|issue| issue.path == "program.serves" && issue.kind == missing));
    let english = english.site.expect("a clinic");
    assert_eq!((english.name.as_str(), english.program.serves.as_deref()), ("Harbor", Some("Adultos")));
}

#[test]
fn questions_of_a_clinics_own_are_read_whole_or_turn_the_form_off() {
    let form = |more: &str| format!(r#","form":{{"url":"/in","encoding":"json",{more}}}"#);
    let (site, issues) = top(&form(
        r#""ask":{"whom":false,"note":true},"own":[{"id":"a","label":"A?","kind":"text","most":5},
        {"id":"b","label":"B?","kind":"choice","choices":["x","y"],"needed":true},{"id":"c","label":"C","kind":"checkbox"}]"#,
    ));
    assert_eq!(issues, []);
    let questions = site.backend.expect("a back-end").questions;
    assert_eq!(questions.off, [Field::Whom]);
    let kinds_read: Vec<_> = questions.own.iter().map(|own| (own.kind.clone(), own.needed)).collect();
    let choice = OwnKind::Choice(vec!["x".into(), "y".into()]);
    assert_eq!(kinds_read, [(OwnKind::Text(5), false), (choice, true), (OwnKind::Checkbox, false)]);
    let nine =
        (0..9).map(|i| format!(r#"{{"id":"q{i}","label":"L","kind":"checkbox"}}"#)).collect::<Vec<_>>().join(",");
    let long = "x".repeat(121);
    for more in [
        r#""ask":{"name":false}"#.to_owned(),
        r#""own":[{"id":"note","label":"L","kind":"text"}]"#.to_owned(),
        r#""own":[{"id":"a","label":"L","kind":"text"},{"id":"a","label":"M","kind":"text"}]"#.to_owned(),
        r#""own":[{"id":"a b","label":"L","kind":"text"}]"#.to_owned(),
        r#""own":[{"id":"a","label":"L","kind":"date"}]"#.to_owned(),
        r#""own":[{"id":"a","label":"L","kind":"choice","choices":["one"]}]"#.to_owned(),
        r#""own":[{"id":"a","label":"L","kind":"choice"}]"#.to_owned(),
        r#""own":[{"id":"a","label":"L","kind":"text","most":501}]"#.to_owned(),
        r#""own":[{"id":"a","kind":"text"}]"#.to_owned(),
        format!(r#""own":[{{"id":"a","label":"{long}","kind":"text"}}]"#),
        format!(r#""own":[{nine}]"#),
    ] {
        let (site, issues) = top(&form(&more));
        assert_eq!(site.backend, None, "{more}");
        assert!(kinds(&issues).contains(&("form", &Kind::FormOff)), "{more}: {issues:?}");
    }
}

#[test]
fn what_the_app_asks_for_later_is_what_the_file_says() {
    let demo = include_str!("../../../../public/clinic.json");
    for lang in ["en", "es"] {
        let whole = load_in(demo, lang).site.expect("a clinic");
        let mut site = crate::compact::read(&crate::compact::write(&whole)).expect("a clinic");
        assert!(site.zone.is_empty() && site.backend.is_none() && site.reach == Reach::default());
        complete(&mut site, demo, lang);
        assert_eq!((&site.zone, &site.program.intake), (&whole.zone, &whole.program.intake));
        assert_eq!((&site.reach, &site.backend), (&whole.reach, &whole.backend));
        for text in ["", "[]", "{}", "{\"zone\": 5}", "{\"zone\""] {
            let mut site = crate::compact::read(&crate::compact::write(&whole)).expect("a clinic");
            complete(&mut site, text, lang);
            assert_eq!((site.zone.as_str(), site.backend, site.reach), ("", None, Reach::default()), "{text}");
        }
    }
}

#[test]
fn hours_that_cannot_be_read_are_named_and_the_others_count() {
    let (site, issues) = top(
        r#","phone_open":[{"days":["Mon","Fri"],"from":"8am","to":"9pm"},{"days":["Sat"],"from":"9am"},{"days":["Sun"],"from":"25:00","to":"9pm"},7]"#,
    );
    let days = Days::of(&[Weekday::Mon, Weekday::Fri]);
    assert_eq!(site.reach.open, [(days, Span { from: 480, to: 1260 })]);
    let paths: Vec<&str> = kinds(&issues).iter().map(|(path, _)| *path).collect();
    for path in ["phone_open[1].to", "phone_open[2].from", "phone_open[3]"] {
        assert!(paths.contains(&path), "{path} is not in {paths:?}");
    }
}

#[test]
fn pages_are_kept_for_times_without_a_network_unless_the_file_says_no() {
    for (members, expected) in [("", true), (r#","offline":true"#, true), (r#","offline":false"#, false)] {
        assert_eq!((top(members).0.offline, top(members).1), (expected, vec![]), "{members}");
    }
}

#[test]
fn a_number_with_an_extension_takes_no_text_messages() {
    let texts = r#","phone_texts":true"#;
    assert_eq!(top(texts).0.texts_to(), Some("+13125550134"));
    assert_eq!(top("").0.texts_to(), None);
    let extension = file(texts, "").replace("\"(312) 555-0134\"", r#"{"dial":"+13125550134,22"}"#);
    let site = load(&extension).site.expect("name and phone are there");
    assert_eq!((site.phone.dial.as_str(), site.texts_to()), ("+13125550134,22", None));
}
