//! One option that is appraised: a line that opens.

use super::about::about;
use super::attributes::attributes;
use super::own_facts::{ADD, card_id};
use super::rule_out::RuleOut;
use crate::browser::element::focus;
use crate::ui::components::disclosure::Opened;
use crate::ui::components::edits::choose;
use crate::ui::components::order::{after_removal, order_buttons, remove_button};
use crate::ui::components::row::{Row, list_row};
use crate::ui::hooks::Editor;
use weighbridge_analysis::failed_gateways;
use weighbridge_edit::{Edit, Move, OptionsEdit};
use weighbridge_model::{Alternative, Appraisal, AttributeKey, OptionStatus};
use weighbridge_report::words::Named;
use yew::prelude::*;

/// The row of an option, by its place in the list: name, status and one fact when closed; every fact when open.
pub fn option_card(editor: &Editor, opened: &Opened, list: &[&Alternative], at: usize) -> Html {
    let option = list[at];
    let id = &option.id;
    let on = editor.document.appraisal();
    let hint = "Its scores and their reasons go with it.";
    let row = Row {
        id: card_id(id),
        name: option.name.clone(),
        status: status(on, option),
        fact: fact(option),
        tools: order(editor, list, at),
        note: Html::default(),
    };
    list_row(opened, row, &|| {
        html! {
            <>
                { about(editor, option) }
                { attributes(editor, option) }
                <div class="fold-end">
                    { done(opened, option) }
                    <RuleOut id={id.clone()} />
                    { remove(editor, list, at, hint) }
                </div>
            </>
        }
    })
}

/// What moves an option up and down in its list.
pub(super) fn order(editor: &Editor, list: &[&Alternative], at: usize) -> Html {
    let option = list[at];
    let shift = choose(editor, {
        let id = option.id.clone();
        move |shift: Move| Edit::Options(OptionsEdit::Move(id.clone(), shift))
    });
    order_buttons(
        option.id.as_str(),
        option.short_name(),
        at,
        list.len(),
        &shift,
    )
}

/// A button that closes the row again.
pub(super) fn done(opened: &Opened, option: &Alternative) -> Html {
    let close = {
        let (opened, id) = (opened.clone(), card_id(&option.id));
        Callback::from(move |_: MouseEvent| {
            opened.set(None);
            focus(&id);
        })
    };
    html! { <button class="button small" type="button" onclick={close}>{ "Done" }</button> }
}

/// What removes an option; the hint says what goes with it.
pub(super) fn remove(
    editor: &Editor,
    list: &[&Alternative],
    at: usize,
    hint: &'static str,
) -> Html {
    let option = list[at];
    let ids: Vec<String> = list.iter().map(|o| card_id(&o.id)).collect();
    let remove = choose(editor, {
        let id = option.id.clone();
        move |()| Edit::Options(OptionsEdit::Remove(id.clone()))
    });
    let name = format!("option {}", option.name);
    remove_button(&name, hint, after_removal(&ids, at, ADD), remove)
}

fn status(on: &Appraisal, option: &Alternative) -> Html {
    let strong = option.status == OptionStatus::Preferred;
    html! {
        <>
            <span class={classes!("badge", strong.then_some("strong"))}>{ option.status.words() }</span>
            if let Some(baseline) = option.baseline {
                <span class="badge">{ format!("Compared with: {}", baseline.words().to_ascii_lowercase()) }</span>
            }
            { for failed_gateways(on, option).map(|g| html! {
                <span class="badge bad" key={g.id.as_str().to_owned()}>{ format!("Fails: {}", g.name) }</span>
            }) }
        </>
    }
}

/// What tells the option from the others in a line: who it answers to, else what it is.
fn fact(option: &Alternative) -> String {
    match option.attribute(&AttributeKey::AccountableTo) {
        "" => option.summary.clone(),
        whom => format!("Accountable to: {whom}"),
    }
}
