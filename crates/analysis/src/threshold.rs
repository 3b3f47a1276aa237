//! Where something changes, as a number that can be printed and stays true.

/// On which side of a threshold a claim holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// For every number above it, up to the end of the scale.
    Above,
    /// For every number below it.
    Below,
}

/// A number past which something holds, rounded for print towards the side on which it does.
///
/// What is printed has as many digits as tell it from the number now and from the end of the scale,
/// three at least (fewer where those that follow are zeros). So "first if it had more than 32.9%"
/// holds for everything above 32.9%, though the exact place is 32.836%, and "stays first up to
/// 32.8%" holds for everything below.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Threshold {
    /// The exact place, in the unit that is printed (so 32.836 for a percentage).
    pub at: f64,
    /// Where the claim holds.
    pub side: Side,
    /// The number to print: at `at`, or beyond it on the side on which the claim holds.
    pub printed: f64,
    /// The number now with the digits that tell it from `printed`; as it is where it needs more.
    pub now_printed: f64,
}

impl Threshold {
    /// The threshold of a claim that does not hold for `now` and holds beyond `at`, as far as `end`;
    /// all three are in the unit that is printed, and an end that is not finite is no end.
    ///
    /// Where `at` is (all but) `now`, there is nothing to round to: the claim then is "any more than
    /// now" or "any less", see [`Self::is_now`].
    ///
    /// ```
    /// use weighbridge_analysis::{Side, Threshold};
    /// let of = |at, now, side, end| Threshold::new(at, now, side, end).printed;
    /// assert_eq!(of(32.8358, 10.0, Side::Above, 100.0), 32.9, "true above 32.9, not yet at 32.81");
    /// assert_eq!(of(32.8358, 60.0, Side::Below, 0.0), 32.8);
    /// assert_eq!(of(10_004_000.0, 10_000_000.0, Side::Above, f64::INFINITY), 10_004_000.0);
    /// assert_eq!(of(99.97, 50.0, Side::Above, 100.0), 99.97, "not 100, beyond which there is nothing");
    /// assert_eq!(of(4.999_999_999_999_9, 10.0, Side::Below, 0.0), 5.0, "what sums of doubles add is no digit");
    /// assert_eq!(of(-5.8e-11, 50.0, Side::Below, f64::NEG_INFINITY), 0.0, "nor is what they leave of nothing");
    /// ```
    pub fn new(at: f64, now: f64, side: Side, end: f64) -> Self {
        Self::told_from(at, now, side, end, &[])
    }

    /// The same, with the digits that tell it also from other numbers a reader may take it for, such as
    /// the amounts of other options. Those that are the threshold itself are not told from it.
    ///
    /// ```
    /// use weighbridge_analysis::{Side, Threshold};
    /// let (at, now, side) = (10_000_750.0, 10_300_000.0, Side::Below);
    /// let end = f64::NEG_INFINITY;
    /// assert_eq!(Threshold::new(at, now, side, end).printed, 10_000_000.0);
    /// assert_eq!(Threshold::told_from(at, now, side, end, &[10_000_000.0]).printed, 10_000_700.0);
    /// ```
    pub fn told_from(at: f64, now: f64, side: Side, end: f64, others: &[f64]) -> Self {
        // Half the way to what it has to be told from is as far as rounding may go.
        let room = |other: f64| {
            if other.is_finite() {
                (other - at).abs() / 2.0
            } else {
                f64::INFINITY
            }
        };
        let apart = others.iter().map(|x| room(*x));
        let apart = apart.filter(|room| *room > 1e-9 * at.abs());
        let room = apart.fold(room(now).min(room(end)), f64::min);
        let at = plain(at, now, room);
        // The end of a stretch that is farther from the number now is told from the nearer one alone.
        let is_far = match side {
            Side::Above => now >= at,
            Side::Below => now <= at,
        };
        for digits in 3..=17 {
            let printed = directed(at, digits, side);
            let now_printed = nearest(now, unit(at, digits));
            let apart = match side {
                _ if is_far => true,
                Side::Above => now_printed < printed,
                Side::Below => now_printed > printed,
            };
            if apart && (printed - at).abs() < room {
                return Self {
                    at,
                    side,
                    printed,
                    now_printed,
                };
            }
        }
        Self {
            at,
            side,
            printed: at,
            now_printed: now,
        }
    }

    /// Whether the threshold is where the number is now, within what sums of doubles can tell.
    pub fn is_now(&self, now: f64) -> bool {
        (self.at - now).abs() <= 1e-9 * self.at.abs().max(1.0)
    }
}

/// The most significant digits of a number that a threshold is taken for.
const PLAIN: usize = 7;

/// A place without the noise of the sums it was found by: the shortest number of few digits within a
/// million-millionth of it, if there is one (farther off, totals would differ by more than a tie), so that places that are equal but for the order of their
/// sums are printed as equal. Rounding to the true side makes noise large: of 4.999999999999 it makes 4.99.
///
/// What is close to something it has to be told from is left as it is: there the noise is what is told.
fn plain(at: f64, now: f64, room: f64) -> f64 {
    // Beside a large number now, what is left of a difference is as coarse as that number.
    let noise = (1e-12 * at.abs()).max(1e-14 * now.abs()).min(1e-4 * room);
    // Nothing is told from the noise of totals, which is that of weights and values and not of the place.
    if at.abs() <= (4e-12 * now.abs()).min(1e-4 * room) {
        return 0.0;
    }
    let mut short = (1..=PLAIN).map(|digits| nearest(at, unit(at, digits)));
    short.find(|x| (x - at).abs() <= noise).unwrap_or(at)
}

