//! What a list or a table of criteria would do, before it is done.

use crate::ui::components::edits::dom_id;
use crate::ui::components::planned::Planned;
use crate::ui::hooks::Editor;
use weighbridge_edit::{CriteriaTable, Edit};
use weighbridge_report::plan_button;
use yew::prelude::*;

/// The tree that there would be, with the button that makes it. `change` takes the table read otherwise; `done` is told
/// once it has been made.
pub fn plan(
    editor: &Editor,
    id: String,
    table: &CriteriaTable,
    change: Callback<CriteriaTable>,
    done: Callback<()>,
    cancel: &Callback<()>,
) -> Html {
    let on = editor.document.appraisal().clone();
    let plan = table.plan(&on);
    let nothing = plan.batch.edits.is_empty() || plan.batch.tried_on(&on).is_err();
    let use_it = {
        let (editor, batch) = (editor.clone(), plan.batch.clone());
        Callback::from(move |_: MouseEvent| {
            editor.apply(Edit::Batch(batch.clone()));
            done.emit(());
        })
    };
    let cancel = cancel.reform(|_: MouseEvent| ());
    let title = dom_id("title", &id);
    html! {
        <section class="plan inset" aria-labelledby={title.clone()}>
            <Planned {id} {title} table={table.clone()} plan={plan.clone()} {on} {change} />
            <p class="actions">
                <button class="button solid" type="button" disabled={nothing} onclick={use_it}>{ plan_button(&plan) }</button>
                <button class="button" type="button" onclick={cancel}>{ "Clear" }</button>
            </p>
        </section>
    }
}
