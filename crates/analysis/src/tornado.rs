//! What moves the lead most, one weight or one score at a time.

use super::moved::Moved;
use super::scores::{AmountFlip, Column, leader_and_next, score_flip};
use super::value::cell;
use super::{
    Analysis, LeafIx, NodeIx, OptionIx, PerLeaf, Share, Side, TIE, Threshold, WeightChange,
    WeightLines, sum, weight_claims, weight_lines_of,
};
use weighbridge_model::{Entry, Finite, Perspective, RawWeight, ScaleKind};

/// How far a weight is swung where nobody stated a range: so much of its group down and up, within
/// 0 and 1.
pub const WEIGHT_SWING: f64 = 0.1;

/// How far a score is swung where nobody stated a range: so many points of value down and up,
/// within what a score on the scale can have.
pub const SCORE_SWING: f64 = 10.0;

/// One thing that is swung.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Driver {
    /// The weight of a criterion within its group.
    Weight(NodeIx),
    /// The score of an option on a leaf.
    Score {
        /// Which option.
        option: OptionIx,
        /// Which leaf.
        leaf: LeafIx,
    },
}

/// Where today's leader loses the lead on the way to an end of a swing.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// Past which share, in percent of its group (0 to 100), or past which value of a score.
    pub threshold: Threshold,
    /// Of a score that is an amount, past which amounts, with the scale as it is or, where its ends move, as it then is;
    /// `None` of anything else.
    pub amounts: Option<AmountFlip>,
    /// Who leads just beyond.
    pub to: Vec<OptionIx>,
}

/// The lead as one thing is swung: today's leader's total less the best of the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What is swung.
    pub lever: Driver,
    /// Whether somebody stated the range; else it is the usual swing.
    pub stated: bool,
    /// Where it is now: of a weight the share of its group, 0 to 1, of a score the value.
    pub now: f64,
    /// The low end of the swing, in the same.
    pub low: f64,
    /// The high end.
    pub high: f64,
    /// Of a score that is an amount, the amount now and those that have the values at the low and at the high end; `None`
    /// of anything else, and where no amount between the ends of the scale has the value. Of several the
    /// nearest to the amount now.
    pub amounts: Option<[f64; 3]>,
    /// The lead at the low end, in points of 100; below 0 where another option leads.
    pub at_low: f64,
    /// The lead at the high end.
    pub at_high: f64,
    /// Whether an end of the scale moves with the amount on the way, so that the leads are those of the amounts as they
    /// are entered. `low` and `high` are then their values on the scale as it is.
    pub moves: bool,
    /// Where the lead is lost on the way to the low end; `None` where today's leader is not behind there (or, as an end moves, anywhere on the way).
    pub turn_low: Option<Turn>,
    /// Where it is lost on the way to the high end.
    pub turn_high: Option<Turn>,
    /// From the least to the greatest of three leads: at the low end, now and at the high end.
    pub span: f64,
}

impl Bar {
    /// Whether another option comes first within the swing.
    pub fn turns(&self) -> bool {
        self.turn_low.is_some() || self.turn_high.is_some()
    }
}

/// What moves the lead most, the longest bar first, as many as asked for (Howard 1988, *Decision
/// analysis: practice and promise*, where such charts are called tornadoes).
///
/// Each weight and each score goes from the low to the high end of its stated range, or by
/// [`WEIGHT_SWING`] or [`SCORE_SWING`] either way, all else as it is; the other weights of the group
/// keep their proportions. On a scale that ends at the options the leads are those of the amounts as they are entered, with
/// the ends that the scale then has. What cannot move the
/// lead is left out; so are options without a total. Two weights that share a group between them
/// are one change seen from both sides, and have one bar unless both ranges are stated. Nothing
/// while there is no single leader.
///
/// ```
/// use weighbridge_analysis::{Driver, analyse, tornado};
/// use weighbridge_opening::library;
/// let appraisal = library::entry("birmingham-2013").unwrap().open().unwrap();
/// let bars = tornado(&appraisal, &analyse(&appraisal), 3);
/// assert!(matches!(bars[0].lever, Driver::Weight(node) if node == 4), "independence, where the leader is weakest");
/// assert!(bars[0].at_high < bars[0].at_low, "more of it costs the leader");
/// ```
pub fn tornado<'a>(
    appraisal: impl Into<Perspective<'a>>,
    analysis: &Analysis,
    most: usize,
) -> Vec<Bar> {
    all_bars(appraisal.into(), analysis, most)
}

