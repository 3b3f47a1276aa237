//! What is claimed of single weights: how far each can move, who leads beyond, and how many change
//! the leader, within their groups and of everything.

use super::{
    Analysis, LeafIx, NodeIx, OptionIx, Scope, Segment, Share, Side, TIE, Threshold, WeightLines,
    weight_lines, weight_lines_of,
};
use weighbridge_numeric::sort_ascending;

/// Shares closer than this are the same in print.
const SAME: f64 = 1e-6;

/// As good as shares are.
const ROUNDING: f64 = 1e-12;

/// Who leads once a weight has passed a threshold.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightChange {
    /// The share, in percent (0 to 100), past which they lead: `printed` is true on its side.
    pub threshold: Threshold,
    /// Where the stretch on which they lead ends, as a share from 0 to 1: at 0 or 1, or where the next
    /// takes over.
    pub until: f64,
    /// Who leads there: one that is first, or several that tie.
    pub leaders: Vec<OptionIx>,
}

impl WeightChange {
    /// The end of the stretch in percent, rounded for print into it, where another takes over; `None` where it goes on to 0 or
    /// to 100.
    pub fn up_to(&self) -> Option<Threshold> {
        let side = match self.threshold.side {
            Side::Above => Side::Below,
            Side::Below => Side::Above,
        };
        let inside = 0.0 < self.until && self.until < 1.0;
        let far: f64 = if side == Side::Below { 1.0 } else { 0.0 };
        // Where others draw level at the very end, the tolerance of ties stops a stretch just short of it: by far less
        // than the stretch is long, and than is printed.
        let long = (far - self.threshold.at / 100.0).abs();
        let is_end = (far - self.until).abs() < (long * 1e-4).min(SAME);
        let until = if is_end { far } else { self.until };
        inside.then(|| Threshold::new(until * 100.0, far * 100.0, side, self.threshold.printed))
    }
}

/// What one weight does, by its share of its group or of everything, the others in proportion.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightClaim {
    /// The lines behind it: which criterion, which share, what it is now.
    pub lines: WeightLines,
    /// The group within which the share is meant; `None` for a share of
    /// everything.
    pub group: Option<NodeIx>,
    /// Where the stretch around the present starts on which the same lead, 0 to 1.
    pub from: f64,
    /// Where it ends. A tie that any move breaks has both where the share is now.
    pub to: f64,
    /// The start of the stretch in percent, rounded for print into it: all above it is in the stretch.
    /// `None` where it starts at 0.
    pub safe_from: Option<Threshold>,
    /// The end of the stretch in percent, rounded for print into it: all below it is in the stretch.
    /// `None` where it ends at 100.
    pub safe_to: Option<Threshold>,
    /// Who leads with less, the nearest first.
    pub below: Vec<WeightChange>,
    /// Who leads with more, the nearest first.
    pub above: Vec<WeightChange>,
    /// Who draws level with those that lead now at the very ends, with nothing and with all, without
    /// ever being ahead of them there; nobody where the stretch does not reach the end.
    pub level: [Vec<OptionIx>; 2],
}

impl WeightClaim {
    /// Which criterion.
    pub fn node(&self) -> NodeIx {
        self.lines.node
    }

    /// Whether any share at all makes others lead.
    pub fn changes_leader(&self) -> bool {
        !(self.below.is_empty() && self.above.is_empty())
    }

    /// How far, as a share, the nearest change is from now; infinite where there is none.
    pub fn distance(&self) -> f64 {
        let first = [self.below.first(), self.above.first()].into_iter();
        let away = first
            .flatten()
            .map(|c| (c.threshold.at / 100.0 - self.lines.now).abs());
        away.fold(f64::INFINITY, f64::min)
    }
}

