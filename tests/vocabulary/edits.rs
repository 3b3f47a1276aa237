//! What every change is called.

use weighbridge_edit::{
    Batch, BatchSubject, CriteriaEdit, CriterionEdit, Edit, FigureEdit, FiguresEdit, FrameEdit,
    FrameworkEdit, GatewaysEdit, ListEdit, MacbethEdit, Move, OptionEdit, OptionsEdit,
    OverarchingEdit, PrioritiesEdit, Remark, Rescaled, RobustnessEdit, ScenarioEdit, ScenariosEdit,
    ScoresEdit, SourceEdit, SourcesEdit, WeightsEdit,
};
use weighbridge_model::{
    Absence, Amount, Appraisal, AttributeKey, Check, CheckAnswer, CriterionId, Entry, Extra,
    FigureId, FigureStatus, Finite, GatewayId, OptionId, OptionStatus, PriceBase, PriorityId,
    Qualifier, RuledOut, ScaleKind, ScenarioId, Status, WeightingMethod,
};
use weighbridge_opening::library;
use weighbridge_report::words::{edit_done, edit_label, redone, undone};

fn text() -> String {
    "Text".to_owned()
}

fn option(id: &str) -> OptionId {
    OptionId::new(id).unwrap()
}

fn criterion(id: &str) -> CriterionId {
    CriterionId::new(id).unwrap()
}

/// Birmingham's appraisal with a scenario and a fact in the frame to be named.
fn appraisal() -> Appraisal {
    let mut on = library::entry("birmingham-2013").unwrap().open().unwrap();
    Edit::add_scenario(&on, "Calm").apply(&mut on).unwrap();
    on
}

fn frame(on: &Appraisal) -> Vec<Edit> {
    let figure = on.frame.figures[0].id.clone();
    let check = CheckAnswer {
        check: Check::Size,
        yes: None,
        note: String::new(),
        extra: Extra::default(),
    };
    let facts = [
        FrameEdit::Title(text()),
        FrameEdit::Question(text()),
        FrameEdit::Body(text()),
        FrameEdit::Date(None),
        FrameEdit::Status(Status::Draft),
        FrameEdit::Notice(text()),
        FrameEdit::Background(text()),
        FrameEdit::Asked(text()),
        FrameEdit::Margin(Finite::ZERO),
        FrameEdit::Check(check),
    ];
    let source = [
        SourceEdit::Title(text()),
        SourceEdit::Link(text()),
        SourceEdit::Date(None),
        SourceEdit::Note(text()),
    ];
    let amount = || Amount::Quantity {
        value: Finite::ZERO,
        unit: text(),
    };
    let facts_of_figure = [
        FigureEdit::Name(text()),
        FigureEdit::Amount(amount()),
        FigureEdit::Qualifier(Qualifier::About),
        FigureEdit::Period(text()),
        FigureEdit::PriceBase(PriceBase::Nominal),
        FigureEdit::Status(FigureStatus::Budget),
        FigureEdit::Source(text()),
        FigureEdit::Date(None),
        FigureEdit::Note(text()),
    ];
    let mut all: Vec<Edit> = facts.map(Edit::Frame).to_vec();
    all.push(Edit::Sources(SourcesEdit::Add(text())));
    all.extend(source.map(|edit| Edit::Sources(SourcesEdit::Change(0, edit))));
    all.push(Edit::Sources(SourcesEdit::Change(
        99,
        SourceEdit::Link(text()),
    )));
    all.push(Edit::Sources(SourcesEdit::Remove(0)));
    all.push(Edit::add_figure(on, "Rent", amount(), Qualifier::Exactly));
    all.extend(
        facts_of_figure.map(|edit| Edit::Figures(FiguresEdit::Change(figure.clone(), edit))),
    );
    let gone = FigureId::new("gone").unwrap();
    all.push(Edit::Figures(FiguresEdit::Remove(gone)));
    all.push(Edit::Framework(FrameworkEdit::Remove(0)));
    all.push(Edit::Overarching(OverarchingEdit::Remove(0)));
    let priority = PriorityId::new("plan").unwrap();
    all.push(Edit::Priorities(PrioritiesEdit::Remove(priority)));
    let gateway = GatewayId::new("fit").unwrap();
    let list = GatewaysEdit::List(ListEdit::Remove(gateway.clone()));
    let gateways = [
        list,
        GatewaysEdit::Add(Vec::new()),
        GatewaysEdit::AllPass(gateway),
    ];
    all.extend(gateways.map(Edit::Gateways));
    all
}

