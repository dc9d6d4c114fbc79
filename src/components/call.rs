//! Phone numbers in a sentence as links, so that whoever reads one can call it with one press.

use super::markup;

/// The numbers that our own sentences name, as written there; each is dialled as it is.
const KNOWN: [&str; 3] = ["911", "988", "1-800-662-4357"];

/// A sentence as markup. Links in it are the [`KNOWN`] numbers and the clinic's `phone`, as it is shown and as it is
/// dialled; digits that are part of something longer stay text.
pub fn calls(text: &str, phone: [&str; 2]) -> String {
    let [shown, dial] = phone;
    let mut out = String::new();
    let mut rest = text;
    loop {
        let numbers = KNOWN.into_iter().chain((!shown.is_empty()).then_some(shown));
        let first = numbers.filter_map(|number| Some((alone(rest, number)?, number))).min_by_key(|(at, _)| *at);
        let Some((at, number)) = first else { break };
        let (before, after) = rest.split_at(at);
        out.push_str(&markup("{}", &[before]));
        out.push_str(&if number == shown {
            markup("<a class=\"tel\" href=\"tel:{}\" data-dial><span data-fact=\"phone\">{}</span></a>", &[dial, shown])
        } else {
            markup("<a class=\"tel\" href=\"tel:{}\">{}</a>", &[number, number])
        });
        rest = after.get(number.len()..).unwrap_or_default();
    }
    out + &markup("{}", &[rest])
}

/// Where a number stands in a text by itself.
fn alone(text: &str, number: &str) -> Option<usize> {
    let joins = |letter: char| letter.is_ascii_digit() || letter == '-';
    // Also the end of an amount or of a number with decimals.
    let leads = |letter: char| joins(letter) || matches!(letter, ',' | '.' | '$');
    let mut found = text.match_indices(number);
    let stands = |at: usize| {
        let after = text.get(at + number.len()..).unwrap_or_default();
        !text.get(..at).unwrap_or_default().ends_with(leads) && !after.starts_with(joins)
    };
    found.find(|(at, _)| stands(*at)).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHONE: [&str; 2] = ["(312) 555-0134", "+13125550134"];

    #[test]
    fn numbers_that_can_be_called_are_links_wherever_they_stand() {
        let found = calls("In danger, call 911. Call or text 988, or (312) 555-0134 & 1-800-662-4357.", PHONE);
        let expected = "In danger, call <a class=\"tel\" href=\"tel:911\">911</a>. Call or text \
             <a class=\"tel\" href=\"tel:988\">988</a>, or <a class=\"tel\" href=\"tel:+13125550134\" data-dial>\
             <span data-fact=\"phone\">(312) 555-0134</span></a> &amp; \
             <a class=\"tel\" href=\"tel:1-800-662-4357\">1-800-662-4357</a>.";
        assert_eq!(found, expected);
    }

    #[test]
    fn digits_of_something_else_stay_text() {
        for text in ["", "1988 and 9110", "988-555", "$1,911 <b>", "a 1-800-662-43578"] {
            assert_eq!(calls(text, ["", ""]), markup("{}", &[text]), "{text}");
        }
        assert_eq!(calls("19880 988", ["", ""]).matches("tel:").count(), 1);
    }
}
