//! The appraisal as a whole: its sections in the order in which a file has them.

use super::common::{Known, Number, Unknown, all, kept, unknown, written};
use super::criteria::{self, Criterion};
use super::frame::{Figure, Source, Status};
use super::framing::{CheckAnswer, Choice, Overarching, Priority};
use super::gateways::{Gateway, convert_minimums};
use super::judgements::Weighting;
use super::options::Alternative;
use super::robustness::Robustness;
use super::scenarios::Scenario;
use super::scores::{self, Scores};
use crate::format::{FORMAT, VERSION};
use crate::problems::At;
use crate::wrong::Wrong;
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use weighbridge_model::{self as model, Finite, MAX_OPTIONS, MAX_SCENARIOS};

/// An appraisal, as a file has it.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct Appraisal {
    /// Always "weighbridge".
    #[cfg_attr(feature = "schema", schemars(required))]
    format: Option<String>,
    /// Always 1.
    #[cfg_attr(feature = "schema", schemars(required))]
    version: Option<u64>,
    /// A short name, unique among the appraisals of a browser; made from the title when left out.
    #[serde(default)]
    id: String,
    /// The title.
    #[cfg_attr(feature = "schema", schemars(required))]
    title: Option<String>,
    /// The question to be decided.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    question: String,
    /// The body that decides.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    body: String,
    /// `2013`, `2013-12` or `2013-12-16`.
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    /// How far to trust it; a draft when left out.
    #[serde(default)]
    status: Status,
    /// A notice shown with every result.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    notice: String,
    /// The background a reader needs.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    background: String,
    /// What those who decide are asked to do.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    asked: String,
    /// A lead below this many points of 100 is no clear winner; 2 when not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    margin: Option<Number>,
    /// Documents the appraisal rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sources: Vec<Source>,
    /// Figures the appraisal relies on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    figures: Vec<Figure>,
    /// Possibilities looked at in the five choices of the options framework.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    framework: Vec<Choice>,
    /// What every option has to pass.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    gateways: Vec<Gateway>,
    /// The options, in the order shown.
    #[serde(default)]
    options: Vec<Alternative>,
    /// The criteria at the top of the tree, in the order shown.
    #[serde(default)]
    criteria: Vec<Criterion>,
    /// How the weights at the top came about.
    #[serde(skip_serializing_if = "Option::is_none")]
    weighting: Option<Weighting>,
    /// Answers to the seven checks of a set of criteria.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    checks: Vec<CheckAnswer>,
    /// Priorities of plans that the options are to serve.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    priorities: Vec<Priority>,
    /// What is considered beside the criteria.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    overarching: Vec<Overarching>,
    /// Scores by option id and criterion id.
    #[serde(default)]
    scores: Scores,
    /// What the weights and scores would be if something happened.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    scenarios: Vec<Scenario>,
    /// What is known when weights and scores are not certain, and how it is sampled.
    #[serde(skip_serializing_if = "Option::is_none")]
    robustness: Option<Robustness>,
    #[serde(flatten)]
    unknown: Unknown,
}

impl Appraisal {
    /// The ids that the rest of the file can name.
    fn known(&self, at: At<'_>) -> Known {
        let mut criteria = Vec::new();
        criteria::ids(&self.criteria, &mut criteria);
        Known {
            options: at.ids("options", self.options.iter().map(Alternative::id)),
            criteria: at.ids("criteria", criteria.into_iter()),
            gateways: at.ids("gateways", self.gateways.iter().map(Gateway::id)),
            priorities: at.ids("priorities", self.priorities.iter().map(Priority::id)),
        }
    }

    /// The model of a file. What cannot be is told at its place; the model is of use only when nothing
    /// was told.
    pub(crate) fn into_model(self, at: At<'_>) -> model::Appraisal {
        let known = &self.known(at);
        let title = at.needed("title", self.title).unwrap_or_default();
        let mut frame = model::Frame::new(&title);
        let mut to = model::Appraisal::new(id(&self.id, &title, at), &title);
        frame.question = self.question;
        frame.body = self.body;
        frame.date = at.date(self.date);
        frame.status = self.status.into();
        frame.notice = self.notice;
        frame.background = self.background;
        frame.asked = self.asked;
        if let Some(margin) = self.margin.and_then(|margin| positive(margin, at)) {
            frame.margin = margin;
        }
        frame.sources = at.each("sources", self.sources, Source::into_model);
        frame.figures = at.each("figures", self.figures, Figure::into_model);
        at.limit("options", self.options.len(), MAX_OPTIONS);
        let options = at.each("options", self.options, |o, at| o.into_model(known, at));
        to.options = options.into();
        let mut judgements = model::Judgements::default();
        if let Some(weighting) = self.weighting {
            let branch = criteria::branch(&self.criteria);
            let whole = weighting.into_model(&branch, known, at.field("weighting"));
            let weights = &mut judgements.agreed.weights;
            weights.change_weighting(None, |to| *to = whole);
        }
        let agreed = &mut judgements.agreed;
        to.criteria = criteria::into_model(self.criteria, known, agreed, at).into();
        frame.framework = at.each("framework", self.framework, Choice::into_model);
        let gateway = |g: Gateway, at: At<'_>| g.into_model(&to.criteria, known, at);
        frame.gateways = at.each("gateways", self.gateways, gateway);
        frame.checks = at.each("checks", self.checks, CheckAnswer::into_model);
        frame.priorities = at.each("priorities", self.priorities, Priority::into_model);
        frame.overarching = at.each("overarching", self.overarching, Overarching::into_model);
        let agreed = &mut judgements.agreed.scores;
        scores::into_model(self.scores, &to, known, agreed, at.field("scores"));
        at.limit("scenarios", self.scenarios.len(), MAX_SCENARIOS);
        let scenario = |s: Scenario, at: At<'_>| s.into_model(&to, known, at);
        judgements.scenarios = at.each("scenarios", self.scenarios, scenario);
        if let Some(robustness) = self.robustness {
            let at = at.field("robustness");
            judgements.robustness = robustness.into_model(&to.criteria, known, at);
        }
        to.frame = frame.into();
        to.judgements = judgements.into();
        to.extra = kept(self.unknown);
        convert_minimums(&mut to);
        distinct_parts(&to, at);
        to
    }
}

