//! What a web server should say with every file: one Content-Security-Policy and how long a file may be kept, written
//! for the common servers and also used by `./dev serve`, so that what works here works there.

use crate::{File, missing, offline};
use foothold_core::config::load;

/// Headers besides the policy; the same for every file. The last two let pages of other sites fetch the files, as showing
/// ours without a frame needs: they are public, and nobody is known by a cookie.
pub const FIXED: [(&str, &str); 5] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
];

/// The types of the folder's files by their endings, all of them UTF-8 where they are text.
pub const TYPES: [(&str, &str); 8] = [
    ("html", "text/html"),
    ("css", "text/css"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("txt", "text/plain"),
    ("xml", "application/xml"),
    ("svg", "image/svg+xml"),
    ("wasm", "application/wasm"),
];

/// A file whose name changes with its contents is kept for good; whatever else is asked for again each time.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
/// Such a name: sixteen hexadecimal digits before its ending, as servers read it. The same as [`offline::is_hashed`].
const HASHED: &str = r"-[0-9a-f]{16}\.[a-z]+";
/// Files of the folder that are for servers or for the build, and for nobody to fetch.
const FOR_SERVERS: &str = r"(\.(?!well-known)|_headers$|nginx\.conf\.example$)";
/// Pages in a made-up language, which are taken away before anybody uploads the folder.
const FOR_TESTS: &str = "en-XA/";
/// What Cloudflare Pages reads of `_headers`: letters of a line, and blocks of lines.
const CLOUDFLARE: (usize, usize) = (2000, 100);

/// How long a browser may keep a file that it was given.
pub fn caching(name: &str) -> &'static str {
    if offline::is_hashed(name) { FOR_GOOD } else { "no-cache" }
}

/// The policy; `form` are the other servers that the contact form is sent to, or redirected to, and `sites` those
/// whose pages may show ours in a frame.
pub fn policy(form: &[String], sites: &[String]) -> String {
    let listed = |origins: &[String]| origins.iter().flat_map(|origin| [" ", origin]).collect::<String>();
    let (more, framed) = (listed(form), listed(sites));
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
         font-src 'none'; connect-src 'self'{more}; form-action 'self'{more}; base-uri 'none'; \
         frame-ancestors 'self'{framed}; manifest-src 'self'"
    )
}

/// The policy for a clinic's file.
pub fn policy_of(clinic: &str) -> String {
    policy(&form_origins(clinic), &load(clinic).site.map(|site| site.embed_sites).unwrap_or_default())
}

/// The origins that the form of a clinic's file needs, a known service's included; none when the form is
/// off or stays on this server.
fn form_origins(clinic: &str) -> Vec<String> {
    let Some(backend) = load(clinic).site.and_then(|site| site.backend) else { return Vec::new() };
    let mut origins: Vec<String> = Vec::new();
    for origin in std::iter::once(&backend.url).chain(&backend.redirects_to).filter_map(|address| origin(address)) {
        if !origins.contains(&origin) {
            origins.push(origin);
        }
    }
    origins
}

/// Scheme, host and port of an absolute address. Anything that could end the header or the directive early
/// is no origin.
fn origin(address: &str) -> Option<String> {
    let (scheme, rest) = address.trim().split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    if scheme != "http" && scheme != "https" {
        return None;
    }
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | ':' | '[' | ']');
    (!host.is_empty() && host.chars().all(is_plain)).then(|| format!("{scheme}://{host}"))
}

/// `_headers`, `.htaccess` and `nginx.conf.example` for a clinic's file, and a folder with files of these names.
pub fn files<'a>(clinic: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<File> {
    let policy = policy_of(clinic);
    let folder = missing::folder(clinic);
    let folder = folder.as_deref();
    let kept = |name: &&str| offline::is_hashed(name) && !name.starts_with(FOR_TESTS);
    let mut hashed: Vec<String> = names.into_iter().filter(kept).map(str::to_owned).collect();
    hashed.sort();
    vec![
        File::text("_headers", netlify(&policy, &hashed)),
        File::text(".htaccess", apache(&policy, folder)),
        File::text("nginx.conf.example", nginx(&policy, folder.unwrap_or("/"))),
    ]
}