fn all_bars(appraisal: Perspective<'_>, analysis: &Analysis, most: usize) -> Vec<Bar> {
    let mut bars = Vec::new();
    let Some((leader, best, next)) = leader_and_next(analysis) else {
        return bars;
    };
    let stated = |node: NodeIx| range(appraisal, analysis, node).is_some();
    for node in analysis.nodes.keys() {
        let Some(lines) = weight_lines_of(analysis, node, Share::Local) else {
            continue;
        };
        let other = lines.partner(analysis);
        let stands = other.is_none_or(|other| stated(node) || (node < other && !stated(other)));
        if stands {
            keep(&mut bars, most, weight(appraisal, analysis, leader, lines));
        }
    }
    let totals = analysis.options.map(|_, o| o.total.value());
    let highest = |without: OptionIx| {
        let others = totals.iter_enumerated();
        let others = others.filter(|(at, _)| *at != leader && *at != without);
        others
            .filter_map(|(_, total)| *total)
            .fold(f64::NEG_INFINITY, f64::max)
    };
    let Some(first_next) = next.first().copied() else {
        return bars;
    };
    let (second, third) = (highest(leader), highest(first_next));
    let leaves = PerLeaf::of(appraisal.leaves());
    let column = |(leaf, criterion)| Column::of(appraisal, analysis, criterion, leaf);
    let columns = leaves
        .iter_enumerated()
        .map(|(leaf, criterion)| column((leaf, *criterion)));
    let columns = PerLeaf::of(columns);
    for (option, total) in totals.iter_enumerated() {
        let Some(total) = *total else { continue };
        for leaf in analysis.counted_leaves() {
            if analysis.scales[leaf].has_no_length() {
                continue;
            }
            let weight = analysis.leaf_node(leaf).cumulative.unwrap_or(0.0);
            let Some(now) = analysis.values[option][leaf].value() else {
                continue;
            };
            let id = &analysis.options[option].id;
            let score = appraisal.voice.scores.get(id, &leaves[leaf].id);
            let value = |x: Finite| match &leaves[leaf].scale.kind {
                // The range of a point is that of two points, by their values.
                ScaleKind::Points(_) => Some(x.get()),
                ScaleKind::Direct | ScaleKind::Measure(_) => {
                    cell(&Entry::Number(x), leaves[leaf], &analysis.scales[leaf]).value()
                }
            };
            let stated = score.and_then(|s| s.range).and_then(|[a, b]| {
                let (low, high) = (value(a)?, value(b)?);
                // A value function that rises and falls may have them inside the range.
                let function = analysis.scales[leaf].function.as_ref();
                let span = function.map(|f| f.span(a.get(), b.get()));
                Some(span.map_or((low, high), |[low, high]| (low, high)))
            });
            let (low, high) = stated.map_or_else(
                || {
                    let [least, most] = analysis.scales[leaf].reach;
                    let low = (now - SCORE_SWING).max(now.min(least));
                    (low, (now + SCORE_SWING).min(now.max(most)))
                },
                |(a, b)| (a.min(b), a.max(b)),
            );
            let lead = |value: f64| {
                let moved = total + weight * (value - now);
                if option == leader {
                    moved - second
                } else {
                    let rest = if option == first_next { third } else { second };
                    best - rest.max(moved)
                }
            };
            // The leader falls behind the next with less, another passes the leader with more.
            let (gap, to) = if option == leader {
                (second - best, next.as_slice())
            } else {
                (best - total, std::slice::from_ref(&option))
            };
            let turn = |end: f64, side: Side| {
                let lost = lead(end) < -TIE;
                lost.then(|| Turn {
                    threshold: Threshold::new(now + gap / weight, now, side, end),
                    amounts: None,
                    to: to.to_vec(),
                })
            };
            let range = score
                .and_then(|s| s.range)
                .map(|ends| ends.map(Finite::get));
            let column = &columns[leaf];
            let moved = Moved::of(analysis, column, leader, (option, leaf), [low, high], range);
            let at = |end: f64, amount: usize| match &moved {
                Some(moved) => moved.ends.get(amount).map_or(f64::NAN, |x| moved.lead(*x)),
                None => lead(end),
            };
            let bar = Bar {
                lever: Driver::Score { option, leaf },
                stated: stated.is_some(),
                now,
                low,
                high,
                amounts: None,
                at_low: at(low, 0),
                at_high: at(high, 1),
                moves: moved.is_some(),
                turn_low: turn(low, Side::Below),
                turn_high: turn(high, Side::Above),
                span: best - second,
            };
            keep(&mut bars, most, bar);
        }
    }
    for bar in &mut bars {
        as_moved(appraisal, analysis, leader, bar);
        if !bar.moves {
            as_claimed(appraisal, analysis, bar);
        }
    }
    bars
}

/// Gives the bar of an amount that moves an end of its scale the places at which the lead is lost as it does.
fn as_moved(appraisal: Perspective<'_>, analysis: &Analysis, leader: OptionIx, bar: &mut Bar) {
    let (Driver::Score { option, leaf }, true) = (bar.lever, bar.moves) else {
        return;
    };
    let moved = || {
        let criterion = analysis.criterion(appraisal, leaf)?;
        let column = Column::of(appraisal, analysis, criterion, leaf);
        let score = appraisal
            .voice
            .scores
            .get(&analysis.options[option].id, &criterion.id)?;
        let range = score.range.map(|ends| ends.map(Finite::get));
        let found = Moved::of(
            analysis,
            &column,
            leader,
            (option, leaf),
            [bar.low, bar.high],
            range,
        )?;
        let [low, high] = found.ends;
        let turn = |end: f64, value: f64, side: Side| {
            let amounts = found.lost(end)?;
            Some(Turn {
                threshold: Threshold::new(found.value(amounts.at), bar.now, side, value),
                to: amounts.to.clone(),
                amounts: Some(amounts),
            })
        };
        let turns = [
            turn(low, bar.low, Side::Below),
            turn(high, bar.high, Side::Above),
        ];
        Some((found.amounts(), turns))
    };
    if let Some((amounts, [low, high])) = moved() {
        bar.amounts = Some(amounts);
        (bar.turn_low, bar.turn_high) = (low, high);
    }
}

