//! What one score would have to be for another option to come first.

use super::stretch::{Asked, Stretch, Surroundings};
use super::{Analysis, LeafIx, OptionIx, PerLeaf, PerOption, Side, TIE, Threshold};
use weighbridge_model::{Criterion, Measure, Perspective, Range, ScaleKind, ScalePoint};
use weighbridge_numeric::sort_ascending;

/// A value at which one option is level with the leader, all else as it is: beyond it, another
/// option comes first.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreFlip {
    /// Whose score: the leader's own, which would have to fall, or another's, which would have to
    /// rise.
    pub option: OptionIx,
    /// On which leaf.
    pub leaf: LeafIx,
    /// The value now.
    pub now: f64,
    /// The value at which the two are level, with the scale as it is; on a scale from 0 to 100 it is
    /// from 0 to 100 when it is within reach.
    pub at: f64,
    /// The same with the digits that keep it true; above where the value has to rise.
    pub value: Threshold,
    /// Who comes first beyond it.
    pub to: Vec<OptionIx>,
    /// Whether a score that can be given does it: a value from 0 to 100, one of the points of a scale
    /// of points, an amount between the fixed ends of a measure, or any amount on a scale that ends
    /// at the options, with the ends it then has.
    pub within: bool,
    /// On a scale of points, which of them do it; `None` where none does.
    pub point: Option<PointFlip>,
    /// On a measure, which amounts do it with the scale as it is, or, where none does or the scale
    /// makes no difference, with the scale as it then is; `None` where no amount does it.
    pub amount: Option<AmountFlip>,
    /// On a scale that ends at the options, and whose end would move so that it makes a difference,
    /// which amounts do it when they are entered; `None` also where no amount does.
    pub moving: Option<AmountFlip>,
}

/// The points of a scale that would change the leader.
#[derive(Clone, Debug, PartialEq)]
pub struct PointFlip {
    /// The label now.
    pub now: String,
    /// The nearest point that does it, and its value.
    pub label: String,
    /// The value of that point.
    pub value: f64,
    /// The point next to it that does not.
    pub not_yet: String,
    /// Whether there are points farther away, which do it too.
    pub more: bool,
}

/// Amounts that would change the leader.
#[derive(Clone, Debug, PartialEq)]
pub struct AmountFlip {
    /// The amount now.
    pub now: f64,
    /// The nearest amount at which two options are level.
    pub at: f64,
    /// Every stretch of amounts that does it, the nearest first; there is one, unless the value
    /// function rises and falls or the ends move. Where others come first farther on, a stretch ends and the next begins.
    pub stretches: Vec<AmountStretch>,
    /// The option alone marks an end of a scale that ends at the options: the amount is on the
    /// scale as it is now, though the end would move with it.
    pub held: bool,
    /// Who comes first just beyond the nearest.
    pub to: Vec<OptionIx>,
}

impl AmountFlip {
    /// The nearest place, with the digits that keep it true.
    pub fn threshold(&self) -> Option<Threshold> {
        self.stretches.first().map(|s| s.from)
    }

    /// The same whoever comes first: stretches that follow one another are one.
    #[must_use]
    pub fn whoever(&self) -> Self {
        let mut made = self.clone();
        made.stretches.clear();
        for stretch in &self.stretches {
            let follows = |last: &&mut AmountStretch| {
                let near =
                    |t: &Threshold| (t.at - stretch.from.at).abs() <= 1e-9 * t.at.abs().max(1e-300);
                last.from.side == stretch.from.side && last.until.as_ref().is_some_and(near)
            };
            match made.stretches.iter_mut().rev().find(follows) {
                Some(last) => last.until = stretch.until,
                None => made.stretches.push(stretch.clone()),
            }
        }
        made
    }

