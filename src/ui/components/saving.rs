//! Saving as a file: the button, and what is said of it.

use crate::ui::hooks::App;
use std::rc::Rc;
use weighbridge_opening::library;
use weighbridge_state::{Disk as _, Document, Overwrite, Platform as _, Request};
use yew::prelude::*;

/// Saves the open appraisal as a file: to the same file again where a browser allows it, else as a download, and says
/// which.
pub fn save_button(app: &App) -> Html {
    let label = if app.session.disk().is_available() {
        "Save"
    } else {
        "Download"
    };
    let onclick = save(app);
    html! { <button class="button solid" type="button" {onclick}>{ label }</button> }
}

/// Saves the open appraisal as a file.
pub fn save(app: &App) -> Callback<MouseEvent> {
    let app = app.clone();
    Callback::from(move |_| app.ask(Request::SaveFile(Overwrite::Ask)))
}

/// What is open, and where it is saved.
pub fn save_state(app: &App) -> Html {
    let Some(document) = app.state.shown() else {
        return Html::default();
    };
    html! {
        <span class="document">
            <span class="document-title" title={document.appraisal().frame.title.clone()}>{ &document.appraisal().frame.title }</span>
            <small>{ saved(app, document) }</small>
        </span>
    }
}

fn saved(app: &App, document: &Document) -> String {
    let filed = app.state.filed.as_ref();
    let filed = filed.filter(|filed| Rc::ptr_eq(&filed.appraisal, document.appraisal()));
    if app.state.no_storage.is_some() || document.problem.is_some() {
        "Not saved".to_owned()
    } else if !document.is_kept() {
        "Saving…".to_owned()
    } else if let Some(filed) = filed {
        match &filed.to {
            Some(name) => format!("Saved in {name}"),
            None => "Saved in this browser and as a file".to_owned(),
        }
    } else if document.revision == 0 && document.id() == library::BLANK.id {
        "Nothing in it yet".to_owned()
    } else if document.id() == library::CARRIED {
        "A copy to read".to_owned()
    } else if document.revision == 0 {
        "Example".to_owned()
    } else {
        "Saved in this browser".to_owned()
    }
}