/// What is claimed of all weights: every criterion and group that can be varied, a part of a group
/// by both its shares.
///
/// ```
/// use weighbridge_analysis::{WeightClaims, analyse};
/// use weighbridge_opening::library;
/// let found = WeightClaims::new(&analyse(&library::entry("birmingham-2013").unwrap().open().unwrap()));
/// assert_eq!((found.claims.len(), found.listed.len(), found.mirrored.len()), (6, 1, 0));
/// let independence = &found.claims[found.listed[0]];
/// assert_eq!(independence.above[0].threshold.printed, 32.9, "another leads above 32.9% of everything");
/// assert_eq!(independence.safe_to.unwrap().printed, 32.8, "and nobody else up to 32.8%");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct WeightClaims {
    /// Which options they compare.
    pub scope: Scope,
    /// Each criterion in the order of the tree: at the top by its share of everything, in a group by
    /// that within the group and then by that of everything.
    pub claims: Vec<WeightClaim>,
    /// Whether there are groups, so that a share may be either.
    pub grouped: bool,
    /// Each weight that changes the leader, by the nearest change that it makes, of its group or of everything,
    /// that no weight before it makes: the place of that in `claims`, the nearest first.
    pub listed: Vec<usize>,
    /// For each claim the weight in `listed` that makes the same change seen
    /// from the other side; `None` where no weight that is listed before it does.
    pub same_as: Vec<Option<NodeIx>>,
    /// The weights that change the leader and are not listed, since all that they change is what one that
    /// is listed changes, seen from the other side: each with that one.
    pub mirrored: Vec<[NodeIx; 2]>,
    /// Those who lead together now have the same total whatever any single weight is; false while one
    /// leads.
    pub inseparable: bool,
}

impl WeightClaims {
    /// What follows from an analysis; no claims while nobody leads.
    pub fn new(analysis: &Analysis) -> Self {
        let mut claims: Vec<WeightClaim> = Vec::new();
        for (at, node) in analysis.nodes.iter_enumerated() {
            if node.parent.is_none() {
                claims.extend(weight_lines(analysis, at).and_then(|l| claim(analysis, l)));
            } else {
                let lines = [Share::Local, Share::Cumulative];
                let lines = lines.map(|share| weight_lines_of(analysis, at, share));
                let lines = lines.into_iter().flatten();
                claims.extend(lines.filter_map(|lines| claim(analysis, lines)));
            }
        }
        let Ranked {
            listed,
            same_as,
            mirrored,
        } = ranked(analysis, &claims);
        let tied = analysis.verdict.leaders();
        let inseparable = tied.len() > 1 && claims.iter().all(|c| alike(c, tied));
        Self {
            scope: analysis.scope,
            grouped: analysis.nodes.iter().any(|n| n.parent.is_some()),
            claims,
            listed,
            same_as,
            mirrored,
            inseparable,
        }
    }

    /// How many weights change the leader, by their share of their group or of everything; of two that are
    /// one change seen from both sides one is counted.
    pub fn count(&self) -> usize {
        self.listed.len()
    }

    /// The claims whose places are in `listed`, in that order.
    pub fn each_listed(&self) -> impl Iterator<Item = &WeightClaim> {
        self.listed.iter().filter_map(|at| self.claims.get(*at))
    }

    /// How many weights change the leader when each is seen by itself, as in a table of all: of two that are one
    /// change seen from both sides both are counted.
    pub fn changing(&self) -> usize {
        self.listed.len() + self.mirrored.len()
    }

    /// Whether a weight in a group changes the leader by its share of everything alone, and not by that of
    /// its group.
    pub fn only_of_everything(&self, analysis: &Analysis, node: NodeIx) -> bool {
        let own = |share| {
            self.of(node, share)
                .is_some_and(WeightClaim::changes_leader)
        };
        analysis.nodes[node].parent.is_some() && own(Share::Cumulative) && !own(Share::Local)
    }

    /// Whether somebody draws level at an end of a weight that changes no leader: such a weight never
    /// puts another option first, but it does not keep the lead either.
    pub fn draws_level(&self) -> bool {
        let mut quiet = self.claims.iter().filter(|c| !c.changes_leader());
        quiet.any(|c| c.level.iter().any(|l| !l.is_empty()))
    }

    /// The claim for a criterion by one of its shares.
    pub fn of(&self, node: NodeIx, share: Share) -> Option<&WeightClaim> {
        let mut own = self.claims.iter().filter(|c| c.node() == node);
        own.find(|c| c.lines.share == share)
    }
}

