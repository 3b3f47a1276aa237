//! What the parts of the form of a scale share: what they get, and what the scale would make of the appraisal.

use super::draft::{Place, ScaleDraft, Wrong};
use crate::ui::components::edits::dom_id;
use weighbridge_analysis::{Analysis, ValueFunction, analyse};
use weighbridge_edit::Edit;
use weighbridge_model::{Appraisal, CriterionId, Entry, Finite, ScaleKind};
use weighbridge_report::words::Sentence;
use yew::prelude::*;

/// What the parts of the form get.
#[derive(PartialEq, Properties)]
pub struct PartProps {
    /// The criterion.
    pub id: CriterionId,
    /// The scale as typed.
    pub draft: ScaleDraft,
    /// What is wrong with it, once it has been tried.
    pub wrong: Wrong,
    /// Takes the scale with what was just typed.
    pub change: Callback<ScaleDraft>,
}

/// The id of the field at a place of the form.
pub fn place_id(id: &CriterionId, place: Place) -> String {
    let part = match place {
        Place::Label(key) => format!("level-label-{key}"),
        Place::LevelValue(key) => format!("level-value-{key}"),
        Place::Low => "scale-low".to_owned(),
        Place::High => "scale-high".to_owned(),
        Place::BendAt(key) => format!("bend-at-{key}"),
        Place::BendValue(key) => format!("bend-value-{key}"),
        Place::Whole => "scale-whole".to_owned(),
    };
    dom_id(&part, id)
}

/// The appraisal with another scale.
///
/// # Errors
/// Says why the scale cannot be used.
pub fn trial(on: &Appraisal, id: &CriterionId, kind: &ScaleKind) -> Result<Appraisal, String> {
    let mut then = on.clone();
    using(on, id, kind)
        .apply(&mut then)
        .map_err(|why| why.sentence())?;
    Ok(then)
}

/// The edit that gives a criterion a scale. On the way to values from 0 to 100 what is scored keeps
/// the value it has, so that a 5 on a scale from 1 to 5 is not 5 of 100.
pub fn using(on: &Appraisal, id: &CriterionId, kind: &ScaleKind) -> Edit {
    let is_leaf = on.leaves().iter().any(|leaf| leaf.id == *id);
    let now = on.criterion(id).map(|c| &c.scale.kind);
    match (now, kind) {
        (Some(ScaleKind::Points(_) | ScaleKind::Measure(_)), ScaleKind::Direct) if is_leaf => {
            let analysis = analyse(on);
            let node = analysis.node(id);
            let leaf = node.and_then(|node| analysis.leaves.position(|leaf| *leaf == node));
            let value = |entry: &Entry| analysis.value_on(on, leaf?, entry);
            let function = leaf.and_then(|leaf| analysis.scales[leaf].function.as_ref());
            let span = |[a, b]: [Finite; 2]| Some(function?.span(a.get(), b.get()));
            Edit::to_values(on, id, value, span)
        }
        _ => ScaleDraft::edit(id, kind.clone()),
    }
}

/// The value function of a criterion.
pub fn function_of<'a>(analysis: &'a Analysis, id: &CriterionId) -> Option<&'a ValueFunction> {
    let node = analysis.node(id)?;
    let leaf = analysis.leaves.position(|leaf| *leaf == node)?;
    analysis.scales[leaf].function.as_ref()
}
