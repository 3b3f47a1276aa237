//! Random judgements about weights and scores, and what stands around them, for the property tests.

use weighbridge_edit::{
    Edit, FrameEdit, GatewaysEdit, ListEdit, MacbethEdit, Move, OptionEdit, Remark, RobustnessEdit,
    ScenarioEdit, ScenariosEdit, ScoresEdit, WeightsEdit,
};
use weighbridge_model::{
    Appraisal, Bound, Check, CheckAnswer, Choice, ChoiceVerdict, Comparison, CriterionId,
    Difference, Dimension, Entry, Extra, Finite, Gateway, GatewayId, GatewayResult,
    MacbethJudgements, Mark, OptionId, Overarching, Priority, PriorityId, RankFormula, RawWeight,
    ReferencePoint, ReferencePoints, Required, Robustness, Scenario, ScenarioId, Shape, Statement,
    Weighting, WeightingMethod,
};

/// A stream of small numbers from one seed (xorshift64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below as u64) as usize
    }

    fn coin(&mut self) -> bool {
        self.roll(2) == 0
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.roll(from.len())]
    }

    fn words(&mut self) -> String {
        self.pick(&["", "", "a", "two words", "“quoted”\nline"])
            .to_owned()
    }

    fn extra(&mut self) -> Extra {
        let mut extra = Extra::default();
        if self.roll(6) == 0 {
            extra.0.push(("later".to_owned(), "[1,null]".to_owned()));
        }
        extra
    }
}

fn weight(x: usize) -> RawWeight {
    RawWeight::new(x as f64 / 3.0).unwrap()
}

fn times(x: usize) -> Finite {
    Finite::new(1.0 + x as f64 / 2.0).unwrap()
}

fn judged(dice: &mut Dice, ids: &[String], reference: bool) -> MacbethJudgements {
    let mut differences: Vec<Difference> = Vec::new();
    for (at, more) in ids.iter().enumerate() {
        for less in &ids[at + 1..] {
            if dice.coin() {
                let low = dice.roll(7) as u8;
                let high = low.max(dice.roll(7) as u8);
                let (more, less) = (more.clone(), less.clone());
                differences.push(Difference {
                    more,
                    less,
                    low,
                    high,
                });
            }
        }
        if reference && dice.coin() {
            let (more, less) = (more.clone(), String::new());
            differences.push(Difference {
                more,
                less,
                low: 3,
                high: 3,
            });
        }
    }
    MacbethJudgements {
        order: ids.iter().filter(|_| dice.coin()).cloned().collect(),
        differences,
        extra: dice.extra(),
    }
}

fn weighting(dice: &mut Dice, branch: &[CriterionId], below: &[CriterionId]) -> Weighting {
    let mut to = Weighting {
        method: dice.pick(&WeightingMethod::ALL),
        rank_formula: dice.pick(&RankFormula::ALL),
        extra: dice.extra(),
        ..Weighting::default()
    };
    for (at, id) in branch.iter().enumerate() {
        if dice.coin() {
            to.direct.insert(id.clone(), weight(dice.roll(300)));
            to.swing.insert(id.clone(), weight(dice.roll(300)));
            to.rank.insert(id.clone(), 1 + dice.roll(4) as u16);
            to.best_to.insert(id.clone(), times(dice.roll(17)));
            to.to_worst.insert(id.clone(), times(dice.roll(17)));
            to.best = Some(id.clone());
        }
        for less in &branch[at + 1..] {
            if dice.coin() {
                let (more, less) = (id.clone(), less.clone());
                let times = Finite::new(1.0 / (1.0 + dice.roll(9) as f64)).unwrap();
                to.pairwise.push(Comparison { more, less, times });
            }
        }
    }
    for id in below {
        if dice.coin() {
            let (worst, best) = (end(dice), end(dice));
            to.swing_confirmed_for
                .insert(id.clone(), ReferencePoints { worst, best });
        }
    }
    let ids: Vec<String> = branch.iter().map(ToString::to_string).collect();
    to.macbeth = judged(dice, &ids, true);
    to
}

fn end(dice: &mut Dice) -> ReferencePoint {
    match dice.roll(3) {
        0 => ReferencePoint::said(&dice.words()),
        1 => ReferencePoint::Label {
            label: "good".to_owned(),
            words: dice.words(),
        },
        _ => ReferencePoint::Amount {
            at: Finite::new(dice.roll(9000) as f64 / 7.0).unwrap(),
            unit: dice.words(),
        },
    }
}

