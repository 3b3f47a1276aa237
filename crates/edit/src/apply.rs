//! Doing an edit, or saying why not.

use super::{
    AppraisalEdit, CriterionEdit, Edit, FigureEdit, Move, OptionEdit, Refusal, Remark, SourceEdit,
    framing, robustness, scenario, weigh,
};
use weighbridge_model::{
    Absence, Alternative, Anchor, Appraisal, Attribute, AttributeKey, BadScale, Criterion,
    CriterionId, Entry, Extra, Figure, FigureId, Finite, MAX_CRITERIA, MAX_DEPTH, MAX_OPTIONS,
    MAX_TEXT, MacbethJudgements, OptionId, PriorityId, Score, Source,
};

pub(super) type Done = Result<(), Refusal>;

impl Edit {
    /// Whether the edit may be done, by doing it to a copy.
    ///
    /// # Errors
    /// Why not.
    pub fn is_allowed(&self, on: &Appraisal) -> Done {
        self.apply(&mut on.clone())
    }

    /// Does the edit.
    ///
    /// # Errors
    /// Why it may not be done; the appraisal may then be half changed, so work on a copy, as
    /// [`super::History`] does.
    pub fn apply(&self, to: &mut Appraisal) -> Done {
        self.perform(to)?;
        scenario::settle(to);
        robustness::settle(to);
        Ok(())
    }

