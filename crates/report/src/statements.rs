//! Statements about weights in words, and why there may be nothing to sample.

use super::names::join;
use super::number::{count, percent};
use super::subject::Subject;
use weighbridge_analysis::Reason;
use weighbridge_model::{CriterionId, Finite, Perspective, Statement};

/// What is said of weights, such as "Front line counts at least as much as Partners".
pub fn statement_words(on: Subject<'_>, statement: &Statement) -> String {
    let name = |id: &CriterionId| {
        let at = on.analysis.node(id);
        at.map_or_else(|| id.to_string(), |at| on.criterion(at).into_owned())
    };
    say(statement, &name, on.appraisal)
}

/// The same, with the names of criteria from wherever they are known.
pub(super) fn say(
    statement: &Statement,
    name: &dyn Fn(&CriterionId) -> String,
    on: Perspective<'_>,
) -> String {
    let of = |id: &CriterionId| match on.parent(id) {
        Some(branch) => format!("of {}", name(&branch.id)),
        None => "of everything".to_owned(),
    };
    let share = |x: &Finite| percent(x.get());
    match statement {
        Statement::AtLeastAsImportant(a, b) => {
            format!("{} counts at least as much as {}", name(a), name(b))
        }
        Statement::Equal(a, b) => format!("{} counts the same as {}", name(a), name(b)),
        Statement::AtLeast(a, x) => format!("{} has at least {} {}", name(a), share(x), of(a)),
        Statement::AtMost(a, x) => format!("{} has at most {} {}", name(a), share(x), of(a)),
    }
}

fn said(on: Subject<'_>, at: usize) -> String {
    let statement = on.appraisal.robustness.statements.get(at);
    statement.map_or_else(String::new, |s| statement_words(on, s))
}

/// Why there is nothing to sample, and what to do.
pub fn reason_words(on: Subject<'_>, reason: &Reason) -> String {
    match reason {
        Reason::NoOptions => {
            "No option has a score on every criterion yet, so there is nothing to compare. Give the missing scores first.".to_owned()
        }
        Reason::NoCriteria => "No criterion counts yet. Add one, with scores.".to_owned(),
        Reason::NoWeights(branch) => {
            let at = branch.as_ref().and_then(|id| on.analysis.node(id));
            let place = at.map_or_else(|| "at the top".to_owned(), |at| format!("in {}", on.criterion(at)));
            format!("Not every criterion {place} has a weight, or all weights are 0. Give the weights first, or take any weights as possible.")
        }
        Reason::LeftOut(list) => {
            let all: Vec<String> = list.iter().map(|at| format!("“{}”", said(on, *at))).collect();
            format!(
                "{} {} about a criterion that applies to no option, so no weights fit. Take {} back.",
                join(&all),
                if all.len() == 1 { "is" } else { "are each" },
                if all.len() == 1 { "it" } else { "them" }
            )
        }
        Reason::Contradictory(list) => {
            let all: Vec<String> = list.iter().map(|at| format!("“{}”", said(on, *at))).collect();
            let back = match all.len() {
                1 => "Take it back.".to_owned(),
                2 => "Take one of the two back.".to_owned(),
                n => format!("Take one of the {} back.", count(n)),
            };
            format!("No weights fit {}. {back}", all.join(" together with "))
        }
        Reason::TooLarge => "A weight or a score is too large to go on with. Make it smaller.".to_owned(),
    }
}