fn options(on: &Appraisal) -> Vec<Edit> {
    let id = || option("outsource");
    let out = || OptionStatus::RuledOut(RuledOut::default());
    let ruled_out = on.options.iter().find(|o| !o.is_appraised()).unwrap();
    let gateway = GatewayId::new("fit").unwrap();
    let facts = [
        OptionEdit::Name(text()),
        OptionEdit::Short(text()),
        OptionEdit::Summary(text()),
        OptionEdit::Status(OptionStatus::Preferred),
        OptionEdit::Status(out()),
        OptionEdit::Baseline(None),
        OptionEdit::Attribute(AttributeKey::Vat, text()),
        OptionEdit::Attribute(AttributeKey::Own("Rent".to_owned()), text()),
        OptionEdit::GatewayResult(gateway, None),
    ];
    let mut all = vec![Edit::add_option(on, "Stay")];
    all.extend(facts.map(|edit| Edit::change_option(id(), edit)));
    for status in [out(), OptionStatus::ShortListed] {
        let edit = OptionEdit::Status(status);
        all.push(Edit::change_option(ruled_out.id.clone(), edit));
    }
    let others = [
        OptionsEdit::Move(id(), Move::Up),
        OptionsEdit::Move(id(), Move::Down),
        OptionsEdit::Remove(id()),
        OptionsEdit::Remove(option("gone")),
        OptionsEdit::RenameAttribute("Rent".to_owned(), text()),
        OptionsEdit::RemoveAttribute("Rent".to_owned()),
    ];
    all.extend(others.map(Edit::Options));
    all
}

fn criteria(on: &Appraisal) -> Vec<Edit> {
    let id = || criterion("pace");
    let facts = [
        CriterionEdit::Name(text()),
        CriterionEdit::Short(text()),
        CriterionEdit::Question(text()),
        CriterionEdit::Note(text()),
        CriterionEdit::Origin(text()),
        CriterionEdit::Serves(PriorityId::new("plan").unwrap(), true),
        CriterionEdit::Anchor(Finite::ZERO, text()),
        CriterionEdit::Scale(ScaleKind::Direct),
    ];
    let mut all = vec![Edit::add_criterion(on, "Cost", None)];
    all.extend(facts.map(|edit| Edit::change_criterion(id(), edit)));
    let others = [
        CriteriaEdit::Move(id(), Move::Up),
        CriteriaEdit::Regroup(id(), None),
        CriteriaEdit::Regroup(id(), Some(criterion("partners"))),
        CriteriaEdit::Remove(id()),
        CriteriaEdit::Remove(criterion("gone")),
    ];
    all.extend(others.map(Edit::Criteria));
    all.push(Edit::weight(&id(), None));
    all.push(Edit::points(&id(), None));
    let derive = |by, branch| WeightsEdit::Derive {
        branch,
        by,
        answers: Vec::new(),
        weights: Vec::new(),
    };
    let share = WeightsEdit::Share {
        criterion: id(),
        weights: Vec::new(),
    };
    let others = [
        WeightsEdit::Reason(id(), text()),
        WeightsEdit::Range(id(), None),
        share,
        derive(WeightingMethod::Pairwise, Some(id())),
    ];
    all.extend(others.map(Edit::Weights));
    all.extend(WeightingMethod::ALL.map(|by| Edit::Weights(derive(by, None))));
    all
}

