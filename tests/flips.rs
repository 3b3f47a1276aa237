//! What would change the leader: stability, the tornado, the smallest joint changes, and whether any
//! weights put an option first. Held against another solver, against a grid of weights, and against
//! the appraisal with the change really made.

use crate::random;
use crate::support::*;
use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use proptest::prelude::*;
use serde_json::{Value, json};
use weighbridge_analysis::{
    Analysis, Driver, First, Potential, SCORE_SWING, Share, WEIGHT_SWING, WeightClaims,
    all_score_flips, analyse, joint_scores, joint_weights, potential, score_flips, stability,
    tornado,
};
use weighbridge_edit::{Edit, Remark, WeightsEdit};
use weighbridge_model::{Appraisal, Entry, Finite, RawWeight};
use weighbridge_opening::library;
use weighbridge_report::{Subject, potential_words, robustness, stability_words, tornado_headline};

fn birmingham() -> Appraisal {
    library::entry("birmingham-2013").unwrap().open().unwrap()
}

/// Options `o0`… with values on direct scales.
pub fn small(weights: &[f64], values: &[Vec<f64>]) -> Appraisal {
    let ids: Vec<String> = (0..values.len()).map(|at| format!("o{at}")).collect();
    let rows: Vec<(&str, Vec<Value>)> = ids
        .iter()
        .zip(values)
        .map(|(id, values)| (id.as_str(), row(values)))
        .collect();
    flat(weights, &direct(), &rows)
}

fn shares(weights: &[f64]) -> Vec<f64> {
    let sum: f64 = weights.iter().sum();
    weights.iter().map(|w| w / sum).collect()
}

fn total(weights: &[f64], values: &[f64]) -> f64 {
    weights.iter().zip(values).map(|(w, v)| w * v).sum()
}

/// Three or four criteria, few enough for a grid of weights, and values that tie now and then.
fn case() -> impl Strategy<Value = (Vec<f64>, Vec<Vec<f64>>)> {
    (2_usize..=4, 2_usize..=5).prop_flat_map(|(criteria, options)| {
        let value = (0_u32..=20).prop_map(|x| f64::from(x) * 5.0);
        let weight = prop_oneof![4 => (1_u32..=12).prop_map(f64::from), 1 => Just(0.0)];
        let weights = proptest::collection::vec(weight, criteria)
            .prop_filter("some weight", |w| w.iter().sum::<f64>() > 0.0);
        let row = proptest::collection::vec(value, criteria);
        (weights, proptest::collection::vec(row, options))
    })
}

/// Every way to share out 1 in so many equal steps.
fn grid(n: usize, steps: u32) -> Vec<Vec<f64>> {
    fn fill(n: usize, left: u32, steps: u32, so_far: &mut Vec<f64>, found: &mut Vec<Vec<f64>>) {
        let share = |x: u32| f64::from(x) / f64::from(steps);
        if n == 1 {
            let mut all = so_far.clone();
            all.push(share(left));
            found.push(all);
            return;
        }
        for part in 0..=left {
            so_far.push(share(part));
            fill(n - 1, left - part, steps, so_far, found);
            so_far.pop();
        }
    }
    let mut found = Vec::new();
    fill(n, steps, steps, &mut Vec::new(), &mut found);
    found
}

/// By how much an option leads the best of the others under some weights.
pub fn ahead(weights: &[f64], values: &[Vec<f64>], option: usize) -> f64 {
    let others = (0..values.len()).filter(|at| *at != option);
    let best = others.map(|at| total(weights, &values[at]));
    total(weights, &values[option]) - best.fold(f64::NEG_INFINITY, f64::max)
}

/// The other solver's answer: the variables that are costed, or that there is none.
struct Program(Problem);

impl Program {
    fn new() -> Self {
        Self(Problem::new(OptimizationDirection::Minimize))
    }

    fn variable(&mut self, cost: f64, most: f64) -> Variable {
        self.0.add_var(cost, (0.0, most))
    }

    fn row(&mut self, terms: &[(Variable, f64)], sense: ComparisonOp, bound: f64) {
        self.0.add_constraint(terms, sense, bound);
    }

    fn least(&self) -> Option<f64> {
        Some(self.0.solve().ok()?.into_solution().ok()?.objective())
    }
}

