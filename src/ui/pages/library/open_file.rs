//! Opening a file that somebody was sent or has kept.

use crate::browser::HtmlInputElement;
use crate::browser::files;
use crate::ui::hooks::App;
use yew::prelude::*;

/// A button that opens a file, with the file field itself out of sight.
pub fn open_file(app: &App, field: &NodeRef) -> Html {
    let choose = {
        let (app, field) = (app.clone(), field.clone());
        Callback::from(move |_: MouseEvent| {
            if app.choose_file() {
                return;
            }
            if let Some(input) = field.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let onchange = {
        let app = app.clone();
        Callback::from(move |event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            if let Some(file) = input.and_then(|i| files::chosen(&i)) {
                app.open_file(file);
            }
        })
    };
    html! {
        <>
            <button class="button" type="button" onclick={choose}>{ "Open a file" }</button>
            <input ref={field} type="file" hidden=true accept=".json,application/json,.html,text/html,.csv,text/csv,.tsv,.txt" {onchange} aria-label="Appraisal file, copy or CSV" />
        </>
    }
}
