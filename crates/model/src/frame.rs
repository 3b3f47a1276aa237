use super::{
    CheckAnswer, Choice, Figure, Finite, Gateway, Overarching, PartialDate, Priority, Source,
    Status,
};

/// What an appraisal is about, and everything that stands around options, criteria and judgements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
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
    /// What those who decide are asked to do.
    pub asked: String,
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
    /// Answers to the seven checks of a set of criteria.
    pub checks: Vec<CheckAnswer>,
    /// Priorities of plans that the options are to serve.
    pub priorities: Vec<Priority>,
    /// What is considered beside the criteria.
    pub overarching: Vec<Overarching>,
}

impl Frame {
    /// The margin below which a lead is "no clear winner", unless an appraisal says otherwise.
    pub const DEFAULT_MARGIN: f64 = 2.0;

    /// A frame with a title and nothing else.
    pub fn new(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            question: String::new(),
            body: String::new(),
            date: None,
            status: Status::Draft,
            notice: String::new(),
            background: String::new(),
            asked: String::new(),
            margin: Finite::new(Self::DEFAULT_MARGIN).unwrap_or(Finite::ZERO),
            sources: Vec::new(),
            figures: Vec::new(),
            framework: Vec::new(),
            gateways: Vec::new(),
            checks: Vec::new(),
            priorities: Vec::new(),
            overarching: Vec::new(),
        }
    }
}