/// Whether Cloudflare Pages reads all of `_headers`.
pub fn fits(headers: &str) -> bool {
    let (letters, blocks) = CLOUDFLARE;
    headers.lines().all(|line| line.len() <= letters)
        && headers.lines().filter(|line| line.starts_with('/')).count() <= blocks
}

fn lines(policy: &str, line: impl Fn(&str, &str) -> String) -> String {
    let all = std::iter::once(("Content-Security-Policy", policy)).chain(FIXED);
    all.map(|(name, value)| line(name, value)).collect()
}

/// No header is in two blocks that are for the same file, because these two hosts settle that differently. What is not
/// kept for good they let browsers ask for again each time, without being told.
fn netlify(policy: &str, hashed: &[String]) -> String {
    let headers = lines(policy, |name, value| format!("  {name}: {value}\n"));
    let kept = hashed.iter().map(|name| {
        let is_wasm = name.rsplit_once('.').is_some_and(|(_, ending)| ending == "wasm");
        let kind = if is_wasm { "  Content-Type: application/wasm\n" } else { "" };
        format!("/{name}\n  Cache-Control: {FOR_GOOD}\n{kind}")
    });
    let kept: String = kept.collect();
    format!("# Netlify and Cloudflare Pages read this file when it lies at the top of the site.\n/*\n{headers}{kept}")
}

/// `folder` is where the site lies; where it is not known the page for lost addresses has to be named by hand. Nothing
/// in it needs more than `AllowOverride FileInfo`, because one line that a host does not permit stops the whole site.
fn apache(policy: &str, folder: Option<&str>) -> String {
    // A host's own header of the same name may be among those of good answers or among those of all: only one stays.
    let set = |name: &str, value: &str| format!("  Header unset {name}\n  Header always set {name} \"{value}\"\n");
    let headers = lines(policy, set) + &set("Cache-Control", "no-cache");
    let types = TYPES.map(|(ending, kind)| format!("AddType {kind} .{ending}\n")).concat();
    let texts = TYPES.map(|(ending, kind)| if is_text(kind) { format!(" .{ending}") } else { String::new() }).concat();
    let endings = TYPES.map(|(ending, _)| ending).join("|");
    let packed = [("br", "br"), ("gzip", "gz")].map(|(name, ending)| {
        format!(
            "  RewriteCond %{{HTTP:Accept-Encoding}} \"(^|,)\\s*{name}\\s*(,|$|;\\s*q=(1|0\\.[0-9]*[1-9]))\"\n  \
             RewriteCond %{{REQUEST_FILENAME}}.{ending} -f\n  \
             RewriteRule ^(.+)\\.({endings})$ $1.$2.{ending} [L]\n"
        )
    });
    // A list of types that the host has may know what .gz is, and would say so of every copy.
    let copies = TYPES.map(|(ending, kind)| {
        let charset = if is_text(kind) { "; charset=utf-8" } else { "" };
        format!("<FilesMatch \"\\.{ending}\\.(br|gz)$\">\n  ForceType \"{kind}{charset}\"\n</FilesMatch>\n")
    });
    format!(
        "# Apache reads this file where AllowOverride permits it, as it does at most web hosts: FileInfo is enough.\n\
         AddDefaultCharset utf-8\n{lost}{types}AddCharset utf-8{texts}\n\
         <IfModule mod_headers.c>\n{headers}  Header unset Expires\n  \
         # What was packed on the way is known by a name of its own, which nobody but who packed it knows.\n  \
         RequestHeader edit* If-None-Match \"-gzip\\\"\" \"\\\"\"\n  <FilesMatch \"{HASHED}(\\.br|\\.gz)?$\">\n    \
         Header always set Cache-Control \"{FOR_GOOD}\" \"expr=%{{REQUEST_STATUS}} -lt 400\"\n  </FilesMatch>\n\
         </IfModule>\n\
         # Hands out the compressed copies that lie beside the files.\n\
         <IfModule mod_rewrite.c>\n  RewriteEngine On\n  RewriteRule \"(^|/){FOR_SERVERS}\" - [R=404,L]\n  \
         RemoveLanguage .br\n  AddEncoding br .br\n  AddEncoding gzip .gz\n{packed}  <IfModule mod_headers.c>\n    \
         <FilesMatch \"\\.({endings})(\\.br|\\.gz)?$\">\n      Header merge Vary Accept-Encoding\n    </FilesMatch>\n  \
         </IfModule>\n</IfModule>\n{copies}\
         # clinic.json has no copies, because it may be edited in place.\n\
         <IfModule mod_deflate.c>\n  <IfModule mod_filter.c>\n    AddOutputFilterByType DEFLATE application/json\n  \
         </IfModule>\n</IfModule>\n",
        lost = lost(folder),
        packed = packed.concat(),
        copies = copies.concat(),
    )
}

