//! The sampler against known answers: closed forms, areas of triangles cut by lines, moments.
//!
//! Where an answer is sampled, it may miss by four standard errors. Seeds are fixed, so a test that
//! passes once passes for ever.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::float_cmp,
    clippy::cast_precision_loss,
    reason = "a test fails by panicking, and often means exact numbers"
)]

mod garbage;
mod oracle;
mod order;
mod uniform;

use oracle::Triangle;
use weighbridge_sampling::{
    Branch, Drawn, Engine, Estimate, Member, Outcome, Problem, Rule, Score, Statement, Wanted,
    confidence, exact_pairwise,
};

const PLAIN: Wanted = Wanted {
    quasi: false,
    ..Wanted::ALL
};

fn run(problem: &Problem, wanted: Wanted, samples: u64) -> Outcome {
    let mut engine = Engine::new(problem, 20_240_607, wanted);
    engine.advance(samples);
    engine.outcome()
}

/// Holds an estimate against the truth at four of its standard errors; of none found, at those of a
/// share that small.
#[track_caller]
fn near(estimate: Estimate, truth: f64, samples: u64) {
    let binomial = (truth * (1.0 - truth).max(0.0) / samples as f64).sqrt();
    let room = 4.0 * estimate.error.max(binomial * 0.25) + 3.0 / samples as f64;
    assert!(
        (estimate.value - truth).abs() <= room,
        "{} is not {truth} (may miss by {room})",
        estimate.value
    );
}

/// Numbers from 0 to 1 that look thrown about.
fn thrown(count: usize, seed: u64) -> Vec<f64> {
    let mut state = seed;
    (0..count)
        .map(|_| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 40) as f64 / 16_777_216.0
        })
        .collect()
}

fn flat(options: usize, criteria: usize, scores: &[f64]) -> Problem {
    Problem::flat(options, criteria, scores, Rule::Any).unwrap()
}

#[test]
fn three_criteria_agree_with_areas() {
    for seed in 0..6 {
        let scores = thrown(15, seed);
        let rows: Vec<&[f64]> = scores.chunks(3).collect();
        let problem = flat(5, 3, &scores);
        for wanted in [Wanted::ALL, PLAIN] {
            let outcome = run(&problem, wanted, 200_000);
            for option in 0..5 {
                let truth = Triangle::whole().where_first(&rows, option);
                let share = truth.area() / Triangle::whole().area();
                let first = Estimate {
                    value: outcome.rank(option, 0),
                    error: outcome.rank_error(option, 0),
                };
                near(first, share, outcome.samples);
                if share > 0.01 {
                    let central = outcome.central_weights[option].as_ref().unwrap();
                    for (estimate, truth) in central.iter().zip(truth.centroid()) {
                        near(*estimate, truth, outcome.samples);
                    }
                }
            }
        }
    }
}

#[test]
fn exact_pairwise_indices_agree_with_areas_and_with_sampling() {
    for seed in 10..16 {
        let scores = thrown(12, seed);
        let rows: Vec<&[f64]> = scores.chunks(3).collect();
        let exact = exact_pairwise(&flat(4, 3, &scores)).unwrap();
        for i in 0..4 {
            for j in 0..4 {
                let won = Triangle::whole().where_first(&[rows[i], rows[j]], 0);
                let share = won.area() / Triangle::whole().area();
                let truth = if i == j { 0.5 } else { share };
                assert!((exact[i * 4 + j] - truth).abs() < 1e-12);
            }
        }
    }
    // With a constant score for a rival, how often an option is first of two is sampled.
    let scores = thrown(24, 3);
    for option in 0..3 {
        let mut two = scores[option * 8..(option + 1) * 8].to_vec();
        two.extend([0.5; 8]);
        let problem = flat(2, 8, &two);
        for wanted in [Wanted::ALL, PLAIN] {
            let outcome = run(&problem, wanted, 200_000);
            let exact = outcome.pair(0, 1).unwrap();
            assert!(outcome.pairwise_exact && exact.error == 0.0);
            let first = Estimate {
                value: outcome.rank(0, 0),
                error: outcome.rank_error(0, 0),
            };
            near(first, exact.value, outcome.samples);
        }
    }
}

