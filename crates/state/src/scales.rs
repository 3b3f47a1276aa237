//! Giving criteria another scale: what becomes of the scores on the way, and one scale copied to many.

use weighbridge_analysis::analyse;
use weighbridge_edit::{Batch, BatchSubject, CriterionEdit, Edit};
use weighbridge_model::{Appraisal, Criterion, CriterionId, Entry, Finite, ScaleKind};

/// The edit that gives a criterion a scale. On the way to values from 0 to 100 what is scored keeps the value it has, so
/// that a 5 on a scale from 1 to 5 is not 5 of 100.
pub fn give_scale(on: &Appraisal, id: &CriterionId, kind: &ScaleKind) -> Edit {
    let is_leaf = on.leaves().iter().any(|leaf| leaf.id == *id);
    let now = on.criterion(id).map(|c| &c.scale.kind);
    match (now, kind) {
        (Some(ScaleKind::Points(_) | ScaleKind::Measure(_)), ScaleKind::Direct) if is_leaf => {
            let analysis = analyse(on);
            let node = analysis.node(id);
            let leaf = node.and_then(|node| analysis.leaves.position(|leaf| *leaf == node));
            let value = |entry: &Entry| analysis.value_on(on, leaf?, entry);
            let function = leaf.and_then(|leaf| analysis.scales[leaf].function.as_ref());
            let points = matches!(now, Some(ScaleKind::Points(_)));
            // On points the ends of a range are values already.
            let span = |[a, b]: [Finite; 2]| match points {
                true => Some([a.get(), b.get()]),
                false => Some(function?.span(a.get(), b.get())),
            };
            Edit::to_values(on, id, value, span)
        }
        _ => Edit::change_criterion(id.clone(), CriterionEdit::Scale(kind.clone())),
    }
}

/// The criteria that could get the scale of another: every other one that is scored.
pub fn could_get_scale<'a>(on: &'a Appraisal, from: &CriterionId) -> Vec<&'a Criterion> {
    let mut leaves = on.leaves();
    leaves.retain(|leaf| leaf.id != *from);
    leaves
}

/// The one edit that gives criteria the scale of another, and with `words` what its values mean as well; `None` where
/// nothing would change.
///
/// ```
/// use weighbridge_edit::Edit;
/// use weighbridge_model::{Appraisal, AppraisalId};
/// use weighbridge_state::copy_scale;
/// let mut office = Appraisal::new(AppraisalId::new("office").unwrap(), "Office");
/// for name in ["Cost", "Income"] {
///     Edit::add_criterion(&office, name, None).apply(&mut office).unwrap();
/// }
/// let (cost, income) = (office.criteria[0].id.clone(), office.criteria[1].id.clone());
/// assert_eq!(copy_scale(&office, &cost, &[income.clone()], false), None, "both are scored from 0 to 100");
/// Edit::marks(&[cost.clone()], 1, 5).apply(&mut office).unwrap();
/// copy_scale(&office, &cost, &[income], false).unwrap().apply(&mut office).unwrap();
/// assert_eq!(office.criteria[0].scale, office.criteria[1].scale);
/// ```
pub fn copy_scale(
    on: &Appraisal,
    from: &CriterionId,
    to: &[CriterionId],
    words: bool,
) -> Option<Edit> {
    let source = on.criterion(from)?;
    let mut edits = Vec::new();
    for criterion in could_get_scale(on, from)
        .into_iter()
        .filter(|c| to.contains(&c.id))
    {
        let id = &criterion.id;
        if criterion.scale.kind != source.scale.kind {
            edits.push(give_scale(on, id, &source.scale.kind));
        }
        if !words {
            continue;
        }
        for anchor in &source.anchors {
            if criterion.anchor(anchor.value.get()) != anchor.words {
                let words = CriterionEdit::Anchor(anchor.value, anchor.words.clone());
                edits.push(Edit::change_criterion(id.clone(), words));
            }
        }
    }
    let subject = BatchSubject::Scale(from.clone());
    (!edits.is_empty()).then_some(Edit::Batch(Batch { subject, edits }))
}
