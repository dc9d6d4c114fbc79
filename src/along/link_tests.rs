use super::*;
use crate::app::{Act, act};
use crate::browser::Typed;
use crate::components::Part;
use foothold_core::config::load;
use foothold_core::share::read;
use foothold_core::time::parse_date;
use foothold_words::Words;

const CLINIC: &str = include_str!("../../public/clinic.json");

fn press_on(state: &mut State, verb: &str) -> After {
    act(state, &Act::Press(verb.to_owned()), String::new)
}

/// A visit with a named row and the section open.
fn visit() -> State {
    let today = parse_date("2026-11-24").expect("a date");
    let mut state = State::new(Words::EN, load(CLINIC).site, CLINIC.to_owned(), String::new(), today);
    press_on(&mut state, "quick:nine-five");
    type_in(&mut state, "row-1-what", "Quetzal bakery");
    press_on(&mut state, "along");
    state
}

fn type_in(state: &mut State, id: &str, value: &str) {
    act(state, &Act::Type(Typed { id: id.into(), value: value.into(), checked: false }), String::new);
}

fn drawn(state: &State) -> (String, Option<String>) {
    let Some(Part { html, controls, .. }) = super::super::parts(state).pop() else { panic!("a part") };
    (html.concat(), controls.into_iter().find(|(id, _)| id == "along-link").map(|(_, value)| value))
}

#[test]
fn a_link_is_made_by_a_press_and_has_no_names_unless_that_is_ticked() {
    let mut state = visit();
    assert_eq!(drawn(&state).1, None);
    let After::Focus(focus) = press_on(&mut state, "make-link") else { panic!("a place to go to") };
    assert_eq!(focus, "along-link");
    let what = |state: &State| {
        let (_, address) = drawn(state);
        let address = address.expect("a link");
        let code = address.strip_prefix("https://clinic.example/week/#").expect("to the week's page").to_owned();
        let week = read(&code).expect("whole").week;
        week.rows.first().map(|row| row.text(foothold_core::draft::Text::What).to_owned()).expect("a row")
    };
    assert_eq!(what(&state), "");
    act(&mut state, &Act::Choose(Typed { id: "along-names".into(), value: "on".into(), checked: true }), String::new);
    assert_eq!(drawn(&state).1, None, "the link is another one now");
    press_on(&mut state, "make-link");
    assert_eq!(what(&state), "Quetzal bakery");
    let After::Copy { text, .. } = press_on(&mut state, "copy-link") else { panic!("something to copy") };
    assert_eq!(Some(text), drawn(&state).1);
}

#[test]
fn an_old_link_goes_away_when_the_week_changes_and_a_week_that_is_too_large_says_so() {
    let mut state = visit();
    press_on(&mut state, "make-link");
    type_in(&mut state, "row-1-to", "6pm");
    let (html, address) = drawn(&state);
    assert!(address.is_none() && html.contains(Words::EN.say(Key::AlongLinkOld)) && !html.contains("along-qr"));
    type_in(&mut state, "row-1-to", &"☂".repeat(400));
    press_on(&mut state, "make-link");
    let (html, address) = drawn(&state);
    assert!(address.is_some() && html.contains(Words::EN.say(Key::AlongQrNone)) && !html.contains("along-qr"));
    type_in(&mut state, "row-1-to", &"☂".repeat(40_000));
    press_on(&mut state, "make-link");
    let (html, address) = drawn(&state);
    assert!(address.is_none() && html.contains(Words::EN.say(Key::AlongLinkNone)));
}

#[test]
fn the_code_is_dark_on_white_with_a_white_edge_and_whole_pixels() {
    for length in [20, 60, 150, 300, 500] {
        let svg = picture(&"x".repeat(length), "A code").expect("room");
        let number = |name: &str| {
            let value = svg.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
            value
                .and_then(|value| value.split(' ').next_back())
                .and_then(|value| value.parse::<i32>().ok())
                .expect("a number")
        };
        let (pixels, side) = (number(" width"), number("viewBox"));
        assert!(pixels % side == 0 && (100..=MOST_PIXELS).contains(&pixels), "{pixels} for {side}");
        let path = svg.split("fill=\"#000\" d=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("modules");
        for module in path.split('M').skip(1) {
            let end = module.find('h').expect("a run");
            let run: i32 = module[end + 1..].split('v').next().and_then(|run| run.parse().ok()).expect("a number");
            let (x, y) = module[..end].split_once(' ').expect("two numbers");
            let (x, y): (i32, i32) = (x.parse().expect("a number"), y.parse().expect("a number"));
            assert!(x >= QUIET && y >= QUIET && x + run <= side - QUIET && y < side - QUIET, "{module}");
        }
        assert!(svg.contains("fill=\"#fff\"") && !svg.contains("style"));
    }
    assert_eq!(picture(&"x".repeat(2000), "A code"), None);
}
