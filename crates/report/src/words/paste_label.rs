//! What a paste is called.

use super::deed::Deed;
use weighbridge_edit::{CriteriaEdit, Edit, OptionsEdit, Remark, ScoresEdit, WeightsEdit};

/// The name of the edits of a paste: "Paste 2 options and 12 scores".
pub(super) fn paste_label(edits: &[Edit]) -> Deed {
    let counted = [
        (count(edits, options), "option", "options"),
        (count(edits, criteria), "criterion", "criteria"),
        (count(edits, weights), "weight", "weights"),
        (count(edits, scores), "score", "scores"),
        (count(edits, ranges), "range", "ranges"),
        (count(edits, reasons), "reason", "reasons"),
        (count(edits, sources), "source", "sources"),
    ];
    let parts: Vec<String> = counted
        .into_iter()
        .filter(|(n, ..)| *n > 0)
        .map(|(n, one, many)| format!("{n} {}", if n == 1 { one } else { many }))
        .collect();
    let what = match parts.as_slice() {
        [] => "a table".to_owned(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    };
    Deed::new(format!("Paste {what}"), format!("pasted {what}"))
}

fn count(edits: &[Edit], of: impl Fn(&Edit) -> usize) -> usize {
    edits.iter().map(of).sum()
}

fn options(edit: &Edit) -> usize {
    usize::from(matches!(edit, Edit::Options(OptionsEdit::Add { .. })))
}

fn criteria(edit: &Edit) -> usize {
    usize::from(matches!(edit, Edit::Criteria(CriteriaEdit::Add { .. })))
}

fn weights(edit: &Edit) -> usize {
    usize::from(matches!(
        edit,
        Edit::Weights(WeightsEdit::Weight(..) | WeightsEdit::Points(..))
    ))
}

fn scores(edit: &Edit) -> usize {
    if let Edit::Scores(ScoresEdit::Enter(list)) = edit {
        list.len()
    } else {
        0
    }
}

fn remark(edit: &Edit) -> Option<&Remark> {
    if let Edit::Scores(ScoresEdit::Remark(_, _, remark)) = edit {
        Some(remark)
    } else {
        None
    }
}

fn ranges(edit: &Edit) -> usize {
    usize::from(matches!(remark(edit), Some(Remark::Range(Some(_)))))
}

fn reasons(edit: &Edit) -> usize {
    let weight = matches!(edit, Edit::Weights(WeightsEdit::Reason(..)));
    usize::from(weight || matches!(remark(edit), Some(Remark::Reason(_))))
}

fn sources(edit: &Edit) -> usize {
    usize::from(matches!(remark(edit), Some(Remark::Source(_))))
}
