//! What a change did to the result, in words.

use super::lead::{Shown, at_least, fails, headline, lead_digits, lead_points, up_to, weightless};
use super::names::{capital, join};
use super::number::count;
use super::pictures::{is_shown_alike, total_words};
use super::subject::Subject;
use super::weighing::lacking_sentence;
use super::words::{Named, edit_done};
use weighbridge_analysis::{
    Issue, OptionIx, OptionResult, Reach, Settled, TIE, Total, Verdict, lacking, weigh,
};
use weighbridge_edit::{Edit, WeightsEdit};
use weighbridge_model::{Appraisal, OptionId};
use weighbridge_numeric::sort_by;

/// What a person did, as the beginning of a sentence: the last change, and that there were others before it since
/// they started.
///
/// ```
/// use weighbridge_edit::Edit;
/// use weighbridge_opening::library;
/// use weighbridge_report::deed_words;
/// let on = library::entry("birmingham-2013").unwrap().open().unwrap();
/// let edit = Edit::points(&on.criteria[4].id, None);
/// assert_eq!(deed_words(&edit, &on, 0), "You changed the weight of Independence");
/// assert_eq!(deed_words(&edit, &on, 2), "After two other changes, you changed the weight of Independence");
/// ```
pub fn deed_words(edit: &Edit, on: &Appraisal, others: usize) -> String {
    let done = edit_done(edit, on);
    match others {
        0 => capital(&done),
        1 => format!("After another change, {done}"),
        n => format!("After {} other changes, {done}", count(n)),
    }
}

/// That answers were kept which give no weights, or weights that are not in use; nothing of any other change.
pub fn answers_saved(edit: &Edit, now: Subject<'_>) -> Option<String> {
    let Edit::Weights(WeightsEdit::Derive { branch, by, .. }) = edit else {
        return None;
    };
    let weights = &now.appraisal.voice.weights;
    let (branch, method) = (branch.as_ref(), by.words());
    let said = weights.weighting(branch);
    if said.method == *by {
        return None;
    }
    let among = now.appraisal.branch(branch);
    let weighed = weigh(said, among, weights, *by);
    let then = match lacking(said, among, weights, *by, &weighed) {
        Some(lack) => lacking_sentence(&lack, among),
        None => "Not in use yet".to_owned(),
    };
    Some(format!("{method}: answers saved. {then}."))
}

/// What a person did and what that did to the result, against where they started: who leads now, by how much, whether
/// that is settled, and how that was; or, where that is as it was, which total has changed.
///
/// What it did to weights that rest on answers is told as well.
///
/// ```
/// use weighbridge_analysis::analyse;
/// use weighbridge_edit::Edit;
/// use weighbridge_model::RawWeight;
/// use weighbridge_opening::library;
/// use weighbridge_report::{Subject, consequence, deed_words};
/// let start = library::entry("birmingham-2013").unwrap().open().unwrap();
/// let edit = Edit::points(&start.criteria[4].id, RawWeight::new(20.0));
/// let mut now = start.clone();
/// edit.apply(&mut now).unwrap();
/// let (then, after) = (analyse(&start), analyse(&now));
/// let deed = deed_words(&edit, &start, 0);
/// assert_eq!(
///     consequence(&deed, Subject::new(&start, &then), Subject::new(&now, &after)),
///     "You changed the weight of Independence: the lead is 10.9 points, 17.0 at the start."
/// );
/// ```
pub fn consequence(deed: &str, start: Subject<'_>, now: Subject<'_>) -> String {
    let mut words = match effect(start, now) {
        Effect::Clause(words) => format!("{deed}: {words}."),
        Effect::Sentences(words) => format!("{deed}. {words}."),
    };
    let before = &start.analysis.issues;
    let new = |issue: &&Issue| !before.contains(issue);
    let mut told = Vec::new();
    for weights in now
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
                " The swing weights were given before these ends were said: confirm them on Weights."
            }
            Self::EndMoved => {
                " The swing weights were given for other ends: confirm them on Weights."
            }
            Self::Stay => {
                " The answers give no new weights yet, so the earlier ones are still in use."
            }
        }
    }
}

/// What came of a change: the rest of a sentence, or sentences of their own without the last full stop.
enum Effect {
    Clause(String),
    Sentences(String),
}

