//! What is typed in a field that adds something, and not added yet: it outlasts a reload of the page, and is forgotten
//! with the tab.

use super::address;
use gloo::utils::window;
use web_sys::Storage;

/// What the names of the texts begin with.
const PREFIX: &str = "weighbridge-half-typed/";

fn place() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// A field of a page of an appraisal has the same name as long as the address is the same.
fn name(field: &str) -> String {
    format!("{PREFIX}{}/{field}", address::fragment())
}

/// What was typed in a field before the page was loaded anew.
pub fn kept(field: &str) -> String {
    let text = place().and_then(|place| place.get_item(&name(field)).ok()?);
    text.unwrap_or_default()
}

/// Keeps what is typed in a field; nothing is kept of an empty one. Where the browser keeps nothing, a reload loses it.
pub fn keep(field: &str, text: &str) {
    let Some(place) = place() else {
        return;
    };
    let _refused = if text.is_empty() {
        place.remove_item(&name(field))
    } else {
        place.set_item(&name(field), text)
    };
}

/// Forgets all of it.
pub fn forget_all() {
    let Some(place) = place() else {
        return;
    };
    let names = (0..place.length().unwrap_or(0)).filter_map(|at| place.key(at).ok().flatten());
    let own: Vec<String> = names.filter(|name| name.starts_with(PREFIX)).collect();
    for name in own {
        let _refused = place.remove_item(&name);
    }
}