/// A weighting of a branch, and the ids of the branch.
fn weighting_of(dice: &mut Dice, on: &Appraisal, branch: Option<&CriterionId>) -> Weighting {
    let children: Vec<CriterionId> = on.branch(branch).iter().map(|c| c.id.clone()).collect();
    let mut below = Vec::new();
    for child in on.branch(branch) {
        child.walk(0, &mut |c, _| below.push(c.id.clone()));
    }
    weighting(dice, &children, &below)
}

/// A weighting of the criteria at the top, decided by a seed.
pub fn weighting_of_top(seed: u64, on: &Appraisal) -> Weighting {
    weighting_of(&mut Dice(seed | 1), on, None)
}

fn gateways(dice: &mut Dice, on: &Appraisal) -> Vec<Gateway> {
    let leaves = on.leaves();
    (0..dice.roll(3))
        .map(|at| Gateway {
            id: GatewayId::new(&format!("g{at}")).unwrap(),
            name: "Strategic fit".to_owned(),
            test: dice.words(),
            level: leaves.get(at).map(|leaf| Required {
                criterion: leaf.id.clone(),
                bound: dice.pick(&Bound::ALL),
                mark: mark(dice),
            }),
            extra: dice.extra(),
        })
        .collect()
}

/// A level of any kind, whether it fits the scale or not.
fn mark(dice: &mut Dice) -> Mark {
    let at = Finite::new(dice.roll(1000) as f64 / 8.0).unwrap();
    match dice.roll(3) {
        0 => Mark::Value(at),
        1 => Mark::Label("good".to_owned()),
        _ => Mark::Amount {
            at,
            unit: dice.words(),
        },
    }
}

fn priorities(dice: &mut Dice) -> Vec<Priority> {
    (0..dice.roll(4))
        .map(|at| Priority {
            id: PriorityId::new(&format!("p{at}")).unwrap(),
            name: "Best start".to_owned(),
            source: dice.words(),
            extra: dice.extra(),
        })
        .collect()
}

fn passage(dice: &mut Dice) -> GatewayResult {
    GatewayResult {
        pass: dice.pick(&[None, Some(true), Some(false)]),
        evidence: dice.words(),
        extra: dice.extra(),
    }
}

fn framework(dice: &mut Dice) -> Vec<Choice> {
    (0..dice.roll(3))
        .map(|_| Choice {
            dimension: dice.pick(&Dimension::ALL),
            name: "A trust".to_owned(),
            verdict: dice.pick(&ChoiceVerdict::ALL),
            reason: dice.words(),
            extra: dice.extra(),
        })
        .collect()
}

fn overarching(dice: &mut Dice) -> Vec<Overarching> {
    (0..dice.roll(3))
        .map(|_| Overarching {
            name: "Equality".to_owned(),
            note: dice.words(),
            extra: dice.extra(),
        })
        .collect()
}

/// Adds judgements of every kind to an appraisal, decided by a seed.
pub fn dress(to: &mut Appraisal, seed: u64) {
    let dice = &mut Dice(seed | 1);
    if dice.roll(3) == 0 {
        return;
    }
    to.frame_mut().framework = framework(dice);
    to.frame_mut().gateways = gateways(dice, to);
    to.frame_mut().priorities = priorities(dice);
    to.frame_mut().overarching = overarching(dice);
    for check in Check::ALL {
        if dice.coin() {
            to.frame_mut().checks.push(CheckAnswer {
                check,
                yes: dice.pick(&[None, Some(true), Some(false)]),
                note: dice.words(),
                extra: dice.extra(),
            });
        }
    }
    let ids: Vec<String> = to.options.iter().map(|o| o.id.to_string()).collect();
    let weighting = weighting_of(dice, to, None);
    to.agreed_mut()
        .weights
        .change_weighting(None, |said| *said = weighting);
    let all: Vec<CriterionId> = to
        .criteria_in_order()
        .iter()
        .map(|(c, _)| c.id.clone())
        .collect();
    for id in all {
        let weighting = weighting_of(dice, to, Some(&id));
        let serves = to
            .frame
            .priorities
            .iter()
            .filter(|_| dice.coin())
            .map(|p| p.id.clone())
            .collect();
        let judged = judged(dice, &ids, false);
        let criterion = to.criterion_mut(&id).unwrap();
        criterion.priorities = serves;
        let is_leaf = criterion.is_leaf();
        let agreed = to.agreed_mut();
        if !is_leaf {
            agreed
                .weights
                .change_weighting(Some(&id), |said| *said = weighting);
        } else if dice.coin() {
            agreed.scores.change_differences(&id, |said| *said = judged);
            let range = Some([weight(1), weight(dice.roll(9) + 1)]);
            agreed.weights.change(&id, |weight| weight.range = range);
        }
    }
    to.judgements_mut().scenarios = scenarios(dice, to);
    if dice.coin() {
        to.judgements_mut().robustness = robustness(dice, to);
    }
    let gateways: Vec<GatewayId> = to.frame.gateways.iter().map(|g| g.id.clone()).collect();
    for option in to.options_mut() {
        for id in &gateways {
            if dice.coin() {
                option.gateways.insert(id.clone(), passage(dice));
            }
        }
    }
}

