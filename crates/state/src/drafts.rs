//! What was begun on the pages of the open appraisal and is not used yet.

use litemap::LiteMap;
use weighbridge_edit::ScaleDraft;
use weighbridge_model::{Appraisal, Criterion, CriterionId, ScaleKind};

/// Scales that were begun and not used: kept until one comes back to them, and not forgotten silently.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drafts {
    scales: LiteMap<CriterionId, ScaleDraft>,
}

impl Drafts {
    /// The scale of a criterion as it is being typed; as it is, when nothing has been.
    pub fn scale(&self, of: &Criterion) -> ScaleDraft {
        let begun = self.scales.get(&of.id).cloned();
        begun.unwrap_or_else(|| ScaleDraft::of(&of.scale.kind))
    }

    /// The criteria whose scale was begun and, used as it is, would be another one.
    pub fn begun<'a>(&self, on: &'a Appraisal) -> Vec<&'a Criterion> {
        let mut leaves = on.leaves();
        leaves.retain(|leaf| self.is_begun(leaf));
        leaves
    }

    /// Whether the scale of a criterion was begun and, used as it is, would be another one.
    pub fn is_begun(&self, of: &Criterion) -> bool {
        let other = |draft: &ScaleDraft| draft.read().as_ref() != Ok(&of.scale.kind);
        self.scales.get(&of.id).is_some_and(other)
    }

    /// Keeps a scale as it is being typed; `None` forgets what was.
    pub(crate) fn keep_scale(&mut self, id: CriterionId, draft: Option<ScaleDraft>) {
        match draft {
            Some(draft) => self.scales.insert(id, draft),
            None => self.scales.remove(&id),
        };
    }

    /// Forgets what was begun of a scale that is another one now, or gone.
    pub(crate) fn follow(&mut self, before: &Appraisal, after: &Appraisal) {
        fn scale<'a>(on: &'a Appraisal, id: &CriterionId) -> Option<&'a ScaleKind> {
            on.criterion(id).map(|c| &c.scale.kind)
        }
        self.scales.retain(|id, _| {
            let now = scale(after, id);
            now.is_some() && now == scale(before, id)
        });
    }
}
