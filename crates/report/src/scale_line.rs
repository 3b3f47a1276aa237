//! The scale of a criterion in one line: both its ends in words, or what is missing.

use super::number::{measured, unrounded};
use super::reference_points::end_of_scale;
use weighbridge_analysis::Analysis;
use weighbridge_model::{
    Criterion, Direction, Perspective, Range, ReferencePoint, ReferencePoints, ScaleKind,
};

/// A scale in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScaleLine {
    /// Both ends, the worst first: `30 to 10 weeks`; or what is not said.
    pub words: String,
    /// Whether an end is not described, although somebody should.
    pub missing: bool,
}

/// The scale of a criterion that is scored, in one line.
///
/// ```
/// use weighbridge_analysis::analyse;
/// use weighbridge_opening::library;
/// use weighbridge_report::scale_line;
/// let birmingham = library::entry("birmingham-2013").unwrap().open().unwrap();
/// let analysis = analyse(&birmingham);
/// let line = scale_line(&birmingham, &analysis, birmingham.leaves()[0]);
/// assert!(line.words.starts_with('“') && line.words.contains("” to “") && !line.missing);
/// ```
pub fn scale_line<'a>(
    on: impl Into<Perspective<'a>>,
    analysis: &Analysis,
    criterion: &Criterion,
) -> ScaleLine {
    let ends = analysis.ends(on.into(), &criterion.id);
    if let Some(words) = ends_line(&ends) {
        return ScaleLine {
            words,
            missing: false,
        };
    }
    let follows = match &criterion.scale.kind {
        ScaleKind::Measure(measure) if measure.range == Range::Local => {
            let better = match measure.direction {
                Direction::Higher => "more is better",
                Direction::Lower => "less is better",
            };
            let unit = measure.unit.trim();
            let unit = if unit.is_empty() {
                String::new()
            } else {
                format!("{unit}, ")
            };
            Some(format!("{unit}{better}; ends at the options’ own amounts"))
        }
        ScaleKind::Measure(_) | ScaleKind::Direct | ScaleKind::Points(_) => None,
    };
    if let Some(words) = follows {
        return ScaleLine {
            words,
            missing: false,
        };
    }
    let words = match (end_of_scale(&ends.worst), end_of_scale(&ends.best)) {
        (Some(worst), None) => format!("{worst} to 100, not described"),
        (None, Some(best)) => format!("0, not described, to {best}"),
        (None, None) | (Some(_), Some(_)) => "Ends not described".to_owned(),
    };
    ScaleLine {
        words,
        missing: true,
    }
}

/// Both ends, the worst first; nothing while one is not said. A unit that they share is said once.
fn ends_line(ends: &ReferencePoints) -> Option<String> {
    if let (
        ReferencePoint::Amount { at: worst, unit },
        ReferencePoint::Amount {
            at: best,
            unit: other,
        },
    ) = (&ends.worst, &ends.best)
        && unit == other
    {
        let (worst, best) = (unrounded(worst.get()), unrounded(best.get()));
        // Of "£m a year" the first end has "£m"; of other units it has none.
        let money = unit
            .trim()
            .split(' ')
            .next()
            .filter(|word| word.starts_with(['£', '%']));
        let first = money.map_or_else(|| worst.clone(), |money| measured(&worst, money));
        return Some(format!("{first} to {}", measured(&best, unit)));
    }
    let (worst, best) = (end_of_scale(&ends.worst)?, end_of_scale(&ends.best)?);
    Some(format!("{worst} to {best}"))
}
