//! Serves a finished folder the way a good web server would: with the security headers, compressed copies and
//! right types, and nothing outside the folder.

use std::fmt::Write as _;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};

use foothold_core::config::fingerprint;
use foothold_folder::{headers, missing};

use crate::http::{self, Answer, Connection, Request};

/// Where the demo clinic of public/clinic.json sends its form.
pub const DEMO_INBOX: &str = "http://127.0.0.1:8025";

/// What to serve and how.
pub struct Site {
    /// The finished folder.
    pub folder: PathBuf,
    /// Where the inbox runs; takes the place of [`DEMO_INBOX`] in pages and configuration.
    pub inbox: String,
    /// The path under which the site lies, with a slash at both ends.
    pub base: String,
}

impl Site {
    /// A site; the base gets its slashes and the inbox loses its last one.
    pub fn new(folder: PathBuf, inbox: &str, base: &str) -> Self {
        let base = match base.trim_matches('/') {
            "" => "/".to_owned(),
            middle => format!("/{middle}/"),
        };
        Self { folder, inbox: inbox.trim_end_matches('/').to_owned(), base }
    }

    /// Serves forever.
    pub fn serve(self, listener: &TcpListener) {
        http::serve(listener, move |request, connection| self.respond(request, connection));
    }

    fn respond(&self, request: &Request, connection: &mut Connection) {
        let mut answer = if request.method == "GET" || request.method == "HEAD" {
            self.find(request)
        } else {
            Answer::plain(405, "Only reading is possible here.").with("Allow", "GET, HEAD")
        };
        answer = answer.with("Content-Security-Policy", &self.policy());
        for (name, value) in headers::FIXED {
            answer = answer.with(name, value);
        }
        connection.answer(request, &answer);
    }

    fn policy(&self) -> String {
        let clinic = fs::read_to_string(self.folder.join("clinic.json")).unwrap_or_default();
        headers::policy_of(&clinic.replace(DEMO_INBOX, &self.inbox))
    }

    fn find(&self, request: &Request) -> Answer {
        let Some(inside) = format!("{}/", request.path()).strip_prefix(self.base.as_str()).map(str::to_owned) else {
            return Answer::plain(404, "There is no such page here.");
        };
        let missing = || self.missing();
        let Some(names) = safe_names(&inside) else { return missing() };
        let mut path = self.folder.clone();
        path.extend(&names);
        if path.is_dir() {
            if !request.path().ends_with('/') {
                // Built from checked names, so it cannot lead to another server.
                let to = names.iter().fold(self.base.clone(), |path, name| path + &encode(name) + "/");
                let query = request.target.split_once('?').map(|(_, query)| format!("?{query}"));
                return Answer::redirect(302, &(to + &query.unwrap_or_default()));
            }
            path.push("index.html");
        } else if request.path().ends_with('/') {
            return missing();
        }
        if !self.holds(&path) {
            return missing();
        }
        self.file(&path, request).unwrap_or_else(missing)
    }

    /// The site's own page for that, as a server hands it out that was told of it.
    fn missing(&self) -> Answer {
        match fs::read(self.folder.join(missing::PAGE)) {
            Ok(page) => Answer::new(404, media_type("html"), page),
            Err(_) => Answer::plain(404, "There is no such page here."),
        }
    }

    /// Links inside the folder may point out of it; what they point to is not part of the site.
    fn holds(&self, path: &Path) -> bool {
        match (self.folder.canonicalize(), path.canonicalize()) {
            (Ok(folder), Ok(path)) => path.starts_with(folder) && path.is_file(),
            _ => false,
        }
    }

    /// A page or the clinic's file with our inbox in it. The mark in a page follows, so that it still tells which
    /// file the page was written from.
    fn with_our_inbox(&self, text: &str) -> String {
        let clinic = fs::read_to_string(self.folder.join("clinic.json")).unwrap_or_default();
        let ours = clinic.replace(DEMO_INBOX, &self.inbox);
        text.replace(DEMO_INBOX, &self.inbox).replace(&fingerprint(&clinic), &fingerprint(&ours))
    }

