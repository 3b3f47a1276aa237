//! Why something that a person asked for or typed is refused, and what to do instead.

use super::mistyped::Mistyped;
use super::sentence::Sentence;
use weighbridge_edit::{BadEntry, BadWeight, Refusal, ScaleFault};
use weighbridge_model::{
    BadScale, MAX_CRITERIA, MAX_DEPTH, MAX_OPTIONS, MAX_SCENARIOS, MAX_STATEMENTS, MAX_TEXT,
    Robustness,
};

impl Sentence for Refusal {
    fn sentence(&self) -> String {
        let fixed = match self {
            Self::NoOption(id) => {
                return format!("There is no option “{id}”. It may have been removed.");
            }
            Self::NoCriterion(id) => {
                return format!("There is no criterion “{id}”. It may have been removed.");
            }
            Self::IdInUse(id) => {
                return format!("The id “{id}” is in use. Choose another name.");
            }
            Self::AttributeInUse(name) => {
                return format!("There is a fact “{name}” already. Choose another name.");
            }
            Self::TooLong => {
                return format!("Shorten the text to {MAX_TEXT} characters or fewer.");
            }
            Self::TooManyOptions => return full(MAX_OPTIONS, "options"),
            Self::TooManyCriteria => return full(MAX_CRITERIA, "criteria"),
            Self::TooManyScenarios => return full(MAX_SCENARIOS, "scenarios"),
            Self::TooManyStatements => {
                return format!(
                    "At most {MAX_STATEMENTS} things can be said of the weights. Remove one first."
                );
            }
            Self::BadPrecision => {
                return format!(
                    "Enter a precision from {} to {} percentage points.",
                    Robustness::FINEST,
                    Robustness::COARSEST
                );
            }
            Self::TooDeep => {
                return format!(
                    "Criteria can be grouped at most {MAX_DEPTH} deep. Choose a group nearer the top."
                );
            }
            Self::NotALeaf(name) => {
                return format!(
                    "“{name}” is a group of criteria. Score the criteria in it instead."
                );
            }
            Self::BadScale(bad) => return bad.sentence(),
            Self::NoEntry => "It is no longer there. It may have been removed.",
            Self::EmptyName => "Enter a name.",
            Self::BadStatement => {
                "Compare two different criteria of one group, or enter a share from 0% to 100%."
            }
            Self::SaidAlready => "That has been said already. Say something else.",
            Self::BadAnswer => "That is no answer to this question. Give another.",
            Self::AtTheEnd => "It is already at the end of the list.",
            Self::SamePlace => "Choose another group: it is there already.",
            Self::NegativeMargin => "Enter a margin of 0 points or more.",
        };
        fixed.to_owned()
    }
}

fn full(most: usize, of: &str) -> String {
    format!("An appraisal holds at most {most} {of}. Remove one first.")
}

impl Sentence for BadScale {
    fn sentence(&self) -> String {
        format!("{}.", bad_scale(*self))
    }
}

/// Why a scale makes no sense, without the full stop.
pub(super) fn bad_scale(bad: BadScale) -> &'static str {
    match bad {
        BadScale::Points => "Give the scale two points or more, each with a different label",
        BadScale::ReferencePoints => {
            "The lower end of the scale must be below the upper end. Change one of them"
        }
        BadScale::Breakpoints => {
            "Each point of the value function needs an amount of its own between the ends of the scale"
        }
    }
}

