//! The root of the app: state, storage and the browser's events, tied together.

use super::autosave::use_autosave;
use super::document::Deed;
use super::hooks::App as Handle;
use super::later;
use super::open;
use super::route::Route;
use super::shell::Shell;
use super::state::{Action, State};
use crate::browser::storage::Store;
use crate::browser::{address, element, spawn, tabs};
use std::rc::Rc;
use yew::prelude::*;

/// The whole app.
#[component]
pub fn App() -> Html {
    let state = use_reducer(|| State::new(Route::parse(&address::fragment())));
    let store = use_state(|| None::<Store>);
    let app = Handle::new(
        Rc::new((*state).clone()),
        state.dispatcher(),
        (*store).clone(),
    );
    use_browser(&app, &store);
    use_pages(&app);
    use_document(&app);
    use_autosave(&app);
    use_shortcuts(&app);
    html! {
        <ContextProvider<Handle> context={app}>
            <Shell />
        </ContextProvider<Handle>>
    }
}

/// Opens storage, and listens to the address and to other tabs.
#[hook]
fn use_browser(app: &Handle, store: &UseStateHandle<Option<Store>>) {
    let (app, store) = (app.clone(), store.clone());
    use_effect_with((), move |()| {
        let opening = app.clone();
        spawn(async move {
            let (opened, trouble) = Store::open().await;
            if let Some(why) = trouble {
                opening.dispatch(Action::NoStorage(why));
            }
            later::take_up_unsaved(&opening, &opened).await;
            opening.dispatch(Action::Shelf(opened.list().await));
            store.set(Some(opened));
        });
        let going = app.clone();
        let moves = address::on_change(move |fragment| {
            going.dispatch(Action::Go(Route::parse(&fragment)));
        });
        let other = tabs::listen(move |id, revision| {
            app.dispatch(Action::SavedElsewhere(id, revision));
        });
        move || drop((moves, other))
    });
}

/// Fetches the pages of an appraisal as soon as the first page is drawn.
#[hook]
fn use_pages(app: &Handle) {
    let app = app.clone();
    use_effect_with((), move |()| {
        later::fetch_for(&app);
    });
}

/// Opens what the address names, and starts each page at its top with its own title.
#[hook]
fn use_document(app: &Handle) {
    let deps = (app.state.route.clone(), app.store.is_some());
    let opening = app.clone();
    use_effect_with(deps, move |(route, ready)| {
        if !ready {
            return;
        }
        match route {
            Route::Appraisal { id, .. } if opening.state.shown().is_none() => {
                open::open_by_id(&opening, id);
            }
            Route::Library => open::refresh_shelf(&opening),
            _ => {}
        }
    });
    let first = use_mut_ref(|| true);
    let shown = (app.state.route.clone(), app.state.shown().is_some());
    use_effect_with(shown, move |_| {
        // The page a person lands on starts where the browser puts it.
        if !std::mem::take(&mut *first.borrow_mut()) {
            element::scroll_to_top();
            element::focus("title");
        }
    });
    let title = match (&app.state.route, app.state.shown()) {
        (Route::Appraisal { page, .. }, Some(document)) => {
            format!(
                "{} – {} – Weighbridge",
                page.name(),
                document.appraisal().frame.title
            )
        }
        (Route::Privacy, _) => "Privacy – Weighbridge".to_owned(),
        _ => "Weighbridge".to_owned(),
    };
    use_effect_with(title, |title| element::set_title(title));
}

/// Undo and redo by keyboard, except while typing, when they belong to the text.
#[hook]
fn use_shortcuts(app: &Handle) {
    let app = app.clone();
    use_effect_with((), move |()| {
        let keys = element::on_key(move |event| {
            let command = event.ctrl_key() || event.meta_key();
            if !command || event.alt_key() || element::is_typing(event) {
                return;
            }
            let action = match event.key().to_ascii_lowercase().as_str() {
                "z" if event.shift_key() => Action::Do(Deed::Redo),
                "z" => Action::Do(Deed::Undo),
                "y" => Action::Do(Deed::Redo),
                _ => return,
            };
            event.prevent_default();
            app.dispatch(action);
        });
        move || drop(keys)
    });
}

/// Draws the app into the element of the page that waits for it.
pub fn mount() {
    crate::browser::recover::install_panic_hook();
    if let Some(place) = element::by_id("app") {
        element::clear(&place);
        yew::Renderer::<App>::with_root(place).render();
    }
}
