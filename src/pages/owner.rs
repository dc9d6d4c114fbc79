//! The check page's way to a changed site: a field for the file, and every text that can be said about it, hidden.
//! `public/check/owner.js` shows what applies; it comes with this page only.

use super::Source;
use crate::components::markup;
use crate::route::Route;
use foothold_words::{Lang, Words, page};

/// The section.
pub(super) fn html(words: Words) -> String {
    let of = |text| words.of(text);
    let said = [
        ("empty", page::REMAKE_EMPTY),
        ("long", page::REMAKE_LONG),
        ("busy", page::REMAKE_BUSY),
        ("making", page::REMAKE_MAKING),
        ("failed", page::REMAKE_FAILED),
    ];
    let says: String =
        said.iter().map(|(id, text)| markup("<p id=\"remake-{}\" hidden>{}</p>", &[id, of(*text)])).collect();
    markup(
        "<div class=\"ask-form\"><div><h2>{}</h2><p>{}</p></div>\
         <div class=\"field\"><label for=\"remake-file\">{}</label>\
         <input type=\"file\" id=\"remake-file\" accept=\".json,application/json\"></div>\
         <div class=\"field\"><label for=\"remake-text\">{}</label>\
         <textarea id=\"remake-text\" rows=\"8\" autocomplete=\"off\" autocapitalize=\"none\" spellcheck=\"false\"></textarea></div>\
         <div><p><button type=\"button\" class=\"button\" id=\"remake-check\">{}</button></p><p class=\"hint\">{}</p></div>\
         <div role=\"status\">{!}</div>{!}{!}</div>",
        &[
            of(page::REMAKE_TITLE),
            of(page::REMAKE_LEAD),
            of(page::REMAKE_FILE),
            of(page::REMAKE_TEXT),
            of(page::REMAKE_CHECK),
            of(page::REMAKE_NEEDS),
            &says,
            &found(words),
            &made(words),
        ],
    )
}

/// What the page's head asks for.
pub(super) fn script(source: &Source) -> String {
    let address = [&source.to_top(Route::Check), Route::Check.folder(), "owner.js"].concat();
    markup("<script type=\"module\" src=\"{}\"></script>", &[&address])
}

/// A sentence where what follows is not in the page's language.
pub(super) fn in_english(words: Words) -> String {
    if words.lang == Lang::Es {
        markup("<p class=\"hint\">{}</p>", &[words.of(page::CHECK_ENGLISH)])
    } else {
        String::new()
    }
}

/// What is said about the file.
fn found(words: Words) -> String {
    let of = |text| words.of(text);
    markup(
        "<div id=\"remake-found\" hidden><div class=\"ask-form\"><h3 id=\"remake-found-title\" tabindex=\"-1\">{}</h3>{!}\
         <div id=\"remake-list\" lang=\"en\"></div><p id=\"remake-fine\" hidden>{}</p><p id=\"remake-none\" hidden>{}</p>\
         <div id=\"remake-can\" hidden><div class=\"ask-form\"><p>{}</p><p><button type=\"button\" class=\"button\" id=\"remake-make\">{}</button></p></div></div></div></div>",
        &[
            of(page::REMAKE_FOUND),
            &in_english(words),
            of(page::CHECK_FINE),
            of(page::REMAKE_NONE),
            of(page::REMAKE_CAN),
            of(page::REMAKE_MAKE),
        ],
    )
}

/// What is said about the archive.
fn made(words: Words) -> String {
    let of = |text| words.of(text);
    markup(
        "<div id=\"remake-made\" hidden><div class=\"ask-form\"><h3 id=\"remake-made-title\" tabindex=\"-1\">{}</h3>\
         <p><a class=\"button\" id=\"remake-save\" href=\"\" download=\"foothold-site.zip\">{}</a></p>\
         <ol class=\"blocks blocks-steps\"><li class=\"step\">{}</li><li class=\"step\">{}</li><li class=\"step\"><div id=\"remake-delete\"><p>{}</p><ul id=\"remake-gone\"></ul></div>\
         <p id=\"remake-keep\">{}</p></li><li class=\"step\">{}</li></ol></div></div>",
        &[
            of(page::REMAKE_MADE),
            of(page::REMAKE_SAVE),
            of(page::REMAKE_UNPACK),
            of(page::REMAKE_UPLOAD),
            of(page::REMAKE_DELETE),
            of(page::REMAKE_KEEP),
            of(page::REMAKE_LOOK),
        ],
    )
}
