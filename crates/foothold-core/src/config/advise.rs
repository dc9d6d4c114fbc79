//! What the owner of a page should know about a form that works: warnings and notes, never a reason to
//! switch it off. Visitors' browsers skip all of it.

use super::issue::IssueKind;
use super::read::{Log, Members, join};
use super::shape::host_of;
use crate::contact::{About, Backend, Field, Holder, Sent, about_service};

/// Names under which forms send what a captcha gave them.
const CAPTCHAS: [&str; 4] = ["captcha", "g-recaptcha-response", "h-captcha-response", "cf-turnstile-response"];

/// Looks at a form that was read, beside what stands in the file.
pub(super) fn advise(form: &Members, backend: &Backend, log: &mut Log) {
    if cfg!(feature = "quiet") {
        return;
    }
    let about = form.get("service").and_then(|at| about_service(at.value.as_text()?.trim()));
    pairs(form, backend, log);
    if let Some(about) = about {
        service(form, &about, log);
    }
    if !backend.success.proves || backend.opaque {
        log.note(&form.path, IssueKind::NeverSeen { service: about.map(|about| about.name) });
    }
}

fn pairs(form: &Members, backend: &Backend, log: &mut Log) {
    let fixed = join(&form.path, "fixed");
    for (name, value) in &backend.fixed {
        let path = join(&fixed, name);
        let named = |field: &Field| {
            let stated = backend.names.iter().find(|(own, _)| own == field);
            stated.map_or(field.wire(), |(_, name)| name.as_str()) == name
        };
        if backend.send.iter().any(named) {
            log.warn(&path, IssueKind::FixedHidden);
        }
        let asked_for = name == "_captcha" && value != "false";
        if asked_for || CAPTCHAS.contains(&name.as_str()) {
            log.warn(&path, IssueKind::Captcha);
        }
    }
}

fn service(form: &Members, about: &About, log: &mut Log) {
    let service = about.name;
    let host = form.get("url").and_then(|at| host_of(at.value.as_text()?.trim()));
    let own = |host: &str| {
        let of = |known: &&str| host == *known || host.strip_suffix(*known).is_some_and(|rest| rest.ends_with('.'));
        about.hosts.is_empty() || about.hosts.iter().any(of) || matches!(host, "127.0.0.1" | "localhost" | "[::1]")
    };
    if host.is_some_and(|host| !own(host)) {
        log.warn(&join(&form.path, "url"), IssueKind::OtherHost { service });
    }
    let path = join(&form.path, "service");
    match about.holder {
        Holder::Clinic => {}
        Holder::AsksPlan => log.warn(&path, IssueKind::HeldByOthers { service, some_plans: true }),
        Holder::NoneKnown => log.warn(&path, IssueKind::HeldByOthers { service, some_plans: false }),
    }
    if about.captcha {
        log.note(&path, IssueKind::CaptchaStops { service });
    }
    let own_names = matches!(service, "gravity" | "hubspot" | "cf7");
    if own_names && form.get("names").is_none() && about.sent == Sent::Taken {
        log.note(&path, IssueKind::NamesGuessed { service });
    }
}
