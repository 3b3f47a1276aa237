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

/// Calls back with each new fragment, for as long as the listener is kept.
pub fn on_change(callback: impl Fn(String) + 'static) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| callback(fragment()))
}
