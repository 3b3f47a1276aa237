//! What several parts of the page share: where options are added, and the facts of the users' own.

use crate::ui::components::edits::dom_id;
use weighbridge_model::{Appraisal, AttributeKey, OptionId};

/// The field that adds an option.
pub(super) const ADD: &str = "add-option";

/// The id of the button that opens the card of an option, wherever it stands.
pub(super) fn card_id(id: &OptionId) -> String {
    dom_id("option", id)
}

/// Every fact that some option has under a name of the user's own, in the order first met.
pub(super) fn own_facts(on: &Appraisal) -> Vec<AttributeKey> {
    let mut keys: Vec<AttributeKey> = Vec::new();
    for attribute in on.options.iter().flat_map(|o| &o.attributes) {
        if matches!(attribute.key, AttributeKey::Own(_)) && !keys.contains(&attribute.key) {
            keys.push(attribute.key.clone());
        }
    }
    keys
}
