//! Whatever comes in, something is said and nothing panics.

use crate::{run, thrown};
use Statement::{AtLeast, AtLeastAsImportant, AtMost, Equal};
use weighbridge_sampling::{
    Branch, Drawn, Engine, Fault, Member, Problem, Rule, Score, Statement, Wanted, confidence,
};

fn fault(rule: Rule) -> Option<Fault> {
    Problem::flat(1, 3, &[0.0; 3], rule).err()
}

#[test]
fn what_is_no_problem_is_said() {
    assert_eq!(
        Problem::flat(2, 0, &[], Rule::Any).err(),
        Some(Fault::NoCriteria)
    );
    assert_eq!(
        Problem::flat(2, 2, &[0.0; 3], Rule::Any).err(),
        Some(Fault::Shape)
    );
    assert_eq!(
        Problem::flat(usize::MAX, 2, &[0.0; 3], Rule::Any).err(),
        Some(Fault::Shape)
    );
    let bad = Problem::flat(2, 2, &[0.0, 1.0, f64::NAN, 0.0], Rule::Any).err();
    assert_eq!(
        bad,
        Some(Fault::BadScore {
            option: 1,
            criterion: 0
        })
    );
    let wrong = Some(Fault::BadRule { branch: 0 });
    assert_eq!(fault(Rule::Fixed(vec![0.0; 3])), wrong, "all weights zero");
    assert_eq!(fault(Rule::Fixed(vec![1.0, -1.0, 1.0])), wrong);
    assert_eq!(fault(Rule::Fixed(vec![f64::MAX; 3])), wrong);
    assert_eq!(fault(Rule::Fixed(vec![1.0])), wrong);
    assert_eq!(fault(Rule::Ordered(vec![1, 2])), wrong);
    assert_eq!(fault(Rule::Said(vec![AtLeastAsImportant(0, 3)])), wrong);
    assert_eq!(fault(Rule::Said(vec![AtMost(0, f64::INFINITY)])), wrong);
}

#[test]
fn trees_that_are_none_are_said() {
    let tree = |branches: Vec<Vec<Member>>| {
        let branches = branches.into_iter().map(|members| Branch {
            members,
            rule: Rule::Any,
        });
        Problem::new(1, 2, vec![Score::Fixed(0.0); 2], branches.collect()).err()
    };
    let (c, b) = (Member::Criterion, Member::Branch);
    assert_eq!(tree(vec![]), Some(Fault::NoCriteria));
    assert_eq!(tree(vec![vec![]]), Some(Fault::BadTree { branch: 0 }));
    assert_eq!(
        tree(vec![vec![c(0), c(0)]]),
        Some(Fault::BadTree { branch: 0 })
    );
    assert_eq!(
        tree(vec![vec![c(0), c(9)]]),
        Some(Fault::BadTree { branch: 0 })
    );
    assert_eq!(
        tree(vec![vec![c(0), b(0)]]),
        Some(Fault::BadTree { branch: 0 }),
        "itself"
    );
    assert_eq!(
        tree(vec![vec![c(0)], vec![c(1)]]),
        Some(Fault::BadTree { branch: 1 }),
        "of nothing"
    );
    assert_eq!(
        tree(vec![vec![c(0), b(1)], vec![c(1), b(0)]]),
        Some(Fault::BadTree { branch: 1 })
    );
    assert_eq!(
        tree(vec![vec![b(1)], vec![c(1)]]),
        None,
        "a criterion may be left out"
    );
}

