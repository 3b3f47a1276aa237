//! The bar at the top: where you are, whether it is saved, undo, and the file.

use super::saving::{SaveFile, SaveState};
use super::versions::Versions;
use crate::browser::is_apple;
use crate::ui::hooks::{App, use_app};
use weighbridge_report::words::{redo_label, undo_label};
use weighbridge_state::{Action, DocumentCommand, Route};
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
    html! {
        <header class="top">
            <a class="mark" href={Route::Library.href()}>
                { mark() }
                <span>{ "Weighbridge" }</span>
                <span class="visually-hidden">{ ": library" }</span>
            </a>
            { props.children.clone() }
        </header>
    }
}

fn mark() -> Html {
    html! {
        <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
            <path class="beam" d="M2 22h24" />
            <rect x="5" y="12" width="7" height="7" />
            <rect x="16" y="5" width="7" height="14" />
        </svg>
    }
}

/// What can be done with the open appraisal.
#[component]
pub fn Tools() -> Html {
    let app = use_app();
    let Some(document) = app.state.shown() else {
        return Html::default();
    };
    let act = |command: DocumentCommand| {
        let session = app.session.clone();
        Callback::from(move |_: MouseEvent| session.command_open(command.clone()))
    };
    let key = if is_apple() { "⌘" } else { "Ctrl+" };
    let (undo, redo) = (undo_label(&document.history), redo_label(&document.history));
    let (can_undo, can_redo) = (undo.is_some(), redo.is_some());
    let undo_title = undo.map_or("Nothing to undo".to_owned(), |l| {
        format!("Undo: {l} ({key}Z)")
    });
    let redo_title = redo.map_or("Nothing to redo".to_owned(), |l| format!("Redo: {l}"));
    html! {
        <>
            <SaveState />
            { hide_totals(&app) }
            <span class="tools">
                <button class="button dark" type="button" disabled={!can_undo} onclick={act(DocumentCommand::Undo)}
                    title={undo_title.clone()} aria-label={undo_title}>
                    <span aria-hidden="true">{ "↶" }</span><span class="wide">{ " Undo" }</span>
                </button>
                <button class="button dark" type="button" disabled={!can_redo} onclick={act(DocumentCommand::Redo)}
                    title={redo_title.clone()} aria-label={redo_title}>
                    <span aria-hidden="true">{ "↷" }</span><span class="wide">{ " Redo" }</span>
                </button>
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
