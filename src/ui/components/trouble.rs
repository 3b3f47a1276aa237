//! Why the open appraisal is not being saved, and what can be done about it.

use crate::browser::address;
use crate::ui::hooks::{App, use_app};
use crate::ui::open;
use crate::ui::route::Route;
use crate::ui::state::Trouble;
use yew::prelude::*;

/// The banner above a page; nothing while all is well.
#[component]
pub fn TroubleBanner() -> Html {
    let app = use_app();
    let trouble = app.state.shown().and_then(|d| d.trouble.as_ref());
    html! {
        <div class="banners">
            if let Some(trouble) = trouble {
                { banner(&app, trouble) }
            }
        </div>
    }
}

fn banner(app: &App, trouble: &Trouble) -> Html {
    let (name, title, text) = match trouble {
        Trouble::ChangedElsewhere(0) => (
            "Deleted elsewhere",
            "This appraisal was deleted in another tab or window. ",
            "What you see here is no longer saved. Keep it as a copy, or leave it.".to_owned(),
        ),
        Trouble::ChangedElsewhere(_) => (
            "Changed elsewhere",
            "This appraisal was changed in another tab or window. ",
            "To overwrite nothing, changes made here are not being saved. Load the other version, or keep yours beside it.".to_owned(),
        ),
        Trouble::Full => (
            "Not saved",
            "Your last changes are not saved in this browser. ",
            "There is no room left. Delete appraisals you no longer need, or save a file now."
                .to_owned(),
        ),
        Trouble::Refused(why) => (
            "Not saved",
            "Your last changes are not saved in this browser. ",
            format!("The browser says: {}. Save a file now.", why.trim_end_matches('.')),
        ),
    };
    html! {
        <section class="banner bad" role="alert" aria-label={name}>
            <p><strong>{ title }</strong>{ text }</p>
            { actions(app, trouble) }
        </section>
    }
}

/// The same in a line, for what stays in sight while a page scrolls.
pub fn trouble_line(app: &App) -> Html {
    let trouble = app.state.shown().and_then(|d| d.trouble.as_ref());
    html! {
        if let Some(trouble) = trouble {
            <div class="trouble">
                <p><strong>{ match trouble {
                    Trouble::ChangedElsewhere(0) => "Not being saved: deleted in another tab.",
                    Trouble::ChangedElsewhere(_) => "Not being saved: changed in another tab.",
                    _ => "Your last changes are not saved.",
                } }</strong></p>
                { actions(app, trouble) }
            </div>
        }
    }
}

fn actions(app: &App, trouble: &Trouble) -> Html {
    let Some(document) = app.state.shown() else {
        return Html::default();
    };
    let button = |words: &'static str, onclick: Callback<MouseEvent>| {
        html! { <button class="button small" type="button" {onclick}>{ words }</button> }
    };
    let copy = || {
        let (app, document) = (app.clone(), document.clone());
        let onclick = Callback::from(move |_: MouseEvent| open::keep_as_copy(&app, &document));
        button("Keep mine as a copy", onclick)
    };
    let (app, document) = (app.clone(), document.clone());
    html! {
        <p class="actions">
            { match trouble {
                Trouble::ChangedElsewhere(0) => {
                    let leave = Callback::from(|_: MouseEvent| address::go(&Route::Library.fragment()));
                    html! { <>{ copy() }{ button("Leave it", leave) }</> }
                }
                Trouble::ChangedElsewhere(_) => {
                    let copy = copy();
                    let load = Callback::from(move |_: MouseEvent| open::open_by_id(&app, document.id()));
                    html! { <>{ button("Load the other version", load) }{ copy }</> }
                }
                _ => button("Save file", Callback::from(move |_: MouseEvent| open::save_file(&app, document.appraisal()))),
            } }
        </p>
    }
}
