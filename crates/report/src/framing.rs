//! What stands around options and criteria, in words: the short list, gateways, the seven checks
//! and the priorities of plans.

use super::names::{join, quoted};
use super::number::count;
use super::subject::Subject;
use weighbridge_analysis::{Issue, failed_gateways};
use weighbridge_model::{
    Absence, Alternative, Baseline, Check, Criterion, CriterionId, Entry, OptionStatus,
    Perspective, ScaleKind,
};

/// Something a short list is to hold, and whether it does.
pub struct Listed {
    /// What it is.
    pub what: &'static str,
    /// Whether it is there.
    pub there: bool,
    /// Which options they are, or what to do.
    pub words: String,
}

/// What the short list is to hold: business as usual, a do minimum, the preferred way forward and
/// another viable option. Source: HM Treasury, *The Green Book* (2018), 5.53.
///
/// An option that fails a gateway is not viable.
pub fn short_list(on: Subject<'_>) -> [Listed; 4] {
    let on = on.appraisal;
    let viable = |o: &Alternative| o.is_appraised() && failed_gateways(on, o).next().is_none();
    let bare = |o: &Alternative| o.baseline.is_none();
    let preferred = |o: &Alternative| o.status == OptionStatus::Preferred;
    let item = |what, is: &dyn Fn(&Alternative) -> bool, missing: &str| {
        let (mut there, mut out) = (Vec::new(), Vec::new());
        for option in on.options.iter().filter(|o| is(o)) {
            let to = if option.is_appraised() {
                &mut there
            } else {
                &mut out
            };
            to.push(quoted(option.short_name()));
        }
        Listed {
            what,
            there: !there.is_empty(),
            words: match (there.is_empty(), out.is_empty()) {
                (false, _) => join(&there),
                (true, false) => format!("Missing: {} is ruled out.", join(&out)),
                (true, true) => format!("Missing: {missing}"),
            },
        }
    };
    [
        item(
            "Business as usual",
            &|o| o.baseline == Some(Baseline::BusinessAsUsual),
            "mark the option that carries on as now.",
        ),
        item(
            "Do minimum, or do nothing",
            &|o| matches!(o.baseline, Some(Baseline::DoMinimum | Baseline::DoNothing)),
            "add what meets only the core requirement.",
        ),
        item(
            "Preferred way forward",
            &preferred,
            "mark it once there is one.",
        ),
        item(
            "At least one other viable option",
            &|o| bare(o) && !preferred(o) && viable(o),
            if on.frame.gateways.is_empty() {
                "add another way forward."
            } else {
                "add another way forward, one that fails no gateway."
            },
        ),
    ]
}

/// What the tool can see that bears on one of the seven checks. The answer is a person's.
pub fn seen_by_check(check: Check, on: Subject<'_>) -> Vec<String> {
    let leaves = on.appraisal.leaves();
    let mut seen = Vec::new();
    match check {
        Check::Completeness => {
            let unserved = coverage_gaps(on.appraisal).0;
            if !unserved.is_empty() && !leaves.is_empty() {
                seen.push(format!("No criterion serves {}.", join(&unserved)));
            }
        }
        Check::Redundancy => {
            let same: Vec<String> = on
                .analysis
                .issues
                .iter()
                .filter_map(|issue| {
                    let Issue::SameForAll { criterion } = issue else {
                        return None;
                    };
                    on.appraisal.criterion(criterion)
                })
                .map(named)
                .collect();
            if !same.is_empty() {
                seen.push(format!("All options score the same on {}.", join(&same)));
            }
        }
        Check::Operationality => operational(on.appraisal, &leaves, &mut seen),
        Check::DoubleCounting => twice(on, &mut seen),
        Check::Size => {
            seen.push(match leaves.len() {
                1 => "There is one criterion that is scored.".to_owned(),
                n => format!("There are {} criteria that are scored.", count(n)),
            });
            large(on.appraisal.criteria, None, &mut seen);
        }
        Check::Independence | Check::Time => {}
    }
    seen
}

fn named(criterion: &Criterion) -> String {
    quoted(criterion.short_name())
}

