use super::{
    Alternative, AppraisalId, CheckAnswer, Choice, Criterion, CriterionId, Extra, Figure, Finite,
    Gateway, OptionId, Overarching, PartialDate, Priority, Robustness, Scenario, Scores, Weighting,
};

/// An options appraisal: a question, the options, what distinguishes them, and what was said of each.
#[derive(Clone, Debug, PartialEq)]
pub struct Appraisal {
    /// Names the appraisal among those kept in one browser.
    pub id: AppraisalId,
    /// The title.
    pub title: String,
    /// The question that is to be decided.
    pub question: String,
    /// The body that decides.
    pub body: String,
    /// The date of the decision or the report.
    pub date: Option<PartialDate>,
    /// How far to trust it.
    pub status: Status,
    /// A notice shown with every result, such as "Illustrative scores: not the council’s".
    pub notice: String,
    /// The background a reader needs.
    pub background: String,
    /// A lead below this many points of 100 is "no clear winner". 0 or more; 2 by default.
    pub margin: Finite,
    /// Documents the appraisal rests on.
    pub sources: Vec<Source>,
    /// Figures the appraisal relies on.
    pub figures: Vec<Figure>,
    /// Possibilities looked at in the five choices of the options framework, in the order shown.
    pub framework: Vec<Choice>,
    /// What every option has to pass.
    pub gateways: Vec<Gateway>,
    /// The options, in the order shown, the ruled out included.
    pub options: Vec<Alternative>,
    /// The criteria at the top of the tree, in the order shown.
    pub criteria: Vec<Criterion>,
    /// How the weights at the top of the tree came about.
    pub weighting: Weighting,
    /// Answers to the seven checks of a set of criteria.
    pub checks: Vec<CheckAnswer>,
    /// Priorities of plans that the options are to serve.
    pub priorities: Vec<Priority>,
    /// What is considered beside the criteria.
    pub overarching: Vec<Overarching>,
    /// What was said of each option on each criterion.
    pub scores: Scores,
    /// What the weights and scores would be if something happened, in the order shown.
    pub scenarios: Vec<Scenario>,
    /// What is taken to be known when weights and scores are not certain.
    pub robustness: Robustness,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}

/// How far to trust an appraisal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Being worked on.
    Draft,
    /// Finished.
    Final,
    /// Made up, to show or to teach.
    Illustrative,
}

impl Status {
    /// Every status, in the order shown.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Final, Self::Illustrative];

    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Draft => "Draft",
            Self::Final => "Final",
            Self::Illustrative => "Illustrative",
        }
    }
}

/// A document the appraisal rests on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// The title.
    pub title: String,
    /// Where to find it.
    pub link: String,
    /// Its date.
    pub date: Option<PartialDate>,
    /// What it is used for.
    pub note: String,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}

impl Appraisal {
    /// The margin below which a lead is "no clear winner", unless an appraisal says otherwise.
    pub const DEFAULT_MARGIN: f64 = 2.0;

    /// An appraisal with a title and nothing else.
    pub fn new(id: AppraisalId, title: &str) -> Self {
        Self {
            id,
            title: title.to_owned(),
            question: String::new(),
            body: String::new(),
            date: None,
            status: Status::Draft,
            notice: String::new(),
            background: String::new(),
            margin: Finite::new(Self::DEFAULT_MARGIN).unwrap_or(Finite::ZERO),
            sources: Vec::new(),
            figures: Vec::new(),
            framework: Vec::new(),
            gateways: Vec::new(),
            options: Vec::new(),
            criteria: Vec::new(),
            weighting: Weighting::default(),
            checks: Vec::new(),
            priorities: Vec::new(),
            overarching: Vec::new(),
            scores: Scores::default(),
            scenarios: Vec::new(),
            robustness: Robustness::default(),
            extra: Extra::default(),
        }
    }

    /// Whether any score of an appraised option has a stated range.
    pub fn has_score_ranges(&self) -> bool {
        let leaves = self.leaves();
        let ranged = |o: &Alternative, c: &Criterion| {
            let score = self.scores.get(&o.id, &c.id);
            score.is_some_and(|s| s.range.is_some())
        };
        self.appraised()
            .any(|o| leaves.iter().any(|c| ranged(o, c)))
    }

    /// The option with an id.
    pub fn option(&self, id: &OptionId) -> Option<&Alternative> {
        self.options.iter().find(|o| o.id == *id)
    }

    /// The options that are appraised, in order: all but the ruled out.
    pub fn appraised(&self) -> impl Iterator<Item = &Alternative> {
        self.options.iter().filter(|o| o.is_appraised())
    }

    /// Every criterion, branches before their children, with its depth (0 at the top).
    pub fn criteria_in_order(&self) -> Vec<(&Criterion, usize)> {
        let mut all = Vec::new();
        for c in &self.criteria {
            c.walk(0, &mut |c, depth| all.push((c, depth)));
        }
        all
    }

    /// The criteria that options are scored on, in order.
    pub fn leaves(&self) -> Vec<&Criterion> {
        self.criteria_in_order()
            .into_iter()
            .filter_map(|(c, _)| c.is_leaf().then_some(c))
            .collect()
    }

    /// The criterion with an id.
    pub fn criterion(&self, id: &CriterionId) -> Option<&Criterion> {
        self.criteria_in_order()
            .into_iter()
            .map(|(c, _)| c)
            .find(|c| c.id == *id)
    }

    /// The criterion with an id, to change.
    pub fn criterion_mut(&mut self, id: &CriterionId) -> Option<&mut Criterion> {
        fn find<'a>(list: &'a mut [Criterion], id: &CriterionId) -> Option<&'a mut Criterion> {
            for c in list {
                if c.id == *id {
                    return Some(c);
                }
                if let Some(found) = find(&mut c.children, id) {
                    return Some(found);
                }
            }
            None
        }
        find(&mut self.criteria, id)
    }

    /// The list that holds a criterion, and its place there.
    pub fn siblings_mut(&mut self, id: &CriterionId) -> Option<(&mut Vec<Criterion>, usize)> {
        fn find<'a>(
            list: &'a mut Vec<Criterion>,
            id: &CriterionId,
        ) -> Option<(&'a mut Vec<Criterion>, usize)> {
            if let Some(at) = list.iter().position(|c| c.id == *id) {
                return Some((list, at));
            }
            list.iter_mut().find_map(|c| find(&mut c.children, id))
        }
        find(&mut self.criteria, id)
    }

    /// The criteria of a branch; of the top for `None`. None at all when there is no such branch.
    pub fn branch(&self, branch: Option<&CriterionId>) -> &[Criterion] {
        match branch {
            None => &self.criteria,
            Some(id) => self.criterion(id).map_or(&[], |c| &c.children),
        }
    }

    /// How the weights of a branch came about; of the top for `None`.
    pub fn weighting(&self, branch: Option<&CriterionId>) -> &Weighting {
        branch
            .and_then(|id| self.criterion(id))
            .map_or(&self.weighting, |c| &c.weighting)
    }

    /// The same, to change; `None` when there is no such branch.
    pub fn weighting_mut(&mut self, branch: Option<&CriterionId>) -> Option<&mut Weighting> {
        match branch {
            None => Some(&mut self.weighting),
            Some(id) => self.criterion_mut(id).map(|c| &mut c.weighting),
        }
    }

    /// The branch a criterion stands in; `None` at the top or when there is no such criterion.
    pub fn parent(&self, id: &CriterionId) -> Option<&Criterion> {
        self.criteria_in_order()
            .into_iter()
            .map(|(c, _)| c)
            .find(|c| c.children.iter().any(|child| child.id == *id))
    }
}
