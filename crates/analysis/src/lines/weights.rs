//! What happens as one weight goes from nothing to everything.

use super::bundle::{Flip, Line, Segment};
use super::envelope;
use crate::{Analysis, NodeIx, OptionIx, TIE, sum};

/// Which share of a node is varied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// Its share of the branch it stands in; outside that branch all stays.
    Local,
    /// Its share of the whole.
    Cumulative,
}

/// The value of every option with a total, as one weight goes from 0 to 1 and the others keep
/// their proportions.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightLines {
    /// Which criterion.
    pub node: NodeIx,
    /// Which share is varied.
    pub share: Share,
    /// The share now, 0 to 1.
    pub now: f64,
    /// The node has all the weight now, so those beside it have no proportions to keep: what it gives up
    /// is shared equally among them, level by level. Within a group beside it all keep their proportions.
    pub equal_rest: bool,
    /// The options with totals.
    pub lines: Vec<Line>,
    /// Who leads where, from 0 to 1 without gaps.
    pub segments: Vec<Segment>,
    /// Where the leader changes, by increasing share.
    pub flips: Vec<Flip>,
    /// Who leads at the very ends, with no weight and with all of it: whoever leads in the stretch
    /// there, and those that are level with it just at that end.
    pub ends: [Vec<OptionIx>; 2],
}

impl WeightLines {
    /// The only other criterion of its group, which has what this one leaves; `None` where that is
    /// shared by several.
    pub fn partner(&self, analysis: &Analysis) -> Option<NodeIx> {
        let parent = analysis.nodes[self.node].parent;
        // A share of the whole goes to criteria everywhere.
        if self.share == Share::Cumulative && parent.is_some() {
            return None;
        }
        let nodes = analysis.nodes.iter_enumerated();
        let mut others =
            nodes.filter(|(at, n)| *at != self.node && n.parent == parent && !n.excluded);
        let (only, _) = others.next()?;
        others.next().is_none().then_some(only)
    }
}

/// The lines and exact flip points for one criterion: a leaf by its local weight within its
/// branch, a branch by its cumulative weight.
///
/// `None` in the same cases as [`weight_lines_of`].
pub fn weight_lines(analysis: &Analysis, node: NodeIx) -> Option<WeightLines> {
    let share = if analysis.nodes[node].leaf {
        Share::Local
    } else {
        Share::Cumulative
    };
    weight_lines_of(analysis, node, share)
}

/// The lines and exact flip points for either share of one criterion.
///
/// With `l` the share, `v` the option's value on the node and `R` the mean of its values on the
/// others by their proportions, the total is `l v + (1 - l) R` (for a local share: within the
/// branch, the rest of the tree unchanged), so two options cross at
/// `l = (R_b - R_a) / ((v_a - R_a) - (v_b - R_b))`.
///
/// `None` when there are no totals, when the criterion is left out, or when it stands alone so
/// that its share cannot change.
pub fn weight_lines_of(analysis: &Analysis, node: NodeIx, share: Share) -> Option<WeightLines> {
    let this = &analysis.nodes[node];
    if this.excluded {
        return None;
    }
    let now = match share {
        Share::Local => this.local?,
        Share::Cumulative => this.cumulative?,
    };
    let Others {
        parts,
        given,
        equal: equal_rest,
    } = others(analysis, node, share);
    if parts.is_empty() {
        return None;
    }
    let rest = Rest { parts, given };
    let lines: Vec<Line> = analysis
        .options
        .keys()
        .filter(|option| analysis.options[*option].total.value().is_some())
        .map(|option| line(analysis, option, node, share, &rest))
        .collect();
    if lines.is_empty() {
        return None;
    }
    let (segments, flips, ends) = envelope::envelope(&lines);
    if segments.is_empty() {
        return None;
    }
    Some(WeightLines {
        node,
        share,
        now,
        equal_rest,
        lines,
        segments,
        flips,
        ends,
    })
}

