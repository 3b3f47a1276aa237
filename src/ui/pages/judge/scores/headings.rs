//! The criteria above the grid.

use super::score_grid::Column;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct HeadingsProps {
    pub columns: Vec<Column>,
}

/// The heading rows: the groups, when there are any, and the criteria with weight and scale.
#[component]
pub fn Headings(props: &HeadingsProps) -> Html {
    let grouped = props.columns.iter().any(|column| !column.group.is_empty());
    let heading = |column: &Column| {
        let (share, after) = match &column.share {
            _ if column.excluded => ("left out", ","),
            Some(share) => (share.as_str(), " of the weight,"),
            None => ("no weight", ","),
        };
        html! {
            <th key={column.id.to_string()} scope="col">
                <span class="column-name">{ &column.name }</span>
                <span class="column-share">{ share }<span class="visually-hidden">{ after }</span></span>
                <span class="column-scale">{ &column.scale }</span>
            </th>
        }
    };
    html! {
        <thead>
            if grouped {
                <tr class="groups">
                    <td></td>
                    { for groups(&props.columns).into_iter().map(|(at, span, name)| html! {
                        if name.is_empty() {
                            <td key={at} colspan={span.to_string()}></td>
                        } else {
                            <th key={at} scope="colgroup" colspan={span.to_string()}><span>{ name }</span></th>
                        }
                    }) }
                </tr>
            }
            <tr>
                <th scope="col">{ "Option" }</th>
                { for props.columns.iter().map(heading) }
            </tr>
        </thead>
    }
}

/// Runs of columns in one group: where each starts, how many columns it has, and its name.
fn groups(columns: &[Column]) -> Vec<(usize, usize, AttrValue)> {
    let mut runs: Vec<(usize, usize, AttrValue)> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        match runs.last_mut() {
            Some((_, span, name)) if *name == column.group => *span += 1,
            _ => runs.push((at, 1, column.group.clone())),
        }
    }
    runs
}
