//! What stands around every page: header, steps, banners, announcements.

use super::components::banners::Banners;
use super::components::header::Header;
use super::components::steps::Steps;
use super::hooks::{Editor, use_app};
use super::open;
use super::pages::{
    criteria::Criteria, how_sure::HowSure, library::Library, options::Options, privacy::Privacy,
    question::Question, result::Result, scores::Scores, weights::Weights,
};
use super::route::{Page, Route};
use crate::browser::files;
use crate::ui::part::part;
use markup::html;
use yew::prelude::*;

/// The frame of the app with the page the address names.
#[component]
pub fn Shell() -> Html {
    let app = use_app();
    let over = use_state(|| false);
    let ondragover = {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(true);
        })
    };
    let ondragleave = {
        let over = over.clone();
        Callback::from(move |_: DragEvent| over.set(false))
    };
    let ondrop = {
        let (app, over) = (app.clone(), over.clone());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            if let Some(file) = files::dropped(&event) {
                open::open_file(&app, file);
            }
        })
    };
    let (said, words) = &app.state.said;
    html! {
        <div class={classes!("app", over.then_some("dropping"))} {ondragover} {ondragleave} {ondrop}>
            <a class="skip" href="#title" onclick={skip()}>{ "Skip to the page" }</a>
            { part!(Header) }
            <div class="visually-hidden" role="status" aria-live="polite">
                <span key={said.to_string()}>{ words.clone() }</span>
            </div>
            { body(&app) }
        </div>
    }
}

/// The fragment is taken by the route, so the link moves the focus itself.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        crate::browser::element::focus("title");
    })
}

fn body(app: &super::hooks::App) -> Html {
    let plain = |page: Html| {
        html! { <main class="page plain" key="plain">{ part!(Banners) }{ page }</main> }
    };
    match (&app.state.route, app.state.shown()) {
        (Route::Library, _) => plain(html! { { part!(Library) } }),
        (Route::Privacy, _) => plain(html! { { part!(Privacy) } }),
        (Route::Appraisal { page, .. }, Some(document)) => {
            let editor = Editor::new(document.clone(), app.clone());
            html! {
                <div class="shell" key={document.id().to_owned()}>
                    <ContextProvider<Editor> context={editor}>
                        { part!(Steps { page: *page }) }
                        <main class="page">
                            { part!(Banners) }
                            { page_of(*page) }
                        </main>
                    </ContextProvider<Editor>>
                </div>
            }
        }
        (Route::Appraisal { .. }, None) if !app.state.missing => {
            plain(html! { <p class="lede">{ "Opening…" }</p> })
        }
        _ => plain(html! {
            <>
                <h1 id="title" tabindex="-1">{ "That is not in this browser" }</h1>
                <p class="lede">{ "The address names an appraisal or a page that is not here. Appraisals are kept in the browser they were made in; to see one from elsewhere, open its file." }</p>
                <p><a href={Route::Library.href()}>{ "Go to the library" }</a></p>
            </>
        }),
    }
}

fn page_of(page: Page) -> Html {
    match page {
        Page::Question => html! { { part!("question"; Question) } },
        Page::Options => html! { { part!("options"; Options) } },
        Page::Criteria => html! { { part!("criteria"; Criteria) } },
        Page::Weights => html! { { part!("weights"; Weights) } },
        Page::Scores => html! { { part!("scores"; Scores) } },
        Page::Result => html! { { part!("result"; Result) } },
        Page::HowSure => html! { { part!("how-sure"; HowSure) } },
    }
}
