//! What sampling says: how often each option comes where, in words and as a picture.

use super::findings::Subject;
use super::number::{count, percent, short};
use super::pictures::option_slot;
use crate::analysis::{Assumption, Outcome, Problem, Reason};
use crate::chart::{Cloud, Frame, RankAcceptability, acceptability::Row, cloud};

/// Samples and bins of the cloud of totals: enough for a picture.
const SAMPLES: u64 = 4096;

/// A smaller share is not told in digits.
const FEW: f64 = 0.001;
const BINS: usize = 80;

/// The weights an assumption speaks of, to follow "of".
pub fn weights_meant(assumption: &Assumption) -> &'static str {
    match assumption {
        Assumption::AnyWeights => "all possible weights",
        Assumption::Ordered => "the weights that keep their order",
        Assumption::Ranges => "the weights within the stated ranges",
        Assumption::Stated(_) => "the weights that fit what was said",
    }
}

/// How often an option comes first: "88.1%", "in no sample so far", or "never", which only a proof allows.
pub fn first_words(problem: &Problem, outcome: &Outcome, row: usize) -> String {
    let share = outcome.rank(row, 0);
    // Below what can be told from sampling, digits would be noise.
    if share > 0.0 && share < FEW {
        return format!("under {}", percent(FEW));
    }
    if share > 0.0 {
        return percent(share);
    }
    match problem.best_lead(row) {
        Some(lead) if lead < 0.0 => "never".to_owned(),
        _ => "in no sample".to_owned(),
    }
}

/// Who comes first most often, as a headline.
///
/// "Integrated transformation comes first for 88.1% of all possible weights"
pub fn chances_headline(
    on: Subject<'_>,
    problem: &Problem,
    outcome: &Outcome,
    assumption: &Assumption,
) -> String {
    let mut best = 0;
    for row in 1..problem.options.len() {
        if outcome.rank(row, 0) > outcome.rank(best, 0) {
            best = row;
        }
    }
    let Some(option) = problem.options.get(best) else {
        return "No option can be compared".to_owned();
    };
    format!(
        "{} comes first for {} of {}",
        on.option(*option),
        percent(outcome.rank(best, 0)),
        weights_meant(assumption)
    )
}

/// How often each option has each rank, as a picture; the one that is first most often on top.
pub fn chances_picture(
    on: Subject<'_>,
    problem: &Problem,
    outcome: &Outcome,
    assumption: &Assumption,
) -> (Frame, RankAcceptability) {
    let n = problem.options.len();
    let mut order: Vec<usize> = (0..n).collect();
    let expected = |row: usize| outcome.expected_rank.get(row).map_or(0.0, |e| e.value);
    crate::order::sort(&mut order, |a, b| {
        let shares = outcome.rank(*b, 0).total_cmp(&outcome.rank(*a, 0));
        shares.then(expected(*a).total_cmp(&expected(*b)))
    });
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
        }
    };
    let title = chances_headline(on, problem, outcome, assumption);
    let subtitle = format!(
        "For how much of {} each option has each rank; ± is one standard error of the share of first places, in percentage points.",
        weights_meant(assumption)
    );
    (
        super::pictures::frame(on, "chances", title, &subtitle),
        RankAcceptability {
            rows: order.into_iter().map(row).collect(),
        },
    )
}

/// How far the total of each option could go, as a picture, in the order of ranks.
pub fn cloud_picture(
    on: Subject<'_>,
    problem: &Problem,
    assumption: &Assumption,
) -> (Frame, Cloud) {
    let all = || {
        on.analysis
            .values
            .iter()
            .flatten()
            .filter_map(|cell| cell.value())
    };
    let (low, high) = all().fold((0.0, 100.0), |(low, high), x| (x.min(low), x.max(high)));
    let counts = problem.spread(1, SAMPLES, (low, high), BINS);
    let order = on.analysis.in_rank_order().into_iter();
    let row = |option: usize| {
        let at = problem.options.iter().position(|o| *o == option)?;
        let counts = counts.get(at)?.clone();
        Some(cloud::Row {
            name: on.option(option).into_owned(),
            slot: option_slot(on, option),
            quantiles: cloud::quantiles(low, high, &counts),
            counts,
            now: on.analysis.options[option].total.value(),
        })
    };
    let rows: Vec<cloud::Row> = order.filter_map(row).collect();
    let title = match rows.first() {
        Some(first) => format!(
            "{} has {} to {} points for nine in ten of {}",
            first.name,
            short(first.quantiles[0].round()),
            short(first.quantiles[4].round()),
            weights_meant(assumption)
        ),
        None => String::new(),
    };
    let subtitle = "The total of each option over the same sets of weights: nine in ten on the thin line, half of them on the thick one, the ring where it is now.";
    (
        super::pictures::frame(on, "cloud", title, subtitle),
        Cloud { low, high, rows },
    )
}

/// Why there is nothing to sample, and what to do.
pub fn reason_words(on: Subject<'_>, reason: &Reason) -> String {
    match reason {
        Reason::NoOptions => {
            "No option has a score on every criterion yet, so there is nothing to compare. Give the missing scores first.".to_owned()
        }
        Reason::NoCriteria => "No criterion counts yet. Add one, with scores.".to_owned(),
        Reason::NoWeights(branch) => {
            let at = branch.as_ref().and_then(|id| on.analysis.node(id));
            let place = at.map_or_else(|| "at the top".to_owned(), |at| format!("in {}", on.criterion(at)));
            format!("Not every criterion {place} has a weight, or all weights are 0. Give the weights first, or take any weights as possible.")
        }
        Reason::NotOneBranch(_) => {
            "What was said compares criteria of different groups. Compare criteria within one group.".to_owned()
        }
        Reason::Contradictory(list) => format!(
            "{} of the things said of the weights contradict each other. Take one of them back.",
            count(list.len())
        ),
        Reason::TooLarge => "A weight or a score is too large to go on with. Make it smaller.".to_owned(),
    }
}
