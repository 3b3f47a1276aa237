//! The nearest place at which one weight changes who leads, for the slider it belongs to.

use super::changes::share_words;
use super::subject::Subject;
use weighbridge_analysis::{NodeIx, OptionIx, Share, Side, WeightClaim, WeightClaims};

/// Where a weight, moved by itself, next changes who leads.
#[derive(Clone, Debug, PartialEq)]
pub struct NearestFlip {
    /// The share at which it does, in per cent of what the slider shares out: of everything at the top, else of its group.
    pub at: f64,
    /// Who leads beyond; several that are level there.
    pub leaders: Vec<OptionIx>,
    /// Both in a few words: "Above 32.9%, Trust (council) leads".
    pub words: String,
}

/// The nearest change of the leader that the weight of a criterion makes within its group (of everything at the top),
/// the others in proportion; `None` where it makes none.
///
/// ```
/// use weighbridge_analysis::{WeightClaims, analyse};
/// use weighbridge_opening::library;
/// use weighbridge_report::{Subject, nearest_flip};
/// let appraisal = library::entry("birmingham-2013").unwrap().open().unwrap();
/// let analysis = analyse(&appraisal);
/// let (on, claims) = (Subject::new(&appraisal, &analysis), WeightClaims::new(&analysis));
/// let of = |at: usize| nearest_flip(on, &claims, analysis.nodes.ix(at).unwrap());
/// assert_eq!(of(4).unwrap().words, "Above 32.9%, Trust (council) leads");
/// assert_eq!(of(0), None, "Front line never changes who leads");
/// ```
pub fn nearest_flip(on: Subject<'_>, claims: &WeightClaims, node: NodeIx) -> Option<NearestFlip> {
    let share = match on.analysis.nodes[node].parent {
        Some(_) => Share::Local,
        None => Share::Cumulative,
    };
    let own = |claim: &&WeightClaim| claim.node() == node;
    let claim = claims
        .of(node, share)
        .or_else(|| claims.claims.iter().find(own))?;
    let now = claim.lines.now * 100.0;
    let sides = [claim.below.first(), claim.above.first()];
    let mut changes = sides.into_iter().flatten();
    let first = changes.next()?;
    let away = |at: f64| (at - now).abs();
    let nearest = changes.fold(first, |best, next| {
        match away(next.threshold.at) < away(best.threshold.at) {
            true => next,
            false => best,
        }
    });
    let names: Vec<_> = nearest
        .leaders
        .iter()
        .map(|at| on.option_short(*at))
        .collect();
    let leads = match names.len() {
        1 => "leads",
        _ => "are level",
    };
    let side = match nearest.threshold.side {
        Side::Above => "Above",
        Side::Below => "Below",
    };
    // At the share as it is now there is no number that is not the one in the box.
    let place = match (nearest.threshold.is_now(now), nearest.threshold.side) {
        (true, Side::Above) => "With any more".to_owned(),
        (true, Side::Below) => "With any less".to_owned(),
        (false, _) => format!("{side} {}", share_words(&nearest.threshold)),
    };
    Some(NearestFlip {
        at: nearest.threshold.at,
        leaders: nearest.leaders.clone(),
        words: format!("{place}, {} {leads}", super::names::join(&names)),
    })
}
