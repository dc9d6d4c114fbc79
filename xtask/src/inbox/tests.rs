//! The inbox over a real connection, in every mode.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use std::{fs, thread};

use super::{Inbox, mode::Mode, store::Store};
use crate::http;

static COUNT: AtomicUsize = AtomicUsize::new(0);

/// An inbox of a test's own; its file goes with it.
struct Running {
    port: u16,
    folder: PathBuf,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn start(mode: Mode) -> Running {
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("foothold-inbox-{}-{number}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    let store = Store::open(&folder.join("messages.jsonl")).unwrap();
    let listener = http::listen(0).unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || Inbox::new(store, mode).serve(&listener));
    Running { port, folder }
}

fn get(inbox: &Running, path: &str) -> String {
    exchange(inbox, "GET", path, "Accept: */*", "")
}

fn post(inbox: &Running, path: &str, headers: &str, body: &str) -> String {
    exchange(inbox, "POST", path, headers, body)
}

fn exchange(inbox: &Running, method: &str, path: &str, headers: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", inbox.port)).unwrap();
    stream.set_read_timeout(Some(Duration::from_millis(1500))).unwrap();
    let (length, port) = (body.len(), inbox.port);
    let text = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{headers}\r\nContent-Length: {length}\r\n\r\n{body}"
    );
    // The inbox may hang up while this is still being written.
    let _ = stream.write_all(text.as_bytes());
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8(answer).unwrap()
}

fn send(inbox: &Running) -> String {
    post(inbox, "/message", "Content-Type: application/json", r#"{"message_id": "a", "contact": "x"}"#)
}

fn kept(inbox: &Running) -> usize {
    let answer = get(inbox, "/messages.json");
    let body = answer.split_once("\r\n\r\n").unwrap().1;
    let value: serde_json::Value = serde_json::from_str(body).unwrap();
    value["messages"].as_array().unwrap().len()
}

#[test]
fn each_mode_answers_and_keeps_as_it_says() {
    let cases = [
        (Mode::Ok, "200", r#""ok":true"#, 1),
        (Mode::Reject, "422", r#""contact":"#, 0),
        (Mode::Refuse, "403", r#""ok":false"#, 0),
        (Mode::Error, "500", r#""ok":false"#, 0),
        (Mode::Failure, "200", r#""ok":false"#, 0),
        (Mode::Empty, "200", "", 1),
        (Mode::NoCors, "200", r#""ok":true"#, 1),
        (Mode::NoPreflight, "200", r#""ok":true"#, 1),
        (Mode::Html, "200", "Are you human?", 0),
        (Mode::Word, "200", r#"{"ok":"true"}"#, 0),
        (Mode::Redirect, "302", "Location: /thanks", 0),
        (Mode::Huge, "200", r#""ok":true"#, 1),
        (Mode::Slow, "200", r#""ok":true"#, 1),
    ];
    for (mode, status, body, count) in cases {
        let inbox = start(mode);
        let answer = send(&inbox);
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{mode:?}: {answer}");
        assert!(answer.contains(body), "{mode:?}: {answer}");
        let silent = matches!(mode, Mode::NoCors | Mode::NoPreflight);
        assert_eq!(answer.contains("Access-Control-Allow-Origin: *"), !silent, "{mode:?}");
        assert_eq!(kept(&inbox), count, "{mode:?}");
    }
}

#[test]
fn modes_that_hang_up_or_wait_send_nothing() {
    for (mode, count) in [(Mode::DropAnswer, 1), (Mode::Drop, 0), (Mode::Hang, 0)] {
        let inbox = start(mode);
        assert_eq!(send(&inbox), "", "{mode:?}");
        assert_eq!(kept(&inbox), count, "{mode:?}");
    }
}

#[test]
fn an_answer_that_breaks_off_or_never_ends_promises_more_than_it_says() {
    for mode in [Mode::Cut, Mode::HangBody] {
        let inbox = start(mode);
        let answer = send(&inbox);
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
        let promised: usize = head.split_once("Content-Length: ").unwrap().1.lines().next().unwrap().parse().unwrap();
        assert!(head.starts_with("HTTP/1.1 200 ") && !body.is_empty() && body.len() < promised, "{mode:?}: {answer}");
        assert_eq!(kept(&inbox), 1, "{mode:?}");
    }
}

#[test]
fn what_each_attempt_met_is_written_down() {
    let inbox = start(Mode::NoPreflight);
    exchange(&inbox, "OPTIONS", "/message", "Accept: */*", "");
    post(&inbox, "/mode", "Content-Type: application/x-www-form-urlencoded", "mode=drop");
    send(&inbox);
    assert!(get(&inbox, "/messages.json").contains(r#""met":["no-preflight","drop"]"#));
}

#[test]
fn a_browser_may_ask_first_in_every_mode_but_one() {
    for mode in Mode::ALL.into_iter().filter(|mode| *mode != Mode::NoPreflight) {
        let answer = exchange(&start(mode), "OPTIONS", "/message", "Accept: */*", "");
        assert!(answer.starts_with("HTTP/1.1 204 ") && answer.contains("Allow-Headers: Content-Type, Accept"));
    }
}

#[test]
fn the_same_message_twice_is_confirmed_twice_and_kept_once() {
    let inbox = start(Mode::Ok);
    assert!(send(&inbox).contains(r#""message_id":"a""#));
    assert!(send(&inbox).contains(r#""ok":true"#));
    assert_eq!(kept(&inbox), 1);
    assert!(get(&inbox, "/messages.json").contains(r#""repeats":1"#));
}

#[test]
fn a_plain_browser_form_gets_a_page() {
    let inbox = start(Mode::Ok);
    let kind = "Content-Type: application/x-www-form-urlencoded\r\nAccept: text/html,*/*";
    assert!(post(&inbox, "/message", kind, "name=a%3Cb").contains("Thank you, received"));
    let list = get(&inbox, "/");
    assert!(list.contains("a&lt;b") && !list.contains("a<b"));
}

#[test]
fn what_is_no_message_is_refused_with_a_reason() {
    let inbox = start(Mode::Ok);
    let json = "Content-Type: application/json";
    assert!(post(&inbox, "/message", json, "{").starts_with("HTTP/1.1 400 "));
    assert!(post(&inbox, "/message", "Content-Type: text/html", "x").starts_with("HTTP/1.1 415 "));
    assert!(post(&inbox, "/message", json, &"x".repeat(1024 * 1024 + 1)).starts_with("HTTP/1.1 413 "));
    assert_eq!(kept(&inbox), 0);
}

#[test]
fn the_mode_can_be_changed_and_messages_forgotten_but_not_by_another_site() {
    let inbox = start(Mode::Ok);
    let form = "Content-Type: application/x-www-form-urlencoded";
    assert!(post(&inbox, "/mode", form, "mode=error").contains(r#""mode":"error""#));
    assert!(send(&inbox).starts_with("HTTP/1.1 500 "));
    assert!(post(&inbox, "/mode", form, "mode=nonsense").starts_with("HTTP/1.1 400 "));
    let foreign = "Content-Type: application/x-www-form-urlencoded\r\nOrigin: http://evil.example";
    assert!(post(&inbox, "/mode", foreign, "mode=ok").starts_with("HTTP/1.1 403 "));
    assert!(post(&inbox, "/mode", "Content-Type: application/json", r#"{"mode":"ok"}"#).contains(r#""mode":"ok""#));
    send(&inbox);
    assert_eq!(kept(&inbox), 1);
    assert!(post(&inbox, "/clear", form, "").contains(r#""ok":true"#));
    assert_eq!(kept(&inbox), 0);
}
