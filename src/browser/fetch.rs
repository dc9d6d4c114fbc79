//! Reading our own files, and sending the form once.

use foothold_core::contact::{Arrival, Body, HttpRequest};
use gloo_net::http::Request;
use leptos::prelude::set_timeout;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsValue;

/// The text of one of our own files; `None` where it cannot be had.
pub async fn text(url: &str) -> Option<String> {
    let response = Request::get(url).send().await.ok()?;
    if response.ok() { response.text().await.ok() } else { None }
}

/// Sends the request once and says what was seen. A failed connection counts as not sent only
/// where the browser knows that it is offline; otherwise the message may have left.
pub async fn send(request: &HttpRequest) -> Arrival {
    let Some(window) = web_sys::window() else { return Arrival::NotSent };
    if !window.navigator().on_line() {
        return Arrival::NotSent;
    }
    let Ok(stop) = web_sys::AbortController::new() else { return Arrival::NotSent };
    let late = Rc::new(Cell::new(false));
    let flag = Rc::clone(&late);
    let timer = stop.clone();
    let wait = Duration::from_secs(u64::from(request.timeout_s));
    set_timeout(
        move || {
            flag.set(true);
            timer.abort();
        },
        wait,
    );
    let Some(built) = build(request, &stop) else { return Arrival::NotSent };
    let answer = match built.send().await {
        // Sent without asking to read the answer: there is nothing more to see.
        Ok(_) if request.opaque => Arrival::Opaque,
        Ok(response) => {
            let status = response.status();
            match response.text().await {
                Ok(body) => Arrival::Answered { status, body },
                // The answer broke off: its status alone proves nothing.
                Err(_) => Arrival::LostAfterSending,
            }
        }
        Err(_) => Arrival::LostAfterSending,
    };
    if late.get() && answer == Arrival::LostAfterSending { Arrival::TimedOut } else { answer }
}

fn build(request: &HttpRequest, stop: &web_sys::AbortController) -> Option<Request> {
    let mut builder = Request::post(&request.url)
        .abort_signal(Some(&stop.signal()))
        .credentials(web_sys::RequestCredentials::Omit)
        .cache(web_sys::RequestCache::NoStore)
        .referrer_policy(web_sys::ReferrerPolicy::NoReferrer);
    if request.opaque {
        builder = builder.mode(web_sys::RequestMode::NoCors);
    }
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    let body: JsValue = match &request.body {
        Body::Text { text, .. } => JsValue::from_str(text),
        Body::Multipart(pairs) => {
            let form = web_sys::FormData::new().ok()?;
            for (name, value) in pairs {
                form.append_with_str(name, value).ok()?;
            }
            form.into()
        }
    };
    builder.body(body).ok()
}

/// A new message's id: 16 random bytes, so that a back-end knows a repetition when it sees one.
pub fn message_id() -> String {
    let mut bytes = [0u8; 16];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        // No chance to be had: the clock still tells one message from the next.
        return js_sys::Date::now().to_bits().to_string();
    }
    bytes.iter().fold(String::new(), |mut id, byte| {
        id.push(char::from_digit(u32::from(byte >> 4), 16).unwrap_or('0'));
        id.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or('0'));
        id
    })
}
