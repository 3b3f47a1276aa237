//! The versions of the file of the open appraisal, in a dialog over the page.

use super::dialog::Dialog;
use crate::browser::moment;
use crate::ui::hooks::{App, use_app};
use weighbridge_report::brief;
use weighbridge_state::{Kept, Request};
use yew::prelude::*;

/// A button that shows the versions; nothing while there are none.
#[component]
pub fn Versions() -> Html {
    let app = use_app();
    let open = use_state(|| false);
    let (id, versions) = &app.state.versions;
    let Some(document) = app
        .state
        .shown()
        .filter(|open| open.id() == id && !versions.is_empty())
    else {
        return Html::default();
    };
    let set = |to: bool| {
        let open = open.clone();
        Callback::from(move |()| open.set(to))
    };
    let (show, close) = (set(true).reform(|_: MouseEvent| ()), set(false));
    html! {
        <>
            <button class="button dark" type="button" aria-haspopup="dialog" onclick={show}>{ "Versions" }</button>
            <Dialog open={*open} class="versions" heading="versions-title" close={close.clone()}>
                <h2 id="versions-title">{ "Versions of this file" }</h2>
                <p class="hint">{ "Each time you save the file, that version is kept in this browser, the last ten of them." }</p>
                <p><strong>{ "Now: " }</strong>{ brief(document.subject()) }</p>
                <ol class="versions-list">
                    { for versions.iter().map(|kept| version(&app, kept, &close)) }
                </ol>
            </Dialog>
        </>
    }
}

/// A version; `done` closes the dialog.
fn version(app: &App, kept: &Kept, done: &Callback<()>) -> Html {
    let record = &kept.record;
    let finding = kept
        .summary()
        .map_or("This version cannot be read any more.", |summary| {
            &summary.finding
        });
    let ask = |request: Request| {
        let (app, done) = (app.clone(), done.clone());
        Callback::from(move |_: MouseEvent| {
            done.emit(());
            app.ask(request.clone());
        })
    };
    let copy = ask(Request::Duplicate(record.clone()));
    let restore = ask(Request::RestoreVersion(record.clone()));
    let when = moment(record.saved);
    html! {
        <li key={record.saved.to_string()}>
            <p><strong>{ when.clone() }</strong>{ " " }{ finding }</p>
            <p class="actions">
                <button class="button small" type="button" onclick={copy}>
                    { "Open as a copy" }<span class="visually-hidden">{ format!(" the version of {when}") }</span>
                </button>
                <button class="button small" type="button" onclick={restore}>
                    { "Put back" }<span class="visually-hidden">{ format!(" the version of {when}") }</span>
                </button>
            </p>
        </li>
    }
}
