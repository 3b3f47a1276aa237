//! A button that puts a table on the clipboard, as a table and as lines.

use crate::browser::{clipboard, spawn};
use crate::ui::hooks::use_app;
use weighbridge_chart::Table;
use weighbridge_report::copied;
use weighbridge_state::Action;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct CopyTableProps {
    /// What the table is called, for those who do not see where the button stands.
    pub name: AttrValue,
    /// Makes the table when somebody asks for it; nothing while there is none.
    pub table: Callback<(), Option<Table>>,
}

/// The button, and whether it worked.
#[component]
pub fn CopyTable(props: &CopyTableProps) -> Html {
    let app = use_app();
    let done = use_state(|| None::<bool>);
    let onclick = {
        let (done, table) = (done.clone(), props.table.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(table) = table.emit(()) else { return };
            let (app, done) = (app.clone(), done.clone());
            spawn(async move {
                let worked = clipboard::copy(copied(&table)).await;
                app.dispatch(Action::Say(words(worked).to_owned()));
                done.set(Some(worked));
            });
        })
    };
    html! {
        <span class="copy">
            <button class="link" type="button" {onclick} aria-label={format!("Copy table: {}", props.name)}>{ "Copy table" }</button>
            if let Some(worked) = *done {
                <span class="quiet">{ words(worked) }</span>
            }
        </span>
    }
}

fn words(worked: bool) -> &'static str {
    if worked {
        "Copied: paste it into a document or a spreadsheet."
    } else {
        "The browser does not allow copying here. Download the table instead."
    }
}
