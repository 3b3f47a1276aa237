//! The bar at the top: where you are, whether it is saved, and what can be done with it.

mod icons;
mod more;
mod undo;

use super::saving::{save_button, save_state};
use super::versions::Versions;
use crate::ui::hooks::App;
use icons::{Icon, icon, mark};
use more::More;
use undo::undo_and_redo;
use weighbridge_state::{Action, Route};
use yew::prelude::*;

/// The header; `inside` is what can be done with what is open.
pub fn header(app: &App, inside: Html) -> Html {
    html! {
        <header class="top">
            <a class="mark" href={Route::Library.href()}>
                { mark() }
                <span>{ "Weighbridge" }</span>
                <span class="visually-hidden">{ ": library" }</span>
            </a>
            if app.state.route != Route::Library {
                <a class="all" href={Route::Library.href()}>{ icon(Icon::Back) }{ "All appraisals" }</a>
            }
            { inside }
            <More />
        </header>
    }
}

/// What can be done with the open appraisal.
pub fn tools(app: &App) -> Html {
    html! {
        <>
            { save_state(app) }
            { hide_totals(app) }
            <span class="tools">
                { undo_and_redo(app) }
                <Versions />
                { save_button(app) }
            </span>
        </>
    }
}

/// Hides who leads while people weigh and score; kept on this device.
fn hide_totals(app: &App) -> Html {
    let hidden = app.state.hide_totals;
    let onclick = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| app.dispatch(Action::HideTotals(!hidden)))
    };
    html! {
        <button class="toggle" type="button" aria-pressed={hidden.to_string()} {onclick}
            title="Hides totals and the leader on Weights and Scores, so that nobody is swayed by them">
            <span class="toggle-mark" aria-hidden="true"></span>
            <span>{ "Hide totals" }</span>
        </button>
    }
}