    /// The stretches in which those who are first just beyond the nearest place are first; and of each others the
    /// stretches in which those are.
    pub fn by_who(&self) -> Vec<Self> {
        let mut made: Vec<Self> = Vec::new();
        for stretch in &self.stretches {
            match made.iter_mut().find(|own| own.to == stretch.to) {
                Some(own) => own.stretches.push(stretch.clone()),
                None => made.push(Self {
                    at: stretch.from.at,
                    to: stretch.to.clone(),
                    stretches: vec![stretch.clone()],
                    ..*self
                }),
            }
        }
        made
    }
}

/// A stretch of amounts on one side of the amount now.
#[derive(Clone, Debug, PartialEq)]
pub struct AmountStretch {
    /// The end that is nearer to the amount now.
    pub from: Threshold,
    /// The other; `None` where it goes on to the end of the scale, or without end.
    pub until: Option<Threshold>,
    /// Who comes first in it.
    pub to: Vec<OptionIx>,
}

/// Every single score that could change the leader, the smallest change of value first: those of
/// [`all_score_flips`] that are within reach.
pub fn score_flips<'a>(
    appraisal: impl Into<Perspective<'a>>,
    analysis: &Analysis,
) -> Vec<ScoreFlip> {
    let appraisal = appraisal.into();
    within_reach(all_score_flips(appraisal, analysis))
}

/// Of the scores at which the leader changes those within reach, the nearest first.
pub fn within_reach(mut found: Vec<ScoreFlip>) -> Vec<ScoreFlip> {
    found.retain(|flip| flip.within);
    sort_ascending(&mut found, |flip| (flip.at - flip.now).abs());
    found
}

/// For every single score the value at which the leader changes, within reach or not, by leaf and
/// then by option.
///
/// The leader's total falls by weight times the change of its own value, and another's rises
/// likewise, so with a gap `g` and a weight `w` the two are level where the value has changed by
/// `g / w` (the absolute-top critical change of Triantaphyllou and Sanchez 1997). Scores stay on
/// their scale, and one that only draws level at the very end is out of reach. Of a measure every
/// amount is looked at, whether its value function only rises or not; on a scale that ends at the
/// options the ends move with the amount, as they do when it is entered. While several lead
/// together, each of them is level where it is and alone beyond. Criteria without weight
/// and options without a total are left out, and so is everything while there is
/// nothing to compare. Of a scale without length, where all coincide, the amounts are told that open it and
/// change the leader; values cannot be.
///
/// ```
/// use weighbridge_analysis as analysis;
/// use weighbridge_opening::library;
/// let appraisal = library::entry("birmingham-2013").unwrap().open().unwrap();
/// let all = analysis::all_score_flips(&appraisal, &analysis::analyse(&appraisal));
/// assert_eq!(all.len(), 30, "five options on six criteria");
/// let front_line: Vec<_> = all.iter().filter(|f| f.leaf == 0).map(|f| (f.value.printed, f.within)).collect();
/// assert_eq!(front_line[3], (117.0, false), "the runner-up: 60 + 17.0 / 0.3");
/// assert_eq!(front_line[4], (13.3, true), "the leader: 70 - 17.0 / 0.3");
/// ```
pub fn all_score_flips<'a>(
    appraisal: impl Into<Perspective<'a>>,
    analysis: &Analysis,
) -> Vec<ScoreFlip> {
    all_flips(appraisal.into(), analysis)
}

fn all_flips(appraisal: Perspective<'_>, analysis: &Analysis) -> Vec<ScoreFlip> {
    let Some(standing) = RivalTotals::of(analysis) else {
        return Vec::new();
    };
    let leaves = PerLeaf::of(appraisal.leaves());
    let mut found = Vec::new();
    for leaf in analysis.counted_leaves() {
        let column = Column::of(appraisal, analysis, leaves[leaf], leaf);
        let all = analysis.options.keys();
        found.extend(all.filter_map(|option| standing.flip(analysis, &column, option, leaf)));
    }
    found
}

