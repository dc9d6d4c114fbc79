//! Joins the style sheets of all pages into few files: one that every page has, one for the planner, one for pages to read.
//!
//! In the source every component has its own sheet; here they become `style-<hash>.css` and what [`foothold_folder::sheets`] names, in
//! the order of the links. Which of them a page links to is decided when it is written; what a clinic's file wishes of colours and
//! the like is added to the first one then.

use std::fs;
use std::path::Path;

use foothold_folder::sheets::{self, GROUPS, PLAN, READ, STYLE};

use crate::finish::{folder_of, pages};
use crate::markup::{is_local, resolve, tags};
use crate::stamp;
use crate::trouble::{Outcome, Trouble};

/// Joins, rewrites the links of every page, and deletes the parts.
pub fn join_styles(dist: &Path) -> Outcome<()> {
    let pages = pages(dist)?;
    let mut parts: Vec<(String, String)> = Vec::new();
    for (name, page) in &pages {
        for part in links(name, page)? {
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
    }
    if parts.is_empty() {
        return Ok(());
    }
    let mut groups: Vec<(&str, Vec<(String, String)>)> = GROUPS.map(|group| (group, Vec::new())).into();
    for (part, media) in &parts {
        let path = dist.join(part);
        let text = fs::read_to_string(&path).map_err(Trouble::file(&path))?;
        if text.contains("@import") {
            return Err(Trouble::input(format!("{part} uses @import; link the sheet in index.html instead.")));
        }
        let group = group_of(part);
        groups
            .iter_mut()
            .filter(|(name, _)| *name == group)
            .for_each(|(_, all)| all.push((text.clone(), media.clone())));
    }
    let mut names = Vec::new();
    for (group, sheets) in groups.iter().filter(|(_, sheets)| !sheets.is_empty()) {
        let joined = join(sheets);
        let name = format!("{group}-{}.css", stamp::short(joined.as_bytes()));
        let path = dist.join(&name);
        fs::write(&path, joined).map_err(Trouble::file(&path))?;
        names.push(name);
    }
    for (name, page) in &pages {
        let path = dist.join(name);
        fs::write(&path, relink(name, page, &names)).map_err(Trouble::file(&path))?;
    }
    for (part, _) in &parts {
        let path = dist.join(part);
        // A sheet linked twice for different media is one file.
        if path.exists() {
            fs::remove_file(&path).map_err(Trouble::file(&path))?;
        }
    }
    Ok(())
}

/// The file that a sheet of the source becomes part of.
fn group_of(part: &str) -> &'static str {
    let file = part.rsplit('/').next().unwrap_or(part);
    // Trunk has added a hash.
    match file.split(['-', '.']).next().unwrap_or_default() {
        "planner" => PLAN,
        "explorer" | "topic" | "guide" | "ask" => READ,
        _ => STYLE,
    }
}

/// The local sheets of a page: path from the top folder, and the media they are for.
fn links(page_name: &str, page: &str) -> Outcome<Vec<(String, String)>> {
    let mut found = Vec::new();
    for tag in tags(page) {
        let Some(address) = tag.stylesheet().filter(|address| is_local(address)) else { continue };
        let path = resolve(folder_of(page_name), address)
            .ok_or_else(|| Trouble::input(format!("{page_name} links to {address}, outside the folder.")))?;
        found.push((path, tag.get("media").unwrap_or_default().to_owned()));
    }
    Ok(found)
}

/// The page with its first local sheet replaced by the joined ones and the others taken out.
fn relink(page_name: &str, page: &str, joined: &[String]) -> String {
    let up = "../".repeat(folder_of(page_name).split('/').filter(|part| !part.is_empty()).count());
    let mut rewritten = String::with_capacity(page.len());
    let mut at = 0;
    let mut linked = false;
    for tag in tags(page) {
        if tag.stylesheet().is_none_or(|address| !is_local(address)) {
            continue;
        }
        rewritten.push_str(page.get(at..tag.span.start).unwrap_or_default());
        if !linked {
            for name in joined {
                rewritten.push_str(&sheets::link(&up, name));
            }
            linked = true;
        }
        at = tag.span.end;
    }
    rewritten.push_str(page.get(at..).unwrap_or_default());
    rewritten
}

/// All sheets as one text; a sheet for one medium is wrapped in that condition.
fn join(sheets: &[(String, String)]) -> String {
    let mut joined = String::new();
    for (sheet, media) in sheets {
        let short = shorten(sheet);
        if media.is_empty() || media == "all" {
            joined.push_str(&short);
        } else {
            joined.push_str("@media ");
            joined.push_str(media);
            joined.push('{');
            joined.push_str(&short);
            joined.push('}');
        }
    }
    older(&joined)
}

/// Widths in the words that iPhones before iOS 16.4 know, too: Trunk has written comparisons, and a phone that knows none
/// of them would be shown the page for wide screens.
fn older(css: &str) -> String {
    css.replace("(width<=", "(max-width:").replace("(width>=", "(min-width:")
}

