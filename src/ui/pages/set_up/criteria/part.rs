//! What the parts of the form of a scale share: what they get, and what the scale would make of the appraisal.

use crate::ui::components::edits::dom_id;
use weighbridge_analysis::{Analysis, ValueFunction, analyse};
use weighbridge_edit::{CriterionEdit, Edit, ScaleDraft, ScaleFaults, ScaleField};
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
    pub faults: ScaleFaults,
    /// Takes the scale with what was just typed.
    pub change: Callback<ScaleDraft>,
}

impl PartProps {
    /// What changes the draft, with what an event brings, and takes the scale as it is then.
    pub fn changed<T: 'static>(&self, set: impl Fn(&mut ScaleDraft, T) + 'static) -> Callback<T> {
        let (draft, change) = (self.draft.clone(), self.change.clone());
        Callback::from(move |what: T| {
            let mut next = draft.clone();
            set(&mut next, what);
            change.emit(next);
        })
    }

    /// The id of a field of the form.
    pub fn field(&self, field: ScaleField) -> String {
        field_id(&self.id, field)
    }

    /// What is wrong with a field, in words.
    pub fn error(&self, field: ScaleField) -> Option<AttrValue> {
        fault_words(&self.faults, field).map(AttrValue::from)
    }
}

/// What is wrong with a field, in words.
pub fn fault_words(faults: &ScaleFaults, field: ScaleField) -> Option<String> {
    let mut here = faults.iter().filter(|(at, _)| *at == field);
    here.next().map(|(_, fault)| fault.sentence())
}

/// The id of a field of the form of a criterion's scale.
pub fn field_id(id: &CriterionId, field: ScaleField) -> String {
    let part = match field {
        ScaleField::Label(key) => format!("point-label-{key}"),
        ScaleField::PointValue(key) => format!("point-value-{key}"),
        ScaleField::Low => "scale-low".to_owned(),
        ScaleField::High => "scale-high".to_owned(),
        ScaleField::BreakpointAmount(key) => format!("breakpoint-amount-{key}"),
        ScaleField::BreakpointValue(key) => format!("breakpoint-value-{key}"),
        ScaleField::Whole => "scale-whole".to_owned(),
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
        _ => Edit::change_criterion(id.clone(), CriterionEdit::Scale(kind.clone())),
    }
}

/// The value function of a criterion.
pub fn function_of<'a>(analysis: &'a Analysis, id: &CriterionId) -> Option<&'a ValueFunction> {
    let node = analysis.node(id)?;
    let leaf = analysis.leaves.position(|leaf| *leaf == node)?;
    analysis.scales[leaf].function.as_ref()
}
