//! The weights of an appraisal as they stand in tables: they add up, level by level, to 100%.

use super::handout::ends;
use super::subject::Subject;
use crate::column::Column;
use weighbridge_analysis::{Analysis, LeafIx, NodeIx, OptionIx, PerLeaf, PerNode, Total};
use weighbridge_chart::Table;

/// The share of every criterion as it is printed, with the same decimals throughout.
///
/// The shares of the top add up to 100%, and those of a group to what is printed for the group: so those
/// of the leaves add up to 100% too. Within each group the shares of the group add up to 100%. Every one
/// is within a unit of its last digit of the exact share ([`Column::parts`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shares {
    whole: PerNode<Option<String>>,
    within: PerNode<Option<String>>,
}

impl Shares {
    /// The printed shares of an analysis.
    ///
    /// ```
    /// use weighbridge_analysis::analyse;
    /// use weighbridge_opening::library;
    /// use weighbridge_report::Shares;
    /// let analysis = analyse(&library::entry("birmingham-2013").unwrap().open().unwrap());
    /// let first = analysis.nodes.ix(0).unwrap();
    /// assert_eq!(Shares::of(&analysis).whole(first), Some("30%"));
    /// ```
    pub fn of(analysis: &Analysis) -> Self {
        let nodes = &analysis.nodes;
        let hundred = |share: f64| share * 100.0;
        let column = Column::of_shares(nodes.iter().filter_map(|n| n.cumulative.map(hundred)));
        let within = Column::of_shares(nodes.iter().filter_map(|n| n.local.map(hundred)));
        let mut found = Self {
            whole: nodes.map(|_, _| None),
            within: nodes.map(|_, _| None),
        };
        // What each group was printed as, in units; groups stand before what is in them.
        let mut printed: PerNode<Option<i64>> = nodes.map(|_, _| None);
        let groups = nodes.keys().filter(|at| !nodes[*at].leaf).map(Some);
        for group in std::iter::once(None).chain(groups) {
            let its: Vec<NodeIx> = nodes
                .keys()
                .filter(|at| nodes[*at].parent == group)
                .collect();
            let of = |share: fn(&weighbridge_analysis::Node) -> Option<f64>| {
                let all: Option<Vec<f64>> = its
                    .iter()
                    .map(|at| share(&nodes[*at]).map(hundred))
                    .collect();
                all
            };
            if let Some(shares) = of(|n| n.local) {
                for (at, words) in its.iter().zip(within.parts(&shares, 100.0)) {
                    found.within[*at] = Some(format!("{words}%"));
                }
            }
            let sum = group.map_or_else(|| column.rounded(100.0), |at| printed[at]);
            let (Some(shares), Some(sum)) = (of(|n| n.cumulative), sum) else {
                continue;
            };
            let Some(units) = column.cast(&shares, sum) else {
                continue;
            };
            for (at, units) in its.iter().zip(units) {
                printed[*at] = Some(units);
                found.whole[*at] = Some(format!("{}%", column.written(units)));
            }
        }
        found
    }

    /// The share that a node has of everything: `9.1%`.
    pub fn whole(&self, node: NodeIx) -> Option<&str> {
        self.whole[node].as_deref()
    }

    /// The share of its group, or of everything at the top.
    pub fn within(&self, node: NodeIx) -> Option<&str> {
        self.within[node].as_deref()
    }
}

/// The weights as they are shown, groups before what is in them: each criterion with its share of everything and, where
/// there are groups, of its group, the ends of its scale and the reason. For the clipboard.
pub fn shares_table(on: Subject<'_>) -> Table {
    let nodes = &on.analysis.nodes;
    let groups = nodes.iter().any(|node| !node.leaf);
    let mut headers = vec!["Criterion"];
    headers.extend(groups.then_some("Weight within its group"));
    headers.extend(["Weight of everything", "0 means", "100 means", "Reason"]);
    let mut table = Table::new("Weights", &headers);
    let shares = Shares::of(on.analysis);
    let share = |words: Option<&str>| words.unwrap_or("no weight").to_owned();
    for (at, node) in nodes.iter_enumerated() {
        table.start(&on.criterion(at));
        if groups {
            table.words(share(shares.within(at)), node.local);
        }
        table.words(share(shares.whole(at)), node.cumulative);
        let leaf = on.appraisal.criterion(&node.id).filter(|c| c.is_leaf());
        let [worst, best] = leaf.map_or([None, None], |leaf| ends(on, leaf).map(|end| end.words));
        for end in [worst, best] {
            table.words(end.unwrap_or_default(), None);
        }
        table.words(on.appraisal.voice.weights.reason(&node.id).to_owned(), None);
    }
    table
}

