//! Where the points of each option come from: a tree of groups and criteria with a column for each option.

use super::pictures::total_words;
use super::shares::{self, Shares};
use super::subject::Subject;
use std::borrow::Cow;
use weighbridge_analysis::{NodeIx, OptionIx};
use weighbridge_chart::Table;

/// What each group and criterion adds to each option, as a table that can be opened group by group.
#[derive(Clone, Debug, PartialEq)]
pub struct Branches {
    /// The options in rank order.
    pub options: Vec<OptionIx>,
    /// Every group and criterion that counts, each group before what is in it.
    pub rows: Vec<Branch>,
    /// The total of each option, to which the rows of the top add up.
    pub totals: Vec<String>,
    /// The most points a row of the top has, so that bars can share a scale; above 0.
    pub most: f64,
}

/// A group or a criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// Which.
    pub node: NodeIx,
    /// The group it stands in.
    pub parent: Option<NodeIx>,
    /// How many groups it stands in.
    pub depth: usize,
    /// How many criteria it has; 0 for a criterion.
    pub criteria: usize,
    /// Its share of everything, as printed.
    pub share: String,
    /// What it adds to each option, in points, as printed and exactly; none where it has no value or no weight.
    pub points: Vec<Option<(String, f64)>>,
}

/// What each group and criterion adds; `None` without weights or without options.
///
/// ```
/// use weighbridge_analysis::analyse;
/// use weighbridge_report::{Subject, branches};
/// let text = r#"{"format": "weighbridge", "version": 1, "title": "Office",
///   "options": [{"id": "a", "name": "A"}],
///   "criteria": [{"id": "x", "name": "X", "weight": 3, "criteria": [
///     {"id": "y", "name": "Y", "weight": 1}, {"id": "z", "name": "Z", "weight": 1}]},
///     {"id": "w", "name": "W", "weight": 1}],
///   "scores": {"a": {"y": 100, "z": 60, "w": 20}}}"#;
/// let on = weighbridge_file::open(text.as_bytes()).unwrap();
/// let analysis = analyse(&on);
/// let found = branches(Subject::new(&on, &analysis)).unwrap();
/// let points = |row: usize| found.rows[row].points[0].clone().unwrap().0;
/// assert_eq!((points(0), points(1), points(2), points(3)), ("60.0".into(), "37.5".into(), "22.5".into(), "5.0".into()));
/// assert_eq!(found.totals, ["65.0"]);
/// ```
pub fn branches(on: Subject<'_>) -> Option<Branches> {
    let analysis = on.analysis;
    let nodes = &analysis.nodes;
    let options = analysis.in_rank_order();
    if options.is_empty() {
        return None;
    }
    let weights = Shares::of(analysis);
    let mut columns: Vec<_> = options
        .iter()
        .map(|option| {
            (
                shares::points(on, *option),
                shares::exact_points(on, *option),
            )
        })
        .collect();
    let counted = nodes.keys().filter(|at| !nodes[*at].excluded);
    let mut most = 0.0_f64;
    let rows: Vec<Branch> = counted
        .map(|at| {
            let node = &nodes[at];
            let points: Vec<_> = columns
                .iter_mut()
                .map(|(words, exact)| Some((words[at].take()?, exact[at]?)))
                .collect();
            for (_, points) in points.iter().flatten().filter(|_| node.parent.is_none()) {
                most = most.max(*points);
            }
            Branch {
                node: at,
                parent: node.parent,
                depth: node.depth,
                criteria: if node.leaf { 0 } else { node.leaves.count() },
                share: weights.whole(at).unwrap_or("–").to_owned(),
                points,
            }
        })
        .collect();
    if most <= 0.0 {
        return None;
    }
    let totals = options
        .iter()
        .map(|at| total_words(&analysis.options[*at].total));
    Some(Branches {
        totals: totals.collect(),
        options,
        rows,
        most,
    })
}

/// All of it as a table for paper: what stands in a group follows it, each with a dash for every group it stands in.
pub fn branches_table(on: Subject<'_>, found: &Branches) -> Table {
    let mut table = Table::new(
        "Where the points come from",
        &["Group and criterion", "Share of everything"],
    );
    let names = found.options.iter().map(|at| on.option_short(*at));
    table.headers.extend(names.map(Cow::into_owned));
    for row in &found.rows {
        let dashes = "– ".repeat(row.depth);
        table.start(&format!("{dashes}{}", on.criterion_short(row.node)));
        table.words(row.share.clone(), None);
        for points in &row.points {
            match points {
                Some((words, exact)) => table.words(words.clone(), Some(*exact)),
                None => table.words("–".to_owned(), None),
            }
        }
    }
    table.start("Total");
    table.words("100%".to_owned(), None);
    for (at, words) in found.options.iter().zip(&found.totals) {
        table.words(words.clone(), on.analysis.options[*at].total.value());
    }
    table
}
