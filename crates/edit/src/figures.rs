//! Changes to the figures an appraisal relies on.

use super::Refusal;
use super::check::{Checked, check_length, check_name};
use serde::{Deserialize, Serialize};
use weighbridge_model::{
    Amount, Figure, FigureId, FigureStatus, Frame, PartialDate, PriceBase, Qualifier,
};

/// A change to the list of figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FiguresEdit {
    /// Add a figure at the end.
    Add {
        /// Its id, not yet in use.
        id: FigureId,
        /// What it is a figure of.
        name: String,
        /// How many of what.
        amount: Amount,
        /// How the source hedges it.
        qualifier: Qualifier,
    },
    /// Change a fact about a figure.
    Change(FigureId, FigureEdit),
    /// Remove a figure.
    Remove(FigureId),
}

/// A change to a figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FigureEdit {
    /// What it is a figure of; not empty.
    Name(String),
    /// How many of what.
    Amount(Amount),
    /// How the source hedges it.
    Qualifier(Qualifier),
    /// The period.
    Period(String),
    /// The price base.
    PriceBase(PriceBase),
    /// The kind of figure.
    Status(FigureStatus),
    /// Where it is from.
    Source(String),
    /// The date of the source.
    Date(Option<PartialDate>),
    /// Anything a reader has to know.
    Note(String),
}

impl FiguresEdit {
    pub(super) fn check(&self, on: &Frame) -> Checked {
        let there = |id: &FigureId| on.figures.iter().any(|f| f.id == *id);
        let known = |id| {
            if there(id) {
                Ok(())
            } else {
                Err(Refusal::NoEntry)
            }
        };
        match self {
            Self::Add { id, name, .. } => {
                check_name(name)?;
                if there(id) {
                    return Err(Refusal::IdInUse(id.to_string()));
                }
                Ok(())
            }
            Self::Change(id, edit) => {
                known(id)?;
                edit.check()
            }
            Self::Remove(id) => known(id),
        }
    }

    pub(super) fn perform(&self, to: &mut Frame) {
        match self {
            Self::Add {
                id,
                name,
                amount,
                qualifier,
            } => to.figures.push(Figure {
                qualifier: *qualifier,
                ..Figure::new(id.clone(), name, amount.clone())
            }),
            Self::Change(id, edit) => {
                if let Some(figure) = to.figures.iter_mut().find(|f| f.id == *id) {
                    edit.perform(figure);
                }
            }
            Self::Remove(id) => to.figures.retain(|f| f.id != *id),
        }
    }
}

impl FigureEdit {
    fn check(&self) -> Checked {
        match self {
            Self::Name(text) => check_name(text),
            Self::Period(text) | Self::Source(text) | Self::Note(text) => check_length(text),
            Self::Amount(_)
            | Self::Qualifier(_)
            | Self::PriceBase(_)
            | Self::Status(_)
            | Self::Date(_) => Ok(()),
        }
    }

    fn perform(&self, figure: &mut Figure) {
        match self {
            Self::Name(text) => text.trim().clone_into(&mut figure.name),
            Self::Period(text) => figure.period.clone_from(text),
            Self::Source(text) => figure.source.clone_from(text),
            Self::Note(text) => figure.note.clone_from(text),
            Self::Amount(amount) => figure.amount = amount.clone(),
            Self::Qualifier(qualifier) => figure.qualifier = *qualifier,
            Self::PriceBase(base) => figure.price_base = *base,
            Self::Status(status) => figure.status = *status,
            Self::Date(date) => figure.date = *date,
        }
    }
}
