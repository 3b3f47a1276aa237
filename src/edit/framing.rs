//! Changes to what stands around options and criteria: the framework, gateways, checks, priorities.

use super::apply::{Done, named, within};
use super::{AppraisalEdit, Refusal};
use crate::model::{Appraisal, Criterion, GatewayId, Opt, Passage, PriorityId};

/// Carries out a change that concerns those lists.
pub(super) fn change(to: &mut Appraisal, edit: &AppraisalEdit) -> Done {
    match edit {
        AppraisalEdit::Framework(list) => {
            for choice in list {
                named(&choice.name)?;
                within(&choice.reason)?;
            }
            to.framework.clone_from(list);
        }
        AppraisalEdit::Gateways(list) => {
            for (at, gateway) in list.iter().enumerate() {
                named(&gateway.name)?;
                within(&gateway.test)?;
                let leaf = |m: &crate::model::Minimum| {
                    to.criterion(&m.criterion).is_some_and(Criterion::is_leaf)
                };
                if !gateway.minimum.as_ref().is_none_or(leaf) {
                    return Err(Refusal::NoEntry);
                }
                if list.iter().take(at).any(|g| g.id == gateway.id) {
                    return Err(Refusal::IdInUse(gateway.id.to_string()));
                }
            }
            to.gateways.clone_from(list);
            let kept = &to.gateways;
            for option in &mut to.options {
                option
                    .gateways
                    .retain(|id, _| kept.iter().any(|g| g.id == *id));
            }
        }
        AppraisalEdit::Check(answer) => {
            within(&answer.note)?;
            to.checks.retain(|c| c.check != answer.check);
            let silent =
                answer.yes.is_none() && answer.note.is_empty() && answer.extra.0.is_empty();
            if !silent {
                to.checks.push(answer.clone());
            }
        }
        AppraisalEdit::Priorities(list) => {
            for (at, priority) in list.iter().enumerate() {
                named(&priority.name)?;
                within(&priority.source)?;
                if list.iter().take(at).any(|p| p.id == priority.id) {
                    return Err(Refusal::IdInUse(priority.id.to_string()));
                }
            }
            to.priorities.clone_from(list);
            let kept = &to.priorities;
            unlink(&mut to.criteria, &|id| kept.iter().any(|p| p.id == *id));
        }
        AppraisalEdit::Overarching(list) => {
            for one in list {
                named(&one.name)?;
                within(&one.note)?;
            }
            to.overarching.clone_from(list);
        }
        _ => {}
    }
    Ok(())
}

fn unlink(criteria: &mut [Criterion], keep: &dyn Fn(&PriorityId) -> bool) {
    for criterion in criteria {
        criterion.priorities.retain(keep);
        unlink(&mut criterion.children, keep);
    }
}

/// Says how an option fares at a gateway; `None` takes it back.
pub(super) fn pass(option: &mut Opt, gateway: &GatewayId, passage: Option<&Passage>) -> Done {
    match passage {
        None => {
            option.gateways.remove(gateway);
        }
        Some(passage) => {
            within(&passage.evidence)?;
            option.gateways.insert(gateway.clone(), passage.clone());
        }
    }
    Ok(())
}

/// Gateways whose minimum is on a criterion that is no longer a leaf keep their words only.
pub(super) fn settle(to: &mut Appraisal) {
    let leaves: Vec<_> = to.leaves().iter().map(|c| c.id.clone()).collect();
    for gateway in &mut to.gateways {
        if gateway
            .minimum
            .as_ref()
            .is_some_and(|m| !leaves.contains(&m.criterion))
        {
            gateway.minimum = None;
        }
    }
}

/// Forgets an option in the differences between options.
pub(super) fn forget_option(criteria: &mut [Criterion], id: &str) {
    for criterion in criteria {
        criterion.judged.forget(id);
        forget_option(&mut criterion.children, id);
    }
}
