use super::*;

fn edits(first: u32, old: &str, new: &str) -> Option<Vec<Edit>> {
    let mut found = Vec::new();
    differ(first, old, new, &mut found).then_some(found)
}

fn at(path: &[u32], change: Change) -> Edit {
    Edit { path: path.to_vec(), change }
}

fn text(text: &str) -> Change {
    Change::TextIn(text.to_owned())
}

#[test]
fn texts_and_attributes_are_named_by_the_way_to_their_element() {
    let old = "<p class=\"a\" id=\"x\">One<b>two</b> three<br>four</p>";
    let new = "<p class=\"b\" id=\"x\">One<b>2 &amp; &lt;3</b> drei<br>vier</p>";
    let expected = [
        at(&[0], Change::Attribute("class".into(), "b".into())),
        at(&[0, 0], text("2 & <3")),
        at(&[0, 0], Change::TextAfter(" drei".into())),
        at(&[0, 1], Change::TextAfter("vier".into())),
    ];
    assert_eq!(edits(0, old, new).as_deref(), Some(&expected[..]));
}

#[test]
fn what_closes_itself_has_nothing_inside() {
    let old = "<svg><rect width=\"1\"/><text y=\"5\">a</text></svg>";
    let new = "<svg><rect width=\"2\"/><text y=\"6\">b</text></svg>";
    let expected = [
        at(&[0, 0], Change::Attribute("width".into(), "2".into())),
        at(&[0, 1], Change::Attribute("y".into(), "6".into())),
        at(&[0, 1], text("b")),
    ];
    assert_eq!(edits(0, old, new).as_deref(), Some(&expected[..]));
}

#[test]
fn a_tick_is_no_other_element() {
    let (off, on) = ("<input id=\"a\">", "<input id=\"a\" checked>");
    assert_eq!(edits(0, off, on), Some(vec![at(&[0], Change::Checked(true))]));
    assert_eq!(edits(0, on, off), Some(vec![at(&[0], Change::Checked(false))]));
    assert_eq!(edits(0, on, on), Some(Vec::new()));
}

#[test]
fn what_comes_or_goes_takes_no_more_with_it_than_what_it_stands_in() {
    let old = "<div><select id=\"kind\"></select></div><div><p>a</p></div>";
    let new = "<div><select id=\"kind\"></select></div><div><p>b</p><p>c</p></div>";
    assert_eq!(edits(0, old, new), Some(vec![at(&[1], Change::Inner("<p>b</p><p>c</p>".into()))]));
    assert_eq!(edits(0, new, old), Some(vec![at(&[1], Change::Inner("<p>a</p>".into()))]));
    // An element of another kind, or with other attributes, is exchanged, and what stands behind it is not.
    let (old, new) = ("<p>a</p><i>b</i>", "<u class=\"x\">a<br></u><i>c</i>");
    let whole = Change::Outer("<u class=\"x\">a<br></u>".into());
    assert_eq!(edits(4, old, new), Some(vec![at(&[4], whole), at(&[5], text("c"))]));
    assert_eq!(edits(0, "<p>a</p>", "<p></p>"), Some(vec![at(&[0], Change::Inner(String::new()))]));
    for other in ["", "a", "<p>a</p> b", "<p>a</p><p>b</p>"] {
        assert_eq!(edits(0, "<p>a</p>", other), None, "{other}");
    }
}

/// An element of a page, as far as it matters here.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
struct Node {
    /// Name and attributes.
    tag: String,
    checked: bool,
    first: String,
    inside: Vec<Node>,
    behind: String,
}

/// Reads markup as a browser does.
fn read(markup: &str) -> Node {
    let mut rest = Rest(markup);
    let mut node = Node::default();
    inside(&mut rest, &mut node);
    node
}

fn inside(rest: &mut Rest<'_>, node: &mut Node) {
    node.first = plain(rest.text());
    loop {
        let tag = rest.tag();
        if tag.is_empty() || tag.starts_with('/') {
            return;
        }
        let bare = tag.trim_end_matches(" checked");
        let mut child = Node { tag: bare.to_owned(), checked: bare != tag, ..Node::default() };
        if !is_alone(tag) {
            inside(rest, &mut child);
        }
        child.behind = plain(rest.text());
        node.inside.push(child);
    }
}

