//! Ruling an option out: the stage and the reason come first, and its scores are kept.

use super::own_facts::card_id;
use crate::browser::element::focus_soon;
use crate::ui::components::draft::{Draft, draft};
use crate::ui::components::edits::dom_id;
use crate::ui::components::form::draft_field;
use crate::ui::hooks::use_editor;
use weighbridge_edit::{Edit, OptionEdit};
use weighbridge_model::{OptionId, OptionStatus, RuledOut};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct RuleOutProps {
    pub id: OptionId,
    /// Tells it from another for the same option on the page.
    #[prop_or("rule-out")]
    pub role: &'static str,
    /// What the form begins with.
    #[prop_or_default]
    pub suggested: Option<RuledOut>,
}

/// A button that opens the form, and the form.
#[component]
pub fn RuleOut(props: &RuleOutProps) -> Html {
    let editor = use_editor();
    let id = &props.id;
    let asking = use_state(|| false);
    let tried = use_state(|| false);
    let kept = use_state(RuledOut::default);
    let Some(option) = editor.document.appraisal().option(id) else {
        return Html::default();
    };
    let part = |part: &str| dom_id(&format!("{}-{part}", props.role), id);
    let (button, stage, reason) = (part("button"), part("stage"), part("reason"));
    let ask = {
        let (asking, stage) = (asking.clone(), stage.clone());
        let (kept, suggested) = (kept.clone(), props.suggested.clone());
        Callback::from(move |_: MouseEvent| {
            asking.set(true);
            if let Some(suggested) = &suggested {
                kept.set(suggested.clone());
            }
            focus_soon(&stage);
        })
    };
    let keep = {
        let (asking, tried, button) = (asking.clone(), tried.clone(), button.clone());
        Callback::from(move |_: MouseEvent| {
            asking.set(false);
            tried.set(false);
            focus_soon(&button);
        })
    };
    let onsubmit = {
        let (kept, tried, id, editor) = (kept.clone(), tried.clone(), id.clone(), editor.clone());
        let (stage, reason) = (stage.clone(), reason.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if kept.stage.trim().is_empty() || kept.reason.trim().is_empty() {
                tried.set(true);
                return focus_soon(if kept.stage.trim().is_empty() {
                    &stage
                } else {
                    &reason
                });
            }
            let standing = OptionStatus::RuledOut((*kept).clone());
            editor.apply(Edit::change_option(
                id.clone(),
                OptionEdit::Status(standing),
            ));
            focus_soon(&card_id(&id));
        })
    };
    let typed = |set: fn(&mut RuledOut, String)| {
        let kept = kept.clone();
        Callback::from(move |text: String| {
            let mut next = (*kept).clone();
            set(&mut next, text);
            kept.set(next);
        })
    };
    let missing = |text: &str, words: &'static str| {
        (*tried && text.trim().is_empty()).then(|| AttrValue::from(words))
    };
    let why = Draft {
        long: true,
        error: missing(&kept.reason, "Enter the reason."),
        ..Draft::of(
            reason,
            "Why".to_owned(),
            &kept.reason,
            typed(|d, text| d.reason = text),
        )
    };
    html! {
        <div class="rule-out">
            if *asking {
                <form class="inset" {onsubmit} aria-label={format!("Rule out {}", option.name)}>
                    <p>{ "Say when and why, for the record. Its scores are kept, and you can consider it again at any time." }</p>
                    { draft_field(stage, "At which stage", "Such as Before appraisal, Long list or Short list", &kept.stage,
                        typed(|d, text| d.stage = text), missing(&kept.stage, "Enter the stage.")) }
                    { draft(why) }
                    { draft_field(part("source"), "Where that is on record", "May be blank", &kept.source,
                        typed(|d, text| d.source = text), None) }
                    <p class="actions">
                        <button class="button solid" type="submit">{ "Rule out" }<span class="visually-hidden">{ format!(" {}", option.name) }</span></button>
                        <button class="button" type="button" onclick={keep}>{ "Keep it" }</button>
                    </p>
                </form>
            } else {
                <button id={button} class="button small" type="button" onclick={ask}>
                    { "Rule out…" }<span class="visually-hidden">{ format!(" {}", option.name) }</span>
                </button>
            }
        </div>
    }
}
