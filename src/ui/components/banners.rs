//! What a person has to know about storage, other tabs, and what just happened.

use crate::browser::address;
use crate::ui::document::Document;
use crate::ui::hooks::{App, use_app};
use crate::ui::open;
use crate::ui::route::Route;
use crate::ui::state::{Action, Trouble};
use markup::html;
use std::rc::Rc;
use yew::prelude::*;

/// Every banner that holds now, the gravest first.
#[component]
pub fn Banners() -> Html {
    let app = use_app();
    let document = app.state.shown();
    html! {
        <div class="banners">
            if let Some(document) = document {
                if let Some(trouble) = &document.trouble {
                    { trouble_banner(&app, document, trouble) }
                }
            }
            if let Some(why) = &app.state.no_storage {
                <section class="banner bad" aria-label="Not saved">
                    <p><strong>{ "Nothing can be saved in this browser. " }</strong>
                    { "Your work is kept only while this page is open: save a file before you close it. " }
                    <span class="quiet">{ format!("The browser says: {}.", why.trim_end_matches('.')) }</span></p>
                </section>
            }
            { notice(&app) }
        </div>
    }
}

fn notice(app: &App) -> Html {
    let Some(notice) = &app.state.notice else {
        return Html::default();
    };
    let dismiss = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| app.dispatch(Action::Dismiss))
    };
    let restore = notice.deleted.clone().map(|record| {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| open::restore(&app, &record))
    });
    html! {
        <section class={classes!("banner", notice.bad.then_some("bad"))} aria-label="Message">
            <p><strong>{ &notice.title }</strong>{ " " }{ &notice.text }</p>
            <p class="actions">
                if let Some(onclick) = restore {
                    <button class="button" type="button" {onclick}>{ "Undo" }</button>
                }
                <button class="button" type="button" onclick={dismiss}>{ "Dismiss" }</button>
            </p>
        </section>
    }
}

fn trouble_banner(app: &App, document: &Rc<Document>, trouble: &Trouble) -> Html {
    let save_file = {
        let document = document.clone();
        Callback::from(move |_: MouseEvent| open::save_file(document.appraisal()))
    };
    let copy = {
        let (app, document) = (app.clone(), document.clone());
        Callback::from(move |_: MouseEvent| open::duplicate(&app, (**document.appraisal()).clone()))
    };
    let load = {
        let (app, id) = (app.clone(), document.id().to_owned());
        Callback::from(move |_: MouseEvent| open::open_by_id(&app, &id))
    };
    let leave = Callback::from(|_: MouseEvent| address::go(&Route::Library.fragment()));
    match trouble {
        Trouble::ChangedElsewhere(0) => html! {
            <section class="banner bad" role="alert" aria-label="Deleted elsewhere">
                <p><strong>{ "This appraisal was deleted in another tab or window. " }</strong>
                { "What you see here is no longer saved. Keep it as a copy, or leave it." }</p>
                <p class="actions">
                    <button class="button" type="button" onclick={copy}>{ "Keep mine as a copy" }</button>
                    <button class="button" type="button" onclick={leave}>{ "Leave it" }</button>
                </p>
            </section>
        },
        Trouble::ChangedElsewhere(_) => html! {
            <section class="banner bad" role="alert" aria-label="Changed elsewhere">
                <p><strong>{ "This appraisal was changed in another tab or window. " }</strong>
                { "To overwrite nothing, changes made here are not being saved. Load the other version, or keep yours beside it." }</p>
                <p class="actions">
                    <button class="button" type="button" onclick={load}>{ "Load the other version" }</button>
                    <button class="button" type="button" onclick={copy}>{ "Keep mine as a copy" }</button>
                </p>
            </section>
        },
        Trouble::Full | Trouble::Refused(_) => html! {
            <section class="banner bad" role="alert" aria-label="Not saved">
                <p><strong>{ "Your last changes are not saved in this browser. " }</strong>
                { match trouble {
                    Trouble::Refused(why) => format!("The browser says: {}. ", why.trim_end_matches('.')),
                    _ => "There is no room left. Delete appraisals you no longer need, or ".to_owned(),
                } }
                { "save a file now." }</p>
                <p class="actions">
                    <button class="button" type="button" onclick={save_file}>{ "Save file" }</button>
                </p>
            </section>
        },
    }
}
