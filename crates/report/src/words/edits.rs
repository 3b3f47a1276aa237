//! What a change is called: for undo, announcements and the record.

use super::deed::Deed;
use super::named::Named;
use super::parts::attribute;
use super::paste_label::paste_label;
use weighbridge_edit::{
    Batch, BatchSubject, CriteriaEdit, CriterionEdit, Edit, FigureEdit, FiguresEdit, FrameEdit,
    GatewaysEdit, History, Move, OptionEdit, OptionsEdit, Remark, ScenarioEdit, ScenariosEdit,
    ScoresEdit, SourceEdit, SourcesEdit, WeightsEdit,
};
use weighbridge_model::{
    Appraisal, CriterionId, FigureId, Frame, OptionId, OptionStatus, ScenarioId, WeightingMethod,
};

/// The name of a change, such as "Change weight of Front line", as seen from the appraisal that it is
/// about to change.
///
/// ```
/// use weighbridge_edit::Edit;
/// use weighbridge_model::{Appraisal, AppraisalId};
/// use weighbridge_report::words::edit_label;
/// let office = Appraisal::new(AppraisalId::new("office").unwrap(), "Office");
/// let edit = Edit::add_option(&office, "Move to the high street");
/// assert_eq!(edit_label(&edit, &office), "Add option Move to the high street");
/// ```
pub fn edit_label(edit: &Edit, on: &Appraisal) -> String {
    deed(edit, on).name
}

/// A change as what somebody did, to begin a sentence with a small letter: "you changed the weight of Front line",
/// as seen from the appraisal that it was about to change.
///
/// ```
/// use weighbridge_edit::Edit;
/// use weighbridge_model::{Appraisal, AppraisalId};
/// use weighbridge_report::words::edit_done;
/// let office = Appraisal::new(AppraisalId::new("office").unwrap(), "Office");
/// let edit = Edit::add_option(&office, "Move to the high street");
/// assert_eq!(edit_done(&edit, &office), "you added Move to the high street");
/// ```
pub fn edit_done(edit: &Edit, on: &Appraisal) -> String {
    deed(edit, on).done
}

fn deed(edit: &Edit, on: &Appraisal) -> Deed {
    match edit {
        Edit::Frame(edit) => frame(edit),
        Edit::Sources(edit) => sources(edit, &on.frame),
        Edit::Figures(edit) => figures(edit, &on.frame),
        Edit::Framework(_) => Deed::change("options framework"),
        Edit::Gateways(GatewaysEdit::List(_) | GatewaysEdit::Add(_)) => Deed::change("gateways"),
        Edit::Gateways(GatewaysEdit::AllPass(_)) => Deed::change_of("who passes a gateway"),
        Edit::Priorities(_) => Deed::change("priorities"),
        Edit::Overarching(_) => Deed::change("over-arching criteria"),
        Edit::Options(edit) => options(edit, on),
        Edit::Criteria(edit) => criteria(edit, on),
        Edit::Weights(edit) => weights(edit, on),
        Edit::Scores(edit) => scores(edit, on),
        Edit::Scenarios(edit) => scenarios(edit, on),
        Edit::Robustness(_) => Deed::change_of("what is known of weights and scores"),
        Edit::Batch(batch) => several(batch, on),
    }
}

/// What several edits are called together: how many items they add or change.
fn several(batch: &Batch, on: &Appraisal) -> Deed {
    let add = |one: &str, many: &str| match batch.edits.len() {
        1 => Deed::add_several(&format!("one {one}")),
        n => Deed::add_several(&format!("{n} {many}")),
    };
    match &batch.subject {
        BatchSubject::Options => add("option", "options"),
        BatchSubject::Gateways => add("gateway", "gateways"),
        BatchSubject::Priorities => add("priority", "priorities"),
        BatchSubject::Overarching => add("over-arching criterion", "over-arching criteria"),
        BatchSubject::Scenarios => add("scenario", "scenarios"),
        BatchSubject::Criteria => criteria_of(batch),
        BatchSubject::Paste => paste_label(&batch.edits),
        // The score is said by its range, which comes last.
        BatchSubject::Range => {
            let last = batch.edits.last();
            last.map_or_else(|| Deed::change_of("a score"), |edit| deed(edit, on))
        }
        // What is in it is part of it.
        BatchSubject::Scenario => {
            let first = batch.edits.first();
            first.map_or_else(|| Deed::change_of("a scenario"), |edit| deed(edit, on))
        }
        BatchSubject::Scale(from) => {
            let from = criterion_name(on, from);
            let mut to: Vec<&CriterionId> = batch.edits.iter().filter_map(scaled).collect();
            to.dedup();
            let what = match to.len() {
                1 => format!("the scale of {from} to one criterion"),
                n => format!("the scale of {from} to {n} criteria"),
            };
            Deed::new(format!("Copy {what}"), format!("copied {what}"))
        }
    }
}

