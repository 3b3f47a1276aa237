use super::{Extra, PartialDate};

/// A document the appraisal rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The title.
    pub title: String,
    /// Where to find it.
    pub link: String,
    /// Its date.
    pub date: Option<PartialDate>,
    /// What it is used for.
    pub note: String,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}
