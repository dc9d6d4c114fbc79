//! Search over everything that the pages say: what somebody types -> places on pages, best first.
//!
//! The build gathers the places and writes them down with the words people use ([`write`]); a page reads that
//! ([`Index::read`]) and asks it at every key ([`Index::find`]). Case, accents, endings and slips of the finger are
//! forgiven. No sentence is in here, the index brings them.

/// A place on a page that can be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Its heading.
    pub title: String,
    /// The name of its page.
    pub page: String,
    /// Where it is, from the top of its language's pages.
    pub address: String,
    /// What it says.
    pub text: String,
}

/// How people say what the pages say otherwise, in one language.
#[derive(Clone, Copy, Debug)]
pub struct Sayings {
    /// Words that say nothing about what is looked for, parted by spaces.
    pub idle: &'static str,
    /// What nobody should have to read about first: a word or several, whoever types them is told whom to call.
    pub first: &'static [&'static str],
    /// What people type, a word or several, and what the pages say for it: words or phrases, parted by commas.
    pub same: &'static [(&'static str, &'static str)],
}

/// First line of an index: changes with the order of the others.
const MARK: &str = "search 1";

/// The most words of what was typed that are looked at, and the most letters of a word.
const MOST: (usize, usize) = (12, 32);

/// The most letters of an ending: "child" and "children" are one word, "work" and "workshop" two.
const ENDING: usize = 3;

/// The most places that are named.
const SHOWN: usize = 12;

/// The most letters that are shown of what a place says.
const SAID: usize = 150;

/// An index as a text.
pub fn write(places: &[Place], sayings: &Sayings) -> String {
    let line = |out: &mut String, parts: &[&str]| {
        let plain: Vec<String> = parts.iter().map(|part| part.replace(['\t', '\n', '\r'], " ")).collect();
        out.push_str(&plain.join("\t"));
        out.push('\n');
    };
    let mut out = format!("{MARK}\n");
    line(&mut out, &[&fold(sayings.idle)]);
    let first: Vec<String> = sayings.first.iter().map(|phrase| fold(phrase)).collect();
    line(&mut out, &[&first.join(",")]);
    let same = |(typed, means): &(&str, &str)| {
        let means: Vec<String> = means.split(',').map(fold).collect();
        format!("{}={}", fold(typed), means.join(","))
    };
    let same: Vec<String> = sayings.same.iter().map(same).collect();
    line(&mut out, &[&same.join(";")]);
    for Place { title, page, address, text } in places {
        line(&mut out, &[title, page, address, text]);
    }
    out
}

/// Small letters without accents, words parted by single spaces; an apostrophe parts nothing.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let plain = match c.to_ascii_lowercase() {
            'á' | 'à' | 'â' | 'ä' | 'ã' | 'Á' | 'À' | 'Â' | 'Ä' | 'Ã' => 'a',
            'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
            'í' | 'ì' | 'î' | 'ï' | 'Í' | 'Ì' | 'Î' | 'Ï' => 'i',
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'Ó' | 'Ò' | 'Ô' | 'Ö' | 'Õ' => 'o',
            'ú' | 'ù' | 'û' | 'ü' | 'Ú' | 'Ù' | 'Û' | 'Ü' => 'u',
            'ñ' | 'Ñ' => 'n',
            'ç' | 'Ç' => 'c',
            // An accent that comes after its letter.
            '\u{300}'..='\u{36f}' | '\'' | '’' | '\u{ad}' => continue,
            plain if plain.is_ascii_alphanumeric() || ('\u{100}'..'\u{2000}').contains(&plain) => plain,
            _ => ' ',
        };
        if plain != ' ' || !(out.is_empty() || out.ends_with(' ')) {
            out.push(plain);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Everything that can be found, and how people ask for it.
#[derive(Debug, Default)]
pub struct Index {
    idle: String,
    first: String,
    same: String,
    places: Vec<Known>,
}

/// A place with its words folded.
#[derive(Debug, Default)]
struct Known {
    place: Place,
    title: String,
    text: String,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Found<'a> {
    /// Best first, a few.
    pub hits: Vec<Hit<'a>>,
    /// How many there are in all.
    pub all: usize,
    /// Whether to say first whom to call.
    pub call_first: bool,
}

/// A place that was found.
#[derive(Debug)]
pub struct Hit<'a> {
    /// The place.
    pub place: &'a Place,
    /// What it says about what was looked for, shortened.
    pub said: String,
}

/// One thing that is looked for: words and phrases of which any will do.
struct Wish<'a> {
    any: Vec<&'a str>,
    /// How many of them, at the beginning, are as they were typed, and perhaps not whole yet.
    typed: usize,
    /// Whether slips are forgiven, because nothing has a word like it.
    slips: bool,
}

