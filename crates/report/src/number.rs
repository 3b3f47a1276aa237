//! Numbers and amounts as the GOV.UK style guide writes them: 32.8%, £4.2 million, 17.0 points.
//!
//! What is below zero has a true minus. Which function is for what:
//!
//! | a number | is written by | for example |
//! | --- | --- | --- |
//! | derived, in a sentence | [`short`], [`percent`]: three significant figures, because nobody's judgement is finer | `13.5`, `9.09%` |
//! | a lead or a difference of totals, in a sentence | [`tenths`], [`points`] | `17.0 points` |
//! | derived, alone, where its zeros are told | [`three`] | `45.0` |
//! | in a column, or a part beside its sum | [`crate::column::Column`]: fixed decimals, parts that add up | `9.1`, `45.5` |
//! | the weight of a criterion, in any table | [`super::Shares`] | `9.1%` |
//! | a total, or what adds up to one | [`crate::column::Column::points`], [`super::printed_contributions`] | `77.5` |
//! | past which something holds | [`weighbridge_analysis::Threshold`]: rounded to the side on which it does | `32.9%` |
//! | entered, as it is told | [`exact`] | `1,500` |
//! | entered, in the field where it is changed | [`entered`] | `33.33` |
//! | an amount with its unit | [`measured`] | `12 weeks` |
//! | money | [`money`] | `£19.5 million` |

use super::words::Named;
use std::borrow::Cow;
use weighbridge_model::{Amount, Figure, Pence};

/// The sign of what is below zero.
const MINUS: char = '−';

/// A derived number to three significant figures: `77.5`, `45.0`, `0.0123`, `1,230`.
///
/// ```
/// use weighbridge_report::significant;
/// assert_eq!(significant(60.5), "60.5");
/// assert_eq!(significant(45.0), "45.0");
/// assert_eq!(significant(99.96), "100");
/// assert_eq!(significant(1234.0), "1,230");
/// assert_eq!(significant(-0.0), "0");
/// assert_eq!(significant(-8.25), "−8.25");
/// ```
pub fn significant(x: f64) -> String {
    if x == 0.0 {
        return "0".to_owned();
    }
    if x < 0.0 {
        return format!("{MINUS}{}", significant(-x));
    }
    // `{:.2e}` rounds to three figures and tells the exponent after rounding.
    let scientific = format!("{x:.2e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    match exponent {
        15.. | ..=-7 => scientific,
        3.. => {
            let digits: String = mantissa.chars().filter(|c| *c != '.').collect();
            let zeros = usize::try_from(exponent - 2).unwrap_or(0);
            group(&format!("{digits}{}", "0".repeat(zeros)))
        }
        _ => {
            let decimals = usize::try_from(2 - exponent).unwrap_or(0);
            format!("{x:.decimals$}")
        }
    }
}

/// A derived number to at most three significant figures, without trailing zeros: `21`, `13.5`.
///
/// ```
/// use weighbridge_report::compact;
/// assert_eq!(compact(21.0), "21");
/// assert_eq!(compact(13.5), "13.5");
/// ```
pub fn compact(x: f64) -> String {
    trim(significant(x))
}

fn trim(text: String) -> String {
    if text.contains('.') && !text.contains('e') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// A share of one as a percentage: `32.8%`, `10%`.
///
/// ```
/// use weighbridge_report::percent;
/// assert_eq!(percent(0.328_358), "32.8%");
/// assert_eq!(percent(0.1), "10%");
/// ```
pub fn percent(share: f64) -> String {
    format!("{}%", compact(share * 100.0))
}

/// A share of one as a percentage to three decimals, for tables where it is exact: `32.836%`, `10.000%`.
pub fn exact_percent(share: f64) -> String {
    format!("{:.3}%", share * 100.0)
}

/// Points of 100 between two totals, as finely as totals are shown: `17.0`, `0.3`, `100`.
///
/// ```
/// use weighbridge_report::tenths;
/// assert_eq!(tenths(17.0), "17.0");
/// assert_eq!(tenths(1.0 / 3.0), "0.3");
/// assert_eq!(tenths(-8.18), "−8.2");
/// assert_eq!(tenths(0.01), "less than 0.1");
/// assert_eq!(tenths(100.0), "100");
/// ```
pub fn tenths(x: f64) -> String {
    let size = x.abs();
    if size == 0.0 {
        return "0".to_owned();
    }
    if size < 0.05 {
        return "less than 0.1".to_owned();
    }
    let digits = if size < 99.95 {
        format!("{size:.1}")
    } else {
        significant(size)
    };
    if x < 0.0 {
        format!("{MINUS}{digits}")
    } else {
        digits
    }
}

/// Points of 100: `17.0 points`, `1 point`.
pub fn points(x: f64) -> String {
    match tenths(x).as_str() {
        "1.0" => "1 point".to_owned(),
        text => format!("{text} points"),
    }
}

/// An amount with its unit: `12 weeks`, `£3.5m a year`, `30%`.
///
/// ```
/// use weighbridge_report::measured;
/// assert_eq!(measured("12", "weeks"), "12 weeks");
/// assert_eq!(measured("12", ""), "12");
/// assert_eq!(measured("3.5", "£m a year"), "£3.5m a year");
/// assert_eq!(measured("37", "£ a week"), "£37 a week");
/// assert_eq!(measured("−2", "%"), "−2%");
/// ```
pub fn measured(amount: &str, unit: &str) -> String {
    let unit = unit.trim();
    let Some(rest) = unit.strip_prefix('£') else {
        let space = if unit.is_empty() || unit == "%" {
            ""
        } else {
            " "
        };
        return format!("{amount}{space}{}", unit_of(amount, unit));
    };
    let (sign, amount) = amount
        .strip_prefix(MINUS)
        .map_or(("", amount), |rest| ("−", rest));
    format!("{sign}£{amount}{rest}")
}

/// Units that are counted, in the plural.
const COUNTED: [&str; 20] = [
    "children",
    "days",
    "families",
    "homes",
    "hours",
    "kilometres",
    "marks",
    "miles",
    "minutes",
    "months",
    "people",
    "percentage points",
    "places",
    "points",
    "schools",
    "scores",
    "stars",
    "visits",
    "weeks",
    "years",
];

/// A unit beside an amount as it is printed: of one mark it is not `marks`.
///
/// ```
/// use weighbridge_report::unit_of;
/// assert_eq!((unit_of("1", "marks"), unit_of("1", "weeks to begin")), ("mark".into(), "week to begin".into()));
/// assert_eq!((unit_of("2", "marks"), unit_of("1", "process")), ("marks".into(), "process".into()));
/// ```
pub fn unit_of<'a>(amount: &str, unit: &'a str) -> Cow<'a, str> {
    if !matches!(amount, "1" | "-1" | "−1") {
        return Cow::Borrowed(unit);
    }
    let counted = COUNTED.iter().find_map(|all| {
        let rest = unit.strip_prefix(all)?;
        (rest.is_empty() || rest.starts_with(' ')).then_some((*all, rest))
    });
    let Some((all, rest)) = counted else {
        return Cow::Borrowed(unit);
    };
    let one = match all {
        "children" => "child",
        "families" => "family",
        "people" => "person",
        all => all.strip_suffix('s').unwrap_or(all),
    };
    Cow::Owned(format!("{one}{rest}"))
}

