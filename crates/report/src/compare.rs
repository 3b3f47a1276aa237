//! Two options side by side: why one comes before the other, criterion by criterion.

use super::names::join;
use super::number::percent;
use super::shares::Shares;
use super::subject::Subject;
use crate::column::Column;
use weighbridge_analysis::{LeafIx, OptionIx, TIE, sum};
use weighbridge_numeric::sort_descending;

/// A comparison of two options, ready to be laid out as a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What it says, for a heading.
    pub title: String,
    /// A row for each criterion that counts, the largest difference first, those that cannot be
    /// compared last.
    pub rows: Vec<ComparedRow>,
    /// What the differences add up to: words and points.
    pub foot: (String, String),
    /// What is not in the sum, in a sentence, where anything is not.
    pub left_out: Option<String>,
}

/// One criterion of a comparison, as words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedRow {
    /// The criterion, by its place among the leaves.
    pub leaf: LeafIx,
    /// Its weight, or nothing.
    pub weight: String,
    /// The values of both options, or a dash.
    pub values: [String; 2],
    /// The points the first is ahead, or a dash.
    pub ahead: String,
}

/// Compares two different options; `None` when they are one.
pub fn compare(on: Subject<'_>, first: OptionIx, second: OptionIx) -> Option<Comparison> {
    if first == second {
        return None;
    }
    let analysis = on.analysis;
    let points = |option: OptionIx, leaf: LeafIx| analysis.options[option].contributions[leaf];
    let difference = |leaf: LeafIx| Some(points(first, leaf)? - points(second, leaf)?);
    let mut rows: Vec<(LeafIx, Option<f64>)> = analysis
        .counted_leaves()
        .into_iter()
        .map(|leaf| (leaf, difference(leaf)))
        .collect();
    let size = |row: &(LeafIx, Option<f64>)| row.1.map_or(-1.0, f64::abs);
    sort_descending(&mut rows, size);
    let total = sum(rows.iter().filter_map(|row| row.1));
    let open: Vec<LeafIx> = rows
        .iter()
        .filter(|row| row.1.is_none())
        .map(|row| row.0)
        .collect();
    // A column has the decimals that every number in it needs.
    let shown = |option: OptionIx| {
        let all = rows
            .iter()
            .filter_map(|row| analysis.values[option][row.0].value());
        Column::fitting(all, 1)
    };
    let own = [first, second].map(|option| (option, shown(option)));
    let values = |leaf: LeafIx| {
        own.map(|(option, column)| {
            let value = on.value(option, leaf);
            value.map_or_else(|| "–".to_owned(), |x| column.number(x))
        })
    };
    let level = total.abs() <= TIE;
    let sum = if level { 0.0 } else { total };
    // A lead that is there is not printed as none.
    let column = Column::points().telling(sum);
    let each: Vec<f64> = rows.iter().filter_map(|row| row.1).collect();
    let mut printed = column.parts(&each, sum).into_iter();
    let weights = Shares::of(analysis);
    let table = rows.iter().map(|(leaf, difference)| ComparedRow {
        leaf: *leaf,
        weight: weights
            .whole(analysis.leaves[*leaf])
            .unwrap_or_default()
            .to_owned(),
        values: values(*leaf),
        ahead: match difference.and_then(|x| Some((x, printed.next()?))) {
            Some((x, words)) => signed(x, words),
            None => "–".to_owned(),
        },
    });
    let table = table.collect();
    let (a, b) = (on.option_short(first), on.option_short(second));
    let mut words = match total {
        x if x > TIE => format!("{a} ahead of {b}"),
        x if x < -TIE => format!("{a} behind {b}"),
        _ => format!("{a} level with {b}"),
    };
    if !open.is_empty() {
        words.push_str(", where both have a score");
    }
    Some(Comparison {
        title: title(on, first, second),
        rows: table,
        foot: (words, signed(sum, column.number(sum))),
        left_out: left_out(on, &open),
    })
}

fn title(on: Subject<'_>, first: OptionIx, second: OptionIx) -> String {
    let total = |at: OptionIx| on.analysis.options[at].total.value();
    let (a, b) = (on.option(first), on.option(second));
    match total(first).zip(total(second)) {
        Some((x, y)) if x > y + TIE => format!("Why {a} comes before {b}"),
        Some((x, y)) if y > x + TIE => format!("Why {b} comes before {a}"),
        Some(_) => format!("Why {a} and {b} tie"),
        None => format!("How {a} and {b} differ"),
    }
}

fn weight(on: Subject<'_>, leaf: LeafIx) -> String {
    let share = on.analysis.leaf_node(leaf).cumulative;
    share.map_or_else(String::new, percent)
}

fn left_out(on: Subject<'_>, leaves: &[LeafIx]) -> Option<String> {
    if leaves.is_empty() {
        return None;
    }
    let names: Vec<String> = leaves
        .iter()
        .map(|leaf| match weight(on, *leaf) {
            share if share.is_empty() => on.leaf(*leaf).into_owned(),
            share => format!("{} ({share} of the weight)", on.leaf(*leaf)),
        })
        .collect();
    let is = if leaves.len() == 1 { "is" } else { "are" };
    Some(format!(
        "{} {is} not in the sum: not both options have a score there.",
        join(&names)
    ))
}

/// With a plus where it is ahead. A little that is printed as nothing has no sign.
fn signed(x: f64, words: String) -> String {
    let nothing = words.chars().all(|c| c == '0' || c == '.');
    if x > 0.0 && !nothing {
        format!("+{words}")
    } else {
        words
    }
}
