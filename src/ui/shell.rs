//! What stands around every page: header, steps, banners, announcements.

use super::components::banners::Banners;
use super::components::header::Header;
use super::hooks::use_app;
use super::later;
use super::pages::{library::Library, privacy::Privacy};
use super::route::Route;
use crate::browser::files;
use yew::prelude::*;

/// The frame of the app with the page the address names.
#[component]
pub fn Shell() -> Html {
    let app = use_app();
    let over = use_state(|| false);
    let ondragover = {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(true);
        })
    };
    let ondragleave = {
        let over = over.clone();
        Callback::from(move |_: DragEvent| over.set(false))
    };
    let ondrop = {
        let (app, over) = (app.clone(), over.clone());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            if let Some(file) = files::dropped(&event) {
                later::with_pages(&app, Box::new(|app, pages| (pages.open_file)(app, file)));
            }
        })
    };
    let (said, words) = &app.state.said;
    html! {
        <div class={classes!("app", over.then_some("dropping"))} {ondragover} {ondragleave} {ondrop}>
            <a class="skip" href="#title" onclick={skip()}>{ "Skip to the page" }</a>
            <Header />
            <div class="visually-hidden" role="status" aria-live="polite">
                <span key={said.to_string()}>{ words.clone() }</span>
            </div>
            { body(&app) }
        </div>
    }
}

/// The fragment is taken by the route, so the link moves the focus itself.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        crate::browser::element::focus("title");
    })
}

fn body(app: &super::hooks::App) -> Html {
    let plain = |page: Html| {
        html! { <main class="page plain" key="plain"><Banners />{ page }</main> }
    };
    let opening = || plain(html! { <p class="lede">{ "Opening…" }</p> });
    match (&app.state.route, app.state.shown()) {
        (Route::Library, _) => plain(html! { <Library /> }),
        (Route::Privacy, _) => plain(html! { <Privacy /> }),
        (Route::Appraisal { page, .. }, Some(document)) => match app.state.pages {
            Some(pages) => (pages.frame)(app, document, *page),
            None if app.state.not_fetched => plain(not_fetched(app)),
            None => opening(),
        },
        (Route::Appraisal { .. }, None) if !app.state.missing => opening(),
        _ => plain(html! {
            <>
                <h1 id="title" tabindex="-1">{ "That is not in this browser" }</h1>
                <p class="lede">{ "The address names an appraisal or a page that is not here. Appraisals are kept in the browser they were made in; to see one from elsewhere, open its file." }</p>
                <p><a href={Route::Library.href()}>{ "Go to the library" }</a></p>
            </>
        }),
    }
}

/// The pages of an appraisal could not be fetched; nothing else is wrong.
fn not_fetched(app: &super::hooks::App) -> Html {
    let again = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| later::fetch_for(&app))
    };
    html! {
        <>
            <h1 id="title" tabindex="-1">{ "This page could not be fetched" }</h1>
            <p class="lede">{ "The connection may have been lost, or the tool has been updated. Your work is safe in this browser." }</p>
            <p class="actions">
                <button class="button solid" type="button" onclick={again}>{ "Try again" }</button>
            </p>
            <p>{ "If that does not help, reload the page." }</p>
        </>
    }
}
