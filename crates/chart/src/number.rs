//! Numbers as they stand in a chart.

/// `value` to three significant figures without trailing zeros, at least whole: 13.5, 0.333, 1234, −7.
///
/// The table beside the chart and the exports are where the exact number is.
pub(super) fn significant(value: f64) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let size = value.abs();
    let mut decimals = 0_usize;
    let mut limit = 100.0;
    while size < limit && decimals < 6 {
        decimals += 1;
        limit /= 10.0;
    }
    let mut digits = format!("{size:.decimals$}");
    if digits.contains('.') {
        digits.truncate(digits.trim_end_matches('0').trim_end_matches('.').len());
    }
    // Rounded to nothing is nothing, without a sign.
    if value < 0.0 && digits != "0" {
        format!("−{digits}")
    } else {
        digits
    }
}

/// A total to one decimal, as totals stand everywhere else: 45.0.
pub(super) fn tenths(value: f64) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    // Rounded to nothing is nothing, without a sign.
    match format!("{:.1}", value.abs()) {
        digits if value < 0.0 && digits != "0.0" => format!("−{digits}"),
        digits => digits,
    }
}

/// Whether a value in points has a place in a picture: a number, and below a million either way.
/// Beyond that everything else would be a dot, and plotters' integers would overflow.
pub(super) fn is_drawable(value: f64) -> bool {
    value.abs() <= 1e6
}

/// `value`, or nothing where it cannot be drawn.
pub(super) fn drawable(value: f64) -> f64 {
    if is_drawable(value) { value } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::significant;

    #[test]
    fn three_significant_figures() {
        let shown = [
            0.0,
            -0.0,
            13.5,
            21.0,
            100.0,
            99.96,
            1.0 / 3.0,
            1234.4,
            -7.25,
            1e-12,
            -1e-12,
            f64::NAN,
        ]
        .map(significant);
        assert_eq!(
            shown,
            [
                "0", "0", "13.5", "21", "100", "100", "0.333", "1234", "−7.25", "0", "0", "–"
            ]
        );
    }
}