fn scenarios(dice: &mut Dice, of: &Appraisal) -> Vec<Scenario> {
    let mut list = Vec::new();
    for at in 0..dice.roll(3) {
        let id = ScenarioId::new(&format!("s{at}")).unwrap();
        let mut scenario = Scenario::new(id, dice.pick(&["Demand +10%", "“DfE” intervenes", "="]));
        scenario.note = dice.words();
        scenario.extra = dice.extra();
        for (criterion, _) in of.criteria_in_order() {
            if dice.roll(3) == 0 {
                let raw = weight(dice.roll(9));
                scenario.voice.weights.set_raw(&criterion.id, Some(raw));
            }
        }
        for (option, criterion, score) in of.agreed().scores.iter() {
            if dice.roll(4) == 0 {
                let mut other = score.clone();
                other.reason = dice.words();
                other.extra = dice.extra();
                scenario.voice.scores.set(option, criterion, other);
            }
        }
        list.push(scenario);
    }
    list
}

fn scenario_edit(dice: &mut Dice, on: &Appraisal, o: OptionId, c: CriterionId) -> Edit {
    let ids: Vec<&ScenarioId> = on.judgements.scenarios.iter().map(|s| &s.id).collect();
    let none = ScenarioId::new("none").unwrap();
    let id = ids.get(dice.roll(3)).map_or(&none, |id| id).clone();
    let entry = Entry::Number(times(dice.roll(190)));
    let edit = match dice.roll(8) {
        0 => return Edit::add_scenario(on, dice.pick(&["Demand", "Slump", " "])),
        1 => return Edit::Scenarios(ScenariosEdit::Remove(id)),
        2 => ScenarioEdit::Name(dice.words()),
        3 => ScenarioEdit::Note(dice.words()),
        4 => ScenarioEdit::Weight(c, Some(weight(dice.roll(9)))),
        5 => ScenarioEdit::Weight(c, None),
        6 => ScenarioEdit::Score(o, c, dice.coin().then_some(entry)),
        _ => ScenarioEdit::Reason(o, c, dice.words()),
    };
    Edit::change_scenario(id, edit)
}

/// What is known of weights and scores; edits and files refuse what does not fit, so only that is said.
fn robustness(dice: &mut Dice, on: &Appraisal) -> Robustness {
    let mut made = Robustness::default();
    let all = on.criteria_in_order();
    for (one, _) in &all {
        let (other, _) = all[dice.roll(all.len())];
        let (one, other) = (one.id.clone(), other.id.clone());
        let share = Finite::new(dice.roll(11) as f64 / 10.0).unwrap();
        let statement = match dice.roll(8) {
            0 => Statement::AtLeastAsImportant(one, other),
            1 => Statement::Equal(one, other),
            2 => Statement::AtLeast(one, share),
            3 => Statement::AtMost(one, share),
            _ => continue,
        };
        if statement.fits(&on.criteria) && !made.statements.contains(&statement) {
            made.statements.push(statement);
        }
    }
    made.shape = dice.pick(&Shape::ALL);
    made.seed = dice.pick(&[0, 1, 1, 2013, u32::MAX]);
    made.precision = dice.pick(&[0.05, 0.5, 0.5, 5.0].map(|p| Finite::new(p).unwrap()));
    made.extra = dice.extra();
    made
}