/// The smallest change of weights, written another way: the new weights and a bound on each change.
pub fn least_weights(weights: &[f64], values: &[Vec<f64>], option: usize) -> Option<f64> {
    let mut program = Program::new();
    let new: Vec<Variable> = weights.iter().map(|_| program.variable(0.0, 1.0)).collect();
    let whole: Vec<_> = new.iter().map(|v| (*v, 1.0)).collect();
    program.row(&whole, ComparisonOp::Eq, 1.0);
    for (v, w) in new.iter().zip(weights) {
        let change = program.variable(1.0, f64::INFINITY);
        program.row(&[(change, 1.0), (*v, -1.0)], ComparisonOp::Ge, -w);
        program.row(&[(change, 1.0), (*v, 1.0)], ComparisonOp::Ge, *w);
    }
    for (other, row) in values.iter().enumerate().filter(|(at, _)| *at != option) {
        assert_ne!(other, option);
        let own = values[option].iter().zip(row).map(|(a, b)| a - b);
        let terms: Vec<_> = new.iter().copied().zip(own).collect();
        program.row(&terms, ComparisonOp::Ge, 0.0);
    }
    program.least()
}

/// The smallest change of scores: the option's values up, those of any other down.
fn least_scores(weights: &[f64], values: &[Vec<f64>], option: usize) -> Option<f64> {
    let mut program = Program::new();
    let mut up = Vec::new();
    for (at, w) in weights.iter().enumerate() {
        up.push((program.variable(1.0, 100.0 - values[option][at]), *w));
    }
    for (other, row) in values.iter().enumerate().filter(|(at, _)| *at != option) {
        let gap = total(weights, row) - total(weights, &values[option]);
        assert_ne!(other, option);
        let down = row.iter().zip(weights);
        let down = down.map(|(value, w)| (program.variable(1.0, *value), *w));
        let terms: Vec<_> = up.iter().copied().chain(down.collect::<Vec<_>>()).collect();
        program.row(&terms, ComparisonOp::Ge, gap);
    }
    program.least()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_smaller_change_of_weights_puts_an_option_first((weights, values) in case()) {
        let analysis = analyse(&small(&weights, &values));
        let weights = shares(&weights);
        let grid = grid(weights.len(), 24);
        for found in joint_weights(&analysis) {
            let other = least_weights(&weights, &values, found.option.into());
            prop_assert_eq!(found.is_found(), other.is_some());
            let beyond = grid.iter().filter(|w| ahead(w, &values, found.option.into()) > 1e-6);
            let mut l1 = beyond.map(|w| w.iter().zip(&weights).map(|(a, b)| (a - b).abs()).sum::<f64>());
            match other {
                None => {
                    prop_assert_eq!(found.first, First::Never);
                    prop_assert!(l1.next().is_none());
                }
                Some(other) => {
                    close(found.l1, other, 1e-7);
                    prop_assert!(l1.all(|l1| l1 >= found.l1 - 1e-9));
                    close(found.weights.iter().sum(), 1.0, 1e-9);
                    let moved: f64 = found.weights.iter().zip(&weights).map(|(a, b)| (a - b).abs()).sum();
                    close(moved, found.l1, 1e-9);
                    prop_assert!(ahead(&found.weights, &values, found.option.into()) > -1e-6);
                }
            }
        }
    }

    #[test]
    fn what_is_never_first_is_first_nowhere((weights, values) in case()) {
        let analysis = analyse(&small(&weights, &values));
        let weights = shares(&weights);
        for option in 0..values.len() {
            for ordered in [false, true] {
                let found = potential(&analysis, opt(&analysis, option), ordered).unwrap();
                let kept = |w: &[f64]| {
                    let pairs = (0..w.len()).flat_map(|a| (0..w.len()).map(move |b| (a, b)));
                    let mut above = pairs.filter(|(a, b)| weights[*a] >= weights[*b]);
                    !ordered || above.all(|(a, b)| w[a] >= w[b] - 1e-9)
                };
                let best = grid(weights.len(), 24).into_iter().filter(|w| kept(w));
                let best = best.map(|w| ahead(&w, &values, option)).fold(f64::NEG_INFINITY, f64::max);
                prop_assert!(found.margin >= best - 1e-7, "{} below {best}", found.margin);
                close(ahead(&found.weights, &values, option), found.margin, 1e-7);
                prop_assert!(kept(&found.weights));
                let first = if found.margin > 1e-7 { First::Alone } else if found.margin < -1e-7 { First::Never } else { First::Level };
                prop_assert_eq!(found.first, first);
            }
        }
        for d in &analysis.dominance {
            prop_assert_ne!(potential(&analysis, d.dominated, false).unwrap().first, First::Alone);
        }
    }

    #[test]
    fn no_smaller_change_of_scores_puts_an_option_first((weights, values) in case()) {
        let analysis = analyse(&small(&weights, &values));
        let weights = shares(&weights);
        let all = joint_scores(&analysis);
        prop_assert_eq!(all.len(), values.len() - analysis.verdict.leaders().len());
        for found in all {
            close(found.points, least_scores(&weights, &values, found.option.into()).unwrap(), 1e-7);
            let mut changed = values.clone();
            for (option, leaf, from, to) in &found.changes {
                let (option, leaf) = (&usize::from(*option), &usize::from(*leaf));
                prop_assert!((0.0..=100.0 + 1e-9).contains(to));
                close(changed[*option][*leaf], *from, 0.0);
                changed[*option][*leaf] = *to;
            }
            close(ahead(&weights, &changed, found.option.into()), 0.0, 1e-7);
        }
    }

    /// Both ends of every stretch, and both ends of every bar, with the weights and scores given.
    #[test]
    fn stability_and_the_tornado_are_what_comes_of_the_change((weights, values) in case()) {
        let on = small(&weights, &values);
        let analysis = analyse(&on);
        let [leader] = *places(analysis.verdict.leaders()) else { return Ok(()) };
        let weights = shares(&weights);
        let with = |at: usize, share: f64| -> Vec<f64> {
            let rest = 1.0 - weights[at];
            let part = |w: f64| if rest > 0.0 { w / rest } else { 1.0 / (weights.len() - 1) as f64 };
            let all = weights.iter().enumerate();
            all.map(|(j, w)| if j == at { share } else { (1.0 - share) * part(*w) }).collect()
        };
        for at in 0..weights.len() {
            let node = nth(&analysis.nodes, at);
            let found = stability(&analysis, node, Share::Local).unwrap();
            prop_assert_eq!(stability(&analysis, node, Share::Cumulative).map(|s| (s.from, s.to)), Some((found.from, found.to)));
            prop_assert!(found.from <= found.now && found.now <= found.to);
            for (end, beyond, next) in [(found.from, -1e-4, &found.below), (found.to, 1e-4, &found.above)] {
                prop_assert!(ahead(&with(at, end), &values, leader) > -1e-7);
                prop_assert_eq!(next.is_empty(), end == 0.0 || end == 1.0);
                for next in next {
                    close(ahead(&with(at, end), &values, (*next).into()), 0.0, 1e-7);
                    prop_assert!(ahead(&with(at, end + beyond), &values, leader) < 0.0);
                }
            }
        }
        let bars = tornado(&on, &analysis, usize::MAX);
        prop_assert!(bars.windows(2).all(|b| b[0].span >= b[1].span));
        for bar in bars {
            prop_assert!(!bar.stated);
            for (end, lead, by) in [(bar.low, bar.at_low, -1.0), (bar.high, bar.at_high, 1.0)] {
                match bar.lever {
                    Driver::Weight(node) => {
                        let at = usize::from(node);
                        close(end, (weights[at] + by * WEIGHT_SWING).clamp(0.0, 1.0), 1e-12);
                        close(ahead(&with(at, end), &values, leader), lead, 1e-9);
                    }
                    Driver::Score { option, leaf } => {
                        let (option, leaf) = (usize::from(option), usize::from(leaf));
                        let mut changed = values.clone();
                        changed[option][leaf] = end;
                        close(end, (values[option][leaf] + by * SCORE_SWING).clamp(0.0, 100.0), 1e-12);
                        close(ahead(&weights, &changed, leader), lead, 1e-9);
                    }
                }
            }
        }
    }
}

