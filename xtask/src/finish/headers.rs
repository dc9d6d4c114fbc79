//! What a web server should say with every file: one Content-Security-Policy, written for the common servers
//! and also used by `./dev serve`, so that what works here works there.

use std::fs;
use std::path::Path;

use foothold_core::config::load;

use super::missing;
use crate::trouble::{Outcome, Trouble};

/// Headers besides the policy; the same for every file. All of them are public and asked for without cookies, so pages of
/// others may read them: that is how our page stands in them without a frame.
pub const FIXED: [(&str, &str); 4] = [
    ("Access-Control-Allow-Origin", "*"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
];

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

/// Writes `_headers`, `.htaccess` and `nginx.conf.example` into the folder.
pub fn write(dist: &Path) -> Outcome<()> {
    let clinic = fs::read_to_string(dist.join("clinic.json")).unwrap_or_default();
    let policy = policy_of(&clinic);
    let folder = missing::folder(&clinic);
    let folder = folder.as_deref();
    for (name, text) in
        [("_headers", netlify(&policy)), (".htaccess", apache(&policy, folder)), ("nginx.conf.example", nginx(&policy))]
    {
        let path = dist.join(name);
        fs::write(&path, text).map_err(Trouble::file(&path))?;
    }
    Ok(())
}

fn all(policy: &str) -> impl Iterator<Item = (&'static str, &str)> {
    std::iter::once(("Content-Security-Policy", policy)).chain(FIXED)
}

fn lines(policy: &str, line: impl Fn(&str, &str) -> String) -> String {
    all(policy).map(|(name, value)| line(name, value)).collect::<Vec<_>>().join("\n")
}

fn netlify(policy: &str) -> String {
    let headers = lines(policy, |name, value| format!("  {name}: {value}"));
    format!("# Netlify and Cloudflare Pages read this file when it lies at the top of the site.\n/*\n{headers}\n")
}

/// `folder` is where the site lies; where it is not known the page for lost addresses has to be named by hand.
fn apache(policy: &str, folder: Option<&str>) -> String {
    let headers = lines(policy, |name, value| format!("  Header always set {name} \"{value}\""));
    let packed = [("br", "br"), ("gzip", "gz")].map(|(name, ending)| {
        format!(
            "  RewriteCond %{{HTTP:Accept-Encoding}} \\b{name}\\b\n  RewriteCond %{{REQUEST_FILENAME}}.{ending} -f\n  \
             RewriteRule ^(.+)\\.(html|css|js|wasm|json|svg|txt)$ $1.$2.{ending} [L]\n"
        )
    });
    format!(
        "# Apache reads this file where AllowOverride permits it, as it does at most web hosts.\n\
         AddDefaultCharset utf-8\nDirectoryIndex index.html\n{}\
         AddType text/javascript .js\nAddType application/wasm .wasm\n\
         AddType application/json .json\nAddType image/svg+xml .svg\n\
         <IfModule mod_headers.c>\n{headers}\n  Header set Cache-Control no-cache\n</IfModule>\n\
         # Hands out the compressed copies that lie beside the files.\n\
         <IfModule mod_rewrite.c>\n  RemoveType .gz\n  RemoveLanguage .br\n  \
         AddEncoding br .br\n  AddEncoding gzip .gz\n  RewriteEngine On\n{}  \
         <FilesMatch \"\\.(html|css|js|wasm|json|svg|txt)(\\.br|\\.gz)?$\">\n    <IfModule mod_headers.c>\n      \
         Header append Vary Accept-Encoding\n    </IfModule>\n  </FilesMatch>\n</IfModule>\n",
        lost(folder),
        packed.concat()
    )
}

/// The line that names the page for addresses that lead nowhere.
fn lost(folder: Option<&str>) -> String {
    let page = missing::PAGE;
    folder.map_or_else(
        || format!("# If the site lies at the top of its server, take the # away:\n# ErrorDocument 404 /{page}\n"),
        |folder| format!("ErrorDocument 404 {folder}{page}\n"),
    )
}

fn nginx(policy: &str) -> String {
    let headers = lines(policy, |name, value| format!("  add_header {name} \"{value}\" always;"));
    format!(
        "# Example for nginx: change the two capital words. Needs nginx 1.21.2 or newer for the type of .wasm.\n\
         server {{\n  listen 80;\n  server_name SITE_NAME;\n  root FOLDER;\n  index index.html;\n  error_page 404 /404.html;\n  charset utf-8;\n\
         {headers}\n  add_header Cache-Control no-cache always;\n  # Hands out the .gz copies that lie beside the files.\n  gzip_static on;\n  \
         # With the module ngx_brotli also: brotli_static on;\n  \
         location ~ /\\.(?!well-known) {{ deny all; }}\n}}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::{apache, form_origins, netlify, nginx, origin, policy, policy_of};

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
        assert!(nginx("").contains(" error_page 404 /404.html;"));
    }

    #[test]
    fn every_server_gets_the_same_policy() {
        let wanted = policy(&["https://a.example".to_owned()], &[]);
        for text in [netlify(&wanted), apache(&wanted, None), nginx(&wanted)] {
            assert!(text.contains(&wanted) && text.contains("nosniff") && text.contains("Permissions-Policy"));
        }
    }
}