#[test]
fn contradictions_are_named_and_no_more_than_needed() {
    let statements = |list: Vec<Statement>| match fault(Rule::Said(list)) {
        Some(Fault::Contradictory { statements, .. }) => statements,
        other => panic!("{other:?}"),
    };
    let harmless = [AtMost(1, 0.9), AtLeastAsImportant(1, 2)];
    let with = |list: &[Statement]| [&harmless, list].concat();
    assert_eq!(statements(with(&[AtLeast(0, 0.6), AtMost(0, 0.5)])), [2, 3]);
    assert_eq!(
        statements(with(&[AtLeast(0, 0.6), AtLeast(1, 0.6)])),
        [2, 3]
    );
    assert_eq!(
        statements(with(&[AtMost(0, 0.1), AtMost(1, 0.2)])),
        [1, 2, 3],
        "the third is below the second"
    );
    assert_eq!(
        statements(with(&[
            AtLeastAsImportant(0, 1),
            AtLeast(1, 0.4),
            AtMost(0, 0.3)
        ])),
        [2, 3, 4]
    );
    assert_eq!(statements(with(&[AtLeast(0, 1.1)])), [2]);
    assert_eq!(statements(with(&[AtMost(0, -0.1)])), [2]);
    let equal = with(&[Equal(0, 1), Equal(1, 2), AtLeast(2, 0.4)]);
    assert_eq!(statements(equal), [2, 3, 4]);
    // A circle is not a contradiction: all on it are equal.
    assert_eq!(
        fault(Rule::Said(vec![
            AtLeastAsImportant(0, 1),
            AtLeastAsImportant(1, 2),
            AtLeastAsImportant(2, 0)
        ])),
        None
    );
}

#[test]
fn few_of_anything_is_fine() {
    for (options, criteria) in [(0, 1), (0, 5), (1, 1), (1, 5), (2, 1), (3, 1)] {
        let scores = thrown(options * criteria, 1);
        let problem = Problem::flat(options, criteria, &scores, Rule::Any).unwrap();
        for samples in [0, 1, 16, 100] {
            let outcome = run(&problem, Wanted::ALL, samples);
            assert_eq!((outcome.options, outcome.criteria), (options, criteria));
            if options == 1 && samples > 0 {
                assert_eq!(outcome.rank(0, 0), 1.0);
                assert_eq!(outcome.expected_rank[0].value, 1.0);
            }
        }
    }
    let none = run(
        &Problem::flat(2, 2, &[0.0, 1.0, 1.0, 0.0], Rule::Any).unwrap(),
        Wanted::ALL,
        0,
    );
    assert_eq!((none.samples, none.half_width), (0, 1.0));
    assert_eq!(
        (none.rank(0, 0), none.rank_error(0, 0), none.central(0)),
        (0.0, 0.0, None)
    );
    assert_eq!(
        none.pair(0, 1).unwrap().value,
        0.5,
        "exact without a sample"
    );
    assert_eq!(
        (none.rank(7, 0), none.rank(0, 7), none.pair(7, 7)),
        (0.0, 0.0, None)
    );
}

#[test]
fn many_of_anything_is_fine() {
    for (options, criteria) in [(100, 50), (256, 3), (257, 3), (3, 256), (3, 300)] {
        let scores = thrown(options * criteria, 2);
        let problem = Problem::flat(options, criteria, &scores, Rule::Any).unwrap();
        let outcome = run(&problem, Wanted::ALL, 64);
        let first: f64 = (0..options).map(|o| outcome.rank(o, 0)).sum();
        assert!((first - 1.0).abs() < 1e-9);
    }
}

#[test]
fn a_thousand_million_samples_can_be_asked_for_and_left() {
    let problem = Problem::flat(2, 2, &[0.0, 1.0, 1.0, 0.0], Rule::Fixed(vec![1.0, 2.0])).unwrap();
    let mut engine = Engine::new(&problem, 1, Wanted::ALL);
    engine.advance(1_000_000_000);
    engine.advance(u64::MAX);
    engine.advance(u64::MAX);
    assert_eq!(engine.method(), Drawn::Certain);
    let nothing = Problem::flat(0, 2, &[], Rule::Any).unwrap();
    let mut engine = Engine::new(&nothing, 1, Wanted::ALL);
    engine.advance(u64::MAX);
    assert_eq!(engine.outcome().ranks, []);
}

