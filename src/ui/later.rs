//! What is fetched only after the library is on the screen: the pages of an appraisal.
//!
//! Everything that only [`PAGES`] reaches is cut out of the app by the release build into a second
//! file (`docs/size.md`). While developing there is one file, and nothing to wait for.

use super::autosave::{self, Saver};
use super::components::banners::Banners;
use super::components::header::Tools;
use super::components::steps::Steps;
use super::components::trouble::TroubleBanner;
use super::document::{Deed, Document};
use super::hooks::{App, Editor};
use super::open;
use super::pages::{
    criteria::Criteria, how_sure::HowSure, options::Options, question::Question,
    result::Result as Outcome, scores::Scores, weights::Weights,
};
use super::route::Page;
use super::state::{Action, Notice};
use super::take_up::take_up;
use crate::browser::storage::{Record, Store, unsaved};
use crate::browser::{File, spawn};
use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use weighbridge_model::Appraisal;
use yew::prelude::*;

/// Something that takes a while.
pub type Waiting = Pin<Box<dyn Future<Output = ()>>>;

/// Something to do once the pages are there.
type Act = Box<dyn FnOnce(&App, Pages)>;

/// The pages of an appraisal, and what is done there.
#[derive(Clone, Copy)]
pub struct Pages {
    /// Draws a page of the open appraisal, with the steps beside it.
    pub frame: fn(&App, &Rc<Document>, Page) -> Html,
    /// Draws what can be done with the open appraisal, for the header.
    pub tools: fn() -> Html,
    /// Carries out what a person did, and returns what to say about it.
    pub carry_out: fn(&mut Document, Deed) -> Option<String>,
    /// Saves the open appraisal, if there is something to save.
    pub save: fn(&Rc<RefCell<Saver>>, &App),
    /// Opens a file that a person chose or dropped.
    pub open_file: fn(&App, File),
    /// Starts a new appraisal.
    pub start_new: fn(&App),
    /// Keeps a copy of an appraisal and opens it.
    pub duplicate: fn(&App, Appraisal),
    /// Deletes an appraisal from this browser.
    pub delete: fn(&App, &Record),
    /// Puts a deleted appraisal back.
    pub restore: fn(&App, &Record),
    /// Deletes everything kept in this browser.
    pub delete_all: fn(&App),
    /// Keeps what pages that are gone could not save.
    pub take_up: fn(App, Store) -> Waiting,
}

const PAGES: Pages = Pages {
    frame,
    tools: || html! { <Tools /> },
    carry_out: Document::carry_out,
    save: autosave::save,
    open_file: open::open_file,
    start_new: open::start_new,
    duplicate: open::duplicate,
    delete: open::delete,
    restore: open::restore,
    delete_all: open::delete_all,
    take_up: |app, store| Box::pin(async move { take_up(&app, &store).await }),
};

/// Keeps what pages that are gone could not save any more, if there is anything.
pub async fn take_up_unsaved(app: &App, store: &Store) {
    if unsaved::held().is_empty() {
        return;
    }
    if let Ok(pages) = fetch().await {
        (pages.take_up)(app.clone(), store.clone()).await;
    }
}

/// Does something for which the pages have to be there, fetching them first if they are not.
pub fn with_pages(app: &App, act: Act) {
    if let Some(pages) = app.state.pages {
        return act(app, pages);
    }
    let app = app.clone();
    spawn(async move {
        let found = fetch().await.ok();
        app.dispatch(Action::Fetched(found));
        match found {
            Some(pages) => act(&app, pages),
            None => app.dispatch(Action::Notice(Notice {
                title: "That could not be done yet.".to_owned(),
                text:
                    "A part of the tool could not be fetched. Check the connection, then try again."
                        .to_owned(),
                bad: true,
                deleted: None,
            })),
        }
    });
}

/// Fetches the pages of an appraisal, and reports what came of it.
pub fn fetch_for(app: &App) {
    let app = app.clone();
    spawn(async move { app.dispatch(Action::Fetched(fetch().await.ok())) });
}

/// Why the pages are not there: they could not be fetched.
#[derive(Debug)]
struct NotFetched;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotFetched {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Fetches the pages of an appraisal, once.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(appraisal, fallible)]
fn fetch() -> Result<Pages, NotFetched> {
    Ok(PAGES)
}

/// The pages of an appraisal, which are there already.
#[cfg(not(feature = "split"))]
#[expect(
    clippy::unused_async,
    reason = "with `split` there is something to wait for"
)]
async fn fetch() -> Result<Pages, NotFetched> {
    Ok(PAGES)
}

fn frame(app: &App, document: &Rc<Document>, page: Page) -> Html {
    let editor = Editor::new(document.clone(), app.clone());
    html! {
        <div class="shell" key={document.id().to_owned()}>
            <ContextProvider<Editor> context={editor}>
                <Steps {page} />
                <main class="page">
                    <TroubleBanner />
                    <Banners />
                    { page_of(page) }
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
    }
}
