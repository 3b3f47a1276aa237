//! The value function as a curve, whose breakpoints can be dragged.

use super::part::{Part, function_of, trial};
use crate::browser::element;
use crate::ui::components::figure::{Draw, Figure, Over};
use crate::ui::hooks::Editor;
use weighbridge_analysis::{Cell, PerLeaf, ValueFunction, analyse};
use weighbridge_chart::{Presentation, ValueCurve, curve::Dot};
use weighbridge_edit::{BreakpointDraft, ScaleDraft, parse_amount};
use weighbridge_model::{CriterionId, ScaleKind};
use weighbridge_report::{compact, unrounded};
use yew::prelude::*;

/// The curve of the scale as it is being typed; nothing while its ends are not known.
pub fn curve(editor: &Editor, part: &Part<'_>) -> Html {
    let Part { id, draft, .. } = part;
    let Some((curve, function)) = readable(editor.document.appraisal(), id, draft) else {
        return html! { <p class="hint">{ "The curve is drawn once two amounts are known: the ends of the scale, or the scores of two options." }</p> };
    };
    let title = headline(&function, &curve.unit);
    let draw = {
        let curve = curve.clone();
        Draw::new(move |width| curve.draw(&Presentation::new("curve", width, &title)))
    };
    let over = {
        let (draft, change, id) = (
            (*draft).clone(),
            part.change.clone(),
            CriterionId::clone(id),
        );
        Over::new(move |width| handles(&curve, &function, &draft, &change, &id, width))
    };
    html! {
        <div class="curve"><Figure {draw} {over} name={format!("value-of-{id}")} subheading=true /></div>
    }
}

/// The curve with the breakpoints that can be read so far.
fn readable(
    on: &weighbridge_model::Appraisal,
    id: &CriterionId,
    draft: &ScaleDraft,
) -> Option<(ValueCurve, ValueFunction)> {
    let mut draft = draft.clone();
    let reads =
        |b: &BreakpointDraft| parse_amount(&b.at, "").is_ok() && parse_amount(&b.value, "").is_ok();
    draft.breakpoints.retain(reads);
    let kind = draft.read().ok()?;
    let then = trial(on, id, &kind).ok()?;
    let analysis = analyse(&then);
    let function = function_of(&analysis, id)?.clone();
    if function.is_flat() {
        return None;
    }
    let ScaleKind::Measure(measure) = &kind else {
        return None;
    };
    let node = analysis.node(id)?;
    let leaf = analysis.leaves.position(|leaf| *leaf == node)?;
    let rows = then.appraised().zip(&analysis.values);
    let dot = |(option, row): (&weighbridge_model::Alternative, &PerLeaf<Cell>)| {
        let value = row[leaf].value()?;
        let amount = then.agreed().scores.get(&option.id, id)?.entry.number()?;
        let name = option.short_name().to_owned();
        Some(Dot {
            name,
            amount,
            value,
        })
    };
    let curve = ValueCurve {
        unit: measure.unit.clone(),
        points: function.points().to_vec(),
        dots: rows.filter_map(dot).collect(),
    };
    Some((curve, function))
}

/// What the curve says in a sentence.
fn headline(function: &ValueFunction, unit: &str) -> String {
    let (worst, best) = (function.worst, function.best);
    let half = function.value(f64::midpoint(worst, best));
    let amount = |x: f64| match unit {
        "" => unrounded(x),
        unit => format!("{} {unit}", unrounded(x)),
    };
    let ends = format!(
        "From {} (value 0) to {} (value 100)",
        amount(worst),
        amount(best)
    );
    if (half - 50.0).abs() < 0.5 {
        format!("{ends}, halfway is worth half")
    } else {
        format!("{ends}, halfway is worth {}", compact(half))
    }
}

/// A handle on each breakpoint, to be dragged; its fields are for everybody else.
fn handles(
    curve: &ValueCurve,
    function: &ValueFunction,
    draft: &ScaleDraft,
    change: &Callback<ScaleDraft>,
    id: &CriterionId,
    width: u32,
) -> Html {
    let area = curve.area(width);
    let (low, high) = (
        function.worst.min(function.best),
        function.worst.max(function.best),
    );
    let handle = |(at, breakpoint): (usize, &BreakpointDraft)| {
        let amount = parse_amount(&breakpoint.at, "").ok()?.get();
        let value = parse_amount(&breakpoint.value, "").ok()?.get();
        if !(low..=high).contains(&amount) {
            return None;
        }
        let (x, y) = area.place(amount, value);
        let hold = Callback::from(|event: PointerEvent| element::hold_pointer(&event));
        let drag = {
            let (draft, change) = (draft.clone(), change.clone());
            Callback::from(move |event: PointerEvent| {
                let Some((x, y)) = element::dragged_to(&event) else {
                    return;
                };
                let (amount, value) = area.read(x, y);
                let amount = ValueCurve::settled(amount, low, high);
                let value = value.round().clamp(0.0, 100.0);
                let mut next = draft.clone();
                if let Some(breakpoint) = next.breakpoints.get_mut(at) {
                    breakpoint.at = amount.to_string();
                    breakpoint.value = value.to_string();
                }
                if next != draft {
                    change.emit(next);
                }
            })
        };
        Some(html! {
            <circle key={breakpoint.key} class="handle" data-breakpoint={format!("{id}-{at}")} cx={format!("{x:.1}")} cy={format!("{y:.1}")} r="13"
                onpointerdown={hold} onpointermove={drag} />
        })
    };
    let handles: Vec<Html> = draft
        .breakpoints
        .iter()
        .enumerate()
        .filter_map(handle)
        .collect();
    html! {
        <svg class="handles" aria-hidden="true" focusable="false" width={width.to_string()} height="280">{ for handles.into_iter() }</svg>
    }
}
