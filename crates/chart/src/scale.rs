//! Axes: how far they reach and where their ticks stand.

/// Amounts from here on have no place in a picture.
pub(super) const FAR: f64 = 1e15;

/// An axis from `low` to `high`, in value points, with a tick at every multiple of `step`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    pub(super) low: f64,
    pub(super) high: f64,
    step: f64,
}

impl Scale {
    /// 0 to 100, and as far beyond as `values` need, out to a whole tick; at most `parts` steps to start with.
    pub(super) fn over(values: impl Iterator<Item = f64>, parts: f64) -> Scale {
        let exact = Scale::just_over(values, parts);
        let step = exact.step;
        // A hair inwards first, so that a value on a tick does not ask for the next one.
        let low = (exact.low / step + 1e-9).floor() * step;
        let high = (exact.high / step - 1e-9).ceil() * step;
        Scale { low, high, step }
    }

    /// From 0 to the largest of some numbers from 0 on, out to a whole tick; to 1 where there is none.
    pub(super) fn up_to(values: impl Iterator<Item = f64>, parts: f64) -> Scale {
        let largest = values.filter(|x| x.abs() < FAR).fold(0.0, f64::max);
        let largest = if largest > 0.0 { largest } else { 1.0 };
        let step = nice(largest / parts);
        let high = (largest / step - 1e-9).ceil() * step;
        Scale {
            low: 0.0,
            high,
            step,
        }
    }

    /// 0 to 100, and exactly as far beyond as `values` need; ticks stand inside.
    pub(super) fn just_over(values: impl Iterator<Item = f64>, parts: f64) -> Scale {
        let (mut low, mut high) = (0.0_f64, 100.0_f64);
        // What charts draw is below a million; sums of it are far below this.
        for value in values.filter(|value| value.abs() < 1e9) {
            low = low.min(value);
            high = high.max(value);
        }
        Scale {
            low,
            high,
            step: step(high - low, parts),
        }
    }

    /// From the least to the greatest of some amounts, with at most `parts` steps; ticks stand inside. A little
    /// to both sides where there is only one amount, and 0 to 1 where there is none that can be drawn.
    pub(super) fn between(amounts: impl Iterator<Item = f64>, parts: f64) -> Scale {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for amount in amounts.filter(|amount| amount.abs() < FAR) {
            low = low.min(amount);
            high = high.max(amount);
        }
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        let span = high - low;
        // Nothing but dust lies between them.
        if span <= low.abs().max(high.abs()) * 1e-9 {
            let room = (low.abs() * 0.1).max(1.0);
            (low, high) = (low - room, high + room);
        }
        let step = nice((high - low) / parts);
        Scale { low, high, step }
    }

    pub(super) fn ticks(self) -> Vec<f64> {
        let first = (self.low / self.step - 1e-9).ceil();
        // The bound is generous: `step` gives at most about ten.
        (0..64_u32)
            .map(|index| (first + f64::from(index)) * self.step)
            .take_while(|tick| *tick <= self.high + self.step * 1e-6)
            .collect()
    }
}

/// The smallest of 1, 2, 2.5, 5 times a power of ten, also below 1, that is at least `wanted`.
pub(super) fn nice(wanted: f64) -> f64 {
    let mut ten = 1.0;
    // Ends: what is wanted is neither zero nor infinite, and `ten` shrinks and grows tenfold.
    while ten > wanted {
        ten /= 10.0;
    }
    step(wanted / ten, 1.0) * ten
}

/// The smallest of 1, 2, 2.5, 5 times a power of ten that cuts `span` into at most `parts`.
fn step(span: f64, parts: f64) -> f64 {
    let mut ten = 1.0;
    // Ends: `span` is below 2e9 and `ten` grows tenfold.
    loop {
        for part in [1.0, 2.0, 2.5, 5.0] {
            if part * ten * parts >= span - 1e-9 {
                return part * ten;
            }
        }
        ten *= 10.0;
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;

    #[test]
    fn bars_take_no_more_room_than_they_need() {
        let scale = Scale::just_over([-12.0, 88.0].into_iter(), 4.0);
        assert_eq!((scale.low, scale.high), (-12.0, 100.0));
        assert_eq!(scale.ticks(), [0.0, 50.0, 100.0]);
    }

    #[test]
    fn amounts_of_any_size_have_a_few_ticks() {
        let ticks = |low: f64, high: f64| Scale::between([low, high].into_iter(), 5.0).ticks();
        assert_eq!(ticks(10.0, 30.0), [10.0, 15.0, 20.0, 25.0, 30.0]);
        assert_eq!(
            ticks(462_000.0, 1_200_000.0),
            [600_000.0, 800_000.0, 1_000_000.0, 1_200_000.0]
        );
        assert_eq!(ticks(7.0, 7.0), [6.0, 6.5, 7.0, 7.5, 8.0]);
        assert_eq!(Scale::between([f64::NAN].into_iter(), 5.0).ticks().len(), 6);
        for size in [1e-9, 0.03, 12.0, 4.2e6, 1e14] {
            let count = ticks(0.0, size).len();
            assert!((3..=7).contains(&count), "{count} ticks up to {size}");
        }
    }

    #[test]
    fn ends_at_the_largest_number() {
        assert_eq!(
            Scale::up_to([12.0, 38.0].into_iter(), 4.0).ticks(),
            [0.0, 10.0, 20.0, 30.0, 40.0]
        );
        assert!((Scale::up_to([100.0].into_iter(), 4.0).high - 100.0).abs() < 1e-9);
        assert!(Scale::up_to([f64::NAN].into_iter(), 4.0).high >= 1.0);
    }

    #[test]
    fn reaches_from_0_to_100_or_further() {
        assert_eq!(
            Scale::over([12.0, 88.0].into_iter(), 4.0).ticks(),
            [0.0, 25.0, 50.0, 75.0, 100.0]
        );
        assert_eq!(
            Scale::over([-20.0, 130.0].into_iter(), 4.0).ticks(),
            [-50.0, 0.0, 50.0, 100.0, 150.0]
        );
        assert_eq!(
            Scale::over([f64::NAN, f64::INFINITY].into_iter(), 2.0).ticks(),
            [0.0, 50.0, 100.0]
        );
    }
}
