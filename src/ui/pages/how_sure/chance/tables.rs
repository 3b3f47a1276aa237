//! What the samples say of each pair of options, and of the weights that speak for each.

use crate::browser::{clipboard, files, spawn};
use crate::chart::Table;
use crate::report::{table_file, table_tabs};
use crate::ui::hooks::{use_app, use_editor};
use crate::ui::open::file_stem;
use crate::ui::state::Action;
use markup::html;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct SharesProps {
    /// Unique on the page; the end of the name of the file.
    pub id: AttrValue,
    pub heading: AttrValue,
    /// What the shares are.
    pub words: AttrValue,
    /// Its caption is the finding.
    pub table: Rc<Table>,
    /// Cells are shaded by their share.
    #[prop_or_default]
    pub shaded: bool,
}

/// A table of shares with its finding, and ways to take it along.
#[component]
pub fn Shares(props: &SharesProps) -> Html {
    let (app, editor) = (use_app(), use_editor());
    let SharesProps { id, table, .. } = props;
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
            let name = format!("{}-{id}.csv", file_stem(&document.appraisal().title));
            files::download_text(&name, "text/csv", &table_file(document.subject(), &table));
        })
    };
    let cell = |at: usize, words: &String, number: &Option<f64>| {
        let shade = number
            .filter(|_| props.shaded)
            .map(|x| format!("h{}", (x * 10.0).round()));
        html! { <td key={at} class={classes!("number", shade)}>{ words }</td> }
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
    html! {
        <section class="indices">
            <h2 id={id}>{ &props.heading }</h2>
            <p><strong>{ &table.caption }</strong></p>
            <p class="sub">{ &props.words }</p>
            <div class="scroll" tabindex="0" role="region" aria-labelledby={id}>
                <table>
                    <thead><tr>{ for heads.map(|(at, words)| html! { <th key={at} scope="col" class={(at > 0).then_some("number")}>{ words }</th> }) }</tr></thead>
                    <tbody>{ for rows.map(row) }</tbody>
                </table>
            </div>
            <p class="tools">
                <button class="link" type="button" onclick={copy} aria-label={format!("Copy table: {}", props.heading)}>{ "Copy table" }</button>
                <button class="link" type="button" onclick={save} aria-label={format!("CSV (download table): {}", props.heading)}>{ "CSV" }</button>
            </p>
        </section>
    }
}
