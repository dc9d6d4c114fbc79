use super::tokens::{MARKS, PLEASING, TEXTS, TOKENS};
use super::*;

/// Numbers that look like chance and are the same each time.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).expect("31 bits")
    }

    fn colour(&mut self) -> Colour {
        Colour::of(self.next() & 0xff_ffff)
    }

    fn maybe(&mut self) -> Option<Colour> {
        let colour = self.colour();
        (!self.next().is_multiple_of(3)).then_some(colour)
    }

    fn wishes(&mut self) -> Wishes {
        Wishes { accent: self.maybe(), background: self.maybe(), text: self.maybe(), ..Wishes::default() }
    }
}

/// Every scheme of a look, with whether it is dark.
fn schemes(look: &Look) -> impl Iterator<Item = (bool, &Palette)> {
    [false, true].into_iter().zip(&look.palettes)
}

#[test]
fn the_house_itself_can_be_read() {
    for dark in [false, true] {
        let house = Palette::house(dark);
        for pair in pairs() {
            let contrast = house.contrast(&pair);
            assert!(contrast >= pair.least, "dark {dark}: {pair:?} has {contrast:.2}");
        }
    }
}

#[test]
fn whatever_is_wished_every_pair_of_the_style_sheets_can_be_told_apart() {
    let mut chance = Chance(7);
    for round in 0..3000 {
        let wishes = chance.wishes();
        let look = look(&wishes, round % 2 == 0);
        for (dark, palette) in schemes(&look) {
            for pair in pairs() {
                let contrast = palette.contrast(&pair);
                assert!(contrast >= pair.least, "{wishes:?}, dark {dark}: {pair:?} has {contrast:.3}");
            }
        }
    }
}

#[test]
fn a_wish_that_is_fine_stays_as_it_is_and_what_is_used_is_fine() {
    let mut chance = Chance(11);
    let mut stayed = 0;
    for round in 0..1500 {
        let wishes = chance.wishes();
        let first = look(&wishes, round % 2 == 0);
        for (dark, palette) in schemes(&first) {
            let used = |wish: Wish| wish.of(&wishes).map(|_| palette.get(wish.token()));
            let [background, accent, text] = Wish::ALL.map(used);
            let again = look(&Wishes { accent, background, text, ..Wishes::default() }, dark);
            assert_eq!((again.dark, again.adjusted.len()), (dark, 0), "{wishes:?}");
            let same = &again.palettes[usize::from(dark)];
            assert_eq!(same, palette, "{wishes:?}");
            stayed += 1;
        }
    }
    assert_eq!(stayed, 3000);
}

#[test]
fn who_wishes_nothing_or_what_is_there_gets_the_house() {
    for dark in [false, true] {
        let house = Palette::house(dark);
        let of = |token: Token| Some(house.get(token));
        let wishes =
            Wishes { accent: of(Token::Pine), background: of(Token::Paper), text: of(Token::Ink), ..Wishes::default() };
        for wishes in [Wishes::default(), wishes] {
            let look = look(&wishes, dark);
            assert_eq!(look.palettes, [Palette::house(false), Palette::house(true)]);
            assert_eq!(look.adjusted, []);
        }
    }
    assert_eq!(css::css(&Wishes::default()), "");
}

#[test]
fn a_yellow_accent_becomes_one_that_can_be_read_and_stays_yellow_in_the_dark() {
    let yellow = Colour::of(0xff_d54f);
    let look = look(&Wishes { accent: Some(yellow), ..Wishes::default() }, false);
    let [adjusted] = look.adjusted.as_slice() else { panic!("{:?}", look.adjusted) };
    assert_eq!((adjusted.wish, adjusted.from, adjusted.least), (Wish::Accent, yellow, 4.5));
    assert!(adjusted.before < 1.5 && (4.5..5.5).contains(&adjusted.after), "{adjusted:?}");
    assert_eq!(look.palettes[1].get(Token::Pine), yellow);
    // The same hue: the angle of both in OKLab.
    let angle = |colour: Colour| colour.lab().b.atan2(colour.lab().a).to_degrees();
    assert!((angle(adjusted.from) - angle(adjusted.to)).abs() < 3.0, "{adjusted:?}");
}

#[test]
fn what_means_something_keeps_its_colour_whatever_the_accent() {
    let mut chance = Chance(3);
    for _ in 0..300 {
        let look = look(&Wishes { accent: Some(chance.colour()), ..Wishes::default() }, false);
        for (dark, palette) in schemes(&look) {
            let house = Palette::house(dark);
            for token in
                [Token::Fits, Token::FitsSoft, Token::Plum, Token::Ochre, Token::Honey, Token::HoneySoft, Token::Slate]
            {
                assert_eq!(palette.get(token), house.get(token));
            }
        }
    }
}

