//! Changes to what is considered beside the criteria.

use super::ListEdit;
use super::check::{Checked, check_length, check_name};
use super::list::by_place;
use weighbridge_model::{Frame, Overarching};

/// A change to what is considered beside the criteria: one thing, by its place from 0.
pub type OverarchingEdit = ListEdit<usize, Overarching>;

pub(super) fn check(edit: &OverarchingEdit, on: &Frame) -> Checked {
    edit.check(&on.overarching, by_place)?;
    edit.item().map_or(Ok(()), |one| {
        check_name(&one.name)?;
        check_length(&one.note)
    })
}

pub(super) fn perform(edit: &OverarchingEdit, to: &mut Frame) {
    edit.perform(&mut to.overarching, by_place, |_, _| true);
}
