//! Changes to what every option has to pass.

use super::check::{Checked, check_length, check_name};
use super::{ListEdit, Refusal};
use serde::{Deserialize, Serialize};
use weighbridge_model::{
    Alternative, Appraisal, Criterion, Gateway, GatewayId, GatewayResult, Mark, Required,
};

/// A change to the gateways.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum GatewaysEdit {
    /// Add, change, move or remove one. What was judged at one that is removed goes with it.
    List(ListEdit<GatewayId, Gateway>),
    /// Add several at the end.
    Add(Vec<Gateway>),
    /// Every appraised option not judged yet passes a gateway, one that has no level.
    AllPass(GatewayId),
}

fn place(list: &[Gateway], id: &GatewayId) -> Option<usize> {
    list.iter().position(|g| g.id == *id)
}

/// Refuses a gateway that makes no sense by itself, or whose level is on no leaf.
fn check_one(gateway: &Gateway, on: &Appraisal) -> Checked {
    check_name(&gateway.name)?;
    check_length(&gateway.test)?;
    if let Some(Mark::Label(text) | Mark::Amount { unit: text, .. }) =
        gateway.level.as_ref().map(|level| &level.mark)
    {
        check_length(text)?;
    }
    let leaf = |level: &Required| {
        let criterion = on.criterion(&level.criterion);
        criterion.is_some_and(Criterion::is_leaf)
    };
    if gateway.level.as_ref().is_none_or(leaf) {
        Ok(())
    } else {
        Err(Refusal::NoEntry)
    }
}

impl GatewaysEdit {
    pub(super) fn check(&self, on: &Appraisal) -> Checked {
        let there = &on.frame.gateways;
        match self {
            Self::List(edit) => {
                edit.check(there, place)?;
                let Some(gateway) = edit.item() else {
                    return Ok(());
                };
                check_one(gateway, on)?;
                if edit.key() != Some(&gateway.id) && place(there, &gateway.id).is_some() {
                    return Err(Refusal::IdInUse(gateway.id.to_string()));
                }
                if edit.key().is_some_and(|id| *id != gateway.id) {
                    return Err(Refusal::NoEntry);
                }
                Ok(())
            }
            Self::Add(list) => list.iter().enumerate().try_for_each(|(at, gateway)| {
                check_one(gateway, on)?;
                let mut beside = there.iter().chain(list.iter().take(at));
                if beside.any(|g| g.id == gateway.id) {
                    return Err(Refusal::IdInUse(gateway.id.to_string()));
                }
                Ok(())
            }),
            Self::AllPass(id) => {
                let people = |g: &Gateway| g.id == *id && g.level.is_none();
                if there.iter().any(people) {
                    Ok(())
                } else {
                    Err(Refusal::NoEntry)
                }
            }
        }
    }

    pub(super) fn perform(&self, to: &mut Appraisal) {
        match self {
            Self::List(edit) => {
                edit.perform(&mut to.frame_mut().gateways, place, |_, _| true);
                if let ListEdit::Remove(id) = edit {
                    forget(to, id);
                }
            }
            Self::Add(list) => to.frame_mut().gateways.extend_from_slice(list),
            Self::AllPass(id) => all_pass(to, id),
        }
    }
}

/// Forgets what was judged at a gateway.
fn forget(to: &mut Appraisal, id: &GatewayId) {
    if to.options.iter().any(|o| o.gateways.contains_key(id)) {
        for option in to.options_mut() {
            option.gateways.remove(id);
        }
    }
}

fn all_pass(to: &mut Appraisal, id: &GatewayId) {
    let appraised = |o: &&mut Alternative| o.is_appraised();
    for option in to.options_mut().iter_mut().filter(appraised) {
        let passage = option.gateways.get(id).cloned().unwrap_or_default();
        if passage.pass.is_none() {
            let pass = Some(true);
            let passes = GatewayResult { pass, ..passage };
            option.gateways.insert(id.clone(), passes);
        }
    }
}

/// Gateways whose level is on a criterion that is no longer a leaf keep their words only.
pub(super) fn settle(to: &mut Appraisal) {
    let leaf = |level: &Required| {
        let criterion = to.criterion(&level.criterion);
        criterion.is_some_and(Criterion::is_leaf)
    };
    let lost = |g: &Gateway| g.level.as_ref().is_some_and(|level| !leaf(level));
    let lost: Vec<bool> = to.frame.gateways.iter().map(lost).collect();
    if lost.contains(&true) {
        for (gateway, lost) in to.frame_mut().gateways.iter_mut().zip(lost) {
            if lost {
                gateway.level = None;
            }
        }
    }
}
