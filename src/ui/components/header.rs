//! The bar at the top: where you are, whether it is saved, and what can be done with it.

mod icons;
mod more;
mod undo;

use super::saving::{SaveFile, SaveState};
use super::versions::Versions;
use crate::ui::hooks::use_app;
use icons::{Icon, icon, mark};
use more::More;
use undo::UndoAndRedo;
use weighbridge_state::Route;
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
    html! {
        <>
            <SaveState />
            <span class="tools">
                <UndoAndRedo />
                <Versions />
                <SaveFile />
            </span>
        </>
    }
}
