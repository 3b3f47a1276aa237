//! What is measured: the sampling kernel on made-up scores, the same natively and in a browser.

#![cfg_attr(
    target_arch = "wasm32",
    allow(
        missing_docs,
        unsafe_code,
        reason = "wasm-bindgen writes out functions that JavaScript calls"
    )
)]

use weighbridge_sampling::{Engine, Outcome, Problem, Rule, Wanted};

/// Even scores from 0 to 1, row by row: splitmix64, its upper 53 bits.
///
/// ```
/// assert_eq!(bench_smaa::scores(1, 1, 42), [0.7415648787718233]);
/// ```
#[expect(clippy::cast_precision_loss, reason = "53 bits are exact")]
pub fn scores(options: usize, criteria: usize, seed: u64) -> Vec<f64> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        (z >> 11) as f64 / 9_007_199_254_740_992.0
    };
    (0..options * criteria).map(|_| next()).collect()
}

/// Rank acceptabilities of made-up scores.
pub fn run(
    options: usize,
    criteria: usize,
    data: u64,
    samples: u64,
    seed: u64,
    quasi: bool,
) -> Option<Outcome> {
    let scores = scores(options, criteria, data);
    let problem = Problem::flat(options, criteria, &scores, Rule::Any).ok()?;
    let wanted = Wanted {
        quasi,
        ..Wanted::RANKS
    };
    let mut engine = Engine::new(&problem, seed, wanted);
    engine.advance(samples);
    Some(engine.outcome())
}
