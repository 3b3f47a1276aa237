//! What the scores that are missing could still come to, and the values of all options with them.
//!
//! A missing score is any that its scale has: a value from 0 to 100, a point of a list, an amount
//! between the ends of a fixed scale (one beyond them is possible too; [`Blanks::beyond`] says where).
//! Where a scale ends at the options, a missing amount can be any number at all. One beyond the ends
//! becomes an end itself, and moves the values of every option that has an amount.
//!
//! By how much one option can come out ahead of another is the sum over leaves of the weight times the
//! greatest difference of their values there, since what is missing on one leaf says nothing of another.
//! On a scale that ends at the options, the value of an amount changes one way only as one end moves
//! while the same breakpoints stay inside; so the greatest difference is found at the corners: each end where
//! it is, at the next bend beyond it, or as far away as numbers go ([`FAR`]). An end that moves has to
//! be the amount of some option without one.

use super::{
    Cell, Grid, LeafIx, LeafScale, Node, NodeIx, OptionIx, PerLeaf, PerNode, PerOption, TIE,
    ValueFunction, sum,
};
use weighbridge_model::{Alternative, Entry, Finite, Measure, Perspective, Range, ScaleKind};
use weighbridge_numeric::sort_ascending;

/// How many times the length of the scale an end goes out, where it goes as far as it can: what then
/// is left of the differences between known amounts is less than sums of doubles can tell.
const FAR: f64 = 1e13;

/// What is missing, leaf by leaf.
pub(super) struct Blanks {
    weights: PerLeaf<f64>,
    leaves: PerLeaf<Leaf>,
}

/// One leaf: the values that are known and what the others can be.
struct Leaf {
    /// The value of each option, where it has one.
    values: PerOption<Option<f64>>,
    reach: Reach,
    /// Whether an amount beyond the ends is possible.
    beyond: bool,
}

enum Reach {
    /// Nothing is missing, or the leaf does not count.
    Known,
    /// Each is by itself one of the entries between two, which are given with their values.
    Apart([(Entry, f64); 2]),
    /// The scale ends at the options.
    Moving(Moving),
}

/// A scale that ends at the options, some of which have no amount yet.
struct Moving {
    /// The amount of each option, where it has one.
    amounts: PerOption<Option<f64>>,
    /// Where the ends can be.
    ends: Vec<ReferencePoints>,
    /// How many options have no amount.
    blanks: usize,
}

/// Two ends of a scale, and what follows from them.
struct ReferencePoints {
    /// The amount with value 0.
    worst: f64,
    /// The lower and the upper end.
    at: [f64; 2],
    /// Which of them is the amount of an option that has none yet.
    moved: [bool; 2],
    /// Whether one is as far away as numbers go.
    far: bool,
    /// The value of each option that has an amount.
    values: PerOption<Option<f64>>,
    /// The values of an option without one: those at the points of the value function, between which it
    /// is straight.
    blank: Vec<Place>,
}

/// A value of an option, with its amount where that is missing.
type Place = (Option<f64>, f64);

/// The greatest difference of two values on a leaf.
struct Most {
    by: f64,
    /// Whether it is only come near to, as an amount goes as far away as numbers do.
    approached: bool,
    /// The ends of a scale that moves, and the amounts of the two where those are missing.
    ends: usize,
    amounts: [Option<f64>; 2],
}

