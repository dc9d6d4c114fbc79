//! Which style sheets a page links to. All of them link to one that the frame of every page needs; the planner's pages and
//! those to read have one more each, so that nobody waits for the look of a page that is not there. Whoever goes from one to the
//! other within the app gets it then.

/// What every page needs, with a clinic's own look at its end.
pub const STYLE: &str = "style";
/// What the planner and what is printed of it need.
pub const PLAN: &str = "plan";
/// What pages to read and the form need.
pub const READ: &str = "read";

/// Beginnings of the names of these files, in the order in which pages link to them.
pub const GROUPS: [&str; 3] = [STYLE, PLAN, READ];

/// How a page says that it needs one; `to` leads from the page to the top folder.
pub fn link(to: &str, name: &str) -> String {
    ["<link rel=\"stylesheet\" href=\"", to, name, "\">"].concat()
}

/// A page without its link to one of them.
pub fn without(page: &str, group: &str) -> Option<String> {
    let start = page.find(&link("", &[group, "-"].concat()).replace("\">", ""))?;
    let end = start + page.get(start..)?.find('>')? + 1;
    Some([page.get(..start)?, page.get(end..)?].concat())
}

/// The page with the addresses of its sheets led to by `to`.
pub fn moved(page: &str, to: &str) -> String {
    GROUPS
        .iter()
        .fold(page.to_owned(), |page, group| page.replace(&format!("href=\"{group}-"), &format!("href=\"{to}{group}-")))
}

#[cfg(test)]
mod tests {
    use super::{PLAN, READ, link, moved, without};

    #[test]
    fn a_page_keeps_the_sheets_that_it_needs() {
        let page = ["style-1.css", "plan-2.css", "read-3.css"].map(|name| link("", name)).concat() + "<p>";
        let read = without(&page, PLAN).unwrap();
        assert_eq!(read, link("", "style-1.css") + &link("", "read-3.css") + "<p>");
        assert_eq!(moved(&read, "../"), link("../", "style-1.css") + &link("../", "read-3.css") + "<p>");
        assert_eq!(without(&read, PLAN), None);
        assert_eq!(without(&read, READ).unwrap(), link("", "style-1.css") + "<p>");
    }
}
