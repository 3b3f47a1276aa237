//! What happens when the app itself fails: the page says so and hands the work back.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Remembers the work in hand where `recover.js` finds it, which needs no wasm.
pub fn remember(text: &str) {
    let window = gloo::utils::window();
    // A window takes every property.
    let _ = Reflect::set(&window, &"weighbridgeCurrent".into(), &text.into());
}

/// From now on a panic replaces the page by a message with the last work as a download.
pub fn install_panic_hook() {
    std::panic::set_hook(Box::new(|info| {
        let message = format!(
            "Weighbridge has stopped because of a fault of its own ({info}). Your work up to the last change can be downloaded here; then reload the page."
        );
        let window = gloo::utils::window();
        let hook = Reflect::get(&window, &"weighbridgeRecover".into());
        if let Some(hook) = hook.ok().and_then(|h| h.dyn_into::<Function>().ok()) {
            // Nothing is left to do when even this fails.
            let _ = hook.call1(&window, &JsValue::from_str(&message));
        }
    }));
}
