//! Changes to differences in words (MACBETH), one judgement at a time.

use super::Refusal;
use super::check::Checked;
use serde::{Deserialize, Serialize};
use weighbridge_model::{Difference, MacbethJudgements};

/// A change to the order of elements, or to one difference between two of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum MacbethEdit {
    /// Put an element at a place of the order, from 0; at the end when there are not so many.
    Place(String, usize),
    /// Take an element out of the order.
    Unplace(String),
    /// Judge the difference between two elements, or take the judgement back.
    Difference {
        /// The more attractive.
        more: String,
        /// The less attractive; empty for the reference, the worst on everything.
        less: String,
        /// The lower and the upper category, 0 to 6; `None` takes the judgement back.
        categories: Option<[u8; 2]>,
    },
}

fn is_pair(difference: &Difference, more: &str, less: &str) -> bool {
    let (a, b) = (difference.more.as_str(), difference.less.as_str());
    (a, b) == (more, less) || (b, a) == (more, less)
}

impl MacbethEdit {
    /// What makes one set of judgements of another, apart from fields that this version does not know.
    ///
    /// ```
    /// use weighbridge_edit::MacbethEdit;
    /// use weighbridge_model::MacbethJudgements;
    /// let order = |ids: &[&str]| MacbethJudgements {
    ///     order: ids.iter().map(|id| (*id).to_owned()).collect(),
    ///     ..MacbethJudgements::default()
    /// };
    /// let edits = MacbethEdit::between(&order(&["a", "b", "c"]), &order(&["a", "c", "b"]));
    /// assert_eq!(edits, [MacbethEdit::Place("c".to_owned(), 1)]);
    /// ```
    pub fn between(from: &MacbethJudgements, to: &MacbethJudgements) -> Vec<Self> {
        let gone = |id: &&String| !to.order.contains(id);
        let left = from.order.iter().filter(gone).cloned();
        let mut edits: Vec<Self> = left.map(Self::Unplace).collect();
        let mut order: Vec<&String> = from.order.iter().filter(|id| !gone(id)).collect();
        for (at, id) in to.order.iter().enumerate() {
            if order.get(at) != Some(&id) {
                order.retain(|other| *other != id);
                order.insert(at, id);
                edits.push(Self::Place(id.clone(), at));
            }
        }
        let judged =
            |list: &[Difference], d: &Difference| list.iter().any(|o| is_pair(o, &d.more, &d.less));
        let difference = |d: &Difference, categories| Self::Difference {
            more: d.more.clone(),
            less: d.less.clone(),
            categories,
        };
        let back = from.differences.iter();
        edits.extend(
            back.filter(|d| !judged(&to.differences, d))
                .map(|d| difference(d, None)),
        );
        let new = to.differences.iter();
        edits.extend(
            new.filter(|d| !from.differences.contains(d))
                .map(|d| difference(d, Some([d.low, d.high]))),
        );
        edits
    }

    /// Refuses what names other elements than those that are there, or no categories.
    pub(super) fn check(&self, there: impl Fn(&str) -> bool, with_reference: bool) -> Checked {
        let fits = match self {
            Self::Place(id, _) => there(id),
            Self::Unplace(_) => true,
            Self::Difference {
                more,
                less,
                categories,
            } => {
                let known = there(more) && (there(less) || (less.is_empty() && with_reference));
                let taken_back = categories.is_none();
                let category = |[low, high]: [u8; 2]| low <= high && high <= 6;
                taken_back || (known && more != less && categories.is_some_and(category))
            }
        };
        if fits {
            Ok(())
        } else {
            Err(Refusal::BadAnswer)
        }
    }

    pub(super) fn perform(&self, to: &mut MacbethJudgements) {
        match self {
            Self::Place(id, at) => {
                to.order.retain(|other| other != id);
                to.order.insert((*at).min(to.order.len()), id.clone());
            }
            Self::Unplace(id) => to.order.retain(|other| other != id),
            Self::Difference {
                more,
                less,
                categories,
            } => {
                to.differences.retain(|d| !is_pair(d, more, less));
                if let Some([low, high]) = *categories {
                    to.differences.push(Difference {
                        more: more.clone(),
                        less: less.clone(),
                        low,
                        high,
                    });
                }
            }
        }
    }
}
