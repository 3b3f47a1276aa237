//! The ends of scales that nobody has said: a swing weight is about the step between them, so they are
//! asked for first.

use super::weighting_context::WeightingContext;
use crate::ui::components::edits::{dom_id, read_amount};
use crate::ui::components::fields::{Commit, Field};
use weighbridge_edit::{CriterionEdit, Edit, as_typed};
use weighbridge_model::{
    Criterion, CriterionId, Direction, Entry, Finite, Measure, Range, ScaleKind,
};
use weighbridge_report::words::{Mistyped, Sentence};
use weighbridge_state::{Page, Route};
use yew::prelude::*;

/// Fields for the ends of some criteria, those within groups; nothing where there are none.
pub fn ask_ends(ground: &WeightingContext, of: &[CriterionId]) -> Html {
    let one = |id: &CriterionId| {
        let Some(criterion) = ground.appraisal().criterion(id) else {
            return Html::default();
        };
        html! {
            <fieldset class="fold-part" key={id.as_str().to_owned()}>
                <legend>{ &criterion.name }</legend>
                { ask(ground, criterion) }
            </fieldset>
        }
    };
    html! {
        if !of.is_empty() {
            <section aria-labelledby="ask-ends">
                <h2 id="ask-ends">{ "First, describe the ends of these scales" }</h2>
                <p class="sub">{ "A swing weight is about the change from the worst to the best, so everybody has to see both." }</p>
                { for of.iter().map(one) }
            </section>
        }
    }
}

/// The criteria below the branch whose ends are not said.
pub fn unsaid(ground: &WeightingContext) -> Vec<CriterionId> {
    let steps = ground.children().iter().flat_map(|c| ground.steps(c));
    steps
        .filter(|step| !step.is_said())
        .map(|step| step.criterion)
        .collect()
}

/// Fields for the two ends of a criterion.
pub fn ask(ground: &WeightingContext, criterion: &Criterion) -> Html {
    match &criterion.scale.kind {
        ScaleKind::Direct => html! {
            <div class="ends" role="group" aria-label={criterion.name.clone()}>
                { anchor(ground, criterion, 0.0, "From (worst)") }
                { anchor(ground, criterion, 100.0, "To (best)") }
            </div>
        },
        ScaleKind::Measure(measure) => {
            html! { <div class="ends" role="group" aria-label={criterion.name.clone()}><AmountEnds key={criterion.id.to_string()} ground={ground.clone()} id={criterion.id.clone()} measure={measure.clone()} /></div> }
        }
        ScaleKind::Points(_) => html! {
            <p class="ends"><a href={Route::of(ground.editor.document.id(), Page::Criteria).href()}>{ "Give its scale labels" }</a></p>
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

/// Says an end.
fn say(ground: &WeightingContext, id: &CriterionId, edit: CriterionEdit) -> Result<(), String> {
    let edit = Edit::change_criterion(id.clone(), edit);
    ground.editor.edit(edit).map_err(|why| why.sentence())
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
