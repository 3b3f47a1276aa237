//! Weights after one of them is set to a share, the others keeping their proportions.

use super::lines::{Others, others};
use super::{Analysis, NodeIx, Share, sum};
use weighbridge_model::{CriterionId, RawWeight, Voice};
use weighbridge_numeric::sort_by;

/// The weights that give one criterion a share, from 0 to 1, of its group or of everything, the others
/// keeping their proportions: the raw weight of every criterion whose weight changes.
///
/// A share of its group changes the weights of that group only. A share of everything takes from all
/// criteria outside it, or gives to them, in proportion, and so changes the weights of each group on the
/// way to the top. What has no weight to be in proportion, because this criterion has all of it, shares
/// the rest equally, level by level; within a group beside it all keep their proportions. The raw weights of a group add up to what they did before, so that points out
/// of 100 stay points out of 100.
///
/// `None` where there is no such share: it is not from 0 to 1, the weights are not complete, the
/// criterion is left out or there is nothing beside it.
///
/// ```
/// use weighbridge_analysis::{Share, analyse, weights_with_share};
/// use weighbridge_opening::library;
/// let analysis = analyse(&library::entry("birmingham-2013").unwrap().open().unwrap());
/// let at = analysis.nodes.position(|n| n.id.as_str() == "independence").unwrap();
/// let found = weights_with_share(&analysis, at, Share::Local, 0.37).unwrap();
/// let points: Vec<f64> = found.iter().map(|(_, raw)| (raw.get() * 1e6).round() / 1e6).collect();
/// assert_eq!(points, [21.0, 14.0, 10.5, 10.5, 37.0, 7.0], "30, 20, 15, 15 and 10 made smaller by 63 / 90");
/// ```
pub fn weights_with_share(
    analysis: &Analysis,
    node: NodeIx,
    share: Share,
    to: f64,
) -> Option<Vec<(CriterionId, RawWeight)>> {
    let this = &analysis.nodes[node];
    // Without complete weights there is nothing to be in proportion to.
    match share {
        Share::Local => this.local?,
        Share::Cumulative => this.cumulative?,
    };
    let Others { parts, given, .. } = others(analysis, node, share);
    if this.excluded || given <= 0.0 || !(0.0..=1.0).contains(&to) {
        return None;
    }
    let rest = |own: f64| (1.0 - to) * (own / given);
    let mut found = Vec::new();
    if share == Share::Local {
        let mut shares = vec![(node, to)];
        shares.extend(parts.iter().map(|(at, own)| (*at, rest(*own))));
        group(analysis, this.parent, &shares, &mut found);
        return Some(found);
    }
    // The new share of the whole of a node is the sum of what the leaves in it have.
    let new_of = |at: NodeIx| {
        let inside = &analysis.nodes[at].leaves;
        let own = inside.contains(this.leaves.first()).then_some(to);
        let held = parts
            .iter()
            .filter(|(other, _)| inside.contains(analysis.nodes[*other].leaves.first()));
        sum(held.map(|(_, weight)| rest(*weight)).chain(own))
    };
    let branches = analysis.nodes.keys().filter(|at| !analysis.nodes[*at].leaf);
    for branch in std::iter::once(None).chain(branches.map(Some)) {
        let part = |b: NodeIx| analysis.nodes[b].leaves.contains(this.leaves.first());
        let above = branch.is_none_or(|b| b < node && part(b));
        // Within the groups beside it all keep their proportions.
        if above {
            let all = analysis.nodes.iter_enumerated();
            let children = all.filter(|(_, n)| n.parent == branch && !n.excluded);
            let shares: Vec<_> = children.map(|(at, _)| (at, new_of(at))).collect();
            group(analysis, branch, &shares, &mut found);
        }
    }
    Some(found)
}

/// The raw weights of one group that are in these proportions; none where nothing in it has weight
/// (the group then has none, and what its parts would have of it does not count).
fn group(
    analysis: &Analysis,
    branch: Option<NodeIx>,
    shares: &[(NodeIx, f64)],
    found: &mut Vec<(CriterionId, RawWeight)>,
) {
    let whole = sum(shares.iter().map(|(_, share)| *share));
    if shares.len() < 2 || whole <= 0.0 {
        return;
    }
    let mut shares = shares.to_vec();
    sort_by(&mut shares, |a, b| a.0.cmp(&b.0));
    let siblings = analysis
        .nodes
        .iter()
        .filter(|n| n.parent == branch && !n.excluded);
    let before = sum(siblings.filter_map(|n| n.raw));
    let points = if before > 0.0 && before.is_finite() {
        before
    } else {
        100.0
    };
    for (at, share) in shares {
        let raw = RawWeight::new(share / whole * points);
        found.extend(raw.map(|raw| (analysis.nodes[at].id.clone(), raw)));
    }
}

/// A voice with one criterion given a share, from 0 to 1, of its group or of everything, the others
/// keeping their proportions; see [`weights_with_share`], also for when there is none. `analysis` is
/// what follows from that voice.
///
/// ```
/// use weighbridge_analysis::{Share, analyse, with_share};
/// use weighbridge_opening::library;
/// let on = library::entry("birmingham-2013").unwrap().open().unwrap();
/// let analysis = analyse(&on);
/// let at = analysis.nodes.position(|n| n.id.as_str() == "independence").unwrap();
/// let voice = with_share(on.agreed(), &analysis, at, Share::Cumulative, 0.33).unwrap();
/// let then = analyse(on.said_by(&voice));
/// assert_ne!(then.verdict.leaders(), analysis.verdict.leaders(), "another leads above 32.9%");
/// ```
pub fn with_share(
    voice: &Voice,
    analysis: &Analysis,
    node: NodeIx,
    share: Share,
    to: f64,
) -> Option<Voice> {
    let mut then = voice.clone();
    for (id, raw) in weights_with_share(analysis, node, share, to)? {
        then.weights.set_raw(&id, Some(raw));
    }
    Some(then)
}
