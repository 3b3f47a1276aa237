//! The level of a gateway: on which criterion, which way round, and how much in the criterion's own terms.

use super::gateway_list::change;
use crate::ui::components::edits::{dom_id, read_amount, read_number};
use crate::ui::components::fields::{Commit, Field};
use crate::ui::components::form::choice_field;
use crate::ui::hooks::{Editor, use_editor};
use weighbridge_edit::{Edit, as_typed};
use weighbridge_model::{
    Bound, Criterion, CriterionId, Direction, Entry, Gateway, GatewayId, Mark, Required, ScaleKind,
};
use weighbridge_report::{
    scale_words,
    words::{Mistyped, Sentence},
};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct LevelProps {
    pub id: GatewayId,
}

/// The fields. A level that is begun and has no mark yet is not in the appraisal, so it judges nobody.
#[component]
pub fn LevelFields(props: &LevelProps) -> Html {
    let editor = use_editor();
    let begun = use_state(|| None::<(CriterionId, Bound)>);
    let on = editor.document.appraisal();
    let Some(at) = on.frame.gateways.iter().position(|g| g.id == props.id) else {
        return Html::default();
    };
    let level = on.frame.gateways[at].level.as_ref();
    let leaves = on.leaves();
    let now = level.map(|l| (l.criterion.clone(), l.bound));
    let now = now.or_else(|| (*begun).clone());
    let place = now
        .as_ref()
        .and_then(|(id, _)| leaves.iter().position(|leaf| leaf.id == *id));
    let names = leaves
        .iter()
        .map(|leaf| AttrValue::from(leaf.short_name().to_owned()));
    let choices: Vec<AttrValue> = std::iter::once(AttrValue::Static("None: people judge it"))
        .chain(names)
        .collect();
    let choose = {
        let (editor, begun) = (editor.clone(), begun.clone());
        let all: Vec<(CriterionId, Bound)> = leaves
            .iter()
            .map(|leaf| (leaf.id.clone(), usual(&leaf.scale.kind)))
            .collect();
        Callback::from(move |place: usize| {
            begun.set(place.checked_sub(1).and_then(|at| all.get(at)).cloned());
            let now = editor.document.appraisal().frame.gateways.get(at);
            if let Some(gateway) = now.filter(|g| g.level.is_some()) {
                editor.apply(with_level(gateway, None));
            }
        })
    };
    let turn = {
        let (editor, begun, now) = (editor.clone(), begun.clone(), now.clone());
        Callback::from(move |place: usize| {
            let (Some((criterion, _)), Some(bound)) = (now.clone(), Bound::ALL.get(place).copied())
            else {
                return;
            };
            begun.set(Some((criterion, bound)));
            let now = editor.document.appraisal().frame.gateways.get(at);
            if let Some((gateway, level)) = now.and_then(|g| Some((g, g.level.clone()?))) {
                editor.apply(with_level(gateway, Some(Required { bound, ..level })));
            }
        })
    };
    html! {
        <div class="row fields">
            { choice_field(dom_id("gateway-on", &props.id), "A level on a criterion",
                "It decides for every option with a score there", choices, place.map_or(0, |at| at + 1), choose) }
            if let Some((criterion, bound)) = place.and_then(|at| Some((*leaves.get(at)?, now.as_ref()?.1))) {
                { choice_field(dom_id("gateway-bound", &props.id), "Which way round", "", sides(&criterion.scale.kind),
                    usize::from(bound == Bound::AtMost), turn) }
                { mark(&editor, &on.frame.gateways[at], criterion, bound) }
            }
        </div>
    }
}

/// The side on which a level usually lies: what costs is limited from above.
fn usual(scale: &ScaleKind) -> Bound {
    match scale {
        ScaleKind::Measure(measure) if measure.direction == Direction::Lower => Bound::AtMost,
        _ => Bound::AtLeast,
    }
}

/// The sides in the order of [`Bound::ALL`]. Labels are better or worse, not more or less.
fn sides(scale: &ScaleKind) -> Vec<AttrValue> {
    match scale {
        ScaleKind::Points(_) => vec!["This label or better".into(), "This label or worse".into()],
        _ => vec!["At least".into(), "At most".into()],
    }
}

/// The mark, in the terms of the criterion: one of its labels, or an amount read as scores are.
fn mark(editor: &Editor, gateway: &Gateway, criterion: &Criterion, bound: Bound) -> Html {
    let id = dom_id("gateway-level", &gateway.id);
    let set = {
        let (editor, criterion) = (editor.clone(), criterion.id.clone());
        let gateway = gateway.clone();
        move |mark: Mark| {
            let criterion = criterion.clone();
            let level = Required {
                criterion,
                bound,
                mark,
            };
            editor
                .edit(with_level(&gateway, Some(level)))
                .map_err(|why| why.sentence())
        }
    };
    let mark = gateway.level.as_ref().map(|level| &level.mark);
    match &criterion.scale.kind {
        ScaleKind::Points(levels) => {
            let labels: Vec<String> = levels.iter().map(|l| l.label.clone()).collect();
            let now = match mark {
                Some(Mark::Label(label)) => {
                    labels.iter().position(|l| l.eq_ignore_ascii_case(label))
                }
                _ => None,
            };
            let words = levels.iter().map(|l| match l.words.as_str() {
                "" => AttrValue::from(l.label.clone()),
                words => AttrValue::from(format!("{}: {words}", l.label)),
            });
            let choices: Vec<AttrValue> = std::iter::once(AttrValue::Static("Choose a label"))
                .chain(words)
                .collect();
            let choose = Callback::from(move |place: usize| {
                if let Some(label) = place.checked_sub(1).and_then(|at| labels.get(at)) {
                    // One of the scale's own labels is never refused.
                    let _done = set(Mark::Label(label.clone()));
                }
            });
            let chosen = now.map_or(0, |at| at + 1);
            choice_field(id, "The label", "", choices, chosen, choose)
        }
        scale => {
            let value = match (mark, scale) {
                (Some(Mark::Value(x)), ScaleKind::Direct) => as_typed(&Entry::Number(*x)),
                (Some(Mark::Amount { at, .. }), ScaleKind::Measure(_)) => {
                    as_typed(&Entry::Number(*at))
                }
                _ => String::new(),
            };
            let (label, hint) = match scale {
                ScaleKind::Measure(measure) if !measure.unit.trim().is_empty() => {
                    ("The amount", format!("In {}", measure.unit.trim()))
                }
                ScaleKind::Measure(_) => ("The amount", String::new()),
                _ => ("The score", scale_words(scale)),
            };
            let commit = {
                let scale = scale.clone();
                Commit::from(move |text: String| set(read(&text, &scale)?))
            };
            html! { <Field key={criterion.id.to_string()} id={id} {label} hint={hint} number={true} letters={true} value={value} {commit} /> }
        }
    }
}

/// Reads a mark as a score on the same scale is read.
fn read(text: &str, scale: &ScaleKind) -> Result<Mark, String> {
    if let ScaleKind::Measure(measure) = scale {
        let unit = measure.unit.clone();
        return read_amount(text, &unit).map(|at| Mark::Amount { at, unit });
    }
    let x = read_number(text)?;
    if (0.0..=100.0).contains(&x.get()) {
        Ok(Mark::Value(x))
    } else {
        Err(Mistyped::OfHundred.sentence())
    }
}

fn with_level(gateway: &Gateway, level: Option<Required>) -> Edit {
    change(gateway, |g| g.level = level)
}
