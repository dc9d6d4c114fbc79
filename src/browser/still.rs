//! The same names where there is no browser: nothing is fetched, focused or mounted.

/// The clipboard.
pub mod clipboard {
    /// Nothing can be copied.
    pub async fn copy(_text: String) -> bool {
        std::future::ready(false).await
    }
}

/// The clock.
pub mod clock {
    use foothold_core::time::NaiveDate;

    /// No day is known; the earliest one stands for it.
    pub fn today() -> NaiveDate {
        NaiveDate::default()
    }
}

/// Fetching and sending.
pub mod fetch {
    use foothold_core::contact::{Arrival, HttpRequest};

    /// Nothing is fetched.
    pub async fn text(_url: &str) -> Option<String> {
        std::future::ready(None).await
    }

    /// Nothing leaves.
    pub async fn send(_request: &HttpRequest) -> Arrival {
        std::future::ready(Arrival::NotSent).await
    }

    /// No message has an id.
    pub fn message_id() -> String {
        String::new()
    }
}

/// Moving between pages.
pub mod nav {
    use foothold_words::Words;

    /// No links to follow.
    pub fn follow_links(_mount: impl Fn() + 'static, _words: Words) {}
}

/// The page.
pub mod page {
    use crate::browser::Typed;
    use foothold_core::site::Site;
    use leptos::prelude::*;

    /// No page to mount into.
    pub fn mount<V: IntoView + 'static>(_place: &str, _take_over: impl Fn(&[Typed]), _view: impl Fn() -> V + 'static) {}

    /// Nothing is mounted.
    pub fn unmount() {}

    /// Nothing begins.
    pub fn begin(_start: impl Future<Output = ()> + 'static) {}

    /// Nothing to mark.
    pub fn ready() {}

    /// Nothing is stale.
    pub fn is_stale() -> bool {
        false
    }

    /// Nothing to refresh.
    pub fn refresh_facts(_site: &Site, _text: &str) {}

    /// No fact.
    pub fn fact(_name: &str) -> String {
        String::new()
    }

    /// Every prerendered place that asks lies one folder below the base.
    pub fn beside(name: &str) -> String {
        format!("../{name}")
    }

    /// English.
    pub fn lang() -> String {
        String::from("en")
    }

    /// Nothing to show.
    pub fn show(_id: &str, _html: &str, _controls: &[(String, String)]) {}

    /// Nothing was pressed.
    pub fn pressed(_event: &leptos::ev::Event) -> String {
        String::new()
    }

    /// Nothing was typed.
    pub fn typed_in(_event: &leptos::ev::Event) -> Typed {
        Typed { id: String::new(), value: String::new(), checked: false }
    }

    /// Nothing to focus.
    pub fn focus(_id: &str) {}

    /// No title.
    pub fn title_error(_prefix: Option<&str>) {}
}
