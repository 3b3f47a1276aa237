//! What happens when the app itself fails: the page says so and hands the work back.

use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    /// The text of the appraisal last worked on, for the panic hook.
    static CURRENT: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Remembers the work in hand, so that it can be offered if the app fails.
pub fn remember(text: &str) {
    CURRENT.with(|current| {
        if let Ok(mut current) = current.try_borrow_mut() {
            *current = Some(text.to_owned());
        }
    });
}

/// From now on a panic replaces the page by a message with the last work as a download
/// (see `recover.js`, which needs no wasm).
pub fn install_panic_hook() {
    std::panic::set_hook(Box::new(|info| {
        let text = CURRENT.with(|current| {
            let current = current.try_borrow();
            current.ok().and_then(|text| text.clone())
        });
        let message = format!(
            "Weighbridge has stopped because of a fault of its own ({info}). Your work up to the last change can be downloaded here; then reload the page."
        );
        let window = gloo::utils::window();
        let hook = js_sys::Reflect::get(&window, &JsValue::from_str("weighbridgeRecover"));
        if let Some(hook) = hook
            .ok()
            .and_then(|h| h.dyn_into::<js_sys::Function>().ok())
        {
            let text = text.map_or(JsValue::NULL, |text| JsValue::from_str(&text));
            // Nothing is left to do when even this fails.
            let _ = hook.call2(&window, &JsValue::from_str(&message), &text);
        }
    }));
}
