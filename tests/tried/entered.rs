//! What is said of an amount on a scale that ends at the options holds of the amount as it is entered, at the threshold
//! and far beyond, in sentences, in the tornado and in samples.

use crate::findings::Whole;
use crate::support::*;
use weighbridge_analysis::{
    Analysis, Assumption, Driver, Problem, Run, all_score_flips, analyse, tornado,
};
use weighbridge_file as file;
use weighbridge_model::{Appraisal, CriterionId, Entry, Finite, OptionId, Score};
use weighbridge_report::{robustness, scale_words};

fn tried(name: &str) -> Whole {
    let path = format!(
        "{}/tests/tried/files/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    Whole::new(file::open(&std::fs::read(path).unwrap()).unwrap())
}

/// An amount entered in the place of another, analysed.
fn entered(on: &Appraisal, option: &str, leaf: &str, x: f64) -> Analysis {
    let mut then = on.clone();
    let score = Score::bare(Entry::Number(Finite::new(x).unwrap()));
    let (option, leaf) = (
        OptionId::new(option).unwrap(),
        CriterionId::new(leaf).unwrap(),
    );
    then.agreed_mut().scores.set(&option, &leaf, score);
    analyse(&then)
}

/// Every stretch of amounts that is told is tried inside: just past its start, in its middle and far out.
fn every_stretch_holds(it: &Whole) -> usize {
    let mut count = 0;
    for flip in all_score_flips(&it.0, &it.1) {
        let (option, leaf) = (&it.1.options[flip.option].id, &it.1.leaf_node(flip.leaf).id);
        for amount in [&flip.amount, &flip.moving]
            .into_iter()
            .flatten()
            .filter(|a| !a.held)
        {
            for stretch in &amount.stretches {
                let from = stretch.from.printed;
                let far = (from - amount.now).signum() * 1e7;
                let to = stretch.until.as_ref().map_or(from + far, |t| t.printed);
                for part in [1e-4, 0.1, 0.5, 0.9, 1.0 - 1e-6] {
                    let x = from + (to - from) * part;
                    let now = entered(&it.0, option.as_str(), leaf.as_str(), x);
                    assert_eq!(
                        now.verdict.leaders(),
                        stretch.to,
                        "{option} on {leaf} at {x}: {amount:?}"
                    );
                    count += 1;
                }
            }
        }
    }
    count
}

#[test]
fn row_a16_who_comes_first_beyond_an_amount_comes_first_as_far_as_is_said() {
    for (name, said) in [
        (
            "10-sheet",
            "above £1,500 and below £3,000 on Extra cost (now £1,200), or “2” or worse on Local say (now “3”). With Volunteers above £3,000 on Extra cost, Trust would come first.",
        ),
        (
            "18-keypad-without-minus",
            "above £1,250 and below £3,000 on Extra cost (now £1,200)",
        ),
        (
            "entered-amount-moves-the-scale",
            "above £175 and below £322 on Cost (now £100). With Ash above £323 on Cost, Cedar would come first.",
        ),
    ] {
        let it = tried(name);
        let all = it.changes().join("\n");
        assert!(all.contains(said), "{name}: {all}");
        assert!(every_stretch_holds(&it) > 0);
    }
}

#[test]
fn row_a16_the_leader_falls_whoever_follows() {
    let it = tried("entered-amount-moves-the-scale");
    let all: Vec<String> = robustness(it.on())
        .iter()
        .map(ToString::to_string)
        .collect();
    let said = all.join("\n");
    assert!(said.contains("Cost score rises above £175"), "{said}");
}

#[test]
fn row_a06_the_leads_at_the_ends_of_a_bar_are_those_of_the_amounts_as_entered() {
    for name in [
        "03-threshold-rounded-away",
        "W01-settled-but-is-not-before",
        "range-moves-the-scale",
        "10-sheet",
    ] {
        let it = tried(name);
        let [leader] = it.1.verdict.leaders() else {
            panic!("{name} has a leader");
        };
        for bar in tornado(&it.0, &it.1, usize::MAX) {
            let (Driver::Score { option, leaf }, Some([_, low, high])) = (bar.lever, bar.amounts)
            else {
                continue;
            };
            let (option, leaf) = (&it.1.options[option].id, &it.1.leaf_node(leaf).id);
            for (x, told) in [(low, bar.at_low), (high, bar.at_high)] {
                let then = entered(&it.0, option.as_str(), leaf.as_str(), x);
                let others = then
                    .options
                    .iter_enumerated()
                    .filter(|(at, _)| at != leader);
                let best = others
                    .filter_map(|(_, o)| o.total.value())
                    .fold(f64::MIN, f64::max);
                close(
                    then.options[*leader].total.value().unwrap() - best,
                    told,
                    1e-9,
                );
            }
        }
    }
}

/// How often each option comes first.
fn first(it: &Whole, assumption: Assumption) -> (Problem, Vec<f64>) {
    let problem = Problem::of(&it.0, &it.1, assumption).unwrap();
    let mut run = Run::new(&problem, 1);
    run.advance(200_000);
    let outcome = run.outcome();
    let shares = (0..problem.options.len())
        .map(|at| outcome.rank(at, 0))
        .collect();
    (problem, shares)
}

#[test]
fn row_a19_an_option_that_comes_first_with_an_amount_in_its_range_is_not_never_first() {
    let it = tried("range-moves-the-scale");
    let then = entered(&it.0, "a", "cost", 400.0);
    let [one] = then.verdict.leaders() else {
        panic!("one leads");
    };
    assert_eq!(then.options[*one].id.as_str(), "b", "within the range");
    let (problem, shares) = first(&it, Assumption::Ranges);
    assert!(problem.best_lead(1).unwrap() > 0.0);
    // By drawing amounts and weights one by one.
    for (share, plain) in shares.iter().zip([0.1471, 0.3417, 0.5112]) {
        close(*share, plain, 0.006);
    }
}

/// Uniform from 20 to 80 weeks is above 45 for 35 of 60; its values would be above the same place for a quarter.
#[test]
fn row_a19_a_range_of_amounts_is_drawn_in_amounts() {
    let (_, shares) = first(&tried("bent-scale-uniform-amount"), Assumption::AnyWeights);
    close(shares[0], 35.0 / 60.0, 0.005);
    let (_, shares) = first(&tried("W08-peaked-value-function"), Assumption::AnyWeights);
    close(shares[1], 0.8395, 0.004);
}

#[test]
fn row_a19_more_is_not_said_to_be_better_where_it_is_not() {
    let it = tried("W08-peaked-value-function");
    let words = scale_words(&it.0.leaves()[0].scale.kind);
    assert_eq!(words, "weeks, the value rises and falls");
}
