use super::{Extra, Finite, ScaleKind, read_number};
use serde::{Deserialize, Serialize};

/// The score of one option on one criterion, with its range and its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// The judgement, or which kind of absence.
    pub entry: Entry,
    /// Why.
    pub reason: String,
    /// Where the evidence is.
    pub source: String,
    /// How sure whoever gave it is.
    pub confidence: Option<Confidence>,
    /// Who gave it.
    pub who: String,
    /// The least and the greatest it could be, when a range was given; the entry is the likeliest.
    pub range: Option<[Finite; 2]>,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}

impl Score {
    /// A score with nothing but its entry.
    pub fn bare(entry: Entry) -> Self {
        Self {
            entry,
            reason: String::new(),
            source: String::new(),
            confidence: None,
            who: String::new(),
            range: None,
            extra: Extra::default(),
        }
    }

    /// A missing score without a range or a reason, which is the same as no score at all.
    pub fn is_blank(&self) -> bool {
        self.entry == Entry::Absent(Absence::Missing)
            && self.reason.is_empty()
            && self.source.is_empty()
            && self.confidence.is_none()
            && self.who.is_empty()
            && self.range.is_none()
            && self.extra.0.is_empty()
    }
}

/// A judgement or its absence. Blank is not zero: the two never mix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entry {
    /// A value on a direct scale, or an amount of a measure.
    Number(Finite),
    /// A point of a labelled scale.
    Label(String),
    /// No judgement, and why not.
    Absent(Absence),
}

impl Entry {
    /// The number, if it is one: a value from 0 to 100, or an amount of the measure.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number.get()),
            Self::Label(_) | Self::Absent(_) => None,
        }
    }
}

/// Why there is no judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Absence {
    /// Nobody has given one.
    Missing,
    /// It cannot be judged from what is known.
    CannotJudge,
    /// The criterion does not apply to the option.
    NotApplicable,
}

/// How sure whoever gave a score is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Confidence {
    /// A guess.
    Low,
    /// Some evidence.
    Medium,
    /// Good evidence.
    High,
}

impl Confidence {
    /// Every level, in the order shown.
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];
}

impl Entry {
    /// The entry as a scale has it: labels on a labelled scale, numbers on the others. `4` and `"4"` are the same
    /// judgement, and only one of them is kept; a label that is no number stays as it is.
    #[must_use]
    pub fn settled(self, scale: &ScaleKind) -> Self {
        match (self, scale) {
            (Self::Number(x), ScaleKind::Points(_)) => Self::Label(x.get().to_string()),
            (Self::Label(text), ScaleKind::Direct | ScaleKind::Measure(_)) => {
                read_number(&text).map_or(Self::Label(text), Self::Number)
            }
            (entry, _) => entry,
        }
    }
}
