//! Tables with something to tick, choose or type in each cell; on a narrow screen they are lists.

use yew::prelude::*;

/// A table, named by the heading with the id `heading`.
pub fn table(
    heading: &'static str,
    class: &'static str,
    corner: &'static str,
    columns: Vec<Html>,
    rows: Vec<Html>,
) -> Html {
    html! {
        <div class="scroll" role="region" aria-labelledby={heading} tabindex="0">
            <table {class} aria-labelledby={heading}>
                <thead>
                    <tr><th scope="col">{ corner }</th>{ columns }</tr>
                </thead>
                <tbody>{ rows }</tbody>
            </table>
        </div>
    }
}

/// What stands above a column.
pub fn column(id: &str, head: Html) -> Html {
    html! { <th scope="col" key={id.to_owned()}>{ head }</th> }
}

/// A row, and what is said of it beside its name.
pub fn row(id: &str, name: &str, aside: Option<&'static str>, cells: Vec<Html>) -> Html {
    html! {
        <tr key={id.to_owned()}>
            <th scope="row">
                { name }
                if let Some(aside) = aside { <small>{ aside }</small> }
            </th>
            { cells }
        </tr>
    }
}

/// A cell in the column with this id.
pub fn cell(id: &str, holds: Html) -> Html {
    html! { <td key={id.to_owned()}>{ holds }</td> }
}