/// The exponent of the last of so many significant digits of a number.
fn unit(x: f64, digits: usize) -> i32 {
    let digits = i32::try_from(digits).unwrap_or(i32::MAX);
    exponent(x) - digits + 1
}

/// The power of ten of the first digit, after rounding to fifteen.
fn exponent(x: f64) -> i32 {
    let size = x.abs();
    // Most numbers are nowhere near the next power, where rounding could make them that.
    let plain = POWERS.windows(2).zip(-6..).find_map(|(ends, exponent)| {
        let [low, high] = ends else { return None };
        (*low <= size && size < high * (1.0 - 1e-14)).then_some(exponent)
    });
    plain.unwrap_or_else(|| formatted_exponent(x))
}

/// The powers of ten between which most numbers are.
const POWERS: [f64; 13] = [
    1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6,
];

fn formatted_exponent(x: f64) -> i32 {
    let text = format!("{x:.14e}");
    let exponent = text.split_once('e').map(|(_, e)| e.parse());
    exponent.and_then(Result::ok).unwrap_or(0)
}

/// The nearest number whose last digit stands at a power of ten; made by the formatter and the
/// parser of the standard library, which both round correctly.
fn nearest(x: f64, unit: i32) -> f64 {
    let decimals = usize::try_from(-unit).unwrap_or(0);
    if unit <= 0 {
        return format!("{x:.decimals$}").parse().unwrap_or(x);
    }
    let digits = usize::try_from(exponent(x) - unit).unwrap_or(0);
    if exponent(x) < unit {
        return 0.0;
    }
    format!("{x:.digits$e}").parse().unwrap_or(x)
}

/// The nearest number with so many significant digits that is not on the wrong side.
fn directed(at: f64, digits: usize, side: Side) -> f64 {
    let unit = unit(at, digits);
    let near = nearest(at, unit);
    let sign = match side {
        Side::Above if near >= at => return near,
        Side::Below if near <= at => return near,
        Side::Above => 1.0,
        Side::Below => -1.0,
    };
    let step: f64 = format!("1e{unit}").parse().unwrap_or(0.0);
    nearest(near + sign * step, unit)
}

#[cfg(test)]
mod tests {
    use super::{POWERS, Side, Threshold, exponent, formatted_exponent};

    #[test]
    fn exponents_are_those_of_the_formatter() {
        for power in POWERS.into_iter().chain([0.0, 1e-7, 1e7, 1e300, f64::MAX]) {
            let steps = [0, 1, 10, 44, 45, 46, 50, 100, 1_000, 1 << 40];
            for step in steps {
                let bits = power.to_bits();
                for x in [bits.wrapping_add(step), bits.saturating_sub(step)] {
                    let x = f64::from_bits(x);
                    if x.is_finite() {
                        assert_eq!(exponent(x), formatted_exponent(x), "{x}");
                        assert_eq!(exponent(-x), formatted_exponent(x), "-{x}");
                    }
                }
            }
        }
    }

    #[test]
    fn printed_is_beyond_and_told_from_now() {
        for (at, now, side, end, printed, shown) in [
            (32.8358, 10.0, Side::Above, 100.0, 32.9, 10.0),
            (12.06, 9.0, Side::Above, 100.0, 12.1, 9.0),
            (12.04, 12.0, Side::Above, 100.0, 12.04, 12.0),
            (13.333_33, 70.0, Side::Below, 0.0, 13.3, 70.0),
            (0.02, 70.0, Side::Below, 0.0, 0.02, 70.0),
            (4.0, 5.0, Side::Below, 0.0, 4.0, 5.0),
            (-8.257, 0.0, Side::Below, -100.0, -8.26, 0.0),
            (-8.257, -20.0, Side::Above, 0.0, -8.25, -20.0),
            (
                10_004_000.0,
                10_000_000.0,
                Side::Above,
                f64::INFINITY,
                10_004_000.0,
                10_000_000.0,
            ),
            (
                1_234_567.0,
                2_000_000.0,
                Side::Below,
                f64::NEG_INFINITY,
                1_230_000.0,
                2_000_000.0,
            ),
            (33.4, 33.386, Side::Above, 100.0, 33.4, 33.39),
        ] {
            let found = Threshold::new(at, now, side, end);
            assert_eq!(
                (found.printed, found.now_printed),
                (printed, shown),
                "{at} {side:?}"
            );
        }
    }

    #[test]
    fn where_it_is_now_nothing_is_rounded() {
        let third = 100.0 / 3.0;
        let found = Threshold::new(third, third, Side::Above, 100.0);
        assert!(found.is_now(third));
        assert_eq!(found.printed.to_bits(), third.to_bits());
        assert!(!Threshold::new(33.0, third, Side::Below, 0.0).is_now(third));
    }
}
