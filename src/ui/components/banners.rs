//! What a person has to know about storage, and what just happened.

use super::edits::dom_id;
use crate::browser::element::{focus, focus_soon};
use crate::ui::hooks::App;
use weighbridge_state::{Action, Answer};
use yew::prelude::*;

/// The id of what just happened.
pub const MESSAGE: &str = "message";

/// The id of the link to a kept appraisal in the library.
pub fn kept_id(id: &str) -> String {
    dom_id("kept", id)
}

/// Every banner that holds now, the gravest first.
pub fn banners(app: &App) -> Html {
    html! {
        <div class="banners">
            if let Some(why) = &app.state.no_storage {
                <section class="banner bad" aria-label="Not saved">
                    <p><strong>{ "Nothing can be saved in this browser. " }</strong>
                    { "Your work is kept only while this page is open: save a file before you close it. " }
                    <span class="quiet">{ format!("The browser says: {}.", why.trim_end_matches('.')) }</span></p>
                </section>
            }
            { notice(app) }
        </div>
    }
}

fn notice(app: &App) -> Html {
    let Some(notice) = &app.state.notice else {
        return Html::default();
    };
    let dismiss = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| {
            app.dispatch(Action::Dismiss);
            // The button goes.
            focus("title");
        })
    };
    let answer = |answer: Answer| {
        let (app, label) = (app.clone(), answer.label());
        let back = match &answer {
            Answer::PutBack(record) => kept_id(&record.id),
            Answer::TryAgain | Answer::OpenFromDisk | Answer::SaveOver => "title".to_owned(),
        };
        let onclick = Callback::from(move |_: MouseEvent| {
            app.dispatch(answer.clone().into());
            // The button goes with the message, now or in a moment.
            focus_soon(&back);
        });
        html! { <button key={label} class="button" type="button" {onclick}>{ label }</button> }
    };
    let message = notice.message();
    let list = message.list();
    html! {
        <section id={MESSAGE} class={classes!("banner", notice.is_bad().then_some("bad"))} aria-label="Message" tabindex="-1">
            <p><strong>{ message.title() }</strong>{ " " }{ message.text() }</p>
            if !list.is_empty() {
                <ul>{ for list.into_iter().map(|one| html! { <li>{ one }</li> }) }</ul>
            }
            <p class="actions">
                { for notice.answers().into_iter().map(answer) }
                <button class="button" type="button" onclick={dismiss}>{ "Dismiss" }</button>
            </p>
        </section>
    }
}