/// Equal differences divide by zero in the product formula, and nearly equal ones lose all digits.
#[test]
fn exact_pairwise_indices_stand_equal_and_nearly_equal_differences() {
    let index = |differences: &[f64]| {
        let mut scores = differences.to_vec();
        scores.extend(vec![0.0; differences.len()]);
        exact_pairwise(&flat(2, differences.len(), &scores)).unwrap()[1]
    };
    assert_eq!(index(&[1.0, -1.0]), 0.5);
    assert_eq!(index(&[1.0, 1.0, -1.0, -1.0]), 0.5);
    // Of n numbers and m more, all from one exponential: three against one, P(sum of 3 > one) = 7/8.
    assert!((index(&[1.0, 1.0, 1.0, -1.0]) - 0.875).abs() < 1e-15);
    assert!((index(&[1.0, 1.0 + 1e-13, 1.0 - 1e-13, -1.0]) - 0.875).abs() < 1e-12);
    assert!(
        (index(&[2.0, 0.0, -1.0, 0.0]) - 2.0 / 3.0).abs() < 1e-15,
        "zeros are dropped"
    );
    assert_eq!(index(&[1.0, 2.0, 0.0]), 1.0);
    assert_eq!(index(&[-1.0, 0.0]), 0.0);
    assert_eq!(index(&[0.0, 0.0]), 0.5);
    for seed in 0..20 {
        let d: Vec<f64> = thrown(30, seed).iter().map(|x| x - 0.5).collect();
        let other: Vec<f64> = d.iter().map(|x| -x).collect();
        let (a, b) = (index(&d), index(&other));
        assert!((0.0..=1.0).contains(&a) && (a + b - 1.0).abs() < 1e-12);
    }
}

#[test]
fn expected_ranks_are_exact_and_agree_with_sampled_ranks() {
    let scores = thrown(60, 9);
    let outcome = run(&flat(6, 10, &scores), PLAIN, 200_000);
    for option in 0..6 {
        assert_eq!(outcome.expected_rank[option].error, 0.0);
        let mut mean = 0.0;
        let mut square = 0.0;
        for rank in 0..6 {
            let place = 1.0 + rank as f64;
            mean += place * outcome.rank(option, rank);
            square += place * place * outcome.rank(option, rank);
        }
        let error = ((square - mean * mean) / outcome.samples as f64).sqrt();
        near(
            Estimate { value: mean, error },
            outcome.expected_rank[option].value,
            outcome.samples,
        );
    }
    let total: f64 = outcome.expected_rank.iter().map(|e| e.value).sum();
    assert!((total - 21.0).abs() < 1e-9, "1 + 2 + … + 6");
}

#[test]
fn ranks_add_up_both_ways() {
    let outcome = run(&flat(7, 5, &thrown(35, 2)), Wanted::ALL, 10_000);
    for at in 0..7 {
        let own: f64 = (0..7).map(|rank| outcome.rank(at, rank)).sum();
        let here: f64 = (0..7).map(|option| outcome.rank(option, at)).sum();
        assert!((own - 1.0).abs() < 1e-12 && (here - 1.0).abs() < 1e-12);
    }
}

/// Three branches of two, two and one criteria: the top is even over a triangle, and each pair splits
/// its branch evenly.
fn tree(scores: &[f64], options: usize, rules: [Rule; 3]) -> Problem {
    let scores = scores.iter().map(|x| Score::Fixed(*x)).collect();
    let pair = |first: usize| vec![Member::Criterion(first), Member::Criterion(first + 1)];
    let [top, left, right] = rules;
    let branches = vec![
        Branch {
            members: vec![Member::Branch(1), Member::Branch(2), Member::Criterion(4)],
            rule: top,
        },
        Branch {
            members: pair(0),
            rule: left,
        },
        Branch {
            members: pair(2),
            rule: right,
        },
    ];
    Problem::new(options, 5, scores, branches).unwrap()
}

