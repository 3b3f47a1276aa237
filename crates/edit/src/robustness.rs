//! Changes to what is taken to be known of weights and scores.

use super::Refusal;
use super::apply::Done;
use weighbridge_model::{Appraisal, MAX_STATEMENTS, Robustness};

pub(super) fn change(to: &mut Appraisal, robustness: &Robustness) -> Done {
    let list = &robustness.statements;
    if list.len() > MAX_STATEMENTS {
        return Err(Refusal::TooManyStatements);
    }
    for (at, statement) in list.iter().enumerate() {
        if !statement.fits(&to.criteria) {
            return Err(Refusal::BadStatement);
        }
        if list[..at].contains(statement) {
            return Err(Refusal::SaidAlready);
        }
    }
    if !Robustness::can_be_asked(robustness.precision.get()) {
        return Err(Refusal::BadPrecision);
    }
    to.judgements_mut().robustness = robustness.clone();
    Ok(())
}

/// Takes back what was said of criteria that are gone, or no longer in one group.
pub(super) fn settle(to: &mut Appraisal) {
    let said = &to.judgements.robustness.statements;
    if said.iter().all(|statement| statement.fits(&to.criteria)) {
        return;
    }
    let mut list = said.clone();
    list.retain(|statement| statement.fits(&to.criteria));
    to.judgements_mut().robustness.statements = list;
}