    fn perform(&self, to: &mut Appraisal) -> Done {
        match self {
            Self::Appraisal(edit) => change_appraisal(to, edit),
            Self::AddOption { id, name } => add_option(to, id, name),
            Self::Option(id, OptionEdit::GatewayResult(gateway, passage)) => {
                if !to.frame.gateways.iter().any(|g| g.id == *gateway) {
                    return Err(Refusal::NoEntry);
                }
                framing::pass(option_mut(to, id)?, gateway, passage.as_ref())
            }
            Self::Option(id, edit) => change_option(option_mut(to, id)?, edit),
            Self::MoveOption(id, shift) => {
                let at = position(to.options.iter().map(|o| &o.id), id)
                    .ok_or_else(|| Refusal::NoOption(id.clone()))?;
                shift_option(to.options_mut(), at, *shift)
            }
            Self::RemoveOption(id) => {
                option_mut(to, id)?;
                to.options_mut().retain(|o| o.id != *id);
                to.judgements_mut().scores.remove_option(id);
                framing::forget_option(to.criteria_mut(), id.as_str());
                Ok(())
            }
            Self::RenameAttribute(from, name) => rename_attribute(to, from, name),
            Self::RemoveAttribute(name) => {
                let key = AttributeKey::Own(name.clone());
                for option in to.options_mut() {
                    option.attributes.retain(|a| a.key != key);
                }
                Ok(())
            }
            Self::AddCriterion { id, name, parent } => add_criterion(to, id, name, parent.as_ref()),
            Self::Criterion(id, edit) => {
                change_criterion(criterion_mut(to, id)?, edit)?;
                match edit {
                    CriterionEdit::Scale(_) => settle_scores(to, id),
                    CriterionEdit::Weight(_) => weigh::given_directly(to, id),
                    CriterionEdit::Points(_) => weigh::given_among_points(to, id),
                    CriterionEdit::Priorities(list) => {
                        let known =
                            |id: &PriorityId| to.frame.priorities.iter().any(|p| p.id == *id);
                        if !list.iter().all(known) {
                            return Err(Refusal::NoEntry);
                        }
                    }
                    _ => {}
                }
                Ok(())
            }
            Self::MoveCriterion(id, shift) => {
                let (list, at) = to
                    .siblings_mut(id)
                    .ok_or_else(|| Refusal::NoCriterion(id.clone()))?;
                shift_in(list, at, *shift)
            }
            Self::RegroupCriterion(id, parent) => regroup(to, id, parent.as_ref()),
            Self::RemoveCriterion(id) => {
                take_criterion(to, id)?.walk(0, &mut |c, _| {
                    to.judgements_mut().scores.remove_criterion(&c.id)
                });
                framing::settle(to);
                Ok(())
            }
            Self::Weigh {
                branch,
                weighting,
                weights,
                ..
            } => weigh::weigh(to, branch.as_ref(), weighting, weights),
            Self::Share { weights, .. } => weigh::share(to, weights),
            Self::Scores(list) => list.iter().try_for_each(|(o, c, entry)| {
                with_score(to, o, c, |score| score.entry = entry.clone())
            }),
            Self::Rescale(all) => super::rescale::rescale(to, all),
            Self::Relative {
                criterion,
                values,
                ends,
            } => {
                for (option, value) in values {
                    let entry = Entry::Number(*value);
                    with_score(to, option, criterion, |score| score.entry = entry)?;
                }
                let anchors = &mut criterion_mut(to, criterion)?.anchors;
                for (at, words) in [0.0, 100.0].into_iter().zip(ends) {
                    check_length(words)?;
                    if let Some(at) = Finite::new(at) {
                        set_anchor(anchors, at, words);
                    }
                }
                Ok(())
            }
            Self::Remark(o, c, remark) => {
                if let Remark::Reason(text) | Remark::Source(text) | Remark::Who(text) = remark {
                    check_length(text)?;
                }
                if let Remark::Range(Some([low, high])) = remark
                    && low > high
                {
                    return Err(Refusal::BadScale(BadScale::ReferencePoints));
                }
                with_score(to, o, c, |score| match remark {
                    Remark::Reason(text) => score.reason.clone_from(text),
                    Remark::Source(text) => score.source.clone_from(text),
                    Remark::Confidence(confidence) => score.confidence = *confidence,
                    Remark::Who(text) => score.who.clone_from(text),
                    Remark::Range(range) => score.range = *range,
                })
            }
            Self::AddFigure {
                id,
                name,
                amount,
                qualifier,
            } => {
                check_name(name)?;
                if to.frame.figures.iter().any(|f| f.id == *id) {
                    return Err(Refusal::IdInUse(id.to_string()));
                }
                let mut figure = Figure::new(id.clone(), name, amount.clone());
                figure.qualifier = *qualifier;
                to.frame_mut().figures.push(figure);
                Ok(())
            }
            Self::Figure(id, edit) => change_figure(figure_mut(to, id)?, edit),
            Self::RemoveFigure(id) => {
                figure_mut(to, id)?;
                to.frame_mut().figures.retain(|f| f.id != *id);
                Ok(())
            }
            Self::AddSource(title) => {
                check_name(title)?;
                to.frame_mut().sources.push(Source {
                    title: title.clone(),
                    ..Source::default()
                });
                Ok(())
            }
            Self::Source(at, edit) => change_source(
                to.frame_mut()
                    .sources
                    .get_mut(*at)
                    .ok_or(Refusal::NoEntry)?,
                edit,
            ),
            Self::RemoveSource(at) => {
                if *at >= to.frame.sources.len() {
                    return Err(Refusal::NoEntry);
                }
                to.frame_mut().sources.remove(*at);
                Ok(())
            }
            Self::AddScenario { id, name } => scenario::add(to, id, name),
            Self::Scenario(id, edit) => scenario::change(to, id, edit),
            Self::RemoveScenario(id) => scenario::remove(to, id),
        }
    }
}

pub(super) fn check_length(text: &str) -> Done {
    if text.len() > MAX_TEXT {
        return Err(Refusal::TooLong);
    }
    Ok(())
}

pub(super) fn check_name(name: &str) -> Done {
    if name.trim().is_empty() {
        return Err(Refusal::EmptyName);
    }
    check_length(name)
}

pub(super) fn replace_text(field: &mut String, text: &str) -> Done {
    check_length(text)?;
    text.clone_into(field);
    Ok(())
}

pub(super) fn set_name(field: &mut String, name: &str) -> Done {
    check_name(name)?;
    name.trim().clone_into(field);
    Ok(())
}

fn position<'a, T: PartialEq + 'a>(mut ids: impl Iterator<Item = &'a T>, id: &T) -> Option<usize> {
    ids.position(|other| other == id)
}

fn option_mut<'a>(to: &'a mut Appraisal, id: &OptionId) -> Result<&'a mut Alternative, Refusal> {
    to.options_mut()
        .iter_mut()
        .find(|o| o.id == *id)
        .ok_or_else(|| Refusal::NoOption(id.clone()))
}

