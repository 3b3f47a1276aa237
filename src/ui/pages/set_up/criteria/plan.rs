//! What a list or a table of criteria would do, before it is done.

use crate::ui::components::edits::dom_id;
use crate::ui::components::planned::Planned;
use crate::ui::hooks::use_editor;
use weighbridge_edit::{CriteriaTable, Edit};
use weighbridge_report::plan_button;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct PlanProps {
    /// Unique on the page.
    pub id: AttrValue,
    pub table: CriteriaTable,
    /// Takes the table read otherwise.
    pub change: Callback<CriteriaTable>,
    /// It has been done.
    pub done: Callback<()>,
    pub cancel: Callback<()>,
}

/// The tree that there would be, with the button that makes it.
#[component]
pub fn Plan(props: &PlanProps) -> Html {
    let editor = use_editor();
    let on = editor.document.appraisal().clone();
    let plan = props.table.plan(&on);
    let nothing = plan.batch.edits.is_empty() || plan.batch.tried_on(&on).is_err();
    let use_it = {
        let (editor, batch, done) = (editor.clone(), plan.batch.clone(), props.done.clone());
        Callback::from(move |_: MouseEvent| {
            editor.apply(Edit::Batch(batch.clone()));
            done.emit(());
        })
    };
    let cancel = props.cancel.reform(|_: MouseEvent| ());
    let title = dom_id("title", &props.id);
    html! {
        <section class="plan inset" aria-labelledby={title.clone()}>
            <Planned id={props.id.clone()} {title} table={props.table.clone()} plan={plan.clone()} {on} change={props.change.clone()} />
            <p class="actions">
                <button class="button solid" type="button" disabled={nothing} onclick={use_it}>{ plan_button(&plan) }</button>
                <button class="button" type="button" onclick={cancel}>{ "Clear" }</button>
            </p>
        </section>
    }
}