impl Blanks {
    pub(super) fn new(
        appraisal: Perspective<'_>,
        nodes: &PerNode<Node>,
        leaves: &PerLeaf<NodeIx>,
        scales: &PerLeaf<LeafScale>,
        values: &Grid<Cell>,
    ) -> Self {
        let options: Vec<&Alternative> = appraisal.appraised().collect();
        let criteria = PerLeaf::of(appraisal.leaves());
        let leaf = |at: LeafIx| {
            let values = values.map(|_, row| row[at].value());
            let kind = &criteria[at].scale.kind;
            let amounts = || {
                let known = options.iter().zip(&values);
                let amount = |(option, value): (&&Alternative, &Option<f64>)| {
                    let score = appraisal.voice.scores.get(&option.id, &criteria[at].id)?;
                    value.and_then(|_| score.entry.number())
                };
                PerOption::of(known.map(amount))
            };
            let open = !scales[at].excluded && values.iter().any(Option::is_none);
            let (reach, beyond) = match kind {
                _ if !open => (Reach::Known, false),
                ScaleKind::Measure(measure) if measure.range == Range::Local => {
                    (Reach::Moving(Moving::new(measure, amounts())), false)
                }
                ScaleKind::Measure(_) => (Reach::Apart(on_measure(&scales[at])), true),
                ScaleKind::Direct | ScaleKind::Points(_) => (Reach::Apart(on_points(kind)), false),
            };
            Leaf {
                values,
                reach,
                beyond,
            }
        };
        Self {
            weights: leaves.map(|_, node| nodes[*node].cumulative.unwrap_or(0.0)),
            leaves: leaves.map(|at, _| leaf(at)),
        }
    }

    /// Whether nothing that counts is missing.
    pub(super) fn is_empty(&self) -> bool {
        let known = |leaf: &Leaf| matches!(leaf.reach, Reach::Known);
        self.leaves.iter().all(known)
    }

    /// What is missing, as option and leaf, where an amount beyond the ends of a fixed scale could count
    /// for more than is worked out here.
    pub(super) fn beyond(&self) -> Vec<(OptionIx, LeafIx)> {
        let all = self.leaves.iter_enumerated();
        let counts = all.filter(|(at, leaf)| leaf.beyond && self.weights[*at] > 0.0);
        let blank = |(at, leaf): (LeafIx, &Leaf)| {
            let options = leaf.values.keys().filter(|o| leaf.values[*o].is_none());
            options.map(|option| (option, at)).collect::<Vec<_>>()
        };
        counts.flat_map(blank).collect()
    }

    /// The least and the greatest total an option can have.
    pub(super) fn range(&self, option: OptionIx) -> (f64, f64) {
        let most = |up, down| self.sum(|leaf| leaf.most(up, down).by);
        (0.0 - most(None, Some(option)), most(Some(option), None))
    }

    /// By how many points one option can come out ahead of another at most; below 0, by how many it
    /// stays behind at least.
    pub(super) fn most(&self, up: OptionIx, down: OptionIx) -> f64 {
        self.sum(|leaf| leaf.most(Some(up), Some(down)).by)
    }

    /// As [`Self::most`], and whether that is only come near to, as an amount on a leaf that has weight
    /// goes as far away as numbers do.
    pub(super) fn most_and_how(&self, up: OptionIx, down: OptionIx) -> (f64, bool) {
        let mut all = self.leaves.iter().zip(&self.weights);
        let approached =
            all.any(|(leaf, weight)| *weight > 0.0 && leaf.most(Some(up), Some(down)).approached);
        (self.most(up, down), approached)
    }

    fn sum(&self, of: impl Fn(&Leaf) -> f64) -> f64 {
        let all = self.leaves.iter().zip(&self.weights);
        sum(all.map(|(leaf, weight)| weight * of(leaf)))
    }

    /// Every missing score as it is where one option is as far ahead of another as it can be: option,
    /// leaf and entry.
    pub(super) fn filling(&self, up: OptionIx, down: OptionIx) -> Vec<(OptionIx, LeafIx, Entry)> {
        let mut found = Vec::new();
        for (at, leaf) in self.leaves.iter_enumerated() {
            let entries = leaf.filling(up, down).into_iter();
            found.extend(entries.map(|(option, entry)| (option, at, entry)));
        }
        found
    }
}

impl Leaf {
    /// The greatest value of one option less that of another; nothing stands for 0.
    fn most(&self, up: Option<OptionIx>, down: Option<OptionIx>) -> Most {
        let (least, most) = match &self.reach {
            Reach::Moving(moving) => return moving.most(up, down),
            Reach::Known => (0.0, 0.0),
            Reach::Apart([least, most]) => (least.1, most.1),
        };
        let value = |option: Option<OptionIx>, blank: f64| {
            option.map_or(0.0, |option| self.values[option].unwrap_or(blank))
        };
        Most {
            by: value(up, most) - value(down, least),
            approached: false,
            ends: 0,
            amounts: [None, None],
        }
    }