#[test]
fn trees_multiply_local_weights_down() {
    let scores = thrown(20, 4);
    let problem = tree(&scores, 4, [Rule::Any, Rule::Any, Rule::Any]);
    assert_eq!(exact_pairwise(&problem), None, "no closed form");
    // The truth: for each split of the two pairs on a fine grid, areas of the triangle.
    let steps = 40;
    let mut truth = [0.0; 4];
    for a in 0..steps {
        for b in 0..steps {
            let share = |k: i32| (f64::from(k) + 0.5) / f64::from(steps);
            let rows: Vec<Vec<f64>> = scores
                .chunks(5)
                .map(|s| {
                    let mix = |x: f64, y: f64, t: f64| t * x + (1.0 - t) * y;
                    vec![mix(s[0], s[1], share(a)), mix(s[2], s[3], share(b)), s[4]]
                })
                .collect();
            let rows: Vec<&[f64]> = rows.iter().map(Vec::as_slice).collect();
            for (option, truth) in truth.iter_mut().enumerate() {
                let area = Triangle::whole().where_first(&rows, option).area();
                *truth += area / Triangle::whole().area() / f64::from(steps * steps);
            }
        }
    }
    for wanted in [Wanted::ALL, PLAIN] {
        let outcome = run(&problem, wanted, 200_000);
        for (option, truth) in truth.iter().enumerate() {
            let mut first = Estimate {
                value: outcome.rank(option, 0),
                error: outcome.rank_error(option, 0),
            };
            first.error += 5e-5;
            near(first, *truth, outcome.samples);
        }
        // Who is above whom is counted here, and adds up to 1.
        assert!(!outcome.pairwise_exact);
        for i in 0..4 {
            for j in 0..4 {
                let both = outcome.pair(i, j).unwrap().value + outcome.pair(j, i).unwrap().value;
                assert!((both - 1.0).abs() < 1e-12);
            }
        }
        let mean: Vec<f64> = (0..5)
            .map(|c| {
                (0..4)
                    .map(|o| outcome.rank(o, 0) * outcome.central(o).map_or(0.0, |w| w[c]))
                    .sum()
            })
            .collect();
        for (criterion, mean) in mean.iter().enumerate() {
            let truth = if criterion == 4 { 1.0 / 3.0 } else { 1.0 / 6.0 };
            assert!((mean - truth).abs() < 0.003, "{mean} is not {truth}");
        }
    }
}

#[test]
fn a_tree_with_one_open_branch_has_a_closed_form() {
    let scores = thrown(20, 5);
    let fixed = || Rule::Fixed(vec![3.0, 1.0]);
    let problem = tree(
        &scores,
        4,
        [Rule::Any, fixed(), Rule::Fixed(vec![0.0, 2.0])],
    );
    let rows: Vec<Vec<f64>> = scores
        .chunks(5)
        .map(|s| vec![0.75 * s[0] + 0.25 * s[1], s[3], s[4]])
        .collect();
    let exact = exact_pairwise(&problem).unwrap();
    let flat = exact_pairwise(&flat(4, 3, &rows.concat())).unwrap();
    for (a, b) in exact.iter().zip(&flat) {
        assert!((a - b).abs() < 1e-12);
    }
    let central = run(&problem, Wanted::ALL, 10_000).central(0).unwrap();
    assert!((central[0] - 3.0 * central[1]).abs() < 1e-12 && central[2] == 0.0);
}