fn criterion_mut<'a>(
    to: &'a mut Appraisal,
    id: &CriterionId,
) -> Result<&'a mut Criterion, Refusal> {
    to.criterion_mut(id)
        .ok_or_else(|| Refusal::NoCriterion(id.clone()))
}

fn figure_mut<'a>(to: &'a mut Appraisal, id: &FigureId) -> Result<&'a mut Figure, Refusal> {
    to.frame_mut()
        .figures
        .iter_mut()
        .find(|f| f.id == *id)
        .ok_or(Refusal::NoEntry)
}

fn shift_in<T>(list: &mut [T], at: usize, shift: Move) -> Done {
    let other = shift.from(at, list.len());
    list.swap(at, other.ok_or(Refusal::AtTheEnd)?);
    Ok(())
}

/// Swaps an option with its neighbour of the same kind, appraised or ruled out: the two are shown
/// in lists of their own.
fn shift_option(list: &mut [Alternative], at: usize, shift: Move) -> Done {
    let appraised = list.get(at).is_some_and(Alternative::is_appraised);
    let alike = |to: &usize| list.get(*to).is_some_and(|o| o.is_appraised() == appraised);
    let other = match shift {
        Move::Up => (0..at).rev().find(alike),
        Move::Down => (at + 1..list.len()).find(alike),
    };
    list.swap(at, other.ok_or(Refusal::AtTheEnd)?);
    Ok(())
}

fn rename_attribute(to: &mut Appraisal, from: &str, name: &str) -> Done {
    check_name(name)?;
    let (old, new) = (
        AttributeKey::Own(from.to_owned()),
        AttributeKey::own(name.trim()),
    );
    if new == old {
        return Ok(());
    }
    let taken = |o: &Alternative| o.attributes.iter().any(|a| a.key == new);
    if new != AttributeKey::Own(name.trim().to_owned()) || to.options.iter().any(taken) {
        return Err(Refusal::AttributeInUse(name.trim().to_owned()));
    }
    for attribute in to.options_mut().iter_mut().flat_map(|o| &mut o.attributes) {
        if attribute.key == old {
            attribute.key = new.clone();
        }
    }
    Ok(())
}

fn change_appraisal(to: &mut Appraisal, edit: &AppraisalEdit) -> Done {
    match edit {
        AppraisalEdit::Title(text) => set_name(&mut to.frame_mut().title, text),
        AppraisalEdit::Question(text) => replace_text(&mut to.frame_mut().question, text),
        AppraisalEdit::Body(text) => replace_text(&mut to.frame_mut().body, text),
        AppraisalEdit::Notice(text) => replace_text(&mut to.frame_mut().notice, text),
        AppraisalEdit::Background(text) => replace_text(&mut to.frame_mut().background, text),
        AppraisalEdit::Date(date) => {
            to.frame_mut().date = *date;
            Ok(())
        }
        AppraisalEdit::Status(status) => {
            to.frame_mut().status = *status;
            Ok(())
        }
        AppraisalEdit::Margin(margin) => {
            if margin.get() < 0.0 {
                return Err(Refusal::NegativeMargin);
            }
            to.frame_mut().margin = *margin;
            Ok(())
        }
        AppraisalEdit::Robustness(robustness) => robustness::change(to, robustness),
        _ => framing::change(to, edit),
    }
}

fn add_option(to: &mut Appraisal, id: &OptionId, name: &str) -> Done {
    check_name(name)?;
    if to.options.len() >= MAX_OPTIONS {
        return Err(Refusal::TooManyOptions);
    }
    if to.option(id).is_some() {
        return Err(Refusal::IdInUse(id.to_string()));
    }
    to.options_mut()
        .push(Alternative::new(id.clone(), name.trim()));
    Ok(())
}

