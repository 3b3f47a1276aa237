//! What sampling says: how often each option comes where, in words and as a picture.

use super::findings::Subject;
use super::number::{exact, percent};
use super::pictures::frame;
use crate::analysis::{Assumption, Drawn, Outcome, Problem, TIE};
use crate::chart::{Frame, RankAcceptability, acceptability::Row};

/// A smaller share is not told in digits.
pub(super) const FEW: f64 = 0.001;

/// The weights an assumption speaks of, to follow "of".
pub fn weights_meant(assumption: Assumption) -> &'static str {
    match assumption {
        Assumption::AnyWeights => "all possible weights",
        Assumption::Ordered => "the weights that keep their order",
        Assumption::Ranges => "the weights within the stated ranges",
        Assumption::Stated => "the weights that fit what was said",
    }
}

/// How often an option comes first: "88.1%", "in no sample", or "never", which only a proof allows.
pub fn first_words(problem: &Problem, outcome: &Outcome, row: usize) -> String {
    let share = outcome.rank(row, 0);
    // Below what can be told from sampling, digits would be noise.
    if share > 0.0 && share < FEW {
        return format!("under {}", percent(FEW));
    }
    if share > 0.0 {
        return percent(share);
    }
    if problem.known_never_first(row) {
        "never".to_owned()
    } else {
        "in no sample".to_owned()
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
    let most = (0..problem.options.len())
        .map(|row| outcome.rank(row, 0))
        .fold(0.0, f64::max);
    let level = |row: &usize| outcome.rank(*row, 0) >= most - TIE;
    let best: Vec<usize> = (0..problem.options.len())
        .filter(level)
        .map(|row| problem.options[row])
        .collect();
    let weights = weights_meant(assumption);
    // All samples are not all weights, unless nobody else can come first.
    let share = if most >= 1.0 && !alone_first(problem, outcome) {
        format!("over {}", percent(1.0 - FEW))
    } else {
        percent(most)
    };
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
        let error = outcome.rank_error(row, 0) * 100.0;
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
    let mut subtitle = format!(
        "For how much of {} each option has each rank",
        weights_meant(assumption)
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
            rows: order.into_iter().map(row).collect(),
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
        "{} sets of weights tried. Every share is right within {:.2} percentage points, 19 times out of 20; ± in the picture is one standard error.",
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
