//! The journal of what is not in the database yet: `localStorage`, which is written before the call returns.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};
use weighbridge_state::journal::{Journal, is_held};

/// What `localStorage` holds. Where a browser allows nothing to be held, the database has to be quick enough.
pub struct Unsaved;

fn place() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

impl Journal for Unsaved {
    fn names(&self) -> Vec<String> {
        let Some(place) = place() else {
            return Vec::new();
        };
        let name = |at| place.key(at).ok().flatten();
        (0..place.length().unwrap_or(0)).filter_map(name).collect()
    }

    fn read(&self, name: &str) -> Option<String> {
        place()?.get_item(name).ok()?
    }

    fn write(&self, name: &str, text: &str) -> bool {
        place().is_some_and(|place| place.set_item(name, text).is_ok())
    }

    fn remove(&self, name: &str) {
        if let Some(place) = place() {
            // Refused only where nothing was held.
            let _ = place.remove_item(name);
        }
    }
}

/// How long something that another page holds is left to it, in milliseconds: a page that is there saves it and lets go.
const GRACE: u32 = 1500;

/// Calls back when the browser hands over what another page held and that page has not let go of it soon; for as long as
/// the listener is kept.
pub fn on_handed_over(callback: impl Fn() + 'static) -> EventListener {
    let callback = Rc::new(callback);
    EventListener::new(&window(), "storage", move |event| {
        let event = event.dyn_ref::<StorageEvent>();
        let came = event.filter(|event| event.new_value().is_some());
        if came
            .and_then(StorageEvent::key)
            .is_some_and(|name| is_held(&name))
        {
            let callback = callback.clone();
            Timeout::new(GRACE, move || callback()).forget();
        }
    })
}
