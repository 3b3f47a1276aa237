//! A number as it is printed, and the numbers beside it.

use weighbridge_analysis::{Side, Threshold};

/// One unit of the last printed place: of three digits at least, as zeros at the end may be left out.
pub fn unit(printed: f64) -> f64 {
    if printed == 0.0 {
        return 1e-3;
    }
    let text = format!("{:e}", printed.abs());
    let (digits, exponent) = text.split_once('e').unwrap();
    let exponent: i32 = exponent.parse().unwrap();
    let decimals = i32::try_from(digits.len().saturating_sub(2)).unwrap();
    format!("1e{}", exponent - decimals.max(2)).parse().unwrap()
}

/// The sign of the side on which a claim holds.
pub fn sign(side: Side) -> f64 {
    match side {
        Side::Above => 1.0,
        Side::Below => -1.0,
    }
}

/// Just past a printed number, on the side on which the claim holds: one unit of the last place,
/// or half of what is left to the end of it. Where it is the number now, which is told as "any more" or
/// "any less", a thousandth.
pub fn past(threshold: &Threshold, now: f64, end: f64) -> Option<f64> {
    let sign = sign(threshold.side);
    let room = sign * (end - threshold.printed);
    let step = if threshold.is_now(now) {
        1e-3 * now.abs().max(1.0)
    } else {
        unit(threshold.printed)
    };
    let by = step.min(room / 2.0);
    (by > 0.0).then_some(threshold.printed + sign * by)
}

/// One unit of the last place short of a printed number; none where that is past the number now.
pub fn short(threshold: &Threshold, now: f64) -> Option<f64> {
    let sign = sign(threshold.side);
    let at = threshold.printed - sign * unit(threshold.printed);
    (sign * (at - now) > 0.0 && sign * (threshold.at - at) > 0.0).then_some(at)
}
