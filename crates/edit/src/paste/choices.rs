//! What a person may decide about a pasted table.

/// What a person decided, where the table leaves a choice; the default is what is found in the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// What single names that are not known were taken for.
    pub said: Vec<SaidName>,
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

/// What a name is one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameOf {
    /// The options.
    Options,
    /// The criteria.
    Criteria,
}

/// What a name that is not known is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meant {
    /// Nothing: it is left out.
    LeftOut,
    /// Something to add.
    New,
    /// The one at a place: among all options, the criteria that are scored, or all criteria that have weights.
    There(usize),
}

/// What a person said that a name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidName {
    of: NameOf,
    name: String,
    meant: Meant,
}

impl PasteChoices {
    /// The same choices, with a name taken for something.
    #[must_use]
    pub fn with(&self, of: NameOf, name: &str, meant: Meant) -> Self {
        let mut choices = self.clone();
        choices
            .said
            .retain(|said| (said.of, said.name.as_str()) != (of, name));
        let name = name.to_owned();
        choices.said.push(SaidName { of, name, meant });
        choices
    }

    /// What a person said that a name means.
    pub(super) fn said_of(&self, name: &str, of: NameOf) -> Option<Meant> {
        let mut all = self.said.iter();
        let found = all.find(|said| (said.of, said.name.as_str()) == (of, name))?;
        Some(found.meant)
    }

    /// Whether a person said that a name of the table means this.
    pub(super) fn is_said(&self, of: NameOf, meant: Meant) -> bool {
        let mut all = self.said.iter();
        all.any(|said| (said.of, said.meant) == (of, meant))
    }
}