impl Wish<'_> {
    /// How well a folded text has it; 0 where it does not.
    fn within(&self, text: &str) -> usize {
        let word = |wanted: &str, most: usize| {
            let like = |word: &str| likeness(wanted, word, most, self.slips);
            text.split(' ').map(like).max().unwrap_or(0)
        };
        // Of a phrase every word must be there.
        let phrase = |phrase: &str, most: usize| phrase.split(' ').map(|wanted| word(wanted, most)).min().unwrap_or(0);
        // What was typed counts most, then its likes in the order in which they are named.
        let of = |(at, wanted): (usize, &&str)| {
            phrase(wanted, if at < self.typed { MOST.1 } else { ENDING }) * (8 - at.min(3))
        };
        self.any.iter().enumerate().map(of).max().unwrap_or(0)
    }
}

impl Index {
    /// An index as [`write`] wrote it; `None` where it is another text.
    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next() != Some(MARK) {
            return None;
        }
        let [idle, first, same] = [lines.next()?.into(), lines.next()?.into(), lines.next()?.into()];
        let places = lines
            .map(|line| {
                let mut parts = line.split('\t').map(str::to_owned);
                let [title, page, address, text] = [parts.next()?, parts.next()?, parts.next()?, parts.next()?];
                let words = (fold(&title), fold(&text));
                Some(Known { place: Place { title, page, address, text }, title: words.0, text: words.1 })
            })
            .collect::<Option<_>>()?;
        Some(Self { idle, first, same, places })
    }

    /// The places that say something about what was typed.
    pub fn find(&self, typed: &str) -> Found<'_> {
        let typed = fold(typed);
        let words: Vec<&str> =
            typed.split(' ').filter(|word| !word.is_empty() && word.len() <= MOST.1).take(MOST.0).collect();
        let call_first = self.first.split(',').any(|phrase| (0..words.len()).any(|at| says(&words, at, phrase) > 0));
        let mut wishes = self.wishes(&words);
        let mut scores = vec![(0_usize, 0_usize); self.places.len()];
        for wish in &mut wishes {
            let mut fits: Vec<usize> = self.places.iter().map(|known| score(wish, known)).collect();
            if fits.iter().all(|fit| *fit == 0) {
                wish.slips = true;
                fits = self.places.iter().map(|known| score(wish, known)).collect();
            }
            // What few places say tells more than what many say.
            let few = fits.iter().filter(|fit| **fit > 0).count().max(1);
            let weight = 1 + (self.places.len() / few).checked_ilog2().unwrap_or(0) as usize;
            for (score, fit) in scores.iter_mut().zip(fits).filter(|(_, fit)| *fit > 0) {
                *score = (score.0 + 1, score.1 + fit * weight);
            }
        }
        self.best(&wishes, scores, call_first)
    }

    /// The best of the places, by how many wishes they fulfil and how well.
    fn best(&self, wishes: &[Wish], mut scores: Vec<(usize, usize)>, call_first: bool) -> Found<'_> {
        let most = scores.iter().map(|score| score.0).max().unwrap_or(0);
        // One wish may be missing where there are more, but never most of them.
        let enough = |had: usize| had > 0 && had + 1 >= most && had * 2 >= wishes.len();
        let all = scores.iter().filter(|score| enough(score.0)).count();
        let mut hits = Vec::new();
        while hits.len() < all.min(SHOWN) {
            let best = scores.iter().enumerate().filter(|(_, score)| enough(score.0));
            // Of equal ones the first: a page says the general before the particular.
            let best = best.reduce(|best, next| if next.1 > best.1 { next } else { best });
            let Some((at, _)) = best else { break };
            if let (Some(known), Some(score)) = (self.places.get(at), scores.get_mut(at)) {
                hits.push(Hit { place: &known.place, said: said(wishes, &known.place.text) });
                *score = (0, 0);
            }
        }
        Found { hits, all, call_first }
    }

    /// What is looked for: known sayings, and the words that are left without those that say nothing.
    fn wishes<'a>(&'a self, words: &[&'a str]) -> Vec<Wish<'a>> {
        let mut wishes = Vec::new();
        let mut idle = Vec::new();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let known = self.same.split(';').filter_map(|row| row.split_once('='));
            let known = known.map(|(phrase, means)| (says(words, at, phrase), means));
            let known = known.reduce(|best, next| if next.0 > best.0 { next } else { best });
            let (count, means) = known.filter(|(count, _)| *count > 0).unwrap_or((1, ""));
            // Of a saying of several words none stands for itself.
            let own = (count == 1).then_some(*word);
            let any = own.into_iter().chain(means.split(',').filter(|means| !means.is_empty())).collect();
            let wish = Wish { any, typed: usize::from(count == 1), slips: false };
            let is_idle = count == 1 && means.is_empty() && self.idle.split(' ').any(|idle| idle == *word);
            if is_idle {
                idle.push(wish);
            } else {
                wishes.push(wish);
            }
            at += count;
        }
        if wishes.is_empty() { idle } else { wishes }
    }
}