/// Whether all these options have the same total whatever the weight is.
fn alike(claim: &WeightClaim, tied: &[OptionIx]) -> bool {
    let mut lines = claim
        .lines
        .lines
        .iter()
        .filter(|l| tied.contains(&l.option));
    let Some(first) = lines.next() else {
        return true;
    };
    let same = |a: f64, b: f64| (a - b).abs() <= TIE;
    lines.all(|l| same(l.at_zero, first.at_zero) && same(l.at_one, first.at_one))
}

/// The weights that change the leader, the nearest change first.
struct Ranked {
    listed: Vec<usize>,
    same_as: Vec<Option<NodeIx>>,
    mirrored: Vec<[NodeIx; 2]>,
}

/// A claim that some share makes others lead: its place, and where to write that it is told already.
struct Changing<'a> {
    place: usize,
    claim: &'a WeightClaim,
    same_as: &'a mut Option<NodeIx>,
}

/// Goes through the weights from the one with the nearest change on, and puts those whose changes are all
/// made by weights that are listed already among the mirrored.
fn ranked(analysis: &Analysis, claims: &[WeightClaim]) -> Ranked {
    let mut same_as: Vec<Option<NodeIx>> = vec![None; claims.len()];
    let all = claims.iter().zip(&mut same_as).enumerate();
    let changing = all.filter(|(_, (claim, _))| claim.changes_leader());
    let mut changing: Vec<Changing<'_>> = changing
        .map(|(place, (claim, same_as))| Changing {
            place,
            claim,
            same_as,
        })
        .collect();
    sort_ascending(&mut changing, |own| own.claim.distance());
    let mut nodes: Vec<NodeIx> = Vec::new();
    for own in &changing {
        if !nodes.contains(&own.claim.node()) {
            nodes.push(own.claim.node());
        }
    }
    let mut listed: Vec<(usize, &WeightClaim)> = Vec::new();
    let mut mirrored = Vec::new();
    // All the changes that the weights in the list make, told or not.
    let mut known: Vec<&WeightClaim> = Vec::new();
    for node in nodes {
        let own = changing.iter_mut();
        let mut own: Vec<&mut Changing<'_>> = own.filter(|own| own.claim.node() == node).collect();
        for own in &mut own {
            let same = |other: &&&WeightClaim| is_same_change(analysis, own.claim, other);
            *own.same_as = known.iter().find(same).map(|other| other.node());
        }
        if let Some(first) = own.iter().find(|own| own.same_as.is_none()) {
            listed.push((first.place, first.claim));
            known.extend(own.iter().map(|own| own.claim));
        } else if let Some(other) = own.first().and_then(|own| *own.same_as) {
            mirrored.push([node, other]);
        }
    }
    sort_ascending(&mut listed, |(_, claim)| claim.distance());
    Ranked {
        listed: listed.into_iter().map(|(place, _)| place).collect(),
        same_as,
        mirrored,
    }
}

/// Whether two move weight between the same criteria, from either side: two parts of a group of two, or
/// a group and the only part it has.
fn is_same_change(analysis: &Analysis, a: &WeightClaim, b: &WeightClaim) -> bool {
    let counted = |node: &super::Node| -> Vec<LeafIx> {
        let leaves = node.leaves.iter();
        leaves.filter(|l| !analysis.scales[*l].excluded).collect()
    };
    let sides = |claim: &WeightClaim| {
        let own = counted(&analysis.nodes[claim.node()]);
        let whole = match claim.group {
            Some(group) => counted(&analysis.nodes[group]),
            None => analysis.counted_leaves(),
        };
        let rest: Vec<LeafIx> = whole.into_iter().filter(|l| !own.contains(l)).collect();
        if own < rest { (own, rest) } else { (rest, own) }
    };
    // What has all the weight leaves it to several others in a way of its own.
    let own_way =
        |claim: &WeightClaim| claim.lines.equal_rest && claim.lines.partner(analysis).is_none();
    !own_way(a) && !own_way(b) && sides(a) == sides(b)
}

