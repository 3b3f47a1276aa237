//! Changes to the criteria.

use super::check::{Checked, check_length, check_name, criterion};
use super::{Move, Refusal, cells, gateways, robustness, weights};
use serde::{Deserialize, Serialize};
use weighbridge_model::{
    Appraisal, Criterion, CriterionId, Finite, MAX_CRITERIA, MAX_DEPTH, PriorityId, ScaleKind,
};

/// A change to the criteria.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum CriteriaEdit {
    /// Add a criterion at the end of a branch, or at the top.
    ///
    /// A leaf that gets its first child becomes a branch, and what was scored on it goes.
    Add {
        /// Its id, not yet in use.
        id: CriterionId,
        /// Its name.
        name: String,
        /// The criterion it goes under; `None` for the top.
        parent: Option<CriterionId>,
    },
    /// Change a fact about a criterion.
    Change(CriterionId, CriterionEdit),
    /// Move a criterion one place among its siblings.
    Move(CriterionId, Move),
    /// Move a criterion, with all below it, to the end of another branch or of the top.
    Regroup(CriterionId, Option<CriterionId>),
    /// Remove a criterion, all below it, and their scores.
    Remove(CriterionId),
}

/// A change to a criterion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum CriterionEdit {
    /// The name; not empty.
    Name(String),
    /// The short name.
    Short(String),
    /// The question it asks.
    Question(String),
    /// What counts and what does not.
    Note(String),
    /// Where it comes from.
    Origin(String),
    /// Whether it serves a priority of a plan.
    Serves(PriorityId, bool),
    /// The words at a value of the scale; empty words remove the anchor.
    Anchor(Finite, String),
    /// The kind of scale.
    Scale(ScaleKind),
}

impl CriteriaEdit {
    pub(super) fn check(&self, on: &Appraisal) -> Checked {
        match self {
            Self::Add { id, name, parent } => {
                check_name(name)?;
                if on.criteria_in_order().len() >= MAX_CRITERIA {
                    return Err(Refusal::TooManyCriteria);
                }
                if on.criterion(id).is_some() {
                    return Err(Refusal::IdInUse(id.to_string()));
                }
                check_place(on, 1, parent.as_ref())
            }
            Self::Change(id, edit) => {
                criterion(on, id)?;
                edit.check(on)
            }
            Self::Move(id, way) => {
                criterion(on, id)?;
                let free = neighbour(on, id, *way);
                free.map(|_| ()).ok_or(Refusal::AtTheEnd)
            }
            Self::Regroup(id, parent) => check_regroup(on, id, parent.as_ref()),
            Self::Remove(id) => criterion(on, id).map(|_| ()),
        }
    }

    pub(super) fn perform(&self, to: &mut Appraisal) {
        match self {
            Self::Add { id, name, parent } => {
                let added = Criterion::new(id.clone(), name.trim());
                place(to, added, parent.as_ref());
                settle(to);
            }
            Self::Change(id, edit) => {
                let serves = in_order(to, edit);
                if let CriterionEdit::Scale(kind) = edit {
                    cells::forget_ranges(to, id, kind);
                }
                if let Some(criterion) = to.criterion_mut(id) {
                    edit.perform(criterion, &serves);
                }
                if matches!(edit, CriterionEdit::Scale(_)) {
                    cells::settle(to, id);
                }
            }
            Self::Move(id, way) => {
                let other = neighbour(to, id, *way);
                if let (Some((list, at)), Some(other)) = (to.siblings_mut(id), other) {
                    list.swap(at, other);
                }
            }
            Self::Regroup(id, parent) => {
                if let Some(taken) = take(to, id) {
                    place(to, taken, parent.as_ref());
                    settle(to);
                }
            }
            Self::Remove(id) => {
                if let Some(taken) = take(to, id) {
                    for voice in to.judgements_mut().voices_mut() {
                        taken.walk(0, &mut |c, _| voice.forget_criterion(&c.id));
                    }
                    settle(to);
                }
            }
        }
    }
}

