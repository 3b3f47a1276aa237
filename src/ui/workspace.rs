//! Everything about an open appraisal: its pages, and whatever is done with it.
//!
//! The library is on the screen before this is fetched. From then on it stays, also while the library is shown: it carries
//! out what people ask for, saves what they change, and takes up what closed tabs could not save.

use super::components::banners::banners;
use super::components::header::{header, tools};
use super::components::paper::Paper;
use super::components::plain::{not_here, opening, plain};
use super::components::save_problem::save_problem_banner;
use super::components::steps::Steps;
use super::hooks::{App, Editor, use_app};
use super::lazy::{LazilyLoaded, NotFetched, Place};
use super::pages::conclude::{briefing::Briefing, how_sure::HowSure, result::Result as Outcome};
use super::pages::help::Help;
use super::pages::judge::{scores::Scores, weights::Weights};
use super::pages::opened_sheet::OpenedSheet;
use super::pages::set_up::{criteria::Criteria, options::Options, question::Question};
use crate::browser::tabs::{self, Message};
use crate::browser::{address, element, spawn, storage};
use std::rc::Rc;
use weighbridge_state::{Document, DocumentCommand, Overwrite, Page, Request, Route};
use yew::prelude::*;

/// What is fetched after the library; see [`Workspace`].
pub struct LazyWorkspace;

impl LazilyLoaded for LazyWorkspace {
    async fn fetch() -> Result<Place, NotFetched> {
        fetch().await
    }
}

/// Fetches the workspace, once.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(appraisal, fallible)]
fn fetch() -> Result<Place, NotFetched> {
    Ok(place)
}

/// The workspace, which is there already.
#[cfg(not(feature = "split"))]
#[expect(
    clippy::unused_async,
    reason = "with `split` there is something to wait for"
)]
async fn fetch() -> Result<Place, NotFetched> {
    Ok(place)
}

fn place() -> Html {
    html! { <Workspace /> }
}

/// The open appraisal with all its pages; nothing on the screen where the address names none.
#[component]
pub fn Workspace() -> Html {
    let app = use_app();
    use_work(&app);
    use_shortcuts(&app);
    if let Route::Help(term) = &app.state.route {
        return html! { <>{ header(&app, Html::default()) }<Help term={term.clone()} /></> };
    }
    if let Some(sheet) = &app.state.sheet {
        let page = plain(&app, html! { <OpenedSheet sheet={sheet.clone()} /> });
        return html! { <>{ header(&app, Html::default()) }{ page }</> };
    }
    let (Route::Appraisal { page, .. }, shown) = (&app.state.route, app.state.shown()) else {
        return Html::default();
    };
    html! {
        <>
            { header(&app, shown.map(|_| tools(&app)).unwrap_or_default()) }
            { match shown {
                Some(document) => frame(&app, document, *page),
                None if app.state.missing => not_here(&app),
                None => opening(&app),
            } }
        </>
    }
}

/// Carries out requests, and listens to what the browser and other tabs say of appraisals.
#[hook]
fn use_work(app: &App) {
    let session = app.session.clone();
    use_effect_with((), move |()| {
        spawn(session.clone().work());
        let leaving = session.clone();
        let leave = element::on_leave(move || {
            // What is in a field already counts, although nobody has left the field.
            element::finish_typing();
            leaving.keep_now();
        });
        let late = session.clone();
        let late = storage::on_handed_over(move || late.ask(Request::RecoverUnsaved));
        let other = tabs::listen(move |message| match message {
            Message::Saved(id, revision) => session.saved_elsewhere(&id, revision),
            Message::WhoHas(tab, id) => session.asked_for(&tab, &id),
            Message::Has(id) => session.open_elsewhere(&id),
        });
        move || drop((leave, late, other))
    });
}

/// Undo, redo and help by keyboard, except while typing, when the keys belong to the text; and saving, always.
#[hook]
fn use_shortcuts(app: &App) {
    let session = app.session.clone();
    use_effect_with((), move |()| {
        let keys = element::on_key(move |event| {
            let command = event.ctrl_key() || event.meta_key();
            let taken = event.default_prevented() || element::is_typing(event);
            if event.key() == "?" && !command && !event.alt_key() && !taken {
                event.prevent_default();
                return address::go(&Route::help().fragment());
            }
            if !command || event.alt_key() {
                return;
            }
            let key = event.key().to_ascii_lowercase();
            if key == "s" && !event.shift_key() && session.state().shown().is_some() {
                event.prevent_default();
                // What is in a field counts, although nobody has left the field.
                element::finish_typing();
                return session.ask(Request::SaveFile(Overwrite::Ask));
            }
            if element::is_typing(event) {
                return;
            }
            let command = match key.as_str() {
                "z" if event.shift_key() => DocumentCommand::Redo,
                "z" => DocumentCommand::Undo,
                "y" => DocumentCommand::Redo,
                _ => return,
            };
            event.prevent_default();
            session.command_open(command);
        });
        move || drop(keys)
    });
}

fn frame(app: &App, document: &Rc<Document>, page: Page) -> Html {
    let editor = Editor::new(document.clone(), app.clone());
    html! {
        <div class="shell" key={document.origin}>
            <ContextProvider<Editor> context={editor}>
                <Steps {page} />
                // What is printed otherwise is drawn anew.
                <main class="page" key={format!("{:?}", app.state.settings.decimals)}>
                    { save_problem_banner(app) }
                    { banners(app) }
                    <Paper {page}>{ page_of(page) }</Paper>
                </main>
            </ContextProvider<Editor>>
        </div>
    }
}

fn page_of(page: Page) -> Html {
    match page {
        Page::Question => html! { <Question key="question" /> },
        Page::Options => html! { <Options key="options" /> },
        Page::Criteria => html! { <Criteria key="criteria" /> },
        Page::Weights => html! { <Weights key="weights" /> },
        Page::Scores => html! { <Scores key="scores" /> },
        Page::Result => html! { <Outcome key="result" /> },
        Page::HowSure => html! { <HowSure key="how-sure" /> },
        Page::Briefing => html! { <Briefing key="briefing" /> },
    }
}