/// The id as given, or one made from the title.
fn id(given: &str, title: &str, at: At<'_>) -> model::AppraisalId {
    let made = || model::AppraisalId::from_name(title, "appraisal", |_| false);
    if given.is_empty() {
        return made();
    }
    model::AppraisalId::new(given).unwrap_or_else(|bad| {
        at.field("id").wrong(Wrong::Id(bad));
        made()
    })
}

fn positive(Number(x): Number, at: At<'_>) -> Option<Finite> {
    let found = Finite::new(x).filter(|x| x.get() >= 0.0);
    if found.is_none() {
        at.field("margin").wrong(Wrong::Margin);
    }
    found
}

/// Whether ids do not repeat, and each check is answered once.
fn distinct_parts(of: &model::Appraisal, at: At<'_>) {
    distinct(
        "figures",
        of.frame.figures.iter().map(|f| f.id.as_str()),
        at,
    );
    distinct("options", of.options.iter().map(|o| o.id.as_str()), at);
    let all = of.criteria_in_order();
    distinct("criteria", all.iter().map(|(c, _)| c.id.as_str()), at);
    distinct(
        "gateways",
        of.frame.gateways.iter().map(|g| g.id.as_str()),
        at,
    );
    distinct(
        "priorities",
        of.frame.priorities.iter().map(|p| p.id.as_str()),
        at,
    );
    let scenarios = &of.judgements.scenarios;
    distinct("scenarios", scenarios.iter().map(|s| s.id.as_str()), at);
    let checks = &of.frame.checks;
    let mut answers = checks.iter().enumerate();
    if answers.any(|(n, answer)| checks.iter().take(n).any(|c| c.check == answer.check)) {
        at.field("checks").wrong(Wrong::CheckTwice);
    }
}

fn distinct<'a>(list: &str, ids: impl Iterator<Item = &'a str>, at: At<'_>) {
    let (mut seen, mut told) = (BTreeSet::new(), BTreeSet::new());
    for id in ids {
        if !seen.insert(id) && told.insert(id) {
            at.field(list).wrong_anyway(Wrong::IdTwice(id.to_owned()));
        }
    }
}

impl From<&model::Appraisal> for Appraisal {
    fn from(from: &model::Appraisal) -> Self {
        let (frame, judgements) = (&from.frame, &from.judgements);
        let agreed = from.agreed();
        let usual_margin = model::Frame::DEFAULT_MARGIN.to_bits();
        let scenario = |s: &model::Scenario| Scenario::from_model(s, from);
        Self {
            format: Some(FORMAT.to_owned()),
            version: Some(VERSION),
            id: from.id.to_string(),
            title: Some(frame.title.clone()),
            question: frame.question.clone(),
            body: frame.body.clone(),
            date: written(frame.date),
            status: frame.status.into(),
            notice: frame.notice.clone(),
            background: frame.background.clone(),
            asked: frame.asked.clone(),
            margin: (frame.margin.get().to_bits() != usual_margin).then(|| frame.margin.into()),
            sources: all(&frame.sources),
            figures: all(&frame.figures),
            framework: all(&frame.framework),
            gateways: all(&frame.gateways),
            options: all(&from.options),
            criteria: criteria::from_model(&from.criteria, agreed),
            weighting: Weighting::unless_blank(agreed.weights.weighting(None)),
            checks: all(&frame.checks),
            priorities: all(&frame.priorities),
            overarching: all(&frame.overarching),
            scores: scores::from_model(&agreed.scores, from),
            scenarios: judgements.scenarios.iter().map(scenario).collect(),
            robustness: Robustness::unless_plain(&judgements.robustness),
            unknown: unknown(&from.extra),
        }
    }
}