fn scores() -> Vec<Edit> {
    let (o, c) = (|| option("outsource"), || criterion("pace"));
    let missing = || Entry::Absent(Absence::Missing);
    let rescaled = |id| Rescaled {
        criterion: id,
        scale: ScaleKind::Direct,
        scores: Vec::new(),
    };
    let edits = [
        ScoresEdit::Enter(vec![(o(), c(), missing())]),
        ScoresEdit::Enter(vec![
            (o(), c(), missing()),
            (o(), criterion("partners"), missing()),
        ]),
        ScoresEdit::Rescale(vec![rescaled(c())]),
        ScoresEdit::Rescale(vec![rescaled(c()), rescaled(criterion("partners"))]),
        ScoresEdit::Relative {
            criterion: c(),
            values: Vec::new(),
            ends: [text(), text()],
        },
        ScoresEdit::Judge(c(), vec![MacbethEdit::Unplace("outsource".to_owned())]),
    ];
    let remarks = [
        Remark::Reason(text()),
        Remark::Source(text()),
        Remark::Confidence(None),
        Remark::Who(text()),
        Remark::Range(None),
    ];
    let mut all = edits.map(Edit::Scores).to_vec();
    all.extend(remarks.map(|remark| Edit::remark(o(), c(), remark)));
    all
}

fn scenarios(on: &Appraisal) -> Vec<Edit> {
    let (o, c) = (|| option("outsource"), || criterion("pace"));
    let calm = on.judgements.scenarios[0].id.clone();
    let edits = [
        ScenarioEdit::Name(text()),
        ScenarioEdit::Note(text()),
        ScenarioEdit::Weight(c(), None),
        ScenarioEdit::Score(o(), c(), None),
        ScenarioEdit::Reason(o(), c(), text()),
    ];
    let mut all = vec![Edit::add_scenario(on, "Storm")];
    all.extend(edits.map(|edit| Edit::change_scenario(calm.clone(), edit)));
    let gone = ScenarioId::new("gone").unwrap();
    all.push(Edit::Scenarios(ScenariosEdit::Remove(gone)));
    all.push(Edit::Robustness(RobustnessEdit::Seed(2)));
    all
}

/// Batches of every subject, some with one edit and some with more.
fn batches(on: &Appraisal) -> Vec<Edit> {
    let add = |name: &str| Edit::add_criterion(on, name, None);
    let scale = |id: &str| {
        let scale = CriterionEdit::Scale(ScaleKind::Direct);
        Edit::change_criterion(criterion(id), scale)
    };
    let weigh = Edit::points(&criterion("pace"), None);
    let weigh_there = weigh.clone();
    let both = vec![add("One"), add("Two")];
    let from = || BatchSubject::Scale(criterion("pace"));
    let all = [
        (BatchSubject::Options, both.clone()),
        (BatchSubject::Gateways, both.clone()),
        (BatchSubject::Priorities, both.clone()),
        (BatchSubject::Overarching, both.clone()),
        (BatchSubject::Scenarios, vec![add("One")]),
        (BatchSubject::Paste, vec![weigh.clone(), weigh.clone()]),
        (BatchSubject::Paste, Vec::new()),
        (BatchSubject::Criteria, both),
        (BatchSubject::Criteria, vec![weigh.clone(), scale("pace")]),
        (BatchSubject::Criteria, vec![add("One"), weigh]),
        (
            BatchSubject::Scenario,
            vec![Edit::add_scenario(on, "Own weights"), weigh_there],
        ),
        (BatchSubject::Scenario, Vec::new()),
        (from(), vec![scale("partners")]),
        (from(), vec![scale("partners"), scale("front-line")]),
    ];
    let batch = |(subject, edits)| Edit::Batch(Batch { subject, edits });
    all.map(batch).to_vec()
}

#[test]
fn changes_are_called_so() {
    let on = appraisal();
    let sections = [
        frame(&on),
        options(&on),
        criteria(&on),
        scores(),
        scenarios(&on),
        batches(&on),
    ];
    let all = sections.iter().flatten();
    let mut labels: Vec<String> = all.map(|edit| edit_label(edit, &on)).collect();
    labels.extend([undone("Add option Stay"), redone("Add option Stay")]);
    insta::assert_snapshot!("words-edits", labels.join("\n"));
    let all = sections.iter().flatten();
    let done: Vec<String> = all.map(|edit| edit_done(edit, &on)).collect();
    insta::assert_snapshot!("words-edits-done", done.join("\n"));
}
