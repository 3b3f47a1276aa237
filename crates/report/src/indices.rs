//! What sampling says of each pair of options, and of the weights that speak for each: as tables.

use super::chances::{FEW, SHARES, cell, first_words, in_order, weights_meant, without};
use super::csv;
use super::names::undressed;
use super::paper::provenance;
use super::pictures::{presentation, rows};
use super::subject::Subject;
use weighbridge_analysis::{
    Assumption, Chance, Estimate, OptionIx, Outcome, Problem, first_share, pair_share, rank_share,
};
use weighbridge_chart::{Picture, Presentation, Shades, Table};

/// Up to so many columns of a table have names.
const NAMED: usize = 6;

/// How often each option is ahead of each other, row against column; the caption is the finding.
///
/// "Integrated transformation beats every other option, one to one, in at least 88 of 100 possible sets of weights"
pub fn pairs_table(
    on: Subject<'_>,
    problem: &Problem,
    outcome: &Outcome,
    assumption: Assumption,
) -> Table {
    let n = problem.options.len();
    let pair = |one: usize, other: usize| {
        pair_share(problem, outcome, one, other).filter(|_| one != other)
    };
    let least = |one: usize| {
        let own = (0..n).filter_map(|other| pair(one, other));
        own.map(Chance::value).fold(1.0, f64::min)
    };
    let order = in_order(on, problem);
    let mut best = 0;
    for one in 1..n {
        if least(one) > least(best) {
            best = one;
        }
    }
    let caption = match problem.options.get(best) {
        Some(option) if n > 1 && least(best) > 0.5 => format!(
            "{} beats every other option, one to one, in {} {}{}",
            on.option(*option),
            match least(best) {
                share if share >= 1.0 && outcome.pairwise_exact => "all".to_owned(),
                share if share > 0.99 => "more than 99 of 100".to_owned(),
                // Rounded down.
                share => format!("at least {:.0} of 100", (share * 100.0 + 1e-9).floor()),
            },
            weights_meant(assumption, problem),
            without(on, problem)
        ),
        _ if n < 2 => {
            "Nothing can be compared: fewer than two options have all their scores".to_owned()
        }
        _ => format!(
            "No option beats every other, one to one, in more than half of the {}{}",
            weights_meant(assumption, problem),
            without(on, problem)
        ),
    };
    let mut table = Table::new(&caption, &["Ahead of"]);
    // So many columns have room for numbers only; the rows say whose they are.
    let many = n > NAMED;
    for (place, (_, option)) in order.iter().enumerate() {
        table.headers.push(if many {
            (place + 1).to_string()
        } else {
            on.option_short(*option).into_owned()
        });
    }
    for (place, (one, option)) in order.iter().enumerate() {
        let name = on.option(*option);
        table.start(&if many {
            format!("{}. {name}", place + 1)
        } else {
            name.into_owned()
        });
        for (other, _) in &order {
            match pair(*one, *other) {
                // Half of the weights each would read as now one ahead and now the other.
                Some(pair) if problem.always_tie(outcome, *one, *other) => {
                    table.words("level".to_owned(), Some(pair.value()));
                }
                Some(pair) => {
                    table.words(pair_cell(pair, one < other), Some(pair.value()));
                }
                None => table.words("–".to_owned(), None),
            }
        }
    }
    table
}

/// A share of a pair, whose other share stands elsewhere in the table: together they are printed as 100.
fn pair_cell(share: Chance, first: bool) -> String {
    let (own, rest) = (share.value() * 100.0, 100.0 - share.value() * 100.0);
    let special = share.value() < FEW || share.value() > 1.0 - FEW;
    if special {
        return cell(share);
    }
    let both = match first {
        true => SHARES.parts(&[own, rest], 100.0),
        false => SHARES.parts(&[rest, own], 100.0),
    };
    both.get(usize::from(!first))
        .map_or_else(String::new, |own| format!("{own}%"))
}

/// A table of shares as a picture to take along.
pub fn shares_picture(on: Subject<'_>, table: &Table, words: &str) -> Picture {
    let presentation = presentation(on, "shares", table.caption.clone(), words);
    let table = table.clone();
    Shades { table }.draw(&Presentation {
        width: 900,
        ..presentation
    })
}