/// What each leaf adds to the total of an option, as printed: the points add up to what is printed for their group and
/// so to the printed total, and a leaf without a value or a weight has none.
pub fn contributions(on: Subject<'_>, option: OptionIx) -> PerLeaf<Option<String>> {
    let mut all = points(on, option);
    let nodes = &on.analysis.leaves;
    nodes.map(|_, node| all[*node].take())
}

/// What each group and criterion adds to the total of an option, as printed, level by level: the points of the top add up
/// to the printed total, and those of a group to what is printed for the group. None for one without a value or a weight.
pub fn points(on: Subject<'_>, option: OptionIx) -> PerNode<Option<String>> {
    let (nodes, result) = (&on.analysis.nodes, &on.analysis.options[option]);
    let exact = exact_points(on, option);
    let total = match result.total {
        Total::Ranked { value, .. } => value,
        Total::Incomplete { .. } | Total::Unweighted => {
            let top = nodes.keys().filter(|at| nodes[*at].parent.is_none());
            weighbridge_analysis::sum(top.filter_map(|at| exact[at]))
        }
    };
    let mut units: PerNode<Option<i64>> = nodes.map(|_, _| None);
    let groups = nodes.keys().filter(|at| !nodes[*at].leaf).map(Some);
    for group in std::iter::once(None).chain(groups) {
        let its: Vec<(NodeIx, f64)> = nodes
            .keys()
            .filter(|at| nodes[*at].parent == group)
            .filter_map(|at| Some((at, exact[at]?)))
            .collect();
        let sum = match group {
            None => Column::points().rounded(total),
            Some(group) => units[group],
        };
        let parts: Vec<f64> = its.iter().map(|(_, points)| *points).collect();
        let cast = sum.and_then(|sum| Column::points().cast(&parts, sum));
        for (place, (at, points)) in its.iter().enumerate() {
            let cast = cast.as_ref().and_then(|all| all.get(place).copied());
            units[*at] = cast.or_else(|| Column::points().rounded(*points));
        }
    }
    units.map(|at, units| match units {
        Some(units) => Some(Column::points().written(*units)),
        None => exact[at].map(|points| Column::points().number(points)),
    })
}

/// What each group and criterion adds to the total of an option, exactly.
pub(super) fn exact_points(on: Subject<'_>, option: OptionIx) -> PerNode<Option<f64>> {
    let (nodes, result) = (&on.analysis.nodes, &on.analysis.options[option]);
    nodes.map(|_, node| {
        let known = node
            .leaves
            .iter()
            .filter_map(|leaf| result.contributions[leaf]);
        let known: Vec<f64> = known.collect();
        (!known.is_empty()).then(|| weighbridge_analysis::sum(known))
    })
}

/// As [`contributions`], with the digits that let a reader check them: the column in which what each leaf adds
/// is exact, or has four decimals; and that.
pub(super) fn finer_contributions(
    on: Subject<'_>,
    option: OptionIx,
) -> (Column, PerLeaf<Option<String>>) {
    let points = on.analysis.options[option].contributions.iter().flatten();
    let column = Column::fitting(points.copied(), 4).or_finer(Column::points());
    (column, contributions_in(column, on, option))
}

fn contributions_in(column: Column, on: Subject<'_>, option: OptionIx) -> PerLeaf<Option<String>> {
    let result = &on.analysis.options[option];
    let known: Vec<(LeafIx, f64)> = result
        .contributions
        .iter_enumerated()
        .filter_map(|(leaf, points)| Some((leaf, (*points)?)))
        .collect();
    let points: Vec<f64> = known.iter().map(|(_, points)| *points).collect();
    let sum = match result.total {
        Total::Ranked { value, .. } => value,
        Total::Incomplete { .. } | Total::Unweighted => {
            weighbridge_analysis::sum(points.iter().copied())
        }
    };
    let mut found = result.contributions.map(|_, _| None);
    for ((leaf, _), words) in known.iter().zip(column.parts(&points, sum)) {
        found[*leaf] = Some(words);
    }
    found
}

/// The values of all options on a leaf, as a column: whole where all are, else with a decimal.
pub fn value_column(on: Subject<'_>, leaf: LeafIx) -> Column {
    let values = on.analysis.values.iter();
    Column::fitting(values.filter_map(|row| row[leaf].value()), 1)
}