fn find<'a>(root: &'a mut Node, path: &[u32]) -> &'a mut Node {
    path.iter().fold(root, |node, at| &mut node.inside[*at as usize])
}

/// Does to a page what a browser would do.
fn apply(root: &mut Node, edit: &Edit) {
    let node = find(root, &edit.path);
    match &edit.change {
        Change::TextIn(text) => {
            assert!(!node.first.is_empty(), "there is no text to change in {node:?}");
            node.first.clone_from(text);
        }
        Change::TextAfter(text) => {
            assert!(!node.behind.is_empty(), "there is no text to change behind {node:?}");
            node.behind.clone_from(text);
        }
        Change::Attribute(name, value) => {
            let (before, rest) = node.tag.split_once(&format!("{name}=\"")).expect("an attribute that is there");
            let after = rest.split_once('"').expect("a closed value").1;
            node.tag = format!("{before}{name}=\"{value}\"{after}");
        }
        Change::Checked(on) => node.checked = *on,
        Change::Inner(markup) => {
            let new = read(markup);
            (node.first, node.inside) = (new.first, new.inside);
        }
        Change::Outer(markup) => {
            let behind = std::mem::take(&mut node.behind);
            let mut new = read(markup).inside.into_iter();
            *node = Node { behind, ..new.next().expect("an element") };
            assert_eq!(new.next(), None, "one element for one element");
        }
    }
}

/// Numbers without chance. Two of the same first seed give much the same, the more the rarer the others are.
struct Numbers {
    seed: u32,
    others: u32,
    /// One in so many is another number.
    rare: u32,
}

impl Numbers {
    fn below(&mut self, most: u32) -> u32 {
        for seed in [&mut self.seed, &mut self.others] {
            *seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        }
        let other = (self.others >> 16).is_multiple_of(self.rare);
        (if other { self.others >> 8 } else { self.seed >> 16 }) % most
    }
}

fn some_text(numbers: &mut Numbers) -> &'static str {
    ["", "", "One", "two &amp; three", " "][numbers.below(5) as usize]
}

fn some_markup(numbers: &mut Numbers, deep: u32) -> String {
    let mut out = String::from(some_text(numbers));
    for _ in 0..numbers.below(4) {
        let class = ["", " class=\"a\"", " class=\"b\"", " class=\"a\" id=\"b\""][numbers.below(4) as usize];
        let element = match numbers.below(if deep == 0 { 3 } else { 6 }) {
            0 => "<br>".to_owned(),
            1 => format!("<input{class}{}>", if numbers.below(2) == 0 { "" } else { " checked" }),
            2 => format!("<rect{class}/>"),
            other => {
                let name = if other == 3 { "p" } else { "div" };
                format!("<{name}{class}>{}</{name}>", some_markup(numbers, deep - 1))
            }
        };
        out.push_str(&element);
        out.push_str(some_text(numbers));
    }
    out
}

#[test]
fn whatever_differs_the_old_page_becomes_the_new_one() {
    let (mut small, mut whole) = (0, 0);
    for seed in 0..20_000 {
        let rare = 4 + seed % 60;
        let [old, new] = [1, 2].map(|others| {
            let mut numbers = Numbers { seed, others: seed ^ (others << 20), rare };
            format!("<ul>{}</ul><p>end</p>", some_markup(&mut numbers, 3))
        });
        let found = edits(0, &old, &new).expect("the outermost are the same");
        let mut page = read(&old);
        for edit in &found {
            apply(&mut page, edit);
        }
        assert_eq!(page, read(&new), "{old}\n{new}\n{found:?}");
        let all = found.iter().any(|edit| edit.path == [0] && matches!(edit.change, Change::Inner(_)));
        if all { whole += 1 } else { small += 1 }
    }
    assert!(small > 2_000 && whole > 2_000, "{small} {whole}");
}
