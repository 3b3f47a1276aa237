//! Changes to what is taken to be known of weights and scores.

use super::Refusal;
use super::check::Checked;
use serde::{Deserialize, Serialize};
use weighbridge_model::{Appraisal, Finite, MAX_STATEMENTS, Robustness, Shape, Statement};

/// A change to what is taken to be known of weights and scores.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum RobustnessEdit {
    /// Add a statement about weights, after those there are.
    Say(Statement),
    /// Take a statement back.
    TakeBack(Statement),
    /// How scores with a stated range are distributed over it.
    Shape(Shape),
    /// How closely shares are to be known.
    Precision(Finite),
    /// What random numbers begin with.
    Seed(u32),
}

impl RobustnessEdit {
    pub(super) fn check(&self, on: &Appraisal) -> Checked {
        let said = &on.judgements.robustness.statements;
        match self {
            Self::Say(_) if said.len() >= MAX_STATEMENTS => Err(Refusal::TooManyStatements),
            Self::Say(new) if !new.fits(&on.criteria) => Err(Refusal::BadStatement),
            Self::Say(new) if said.contains(new) => Err(Refusal::SaidAlready),
            Self::TakeBack(old) if !said.contains(old) => Err(Refusal::NoEntry),
            Self::Precision(x) if !Robustness::can_be_asked(x.get()) => Err(Refusal::BadPrecision),
            Self::Say(_)
            | Self::TakeBack(_)
            | Self::Shape(_)
            | Self::Precision(_)
            | Self::Seed(_) => Ok(()),
        }
    }

    pub(super) fn perform(&self, to: &mut Robustness) {
        match self {
            Self::Say(new) => to.statements.push(new.clone()),
            Self::TakeBack(old) => to.statements.retain(|said| said != old),
            Self::Shape(shape) => to.shape = *shape,
            Self::Precision(precision) => to.precision = *precision,
            Self::Seed(seed) => to.seed = *seed,
        }
    }
}

/// Removes the statements about criteria that are gone, or no longer in one group.
pub(super) fn settle(to: &mut Appraisal) {
    let said = &to.judgements.robustness.statements;
    if said.iter().all(|statement| statement.fits(&to.criteria)) {
        return;
    }
    let criteria = to.criteria.clone();
    let statements = &mut to.judgements_mut().robustness.statements;
    statements.retain(|statement| statement.fits(&criteria));
}
