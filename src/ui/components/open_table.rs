//! A table in which every row can be opened: how its numbers came about.

use crate::ui::components::explain::explain;
use crate::ui::hooks::{Editor, use_app};
use std::rc::Rc;
use weighbridge_chart::Table;
use weighbridge_report::{Explanation, Subject};
use yew::prelude::*;

/// How the numbers of a row came about, by its place.
pub type Explains = Callback<usize, Option<Explanation>>;

/// What is behind a row of a table about the open appraisal.
pub fn behind(editor: &Editor, explain: fn(Subject<'_>, usize) -> Option<Explanation>) -> Explains {
    let document = editor.document.clone();
    Callback::from(move |at: usize| explain(document.subject(), at))
}

#[derive(PartialEq, Properties)]
pub struct OpenTableProps {
    /// Its caption is the finding.
    pub table: Rc<Table>,
    /// What is behind a row.
    #[prop_or_default]
    pub explain: Option<Explains>,
    /// Cells are shaded by their share.
    #[prop_or_default]
    pub shaded: bool,
    /// What the table is called, where no caption is shown.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// The caption is shown above the table.
    #[prop_or_default]
    pub captioned: bool,
}

/// The table. The name of a row opens it; so does a click on any of its numbers.
#[component]
pub fn OpenTable(props: &OpenTableProps) -> Html {
    let (app, table) = (use_app(), &props.table);
    let explained = use_state(|| None::<Explanation>);
    let open = |at: usize| {
        let (explained, explain) = (explained.clone(), props.explain.clone()?);
        Some(Callback::from(move |_: MouseEvent| {
            explained.set(explain.emit(at))
        }))
    };
    let close = {
        let explained = explained.clone();
        Callback::from(move |()| explained.set(None))
    };
    let is_number = |at: usize| table.is_number(at).then_some("number");
    let numeric: Vec<_> = (0..table.headers.len()).map(is_number).collect();
    let row = |(at, (words, numbers)): (usize, (&Vec<String>, &Vec<Option<f64>>))| {
        let open = open(at);
        let name = words.first().cloned().unwrap_or_default();
        let cells = words.iter().zip(numbers).zip(&numeric).enumerate().skip(1);
        html! {
            <tr key={at}>
                <th scope="row">
                    if let Some(onclick) = &open {
                        <button class="link" type="button" {onclick} title="How this came about">{ name }</button>
                    } else {
                        { name }
                    }
                </th>
                { for cells.map(|(at, ((words, number), numeric))| {
                    let shade = number.filter(|_| props.shaded).map(|x| format!("h{}", (x * 10.0).round()));
                    let opens = open.as_ref().filter(|_| number.is_some());
                    html! { <td key={at} class={classes!(*numeric, shade, opens.map(|_| "opens"))} onclick={opens.cloned()}>{ words }</td> }
                }) }
            </tr>
        }
    };
    let heads = table.headers.iter().zip(&numeric).enumerate();
    let rows = table.rows.iter().zip(&table.numbers).enumerate();
    html! {
        <>
            <table aria-label={props.name.clone()}>
                if props.captioned { <caption>{ &table.caption }</caption> }
                <thead><tr>{ for heads.map(|(at, (words, numeric))| html! { <th key={at} scope="col" class={*numeric}>{ words }</th> }) }</tr></thead>
                <tbody>{ for rows.map(row) }</tbody>
            </table>
            if props.explain.is_some() { { explain(&app, explained.as_ref(), close) } }
        </>
    }
}