/// A change to a list of one of these items.
fn list_edit<K, T: Clone>(
    dice: &mut Dice,
    items: &[T],
    key: impl Fn(&T, usize) -> K,
    edit: impl Fn(ListEdit<K, T>) -> Edit,
) -> Edit {
    let at = dice.roll(items.len().max(1));
    let Some(item) = items.get(at).cloned() else {
        return Edit::Robustness(RobustnessEdit::Seed(0));
    };
    let key = key(&item, at);
    edit(match dice.roll(5) {
        0 | 1 => ListEdit::Add(item),
        2 => ListEdit::Change(key, item),
        3 => ListEdit::Move(key, dice.pick(&[Move::Up, Move::Down])),
        _ => ListEdit::Remove(key),
    })
}

fn gateways_edit(dice: &mut Dice, on: &Appraisal) -> Edit {
    let all = gateways(dice, on);
    let list = |edit| Edit::Gateways(GatewaysEdit::List(edit));
    match all.first() {
        Some(_) if dice.coin() => list_edit(dice, &all, |one, _| one.id.clone(), list),
        Some(one) if dice.coin() => Edit::Gateways(GatewaysEdit::AllPass(one.id.clone())),
        _ => Edit::Gateways(GatewaysEdit::Add(all)),
    }
}

fn robustness_edit(dice: &mut Dice, on: &Appraisal) -> RobustnessEdit {
    let made = robustness(dice, on);
    let said = &on.judgements.robustness.statements;
    match (dice.roll(5), made.statements.first(), said.last()) {
        (0 | 1, Some(new), _) => RobustnessEdit::Say(new.clone()),
        (2, _, Some(old)) => RobustnessEdit::TakeBack(old.clone()),
        (3, ..) => RobustnessEdit::Precision(made.precision),
        (4, ..) => RobustnessEdit::Seed(made.seed),
        _ => RobustnessEdit::Shape(made.shape),
    }
}

/// An edit of one of these; it may be refused.
pub fn edit(on: &Appraisal, o: OptionId, c: CriterionId, seed: u64) -> Edit {
    let dice = &mut Dice(seed | 1);
    match dice.roll(20) {
        18.. => Edit::Robustness(robustness_edit(dice, on)),
        12.. => scenario_edit(dice, on, o, c),
        0 => {
            let all = framework(dice);
            list_edit(dice, &all, |_, at| at, Edit::Framework)
        }
        1 => gateways_edit(dice, on),
        2 => {
            let all = priorities(dice);
            list_edit(dice, &all, |one, _| one.id.clone(), Edit::Priorities)
        }
        3 => {
            let all = overarching(dice);
            list_edit(dice, &all, |_, at| at, Edit::Overarching)
        }
        4 => Edit::Frame(FrameEdit::Check(CheckAnswer {
            check: dice.pick(&Check::ALL),
            yes: dice.pick(&[None, Some(true), Some(false)]),
            note: dice.words(),
            extra: Extra::default(),
        })),
        5 => {
            let id = GatewayId::new("g0").unwrap();
            Edit::change_option(o, OptionEdit::GatewayResult(id, Some(passage(dice))))
        }
        6 => {
            let id = PriorityId::new("p0").unwrap();
            Edit::serve(&c, &id, dice.coin())
        }
        7 => {
            let ids: Vec<String> = on.options.iter().map(|o| o.id.to_string()).collect();
            let after = judged(dice, &ids, false);
            let edits = MacbethEdit::between(on.agreed().scores.differences(&c), &after);
            Edit::Scores(ScoresEdit::Judge(c, edits))
        }
        8 => {
            let range = [weight(dice.roll(9)), weight(dice.roll(9))];
            Edit::Weights(WeightsEdit::Range(c, Some(range)))
        }
        9 => Edit::remark(o, c, Remark::Who(dice.words())),
        10 => {
            let range = [times(1), times(dice.roll(9))];
            Edit::remark(o, c, Remark::Range(Some(range)))
        }
        _ => {
            let branch = dice.coin().then_some(c);
            let weighting = weighting_of(dice, on, branch.as_ref());
            let weights = on.branch(branch.as_ref()).iter();
            let weights = weights.map(|c| (c.id.clone(), Some(weight(30)))).collect();
            Edit::derive(on, branch.as_ref(), weighting.method, &weighting, weights)
        }
    }
}
