//! A form back-end for the desk: takes what the contact form sends, keeps it on this computer, shows it, and
//! can be told to fail in each way the page must cope with.
//!
//! `POST /message` takes messages; `GET /` shows them; `GET /messages.json`, `POST /clear`, `GET` and
//! `POST /mode` are for tests.

mod body;
pub mod mode;
mod multipart;
mod page;
pub mod store;

use std::net::TcpListener;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::http::{self, Answer, Connection, NoBody, Request};
use body::{BadBody, Message};
use mode::Mode;
use store::Store;

/// The most bytes of one message.
const BODY_CAP: usize = 1024 * 1024;
/// Letters in an answer of great length.
const HUGE: usize = 4 * 1024 * 1024;
/// How long a slow answer takes.
const SLOW: Duration = Duration::from_secs(1);
/// The inbox's own pages need their own style and forms, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";

/// The inbox and its current mode.
pub struct Inbox {
    state: Mutex<State>,
}

struct State {
    mode: Mode,
    store: Store,
    attempts: usize,
    /// The mode that each attempt met, and each refused question before one.
    met: Vec<Mode>,
}

impl Inbox {
    /// An inbox that starts in a mode.
    pub fn new(store: Store, mode: Mode) -> Self {
        Self { state: Mutex::new(State { mode, store, attempts: 0, met: Vec::new() }) }
    }

    /// Serves forever.
    pub fn serve(self, listener: &TcpListener) {
        http::serve(listener, move |request, connection| self.respond(request, connection));
    }

    fn respond(&self, request: &Request, connection: &mut Connection) {
        let method = if request.method == "HEAD" { "GET" } else { request.method.as_str() };
        let answer = match (method, request.path()) {
            ("OPTIONS", "/message") => Some(self.preflight()),
            ("GET", "/thanks") => Some(with_cors(page_answer(200, page::thanks()))),
            ("POST", "/message") => self.message(request, connection),
            ("GET", "/") => Some(self.list()),
            ("GET", "/messages.json") => Some(self.messages()),
            ("GET", "/mode") => Some(mode_answer(200, self.state().mode)),
            ("POST", "/mode" | "/clear") if is_foreign(request) => Some(Answer::plain(403, "Not from another site.")),
            ("POST", "/mode") => Some(self.set_mode(request, connection)),
            ("POST", "/clear") => Some(self.clear(request)),
            (_, "/message" | "/" | "/messages.json" | "/mode" | "/clear") => {
                Some(Answer::plain(405, "Not in this way."))
            }
            _ => Some(Answer::plain(404, "There is nothing here.")),
        };
        if let Some(answer) = answer {
            connection.answer(request, &answer.with("X-Content-Type-Options", "nosniff"));
        }
    }

    /// Takes one message; nothing to answer when the mode hangs up.
    fn message(&self, request: &Request, connection: &mut Connection) -> Option<Answer> {
        let mode = {
            let mut state = self.state();
            state.attempts += 1;
            let mode = state.mode;
            state.met.push(mode);
            mode
        };
        if mode == Mode::Drop {
            return None;
        }
        let message = match read(request, connection) {
            Ok(message) => message,
            Err(answer) => return Some(with_cors(answer)),
        };
        let id = message.id().map(str::to_owned);
        let answer = match mode {
            Mode::Reject => {
                let why = "This address or number could not be used.";
                reply(request, 422, &json!({"ok": false, "errors": {"contact": why}}))
            }
            Mode::Refuse => reply(request, 403, &json!({"ok": false})),
            Mode::Error => reply(request, 500, &json!({"ok": false})),
            Mode::Failure => reply(request, 200, &json!({"ok": false})),
            Mode::Hang => {
                connection.outlast();
                return None;
            }
            Mode::Html => Answer::new(200, "text/html; charset=utf-8", page::sorry("Are you human?")),
            Mode::Word => json_answer(200, &json!({"ok": "true"})),
            Mode::Redirect => Answer::redirect(302, "/thanks"),
            Mode::Ok
            | Mode::Empty
            | Mode::DropAnswer
            | Mode::NoCors
            | Mode::NoPreflight
            | Mode::Cut
            | Mode::HangBody
            | Mode::Huge
            | Mode::Slow
            | Mode::Drop => {
                if let Err(trouble) = self.state().store.keep(&message) {
                    eprintln!("The inbox could not keep a message: {trouble}");
                    return Some(with_cors(reply(request, 500, &json!({"ok": false}))));
                }
                let confirmed = json!({"ok": true, "message_id": id});
                match mode {
                    Mode::DropAnswer => return None,
                    Mode::Cut | Mode::HangBody => {
                        let answer = with_cors(json_answer(200, &confirmed));
                        connection.begin(request, &answer, answer.body.len() / 2);
                        if mode == Mode::HangBody {
                            connection.outlast();
                        }
                        return None;
                    }
                    Mode::Empty => Answer::new(200, "text/plain; charset=utf-8", ""),
                    Mode::Huge => reply(request, 200, &json!({"ok": true, "more": "x".repeat(HUGE)})),
                    Mode::Slow => {
                        thread::sleep(SLOW);
                        reply(request, 200, &confirmed)
                    }
                    _ => reply(request, 200, &confirmed),
                }
            }
        };
        Some(if matches!(mode, Mode::NoCors | Mode::NoPreflight) { answer } else { with_cors(answer) })
    }