/// Takes out comments and whitespace that never means anything; strings, addresses and escapes stay.
fn shorten(css: &str) -> String {
    let mut short = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(letter) = rest.chars().next() {
        let mut taken = letter.len_utf8();
        if rest.starts_with("/*") {
            taken = rest.find("*/").map_or(rest.len(), |end| end + 2);
            space(&mut short);
        } else if letter == '"' || letter == '\'' {
            taken = string_length(rest, letter);
            short.push_str(rest.get(..taken).unwrap_or_default());
        } else if letter == '\\' {
            taken += rest.chars().nth(1).map_or(0, char::len_utf8);
            short.push_str(rest.get(..taken).unwrap_or_default());
        } else if rest.starts_with("url(") {
            taken = rest.find(')').map_or(rest.len(), |end| end + 1);
            short.push_str(rest.get(..taken).unwrap_or_default());
        } else if letter.is_ascii_whitespace() {
            space(&mut short);
        } else {
            // `--x: ;` is a value of its own in older browsers, so a space after a colon stays.
            if matches!(letter, '{' | '}' | ',') || (letter == ';' && !short.ends_with(": ")) {
                short.truncate(short.trim_end_matches(' ').len());
            }
            short.push(letter);
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    short.truncate(short.trim_end().len());
    short
}

fn space(short: &mut String) {
    if !short.is_empty() && !short.ends_with([' ', '{', '}', ';', ',']) {
        short.push(' ');
    }
}

fn string_length(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return at + letter.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{join, join_styles, relink, shorten};

    #[test]
    fn comments_and_idle_whitespace_go_and_meaning_stays() {
        let css = "/* why */\n.a  >  .b ,\n.c {\n  margin: 1px/**/2px;\n  color : red ;\n}\n\n@media (width > 3em) {\n .d:not( .e ) { --x: ; }\n}\n";
        let short = ".a > .b,.c{margin: 1px 2px;color : red;}@media (width > 3em){.d:not( .e ){--x: ;}}";
        assert_eq!(shorten(css), short);
    }

    #[test]
    fn strings_addresses_and_escapes_are_left_alone() {
        let css = r#".a::before{content:"/* no  comment */ \" {"}.b{background:url(data:x;y /*z*/)}.c\;  {d:e}"#;
        let short = r#".a::before{content:"/* no  comment */ \" {"}.b{background:url(data:x;y /*z*/)}.c\;{d:e}"#;
        assert_eq!(shorten(css), short);
        assert_eq!(shorten("a{b:c} /* never closed"), "a{b:c}");
        assert_eq!(shorten("a{b:'never closed"), "a{b:'never closed");
    }

    #[test]
    fn a_sheet_for_print_keeps_its_condition() {
        let sheets = [("a{b:c}".to_owned(), String::new()), ("d{e:f}".to_owned(), "print".to_owned())];
        assert_eq!(join(&sheets), "a{b:c}@media print{d{e:f}}");
    }

    #[test]
    fn a_phone_that_knows_no_comparisons_gets_the_narrow_page() {
        let sheet = "@media (width>=20rem) and (width<=59.99rem){a{b:c}}".to_owned();
        let wanted = "@media (min-width:20rem) and (max-width:59.99rem){a{b:c}}";
        assert_eq!(join(&[(sheet, String::new())]), wanted);
    }

    #[test]
    fn a_page_in_a_folder_links_up_to_the_sheets() {
        let page = "<link rel=stylesheet href=../a.css><title>T</title><link rel=stylesheet href=../b.css><p>x";
        let wanted = "<link rel=\"stylesheet\" href=\"../s.css\"><link rel=\"stylesheet\" href=\"../t.css\"><title>T</title><p>x";
        assert_eq!(relink("week/index.html", page, &["s.css".to_owned(), "t.css".to_owned()]), wanted);
        let foreign = "<link rel=stylesheet href=https://a.example/a.css>";
        assert_eq!(relink("index.html", foreign, &["s.css".to_owned()]), foreign);
    }

    #[test]
    fn all_pages_of_a_folder_share_joined_sheets_and_the_parts_are_gone() {
        let dist = std::env::temp_dir().join(format!("foothold-css-{}", std::process::id()));
        fs::create_dir_all(dist.join("week")).unwrap();
        fs::write(dist.join("a.css"), "a { b: c }").unwrap();
        fs::write(dist.join("b.css"), "d { e: f }").unwrap();
        fs::write(dist.join("planner-0123.css"), "g { h: i }").unwrap();
        let links = ["./a.css", "planner-0123.css", "b.css"].map(|name| format!("<link rel=stylesheet href={name}>"));
        fs::write(dist.join("index.html"), links.concat()).unwrap();
        fs::write(dist.join("week/index.html"), "<link rel=stylesheet href=../a.css><p>").unwrap();
        join_styles(&dist).unwrap();
        let sheets: Vec<_> = fs::read_dir(&dist)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.starts_with("style-"))
            .collect();
        assert_eq!(sheets.len(), 1);
        assert_eq!(fs::read_to_string(dist.join(&sheets[0])).unwrap(), "a{b: c}d{e: f}");
        let plan = fs::read_dir(&dist).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let plan: Vec<_> = plan.filter(|name| name.starts_with("plan")).collect();
        assert_eq!(plan.len(), 1, "the part is gone, and only the joined one is there");
        assert_eq!(fs::read_to_string(dist.join(&plan[0])).unwrap(), "g{h: i}");
        let page = fs::read_to_string(dist.join("week/index.html")).unwrap();
        let both = [&sheets[0], &plan[0]].map(|name| format!("<link rel=\"stylesheet\" href=\"../{name}\">"));
        assert_eq!(page, both.concat() + "<p>");
        fs::remove_dir_all(&dist).unwrap();
    }
}
