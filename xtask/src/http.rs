//! The little HTTP that two local servers need: read one request, write one answer, close.
//!
//! Only on the loopback address, one thread per connection, standard library only.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::trouble::{Outcome, Trouble};

/// The longest request line or header accepted, in bytes.
const LINE_CAP: u64 = 16 * 1024;
/// The most headers accepted.
const HEADER_CAP: usize = 100;
/// The most bytes of a body read only to be thrown away.
const DISCARD_CAP: u64 = 16 * 1024 * 1024;
/// How many ports after the wanted one are tried.
const PORTS_TRIED: u16 = 50;

/// What a client asked, without the body.
#[derive(Debug)]
pub struct Request {
    /// `GET`, `POST` and so on.
    pub method: String,
    /// Path and query as sent.
    pub target: String,
    headers: Vec<(String, String)>,
}

impl Request {
    /// A header's value, by its name in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// The path as sent, without the query.
    pub fn path(&self) -> &str {
        self.target.split(['?', '#']).next().unwrap_or_default()
    }

    /// Whether the client reads pages: a browser that sent a plain form or follows a link.
    pub fn wants_page(&self) -> bool {
        self.header("accept").is_some_and(|accept| accept.contains("text/html"))
    }
}

/// Why a body could not be read.
#[derive(Debug, PartialEq, Eq)]
pub enum NoBody {
    /// No length was announced.
    LengthMissing,
    /// More than the cap.
    TooLarge,
    /// The client stopped in the middle.
    CutOff,
}

/// An open connection whose request line and headers were read.
pub struct Connection {
    reader: BufReader<TcpStream>,
}

impl Connection {
    /// Reads the whole body, at most `cap` bytes.
    pub fn body(&mut self, request: &Request, cap: usize) -> Result<Vec<u8>, NoBody> {
        let length: usize = match request.header("content-length") {
            Some(length) => length.trim().parse().map_err(|_| NoBody::LengthMissing)?,
            None if request.header("transfer-encoding").is_some() => {
                return Err(NoBody::LengthMissing);
            }
            None => 0,
        };
        if length > cap {
            // Closing with unread bytes would reset the connection, and the client would never see why.
            let unread = u64::try_from(length).unwrap_or(u64::MAX).min(DISCARD_CAP);
            let _ = io::copy(&mut self.reader.by_ref().take(unread), &mut io::sink());
            return Err(NoBody::TooLarge);
        }
        if request.header("expect").is_some_and(|expect| expect.eq_ignore_ascii_case("100-continue")) {
            self.stream().write_all(b"HTTP/1.1 100 Continue\r\n\r\n").map_err(|_| NoBody::CutOff)?;
        }
        let mut body = vec![0; length];
        self.reader.read_exact(&mut body).map_err(|_| NoBody::CutOff)?;
        Ok(body)
    }

    /// Writes the answer; `HEAD` gets the headers only.
    pub fn answer(&mut self, request: &Request, answer: &Answer) {
        self.begin(request, answer, answer.body.len());
    }

    /// Writes an answer's headers, which promise the whole body, and only so many bytes of that.
    pub fn begin(&mut self, request: &Request, answer: &Answer, bytes: usize) {
        let mut head = format!("HTTP/1.1 {} {}\r\n", answer.status, reason(answer.status));
        for (name, value) in &answer.headers {
            head.push_str(name);
            head.push_str(": ");
            head.push_str(value);
            head.push_str("\r\n");
        }
        head.push_str("Content-Length: ");
        head.push_str(&answer.body.len().to_string());
        head.push_str("\r\nConnection: close\r\n\r\n");
        let stream = self.stream();
        // A client that left no longer wants the answer; there is nobody to tell.
        let sent = stream.write_all(head.as_bytes());
        if sent.is_ok() && request.method != "HEAD" {
            let _ = stream.write_all(answer.body.get(..bytes).unwrap_or(&answer.body));
        }
        let _ = stream.flush();
    }

    /// Waits, however long, until the client leaves.
    pub fn outlast(&mut self) {
        let _ = self.stream().set_read_timeout(None);
        let _ = io::copy(&mut self.reader, &mut io::sink());
    }

    fn stream(&mut self) -> &mut TcpStream {
        self.reader.get_mut()
    }
}

/// An answer to write.
#[derive(Debug)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// Headers besides length and connection.
    pub headers: Vec<(String, String)>,
    /// The bytes.
    pub body: Vec<u8>,
}

