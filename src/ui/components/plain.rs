//! Pages without steps.

use super::banners::banners;
use crate::ui::hooks::App;
use weighbridge_state::Route;
use yew::prelude::*;

/// A page without steps.
pub fn plain(app: &App, page: Html) -> Html {
    html! { <main class="page plain" key="plain">{ banners(app) }{ page }</main> }
}

/// An appraisal is about to be there.
pub fn opening(app: &App) -> Html {
    plain(app, html! { <p class="lede">{ "Opening…" }</p> })
}

/// The address names nothing that is here.
pub fn not_here(app: &App) -> Html {
    plain(
        app,
        html! {
            <>
                <h1 id="title" tabindex="-1">{ "This appraisal is not on this device" }</h1>
                <p class="lede">{ "Open its file, or ask the person who sent the link for it: appraisals stay in the browser they were made in." }</p>
                <p><a class="button solid" href={Route::Library.href()}>{ "All appraisals" }</a></p>
            </>
        },
    )
}
