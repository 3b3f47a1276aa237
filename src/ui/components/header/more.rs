//! Printing, help and settings: in the bar where there is room, under a button where there is not.

use super::icons::{Icon, icon};
use crate::browser::element::focus;
use crate::browser::paper::print;
use crate::ui::components::settings::settings;
use crate::ui::hooks::use_app;
use weighbridge_state::Route;
use yew::prelude::*;

/// The id of the button that shows the rest on a narrow screen.
const MORE: &str = "more";

/// The buttons.
#[component]
pub fn More() -> Html {
    let app = use_app();
    let open = use_state(|| false);
    let set_up = use_state(|| false);
    {
        let open = open.clone();
        use_effect_with(app.state.route.clone(), move |_| open.set(false));
    }
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let close_by_key = {
        let open = open.clone();
        Callback::from(move |event: KeyboardEvent| {
            if *open && event.key() == "Escape" {
                open.set(false);
                focus(MORE);
            }
        })
    };
    let set = |to: bool| {
        let set_up = set_up.clone();
        Callback::from(move |_: MouseEvent| set_up.set(to))
    };
    let close = {
        let set_up = set_up.clone();
        Callback::from(move |()| set_up.set(false))
    };
    html! {
        <div class="more-tools" onkeydown={close_by_key}>
            <button id={MORE} class="button dark more-button" type="button" aria-expanded={open.to_string()} aria-controls="more-list"
                title="Print, help and settings" onclick={toggle}>
                { icon(Icon::More) }<span class="visually-hidden">{ "Print, help and settings" }</span>
            </button>
            <div id="more-list" class={classes!("more-list", open.then_some("open"))}>
                if app.state.shown().is_some() {
                    <button class="button dark" type="button" title="Print this page" onclick={Callback::from(|_: MouseEvent| print())}>
                        { icon(Icon::Print) }<span class="word">{ "Print" }</span>
                    </button>
                }
                <a class="button dark" href={Route::help().href()} title="Help (?)">
                    { icon(Icon::Help) }<span class="word">{ "Help" }</span>
                </a>
                <button class="button dark" type="button" title="Settings" onclick={set(true)}>
                    { icon(Icon::Settings) }<span class="word">{ "Settings" }</span>
                </button>
            </div>
            { settings(&app, *set_up, close) }
        </div>
    }
}