    fn list(&self) -> Answer {
        let state = self.state();
        page_answer(200, page::list(&state.store, state.mode))
    }

    fn messages(&self) -> Answer {
        let state = self.state();
        json_answer(
            200,
            &json!({
                "mode": state.mode.name(),
                "attempts": state.attempts,
                "met": state.met.iter().map(|mode| mode.name()).collect::<Vec<_>>(),
                "repeats": state.store.repeats(),
                "messages": state.store.messages(),
            }),
        )
    }

    fn set_mode(&self, request: &Request, connection: &mut Connection) -> Answer {
        let message = match read(request, connection) {
            Ok(message) => message,
            Err(answer) => return answer,
        };
        let wanted = message.fields.get("mode").and_then(Value::as_str).unwrap_or_default();
        let Some(mode) = Mode::named(wanted) else {
            return json_answer(400, &json!({"ok": false, "modes": Mode::ALL.map(Mode::name)}));
        };
        self.state().mode = mode;
        if request.wants_page() { Answer::redirect(303, "/") } else { mode_answer(200, mode) }
    }

    fn clear(&self, request: &Request) -> Answer {
        let mut state = self.state();
        if let Err(trouble) = state.store.clear() {
            return Answer::plain(500, &trouble.to_string());
        }
        state.attempts = 0;
        state.met.clear();
        if request.wants_page() { Answer::redirect(303, "/") } else { json_answer(200, &json!({"ok": true})) }
    }

    /// A browser's question before it sends what an ordinary form could not.
    fn preflight(&self) -> Answer {
        let mut state = self.state();
        let silent = Answer { status: 204, headers: Vec::new(), body: Vec::new() };
        if state.mode == Mode::NoPreflight {
            state.met.push(Mode::NoPreflight);
            return silent;
        }
        with_cors(silent)
            .with("Access-Control-Allow-Methods", "POST, OPTIONS")
            .with("Access-Control-Allow-Headers", "Content-Type, Accept")
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A thread that failed left the store readable; losing it to everybody else helps nobody.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn read(request: &Request, connection: &mut Connection) -> Result<Message, Answer> {
    let body = connection.body(request, BODY_CAP).map_err(|why| match why {
        NoBody::LengthMissing => bad(request, 411, "The message did not say how long it is."),
        NoBody::TooLarge => bad(request, 413, "The message is larger than 1 MB."),
        NoBody::CutOff => bad(request, 400, "The message was cut off."),
    })?;
    body::parse(request.header("content-type").unwrap_or_default(), &body).map_err(|why| match why {
        BadBody::Kind => bad(request, 415, "Send JSON or a form."),
        BadBody::Json => bad(request, 400, "This is not a JSON object."),
        BadBody::Multipart(_) => bad(request, 400, "The multipart form is broken."),
        BadBody::Empty => bad(request, 400, "The message has no fields."),
    })
}

fn bad(request: &Request, status: u16, why: &str) -> Answer {
    if request.wants_page() {
        return page_answer(status, page::sorry(why));
    }
    json_answer(status, &json!({"ok": false, "errors": {"body": why}}))
}

/// The same outcome for a program and for a person.
fn reply(request: &Request, status: u16, body: &Value) -> Answer {
    if !request.wants_page() {
        return json_answer(status, body);
    }
    let why = body.pointer("/errors/contact").and_then(Value::as_str);
    match body.get("ok").and_then(Value::as_bool) {
        Some(true) => page_answer(status, page::thanks()),
        _ => page_answer(status, page::sorry(why.unwrap_or("The inbox is set to answer in this way."))),
    }
}

fn json_answer(status: u16, body: &Value) -> Answer {
    Answer::new(status, "application/json; charset=utf-8", body.to_string())
}

fn page_answer(status: u16, html: String) -> Answer {
    Answer::new(status, "text/html; charset=utf-8", html)
        .with("Content-Security-Policy", POLICY)
        // `no-referrer` would take the origin away from the page's own forms.
        .with("Referrer-Policy", "same-origin")
}

fn mode_answer(status: u16, mode: Mode) -> Answer {
    json_answer(status, &json!({"ok": true, "mode": mode.name(), "modes": Mode::ALL.map(Mode::name)}))
}

fn with_cors(answer: Answer) -> Answer {
    answer.with("Access-Control-Allow-Origin", "*")
}

/// Whether another site's page asks; only this inbox's own pages and programs may change it.
fn is_foreign(request: &Request) -> bool {
    let own = request.header("host").map(|host| format!("http://{host}"));
    request.header("origin").is_some_and(|origin| Some(origin) != own.as_deref())
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod injection_tests;
