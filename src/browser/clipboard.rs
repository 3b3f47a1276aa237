//! The clipboard.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::file::Blob;
use gloo::utils::{document, window};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, ClipboardItem, Event, HtmlDocument};
use weighbridge_edit::Pasted;
use weighbridge_report::Copied;

/// The two forms in which a table is put on the clipboard.
const HTML: &str = "text/html";
const TEXT: &str = "text/plain";

/// What a person pastes: the text, and the same as HTML where a program put that on the clipboard too.
pub fn pasted(event: &Event) -> Option<Pasted> {
    let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    Some(Pasted {
        text: data.get_data(TEXT).ok()?,
        html: data.get_data(HTML).unwrap_or_default(),
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
    if data.is_some_and(|data| data.set_data(TEXT, text).is_ok()) {
        event.prevent_default();
    }
}

/// Puts a table on the clipboard in both its forms; says whether the browser allowed it.
pub async fn copy(table: Copied) -> bool {
    match write(&table) {
        Some(written) => JsFuture::from(written).await.is_ok() || copy_by_event(table),
        None => copy_by_event(table),
    }
}

/// Asks the browser to write a table; nothing where it cannot: pages that are not served securely have no clipboard,
/// and older browsers nothing to write tables with, whatever the types say.
fn write(table: &Copied) -> Option<js_sys::Promise> {
    let there = |of: &JsValue, name: &str| {
        Reflect::get(of, &name.into()).is_ok_and(|found| !found.is_undefined())
    };
    let (window, navigator) = (window(), window().navigator());
    if !there(&navigator, "clipboard") || !there(&window, "ClipboardItem") {
        return None;
    }
    let forms = Object::new();
    for (kind, words) in [(HTML, &table.html), (TEXT, &table.text)] {
        let blob = Blob::new_with_options(words.as_str(), Some(kind));
        Reflect::set(&forms, &kind.into(), blob.as_ref()).ok()?;
    }
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&forms).ok()?;
    Some(navigator.clipboard().write(&Array::of1(&item)))
}

/// Copies as if a person had asked for it by keyboard, and answers with the table.
fn copy_by_event(table: Copied) -> bool {
    let answered = EventListener::new_with_options(
        &document(),
        "copy",
        EventListenerOptions {
            passive: false,
            ..EventListenerOptions::run_in_capture_phase()
        },
        move |event| {
            let event = event.dyn_ref::<ClipboardEvent>();
            if let Some(data) = event.and_then(ClipboardEvent::clipboard_data) {
                let both = data.set_data(HTML, &table.html).is_ok()
                    && data.set_data(TEXT, &table.text).is_ok();
                if let (true, Some(event)) = (both, event) {
                    event.prevent_default();
                    event.stop_propagation();
                }
            }
        },
    );
    let asked = document()
        .dyn_into::<HtmlDocument>()
        .ok()
        .and_then(|document| document.exec_command("copy").ok());
    drop(answered);
    asked.unwrap_or(false)
}
