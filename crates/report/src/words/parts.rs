//! What the parts of an appraisal are called.

use super::named::Named;
use weighbridge_analysis::{OffScale, Severity};
use weighbridge_model::{
    Absence, AttributeKey, Baseline, Bound, Check, ChoiceVerdict, Confidence, Dimension,
    FigureStatus, OptionStatus, PartialDate, Qualifier, RankFormula, Shape, Status,
    WeightingMethod,
};

impl Named for Status {
    fn words(self) -> &'static str {
        match self {
            Self::Draft => "Draft",
            Self::Final => "Final",
            Self::Illustrative => "Illustrative",
        }
    }
}

impl Named for &OptionStatus {
    fn words(self) -> &'static str {
        match self {
            OptionStatus::LongListed => "Long-listed",
            OptionStatus::ShortListed => "Short-listed",
            OptionStatus::Preferred => "Preferred",
            OptionStatus::RuledOut(_) => "Ruled out",
        }
    }
}

impl Named for Baseline {
    fn words(self) -> &'static str {
        match self {
            Self::DoNothing => "Do nothing",
            Self::BusinessAsUsual => "Business as usual",
            Self::DoMinimum => "Do minimum",
        }
    }
}

/// The words before the amount; empty for a figure as stated.
impl Named for Qualifier {
    fn words(self) -> &'static str {
        match self {
            Self::Exactly => "",
            Self::Almost => "almost",
            Self::MoreThan => "more than",
            Self::LessThan => "less than",
            Self::About => "about",
            Self::UpTo => "up to",
            Self::AtLeast => "at least",
        }
    }
}

impl Named for FigureStatus {
    fn words(self) -> &'static str {
        match self {
            Self::NotStated => "Not stated",
            Self::Estimate => "Estimate",
            Self::Budget => "Budget",
            Self::Outturn => "Outturn",
            Self::Claimed => "Claimed",
        }
    }
}

impl Named for Bound {
    fn words(self) -> &'static str {
        match self {
            Self::AtLeast => "at least",
            Self::AtMost => "at most",
        }
    }
}

impl Named for WeightingMethod {
    fn words(self) -> &'static str {
        match self {
            Self::Direct => "Shares",
            Self::Swing => "Swing weighting",
            Self::Rank => "Rank order",
            Self::Pairwise => "Pairwise comparison (AHP)",
            Self::BestWorst => "Best-Worst Method",
            Self::Macbeth => "Differences in words (MACBETH)",
        }
    }
}

impl Named for RankFormula {
    fn words(self) -> &'static str {
        match self {
            Self::Centroid => "Centroid",
            Self::Sum => "Rank sum",
            Self::Reciprocal => "Rank reciprocal",
        }
    }
}

impl Named for Absence {
    fn words(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::CannotJudge => "cannot judge",
            Self::NotApplicable => "not applicable",
        }
    }
}

impl Named for Confidence {
    fn words(self) -> &'static str {
        match self {
            Self::Low => "Low",
            Self::Medium => "Medium",
            Self::High => "High",
        }
    }
}

impl Named for Shape {
    fn words(self) -> &'static str {
        match self {
            Self::Triangular => "Likelier near the score as given (triangular)",
            Self::Pert => "Likeliest at the score, smooth (three-point PERT)",
            Self::Normal => "Normal, the range holding 95% of it",
            Self::Uniform => "Anywhere in the range alike (uniform)",
            Self::AsGiven => "Scores count as given, whatever their ranges",
        }
    }
}

impl Named for Dimension {
    fn words(self) -> &'static str {
        match self {
            Self::Scope => "Scope",
            Self::Solution => "Solution",
            Self::Delivery => "Delivery",
            Self::Implementation => "Implementation",
            Self::Funding => "Funding",
        }
    }
}

impl Named for ChoiceVerdict {
    fn words(self) -> &'static str {
        match self {
            Self::Open => "Not decided",
            Self::Preferred => "Preferred way forward",
            Self::Carried => "Carried forward",
            Self::Discarded => "Discarded",
        }
    }
}

impl Named for Check {
    fn words(self) -> &'static str {
        match self {
            Self::Completeness => "Completeness",
            Self::Redundancy => "Redundancy",
            Self::Operationality => "Operationality",
            Self::Independence => "Mutual independence of preferences",
            Self::DoubleCounting => "Double counting",
            Self::Size => "Size",
            Self::Time => "Impacts over time",
        }
    }
}

impl Named for Severity {
    fn words(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Attention => "attention",
            Self::Blocks => "blocks",
        }
    }
}

/// What a fact about an option is called; one that the user named, as the user named it.
pub fn attribute(key: &AttributeKey) -> &str {
    match key {
        AttributeKey::AccountableTo => "Accountable to",
        AttributeKey::LegalForm => "Legal form",
        AttributeKey::Employer => "Employer",
        AttributeKey::Reversible => "Reversible",
        AttributeKey::EarliestStart => "Earliest start",
        AttributeKey::LegalPower => "Legal power",
        AttributeKey::StatutoryDirection => "Statutory direction",
        AttributeKey::ProcurementRoute => "Procurement route",
        AttributeKey::SubsidyControl => "Subsidy control",
        AttributeKey::TransferAndPensions => "Transfer and pensions",
        AttributeKey::Vat => "VAT",
        AttributeKey::Registration => "Registration",
        AttributeKey::ExitAndStepIn => "Exit and step-in",
        AttributeKey::Own(name) => name,
    }
}

/// The categories of difference of MACBETH, by their numbers.
pub const CATEGORIES: [&str; 7] = [
    "no difference",
    "very weak",
    "weak",
    "moderate",
    "strong",
    "very strong",
    "extreme",
];

/// A category of difference, or a range of them.
///
/// ```
/// use weighbridge_report::words::category;
/// assert_eq!(category(2, 2), "weak");
/// assert_eq!(category(2, 4), "weak to strong");
/// ```
pub fn category(low: u8, high: u8) -> String {
    let word = |at: u8| CATEGORIES.get(usize::from(at)).copied().unwrap_or_default();
    if low == high {
        word(low).to_owned()
    } else {
        format!("{} to {}", word(low), word(high))
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date as a report writes it.
///
/// ```
/// use weighbridge_model::PartialDate;
/// use weighbridge_report::words::date;
/// let words = |text| date(PartialDate::parse(text).unwrap());
/// assert_eq!(words("2013-12-16"), "16 December 2013");
/// assert_eq!(words("2009-11"), "November 2009");
/// assert_eq!(words("2009"), "2009");
/// ```
pub fn date(date: PartialDate) -> String {
    let year = date.year();
    let month = date.month().map(|month| {
        let at = usize::from(month).saturating_sub(1);
        MONTHS.get(at).copied().unwrap_or_default()
    });
    match (month, date.day()) {
        (Some(month), Some(day)) => format!("{day} {month} {year}"),
        (Some(month), None) => format!("{month} {year}"),
        (None, _) => year.to_string(),
    }
}

/// Why a score has no value on its scale, as a clause.
pub fn off_scale(why: &OffScale) -> String {
    match why {
        OffScale::NotOfHundred(x) => format!("{x} is not from 0 to 100"),
        OffScale::NotANumber(label) => format!("“{label}” is not a number"),
        OffScale::NoPoint(label) => format!("“{label}” is not a point of the scale"),
        OffScale::TooFar => "it is too far outside the scale to have a value".to_owned(),
    }
}
