//! What can be wrong in a file whose text is whole, as values; `weighbridge_report` has the words.

use weighbridge_model::{BadId, BadScale};

/// What is wrong at a place of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// A value is of another kind than it should be.
    Kind {
        /// Which value.
        value: ValueName,
        /// What it should be.
        should_be: Kind,
    },
    /// What should be an object is none.
    NotAnObject,
    /// This field is missing.
    Missing(&'static str),
    /// This name stands twice in the object.
    NameTwice(String),
    /// The version of the format is not a whole number from 1.
    Version,
    /// There are more than so many.
    TooMany(usize),
    /// There are more than so many statements.
    TooManyStatements(usize),
    /// Groups of criteria go deeper than so many.
    TooDeep(usize),
    /// The id cannot be one.
    Id(BadId),
    /// The id is in use twice.
    IdTwice(String),
    /// The name is blank.
    NoName,
    /// The text is no date.
    Date(String),
    /// The number is not finite.
    NotFinite,
    /// This field is not two numbers, the lower first.
    Range(&'static str),
    /// The margin is below zero.
    Margin,
    /// A check is answered twice.
    CheckTwice,
    /// A thing is named that is not there.
    NoSuch(Thing, String),
    /// A criterion is named that is not there, or is a group.
    NothingToScore(String),
    /// A criterion is named that is not in the group.
    NotInGroup(String),
    /// A judgement of differences names what is not there.
    NoElement(String),
    /// A weight is negative; this one, where it is one number.
    NegativeWeight(Option<f64>),
    /// An amount of pounds is not in whole pence, or far too large.
    Pounds,
    /// The prices of a figure are neither cash nor those of a year.
    Prices,
    /// The level of a gateway cannot be read.
    Level(BadLevel),
    /// What a field says of a criterion is not what it should be.
    Entry {
        /// The field.
        field: &'static str,
        /// The criterion.
        of: String,
        /// What it should be.
        should_be: EntryKind,
    },
    /// A comparison is not two different ids and how many times.
    Comparison,
    /// Two criteria are compared twice.
    ComparedTwice(String, String),
    /// The order of elements names one twice, or none.
    Order,
    /// A difference is not two ids and a category, or that of a pair judged already.
    Difference,
    /// A difference between options names only one.
    OneOption,
    /// An option says how it was ruled out, and is not.
    NotRuledOut,
    /// The precision of robustness cannot be asked for.
    Precision,
    /// The seed of robustness is not a whole number of 32 bits.
    Seed,
    /// A statement about weights is none.
    Statement,
    /// A statement about weights is there twice.
    StatementTwice,
    /// Some points of a scale have values and others have none.
    SomeValues,
    /// A measure does not say which way is better.
    NoDirection,
    /// The ends of a fixed scale are not two numbers.
    FixedEnds,
    /// The scale makes no sense.
    Scale(BadScale),
    /// A group of criteria is scored.
    GroupScored,
    /// A score is “no-view”, which is for ballots.
    NoView,
    /// A score has a value and says that it has none.
    ValueAndAbsent,
    /// A value is neither a number nor a label.
    Value,
    /// It cannot be read, for a reason in the reader's own words.
    Unreadable(String),
}

/// How a value is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueName {
    /// By its field.
    Field(String),
    /// An attribute of an option.
    Attribute(String),
    /// The weight of a criterion in a scenario.
    Weight(String),
    /// What a field says of a criterion.
    Entry {
        /// The field.
        field: String,
        /// The criterion.
        of: String,
    },
    /// The thing itself.
    It,
}

/// The kinds of value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A number.
    Number,
    /// A text.
    Text,
    /// A list.
    List,
    /// One of these words.
    OneOf {
        /// The words.
        words: &'static [&'static str],
        /// What stands there.
        not: String,
    },
}

/// What other parts of a file name by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// An option.
    Option,
    /// A criterion.
    Criterion,
    /// A gateway.
    Gateway,
    /// A priority.
    Priority,
}

/// Why the level of a gateway cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadLevel {
    /// There are terms and no level that they are of.
    OnlyTerms,
    /// It is at least one level and at most another.
    BothBounds,
    /// There is a criterion without a level, or a level without a criterion.
    Half,
    /// A label is given in terms of something.
    LabelWithTerms,
    /// It is neither a number nor a label.
    NoMark,
    /// It is of something other than 100, or in a unit as well.
    Terms,
}

/// What a field has to say of each criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// A number of 0 or more.
    ZeroOrMore,
    /// A number of 1 or more.
    OneOrMore,
    /// A whole number from 1.
    WholeFromOne,
    /// The two ends of a scale.
    Ends,
}