/// What shares the weight that a criterion does not have, in what proportions.
pub(crate) struct Others {
    /// The siblings of a criterion within its branch, or the leaves outside it, with their proportions.
    pub(crate) parts: Vec<(NodeIx, f64)>,
    /// What the proportions add up to: above 0 unless there are none.
    pub(crate) given: f64,
    /// Those beside the criterion have no weight now, and so no proportions of their own to keep.
    pub(crate) equal: bool,
}

/// What shares the rest of the weight: the siblings with their local weights, or the leaves outside
/// with their cumulative weights.
///
/// While one criterion has all the weight, those beside it and beside each group around it have no
/// proportions: they share alike, level by level, the rest of a group being one of them. What stands
/// within a group beside it keeps its proportions, which are those of its local weights.
pub(crate) fn others(analysis: &Analysis, node: NodeIx, share: Share) -> Others {
    let this = &analysis.nodes[node];
    let nodes = analysis.nodes.iter_enumerated();
    let mut parts: Vec<(NodeIx, f64)> = match share {
        Share::Local => beside(analysis, node)
            .map(|at| (at, analysis.nodes[at].local.unwrap_or(0.0)))
            .collect(),
        Share::Cumulative => nodes
            .filter(|(_, n)| n.leaf && !n.excluded && !this.leaves.contains(n.leaves.first()))
            .map(|(at, n)| (at, n.cumulative.unwrap_or(0.0)))
            .collect(),
    };
    let total = |parts: &[(NodeIx, f64)]| sum(parts.iter().map(|(_, weight)| *weight));
    let given = total(&parts);
    if given > 0.0 {
        return Others {
            parts,
            given,
            equal: false,
        };
    }
    match share {
        Share::Local => parts.iter_mut().for_each(|(_, weight)| *weight = 1.0),
        Share::Cumulative => parts = level_by_level(analysis, node),
    }
    Others {
        given: total(&parts),
        parts,
        equal: true,
    }
}

/// The criteria that stand in the same branch and count.
fn beside(analysis: &Analysis, node: NodeIx) -> impl Iterator<Item = NodeIx> {
    let parent = analysis.nodes[node].parent;
    let nodes = analysis.nodes.iter_enumerated();
    nodes
        .filter(move |(at, n)| *at != node && n.parent == parent && !n.excluded)
        .map(|(at, _)| at)
}

/// The leaves outside a criterion that has all the weight, with equal parts for all that stand beside it, or
/// beside a group around it, at each level from the top.
fn level_by_level(analysis: &Analysis, node: NodeIx) -> Vec<(NodeIx, f64)> {
    let up = |at: &NodeIx| analysis.nodes[*at].parent;
    let mut around: Vec<NodeIx> = std::iter::successors(Some(node), up).collect();
    around.retain(|at| beside(analysis, *at).next().is_some());
    around.reverse();
    let mut parts = Vec::new();
    let mut each = 1.0;
    for (level, at) in around.iter().enumerate() {
        if level > 0 {
            // What the group has in its place on the level above is shared by these, and by the rest of
            // the next group.
            let inner = usize::from(level + 1 < around.len());
            each /= beside(analysis, *at).map(|_| 1.0).sum::<f64>() + inner as f64;
        }
        for sibling in beside(analysis, *at) {
            let leaves = analysis.nodes[sibling].leaves.iter();
            let leaves = leaves.map(|leaf| analysis.leaves[leaf]);
            let counted = leaves.filter(|leaf| !analysis.nodes[*leaf].excluded);
            parts.extend(counted.map(|leaf| (leaf, each * within(analysis, sibling, leaf))));
        }
    }
    parts
}

/// The share that a leaf has of a node above it, or of itself.
fn within(analysis: &Analysis, node: NodeIx, leaf: NodeIx) -> f64 {
    let up = |at: &NodeIx| analysis.nodes[*at].parent.filter(|_| *at != node);
    let path = std::iter::successors(Some(leaf), up).filter(|at| *at != node);
    path.map(|at| analysis.nodes[at].local.unwrap_or(0.0))
        .product()
}

/// What shares the rest of the weight, in what proportions, the same for every option.
struct Rest {
    parts: Vec<(NodeIx, f64)>,
    given: f64,
}

