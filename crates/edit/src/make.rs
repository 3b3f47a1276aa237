//! Edits made from what a person names, with the ids and the items that they need.

use super::likeliest::likeliest;
use super::{
    Answer, Batch, BatchSubject, CriteriaEdit, CriterionEdit, Edit, FiguresEdit, GatewaysEdit,
    ListEdit, OptionEdit, OptionsEdit, Refusal, Remark, ScenarioEdit, ScenariosEdit, ScoreText,
    ScoresEdit, WeightsEdit,
};
use weighbridge_model::{
    Amount, Appraisal, Choice, ChoiceVerdict, CriterionId, Dimension, Entry, Extra, FigureId,
    Gateway, GatewayId, OptionId, Overarching, Priority, PriorityId, Qualifier, RawWeight,
    ScenarioId, Weighting, WeightingMethod,
};

impl Edit {
    /// Adds an option, with an id made from its name.
    pub fn add_option(to: &Appraisal, name: &str) -> Self {
        let taken = |id: &str| to.options.iter().any(|o| o.id.as_str() == id);
        Self::Options(OptionsEdit::Add {
            id: OptionId::from_name(name, "option", taken),
            name: name.trim().to_owned(),
        })
    }

    /// Adds an item for each of some names, as one step to undo.
    ///
    /// # Errors
    /// Why one of them may not be added; then none is.
    ///
    /// ```
    /// use weighbridge_edit::{BatchSubject, Edit};
    /// use weighbridge_model::{Appraisal, AppraisalId};
    /// let mut office = Appraisal::new(AppraisalId::new("office").unwrap(), "Office");
    /// let names = ["Stay", "Stay"].map(str::to_owned);
    /// let both = Edit::add_several(&office, BatchSubject::Options, &names, Edit::add_option).unwrap();
    /// both.apply(&mut office).unwrap();
    /// assert_eq!(office.options.len(), 2, "each has an id of its own");
    /// ```
    pub fn add_several(
        to: &Appraisal,
        subject: BatchSubject,
        names: &[String],
        add: impl Fn(&Appraisal, &str) -> Self,
    ) -> Result<Self, Refusal> {
        let mut then = to.clone();
        let mut edits = Vec::new();
        for name in names {
            let edit = add(&then, name);
            edit.apply(&mut then)?;
            edits.push(edit);
        }
        Ok(Self::Batch(Batch { subject, edits }))
    }

    /// Changes a fact about an option.
    pub fn change_option(id: OptionId, edit: OptionEdit) -> Self {
        Self::Options(OptionsEdit::Change(id, edit))
    }

    /// Adds a criterion, with an id made from its name.
    pub fn add_criterion(to: &Appraisal, name: &str, parent: Option<CriterionId>) -> Self {
        let all = to.criteria_in_order();
        let taken = |id: &str| all.iter().any(|(c, _)| c.id.as_str() == id);
        Self::Criteria(CriteriaEdit::Add {
            id: CriterionId::from_name(name, "criterion", taken),
            name: name.trim().to_owned(),
            parent,
        })
    }

    /// Changes a fact about a criterion.
    pub fn change_criterion(id: CriterionId, edit: CriterionEdit) -> Self {
        Self::Criteria(CriteriaEdit::Change(id, edit))
    }

    /// Says that a criterion serves a priority, or that it does not.
    pub fn serve(criterion: &CriterionId, priority: &PriorityId, on: bool) -> Self {
        let edit = CriterionEdit::Serves(priority.clone(), on);
        Self::change_criterion(criterion.clone(), edit)
    }

    /// Adds a figure, with an id made from its name.
    pub fn add_figure(to: &Appraisal, name: &str, amount: Amount, qualifier: Qualifier) -> Self {
        let taken = |id: &str| to.frame.figures.iter().any(|f| f.id.as_str() == id);
        Self::Figures(FiguresEdit::Add {
            id: FigureId::from_name(name, "figure", taken),
            name: name.trim().to_owned(),
            amount,
            qualifier,
        })
    }

    /// Adds a possibility to one of the five choices of the options framework.
    pub fn add_choice(dimension: Dimension, name: &str) -> Self {
        Self::Framework(ListEdit::Add(Choice {
            dimension,
            name: name.trim().to_owned(),
            verdict: ChoiceVerdict::Open,
            reason: String::new(),
            extra: Extra::default(),
        }))
    }

    /// Adds something that is considered beside the criteria.
    pub fn add_overarching(name: &str) -> Self {
        Self::Overarching(ListEdit::Add(Overarching {
            name: name.trim().to_owned(),
            ..Overarching::default()
        }))
    }

    /// Adds a priority of a plan, with an id made from its name; the plan is that of the last one.
    pub fn add_priority(to: &Appraisal, name: &str) -> Self {
        let list = &to.frame.priorities;
        let taken = |id: &str| list.iter().any(|p| p.id.as_str() == id);
        Self::Priorities(ListEdit::Add(Priority {
            id: PriorityId::from_name(name, "priority", taken),
            name: name.trim().to_owned(),
            source: list.last().map_or_else(String::new, |p| p.source.clone()),
            extra: Extra::default(),
        }))
    }

    /// Adds a gateway, with an id made from its name.
    pub fn add_gateway(to: &Appraisal, name: &str) -> Self {
        let gateway = named(&to.frame.gateways, name, "");
        Self::Gateways(GatewaysEdit::List(ListEdit::Add(gateway)))
    }

