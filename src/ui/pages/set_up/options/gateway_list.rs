//! What the list of gateways and its cards share: their ids, and an edit that changes one of them.

use crate::ui::components::edits::dom_id;
use weighbridge_edit::Edit;
use weighbridge_model::Gateway;

/// The field that adds a gateway.
pub(super) const ADD: &str = "add-gateway";

/// The id of the button that opens the card of a gateway.
pub(super) fn card_id(gateway: &Gateway) -> String {
    dom_id("gateway", &gateway.id)
}

/// The gateway changed.
pub(super) fn change(was: &Gateway, set: impl FnOnce(&mut Gateway)) -> Edit {
    let mut changed = was.clone();
    set(&mut changed);
    Edit::change_gateway(changed)
}