/// The criterion that gets another scale.
fn scaled(edit: &Edit) -> Option<&CriterionId> {
    if let Edit::Criteria(CriteriaEdit::Change(id, _)) = edit {
        return Some(id);
    }
    if let Edit::Scores(ScoresEdit::Rescale(list)) = edit {
        return list.first().map(|rescaled| &rescaled.criterion);
    }
    None
}

/// How many criteria are new, and how many of those that were there change.
fn criteria_of(batch: &Batch) -> Deed {
    let (mut new, mut changed): (Vec<&CriterionId>, Vec<&CriterionId>) = Default::default();
    for edit in &batch.edits {
        if let Edit::Criteria(CriteriaEdit::Add { id, .. }) = edit {
            new.push(id);
        }
        if let Edit::Criteria(CriteriaEdit::Change(id, _) | CriteriaEdit::Regroup(id, _))
        | Edit::Weights(WeightsEdit::Points(id, _)) = edit
            && !new.contains(&id)
            && !changed.contains(&id)
        {
            changed.push(id);
        }
    }
    let count = |n: usize| match n {
        1 => "one criterion".to_owned(),
        n => format!("{n} criteria"),
    };
    match (new.len(), changed.len()) {
        (new, 0) => Deed::add_several(&count(new)),
        (0, changed) => Deed::change_of(&count(changed)),
        (new, changed) => Deed::new(
            format!("Add {} and change {changed}", count(new)),
            format!("added {} and changed {changed}", count(new)),
        ),
    }
}

/// What undo would take back.
///
/// ```
/// use std::rc::Rc;
/// use weighbridge_edit::{Edit, FrameEdit, Gesture, History};
/// use weighbridge_model::{Appraisal, AppraisalId};
/// use weighbridge_report::words::undo_label;
/// let office = Appraisal::new(AppraisalId::new("office").unwrap(), "Office");
/// let mut history = History::new(Rc::new(office));
/// let edit = Edit::Frame(FrameEdit::Question("Where to?".to_owned()));
/// history.apply(edit, Gesture::Done).unwrap();
/// assert_eq!(undo_label(&history).as_deref(), Some("Change question"));
/// ```
pub fn undo_label(history: &History) -> Option<String> {
    let (change, on) = history.undoable()?;
    Some(edit_label(&change.edit, on))
}

/// What redo would do again.
pub fn redo_label(history: &History) -> Option<String> {
    let (change, on) = history.redoable()?;
    Some(edit_label(&change.edit, on))
}

/// What an option is called in the name of a change: its short name, or its id when it is not there.
fn option_name(on: &Appraisal, id: &OptionId) -> String {
    let found = on.option(id);
    found.map_or_else(|| id.to_string(), |o| o.short_name().to_owned())
}

/// What a criterion is called in the name of a change: its short name, or its id when it is not there.
fn criterion_name(on: &Appraisal, id: &CriterionId) -> String {
    let found = on.criterion(id);
    found.map_or_else(|| id.to_string(), |c| c.short_name().to_owned())
}

fn way(to: Move) -> &'static str {
    match to {
        Move::Up => "up",
        Move::Down => "down",
    }
}

fn frame(edit: &FrameEdit) -> Deed {
    if let FrameEdit::Check(answer) = edit {
        let check = answer.check.words();
        let done = format!("answered the check of {}", check.to_lowercase());
        return Deed::new(format!("Change {check}"), done);
    }
    Deed::change(match edit {
        FrameEdit::Title(_) => "title",
        FrameEdit::Question(_) => "question",
        FrameEdit::Body(_) => "deciding body",
        FrameEdit::Date(_) => "date",
        FrameEdit::Status(_) => "status",
        FrameEdit::Notice(_) => "notice",
        FrameEdit::Background(_) => "background",
        FrameEdit::Asked(_) => "what is asked for",
        FrameEdit::Margin(_) => "margin for a clear winner",
        FrameEdit::Check(answer) => answer.check.words(),
    })
}

