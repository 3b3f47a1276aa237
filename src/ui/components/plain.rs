//! Pages without steps.

use super::banners::Banners;
use weighbridge_state::Route;
use yew::prelude::*;

/// A page without steps.
pub fn plain(page: Html) -> Html {
    html! { <main class="page plain" key="plain"><Banners />{ page }</main> }
}

/// An appraisal is about to be there.
pub fn opening() -> Html {
    plain(html! { <p class="lede">{ "Opening…" }</p> })
}

/// The address names nothing that is here.
pub fn not_here() -> Html {
    plain(html! {
        <>
            <h1 id="title" tabindex="-1">{ "That is not in this browser" }</h1>
            <p class="lede">{ "The address names an appraisal or a page that is not here. Appraisals are kept in the browser they were made in; to see one from elsewhere, open its file." }</p>
            <p><a href={Route::Library.href()}>{ "Go to the library" }</a></p>
        </>
    })
}
