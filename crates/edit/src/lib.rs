//! Every change a person can make, as a value.
//!
//! One enum, [`Edit`], and three questions about it: may it be done ([`Edit::is_allowed`]), what is
//! it called ([`Edit::label`]), and do it ([`Edit::apply`]). Buttons disable from the first, undo
//! names come from the second, and [`History`] keeps what was before.

mod amount;
mod apply;
mod block;
mod date;
mod entry;
mod framing;
mod history;
mod label;
mod refusal;
mod rescale;
mod robustness;
mod scenario;
mod weigh;
mod weight_entry;

pub use amount::{hedged, parse_amount, parse_number};
pub use block::{Block, RefusedCell};
pub use date::parse_date;
pub use entry::{BadEntry, parse_entry};
pub use framing::List;
pub use history::{DEPTH, Gesture, History, Step};
pub use refusal::Refusal;
pub use scenario::ScenarioEdit;
pub use weight_entry::{BadWeight, WeightEntry, parse_weight};

use weighbridge_model::{
    Amount, Appraisal, AttributeKey, Baseline, CheckAnswer, Choice, Confidence, CriterionId, Entry,
    FigureId, FigureStatus, Finite, Gateway, GatewayId, GatewayResult, MacbethJudgements, Method,
    OptionId, OptionStatus, Overarching, PartialDate, PriceBase, Priority, PriorityId, Qualifier,
    RawWeight, Robustness, ScaleKind, ScenarioId, Status, Weighting,
};

/// A change to an appraisal.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Change a fact about the appraisal as a whole.
    Appraisal(AppraisalEdit),
    /// Add an option at the end.
    AddOption {
        /// Its id, not yet in use.
        id: OptionId,
        /// Its name.
        name: String,
    },
    /// Change a fact about an option.
    Option(OptionId, OptionEdit),
    /// Move an option one place among the appraised options, or among the ruled out.
    MoveOption(OptionId, Move),
    /// Remove an option with all its scores.
    RemoveOption(OptionId),
    /// Give an attribute that the user named another name, on every option.
    RenameAttribute(String, String),
    /// Remove an attribute that the user named from every option.
    RemoveAttribute(String),
    /// Add a criterion at the end of a branch, or at the top.
    ///
    /// A leaf that gets its first child becomes a branch, and what was scored on it goes.
    AddCriterion {
        /// Its id, not yet in use.
        id: CriterionId,
        /// Its name.
        name: String,
        /// The criterion it goes under; `None` for the top.
        parent: Option<CriterionId>,
    },
    /// Change a fact about a criterion.
    Criterion(CriterionId, CriterionEdit),
    /// Move a criterion one place among its siblings.
    MoveCriterion(CriterionId, Move),
    /// Move a criterion, with all below it, to the end of another branch or of the top.
    RegroupCriterion(CriterionId, Option<CriterionId>),
    /// Remove a criterion, all below it, and their scores.
    RemoveCriterion(CriterionId),
    /// Keep what was said of a branch (the top for `None`) about its weights, and give it the
    /// weights that follow from it.
    Weigh {
        /// The branch.
        branch: Option<CriterionId>,
        /// The method by which something was said.
        by: Method,
        /// The method in use, and what was said under each.
        weighting: Box<Weighting>,
        /// The weights that follow; those of criteria not named stay.
        weights: Vec<(CriterionId, Option<RawWeight>)>,
    },
    /// Give a criterion a share of its group or of everything, the others keeping their proportions: the
    /// weights that this changes. They are points then, whatever the method was.
    Share {
        /// The criterion whose share it is.
        criterion: CriterionId,
        /// The raw weight of every criterion that gets another one.
        weights: Vec<(CriterionId, RawWeight)>,
    },
    /// Enter scores: one, or a block pasted at once. Reasons and sources stay.
    Scores(Vec<(OptionId, CriterionId, Entry)>),
    /// Give criteria other scales, and what is scored on them as it reads there: one change, so that
    /// no score means something else in between.
    Rescale(Vec<Rescaled>),
    /// Score all options on a criterion against each other, the best 100 and the worst 0; the words of the
    /// two ends of its scale then say whose they are.
    Relative {
        /// The criterion, with values given directly.
        criterion: CriterionId,
        /// The value of each option.
        values: Vec<(OptionId, Finite)>,
        /// What 0 and 100 are now.
        ends: [String; 2],
    },
    /// Say something about one score.
    Remark(OptionId, CriterionId, Remark),
    /// Add a figure at the end.
    AddFigure {
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
    Figure(FigureId, FigureEdit),
    /// Remove a figure.
    RemoveFigure(FigureId),
    /// Add a source at the end.
    AddSource(String),
    /// Change a source, by its place from 0.
    Source(usize, SourceEdit),
    /// Remove a source, by its place from 0.
    RemoveSource(usize),
    /// Add a scenario at the end.
    AddScenario {
        /// Its id, not yet in use.
        id: ScenarioId,
        /// Its name.
        name: String,
    },
    /// Change a scenario.
    Scenario(ScenarioId, ScenarioEdit),
    /// Remove a scenario.
    RemoveScenario(ScenarioId),
}

/// A criterion with another scale, and its scores as they read on that.
#[derive(Clone, Debug, PartialEq)]
pub struct Rescaled {
    /// Which criterion.
    pub criterion: CriterionId,
    /// Its scale from now on.
    pub scale: ScaleKind,
    /// What the scores become; those that are not named stay as they are.
    pub scores: Vec<RescaledScore>,
}