/// What the lines of one weight come to, seen from where it is.
pub(super) fn claim(analysis: &Analysis, lines: WeightLines) -> Option<WeightClaim> {
    let leaders = analysis.verdict.leaders();
    if leaders.is_empty() {
        return None;
    }
    let (segments, flips, now) = (&lines.segments, &lines.flips, lines.now);
    let holds =
        |s: &Segment| s.leaders == leaders && s.from <= now + ROUNDING && now <= s.to + ROUNDING;
    // How many stretches lie below, and from which on they lie above.
    let mut stretches = segments.iter().enumerate();
    let (below, above, from, to) = if let Some((at, own)) = stretches.find(|(_, s)| holds(s)) {
        (at, at + 1, own.from, own.to)
    } else {
        let inside =
            |f: &super::Flip| f.clear_below - ROUNDING <= now && now <= f.clear_above + ROUNDING;
        let (below, above) = match flips.iter().position(inside) {
            Some(at) => (at + 1, at + 1),
            None => (
                segments
                    .iter()
                    .filter(|s| s.clear[0] < now - ROUNDING)
                    .count(),
                segments
                    .iter()
                    .filter(|s| s.clear[1] <= now + ROUNDING)
                    .count(),
            ),
        };
        (below, above, now, now)
    };
    let is_point = from >= to;
    // The lower flip of a stretch is the one before it.
    let change = |(at, segment): (usize, &Segment), side: Side| {
        let (flip, until) = match side {
            Side::Above => (at.checked_sub(1), segment.clear[1]),
            Side::Below => (Some(at), segment.clear[0]),
        };
        let flip = flip.and_then(|at| flips.get(at));
        let (place, clear) = match (flip, side) {
            (Some(f), Side::Above) => (f.at, f.clear_above),
            (Some(f), Side::Below) => (f.at, f.clear_below),
            (None, Side::Above) => (now, segment.clear[0].max(now)),
            (None, Side::Below) => (now, segment.clear[1].min(now)),
        };
        let is_first = match side {
            Side::Above => at == above,
            Side::Below => at + 1 == below,
        };
        let place = if is_point && is_first { now } else { place };
        WeightChange {
            threshold: threshold(place, clear, now, until, side),
            until,
            leaders: segment.leaders.clone(),
        }
    };
    // Into the stretch: told from the far end, and true as far as now.
    let safe = |flip: Option<&super::Flip>, side: Side| {
        let (clear, far) = match side {
            Side::Above => (flip?.clear_above, 0.0),
            Side::Below => (flip?.clear_below, 1.0),
        };
        Some(threshold(flip?.at, clear, far, now, side))
    };
    let (safe_from, safe_to) = if is_point {
        let here = |side| Some(Threshold::new(now * 100.0, now * 100.0, side, now * 100.0));
        (here(Side::Above), here(Side::Below))
    } else {
        let lower = below.checked_sub(1).and_then(|at| flips.get(at));
        (
            safe(lower, Side::Above),
            safe(flips.get(below), Side::Below),
        )
    };
    let level = |end: &[OptionIx], is_reached: bool| -> Vec<OptionIx> {
        let others = end.iter().filter(|o| !leaders.contains(o));
        if is_reached {
            others.copied().collect()
        } else {
            Vec::new()
        }
    };
    let each = || segments.iter().enumerate();
    let less = each().take(below).rev();
    let below: Vec<_> = less.map(|own| change(own, Side::Below)).collect();
    let more = each().skip(above);
    let above: Vec<_> = more.map(|own| change(own, Side::Above)).collect();
    let [at_zero, at_one] = &lines.ends;
    let level = [
        level(at_zero, below.is_empty()),
        level(at_one, above.is_empty()),
    ];
    let group = analysis.nodes[lines.node].parent;
    Some(WeightClaim {
        group: group.filter(|_| lines.share == Share::Local),
        from,
        to,
        safe_from,
        safe_to,
        below,
        above,
        level,
        lines,
    })
}

/// The place, in percent, past which a stretch is led. Where the digits that tell it apart are as fine
/// as the tolerance of ties, it is the place from which the lead is more than that.
fn threshold(place: f64, clear: f64, now: f64, until: f64, side: Side) -> Threshold {
    let doubt = (clear - place).abs();
    let room = [now, until, 0.0, 1.0].map(|other| (other - place).abs());
    let least = room.into_iter().fold(1.0, f64::min);
    // Of a tie that any move breaks the place is where the share is now.
    let at = match least < doubt * 1e4 {
        true if room[0] <= 0.0 && doubt < SAME => now,
        true => clear,
        false => place,
    };
    Threshold::new(at * 100.0, now * 100.0, side, until * 100.0)
}
