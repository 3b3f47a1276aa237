//! Results to take away.

use crate::browser::{files, paper};
use crate::ui::hooks::use_editor;
use weighbridge_report::{matrix_file, results_text};
use weighbridge_state::file_stem;
use yew::prelude::*;

/// Downloads of the whole result, and print.
#[component]
pub fn Exports() -> Html {
    let editor = use_editor();
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
    html! {
        <section class="exports">
            <h2>{ "Take it away" }</h2>
            <p class="sub">{ "Every number unrounded, for a spreadsheet or for checking." }</p>
            <p class="actions">
                <button class="button" type="button" onclick={as_csv}>{ "Download the table (CSV)" }</button>
                <button class="button" type="button" onclick={as_json}>{ "Download the results (JSON)" }</button>
                <button class="button" type="button" onclick={print}>{ "Print this page" }</button>
            </p>
        </section>
    }
}
