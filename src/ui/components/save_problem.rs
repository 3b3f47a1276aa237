//! Why the open appraisal is not being saved, and what can be done about it.

use crate::browser::address;
use crate::ui::components::saving::save_button;
use crate::ui::hooks::App;
use weighbridge_state::{Request, Route, SaveProblem};
use yew::prelude::*;

/// The banner above a page; nothing while all is well.
pub fn save_problem_banner(app: &App) -> Html {
    let problem = app
        .state
        .shown()
        .and_then(|document| document.problem.as_ref());
    html! {
        <div class="banners">
            if let Some(problem) = problem {
                { banner(app, problem) }
            }
        </div>
    }
}

fn banner(app: &App, problem: &SaveProblem) -> Html {
    let (name, title, text) = match problem {
        SaveProblem::DeletedElsewhere => (
            "Deleted elsewhere",
            "This appraisal was deleted in another tab or window. ",
            "What you see here is no longer saved. Keep it as a copy, or leave it.".to_owned(),
        ),
        SaveProblem::ChangedElsewhere => (
            "Changed elsewhere",
            "This appraisal was changed in another tab or window. ",
            "To overwrite nothing, changes made here are not being saved. Load the other version, or keep yours beside it.".to_owned(),
        ),
        SaveProblem::Full => (
            "Not saved",
            "Your last changes are not saved in this browser. ",
            "There is no room left. Delete appraisals you no longer need, or save the file now."
                .to_owned(),
        ),
        SaveProblem::TooLarge => (
            "Not saved",
            "Your last changes are not saved. ",
            "This appraisal is now larger than a file may be. Undo, or shorten long texts.".to_owned(),
        ),
        SaveProblem::Refused(why) => (
            "Not saved",
            "Your last changes are not saved in this browser. ",
            format!("The browser says: {}. Save the file now.", why.trim_end_matches('.')),
        ),
    };
    html! {
        <section class="banner bad" role="alert" aria-label={name}>
            <p><strong>{ title }</strong>{ text }</p>
            { actions(app, problem) }
        </section>
    }
}

/// The same in a line, for what stays in sight while a page scrolls.
pub fn save_problem_line(app: &App) -> Html {
    let problem = app
        .state
        .shown()
        .and_then(|document| document.problem.as_ref());
    html! {
        if let Some(problem) = problem {
            <div class="trouble">
                <p><strong>{ match problem {
                    SaveProblem::DeletedElsewhere => "Not being saved: deleted in another tab.",
                    SaveProblem::ChangedElsewhere => "Not being saved: changed in another tab.",
                    SaveProblem::Full | SaveProblem::TooLarge | SaveProblem::Refused(_) => "Your last changes are not saved.",
                } }</strong></p>
                { actions(app, problem) }
            </div>
        }
    }
}

fn actions(app: &App, problem: &SaveProblem) -> Html {
    let Some(document) = app.state.shown() else {
        return Html::default();
    };
    let button = |words: &'static str, onclick: Callback<MouseEvent>| {
        html! { <button class="button small" type="button" {onclick}>{ words }</button> }
    };
    let copy = || {
        let app = app.clone();
        let onclick = Callback::from(move |_: MouseEvent| app.ask(Request::KeepAsCopy));
        button("Keep mine as a copy", onclick)
    };
    let (app, document) = (app.clone(), document.clone());
    html! {
        <p class="actions">
            { match problem {
                SaveProblem::DeletedElsewhere => {
                    let leave = Callback::from(|_: MouseEvent| address::go(&Route::Library.fragment()));
                    html! { <>{ copy() }{ button("Leave it", leave) }</> }
                }
                SaveProblem::ChangedElsewhere => {
                    let copy = copy();
                    let load = Callback::from(move |_: MouseEvent| app.ask(Request::OpenAgain(document.id().to_owned())));
                    html! { <>{ button("Load the other version", load) }{ copy }</> }
                }
                SaveProblem::TooLarge => Html::default(),
                SaveProblem::Full | SaveProblem::Refused(_) => save_button(&app),
            } }
        </p>
    }
}