impl Sentence for BadEntry {
    fn sentence(&self) -> String {
        match self {
            Self::Comma => {
                "The comma is not between thousands. Use a full stop for decimals, like 1.5, and commas only between thousands, like 1,500.".to_owned()
            }
            Self::Space => {
                "The space is not between thousands. Enter one number, like 1500 or 1 500.".to_owned()
            }
            Self::FullStops => {
                "There is more than one full stop. Use commas between thousands, like 1,500,000.".to_owned()
            }
            Self::Unit(letter) => format!(
                "“{letter}” may be the unit or part of the number. Leave out the unit, or write “million” or “thousand”."
            ),
            Self::Percent(unit) => format!(
                "This is counted in {unit}, not in per cent. Enter the amount without the per cent sign."
            ),
            Self::Currency(typed, unit) => format!(
                "This is counted in {unit}, not in {typed}. Convert the amount and enter it in {unit}."
            ),
            Self::Tail(tail) => format!(
                "“{tail}” after the number is not its unit. Enter the number alone."
            ),
            Self::Range => {
                "This takes one number, not a range. Enter the likeliest.".to_owned()
            }
            Self::LowAboveHigh => Mistyped::LowestAboveHighest.sentence(),
            Self::OneEnd => "This is one end of a range. Give the other end too.".to_owned(),
            Self::Negative => Mistyped::NegativeWeight.sentence(),
            Self::RangeOfLabels => {
                "This scale has labels, so a score is one of them and not a range.".to_owned()
            }
            Self::NotANumber => {
                "Enter a number, leave it blank, or enter “cannot judge” or “not applicable”."
                    .to_owned()
            }
            Self::OffScale => "Enter a number from 0 to 100.".to_owned(),
            Self::NotALabel(labels) => format!("Enter one of: {}.", labels.join(", ")),
        }
    }
}

/// Why a text is refused where only a number is asked for.
pub fn number_refused(why: &BadEntry) -> String {
    match why {
        BadEntry::Comma
        | BadEntry::Space
        | BadEntry::FullStops
        | BadEntry::Tail(_)
        | BadEntry::Range
        | BadEntry::LowAboveHigh
        | BadEntry::OneEnd
        | BadEntry::Negative => why.sentence(),
        BadEntry::Unit(_)
        | BadEntry::Percent(_)
        | BadEntry::Currency(..)
        | BadEntry::NotANumber
        | BadEntry::RangeOfLabels
        | BadEntry::OffScale
        | BadEntry::NotALabel(_) => Mistyped::Number.sentence(),
    }
}

/// Why a text is refused where an amount is asked for.
pub fn amount_refused(why: &BadEntry) -> String {
    match why {
        BadEntry::NotANumber => Mistyped::Amount.sentence(),
        BadEntry::Comma
        | BadEntry::Space
        | BadEntry::FullStops
        | BadEntry::Unit(_)
        | BadEntry::Percent(_)
        | BadEntry::Currency(..)
        | BadEntry::Tail(_)
        | BadEntry::Range
        | BadEntry::LowAboveHigh
        | BadEntry::OneEnd
        | BadEntry::Negative
        | BadEntry::RangeOfLabels
        | BadEntry::OffScale
        | BadEntry::NotALabel(_) => why.sentence(),
    }
}

impl Sentence for ScaleFault {
    fn sentence(&self) -> String {
        let fixed = match self {
            Self::BadValue(why) => return number_refused(why),
            Self::BadAmount(why) => return amount_refused(why),
            Self::Scale(bad) => return bad.sentence(),
            Self::NoLabel => "Enter a label.",
            Self::LabelTwice => "Another point has this label. Enter a different one.",
            Self::NotAboveLowest => "Enter an amount above the lowest.",
            Self::NotBetweenEnds => "Enter an amount between the ends of the scale.",
            Self::AmountTwice => "Another point has this amount. Enter a different one.",
        };
        fixed.to_owned()
    }
}

impl Sentence for BadWeight {
    fn sentence(&self) -> String {
        match self {
            Self::Number(
                why @ (BadEntry::Comma | BadEntry::Space | BadEntry::FullStops | BadEntry::Tail(_)),
            ) => why.sentence(),
            Self::Number(_) => "Enter a number of 0 or more, like 30, 12.5 or 33%.".to_owned(),
            Self::Negative => "A weight cannot be negative. Enter 0 or more.".to_owned(),
        }
    }
}