impl Rest {
    /// The mean of an option's values by the proportions.
    fn mean(&self, analysis: &Analysis, option: OptionIx) -> f64 {
        let each = self.parts.iter();
        sum(each.map(|(n, weight)| weight * node_value(analysis, option, *n))) / self.given
    }
}

fn line(analysis: &Analysis, option: OptionIx, node: NodeIx, share: Share, rest: &Rest) -> Line {
    let own = node_value(analysis, option, node);
    let rest = rest.mean(analysis, option);
    // A local share moves weight within its branch only: outside it, all stays.
    let branch = match share {
        Share::Local => analysis.nodes[node].parent.map(|p| &analysis.nodes[p]),
        Share::Cumulative => None,
    };
    let (scale, outside) = branch.map_or((1.0, 0.0), |branch| {
        let row = analysis.options[option].contributions.iter_enumerated();
        let outside = row.filter(|(leaf, _)| !branch.leaves.contains(*leaf));
        (
            branch.cumulative.unwrap_or(0.0),
            sum(outside.filter_map(|(_, points)| *points)),
        )
    });
    Line {
        option,
        at_zero: outside + scale * rest,
        at_one: outside + scale * own,
    }
}

/// The value of an option on a node: of a leaf its value, of a branch the mean of its parts by
/// local weight.
fn node_value(analysis: &Analysis, option: OptionIx, node: NodeIx) -> f64 {
    let this = &analysis.nodes[node];
    if this.leaf {
        let cell = &analysis.values[option][this.leaves.first()];
        return cell.value().unwrap_or(0.0);
    }
    let children = analysis.nodes.iter_enumerated();
    let children = children.filter(|(_, n)| n.parent == Some(node) && !n.excluded);
    sum(children.map(|(at, n)| n.local.unwrap_or(0.0) * node_value(analysis, option, at)))
}

/// The stretch of shares around the present in which the leader stays first.
#[derive(Clone, Debug, PartialEq)]
pub struct Stability {
    /// Which criterion.
    pub node: NodeIx,
    /// Which share.
    pub share: Share,
    /// The share now, 0 to 1.
    pub now: f64,
    /// Where the stretch starts, 0 to 1.
    pub from: f64,
    /// Where it ends, 0 to 1.
    pub to: f64,
    /// Who leads below it; nobody when it starts at 0.
    pub below: Vec<OptionIx>,
    /// Who leads above it; nobody when it ends at 1.
    pub above: Vec<OptionIx>,
}

/// How far one weight can move, the others keeping their proportions, before the leader changes
/// (the weight stability interval of Mareschal 1988, for an additive model).
///
/// `None` where there are no lines ([`weight_lines_of`]) or no single leader.
///
/// ```
/// use weighbridge_analysis::{Share, analyse, stability};
/// use weighbridge_opening::library;
/// let analysis = analyse(&library::entry("birmingham-2013").unwrap().open().unwrap());
/// let at = analysis.nodes.position(|n| n.id.as_str() == "independence").unwrap();
/// let found = stability(&analysis, at, Share::Cumulative).unwrap();
/// assert_eq!((found.from, (found.to * 1e5).round()), (0.0, 32_836.0), "first from 0 to 32.836%");
/// assert_eq!((found.below.len(), found.above.len()), (0, 1));
/// ```
pub fn stability(analysis: &Analysis, node: NodeIx, share: Share) -> Option<Stability> {
    let [leader] = analysis.verdict.leaders() else {
        return None;
    };
    let lines = weight_lines_of(analysis, node, share)?;
    let at = lines.segments.iter().position(|s| {
        // The share now is as good as the sums it was made from.
        s.leaders.contains(leader) && s.from <= lines.now + TIE && lines.now <= s.to + TIE
    })?;
    let leaders = |at: Option<usize>| {
        let found = at.and_then(|at| lines.segments.get(at));
        found.map_or_else(Vec::new, |s| s.leaders.clone())
    };
    let (below, above) = (leaders(at.checked_sub(1)), leaders(Some(at + 1)));
    let Segment { from, to, .. } = *lines.segments.get(at)?;
    Some(Stability {
        node,
        share,
        now: lines.now,
        from,
        to,
        below,
        above,
    })
}
