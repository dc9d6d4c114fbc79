//! HTML as text: our own markup with values filled in, every value escaped.
//!
//! Most of what the app shows is text that follows from values. Writing it as text keeps the
//! download a third of what a typed view per element costs; see DESIGN.md.

/// Fills a template of our own: `{}` takes the next value as text, `{!}` the next as markup that
/// was made by this function before.
pub fn markup(template: &'static str, values: &[&str]) -> String {
    let mut out = String::with_capacity(template.len() + 64);
    let mut values = values.iter();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let value = values.next().copied().unwrap_or_default();
        rest = if let Some(after) = after.strip_prefix("!}") {
            out.push_str(value);
            after
        } else {
            escape(value, &mut out);
            after.strip_prefix('}').unwrap_or(after)
        };
    }
    out.push_str(rest);
    out
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}

/// One paragraph a line.
pub fn paragraphs(lines: &[String]) -> String {
    lines.iter().map(|line| markup("<p>{}</p>", &[line])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_cannot_become_markup() {
        let typed = "<b onclick=\"x\">&";
        assert_eq!(markup("<p title=\"{}\">{}</p>", &[typed, typed]).matches('<').count(), 2);
        assert_eq!(markup("<p>{}</p>", &["{}{!}"]), "<p>{}{!}</p>");
        assert_eq!(markup("<p>{!}</p>", &["<i>a</i>"]), "<p><i>a</i></p>");
    }
}