fn is_text(kind: &str) -> bool {
    kind.starts_with("text/") || kind == "application/json" || kind == "application/xml"
}

/// The line that names the page for addresses that lead nowhere.
fn lost(folder: Option<&str>) -> String {
    let page = missing::PAGE;
    folder.map_or_else(
        || format!("# If the site lies at the top of its server, take the # away:\n# ErrorDocument 404 /{page}\n"),
        |folder| format!("ErrorDocument 404 {folder}{page}\n"),
    )
}

/// `folder` is where the site lies, `/` for the top of its server.
fn nginx(policy: &str, folder: &str) -> String {
    let headers = lines(policy, |name, value| format!("    add_header {name} \"{value}\" always;\n"));
    let types = TYPES.map(|(ending, kind)| format!(" {kind} {ending};")).concat();
    let texts = TYPES.map(|(_, kind)| if is_text(kind) { format!(" {kind}") } else { String::new() }).concat();
    let bare = folder.trim_end_matches('/');
    let slash = if bare.is_empty() {
        String::new()
    } else {
        format!("  location = {bare} {{ absolute_redirect off; return 301 {folder}$is_args$args; }}\n")
    };
    format!(
        "# Example for nginx: change the two words in capitals. If you have a server block for the site already, copy what is\n\
         # inside of this one into it, and let the map stay outside.\n\
         map $uri $foothold_cache {{\n  default no-cache;\n  \"~{HASHED}$\" \"{FOR_GOOD}\";\n}}\n\
         server {{\n  listen 80;\n  server_name SITE_NAME;\n{slash}  location {folder} {{\n    alias FOLDER/;\n    \
         index index.html;\n    error_page 404 {folder}{page};\n    absolute_redirect off;\n    types {{{types} }}\n    \
         default_type application/octet-stream;\n    charset utf-8;\n    charset_types{texts};\n\
         {headers}    add_header Cache-Control $foothold_cache always;\n    \
         # Hands out the .gz copies that lie beside the files; clinic.json has none, because it may be edited in place.\n    \
         gzip_static on;\n    gzip on;\n    gzip_types application/json;\n    gzip_proxied any;\n    gzip_vary on;\n    \
         # With the module ngx_brotli take the # away:\n    # brotli_static on;\n    \
         location ~ \"/{FOR_SERVERS}\" {{ return 404; }}\n  }}\n}}\n",
        page = missing::PAGE,
    )
}

#[cfg(test)]
mod tests {
    use super::{
        FIXED, FOR_GOOD, apache, caching, files, fits, form_origins, netlify, nginx, origin, policy, policy_of,
    };

