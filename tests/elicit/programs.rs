//! Linear programs, against another solver.

use microlp::{ComparisonOp, Error, OptimizationDirection, Problem};
use proptest::prelude::*;
use weighbridge_numeric::{Row, Sense, Solution, minimise};

fn row(coefficients: &[f64], sense: Sense, bound: f64) -> Row {
    Row {
        coefficients: coefficients.to_vec(),
        sense,
        bound,
    }
}

/// The objective by the other solver, or what else it says.
fn other(costs: &[f64], rows: &[Row]) -> Result<f64, Error> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let variables: Vec<_> = costs
        .iter()
        .map(|c| problem.add_var(*c, (0.0, f64::INFINITY)))
        .collect();
    for row in rows {
        let sense = match row.sense {
            Sense::AtMost => ComparisonOp::Le,
            Sense::Equal => ComparisonOp::Eq,
            Sense::AtLeast => ComparisonOp::Ge,
        };
        let terms: Vec<_> = variables
            .iter()
            .copied()
            .zip(row.coefficients.iter().copied())
            .collect();
        problem.add_constraint(terms, sense, row.bound);
    }
    Ok(problem.solve()?.into_solution().unwrap().objective())
}

fn sense() -> impl Strategy<Value = Sense> {
    prop_oneof![
        3 => Just(Sense::AtMost),
        1 => Just(Sense::Equal),
        2 => Just(Sense::AtLeast),
    ]
}

/// Small whole numbers, many of them 0, so that whether a program is feasible is never a matter of
/// rounding, and vertices coincide.
fn program() -> impl Strategy<Value = (Vec<f64>, Vec<Row>)> {
    (1_usize..6, 0_usize..9).prop_flat_map(|(n, m)| {
        let coefficient = || prop_oneof![2 => Just(0.0), 3 => (-4_i8..=6).prop_map(f64::from)];
        let costs = proptest::collection::vec(coefficient(), n);
        let rows = (
            proptest::collection::vec(coefficient(), n),
            sense(),
            -6_i8..=12,
        )
            .prop_map(|(coefficients, sense, bound)| Row {
                coefficients,
                sense,
                bound: f64::from(bound),
            });
        (costs, proptest::collection::vec(rows, m))
    })
}

#[test]
fn the_random_programs_are_of_all_three_kinds() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut kinds = [0; 3];
    for _ in 0..500 {
        let (costs, rows) = program().new_tree(&mut runner).unwrap().current();
        match minimise(&costs, &rows) {
            Solution::Optimal { .. } => kinds[0] += 1,
            Solution::Infeasible => kinds[1] += 1,
            Solution::Unbounded => kinds[2] += 1,
            Solution::GaveUp => panic!("{costs:?} {rows:?}"),
        }
    }
    assert!(kinds.iter().all(|k| *k > 50), "{kinds:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn the_other_solver_agrees((costs, rows) in program()) {
        match (minimise(&costs, &rows), other(&costs, &rows)) {
            (Solution::Optimal { objective, x }, Ok(theirs)) => {
                prop_assert!((objective - theirs).abs() < 1e-6 * (1.0 + theirs.abs()), "{objective} {theirs}");
                prop_assert!(x.iter().all(|x| *x >= 0.0));
            }
            (Solution::Infeasible, Err(Error::Infeasible)) | (Solution::Unbounded, Err(Error::Unbounded)) => {}
            (ours, theirs) => prop_assert!(false, "{ours:?} {theirs:?}"),
        }
    }

    /// The size of the numbers does not matter: the same program in other units.
    #[test]
    fn units_do_not_matter((costs, rows) in program(), unit in 1e-6..1e6_f64) {
        let scaled: Vec<Row> = rows
            .iter()
            .map(|r| Row {
                coefficients: r.coefficients.iter().map(|c| c * unit).collect(),
                sense: r.sense,
                bound: r.bound * unit,
            })
            .collect();
        let (plain, scaled) = (minimise(&costs, &rows), minimise(&costs, &scaled));
        match (plain, scaled) {
            (Solution::Optimal { objective: a, .. }, Solution::Optimal { objective: b, .. }) => {
                prop_assert!((a - b).abs() < 1e-6 * (1.0 + a.abs()));
            }
            (a, b) => prop_assert_eq!(a, b),
        }
    }
}

#[test]
fn programs_at_the_edge() {
    let optimal = |x: &[f64], objective: f64| Solution::Optimal {
        x: x.to_vec(),
        objective,
    };
    assert_eq!(minimise(&[], &[]), optimal(&[], 0.0));
    assert_eq!(minimise(&[1.0], &[]), optimal(&[0.0], 0.0));
    assert_eq!(minimise(&[-1.0], &[]), Solution::Unbounded);
    assert_eq!(
        minimise(&[], &[row(&[], Sense::AtLeast, 1.0)]),
        Solution::Infeasible
    );
    assert_eq!(
        minimise(&[], &[row(&[], Sense::Equal, 0.0)]),
        optimal(&[], 0.0)
    );
    let contradictory = [
        row(&[1.0], Sense::AtMost, 1.0),
        row(&[1.0], Sense::AtLeast, 2.0),
    ];
    assert_eq!(minimise(&[0.0], &contradictory), Solution::Infeasible);
    // A row twice over, and one that says nothing.
    let same = [
        row(&[1.0, 1.0], Sense::Equal, 2.0),
        row(&[2.0, 2.0], Sense::Equal, 4.0),
        row(&[], Sense::Equal, 0.0),
    ];
    assert_eq!(minimise(&[1.0, 2.0], &same), optimal(&[2.0, 0.0], 2.0));
    // A row longer than there are variables.
    assert_eq!(
        minimise(&[1.0], &[row(&[1.0, 1.0], Sense::AtMost, 1.0)]),
        Solution::GaveUp
    );
}

