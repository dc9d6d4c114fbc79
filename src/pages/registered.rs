//! For hosts that find forms by reading the uploaded pages, as Netlify does: the form's mark, its name,
//! and every field that may be sent, also those that no visitor sees.

use crate::components::markup;
use foothold_core::contact::{Backend, Field, wire_names};

/// The name under which such hosts expect the form's own name.
const FORM_NAME: &str = "form-name";

/// The form's markup with what such a host looks for; as it is for every other back-end.
pub(super) fn registered(html: String, backend: Option<&Backend>) -> String {
    let Some(backend) = backend else { return html };
    let Some((_, form)) = backend.fixed.iter().find(|(name, _)| name == FORM_NAME) else { return html };
    let names = wire_names(backend);
    let honeypot = names.iter().find(|(field, _)| *field == Field::Honeypot).map_or("", |(_, name)| name);
    let unseen = |(field, name): &(Field, String)| {
        backend.sends(*field) && !html.contains(&markup(" name=\"{}\"", &[name])) && *field != Field::Honeypot
    };
    let hidden: String = names
        .iter()
        .filter(|row| unseen(row))
        .map(|(_, name)| markup("<input type=\"hidden\" name=\"{}\">", &[name]))
        .collect();
    let open = markup("<form name=\"{}\" data-netlify=\"true\" netlify-honeypot=\"{}\" ", &[form, honeypot]);
    html.replacen("<form ", &open, 1).replacen("</form>", &format!("{hidden}</form>"), 1)
}

#[cfg(test)]
mod tests {
    use super::registered;
    use foothold_core::config::load;
    use foothold_core::contact::Backend;

    fn backend(form: &str) -> Option<Backend> {
        let text = format!(r#"{{"name":"N","phone":"(312) 555-0134","form":{form}}}"#);
        load(&text).site.and_then(|site| site.backend)
    }

    #[test]
    fn a_form_on_netlify_is_marked_and_lists_every_field_once() {
        let html = "<form class=\"a\"><input name=\"name\"></form>".to_owned();
        let marked = registered(html.clone(), backend(r#"{"service":"netlify","id":"contact"}"#).as_ref());
        assert!(
            marked.starts_with("<form name=\"contact\" data-netlify=\"true\" netlify-honeypot=\"bot-field\" class")
        );
        for name in ["safe_contact", "subject", "message_id", "plan", "name"] {
            assert_eq!(marked.matches(&format!(" name=\"{name}\"")).count(), 1, "{name}");
        }
        let other = registered(html.clone(), backend(r#"{"url":"/in","encoding":"urlencoded"}"#).as_ref());
        assert_eq!(other, html);
        assert_eq!(registered(html.clone(), None), html);
    }
}