/// How the pairs were worked out, and how exact they are.
pub fn pairs_words(outcome: &Outcome) -> String {
    if outcome.pairwise_exact {
        return "Exact, by formula. Read along the row.".to_owned();
    }
    let error = greatest(&outcome.pairwise);
    format!("From the same sets of weights; correct to about ±{error}. Read along the row.")
}

/// How far shares may be off, 19 times out of 20, by the largest standard error.
fn greatest(all: &[Estimate]) -> String {
    let most = all.iter().map(|e| e.error).fold(0.0, f64::max);
    // At least what is printed for none.
    format!("{:.2} percentage points", (most * 196.0).max(0.01))
}

/// The weights that speak for each option, how often it is first with them, and its expected rank, in the order of the
/// result; options that were first in no sample are left out. `sure` has the
/// confidence factor of each option.
pub fn centres_table(
    on: Subject<'_>,
    problem: &Problem,
    outcome: &Outcome,
    sure: &[Option<Chance>],
) -> Table {
    let leaves = on.analysis.counted_leaves();
    let mut table = Table::new(
        &format!(
            "The mean of the weights that put each option first{}",
            without(on, problem)
        ),
        &["Option", "First", "Expected rank", "Stays first"],
    );
    for leaf in &leaves {
        table.headers.push(on.leaf_short(*leaf).into_owned());
    }
    for (at, option) in in_order(on, problem) {
        let Some(Some(weights)) = outcome.central_weights.get(at) else {
            continue;
        };
        table.start(&on.option(option));
        let often = first_share(problem, outcome, at).value();
        table.words(first_words(problem, outcome, at), Some(often));
        match outcome.expected_rank.get(at) {
            Some(mean) => table.words(format!("{:.2}", mean.value), Some(mean.value)),
            None => table.words(String::new(), None),
        }
        match sure.get(at).copied().flatten() {
            Some(sure) => table.words(cell(sure), Some(sure.value())),
            None => table.words("–".to_owned(), None),
        }
        let own: Vec<f64> = leaves
            .iter()
            .filter_map(|leaf| Some(weights.get(usize::from(*leaf))?.value))
            .collect();
        let percent: Vec<f64> = own.iter().map(|x| x * 100.0).collect();
        for (words, weight) in SHARES.parts(&percent, 100.0).iter().zip(own) {
            table.words(format!("{words}%"), Some(weight));
        }
    }
    table
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
        "The middle of all the weights that put an option first: what somebody who prefers it would typically find important. “Stays first” is how often it leads with just these weights. A weight is correct to about ±{}.",
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
    let mut row = |option: OptionIx, index: &str, of: String, found: Chance| {
        table.start(&on.option(option));
        table.words(index.to_owned(), None);
        table.words(of, None);
        for x in [found.value(), found.error()] {
            table.words(x.to_string(), Some(x));
        }
        let bound = found.bound();
        table.words(bound.map_or_else(String::new, |x| x.to_string()), bound);
    };
    let n = problem.options.len();
    for (at, own) in problem.options.iter().copied().enumerate() {
        for rank in 0..n {
            let share = rank_share(problem, outcome, at, rank);
            row(own, "Rank acceptability", (rank + 1).to_string(), share);
        }
        let others = problem.options.iter().enumerate();
        for (other, option) in others.filter(|(other, _)| *other != at) {
            if let Some(pair) = pair_share(problem, outcome, at, other) {
                let name = on.option(*option).into_owned();
                row(own, "Ahead of", name, pair);
            }
        }
        if let Some(mean) = outcome.expected_rank.get(at) {
            row(own, "Expected rank", String::new(), Chance::Sampled(*mean));
        }
        if let Some(Some(weights)) = outcome.central_weights.get(at) {
            for leaf in on.analysis.counted_leaves() {
                if let Some(weight) = weights.get(usize::from(leaf)) {
                    let name = on.leaf(leaf).into_owned();
                    row(own, "Central weight", name, Chance::Sampled(*weight));
                }
            }
        }
        if let Some(Some(sure)) = sure.get(at) {
            row(own, "Confidence factor", String::new(), *sure);
        }
    }
    table_file(on, &table)
}

/// A table as a CSV file: unrounded, with its finding and the title of the appraisal under it.
pub fn table_file(on: Subject<'_>, table: &Table) -> String {
    let mut notes = vec![undressed(&table.caption)];
    notes.extend(provenance(on.appraisal.frame));
    csv::file(&rows(table), &notes)
}
