//! An empty Yew page: a heading and nothing else. `measure.mjs` holds the start of the app against it, served and as a
//! single file, both packed as the app is.

#[cfg(target_arch = "wasm32")]
fn main() {
    page::show();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!(
        "This page runs in a browser. `cargo xtask bench --pages` measures how soon it is there."
    );
}

#[cfg(target_arch = "wasm32")]
mod page {
    use yew::prelude::*;

    #[component]
    fn Empty() -> Html {
        html! { <h1>{ "Empty" }</h1> }
    }

    /// Shows it in the place where the app shows itself.
    pub(super) fn show() {
        if let Some(place) = gloo::utils::document().get_element_by_id("app") {
            yew::Renderer::<Empty>::with_root(place).render();
        }
    }
}
