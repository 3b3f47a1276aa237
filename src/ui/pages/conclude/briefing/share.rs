//! The copy of the tool with the appraisal inside, and what a reader of one is told.

use crate::browser::{files, moment, paper, spawn, tool};
use crate::ui::hooks::{App, Editor};
use crate::ui::pages::conclude::first_places::FirstPlaces;
use std::rc::Rc;
use weighbridge_file::save;
use weighbridge_model::Appraisal;
use weighbridge_opening::{self as opening, library::CARRIED};
use weighbridge_report::{SingleChanges, briefing};
use weighbridge_share::{Tool, page};
use weighbridge_state::{
    Action, Carried, Document, Notice, Page, Platform, Request, Route, file_stem,
};
use yew::prelude::*;

/// Downloads a copy, and prints.
pub fn share(
    app: &App,
    document: &Rc<Document>,
    single: &Rc<SingleChanges>,
    first: &FirstPlaces,
) -> Html {
    let name = format!("{}.html", file_stem(&document.appraisal().frame.title));
    let copy = {
        let (app, document, name) = (app.clone(), document.clone(), name.clone());
        let (single, first) = (single.clone(), first.clone());
        Callback::from(move |_: MouseEvent| {
            let says = briefing(document.subject(), &single, first.known());
            let page = page(document.subject(), &says, first.known());
            let (app, document, name) = (app.clone(), document.clone(), name.clone());
            spawn(async move {
                let text = tool::text().await;
                let tool = text.as_deref().and_then(Tool::read);
                app.dispatch(Action::Notice(match tool {
                    Some(tool) => {
                        let copy = tool.carrying(&own(&app, &document), &page, &tool::now());
                        files::download_text(&name, "text/html", &copy);
                        Notice::SavedAsFile(name)
                    }
                    None => Notice::NoTool,
                }));
            });
        })
    };
    let print = Callback::from(|_: MouseEvent| paper::print());
    html! {
        <section class="exports screen" aria-labelledby="share">
            <h2 id="share">{ "Share it" }</h2>
            <p class="sub">{ "One file has this briefing, the appraisal and the tool. It opens on any device, also without a connection; where scripts are blocked, the briefing can still be read. Whoever gets it can try other weights, and go on with a copy of their own." }</p>
            <p class="actions">
                <button class="button solid" type="button" onclick={copy} disabled={first.is_waiting()}>{ "Download a copy to share" }</button>
                <button class="button" type="button" onclick={print}>{ "Print this page" }</button>
            </p>
        </section>
    }
}

/// The open appraisal under the id that its authors gave it.
fn own(app: &App, document: &Document) -> Appraisal {
    let inside = app.session.carried().filter(|_| document.id() == CARRIED);
    let inside = inside.and_then(|carried| opening::open(carried.text.as_bytes()).ok());
    inside.unwrap_or_else(|| Appraisal::clone(document.appraisal()))
}

/// What a reader of a copy is told: that nothing is changed by reading, how to go on with it, and whether the same
/// appraisal is kept in this browser.
pub fn reading(app: &App, editor: &Editor) -> Html {
    if editor.document.id() != CARRIED {
        return Html::default();
    }
    let edit = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| {
            app.session.ask(Request::EditCopy);
            // The button goes.
            crate::browser::element::focus("title");
        })
    };
    html! {
        <aside class="inset screen" aria-label="This copy">
            <p>{ "This is a copy to read. Try other weights below: nothing you do here changes it." }</p>
            { app.session.carried().map(|carried| kept_too(app, &carried)).unwrap_or_default() }
            <p class="actions"><button class="button" type="button" onclick={edit}>{ "Edit a copy" }</button></p>
        </aside>
    }
}

/// Whether the appraisal inside a copy is kept in this browser, too, and which is newer.
fn kept_too(app: &App, carried: &Carried) -> Html {
    let inside = opening::open(carried.text.as_bytes()).ok();
    let shelf = app.state.shelf.as_ref();
    let Some((inside, shelf)) = inside.zip(shelf) else {
        return Html::default();
    };
    let Some(kept) = shelf.get(inside.id.as_str()) else {
        return Html::default();
    };
    let record = &kept.record;
    let made = tool::milliseconds(&carried.made);
    let words = if record.text == save(&inside) {
        "You keep the same appraisal in this browser.".to_owned()
    } else {
        let which = match record.saved > made {
            true => ", after this copy was made",
            false if record.saved < made => ", before this copy was made",
            false => "",
        };
        format!(
            "You keep this appraisal in this browser, too, changed {}{which}.",
            moment(record.saved)
        )
    };
    html! { <p>{ words }{ " " }<a href={Route::of(&record.id, Page::Briefing).href()}>{ "Open yours" }</a></p> }
}
