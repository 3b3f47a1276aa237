//! What a change did to the result, in words.

use super::lead::{Shown, at_least, fails, headline, lead_digits, up_to, weightless};
use super::pictures::{is_shown_alike, total_words};
use super::subject::Subject;
use weighbridge_analysis::{Issue, OptionIx, OptionResult, Reach, Total, Verdict};
use weighbridge_model::OptionId;
use weighbridge_numeric::sort_by;

/// What a change did to the result: who leads now, by how much, whether that is settled, and how
/// that was before; or, where that is as it was, which total has changed.
///
/// What it did to weights that rest on judgements is told as well.
pub fn consequence(before: Subject<'_>, after: Subject<'_>) -> String {
    let mut words = effect(before, after);
    let before = &before.analysis.issues;
    let new = |issue: &&Issue| !before.contains(issue);
    let mut told = Vec::new();
    for weights in after
        .analysis
        .issues
        .iter()
        .filter(new)
        .filter_map(Weights::of)
    {
        // What is so in two groups is said once.
        if told.last() != Some(&weights) {
            words += weights.words();
            told.push(weights);
        }
    }
    words
}

/// What a change did to weights that rest on judgements.
#[derive(PartialEq)]
enum Weights {
    /// An end was said that had not been recorded with the swing weights.
    EndRecorded,
    /// A scale ends elsewhere than when the swing weights were given.
    EndMoved,
    /// None follow any more.
    Stay,
}

impl Weights {
    fn of(issue: &Issue) -> Option<Self> {
        if let Issue::SwingEndsNotRecorded { .. } = issue {
            Some(Self::EndRecorded)
        } else if let Issue::SwingStale { .. } = issue {
            Some(Self::EndMoved)
        } else if let Issue::WeightsFromBefore { .. } = issue {
            Some(Self::Stay)
        } else {
            None
        }
    }

    fn words(&self) -> &'static str {
        match self {
            Self::EndRecorded => {
                " An end of a scale is said now that was not recorded, so the swing weights have to be confirmed."
            }
            Self::EndMoved => {
                " A scale ends elsewhere now, so the swing weights have to be confirmed."
            }
            Self::Stay => " No weights follow from what was said now, so those from before stay.",
        }
    }
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
                before.names(&before.analysis.lead.leaders)
            ),
            (false, false) => format!(
                "The leader has changed. {now}. Before, it was {}.",
                before.names(&before.analysis.lead.leaders)
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
        (Some(was), Some(is)) if was.is_of_a_kind(&is) && was.shown() != is.shown() => {
            format!("{now} (was {}).", was.shown())
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
        Verdict::NoTotals | Verdict::NoClearWinner { .. } | Verdict::Clear { .. } => {
            "the lead is as it was".to_owned()
        }
    }
}

/// The options that could still overtake, by id.
fn open(on: Subject<'_>) -> Vec<&OptionId> {
    let open = on.analysis.lead.rivals.iter();
    open.map(|r| &on.analysis.options[r.option].id).collect()
}

/// The options that could overtake now and could not before.
fn newly_open(before: Subject<'_>, after: Subject<'_>) -> Vec<OptionIx> {
    let was = open(before);
    let rivals = after.analysis.lead.rivals.iter();
    let new = rivals.filter(|r| !was.contains(&&after.analysis.options[r.option].id));
    let mut new: Vec<OptionIx> = new.map(|r| r.option).collect();
    sort_by(&mut new, OptionIx::cmp);
    new
}

/// What makes the result unsettled: scores that are missing, and of which options.
fn unsettled(before: Subject<'_>, after: Subject<'_>, newly: &[OptionIx]) -> String {
    let left_out = &after.analysis.lead.left_out;
    if !newly.iter().all(|at| left_out.contains(at)) {
        // One that has all its scores could overtake once those of another are in.
        return match open(before).is_empty() {
            true => format!("The result is no longer settled. {}.", headline(after)),
            false => format!("{}.", headline(after)),
        };
    }
    let scored = |at: OptionIx| {
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
    let leaders = on.analysis.lead.leaders.iter();
    leaders
        .map(|at| on.analysis.options[*at].id.clone())
        .collect()
}

/// The number of points that a headline tells.
enum Told {
    /// The lead over the next, with the margin.
    Lead(f64, f64),
    /// The least the lead can come to, with the margin.
    Least(f64, f64),
    /// By how much another could overtake.
    Most(f64),
}

impl Told {
    fn is_of_a_kind(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    fn shown(&self) -> Shown {
        match self {
            Self::Lead(lead, margin) => lead_digits(*lead, *margin),
            Self::Least(least, margin) => at_least(*least, *margin),
            Self::Most(most) => up_to(*most),
        }
    }
}

/// What the headline tells of the lead.
fn lead(on: Subject<'_>) -> Option<Told> {
    let lead = &on.analysis.lead;
    if lead.is_open() {
        return match &lead.next {
            Some(next) if lead.is_narrow(next.lead) => Some(Told::Lead(next.lead, lead.margin)),
            _ => {
                let rival = lead.rivals.first().filter(|r| r.reach == Reach::Ahead);
                rival.map(|r| Told::Most(r.by))
            }
        };
    }
    let least = lead.least?;
    Some(match lead.left_out.is_empty() {
        true => Told::Lead(least, lead.margin),
        false => Told::Least(least, lead.margin),
    })
}

fn totals(on: Subject<'_>) -> Vec<&Total> {
    on.analysis.options.iter().map(|o| &o.total).collect()
}

/// The options that were there before and have another total now, with what it was.
fn moved<'a>(before: Subject<'a>, after: Subject<'_>) -> Vec<(OptionIx, &'a Total)> {
    let mut found = Vec::new();
    for (at, option) in after.analysis.options.iter_enumerated() {
        let Some(then) = before.analysis.option(&option.id) else {
            continue;
        };
        let was = &before.analysis.options[then].total;
        if !is_shown_alike(was, &option.total) {
            found.push((at, was));
        }
    }
    found
}