#[test]
fn extreme_scores_are_fine() {
    for scores in [
        [1e300, -1e300, 0.0, 1.0],
        [f64::MAX, -f64::MAX, 0.0, 1.0],
        [1e-300, 2e-300, 3e-300, 0.0],
        [5.0, 5.0, 5.0, 5.0],
        [1e15, 1e15 + 1.0, 0.0, 0.0],
    ] {
        let problem = Problem::flat(2, 2, &scores, Rule::Any).unwrap();
        let outcome = run(&problem, Wanted::ALL, 1000);
        for option in 0..2 {
            let sum = outcome.rank(option, 0) + outcome.rank(option, 1);
            assert!((sum - 1.0).abs() < 1e-9, "{scores:?}: {sum}");
        }
    }
    let wrong = confidence(
        &Problem::flat(1, 2, &[0.0; 2], Rule::Any).unwrap(),
        0,
        &[0.0, 0.0],
        1,
        1,
    );
    assert_eq!(wrong, Err(Fault::BadRule { branch: 0 }));
    let short = confidence(
        &Problem::flat(1, 2, &[0.0; 2], Rule::Any).unwrap(),
        0,
        &[1.0],
        1,
        1,
    );
    assert_eq!(short, Err(Fault::BadRule { branch: 0 }));
    let missing = confidence(
        &Problem::flat(1, 2, &[0.0; 2], Rule::Any).unwrap(),
        9,
        &[1.0, 0.0],
        1,
        1,
    );
    assert_eq!(missing.unwrap().value, 0.0);
}

/// Anything at all: thrown together, sampled a little, never a panic or a number that is none.
#[test]
fn anything_at_all_is_fine() {
    for seed in 0..400 {
        let dice = thrown(400, seed);
        let mut at = 0;
        let mut roll = |sides: u8| {
            at += 1;
            let side = (0..sides)
                .rev()
                .find(|side| dice[at % dice.len()] * f64::from(sides) >= f64::from(*side));
            usize::from(side.unwrap_or(0))
        };
        let (options, criteria) = (roll(5), 1 + roll(6));
        let scores = (0..options * criteria)
            .map(|_| {
                let low = roll(100) as f64;
                let (mode, high) = (low + roll(3) as f64, low + 2.0 + roll(40) as f64);
                match roll(7) {
                    0 => Score::Uniform { low, high },
                    1 => Score::Triangular { low, mode, high },
                    2 => Score::Normal {
                        mean: roll(200) as f64 - 50.0,
                        sd: 0.1 + roll(30) as f64,
                        low,
                        high,
                    },
                    3 => Score::Pert { low, mode, high },
                    _ => Score::Fixed(low),
                }
            })
            .collect();
        let rule = match roll(4) {
            0 => Rule::Any,
            1 => Rule::Ordered((0..criteria).map(|_| roll(4)).collect()),
            2 => Rule::Fixed((0..criteria).map(|_| roll(4) as f64).collect()),
            _ => Rule::Said(
                (0..roll(6))
                    .map(|_| {
                        let (a, b, x) = (roll(6), roll(6), roll(12) as f64 / 20.0);
                        match roll(4) {
                            0 => AtLeastAsImportant(a, b),
                            1 => Equal(a, b),
                            2 => AtLeast(a, x),
                            _ => AtMost(a, x),
                        }
                    })
                    .collect(),
            ),
        };
        let members = (0..criteria).map(Member::Criterion).collect();
        let Ok(problem) = Problem::new(options, criteria, scores, vec![Branch { members, rule }])
        else {
            continue;
        };
        let outcome = run(&problem, Wanted::ALL, 100);
        let numbers = outcome
            .ranks
            .iter()
            .chain(&outcome.pairwise)
            .chain(&outcome.expected_rank);
        for number in numbers.chain(outcome.central_weights.iter().flatten().flatten()) {
            assert!(
                number.value.is_finite() && number.error >= 0.0,
                "{number:?}"
            );
        }
        if options > 0 {
            let first: f64 = (0..options).map(|o| outcome.rank(o, 0)).sum();
            assert!(first >= 1.0 - 1e-9);
        }
    }
}