/// What [`all_score_flips`] finds for one score.
pub(super) fn score_flip(
    appraisal: Perspective<'_>,
    analysis: &Analysis,
    option: OptionIx,
    leaf: LeafIx,
) -> Option<ScoreFlip> {
    let criterion = analysis.criterion(appraisal, leaf)?;
    let column = Column::of(appraisal, analysis, criterion, leaf);
    RivalTotals::of(analysis)?.flip(analysis, &column, option, leaf)
}

/// Who leads, and who comes next, before any score is changed.
struct RivalTotals {
    /// The single leader; `None` while several lead together.
    leader: Option<OptionIx>,
    /// The total of whoever leads.
    best: f64,
    /// Who comes next after a single leader.
    next: Vec<OptionIx>,
    /// The total of those.
    second: f64,
}

impl RivalTotals {
    fn of(analysis: &Analysis) -> Option<Self> {
        let total = |option: &OptionIx| analysis.options[*option].total.value();
        let single = leader_and_next(analysis);
        let (leader, best, next) = match (single, analysis.verdict.leaders()) {
            (Some((leader, best, next)), _) => (Some(leader), best, next),
            (None, [first, _, ..]) => (None, total(first).unwrap_or(0.0), Vec::new()),
            _ => return None,
        };
        let second = next.first().and_then(total).unwrap_or(best);
        Some(Self {
            leader,
            best,
            next,
            second,
        })
    }

    /// Where one score changes the leader; nothing where it has no say, or no value.
    fn flip(
        &self,
        analysis: &Analysis,
        column: &Column<'_>,
        option: OptionIx,
        leaf: LeafIx,
    ) -> Option<ScoreFlip> {
        let scale = &analysis.scales[leaf];
        let weight = analysis.leaf_node(leaf).cumulative;
        let weight = weight.filter(|w| *w > 0.0)?;
        let result = &analysis.options[option];
        let total = result.total.value()?;
        let now = analysis.values[option][leaf].value()?;
        let falls = Some(option) == self.leader;
        let gap = match result.total.rank() {
            _ if falls => self.second - self.best,
            Some(1) => 0.0,
            _ => self.best - total,
        };
        let at = now + gap / weight;
        if !at.is_finite() {
            return None;
        }
        let reach = scale.reach;
        let mut flip = ScoreFlip {
            option,
            leaf,
            now,
            at,
            value: value_threshold(plain(at, now), now, falls, reach),
            to: if falls {
                self.next.clone()
            } else {
                vec![option]
            },
            within: false,
            point: None,
            amount: None,
            moving: None,
        };
        let asked = if falls {
            Asked::Loses(option)
        } else {
            Asked::Wins(option)
        };
        match &column.leaf.scale.kind {
            ScaleKind::Direct => {
                let [low, high] = reach;
                let room = if falls { at - low } else { high - at };
                flip.within = room * weight > TIE;
            }
            ScaleKind::Points(levels) => {
                flip.point = point(levels, &flip, weight, falls);
                flip.within = flip.point.is_some();
            }
            ScaleKind::Measure(measure) => {
                column.measured(analysis, measure, weight, asked, &mut flip);
            }
        }
        // On a scale without length no score has a value that could be said; only an amount can.
        (!scale.has_no_length() || flip.within).then_some(flip)
    }
}

/// The single leader, its total, and the options with the next best total; nothing while there is
/// no single leader or nobody comes after it.
pub(super) fn leader_and_next(analysis: &Analysis) -> Option<(OptionIx, f64, Vec<OptionIx>)> {
    let [leader] = analysis.verdict.leaders() else {
        return None;
    };
    let best = analysis.options[*leader].total.value()?;
    let others = || {
        let all = analysis.options.iter_enumerated();
        all.filter(|(at, _)| at != leader)
    };
    let rank = others().filter_map(|(_, o)| o.total.rank()).min()?;
    let next = others().filter(|(_, o)| o.total.rank() == Some(rank));
    Some((*leader, best, next.map(|(at, _)| at).collect()))
}

