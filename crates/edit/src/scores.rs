//! Changes to scores: how options do on criteria.

use super::check::{Checked, check_length, check_range, leaf, option, value_ends};
use super::{MacbethEdit, Rescaled, Target, cells, rescale};
use serde::{Deserialize, Serialize};
use weighbridge_model::{Appraisal, Confidence, CriterionId, Entry, Finite, OptionId, Score};

/// A change to the scores.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ScoresEdit {
    /// Enter scores: one, or a block pasted at once. Reasons and sources stay.
    Enter(Vec<(OptionId, CriterionId, Entry)>),
    /// Give criteria other scales, and what is scored on them as it reads there: one change, so that
    /// no score means something else in between.
    Rescale(Vec<Rescaled>),
    /// Score all options on a criterion against each other, the best 100 and the worst 0; the words of the
    /// two ends of its scale then say whose they are.
    Relative {
        /// The criterion, with values given directly.
        criterion: CriterionId,
        /// The value of each option.
        values: Vec<(OptionId, Finite)>,
        /// What 0 and 100 are now.
        ends: [String; 2],
    },
    /// Judge differences between options on a criterion, in words.
    Judge(CriterionId, Vec<MacbethEdit>),
    /// Say something about one score.
    Remark(OptionId, CriterionId, Remark),
}

/// A remark about a score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Remark {
    /// Why.
    Reason(String),
    /// Where the evidence is.
    Source(String),
    /// How sure.
    Confidence(Option<Confidence>),
    /// Who gave it.
    Who(String),
    /// The least and the greatest it could be.
    Range(Option<[Finite; 2]>),
}

impl ScoresEdit {
    pub(super) fn check(&self, on: &Appraisal) -> Checked {
        match self {
            Self::Enter(list) => check_cells(on, list),
            Self::Rescale(all) => rescale::check(on, all),
            Self::Relative {
                criterion,
                values,
                ends,
            } => {
                let cell = |(of, _): &(OptionId, _)| cells::check(on, of, criterion);
                values.iter().try_for_each(cell)?;
                leaf(on, criterion)?;
                ends.iter().try_for_each(|words| check_length(words))
            }
            Self::Judge(id, edits) => {
                leaf(on, id)?;
                let there = |id: &str| on.options.iter().any(|o| o.id.as_str() == id);
                edits.iter().try_for_each(|edit| edit.check(there, false))
            }
            Self::Remark(of, by, remark) => {
                remark.check()?;
                cells::check(on, of, by)
            }
        }
    }

    pub(super) fn perform(&self, to: &mut Appraisal) {
        match self {
            Self::Enter(list) => {
                for (of, by, entry) in list {
                    cells::change(to, of, by, |score| score.entry = entry.clone());
                }
            }
            Self::Rescale(all) => rescale::perform(to, all),
            Self::Relative {
                criterion,
                values,
                ends,
            } => {
                for (of, value) in values {
                    let entry = Entry::Number(*value);
                    cells::change(to, of, criterion, |score| score.entry = entry);
                }
                if let Some(criterion) = to.criterion_mut(criterion) {
                    for (at, words) in value_ends().into_iter().zip(ends) {
                        criterion.set_anchor(at, words);
                    }
                }
            }
            Self::Judge(id, edits) => {
                to.agreed_mut().scores.change_differences(id, |judged| {
                    edits.iter().for_each(|edit| edit.perform(judged));
                });
            }
            Self::Remark(of, by, remark) => {
                cells::change(to, of, by, |score| remark.perform(score))
            }
        }
    }

    pub(super) fn target(&self) -> Option<Target> {
        match self {
            Self::Enter(list) => match list.as_slice() {
                [(of, by, _)] => Some(Target::Score(of.clone(), by.clone())),
                _ => None,
            },
            Self::Rescale(_) | Self::Relative { .. } | Self::Judge(..) | Self::Remark(..) => None,
        }
    }
}

/// Refuses a block with a score that has no place. Blocks are large, so each option and each criterion
/// is looked up once.
fn check_cells(on: &Appraisal, list: &[(OptionId, CriterionId, Entry)]) -> Checked {
    let (mut options, mut leaves) = (Vec::new(), Vec::new());
    for (of, by, _) in list {
        if options.last() != Some(&of) {
            option(on, of)?;
            options.push(of);
        }
        if !leaves.contains(&by) {
            leaf(on, by)?;
            leaves.push(by);
        }
    }
    Ok(())
}

impl Remark {
    fn check(&self) -> Checked {
        match self {
            Self::Reason(text) | Self::Source(text) | Self::Who(text) => check_length(text),
            Self::Confidence(_) => Ok(()),
            Self::Range(range) => check_range(range.as_ref()),
        }
    }

    fn perform(&self, score: &mut Score) {
        match self {
            Self::Reason(text) => score.reason.clone_from(text),
            Self::Source(text) => score.source.clone_from(text),
            Self::Confidence(confidence) => score.confidence = *confidence,
            Self::Who(text) => score.who.clone_from(text),
            Self::Range(range) => score.range = *range,
        }
    }
}
