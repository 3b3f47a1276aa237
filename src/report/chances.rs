//! What sampling says: how often each option comes where, in words and as a picture.

use super::findings::Subject;
use super::number::{exact, percent};
use super::pictures::frame;
use crate::analysis::{Assumption, Drawn, Estimate, Outcome, Problem, TIE};
use crate::chart::{Frame, RankAcceptability, acceptability::Row};

/// A smaller share is not told in digits.
pub(super) const FEW: f64 = 0.001;

/// The weights an assumption speaks of, and the scores where they vary, to follow "of".
pub(super) fn weights_meant(assumption: Assumption, problem: &Problem) -> String {
    let weights = match assumption {
        Assumption::AnyWeights => "all possible weights",
        Assumption::Ordered => "the weights that keep their order",
        Assumption::Ranges => "the weights within the stated ranges",
        Assumption::Stated => "the weights that fit what was said",
    };
    match problem.fixed_scores {
        true => weights.to_owned(),
        false => format!("{weights} and scores within their ranges"),
    }
}

/// How often an option comes first. Without error where no more than two options can be first at all:
/// one is first just where it is ahead of the other, which is exact where pairs are.
pub(super) fn first(problem: &Problem, outcome: &Outcome, row: usize) -> Estimate {
    let can = |row: &usize| outcome.rank(*row, 0) > 0.0 || !problem.known_never_first(*row);
    let rivals: Vec<usize> = (0..problem.options.len())
        .filter(|r| *r != row && can(r))
        .collect();
    let exactly = |value: f64| Estimate { value, error: 0.0 };
    match rivals.as_slice() {
        _ if !can(&row) => exactly(0.0),
        [] => exactly(1.0),
        [other] if outcome.pairwise_exact => {
            outcome.pair(row, *other).unwrap_or_else(|| exactly(1.0))
        }
        _ => Estimate {
            value: outcome.rank(row, 0),
            error: outcome.rank_error(row, 0),
        },
    }
}

/// A share: near nothing and near everything digits would be noise, and all of the samples are not all.
pub(super) fn near(share: Estimate, exact: bool) -> String {
    let value = share.value;
    if exact && (value <= 0.0 || value >= 1.0) {
        percent(value)
    } else if value < FEW {
        format!("under {}", percent(FEW))
    } else if value > 1.0 - FEW {
        format!("over {}", percent(1.0 - FEW))
    } else {
        percent(value)
    }
}

/// How often an option comes first: "88.1%", "in no sample", or "never", which only a proof allows.
pub(super) fn first_words(problem: &Problem, outcome: &Outcome, row: usize) -> String {
    let share = first(problem, outcome, row);
    if problem.known_never_first(row) && outcome.rank(row, 0) <= 0.0 {
        "never".to_owned()
    } else if share.value <= 0.0 {
        "in no sample".to_owned()
    } else {
        near(share, alone_first(problem, outcome))
    }
}

/// Who comes first most often, as a headline.
///
/// "Integrated transformation comes first for 88.1% of all possible weights"
pub fn chances_headline(
    on: Subject<'_>,
    problem: &Problem,
    outcome: &Outcome,
    assumption: Assumption,
) -> String {
    let rows = 0..problem.options.len();
    let share = |row: usize| first(problem, outcome, row).value;
    let most = rows.clone().map(share).fold(0.0, f64::max);
    let best: Vec<usize> = rows.filter(|row| share(*row) >= most - TIE).collect();
    let share = best
        .first()
        .map_or_else(String::new, |row| first_words(problem, outcome, *row));
    let best: Vec<usize> = best.iter().map(|row| problem.options[*row]).collect();
    let weights = weights_meant(assumption, problem);
    if outcome.method == Drawn::Certain && !best.is_empty() {
        let verb = if best.len() == 1 { "comes" } else { "come" };
        return format!(
            "{} {verb} first: only one set of weights is possible",
            on.names(&best)
        );
    }
    match best.as_slice() {
        [] => "No option can be compared".to_owned(),
        [option] => format!(
            "{} comes first for {share} of {weights}",
            on.option(*option)
        ),
        several => format!(
            "{} come first for {share} of {weights} each",
            on.names(several)
        ),
    }
}

