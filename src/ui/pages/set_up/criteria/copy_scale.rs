//! One scale, copied to other criteria at once.

use crate::browser::{HtmlInputElement, element};
use crate::ui::components::edits::dom_id;
use crate::ui::hooks::use_editor;
use weighbridge_edit::Edit;
use weighbridge_model::{Criterion, CriterionId, ScaleKind};
use weighbridge_report::{count, scale_words};
use weighbridge_state::{copy_scale, could_get_scale};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct CopyScaleProps {
    /// The criterion whose scale is copied.
    pub id: CriterionId,
}

/// Boxes for the other criteria, folded away, and the button that copies.
#[component]
pub fn CopyScale(props: &CopyScaleProps) -> Html {
    let editor = use_editor();
    let chosen = use_state(Vec::<CriterionId>::new);
    let words = use_state(|| None::<bool>);
    let id = &props.id;
    let on = editor.document.appraisal();
    let others = could_get_scale(on, id);
    let Some(criterion) = on.criterion(id).filter(|_| !others.is_empty()) else {
        return Html::default();
    };
    // Where values are given directly, what they mean in words is all there is to copy.
    let direct = criterion.scale.kind == ScaleKind::Direct;
    let with_words = words.unwrap_or(direct) && !criterion.anchors.is_empty();
    let edit = copy_scale(on, id, &chosen, with_words);
    let summary = dom_id("copy-scale", id);
    let copy = {
        let (editor, chosen, edit, summary) = (
            editor.clone(),
            chosen.clone(),
            edit.clone(),
            summary.clone(),
        );
        Callback::from(move |_: MouseEvent| {
            if let Some(edit) = &edit {
                editor.apply(Edit::clone(edit));
                chosen.set(Vec::new());
                element::focus_soon(&summary);
            }
        })
    };
    let all = {
        let (chosen, ids) = (
            chosen.clone(),
            others.iter().map(|c| c.id.clone()).collect::<Vec<_>>(),
        );
        Callback::from(move |_: MouseEvent| chosen.set(ids.clone()))
    };
    let tick_words = {
        let words = words.clone();
        Callback::from(move |event: Event| {
            let ticked = event
                .target_dyn_into::<HtmlInputElement>()
                .map(|input| input.checked());
            words.set(ticked);
        })
    };
    let one = |other: &&Criterion| {
        let ticked = chosen.contains(&other.id);
        let onchange = {
            let (chosen, own) = (chosen.clone(), other.id.clone());
            Callback::from(move |_: Event| {
                let mut next: Vec<CriterionId> = (*chosen).clone();
                if ticked {
                    next.retain(|id| *id != own);
                } else {
                    next.push(own.clone());
                }
                chosen.set(next);
            })
        };
        let given = on
            .options
            .iter()
            .filter_map(|o| on.agreed().scores.get(&o.id, &other.id));
        let given = given
            .filter(|score| !matches!(score.entry, weighbridge_model::Entry::Absent(_)))
            .count();
        let now = scale_words(&other.scale.kind);
        let now = match given {
            0 => now,
            1 => format!("{now}, one score"),
            n => format!("{now}, {} scores", count(n)),
        };
        let box_id = dom_id(&format!("copy-{id}"), &other.id);
        html! {
            <label class="tick" for={box_id.clone()} key={other.id.as_str().to_owned()}>
                <input id={box_id} type="checkbox" checked={ticked} {onchange} />
                <span>{ &other.name }{ " " }<small>{ format!("now {now}") }</small></span>
            </label>
        }
    };
    let button = match chosen.len() {
        0 => "Choose criteria first".to_owned(),
        1 => "Copy to one criterion".to_owned(),
        n => format!("Copy to {} criteria", count(n)),
    };
    html! {
        <details class="more">
            <summary id={summary}>{ "Copy this scale to other criteria" }</summary>
            <p class="hint">{ "Scores that are there already are read on the new scale, unless it is 0 to 100: then they keep their values. One undo takes it all back." }</p>
            <fieldset class="ticks">
                <legend class="visually-hidden">{ format!("Criteria that get the scale of {}", criterion.short_name()) }</legend>
                { for others.iter().map(one) }
            </fieldset>
            if !criterion.anchors.is_empty() {
                <label class="tick" for={dom_id("copy-words", id)}>
                    <input id={dom_id("copy-words", id)} type="checkbox" checked={with_words} onchange={tick_words} />
                    <span>{ "What the values mean in words, too" }</span>
                </label>
            }
            <p class="actions">
                <button class="button" type="button" disabled={edit.is_none()} onclick={copy}>{ button }</button>
                <button class="button small" type="button" onclick={all}>{ "Choose all" }</button>
            </p>
            if edit.is_none() && !chosen.is_empty() {
                <p class="hint">{ "They have this scale already." }</p>
            }
        </details>
    }
}
