//! One request over plain HTTP, and its answer. No encryption, no redirects, one connection.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// Most bytes of an answer that are read.
const MOST: u64 = 1024 * 1024;

/// What came of a request.
pub enum Exchange {
    /// Nothing left this machine; the system's reason.
    NotSent(String),
    /// It was sent, and no answer came that could be read.
    NoAnswer,
    /// An answer, its headers' names in small letters.
    Answered {
        /// Its status.
        status: u16,
        /// Its headers.
        headers: Vec<(String, String)>,
        /// Its text.
        body: String,
    },
}

/// Sends the bytes to a host with a port, 80 where it has none.
pub fn exchange(host: &str, bytes: &[u8], timeout_s: u16) -> Exchange {
    let port = host.rsplit_once(':').is_some_and(|(_, port)| port.parse::<u16>().is_ok());
    let address = if port { host.to_owned() } else { format!("{host}:80") };
    let mut stream = match TcpStream::connect(&address) {
        Ok(stream) => stream,
        Err(error) => return Exchange::NotSent(error.to_string()),
    };
    let wait = Some(Duration::from_secs(u64::from(timeout_s)));
    if let Err(error) = stream.set_read_timeout(wait).and_then(|()| stream.set_write_timeout(wait)) {
        return Exchange::NotSent(error.to_string());
    }
    // The other side may hang up while this is still being written.
    let _ = stream.write_all(bytes);
    let mut answer = Vec::new();
    let _ = stream.take(MOST).read_to_end(&mut answer);
    read(&answer).unwrap_or(Exchange::NoAnswer)
}

fn read(answer: &[u8]) -> Option<Exchange> {
    let end = answer.windows(4).position(|next| next == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(answer.get(..end)?).into_owned();
    let rest = answer.get(end + 4..)?;
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let pair = |line: &str| {
        let (name, value) = line.split_once(':')?;
        Some((name.trim().to_ascii_lowercase(), value.trim().to_owned()))
    };
    let headers: Vec<(String, String)> = lines.filter_map(pair).collect();
    let is = |name: &str, value: &str| headers.iter().any(|(n, v)| n == name && v.eq_ignore_ascii_case(value));
    let length = headers.iter().find(|(name, _)| name == "content-length").and_then(|(_, n)| n.parse::<usize>().ok());
    let body = if is("transfer-encoding", "chunked") { chunks(rest)? } else { rest.to_vec() };
    // An answer that breaks off proves nothing, as in a browser.
    if length.is_some_and(|length| body.len() < length) {
        return None;
    }
    Some(Exchange::Answered { status, headers, body: String::from_utf8_lossy(&body).into_owned() })
}

/// The pieces of a chunked body put together; `None` where the last one is missing.
fn chunks(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let line = rest.windows(2).position(|next| next == b"\r\n")?;
        let size = std::str::from_utf8(rest.get(..line)?).ok()?.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        if size == 0 {
            return Some(whole);
        }
        let start = line + 2;
        whole.extend_from_slice(rest.get(start..start.checked_add(size)?)?);
        rest = rest.get(start + size + 2..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::{Exchange, read};

    fn body(answer: &str) -> Option<String> {
        match read(answer.as_bytes())? {
            Exchange::Answered { body, .. } => Some(body),
            _ => None,
        }
    }

    #[test]
    fn whole_answers_are_read_and_broken_ones_are_none() {
        assert_eq!(body("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok").as_deref(), Some("ok"));
        assert_eq!(
            body("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n1;x=y\r\n!\r\n0\r\n\r\n").as_deref(),
            Some("ok!")
        );
        for broken in [
            "",
            "HTTP/1.1 200 OK\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nok",
            "HTTP/1.1 x\r\n\r\n",
        ] {
            assert_eq!(body(broken), None, "{broken:?}");
        }
    }
}
