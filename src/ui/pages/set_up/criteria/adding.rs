//! The fields that add criteria, by their ids.

use crate::ui::components::edits::dom_id;
use weighbridge_model::CriterionId;

/// The field that adds a criterion at the top.
pub(super) const ADD: &str = "add-criterion";

/// The field that adds to a group.
pub(super) fn add_within(id: &CriterionId) -> String {
    dom_id("add-within", id)
}
