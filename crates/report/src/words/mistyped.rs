//! Why what was typed into one field is refused, where that is for the field to say.

use super::sentence::Sentence;
use weighbridge_model::Direction;

/// What is wrong with a text in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistyped {
    /// It is no number.
    Number,
    /// It is no number from 0 to 100.
    OfHundred,
    /// It is no amount.
    Amount,
    /// It is no amount of pounds in whole pence, or far too large.
    Pounds,
    /// It is no date.
    Date,
    /// It is no year.
    Year,
    /// It is no margin.
    Margin,
    /// It is no share.
    Share,
    /// It is no seed.
    Seed,
    /// A weight to try is blank.
    BlankWeight,
    /// A weight is below zero.
    NegativeWeight,
    /// A swing is above that of the first.
    AboveFirst,
    /// The highest that something could be is given before the lowest.
    LowestFirst,
    /// The lowest that something could be is above the highest.
    LowestAboveHighest,
    /// The best amount is on the wrong side of the worst, for a measure that runs so.
    BestBeyondWorst(Direction),
    /// The name of a fact is blank.
    BlankName,
    /// What holds for an option is blank.
    BlankFact,
    /// The stage at which an option was ruled out is blank.
    BlankStage,
    /// The reason why an option was ruled out is blank.
    BlankReason,
}

impl Sentence for Mistyped {
    fn sentence(&self) -> String {
        let fixed = match self {
            Self::Number => "Enter a number, such as 2 or 0.5.",
            Self::OfHundred => "Enter a number from 0 to 100.",
            Self::Amount => "Enter an amount in digits, like 462,000 or 9.5 million.",
            Self::Pounds => "Enter an amount in whole pence, below £1 million million.",
            Self::Date => {
                "Enter a year, a month or a day that exists, with all four digits of the year, such as 2013, 12/2013 or 16 December 2013."
            }
            Self::Year => "Enter a year, such as 2013 or 2013/14.",
            Self::Margin => "Enter a number of points from 0 to 100.",
            Self::Share => "Enter a share from 0 to 100, in percent.",
            Self::Seed => return format!("Enter a whole number from 0 to {}.", u32::MAX),
            Self::BlankWeight => "Enter a number, or 0 if it should not count.",
            Self::NegativeWeight => "A weight cannot be negative. Enter 0 or more.",
            Self::AboveFirst => {
                "Enter a number from 0 to 100. If it matters more than the first, choose it as the first."
            }
            Self::LowestFirst => "Enter the lowest it could be first.",
            Self::LowestAboveHighest => "The lowest is above the highest. Change one of them.",
            Self::BestBeyondWorst(Direction::Higher) => {
                "More is better here, so the best amount has to be above the worst."
            }
            Self::BestBeyondWorst(Direction::Lower) => {
                "Less is better here, so the best amount has to be below the worst."
            }
            Self::BlankName => "Enter a name.",
            Self::BlankFact => "Enter what holds for this option.",
            Self::BlankStage => "Enter the stage.",
            Self::BlankReason => "Enter the reason.",
        };
        fixed.to_owned()
    }
}
