//! The text of a calendar file -> its lines: folded ones put together again, each as name, parameters and value.
//!
//! Ends of lines may be of any kind, also doubled ones. What is no line of the format is left out.

/// One line of the file.
pub(super) struct Line<'a> {
    /// What it states, as it is written.
    pub name: &'a str,
    /// Between name and value.
    parameters: &'a str,
    /// What stands after the colon.
    pub value: &'a str,
}

/// Hands on every line, in order.
pub(super) fn each(text: &str, mut take: impl FnMut(&Line)) {
    let mut whole = String::new();
    let parts = text.trim_start_matches('\u{feff}').split(['\r', '\n']);
    // The mark at the end is no line; it ends the last one.
    for part in parts.filter(|part| !part.is_empty()).chain([":"]) {
        if let Some(rest) = part.strip_prefix([' ', '\t']) {
            whole.push_str(rest);
            continue;
        }
        if let Some(line) = line(&whole) {
            take(&line);
        }
        whole.clear();
        whole.push_str(part);
    }
}

fn line(text: &str) -> Option<Line<'_>> {
    let mut quoted = false;
    let first = text.find(|c| {
        quoted ^= c == '"';
        c == ':' && !quoted
    })?;
    // Names of zones such as "(UTC-05:00) Eastern Time" often come without their quotes; no time has a colon.
    let zoned = text.get(..first)?.split(';').skip(1).any(|parameter| parameter.starts_with("TZID="));
    let colon = if zoned { text.rfind(':')? } else { first };
    let (head, value) = text.split_at_checked(colon)?;
    let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
    Some(Line { name: name.trim(), parameters, value: value.get(1..)?.trim() })
}

impl Line<'_> {
    /// Whether it states this.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The value of a parameter, without its quotes.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let mut quoted = false;
        let mut all = self.parameters.split(|c| {
            quoted ^= c == '"';
            c == ';' && !quoted
        });
        all.find_map(|one| {
            let (key, value) = one.split_once('=')?;
            key.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"'))
        })
    }
}