/// Gives the bar of a score the places that are claimed of that score alone, so that one thing has one
/// threshold, and its amounts.
fn as_claimed(appraisal: Perspective<'_>, analysis: &Analysis, bar: &mut Bar) {
    let Driver::Score { option, leaf } = bar.lever else {
        return;
    };
    bar.amounts = (|| {
        let id = &analysis.options[option].id;
        let criterion = analysis.criterion(appraisal, leaf)?;
        let entry = &appraisal.voice.scores.get(id, &criterion.id)?.entry;
        let function = analysis.scales[leaf].function.as_ref()?;
        let now = entry.number()?;
        Some([
            now,
            function.amount(bar.low, now)?,
            function.amount(bar.high, now)?,
        ])
    })();
    let Some(flip) = score_flip(appraisal, analysis, option, leaf) else {
        return;
    };
    for (turn, end) in [(&mut bar.turn_low, bar.low), (&mut bar.turn_high, bar.high)] {
        if let Some(turn) = turn {
            if turn.threshold.side == flip.value.side {
                turn.threshold = within(flip.value, bar.now, end);
            }
            turn.amounts.clone_from(&flip.amount);
        }
    }
}

/// A threshold as it is claimed; where the swing ends before what is printed of it, with the digits that
/// tell it from that end.
fn within(claimed: Threshold, now: f64, end: f64) -> Threshold {
    let Threshold {
        at, side, printed, ..
    } = claimed;
    let is_inside = match side {
        Side::Above => printed < end,
        Side::Below => printed > end,
    };
    if is_inside {
        claimed
    } else {
        Threshold::new(at, now, side, end)
    }
}

/// The range that somebody stated for a weight.
fn range(appraisal: Perspective<'_>, analysis: &Analysis, node: NodeIx) -> Option<[RawWeight; 2]> {
    appraisal.voice.weights.range(&analysis.nodes[node].id)
}

/// The bar of a weight; its span is not filled in yet and holds the lead now.
fn weight(
    appraisal: Perspective<'_>,
    analysis: &Analysis,
    leader: OptionIx,
    lines: WeightLines,
) -> Bar {
    let this = &analysis.nodes[lines.node];
    let stated = range(appraisal, analysis, lines.node);
    let nodes = analysis.nodes.iter_enumerated();
    let rest = sum(nodes
        .filter(|(at, n)| *at != lines.node && n.parent == this.parent && !n.excluded)
        .filter_map(|(_, n)| n.raw));
    let stated = stated.filter(|_| rest > 0.0 && rest.is_finite());
    let share = |raw: f64| 1.0 / (1.0 + rest / raw);
    let (low, high) = stated.map_or(
        (
            (lines.now - WEIGHT_SWING).max(0.0),
            (lines.now + WEIGHT_SWING).min(1.0),
        ),
        |[low, high]| (share(low.get()), share(high.get())),
    );
    let lead = |share: f64| {
        let (mut own, mut others) = (0.0, f64::NEG_INFINITY);
        for line in &lines.lines {
            if line.option == leader {
                own = line.at(share);
            } else {
                others = line.at(share).max(others);
            }
        }
        own - others
    };
    let mut bar = Bar {
        lever: Driver::Weight(lines.node),
        stated: stated.is_some(),
        now: lines.now,
        low,
        high,
        amounts: None,
        at_low: lead(low),
        at_high: lead(high),
        moves: false,
        turn_low: None,
        turn_high: None,
        span: lead(lines.now),
    };
    // What is said of the weight alone is said here too: the same place, and the same who.
    if let Some(claim) = weight_claims::claim(analysis, lines) {
        let turn = |change: Option<&WeightChange>, end: f64, lead: f64| {
            let change = change.filter(|_| lead < -TIE)?;
            Some(Turn {
                threshold: within(change.threshold, bar.now * 100.0, end * 100.0),
                amounts: None,
                to: change.leaders.clone(),
            })
        };
        let low = turn(claim.below.first(), bar.low, bar.at_low);
        let high = turn(claim.above.first(), bar.high, bar.at_high);
        (bar.turn_low, bar.turn_high) = (low, high);
    }
    bar
}

/// Puts a bar, whose span holds the lead now, in its place among the longest.
fn keep(bars: &mut Vec<Bar>, most: usize, mut bar: Bar) {
    let now = bar.span;
    bar.span = now.max(bar.at_low).max(bar.at_high) - now.min(bar.at_low).min(bar.at_high);
    if bar.span > TIE {
        let place = bars.iter().position(|b| b.span < bar.span);
        bars.insert(place.unwrap_or(bars.len()), bar);
        bars.truncate(most);
    }
}
