//! What judgements come to, in words: what is missing before weights follow from them, how well they
//! agree, and where the weights that count are not those that follow.

use super::names::{capital, isolated, join, quoted};
use super::number::{compact, count, percent, unrounded};
use super::words::category;
use crate::column::Column;
use weighbridge_analysis::elicitation::{
    ACCEPTABLE_RATIO, Change, Consistency, RANDOM_INDEX, RANDOM_INDEX_SOURCE, RANDOM_RATIO, Repair,
    nearest_repairs,
};
use weighbridge_analysis::{Agreement, Lacking, Partial, Unjudged, judgements, pair_repairs};
use weighbridge_model::{Criterion, Weighting, WeightingMethod};
use weighbridge_numeric::{sort_by, sort_descending};

/// Why no weights follow, as a clause with its own subject: `it needs two more answers`.
pub fn lacking_clause(lacking: &Lacking, branch: &[Criterion]) -> String {
    let how_many = |n: usize| match n {
        1 => "it needs one more answer".to_owned(),
        n => format!("it needs {} more answers", count(n)),
    };
    match (lacking.answers(), which(lacking, branch)) {
        (Some(n), Some(which)) => format!("{}: {which}", how_many(n)),
        (Some(n), None) => how_many(n),
        (None, _) => reason(lacking, branch),
    }
}

/// The same as a sentence of its own, without what it speaks of and without a full stop:
/// `Two answers to go`.
pub fn lacking_sentence(lacking: &Lacking, branch: &[Criterion]) -> String {
    let how_many = |n: usize| match n {
        1 => "One answer to go".to_owned(),
        n => format!("{} answers to go", capital(&count(n))),
    };
    match (lacking.answers(), which(lacking, branch)) {
        (Some(n), Some(which)) => format!("{}: {which}", how_many(n)),
        (Some(n), None) => how_many(n),
        (None, _) => capital(&reason(lacking, branch)),
    }
}

/// Which answers would do, where that is not plain from the questions that are open.
fn which(lacking: &Lacking, branch: &[Criterion]) -> Option<String> {
    let name = |at: &usize| {
        branch
            .get(*at)
            .map_or_else(String::new, |c| isolated(c.short_name()).into_owned())
    };
    let names = |all: &[usize]| all.iter().map(name).collect::<Vec<_>>();
    match lacking {
        Lacking::Answers(list) if list.len() <= 3 => Some(join(&names(list))),
        Lacking::Islands(islands) => Some(match islands.as_slice() {
            [one, other] => format!(
                "compare {} with {}",
                either(&names(one)),
                either(&names(other))
            ),
            all => {
                let all: Vec<String> = all.iter().map(|island| join(&names(island))).collect();
                format!("nothing connects {}", all.join("; "))
            }
        }),
        Lacking::Choice { best, worst, then } => {
            let what = match (best, worst) {
                (true, true) => "choose the most and the least important criterion",
                (true, false) => "choose the most important criterion",
                _ => "choose the least important criterion",
            };
            let then = match then {
                0 => String::new(),
                1 => ", then answer one comparison".to_owned(),
                n => format!(", then answer {} comparisons", count(*n)),
            };
            Some(format!("{what}{then}"))
        }
        Lacking::Answers(_)
        | Lacking::Comparisons { .. }
        | Lacking::Steps { .. }
        | Lacking::TooMany { .. }
        | Lacking::Everything
        | Lacking::BestIsWorst
        | Lacking::AllZero
        | Lacking::NoDifference
        | Lacking::TwoAnswers { .. }
        | Lacking::Itself(_)
        | Lacking::Contradictory
        | Lacking::NoNumbers => None,
    }
}

/// Why no weights follow where it is not for want of an answer.
fn reason(lacking: &Lacking, branch: &[Criterion]) -> String {
    let name = |at: usize| {
        branch
            .get(at)
            .map_or_else(String::new, |c| quoted(c.short_name()))
    };
    let words = match lacking {
        Lacking::TooMany { most, there } => {
            return format!(
                "this method takes at most {most} criteria in a group, and there are {there}"
            );
        }
        Lacking::TwoAnswers {
            best,
            worst,
            from_best,
            to_worst,
        } => {
            return format!(
                "{} against {} was answered twice, as {} times and as {} times as important",
                name(*best),
                name(*worst),
                unrounded(from_best.get()),
                unrounded(to_worst.get())
            );
        }
        Lacking::Itself(at) => {
            return format!("{} is not 1 times as important as itself", name(*at));
        }
        Lacking::BestIsWorst => "the most and the least important cannot be the same criterion",
        Lacking::AllZero => "all of them are 0",
        Lacking::NoDifference => "every difference is “no difference”, so nothing has weight",
        Lacking::Contradictory => "the answers contradict each other",
        Lacking::NoNumbers => "no numbers were found for these answers",
        Lacking::Everything
        | Lacking::Answers(_)
        | Lacking::Islands(_)
        | Lacking::Choice { .. }
        | Lacking::Comparisons { .. }
        | Lacking::Steps { .. } => "nothing has been answered yet",
    };
    words.to_owned()
}