/// Every number there is, at any depth, and every sentence.
fn whole(value: &Value, key: &str) {
    match value {
        Value::Null => assert_eq!(key, "first_in_order", "a number that is none"),
        Value::Object(fields) => fields.iter().for_each(|(key, v)| whole(v, key)),
        Value::Array(list) => list.iter().for_each(|v| whole(v, key)),
        Value::String(text) if key == "findings" => assert!(text.ends_with('.'), "{text}"),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Trees, gaps, measures, ranges and scenarios: nothing panics, and nothing is not a number.
    #[test]
    fn whatever_the_appraisal_there_are_numbers_and_sentences(on in random::appraisal(1)) {
        let found = results(&on);
        for part in ["sensitivity", "other_methods", "scenarios"] {
            whole(&found[part], part);
        }
    }
}

#[test]
fn ranges_that_somebody_stated_take_the_place_of_the_usual_swing() {
    let mut on = birmingham();
    let weight = |x: f64| RawWeight::new(x).unwrap();
    let number = |x: f64| Finite::new(x).unwrap();
    let range = Some([weight(0.0), weight(60.0)]);
    Edit::Weights(WeightsEdit::Range(criterion("independence"), range))
        .apply(&mut on)
        .unwrap();
    let place = (option("integrated"), criterion("front-line"));
    Edit::remark(
        place.0,
        place.1,
        Remark::Range(Some([number(0.0), number(75.0)])),
    )
    .apply(&mut on)
    .unwrap();
    let bars = tornado(&on, &analyse(&on), 2);
    assert_eq!(bars.len(), 2);
    assert!(bars.iter().all(|b| b.stated && b.turns()));
    // 60 of 90 others: 40%, where the trust that answers to the council leads.
    assert!(matches!(bars[0].lever, Driver::Weight(node) if node == 4));
    close(bars[0].high, 0.4, 1e-15);
    // The lead is 17.0 at 10% and falls by 74.4 times what is added.
    close(
        bars[0].at_high,
        17.0 - 0.3 * 17.0 / (0.328_358_209 - 0.1),
        1e-6,
    );
    assert!(matches!(bars[1].lever, Driver::Score { option, leaf } if option == 4 && leaf == 0));
    close(bars[1].at_low, 17.0 - 21.0, 1e-9);
    close(bars[1].at_high, 17.0 + 1.5, 1e-9);
}

/// On a measure the range is in its unit, and lower may be better.
#[test]
fn a_range_of_amounts_is_turned_into_values() {
    let scale = measure("lower", 0.0, 20.0);
    let mut on = flat(&[1.0], &scale, &[("a", row(&[5.0])), ("b", row(&[10.0]))]);
    let range = Some([8.0, 20.0].map(|x| Finite::new(x).unwrap()));
    Edit::remark(option("b"), criterion("c0"), Remark::Range(range))
        .apply(&mut on)
        .unwrap();
    let bars = tornado(&on, &analyse(&on), 9);
    assert_eq!(
        (bars[0].stated, bars[0].low, bars[0].high),
        (true, 0.0, 60.0)
    );
    assert_eq!((bars[0].at_low, bars[0].at_high), (75.0, 15.0));
    assert_eq!(bars.len(), 2, "a criterion alone has no weight to swing");
}

fn flip(on: &Appraisal, analysis: &Analysis, o: &str, c: &str) -> (f64, bool, Vec<String>) {
    let at = analysis.option(&option(o)).unwrap();
    let all = all_score_flips(on, analysis);
    let found = all
        .iter()
        .find(|f| f.option == at && analysis.leaf_node(f.leaf).id == criterion(c))
        .unwrap();
    (found.at, found.within, ids(analysis, &found.to))
}

#[test]
fn birmingham_exactly() {
    let on = birmingham();
    let analysis = analyse(&on);
    let lines = lines(&analysis, "independence");
    let flips: Vec<f64> = lines
        .flips
        .iter()
        .map(|f| printed(f.at * 100.0, 3))
        .collect();
    assert_eq!(flips, [32.836, 40.659]);
    let winners: Vec<_> = lines
        .segments
        .iter()
        .map(|s| ids(&analysis, &s.leaders))
        .collect();
    assert_eq!(winners, [["integrated"], ["trust-bcc"], ["trust-dfe"]]);

    let council = vec!["trust-bcc".to_owned()];
    let (at, within, to) = flip(&on, &analysis, "integrated", "front-line");
    assert_eq!((printed(at, 1), within, to), (13.3, true, council.clone()));
    let (at, within, to) = flip(&on, &analysis, "integrated", "partners");
    assert_eq!((printed(at, 6), within, to), (5.0, true, council.clone()));
    let (at, within, to) = flip(&on, &analysis, "trust-bcc", "front-line");
    assert_eq!((printed(at, 1), within, to), (116.7, false, council));
    assert_eq!(
        score_flips(&on, &analysis).len(),
        2,
        "no score of another option closes its gap"
    );
    assert!(
        joint_scores(&analysis)
            .iter()
            .all(|j| !j.changes.is_empty())
    );
}

/// The best that weights can do for the option with so many before it.
fn best(analysis: &Analysis, place: usize, ordered: bool) -> Option<Potential> {
    potential(analysis, opt(analysis, place), ordered)
}

#[test]
fn without_a_single_leader_there_is_nothing_to_change() {
    let tied = analyse(&small(&[1.0, 1.0], &[vec![0.0, 100.0], vec![100.0, 0.0]]));
    assert!(joint_weights(&tied).is_empty() && joint_scores(&tied).is_empty());
    assert_eq!(stability(&tied, nth(&tied.nodes, 0), Share::Local), None);
    assert_eq!(
        potential(&tied, opt(&tied, 0), false).unwrap().first,
        First::Alone
    );
    let twins = analyse(&small(&[1.0, 1.0], &[vec![50.0, 60.0], vec![50.0, 60.0]]));
    assert_eq!(
        potential(&twins, opt(&twins, 0), false).unwrap().first,
        First::Level
    );
    let alone = small(&[1.0], &[vec![0.0]]);
    assert_eq!(
        best(&analyse(&alone), 0, false).unwrap().first,
        First::Alone
    );
    assert!(tornado(&alone, &analyse(&alone), 5).is_empty());
    let many = small(&[1.0], &vec![vec![5.0]; 61]);
    assert_eq!(
        best(&analyse(&many), 0, false).unwrap().first,
        First::Unknown
    );
    let mut gap = small(&[1.0, 1.0], &[vec![10.0, 90.0], vec![80.0, 0.0]]);
    let missing = Entry::Absent(weighbridge_model::Absence::Missing);
    Edit::score(&option("o1"), &criterion("c0"), missing)
        .apply(&mut gap)
        .unwrap();
    assert_eq!(best(&analyse(&gap), 1, false), None);
    assert!(joint_weights(&analyse(&gap)).is_empty());
    assert_eq!(best(&analyse(&json_without_weights()), 0, true), None);
}

pub fn said(on: &Appraisal) -> Vec<String> {
    let analysis = analyse(on);
    let on = Subject::new(on, &analysis);
    robustness(on).iter().map(ToString::to_string).collect()
}

#[test]
fn birmingham_in_words() {
    let said = said(&birmingham());
    let (council, dfe) = (
        "Establish a trust accountable to BCC",
        "Establish a trust accountable to the DfE",
    );
    let independence = "Independence (DfE confidence)";
    let expected = [
        format!("No single score of the runner-up, {council}, closes the gap of 17.0 points."),
        "The leader falls if its own Front line score drops below 13.3 or its Partners score below 5.".to_owned(),
        format!("{independence} alone decides between three winners: Integrated transformation below 32.8% of everything (now 10%), {council} between 32.9% and 40.6%, {dfe} above 40.7%."),
        format!("The smallest change of weights that puts {dfe} first: move 19.3 percentage points to {independence} (15.0 from Local accountability, 4.3 from Partners)."),
        format!("The smallest change of weights that puts {council} first: move 20.1 percentage points to {independence} (10.1 from Partners, 10.0 from Pace and low disruption)."),
        format!("The smallest change of scores that puts {council} first adds up to 56.7 points of value: {council} on Front line from 60 to 100 and Integrated transformation on Front line from 70 to 53.3."),
        format!("No weights put Break up Birmingham first: it is dominated by {council}."),
        format!("No weights put Outsource children’s services first: it is dominated by {council}."),
        format!("From the low to the high end of the weight of {independence}, the leader goes from 24.4 points ahead at 0% to 9.6 points ahead at 20%."),
    ];
    for (said, expected) in said.iter().zip(&expected) {
        assert_eq!(said, expected);
    }
    let has = |text: &str| assert!(said.iter().any(|s| s == text), "{text}");
    has(
        "Weights are moved 10 percentage points either way and scores 10 points of value, unless a range was stated.",
    );
}

#[test]
fn one_sentence_for_each_way_it_can_come_out() {
    // o2 is never best though nothing dominates it; in the next, o1 draws level at best.
    let never = said(&small(
        &[1.0, 1.0],
        &[vec![100.0, 20.0], vec![0.0, 90.0], vec![30.0, 30.0]],
    ));
    assert!(
        never.iter().any(|s| s.starts_with(
            "No weights put o2 first: under any of them another option is ahead, by "
        )),
        "{never:?}"
    );
    let level = said(&small(&[1.0, 1.0], &[vec![90.0, 30.0], vec![90.0, 20.0]]));
    let words = "The smallest change of weights that brings o1 level with the first: move 50.0 percentage points from c1 to c0; no weights put it ahead.";
    assert!(level.iter().any(|s| s == words), "{level:?}");
    let close = said(&small(&[1.0, 1.0], &[vec![90.0, 30.0], vec![20.0, 95.0]]));
    assert_eq!(
        close[0],
        "o1, the runner-up, closes the gap of 2.5 points if its own c0 score rises above 25."
    );
    assert!(close.contains(&"The smallest change of weights that puts o1 first: move 1.86 percentage points from c0 to c1.".to_owned()), "{close:?}");
    // In its unit, on a scale where less is better and which ends at the options.
    let weeks = json!({"kind": "measure", "unit": "weeks", "direction": "lower"});
    let rows = [("a", row(&[10.0, 60.0])), ("b", row(&[30.0, 70.0]))];
    let dear = said(&flat_with(&[1.0, 1.0], &[weeks, direct()], &rows));
    assert_eq!(
        dear[0],
        "b, the runner-up, closes the gap of 45.0 points if its own c0 score drops below 12 weeks on the scale as it is."
    );
    assert!(
        dear.iter()
            .any(|s| s.contains("b on c0 from a value of 0 to 90")),
        "{dear:?}"
    );
    let safe = small(&[2.0, 1.0], &[vec![100.0, 100.0], vec![0.0, 0.0]]);
    assert_eq!(
        said(&safe)[1],
        "No single score of the leader, lowered to 0, costs it the first place."
    );
    let analysis = analyse(&safe);
    let on = Subject::new(&safe, &analysis);
    let claims = WeightClaims::new(&analysis);
    assert_eq!(
        stability_words(on, &claims.claims[0]).to_string(),
        "o0 stays first whatever share of everything c0 has."
    );
    let on = birmingham();
    let analysis = analyse(&on);
    let on = Subject::new(&on, &analysis);
    assert_eq!(
        stability_words(on, &WeightClaims::new(&analysis).claims[4]).to_string(),
        "Integrated transformation stays first while Independence (DfE confidence) counts for less than 32.8% of everything (now 10%); above 32.9% and below 40.6%, Establish a trust accountable to BCC leads."
    );
    let dfe = potential(&analysis, opt(&analysis, 2), true).unwrap();
    assert_eq!(
        potential_words(on, &dfe, true).to_string(),
        "Establish a trust accountable to the DfE never comes first while the criteria keep their order by weight."
    );
    let bars = tornado(on.appraisal, &analysis, 5);
    assert_eq!(
        tornado_headline(on, &bars).unwrap(),
        "No single change of 10 points overturns the lead. The weight of Independence matters most"
    );
}

fn json_without_weights() -> Appraisal {
    let criteria = json!([{"id": "x", "name": "X"}, {"id": "y", "name": "Y"}]);
    let scores = json!({"a": {"x": 1, "y": 2}, "b": {"x": 2, "y": 1}});
    appraisal(&criteria, &["a", "b"], &scores)
}
