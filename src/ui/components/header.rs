//! The bar at the top: where you are, whether it is saved, and what can be done with it.

mod icons;
mod more;
mod undo;

use super::saving::{SaveFile, SaveState};
use super::versions::Versions;
use crate::ui::hooks::{App, use_app};
use icons::{Icon, icon, mark};
use more::More;
use undo::UndoAndRedo;
use weighbridge_state::{Action, Route};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct HeaderProps {
    /// What can be done with what is open.
    #[prop_or_default]
    pub children: Html,
}

/// The header.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let app = use_app();
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
            { props.children.clone() }
            <More />
        </header>
    }
}

/// What can be done with the open appraisal.
#[component]
pub fn Tools() -> Html {
    let app = use_app();
    html! {
        <>
            <SaveState />
            { hide_totals(&app) }
            <span class="tools">
                <UndoAndRedo />
                <Versions />
                <SaveFile />
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