/// What to do where no weights follow, as a sentence or two.
pub fn lacking_advice(lacking: &Lacking, said: &Weighting, branch: &[Criterion]) -> String {
    let words = match lacking {
        Lacking::TooMany { .. } => "Group them, or choose another method.",
        Lacking::BestIsWorst => "Choose another criterion as one of the two.",
        Lacking::AllZero => "Give at least one of them more than 0, or choose another method.",
        Lacking::NoDifference => {
            "Judge at least one difference to be more than none, or choose another method."
        }
        Lacking::TwoAnswers { .. } => "Change one of the two, so that both say the same.",
        Lacking::Itself(_) => "Change that answer to 1.",
        Lacking::Contradictory => return word_repairs(said, branch),
        Lacking::NoNumbers => "Change an answer, or choose another method.",
        Lacking::Everything
        | Lacking::Answers(_)
        | Lacking::Islands(_)
        | Lacking::Choice { .. }
        | Lacking::Comparisons { .. }
        | Lacking::Steps { .. } => "Complete the answers, or choose another method.",
    };
    words.to_owned()
}

/// At most so many repairs of answers are told in a sentence.
const MOST_WAYS: usize = 3;

/// Which changes would make differences in words agree: those with the fewest steps.
fn word_repairs(said: &Weighting, branch: &[Criterion]) -> String {
    let (n, list) = judgements(&said.macbeth, true);
    let name = |at: usize| match said.macbeth.order.get(at) {
        Some(id) => {
            let own = branch.iter().find(|c| c.id.as_str() == id);
            quoted(own.map_or(id, |c| c.short_name()))
        }
        None => "the worst on everything".to_owned(),
    };
    let change = |change: &Change| {
        let own = list.get(change.judgement)?;
        let (better, worse) = (own.better.min(own.worse), own.better.max(own.worse));
        Some(format!(
            "{} over {} from {} to {}",
            name(better),
            name(worse),
            category(own.low, own.high),
            category(change.low, change.high)
        ))
    };
    let ways = nearest_repairs(n, &list);
    let told: Vec<String> = ways.iter().take(MOST_WAYS).filter_map(change).collect();
    match told.as_slice() {
        [] => "No single change puts that right: go through the answers again, or choose another method.".to_owned(),
        [only] => format!("They agree once you change {only}."),
        all => format!("They agree once you change one of these: {}.", all.join("; ")),
    }
}

/// Which changes of one comparison in pairs make the answers agree best; empty where none helps.
pub(super) fn repair_words(said: &Weighting, branch: &[Criterion]) -> String {
    let name = |at: usize| {
        branch
            .get(at)
            .map_or_else(String::new, |c| quoted(c.short_name()))
    };
    let times = |x: f64| match x < 1.0 {
        true => format!("1/{}", compact(1.0 / x)),
        false => compact(x),
    };
    let change = |mend: &Repair| {
        let own = mend.judgement;
        let better = times(mend.better?);
        let (a, b, now) = (name(own.a), name(own.b), times(own.times));
        Some(format!("{a} against {b} as {better} instead of {now}"))
    };
    let all = pair_repairs(said, branch);
    let told: Vec<String> = all.iter().take(MOST_WAYS).filter_map(change).collect();
    match told.as_slice() {
        [] => String::new(),
        [only] => format!("One change helps most: {only}."),
        all => format!(
            "One of these changes helps most, each as much as the others: {}.",
            all.join("; ")
        ),
    }
}

