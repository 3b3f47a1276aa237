//! What sampling says: how often each option comes where, in words and as a picture.

use super::explain::{ChangedOn, Explanation};
use super::number::{percent, unrounded};
use super::pictures::presentation;
use super::subject::Subject;
use crate::column::Column;
use weighbridge_analysis::{
    Assumption, Chance, Drawn, Leading, OptionIx, Outcome, Problem, first_share, rank_share,
};
use weighbridge_chart::{Presentation, RankAcceptability, acceptability::Row};

/// A smaller share is not told in digits.
pub(super) const FEW: f64 = 0.001;

/// The weights an assumption speaks of, and the scores where they vary, to follow "in 88 of 100".
pub(super) fn weights_meant(assumption: Assumption, problem: &Problem) -> String {
    weights_of(assumption, problem.fixed_scores)
}

fn weights_of(assumption: Assumption, fixed_scores: bool) -> String {
    let weights = match assumption {
        Assumption::AnyWeights => "possible sets of weights",
        Assumption::Ordered => "sets of weights that keep their order",
        Assumption::Ranges => "sets of weights within the stated ranges",
        Assumption::Stated => "sets of weights that fit what you agree on",
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

/// A share as sentences have it: `88 of 100`; near nothing and near everything more would be noise, and all of the
/// samples are not all.
pub(super) fn of_hundred(share: Chance) -> String {
    let value = share.value();
    match share {
        Chance::Exact(value) if value >= 1.0 => "all".to_owned(),
        Chance::Exact(value) if value <= 0.0 => "0 of 100".to_owned(),
        Chance::Unanimous { bound, .. } if value <= 0.0 => {
            format!("fewer than 1 of {}", unrounded(one_in(bound)))
        }
        Chance::Unanimous { bound, .. } => {
            format!("all but fewer than 1 of {}", unrounded(one_in(bound)))
        }
        Chance::Exact(_) | Chance::Sampled(_) => match value {
            value if value < 0.005 => "fewer than 1 of 100".to_owned(),
            value if value > 0.995 => "more than 99 of 100".to_owned(),
            value => format!("{:.0} of 100", value * 100.0),
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

/// Who comes first most often, as a headline; today's leader before it, where that is another.
///
/// "Integrated transformation leads in 88 of 100 possible sets of weights"
pub fn chances_headline(
    on: Subject<'_>,
    problem: &Problem,
    outcome: &Outcome,
    assumption: Assumption,
) -> String {
    let found = Leading::of(problem, outcome, assumption);
    let most = leading_words(on, &found);
    let [leader] = on.analysis.lead.leaders.as_slice() else {
        return most;
    };
    let row = problem.options.iter().position(|at| at == leader);
    match row.filter(|_| !found.options.contains(leader)) {
        None => most,
        Some(row) => format!(
            "Today’s leader, {}, leads in {} {}. {most}",
            on.option(*leader),
            of_hundred(first_share(problem, outcome, row)),
            weights_meant(assumption, problem)
        ),
    }
}

/// Who comes first most often, and of which options: those that are left out are named.
pub fn leading_words(on: Subject<'_>, found: &Leading) -> String {
    let weights = weights_of(found.assumption, found.fixed_scores);
    let share = of_hundred(found.share);
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
        [_] => format!("{names} leads in {share} {weights}"),
        _ if found.together => format!("{names} lead together in {share} {weights}"),
        _ => format!("{names} each lead in {share} {weights}"),
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

/// The options of a problem in the order of the result, each with its place in the problem: the same order on every page.
pub(super) fn in_order(on: Subject<'_>, problem: &Problem) -> Vec<(usize, OptionIx)> {
    let place = |option: OptionIx| problem.options.iter().position(|at| *at == option);
    let ranked = on.analysis.in_rank_order().into_iter();
    ranked
        .filter_map(|option| Some((place(option)?, option)))
        .collect()
}

/// How often each option has each rank, as a picture, in the order of the result.
pub fn chances_picture(
    on: Subject<'_>,
    problem: &Problem,
    outcome: &Outcome,
    assumption: Assumption,
) -> (Presentation, RankAcceptability) {
    let n = problem.options.len();
    let order = in_order(on, problem);
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
        "How often each option comes where, in {}",
        weights_meant(assumption, problem)
    );
    subtitle += &match outcome.half_width > 0.0 {
        true => format!(
            ". From {} of them; correct to about ±{:.2} percentage points. Seed {}.",
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

/// How the shares of an option came about, by its place in the picture and in the table of pairs.
pub fn explain_chances(
    on: Subject<'_>,
    problem: &Problem,
    outcome: &Outcome,
    assumption: Assumption,
    place: usize,
) -> Option<Explanation> {
    let (row, option) = *in_order(on, problem).get(place)?;
    let name = on.option(option);
    let mut steps = vec![
        format!(
            "The options are put in order by their totals, the sum of weight × value, in each of the {}.",
            weights_meant(assumption, problem)
        ),
        format!(
            "A share is in how many of them {name} has that place: it comes first in {}.",
            first_words(problem, outcome, row)
        ),
        "One to one, a share is in how many of them its total is above that of the other option."
            .to_owned(),
        precision_words(outcome),
    ];
    let error = outcome.rank_error(row, 0);
    if error > 0.0 {
        steps.push(format!(
            "The standard error of how often it comes first: {:.3} percentage points.",
            error * 100.0
        ));
    }
    Some(Explanation {
        title: format!("How often {name} comes where"),
        steps,
        remarks: Vec::new(),
        change: Some(match assumption {
            // Weights count only as far as something is assumed of them.
            Assumption::AnyWeights | Assumption::Stated => ChangedOn::Scores,
            Assumption::Ordered | Assumption::Ranges => ChangedOn::Weights,
        }),
    })
}

/// How precise shares are, and by how many samples; for chains also how well they have mixed.
pub fn precision_words(outcome: &Outcome) -> String {
    if outcome.method == Drawn::Certain {
        return "Only one set of weights is possible, so there is nothing to try.".to_owned();
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
            " From 16 Markov chains over the weights that fit: {verdict} (R-hat {:.2}; effective sample size {}).",
            mixing.reduction,
            unrounded(mixing.effective.round())
        );
    }
    words
}
