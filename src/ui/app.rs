//! The root of the app: the session, the browser's events and the screen, tied together.

use super::components::banners::MESSAGE;
use super::components::explained::term_id;
use super::hooks::App as Handle;
use super::shell::shell;
use crate::browser::focus::FocusWatch;
use crate::browser::platform::Browser;
use crate::browser::{address, element, spawn};
use weighbridge_opening::library::CARRIED;
use weighbridge_report::column::show_decimals;
use weighbridge_state::{Action, Page, Platform as _, Route, Session};
use yew::prelude::*;

/// The whole app.
#[component]
pub fn App() -> Html {
    let session = use_state(|| {
        let platform = Browser::default();
        let fragment = address::at_start();
        let route = match platform.carried() {
            // A copy opens with what is inside it.
            Some(_) if fragment.is_empty() => Route::of(CARRIED, Page::Briefing),
            _ => Route::parse(&fragment),
        };
        Session::new(platform, route)
    });
    let app = Handle {
        state: session.state(),
        session: (*session).clone(),
    };
    use_session(&app.session);
    use_page(&app);
    use_focus();
    show_decimals(app.state.settings.decimals);
    let over = use_state_eq(|| false);
    let shell = shell(&app, &over);
    html! {
        <ContextProvider<Handle> context={app}>
            { shell }
        </ContextProvider<Handle>>
    }
}

/// Draws every change of the state, opens the store, and listens to the address.
#[hook]
fn use_session(session: &Session<Browser>) {
    let draw = use_force_update();
    let session = session.clone();
    use_effect_with((), move |()| {
        session.on_change(move || draw.force_update());
        spawn(session.clone().start());
        let moves = address::on_change(move |fragment| {
            session.dispatch(Action::Go(Route::parse(&fragment)));
        });
        move || drop(moves)
    });
}

/// Starts each page at its top, with its own title.
#[hook]
fn use_page(app: &Handle) {
    let first = use_mut_ref(|| true);
    // A copy that one goes on with is the same page under another name.
    let route = app.state.route.clone();
    let shown = match app.state.shown() {
        Some(document) => (route.with_id(""), Some(document.origin)),
        None => (route, None),
    };
    use_effect_with(shown, move |(route, _)| {
        // The page a person lands on starts where the browser puts it.
        if !std::mem::take(&mut *first.borrow_mut()) {
            element::scroll_to_top();
            match route {
                Route::Help(term) if !term.is_empty() => element::focus(&term_id(term)),
                _ => element::focus("title"),
            }
        }
    });
    let title = match (&app.state.route, app.state.shown()) {
        // The head of each page has it.
        (Route::Appraisal { .. }, Some(_)) => None,
        (Route::Privacy, _) => Some("Privacy – Weighbridge"),
        (Route::Help(_), _) => Some("Help – Weighbridge"),
        (Route::Library | Route::Unknown | Route::Appraisal { .. }, _) => Some("Weighbridge"),
    };
    use_effect_with(title, |title| {
        if let Some(title) = title {
            element::set_title(title);
        }
    });
    use_effect_with(app.state.settings, |settings| {
        element::look(&settings.words());
    });
}

/// Sees to it that the focus is somewhere: what had it may go, or be switched off, with any change.
#[hook]
fn use_focus() {
    let watch = use_memo((), |()| FocusWatch::begin());
    use_effect(move || watch.return_soon(&[MESSAGE, "title"]));
}

/// Draws the app into the element of the page that waits for it.
pub fn mount() {
    crate::browser::recover::install_panic_hook();
    if let Some(place) = element::by_id("app") {
        element::clear(&place);
        yew::Renderer::<App>::with_root(place).render();
    }
}
