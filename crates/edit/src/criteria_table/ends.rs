//! The scale that a row of the table speaks of: its ends as amounts or in words, its unit and which way is better.

use crate::{parse_amount, parse_number};
use weighbridge_model::{
    Direction, Extra, Finite, Measure, Range, ScaleKind, ScalePoint, plain_text,
};

/// What the cells of a row say of the scale.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct EndCells<'a> {
    pub unit: &'a str,
    pub direction: &'a str,
    pub scale: &'a str,
    pub worst: &'a str,
    pub best: &'a str,
    pub lowest: &'a str,
    pub highest: &'a str,
    /// Set where the amounts that are scored, rather than the ends, show that it is a measure.
    pub is_measured: bool,
}

/// The scale that a row speaks of.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Ends {
    /// The scale; `None` leaves it as it is.
    pub kind: Option<ScaleKind>,
    /// What 0 and 100 mean, in words; empty where nothing is said.
    pub words: [String; 2],
    /// Nothing says which way is better, so that more is taken to be.
    pub direction_assumed: bool,
}

/// Why cells do not make a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndsFault {
    /// Which way is better cannot be read.
    Direction,
    /// How it is scored cannot be read.
    Scale,
    /// One end is an amount, and the other is not said.
    OneEnd,
    /// Both ends are one amount.
    SameEnds,
    /// The worst amount is on the better side of the best, by what is said of the direction.
    AgainstDirection,
}

/// Words that say which way is better.
const HIGHER: [&str; 16] = [
    "higher", "high", "more", "max", "maximum", "maximise", "maximize", "up", "upwards", "+", "↑",
    "increase", "larger", "bigger", "greater", "benefit",
];
const LOWER: [&str; 16] = [
    "lower",
    "low",
    "less",
    "min",
    "minimum",
    "minimise",
    "minimize",
    "down",
    "downwards",
    "-",
    "↓",
    "decrease",
    "smaller",
    "fewer",
    "shorter",
    "cost",
];

/// Labels that are best where a list of them begins with one.
const GOOD: [&str; 10] = [
    "yes",
    "high",
    "very high",
    "excellent",
    "very good",
    "good",
    "strong",
    "full",
    "green",
    "always",
];

/// Which way is better, as it is written: `Lower is better`, `max`, `↓`.
///
/// # Errors
/// [`EndsFault::Direction`] where it says neither or both.
pub(super) fn direction(text: &str) -> Result<Option<Direction>, EndsFault> {
    let text = plain_text(text);
    let split = |c: char| c.is_whitespace() || "/,;()".contains(c);
    let mut words = text.split(split).filter(|w| !w.is_empty()).peekable();
    if words.peek().is_none() {
        return Ok(None);
    }
    let (mut higher, mut lower) = (false, false);
    for word in words {
        higher |= HIGHER.contains(&word);
        lower |= LOWER.contains(&word);
    }
    match (higher, lower) {
        (true, false) => Ok(Some(Direction::Higher)),
        (false, true) => Ok(Some(Direction::Lower)),
        _ => Err(EndsFault::Direction),
    }
}

/// Reads what a row says of its scale.
///
/// # Errors
/// Why it makes none; the scale is then left as it is.
pub(super) fn ends(of: &EndCells<'_>) -> Result<Ends, EndsFault> {
    let towards = direction(of.direction)?;
    if !of.scale.is_empty() {
        let kind = listed(of.scale, towards).ok_or(EndsFault::Scale)?;
        return Ok(with_words(Some(kind), [of.worst, of.best]));
    }
    if let Some(kind) = listed_as_unit(of.unit, towards) {
        return Ok(with_words(Some(kind), [of.worst, of.best]));
    }
    // The lowest and the highest are the worst and the best, or the other way round.
    let (worst, best, stated) = if of.lowest.is_empty() && of.highest.is_empty() {
        (of.worst, of.best, true)
    } else if towards == Some(Direction::Lower) {
        (of.highest, of.lowest, true)
    } else {
        (of.lowest, of.highest, towards.is_some())
    };
    if worst == "0" && best == "100" && of.unit.is_empty() {
        return Ok(with_words(Some(ScaleKind::Direct), ["", ""]));
    }
    match (amount_of(worst, of.unit), amount_of(best, of.unit)) {
        (Some((from, unit)), Some((to, other))) if unit == other => {
            let kind = measure(from, to, unit, towards)?;
            Ok(Ends {
                kind: Some(kind),
                direction_assumed: !stated,
                ..Ends::default()
            })
        }
        (Some(_), None) if best.is_empty() => Err(EndsFault::OneEnd),
        (None, Some(_)) if worst.is_empty() => Err(EndsFault::OneEnd),
        _ if !of.unit.is_empty() || of.is_measured => {
            let kind = ScaleKind::Measure(Measure {
                unit: of.unit.to_owned(),
                direction: towards.unwrap_or(Direction::Higher),
                range: Range::Local,
                breakpoints: Vec::new(),
            });
            let ends = with_words(Some(kind), [worst, best]);
            Ok(Ends {
                direction_assumed: towards.is_none(),
                ..ends
            })
        }
        _ => Ok(with_words(None, [worst, best])),
    }
}

fn with_words(kind: Option<ScaleKind>, words: [&str; 2]) -> Ends {
    Ends {
        kind,
        words: words.map(str::to_owned),
        direction_assumed: false,
    }
}

