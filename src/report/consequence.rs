//! What a change did to the result, in words.

use super::findings::{Subject, fails, headline, weightless};
use super::number::tenths;
use super::pictures::total_words;
use crate::analysis::{Issue, OptionResult, Total, Verdict};
use crate::model::OptionId;

/// What a change did to the result: who leads now, by how much, whether that is settled, and how
/// that was before; or, where that is as it was, which total has changed.
///
/// What it did to weights that rest on what was said is told as well.
pub fn consequence(before: Subject<'_>, after: Subject<'_>) -> String {
    let mut words = effect(before, after);
    for issue in &after.analysis.issues {
        let told = match issue {
            Issue::SwingStale { .. } => {
                " A scale ends elsewhere now, so the swing weights have to be confirmed."
            }
            Issue::WeightsFromBefore { .. } => {
                " No weights follow from what was said now, so those from before stay."
            }
            _ => continue,
        };
        if !before.analysis.issues.contains(issue) && !words.ends_with(told) {
            words += told;
        }
    }
    words
}

fn effect(before: Subject<'_>, after: Subject<'_>) -> String {
    let (was, is) = (leaders(before), leaders(after));
    let now = headline(after);
    if was != is {
        return match (was.is_empty(), is.is_empty()) {
            (true, _) => format!("{now}."),
            (false, true) => format!(
                "There is no result any more: {}. Before, {} led.",
                why_none(after),
                before.names(before.analysis.verdict.leaders())
            ),
            (false, false) => format!(
                "The leader has changed. {now}. Before, it was {}.",
                before.names(before.analysis.verdict.leaders())
            ),
        };
    }
    if is.is_empty() {
        return format!("There is still no result: {}.", why_none(after));
    }
    let newly = newly_open(before, after);
    if !newly.is_empty() {
        return unsettled(before, after, &newly);
    }
    if !open(before).is_empty() && open(after).is_empty() {
        return format!("The result is settled now. {now}.");
    }
    match (lead(before), lead(after)) {
        (Some(was), Some(is)) if tenths(was) != tenths(is) => {
            format!("{now} (was {}).", tenths(was))
        }
        _ => match moved(before, after).as_slice() {
            [] if fails(before) != fails(after) => format!("{now}."),
            [] if totals(before) != totals(after) => {
                "The totals have changed by less than is shown.".to_owned()
            }
            [] => "The result has not changed.".to_owned(),
            [(option, was)] => format!(
                "{} now has {} (was {}); {}.",
                after.option(*option),
                total_words(&after.analysis.options[*option].total),
                total_words(was),
                as_it_was(after)
            ),
            _ => format!("Some totals have changed; {}.", as_it_was(after)),
        },
    }
}

/// Why no option has a total.
fn why_none(on: Subject<'_>) -> &'static str {
    let analysis = on.analysis;
    let unweighted = |o: &OptionResult| o.total == Total::Unweighted;
    if let Some(why) = weightless(on) {
        why
    } else if analysis.options.is_empty() {
        "there are no options"
    } else if analysis.leaves.is_empty() {
        "there are no criteria"
    } else if analysis.options.iter().any(unweighted) {
        "weights are missing"
    } else {
        "no option has all its scores"
    }
}

/// What a change has left alone, where some totals are not what they were.
fn as_it_was(on: Subject<'_>) -> String {
    match &on.analysis.verdict {
        Verdict::OnlyOne(only) => format!("still only {} has all its scores", on.option(*only)),
        Verdict::Tie(all) => format!("{} still tie", on.names(all)),
        _ => "the lead is as it was".to_owned(),
    }
}

/// The options that could still come first, by id.
fn open(on: Subject<'_>) -> Vec<&OptionId> {
    let open = on.analysis.could_overtake.iter();
    open.map(|at| &on.analysis.options[*at].id).collect()
}

/// The options that could come first now and could not before, or that now do for certain.
fn newly_open(before: Subject<'_>, after: Subject<'_>) -> Vec<usize> {
    let was = open(before);
    let ahead = |on: Subject<'_>, id: &OptionId| {
        let ahead = on.analysis.ahead.iter();
        ahead.clone().any(|at| on.analysis.options[*at].id == *id)
    };
    let is_new = |at: &usize| {
        let id = &after.analysis.options[*at].id;
        !was.contains(&id) || (ahead(after, id) && !ahead(before, id))
    };
    let open = after.analysis.could_overtake.iter().copied();
    open.filter(is_new).collect()
}

/// What makes the result unsettled: scores that are missing, and of which options.
fn unsettled(before: Subject<'_>, after: Subject<'_>, newly: &[usize]) -> String {
    if newly.iter().any(|at| after.analysis.ahead.contains(at)) {
        return format!("{}.", headline(after));
    }
    let scored = |at: usize| {
        let leaves = after.analysis.counted_leaves();
        let cells = &after.analysis.values[at];
        leaves.iter().any(|leaf| cells[*leaf].value().is_some())
    };
    let has = if newly.len() == 1 { "has" } else { "have" };
    let what = if newly.iter().any(|at| scored(*at)) {
        "scores missing"
    } else {
        "no scores"
    };
    let names = after.names(newly);
    if open(before).is_empty() {
        format!("The result is no longer settled: {names} {has} {what}.")
    } else {
        format!("The result is still not settled: {names} {has} {what} too.")
    }
}

pub(super) fn leaders(on: Subject<'_>) -> Vec<OptionId> {
    let leaders = on.analysis.verdict.leaders().iter();
    leaders
        .map(|at| on.analysis.options[*at].id.clone())
        .collect()
}

fn lead(on: Subject<'_>) -> Option<f64> {
    match on.analysis.verdict {
        Verdict::Clear { lead, .. } | Verdict::NoClearWinner { lead, .. } => Some(lead),
        _ => None,
    }
}

fn totals(on: Subject<'_>) -> Vec<&Total> {
    on.analysis.options.iter().map(|o| &o.total).collect()
}

/// The options that were there before and have another total now, with what it was.
fn moved<'a>(before: Subject<'a>, after: Subject<'_>) -> Vec<(usize, &'a Total)> {
    let mut found = Vec::new();
    for (at, option) in after.analysis.options.iter().enumerate() {
        let Some(then) = before.analysis.option(&option.id) else {
            continue;
        };
        let was = &before.analysis.options[then].total;
        if total_words(was) != total_words(&option.total) {
            found.push((at, was));
        }
    }
    found
}
