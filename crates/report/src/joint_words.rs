//! The smallest changes of several weights or scores at once, and what no weights do.

use super::names::join;
use super::number::{points, unrounded};
use super::score_changes::{scale, value_words};
use super::subject::Subject;
use super::text::Text;
use weighbridge_analysis::{
    First, JointScores, JointWeights, LeafIx, OptionIx, Potential, PrintedScore, joint_scores,
    joint_weights,
};
use weighbridge_model::ScaleKind;
use weighbridge_numeric::sort_descending;

/// A printed number with a decimal at least, so that a list of them lines up: `15.0`, `0.0417`.
fn moved(x: f64) -> String {
    let near = format!("{x:.1}");
    match near.parse::<f64>() {
        Ok(same) if same.total_cmp(&x).is_eq() => near,
        // Ten decimals, where it takes all of a share that has no end of them.
        _ => unrounded(format!("{x:.10}").parse().unwrap_or(x)),
    }
}

/// The smallest change of weights that puts an option first, as it can be made, or why there is none.
///
/// "The smallest change of weights that puts Trust (DfE) first: move 19.3 percentage points to
/// Independence (15.0 from Accountability, 4.3 from Partners)."
pub fn joint_weights_words(on: Subject<'_>, found: &JointWeights) -> Text {
    let name = on.option(found.option);
    if found.printed.is_empty() {
        return never_words(on, found.option, found.first, found.margin);
    }
    let text = Text::plain(on.among("the smallest change of weights that "));
    let text = match found.first {
        First::Level => text
            .and("brings ")
            .strong(name)
            .and(" level with the first"),
        First::Alone | First::Never | First::Unknown => {
            text.and("puts ").strong(name).and(" first")
        }
    };
    let grouped = on.analysis.nodes.iter().any(|node| node.parent.is_some());
    let text = text
        .and(": move ")
        .strong(format!(
            "{} percentage points",
            moved(found.printed_points())
        ))
        .and(if grouped { " of everything" } else { "" })
        .and(moves_words(on, &found.printed));
    if found.first != First::Level {
        return text.and(".");
    }
    let text = text.and("; no weights put it ahead");
    let twins = twins(on, found.option);
    if twins.is_empty() {
        return text.and(".");
    }
    text.and(" of ").strong(on.names(&twins)).and(format!(
        ", which {} the same values throughout.",
        if twins.len() == 1 { "has" } else { "have" }
    ))
}

/// From which criteria to which: ` to Independence (15.0 from Accountability, 4.3 from Partners)`.
fn moves_words(on: Subject<'_>, printed: &[f64]) -> String {
    let side = |sign: f64| {
        let all = on.analysis.leaves.keys().zip(printed);
        let all = all.map(|(leaf, by)| (leaf, by * sign));
        let mut found: Vec<(LeafIx, f64)> = all.filter(|(_, by)| *by > 0.0).collect();
        sort_descending(&mut found, |(_, by)| *by);
        found
    };
    let (from, to) = (side(-1.0), side(1.0));
    let listed = |all: &[(LeafIx, f64)], way: &str| {
        let each = all
            .iter()
            .map(|(leaf, by)| format!("{} {way} {}", moved(*by), on.leaf(*leaf)));
        each.collect::<Vec<_>>().join(", ")
    };
    // Of one criterion alone the points have been said.
    match (from.as_slice(), to.as_slice()) {
        ([(from, _)], [(to, _)]) => format!(" from {} to {}", on.leaf(*from), on.leaf(*to)),
        (_, [(to, _)]) => format!(" to {} ({})", on.leaf(*to), listed(&from, "from")),
        ([(from, _)], _) => format!(" from {} ({})", on.leaf(*from), listed(&to, "to")),
        _ => format!(" ({}; {})", listed(&from, "from"), listed(&to, "to")),
    }
}

/// The options with the same values as this one wherever they count.
pub(super) fn twins(on: Subject<'_>, option: OptionIx) -> Vec<OptionIx> {
    let leaves = on.analysis.counted_leaves();
    let value = |at: OptionIx, leaf: LeafIx| on.analysis.values[at][leaf].value();
    let same = |at: &OptionIx| leaves.iter().all(|l| value(*at, *l) == value(option, *l));
    let others = on.analysis.options.keys().filter(|at| *at != option);
    others.filter(same).collect()
}

/// That an option is never first, whatever the weights, or that it cannot be told.
fn never_words(on: Subject<'_>, option: OptionIx, first: First, margin: f64) -> Text {
    let name = on.option(option);
    if first == First::Unknown {
        return Text::plain(on.among("whether any weights put "))
            .strong(name)
            .and(" first could not be worked out.");
    }
    let by = on.analysis.dominance.iter();
    let by: Vec<OptionIx> = by
        .filter(|d| d.dominated == option)
        .map(|d| d.dominator)
        .collect();
    // All weights at once takes the ranges of scores into account; this does not.
    let start = match on.appraisal.has_score_ranges() {
        true => "with the scores as given, no weights put ",
        false => "no weights put ",
    };
    let text = Text::plain(on.among(start)).strong(name).and(" first: ");
    if by.is_empty() {
        text.and(format!(
            "under any of them another option is ahead, by {} or more.",
            points(-margin)
        ))
    } else {
        text.and("it is dominated by ")
            .strong(on.names(&by))
            .and(".")
    }
}

