//! What sampling says: how often each option comes where, in words and as a picture.

use super::findings::Subject;
use super::number::{count, exact, percent, short};
use super::pictures::option_slot;
use crate::analysis::{Assumption, Drawn, Outcome, Problem, Reason, Spread, TIE};
use crate::chart::{Cloud, Frame, RankAcceptability, acceptability::Row, cloud};
use crate::model::{CriterionId, Finite, Statement};

/// Bins of the cloud of totals: enough for a picture.
const BINS: usize = 80;

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

/// From which to which total the cloud goes: 0 to 100, or as far beyond as any value.
fn cloud_ends(on: Subject<'_>) -> [f64; 2] {
    let all = on.analysis.values.iter().flatten();
    let values = all.filter_map(|cell| cell.value());
    values.fold([0.0, 100.0], |[low, high], x| [x.min(low), x.max(high)])
}

/// A count of how totals are spread, not begun, as [`cloud_picture`] needs it.
pub fn cloud(on: Subject<'_>, problem: &Problem) -> Spread {
    Spread::new(problem, on.appraisal.robustness.seed, cloud_ends(on), BINS)
}

/// How far the total of each option could go, as a picture, in the order of ranks, from what a count that
/// [`cloud`] began has counted.
pub fn cloud_picture(
    on: Subject<'_>,
    problem: &Problem,
    counts: &[Vec<u32>],
    assumption: Assumption,
) -> (Frame, Cloud) {
    let [low, high] = cloud_ends(on);
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

/// What is said of weights, such as "Front line counts at least as much as Partners".
pub fn statement_words(on: Subject<'_>, statement: &Statement) -> String {
    let name = |id: &CriterionId| {
        let at = on.analysis.node(id);
        at.map_or_else(|| id.to_string(), |at| on.criterion(at).into_owned())
    };
    let of = |id: &CriterionId| match on.appraisal.parent(id) {
        Some(branch) => format!("of {}", name(&branch.id)),
        None => "of the weight".to_owned(),
    };
    let share = |x: &Finite| percent(x.get());
    match statement {
        Statement::Before(a, b) => format!("{} counts at least as much as {}", name(a), name(b)),
        Statement::Equal(a, b) => format!("{} counts the same as {}", name(a), name(b)),
        Statement::AtLeast(a, x) => format!("{} has at least {} {}", name(a), share(x), of(a)),
        Statement::AtMost(a, x) => format!("{} has at most {} {}", name(a), share(x), of(a)),
    }
}

fn said(on: Subject<'_>, at: usize) -> String {
    let statement = on.appraisal.robustness.statements.get(at);
    statement.map_or_else(String::new, |s| statement_words(on, s))
}

/// How precise shares are, and by how many samples; for chains also how well they have mixed.
pub fn precision_words(outcome: &Outcome) -> String {
    if outcome.method == Drawn::Certain {
        return "Nothing is uncertain here, so this is exact.".to_owned();
    }
    let mut words = format!(
        "{} sets of weights tried. Every share is right within {:.2} percentage points, 19 times out of 20.",
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
        Reason::LeftOut(at) => format!(
            "“{}” is about a criterion that applies to no option, so no weights fit it. Take it back.",
            said(on, *at)
        ),
        Reason::Contradictory(list) => {
            let all: Vec<String> = list.iter().map(|at| format!("“{}”", said(on, *at))).collect();
            let back = match all.len() {
                1 => "Take it back.".to_owned(),
                2 => "Take one of the two back.".to_owned(),
                n => format!("Take one of the {} back.", count(n)),
            };
            format!("No weights fit {}. {back}", all.join(" together with "))
        }
        Reason::TooLarge => "A weight or a score is too large to go on with. Make it smaller.".to_owned(),
    }
}