    fn of(form: &str) -> Vec<String> {
        form_origins(&format!(r#"{{"name":"N","phone":"(312) 555-0134","form":{form}}}"#))
    }

    #[test]
    fn the_origins_are_those_of_the_forms_address_its_service_and_its_redirects() {
        let own = r#"{"url": "https://Forms.example:8443/message?x=1", "encoding": "json"}"#;
        assert_eq!(of(own), ["https://forms.example:8443"]);
        assert_eq!(of(r#"{"service": "formspree", "id": "abc"}"#), ["https://formspree.io"]);
        let script = of(r#"{"service": "apps-script", "id": "abc"}"#);
        assert_eq!(script, ["https://script.google.com", "https://script.googleusercontent.com"]);
        let hook = of(r#"{"service": "airtable", "url": "https://hooks.airtable.com/workflows/x"}"#);
        assert_eq!(hook, ["https://hooks.airtable.com"]);
    }

    #[test]
    fn a_form_that_is_off_or_stays_on_this_server_needs_no_origin() {
        let (own, netlify) = (r#"{"url": "/message", "encoding": "json"}"#, r#"{"service": "netlify", "id": "c"}"#);
        for form in [own, netlify, "{}", r#"{"url": "mailto:a@b.example", "encoding": "json"}"#] {
            assert!(of(form).is_empty(), "{form}");
        }
        assert_eq!(form_origins("not json"), Vec::<String>::new());
    }

    #[test]
    fn an_address_cannot_add_to_the_policy_or_the_header() {
        assert_eq!(origin("https://a.example; script-src *"), None);
        assert_eq!(origin("https://a.example\r\nX: y"), None);
        assert_eq!(origin("https://*/x"), None);
        assert_eq!(origin("https:///x"), None);
        assert_eq!(origin("https://user:pass@a.example/x").as_deref(), Some("https://a.example"));
    }

    #[test]
    fn the_form_may_go_to_its_back_end_and_nowhere_else() {
        let own = policy(&[], &[]);
        assert!(own.contains("connect-src 'self'; form-action 'self';"));
        let other = policy(&["https://a.example".to_owned()], &[]);
        assert!(other.contains("connect-src 'self' https://a.example; form-action 'self' https://a.example;"));
        assert!(other.starts_with("default-src 'none';") && !other.contains("unsafe-inline"));
    }

    #[test]
    fn only_the_sites_of_the_clinics_file_may_frame_the_pages() {
        let of = |embed: &str| policy_of(&format!(r#"{{"name":"N","phone":"(312) 555-0134"{embed}}}"#));
        assert!(of("").contains("; frame-ancestors 'self'; "), "{}", of(""));
        let named = of(r#","embed":{"sites":["https://www.a.example","https://b.example; script-src *","*"]}"#);
        assert!(named.contains("; frame-ancestors 'self' https://www.a.example; manifest-src"), "{named}");
    }

    #[test]
    fn servers_that_have_to_be_told_know_the_page_for_lost_addresses() {
        assert!(apache("", Some("/iop/")).contains("\nErrorDocument 404 /iop/404.html\n"));
        assert!(apache("", None).contains("\n# ErrorDocument 404 /404.html\n"), "no folder is guessed");
        assert!(nginx("", "/").contains(" error_page 404 /404.html;"));
        assert!(nginx("", "/iop/").contains(" error_page 404 /iop/404.html;"));
    }

    #[test]
    fn every_server_gets_the_same_policy() {
        let wanted = policy(&["https://a.example".to_owned()], &[]);
        for text in [netlify(&wanted, &[]), apache(&wanted, None), nginx(&wanted, "/")] {
            for value in [&wanted].into_iter().map(String::as_str).chain(FIXED.map(|(_, value)| value)) {
                assert!(text.contains(value), "{value} is not in\n{text}");
            }
        }
    }

    #[test]
    fn only_what_is_named_by_its_contents_is_kept_for_good() {
        for name in ["foothold-app-0123456789abcdef.wasm", "es/words-en-0123456789abcdef.txt"] {
            assert_eq!(caching(name), FOR_GOOD, "{name}");
        }
        for name in ["index.html", "clinic.json", "embed.js", "boot.js", "offline.js", "pictures/week.svg"] {
            assert_eq!(caching(name), "no-cache", "{name}");
        }
    }

    #[test]
    fn the_files_that_are_kept_for_good_are_those_of_the_folder_that_is_uploaded() {
        let (kept, tests) = ("app-0123456789abcdef.js", "en-XA/words-0123456789abcdef.txt");
        let clinic = r#"{"name":"N","phone":"(312) 555-0134"}"#;
        let made = files(clinic, ["index.html", "embed.js", kept, tests, "app-0123456789abcdef.js.br"]);
        let text = String::from_utf8(made[0].contents.clone()).unwrap();
        let paths: Vec<&str> = text.lines().filter(|line| line.starts_with('/')).collect();
        assert_eq!(paths, ["/*", "/app-0123456789abcdef.js"]);
    }

    /// The rules of both hosts, as their documents have them: <https://docs.netlify.com/manage/routing/headers/> and
    /// <https://developers.cloudflare.com/pages/configuration/headers/>.
    #[test]
    fn the_file_for_netlify_and_cloudflare_keeps_to_the_rules_of_both() {
        let sites = ["https://www.a.example".to_owned(), "https://b.example".to_owned()];
        let hashed = ["foothold-app-0123456789abcdef.js", "foothold-app-0123456789abcdef.wasm"].map(str::to_owned);
        let text = netlify(&policy(&["https://a.example:8443".to_owned()], &sites), &hashed);
        assert!(fits(&text));
        let mut blocks: Vec<(&str, Vec<&str>)> = Vec::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, value)) = line.strip_prefix("  ").and_then(|header| header.split_once(": ")) {
                assert!(!name.contains(' ') && !value.is_empty() && value == value.trim(), "{line}");
                blocks.last_mut().expect("a path comes first").1.push(name);
            } else {
                assert!(line.starts_with('/') && !line.contains(' '), "neither path nor header: {line}");
                assert!(!line.trim_end_matches("/*").contains(['*', ':']), "one star, at the end: {line}");
                blocks.push((line, Vec::new()));
            }
        }
        let named: Vec<&str> = blocks.iter().map(|(path, _)| *path).collect();
        assert_eq!(named, ["/*", "/foothold-app-0123456789abcdef.js", "/foothold-app-0123456789abcdef.wasm"]);
        for (path, names) in blocks.iter().skip(1) {
            assert!(names.contains(&"Cache-Control"), "{path}");
            assert!(names.iter().all(|name| !blocks[0].1.contains(name)), "twice for {path}: {names:?}");
        }
        let many: Vec<String> = (0..100).map(|site| format!("https://www.{site}.a-long-name.example")).collect();
        assert!(!fits(&netlify(&policy(&[], &many), &[])), "too long a line is noticed");
        assert!(!fits(&netlify("", &vec![hashed[0].clone(); 100])), "too many blocks are noticed");
    }

    #[test]
    fn a_folder_below_the_top_is_named_where_a_server_has_to_know_it() {
        let text = nginx("", "/help/iop/");
        assert!(text.contains(" location /help/iop/ {") && text.contains(" location = /help/iop {"), "{text}");
        let top = nginx("", "/");
        assert!(top.contains(" location / {") && !top.contains("location = "), "{top}");
    }

    #[test]
    fn what_is_for_apache_needs_no_more_than_the_least_that_hosts_permit() {
        let text = apache("", Some("/"));
        for line in ["DirectoryIndex", "Options", "Require", "Expires", "SetHandler", "<If "] {
            assert!(!text.lines().any(|found| found.trim_start().starts_with(line)), "{line}");
        }
    }
}
