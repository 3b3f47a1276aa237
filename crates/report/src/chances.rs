//! What sampling says: how often each option comes where, in words and as a picture.

use super::number::{percent, unrounded};
use super::pictures::presentation;
use super::subject::Subject;
use crate::column::Column;
use weighbridge_analysis::{
    Assumption, Chance, Drawn, Leading, OptionIx, Outcome, Problem, first_share, rank_share,
};
use weighbridge_chart::{Presentation, RankAcceptability, acceptability::Row};
use weighbridge_numeric::sort_by;

/// A smaller share is not told in digits.
pub(super) const FEW: f64 = 0.001;

/// The weights an assumption speaks of, and the scores where they vary, to follow "of".
pub(super) fn weights_meant(assumption: Assumption, problem: &Problem) -> String {
    weights_of(assumption, problem.fixed_scores)
}

fn weights_of(assumption: Assumption, fixed_scores: bool) -> String {
    let weights = match assumption {
        Assumption::AnyWeights => "all possible weights",
        Assumption::Ordered => "the weights that keep their order",
        Assumption::Ranges => "the weights within the stated ranges",
        Assumption::Stated => "the weights that fit what was said",
    };
    match fixed_scores {
        true => weights.to_owned(),
        false => format!("{weights} and scores within their ranges"),
    }
}

/// So many, a round number, of which a share below `bound` is fewer than one.
fn one_in(bound: f64) -> f64 {
    let mut round = 1.0;
    while round * 10.0 * bound <= 1.0 {
        round *= 10.0;
    }
    [5.0, 2.0]
        .into_iter()
        .map(|n| n * round)
        .find(|n| n * bound <= 1.0)
        .unwrap_or(round)
}

/// A share: near nothing and near everything digits would be noise, and all of the samples are not all.
pub(super) fn near(share: Chance) -> String {
    let value = share.value();
    match share {
        Chance::Exact(value) if value <= 0.0 || value >= 1.0 => percent(value),
        Chance::Unanimous { bound, .. } if value <= 0.0 => {
            format!("fewer than 1 in {}", unrounded(one_in(bound)))
        }
        Chance::Unanimous { bound, .. } if bound > FEW => {
            format!("all but fewer than 1 in {}", unrounded(one_in(bound)))
        }
        Chance::Exact(_) | Chance::Sampled(_) | Chance::Unanimous { .. } => match value {
            value if value < FEW => format!("under {}", percent(FEW)),
            value if value > 1.0 - FEW => format!("over {}", percent(1.0 - FEW)),
            value => percent(value),
        },
    }
}

/// Shares in tables and beside bars: a decimal.
pub(super) const SHARES: Column = Column::TENTHS;

/// A share as [`near`], for a table or beside a bar: with one decimal throughout, and few words.
pub(super) fn cell(share: Chance) -> String {
    let value = share.value();
    match share {
        Chance::Exact(value) if value <= 0.0 || value >= 1.0 => percent(value),
        Chance::Unanimous { bound, .. } if value <= 0.0 => {
            format!("under {}", percent(1.0 / one_in(bound)))
        }
        Chance::Unanimous { bound, .. } if bound > FEW => {
            format!("over {}", percent(1.0 - 1.0 / one_in(bound)))
        }
        Chance::Exact(_) | Chance::Sampled(_) | Chance::Unanimous { .. } => match value {
            value if value < FEW => format!("under {}", percent(FEW)),
            value if value > 1.0 - FEW => format!("over {}", percent(1.0 - FEW)),
            value => format!("{}%", SHARES.number(value * 100.0)),
        },
    }
}

