//! What single changes overturn the lead: nothing that is not told, and nothing nearer than is told.

use super::book::Book;
use super::change::{with_share, with_values};
use super::nasty::Dice;
use super::reading::{Reading, TIE};
use weighbridge_analysis::{
    NodeIx, Overturning, ScoreFlip, Share, SingleChange, WeightClaims, all_score_flips, analyse,
};
use weighbridge_model::{Appraisal, ScaleKind};

/// How many changes of weights and of scores are tried.
const TRIED: usize = 12;

pub fn refute(on: &Appraisal, dice: &mut Dice, book: &mut Book) {
    let read = Reading::of(on);
    let found = analyse(on);
    let [leader] = found.verdict.leaders() else {
        return;
    };
    if read.totals().len() < 2 {
        return;
    }
    let claims = WeightClaims::new(&found);
    let flips = all_score_flips(on, &found);
    let told = Overturning::of(&found, &claims, &flips);
    let leads = |then: &Appraisal| {
        let now = analyse(then);
        now.verdict.leaders().contains(leader)
    };
    let nodes: Vec<NodeIx> = found.nodes.keys().collect();
    for _ in 0..TRIED {
        let place = dice.below(nodes.len());
        let of_whole = dice.below(2) == 0;
        let node = nodes[place];
        // What moves the same weight from the other side is told once.
        let claim_share = if of_whole {
            Share::Cumulative
        } else {
            Share::Local
        };
        let mut same = claims.claims.iter().zip(&claims.same_as);
        let told_elsewhere = same.any(|(claim, same_as)| claim.node() == node && same_as.is_some());
        let own = claims.of(node, claim_share);
        let (Some(own), false) = (own, told_elsewhere) else {
            continue;
        };
        let target = dice.share();
        let Some(weights) = read.weights_with(place, of_whole, target) else {
            continue;
        };
        let Some(then) = with_share(on, &read, place, of_whole, target) else {
            continue;
        };
        let moved = (target - own.lines.now).abs() * 100.0;
        let allowed = match &told {
            None => false,
            Some(told) => match &told.nearest {
                SingleChange::Weight(shares) if shares[0].node() == node => {
                    let safe = |claim: &weighbridge_analysis::WeightClaim| {
                        let at = target * 100.0;
                        claim.safe_from.is_none_or(|low| at > low.printed)
                            && claim.safe_to.is_none_or(|high| at < high.printed)
                    };
                    let claim = shares
                        .iter()
                        .find(|claim| claim.lines.share == own.lines.share);
                    claim.is_some_and(|claim| !safe(claim))
                }
                SingleChange::Weight(_) | SingleChange::Score(_) => {
                    own.changes_leader() && told.weights.least.is_none_or(|least| moved >= least)
                }
            },
        };
        if !allowed {
            let holds = leads(&then) || read.unsure(&weights);
            book.claim(
                "no other weight overturns the lead, nor one nearer",
                holds,
                || format!("{place} of the whole {of_whole} at {target}: {told:?}"),
            );
        }
    }
    let leaves = on.leaves();
    for _ in 0..TRIED {
        let (option, leaf) = (
            dice.below(read.options.len()),
            dice.below(read.leaves.len()),
        );
        let (Some(now), Some(_)) = (read.values[option][leaf], read.total(option)) else {
            continue;
        };
        if read.excluded[leaf] || !matches!(leaves[leaf].scale.kind, ScaleKind::Direct) {
            continue;
        }
        let value = dice.share() * 100.0;
        let own = |flip: &ScoreFlip| {
            flip.within && usize::from(flip.option) == option && usize::from(flip.leaf) == leaf
        };
        let nearest = match told.as_ref().map(|told| &told.nearest) {
            Some(SingleChange::Score(flip)) => own(flip),
            Some(SingleChange::Weight(_)) | None => false,
        };
        let listed = flips.iter().any(own);
        let least = told.as_ref().and_then(|told| told.scores.least);
        let allowed = nearest || listed && least.is_none_or(|least| (value - now).abs() >= least);
        if allowed {
            continue;
        }
        let then = with_values(on, &read, &[(option, leaf, value)]);
        let after = Reading::of(&then);
        let unsure = after
            .weights
            .as_ref()
            .is_none_or(|weights| after.unsure(weights));
        let level = (value - now).abs() <= TIE;
        book.claim(
            "no other score overturns the lead, nor one nearer",
            leads(&then) || unsure || level,
            || format!("{option} on {leaf} from {now} to {value}: {told:?}"),
        );
    }
}
