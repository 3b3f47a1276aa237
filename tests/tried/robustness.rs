//! All weights: ranks that add up, one meaning of an order, nothing lost in silence, errors that are not 0.

use crate::random;
use crate::support::*;
use proptest::prelude::*;
use serde_json::{Value, json};
use weighbridge_analysis::{
    Assumption, Chance, First, Issue, Leading, OptionIx, Outcome, Problem, Run, WeightOrder,
    analyse, first_share, potential, rank_share,
};
use weighbridge_file::{open, save};
use weighbridge_model::{Appraisal, Statement};
use weighbridge_report::{Subject, chances_headline, indices_file, issue_words, results_text};

macro_rules! tried {
    ($name:literal) => {
        open(include_bytes!(concat!("files/", $name, ".json"))).unwrap()
    };
}

fn results(on: &Appraisal) -> Value {
    serde_json::from_str(&results_text(on)).unwrap()
}

/// What the results say of an assumption.
fn of(on: &Appraisal, weights: &str) -> Value {
    let all = results(on)["robustness"].clone();
    let found = all
        .as_array()
        .unwrap()
        .iter()
        .find(|r| r["weights"] == weights);
    found.cloned().unwrap_or(Value::Null)
}

fn sampled(on: &Appraisal, assumption: Assumption, samples: u64) -> Option<(Problem, Outcome)> {
    let problem = Problem::of(on, &analyse(on), assumption).ok()?;
    let mut run = Run::new(&problem, 3);
    run.advance(samples);
    let outcome = run.outcome();
    Some((problem, outcome))
}

fn codes(on: &Appraisal) -> Vec<&'static str> {
    analyse(on).issues.iter().map(Issue::code).collect()
}

fn add_up(outcome: &Outcome) -> bool {
    let n = outcome.options;
    (0..n).all(|i| {
        let row: f64 = (0..n).map(|rank| outcome.rank(i, rank)).sum();
        let column: f64 = (0..n).map(|option| outcome.rank(option, i)).sum();
        (row - 1.0).abs() < 1e-9 && (column - 1.0).abs() < 1e-9
    })
}

#[test]
fn row_a03_the_heading_of_all_weights_names_who_is_left_out() {
    let criteria =
        json!([{"id": "x", "name": "X", "weight": 1}, {"id": "y", "name": "Y", "weight": 1}]);
    let scores =
        json!({"a": {"x": 90, "y": 10}, "b": {"x": 20, "y": 80}, "c": {"x": 100}, "d": {"y": 100}});
    let on = appraisal(&criteria, &["a", "b", "c", "d"], &scores);
    let (problem, outcome) = sampled(&on, Assumption::AnyWeights, 1000).unwrap();
    let leading = Leading::of(&problem, &outcome, Assumption::AnyWeights);
    assert_eq!(
        (places(&leading.options), places(&leading.left_out)),
        (vec![0, 1], vec![2, 3])
    );
    assert_eq!(leading.share, Chance::Exact(0.5));
    let analysis = analyse(&on);
    let subject = Subject::new(&on, &analysis);
    assert_eq!(
        chances_headline(subject, &problem, &outcome, Assumption::AnyWeights),
        "Of the options with all their scores, a and b each lead in 50 of 100 possible sets of weights; c and d are left out: scores missing"
    );
}

#[test]
fn row_a22_options_that_always_tie_split_their_ranks() {
    let on = tried!("N01-statement-forces-zero-ranks-do-not-add-up");
    let (_, outcome) = sampled(&on, Assumption::Stated, 4096).unwrap();
    assert!(add_up(&outcome), "{:?}", outcome.ranks);
    assert_eq!((outcome.rank(0, 0), outcome.rank(1, 0)), (0.5, 0.5));
    // Equal weights can make other scores the same total.
    let mut on = on;
    let [x, y] = ["x", "y"].map(criterion);
    on.judgements_mut()
        .robustness
        .statements
        .push(Statement::Equal(x, y));
    let (_, outcome) = sampled(&on, Assumption::Stated, 4096).unwrap();
    assert!(add_up(&outcome));
    // Tiny weights, one of which is forced to 0 by another.
    let on = tried!("N04-tiny-weight-joint-scores");
    for assumption in Assumption::ALL {
        let (_, outcome) = sampled(&on, assumption, 4096).unwrap();
        assert!(add_up(&outcome), "{assumption:?}: {:?}", outcome.ranks);
    }
    let (_, outcome) = sampled(&on, Assumption::Stated, 4096).unwrap();
    assert_eq!(
        (outcome.rank(1, 2), outcome.rank(2, 3)),
        (0.5, 0.5),
        "both have “3” on all that counts"
    );
}