/// One of some names: `C1 or C2`.
fn either(names: &[String]) -> String {
    match names {
        [rest @ .., last] if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

/// How well judgements agree, as a sentence or two.
pub fn agreement_words(found: &Agreement) -> String {
    let bounds: Vec<f64> = found.acceptable.into_iter().chain(found.random).collect();
    let ratio = found
        .ratio
        .map_or_else(String::new, |ratio| beside(ratio, &bounds));
    let most = found.acceptable.map_or_else(String::new, unrounded);
    match (found.verdict, found.method) {
        (Ok(Consistency::Fully), WeightingMethod::Macbeth) => {
            "The words agree with each other.".to_owned()
        }
        (Ok(Consistency::Fully), _) => "The answers agree with each other completely.".to_owned(),
        (Ok(Consistency::Acceptable), WeightingMethod::BestWorst) => format!(
            "Consistency ratio {ratio}: acceptable for this many criteria and this scale (up to {most})."
        ),
        (Ok(Consistency::Acceptable), _) => {
            format!("Consistency ratio {ratio}: acceptable (up to {most} usually is).")
        }
        (Ok(Consistency::Doubtful), WeightingMethod::BestWorst) => format!(
            "Consistency ratio {ratio}: not acceptable for this many criteria and this scale (only up to {most}). Look at the answers again before you use these weights."
        ),
        (Ok(Consistency::Doubtful), _) => format!(
            "Consistency ratio {ratio} (up to {most} is acceptable, 1 is like answering at random): look at the answers again before you use these weights."
        ),
        (Ok(Consistency::AsGoodAsRandom), _) => format!(
            "Consistency ratio {ratio} ({most} is acceptable, 1 is like answering at random): do not use these weights yet."
        ),
        (Err(Unjudged::PairsMissing(n)), _) => {
            let contradiction = found
                .partial
                .map_or_else(String::new, |partial| partial_words(&partial));
            format!(
                "There is no consistency ratio while {} {} not compared.{contradiction} The weights rest on the answers there are: a missing one counts as what the weights themselves say of the pair (Harker 1987).",
                count(n),
                if n == 1 { "pair is" } else { "pairs are" }
            )
        }
        (Err(Unjudged::NoRandomIndex), _) => format!(
            "There is no consistency ratio: no published random index is used beyond {} criteria ({RANDOM_INDEX_SOURCE}).",
            RANDOM_INDEX.len()
        ),
        (Err(Unjudged::NoThreshold), _) => format!(
            "Consistency ratio {ratio}, where 0 is complete agreement. There is no published threshold for this many criteria and this scale, so there is no verdict."
        ),
    }
}

/// How well judgements agree, in a few words for a table that compares methods.
///
/// ```
/// use weighbridge_analysis::{Agreement, elicitation::Consistency};
/// use weighbridge_model::WeightingMethod;
/// use weighbridge_report::agreement_brief;
/// let found = Agreement {
///     method: WeightingMethod::Pairwise,
///     ratio: Some(1.149),
///     acceptable: Some(0.1),
///     random: Some(1.0),
///     verdict: Ok(Consistency::AsGoodAsRandom),
///     partial: None,
/// };
/// assert_eq!(agreement_brief(&found), "1.15: like random answers");
/// ```
pub fn agreement_brief(found: &Agreement) -> String {
    let bounds: Vec<f64> = found.acceptable.into_iter().chain(found.random).collect();
    let ratio = found.ratio.map(|ratio| beside(ratio, &bounds));
    let verdict = match found.verdict {
        Ok(Consistency::Fully) => return "consistent".to_owned(),
        Ok(Consistency::Acceptable) => "acceptable".to_owned(),
        Ok(Consistency::Doubtful) => "look again".to_owned(),
        Ok(Consistency::AsGoodAsRandom) => "like random answers".to_owned(),
        Err(Unjudged::PairsMissing(1)) => return "one pair missing".to_owned(),
        Err(Unjudged::PairsMissing(n)) => return format!("{} pairs missing", count(n)),
        Err(Unjudged::NoRandomIndex | Unjudged::NoThreshold) => "no published limit".to_owned(),
    };
    match ratio {
        Some(ratio) => format!("{ratio}: {verdict}"),
        None => verdict,
    }
}

/// How far the answers there are contradict each other, while some pairs are not compared.
fn partial_words(partial: &Partial) -> String {
    if partial.index <= NO_CONTRADICTION {
        return " The answers there are do not contradict each other.".to_owned();
    }
    let ratio = beside(partial.ratio(), &[ACCEPTABLE_RATIO, RANDOM_RATIO]);
    let but = match partial.ratio() > ACCEPTABLE_RATIO {
        true => " Look at them again before you use these weights.",
        false => "",
    };
    format!(
        " The answers there are contradict each other: their consistency index is {}, which is {ratio} times the random index of complete answers ({}). Of complete answers up to {} is acceptable, and missing ones tend to make it smaller; no index is published for incomplete answers.{but}",
        compact(partial.index),
        unrounded(partial.random),
        unrounded(ACCEPTABLE_RATIO)
    )
}

/// An index up to this is rounding.
const NO_CONTRADICTION: f64 = 1e-9;

/// A ratio with three digits, or as many as show on which side of each bound it is.
fn beside(ratio: f64, bounds: &[f64]) -> String {
    for digits in 2..=14_usize {
        let rounded: f64 = format!("{ratio:.digits$e}").parse().unwrap_or(ratio);
        let same = |bound: &f64| rounded.partial_cmp(bound) == ratio.partial_cmp(bound);
        if bounds.iter().all(same) {
            return if digits == 2 {
                compact(ratio)
            } else {
                unrounded(rounded)
            };
        }
    }
    unrounded(ratio)
}

/// The shares in use, beside those that follow: `C1 has 10% and the answers give 83.3%, C2 has 90% and the
/// answers give 16.7%`; of many, the three that differ most.
pub(super) fn beside_each_other(given: &[f64], follow: &[f64], branch: &[Criterion]) -> String {
    let shares = given.iter().copied().zip(follow.iter().copied());
    let mut order: Vec<_> = branch.iter().zip(shares).enumerate().collect();
    if order.len() > 3 {
        sort_descending(&mut order, |(_, (_, (given, follow)))| {
            (given - follow).abs()
        });
        order.truncate(3);
        sort_by(&mut order, |a, b| a.0.cmp(&b.0));
    }
    let all: Vec<String> = order
        .into_iter()
        .map(|(_, (criterion, (given, follow)))| {
            let name = isolated(criterion.short_name());
            let (a, b) = apart_in_print(given, follow);
            format!("{name} has {a}, where the answers give {b}")
        })
        .collect();
    all.join("; ")
}

/// The shares in use of every criterion of a branch with those that follow, as words in which they differ
/// where they do: name, in use, from the answers.
///
/// ```
/// use weighbridge_model::Appraisal;
/// use weighbridge_report::in_use_and_answers;
/// let text = r#"{"format": "weighbridge", "version": 1, "title": "T", "options": [],
///   "criteria": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}], "scores": {}}"#;
/// let on = weighbridge_file::open(text.as_bytes()).unwrap();
/// let rows = in_use_and_answers(&[0.1, 0.9], &[5.0 / 6.0, 1.0 / 6.0], &on.criteria);
/// assert_eq!(rows[0], ["A", "10.0%", "83.3%"]);
/// ```
pub fn in_use_and_answers(given: &[f64], follow: &[f64], branch: &[Criterion]) -> Vec<[String; 3]> {
    let hundred =
        |shares: &[f64]| -> Vec<f64> { shares.iter().map(|share| share * 100.0).collect() };
    let (given, follow) = (hundred(given), hundred(follow));
    let apart = |column: &Column| {
        let mut pairs = given.iter().zip(&follow);
        pairs.all(|(a, b)| (a - b).abs() < 1e-9 || column.number(*a) != column.number(*b))
    };
    let mut columns = (1..=6).map(Column::with);
    let column = columns.clone().find(apart).or_else(|| columns.next_back());
    let column = column.unwrap_or_else(|| Column::with(1));
    let rows = branch.iter().zip(
        column
            .parts(&given, 100.0)
            .into_iter()
            .zip(column.parts(&follow, 100.0)),
    );
    rows.map(|(criterion, (a, b))| {
        [
            isolated(criterion.short_name()).into_owned(),
            format!("{a}%"),
            format!("{b}%"),
        ]
    })
    .collect()
}

/// Two shares as percentages, with as many digits as tell them apart where they differ.
fn apart_in_print(a: f64, b: f64) -> (String, String) {
    let (plain, other) = (percent(a), percent(b));
    if plain != other {
        return (plain, other);
    }
    for decimals in 2..=9_usize {
        let (a, b) = (a * 100.0, b * 100.0);
        let (plain, other) = (format!("{a:.decimals$}%"), format!("{b:.decimals$}%"));
        if plain != other {
            return (plain, other);
        }
    }
    (plain, other)
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn a_ratio_is_printed_on_its_side_of_each_bound() {
        for (ratio, words) in [
            (1.149_4, "1.15"),
            (0.05, "0.05"),
            (0.1, "0.1"),
            (0.100_04, "0.10004"),
            (0.099_97, "0.09997"),
            (0.999_96, "0.99996"),
        ] {
            assert_eq!(beside(ratio, &[0.1, 1.0]), words);
        }
    }
}