/// The fast and the careful path see the same problem alike.
#[test]
fn both_paths_agree() {
    let scores = thrown(20, 6);
    let certain: Vec<Score> = scores.iter().map(|x| Score::Fixed(*x)).collect();
    // One score that moves by nothing makes every sample careful.
    let mut moved = certain.clone();
    moved[0] = Score::Uniform {
        low: scores[0],
        high: scores[0],
    };
    for rules in [
        [Rule::Any, Rule::Any, Rule::Any],
        [
            Rule::Ordered(vec![2, 1, 3]),
            Rule::Any,
            Rule::Ordered(vec![1, 2]),
        ],
    ] {
        let fast = tree(&scores, 4, rules.clone());
        let top = |rule: Rule, members| Branch { members, rule };
        let pair = |first: usize| vec![Member::Criterion(first), Member::Criterion(first + 1)];
        let [a, b, c] = rules;
        let branches = vec![
            top(
                a,
                vec![Member::Branch(1), Member::Branch(2), Member::Criterion(4)],
            ),
            top(b, pair(0)),
            top(c, pair(2)),
        ];
        let careful = Problem::new(4, 5, moved.clone(), branches).unwrap();
        let (fast, careful) = (
            run(&fast, Wanted::ALL, 100_000),
            run(&careful, Wanted::ALL, 100_000),
        );
        // The same points, so the same ranks but for rounding.
        for (a, b) in fast.ranks.iter().zip(&careful.ranks) {
            assert!((a.value - b.value).abs() < 1e-4, "{a:?} {b:?}");
        }
        for (a, b) in fast.pairwise.iter().zip(&careful.pairwise) {
            assert!((a.value - b.value).abs() < 1e-4, "{a:?} {b:?}");
        }
        for (a, b) in fast
            .central_weights
            .iter()
            .flatten()
            .flatten()
            .zip(careful.central_weights.iter().flatten().flatten())
        {
            assert!((a.value - b.value).abs() < 1e-3, "{a:?} {b:?}");
        }
    }
}

#[test]
fn equal_options_split_their_ranks() {
    // The first two are the same; the third is above both for half of all weights.
    let scores = [1.0, 0.0, 1.0, 0.0, 0.0, 1.0];
    let outcome = run(&flat(3, 2, &scores), PLAIN, 100_000);
    for option in 0..2 {
        assert!((outcome.rank(option, 0) - 0.25).abs() < 0.01);
        assert!((outcome.rank(option, 1) - 0.5).abs() < 0.01);
        assert!((outcome.rank(option, 2) - 0.25).abs() < 0.01);
    }
    assert_eq!(outcome.rank(2, 1), 0.0, "behind two that tie, it is third");
    assert_eq!(outcome.pair(0, 1).unwrap().value, 0.5);
    assert_eq!(outcome.expected_rank[0].value, 2.0);
    assert_eq!(outcome.expected_rank[2].value, 2.0);
}

/// Two options that differ by far less than 32-bit numbers resolve.
#[test]
fn nearly_equal_options_are_told_apart() {
    let mut scores = thrown(24, 8);
    for c in 0..8 {
        let sign = if c % 3 == 0 { 1.0 } else { -1.0 };
        scores[8 + c] = scores[c] + sign * 1e-6 * (1.0 + c as f64);
    }
    let outcome = run(&flat(3, 8, &scores), PLAIN, 100_000);
    let second = outcome.pair(1, 0).unwrap().value;
    let mut mean = 0.0;
    for rank in 0..3 {
        mean += (1.0 + rank as f64) * outcome.rank(0, rank);
    }
    assert!((mean - outcome.expected_rank[0].value).abs() < 0.01);
    assert!(second > 0.1 && second < 0.9, "neither is always above");
}

#[test]
fn quasi_random_points_tell_more() {
    let problem = flat(5, 8, &thrown(40, 12));
    let error = |wanted: Wanted| -> f64 {
        let reference = run(&problem, Wanted::RANKS, 4_194_304);
        let mut squares = 0.0;
        for seed in 0..20 {
            let mut engine = Engine::new(&problem, seed, wanted);
            engine.advance(32_768);
            let outcome = engine.outcome();
            for (own, truth) in outcome.ranks.iter().zip(&reference.ranks) {
                squares += (own.value - truth.value) * (own.value - truth.value);
            }
        }
        squares
    };
    let (quasi, plain) = (
        error(Wanted::RANKS),
        error(Wanted {
            quasi: false,
            ..Wanted::RANKS
        }),
    );
    assert!(quasi * 2.0 < plain, "{quasi} {plain}");
}