impl Answer {
    /// An answer with a body of one kind, asked for again each time.
    pub fn new(status: u16, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        Self::kept(status, kind, body, "no-cache")
    }

    /// An answer with a body of one kind, and how long a browser may keep it.
    pub fn kept(status: u16, kind: &str, body: impl Into<Vec<u8>>, caching: &str) -> Self {
        Self { status, headers: Vec::new(), body: body.into() }
            .with("Content-Type", kind)
            .with("Cache-Control", caching)
    }

    /// An answer of one plain sentence.
    pub fn plain(status: u16, text: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", format!("{text}\n"))
    }

    /// Sends the client elsewhere.
    pub fn redirect(status: u16, to: &str) -> Self {
        Self::plain(status, to).with("Location", to)
    }

    /// Adds a header.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// Listens on the loopback address: port 0 takes any free one, a busy port the next free one.
pub fn listen(port: u16) -> Outcome<TcpListener> {
    let mut last = None;
    for offset in 0..PORTS_TRIED {
        let Some(candidate) = port.checked_add(offset) else { break };
        match TcpListener::bind(("127.0.0.1", candidate)) {
            Ok(listener) => {
                if port != 0 && offset > 0 {
                    eprintln!("Port {port} is busy; using {candidate}.");
                }
                return Ok(listener);
            }
            Err(error) => last = Some(error),
        }
    }
    let said = last.map(|error| error.to_string()).unwrap_or_default();
    Err(Trouble::tool(format!("no free port from {port} on: {said}"), "Choose another with --port."))
}

/// The address of a listener, without a slash at the end.
pub fn address(listener: &TcpListener) -> String {
    listener.local_addr().map(|address| format!("http://{address}")).unwrap_or_default()
}

/// Says where it listens, in the one line that tests wait for.
pub fn say_listening(listener: &TcpListener) {
    println!("listening {}", address(listener));
    let _ = io::stdout().flush();
}

/// Serves forever, one thread per connection.
pub fn serve<F>(listener: &TcpListener, respond: F)
where
    F: Fn(&Request, &mut Connection) + Send + Sync + 'static,
{
    let respond = Arc::new(respond);
    for stream in listener.incoming().flatten() {
        let respond = Arc::clone(&respond);
        thread::spawn(move || {
            // Browsers open connections in advance; an unused one must not hold a thread forever.
            let _ = stream.set_read_timeout(Some(Duration::from_secs(30)));
            let _ = stream.set_nodelay(true);
            let mut connection = Connection { reader: BufReader::new(stream) };
            if let Some(request) = read_request(&mut connection.reader) {
                respond(&request, &mut connection);
            }
        });
    }
}

fn read_request(reader: &mut impl BufRead) -> Option<Request> {
    let first = read_line(reader)?;
    let mut words = first.split(' ');
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    words.next().filter(|version| version.starts_with("HTTP/1."))?;
    let mut headers = Vec::new();
    loop {
        let line = read_line(reader)?;
        if line.is_empty() {
            return Some(Request { method, target, headers });
        }
        let (name, value) = line.split_once(':')?;
        headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        if headers.len() > HEADER_CAP {
            return None;
        }
    }
}

fn read_line(reader: &mut impl BufRead) -> Option<String> {
    let mut line = Vec::new();
    reader.take(LINE_CAP).read_until(b'\n', &mut line).ok()?;
    let line = line.strip_suffix(b"\n")?;
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    Some(String::from_utf8_lossy(line).into_owned())
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        204 => "No Content",
        302 => "Found",
        303 => "See Other",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        411 => "Length Required",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        422 => "Unprocessable Content",
        500 => "Internal Server Error",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::read_request;

    #[test]
    fn a_request_is_read_with_its_headers_in_small_letters() {
        let text = "POST /message?x=1 HTTP/1.1\r\nContent-TYPE: text/plain\r\nAccept:text/html\r\n\r\n";
        let request = read_request(&mut Cursor::new(text)).unwrap();
        assert_eq!((request.method.as_str(), request.path()), ("POST", "/message"));
        assert_eq!(request.header("content-type"), Some("text/plain"));
        assert!(request.wants_page());
    }

    #[test]
    fn what_is_no_request_is_refused() {
        for text in ["", "GET /\r\n\r\n", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n", "\0\0\0"] {
            assert!(read_request(&mut Cursor::new(text)).is_none(), "{text:?}");
        }
    }
}