/// A place without the noise of the sums it was found by: to fourteen digits of what it is measured
/// beside.
fn plain(at: f64, beside: f64) -> f64 {
    let size = at.abs().max(beside.abs()).max(f64::MIN_POSITIVE);
    if !size.is_finite() {
        return at;
    }
    let text = format!("{size:e}");
    let exponent: i32 = text
        .split_once('e')
        .and_then(|(_, e)| e.parse().ok())
        .unwrap_or(0);
    let decimals = usize::try_from(13 - exponent).unwrap_or(0).min(300);
    format!("{at:.decimals$}").parse().unwrap_or(at)
}

/// The threshold of a value, told from the end of its scale where it is on it.
fn value_threshold(at: f64, now: f64, falls: bool, [low, high]: [f64; 2]) -> Threshold {
    if falls {
        let end = if at > low { low } else { f64::NEG_INFINITY };
        Threshold::new(at, now, Side::Below, end)
    } else {
        let end = if at < high { high } else { f64::INFINITY };
        Threshold::new(at, now, Side::Above, end)
    }
}

/// Which points of a scale are past a value.
fn point(levels: &[ScalePoint], flip: &ScoreFlip, weight: f64, falls: bool) -> Option<PointFlip> {
    let sign = if falls { -1.0 } else { 1.0 };
    let past = |level: &&ScalePoint| sign * (level.value.get() - flip.at) * weight > TIE;
    let nearer = |a: &&ScalePoint, b: &&ScalePoint| {
        (sign * a.value.get()).total_cmp(&(sign * b.value.get()))
    };
    let nearest = levels.iter().filter(past).min_by(nearer)?;
    let not_yet = levels.iter().filter(|l| !past(l)).max_by(nearer)?;
    let now = levels
        .iter()
        .find(|l| (l.value.get() - flip.now).abs() <= 0.0)
        .unwrap_or(not_yet);
    let beyond = |level: &ScalePoint| sign * (level.value.get() - nearest.value.get()) > 0.0;
    Some(PointFlip {
        now: now.label.clone(),
        label: nearest.label.clone(),
        value: nearest.value.get(),
        not_yet: not_yet.label.clone(),
        more: levels.iter().any(beyond),
    })
}

/// The amounts of all options on one leaf; none where it has no measure.
pub(super) struct Column<'a> {
    pub(super) leaf: &'a Criterion,
    amounts: PerOption<Option<f64>>,
}

impl<'a> Column<'a> {
    pub(super) fn of(
        appraisal: Perspective<'_>,
        analysis: &Analysis,
        leaf: &'a Criterion,
        at: LeafIx,
    ) -> Self {
        let entered = |option: OptionIx| {
            analysis.scales[at].function.as_ref()?;
            let id = &analysis.options[option].id;
            let score = appraisal.voice.scores.get(id, &leaf.id)?;
            score.entry.number()
        };
        Self {
            leaf,
            amounts: analysis.options.map(|option, _| entered(option)),
        }
    }

