//! The judgements of weights, and what follows from them, as data.

use super::object::Object;
use super::values::{count, each, number};
use crate::weighing::{agreement_words, lacking_sentence};
use serde_json::Value;
use weighbridge_analysis::elicitation::{
    BestWorst, Consistency, PairwiseOutcome, RANDOM_INDEX, RANDOM_INDEX_SOURCE, Repair,
};
use weighbridge_analysis::{
    Agreement, DerivedWeights, FromJudgements, Lacking, best_and_worst, compared, from_judgements,
    pair_repairs,
};
use weighbridge_model::{Criterion, Perspective, WeightingMethod};

/// One entry for each branch and each method by which something was said of it: the weights that follow,
/// whether they are those that count, how well the judgements agree, and what would repair them.
pub(super) fn judgements(appraisal: Perspective<'_>) -> Value {
    each(from_judgements(appraisal), |found| one(appraisal, &found))
}

fn one(on: Perspective<'_>, found: &FromJudgements) -> Value {
    let among = on.branch(found.branch.as_ref());
    let mut to = Object::default();
    let branch = found.branch.as_ref();
    to.put(
        "branch",
        branch.map_or(Value::Null, |id| Value::from(id.as_str())),
    );
    to.word("method", code(found.method));
    to.put("in_use", Value::Bool(found.in_use));
    let shares = found.weighed.shares();
    to.put(
        "weights",
        shares.map_or(Value::Null, |shares| by_criterion(among, shares)),
    );
    to.put(
        "same_as_weights",
        found.same_as_weights.map_or(Value::Null, Value::Bool),
    );
    if let Some(lacking) = &found.lacking {
        let missing = match found.weighed {
            DerivedWeights::Missing(n) => count(n),
            DerivedWeights::Nothing | DerivedWeights::Contradictory | DerivedWeights::Shares(_) => {
                Value::Null
            }
        };
        to.put("missing", missing);
        if let Lacking::Islands(islands) = lacking {
            to.list(
                "islands",
                islands.iter().map(|island| ids(among, island)).collect(),
            );
        }
        to.word("text", &format!("{}.", lacking_sentence(lacking, among)));
    }
    if let Some(agreement) = &found.agreement {
        to.put("consistency", consistency(on, found, agreement));
        to.word("text", &agreement_words(agreement));
    }
    if found.method == WeightingMethod::Pairwise && shares.is_some() {
        to.list("repairs", repairs(on, found));
    }
    to.end()
}

fn code(method: WeightingMethod) -> &'static str {
    match method {
        WeightingMethod::Direct => "points",
        WeightingMethod::Swing => "swing",
        WeightingMethod::Rank => "rank",
        WeightingMethod::Pairwise => "pairwise",
        WeightingMethod::BestWorst => "best-worst",
        WeightingMethod::Macbeth => "macbeth",
    }
}

fn by_criterion(among: &[Criterion], numbers: &[f64]) -> Value {
    let mut to = Object::default();
    for (criterion, x) in among.iter().zip(numbers) {
        to.number(criterion.id.as_str(), *x);
    }
    to.end()
}

fn ids(among: &[Criterion], places: &[usize]) -> Value {
    each(places, |at| {
        among
            .get(*at)
            .map_or(Value::Null, |c| Value::from(c.id.as_str()))
    })
}

fn optional(x: Option<f64>) -> Value {
    x.map_or(Value::Null, number)
}

/// The verdict and the numbers behind it; `null` where nothing is published.
fn consistency(on: Perspective<'_>, found: &FromJudgements, agreement: &Agreement) -> Value {
    let mut to = Object::default();
    let verdict = agreement.verdict.map_or(Value::Null, |verdict| {
        Value::from(match verdict {
            Consistency::Fully => "fully",
            Consistency::Acceptable => "acceptable",
            Consistency::Doubtful => "doubtful",
            Consistency::AsGoodAsRandom => "as-good-as-random",
        })
    });
    to.put("verdict", verdict);
    let among = on.branch(found.branch.as_ref());
    let said = on.voice.weights.weighting(found.branch.as_ref());
    match found.method {
        WeightingMethod::Pairwise => {
            to.put("ratio", optional(agreement.ratio));
            to.put("acceptable_up_to", optional(agreement.acceptable));
            to.put("random_from", optional(agreement.random));
            let index = RANDOM_INDEX.get(among.len().saturating_sub(1)).copied();
            to.put("random_index", optional(index));
            to.word("random_index_source", RANDOM_INDEX_SOURCE);
            let compared = compared(said, among);
            to.put("pairs_missing", count(compared.missing));
            if let Some(partial) = agreement.partial {
                to.number("index_to_complete_random_index", partial.ratio());
            }
            if let PairwiseOutcome::Weights(priorities) = compared.outcome {
                to.number("lambda_max", priorities.lambda_max);
                to.number("index", priorities.index);
            }
        }
        WeightingMethod::BestWorst => {
            to.put("ratio", optional(agreement.ratio));
            to.put("acceptable_up_to", optional(agreement.acceptable));
            to.word(
                "acceptable_source",
                "Liang, Brunelli and Rezaei 2020, table 3",
            );
            if let Some(BestWorst::Weights { xi, intervals, .. }) = best_and_worst(said, among) {
                to.number("xi", xi);
                let mut open = Object::default();
                for (criterion, (low, high)) in among.iter().zip(&intervals.weights) {
                    open.numbers(criterion.id.as_str(), &[*low, *high]);
                }
                let mut non_linear = Object::default();
                non_linear.number("xi", intervals.xi);
                non_linear.put("intervals", open.end());
                to.put("non_linear", non_linear.end());
            }
        }
        WeightingMethod::Direct
        | WeightingMethod::Swing
        | WeightingMethod::Rank
        | WeightingMethod::Macbeth => {}
    }
    to.end()
}

/// Every smallest change of one comparison in pairs, with the ratio after it.
fn repairs(on: Perspective<'_>, found: &FromJudgements) -> Vec<Value> {
    let among = on.branch(found.branch.as_ref());
    let change = |mend: &Repair| {
        let mut to = Object::default();
        let id = |at: usize| among.get(at).map_or("", |c| c.id.as_str());
        to.word("more", id(mend.judgement.a));
        to.word("less", id(mend.judgement.b));
        to.put("times", optional(mend.better));
        to.number("index", mend.index);
        to.put("ratio", optional(mend.ratio));
        to.end()
    };
    let said = on.voice.weights.weighting(found.branch.as_ref());
    pair_repairs(said, among).iter().map(change).collect()
}
