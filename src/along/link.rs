//! The week as a link and as a QR code: made here, after a press, and shown until the week is another.

use super::tick;
use crate::app::{After, State};
use crate::browser;
use crate::components::{Controls, markup, paragraphs};
use foothold_core::share::write;
use foothold_words::Key;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// What came of asking for a link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Link {
    /// Nobody has asked.
    #[default]
    Unasked,
    /// The week is too large for one.
    TooLarge,
    /// This.
    Made(Made),
}

/// A link that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// What stands in it behind `#`.
    code: String,
    /// The whole link.
    address: String,
    /// Its QR code as markup; empty where it is too long for one.
    picture: String,
}

/// Modules that stay white around the code.
const QUIET: i32 = 4;
/// Pixels that the code takes at most, so that a narrow screen has room for it.
const MOST_PIXELS: i32 = 244;
/// A larger code has modules that a phone's camera does not tell apart.
const LARGEST: u8 = 20;

/// The week as it would stand in a link now.
fn code(state: &State) -> Option<String> {
    write(&state.week, state.chosen.as_deref(), state.along.names)
}

/// Something with `data-do` was pressed; `None` where that is nothing of these.
pub(super) fn press(state: &mut State, verb: &str) -> Option<After> {
    let focus = match verb {
        "make-link" => {
            let Some(code) = code(state) else {
                state.along.link = Link::TooLarge;
                return Some(After::Focus("along-make".to_owned()));
            };
            let address = [&browser::kept::address(&browser::page::beside("week/")), "#", &code].concat();
            let picture = picture(&address, state.words.say(Key::AlongQr)).unwrap_or_default();
            state.along.link = Link::Made(Made { code, address, picture });
            "along-link"
        }
        "copy-link" => {
            let Link::Made(made) = &state.along.link else { return Some(After::Nothing) };
            return Some(After::Copy {
                text: made.address.clone(),
                says: "link-says",
                copied: state.words.say(Key::CopiedText),
                failed: state.words.say(Key::LinkCopyFailed),
            });
        }
        _ => return None,
    };
    Some(After::Focus(focus.to_owned()))
}

/// The part of the section, with its button or with the link.
pub(super) fn html(state: &State, controls: &mut Controls) -> String {
    let words = state.words;
    let mut end = String::new();
    match &state.along.link {
        Link::Made(made) if code(state).as_ref() == Some(&made.code) => {
            controls.push((String::from("along-link"), made.address.clone()));
            let hint = if made.picture.is_empty() { Key::AlongQrNone } else { Key::AlongQrHint };
            end.push_str(&markup(
                "<div class=\"field\"><label for=\"along-link\">{}</label><input id=\"along-link\" readonly autocomplete=\"off\"></div>\
                 <p><button type=\"button\" class=\"button button-outline\" data-do=\"copy-link\">{}</button> \
                 <span id=\"link-says\" role=\"status\"></span></p>{!}<p class=\"hint\">{}</p>",
                &[words.say(Key::AlongLinkField), words.say(Key::AlongLinkCopy), &made.picture, words.say(hint)],
            ));
        }
        Link::Made(_) => end = paragraphs(&[words.say(Key::AlongLinkOld).to_owned()]),
        Link::TooLarge => end = paragraphs(&[words.say(Key::AlongLinkNone).to_owned()]),
        Link::Unasked => {}
    }
    markup(
        "<h3>{}</h3><p class=\"hint\">{}</p><div class=\"choices-stack\">{!}</div>\
         <p><button type=\"button\" class=\"button button-outline\" id=\"along-make\" data-do=\"make-link\">{}</button></p>{!}",
        &[
            words.say(Key::AlongLink),
            words.say(Key::AlongLinkHint),
            &tick("along-names", words.say(Key::AlongNames), state.along.names),
            words.say(Key::AlongLinkMake),
            &end,
        ],
    )
}

/// A QR code as a picture: dark on white whatever the page's colours are, with the white edge that cameras need.
/// `None` where the text is too long.
fn picture(text: &str, name: &str) -> Option<String> {
    let bytes = [QrSegment::make_bytes(text.as_bytes())];
    let qr = QrCode::encode_segments_advanced(&bytes, QrCodeEcc::Low, Version::MIN, Version::new(LARGEST), None, true);
    let qr = qr.ok()?;
    let side = qr.size() + 2 * QUIET;
    let mut path = String::new();
    for y in 0..qr.size() {
        let mut x = 0;
        while x < qr.size() {
            let run = (x..qr.size()).take_while(|x| qr.get_module(*x, y)).count();
            let run = i32::try_from(run).unwrap_or(0);
            if run > 0 {
                let [left, top, wide] = [x + QUIET, y + QUIET, run].map(|number| number.to_string());
                path.push_str(&["M", &left, " ", &top, "h", &wide, "v1h-", &wide, "z"].concat());
            }
            x += run.max(1);
        }
    }
    // Whole pixels for each module, so that none is wider than its neighbours.
    let pixels = (MOST_PIXELS / side).max(2) * side;
    let (side, pixels) = (side.to_string(), pixels.to_string());
    Some(markup(
        "<p><svg id=\"along-qr\" role=\"img\" aria-label=\"{}\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{}v{}H0z\"/><path fill=\"#000\" d=\"{}\"/></svg></p>",
        &[name, &pixels, &pixels, &side, &side, &side, &side, &path],
    ))
}

#[cfg(test)]
#[path = "link_tests.rs"]
mod tests;
