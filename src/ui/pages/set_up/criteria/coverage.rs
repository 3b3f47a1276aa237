//! Which criterion serves which priority: a table of boxes to tick, on a narrow screen a list.

use crate::ui::components::edits::dom_id;
use crate::ui::hooks::Editor;
use crate::ui::pages::set_up::cells::{cell, column, row, table};
use weighbridge_edit::Edit;
use weighbridge_model::{Criterion, Priority};
use yew::prelude::*;

/// The table; nothing while there are no priorities or no criteria.
pub fn coverage(editor: &Editor) -> Html {
    let on = editor.document.appraisal();
    // What a group serves, its criteria serve; it is shown where a file says so.
    let shown = |c: &&Criterion| c.is_leaf() || !c.priorities.is_empty();
    let all = on.criteria_in_order();
    let rows: Vec<&Criterion> = all.iter().map(|(c, _)| *c).filter(shown).collect();
    if on.frame.priorities.is_empty() || rows.is_empty() {
        return Html::default();
    }
    let priorities = &on.frame.priorities;
    let columns = priorities
        .iter()
        .map(|p| column(p.id.as_str(), html! { &p.name }));
    let rows = rows.into_iter().map(|criterion| {
        let cells = priorities
            .iter()
            .map(|p| cell(p.id.as_str(), serves(editor, criterion, p)));
        let aside = (!criterion.is_leaf()).then_some("With every criterion in it");
        row(
            criterion.id.as_str(),
            criterion.short_name(),
            aside,
            cells.collect(),
        )
    });
    html! {
        <>
            <h3 id="coverage">{ "Which criterion serves which priority" }</h3>
            { table("coverage", "cells serving", "Criterion", columns.collect(), rows.collect()) }
        </>
    }
}

/// A box: does the criterion serve the priority?
fn serves(editor: &Editor, criterion: &Criterion, priority: &Priority) -> Html {
    let serves = criterion.priorities.contains(&priority.id);
    let onchange = {
        let (editor, criterion, priority) =
            (editor.clone(), criterion.id.clone(), priority.id.clone());
        Callback::from(move |_: Event| {
            editor.apply(Edit::serve(&criterion, &priority, !serves));
        })
    };
    let id = dom_id(&format!("serves-{}", criterion.id), &priority.id);
    html! {
        <label class="box" for={id.clone()}>
            <input {id} type="checkbox" checked={serves} {onchange} aria-label={format!("{} serves {}", criterion.short_name(), priority.name)} />
            <span class="cell-name" aria-hidden="true">{ &priority.name }</span>
        </label>
    }
}
