//! Axes: how far they reach and where their ticks stand.

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

    pub(super) fn ticks(self) -> Vec<f64> {
        let first = (self.low / self.step - 1e-9).ceil();
        // The bound is generous: `step` gives at most about ten.
        (0..64_u32)
            .map(|index| (first + f64::from(index)) * self.step)
            .take_while(|tick| *tick <= self.high + self.step * 1e-6)
            .collect()
    }
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