/// Scores that nobody could judge, and percentages of nothing in particular.
fn operational(on: Perspective<'_>, leaves: &[&Criterion], seen: &mut Vec<String>) {
    let unjudged = |leaf: &&&Criterion| {
        on.appraised().any(|option| {
            let score = on.voice.scores.get(&option.id, &leaf.id);
            score.is_some_and(|s| s.entry == Entry::Absent(Absence::CannotJudge))
        })
    };
    let names: Vec<String> = leaves.iter().filter(unjudged).map(|c| named(c)).collect();
    if !names.is_empty() {
        seen.push(format!(
            "Some option could not be judged on {}.",
            join(&names)
        ));
    }
    let baseless = |leaf: &&&Criterion| match &leaf.scale.kind {
        ScaleKind::Measure(measure) => of_nothing(&measure.unit),
        ScaleKind::Direct | ScaleKind::Points(_) => false,
    };
    let names: Vec<String> = leaves.iter().filter(baseless).map(|c| named(c)).collect();
    if !names.is_empty() {
        seen.push(format!(
            "{} {} measured in per cent without a base: say of what.",
            join(&names),
            if names.len() == 1 { "is" } else { "are" }
        ));
    }
}

/// Whether a unit is a percentage that does not say of what.
fn of_nothing(unit: &str) -> bool {
    let unit = unit.to_ascii_lowercase();
    let share = ["%", "per cent", "percent"]
        .iter()
        .any(|w| unit.contains(w));
    share && !unit.contains(" of ")
}

/// What may count twice: criteria that no option tells apart, and costs.
fn twice(on: Subject<'_>, seen: &mut Vec<String>) {
    let name = |id: &CriterionId| on.appraisal.criterion(id).map_or_else(String::new, named);
    for issue in &on.analysis.issues {
        if let Issue::NearDuplicate { first, second } = issue {
            seen.push(format!(
                "{} and {} have the same values for every option.",
                name(first),
                name(second)
            ));
        } else if let Issue::CostScored { criterion } = issue {
            seen.push(format!(
                "{} looks like a cost, which the money may count as well.",
                name(criterion)
            ));
        }
    }
}

/// Branches with eight criteria or more that are not in groups.
fn large(list: &[Criterion], branch: Option<&Criterion>, seen: &mut Vec<String>) {
    let loose = list.iter().filter(|c| c.is_leaf()).count();
    if loose >= 8 {
        seen.push(match branch {
            None => format!("{loose} stand at the top without a group."),
            Some(branch) => format!("{loose} stand in {} without a group.", named(branch)),
        });
    }
    for criterion in list {
        large(&criterion.children, Some(criterion), seen);
    }
}

/// The priorities that no criterion serves, and the criteria that serve none, by name. What a group
/// serves, its criteria serve.
fn coverage_gaps(on: Perspective<'_>) -> (Vec<String>, Vec<String>) {
    fn idle(list: &[Criterion], found: &mut Vec<String>) {
        for criterion in list.iter().filter(|c| c.priorities.is_empty()) {
            if criterion.is_leaf() {
                found.push(named(criterion));
            }
            idle(&criterion.children, found);
        }
    }
    let all = on.criteria_in_order();
    let unserved = on
        .frame
        .priorities
        .iter()
        .filter(|p| !all.iter().any(|(c, _)| c.priorities.contains(&p.id)))
        .map(|p| quoted(&p.name))
        .collect();
    let mut without = Vec::new();
    idle(on.criteria, &mut without);
    (unserved, without)
}

/// Both kinds of gap between criteria and priorities as sentences; none while there is only one of
/// the two.
pub fn coverage_words<'a>(on: impl Into<Perspective<'a>>) -> Vec<String> {
    let on = on.into();
    if on.frame.priorities.is_empty() || on.criteria.is_empty() {
        return Vec::new();
    }
    let (unserved, idle) = coverage_gaps(on);
    let mut words = Vec::new();
    if !unserved.is_empty() {
        words.push(format!("No criterion serves {}.", join(&unserved)));
    }
    match idle.len() {
        0 => {}
        1 => words.push(format!("{} serves no priority.", join(&idle))),
        _ => words.push(format!("{} serve no priority.", join(&idle))),
    }
    words
}
