//! Sentences about single scores and the numbers in them.

use crate::support::*;
use weighbridge_analysis::{Side, Threshold};

#[test]
fn row_a04_noise_of_sums_is_not_rounded_into_another_threshold() {
    let of = |at: f64, now: f64, side: Side, end: f64| Threshold::new(at, now, side, end).printed;
    // Mathematically equal, whatever sums of doubles make of them.
    for noise in [0.0, 1e-15, -1e-15, 3e-10, -3e-10] {
        close(of(2.6 * (1.0 + noise), 3.0, Side::Below, 0.0), 2.6, 0.0);
        close(of(1.8 * (1.0 + noise), 1.0, Side::Above, 5.0), 1.8, 0.0);
        close(of(5.0 * (1.0 + noise), 10.0, Side::Below, 0.0), 5.0, 0.0);
        close(
            of(72.0 * (1.0 + noise), 60.0, Side::Above, 100.0),
            72.0,
            0.0,
        );
        close(
            of(-40.0 * (1.0 + noise), 60.0, Side::Below, f64::NEG_INFINITY),
            -40.0,
            0.0,
        );
    }
    close(of(1e-15, 60.0, Side::Below, -20.0), 0.0, 0.0);
}

#[test]
fn row_a04_the_far_end_of_a_stretch_has_no_more_digits_than_it_needs() {
    let of = |at: f64, now: f64, side: Side, end: f64| Threshold::new(at, now, side, end).printed;
    close(of(272.0 / 3.0, 20.0, Side::Below, 45.4), 90.6, 0.0);
    close(of(22.489_583_333_333, 40.0, Side::Above, 30.0), 22.5, 0.0);
    close(
        of(22.489_583_333_333, 40.0, Side::Above, 22.505),
        22.49,
        0.0,
    );
    // A narrow stretch: the shortest number that lies in it.
    let (low, high) = (22.489_583_333, 22.489_612_345);
    close(of(low, 20.0, Side::Above, high), 22.489_59, 0.0);
    close(of(high, 20.0, Side::Below, low), 22.489_6, 0.0);
}
