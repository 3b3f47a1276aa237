use super::Edit;
use serde::{Deserialize, Serialize};

/// An edit that was done: when, by whom and why, as far as that is known.
///
/// ```
/// use weighbridge_edit::{Change, Edit, FrameEdit};
/// let edit = Edit::Frame(FrameEdit::Title("Office".to_owned()));
/// let change = Change::from(edit).at(1_387_152_000_000).because("The board asked for it");
/// assert_eq!(change.at, Some(1_387_152_000_000));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// What was changed.
    pub edit: Edit,
    /// When, in milliseconds since the start of 1970 UTC. This crate has no clock: whoever makes the change knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<u64>,
    /// Who changed it; empty when that is not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub who: String,
    /// Why; empty when no reason was given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl Change {
    /// The change, done at a time: milliseconds since the start of 1970 UTC.
    #[must_use]
    pub fn at(self, at: u64) -> Self {
        Self {
            at: Some(at),
            ..self
        }
    }

    /// The change, done by somebody.
    #[must_use]
    pub fn by(self, who: &str) -> Self {
        Self {
            who: who.to_owned(),
            ..self
        }
    }

    /// The change, done for a reason.
    #[must_use]
    pub fn because(self, reason: &str) -> Self {
        Self {
            reason: reason.to_owned(),
            ..self
        }
    }
}

impl From<Edit> for Change {
    /// The change without a name, a time or a reason.
    fn from(edit: Edit) -> Self {
        Self {
            edit,
            at: None,
            who: String::new(),
            reason: String::new(),
        }
    }
}

impl From<&Edit> for Change {
    fn from(edit: &Edit) -> Self {
        edit.clone().into()
    }
}