/// A score as it reads on another scale. Its reason, source and confidence stay.
#[derive(Clone, Debug, PartialEq)]
pub struct RescaledScore {
    /// In which scenario; `None` for the score as things stand.
    pub scenario: Option<ScenarioId>,
    /// Whose.
    pub option: OptionId,
    /// What is scored.
    pub entry: Entry,
    /// The least and the greatest it could be.
    pub range: Option<[Finite; 2]>,
}

/// A change to the appraisal as a whole.
#[derive(Clone, Debug, PartialEq)]
pub enum AppraisalEdit {
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
    /// The margin below which a lead is no clear winner, in points of 100; 0 or more.
    Margin(Finite),
    /// The possibilities looked at in the options framework.
    Framework(Vec<Choice>),
    /// What every option has to pass.
    Gateways(Vec<Gateway>),
    /// Every appraised option not judged yet passes a gateway, one that has no level.
    AllPass(GatewayId),
    /// The answer to one of the seven checks.
    Check(CheckAnswer),
    /// The priorities of plans.
    Priorities(Vec<Priority>),
    /// What is considered beside the criteria.
    Overarching(Vec<Overarching>),
    /// What is taken to be known when weights and scores are not certain.
    Robustness(Robustness),
}

/// A change to an option.
#[derive(Clone, Debug, PartialEq)]
pub enum OptionEdit {
    /// The name; not empty.
    Name(String),
    /// The short name.
    Short(String),
    /// The summary.
    Summary(String),
    /// How far it has come.
    Status(OptionStatus),
    /// Whether it is what others are compared with.
    Baseline(Option<Baseline>),
    /// An attribute; an empty value removes it.
    Attribute(AttributeKey, String),
    /// How it fares at a gateway; `None` takes it back.
    GatewayResult(GatewayId, Option<GatewayResult>),
}

/// A change to a criterion.
#[derive(Clone, Debug, PartialEq)]
pub enum CriterionEdit {
    /// The name; not empty.
    Name(String),
    /// The short name.
    Short(String),
    /// The question it asks.
    Question(String),
    /// What counts and what does not.
    Note(String),
    /// Where it comes from.
    Origin(String),
    /// The raw weight.
    Weight(Option<RawWeight>),
    /// The raw weight, given among points: those set aside for another way to weigh come back with it.
    Points(Option<RawWeight>),
    /// Why that weight.
    WeightReason(String),
    /// The least and the greatest weight somebody could defend.
    WeightRange(Option<[RawWeight; 2]>),
    /// The priorities of plans that it serves.
    Priorities(Vec<PriorityId>),
    /// Differences between options on it, in words.
    MacbethJudgements(MacbethJudgements),
    /// The words at a value of the scale; empty words remove the anchor.
    Anchor(Finite, String),
    /// The kind of scale.
    Scale(ScaleKind),
}

/// Something said about a score.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// Why.
    Reason(String),
    /// Where the evidence is.
    Source(String),
    /// How sure.
    Confidence(Option<Confidence>),
    /// Who gave it.
    Who(String),
    /// The least and the greatest it could be.
    Range(Option<[Finite; 2]>),
}

/// A change to a figure.
#[derive(Clone, Debug, PartialEq)]
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

/// A change to a source.
#[derive(Clone, Debug, PartialEq)]
pub enum SourceEdit {
    /// The title; not empty.
    Title(String),
    /// Where to find it.
    Link(String),
    /// Its date.
    Date(Option<PartialDate>),
    /// What it is used for.
    Note(String),
}

/// One place up or down a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Towards the start.
    Up,
    /// Towards the end.
    Down,
}

impl Move {
    /// Where one place from `at` leads in a list of so many; `None` past an end.
    pub fn from(self, at: usize, of: usize) -> Option<usize> {
        match self {
            Self::Up => at.checked_sub(1),
            Self::Down => Some(at + 1).filter(|to| *to < of),
        }
    }
}

impl Edit {
    /// Adds an option, with an id made from its name.
    pub fn add_option(to: &Appraisal, name: &str) -> Self {
        let id = OptionId::from_name(name, "option", |id| {
            to.options.iter().any(|o| o.id.as_str() == id)
        });
        Self::AddOption {
            id,
            name: name.trim().to_owned(),
        }
    }

    /// Adds a criterion, with an id made from its name.
    pub fn add_criterion(to: &Appraisal, name: &str, parent: Option<CriterionId>) -> Self {
        let all = to.criteria_in_order();
        let id = CriterionId::from_name(name, "criterion", |id| {
            all.iter().any(|(c, _)| c.id.as_str() == id)
        });
        Self::AddCriterion {
            id,
            name: name.trim().to_owned(),
            parent,
        }
    }

    /// Adds a figure, with an id made from its name.
    pub fn add_figure(to: &Appraisal, name: &str, amount: Amount, qualifier: Qualifier) -> Self {
        let id = FigureId::from_name(name, "figure", |id| {
            to.frame.figures.iter().any(|f| f.id.as_str() == id)
        });
        Self::AddFigure {
            id,
            name: name.trim().to_owned(),
            amount,
            qualifier,
        }
    }

    /// Enters one score.
    pub fn score(option: &OptionId, criterion: &CriterionId, entry: Entry) -> Self {
        Self::Scores(vec![(option.clone(), criterion.clone(), entry)])
    }

    /// Sets one raw weight.
    pub fn weight(criterion: &CriterionId, weight: Option<RawWeight>) -> Self {
        Self::Criterion(criterion.clone(), CriterionEdit::Weight(weight))
    }

    /// Sets one raw weight among the points, which come back where another way was in use.
    pub fn points(criterion: &CriterionId, weight: Option<RawWeight>) -> Self {
        Self::Criterion(criterion.clone(), CriterionEdit::Points(weight))
    }
}
