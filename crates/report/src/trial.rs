//! A share of weight to be tried: just past a place where the leader changes.

use super::subject::Subject;
use weighbridge_analysis::{
    Analysis, OptionIx, Scope, Share, Side, WeightChange, WeightClaim, analyse, with_share,
};
use weighbridge_model::{CriterionId, Perspective};

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

/// The trial of a change of leader that a weight makes: past its threshold as its sentence has it, and short of
/// where the next take over.
///
/// `None` where they lead on no share with few decimals.
///
/// ```
/// use weighbridge_analysis::{Share, WeightClaims, analyse};
/// use weighbridge_opening::library;
/// use weighbridge_report::trial;
/// let analysis = analyse(&library::entry("birmingham-2013").unwrap().open().unwrap());
/// let at = analysis.nodes.position(|n| n.id.as_str() == "independence").unwrap();
/// let all = WeightClaims::new(&analysis);
/// let claim = all.of(at, Share::Local).unwrap();
/// let found = trial(&analysis, claim, &claim.above[0]).unwrap();
/// assert_eq!(found.percent, 33.0, "the leader changes at 32.836%");
/// ```
pub fn trial(analysis: &Analysis, claim: &WeightClaim, change: &WeightChange) -> Option<Trial> {
    let place = &change.threshold;
    let is_above = place.side == Side::Above;
    let percent = past(place.at, place.printed, change.until * 100.0, is_above)?;
    Some(Trial {
        criterion: analysis.nodes[claim.node()].id.clone(),
        of: claim.lines.share,
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

/// So many values of options can be looked at again for what may be tried before a page waits for it.
const MOST_VALUES: usize = 200_000;

/// How many of the weights that are told may be tried: where that is tried first, as [`leads_then`] does, the
/// nearest few of a large appraisal.
pub(super) fn most_tried(on: Subject<'_>) -> usize {
    let values = on.analysis.options.len() * on.analysis.leaves.len();
    match on.analysis.scope {
        Scope::All => usize::MAX,
        Scope::Complete | Scope::Behind => MOST_VALUES / values.max(1),
    }
}

/// Whether those who would lead do so in the whole appraisal once a share is tried: an option without all its
/// scores, of which the claim is not, may be ahead of them.
pub(super) fn leads_then(
    on: Subject<'_>,
    claim: &WeightClaim,
    trial: &Trial,
    leaders: &[OptionIx],
) -> bool {
    if on.analysis.scope == Scope::All {
        return true;
    }
    let (voice, share) = (on.appraisal.voice, trial.percent / 100.0);
    let voice = with_share(voice, on.analysis, claim.node(), trial.of, share);
    let then = voice.map(|voice| {
        analyse(Perspective {
            voice: &voice,
            ..on.appraisal
        })
    });
    then.is_some_and(|then| then.lead.leaders == leaders)
}
