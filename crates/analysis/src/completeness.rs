//! What an appraisal lacks, and what shows once values and totals are known.

use super::gateway::{gate, misfit, unjudged};
use super::{Cell, Grid, Issue, LeafScale, OptionResult, PerLeaf, PerOption, TIE};
use weighbridge_model::{Check, CriterionId, Perspective};

/// Adds the issues that show once values and totals are known.
pub(super) fn collect(
    appraisal: Perspective<'_>,
    options: &PerOption<OptionResult>,
    scales: &PerLeaf<LeafScale>,
    values: &Grid<Cell>,
    issues: &mut Vec<Issue>,
) {
    if appraisal.frame.question.trim().is_empty() {
        issues.push(Issue::NoQuestion);
    }
    match options.len() {
        0 => issues.push(Issue::NoOptions),
        1 => issues.push(Issue::OneOption),
        _ => {}
    }
    if appraisal.criteria.is_empty() {
        issues.push(Issue::NoCriteria);
    }
    if appraisal.options.iter().all(|o| o.baseline.is_none()) {
        issues.push(Issue::NoBaseline);
    }
    let leaves = appraisal.leaves();
    for (option, row) in options.iter().zip(values) {
        for (leaf, cell) in leaves.iter().zip(row) {
            match cell {
                Cell::Unusable(why) => issues.push(Issue::Unusable {
                    option: option.id.clone(),
                    criterion: leaf.id.clone(),
                    why: why.clone(),
                }),
                Cell::Value(v) if !(-TIE..=100.0 + TIE).contains(v) => {
                    issues.push(Issue::OutsideScale {
                        option: option.id.clone(),
                        criterion: leaf.id.clone(),
                        value: *v,
                    });
                }
                Cell::Value(_) | Cell::Absent(_) => {}
            }
        }
        let absent: Vec<CriterionId> = leaves
            .iter()
            .zip(row)
            .zip(scales)
            .filter(|((_, cell), scale)| matches!(cell, Cell::Absent(_)) && !scale.excluded)
            .map(|((leaf, _), _)| leaf.id.clone())
            .collect();
        if !absent.is_empty() {
            issues.push(Issue::MissingScores {
                option: option.id.clone(),
                criteria: absent,
            });
        }
    }
    for (leaf, at) in leaves.iter().zip(scales.keys()) {
        let column: Option<Vec<f64>> = values.iter().map(|row| row[at].value()).collect();
        if let Some([first, others @ ..]) = column.as_deref()
            && !others.is_empty()
            && others.iter().all(|v| (v - first).abs() <= TIE)
        {
            issues.push(Issue::SameForAll {
                criterion: leaf.id.clone(),
            });
        }
    }
    count_reasons(appraisal, options, values, issues);
    gateways(appraisal, issues);
    checks(appraisal, issues);
}

/// Adds what fails a gateway, and what is not judged at one.
fn gateways(appraisal: Perspective<'_>, issues: &mut Vec<Issue>) {
    for option in appraisal.appraised() {
        for gateway in &appraisal.frame.gateways {
            if gate(appraisal, option, gateway).pass == Some(false) {
                issues.push(Issue::FailsGateway {
                    option: option.id.clone(),
                    gateway: gateway.id.clone(),
                });
            }
        }
    }
    for gateway in &appraisal.frame.gateways {
        let level = gateway.level.as_ref();
        let scale = level.and_then(|l| Some((l, appraisal.criterion(&l.criterion)?)));
        let why = scale.and_then(|(l, criterion)| misfit(&l.mark, &criterion.scale.kind));
        let open = unjudged(appraisal, gateway);
        let gateway = gateway.id.clone();
        if let Some(why) = why {
            issues.push(Issue::GatewayMisfit { gateway, why });
        } else if !open.is_empty() {
            issues.push(Issue::GatewayNotJudged {
                gateway,
                options: open,
            });
        }
    }
}

/// Adds what the seven checks and the priorities say.
fn checks(appraisal: Perspective<'_>, issues: &mut Vec<Issue>) {
    // In the order of the checks, whatever the order of the answers.
    for check in Check::ALL {
        let no = |c: &weighbridge_model::CheckAnswer| c.check == check && c.yes == Some(false);
        if appraisal.frame.checks.iter().any(no) {
            issues.push(Issue::CheckAnsweredNo { check });
        }
    }
    let criteria = appraisal.criteria_in_order();
    for priority in &appraisal.frame.priorities {
        let served = criteria
            .iter()
            .any(|(c, _)| c.priorities.contains(&priority.id));
        // With no criteria at all there is something else to do first.
        if !served && !criteria.is_empty() {
            issues.push(Issue::PriorityWithoutCriterion {
                priority: priority.id.clone(),
            });
        }
    }
}

fn count_reasons(
    appraisal: Perspective<'_>,
    options: &PerOption<OptionResult>,
    values: &Grid<Cell>,
    issues: &mut Vec<Issue>,
) {
    let leaves = appraisal.leaves();
    let (mut given, mut bare) = (0, 0);
    for (option, row) in options.iter().zip(values) {
        for (leaf, cell) in leaves.iter().zip(row) {
            if cell.value().is_some() {
                given += 1;
                let score = appraisal.voice.scores.get(&option.id, &leaf.id);
                if score.is_none_or(|s| s.reason.trim().is_empty()) {
                    bare += 1;
                }
            }
        }
    }
    if bare > 0 {
        issues.push(Issue::ScoresWithoutReason {
            count: bare,
            of: given,
        });
    }
}
