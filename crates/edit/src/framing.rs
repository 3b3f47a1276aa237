//! Changes to what stands around options and criteria: the framework, gateways, checks, priorities.

use super::apply::{Done, check_length, check_name};
use super::{AppraisalEdit, CriterionEdit, Edit, Move, Refusal};
use weighbridge_model::{
    Alternative, Appraisal, Choice, ChoiceVerdict, Criterion, CriterionId, Dimension, Extra,
    Gateway, GatewayId, GatewayResult, Mark, Overarching, Priority, PriorityId, SUCCESS_FACTORS,
};

/// Carries out a change that concerns those lists.
pub(super) fn change(to: &mut Appraisal, edit: &AppraisalEdit) -> Done {
    match edit {
        AppraisalEdit::Framework(list) => {
            for choice in list {
                check_name(&choice.name)?;
                check_length(&choice.reason)?;
            }
            to.frame_mut().framework.clone_from(list);
        }
        AppraisalEdit::Gateways(list) => {
            for (at, gateway) in list.iter().enumerate() {
                check_name(&gateway.name)?;
                check_length(&gateway.test)?;
                if let Some(Mark::Label(text) | Mark::Amount { unit: text, .. }) =
                    gateway.level.as_ref().map(|level| &level.mark)
                {
                    check_length(text)?;
                }
                let leaf = |level: &weighbridge_model::Required| {
                    let criterion = to.criterion(&level.criterion);
                    criterion.is_some_and(Criterion::is_leaf)
                };
                if !gateway.level.as_ref().is_none_or(leaf) {
                    return Err(Refusal::NoEntry);
                }
                if list.iter().take(at).any(|g| g.id == gateway.id) {
                    return Err(Refusal::IdInUse(gateway.id.to_string()));
                }
            }
            to.frame_mut().gateways.clone_from(list);
            let frame = to.frame.clone();
            for option in to.options_mut() {
                option
                    .gateways
                    .retain(|id, _| frame.gateways.iter().any(|g| g.id == *id));
            }
        }
        AppraisalEdit::AllPass(id) => all_pass(to, id)?,
        AppraisalEdit::Check(answer) => {
            check_length(&answer.note)?;
            to.frame_mut().checks.retain(|c| c.check != answer.check);
            let silent =
                answer.yes.is_none() && answer.note.is_empty() && answer.extra.0.is_empty();
            if !silent {
                to.frame_mut().checks.push(answer.clone());
            }
        }
        AppraisalEdit::Priorities(list) => {
            for (at, priority) in list.iter().enumerate() {
                check_name(&priority.name)?;
                check_length(&priority.source)?;
                if list.iter().take(at).any(|p| p.id == priority.id) {
                    return Err(Refusal::IdInUse(priority.id.to_string()));
                }
            }
            to.frame_mut().priorities.clone_from(list);
            let frame = to.frame.clone();
            unlink(to.criteria_mut(), &|id| {
                frame.priorities.iter().any(|p| p.id == *id)
            });
        }
        AppraisalEdit::Overarching(list) => {
            for one in list {
                check_name(&one.name)?;
                check_length(&one.note)?;
            }
            to.frame_mut().overarching.clone_from(list);
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
pub(super) fn pass(
    option: &mut Alternative,
    gateway: &GatewayId,
    passage: Option<&GatewayResult>,
) -> Done {
    match passage {
        None => {
            option.gateways.remove(gateway);
        }
        Some(passage) => {
            check_length(&passage.evidence)?;
            option.gateways.insert(gateway.clone(), passage.clone());
        }
    }
    Ok(())
}

/// Says that every appraised option passes that is not judged at a gateway that people judge.
fn all_pass(to: &mut Appraisal, id: &GatewayId) -> Done {
    let people = |g: &Gateway| g.id == *id && g.level.is_none();
    if !to.frame.gateways.iter().any(people) {
        return Err(Refusal::NoEntry);
    }
    for option in to.options_mut().iter_mut().filter(|o| o.is_appraised()) {
        let said = option.gateways.get(id).cloned();
        let passage = said.unwrap_or_default();
        if passage.pass.is_none() {
            let pass = Some(true);
            let passes = GatewayResult { pass, ..passage };
            option.gateways.insert(id.clone(), passes);
        }
    }
    Ok(())
}

/// Gateways whose level is on a criterion that is no longer a leaf keep their words only.
pub(super) fn settle(to: &mut Appraisal) {
    let leaves: Vec<_> = to.leaves().iter().map(|c| c.id.clone()).collect();
    for gateway in &mut to.frame_mut().gateways {
        if gateway
            .level
            .as_ref()
            .is_some_and(|level| !leaves.contains(&level.criterion))
        {
            gateway.level = None;
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

/// The lists that stand around options and criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// The possibilities in the options framework.
    Framework,
    /// The gateways.
    Gateways,
    /// The priorities of plans.
    Priorities,
    /// What is considered beside the criteria.
    Overarching,
}

fn without<T: Clone>(list: &[T], at: usize) -> Vec<T> {
    let mut list = list.to_vec();
    if at < list.len() {
        list.remove(at);
    }
    list
}

fn swapped<T: Clone>(list: &[T], at: usize, to: usize) -> Vec<T> {
    let mut list = list.to_vec();
    if at < list.len() && to < list.len() {
        list.swap(at, to);
    }
    list
}

impl List {
    /// The list without one, by its place from 0.
    pub fn removed(self, on: &Appraisal, at: usize) -> Edit {
        Edit::Appraisal(match self {
            Self::Framework => AppraisalEdit::Framework(without(&on.frame.framework, at)),
            Self::Gateways => AppraisalEdit::Gateways(without(&on.frame.gateways, at)),
            Self::Priorities => AppraisalEdit::Priorities(without(&on.frame.priorities, at)),
            Self::Overarching => AppraisalEdit::Overarching(without(&on.frame.overarching, at)),
        })
    }

    /// The list with one moved a place up or down; in the framework, among those of its own choice.
    /// At the end of the list nothing moves.
    pub fn moved(self, on: &Appraisal, at: usize, shift: Move) -> Edit {
        let next = match shift {
            Move::Up => at.saturating_sub(1),
            Move::Down => at + 1,
        };
        Edit::Appraisal(match self {
            Self::Framework => {
                let list = &on.frame.framework;
                let of = |at: usize| list.get(at).map(|c| c.dimension);
                let alike = |to: &usize| of(*to) == of(at);
                let to = match shift {
                    Move::Up => (0..at).rev().find(alike),
                    Move::Down => (at + 1..list.len()).find(alike),
                };
                AppraisalEdit::Framework(swapped(list, at, to.unwrap_or(at)))
            }
            Self::Gateways => AppraisalEdit::Gateways(swapped(&on.frame.gateways, at, next)),
            Self::Priorities => AppraisalEdit::Priorities(swapped(&on.frame.priorities, at, next)),
            Self::Overarching => {
                AppraisalEdit::Overarching(swapped(&on.frame.overarching, at, next))
            }
        })
    }
}

impl Edit {
    /// Adds a possibility to one of the five choices of the options framework.
    pub fn add_choice(to: &Appraisal, dimension: Dimension, name: &str) -> Self {
        let mut list = to.frame.framework.clone();
        list.push(Choice {
            dimension,
            name: name.trim().to_owned(),
            verdict: ChoiceVerdict::Open,
            reason: String::new(),
            extra: Extra::default(),
        });
        Self::Appraisal(AppraisalEdit::Framework(list))
    }

    /// Adds a gateway, with an id made from its name.
    pub fn add_gateway(to: &Appraisal, name: &str) -> Self {
        let mut list = to.frame.gateways.clone();
        push_gateway(&mut list, name, "");
        Self::Appraisal(AppraisalEdit::Gateways(list))
    }

    /// Adds the critical success factors of the Green Book, but for those that are there by name.
    pub fn add_success_factors(to: &Appraisal) -> Self {
        let mut list = to.frame.gateways.clone();
        for (name, test) in SUCCESS_FACTORS {
            if !list.iter().any(|g| g.name.eq_ignore_ascii_case(name)) {
                push_gateway(&mut list, name, test);
            }
        }
        Self::Appraisal(AppraisalEdit::Gateways(list))
    }

    /// Adds a priority of a plan, with an id made from its name; the plan is that of the last one.
    pub fn add_priority(to: &Appraisal, name: &str) -> Self {
        let mut list = to.frame.priorities.clone();
        let source = list.last().map_or_else(String::new, |p| p.source.clone());
        let taken = |id: &str| list.iter().any(|p| p.id.as_str() == id);
        list.push(Priority {
            id: PriorityId::from_name(name, "priority", taken),
            name: name.trim().to_owned(),
            source,
            extra: Extra::default(),
        });
        Self::Appraisal(AppraisalEdit::Priorities(list))
    }

    /// Adds something that is considered beside the criteria.
    pub fn add_overarching(to: &Appraisal, name: &str) -> Self {
        let mut list = to.frame.overarching.clone();
        list.push(Overarching {
            name: name.trim().to_owned(),
            ..Overarching::default()
        });
        Self::Appraisal(AppraisalEdit::Overarching(list))
    }

    /// Says that a criterion serves a priority, or that it does not.
    pub fn serve(to: &Appraisal, criterion: &CriterionId, priority: &PriorityId, on: bool) -> Self {
        let now = to.criterion(criterion).map_or(&[][..], |c| &c.priorities);
        let kept = |id: &PriorityId| {
            if id == priority { on } else { now.contains(id) }
        };
        let ids = to.frame.priorities.iter().map(|p| p.id.clone());
        let list = ids.filter(kept).collect();
        Self::Criterion(criterion.clone(), CriterionEdit::Priorities(list))
    }
}

fn push_gateway(list: &mut Vec<Gateway>, name: &str, test: &str) {
    let taken = |id: &str| list.iter().any(|g| g.id.as_str() == id);
    let gateway = Gateway {
        id: GatewayId::from_name(name, "gateway", taken),
        name: name.trim().to_owned(),
        test: test.to_owned(),
        level: None,
        extra: Extra::default(),
    };
    list.push(gateway);
}