fn sources(edit: &SourcesEdit, on: &Frame) -> Deed {
    let name = |at: &usize| on.sources.get(*at).map_or("source", |s| s.title.as_str());
    match edit {
        SourcesEdit::Add(title) => Deed::add("source", title),
        SourcesEdit::Change(at, edit) => {
            let part = match edit {
                SourceEdit::Title(_) => "title",
                SourceEdit::Link(_) => "link",
                SourceEdit::Date(_) => "date",
                SourceEdit::Note(_) => "note",
            };
            Deed::change(format!("{part} of {}", name(at)))
        }
        SourcesEdit::Remove(at) => Deed::remove("source", name(at)),
    }
}

fn figures(edit: &FiguresEdit, on: &Frame) -> Deed {
    let name = |id: &FigureId| {
        let found = on.figures.iter().find(|f| f.id == *id);
        found.map_or_else(|| id.to_string(), |f| f.name.clone())
    };
    match edit {
        FiguresEdit::Add { name, .. } => Deed::add("figure", name),
        FiguresEdit::Change(id, edit) => {
            let part = match edit {
                FigureEdit::Name(_) => "name",
                FigureEdit::Amount(_) => "amount",
                FigureEdit::Qualifier(_) => "qualifier",
                FigureEdit::Period(_) => "period",
                FigureEdit::PriceBase(_) => "price base",
                FigureEdit::Status(_) => "status",
                FigureEdit::Source(_) => "source",
                FigureEdit::Date(_) => "date",
                FigureEdit::Note(_) => "note",
            };
            Deed::change(format!("{part} of {}", name(id)))
        }
        FiguresEdit::Remove(id) => Deed::remove("figure", &name(id)),
    }
}

fn options(edit: &OptionsEdit, on: &Appraisal) -> Deed {
    match edit {
        OptionsEdit::Add { name, .. } => Deed::add("option", name),
        OptionsEdit::Change(id, edit) => option(edit, on, id),
        OptionsEdit::Move(id, to) => Deed::shift(&option_name(on, id), way(*to)),
        OptionsEdit::Remove(id) => Deed::remove("option", &option_name(on, id)),
        OptionsEdit::RenameAttribute(from, to) => Deed::new(
            format!("Rename attribute {from} to {to}"),
            format!("renamed the attribute {from} to {to}"),
        ),
        OptionsEdit::RemoveAttribute(name) => Deed::remove("attribute", name),
    }
}

fn option(edit: &OptionEdit, on: &Appraisal, id: &OptionId) -> Deed {
    let name = option_name(on, id);
    let part = match edit {
        OptionEdit::Status(to) => {
            let was_out = on.option(id).is_some_and(|o| !o.is_appraised());
            return match (was_out, matches!(to, OptionStatus::RuledOut(_))) {
                (false, true) => Deed::new(format!("Rule out {name}"), format!("ruled out {name}")),
                (true, true) => Deed::change_of(&format!("why {name} is ruled out")),
                (true, false) => Deed::new(
                    format!("Consider {name} again"),
                    format!("put {name} back among the options"),
                ),
                (false, false) => Deed::change(format!("status of {name}")),
            };
        }
        OptionEdit::Name(_) => "name",
        OptionEdit::Short(_) => "short name",
        OptionEdit::Summary(_) => "summary",
        OptionEdit::Baseline(_) => "baseline",
        OptionEdit::Attribute(key, _) => attribute(key),
        OptionEdit::GatewayResult(..) => "gateway",
    };
    Deed::change(format!("{part} of {name}"))
}

fn criteria(edit: &CriteriaEdit, on: &Appraisal) -> Deed {
    let name = |id: &CriterionId| criterion_name(on, id);
    match edit {
        CriteriaEdit::Add { name, .. } => Deed::add("criterion", name),
        CriteriaEdit::Change(id, edit) => {
            let part = match edit {
                CriterionEdit::Name(_) => "name",
                CriterionEdit::Short(_) => "short name",
                CriterionEdit::Question(_) => "question",
                CriterionEdit::Note(_) => "note",
                CriterionEdit::Origin(_) => "origin",
                CriterionEdit::Serves(..) => "priorities",
                CriterionEdit::Anchor(..) => "words for the scale",
                CriterionEdit::Scale(_) => "scale",
            };
            Deed::change(format!("{part} of {}", name(id)))
        }
        CriteriaEdit::Move(id, to) => Deed::shift(&name(id), way(*to)),
        CriteriaEdit::Regroup(id, to) => {
            let to = to.as_ref().map_or_else(|| "the top".to_owned(), name);
            Deed::shift(&name(id), &format!("to {to}"))
        }
        CriteriaEdit::Remove(id) => Deed::remove("criterion", &name(id)),
    }
}