/// How well a place fulfils a wish: what its heading says counts most, above all where it says little else.
fn score(wish: &Wish, known: &Known) -> usize {
    let title = wish.within(&known.title);
    let words = known.title.split(' ').count();
    (title * 5 + title * 6 / words).max(wish.within(&known.text))
}

/// How many words, from that one on, say this phrase; 0 where they do not.
fn says(words: &[&str], at: usize, phrase: &str) -> usize {
    let mut count = 0;
    for wanted in phrase.split(' ') {
        let Some(word) = words.get(at + count) else { return 0 };
        let near = word.len() > 4 && slips(word, wanted, true) <= 1;
        if wanted.is_empty() || !(near || ending(word) == ending(wanted)) {
            return 0;
        }
        count += 1;
    }
    count
}

/// How much a word of a page is like what is wanted, which may go on for so many more letters: 0 to 8.
fn likeness(typed: &str, word: &str, most_more: usize, forgiving: bool) -> usize {
    if ending(typed) == ending(word) {
        return 8;
    }
    if typed.len() > 2 && word.len() <= typed.len() + most_more && word.starts_with(typed) {
        return 6;
    }
    if word.len() > 3 && typed.len() <= word.len() + ENDING && typed.starts_with(word) {
        return 4;
    }
    let same_start = typed.len() > 5 || typed.as_bytes().first() == word.as_bytes().first();
    let most = if typed.len() > 7 { 2 } else { usize::from(typed.len() > 3) };
    if forgiving && most > 0 && same_start && slips(typed, word, false) <= most { 3 } else { 0 }
}

/// A word without the letter that makes it many.
fn ending(word: &str) -> &str {
    word.strip_suffix('s').filter(|rest| rest.len() > 2).unwrap_or(word)
}

/// How many letters are wrong, missing, too many, or have changed places with the next. Unless it is whole, what was
/// typed may be the beginning of the word.
fn slips(typed: &str, word: &str, whole: bool) -> usize {
    const WIDTH: usize = MOST.1 + 1;
    let at = |row: &[usize; WIDTH], j: usize| row.get(j).copied().unwrap_or(WIDTH);
    let (typed, word) = (typed.as_bytes(), word.as_bytes());
    if typed.len() > word.len() + 2 || word.len() >= WIDTH {
        return WIDTH;
    }
    let mut before = [WIDTH; WIDTH];
    let mut last = [WIDTH; WIDTH];
    for (j, cell) in last.iter_mut().enumerate() {
        *cell = j;
    }
    for (i, a) in typed.iter().enumerate() {
        let mut row = [WIDTH; WIDTH];
        for j in 0..=word.len() {
            let mut cost = at(&last, j) + 1;
            if let Some(before_it) = j.checked_sub(1) {
                let b = word.get(before_it);
                cost = cost.min(at(&row, before_it) + 1).min(at(&last, before_it) + usize::from(Some(a) != b));
                let crossed = i > 0 && j > 1 && typed.get(i - 1) == b && word.get(j - 2) == Some(a);
                if crossed {
                    cost = cost.min(at(&before, j - 2) + 1);
                }
            }
            if let Some(cell) = row.get_mut(j) {
                *cell = cost;
            }
        }
        before = last;
        last = row;
    }
    if whole { at(&last, word.len()) } else { (0..=word.len()).map(|j| at(&last, j)).min().unwrap_or(WIDTH) }
}

/// The first sentence that says something about it, or the beginning; cut between words where it is long.
fn said(wishes: &[Wish], text: &str) -> String {
    let mut best = text;
    let mut rest = text;
    while !rest.is_empty() {
        if wishes
            .iter()
            .any(|wish| wish.within(&fold(rest.split_inclusive(['.', '?', '!']).next().unwrap_or(rest))) > 0)
        {
            best = rest;
            break;
        }
        let next = [". ", "? ", "! "].into_iter().filter_map(|end| rest.find(end)).min();
        rest = next.and_then(|end| rest.get(end + 2..)).unwrap_or_default();
    }
    let cut = best.char_indices().nth(SAID).map(|(end, _)| end);
    let Some(end) = cut else { return best.to_owned() };
    let part = best.get(..end).unwrap_or(best);
    let part = part.rsplit_once(' ').map_or(part, |(part, _)| part);
    [part.trim_end_matches([',', '.', ';', ':']), " …"].concat()
}

#[cfg(test)]
#[path = "search_tests.rs"]
mod tests;
