//! `foothold send-test`: sends one marked message as the form would, and says what came of it.
//!
//! Speaks plain HTTP to this machine only; for every other address it prints the same request for
//! curl. Asks beforehand what a browser would ask.

use crate::plain_http::{Exchange, exchange};
use crate::{COULD_NOT, FOUND_ERRORS, could_not, say};
use foothold_core::config;
use foothold_core::contact::{Arrival, HttpRequest, check, on_the_wire, request, trial, verdict};
use foothold_core::json;
use foothold_words::{Lang, Words, issues, send_test as words};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

/// The origin that a page without a `site_url` is taken to have.
const SOME_ORIGIN: &str = "http://localhost:8080";
/// Most characters of an answer that are shown.
const SHOWN: usize = 2000;

/// Sends the test message of the file.
pub fn send_test(path: &str) -> ExitCode {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => return could_not(&issues::unreadable_file(path, &error.to_string())),
    };
    let Some(site) = config::load(&text).site else { return could_not(words::OFF) };
    let Some(backend) = &site.backend else { return could_not(words::OFF) };
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map(|since| since.as_secs()).unwrap_or_default();
    let id = format!("test-{seconds}");
    let draft = trial(backend, words::NAME, words::NOTE);
    let draft = Words::new(Lang::En).addressed(draft, &backend.questions, &id);
    let Ok(submission) = check(&draft, &backend.questions, &id) else { return could_not(words::OFF) };
    let sent = request(backend, &submission);
    let service = json::parse(&text).ok().and_then(|value| value.at("form.service")?.as_text().map(str::to_owned));
    let origin = site.site_url.as_deref().and_then(origin).unwrap_or_else(|| SOME_ORIGIN.to_owned());
    let (kind, body) = on_the_wire(&sent);
    let shown = format!("POST {}\nContent-Type: {kind}\nOrigin: {origin}\n\n{body}", sent.url);
    block(words::REQUEST, &shown);
    let Some((host, target)) = here(&sent.url) else {
        say(&words::beyond_reach(&sent.url));
        say(&curl(&sent, &origin, &kind, &body));
        return ExitCode::from(COULD_NOT);
    };
    let talk = Talk { host, target, origin: &origin, timeout_s: sent.timeout_s };
    if let Err(code) = talk.preflight(&kind) {
        return code;
    }
    let headers = format!("Accept: application/json\r\nContent-Type: {kind}\r\n");
    let arrival = match talk.say("POST", &headers, body.as_bytes()) {
        Exchange::NotSent(reason) => {
            say(&words::unreachable(&reason));
            return ExitCode::from(COULD_NOT);
        }
        Exchange::NoAnswer => {
            block(words::ANSWER, words::NO_ANSWER);
            Arrival::LostAfterSending
        }
        Exchange::Answered { status, headers, body } => {
            let few: String = body.chars().take(SHOWN).collect();
            block(words::ANSWER, &format!("{status}\n\n{few}"));
            if let Some(mend) = words::known_fault(&body) {
                say(mend);
            }
            if sent.opaque {
                say(words::BLIND);
                Arrival::Opaque
            } else if allows(&headers, &origin) {
                Arrival::Answered { status, body }
            } else {
                say(words::UNREADABLE);
                Arrival::LostAfterSending
            }
        }
    };
    let delivery = verdict(backend, &arrival);
    block(words::VERDICT, &words::verdict(&delivery, service.as_deref()));
    say(words::LIMITS);
    if delivery.keeps_draft() { ExitCode::from(FOUND_ERRORS) } else { ExitCode::SUCCESS }
}

struct Talk<'a> {
    host: &'a str,
    target: &'a str,
    origin: &'a str,
    timeout_s: u16,
}

impl Talk<'_> {
    fn say(&self, method: &str, headers: &str, body: &[u8]) -> Exchange {
        let (host, target, origin) = (self.host, self.target, self.origin);
        let head = format!(
            "{method} {target} HTTP/1.1\r\nHost: {host}\r\nOrigin: {origin}\r\nConnection: close\r\n{headers}Content-Length: {}\r\n\r\n",
            body.len()
        );
        exchange(host, &[head.as_bytes(), body].concat(), self.timeout_s)
    }

    /// Asks what a browser would ask; an exit code where it would stop.
    fn preflight(&self, kind: &str) -> Result<(), ExitCode> {
        if kind != "application/json" {
            block(words::PREFLIGHT, words::NO_PREFLIGHT);
            return Ok(());
        }
        let headers = "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: content-type\r\n";
        let (fine, shown) = match self.say("OPTIONS", headers, b"") {
            Exchange::NotSent(reason) => {
                say(&words::unreachable(&reason));
                return Err(ExitCode::from(COULD_NOT));
            }
            Exchange::NoAnswer => (false, words::NO_ANSWER.to_owned()),
            Exchange::Answered { status, headers, .. } => {
                let named = header(&headers, "access-control-allow-headers").unwrap_or_default().to_ascii_lowercase();
                let typed = named.split(',').any(|name| matches!(name.trim(), "content-type" | "*"));
                ((200..300).contains(&status) && allows(&headers, self.origin) && typed, status.to_string())
            }
        };
        block(
            words::PREFLIGHT,
            &format!("{shown}\n{}", if fine { words::PREFLIGHT_FINE } else { words::PREFLIGHT_BAD }),
        );
        if fine { Ok(()) } else { Err(ExitCode::from(FOUND_ERRORS)) }
    }
}

fn block(title: &str, text: &str) {
    let lines: Vec<String> = text.lines().map(|line| format!("  {line}")).collect();
    say(&format!("{title}\n{}\n", lines.join("\n")));
}

fn header<'a>(headers: &'a [(String, String)], name: &str) -> Option<&'a str> {
    headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
}

fn allows(headers: &[(String, String)], origin: &str) -> bool {
    matches!(header(headers, "access-control-allow-origin"), Some(allowed) if allowed == "*" || allowed == origin)
}

/// Host with port, and what follows it, of an address on this machine.
fn here(url: &str) -> Option<(&str, &str)> {
    let rest = url.strip_prefix("http://")?;
    let (host, target) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let own = matches!(name, "127.0.0.1" | "localhost" | "[::1]");
    own.then_some((host, if target.is_empty() { "/" } else { target }))
}

fn origin(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    Some(format!("{scheme}://{}", rest.split('/').next()?))
}

/// The same request for curl, quoted for a Unix shell.
fn curl(sent: &HttpRequest, origin: &str, kind: &str, body: &str) -> String {
    let quoted = |text: &str| format!("'{}'", text.replace('\'', "'\\''"));
    let header = |text: String| format!("-H {}", quoted(&text));
    [
        "curl -i -X POST".to_owned(),
        header(format!("Origin: {origin}")),
        header("Accept: application/json".to_owned()),
        header(format!("Content-Type: {kind}")),
        format!("--data-binary {}", quoted(body)),
        quoted(&sent.url),
    ]
    .join(" ")
}
