//! What a change did to the result, in words.

use super::findings::{Subject, headline};
use super::number::three;
use super::pictures::total_words;
use crate::analysis::{TIE, Total, Verdict};
use crate::model::OptionId;

/// What a change did to the result: who leads now, by how much, and how that was before; or, where
/// that is as it was, which total has changed.
pub fn consequence(before: Subject<'_>, after: Subject<'_>) -> String {
    let (was, is) = (leaders(before), leaders(after));
    let now = headline(after);
    if was != is {
        return match (was.is_empty(), is.is_empty()) {
            (true, _) => format!("{now}."),
            (false, true) => format!(
                "There is no result any more. Before, {} led.",
                before.names(before.analysis.verdict.leaders())
            ),
            (false, false) => format!(
                "The leader has changed. {now}. Before, it was {}.",
                before.names(before.analysis.verdict.leaders())
            ),
        };
    }
    match (lead(before), lead(after)) {
        (Some(was), Some(is)) if (was - is).abs() > TIE => format!("{now} (was {}).", three(was)),
        _ => match moved(before, after).as_slice() {
            [] => "The result has not changed.".to_owned(),
            [(option, was)] => format!(
                "{} now has {} (was {}); the lead is as it was.",
                after.option(*option),
                total_words(&after.analysis.options[*option].total),
                total_words(was)
            ),
            _ => "Some totals have changed; the lead is as it was.".to_owned(),
        },
    }
}

fn leaders(on: Subject<'_>) -> Vec<OptionId> {
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
