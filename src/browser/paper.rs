//! Printing: when it happens, and what stands at the edges of every page.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Opens the browser's print dialog.
pub fn print() {
    let _ = window().print();
}

/// Calls back with true before the page is printed, and with false after it.
pub fn on_print(callback: impl Fn(bool) + Clone + 'static) -> [EventListener; 2] {
    let after = callback.clone();
    [
        EventListener::new(&window(), "beforeprint", move |_| callback(true)),
        EventListener::new(&window(), "afterprint", move |_| after(false)),
    ]
}

/// Puts words at an edge of every printed page, or takes them away: the style sheet says where `--paper-…` stands.
/// Browsers without boxes in page margins print without.
pub fn set_edge(edge: &str, words: Option<&str>) {
    let root = document().document_element();
    let Some(style) = root.and_then(|root| Some(root.dyn_into::<HtmlElement>().ok()?.style()))
    else {
        return;
    };
    let name = format!("--paper-{edge}");
    // A value that cannot be set leaves the edge as the style sheet has it.
    let _ = match words {
        Some(words) => style.set_property(&name, &css_string(words)),
        None => style.remove_property(&name).map(|_| ()),
    };
}

/// A text as a string of CSS.
fn css_string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\a "),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