    fn filling(&self, up: OptionIx, down: OptionIx) -> Vec<(OptionIx, Entry)> {
        let blank = self
            .values
            .keys()
            .filter(|option| self.values[*option].is_none());
        match &self.reach {
            Reach::Known => Vec::new(),
            Reach::Apart([least, most]) => blank
                .map(|option| {
                    let (entry, _) = if option == up { most } else { least };
                    (option, entry.clone())
                })
                .collect(),
            Reach::Moving(moving) => moving.filling(up, down),
        }
    }
}

/// The lowest and the highest value of a fixed scale of amounts, with where they are.
fn on_measure(scale: &LeafScale) -> [(Entry, f64); 2] {
    let points = scale.function.iter().flat_map(ValueFunction::points);
    extremes(points.filter_map(|(x, value)| Some((Entry::Number(Finite::new(*x)?), *value))))
}

/// The lowest and the highest value that can be given or chosen.
fn on_points(kind: &ScaleKind) -> [(Entry, f64); 2] {
    match kind {
        ScaleKind::Points(levels) => extremes(
            levels
                .iter()
                .map(|l| (Entry::Label(l.label.clone()), l.value.get()))
                .filter(|(_, value)| super::value::is_in_reach(*value)),
        ),
        ScaleKind::Direct | ScaleKind::Measure(_) => extremes(std::iter::empty()),
    }
}

/// The lowest and the highest of some entries by value; 0 and 100 where there are none.
fn extremes(entries: impl Iterator<Item = (Entry, f64)>) -> [(Entry, f64); 2] {
    let mut all: Vec<(Entry, f64)> = entries.collect();
    sort_ascending(&mut all, |entry| entry.1);
    match (all.first(), all.last()) {
        (Some(least), Some(most)) => [least.clone(), most.clone()],
        _ => {
            let number = |x: f64| (Entry::Number(Finite::new(x).unwrap_or(Finite::ZERO)), x);
            [number(0.0), number(100.0)]
        }
    }
}

impl Moving {
    fn new(measure: &Measure, amounts: PerOption<Option<f64>>) -> Self {
        let known = || amounts.iter().flatten().copied();
        let least = known().fold(f64::INFINITY, f64::min);
        let most = known().fold(f64::NEG_INFINITY, f64::max);
        let breakpoints = || measure.breakpoints.iter().map(|b| b.at.get());
        // As far as an end can go, with every bend and every amount inside.
        let low = breakpoints().fold(least, f64::min);
        let high = breakpoints().fold(most, f64::max);
        let length = match high - low {
            length if length > 0.0 => length,
            // One amount alone, or none.
            _ => high.abs().max(1.0),
        };
        let step = if length.is_finite() {
            FAR * length
        } else {
            f64::MAX
        };
        let far = |from: f64, step: f64| (from + step).clamp(-f64::MAX, f64::MAX);
        let mut pairs = Vec::new();
        if least.is_finite() {
            let below = breakpoints()
                .filter(|x| *x < least)
                .fold(f64::NEG_INFINITY, f64::max);
            let above = breakpoints()
                .filter(|x| *x > most)
                .fold(f64::INFINITY, f64::min);
            for (lower, down) in [(least, false), (below, true), (far(low, -step), true)] {
                for (upper, up) in [(most, false), (above, true), (far(high, step), true)] {
                    if lower.is_finite() && upper.is_finite() {
                        // What is beyond the breakpoints and the amounts is as far as an end goes.
                        let far = lower < low || upper > high;
                        pairs.push(([lower, upper], [down, up], far));
                    }
                }
            }
        } else {
            let (low, high) = if low.is_finite() {
                (low, high)
            } else {
                (0.0, 0.0)
            };
            pairs.push(([low, low], [false, false], false));
            pairs.push(([far(low, -length), far(high, length)], [true, true], false));
        }
        let ends = pairs.into_iter().map(|(at, moved, far)| {
            let function = ValueFunction::new(measure, at[0], at[1]);
            ReferencePoints {
                far,
                ..ReferencePoints::new(function, at, moved, &amounts)
            }
        });
        Self {
            ends: ends.collect(),
            blanks: amounts.iter().filter(|x| x.is_none()).count(),
            amounts,
        }
    }

