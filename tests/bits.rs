//! What judgements come to, to the last bit: the same on the command line and in a browser.

use weighbridge_analysis::elicitation::{
    BestWorst, Comparison, Judgement, MacbethOutcome, PairwiseOutcome, RankFormula, best_worst,
    macbeth, pairwise, rank_weights,
};

/// The bits of a list of numbers, after what they are.
fn line(name: &str, numbers: &[f64]) -> String {
    let bits: Vec<String> = numbers
        .iter()
        .map(|x| format!("{:016x}", x.to_bits()))
        .collect();
    format!("{name}: {}\n", bits.join(" "))
}

/// Comparisons of `n` things that do not quite agree, one in `holes` of them left out.
fn comparisons(n: usize, holes: usize) -> Vec<Comparison> {
    let pairs = (0..n).flat_map(|a| (a + 1..n).map(move |b| (a, b)));
    let strange = [3.0, 0.5, 7.0, 1.0, 4.0, 1.0 / 3.0, 2.0, 9.0];
    pairs
        .enumerate()
        .filter(|(at, _)| holes == 0 || at % holes != 1)
        .map(|(at, (a, b))| Comparison {
            a,
            b,
            times: strange[at % strange.len()],
        })
        .collect()
}

/// Every method on judgements that are the same everywhere.
pub fn judged() -> String {
    let mut text = String::new();
    for (n, holes) in [(3, 0), (5, 0), (9, 0), (6, 4)] {
        if let PairwiseOutcome::Weights(found) = pairwise(n, &comparisons(n, holes)).outcome {
            text += &line(&format!("pairwise {n} {holes}"), &found.weights);
            text += &line(" eigenvalue", &[found.lambda_max]);
        }
    }
    let (to_others, to_worst) = ([2.0, 1.0, 4.0, 3.0, 8.0], [4.0, 8.0, 2.0, 3.0, 1.0]);
    if let BestWorst::Weights { weights, .. } = best_worst(5, 1, 4, &to_others, &to_worst) {
        text += &line("best-worst", &weights);
    }
    let step = |better, worse, low, high| Judgement {
        better,
        worse,
        low,
        high,
    };
    let list = [
        step(0, 1, 2, 2),
        step(1, 2, 3, 4),
        step(2, 3, 1, 1),
        step(3, 4, 5, 5),
        step(0, 4, 6, 6),
    ];
    if let MacbethOutcome::Scale(scale) = macbeth(5, &list).outcome {
        text += &line("macbeth", &scale.values);
        let ends: Vec<f64> = scale.ranges.iter().flat_map(|(a, b)| [*a, *b]).collect();
        text += &line(" ranges", &ends);
    }
    for formula in [
        RankFormula::Centroid,
        RankFormula::Sum,
        RankFormula::Reciprocal,
    ] {
        text += &line("rank", &rank_weights(formula, &[1, 2, 2, 4, 5, 6, 7]));
    }
    text
}