    /// Adds gateways, each with its name and what passes, but for those that are there by name.
    pub fn add_gateways(to: &Appraisal, new: &[(&str, &str)]) -> Self {
        let mut list = to.frame.gateways.clone();
        let there = list.len();
        for (name, test) in new {
            if !list.iter().any(|g| g.name.eq_ignore_ascii_case(name)) {
                list.push(named(&list, name, test));
            }
        }
        Self::Gateways(GatewaysEdit::Add(list.split_off(there)))
    }

    /// Puts a gateway in the place of the one with its id.
    pub fn change_gateway(changed: Gateway) -> Self {
        let id = changed.id.clone();
        Self::Gateways(GatewaysEdit::List(ListEdit::Change(id, changed)))
    }

    /// Adds a scenario, with an id made from its name.
    pub fn add_scenario(to: &Appraisal, name: &str) -> Self {
        let there = &to.judgements.scenarios;
        let taken = |id: &str| there.iter().any(|s| s.id.as_str() == id);
        Self::Scenarios(ScenariosEdit::Add {
            id: ScenarioId::from_name(name, "scenario", taken),
            name: name.trim().to_owned(),
        })
    }

    /// Adds a scenario with the weights that differ in it.
    ///
    /// ```
    /// use weighbridge_edit::Edit;
    /// use weighbridge_model::{Appraisal, AppraisalId, Criterion, CriterionId, RawWeight};
    /// let mut office = Appraisal::new(AppraisalId::new("office").unwrap(), "Office");
    /// let cost = CriterionId::new("cost").unwrap();
    /// Edit::add_criterion(&office, "Cost", None).apply(&mut office).unwrap();
    /// let own = [(&cost, RawWeight::new(40.0).unwrap())];
    /// Edit::weigh_in_scenario(&office, "Own weights", own).apply(&mut office).unwrap();
    /// let scenario = &office.judgements.scenarios[0];
    /// assert_eq!(scenario.name, "Own weights");
    /// assert_eq!(scenario.voice.weights.raw(&cost), RawWeight::new(40.0));
    /// ```
    pub fn weigh_in_scenario<'a>(
        to: &Appraisal,
        name: &str,
        weights: impl IntoIterator<Item = (&'a CriterionId, RawWeight)>,
    ) -> Self {
        let add = Self::add_scenario(to, name);
        let mut edits = vec![add.clone()];
        if let Self::Scenarios(ScenariosEdit::Add { id, .. }) = add {
            edits.extend(weights.into_iter().map(|(criterion, raw)| {
                let weight = ScenarioEdit::Weight(criterion.clone(), Some(raw));
                Self::change_scenario(id.clone(), weight)
            }));
        }
        let subject = BatchSubject::Scenario;
        Self::Batch(Batch { subject, edits })
    }

    /// Changes a scenario.
    pub fn change_scenario(id: ScenarioId, edit: ScenarioEdit) -> Self {
        Self::Scenarios(ScenariosEdit::Change(id, edit))
    }

    /// Sets one raw weight.
    pub fn weight(criterion: &CriterionId, weight: Option<RawWeight>) -> Self {
        Self::Weights(WeightsEdit::Weight(criterion.clone(), weight))
    }

    /// Sets one raw weight among the points, which come back where another way was in use.
    pub fn points(criterion: &CriterionId, weight: Option<RawWeight>) -> Self {
        Self::Weights(WeightsEdit::Points(criterion.clone(), weight))
    }

    /// Keeps what was answered about a branch by a method, as it is told by the whole of its weighting
    /// afterwards, and gives it the weights that follow.
    pub fn derive(
        on: &Appraisal,
        branch: Option<&CriterionId>,
        by: WeightingMethod,
        after: &Weighting,
        weights: Vec<(CriterionId, Option<RawWeight>)>,
    ) -> Self {
        Self::Weights(WeightsEdit::Derive {
            branch: branch.cloned(),
            by,
            answers: Answer::between(on.agreed().weights.weighting(branch), after),
            weights,
        })
    }

    /// Enters one score.
    pub fn score(option: &OptionId, criterion: &CriterionId, entry: Entry) -> Self {
        Self::Scores(ScoresEdit::Enter(vec![(
            option.clone(),
            criterion.clone(),
            entry,
        )]))
    }

    /// Enters what was typed for a score; of a range the score is what is likeliest now, or else its middle.
    pub fn typed_score(
        on: &Appraisal,
        option: &OptionId,
        criterion: &CriterionId,
        typed: ScoreText,
    ) -> Self {
        let range = match typed {
            ScoreText::Entry(entry) => return Self::score(option, criterion, entry),
            ScoreText::Range(range) => range,
        };
        let now = on.agreed().scores.get(option, criterion);
        let now = now.and_then(|score| score.entry.number());
        let entry = Entry::Number(likeliest(now, range));
        let remark = Remark::Range(Some(range));
        Self::Batch(Batch {
            subject: BatchSubject::Range,
            edits: vec![
                Self::score(option, criterion, entry),
                Self::remark(option.clone(), criterion.clone(), remark),
            ],
        })
    }

    /// Says something about one score.
    pub fn remark(option: OptionId, criterion: CriterionId, remark: Remark) -> Self {
        Self::Scores(ScoresEdit::Remark(option, criterion, remark))
    }
}

fn named(beside: &[Gateway], name: &str, test: &str) -> Gateway {
    let taken = |id: &str| beside.iter().any(|g| g.id.as_str() == id);
    Gateway {
        id: GatewayId::from_name(name, "gateway", taken),
        name: name.trim().to_owned(),
        test: test.to_owned(),
        level: None,
        extra: Extra::default(),
    }
}
