//! One weight: slider, buttons, share or points, reason.

use crate::ui::components::edits::typed_weight;
use crate::ui::components::fields::{Commit, Field};
use crate::ui::components::range::Range;
use crate::ui::components::slider::{Push, Slider, editing};
use crate::ui::hooks::{Editor, use_editor};
use weighbridge_analysis::{NodeIx, Share};
use weighbridge_edit::{Edit, WeightsEdit};
use weighbridge_model::{Criterion, Finite, RawWeight};
use weighbridge_report::{
    entered, in_full, is_rounded, typed_share, unrounded,
    words::{Mistyped, Sentence},
};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct RowProps {
    /// Which criterion.
    pub node: NodeIx,
    /// The largest weight of the branch, or 100: where the slider ends when it shows points.
    pub largest: f64,
    /// Whether shares are shown, and typed, rather than points.
    pub shares: bool,
    /// What its share is a share of: "of everything", "of Quality".
    pub of: AttrValue,
    /// Its share of its group as printed.
    pub within: AttrValue,
    /// Its share of everything as printed; empty where that is the same.
    pub whole: AttrValue,
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
    let weights = &subject.appraisal.voice.weights;
    let reason = weights.reason(&node.id);
    // Points that were set aside for another way are shown, and taken up, in place of the weights in use.
    let parent = node.parent.map(|at| &subject.analysis.nodes[at].id);
    let said = weights.weighting(parent);
    let aside = said.points_aside();
    let raw = match aside {
        true => said.direct.get(&node.id).map(|w| w.get()),
        false => node.raw,
    };
    let shares = props.shares && !node.excluded;
    let share = match (aside, node.excluded) {
        (true, _) => AttrValue::default(),
        (_, true) => AttrValue::from("left out"),
        _ if shares => AttrValue::default(),
        _ if props.within.is_empty() => AttrValue::from("–"),
        _ => props.within.clone(),
    };
    let field = {
        let (editor, id) = (editor.clone(), node.id.clone());
        let commit = Commit::from(move |typed: String| {
            let edit = typed_weight(editor.document.subject(), &id, &typed, shares, true)?;
            editor.edit(edit).map_err(|why| why.sentence())
        });
        html! { <Field id={format!("weight-{}", node.id)} label={format!("Weight of {}", criterion.name)} quiet={true} number={true} unit={shares.then(|| ("%", props.of.clone()))} value={match shares {
            true => props.within.trim_end_matches('%').to_owned(),
            false => raw.map_or_else(String::new, entered),
        }} {commit} /> }
    };
    let push = pushes(&editor, criterion, shares);
    let reads = match (shares, raw) {
        (true, _) => format!("{} {}", props.within, props.of),
        (_, None) => "no weight yet".to_owned(),
        (_, Some(raw)) if share.is_empty() => format!("{} points", entered(raw)),
        (_, Some(raw)) => format!("{} points, {share}", entered(raw)),
    };
    // Short of 100%, so that a slide past the end does not lose the proportions of the others.
    let (value, end, most, step) = match shares {
        true => (node.local.map(|share| share * 100.0), 99.0, 99.0, 1.0),
        false => {
            let step = if props.largest > 20.0 { 5.0 } else { 1.0 };
            (raw, props.largest, f64::INFINITY, step)
        }
    };
    let given = match (shares, raw) {
        (true, _) => reads.clone(),
        (_, None) => "No weight given".to_owned(),
        (_, Some(raw)) => format!("{} points", entered(raw)),
    };
    let name = &criterion.name;
    let [worst, best] = [0.0, 100.0].map(|end| criterion.anchor(end));
    html! {
        <div class={classes!("weight", shares.then_some("shared"))}>
            <div class="name">
                { name }
                if !worst.is_empty() && !best.is_empty() && criterion.is_leaf() {
                    <small><b>{ "from " }</b>{ worst }</small><small><b>{ "to " }</b>{ best }</small>
                } else if !criterion.question.is_empty() {
                    <small>{ &criterion.question }</small>
                }
            </div>
            <Slider name={format!("Weight of {name}")} of={format!("weight for {name}")} {value} {end}
                {most} {step} {push} {field} {reads} />
            <div class="share" title={node.local.map(|local| format!("Exactly {} {}", in_full(local), props.of))}>
                { share }
                if !props.whole.is_empty() && !aside && !node.excluded { <small class="quiet">{ format!("{} of everything", props.whole) }</small> }
            </div>
            <p class="paper">{ format!("{given}. {reason}") }</p>
            { why(&editor, criterion, raw, node.local.filter(|_| shares).map(|local| format!("{} {}", in_full(local), props.of))) }
        </div>
    }
}

/// What the slider and its buttons do: the same as the number typed in the field.
fn pushes(editor: &Editor, criterion: &Criterion, shares: bool) -> Callback<Push> {
    let (on, id) = (editor.clone(), criterion.id.clone());
    editing(editor, move |to| match shares {
        true => typed_share(on.document.subject(), &id, Share::Local, to).ok(),
        false => Some(Edit::points(&id, RawWeight::new(to))),
    })
}

/// Why that weight, and what else it could be.
fn why(editor: &Editor, criterion: &Criterion, raw: Option<f64>, exactly: Option<String>) -> Html {
    let name = &criterion.name;
    let weights = &editor.document.appraisal().agreed().weights;
    let why = weights.reason(&criterion.id);
    let reason = {
        let (editor, id) = (editor.clone(), criterion.id.clone());
        Commit::from(move |typed: String| {
            let edit = Edit::Weights(WeightsEdit::Reason(id.clone(), typed));
            editor.edit(edit).map_err(|why| why.sentence())
        })
    };
    let ends =
        |[low, high]: [RawWeight; 2]| Some([Finite::new(low.get())?, Finite::new(high.get())?]);
    let range = weights.range(&criterion.id).and_then(ends);
    let keep = {
        let (editor, id) = (editor.clone(), criterion.id.clone());
        Callback::from(move |range: Option<[Finite; 2]>| {
            let weights = match range.map(|r| r.map(|end| RawWeight::new(end.get()))) {
                Some([Some(low), Some(high)]) => Some([low, high]),
                Some(_) => return Err(Mistyped::NegativeWeight.sentence()),
                None => None,
            };
            let edit = Edit::Weights(WeightsEdit::Range(id.clone(), weights));
            editor.edit(edit).map_err(|why| why.sentence())
        })
    };
    let hint = match raw.filter(|_| exactly.is_some()) {
        Some(raw) => format!(
            "In points: it has {} now. It does not change the total; How sure tries the whole of it.",
            entered(raw)
        ),
        None => "In the same points. It does not change the total; How sure tries the whole of it."
            .to_owned(),
    };
    let exactly = exactly.or_else(|| {
        let raw = raw.filter(|raw| is_rounded(*raw))?;
        Some(format!("{} points", unrounded(raw)))
    });
    html! {
        <details class="why">
            <summary>{ if why.is_empty() { "Say why" } else { "Why" } }
                <span class="visually-hidden">{ format!(": weight of {name}") }</span></summary>
            <Field id={format!("why-{}", criterion.id)} label={format!("Reason for the weight of {name}")}
                long={true} value={why.to_owned()} commit={reason} />
            if let Some(exactly) = exactly { <p class="hint">{ format!("Exactly {exactly}.") }</p> }
            <Range id={format!("range-{}", criterion.id)} now={raw} summary="It could be less or more"
                {hint} {range} {keep} />
        </details>
    }
}