fn weights(edit: &WeightsEdit, on: &Appraisal) -> Deed {
    let name = |id: &CriterionId| criterion_name(on, id);
    match edit {
        WeightsEdit::Weight(id, _)
        | WeightsEdit::Points(id, _)
        | WeightsEdit::Share { criterion: id, .. } => {
            Deed::change(format!("weight of {}", name(id)))
        }
        WeightsEdit::Reason(id, _) => {
            Deed::change(format!("reason for the weight of {}", name(id)))
        }
        WeightsEdit::Range(id, _) => Deed::change(format!("range of the weight of {}", name(id))),
        WeightsEdit::Derive { branch, by, .. } => {
            let method = by.words();
            let whose = branch.as_ref().map(name);
            let of = whose
                .as_ref()
                .map_or_else(String::new, |whose| format!(" for {whose}"));
            Deed::new(
                format!(
                    "{method} for {}",
                    whose.as_deref().unwrap_or("the criteria")
                ),
                match by {
                    WeightingMethod::Direct => format!("kept the weights in use{of}"),
                    WeightingMethod::Swing
                    | WeightingMethod::Rank
                    | WeightingMethod::Pairwise
                    | WeightingMethod::BestWorst
                    | WeightingMethod::Macbeth => format!("answered by {method}{of}"),
                },
            )
        }
    }
}

fn scores(edit: &ScoresEdit, on: &Appraisal) -> Deed {
    let option = |id: &OptionId| option_name(on, id);
    let criterion = |id: &CriterionId| criterion_name(on, id);
    match edit {
        ScoresEdit::Enter(list) => match list.as_slice() {
            [(o, c, _)] => Deed::change(format!("score of {} on {}", option(o), criterion(c))),
            many => Deed::change_of(&format!("{} scores", many.len())),
        },
        ScoresEdit::Rescale(list) => match list.as_slice() {
            [one] => Deed::change(format!("scale of {}", criterion(&one.criterion))),
            many => Deed::change(format!("scales of {} criteria", many.len())),
        },
        ScoresEdit::Relative { criterion: c, .. } => {
            let what = format!("options against each other on {}", criterion(c));
            Deed::new(format!("Score {what}"), format!("scored {what}"))
        }
        ScoresEdit::Judge(c, _) => {
            Deed::change(format!("differences between options of {}", criterion(c)))
        }
        ScoresEdit::Remark(o, c, remark) => {
            let whose = format!("for {} on {}", option(o), criterion(c));
            match remark {
                Remark::Reason(_) => Deed::change(format!("reason {whose}")),
                Remark::Source(_) => Deed::change(format!("source {whose}")),
                Remark::Confidence(_) => Deed::change(format!("confidence {whose}")),
                Remark::Who(_) => Deed::change_of(&format!("who scored {whose}")),
                Remark::Range(_) => Deed::change(format!("range {whose}")),
            }
        }
    }
}

fn scenarios(edit: &ScenariosEdit, on: &Appraisal) -> Deed {
    let name = |id: &ScenarioId| {
        let found = on.judgements.scenarios.iter().find(|s| s.id == *id);
        found.map_or_else(|| id.to_string(), |s| s.name.clone())
    };
    match edit {
        ScenariosEdit::Add { name, .. } => Deed::add("scenario", name),
        ScenariosEdit::Change(id, edit) => Deed::change(format!(
            "{} in scenario {}",
            scenario_part(edit, on),
            name(id)
        )),
        ScenariosEdit::Remove(id) => Deed::remove("scenario", &name(id)),
    }
}

fn scenario_part(edit: &ScenarioEdit, on: &Appraisal) -> String {
    let of = |option: &OptionId, criterion: &CriterionId| {
        format!(
            "{} on {}",
            option_name(on, option),
            criterion_name(on, criterion)
        )
    };
    match edit {
        ScenarioEdit::Name(_) => "name".to_owned(),
        ScenarioEdit::Note(_) => "note".to_owned(),
        ScenarioEdit::Weight(c, _) => format!("weight of {}", criterion_name(on, c)),
        ScenarioEdit::Score(o, c, _) => format!("score of {}", of(o, c)),
        ScenarioEdit::Reason(o, c, _) => format!("reason for {}", of(o, c)),
    }
}

/// That a change was taken back, by its name.
pub fn undone(label: &str) -> String {
    format!("Undone (“{label}”)")
}

/// That a change was made again, by its name.
pub fn redone(label: &str) -> String {
    format!("Redone (“{label}”)")
}