    fn file(&self, path: &Path, request: &Request) -> Option<Answer> {
        let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
        let kind = media_type(&ending);
        if self.inbox != DEMO_INBOX && matches!(ending.as_str(), "html" | "json") {
            let text = fs::read_to_string(path).ok()?;
            let served = self.with_our_inbox(&text);
            if served != text {
                return Some(Answer::new(200, kind, served));
            }
        }
        let kept = headers::caching(&path.to_string_lossy());
        let accepted = request.header("accept-encoding").unwrap_or_default();
        for (encoding, packed_ending) in [("br", "br"), ("gzip", "gz")] {
            let packed = path.with_extension(format!("{ending}.{packed_ending}"));
            if accepts(accepted, encoding) && packed.is_file() {
                let answer = Answer::kept(200, kind, fs::read(packed).ok()?, kept);
                return Some(answer.with("Content-Encoding", encoding).with("Vary", "Accept-Encoding"));
            }
        }
        Some(Answer::kept(200, kind, fs::read(path).ok()?, kept).with("Vary", "Accept-Encoding"))
    }
}

/// The names of a request path, decoded; nothing when one of them could lead out of the folder or to a hidden
/// file.
fn safe_names(path: &str) -> Option<Vec<String>> {
    path.split('/')
        .filter(|name| !name.is_empty())
        .map(|name| {
            let name = decode(name)?;
            let is_safe = !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', '\0', ':']);
            is_safe.then_some(name)
        })
        .collect()
}

fn decode(name: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn encode(name: &str) -> String {
    name.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            // Writing to a text cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
        encoded
    })
}