/// A number just as it was entered, with thousands separated: `1,500`, `0.25`.
pub fn unrounded(x: f64) -> String {
    if x < 0.0 {
        return format!("{MINUS}{}", unrounded(-x));
    }
    let text = if x == 0.0 {
        "0".to_owned()
    } else {
        x.to_string()
    };
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    if decimals.is_empty() {
        group(whole)
    } else {
        format!("{}.{decimals}", group(whole))
    }
}

/// A number as a field shows it: as it was entered while it is short, else to two decimals. Nothing is
/// changed by it: a field keeps the number it has until another is typed.
///
/// ```
/// use weighbridge_report::entered;
/// assert_eq!(entered(12.5), "12.5");
/// assert_eq!(entered(100.0 / 3.0), "33.33");
/// assert_eq!(entered(40.000_000_001), "40");
/// assert_eq!(entered(0.000_012_345_678), "0.0000123");
/// assert_eq!(entered(1e308), "1e308");
/// ```
pub fn entered(x: f64) -> String {
    let text = x.to_string();
    if text.len() <= 9 {
        text
    } else if (0.01..1e9).contains(&x) {
        trim(format!("{x:.2}"))
    } else if x < 0.01 {
        compact(x)
    } else {
        format!("{x:e}")
    }
}

/// Whether [`entered`] leaves digits of a number out.
pub fn is_rounded(x: f64) -> bool {
    entered(x) != x.to_string()
}

/// An amount of money just as it was entered: `£10 million`, `£462,000`, `£37.50`.
///
/// ```
/// use weighbridge_model::Pence;
/// use weighbridge_report::money;
/// assert_eq!(money(Pence::from_pounds(10_000_000.0).unwrap()), "£10 million");
/// assert_eq!(money(Pence::from_pounds(19_500_000.0).unwrap()), "£19.5 million");
/// assert_eq!(money(Pence::from_pounds(462_000.0).unwrap()), "£462,000");
/// assert_eq!(money(Pence::from_pounds(-37.5).unwrap()), "−£37.50");
/// ```
pub fn money(amount: Pence) -> String {
    let pence = amount.get();
    let sign = if pence < 0 { "−" } else { "" };
    let pence = pence.unsigned_abs();
    let (pounds, odd) = (pence / 100, pence % 100);
    if pounds >= 1_000_000 && pence.is_multiple_of(1_000_000) {
        let hundredths = pounds / 10_000;
        let text = format!(
            "{}.{:02}",
            group(&(hundredths / 100).to_string()),
            hundredths % 100
        );
        format!("{sign}£{} million", trim(text))
    } else if odd == 0 {
        format!("{sign}£{}", group(&pounds.to_string()))
    } else {
        format!("{sign}£{}.{odd:02}", group(&pounds.to_string()))
    }
}

/// A figure with its qualifier and unit: `almost £10 million`, `15 children per full-time post`.
pub fn figure(figure: &Figure) -> String {
    let amount = match &figure.amount {
        Amount::Money(pence) => money(*pence),
        Amount::Quantity { value, unit } => format!("{} {unit}", unrounded(value.get())),
    };
    format!("{} {amount}", figure.qualifier.words())
        .trim()
        .to_owned()
}

/// Digits in groups of three.
pub(crate) fn group(digits: &str) -> String {
    let mut out = String::new();
    for (at, c) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// A small whole number in words, as a sentence has it: `five of six`.
pub fn count(n: usize) -> String {
    const WORDS: [&str; 10] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    WORDS
        .get(n)
        .map_or_else(|| n.to_string(), |w| (*w).to_owned())
}
