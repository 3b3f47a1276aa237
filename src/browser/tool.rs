//! The tool as one file: its text, for copies with an appraisal inside, and the appraisal inside this one.

use super::files::carried as element;
use gloo::utils::{document, window};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use weighbridge_state::Carried;

/// The id of the element that a copy has its appraisal in.
const APPRAISAL: &str = "appraisal";

/// The appraisal inside this page, if it is a copy with one.
pub fn carried() -> Option<Carried> {
    let text = element(APPRAISAL)?;
    let made = document()
        .get_element_by_id(APPRAISAL)?
        .get_attribute("data-made");
    let made = made.unwrap_or_default();
    Some(Carried { text, made })
}

/// The text of the single file: this page as it was before it started, or the file beside a served page, which
/// `start.js` fetches. `None` where there is none, or it cannot be fetched.
pub async fn text() -> Option<String> {
    let window = window();
    let give = Reflect::get(&window, &"weighbridgeTool".into()).ok()?;
    let text = give.dyn_into::<Function>().ok()?.call0(&window).ok()?;
    let text = JsFuture::from(text.dyn_into::<Promise>().ok()?).await;
    text.ok()?.as_string()
}

/// Now, to the minute, as `2026-12-01T09:30Z`.
pub fn now() -> String {
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    let minute = now.get(..16).unwrap_or_default();
    format!("{minute}Z")
}

/// The same in milliseconds since 1970; not a number where it cannot be read.
pub fn milliseconds(made: &str) -> f64 {
    js_sys::Date::parse(made)
}