fn effect(start: Subject<'_>, now: Subject<'_>) -> Effect {
    let (was, is) = (leaders(start), leaders(now));
    if was != is {
        let led = || {
            format!(
                "{} led at the start",
                short(start, &start.analysis.lead.leaders)
            )
        };
        return Effect::Sentences(match (was.is_empty(), is.is_empty()) {
            (true, _) => headline(now),
            (false, true) => format!("No result any more: {}. {}", why_none(now), led()),
            (false, false) => format!("{}. {}", ahead(now), led()),
        });
    }
    if is.is_empty() {
        return Effect::Sentences(format!("No result yet: {}", why_none(now)));
    }
    let newly = newly_open(start, now);
    if !newly.is_empty() {
        return Effect::Sentences(unsettled(start, now, &newly));
    }
    if !open(start).is_empty() && open(now).is_empty() {
        return Effect::Sentences(format!("The result is settled now. {}", headline(now)));
    }
    match (lead(start), lead(now)) {
        (Some(was), Some(is)) if was.is_of_a_kind(&is) && was.shown() != is.shown() => {
            match is.words() {
                Some((words, true)) => Effect::Clause(format!(
                    "{words} ({} at the start), too close to call",
                    was.shown()
                )),
                Some((words, false)) => {
                    Effect::Clause(format!("{words}, {} at the start", was.shown()))
                }
                None => {
                    Effect::Sentences(format!("{} ({} at the start)", headline(now), was.shown()))
                }
            }
        }
        _ => same_lead(start, now),
    }
}

/// What a change did that left the lead as it was.
fn same_lead(start: Subject<'_>, now: Subject<'_>) -> Effect {
    match moved(start, now).as_slice() {
        [] if fails(start) != fails(now) => Effect::Sentences(headline(now)),
        [] if totals(start) != totals(now) => {
            Effect::Clause("no total has changed by as much as is shown".to_owned())
        }
        [] => Effect::Clause("the result is the same".to_owned()),
        [(option, was)] => Effect::Sentences(format!(
            "{} has {}, {} at the start; {}",
            now.option_short(*option),
            total_words(&now.analysis.options[*option].total),
            total_words(was),
            as_it_was(now)
        )),
        _ => Effect::Sentences(format!("Totals have changed; {}", as_it_was(now))),
    }
}

/// Short names of options: there is little room where this is told.
fn short(on: Subject<'_>, options: &[OptionIx]) -> String {
    let names: Vec<_> = options.iter().map(|at| on.option_short(*at)).collect();
    join(&names)
}

/// Who is ahead now that was not at the start.
fn ahead(now: Subject<'_>) -> String {
    let lead = &now.analysis.lead;
    let plain = lead.settled() == Settled::Yes && lead.left_out.is_empty() && fails(now).is_empty();
    match (lead.leaders.as_slice(), lead.least) {
        ([leader], Some(least)) if plain => {
            let (name, by) = (now.option_short(*leader), lead_points(least, lead.margin));
            match lead.is_narrow(least) {
                true => format!("{name} is now ahead, by {by}: too close to call"),
                false => format!("{name} now leads by {by}"),
            }
        }
        (many @ [_, _, ..], _) if plain => format!("{} are now level", short(now, many)),
        _ => headline(now),
    }
}

/// Why no option has a total.
fn why_none(on: Subject<'_>) -> String {
    let analysis = on.analysis;
    let unweighted = |o: &OptionResult| o.total == Total::Unweighted;
    if let Some(why) = weightless(on) {
        why.to_owned()
    } else if analysis.options.is_empty() {
        "there are no options".to_owned()
    } else if analysis.leaves.is_empty() {
        "there are no criteria".to_owned()
    } else if analysis.options.iter().any(unweighted) {
        let missing = |issue: &&Issue| matches!(issue, Issue::MissingWeight { .. });
        match analysis.issues.iter().filter(missing).count() {
            0 => "weights are missing".to_owned(),
            1 => "one criterion needs a weight".to_owned(),
            n => format!("{} criteria need a weight", count(n)),
        }
    } else {
        "no option has all its scores".to_owned()
    }
}

/// What a change has left alone, where some totals are not what they were.
fn as_it_was(on: Subject<'_>) -> String {
    match &on.analysis.verdict {
        Verdict::OnlyOne(only) => format!("still only {} has all its scores", on.option(*only)),
        Verdict::Tie(all) => format!("{} are still level", on.names(all)),
        Verdict::NoTotals | Verdict::NoClearWinner { .. } | Verdict::Clear { .. } => {
            "the lead is the same".to_owned()
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
            true => format!("The result is no longer settled. {}", headline(after)),
            false => headline(after),
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
        format!("The result is no longer settled: {names} {has} {what}")
    } else {
        format!("The result is still not settled: {names} {has} {what} too")
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

    /// What the lead is, to be set beside what it was, and whether that is too little to be a clear one; nothing where
    /// it takes more than a number.
    fn words(&self) -> Option<(String, bool)> {
        match self {
            Self::Lead(lead, margin) => Some((
                format!("the lead is {}", lead_points(*lead, *margin)),
                *lead < margin - TIE,
            )),
            Self::Least(..) | Self::Most(_) => None,
        }
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