/// Programs on which the steepest column alone goes in circles (Beale 1955) or visits every vertex
/// (Klee and Minty 1972).
#[test]
fn programs_that_are_known_to_be_hard() {
    let beale = [
        row(&[0.25, -60.0, -0.04, 9.0], Sense::AtMost, 0.0),
        row(&[0.5, -90.0, -0.02, 3.0], Sense::AtMost, 0.0),
        row(&[0.0, 0.0, 1.0, 0.0], Sense::AtMost, 1.0),
    ];
    let Solution::Optimal { objective, .. } = minimise(&[-0.75, 150.0, -0.02, 6.0], &beale) else {
        panic!();
    };
    assert!((objective + 0.05).abs() < 1e-9, "{objective}");

    let n = 6;
    let mut rows = Vec::new();
    let power = |base: f64, times: usize| (0..times).fold(1.0, |p, _| p * base);
    for i in 0..n {
        let mut coefficients = vec![0.0; n];
        for (j, c) in coefficients.iter_mut().enumerate().take(i) {
            *c = 2.0 * power(10.0, i - j);
        }
        coefficients[i] = 1.0;
        rows.push(row(&coefficients, Sense::AtMost, power(100.0, i)));
    }
    let costs: Vec<f64> = (0..n).map(|j| -power(10.0, n - 1 - j)).collect();
    let Solution::Optimal { objective, .. } = minimise(&costs, &rows) else {
        panic!();
    };
    assert!((objective + 1e10).abs() < 1e3, "{objective}");
}

/// By how many points the first option leads the better of two others at best, with the weights in their order: 20/3,
/// less a third of a millionth.
///
/// Two scores are a hair off round, which makes a pivot of 4e-9; rounding that had grown by then let 0.04 pass for the
/// best.
#[test]
fn a_small_pivot_does_not_hide_what_is_better() {
    let own = [0.0, 70.0, 0.0, 70.0, 40.0, 100.0];
    let others = [
        [100.0, 20.000001, 0.0, 20.0, 70.0000000001, 70.0],
        [100.0, 0.0, 0.0, 0.0, 0.0, 100.0],
    ];
    let mut rows = vec![
        row(&[0.0, 0.0, 1.0, 0.0, -1.0, 0.0], Sense::Equal, 0.0),
        row(&[1.0, 0.0, 0.0, -1.0, 0.0, 0.0], Sense::Equal, 0.0),
        row(&[0.0, 0.0, 0.0, 1.0, 0.0, -1.0], Sense::Equal, 0.0),
        row(&[0.0, -1.0, 1.0, 0.0, 0.0, 0.0], Sense::AtLeast, 0.0),
        row(&[-1.0, 1.0, 0.0, 0.0, 0.0, 0.0], Sense::AtLeast, 0.0),
    ];
    for other in others {
        let mut ahead: Vec<f64> = own.iter().zip(other).map(|(a, b)| a - b).collect();
        ahead.extend([-1.0, 1.0]);
        rows.push(row(&ahead, Sense::AtLeast, 0.0));
    }
    rows.push(row(&[1.0; 6], Sense::Equal, 1.0));
    let costs = [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, -1.0, 1.0];
    let Solution::Optimal { objective, .. } = minimise(&costs, &rows) else {
        panic!();
    };
    let best = (20.0 - 1e-6 - 1e-10 / 3.0) / 3.0;
    assert!((objective + best).abs() < 1e-7, "{objective}");
}

/// The first weight may be a thousand-millionth of the second at most, which is little but not nothing: so little more
/// than 0 is left over of the rows that rounding alone could leave it, and nothing may be called impossible.
#[test]
fn what_is_only_just_possible_is_not_called_impossible() {
    let rows = [
        row(&[1.0, -1e-9], Sense::AtMost, 0.0),
        row(&[29.99999, -100.0, -1.0, 1.0], Sense::AtLeast, 0.0),
        row(
            &[-40.0000000001, -45.91835370222622, -1.0, 1.0],
            Sense::AtLeast,
            0.0,
        ),
        row(&[-70.0, -1e-10, -1.0, 1.0], Sense::AtLeast, 0.0),
        row(&[1.0, 1.0], Sense::Equal, 1.0),
    ];
    let found = minimise(&[0.0, 0.0, -1.0, 1.0], &rows);
    assert_ne!(found, Solution::Infeasible);
    if let Solution::Optimal { objective, .. } = found {
        assert!((objective - 99.99999987).abs() < 1e-5, "{objective}");
    }
}
