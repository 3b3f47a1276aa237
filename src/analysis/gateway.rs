//! Whether an option passes a gateway.

use super::{Analysis, TIE};
use crate::model::{Appraisal, CriterionId, Gateway, Opt};

/// How an option fares at a gateway.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gate {
    /// Whether it passes; `None` while nobody can say.
    pub pass: Option<bool>,
    /// The value that decided it, at a gateway with a minimum level.
    pub value: Option<f64>,
}

/// How an option fares: by its value where the gateway has a minimum and there is one, else as
/// somebody said.
pub(super) fn gate(
    option: &Opt,
    gateway: &Gateway,
    value_on: impl Fn(&CriterionId) -> Option<f64>,
) -> Gate {
    let minimum = gateway.minimum.as_ref();
    let value = minimum.and_then(|m| value_on(&m.criterion));
    let pass = match (minimum, value) {
        (Some(minimum), Some(value)) => Some(value >= minimum.value.get() - TIE),
        _ => option.gateways.get(&gateway.id).and_then(|p| p.pass),
    };
    Gate { pass, value }
}

impl Analysis {
    /// The value of an option on a criterion, if the option is appraised and has one.
    pub fn value(&self, option: &Opt, criterion: &CriterionId) -> Option<f64> {
        let row = self.values.get(self.option(&option.id)?)?;
        let node = self.node(criterion)?;
        let leaf = self.leaves.iter().position(|leaf| *leaf == node)?;
        row.get(leaf)?.value()
    }

    /// How an option fares at a gateway.
    pub fn gate(&self, option: &Opt, gateway: &Gateway) -> Gate {
        gate(option, gateway, |criterion| self.value(option, criterion))
    }

    /// The gateways that an option fails.
    pub fn failed<'a>(
        &'a self,
        on: &'a Appraisal,
        option: &'a Opt,
    ) -> impl Iterator<Item = &'a Gateway> {
        let fails = |g: &&Gateway| self.gate(option, g).pass == Some(false);
        on.gateways.iter().filter(fails)
    }
}
