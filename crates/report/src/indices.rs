//! What sampling says of each pair of options, and of the weights that speak for each: as tables.

use super::chances::{FEW, by_first, first_words, near, weights_meant};
use super::csv;
use super::findings::Subject;
use super::names::undressed;
use super::number::percent;
use super::pictures::{frame, rows};
use weighbridge_analysis::{
    Assumption, Chance, Estimate, Outcome, Problem, first_share, pair_share, rank_share,
};
use weighbridge_chart::{Frame, Picture, Shades, Table};

/// Up to so many columns of a table have names.
const NAMED: usize = 6;

/// How often each option is ahead of each other, row against column; the caption is the finding.
///
/// "Integrated transformation is ahead of each other option for 88.4% or more of all possible weights"
pub fn pairs_table(
    on: Subject<'_>,
    problem: &Problem,
    outcome: &Outcome,
    assumption: Assumption,
) -> Table {
    let n = problem.options.len();
    let pair = |one: usize, other: usize| pair_share(outcome, one, other).filter(|_| one != other);
    let least = |one: usize| {
        let own = (0..n).filter_map(|other| pair(one, other));
        own.map(Chance::value).fold(1.0, f64::min)
    };
    let order = by_first(outcome);
    let mut best = 0;
    for one in 1..n {
        if least(one) > least(best) {
            best = one;
        }
    }
    let caption = match problem.options.get(best) {
        Some(option) if n > 1 && least(best) > 0.5 => format!(
            "{} is ahead of each other option for {} of {}",
            on.option(*option),
            match least(best) {
                share if share >= 1.0 && outcome.pairwise_exact => "all".to_owned(),
                share if share > 1.0 - FEW => format!("over {}", percent(1.0 - FEW)),
                share => format!("{} or more", percent(share)),
            },
            weights_meant(assumption, problem)
        ),
        _ => format!(
            "No option is ahead of each other for more than half of {}",
            weights_meant(assumption, problem)
        ),
    };
    let mut table = Table::new(&caption, &["Ahead of"]);
    // So many columns have room for numbers only; the rows say whose they are.
    let many = n > NAMED;
    for (place, at) in order.iter().enumerate() {
        table.headers.push(if many {
            (place + 1).to_string()
        } else {
            on.option_short(problem.options[*at]).into_owned()
        });
    }
    for (place, one) in order.iter().enumerate() {
        let name = on.option(problem.options[*one]);
        table.start(&if many {
            format!("{}. {name}", place + 1)
        } else {
            name.into_owned()
        });
        for other in &order {
            match pair(*one, *other) {
                Some(pair) => {
                    table.words(near(pair), Some(pair.value()));
                }
                None => table.words("–".to_owned(), None),
            }
        }
    }
    table
}

/// A table of shares as a picture to take along.
pub fn shares_picture(on: Subject<'_>, table: &Table, words: &str) -> Picture {
    let frame = frame(on, "shares", table.caption.clone(), words);
    let table = table.clone();
    Shades { table }.draw(&Frame {
        width: 900,
        ..frame
    })
}

/// How the pairs were worked out, and how exact they are.
pub fn pairs_words(outcome: &Outcome) -> String {
    if outcome.pairwise_exact {
        return "Exact, by formula. Read along the row.".to_owned();
    }
    let error = greatest(&outcome.pairwise);
    format!("From the same samples; one standard error is {error} or less. Read along the row.")
}

/// The largest standard error, as words.
fn greatest(all: &[Estimate]) -> String {
    let most = all.iter().map(|e| e.error).fold(0.0, f64::max);
    format!("{:.2} percentage points", most * 100.0)
}