/// Whether it is proved that no option can come first but the one that did in every sample.
fn alone_first(problem: &Problem, outcome: &Outcome) -> bool {
    let others = (0..problem.options.len()).filter(|row| outcome.rank(*row, 0) <= 0.0);
    outcome.method == Drawn::Certain || others.into_iter().all(|row| problem.known_never_first(row))
}

/// The options by how often they come first, the one that does most often before the others; those that are
/// alike by their mean rank.
pub(super) fn by_first(outcome: &Outcome) -> Vec<usize> {
    let mut order: Vec<usize> = (0..outcome.options).collect();
    let expected = |row: usize| outcome.expected_rank.get(row).map_or(0.0, |e| e.value);
    crate::order::sort(&mut order, |a, b| {
        let shares = outcome.rank(*b, 0).total_cmp(&outcome.rank(*a, 0));
        shares.then(expected(*a).total_cmp(&expected(*b)))
    });
    order
}

/// How often each option has each rank, as a picture; the one that is first most often on top.
pub fn chances_picture(
    on: Subject<'_>,
    problem: &Problem,
    outcome: &Outcome,
    assumption: Assumption,
) -> (Frame, RankAcceptability) {
    let n = problem.options.len();
    let order = by_first(outcome);
    let row = |row: usize| {
        let error = first(problem, outcome, row).error * 100.0;
        Row {
            name: on.option(problem.options[row]).into_owned(),
            label: first_words(problem, outcome, row),
            error: if error > 0.0 {
                format!("± {error:.2}")
            } else {
                String::new()
            },
            shares: (0..n).map(|rank| outcome.rank(row, rank)).collect(),
            errors: (0..n).map(|rank| outcome.rank_error(row, rank)).collect(),
        }
    };
    let title = chances_headline(on, problem, outcome, assumption);
    let most = order.first().map_or(0.0, |row| outcome.rank(*row, 0));
    let certain = most >= 1.0 && alone_first(problem, outcome);
    let mut subtitle = format!(
        "For how much of {} each option has each rank",
        weights_meant(assumption, problem)
    );
    subtitle += &match outcome.half_width > 0.0 {
        true => format!(
            "; ± is one standard error of the share of first places, in percentage points. From {} samples, seed {}.",
            exact(outcome.samples as f64),
            on.appraisal.robustness.seed
        ),
        false => ", exactly.".to_owned(),
    };
    (
        frame(on, "chances", title, &subtitle),
        RankAcceptability {
            rows: order.iter().copied().map(row).collect(),
            sampled: outcome.half_width > 0.0 && !certain,
        },
    )
}

/// How precise shares are, and by how many samples; for chains also how well they have mixed.
pub fn precision_words(outcome: &Outcome) -> String {
    if outcome.method == Drawn::Certain {
        return "Only one set of weights is possible, so there is nothing to try: this is exact, and tests nothing.".to_owned();
    }
    if outcome.half_width <= 0.0 {
        return "Exact, by formula.".to_owned();
    }
    let mut words = format!(
        "{} sets of weights tried. Each share is right within {:.2} percentage points, 19 times out of 20; ± in the picture is one standard error.",
        exact(outcome.samples as f64),
        outcome.half_width * 100.0
    );
    if let Some(mixing) = outcome.mixing {
        let verdict = if mixing.reduction < 1.1 {
            "they agree"
        } else {
            "they do not agree yet, so go on for longer"
        };
        words += &format!(
            " They were found by sixteen random walks through the weights that fit: {verdict} (potential scale reduction {:.2}), and are worth {} independent tries.",
            mixing.reduction,
            exact(mixing.effective.round())
        );
    }
    words
}
