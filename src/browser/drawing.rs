//! Makes elements of the drawings of our own charts: the only place of the app where text becomes elements.
//!
//! Where a browser knows Trusted Types, the policy of the page forbids that everywhere else: only what a policy named
//! [`POLICY`] has let through may be set, browsers make each policy once, and nothing else holds this one.

use gloo::utils::document;
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// The name that `xtask/src/page.rs` writes into the policy of the page.
const POLICY: &str = "weighbridge-charts";

#[wasm_bindgen]
extern "C" {
    type Factory;
    type Policy;

    #[wasm_bindgen(thread_local_v2, js_name = trustedTypes)]
    static TRUSTED_TYPES: Option<Factory>;

    #[wasm_bindgen(method, catch, js_name = createPolicy)]
    fn create_policy(this: &Factory, name: &str, rules: &JsValue) -> Result<Policy, JsValue>;

    #[wasm_bindgen(method, js_name = createHTML)]
    fn create_html(this: &Policy, text: &str) -> JsValue;
}

thread_local! {
    /// `None` where a browser has no Trusted Types, or where a site forbids policies.
    static CHARTS: Option<Policy> = TRUSTED_TYPES.with(|factory| {
        let rules = js_sys::Object::new();
        let as_it_is = Closure::<dyn Fn(JsValue) -> JsValue>::new(|text| text).into_js_value();
        Reflect::set(&rules, &"createHTML".into(), &as_it_is).ok()?;
        factory.as_ref()?.create_policy(POLICY, &rules).ok()
    });
}

/// The element of a drawing that our chart writer made; `None` where a site forbids even that.
pub fn element_of(svg: &str) -> Option<Element> {
    let holder = document().create_element("div").ok()?;
    let text = CHARTS.with(|policy| match policy {
        Some(policy) => policy.create_html(svg),
        None => svg.into(),
    });
    Reflect::set(&holder, &"innerHTML".into(), &text).ok()?;
    holder.first_element_child()
}