#[test]
fn row_a22_an_order_means_one_thing() {
    let on = tried!("N03-order-means-two-things");
    let analysis = analyse(&on);
    let (problem, outcome) = sampled(&on, Assumption::Ordered, 100_000).unwrap();
    // P weighs half to all of everything, so A has 50 to 100, and B 45 at most.
    assert_eq!(outcome.rank(0, 0), 1.0);
    assert!(problem.best_lead(1).unwrap() < 0.0);
    assert_eq!(
        potential(&analysis, opt(&analysis, 1), true).unwrap().first,
        First::Never
    );
    assert!(
        (potential(&analysis, opt(&analysis, 1), true)
            .unwrap()
            .margin
            - problem.best_lead(1).unwrap())
        .abs()
            < 1e-6
    );
    let order = WeightOrder::of(&analysis).unwrap();
    assert_eq!(order.branches().count(), 3, "the top, P and Q");
}

#[test]
fn row_a22_what_was_said_is_never_lost_in_silence() {
    let on = tried!("N02-contradictory-statements-silent");
    assert!(codes(&on).contains(&"statements-contradict"));
    let found = of(&on, "stated");
    assert_eq!(found["not_sampled"], "statements-contradict");
    assert_eq!(
        found["statements"],
        json!([["x", "at-least", 0.6], ["y", "at-least", 0.6]])
    );
    let analysis = analyse(&on);
    let issue = analysis
        .issues
        .iter()
        .find(|i| i.code() == "statements-contradict")
        .unwrap();
    assert_eq!(
        issue_words(issue, &on),
        "No weights fit “x has at least 60% of everything” and “y has at least 60% of everything”, so what is said of weights cannot be used. Take back one of them on All weights."
    );
    // A statement about what counts for no option.
    let criteria =
        json!([{"id": "x", "name": "X", "weight": 1}, {"id": "y", "name": "Y", "weight": 1}]);
    let none = json!({"absent": "not-applicable"});
    let scores = json!({"a": {"x": 90, "y": none}, "b": {"x": 20, "y": none}});
    let mut on = appraisal(&criteria, &["a", "b"], &scores);
    on.judgements_mut().robustness.statements = vec![Statement::AtLeastAsImportant(
        criterion("x"),
        criterion("y"),
    )];
    assert!(
        codes(&on).contains(&"statement-not-used"),
        "{:?}",
        codes(&on)
    );
    assert_eq!(of(&on, "stated")["not_sampled"], "statement-not-used");
}

#[test]
fn row_a22_ranges_and_levels_that_do_not_fit_are_told() {
    let on = tried!("N08-ranges-without-the-value");
    assert!(codes(&on).contains(&"weight-outside-range"));
    assert!(codes(&on).contains(&"score-outside-range"));
    let on = tried!("N07-levels-beyond-100");
    let analysis = analyse(&on);
    let issue = analysis
        .issues
        .iter()
        .find(|i| i.code() == "levels-outside-scale")
        .unwrap();
    assert_eq!(
        issue_words(issue, &on),
        "On the scale of “x”, “low” and “high” have values below 0 or above 100. It counts as it is: give a value from 0 to 100 if that is not meant."
    );
}