/// Standard errors mean what they say: over many seeds the misses are of their size.
#[test]
fn errors_are_as_large_as_misses() {
    let problem = flat(4, 5, &thrown(20, 13));
    let reference = run(&problem, Wanted::RANKS, 2_097_152);
    for quasi in [true, false] {
        let (mut misses, mut errors) = (0.0, 0.0);
        for seed in 0..150 {
            let mut engine = Engine::new(
                &problem,
                seed,
                Wanted {
                    quasi,
                    ..Wanted::RANKS
                },
            );
            engine.advance(4096);
            for (own, truth) in engine.outcome().ranks.iter().zip(&reference.ranks) {
                misses += (own.value - truth.value) * (own.value - truth.value);
                errors += own.error * own.error;
            }
        }
        let ratio: f64 = misses / errors;
        assert!((0.8..1.25).contains(&ratio), "quasi {quasi}: {ratio}");
    }
}

#[test]
fn a_run_can_stop_at_a_precision() {
    let problem = flat(5, 8, &thrown(40, 14));
    for wanted in [Wanted::ALL, PLAIN] {
        let mut engine = Engine::new(&problem, 5, wanted);
        assert_eq!(engine.half_width(), 1.0);
        while engine.half_width() > 0.005 {
            engine.advance(1000);
            assert!(
                engine.samples() < 60_000,
                "plain sampling needs some 38,400"
            );
        }
        assert_eq!(engine.outcome().half_width, engine.half_width());
    }
}

#[test]
fn slices_make_no_difference() {
    let scores = thrown(20, 15);
    let order = Statement::AtLeastAsImportant(0, 1);
    let said = Rule::Said(vec![order, Statement::AtLeast(2, 0.3)]);
    for (problem, wanted) in [
        (flat(4, 5, &scores), Wanted::ALL),
        (flat(4, 5, &scores), PLAIN),
        (
            tree(&scores, 4, [Rule::Any, Rule::Any, Rule::Any]),
            Wanted::ALL,
        ),
        (tree(&scores, 4, [said, Rule::Any, Rule::Any]), Wanted::ALL),
    ] {
        let whole = run(&problem, wanted, 5003);
        let mut engine = Engine::new(&problem, 20_240_607, wanted);
        for slice in [0, 1, 1, 14, 500, 3, 4484] {
            engine.advance(slice);
        }
        assert_eq!(engine.outcome(), whole);
        assert_eq!(whole.samples, 5008, "whole rounds of 16");
    }
}

#[test]
fn weights_that_are_all_fixed_leave_nothing_to_chance() {
    let scores = [4.0, 1.0, 1.0, 4.0, 2.5, 2.5, 9.0, 0.0];
    let problem = Problem::flat(4, 2, &scores, Rule::Fixed(vec![1.0, 1.0])).unwrap();
    let outcome = run(&problem, Wanted::ALL, 1_000_000_000);
    assert_eq!((outcome.method, outcome.half_width), (Drawn::Certain, 0.0));
    assert_eq!(outcome.rank(3, 0), 1.0);
    for option in 0..3 {
        for rank in 1..4 {
            let share = outcome.rank(option, rank);
            assert_eq!(share, 1.0 / 3.0, "three totals of 2.5 tie for second");
        }
    }
    assert_eq!(outcome.pair(0, 1).unwrap().value, 0.5);
    assert_eq!(outcome.central(3).unwrap(), [0.5, 0.5]);
    assert_eq!(outcome.central(0), None);
}

#[test]
fn uncertain_scores_blur_ranks() {
    // One criterion, two options: P(U(0, 2) > U(1, 3)) = 1/8.
    let scores = vec![
        Score::Uniform {
            low: 0.0,
            high: 2.0,
        },
        Score::Uniform {
            low: 1.0,
            high: 3.0,
        },
    ];
    let top = Branch {
        members: vec![Member::Criterion(0)],
        rule: Rule::Any,
    };
    let problem = Problem::new(2, 1, scores, vec![top]).unwrap();
    let outcome = run(&problem, Wanted::ALL, 200_000);
    assert_eq!(outcome.method, Drawn::Random);
    near(outcome.pair(0, 1).unwrap(), 0.125, outcome.samples);
    near(outcome.ranks[0], 0.125, outcome.samples);
    let sure = confidence(&problem, 0, &[1.0], 3, 200_000).unwrap();
    near(sure, 0.125, 200_000);
}

