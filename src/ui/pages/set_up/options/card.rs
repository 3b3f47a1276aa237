//! One option that is appraised: a line that opens.

use super::about::About;
use super::attributes::Attributes;
use super::own_facts::{ADD, card_id};
use super::rule_out::RuleOut;
use crate::browser::element::focus;
use crate::ui::components::disclosure::Opened;
use crate::ui::components::edits::choose;
use crate::ui::components::order::{Order, Remove, after_removal};
use crate::ui::components::row::Row;
use crate::ui::hooks::use_editor;
use weighbridge_analysis::failed_gateways;
use weighbridge_edit::{Edit, Move, OptionsEdit};
use weighbridge_model::{Alternative, Appraisal, AttributeKey, OptionId, OptionStatus};
use weighbridge_report::words::Named;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct OptionProps {
    pub id: OptionId,
    /// The open row of the page.
    pub opened: Opened,
}

/// The row: name, status and one fact when closed; every fact when open.
#[component]
pub fn OptionCard(props: &OptionProps) -> Html {
    let editor = use_editor();
    let on = editor.document.appraisal();
    let list: Vec<&Alternative> = on.appraised().collect();
    let Some(at) = list.iter().position(|o| o.id == props.id) else {
        return Html::default();
    };
    let option = list[at];
    let id = &option.id;
    let ids: Vec<String> = list.iter().map(|o| card_id(&o.id)).collect();
    let then = after_removal(&ids, at, ADD);
    let shift = choose(&editor, {
        let id = id.clone();
        move |shift: Move| Edit::Options(OptionsEdit::Move(id.clone(), shift))
    });
    let remove = choose(&editor, {
        let id = id.clone();
        move |()| Edit::Options(OptionsEdit::Remove(id.clone()))
    });
    let tools = html! {
        <Order id={id.as_str().to_owned()} name={option.short_name().to_owned()} {at} of={list.len()} {shift} />
    };
    html! {
        <Row id={card_id(id)} opened={props.opened.clone()} name={option.name.clone()} status={status(on, option)}
            fact={fact(option)} {tools}>
            <About id={id.clone()} />
            <Attributes id={id.clone()} />
            <div class="fold-end">
                <Done id={id.clone()} opened={props.opened.clone()} />
                <RuleOut id={id.clone()} />
                <Remove name={format!("option {}", option.name)}
                    hint="Its scores and their reasons go with it." {then} {remove} />
            </div>
        </Row>
    }
}

/// A button that closes the row again.
#[component]
pub(super) fn Done(props: &OptionProps) -> Html {
    let close = {
        let (opened, id) = (props.opened.clone(), card_id(&props.id));
        Callback::from(move |_: MouseEvent| {
            opened.set(None);
            focus(&id);
        })
    };
    html! { <button class="button small" type="button" onclick={close}>{ "Done" }</button> }
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