#[test]
fn row_a23_figures_of_0_and_1_from_samples_have_a_bound() {
    let on = flat(
        &[1.0; 8],
        &direct(),
        &[
            (
                "a",
                row(&[100.0, 100.0, 100.0, 100.0, 100.0, 100.0, 100.0, 99.0]),
            ),
            ("b", row(&[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 100.0])),
            ("c", row(&[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 100.0])),
        ],
    );
    let found = of(&on, "any");
    let samples = found["samples"].as_f64().unwrap();
    let first = &found["options"][0];
    assert_eq!(
        (
            &first["rank_acceptability"][0],
            &first["standard_errors"][0]
        ),
        (&json!(1), &json!(0))
    );
    assert_eq!(first["bounds"][0].as_f64().unwrap(), 3.0 / samples);
    assert_eq!(first["ahead_of_bounds"][1], Value::Null, "pairs are exact");
    let (problem, outcome) = sampled(&on, Assumption::AnyWeights, 30_000).unwrap();
    let never = first_share(&problem, &outcome, 1);
    assert_eq!(
        never,
        Chance::Unanimous {
            value: 0.0,
            bound: 3.0 / outcome.samples as f64
        }
    );
    let analysis = analyse(&on);
    let subject = Subject::new(&on, &analysis);
    let csv = indices_file(subject, &problem, &outcome, &[], Assumption::AnyWeights);
    let line = format!(
        "b,Rank acceptability,1,0,0,{}\r\n",
        3.0 / outcome.samples as f64
    );
    assert!(csv.contains(&line), "{line} {csv}");
    // Once it is proved there is nothing to bound: c leads b wherever the seventh weighs anything.
    let criteria = json!([{"id": "x", "name": "X", "weight": 1}, {"id": "y", "name": "Y", "weight": 1}, {"id": "z", "name": "Z", "weight": 1}]);
    let scores = json!({"a": {"x": 100, "y": 0, "z": 0}, "b": {"x": 10, "y": 10, "z": 10}, "c": {"x": 0, "y": 100, "z": 0}, "d": {"x": 0, "y": 0, "z": 100}});
    let on = appraisal(&criteria, &["a", "b", "c", "d"], &scores);
    let (problem, outcome) = sampled(&on, Assumption::AnyWeights, 1000).unwrap();
    assert!(problem.best_lead(1).unwrap() < 0.0);
    assert_eq!(rank_share(&problem, &outcome, 1, 0), Chance::Exact(0.0));
}

