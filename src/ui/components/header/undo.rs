//! Undo and redo, named after what they take back and do again.

use crate::browser::is_apple;
use crate::ui::hooks::App;
use weighbridge_report::words::{redo_label, undo_label};
use weighbridge_state::DocumentCommand;
use yew::prelude::*;

/// The two buttons. With nothing to undo a button is off in words and looks only: it may have the focus, which has to stay
/// somewhere after the last undo.
pub fn undo_and_redo(app: &App) -> Html {
    let Some(document) = app.state.shown() else {
        return Html::default();
    };
    let key = if is_apple() { "⌘" } else { "Ctrl+" };
    let undo = undo_label(&document.history).map(|label| format!("Undo: {label} ({key}Z)"));
    let redo = redo_label(&document.history).map(|label| format!("Redo: {label}"));
    let button = |command: DocumentCommand,
                  label: Option<String>,
                  nothing: &str,
                  sign: &'static str,
                  word: &'static str| {
        let off = label.is_none();
        let title = label.unwrap_or_else(|| nothing.to_owned());
        let session = app.session.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if !off {
                session.command_open(command.clone());
            }
        });
        html! {
            <button class="button dark" type="button" aria-disabled={off.then_some("true")} {onclick}
                title={title.clone()} aria-label={title}>
                <span aria-hidden="true">{ sign }</span><span class="wide">{ word }</span>
            </button>
        }
    };
    html! {
        <>
            { button(DocumentCommand::Undo, undo, "Nothing to undo", "↶", " Undo") }
            { button(DocumentCommand::Redo, redo, "Nothing to redo", "↷", " Redo") }
        </>
    }
}
