//! One score of one option on one criterion.

use super::check::{Checked, leaf, option};
use weighbridge_model::{
    Absence, Appraisal, CriterionId, Entry, OptionId, ScaleKind, Score, Scores,
};

/// Refuses a score of an option that is not there, or on what is no leaf.
pub(super) fn check(on: &Appraisal, of: &OptionId, by: &CriterionId) -> Checked {
    option(on, of)?;
    leaf(on, by).map(|_| ())
}

/// Changes a score, and makes its entry fit the scale.
pub(super) fn change(
    on: &mut Appraisal,
    option: &OptionId,
    criterion: &CriterionId,
    change: impl FnOnce(&mut Score),
) {
    let Some(scale) = on.criterion(criterion).map(|c| c.scale.kind.clone()) else {
        return;
    };
    let old = on.agreed().scores.get(option, criterion).cloned();
    let mut score = old.unwrap_or_else(|| Score::bare(Entry::Absent(Absence::Missing)));
    change(&mut score);
    score.entry = score.entry.settled(&scale);
    on.agreed_mut().scores.set(option, criterion, score);
}

/// Makes what every voice scored on a criterion fit its scale, as far as it can.
pub(super) fn settle(on: &mut Appraisal, criterion: &CriterionId) {
    let Some(scale) = on.criterion(criterion).map(|c| c.scale.kind.clone()) else {
        return;
    };
    let unfit = |scores: &Scores| unfit(scores, criterion, &scale);
    let fits = on
        .judgements
        .voices()
        .all(|voice| unfit(&voice.scores).is_empty());
    if fits {
        return;
    }
    for voice in on.judgements_mut().voices_mut() {
        for (option, score) in unfit(&voice.scores) {
            voice.scores.set(&option, criterion, score);
        }
    }
}

/// Forgets what scores could be on a criterion that goes from points to another kind of scale, or the other way: on
/// points the ends of a range are values, elsewhere they are what is scored.
pub(super) fn forget_ranges(on: &mut Appraisal, criterion: &CriterionId, next: &ScaleKind) {
    let points = |kind: &ScaleKind| matches!(kind, ScaleKind::Points(_));
    let kept = on
        .criterion(criterion)
        .is_none_or(|c| points(&c.scale.kind) == points(next));
    let with_range = |scores: &Scores| -> Vec<(OptionId, Score)> {
        let own = scores
            .iter()
            .filter(|(_, of, score)| *of == criterion && score.range.is_some());
        own.map(|(option, _, score)| {
            (
                option.clone(),
                Score {
                    range: None,
                    ..score.clone()
                },
            )
        })
        .collect()
    };
    if kept
        || on
            .judgements
            .voices()
            .all(|voice| with_range(&voice.scores).is_empty())
    {
        return;
    }
    for voice in on.judgements_mut().voices_mut() {
        for (option, score) in with_range(&voice.scores) {
            voice.scores.set(&option, criterion, score);
        }
    }
}

/// The scores on a criterion that do not fit its scale, as they would.
fn unfit(scores: &Scores, criterion: &CriterionId, scale: &ScaleKind) -> Vec<(OptionId, Score)> {
    let scored = scores.iter().filter(|(_, of, _)| *of == criterion);
    let settled = scored.filter_map(|(option, _, score)| {
        let entry = score.entry.clone().settled(scale);
        let settled = (entry != score.entry).then(|| Score {
            entry,
            ..score.clone()
        });
        Some((option.clone(), settled?))
    });
    settled.collect()
}
