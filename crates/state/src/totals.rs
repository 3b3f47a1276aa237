//! Whether totals are hidden while people weigh and score: who leads would lead them.
//!
//! A person alone sees totals unless they hide them; the choice is kept on the device.

use crate::journal::Journal;
use crate::page::{Group, Page};

/// The name under which the choice is kept: there while totals are hidden.
const NAME: &str = "weighbridge.hide-totals";

/// Whether a person has hidden totals on this device.
pub(crate) fn are_hidden(journal: &impl Journal) -> bool {
    journal.read(NAME).is_some()
}

/// Keeps the choice. A device that allows nothing to be kept forgets it with the page.
pub(crate) fn write_down(journal: &impl Journal, hidden: bool) {
    if hidden {
        journal.write(NAME, "yes");
    } else {
        journal.remove(NAME);
    }
}

/// Whether a page is one on which hidden totals stay hidden: where people say how much criteria count and how options
/// do. What they conclude from it is for after that.
pub(crate) fn can_hide(page: Page) -> bool {
    page.group() == Group::Judge
}