#[test]
fn the_strip_with_the_numbers_stands_out_from_the_page() {
    let mut chance = Chance(5);
    for _ in 0..1000 {
        let look = look(&chance.wishes(), false);
        for (_, palette) in schemes(&look) {
            let light = |token: Token| palette.get(token).lab().light;
            let apart = (light(Token::PineSoft) - light(Token::Paper)).abs();
            assert!(apart > 0.03, "{apart}");
        }
    }
}

#[test]
fn every_token_is_in_a_pair_or_only_pleases() {
    for (token, name, ..) in TOKENS {
        let used = pairs().any(|pair| pair.front == token || pair.ground == token);
        assert_ne!(used, PLEASING.contains(&token), "{name}");
    }
    assert!(TEXTS.len() + MARKS.len() > 20);
}

#[test]
fn colours_are_read_as_style_sheets_write_them_and_nothing_else() {
    let purple = Some(Colour(122, 31, 92));
    for text in ["#7a1f5c", " #7A1F5C ", "rgb(122, 31, 92)", "rgb(122 31 92)", "RGB(122,31,92)"] {
        assert_eq!(Colour::read(text), purple, "{text}");
    }
    assert_eq!(Colour::read("#abc"), Some(Colour(0xaa, 0xbb, 0xcc)));
    let hostile = [
        "",
        "#",
        "#12",
        "#12345",
        "#1234567",
        "#+12345",
        "red;} body{display:none",
        "rgb(1,2)",
        "rgb(1,2,3,4)",
        "rgb(1,2,300)",
        "rgb(1,2,+3)",
        "rgb(1 2,3)",
        "url(https://a.example)",
        "var(--x)",
        "#1e5b52}",
        "rgb(1,2,3",
        "#é12",
    ];
    for text in hostile {
        assert_eq!(Colour::read(text), None, "{text}");
    }
}

#[test]
fn fonts_are_names_and_never_pictures_or_code() {
    let read = |text: &str| Font::read(text).map(|font| font.css().to_owned());
    assert_eq!(read("Avenir Next, 'Segoe UI', sans-serif").as_deref(), Some("\"Avenir Next\",\"Segoe UI\",sans-serif"));
    assert_eq!(read("inherit").as_deref(), Some("\"inherit\""));
    let hostile = [
        "",
        ",",
        "a,",
        "a\"b",
        "'a",
        "\"a",
        "a;b",
        "a}b",
        "url(x)",
        "a\\b",
        "a\nb",
        "Wingdings 2",
        "MT Extra",
        "Segoe UI Emoji",
        "Material Icons",
        "a,b,c,d,e,f,g",
        "Über",
        "0123456789012345678901234567890123456789x",
    ];
    for text in hostile {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn a_look_is_said_in_one_go_with_the_wishes_first() {
    let wishes = Wishes {
        accent: Some(Colour::of(0x7a_1f5c)),
        radius: Some(8.0),
        font: Font::read("Avenir Next"),
        density: Some(Density::Compact),
        ..Wishes::default()
    };
    let text = css::css(&wishes);
    let start = ":root{--foothold-accent:#7a1f5c;--foothold-radius:8px;--foothold-font:\"Avenir Next\";--foothold-density:compact;\
        --round:0.5rem;--pill:0.6rem;--field:0.3rem;--sans:\"Avenir Next\",system-ui,";
    assert!(text.starts_with(start), "{text}");
    assert!(text.contains("@media not all and (prefers-contrast:more){:root{--pine:#7a1f5c;"), "{text}");
    // Where buttons have another colour, what fits is said, or it would follow them.
    assert!(text.contains("--fits:#1e5b52;") && text.contains("--fits:#7fcbb8;"), "{text}");
    assert_eq!(text.matches('{').count(), text.matches('}').count());
}

/// A list as `public/look.js` has it.
fn written(list: &[(Token, &[Token])]) -> String {
    let name = |token: &Token| TOKENS.iter().find(|(known, ..)| known == token).expect("a token").1;
    let row = |(front, grounds): &(Token, &[Token])| {
        format!("{}:{}", name(front), grounds.iter().map(name).collect::<Vec<_>>().join(" "))
    };
    list.iter().map(row).collect::<Vec<_>>().join(",")
}

#[test]
fn the_script_for_host_pages_has_the_same_lists() {
    let script = include_str!("../../../../public/look.js");
    let digits = |number: u32| Colour::of(number).to_string().replace('#', "");
    let tokens = TOKENS.map(|(_, name, light, dark)| format!("{name} {} {}", digits(light), digits(dark))).join(",");
    for (name, wanted) in [("TOKENS", tokens), ("TEXTS", written(&TEXTS)), ("MARKS", written(&MARKS))] {
        let line = format!("const {name} =\n  \"{wanted}\";\n");
        assert!(script.contains(&line), "public/look.js must say:\n{line}");
    }
    for number in [GROUND, RADIUS_MOST] {
        assert!(script.contains(&number.to_string()), "{number}");
    }
    assert!(script.contains(css::SANS), "{}", css::SANS);
}
