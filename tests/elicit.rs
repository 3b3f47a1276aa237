//! From judgements to weights and values: worked examples, what holds for all judgements, and what
//! comes of judgements that are none.

mod examples;
mod hostile;
mod programs;
mod properties;
mod scales;

use weighbridge_analysis::elicitation::{
    Comparison, Judgement, MacbethOutcome, MacbethScale, PairwiseOutcome, Priorities, macbeth,
    pairwise,
};

/// The comparisons above the diagonal of a matrix.
fn comparisons(matrix: &[Vec<f64>]) -> Vec<Comparison> {
    let mut list = Vec::new();
    for (a, row) in matrix.iter().enumerate() {
        for (b, times) in row.iter().copied().enumerate().skip(a + 1) {
            list.push(Comparison { a, b, times });
        }
    }
    list
}

#[track_caller]
fn priorities(n: usize, judgements: &[Comparison]) -> Priorities {
    match pairwise(n, judgements).outcome {
        PairwiseOutcome::Weights(found) => found,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn scale(n: usize, judgements: &[Judgement]) -> MacbethScale {
    match macbeth(n, judgements).outcome {
        MacbethOutcome::Scale(found) => found,
        other => panic!("{other:?}"),
    }
}

fn judge(better: usize, worse: usize, category: u8) -> Judgement {
    hesitate(better, worse, category, category)
}

fn hesitate(better: usize, worse: usize, low: u8, high: u8) -> Judgement {
    Judgement {
        better,
        worse,
        low,
        high,
    }
}

/// Whether values are in order and keep the distance of every two judgements; with `gap` 0, whether
/// a larger category is a larger difference at all.
fn meets(values: &[f64], judgements: &[Judgement], gap: f64) -> bool {
    let room = 1e-9 * (1.0 + gap);
    let difference = |j: &Judgement| values[j.better] - values[j.worse];
    let all = || judgements.iter().chain([&ITSELF]);
    values.windows(2).all(|w| w[0] >= w[1] - room)
        && all().all(|j| j.high > 0 || difference(j).abs() <= room)
        && all().all(|larger| {
            let smaller = all().filter(|j| j.high < larger.low);
            smaller.into_iter().all(|smaller| {
                let more = difference(larger) - difference(smaller);
                if gap > 0.0 {
                    more >= gap * f64::from(larger.low - smaller.high) - room
                } else {
                    more > 0.0
                }
            })
        })
}

/// An element does not differ from itself.
const ITSELF: Judgement = Judgement {
    better: 0,
    worse: 0,
    low: 0,
    high: 0,
};
