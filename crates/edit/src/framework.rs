//! Changes to the possibilities of the options framework.

use super::ListEdit;
use super::check::{Checked, check_length, check_name};
use super::list::by_place;
use weighbridge_model::{Choice, Frame};

/// A change to the options framework: one possibility, by its place from 0. Possibilities move among
/// those of their own choice.
pub type FrameworkEdit = ListEdit<usize, Choice>;

pub(super) fn check(edit: &FrameworkEdit, on: &Frame) -> Checked {
    edit.check(&on.framework, by_place)?;
    edit.item().map_or(Ok(()), |choice| {
        check_name(&choice.name)?;
        check_length(&choice.reason)
    })
}

pub(super) fn perform(edit: &FrameworkEdit, to: &mut Frame) {
    let alike = |one: &Choice, other: &Choice| one.dimension == other.dimension;
    edit.perform(&mut to.framework, by_place, alike);
}