fn change_option(option: &mut Alternative, edit: &OptionEdit) -> Done {
    match edit {
        OptionEdit::Name(text) => set_name(&mut option.name, text),
        OptionEdit::Short(text) => replace_text(&mut option.short, text),
        OptionEdit::Summary(text) => replace_text(&mut option.summary, text),
        OptionEdit::Status(standing) => {
            option.status = standing.clone();
            Ok(())
        }
        OptionEdit::Baseline(baseline) => {
            option.baseline = *baseline;
            Ok(())
        }
        // Done by the caller, who knows the gateways.
        OptionEdit::GatewayResult(..) => Ok(()),
        OptionEdit::Attribute(key, value) => {
            check_name(key.words())?;
            check_length(key.words())?;
            check_length(value)?;
            let known = position(option.attributes.iter().map(|a| &a.key), key).is_some();
            let key = match key {
                AttributeKey::Own(name) if !known => &AttributeKey::named(name),
                key => key,
            };
            let at = position(option.attributes.iter().map(|a| &a.key), key);
            match (at, value.trim().is_empty()) {
                (Some(at), true) => {
                    option.attributes.remove(at);
                }
                (Some(at), false) => {
                    if let Some(attribute) = option.attributes.get_mut(at) {
                        attribute.value.clone_from(value);
                    }
                }
                (None, true) => {}
                (None, false) => option.attributes.push(Attribute {
                    key: key.clone(),
                    value: value.clone(),
                }),
            }
            Ok(())
        }
    }
}

fn depth_of(on: &Appraisal, id: &CriterionId) -> Option<usize> {
    on.criteria_in_order()
        .into_iter()
        .find_map(|(c, depth)| (c.id == *id).then_some(depth))
}

fn add_criterion(
    to: &mut Appraisal,
    id: &CriterionId,
    name: &str,
    parent: Option<&CriterionId>,
) -> Done {
    check_name(name)?;
    if to.criteria_in_order().len() >= MAX_CRITERIA {
        return Err(Refusal::TooManyCriteria);
    }
    if to.criterion(id).is_some() {
        return Err(Refusal::IdInUse(id.to_string()));
    }
    place(to, Criterion::new(id.clone(), name.trim()), parent)
}

/// Puts a criterion at the end of a branch or of the top.
fn place(to: &mut Appraisal, criterion: Criterion, parent: Option<&CriterionId>) -> Done {
    let Some(parent) = parent else {
        to.criteria_mut().push(criterion);
        return Ok(());
    };
    let above = depth_of(to, parent).ok_or_else(|| Refusal::NoCriterion(parent.clone()))?;
    let mut below = 0;
    criterion.walk(1, &mut |_, depth| below = below.max(depth));
    if above + below >= MAX_DEPTH {
        return Err(Refusal::TooDeep);
    }
    // A branch is not scored, so what was said of the leaf goes with its first child.
    to.judgements_mut().scores.remove_criterion(parent);
    let parent = criterion_mut(to, parent)?;
    parent.judged = MacbethJudgements::default();
    parent.children.push(criterion);
    framing::settle(to);
    Ok(())
}

fn take_criterion(from: &mut Appraisal, id: &CriterionId) -> Result<Criterion, Refusal> {
    let (list, at) = from
        .siblings_mut(id)
        .ok_or_else(|| Refusal::NoCriterion(id.clone()))?;
    let taken = list.remove(at);
    weigh::settle(from);
    Ok(taken)
}

fn regroup(on: &mut Appraisal, id: &CriterionId, parent: Option<&CriterionId>) -> Done {
    criterion_mut(on, id)?;
    if on.parent(id).map(|p| &p.id) == parent {
        return Err(Refusal::SamePlace);
    }
    let criterion = take_criterion(on, id)?;
    let mut inside = false;
    criterion.walk(0, &mut |c, _| inside |= Some(&c.id) == parent);
    if inside {
        return Err(Refusal::SamePlace);
    }
    place(on, criterion, parent)
}

