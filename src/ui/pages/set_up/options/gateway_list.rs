//! What the list of gateways and its cards share: their ids, and an edit that changes one of the list.

use crate::ui::components::edits::dom_id;
use weighbridge_edit::{AppraisalEdit, Edit};
use weighbridge_model::Gateway;

/// The field that adds a gateway.
pub(super) const ADD: &str = "add-gateway";

/// The id of the button that opens the card of a gateway.
pub(super) fn card_id(gateway: &Gateway) -> String {
    dom_id("gateway", &gateway.id)
}

/// The list of gateways with one changed.
pub(super) fn change(list: &[Gateway], at: usize, set: impl FnOnce(&mut Gateway)) -> Edit {
    let mut list = list.to_vec();
    if let Some(gateway) = list.get_mut(at) {
        set(gateway);
    }
    Edit::Appraisal(AppraisalEdit::Gateways(list))
}