/// Who is first of two is a pairwise index, so it needs no samples to be exact.
#[test]
fn two_options_are_ranked_by_formula() {
    let problem = flat(2, 3, &[90.0, 10.0, 40.0, 20.0, 80.0, 30.0]);
    let mut engine = Engine::new(&problem, 3, Wanted::ALL);
    engine.advance(16);
    let outcome = engine.outcome();
    let pair = exact_pairwise(&problem).unwrap()[1];
    assert_eq!((outcome.rank(0, 0), outcome.rank(1, 0)), (pair, 1.0 - pair));
    assert_eq!((outcome.rank(0, 1), outcome.rank(1, 1)), (1.0 - pair, pair));
    assert_eq!((outcome.rank_error(0, 0), outcome.half_width), (0.0, 0.0));
    // The same by sampling, with a third that is never in their way.
    let third = flat(3, 3, &[90.0, 10.0, 40.0, 20.0, 80.0, 30.0, 0.0, 0.0, 0.0]);
    let sampled = run(&third, PLAIN, 100_000);
    near(sampled.ranks[0], pair, 100_000);
}

/// Rows and columns of rank acceptabilities add up to 1 whatever is alike: by formula, in vectors, one by one
/// and among scores that vary.
#[test]
fn options_that_are_alike_split_their_ranks() {
    let twins = [50.0, 20.0, 50.0, 20.0, 10.0, 60.0, 50.0, 20.0];
    let fixed: Vec<Score> = twins.iter().map(|x| Score::Fixed(*x)).collect();
    let mut varying = fixed.clone();
    varying[4] = Score::Uniform {
        low: 0.0,
        high: 20.0,
    };
    let members = vec![Member::Criterion(0), Member::Criterion(1)];
    for scores in [fixed, varying] {
        for rule in [
            Rule::Any,
            Rule::Fixed(vec![1.0, 3.0]),
            Rule::Points(vec![[1.0, 2.0], [1.0, 1.0]]),
        ] {
            let branches = vec![Branch {
                members: members.clone(),
                rule: rule.clone(),
            }];
            let problem = Problem::new(4, 2, scores.clone(), branches).unwrap();
            let mut engine = Engine::new(&problem, 5, Wanted::ALL);
            engine.advance(16_000);
            let outcome = engine.outcome();
            for i in 0..4 {
                let row: f64 = (0..4).map(|rank| outcome.rank(i, rank)).sum();
                let column: f64 = (0..4).map(|option| outcome.rank(option, i)).sum();
                assert!(
                    (row - 1.0).abs() < 1e-12 && (column - 1.0).abs() < 1e-12,
                    "{rule:?}"
                );
            }
            assert_eq!(outcome.rank(0, 0), outcome.rank(1, 0));
            assert_eq!(outcome.rank(0, 3), outcome.rank(3, 3));
            let ranks: f64 = outcome.expected_rank.iter().map(|e| e.value).sum();
            assert!((ranks - 10.0).abs() < 1e-9, "{rule:?}: {ranks}");
            assert!((outcome.pair(0, 3).unwrap().value - 0.5).abs() < 1e-12);
        }
    }
}

/// Forgetting the start in parts beforehand, or all at once when samples are taken, is the same.
#[test]
fn chains_that_were_warmed_up_take_the_same_samples() {
    let mut said: Vec<Statement> = (1..9)
        .map(|c| Statement::AtLeastAsImportant(c - 1, c))
        .collect();
    said.push(Statement::AtMost(0, 0.3));
    let problem = Problem::flat(4, 9, &thrown(36, 9), Rule::Said(said)).unwrap();
    let mut cold = Engine::new(&problem, 8, Wanted::ALL);
    cold.advance(2000);
    assert_eq!(cold.method(), Drawn::Chains);
    let mut warm = Engine::new(&problem, 8, Wanted::ALL);
    let mut parts = 0;
    while warm.warm_up() {
        parts += 1;
    }
    assert!(
        parts >= 16 && warm.samples() == 0,
        "a stream at a time, or less"
    );
    warm.advance(2000);
    assert_eq!(warm.outcome(), cold.outcome());
}