/// The weights that speak for each option, how often it is first with them, and its expected rank, the option
/// that is first most often on top; options that were first in no sample are left out. `sure` has the
/// confidence factor of each option.
pub fn centres_table(
    on: Subject<'_>,
    problem: &Problem,
    outcome: &Outcome,
    sure: &[Option<Chance>],
) -> Table {
    let leaves = on.analysis.counted_leaves();
    let mut table = Table::new(
        "The mean of the weights that put each option first",
        &[
            "Option",
            "First",
            "Expected rank",
            "First with these weights",
        ],
    );
    for leaf in &leaves {
        table.headers.push(on.leaf_short(*leaf).into_owned());
    }
    for at in by_first(outcome) {
        let Some(Some(weights)) = outcome.central_weights.get(at) else {
            continue;
        };
        table.start(&on.option(problem.options[at]));
        let often = first_share(problem, outcome, at).value();
        table.words(first_words(problem, outcome, at), Some(often));
        match outcome.expected_rank.get(at) {
            // Half of the last digit shown.
            Some(mean) if mean.error >= 0.005 => {
                let words = format!("{:.2} ± {:.2}", mean.value, mean.error);
                table.words(words, Some(mean.value));
            }
            Some(mean) => table.words(format!("{:.2}", mean.value), Some(mean.value)),
            None => table.words(String::new(), None),
        }
        match sure.get(at).copied().flatten() {
            Some(Chance::Sampled(sure)) => table.words(share(&sure), Some(sure.value)),
            Some(sure) => table.words(near(sure), Some(sure.value())),
            None => table.words("–".to_owned(), None),
        }
        for leaf in &leaves {
            match weights.get(*leaf) {
                Some(weight) => table.words(share(weight), Some(weight.value)),
                None => table.words(String::new(), None),
            }
        }
    }
    table
}

/// A share, with its standard error in percentage points where that is not small.
fn share(of: &Estimate) -> String {
    let words = percent(of.value);
    match of.error * 100.0 {
        error if error >= 0.5 => format!("{words} ± {error:.1}"),
        _ => words,
    }
}

/// What the means are, and how exact.
pub fn centres_words(outcome: &Outcome) -> String {
    let all: Vec<Estimate> = outcome
        .central_weights
        .iter()
        .flatten()
        .flatten()
        .copied()
        .collect();
    format!(
        "The middle of all the weights that put an option first: what somebody who prefers it would typically find important. One standard error of a weight is {} or less.",
        greatest(&all)
    )
}

/// Every index with its standard error, a row for each, as a CSV file: rank acceptabilities, pairwise winning
/// indices, expected ranks, central weights and confidence factors.
pub fn indices_file(
    on: Subject<'_>,
    problem: &Problem,
    outcome: &Outcome,
    sure: &[Option<Chance>],
    assumption: Assumption,
) -> String {
    let mut table = Table::new(
        &format!("Of {}", weights_meant(assumption, problem)),
        &[
            "Option",
            "Index",
            "Of",
            "Value",
            "Standard error",
            "Bound at 95%",
        ],
    );
    let mut row = |option: usize, index: &str, of: String, found: Chance| {
        table.start(&on.option(problem.options[option]));
        table.words(index.to_owned(), None);
        table.words(of, None);
        for x in [found.value(), found.error()] {
            table.words(x.to_string(), Some(x));
        }
        let bound = found.bound();
        table.words(bound.map_or_else(String::new, |x| x.to_string()), bound);
    };
    let n = problem.options.len();
    for at in 0..n {
        for rank in 0..n {
            let share = rank_share(problem, outcome, at, rank);
            row(at, "Rank acceptability", (rank + 1).to_string(), share);
        }
        for other in (0..n).filter(|other| *other != at) {
            if let Some(pair) = pair_share(outcome, at, other) {
                let name = on.option(problem.options[other]).into_owned();
                row(at, "Ahead of", name, pair);
            }
        }
        if let Some(mean) = outcome.expected_rank.get(at) {
            row(at, "Expected rank", String::new(), Chance::Sampled(*mean));
        }
        if let Some(Some(weights)) = outcome.central_weights.get(at) {
            for leaf in on.analysis.counted_leaves() {
                if let Some(weight) = weights.get(leaf) {
                    let name = on.leaf(leaf).into_owned();
                    row(at, "Central weight", name, Chance::Sampled(*weight));
                }
            }
        }
        if let Some(Some(sure)) = sure.get(at) {
            row(at, "Confidence factor", String::new(), *sure);
        }
    }
    table_file(on, &table)
}

/// A table as a CSV file: unrounded, with its finding and the title of the appraisal under it.
pub fn table_file(on: Subject<'_>, table: &Table) -> String {
    let notes = [
        undressed(&table.caption),
        on.appraisal.title.clone(),
        on.appraisal.notice.clone(),
    ];
    csv::file(&rows(table), &notes)
}

/// A table as spreadsheets exchange it by the clipboard, unrounded.
pub fn table_tabs(table: &Table) -> String {
    csv::tabs(&rows(table))
}
