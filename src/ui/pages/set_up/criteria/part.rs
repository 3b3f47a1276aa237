//! What the parts of the form of a scale share: what they get, and what the scale would make of the appraisal.

use crate::ui::components::draft::{Draft, draft};
use crate::ui::components::edits::dom_id;
use weighbridge_analysis::{Analysis, ValueFunction};
use weighbridge_edit::{ScaleDraft, ScaleFaults, ScaleField};
use weighbridge_model::{Appraisal, CriterionId, ScaleKind};
use weighbridge_report::words::Sentence;
use weighbridge_state::give_scale;
use yew::prelude::*;

/// What the parts of the form get.
pub struct Part<'a> {
    /// The criterion.
    pub id: &'a CriterionId,
    /// The scale as typed.
    pub draft: &'a ScaleDraft,
    /// What is wrong with it, once it has been tried.
    pub faults: &'a ScaleFaults,
    /// Takes the scale with what was just typed.
    pub change: &'a Callback<ScaleDraft>,
}

impl Part<'_> {
    /// What changes the draft, with what an event brings, and takes the scale as it is then.
    pub fn changed<T: 'static>(&self, set: impl Fn(&mut ScaleDraft, T) + 'static) -> Callback<T> {
        let (draft, change) = (self.draft.clone(), self.change.clone());
        Callback::from(move |what: T| {
            let mut next = draft.clone();
            set(&mut next, what);
            change.emit(next);
        })
    }

    /// A field for an amount of the measure.
    pub fn amount(
        &self,
        field: ScaleField,
        label: String,
        hint: String,
        value: &str,
        input: Callback<String>,
    ) -> Html {
        draft(Draft {
            hint: hint.into(),
            number: true,
            letters: true,
            error: self.error(field),
            ..Draft::of(self.field(field), label, value, input)
        })
    }

    /// The id of a field of the form.
    pub fn field(&self, field: ScaleField) -> String {
        field_id(self.id, field)
    }

    /// What is wrong with a field, in words.
    pub fn error(&self, field: ScaleField) -> Option<AttrValue> {
        fault_words(self.faults, field).map(AttrValue::from)
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
    give_scale(on, id, kind)
        .apply(&mut then)
        .map_err(|why| why.sentence())?;
    Ok(then)
}

/// The value function of a criterion.
pub fn function_of<'a>(analysis: &'a Analysis, id: &CriterionId) -> Option<&'a ValueFunction> {
    let node = analysis.node(id)?;
    let leaf = analysis.leaves.position(|leaf| *leaf == node)?;
    analysis.scales[leaf].function.as_ref()
}