/// The place among its siblings that a criterion would move to.
fn neighbour(on: &Appraisal, id: &CriterionId, way: Move) -> Option<usize> {
    let siblings = on.branch(on.parent(id).map(|p| &p.id));
    let at = siblings.iter().position(|c| c.id == *id)?;
    way.from(at, siblings.len())
}

/// Refuses to put so many levels of criteria at the end of a branch that is not there, or too deep.
fn check_place(on: &Appraisal, levels: usize, parent: Option<&CriterionId>) -> Checked {
    let Some(parent) = parent else {
        return Ok(());
    };
    let all = on.criteria_in_order();
    let found = all.into_iter().find(|(c, _)| c.id == *parent);
    let (_, above) = found.ok_or_else(|| Refusal::NoCriterion(parent.clone()))?;
    if above + levels >= MAX_DEPTH {
        return Err(Refusal::TooDeep);
    }
    Ok(())
}

fn check_regroup(on: &Appraisal, id: &CriterionId, parent: Option<&CriterionId>) -> Checked {
    let moved = criterion(on, id)?;
    let (mut inside, mut levels) = (false, 0);
    moved.walk(1, &mut |c, depth| {
        inside |= Some(&c.id) == parent;
        levels = levels.max(depth);
    });
    if inside || on.parent(id).map(|p| &p.id) == parent {
        return Err(Refusal::SamePlace);
    }
    check_place(on, levels, parent)
}

/// Puts a criterion at the end of a branch or of the top.
fn place(to: &mut Appraisal, criterion: Criterion, parent: Option<&CriterionId>) {
    let Some(parent) = parent else {
        to.criteria_mut().push(criterion);
        return;
    };
    // A branch is not scored, so the scores and weight of the leaf go to its first child.
    for voice in to.judgements_mut().voices_mut() {
        voice.scores.remove_criterion(parent);
    }
    if let Some(parent) = to.criterion_mut(parent) {
        parent.children.push(criterion);
    }
}

fn take(from: &mut Appraisal, id: &CriterionId) -> Option<Criterion> {
    let (list, at) = from.siblings_mut(id)?;
    Some(list.remove(at))
}

/// Removes, everywhere else, the judgements of criteria that are gone, grouped anew, or no longer leaves.
fn settle(to: &mut Appraisal) {
    weights::settle(to);
    gateways::settle(to);
    robustness::settle(to);
}

/// The priorities, in their order, when the edit is about one.
fn in_order(on: &Appraisal, edit: &CriterionEdit) -> Vec<PriorityId> {
    if matches!(edit, CriterionEdit::Serves(..)) {
        on.frame.priorities.iter().map(|p| p.id.clone()).collect()
    } else {
        Vec::new()
    }
}

impl CriterionEdit {
    fn check(&self, on: &Appraisal) -> Checked {
        match self {
            Self::Name(text) => check_name(text),
            Self::Short(text)
            | Self::Question(text)
            | Self::Note(text)
            | Self::Origin(text)
            | Self::Anchor(_, text) => check_length(text),
            Self::Serves(id, _) => {
                if on.frame.priorities.iter().any(|p| p.id == *id) {
                    Ok(())
                } else {
                    Err(Refusal::NoEntry)
                }
            }
            Self::Scale(kind) => Ok(kind.check()?),
        }
    }

    fn perform(&self, criterion: &mut Criterion, priorities: &[PriorityId]) {
        match self {
            Self::Name(text) => text.trim().clone_into(&mut criterion.name),
            Self::Short(text) => criterion.short.clone_from(text),
            Self::Question(text) => criterion.question.clone_from(text),
            Self::Note(text) => criterion.note.clone_from(text),
            Self::Origin(text) => criterion.origin.clone_from(text),
            Self::Serves(id, on) => {
                let now = &criterion.priorities;
                let kept = |p: &&PriorityId| if *p == id { *on } else { now.contains(p) };
                criterion.priorities = priorities.iter().filter(kept).cloned().collect();
            }
            Self::Anchor(value, words) => criterion.set_anchor(*value, words),
            Self::Scale(kind) => criterion.scale.kind = kind.clone(),
        }
    }
}
