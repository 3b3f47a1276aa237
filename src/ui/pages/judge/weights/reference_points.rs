//! The ends of scales that nobody has said: a swing weight is about the step between them, so they are
//! asked for first.

use super::weighting_context::{GroundProps, WeightingContext};
use crate::browser::element::focus_soon;
use crate::ui::components::edits::{dom_id, read_amount};
use crate::ui::components::fields::{Commit, Field};
use weighbridge_edit::{CriterionEdit, Edit, as_typed};
use weighbridge_model::{
    Criterion, CriterionId, Direction, Entry, Finite, Measure, Range, ScaleKind,
};
use weighbridge_report::words::{Mistyped, Sentence};
use weighbridge_state::{Page, Route};
use yew::prelude::*;

/// The criteria below the branch whose ends are not said, with fields for them; nothing when all are.
#[component]
pub fn AskEnds(props: &GroundProps) -> Html {
    let ground = &props.ground;
    let unsaid = unsaid(ground);
    if unsaid.is_empty() {
        return Html::default();
    }
    let one = |id: &CriterionId| {
        let Some(criterion) = ground.appraisal().criterion(id) else {
            return Html::default();
        };
        html! {
            <fieldset class="fold-part" key={id.as_str().to_owned()}>
                <legend>{ &criterion.name }</legend>
                { fields(ground, criterion) }
            </fieldset>
        }
    };
    html! {
        <section aria-labelledby="ask-ends">
            <h2 id="ask-ends">{ "First, say where the scales end" }</h2>
            <p class="sub">{ "A swing weight is about the step from the worst end of a scale to the best, so people have to see both." }</p>
            { for unsaid.iter().map(one) }
        </section>
    }
}

fn unsaid(ground: &WeightingContext) -> Vec<CriterionId> {
    let steps = ground.children().iter().flat_map(|c| ground.steps(c));
    steps
        .filter(|step| !step.is_said())
        .map(|step| step.criterion)
        .collect()
}

fn fields(ground: &WeightingContext, criterion: &Criterion) -> Html {
    match &criterion.scale.kind {
        ScaleKind::Direct => html! {
            <div class="anchors">
                { anchor(ground, criterion, 0.0, "0, the worst") }
                { anchor(ground, criterion, 100.0, "100, the best") }
            </div>
        },
        ScaleKind::Measure(measure) => {
            html! { <AmountEnds key={criterion.id.to_string()} ground={ground.clone()} id={criterion.id.clone()} measure={measure.clone()} /> }
        }
        ScaleKind::Points(_) => html! {
            <p><a href={Route::of(ground.editor.document.id(), Page::Criteria).href()}>{ "Give its scale labels" }</a></p>
        },
    }
}

fn anchor(
    ground: &WeightingContext,
    criterion: &Criterion,
    value: f64,
    label: &'static str,
) -> Html {
    let Some(at) = Finite::new(value) else {
        return Html::default();
    };
    let commit = {
        let (ground, id) = (ground.clone(), criterion.id.clone());
        Commit::from(move |words: String| say(&ground, &id, CriterionEdit::Anchor(at, words)))
    };
    let id = dom_id(&format!("end-{value}"), &criterion.id);
    html! { <Field key={id.clone()} id={id.clone()} {label} value={criterion.anchor(value).to_owned()} {commit} /> }
}

/// Says an end. With the last one the fields go, and the question comes next.
fn say(ground: &WeightingContext, id: &CriterionId, edit: CriterionEdit) -> Result<(), String> {
    let edit = Edit::change_criterion(id.clone(), edit);
    let mut next = ground.appraisal().clone();
    if edit.apply(&mut next).is_ok()
        && next.criterion(id).is_some_and(is_said)
        && unsaid(ground).len() == 1
    {
        focus_soon("first-lift-0");
    }
    ground.editor.edit(edit).map_err(|why| why.sentence())
}

fn is_said(criterion: &Criterion) -> bool {
    match &criterion.scale.kind {
        ScaleKind::Direct => {
            !criterion.anchor(0.0).is_empty() && !criterion.anchor(100.0).is_empty()
        }
        ScaleKind::Points(levels) => !levels.is_empty(),
        ScaleKind::Measure(measure) => measure.range != Range::Local,
    }
}

#[derive(PartialEq, Properties)]
struct AmountEndsProps {
    ground: WeightingContext,
    id: CriterionId,
    measure: Measure,
}

/// Two amounts at which the scale of a measure ends from now on; it holds once both are given.
#[component]
fn AmountEnds(props: &AmountEndsProps) -> Html {
    let AmountEndsProps {
        ground,
        id,
        measure,
    } = props;
    let typed = use_state(|| [None::<Finite>; 2]);
    let field = |at: usize, label: &'static str| {
        let commit = {
            let (ground, id, measure) = (ground.clone(), id.clone(), measure.clone());
            let typed = typed.clone();
            Commit::from(move |text: String| {
                let mut both = *typed;
                both[at] = Some(read_amount(&text, &measure.unit)?);
                if let [Some(worst), Some(best)] = both {
                    let range = fixed(&measure, worst, best)?;
                    let scale = ScaleKind::Measure(Measure {
                        range,
                        ..measure.clone()
                    });
                    say(&ground, &id, CriterionEdit::Scale(scale))?;
                }
                typed.set(both);
                Ok(())
            })
        };
        let value = typed[at].map_or_else(String::new, |x| as_typed(&Entry::Number(x)));
        let hint = match measure.unit.trim() {
            "" => String::new(),
            unit => format!("In {unit}"),
        };
        html! { <Field key={label.to_string()} id={dom_id(label, id)} {label} {hint} number={true} letters={true} value={value} {commit} /> }
    };
    html! {
        <>
            <div class="row fields">
                { field(0, "Worst amount") }
                { field(1, "Best amount") }
            </div>
            <p class="hint">
                { "The scale then ends at these amounts. To let it end at the options’ own, " }
                <a href={Route::of(ground.editor.document.id(), Page::Scores).href()}>{ "give their amounts first" }</a>
                { "." }
            </p>
        </>
    }
}

/// The range between two amounts, the worst and the best the way the measure runs.
fn fixed(measure: &Measure, worst: Finite, best: Finite) -> Result<Range, String> {
    let (low, high) = match measure.direction {
        Direction::Higher => (worst, best),
        Direction::Lower => (best, worst),
    };
    if low < high {
        Ok(Range::Fixed { low, high })
    } else {
        Err(Mistyped::BestBeyondWorst(measure.direction).sentence())
    }
}
