//! Sums of what the app is started from, said in every page: a browser runs neither script nor WebAssembly that is not what was
//! built, whoever has changed it on its way.
//!
//! `boot.js` has none: it comes from where the page comes from, under a name that stays, and a page of before would refuse the next one.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// How a page says what bytes it wants.
pub fn sum(bytes: &[u8]) -> String {
    ["sha256-", &STANDARD.encode(Sha256::digest(bytes))].concat()
}

/// The page with the sums of the app's script, which it names, and of the WebAssembly. A script that is imported later can only be
/// given a sum ahead of that.
pub fn sealed(page: &str, script: (&str, &str), wasm: &str) -> Option<String> {
    let (name, sum) = script;
    let start = page.find("<script data-js=")?;
    let (before, after) = (page.get(..start)?, page.get(start + "<script".len()..)?);
    Some(format!(
        "{before}<link rel=modulepreload href=./{name} integrity=\"{sum}\"><script data-sum=\"{wasm}\"{after}"
    ))
}

#[cfg(test)]
mod tests {
    use super::{sealed, sum};

    #[test]
    fn a_sum_is_the_one_that_browsers_make() {
        // From the specification of subresource integrity.
        assert_eq!(sum(b"alert('Hello, world.');"), "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
    }

    #[test]
    fn a_page_says_the_sums_of_both_files() {
        let page = "<title>T</title><script data-js=./a.js data-wasm=./a.wasm></script>";
        let wanted = "<title>T</title><link rel=modulepreload href=./a.js integrity=\"1\"><script data-sum=\"2\" data-js=./a.js \
                      data-wasm=./a.wasm></script>";
        assert_eq!(sealed(page, ("a.js", "1"), "2").unwrap(), wanted);
        assert_eq!(sealed("<p>", ("a.js", "1"), "2"), None);
    }
}
