/// What a column of a table of criteria holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnRole {
    /// Nothing that is used.
    Ignored,
    /// A number such as 1 or 1.2, or a bullet, which says how deep the criterion stands.
    Number,
    /// The group that the criterion stands in. Several of these go from the top down.
    Group,
    /// The name.
    Name,
    /// The short name.
    Short,
    /// The question it asks of an option.
    Question,
    /// What counts and what does not.
    Note,
    /// Where the criterion comes from.
    Origin,
    /// The weight.
    Weight,
    /// The weight of the group that the criterion stands in.
    GroupWeight,
    /// The unit of its amounts.
    Unit,
    /// Whether more or less is better.
    Direction,
    /// How it is scored: `1-5`, `0-100`, `poor / fair / good`.
    Scale,
    /// The worst end of the scale: an amount, or words.
    Worst,
    /// The best end of the scale: an amount, or words.
    Best,
    /// The lowest amount of the scale, be it the worst or the best.
    Lowest,
    /// The highest amount of the scale.
    Highest,
    /// The scores of the option that the heading names.
    Option,
}

impl ColumnRole {
    /// Every role, in the order in which a list offers them.
    pub const ALL: [Self; 18] = [
        Self::Ignored,
        Self::Name,
        Self::Group,
        Self::Number,
        Self::Weight,
        Self::GroupWeight,
        Self::Unit,
        Self::Direction,
        Self::Scale,
        Self::Worst,
        Self::Best,
        Self::Lowest,
        Self::Highest,
        Self::Short,
        Self::Question,
        Self::Note,
        Self::Origin,
        Self::Option,
    ];
}
