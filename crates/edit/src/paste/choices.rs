//! What a person may decide about a pasted table.

/// What a person decided, where the table leaves a choice; the default is what is found in the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PasteChoices {
    /// Commas part cells where it was read that they do not, or the other way round.
    pub otherwise: bool,
    /// Options go across where it was read that they go down, or the other way round.
    pub turned: bool,
    /// What becomes of names that are not known.
    pub names: PastedNames,
    /// What the cells are; `None` for what they look like.
    pub content: Option<PastedContent>,
    /// A dash is zero, not a missing score.
    pub dash_is_zero: bool,
    /// 0.5 beside per cent signs is 50%.
    pub fractions_are_shares: bool,
}

/// What becomes of names that are not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PastedNames {
    /// What they name is left out.
    #[default]
    LeaveOut,
    /// What they name is added.
    Add,
    /// They are not used: where none of them is known, rows and columns go by their place.
    Ignore,
}

/// What the cells of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PastedContent {
    /// Scores.
    Scores,
    /// Reasons for scores.
    Reasons,
}
