//! What would overturn the lead, of single changes: the nearest of them whole, and what there is besides.

use super::{Analysis, ScoreFlip, WeightClaim, WeightClaims};
use weighbridge_numeric::sort_ascending;

/// The single changes (of one weight or of one score) that put another option ahead of the one that leads.
///
/// Between them they are all there are: while the nearest is not made, and no other of those that are counted, the
/// leader stays first. Distances of weights are in percentage points of the share that is moved, those of scores in
/// points of value, and a point of one is held to be as far as a point of the other.
///
/// ```
/// use weighbridge_analysis::{Overturning, SingleChange, WeightClaims, all_score_flips, analyse};
/// use weighbridge_opening::library;
/// let on = library::entry("birmingham-2013").unwrap().open().unwrap();
/// let analysis = analyse(&on);
/// let (claims, flips) = (WeightClaims::new(&analysis), all_score_flips(&on, &analysis));
/// let found = Overturning::of(&analysis, &claims, &flips).unwrap();
/// let SingleChange::Weight(nearest) = &found.nearest else { panic!("a weight is nearest") };
/// assert_eq!(analysis.nodes[nearest[0].node()].id.as_str(), "independence");
/// assert_eq!(nearest[0].safe_to.unwrap().printed, 32.8, "now 10%: 22.8 percentage points away");
/// assert_eq!((found.weights.count, found.scores.count), (0, 2), "two scores do it too");
/// assert!(found.scores.least.unwrap() > 56.0, "70 would have to fall below 13.3");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Overturning {
    /// The nearest.
    pub nearest: SingleChange,
    /// Which other weights do it.
    pub weights: Others,
    /// Which other scores do it.
    pub scores: Others,
}

/// One weight or one score that changes who leads.
#[derive(Clone, Debug, PartialEq)]
pub enum SingleChange {
    /// A weight, by each of its shares that does it, the nearest first: of everything, of its group, or both.
    Weight(Vec<WeightClaim>),
    /// A score.
    Score(Box<ScoreFlip>),
}

/// Changes that are farther away than the nearest.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Others {
    /// How many.
    pub count: usize,
    /// How far at least each would have to go, in points; `None` where there is none, or where the end of a scale moves
    /// with an amount, so that what is entered is not as far as the value.
    pub least: Option<f64>,
}

impl Overturning {
    /// What single changes overturn the lead of an analysis, by what is worked out of its weights and scores; `None`
    /// unless one option leads and some change does.
    pub fn of(analysis: &Analysis, claims: &WeightClaims, flips: &[ScoreFlip]) -> Option<Self> {
        Self::nearest_of(analysis, weights(claims), scores(flips))
    }

    /// The same of weights alone.
    pub fn of_weights(analysis: &Analysis, claims: &WeightClaims) -> Option<Self> {
        Self::nearest_of(analysis, weights(claims), Vec::new())
    }

    /// The same of scores alone.
    pub fn of_scores(analysis: &Analysis, flips: &[ScoreFlip]) -> Option<Self> {
        Self::nearest_of(analysis, Vec::new(), scores(flips))
    }

    /// Of weights and scores, each the nearest first.
    fn nearest_of(
        analysis: &Analysis,
        mut weights: Vec<Vec<WeightClaim>>,
        mut scores: Vec<&ScoreFlip>,
    ) -> Option<Self> {
        let [_] = analysis.verdict.leaders() else {
            return None;
        };
        let is_weight = match (weights.first(), scores.first()) {
            (None, None) => return None,
            (Some(weight), Some(score)) => far(weight) <= away(score),
            (weight, _) => weight.is_some(),
        };
        let nearest = match is_weight {
            true => SingleChange::Weight(weights.remove(0)),
            false => SingleChange::Score(Box::new(scores.remove(0).clone())),
        };
        let plain = scores.iter().all(|flip| is_plain(flip));
        Some(Self {
            nearest,
            weights: Others {
                count: weights.len(),
                least: weights.iter().map(|own| far(own)).reduce(f64::min),
            },
            scores: Others {
                count: scores.len(),
                least: scores.first().filter(|_| plain).map(|flip| away(flip)),
            },
        })
    }
}

/// The weights that change the leader, each by those of its shares that make a change of their own; the nearest first.
fn weights(claims: &WeightClaims) -> Vec<Vec<WeightClaim>> {
    let own = |listed: &WeightClaim| -> Vec<WeightClaim> {
        let all = claims.claims.iter().zip(&claims.same_as);
        let own = all.filter(|(claim, same_as)| {
            claim.node() == listed.node() && same_as.is_none() && claim.changes_leader()
        });
        let mut own: Vec<WeightClaim> = own.map(|(claim, _)| claim.clone()).collect();
        sort_ascending(&mut own, WeightClaim::distance);
        own
    };
    claims.each_listed().map(own).collect()
}

/// The scores within reach, the nearest first.
fn scores(flips: &[ScoreFlip]) -> Vec<&ScoreFlip> {
    let mut found: Vec<&ScoreFlip> = flips.iter().filter(|flip| flip.within).collect();
    sort_ascending(&mut found, |flip| away(flip));
    found
}

/// How far the nearest share of a weight is, in percentage points.
fn far(shares: &[WeightClaim]) -> f64 {
    let first = shares.first();
    first.map_or(f64::INFINITY, |claim| claim.distance() * 100.0)
}

/// How far a score is from where it changes the leader, in points of value.
fn away(flip: &ScoreFlip) -> f64 {
    (flip.at - flip.now).abs()
}

/// Whether what would have to be entered is as far as the value says: no end of a scale moves, and there is one
/// stretch that does it.
fn is_plain(flip: &ScoreFlip) -> bool {
    let amount = flip.amount.as_ref();
    flip.moving.is_none() && amount.is_none_or(|amount| !amount.held && amount.stretches.len() == 1)
}
