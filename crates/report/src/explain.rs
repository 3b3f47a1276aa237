//! How a number was worked out: its formula with the inputs in it, and where they came from.

use super::findings::range_clause;
use super::handout::ends;
use super::number::{compact, measured, unrounded};
use super::pictures::total_words;
use super::scores::better_words;
use super::shares::{self, Shares};
use super::subject::Subject;
use super::words::{Named, off_scale};
use weighbridge_analysis::{Cell, LeafIx, NodeIx, OptionIx, Total, ValueFunction};
use weighbridge_edit::as_typed;
use weighbridge_model::{
    CriterionId, Direction, Entry, Measure, OptionId, Range, ScaleKind, Score,
};

/// A number taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// What it is.
    pub title: String,
    /// How it comes about, a step a line.
    pub steps: Vec<String>,
    /// What was said about it: label and words.
    pub remarks: Vec<(&'static str, String)>,
    /// Where it can be changed; nothing for what follows from too much.
    pub change: Option<ChangedOn>,
}

/// Where a number can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangedOn {
    /// On Weights.
    Weights,
    /// Among the scores of all criteria.
    Scores,
    /// Among the scores of a criterion.
    Score(OptionId, CriterionId),
}

/// How the total of an option comes about.
pub fn total(on: Subject<'_>, option: OptionIx) -> Explanation {
    let result = &on.analysis.options[option];
    let mut steps = vec!["Total = the sum of weight × value over all criteria.".to_owned()];
    let weights = Shares::of(on.analysis);
    let (column, printed) = shares::finer_contributions(on, option);
    for (leaf, points) in printed.iter_enumerated() {
        let name = on.leaf(leaf);
        let weight = weights.whole(on.analysis.leaves[leaf]);
        let value = on.analysis.values[option][leaf].value();
        steps.push(match (weight, value, points) {
            _ if on.analysis.scales[leaf].excluded => {
                format!("{name}: left out, because it applies to no option")
            }
            _ if on.analysis.scales[leaf].has_no_length() => {
                format!("{name}: the same for all options, so it adds nothing")
            }
            (Some(_), Some(v), Some(p)) => {
                let share = on.analysis.leaf_node(leaf).cumulative.unwrap_or(0.0);
                format!("{name}: {} = {p}", product(share, v))
            }
            (Some(w), None, _) => format!("{name}: {w} × no value"),
            _ => format!("{name}: no weight yet"),
        });
    }
    steps.push(match &result.total {
        total @ Total::Ranked { value, .. } => match (column.number(*value), total_words(total)) {
            (fine, shown) if fine == shown => format!("Total: {shown}"),
            (fine, shown) => format!("Total: {fine}, shown as {shown}"),
        },
        Total::Incomplete { low, high, .. } => format!(
            "No total: anything {}",
            range_clause(on, option, *low, *high)
        ),
        Total::Unweighted => "No total until every criterion has a weight".to_owned(),
    });
    Explanation {
        title: format!("Total of {}", on.option(option)),
        steps,
        remarks: Vec::new(),
        change: None,
    }
}

/// How the value of an option on a leaf comes about, and what it contributes.
pub fn value(on: Subject<'_>, option: OptionIx, leaf: LeafIx) -> Explanation {
    let id = &on.analysis.options[option].id;
    let node = on.analysis.leaf_node(leaf);
    let criterion = on.appraisal.criterion(&node.id);
    let score = on.appraisal.voice.scores.get(id, &node.id);
    let entered = score.map_or(String::new(), |s| match &s.entry {
        Entry::Number(x) => unrounded(x.get()),
        entry @ (Entry::Label(_) | Entry::Absent(_)) => as_typed(entry),
    });
    let mut steps = Vec::new();
    match (
        &on.analysis.values[option][leaf],
        criterion.map(|c| &c.scale.kind),
    ) {
        (Cell::Absent(absence), _) => steps.push(format!("Score: {}", absence.words())),
        (Cell::Unusable(why), _) => {
            steps.push(format!(
                "Score: {entered}, which cannot be used: {}",
                off_scale(why)
            ));
        }
        (Cell::Value(v), Some(ScaleKind::Measure(measure))) => {
            steps.push(format!("Score: {}", measured(&entered, &measure.unit)));
            if let Some(function) = &on.analysis.scales[leaf].function {
                steps.push(scale(measure, function));
            }
            if on.value(option, leaf).is_some() {
                steps.push(format!("Value: {}", compact(*v)));
            }
        }
        (Cell::Value(v), Some(ScaleKind::Points(levels))) => {
            let label = score.map_or(String::new(), |s| as_typed(&s.entry));
            let words = levels.iter().find(|l| l.label == label);
            let words = words.map_or("", |l| l.words.as_str());
            steps.push(format!("Score: {entered}  {words}").trim().to_owned());
            steps.push(format!("Value of that point of the scale: {}", compact(*v)));
        }
        (Cell::Value(v), _) => steps.push(format!("Score, given as a value: {}", unrounded(*v))),
    }
    if let (Some(weight), Some(value), Some(points)) = (
        node.cumulative,
        on.value(option, leaf),
        &shares::finer_contributions(on, option).1[leaf],
    ) {
        steps.push(format!(
            "Contribution to the total: {} = {points}",
            product(weight, value)
        ));
    }
    let said = |words: &str, otherwise: &str| match words.trim() {
        "" => otherwise.to_owned(),
        words => words.to_owned(),
    };
    let of = |part: fn(&Score) -> &String| score.map_or("", |score| part(score).as_str());
    let mut remarks = vec![
        ("Reason", said(of(|s| &s.reason), "none given")),
        ("Source", said(of(|s| &s.source), "not stated")),
    ];
    if let Some(confidence) = score.and_then(|score| score.confidence) {
        remarks.push(("Confidence", confidence.words().to_owned()));
    }
    if let Some(criterion) = criterion {
        let [worst, best] = ends(on, criterion).map(|end| end.words);
        for (label, words) in [("0 means", worst), ("100 means", best)] {
            remarks.push((label, words.unwrap_or_else(|| "not described".to_owned())));
        }
    }
    Explanation {
        title: format!("{} on {}", on.option(option), on.leaf(leaf)),
        steps,
        remarks,
        change: Some(ChangedOn::Score(id.clone(), node.id.clone())),
    }
}