fn accepts(header: &str, encoding: &str) -> bool {
    header.split(',').any(|part| {
        let mut words = part.split(';').map(str::trim);
        words.next() == Some(encoding) && !words.any(|word| matches!(word, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

fn media_type(ending: &str) -> &'static str {
    match ending {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "ics" => "text/calendar; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "txt" | "example" => "text/plain; charset=utf-8",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::path::PathBuf;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::{fs, thread};

    use super::{DEMO_INBOX, Site, accepts, encode, fingerprint, media_type, safe_names};
    use crate::http;
    use foothold_folder::headers;

    static COUNT: AtomicUsize = AtomicUsize::new(0);

    #[test]
    fn ways_out_of_the_folder_are_refused() {
        for path in [
            "../secret",
            "week/../../secret",
            "%2e%2e/secret",
            "%2E%2e%2Fsecret",
            "week/..%2f..%2fsecret",
            "..\\secret",
            "%5c..%5csecret",
            ".htaccess",
            "a/.git/config",
            "a%00b",
            "C:/x",
            "%zz",
            "%e2%82",
            "%",
        ] {
            assert_eq!(safe_names(path), None, "{path}");
        }
    }

    #[test]
    fn ordinary_names_pass_decoded_and_doubled_slashes_count_once() {
        assert_eq!(safe_names("week//caf%C3%A9.html"), Some(vec!["week".into(), "café.html".into()]));
        assert_eq!(safe_names(""), Some(vec![]));
        assert_eq!(encode("café"), "caf%C3%A9");
    }

    #[test]
    fn a_compressed_copy_goes_only_to_who_accepts_it() {
        assert!(accepts("gzip, deflate, br", "br") && accepts("br;q=0.5", "br"));
        assert!(!accepts("gzip, br;q=0", "br") && !accepts("brotli", "br") && !accepts("", "br"));
    }

    #[test]
    fn a_base_path_gets_its_slashes() {
        let base = |typed: &str| Site::new(PathBuf::new(), "", typed).base;
        assert_eq!([base(""), base("/"), base("a/b"), base("/a/")], ["/", "/", "/a/b/", "/a/"]);
    }

    fn clinic() -> String {
        let form = format!(r#"{{"url": "{DEMO_INBOX}/message", "encoding": "json"}}"#);
        format!(r#"{{"name": "N", "phone": "(312) 555-0134", "form": {form}}}"#)
    }

    /// One answer of a server over a small folder, head and body.
    fn get(base: &str, inbox: &str, path: &str, accept: &str) -> (String, String) {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("foothold-serve-{}-{number}", std::process::id()));
        fs::create_dir_all(folder.join("week")).unwrap();
        fs::write(folder.join("clinic.json"), clinic()).unwrap();
        fs::write(
            folder.join("week/index.html"),
            format!("<form action={DEMO_INBOX}/message data-clinic={}>", fingerprint(&clinic())),
        )
        .unwrap();
        fs::write(folder.join("week/index.html.br"), "packed").unwrap();
        fs::write(folder.join("app-0123456789abcdef.js"), "run()").unwrap();
        let listener = http::listen(0).unwrap();
        let mut stream = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let site = Site::new(folder.clone(), inbox, base);
        thread::spawn(move || site.serve(&listener));
        write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: {accept}\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        fs::remove_dir_all(folder).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_owned(), body.to_owned())
    }

    #[test]
    fn a_folder_answers_with_its_page_packed_and_guarded() {
        let (head, body) = get("/", DEMO_INBOX, "/week/", "gzip, br");
        assert!(head.starts_with("HTTP/1.1 200 ") && head.contains("Content-Encoding: br"), "{head}");
        assert!(head.contains(&format!("connect-src 'self' {DEMO_INBOX};")) && head.contains("nosniff"), "{head}");
        assert_eq!(body, "packed");
    }

    #[test]
    fn a_name_with_a_hash_is_kept_for_good_where_there_is_such_a_file_and_nothing_else_is() {
        let head = |path| get("/", DEMO_INBOX, path, "").0;
        let found = head("/app-0123456789abcdef.js");
        assert!(found.contains("\r\nCache-Control: public, max-age=31536000, immutable\r\n"), "{found}");
        assert_eq!(found.matches("Cache-Control").count(), 1);
        for path in ["/week/", "/clinic.json", "/app-fedcba9876543210.js"] {
            assert!(head(path).contains("\r\nCache-Control: no-cache\r\n"), "{path}");
        }
    }

    #[test]
    fn files_have_the_types_that_other_servers_are_told() {
        for (ending, kind) in headers::TYPES {
            assert_eq!(media_type(ending).split(';').next(), Some(kind), "{ending}");
        }
    }

    #[test]
    fn an_inbox_elsewhere_takes_the_place_of_the_demo_address_everywhere() {
        let (head, body) = get("/", "http://127.0.0.1:9/", "/week/", "br");
        assert!(!head.contains("Content-Encoding") && !head.contains("8025"), "{head}");
        assert!(head.contains("form-action 'self' http://127.0.0.1:9;"), "{head}");
        let served = get("/", "http://127.0.0.1:9/", "/clinic.json", "").1;
        assert_eq!(body, format!("<form action=http://127.0.0.1:9/message data-clinic={}>", fingerprint(&served)));
    }

    #[test]
    fn a_site_under_a_base_path_exists_only_there_and_redirects_stay_here() {
        let status = |base, path| get(base, DEMO_INBOX, path, "").0.lines().next().unwrap()[9..12].to_owned();
        assert_eq!(status("/a/b", "/a/b/week/"), "200");
        assert_eq!(status("/a/b", "/week/"), "404");
        assert_eq!(status("/a/b", "/a/bweek/"), "404");
        assert_eq!(status("/", "/clinic.json/"), "404");
        assert_eq!(status("/", "/../Cargo.toml"), "404");
        assert!(get("/a/b", DEMO_INBOX, "/a/b/week?x=1", "").0.contains("Location: /a/b/week/?x=1"));
        assert!(get("/", DEMO_INBOX, "//week", "").0.contains("Location: /week/\r\n"));
    }
}
