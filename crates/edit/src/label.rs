//! What each edit is called, for undo, announcements and the record.

use super::{
    AppraisalEdit, CriterionEdit, Edit, FigureEdit, Move, OptionEdit, Remark, ScenarioEdit,
    SourceEdit,
};
use weighbridge_model::{Appraisal, CriterionId, FigureId, OptionId, OptionStatus, ScenarioId};

impl Edit {
    /// The name of the change, such as "Change weight of Front line", as seen from the appraisal
    /// it is about to change.
    pub fn label(&self, on: &Appraisal) -> String {
        let option = |id: &OptionId| {
            let found = on.option(id);
            found.map_or_else(|| id.to_string(), |o| o.short_name().to_owned())
        };
        let criterion = |id: &CriterionId| {
            let found = on.criterion(id);
            found.map_or_else(|| id.to_string(), |c| c.short_name().to_owned())
        };
        let figure = |id: &FigureId| {
            let found = on.frame.figures.iter().find(|f| f.id == *id);
            found.map_or_else(|| id.to_string(), |f| f.name.clone())
        };
        let source = |at: &usize| {
            let found = on.frame.sources.get(*at);
            found.map_or("source", |s| s.title.as_str()).to_owned()
        };
        let scenario = |id: &ScenarioId| {
            let found = on.judgements.scenarios.iter().find(|s| s.id == *id);
            found.map_or_else(|| id.to_string(), |s| s.name.clone())
        };
        match self {
            Self::Appraisal(edit) => format!("Change {}", appraisal_part(edit)),
            Self::AddOption { name, .. } => format!("Add option {name}"),
            Self::Option(id, OptionEdit::Status(to)) => {
                let was_out = on.option(id).is_some_and(|o| !o.is_appraised());
                let name = option(id);
                match (was_out, matches!(to, OptionStatus::RuledOut(_))) {
                    (false, true) => format!("Rule out {name}"),
                    (true, true) => format!("Change why {name} is ruled out"),
                    (true, false) => format!("Consider {name} again"),
                    (false, false) => format!("Change standing of {name}"),
                }
            }
            Self::Option(id, edit) => format!("Change {} of {}", option_part(edit), option(id)),
            Self::MoveOption(id, shift) => format!("Move {} {}", option(id), way(*shift)),
            Self::RemoveOption(id) => format!("Remove option {}", option(id)),
            Self::RenameAttribute(from, to) => format!("Rename attribute {from} to {to}"),
            Self::RemoveAttribute(name) => format!("Remove attribute {name}"),
            Self::AddCriterion { name, .. } => format!("Add criterion {name}"),
            Self::Criterion(id, edit) => {
                format!("Change {} of {}", criterion_part(edit), criterion(id))
            }
            Self::MoveCriterion(id, shift) => format!("Move {} {}", criterion(id), way(*shift)),
            Self::RegroupCriterion(id, to) => format!(
                "Move {} to {}",
                criterion(id),
                to.as_ref().map_or_else(|| "the top".to_owned(), criterion)
            ),
            Self::RemoveCriterion(id) => format!("Remove criterion {}", criterion(id)),
            Self::Weigh { branch, by, .. } => format!(
                "{} for {}",
                by.words(),
                branch
                    .as_ref()
                    .map_or_else(|| "the criteria".to_owned(), criterion)
            ),
            Self::Share { criterion: id, .. } => format!("Change weight of {}", criterion(id)),
            Self::Scores(list) => match list.as_slice() {
                [(o, c, _)] => format!("Change score of {} on {}", option(o), criterion(c)),
                many => format!("Change {} scores", many.len()),
            },
            Self::Rescale(list) => match list.as_slice() {
                [one] => format!("Change scale of {}", criterion(&one.criterion)),
                many => format!("Change scales of {} criteria", many.len()),
            },
            Self::Relative { criterion: c, .. } => {
                format!("Score options against each other on {}", criterion(c))
            }
            Self::Remark(o, c, remark) => format!(
                "Change {} for {} on {}",
                remark_part(remark),
                option(o),
                criterion(c)
            ),
            Self::AddFigure { name, .. } => format!("Add figure {name}"),
            Self::Figure(id, edit) => format!("Change {} of {}", figure_part(edit), figure(id)),
            Self::RemoveFigure(id) => format!("Remove figure {}", figure(id)),
            Self::AddSource(title) => format!("Add source {title}"),
            Self::Source(at, edit) => format!("Change {} of {}", source_part(edit), source(at)),
            Self::RemoveSource(at) => format!("Remove source {}", source(at)),
            Self::AddScenario { name, .. } => format!("Add scenario {name}"),
            Self::Scenario(id, edit) => {
                let part = match edit {
                    ScenarioEdit::Name(_) => "name".to_owned(),
                    ScenarioEdit::Note(_) => "note".to_owned(),
                    ScenarioEdit::Weight(c, _) => format!("weight of {}", criterion(c)),
                    ScenarioEdit::Score(o, c, _) => {
                        format!("score of {} on {}", option(o), criterion(c))
                    }
                    ScenarioEdit::Reason(o, c, _) => {
                        format!("reason for {} on {}", option(o), criterion(c))
                    }
                };
                format!("Change {part} in scenario {}", scenario(id))
            }
            Self::RemoveScenario(id) => format!("Remove scenario {}", scenario(id)),
        }
    }
}

