//! A table of numbers with what it says, to read and to take along.

use crate::browser::files;
use crate::ui::components::copy_table::CopyTable;
use crate::ui::components::figure::{Asked, downloads};
use crate::ui::components::open_table::{Explains, OpenTable};
use crate::ui::components::paper::{on_paper, use_printing};
use crate::ui::hooks::use_editor;
use std::rc::Rc;
use weighbridge_chart::Table;
use weighbridge_report::{shares_picture, table_file};
use weighbridge_state::file_stem;
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
    /// What is behind a row.
    #[prop_or_default]
    pub explain: Option<Explains>,
}

/// A table with its finding, and ways to take it along.
#[component]
pub fn DataTable(props: &DataTableProps) -> Html {
    let (editor, printing) = (use_editor(), use_printing());
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
        Callback::from(move |()| Some((*table).clone()))
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
    let inside = html! {
        <>
            if table.caption.as_str() != props.heading.as_str() {
                <p><strong>{ &table.caption }</strong></p>
            }
            <p class="sub">{ &props.words }</p>
            if printing { { on_paper(table, None) } }
            <div class="scroll screen" tabindex="0" role="region" aria-label={&props.heading}>
                <OpenTable table={table.clone()} explain={props.explain.clone()} shaded={props.shaded} name={props.heading.clone()} />
            </div>
            <p class="tools">
                if !props.shaded { <CopyTable name={&props.heading} table={copy} /> }
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
