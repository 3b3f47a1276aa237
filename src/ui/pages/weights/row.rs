//! One weight: slider, buttons, number, share, reason.

use crate::edit::{CriterionEdit, Edit};
use crate::model::{Finite, RawWeight};
use crate::report::{entered, exact, percent};
use crate::ui::components::edits::read_weight;
use crate::ui::components::fields::{Commit, Field};
use crate::ui::components::range::Range;
use crate::ui::components::slider::{Slider, editing};
use crate::ui::hooks::use_editor;
use crate::ui::part::part;
use markup::html;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct RowProps {
    /// The criterion, by its place among the nodes.
    pub node: usize,
    /// The largest weight of the branch, or 100: where the slider ends.
    pub largest: f64,
}

/// The row of one criterion.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let editor = use_editor();
    let subject = editor.document.subject();
    let node = &subject.analysis.nodes[props.node];
    let Some(criterion) = subject.appraisal.criterion(&node.id) else {
        return Html::default();
    };
    let id = format!("weight-{}", node.id);
    let name = criterion.name.clone();
    // Points that were set aside for another way are shown, and taken up, in place of the weights in use.
    let parent = node.parent.map(|at| &subject.analysis.nodes[at].id);
    let said = subject.appraisal.weighting(parent);
    let aside = said.points_aside();
    let raw = match aside {
        true => said.direct.get(&node.id).map(|w| w.get()),
        false => node.raw,
    };
    let push = {
        let id = node.id.clone();
        editing(&editor, move |to| Edit::points(&id, RawWeight::new(to)))
    };
    let commit = {
        let (editor, id) = (editor.clone(), node.id.clone());
        Commit::from(move |typed: String| {
            let weight = if typed.trim().is_empty() {
                None
            } else {
                Some(read_weight(&typed)?)
            };
            editor
                .edit(Edit::points(&id, weight))
                .map_err(|why| why.to_string())
        })
    };
    let reason = {
        let (editor, id) = (editor.clone(), node.id.clone());
        Commit::from(move |typed: String| {
            let edit = Edit::Criterion(id.clone(), CriterionEdit::WeightReason(typed));
            editor.edit(edit).map_err(|why| why.to_string())
        })
    };
    let ends =
        |[low, high]: [RawWeight; 2]| Some([Finite::new(low.get())?, Finite::new(high.get())?]);
    let range = criterion.weight_range.and_then(ends);
    let keep = {
        let (editor, id) = (editor.clone(), node.id.clone());
        Callback::from(move |range: Option<[Finite; 2]>| {
            let weights = match range.map(|r| r.map(|end| RawWeight::new(end.get()))) {
                Some([Some(low), Some(high)]) => Some([low, high]),
                Some(_) => return Err("A weight cannot be negative. Enter 0 or more.".to_owned()),
                None => None,
            };
            let edit = Edit::Criterion(id.clone(), CriterionEdit::WeightRange(weights));
            editor.edit(edit).map_err(|why| why.to_string())
        })
    };
    let share = if aside {
        String::new()
    } else if node.excluded {
        "left out".to_owned()
    } else {
        node.cumulative.map_or_else(|| "–".to_owned(), percent)
    };
    let within = (node.depth > 0 && !aside)
        .then(|| node.local.map(percent))
        .flatten();
    let given = raw.map_or_else(
        || "No weight given.".to_owned(),
        |r| format!("{} points.", entered(r)),
    );
    let paper = format!("{given} {}", criterion.weight_reason);
    let field = part!(Field {
        id,
        label: format!("Weight of {name}"),
        quiet: true,
        number: true,
        value: raw.map_or_else(String::new, entered),
        commit
    });
    html! {
        <div class="weight">
            <div class="name">
                { &name }
                if !criterion.question.is_empty() { <small>{ &criterion.question }</small> }
            </div>
            { part!(Slider { name: format!("Weight of {name}"), of: format!("weight for {name}"), value: raw, end: props.largest, most: f64::INFINITY, step: if props.largest > 20.0 { 5.0 } else { 1.0 }, push, field,
                reads: raw.map_or_else(|| "no weight yet".to_owned(), |r| format!("{} points{}{share}", entered(r), if share.is_empty() { "" } else { ", " })) }) }
            <div class="share">
                { share }
                if let Some(within) = within { <small class="quiet">{ format!("{within} of group") }</small> }
            </div>
            <p class="paper">{ paper }</p>
            <details class="why">
                <summary>{ if criterion.weight_reason.is_empty() { "Say why" } else { "Why" } }
                    <span class="visually-hidden">{ format!(": weight of {name}") }</span></summary>
                { part!(Field { id: format!("why-{}", node.id), label: format!("Reason for the weight of {name}"), long: true, value: criterion.weight_reason.clone(), commit: reason }) }
                if let Some(raw) = raw.filter(|r| entered(*r) != r.to_string()) { <p class="hint">{ format!("Exactly {} points.", exact(raw)) }</p> }
                { part!(Range { id: format!("range-{}", node.id), now: raw, summary: "It could be less or more", hint: "In the same points. It does not change the total; How sure tries the whole of it.", range, keep }) }
            </details>
        </div>
    }
}