/// How often an option comes first: "88.1%", "under 0.01%", or "never", which only a proof allows.
pub(super) fn first_words(problem: &Problem, outcome: &Outcome, row: usize) -> String {
    if problem.known_never_first(row) && outcome.rank(row, 0) <= 0.0 {
        "never".to_owned()
    } else {
        cell(first_share(problem, outcome, row))
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
    leading_words(on, &Leading::of(problem, outcome, assumption))
}

/// Who comes first most often, and of which options: those that are left out are named.
pub fn leading_words(on: Subject<'_>, found: &Leading) -> String {
    let weights = weights_of(found.assumption, found.fixed_scores);
    let share = near(found.share);
    let names = on.names(&found.options);
    let claim = match found.options.as_slice() {
        [] => return "No option has all its scores, so nothing can be compared".to_owned(),
        [only] if found.compared < 2 && found.left_out.is_empty() => {
            return format!(
                "{} is the only option, so nothing can be compared",
                on.option(*only)
            );
        }
        [only] if found.compared < 2 => {
            return format!(
                "Only {} has all its scores, so nothing can be compared",
                on.option(*only)
            );
        }
        one if found.certain => {
            let verb = if one.len() == 1 { "comes" } else { "come" };
            format!("{names} {verb} first: only one set of weights is possible")
        }
        [_] => format!("{names} comes first for {share} of {weights}"),
        _ if found.together => format!("{names} come first together for {share} of {weights}"),
        _ => format!("{names} come first for {share} of {weights} each"),
    };
    if found.left_out.is_empty() {
        return claim;
    }
    let are = if found.left_out.len() == 1 {
        "is"
    } else {
        "are"
    };
    format!(
        "Of the options with all their scores, {claim}; {} {are} left out: scores missing",
        on.names(&found.left_out)
    )
}

/// Which options a heading leaves out, to follow it: ` (C is left out: scores missing)`.
pub(super) fn without(on: Subject<'_>, problem: &Problem) -> String {
    let are = match problem.left_out.len() {
        0 => return String::new(),
        1 => "is",
        _ => "are",
    };
    let names = on.names(&problem.left_out);
    format!(" ({names} {are} left out: scores missing)")
}

/// The options by how often they come first, the one that does most often before the others; those that are
/// alike by their mean rank.
///
/// Each with its place in the problem.
pub(super) fn by_first(problem: &Problem, outcome: &Outcome) -> Vec<(usize, OptionIx)> {
    let options = problem.options.iter().copied();
    let mut order: Vec<(usize, OptionIx)> = options.enumerate().collect();
    let expected = |row: usize| outcome.expected_rank.get(row).map_or(0.0, |e| e.value);
    sort_by(&mut order, |(a, _), (b, _)| {
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
) -> (Presentation, RankAcceptability) {
    let n = problem.options.len();
    let order = by_first(problem, outcome);
    let row = |(row, option): (usize, OptionIx)| {
        Row {
            name: on.option(option).into_owned(),
            label: first_words(problem, outcome, row),
            // How exact shares are is said once, for all of them.
            error: String::new(),
            printed: printed(problem, outcome, row),
            shares: (0..n).map(|rank| outcome.rank(row, rank)).collect(),
            errors: (0..n).map(|rank| outcome.rank_error(row, rank)).collect(),
        }
    };
    let title = chances_headline(on, problem, outcome, assumption);
    let certain = Leading::of(problem, outcome, assumption).share == Chance::Exact(1.0);
    let mut subtitle = format!(
        "For how much of {} each option has each rank",
        weights_meant(assumption, problem)
    );
    subtitle += &match outcome.half_width > 0.0 {
        true => format!(
            ". From {} sets of weights; correct to about ±{:.2} percentage points. Seed {}.",
            unrounded(outcome.samples as f64),
            outcome.half_width * 100.0,
            on.appraisal.robustness.seed
        ),
        false => ", exactly.".to_owned(),
    };
    (
        presentation(on, "chances", title, &subtitle),
        RankAcceptability {
            rows: order.iter().copied().map(row).collect(),
            sampled: outcome.half_width > 0.0 && !certain,
        },
    )
}

/// How often an option has each rank, as a table prints it: together 100.
fn printed(problem: &Problem, outcome: &Outcome, row: usize) -> Vec<String> {
    let n = problem.options.len();
    let shares: Vec<f64> = (0..n).map(|rank| outcome.rank(row, rank) * 100.0).collect();
    let told = |(rank, words): (usize, String)| match rank_share(problem, outcome, row, rank) {
        Chance::Exact(value) if rank == 0 && value <= 0.0 => "never".to_owned(),
        Chance::Unanimous { value, .. } if value <= 0.0 => "in no sample".to_owned(),
        Chance::Unanimous { .. } => "in all samples".to_owned(),
        Chance::Exact(_) | Chance::Sampled(_) => words,
    };
    SHARES
        .parts(&shares, 100.0)
        .into_iter()
        .enumerate()
        .map(told)
        .collect()
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
        "From {} sets of weights; correct to about ±{:.2} percentage points.",
        unrounded(outcome.samples as f64),
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
            unrounded(mixing.effective.round())
        );
    }
    words
}
