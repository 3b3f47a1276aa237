//! The part of the address after `#`, which says which appraisal and page is shown.

use gloo::events::EventListener;
use gloo::utils::window;

/// The fragment, without the `#`.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Goes to a fragment; the change is reported to [`on_change`].
pub fn go(fragment: &str) {
    // A browser refuses only while the page is being left, when it no longer matters.
    let _ = window().location().set_hash(fragment);
}

/// Puts a fragment in place of the current one, without a step in the browser's history.
pub fn replace(fragment: &str) {
    let _ = window().location().replace(&format!("#{fragment}"));
}

/// Puts a fragment in place of the current one, which means another appraisal now. A browser that is leaving the page does
/// not take it any more; then the page begins with it when it is loaded again.
pub fn correct(to: &str) {
    if let Some(place) = notes() {
        let _ = place.set_item(NOTE, &format!("{}\n{to}", fragment()));
    }
    replace(to);
}

/// The fragment that the page begins with.
pub fn at_start() -> String {
    let now = fragment();
    let note = notes().and_then(|place| place.get_item(NOTE).ok().flatten());
    forget_note();
    match note.as_deref().and_then(|note| note.split_once('\n')) {
        Some((from, to)) if from == now => {
            replace(to);
            to.to_owned()
        }
        _ => now,
    }
}

/// The name under which a correction waits until the address has it: in this tab, for as long as that is there.
const NOTE: &str = "weighbridge.address";

fn notes() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}

fn forget_note() {
    if let Some(place) = notes() {
        let _ = place.remove_item(NOTE);
    }
}

/// Calls back with each new fragment, for as long as the listener is kept.
pub fn on_change(callback: impl Fn(String) + 'static) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| {
        forget_note();
        callback(fragment());
    })
}
