//! Runs of the sampler with fixed seeds, whose results are the same to the bit wherever they run:
//! the native tests and those in a browser hold them against the same numbers.

use weighbridge_sampling::{
    Branch, Engine, Estimate, Member, Outcome, Problem, Rule, Score, Statement, Wanted,
};

/// What [`digests`] gives, everywhere.
pub const EXPECTED: [(&str, u64); 6] = [
    ("quasi-random", 0x6E05_B8D6_B6B6_877C),
    ("pseudo-random", 0xEABB_3B69_4C00_1B1D),
    ("a tree", 0xF875_C35D_87BF_7607),
    ("an order and uncertain scores", 0x875A_0AFE_DAC5_BFEA),
    ("rejection", 0x54D3_D27F_F29D_5C57),
    ("chains", 0xDF66_D384_7A7A_734C),
];

/// Sixty-four bits of everything in an outcome (FNV-1a).
fn digest(outcome: &Outcome) -> u64 {
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    let mut add = |bits: u64| {
        for byte in bits.to_le_bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        }
    };
    let lists = outcome.ranks.iter().chain(&outcome.pairwise);
    let lists = lists.chain(&outcome.expected_rank);
    for Estimate { value, error } in lists.chain(outcome.central_weights.iter().flatten().flatten())
    {
        add(value.to_bits());
        add(error.to_bits());
    }
    add(outcome.half_width.to_bits());
    hash
}

/// A few runs of every kind, each digested.
pub fn digests() -> Vec<(&'static str, u64)> {
    let number = |at: u32| f64::from((at * 37 + at * at * 11) % 101);
    let fixed: Vec<Score> = (0..30).map(|at| Score::Fixed(number(at))).collect();
    let uncertain = (0..30).map(|at| {
        let (low, mode, high) = (number(at) - 5.0, number(at), number(at) + 9.0);
        match at % 5 {
            0 => Score::Fixed(mode),
            1 => Score::Uniform { low, high },
            2 => Score::Triangular { low, mode, high },
            3 => Score::Pert { low, mode, high },
            _ => Score::Normal {
                mean: mode,
                sd: 4.0,
                low,
                high,
            },
        }
    });
    let flat = |rule: Rule| {
        let members = (0..6).map(Member::Criterion).collect();
        vec![Branch { members, rule }]
    };
    let pair = |first: usize| Branch {
        members: vec![Member::Criterion(first), Member::Criterion(first + 1)],
        rule: Rule::Any,
    };
    let top = vec![Member::Branch(1), Member::Branch(2), Member::Branch(3)];
    let tree = vec![
        Branch {
            members: top,
            rule: Rule::Any,
        },
        pair(0),
        pair(2),
        pair(4),
    ];
    let few = vec![
        Statement::AtLeastAsImportant(0, 1),
        Statement::AtMost(2, 0.4),
    ];
    let many = (1..6)
        .map(|at| Statement::AtLeastAsImportant(at, at - 1))
        .chain([Statement::AtMost(5, 0.3)]);
    let order = Rule::Ordered(vec![3, 1, 2, 2, 5, 4]);
    let plain = Wanted {
        quasi: false,
        ..Wanted::ALL
    };
    let all = Wanted::ALL;
    let cases = [
        (fixed.clone(), flat(Rule::Any), all),
        (fixed.clone(), flat(Rule::Any), plain),
        (fixed.clone(), tree, all),
        (uncertain.collect(), flat(order), all),
        (fixed.clone(), flat(Rule::Said(few)), all),
        (fixed, flat(Rule::Said(many.collect())), all),
    ];
    let named = EXPECTED.iter().map(|(name, _)| *name).zip(cases);
    named
        .map(|(name, (scores, branches, wanted))| {
            let problem = Problem::new(5, 6, scores, branches).unwrap();
            let mut engine = Engine::new(&problem, 2013, wanted);
            engine.advance(20_000);
            (name, digest(&engine.outcome()))
        })
        .collect()
}
