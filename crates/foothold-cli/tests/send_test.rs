//! `foothold send-test` against a receiver on this machine.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::thread;

/// A receiver that gives these answers in turn, and what it was sent.
fn receiver(answers: Vec<String>) -> (u16, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("its address").port();
    let (tell, told) = channel();
    thread::spawn(move || {
        for answer in answers {
            let (mut stream, _) = listener.accept().expect("a connection");
            let _ = tell.send(request(&mut stream));
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    (port, told)
}

fn request(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut piece = [0_u8; 4096];
    loop {
        let read = stream.read(&mut piece).unwrap_or(0);
        bytes.extend(piece.iter().take(read));
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.split("Content-Length: ").nth(1).and_then(|rest| rest.lines().next()?.parse::<usize>().ok());
        if read == 0 || body.len() >= length.unwrap_or(0) {
            return text;
        }
    }
}

fn answer(status: &str, headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\n\r\n{body}", body.len())
}

fn send(form: &str) -> (Option<i32>, String) {
    let folder =
        std::env::temp_dir().join(format!("foothold-send-{}-{:?}", std::process::id(), thread::current().id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("clinic.json");
    let text =
        format!(r#"{{"name":"N","phone":"(312) 555-0134","site_url":"https://clinic.example/iop/","form":{form}}}"#);
    std::fs::write(&path, text).expect("a file");
    let output = Command::new(env!("CARGO_BIN_EXE_foothold")).arg("send-test").arg(&path).output().expect("it runs");
    std::fs::remove_dir_all(&folder).expect("the folder goes");
    (output.status.code(), String::from_utf8(output.stdout).expect("text"))
}

const ASKED: &str =
    "Access-Control-Allow-Origin: https://clinic.example\r\nAccess-Control-Allow-Headers: content-type, accept\r\n";
const READABLE: &str = "Access-Control-Allow-Origin: *\r\n";

fn json(port: u16) -> String {
    format!(r#"{{"service":"n8n","url":"http://127.0.0.1:{port}/webhook/a"}}"#)
}

#[test]
fn a_yes_by_the_rule_is_a_delivery_and_the_message_is_marked_as_a_test() {
    let (port, told) =
        receiver(vec![answer("204 No Content", ASKED, ""), answer("200 OK", READABLE, r#"{"ok":true}"#)]);
    let (code, text) = send(&json(port));
    assert_eq!(code, Some(0), "{text}");
    assert!(text.contains("Your message has arrived") && text.contains("What this does not prove"), "{text}");
    let (asked, sent) = (told.recv().expect("a question"), told.recv().expect("a message"));
    assert!(asked.starts_with("OPTIONS /webhook/a HTTP/1.1") && asked.contains("Origin: https://clinic.example\r\n"));
    assert!(sent.starts_with("POST /webhook/a HTTP/1.1") && sent.contains("TEST, please ignore"), "{sent}");
    assert!(sent.contains("Do not leave a message"), "{sent}");
}

#[test]
fn a_yes_that_a_page_may_not_read_or_that_proves_nothing_is_no_delivery() {
    let ask = || answer("200 OK", ASKED, "");
    for (given, said) in [
        (answer("200 OK", "", r#"{"ok":true}"#), "does not allow your page to read it"),
        (answer("200 OK", READABLE, r#"{"message":"Workflow was started"}"#), "lacks the sign of success"),
        (
            answer("404 Not Found", READABLE, r#"{"message":"The requested webhook is not registered."}"#),
            "The n8n workflow is not active",
        ),
        (String::new(), "No answer came back"),
    ] {
        let (port, _told) = receiver(vec![ask(), given]);
        let (code, text) = send(&json(port));
        assert_eq!(code, Some(1), "{text}");
        assert!(text.contains(said) && !text.contains("Your message has arrived"), "{text}");
    }
}

#[test]
fn where_a_browser_would_stop_nothing_is_sent() {
    for refusal in [answer("405 Not Allowed", "", ""), answer("200 OK", READABLE, ""), String::new()] {
        let (port, told) = receiver(vec![refusal]);
        let (code, text) = send(&json(port));
        assert_eq!(code, Some(1), "{text}");
        assert!(text.contains("A browser would stop here") && told.iter().count() == 1, "{text}");
    }
}

#[test]
fn what_this_command_cannot_reach_is_said_with_a_command_for_curl() {
    let (code, text) = send(r#"{"service":"formspree","id":"abc"}"#);
    assert_eq!(code, Some(2));
    assert!(text.contains("curl -i -X POST -H 'Origin: https://clinic.example'"), "{text}");
    assert!(text.contains("'https://formspree.io/f/abc'"), "{text}");
    let (code, _) = send(r#"{"service":"nobody"}"#);
    assert_eq!(code, Some(2));
}

#[test]
fn an_ordinary_form_is_sent_without_a_question_beforehand_and_a_blind_one_is_never_a_delivery() {
    let (port, told) = receiver(vec![answer("200 OK", "", "")]);
    let form = format!(r#"{{"url":"http://127.0.0.1:{port}/in","encoding":"urlencoded","opaque":true}}"#);
    let (code, text) = send(&form);
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains("asks nothing beforehand") && text.contains("cannot tell"), "{text}");
    assert!(told.recv().expect("a message").contains("name=TEST%2C+please+ignore"));
}
