//! An appraisal that is kept in this browser.

use super::standing::tags;
use crate::browser::element::focus_soon;
use crate::ui::components::banners::{MESSAGE, kept_id};
use crate::ui::hooks::App;
use weighbridge_opening::library;
use weighbridge_state::{Kept, Page, Request, Route};
use yew::prelude::*;

/// The card.
pub fn kept_card(app: &App, kept: &Kept) -> Html {
    let record = &kept.record;
    let summary = kept.summary();
    let finding = summary.map_or(
        "This appraisal cannot be read. Open it to download what is stored.",
        |summary| &summary.finding,
    );
    let mut about = format!("Changed {}", crate::browser::moment(record.saved));
    if library::example_of(&record.id).is_some() {
        about += " · your copy of an example";
    }
    let missing = summary.map_or(0, |summary| summary.missing);
    if missing > 0 {
        let many = if missing == 1 { "" } else { "s" };
        about += &format!(" · {missing} score{many} missing");
    }
    let ask = |request: Request| {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| app.ask(request.clone()))
    };
    let duplicate = summary.map(|_| ask(Request::Duplicate(record.clone())));
    let delete = {
        let delete = ask(Request::Delete(record.clone()));
        Callback::from(move |event: MouseEvent| {
            delete.emit(event);
            // The button goes; the message that comes can take it back.
            focus_soon(MESSAGE);
        })
    };
    let button = |words: &str, onclick: Callback<MouseEvent>| {
        html! {
            <button class="button small" type="button" {onclick}>
                { words }<span class="visually-hidden">{ format!(" {}", record.title) }</span>
            </button>
        }
    };
    html! {
        <li key={record.id.clone()} class="card">
            <h3 class="clip"><a id={kept_id(&record.id)} href={Route::of(&record.id, Page::Result).href()}>{ &record.title }</a></h3>
            <p class="facts">
                <span class="quiet">{ about }</span>
            </p>
            if let Some(summary) = summary { { tags(&summary.standing) } }
            <p class="finding">{ finding }</p>
            <p class="actions">
                if let Some(duplicate) = duplicate { { button("Duplicate", duplicate) } }
                { button("Delete", delete) }
            </p>
        </li>
    }
}