    fn most(&self, up: Option<OptionIx>, down: Option<OptionIx>) -> Most {
        let mut best = Most {
            by: f64::NEG_INFINITY,
            approached: false,
            ends: 0,
            amounts: [None, None],
        };
        let mut reached = f64::NEG_INFINITY;
        let [mut first, mut second] = [[(None, 0.0)]; 2];
        for (at, ends) in self.ends.iter().enumerate() {
            let (highs, lows) = (ends.places(up, &mut first), ends.places(down, &mut second));
            for (high, value) in highs {
                for (low, other) in lows {
                    let by = value - other;
                    if by > best.by && self.is_held(ends, [*high, *low]) {
                        if !ends.far {
                            reached = by;
                        }
                        best = Most {
                            by,
                            approached: by > reached + TIE,
                            ends: at,
                            amounts: [*high, *low],
                        };
                    }
                }
            }
        }
        best
    }

    /// Whether every end that has moved is the amount of an option, with these of two that have none.
    fn is_held(&self, ends: &ReferencePoints, amounts: [Option<f64>; 2]) -> bool {
        let own = amounts.iter().flatten().count();
        self.holders(ends, amounts).count() <= self.blanks - own
    }

    /// The moved ends that are the amount of none of the two.
    fn holders(
        &self,
        ends: &ReferencePoints,
        amounts: [Option<f64>; 2],
    ) -> impl Iterator<Item = f64> {
        let all = ends.at.into_iter().zip(ends.moved);
        all.filter_map(move |(end, moved)| {
            let held = amounts
                .iter()
                .flatten()
                .any(|x| x.to_bits() == end.to_bits());
            (moved && !held).then_some(end)
        })
    }

    fn filling(&self, up: OptionIx, down: OptionIx) -> Vec<(OptionIx, Entry)> {
        let most = self.most(Some(up), Some(down));
        let Some(ends) = self.ends.get(most.ends) else {
            return Vec::new();
        };
        let mut holders = self.holders(ends, most.amounts);
        let blank = self
            .amounts
            .keys()
            .filter(|option| self.amounts[*option].is_none());
        blank
            .filter_map(|option| {
                let amount = match (option == up, option == down) {
                    (true, _) => most.amounts[0]?,
                    (_, true) => most.amounts[1]?,
                    _ => holders.next().unwrap_or(ends.worst),
                };
                Some((option, Entry::Number(Finite::new(amount)?)))
            })
            .collect()
    }
}

impl ReferencePoints {
    fn new(
        function: ValueFunction,
        at: [f64; 2],
        moved: [bool; 2],
        amounts: &PerOption<Option<f64>>,
    ) -> Self {
        let points = function.points().iter();
        let blank = if function.is_flat() {
            vec![(Some(at[0]), 0.0)]
        } else {
            points.map(|(x, value)| (Some(*x), *value)).collect()
        };
        let value = |x: f64| function.value(x);
        Self {
            values: amounts.map(|_, x| x.map(value)),
            worst: function.worst,
            at,
            moved,
            far: false,
            blank,
        }
    }

    /// The values an option can have between these ends, each with its amount where that is missing.
    fn places<'a>(&'a self, option: Option<OptionIx>, one: &'a mut [Place; 1]) -> &'a [Place] {
        match option.map(|option| self.values[option]) {
            None => *one = [(None, 0.0)],
            Some(Some(value)) => *one = [(None, value)],
            Some(None) => return &self.blank,
        }
        one
    }
}
