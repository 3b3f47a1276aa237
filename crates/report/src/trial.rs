//! A share of weight to be tried: just past a place where the leader changes.

use weighbridge_analysis::{Analysis, Share, WeightLines};
use weighbridge_model::CriterionId;

/// A share of weight at which somebody else leads, to be tried in one's own weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// The criterion that gets it.
    pub criterion: CriterionId,
    /// Of what it is a share: of its group, or of everything.
    pub of: Share,
    /// How much, in per cent, from 0 to 100: the number with the fewest decimals past the place.
    pub percent: f64,
}

/// The trial of the nearest change of leader above (or else below) the share that a criterion has now: past
/// `printed`, the place in per cent as its sentence has it, and short of the next change.
///
/// `None` where the leader does not change on that side, or only all but at an end.
///
/// ```
/// use weighbridge_analysis::{analyse, weight_lines};
/// use weighbridge_opening::library;
/// use weighbridge_report::trial;
/// let analysis = analyse(&library::entry("birmingham-2013").unwrap().open().unwrap());
/// let at = analysis.nodes.position(|n| n.id.as_str() == "independence").unwrap();
/// let found = trial(&analysis, &weight_lines(&analysis, at).unwrap(), true, 32.9).unwrap();
/// assert_eq!(found.percent, 33.0, "the leader changes at 32.836%");
/// ```
pub fn trial(analysis: &Analysis, lines: &WeightLines, above: bool, printed: f64) -> Option<Trial> {
    let places = lines.flips.iter().map(|flip| flip.at);
    let (at, next) = if above {
        let mut beyond = places.filter(|at| *at >= lines.now);
        (beyond.next()?, beyond.next().unwrap_or(1.0))
    } else {
        let mut beyond = places.rev().filter(|at| *at <= lines.now);
        (beyond.next()?, beyond.next().unwrap_or(0.0))
    };
    let percent = past(at * 100.0, printed, next * 100.0, above)?;
    Some(Trial {
        criterion: analysis.nodes[lines.node].id.clone(),
        of: lines.share,
        percent,
    })
}

/// The number with the fewest decimals past two places that are all but the same, and before a third.
fn past(at: f64, printed: f64, next: f64, above: bool) -> Option<f64> {
    let from = if above {
        at.max(printed)
    } else {
        at.min(printed)
    };
    // An end of the scale may be tried; where the leader changes once more may not.
    let end = if above { 100.0 } else { 0.0 };
    for decimals in 0..7 {
        let unit: f64 = format!("1e{decimals}").parse().ok()?;
        let step = if above {
            (from * unit + 1e-6).floor() + 1.0
        } else {
            (from * unit - 1e-6).ceil() - 1.0
        };
        let found = step / unit;
        let short = if above { found < next } else { found > next };
        let last = |x: f64| x.total_cmp(&end).is_eq();
        if short || (last(found) && last(next)) {
            return Some(found);
        }
    }
    None
}
