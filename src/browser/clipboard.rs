//! The clipboard.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, Event};
use weighbridge_edit::Pasted;

/// What a person pastes: the text, and the same as HTML where a program put that on the clipboard too.
pub fn pasted(event: &Event) -> Option<Pasted> {
    let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    Some(Pasted {
        text: data.get_data("text/plain").ok()?,
        html: data.get_data("text/html").unwrap_or_default(),
    })
}

/// Answers a request to copy with a text, unless something on the page is selected, which is then
/// what the person means.
pub fn answer_copy(event: &Event, text: &str) {
    let selected = window().get_selection().ok().flatten();
    if selected.is_some_and(|s| !s.is_collapsed()) {
        return;
    }
    let data = event
        .dyn_ref::<ClipboardEvent>()
        .and_then(ClipboardEvent::clipboard_data);
    if data.is_some_and(|data| data.set_data("text/plain", text).is_ok()) {
        event.prevent_default();
    }
}

/// Puts a text on the clipboard; says whether the browser allowed it.
pub async fn copy(text: &str) -> bool {
    // Pages that are not served securely have no clipboard, whatever the type says.
    let navigator = window().navigator();
    let there = js_sys::Reflect::get(&navigator, &"clipboard".into());
    if there.is_ok_and(|clipboard| clipboard.is_undefined()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text))
        .await
        .is_ok()
}
