//! What stands around every page: header, banners, announcements.

use super::components::header::header;
use super::components::plain::{not_here, opening, plain};
use super::hooks::App;
use super::lazy::Lazy;
use super::pages::{library::Library, privacy::Privacy};
use super::workspace::LazyWorkspace;
use crate::browser::{element, files};
use weighbridge_state::{Action, Route};
use yew::prelude::*;

/// The frame of the app with the page the address names. `over` is whether a file is dragged over it.
pub fn shell(app: &App, over: &UseStateHandle<bool>) -> Html {
    let ondragover = {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            // A text that is dragged goes where the browser puts it.
            if files::are_dragged(&event) {
                event.prevent_default();
                over.set(true);
            }
        })
    };
    let ondragleave = {
        let over = over.clone();
        Callback::from(move |_: DragEvent| over.set(false))
    };
    let ondrop = {
        let (app, over) = (app.clone(), over.clone());
        Callback::from(move |event: DragEvent| {
            over.set(false);
            if files::are_dragged(&event) {
                event.prevent_default();
                // What is being typed belongs to what is open now.
                element::finish_typing();
                app.open_files(files::dropped(&event));
            }
        })
    };
    let fetched = {
        let app = app.clone();
        Callback::from(move |there: bool| app.dispatch(Action::Fetched(there)))
    };
    let (said, words) = &app.state.said;
    html! {
        <div class={classes!("app", over.then_some("dropping"))} {ondragover} {ondragleave} {ondrop}>
            <a class="skip" href="#title" onclick={skip()}>{ "Skip to the page" }</a>
            <div class="visually-hidden" role="status" aria-live="polite">
                <span key={said.to_string()}>{ words.clone() }</span>
            </div>
            { match &app.state.route {
                // A sheet that was opened is shown by what opens it.
                _ if app.state.sheet.is_some() => Html::default(),
                Route::Library => with_header(app, plain(app, html! { <Library key={format!("{:?}", app.state.settings.decimals)} /> })),
                Route::Privacy => with_header(app, plain(app, html! { <Privacy /> })),
                Route::Unknown => with_header(app, not_here(app)),
                Route::Appraisal { .. } | Route::Help(_) => Html::default(),
            } }
            <Lazy<LazyWorkspace> tries={app.state.tries} {fetched} fallback={waiting(app)} />
        </div>
    }
}

fn with_header(app: &App, page: Html) -> Html {
    html! { <>{ header(app, Html::default()) }{ page }</> }
}

/// The fragment is taken by the route, so the link moves the focus itself.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        element::focus("title");
    })
}

/// What stands in the place of an appraisal until what shows it has been fetched.
fn waiting(app: &App) -> Html {
    match &app.state.route {
        Route::Appraisal { .. } | Route::Help(_) => {}
        Route::Library | Route::Privacy | Route::Unknown => return Html::default(),
    }
    let page = if app.state.not_fetched {
        not_fetched(app)
    } else {
        opening(app)
    };
    with_header(app, page)
}

/// What shows an appraisal could not be fetched; nothing else is wrong.
fn not_fetched(app: &App) -> Html {
    let again = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| app.dispatch(Action::TryAgain))
    };
    let page = html! {
        <>
            <h1 id="title" tabindex="-1">{ "This page could not be fetched" }</h1>
            <p class="lede">{ "The connection may have been lost, or the tool has been updated. Your work is safe in this browser." }</p>
            <p class="actions">
                <button class="button solid" type="button" onclick={again}>{ "Try again" }</button>
            </p>
            <p>{ "If that does not help, reload the page." }</p>
        </>
    };
    plain(app, page)
}
