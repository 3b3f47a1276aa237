//! Scores that are not known exactly.

use crate::streams::Stream;

/// What is known of one score. Amounts are in the unit of the scores, more is better.
///
/// ```
/// use weighbridge_sampling::Score;
/// assert!(Score::Triangular { low: 20.0, mode: 50.0, high: 60.0 }.is_valid());
/// assert!(!Score::Uniform { low: 1.0, high: 0.0 }.is_valid(), "the ends are the wrong way round");
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Score {
    /// Exactly this.
    Fixed(f64),
    /// Anything between two ends, all equally likely.
    Uniform {
        /// The least it can be.
        low: f64,
        /// The most it can be.
        high: f64,
    },
    /// Between two ends, likelier the nearer to the likeliest, in straight lines.
    Triangular {
        /// The least it can be.
        low: f64,
        /// The likeliest.
        mode: f64,
        /// The most it can be.
        high: f64,
    },
    /// A normal distribution of which only what lies between two ends counts (truncated, not heaped
    /// up at the ends).
    Normal {
        /// Mean before it is truncated.
        mean: f64,
        /// Standard deviation before it is truncated; above 0.
        sd: f64,
        /// The least it can be.
        low: f64,
        /// The most it can be.
        high: f64,
    },
    /// The beta distribution of three points as used in PERT (Malcolm and others, *Operations
    /// Research* 7, 1959): mean (low + 4 mode + high) / 6, shapes that add up to 6.
    Pert {
        /// The least it can be.
        low: f64,
        /// The likeliest.
        mode: f64,
        /// The most it can be.
        high: f64,
    },
    /// A beta distribution stretched between two ends.
    Beta {
        /// First shape, 1 or more.
        a: f64,
        /// Second shape, 1 or more.
        b: f64,
        /// The least it can be.
        low: f64,
        /// The most it can be.
        high: f64,
    },
}

impl Score {
    /// Whether the numbers are finite and in order.
    pub fn is_valid(&self) -> bool {
        let ends = |low: f64, high: f64| (high - low).is_finite() && low <= high;
        match *self {
            Self::Fixed(x) => x.is_finite(),
            Self::Uniform { low, high } => ends(low, high),
            Self::Triangular { low, mode, high } | Self::Pert { low, mode, high } => {
                ends(low, high) && ends(low, mode) && ends(mode, high)
            }
            Self::Normal {
                mean,
                sd,
                low,
                high,
            } => ends(low, high) && mean.is_finite() && sd.is_finite() && sd > 0.0,
            Self::Beta { a, b, low, high } => {
                ends(low, high) && a.is_finite() && b.is_finite() && a >= 1.0 && b >= 1.0
            }
        }
    }

    /// The least and the most it can be.
    ///
    /// ```
    /// use weighbridge_sampling::Score;
    /// assert_eq!(Score::Triangular { low: 20.0, mode: 50.0, high: 60.0 }.ends(), [20.0, 60.0]);
    /// ```
    pub fn ends(&self) -> [f64; 2] {
        match *self {
            Self::Fixed(x) => [x, x],
            Self::Uniform { low, high }
            | Self::Triangular { low, high, .. }
            | Self::Normal { low, high, .. }
            | Self::Pert { low, high, .. }
            | Self::Beta { low, high, .. } => [low, high],
        }
    }

    /// The score if it is exact.
    pub(crate) fn fixed(&self) -> Option<f64> {
        match *self {
            Self::Fixed(x) => Some(x),
            Self::Uniform { .. }
            | Self::Triangular { .. }
            | Self::Normal { .. }
            | Self::Pert { .. }
            | Self::Beta { .. } => None,
        }
    }

    /// One draw. The score has to be valid.
    pub(crate) fn draw(&self, stream: &mut Stream) -> f64 {
        match *self {
            Self::Fixed(x) => x,
            Self::Uniform { low, high } => low + (high - low) * stream.unit(),
            Self::Triangular { low, mode, high } => {
                let (u, whole, rise) = (stream.unit(), high - low, mode - low);
                if u * whole < rise {
                    low + (u * whole * rise).sqrt()
                } else {
                    high - ((1.0 - u) * whole * (high - mode)).sqrt()
                }
            }
            Self::Normal {
                mean,
                sd,
                low,
                high,
            } => normal(mean, sd, low, high, stream),
            Self::Pert { low, mode, high } => {
                let whole = high - low;
                if whole > 0.0 {
                    let a = 1.0 + 4.0 * (mode - low) / whole;
                    low + whole * beta(a, 6.0 - a, stream)
                } else {
                    low
                }
            }
            Self::Beta { a, b, low, high } => low + (high - low) * beta(a, b, stream),
        }
    }
}

/// A truncated normal number, by rejection: of normal numbers where a good part of them lies
/// between the ends, else of even ones, over that part of the range where the density is more than
/// e⁻⁴⁰ of its peak.
fn normal(mean: f64, sd: f64, low: f64, high: f64, stream: &mut Stream) -> f64 {
    if low < mean && mean < high && high - low > 2.0 * sd {
        loop {
            let (a, b) = stream.normals();
            for z in [a, b] {
                let x = mean + sd * z;
                if low <= x && x <= high {
                    return x;
                }
            }
        }
    }
    let peak = mean.clamp(low, high);
    let nearest = (peak - mean) / sd;
    let reach = sd * (nearest * nearest + 80.0).sqrt();
    let (low, high) = (low.max(mean - reach), high.min(mean + reach));
    // Far out on a tail only a sliver next to the end counts.
    let sliver = 40.0 * sd / nearest.abs().max(1e-3);
    let (low, high) = (low.max(peak - sliver), high.min(peak + sliver));
    for _ in 0..10_000 {
        let x = low + (high - low) * stream.unit();
        let z = (x - mean) / sd;
        if stream.unit() < libm::exp((nearest * nearest - z * z) / 2.0) {
            return x;
        }
    }
    peak
}