/// Whether any weights put an option first; `ordered` as it was for [`weighbridge_analysis::potential`].
pub fn potential_words(on: Subject<'_>, found: &Potential, ordered: bool) -> Text {
    let order = " while the criteria keep their order by weight";
    let order = if ordered { order } else { "" };
    let name = || Text::plain(on.among("")).strong(on.option(found.option));
    match found.first {
        First::Alone => name().and(format!(
            " can come first{order}, with some weights by {}.",
            points(found.margin)
        )),
        First::Level => name().and(format!(" can at best draw level with the first{order}.")),
        First::Never if ordered => name().and(format!(" never comes first{order}.")),
        First::Never | First::Unknown => never_words(on, found.option, found.first, found.margin),
    }
}

/// The smallest change of scores that puts an option first, or level with the first where it goes no
/// further, or that there is none.
///
/// "The smallest change of scores that puts Trust (council) first adds up to 56.7 points of value:
/// Trust (council) on Front line from 60 to 100 and Integrated on Front line from 70 to 53.3."
pub fn joint_scores_words(on: Subject<'_>, found: &JointScores) -> Text {
    let name = on.option(found.option);
    if found.printed.is_empty() {
        return Text::plain(on.among("no change of scores, to the ends of their scales, puts "))
            .strong(name)
            .and(" first.");
    }
    let each = found.printed.iter().map(|one| score_move(on, one));
    let each = join(&each.collect::<Vec<_>>());
    let text = Text::plain(on.among("the smallest change of scores that "));
    let text = match found.first {
        First::Level => text.and("brings ").strong(name).and(
            " level with the first, which is as far as scores go to the ends of their scales,",
        ),
        First::Alone | First::Never | First::Unknown => {
            text.and("puts ").strong(name).and(" first")
        }
    };
    let between = found
        .printed
        .iter()
        .any(|one| next_point(on, one).is_some());
    text.and(" adds up to ")
        .strong(format!("{} points", moved(found.printed_points())))
        .and(format!(" of value: {each}."))
        .and(if between {
            " A value between two points of a scale cannot be given; the next point does it too."
        } else {
            ""
        })
}

/// `A on Front line from 60 to 53.3`, `B on Pace from “slow” (a value of 20) to “good” (60)`.
fn score_move(on: Subject<'_>, one: &PrintedScore) -> String {
    let labelled = |value: f64, words: String| match label(on, one.leaf, value) {
        Some(label) => format!("“{label}” ({words})"),
        None => words,
    };
    let now = labelled(one.now, value_words(on, one.leaf, one.now));
    let to = labelled(one.to, unrounded(one.to));
    let to = match next_point(on, one) {
        Some(point) => format!("{to} (the next point is “{point}”)"),
        None => to,
    };
    format!(
        "{} on {} from {now} to {to}",
        on.option(one.option),
        on.leaf(one.leaf)
    )
}

/// The point of a scale of points that has a value.
fn label<'a>(on: Subject<'a>, leaf: LeafIx, value: f64) -> Option<&'a str> {
    let ScaleKind::Points(levels) = scale(on, leaf)? else {
        return None;
    };
    let mut with = levels
        .iter()
        .filter(|l| l.value.get().total_cmp(&value).is_eq());
    with.next().map(|l| l.label.as_str())
}

/// The first point past a value that is none of the points of a scale of points.
fn next_point<'a>(on: Subject<'a>, one: &PrintedScore) -> Option<&'a str> {
    let ScaleKind::Points(levels) = scale(on, one.leaf)? else {
        return None;
    };
    if label(on, one.leaf, one.to).is_some() {
        return None;
    }
    let sign = if one.to > one.now { 1.0 } else { -1.0 };
    let past = |value: f64| sign * (value - one.to);
    let beyond = levels.iter().filter(|l| past(l.value.get()) > 0.0);
    let next = beyond.min_by(|a, b| past(a.value.get()).total_cmp(&past(b.value.get())));
    next.map(|l| l.label.as_str())
}

/// What changing several things at once does: the nearest change of weights that changes the leader,
/// that for the runner-up, the nearest change of scores, and which options no weights put first.
pub fn several(on: Subject<'_>) -> Vec<Text> {
    let mut found = Vec::new();
    let weights = joint_weights(on.analysis);
    let can = weights.iter().filter(|j| j.is_found());
    let nearest = can.min_by(|a, b| a.l1.total_cmp(&b.l1));
    found.extend(nearest.map(|j| joint_weights_words(on, j)));
    // Who comes second is not always who would come first the soonest.
    let second = weights.iter().filter(|j| {
        let next = on.analysis.options[j.option].total.rank() == Some(2);
        let other =
            |n: &JointWeights| n.option != j.option && !twins(on, n.option).contains(&j.option);
        next && j.is_found() && nearest.is_some_and(other)
    });
    found.extend(second.map(|j| joint_weights_words(on, j)));
    let scores = joint_scores(on.analysis);
    let can = scores.iter().filter(|j| !j.printed.is_empty());
    let least = can.min_by(|a, b| a.points.total_cmp(&b.points));
    found.extend(least.map(|j| joint_scores_words(on, j)));
    let never = weights.iter().filter(|j| j.first == First::Never);
    found.extend(never.map(|j| joint_weights_words(on, j)));
    found
}