/// A weight times a value, in digits by which what comes of it can be checked: `6.4516% × 100`.
pub(super) fn product(share: f64, value: f64) -> String {
    let four = |x: f64| unrounded(format!("{x:.4}").parse::<f64>().unwrap_or(x) + 0.0);
    format!("{}% × {}", four(share * 100.0), four(value))
}

/// The points a value function runs through, from the worst to the best.
fn scale(measure: &Measure, function: &ValueFunction) -> String {
    let amount = |x: f64| measured(&unrounded(x), &measure.unit);
    if function.is_flat() {
        return format!(
            "Scale: every option has {}, so it tells nothing apart and there is no value",
            amount(function.worst)
        );
    }
    let ends = match measure.range {
        Range::Local => "the options’ own ends",
        Range::Fixed { .. } => "a fixed scale",
    };
    let better = better_words(measure);
    let mut points = function.points().to_vec();
    if measure.direction == Direction::Lower {
        points.reverse();
    }
    let line = if points.len() > 2 {
        "straight lines"
    } else {
        "a straight line"
    };
    let points: Vec<String> = points
        .into_iter()
        .map(|(at, value)| format!("{} at {}", unrounded(value), amount(at)))
        .collect();
    format!(
        "Scale: {} ({ends}; {better}), {line} between",
        points.join(", ")
    )
}

/// A share of one as a percentage in full: `33.33333333333333%`, `30%`.
pub fn in_full(share: f64) -> String {
    format!("{}%", unrounded(hundredfold(share)))
}

/// A share of one as a percentage, without the digits that multiplying adds.
fn hundredfold(share: f64) -> f64 {
    let percent = share * 100.0;
    // A percentage has at most as many digits as the share.
    let rounded = format!("{percent:.12}").parse().unwrap_or(percent);
    if (rounded / 100.0).total_cmp(&share).is_eq() {
        rounded
    } else {
        percent
    }
}

/// How the weight of a criterion comes about.
pub fn weight(on: Subject<'_>, node: NodeIx) -> Explanation {
    let this = &on.analysis.nodes[node];
    let siblings = on
        .analysis
        .nodes
        .iter()
        .filter(|n| n.parent == this.parent && !n.excluded);
    let raws: Vec<String> = siblings.filter_map(|n| n.raw).map(unrounded).collect();
    let mut steps = Vec::new();
    match (this.excluded, this.raw, this.local) {
        (true, ..) => steps.push("Left out, because it applies to no option.".to_owned()),
        (_, Some(raw), Some(local)) => steps.push(format!(
            "Share of {}: {} ÷ ({}) = {}%",
            if this.parent.is_some() {
                "its group"
            } else {
                "everything"
            },
            unrounded(raw),
            raws.join(" + "),
            unrounded(hundredfold(local))
        )),
        (_, None, Some(_)) => steps.push("The only criterion of its group: 100%".to_owned()),
        _ => steps.push("No share until every criterion of the group has a weight.".to_owned()),
    }
    let mut path = vec![node];
    while let Some(parent) = path.last().and_then(|n| on.analysis.nodes[*n].parent) {
        path.push(parent);
    }
    if let (true, Some(whole)) = (path.len() > 1, this.cumulative) {
        let locals = path.iter().rev();
        let shares: Vec<String> = locals
            .filter_map(|n| on.analysis.nodes[*n].local.map(in_full))
            .collect();
        steps.push(format!(
            "Share of everything: {} = {}%",
            shares.join(" × "),
            unrounded(hundredfold(whole))
        ));
    }
    let reason = on.appraisal.voice.weights.reason(&this.id);
    Explanation {
        title: format!("Weight of {}", on.criterion(node)),
        steps,
        remarks: vec![(
            "Reason",
            match reason.trim() {
                "" => "none given".to_owned(),
                reason => reason.to_owned(),
            },
        )],
        change: Some(ChangedOn::Weights),
    }
}
