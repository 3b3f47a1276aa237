//! Which criterion serves which priority: a table of boxes to tick, on a narrow screen a list.

use crate::ui::components::edits::dom_id;
use crate::ui::hooks::Editor;
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
    let row = |criterion: &&Criterion| {
        let cell = |priority: &Priority| {
            html! { <td key={priority.id.as_str().to_owned()}>{ serves(editor, criterion, priority) }</td> }
        };
        html! {
            <tr key={criterion.id.as_str().to_owned()}>
                <th scope="row">
                    { criterion.short_name().to_owned() }
                    if !criterion.is_leaf() { <small>{ "With every criterion in it" }</small> }
                </th>
                { for on.frame.priorities.iter().map(cell) }
            </tr>
        }
    };
    html! {
        <>
            <h3 id="coverage">{ "Which criterion serves which priority" }</h3>
            <div class="scroll" role="region" aria-labelledby="coverage" tabindex="0">
                <table class="cells serving" aria-labelledby="coverage">
                    <thead>
                        <tr>
                            <th scope="col">{ "Criterion" }</th>
                            { for on.frame.priorities.iter().map(|p| html! { <th scope="col" key={p.id.as_str().to_owned()}>{ &p.name }</th> }) }
                        </tr>
                    </thead>
                    <tbody>{ for rows.iter().map(row) }</tbody>
                </table>
            </div>
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