fn change_criterion(criterion: &mut Criterion, edit: &CriterionEdit) -> Done {
    match edit {
        CriterionEdit::Name(text) => set_name(&mut criterion.name, text),
        CriterionEdit::Short(text) => replace_text(&mut criterion.short, text),
        CriterionEdit::Question(text) => replace_text(&mut criterion.question, text),
        CriterionEdit::Note(text) => replace_text(&mut criterion.note, text),
        CriterionEdit::Origin(text) => replace_text(&mut criterion.origin, text),
        CriterionEdit::WeightReason(text) => replace_text(&mut criterion.weight_reason, text),
        CriterionEdit::Weight(weight) | CriterionEdit::Points(weight) => {
            criterion.weight = *weight;
            Ok(())
        }
        CriterionEdit::WeightRange(range) => {
            if range.is_some_and(|[low, high]| low > high) {
                return Err(Refusal::BadScale(BadScale::ReferencePoints));
            }
            criterion.weight_range = *range;
            Ok(())
        }
        CriterionEdit::Priorities(list) => {
            criterion.priorities.clone_from(list);
            Ok(())
        }
        CriterionEdit::MacbethJudgements(judged) => {
            criterion.judged = judged.clone();
            Ok(())
        }
        CriterionEdit::Anchor(value, words) => {
            check_length(words)?;
            set_anchor(&mut criterion.anchors, *value, words);
            Ok(())
        }
        CriterionEdit::Scale(kind) => {
            kind.check()?;
            criterion.scale.kind = kind.clone();
            Ok(())
        }
    }
}

fn set_anchor(anchors: &mut Vec<Anchor>, value: Finite, words: &str) {
    let at = anchors.iter().position(|a| a.value == value);
    match (at, words.trim().is_empty()) {
        (Some(at), true) => {
            anchors.remove(at);
        }
        (Some(at), false) => {
            if let Some(anchor) = anchors.get_mut(at) {
                words.clone_into(&mut anchor.words);
            }
        }
        (None, true) => {}
        (None, false) => {
            anchors.push(Anchor {
                value,
                words: words.to_owned(),
                extra: Extra::default(),
            });
            anchors.sort_by(|a, b| a.value.get().total_cmp(&b.value.get()));
        }
    }
}

pub(super) fn with_score(
    on: &mut Appraisal,
    option: &OptionId,
    criterion: &CriterionId,
    change: impl FnOnce(&mut Score),
) -> Done {
    option_mut(on, option)?;
    let found = criterion_mut(on, criterion)?;
    if !found.is_leaf() {
        return Err(Refusal::NotALeaf(found.name.clone()));
    }
    let scale = found.scale.kind.clone();
    let old = on.judgements.scores.get(option, criterion).cloned();
    let mut score = old.unwrap_or_else(|| Score::bare(Entry::Absent(Absence::Missing)));
    change(&mut score);
    score.entry = score.entry.settled(&scale);
    on.judgements_mut().scores.set(option, criterion, score);
    Ok(())
}

/// Makes what is scored on a criterion fit its scale, as far as it can.
pub(super) fn settle_scores(on: &mut Appraisal, criterion: &CriterionId) {
    let Some(scale) = on.criterion(criterion).map(|c| c.scale.kind.clone()) else {
        return;
    };
    let scored: Vec<(OptionId, Score)> = on
        .judgements
        .scores
        .iter()
        .filter(|(_, c, _)| *c == criterion)
        .map(|(o, _, score)| (o.clone(), score.clone()))
        .collect();
    for (option, mut score) in scored {
        score.entry = score.entry.settled(&scale);
        on.judgements_mut().scores.set(&option, criterion, score);
    }
}

fn change_figure(figure: &mut Figure, edit: &FigureEdit) -> Done {
    match edit {
        FigureEdit::Name(text) => return set_name(&mut figure.name, text),
        FigureEdit::Period(text) => return replace_text(&mut figure.period, text),
        FigureEdit::Source(text) => return replace_text(&mut figure.source, text),
        FigureEdit::Note(text) => return replace_text(&mut figure.note, text),
        FigureEdit::Amount(amount) => figure.amount = amount.clone(),
        FigureEdit::Qualifier(qualifier) => figure.qualifier = *qualifier,
        FigureEdit::PriceBase(base) => figure.price_base = *base,
        FigureEdit::Status(status) => figure.status = *status,
        FigureEdit::Date(date) => figure.date = *date,
    }
    Ok(())
}

fn change_source(source: &mut Source, edit: &SourceEdit) -> Done {
    match edit {
        SourceEdit::Title(text) => set_name(&mut source.title, text),
        SourceEdit::Link(text) => replace_text(&mut source.link, text),
        SourceEdit::Note(text) => replace_text(&mut source.note, text),
        SourceEdit::Date(date) => {
            source.date = *date;
            Ok(())
        }
    }
}
