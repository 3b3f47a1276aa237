//! What is stored where, and how to delete it.

use crate::browser::element::focus_soon;
use crate::browser::files;
use crate::ui::components::banners::MESSAGE;
use crate::ui::hooks::use_app;
use weighbridge_state::Request;
use yew::prelude::*;

/// The ids of the buttons that ask and keep, which take each other's place.
const ASK: &str = "delete-everything";
const KEEP: &str = "keep-everything";

/// The way to the licences: carried inside by the single file, beside the page of a served build.
fn licences() -> Html {
    let Some(text) = files::carried("licences") else {
        return html! { <a href="./licences.txt">{ "Licences of everything inside" }</a> };
    };
    let save = Callback::from(move |_: MouseEvent| {
        files::download_text("Weighbridge licences.txt", "text/plain", &text);
    });
    html! { <button class="button" type="button" onclick={save}>{ "Download the licences of everything inside" }</button> }
}

/// The page.
#[component]
pub fn Privacy() -> Html {
    let app = use_app();
    let sure = use_state(|| false);
    let turn = |to: bool, then: &'static str| {
        let sure = sure.clone();
        Callback::from(move |_: MouseEvent| {
            sure.set(to);
            focus_soon(then);
        })
    };
    let delete = {
        let (app, sure) = (app.clone(), sure.clone());
        Callback::from(move |_: MouseEvent| {
            app.ask(Request::DeleteAll);
            sure.set(false);
            focus_soon(MESSAGE);
        })
    };
    html! {
        <>
            <h1 id="title" tabindex="-1">{ "Privacy" }</h1>
            <p class="lede">{ "Nothing you enter leaves this device unless you send a file yourself." }</p>
            <h2>{ "What is stored, and where" }</h2>
            <p>{ "The appraisals you change are kept in this browser’s own storage, on this device. There is no account, no server, no cookie and no analytics. With an appraisal the browser keeps the last ten versions of its file, and, where it can save to a file again, which file that is." }</p>
            <p>{ "Other people who use this browser profile can see what is kept here. Opened as a file, the tool shares its storage with every other page opened from a file." }</p>
            <p id="kept-for-good">
                { match app.state.persists {
                    Some(true) => "This browser has promised to keep it, also when space is short.",
                    Some(false) => "This browser has not promised to keep it: it may delete it when space is short.",
                    None => "A browser may delete it when space is short.",
                } }
                { " Safari deletes it after seven days without a visit, and a private window when it is closed. To keep an appraisal for good, save its file." }
            </p>
            <p>{ "How the tool looks (under Settings) is kept here too." }</p>
            <h2>{ "Why nothing leaves this device" }</h2>
            <p><strong>{ "Your browser sees to it. " }</strong>{ "The policy of this page lets it load its own files and nothing else: requests, sockets, images, frames and forms to anywhere else are blocked. Direct connections to other browsers, which a policy does not cover, are removed before the app starts." }</p>
            <p><strong>{ "The tool promises it. " }</strong>{ "It never leads your browser to another address by itself. What you enter leaves only when you save a file, copy, or print." }</p>
            if !cfg!(debug_assertions) {
                <h2>{ "What is inside" }</h2>
                <p>{ "Weighbridge may be used, changed and passed on under the MIT or the Apache 2.0 licence. It contains the work of others under licences of their own." }</p>
                <p>{ licences() }</p>
            }
            <h2>{ "Delete everything" }</h2>
            if *sure {
                <p><strong>{ "This deletes every appraisal kept in this browser and cannot be undone. Files you saved stay where they are." }</strong></p>
                <p class="actions">
                    <button class="button danger" type="button" onclick={delete}>{ "Delete everything" }</button>
                    <button id={KEEP} class="button" type="button" onclick={turn(false, ASK)}>{ "Keep it" }</button>
                </p>
            } else {
                <p><button id={ASK} class="button" type="button" onclick={turn(true, KEEP)}>{ "Delete everything in this browser" }</button></p>
            }
        </>
    }
}