fn way(shift: Move) -> &'static str {
    match shift {
        Move::Up => "up",
        Move::Down => "down",
    }
}

fn appraisal_part(edit: &AppraisalEdit) -> &'static str {
    match edit {
        AppraisalEdit::Title(_) => "title",
        AppraisalEdit::Question(_) => "question",
        AppraisalEdit::Body(_) => "deciding body",
        AppraisalEdit::Date(_) => "date",
        AppraisalEdit::Status(_) => "status",
        AppraisalEdit::Notice(_) => "notice",
        AppraisalEdit::Background(_) => "background",
        AppraisalEdit::Margin(_) => "margin for a clear winner",
        AppraisalEdit::Framework(_) => "options framework",
        AppraisalEdit::Gateways(_) => "gateways",
        AppraisalEdit::AllPass(_) => "who passes a gateway",
        AppraisalEdit::Check(answer) => answer.check.words(),
        AppraisalEdit::Priorities(_) => "priorities",
        AppraisalEdit::Overarching(_) => "over-arching criteria",
        AppraisalEdit::Robustness(_) => "what is known of weights and scores",
    }
}

fn option_part(edit: &OptionEdit) -> &str {
    match edit {
        OptionEdit::Name(_) => "name",
        OptionEdit::Short(_) => "short name",
        OptionEdit::Summary(_) => "summary",
        OptionEdit::Status(_) => "standing",
        OptionEdit::Baseline(_) => "baseline",
        OptionEdit::Attribute(key, _) => key.words(),
        OptionEdit::GatewayResult(..) => "gateway",
    }
}

fn criterion_part(edit: &CriterionEdit) -> &'static str {
    match edit {
        CriterionEdit::Name(_) => "name",
        CriterionEdit::Short(_) => "short name",
        CriterionEdit::Question(_) => "question",
        CriterionEdit::Note(_) => "note",
        CriterionEdit::Origin(_) => "origin",
        CriterionEdit::Weight(_) | CriterionEdit::Points(_) => "weight",
        CriterionEdit::WeightReason(_) => "reason for the weight",
        CriterionEdit::WeightRange(_) => "range of the weight",
        CriterionEdit::Priorities(_) => "priorities",
        CriterionEdit::MacbethJudgements(_) => "differences between options",
        CriterionEdit::Anchor(..) => "words for the scale",
        CriterionEdit::Scale(_) => "scale",
    }
}

fn remark_part(remark: &Remark) -> &'static str {
    match remark {
        Remark::Reason(_) => "reason",
        Remark::Source(_) => "source",
        Remark::Confidence(_) => "confidence",
        Remark::Who(_) => "who scored",
        Remark::Range(_) => "range",
    }
}

fn figure_part(edit: &FigureEdit) -> &'static str {
    match edit {
        FigureEdit::Name(_) => "name",
        FigureEdit::Amount(_) => "amount",
        FigureEdit::Qualifier(_) => "qualifier",
        FigureEdit::Period(_) => "period",
        FigureEdit::PriceBase(_) => "price base",
        FigureEdit::Status(_) => "status",
        FigureEdit::Source(_) => "source",
        FigureEdit::Date(_) => "date",
        FigureEdit::Note(_) => "note",
    }
}

fn source_part(edit: &SourceEdit) -> &'static str {
    match edit {
        SourceEdit::Title(_) => "title",
        SourceEdit::Link(_) => "link",
        SourceEdit::Date(_) => "date",
        SourceEdit::Note(_) => "note",
    }
}