/// A measure that ends at two amounts; which way is better follows from which of them is the best.
fn measure(
    worst: Finite,
    best: Finite,
    unit: String,
    towards: Option<Direction>,
) -> Result<ScaleKind, EndsFault> {
    let direction = if worst < best {
        Direction::Higher
    } else {
        Direction::Lower
    };
    if worst == best {
        return Err(EndsFault::SameEnds);
    }
    if towards.is_some_and(|towards| towards != direction) {
        return Err(EndsFault::AgainstDirection);
    }
    let is_mark = |end: Finite| (0.0..=10.0).contains(&end.get()) && end.get().fract() == 0.0;
    let marks =
        unit.is_empty() && direction == Direction::Higher && is_mark(worst) && is_mark(best);
    let (low, high) = if worst < best {
        (worst, best)
    } else {
        (best, worst)
    };
    Ok(ScaleKind::Measure(Measure {
        unit: if marks { MARKS.to_owned() } else { unit },
        direction,
        range: Range::Fixed { low, high },
        breakpoints: Vec::new(),
    }))
}

/// The unit of marks such as those from 1 to 5.
const MARKS: &str = "marks";

/// An amount with its unit: `£3.15m a year` is 3,150,000 and `£ a year`. A unit that is given beside it may stand behind
/// it as well.
pub(super) fn amount_of(text: &str, unit: &str) -> Option<(Finite, String)> {
    let text = text.trim();
    if !text.contains(|c: char| c.is_numeric()) {
        return None;
    }
    if !unit.is_empty() {
        let bare = text.strip_suffix(unit).unwrap_or(text).trim_end();
        let read = parse_amount(bare, unit).or_else(|_| parse_amount(text, unit));
        return Some((read.ok()?, unit.to_owned()));
    }
    let pounds = if text.contains('£') { "£" } else { "" };
    let breaks = text.char_indices().map(|(at, _)| at).filter(|at| *at > 0);
    let mut ends: Vec<usize> = breaks.chain([text.len()]).collect();
    ends.reverse();
    ends.into_iter().find_map(|end| {
        let (amount, rest) = text.split_at_checked(end)?;
        let at_word = rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || c == '%');
        let glued = amount.ends_with(|c: char| c.is_ascii_digit());
        let rest = rest.trim();
        let is_unit = rest.split_whitespace().count() <= 4
            && rest
                .chars()
                .all(|c| c.is_alphabetic() || c == ' ' || c == '/' || c == '%');
        let read = parse_amount(amount, "")
            .ok()
            .filter(|_| (at_word || glued) && is_unit)?;
        let percent = if amount.ends_with('%') { "%" } else { "" };
        let unit = [pounds, percent, rest]
            .into_iter()
            .filter(|part| !part.is_empty());
        Some((read, unit.collect::<Vec<_>>().join(" ")))
    })
}

/// A scale that stands where a unit would: `0-100`, `1-5`.
fn listed_as_unit(unit: &str, towards: Option<Direction>) -> Option<ScaleKind> {
    let inner = unit.to_ascii_lowercase();
    let inner = ["score", "scores", "scale", "marks", "points"]
        .iter()
        .find_map(|word| inner.strip_prefix(word));
    let inner = inner
        .unwrap_or(unit)
        .trim_matches([' ', '(', ')', ',', ':']);
    numbers(inner, towards)
}

/// A scale from one number to another, or of labels, the worst first.
fn listed(text: &str, towards: Option<Direction>) -> Option<ScaleKind> {
    numbers(text, towards).or_else(|| labels(text, towards))
}

/// `0-100` is values given directly; `1-5` and `0 to 10` are marks.
fn numbers(text: &str, towards: Option<Direction>) -> Option<ScaleKind> {
    let text = plain_text(text).replace(['–', '—'], "-");
    let text = text.strip_suffix("directly").unwrap_or(&text);
    let parts = text.split_once(" to ").or_else(|| text.split_once('-'));
    let (low, high) = parts?;
    let (low, high) = (parse_number(low).ok()?, parse_number(high).ok()?);
    let direct = low.get() == 0.0 && (high.get() - 100.0).abs() < f64::EPSILON;
    if direct && towards != Some(Direction::Lower) {
        return Some(ScaleKind::Direct);
    }
    (low < high).then(|| {
        ScaleKind::Measure(Measure {
            unit: MARKS.to_owned(),
            direction: towards.unwrap_or(Direction::Higher),
            range: Range::Fixed { low, high },
            breakpoints: Vec::new(),
        })
    })
}

/// Labels with equal steps between them, from the worst to the best: `poor / fair / good`, `1 = poor; 2 = good`.
fn labels(text: &str, towards: Option<Direction>) -> Option<ScaleKind> {
    let separator = ['/', ';', '|', '\n', ',']
        .into_iter()
        .find(|c| text.contains(*c))?;
    let parts: Vec<(&str, &str)> = text
        .split(separator)
        .map(|part| {
            part.split_once('=')
                .or_else(|| part.split_once(':'))
                .unwrap_or((part, ""))
        })
        .map(|(label, words)| (label.trim(), words.trim()))
        .collect();
    let steps = i32::try_from(parts.len())
        .ok()?
        .checked_sub(1)
        .filter(|n| *n > 0)?;
    let begins_well = parts
        .first()
        .is_some_and(|(label, _)| GOOD.iter().any(|good| good.eq_ignore_ascii_case(label)));
    let best_first = towards.map_or(begins_well, |towards| towards == Direction::Lower);
    let point = |(at, (label, words)): (i32, &(&str, &str))| {
        let up = if best_first { steps - at } else { at };
        Some(ScalePoint {
            label: (*label).to_owned(),
            words: (*words).to_owned(),
            value: Finite::new(100.0 * f64::from(up) / f64::from(steps))?,
            extra: Extra::default(),
        })
    };
    let points: Option<Vec<ScalePoint>> = (0..).zip(&parts).map(point).collect();
    let kind = ScaleKind::Points(points?);
    kind.check().is_ok().then_some(kind)
}
