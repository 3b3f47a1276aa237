//! The lead while one amount is swung on a scale that ends at the options, whose ends move with it.

use super::scores::{AmountFlip, Column, amounts};
use super::stretch::{Asked, Surroundings};
use super::{Analysis, LeafIx, OptionIx, Side, Threshold};
use weighbridge_model::{Range, ScaleKind};

/// One amount that is swung from one end to another, where an end of its scale moves on the way.
pub(super) struct Moved<'a> {
    ground: Surroundings<'a>,
    /// The amounts of the other options.
    apart: Vec<f64>,
    leader: OptionIx,
    /// The amounts that have the low and the high value of the swing on the scale as it is.
    pub(super) ends: [f64; 2],
}

impl<'a> Moved<'a> {
    /// The amount of an option swung between two values on the scale as it is, or between the ends of a range that
    /// somebody stated; `None` where no end moves.
    pub(super) fn of(
        analysis: &'a Analysis,
        column: &Column<'a>,
        leader: OptionIx,
        (option, leaf): (OptionIx, LeafIx),
        values: [f64; 2],
        stated: Option<[f64; 2]>,
    ) -> Option<Self> {
        let ScaleKind::Measure(measure) = &column.leaf.scale.kind else {
            return None;
        };
        if measure.range != Range::Local {
            return None;
        }
        let weight = analysis.leaf_node(leaf).cumulative?;
        let (ground, apart) = column.surroundings(analysis, measure, weight, option, leaf)?;
        let (function, now) = (ground.function, ground.now);
        let amount = |value: f64| {
            let has = |x: &f64| (function.value(*x) - value).abs() <= 0.0;
            let own = stated.and_then(|ends| ends.into_iter().find(has));
            own.or_else(|| function.amount(value, now))
        };
        let [low, high] = values;
        let ends = [amount(low)?, amount(high)?];
        let [lowest, highest] = ground.others?;
        let is_inside = |x: f64| lowest <= x && x <= highest;
        let moves = ![now, ends[0], ends[1]].into_iter().all(is_inside);
        moves.then_some(Self {
            ground,
            apart,
            leader,
            ends,
        })
    }

    /// The amounts now and at both ends.
    pub(super) fn amounts(&self) -> [f64; 3] {
        let [low, high] = self.ends;
        [self.ground.now, low, high]
    }

    /// By how much today's leader leads the best of the others with an amount as it is entered.
    pub(super) fn lead(&self, x: f64) -> f64 {
        let (mut own, mut others) = (f64::NAN, f64::NEG_INFINITY);
        for (at, total) in self.ground.totals(x) {
            if at == self.leader {
                own = total;
            } else {
                others = others.max(total);
            }
        }
        own - others
    }

    /// The amounts with which today's leader is behind on the way to an end, the nearest first; `None` where it is behind
    /// nowhere.
    pub(super) fn lost(&self, end: f64) -> Option<AmountFlip> {
        let now = self.ground.now;
        let side = if end < now { Side::Below } else { Side::Above };
        let found = self.ground.moving(Asked::Loses(self.leader));
        let no_end = [f64::NEG_INFINITY, f64::INFINITY];
        let mut flip = amounts(&found, now, no_end, &self.apart)?;
        let is_short = |x: f64| match side {
            Side::Above => x < end,
            Side::Below => x > end,
        };
        flip.stretches
            .retain(|stretch| stretch.from.side == side && is_short(stretch.from.at));
        for stretch in &mut flip.stretches {
            if !is_short(stretch.from.printed) {
                stretch.from = Threshold::told_from(stretch.from.at, now, side, end, &self.apart);
            }
        }
        let nearest = flip.stretches.first()?;
        (flip.at, flip.to) = (nearest.from.at, nearest.to.clone());
        Some(flip)
    }

    /// The value of an amount on the scale as it is.
    pub(super) fn value(&self, x: f64) -> f64 {
        self.ground.function.value(x)
    }
}
