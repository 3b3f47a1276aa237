//! One option that is appraised.

use super::about::About;
use super::attributes::Attributes;
use super::own_facts::{ADD, card_id};
use super::rule_out::RuleOut;
use crate::ui::components::disclosure::{Disclosure, Opened};
use crate::ui::components::edits::choose;
use crate::ui::components::order::{Order, Remove, after_removal};
use crate::ui::hooks::use_editor;
use weighbridge_analysis::failed_gateways;
use weighbridge_edit::{Edit, Move, OptionsEdit};
use weighbridge_model::{Alternative, AttributeKey, OptionId, OptionStatus};
use weighbridge_report::words::Named;
use weighbridge_state::Document;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct OptionProps {
    pub id: OptionId,
    /// The open cards of the page.
    pub opened: Opened,
}

/// The card: name, standing and who is accountable when closed; every fact when open.
#[component]
pub fn OptionCard(props: &OptionProps) -> Html {
    let editor = use_editor();
    let list: Vec<&Alternative> = editor.document.appraisal().appraised().collect();
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
    let tools = html! { <Order id={id.as_str().to_owned()} name={option.short_name().to_owned()} {at} of={list.len()} {shift} />
    };
    html! {
        <Disclosure id={card_id(id)} opened={props.opened.clone()} title={html! { &option.name }} face={face(&editor.document, option)} {tools}>
            <About id={id.clone()} />
            <Attributes id={id.clone()} />
            <div class="fold-end">
                <RuleOut id={id.clone()} />
                <Remove name={format!("option {}", option.name)}
                    hint="Its scores and their reasons go with it." {then} {remove} />
            </div>
        </Disclosure>
    }
}

fn face(document: &Document, option: &Alternative) -> Html {
    let (class, standing) = match option.status {
        OptionStatus::LongListed => ("badge", "Long-listed"),
        OptionStatus::ShortListed => ("badge", "Short-listed"),
        OptionStatus::Preferred => ("badge strong", "Preferred"),
        OptionStatus::RuledOut(_) => ("badge", "Ruled out"),
    };
    let accountable = option.attribute(&AttributeKey::AccountableTo);
    html! {
        <>
            <p class="facts">
                <span {class}>{ standing }</span>
                if let Some(baseline) = option.baseline {
                    <span class="badge">{ format!("Compared with: {}", baseline.words().to_ascii_lowercase()) }</span>
                }
                { for failed_gateways(document.appraisal(), option).map(|g| html! {
                    <span class="badge bad" key={g.id.as_str().to_owned()}>{ format!("Fails: {}", g.name) }</span>
                }) }
                if !accountable.is_empty() {
                    <span class="quiet">{ format!("Accountable to: {accountable}") }</span>
                }
            </p>
            if !option.summary.is_empty() { <p class="quiet said">{ &option.summary }</p> }
        </>
    }
}
