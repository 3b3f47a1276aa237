//! The root of the app: the session, the browser's events and the screen, tied together.

use super::hooks::App as Handle;
use super::shell::Shell;
use crate::browser::platform::Browser;
use crate::browser::{address, element, spawn};
use weighbridge_state::{Action, Route, Session};
use yew::prelude::*;

/// The whole app.
#[component]
pub fn App() -> Html {
    let session = use_state(|| {
        let route = Route::parse(&address::fragment());
        Session::new(Browser::default(), route)
    });
    let app = Handle {
        state: session.state(),
        session: (*session).clone(),
    };
    use_session(&app.session);
    use_page(&app);
    html! {
        <ContextProvider<Handle> context={app}>
            <Shell />
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

/// Draws the app into the element of the page that waits for it.
pub fn mount() {
    crate::browser::recover::install_panic_hook();
    if let Some(place) = element::by_id("app") {
        element::clear(&place);
        yew::Renderer::<App>::with_root(place).render();
    }
}
