//! A table of numbers with what it says, to read and to take along.

use crate::browser::{clipboard, files, spawn};
use crate::ui::components::figure::{Asked, downloads};
use crate::ui::hooks::{use_app, use_editor};
use std::rc::Rc;
use weighbridge_chart::Table;
use weighbridge_report::{shares_picture, table_file, table_tabs};
use weighbridge_state::{Action, file_stem};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct DataTableProps {
    /// Unique on the page; the end of the name of the file.
    pub id: AttrValue,
    pub heading: AttrValue,
    /// What the numbers are.
    pub words: AttrValue,
    /// Its caption is the finding.
    pub table: Rc<Table>,
    /// Cells are shaded by their share, and there is a picture of them to take along.
    #[prop_or_default]
    pub shaded: bool,
    /// Closed until somebody asks, under its heading.
    #[prop_or_default]
    pub folded: bool,
}

/// A table with its finding, and ways to take it along.
#[component]
pub fn DataTable(props: &DataTableProps) -> Html {
    let (app, editor) = (use_app(), use_editor());
    let DataTableProps { id, table, .. } = props;
    let open = use_state(|| !props.folded);
    let toggle = {
        let open = open.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            open.set(!*open);
        })
    };
    let copy = {
        let table = table.clone();
        Callback::from(move |_: MouseEvent| {
            let (app, text) = (app.clone(), table_tabs(&table));
            spawn(async move {
                let words = if clipboard::copy(&text).await {
                    "Copied: paste it into a spreadsheet."
                } else {
                    "The browser does not allow copying here. Download the table instead."
                };
                app.dispatch(Action::Say(words.to_owned()));
            });
        })
    };
    let save = {
        let (table, document, id) = (table.clone(), editor.document.clone(), id.clone());
        Callback::from(move |_: MouseEvent| {
            let name = format!("{}-{id}.csv", file_stem(&document.appraisal().frame.title));
            files::download_text(&name, "text/csv", &table_file(document.subject(), &table));
        })
    };
    let stem = file_stem(&editor.document.appraisal().frame.title);
    let picture: Asked = {
        let (document, props) = (editor.document.clone(), props.clone());
        Rc::new(move || {
            Some(shares_picture(
                document.subject(),
                &props.table,
                &props.words,
            ))
        })
    };
    // A column of words stands to the left.
    let mut numeric = vec![None; table.headers.len()];
    for row in &table.numbers {
        for (at, _) in row.iter().enumerate().filter(|(_, x)| x.is_some()) {
            if let Some(column) = numeric.get_mut(at) {
                *column = Some("number");
            }
        }
    }
    let is_number = |at: usize| numeric.get(at).copied().flatten();
    let cell = |at: usize, words: &String, number: &Option<f64>| {
        let shade = number
            .filter(|_| props.shaded)
            .map(|x| format!("h{}", (x * 10.0).round()));
        html! { <td key={at} class={classes!(is_number(at), shade)}>{ words }</td> }
    };
    let row = |(at, (words, numbers)): (usize, (&Vec<String>, &Vec<Option<f64>>))| {
        let cells = words.iter().zip(numbers).enumerate().skip(1);
        html! {
            <tr key={at}>
                <th scope="row">{ words.first().cloned().unwrap_or_default() }</th>
                { for cells.map(|(at, (words, number))| cell(at, words, number)) }
            </tr>
        }
    };
    let heads = table.headers.iter().enumerate();
    let rows = table.rows.iter().zip(&table.numbers).enumerate();
    let inside = html! {
        <>
            if table.caption.as_str() != props.heading.as_str() {
                <p><strong>{ &table.caption }</strong></p>
            }
            <p class="sub">{ &props.words }</p>
            <div class="scroll" tabindex="0" role="region" aria-label={&props.heading}>
                <table>
                    <thead><tr>{ for heads.map(|(at, words)| html! { <th key={at} scope="col" class={is_number(at)}>{ words }</th> }) }</tr></thead>
                    <tbody>{ for rows.map(row) }</tbody>
                </table>
            </div>
            <p class="tools">
                <button class="link" type="button" onclick={copy} aria-label={format!("Copy table: {}", props.heading)}>{ "Copy table" }</button>
                if props.shaded {
                    { downloads(&table.caption, &format!("{stem}-{id}").into(), &picture) }
                } else {
                    <button class="link" type="button" onclick={save} aria-label={format!("CSV (download table): {}", props.heading)}>{ "CSV" }</button>
                }
            </p>
        </>
    };
    if props.folded {
        return html! {
            <details class="more indices" open={*open}>
                <summary {id} onclick={toggle}>{ &props.heading }</summary>
                if *open { { inside } }
            </details>
        };
    }
    html! {
        <section class="indices">
            <h2 {id}>{ &props.heading }</h2>
            { inside }
        </section>
    }
}
