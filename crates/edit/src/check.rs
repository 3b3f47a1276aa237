//! What every check asks, and how texts and names are put in their places.

use super::Refusal;
use weighbridge_model::{
    Alternative, Appraisal, Criterion, CriterionId, Finite, MAX_TEXT, OptionId,
};

/// Whether an edit may be done, or why not.
pub(super) type Checked = Result<(), Refusal>;

pub(super) fn check_length(text: &str) -> Checked {
    if text.len() > MAX_TEXT {
        return Err(Refusal::TooLong);
    }
    Ok(())
}

pub(super) fn check_name(name: &str) -> Checked {
    if name.trim().is_empty() {
        return Err(Refusal::EmptyName);
    }
    check_length(name)
}

/// Refuses an end above the other.
pub(super) fn check_range<T: PartialOrd>(range: Option<&[T; 2]>) -> Checked {
    if range.is_some_and(|[low, high]| low > high) {
        return Err(weighbridge_model::BadScale::ReferencePoints.into());
    }
    Ok(())
}

pub(super) fn option<'a>(on: &'a Appraisal, id: &OptionId) -> Result<&'a Alternative, Refusal> {
    on.option(id).ok_or_else(|| Refusal::NoOption(id.clone()))
}

pub(super) fn criterion<'a>(on: &'a Appraisal, id: &CriterionId) -> Result<&'a Criterion, Refusal> {
    let found = on.criterion(id);
    found.ok_or_else(|| Refusal::NoCriterion(id.clone()))
}

/// The criterion, if options are scored on it.
pub(super) fn leaf<'a>(on: &'a Appraisal, id: &CriterionId) -> Result<&'a Criterion, Refusal> {
    let found = criterion(on, id)?;
    if found.is_leaf() {
        Ok(found)
    } else {
        Err(Refusal::NotALeaf(found.name.clone()))
    }
}

/// The two ends of a scale of values.
pub(super) fn value_ends() -> [Finite; 2] {
    [0.0, 100.0].map(|end| Finite::new(end).unwrap_or(Finite::ZERO))
}
