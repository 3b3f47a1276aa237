//! Results to take away.

use crate::browser::{files, paper};
use crate::ui::hooks::Editor;
use weighbridge_report::{matrix_file, results_text};
use weighbridge_state::file_stem;
use yew::prelude::*;

/// Downloads of the whole result, and print.
pub fn exports(editor: &Editor) -> Html {
    let stem = file_stem(&editor.document.appraisal().frame.title);
    let as_csv = {
        let (document, name) = (editor.document.clone(), format!("{stem}.csv"));
        Callback::from(move |_: MouseEvent| {
            files::download_text(&name, "text/csv", &matrix_file(document.subject()));
        })
    };
    let as_json = {
        let (document, name) = (editor.document.clone(), format!("{stem}-results.json"));
        Callback::from(move |_: MouseEvent| {
            let text = results_text(document.appraisal());
            files::download_text(&name, "application/json", &text);
        })
    };
    let print = Callback::from(|_: MouseEvent| paper::print());
    let button = |words: &str, onclick: Callback<MouseEvent>| {
        html! { <button class="button" type="button" {onclick}>{ words }</button> }
    };
    html! {
        <section class="exports">
            <h2>{ "Take it away" }</h2>
            <p class="sub">{ "Every number unrounded, for a spreadsheet or for checking." }</p>
            <p class="actions">
                { button("Download the table (CSV)", as_csv) }
                { button("Download the results (JSON)", as_json) }
                { button("Print this page", print) }
            </p>
        </section>
    }
}
