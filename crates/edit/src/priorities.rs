//! Changes to the priorities of plans.

use super::check::{Checked, check_length, check_name};
use super::{ListEdit, Refusal};
use weighbridge_model::{Appraisal, Criterion, Frame, Priority, PriorityId};

/// A change to the priorities of plans, one at a time. A priority that is removed is no longer served.
pub type PrioritiesEdit = ListEdit<PriorityId, Priority>;

fn place(list: &[Priority], id: &PriorityId) -> Option<usize> {
    list.iter().position(|p| p.id == *id)
}

pub(super) fn check(edit: &PrioritiesEdit, on: &Frame) -> Checked {
    edit.check(&on.priorities, place)?;
    let Some(priority) = edit.item() else {
        return Ok(());
    };
    check_name(&priority.name)?;
    check_length(&priority.source)?;
    // A changed one keeps its id; a new one has one of its own.
    if edit.key() != Some(&priority.id) && place(&on.priorities, &priority.id).is_some() {
        return Err(Refusal::IdInUse(priority.id.to_string()));
    }
    if edit.key().is_some_and(|id| *id != priority.id) {
        return Err(Refusal::NoEntry);
    }
    Ok(())
}

pub(super) fn perform(edit: &PrioritiesEdit, to: &mut Appraisal) {
    edit.perform(&mut to.frame_mut().priorities, place, |_, _| true);
    if let ListEdit::Remove(id) = edit {
        let served = |c: &Criterion| c.priorities.contains(id);
        if to.criteria_in_order().iter().any(|(c, _)| served(c)) {
            unlink(to.criteria_mut(), id);
        }
    }
}

fn unlink(criteria: &mut [Criterion], gone: &PriorityId) {
    for criterion in criteria {
        criterion.priorities.retain(|id| id != gone);
        unlink(&mut criterion.children, gone);
    }
}
