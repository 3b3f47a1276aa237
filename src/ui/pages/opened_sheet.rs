//! A sheet that was opened: what it would become as an appraisal, before it becomes one.

use crate::browser::element;
use crate::ui::components::planned::Planned;
use crate::ui::components::radios::{radios, unhinted};
use crate::ui::hooks::use_app;
use std::rc::Rc;
use weighbridge_edit::CriteriaTable;
use weighbridge_report::sheet_headline;
use weighbridge_state::{Action, Request, Sheet};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct OpenedSheetProps {
    pub sheet: Rc<Sheet>,
}

/// The page; it takes the place of the one that is named by the address until it is used or left.
#[component]
pub fn OpenedSheet(props: &OpenedSheetProps) -> Html {
    let app = use_app();
    let sheet = &props.sheet;
    // What had the focus before is no longer on the screen.
    use_effect_with((), |()| {
        element::scroll_to_top();
        element::focus_soon("title");
    });
    let show = {
        let app = app.clone();
        move |sheet: Option<Sheet>| app.dispatch(Action::Sheet(sheet.map(Rc::new)))
    };
    let turn = {
        let (show, sheet) = (show.clone(), sheet.clone());
        Callback::from(move |at: usize| show(Some(sheet.turned(at == 1))))
    };
    let change = {
        let (show, sheet) = (show.clone(), sheet.clone());
        Callback::from(move |table: CriteriaTable| show(Some(sheet.read_as(table))))
    };
    let cancel = Callback::from(move |_: MouseEvent| {
        show(None);
        element::focus_soon("title");
    });
    let use_it = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| app.ask(Request::UseSheet))
    };
    let Some(blank) = sheet.blank() else {
        return Html::default();
    };
    let plan = sheet.table.plan(&blank);
    let nothing = plan.batch.edits.is_empty() || plan.batch.tried_on(&blank).is_err();
    let ways = unhinted([
        "Down the side: each row is an option",
        "Across the top: each column is an option",
    ]);
    html! {
        <>
            <h1 id="title" tabindex="-1">{ format!("“{}” as a new appraisal", sheet.name) }</h1>
            <p class="lede">{ sheet_headline(&plan) }</p>
            { radios("sheet-direction", "Where do the options stand?", &ways, usize::from(sheet.across), &turn) }
            <section class="plan inset" aria-labelledby="sheet-plan">
                <Planned id="sheet" title="sheet-plan" table={sheet.table.clone()} plan={plan.clone()} on={Rc::new(blank)} {change} />
                <p class="actions">
                    <button class="button solid" type="button" disabled={nothing} onclick={use_it}>{ "Make the appraisal" }</button>
                    <button class="button" type="button" onclick={cancel}>{ "Cancel" }</button>
                </p>
                <p class="hint">{ "The file itself stays as it is. Every number can be changed afterwards." }</p>
            </section>
        </>
    }
}
