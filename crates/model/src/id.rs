use serde::{Deserialize, Serialize};
use std::fmt;
use std::rc::Rc;

/// The longest an id may be, in characters.
pub const MAX_ID_LENGTH: usize = 100;

/// Why a text cannot be an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadId {
    /// The text is empty.
    Empty,
    /// The text has more than [`MAX_ID_LENGTH`] characters.
    TooLong,
    /// The text holds a control character.
    Control,
}

/// Serde asks for this; no person is shown it.
impl fmt::Display for BadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

fn checked(text: &str) -> Result<Rc<str>, BadId> {
    if text.is_empty() {
        Err(BadId::Empty)
    } else if text.chars().count() > MAX_ID_LENGTH {
        Err(BadId::TooLong)
    } else if text.chars().any(char::is_control) {
        Err(BadId::Control)
    } else {
        Ok(Rc::from(text))
    }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Rc<str>);

        impl TryFrom<String> for $name {
            type Error = BadId;

            fn try_from(text: String) -> Result<Self, BadId> {
                Self::new(&text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0.as_ref().to_owned()
            }
        }

        impl $name {
            /// An id from a text of 1 to [`MAX_ID_LENGTH`] characters without control characters.
            ///
            /// # Errors
            /// Says which of those rules the text breaks.
            pub fn new(text: &str) -> Result<Self, BadId> {
                checked(text).map(Self)
            }

            /// An id made from a name, different from all that `taken` knows.
            pub fn from_name(name: &str, fallback: &str, taken: impl Fn(&str) -> bool) -> Self {
                Self(Rc::from(slug(name, fallback, taken)))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// Names an appraisal among those kept in one browser.
    AppraisalId
);
id!(
    /// Names an option within its appraisal.
    OptionId
);
id!(
    /// Names a criterion, leaf or branch, within its appraisal.
    CriterionId
);
id!(
    /// Names a gateway within its appraisal.
    GatewayId
);
id!(
    /// Names a priority of a plan within its appraisal.
    PriorityId
);
id!(
    /// Names a figure within its appraisal.
    FigureId
);
id!(
    /// Names a scenario within its appraisal.
    ScenarioId
);

/// A short id made from a name: lower-case letters and digits joined by hyphens, at most 40
/// characters, with `-2`, `-3`… added until `taken` does not know it.
///
/// ```
/// use weighbridge_model::slug;
/// assert_eq!(slug("Front line: recruit & retain", "criterion", |_| false), "front-line-recruit-retain");
/// assert_eq!(slug("Outsource", "option", |id| id == "outsource"), "outsource-2");
/// assert_eq!(slug("選択肢", "option", |_| false), "option");
/// ```
pub fn slug(name: &str, fallback: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut base = String::new();
    for c in name.chars().map(|c| c.to_ascii_lowercase()) {
        if base.len() >= 40 {
            break;
        }
        if c.is_ascii_alphanumeric() {
            base.push(c);
        } else if !base.is_empty() && !base.ends_with('-') && c != '\'' && c != '’' {
            base.push('-');
        }
    }
    let base = match base.trim_end_matches('-') {
        "" => fallback.to_owned(),
        text => text.to_owned(),
    };
    let mut id = base.clone();
    let mut n = 2_u32;
    while taken(&id) {
        id = format!("{base}-{n}");
        n += 1;
    }
    id
}
