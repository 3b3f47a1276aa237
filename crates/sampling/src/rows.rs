//! The scores of options as totals are made from them: fixed ones in 64 bits, uncertain ones drawn for sixteen
//! streams side by side.
//!
//! What is drawn is 32-bit numbers, since nobody could tell them from finer ones; all totals of an option with
//! an uncertain score are. Triangular numbers are part of the lesser and part of the greater of two even numbers
//! (Stein and Keblis, *Mathematical and Computer Modelling* 49, 2009), of 16 bits each. Normal and PERT numbers
//! come from tables ([`crate::tables`]), beta numbers one at a time.

#![allow(
    clippy::cast_possible_truncation,
    reason = "scores become 32-bit numbers where they are drawn"
)]

use crate::STREAMS;
use crate::distribution::Score;
use crate::network::Numbers;
use crate::pair::both;
use crate::streams::{Stream, Streams, from_one_to_two};
use crate::tables::{Normal, Pert};
use bytemuck::cast;
use wide::{f32x8, i32x8, u32x8};

/// A number for each stream.
pub(crate) type Side = [f64; STREAMS];

/// How one score is drawn.
#[derive(Clone, Debug)]
pub(crate) enum Draw {
    Fixed(f32),
    /// `from` and a part of `width`, which is 1 to 2.
    Uniform {
        from: f32,
        width: f32,
    },
    /// `low` and parts of the lesser and the greater of two even numbers.
    Triangular {
        low: f32,
        lesser: f32,
        greater: f32,
    },
    Normal(Normal),
    Pert(Pert),
    /// One at a time.
    Other(Score),
}

impl Draw {
    pub(crate) fn of(score: &Score) -> Self {
        match *score {
            Score::Fixed(x) => Self::Fixed(x as f32),
            Score::Uniform { low, high } => Self::Uniform {
                from: (low - (high - low)) as f32,
                width: (high - low) as f32,
            },
            Score::Triangular { low, mode, high } => Self::Triangular {
                low: low as f32,
                lesser: (high - mode) as f32,
                greater: (mode - low) as f32,
            },
            Score::Normal {
                mean,
                sd,
                low,
                high,
            } => Normal::new(mean, sd, low, high).map_or(Self::Other(*score), Self::Normal),
            Score::Pert { low, mode, high } if low < high => {
                Pert::new(low, mode, high).map_or(Self::Other(*score), Self::Pert)
            }
            Score::Pert { low, .. } => Self::Fixed(low as f32),
            Score::Beta { .. } => Self::Other(*score),
        }
    }

    #[inline(always)]
    pub(crate) fn draw(&self, dice: &mut Streams, streams: &mut [Stream]) -> Numbers {
        match self {
            Self::Fixed(x) => [f32x8::splat(*x); 2],
            Self::Uniform { from, width } => {
                let (from, width) = (f32x8::splat(*from), f32x8::splat(*width));
                from_one_to_two(dice.next()).map(|x| from + width * x)
            }
            Self::Triangular {
                low,
                lesser,
                greater,
            } => {
                // Half a step up, so that the mean is right; then 2⁻¹⁶ a step.
                let unit = f32x8::splat(1.0 / 65_536.0);
                let half = f32x8::splat(0.5);
                let mask = u32x8::splat(0xFFFF);
                let (lesser, greater) = (f32x8::splat(*lesser), f32x8::splat(*greater));
                let low = f32x8::splat(*low);
                dice.next().map(|word| {
                    let upper: i32x8 = cast(word >> 16_i32);
                    let lower: i32x8 = cast(word & mask);
                    let (a, b) = (f32x8::from_i32x8(upper), f32x8::from_i32x8(lower));
                    let less = (a.fast_min(b) + half) * unit;
                    let more = (a.fast_max(b) + half) * unit;
                    low + lesser * less + greater * more
                })
            }
            Self::Normal(normal) => each(dice, |word| normal.at(word)),
            Self::Pert(pert) => each(dice, |word| pert.at(word)),
            Self::Other(score) => {
                let mut out = [0.0_f32; STREAMS];
                for (out, stream) in out.iter_mut().zip(streams) {
                    *out = score.draw(stream) as f32;
                }
                cast(out)
            }
        }
    }
}

/// A number for each stream's next word.
#[inline(always)]
fn each(dice: &mut Streams, of: impl Fn(u32) -> f32) -> Numbers {
    let words: [u32; STREAMS] = cast(dice.next());
    cast(words.map(of))
}

/// Numbers of 64 bits as numbers of 32: what is drawn needs no more.
pub(crate) fn numbers(side: &Side) -> Numbers {
    let all: [f32; STREAMS] = side.map(|x| x as f32);
    cast::<[f32; STREAMS], Numbers>(all)
}

/// The scores of one option.
#[derive(Clone, Debug)]
pub(crate) struct Row(Kind);

#[derive(Clone, Debug)]
enum Kind {
    Fixed(Vec<f64>),
    Drawn(Vec<Draw>),
}

impl Row {
    pub(crate) fn new(scores: &[Score]) -> Self {
        let fixed: Option<Vec<f64>> = scores.iter().map(Score::fixed).collect();
        Self(match fixed {
            Some(fixed) => Kind::Fixed(fixed),
            None => Kind::Drawn(scores.iter().map(Draw::of).collect()),
        })
    }

    /// The scores where all are fixed.
    pub(crate) fn fixed(&self) -> Option<&[f64]> {
        match &self.0 {
            Kind::Fixed(scores) => Some(scores),
            Kind::Drawn(_) => None,
        }
    }

    /// The total of each stream, with the weights of each criterion; what is uncertain is drawn anew.
    pub(crate) fn total(
        &self,
        weights: &[Side],
        small: &[Numbers],
        dice: &mut Streams,
        streams: &mut [Stream],
    ) -> Side {
        match &self.0 {
            Kind::Fixed(scores) => {
                let mut sum = [0.0; STREAMS];
                for (weights, score) in weights.iter().zip(scores) {
                    for (sum, weight) in sum.iter_mut().zip(weights) {
                        *sum += weight * score;
                    }
                }
                sum
            }
            Kind::Drawn(draws) => {
                let mut sum = [f32x8::splat(0.0); 2];
                for (draw, weights) in draws.iter().zip(small) {
                    let drawn = draw.draw(dice, streams);
                    let each = both(*weights, drawn, |weight, x| weight * x);
                    sum = both(sum, each, |sum, x| sum + x);
                }
                let sum: [f32; STREAMS] = cast(sum);
                sum.map(f64::from)
            }
        }
    }

    /// Draws every score once for each stream.
    pub(crate) fn draw(&self, dice: &mut Streams, streams: &mut [Stream], out: &mut Vec<Numbers>) {
        out.clear();
        match &self.0 {
            Kind::Fixed(scores) => {
                out.extend(scores.iter().map(|x| [f32x8::splat(*x as f32); 2]));
            }
            Kind::Drawn(draws) => {
                out.extend(draws.iter().map(|draw| draw.draw(dice, streams)));
            }
        }
    }
}
