//! What a person has to know about storage, and what just happened.

use crate::ui::hooks::{App, use_app};
use weighbridge_state::{Action, Answer};
use yew::prelude::*;

/// Every banner that holds now, the gravest first.
#[component]
pub fn Banners() -> Html {
    let app = use_app();
    html! {
        <div class="banners">
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
    let answer = |answer: Answer| {
        let (app, label) = (app.clone(), answer.label());
        let onclick = Callback::from(move |_: MouseEvent| app.dispatch(answer.clone().into()));
        html! { <button key={label} class="button" type="button" {onclick}>{ label }</button> }
    };
    let message = notice.message();
    let list = message.list();
    html! {
        <section class={classes!("banner", notice.is_bad().then_some("bad"))} aria-label="Message">
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