    /// The leaf while the amount of an option is changed, and the amounts of the others.
    pub(super) fn surroundings<'b>(
        &self,
        analysis: &'b Analysis,
        measure: &'b Measure,
        weight: f64,
        option: OptionIx,
        leaf: LeafIx,
    ) -> Option<(Surroundings<'b>, Vec<f64>)> {
        let amount = |option: OptionIx| self.amounts[option];
        let (function, now) = (analysis.scales[leaf].function.as_ref()?, amount(option)?);
        let rivals = analysis.options.iter_enumerated().filter_map(|(at, o)| {
            let value = analysis.values[at][leaf].value()?;
            Some((at, amount(at)?, o.total.value()? - weight * value))
        });
        let others = analysis.options.keys().filter(|at| *at != option);
        let apart: Vec<f64> = others.filter_map(amount).collect();
        let others = apart.iter().fold(None, |ends, x| {
            let x = *x;
            Some(ends.map_or([x, x], |[low, high]: [f64; 2]| [low.min(x), high.max(x)]))
        });
        let ground = Surroundings {
            measure,
            function,
            weight,
            option,
            now,
            rivals: rivals.collect(),
            others,
        };
        Some((ground, apart))
    }

    /// Fills in which amounts change the leader.
    fn measured(
        &self,
        analysis: &Analysis,
        measure: &Measure,
        weight: f64,
        asked: Asked,
        flip: &mut ScoreFlip,
    ) {
        let of = self.surroundings(analysis, measure, weight, flip.option, flip.leaf);
        let Some((ground, mut apart)) = of else {
            return;
        };
        let (function, now) = (ground.function, ground.now);
        let ends = [function.worst, function.best];
        let held = amounts(&ground.held(asked), now, ends, &apart);
        if measure.range != Range::Local {
            flip.within = held.is_some();
            flip.amount = held;
            return;
        }
        let no_end = [f64::NEG_INFINITY, f64::INFINITY];
        let stretches = ground.moving(asked);
        let moving = amounts(&stretches, now, no_end, &apart);
        flip.within = moving.is_some();
        let same = |a: &AmountFlip, b: &AmountFlip| match (a.threshold(), b.threshold()) {
            (Some(a), Some(b)) => a.side == b.side && a.printed.to_bits() == b.printed.to_bits(),
            _ => false,
        };
        match (held, moving) {
            (Some(held), Some(moving)) if same(&held, &moving) && held.to == moving.to => {
                flip.amount = Some(moving);
            }
            (Some(held), moving) => {
                // Of two places a reader sees both, so they are told apart.
                apart.push(held.at);
                let moving = moving.and_then(|_| amounts(&stretches, now, no_end, &apart));
                flip.amount = Some(AmountFlip { held: true, ..held });
                flip.moving = moving;
            }
            (None, Some(moving)) => {
                flip.to.clone_from(&moving.to);
                flip.amount = Some(moving);
            }
            (None, None) => {}
        }
    }
}

/// Stretches of amounts as seen from the amount now, told from others beside it; the ends of the scale
/// are no thresholds.
pub(super) fn amounts(
    found: &[Stretch],
    now: f64,
    scale: [f64; 2],
    apart: &[f64],
) -> Option<AmountFlip> {
    let told = |at: f64, side: Side, end: f64| Threshold::told_from(at, now, side, end, apart);
    let (low_end, high_end) = (scale[0].min(scale[1]), scale[0].max(scale[1]));
    let near = |x: f64| (x - now).abs() <= 1e-9 * now.abs().max(1e-3);
    let place = |x: f64| if near(x) { now } else { plain(x, now) };
    let mut sides: Vec<(f64, AmountStretch)> = Vec::new();
    for Stretch { low, high, first } in found {
        let to = || first.clone();
        let (low, high) = (place(*low), place(*high));
        // Of those who lead together, one that is level only where it is now is first on both sides.
        if low < now {
            let high = high.min(now);
            let until = (low > low_end).then(|| told(low, Side::Above, high));
            let from = told(high, Side::Below, low);
            let to = to();
            sides.push((now - high, AmountStretch { from, until, to }));
        }
        if high > now {
            let low = low.max(now);
            let until = (high < high_end).then(|| told(high, Side::Below, low));
            let from = told(low, Side::Above, high);
            let to = to();
            sides.push((low - now, AmountStretch { from, until, to }));
        }
    }
    sort_ascending(&mut sides, |side| side.0);
    let (_, nearest) = sides.first()?;
    Some(AmountFlip {
        now,
        at: nearest.from.at,
        to: nearest.to.clone(),
        held: false,
        stretches: sides.into_iter().map(|(_, stretch)| stretch).collect(),
    })
}
