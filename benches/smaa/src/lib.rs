//! What is measured: the sampling kernel on made-up scores, the same natively and in a browser.
#![cfg_attr(
    target_arch = "wasm32",
    allow(unsafe_code, reason = "wasm-bindgen writes out what JavaScript calls")
)]

use weighbridge_sampling::{Engine, Outcome, Problem, Rule, Wanted};

/// One thing to measure, as `20x12x1000000` or, with pseudo-random numbers only,
/// `20x12x1000000:random`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// How many options.
    pub options: usize,
    /// How many criteria.
    pub criteria: usize,
    /// How many samples.
    pub samples: u64,
    /// Whether quasi-random points may be used.
    pub quasi: bool,
}

impl Case {
    /// Reads a case.
    ///
    /// ```
    /// let case = bench_smaa::Case::read("5x8x100000:random").unwrap();
    /// assert_eq!((case.options, case.criteria, case.samples, case.quasi), (5, 8, 100_000, false));
    /// assert_eq!(bench_smaa::Case::read("5x8"), None);
    /// ```
    pub fn read(text: &str) -> Option<Self> {
        let (sizes, quasi) = match text.strip_suffix(":random") {
            Some(sizes) => (sizes, false),
            None => (text, true),
        };
        let mut sizes = sizes.split('x');
        let case = Self {
            options: sizes.next()?.parse().ok()?,
            criteria: sizes.next()?.parse().ok()?,
            samples: sizes.next()?.parse().ok()?,
            quasi,
        };
        sizes.next().is_none().then_some(case)
    }

    /// The scores: the seed is 42 for 5 × 8 and 43 for 20 × 12.
    pub fn scores(&self) -> Vec<f64> {
        let seed = if self.options == 5 { 42 } else { 43 };
        scores(self.options, self.criteria, seed)
    }

    /// Rank acceptabilities.
    pub fn run(&self, seed: u64) -> Option<Outcome> {
        let problem = Problem::flat(self.options, self.criteria, &self.scores(), Rule::Any).ok()?;
        let quasi = self.quasi;
        let mut engine = Engine::new(
            &problem,
            seed,
            Wanted {
                quasi,
                ..Wanted::RANKS
            },
        );
        engine.advance(self.samples);
        Some(engine.outcome())
    }
}

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

/// Runs a case once, in a browser: the first-rank acceptabilities of the first options.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn run(case: &str, seed: u32) -> Vec<f64> {
    let outcome = Case::read(case).and_then(|case| case.run(u64::from(seed)));
    let first = |outcome: Outcome| (0..5).map(|option| outcome.rank(option, 0)).collect();
    outcome.map_or_else(Vec::new, first)
}
