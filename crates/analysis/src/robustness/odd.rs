//! What is odd about the statements and ranges of uncertain weights and scores: it would be lost otherwise, or
//! sampling would not do what people expect.

use super::tree::Tree;
use crate::{Analysis, Issue};
use weighbridge_model::{Entry, Finite, Perspective, ScaleKind, Statement};
use weighbridge_sampling::{Fault, Problem as Kernel, Rule};

/// Adds what is odd about statements, ranges and levels.
pub(crate) fn collect(appraisal: Perspective<'_>, analysis: &Analysis) -> Vec<Issue> {
    let mut issues = Vec::new();
    statements(appraisal, analysis, &mut issues);
    weight_ranges(appraisal, &mut issues);
    score_ranges(appraisal, analysis, &mut issues);
    levels(appraisal, &mut issues);
    issues
}

/// Statements about what does not count, and those that contradict each other, branch by branch.
fn statements(appraisal: Perspective<'_>, analysis: &Analysis, issues: &mut Vec<Issue>) {
    let said = &appraisal.robustness.statements;
    if said.is_empty() {
        return;
    }
    let tree = Tree::of(analysis);
    let (branches, nowhere) = tree.said(appraisal, analysis);
    let unused = nowhere.into_iter().filter_map(|at| said.get(at));
    issues.extend(unused.map(|statement| Issue::StatementNotUsed {
        statement: statement.clone(),
    }));
    for (at, statement) in said.iter().enumerate() {
        let used = branches.iter().flat_map(|(_, own)| own);
        if used.into_iter().any(|(other, _)| *other == at) && broken(analysis, statement) {
            issues.push(Issue::WeightsBreakStatement {
                statement: statement.clone(),
            });
        }
    }
    for (count, own) in branches {
        let rule = Rule::Said(own.iter().map(|(_, placed)| *placed).collect());
        let fault = Kernel::flat(0, count, &[], rule).err();
        if let Some(Fault::Contradictory { statements, .. }) = fault {
            let guilty = statements.iter().filter_map(|at| own.get(*at));
            let guilty = guilty.filter_map(|(at, _)| said.get(*at));
            issues.push(Issue::StatementsContradict {
                statements: guilty.cloned().collect(),
            });
        }
    }
}

/// Shares that differ by no more are the same: they are as good as the sums they were made from.
const SAME: f64 = 1e-9;

/// Whether the weights that count break the statements about weights; false while there are none.
fn broken(analysis: &Analysis, said: &Statement) -> bool {
    let share = |id| analysis.node(id).and_then(|at| analysis.nodes[at].local);
    let above = match said {
        Statement::AtLeastAsImportant(a, b) => share(b).zip(share(a)),
        Statement::Equal(a, b) => share(a).zip(share(b)).map(|(a, b)| ((a - b).abs(), 0.0)),
        Statement::AtLeast(a, x) => share(a).map(|a| (x.get(), a)),
        Statement::AtMost(a, x) => share(a).map(|a| (a, x.get())),
    };
    above.is_some_and(|(more, less)| more - less > SAME)
}

/// Whether a number is between two others, whichever way round they are.
fn holds(range: [Finite; 2], value: f64) -> bool {
    let (a, b) = (range[0].get(), range[1].get());
    (a.min(b)..=a.max(b)).contains(&value)
}

fn weight_ranges(appraisal: Perspective<'_>, issues: &mut Vec<Issue>) {
    for (criterion, _) in appraisal.criteria_in_order() {
        let weights = &appraisal.voice.weights;
        let given = weights.raw(&criterion.id).zip(weights.range(&criterion.id));
        if let Some((weight, [low, high])) = given {
            let (a, b) = (low.get(), high.get());
            if !(a.min(b)..=a.max(b)).contains(&weight.get()) {
                issues.push(Issue::WeightOutsideRange {
                    criterion: criterion.id.clone(),
                });
            }
        }
    }
}

fn score_ranges(appraisal: Perspective<'_>, analysis: &Analysis, issues: &mut Vec<Issue>) {
    for option in &analysis.options {
        for leaf in appraisal.leaves() {
            let score = appraisal.voice.scores.get(&option.id, &leaf.id);
            let given = score.and_then(|s| Some((&s.entry, s.range?)));
            let number = given.and_then(|(entry, range)| match (entry, &leaf.scale.kind) {
                (Entry::Label(label), ScaleKind::Points(points)) => {
                    let point = points.iter().find(|point| point.label == *label)?;
                    Some((point.value.get(), range))
                }
                (Entry::Number(value), _) => Some((value.get(), range)),
                (Entry::Label(_) | Entry::Absent(_), _) => None,
            });
            if let Some((value, range)) = number
                && !holds(range, value)
            {
                issues.push(Issue::ScoreOutsideRange {
                    option: option.id.clone(),
                    criterion: leaf.id.clone(),
                });
            }
        }
    }
}

/// Points of a scale in words whose values are not from 0 to 100.
fn levels(appraisal: Perspective<'_>, issues: &mut Vec<Issue>) {
    for leaf in appraisal.leaves() {
        let ScaleKind::Points(levels) = &leaf.scale.kind else {
            continue;
        };
        let beyond = levels
            .iter()
            .filter(|level| !(0.0..=100.0).contains(&level.value.get()));
        let labels: Vec<String> = beyond.map(|level| level.label.clone()).collect();
        if !labels.is_empty() {
            issues.push(Issue::LevelsOutsideScale {
                criterion: leaf.id.clone(),
                labels,
            });
        }
    }
}