/// Two thirds of the weights in an order, and a fifth the other way round of all, by the published case.
#[test]
fn row_a24_a_complete_order_that_was_said_is_exact() {
    let cases: Value = serde_json::from_str(include_str!("files/getreal-ordinal.json")).unwrap();
    let inputs = &cases["inputs"];
    let names = ["survival", "severe", "moderate"];
    let mut criteria = Vec::new();
    for (at, id) in names.iter().enumerate() {
        let [from, to] = [0, 1].map(|end| inputs["ranges"][at][end].clone());
        let direction = if inputs["direction"][at] == "up" {
            "higher"
        } else {
            "lower"
        };
        criteria.push(json!({"id": id, "name": id, "weight": 3 - at,
            "scale": {"kind": "measure", "unit": "share", "direction": direction, "fixed": [from, to]}}));
    }
    let mut scores = json!({});
    for (at, option) in ["a", "b"].iter().enumerate() {
        for (leaf, id) in names.iter().enumerate() {
            scores[option][id] = inputs["effects"][at][leaf].clone();
        }
    }
    let mut on = appraisal(&Value::Array(criteria), &["a", "b"], &scores);
    let [one, two, three] = names.map(criterion);
    on.judgements_mut().robustness.statements = vec![
        Statement::AtLeastAsImportant(one, two.clone()),
        Statement::AtLeastAsImportant(two, three),
    ];
    let first = |weights: &str| {
        let found = of(&on, weights);
        [0, 1].map(|option| {
            found["options"][option]["rank_acceptability"][0]
                .as_f64()
                .unwrap()
        })
    };
    let near = |found: [f64; 2], truth: &Value| {
        found
            .iter()
            .zip(truth.as_array().unwrap())
            .all(|(f, t)| (f - t.as_f64().unwrap()).abs() < 1e-12)
    };
    let expected = &cases["expected"];
    assert!(
        near(first("any"), &expected["rank1_uniform"]),
        "{:?}",
        first("any")
    );
    assert!(near(first("ordered"), &expected["rank1_ordinal"]));
    assert!(
        near(first("stated"), &expected["rank1_ordinal"]),
        "{:?}",
        first("stated")
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Every rank goes to somebody, and everybody has one, whatever was said and however small a weight is.
    #[test]
    fn ranks_add_up_whatever_is_assumed(appraisal in random::appraisal(0), seed in 0_u64..1000) {
        for on in [with_statements(&appraisal, seed), appraisal] {
            for assumption in Assumption::ALL {
                if let Some((_, outcome)) = sampled(&on, assumption, 256) {
                    prop_assert!(add_up(&outcome), "{assumption:?}: {:?}\n{}", outcome.ranks, save(&on));
                }
            }
        }
    }

    /// The linear program of the order and the sampler's order mean the same: whoever comes first in some sample
    /// can by both programs, which agree with each other, and whoever cannot never does.
    #[test]
    fn the_order_is_the_same_in_both(appraisal in random::appraisal(0)) {
        let analysis = analyse(&appraisal);
        let Some((problem, outcome)) = sampled(&appraisal, Assumption::Ordered, 512) else { return Ok(()) };
        if !problem.fixed_scores || problem.options.len() < 2 { return Ok(()) }
        for (row, option) in problem.options.iter().enumerate() {
            let Some(kept) = potential(&analysis, *option, true) else { continue };
            if kept.first == First::Never {
                prop_assert!(outcome.rank(row, 0) == 0.0, "{option:?}\n{}", save(&appraisal));
            }
            if let Some(lead) = problem.best_lead(row)
                && kept.first != First::Unknown
            {
                let room = 1e-6 * (1.0 + lead.abs());
                prop_assert!((lead - kept.margin).abs() <= room, "{option:?}: {lead} {}\n{}", kept.margin, save(&appraisal));
            }
        }
    }

    /// "Never first" is tried at the corners of all weights: all of it on one criterion.
    #[test]
    fn never_first_is_refuted_by_no_corner(appraisal in random::appraisal(0)) {
        let analysis = analyse(&appraisal);
        let Ok(problem) = Problem::of(&appraisal, &analysis, Assumption::AnyWeights) else { return Ok(()) };
        if !problem.fixed_scores { return Ok(()) }
        for (row, option) in problem.options.iter().enumerate() {
            if problem.best_lead(row).is_some_and(|lead| lead < 0.0) {
                for leaf in analysis.counted_leaves() {
                    let value = |o: OptionIx| analysis.values[o][leaf].value().unwrap();
                    let best = problem.options.iter().map(|o| value(*o)).fold(f64::MIN, f64::max);
                    prop_assert!(value(*option) < best, "{option:?} on {leaf:?}\n{}", save(&appraisal));
                }
            }
        }
    }
}

/// The appraisal with some statements thrown in: some weights are forced to 0, some are equal, some in order.
fn with_statements(on: &Appraisal, seed: u64) -> Appraisal {
    let mut made = on.clone();
    let mut state = seed;
    let mut next = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 40).unwrap() % below
    };
    let mut list = Vec::new();
    let all: Vec<_> = made
        .criteria_in_order()
        .into_iter()
        .map(|(c, _)| c.id.clone())
        .collect();
    for one in &all {
        let beside: Vec<_> = all
            .iter()
            .filter(|other| {
                *other != one
                    && made.parent(other).map(|p| &p.id) == made.parent(one).map(|p| &p.id)
            })
            .collect();
        match (next(5), beside.as_slice()) {
            (0, [_, ..]) => list.push(Statement::AtMost(one.clone(), share(0.0))),
            (1, [other, ..]) => list.push(Statement::Equal(one.clone(), (*other).clone())),
            (2, [.., other]) => {
                list.push(Statement::AtLeastAsImportant(one.clone(), (*other).clone()))
            }
            _ => {}
        }
    }
    made.judgements_mut().robustness.statements = list;
    made
}

fn share(x: f64) -> weighbridge_model::Finite {
    weighbridge_model::Finite::new(x).unwrap()
}
