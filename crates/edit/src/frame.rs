//! Changes to what an appraisal is about.

use super::check::{Checked, check_length, check_name};
use super::{Refusal, Target};
use serde::{Deserialize, Serialize};
use weighbridge_model::{CheckAnswer, Finite, Frame, PartialDate, Status};

/// A change to a fact about the appraisal as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FrameEdit {
    /// The title; not empty.
    Title(String),
    /// The question.
    Question(String),
    /// The body that decides.
    Body(String),
    /// The date.
    Date(Option<PartialDate>),
    /// The status.
    Status(Status),
    /// The notice shown with every result.
    Notice(String),
    /// The background.
    Background(String),
    /// What those who decide are asked to do.
    Asked(String),
    /// The margin below which a lead is no clear winner, in points of 100; 0 or more.
    Margin(Finite),
    /// The answer to one of the seven checks.
    Check(CheckAnswer),
}

impl FrameEdit {
    pub(super) fn check(&self) -> Checked {
        match self {
            Self::Title(text) => check_name(text),
            Self::Question(text)
            | Self::Body(text)
            | Self::Notice(text)
            | Self::Background(text)
            | Self::Asked(text) => check_length(text),
            Self::Date(_) | Self::Status(_) => Ok(()),
            Self::Margin(margin) if margin.get() < 0.0 => Err(Refusal::NegativeMargin),
            Self::Margin(_) => Ok(()),
            Self::Check(answer) => check_length(&answer.note),
        }
    }

    pub(super) fn perform(&self, to: &mut Frame) {
        match self {
            Self::Title(text) => text.trim().clone_into(&mut to.title),
            Self::Question(text) => to.question.clone_from(text),
            Self::Body(text) => to.body.clone_from(text),
            Self::Notice(text) => to.notice.clone_from(text),
            Self::Background(text) => to.background.clone_from(text),
            Self::Asked(text) => to.asked.clone_from(text),
            Self::Date(date) => to.date = *date,
            Self::Status(status) => to.status = *status,
            Self::Margin(margin) => to.margin = *margin,
            Self::Check(answer) => {
                to.checks.retain(|c| c.check != answer.check);
                let silent =
                    answer.yes.is_none() && answer.note.is_empty() && answer.extra.0.is_empty();
                if !silent {
                    to.checks.push(answer.clone());
                }
            }
        }
    }

    pub(super) fn target(&self) -> Option<Target> {
        match self {
            Self::Margin(_) => Some(Target::Margin),
            Self::Title(_)
            | Self::Question(_)
            | Self::Body(_)
            | Self::Date(_)
            | Self::Status(_)
            | Self::Notice(_)
            | Self::Background(_)
            | Self::Asked(_)
            | Self::Check(_) => None,
        }
    }
}