/// A beta number with shapes of at least 1: by inversion where one of them is 1, else by Cheng's
/// algorithm BB (*Communications of the ACM* 21, 1978).
fn beta(first: f64, second: f64, stream: &mut Stream) -> f64 {
    if first <= 1.0 {
        return 1.0 - libm::exp(libm::log(stream.unit()) / second);
    }
    if second <= 1.0 {
        return libm::exp(libm::log(stream.unit()) / first);
    }
    let (a, b) = (first.min(second), first.max(second));
    let sum = a + b;
    let slope = ((sum - 2.0) / (2.0 * a * b - sum)).sqrt();
    let gamma = a + 1.0 / slope;
    loop {
        let (u, z) = (stream.unit(), stream.unit());
        let v = slope * libm::log(u / (1.0 - u));
        let w = a * libm::exp(v);
        let product = libm::log(u * u * z);
        let r = gamma * v - std::f64::consts::LN_2 * 2.0;
        if r + sum * libm::log(sum / (b + w)) >= product {
            // Where the exponential has overflowed, the share of `w` is all.
            let share = if w.is_finite() { w / (b + w) } else { 1.0 };
            return if first <= second { share } else { 1.0 - share };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mean and variance of many draws, held against the true ones at four standard errors.
    fn check(score: Score, mean: f64, variance: f64) {
        let mut stream = Stream::new(&mut 11);
        let n = 200_000;
        let draws: Vec<f64> = (0..n).map(|_| score.draw(&mut stream)).collect();
        let count = f64::from(n);
        let got = draws.iter().sum::<f64>() / count;
        let squares: Vec<f64> = draws.iter().map(|x| (x - mean) * (x - mean)).collect();
        let spread = squares.iter().sum::<f64>() / count;
        let fourth = squares.iter().map(|s| (s - spread) * (s - spread));
        let error = (fourth.sum::<f64>() / count / count).sqrt();
        assert!(
            (got - mean).abs() <= 4.0 * (variance / count).sqrt(),
            "{score:?}: mean {got}, not {mean}"
        );
        assert!(
            (spread - variance).abs() <= 4.0 * error + 1e-15,
            "{score:?}: variance {spread}, not {variance}"
        );
    }

    #[test]
    fn draws_have_the_means_and_variances_of_the_textbook() {
        let (low, high) = (20.0, 80.0);
        check(Score::Uniform { low, high }, 50.0, 300.0);
        for mode in [20.0, 35.0, 80.0] {
            let (l, m, h) = (low, mode, high);
            let variance = (l * l + m * m + h * h - l * m - l * h - m * h) / 18.0;
            check(
                Score::Triangular { low, mode, high },
                (l + m + h) / 3.0,
                variance,
            );
            let mean = (l + 4.0 * m + h) / 6.0;
            check(
                Score::Pert { low, mode, high },
                mean,
                (mean - l) * (h - mean) / 7.0,
            );
        }
        for (a, b) in [
            (20.0, 116.0),
            (116.0, 20.0),
            (1.0, 135.0),
            (40.0, 96.0),
            (1.5, 1.2),
            (1.0, 1.0),
        ] {
            let variance = a * b / ((a + b) * (a + b) * (a + b + 1.0));
            let score = Score::Beta {
                a,
                b,
                low: 0.0,
                high: 1.0,
            };
            check(score, a / (a + b), variance);
        }
    }

    #[test]
    fn truncated_normals_have_the_moments_of_the_textbook() {
        for (mean, sd, low, high) in [
            (50.0, 10.0, 0.0, 100.0),
            (50.0, 40.0, 0.0, 100.0),
            (90.0, 30.0, 0.0, 100.0),
            (120.0, 10.0, 0.0, 100.0),
            (50.0, 10.0, 48.0, 53.0),
            (50.0, 1000.0, 0.0, 100.0),
            (200.0, 5.0, 0.0, 100.0),
        ] {
            // Moments by a fine trapezium rule, from the end nearest to the mean.
            let peak: f64 = f64::clamp(mean, low, high);
            let density = |x: f64| {
                let z = |x: f64| (x - mean) / sd;
                libm::exp((z(peak) * z(peak) - z(x) * z(x)) / 2.0)
            };
            let steps = 400_000;
            let at = |k: i32| low + (high - low) * f64::from(k) / f64::from(steps);
            let sum = |f: &dyn Fn(f64) -> f64| {
                (0..=steps).map(|k| f(at(k)) * density(at(k))).sum::<f64>()
            };
            let total = sum(&|_| 1.0);
            let first = sum(&|x| x) / total;
            let second = sum(&|x| (x - first) * (x - first)) / total;
            check(
                Score::Normal {
                    mean,
                    sd,
                    low,
                    high,
                },
                first,
                second,
            );
        }
    }

    #[test]
    fn a_range_of_one_point_is_that_point() {
        let mut stream = Stream::new(&mut 1);
        for score in [
            Score::Uniform {
                low: 5.0,
                high: 5.0,
            },
            Score::Triangular {
                low: 5.0,
                mode: 5.0,
                high: 5.0,
            },
            Score::Pert {
                low: 5.0,
                mode: 5.0,
                high: 5.0,
            },
            Score::Normal {
                mean: 7.0,
                sd: 1.0,
                low: 5.0,
                high: 5.0,
            },
            Score::Beta {
                a: 2.0,
                b: 3.0,
                low: 5.0,
                high: 5.0,
            },
        ] {
            assert!(score.is_valid());
            assert!((score.draw(&mut stream) - 5.0).abs() < 1e-12, "{score:?}");
        }
    }
}
