//! What each issue means and what to do about it, in words.

use super::names::{isolated, join, quoted};
use super::weighing::{
    agreement_words, beside_each_other, lacking_advice, lacking_clause, repair_words,
};
use super::words::{Named, off_scale};
use weighbridge_analysis::{Issue, lacking, weigh};
use weighbridge_model::{
    CriterionId, GatewayId, OptionId, Perspective, PriorityId, ScaleKind, Statement,
};

/// An issue as a sentence or two: what is so, and what to do.
pub fn issue<'a>(issue: &Issue, on: impl Into<Perspective<'a>>) -> String {
    words(issue, on.into())
}

fn words(issue: &Issue, on: Perspective<'_>) -> String {
    match issue {
        Issue::NoQuestion => "The question to be decided is not written down. Add it.".to_owned(),
        Issue::NoOptions if on.options.is_empty() => {
            "There are no options. Add two or more.".to_owned()
        }
        Issue::NoOptions => {
            "Every option is ruled out. Add another, or change the standing of one.".to_owned()
        }
        Issue::OneOption => {
            "There is only one option to appraise, so nothing to compare it with. Add another."
                .to_owned()
        }
        Issue::NoCriteria => {
            "There are no criteria. Add what tells a good choice from a bad one.".to_owned()
        }
        Issue::NoBaseline => {
            "No option is marked as “carry on as now”. Mark in its card the one that the others are compared with, even if it is ruled out.".to_owned()
        }
        Issue::MissingWeight { criterion: id } => format!(
            "{} has no weight, so there are no totals. Give it one; 0 means that it does not count.",
            criterion(on, id)
        ),
        Issue::AllWeightsZero { branch } => {
            let place = branch.as_ref().map_or_else(String::new, |id| format!(" in {}", criterion(on, id)));
            format!("All weights{place} are 0, so there are no totals. Give at least one criterion a weight above 0.")
        }
        Issue::MissingScores { option: id, criteria } => {
            let names: Vec<String> = criteria.iter().map(|id| criterion(on, id)).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            format!("{} has no value on {}, so it has no total. Score it there.", option(on, id), join(&names))
        }
        Issue::Unusable { option: o, criterion: c, why } => format!(
            "The score of {} on {} cannot be used: {}. Change the score or the scale.",
            option(on, o),
            criterion(on, c),
            off_scale(why)
        ),
        Issue::NotApplicableToAny { criterion: id } => format!(
            "{} applies to no option, so it is left out and its weight shared among the others. Remove it, or score it.",
            criterion(on, id)
        ),
        Issue::NotApplicableToSome { criterion: id, options } => {
            let names: Vec<String> = options.iter().map(|id| option(on, id)).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            format!(
                "{} does not apply to {}, which counts as missing there. Say what value it has for them, or that it applies to no option.",
                criterion(on, id),
                join(&names)
            )
        }
        Issue::SameForAll { criterion: id } => format!(
            "All options have the same value on {}, so it cannot tell them apart, whatever its weight. Check the scores.",
            criterion(on, id)
        ),
        Issue::OutsideScale { option: o, criterion: c, value } => format!(
            "{} lies outside the scale of {}: its value is {}, {}. It is counted as it is. Widen the scale if that is not meant.",
            option(on, o),
            criterion(on, c),
            super::compact(*value),
            if *value < 0.0 { "below 0" } else { "above 100" }
        ),
        Issue::BreakpointOutside { criterion: id } => format!(
            "A point of the value function of {} lies outside the scale and is not used. Remove it, or fix the ends of the scale.",
            criterion(on, id)
        ),
        Issue::SwingStale { criteria, .. } => {
            let names: Vec<String> = criteria.iter().map(|id| criterion(on, id)).collect();
            format!(
                "The ends of the scale of {} have changed since the swing weights were given. Check that the weights still hold, then confirm or change them.",
                join(&names)
            )
        }
        Issue::SwingEndsNotRecorded { criteria, .. } => {
            let names: Vec<String> = criteria.iter().map(|id| criterion(on, id)).collect();
            format!(
                "The ends of the {} of {} were not recorded with the swing weights. Check that the weights fit the ends, then confirm or change them.",
                if names.len() == 1 { "scale" } else { "scales" },
                join(&names)
            )
        }
        Issue::SwingWithoutHundred { branch, criteria, largest } => {
            let names: Vec<String> = criteria.iter().map(|id| criterion(on, id)).collect();
            format!(
                "No swing weight{} is 100. The largest, {} of {}, is taken as the whole swing and the others as parts of it: the shares are the same as if it were 100 and the others raised with it.",
                within(on, branch.as_ref()),
                super::unrounded(*largest),
                join(&names)
            )
        }
        Issue::WeightsFromBefore { branch } => {
            let (place, method, why) = method_and_lack(on, branch.as_ref());
            format!("The earlier weights{place} are still in use. {method} cannot give new ones yet, because {why}")
        }
        Issue::JudgementsIncomplete { branch } => {
            let (place, method, why) = method_and_lack(on, branch.as_ref());
            format!("{method} cannot give weights{place} yet, because {why}")
        }
        Issue::WeightsNotFromJudgements { branch, given, follow } => {
            let said = on.voice.weights.weighting(branch.as_ref());
            let among = on.branch(branch.as_ref());
            let (place, method) = (within(on, branch.as_ref()), said.method.words());
            match given {
                Some(given) => format!(
                    "The weights{place} are not those that the answers give ({method}): {}. Use the weights from the answers, or keep those in use.",
                    beside_each_other(given, follow, among)
                ),
                None => format!(
                    "Some weights{place} are missing, though all answers are there ({method}). Use the weights from the answers, or give the missing ones."
                ),
            }
        }
        Issue::JudgementsInconsistent { branch, agreement } => {
            let place = within(on, branch.as_ref());
            let method = agreement.method.words();
            let said = on.voice.weights.weighting(branch.as_ref());
            let among = on.branch(branch.as_ref());
            let mend = match agreement.partial {
                Some(_) => format!(" {}", repair_words(said, among)),
                None => String::new(),
            };
            format!("The weights{place} come from answers that contradict each other ({method}). {}{mend}", agreement_words(agreement))
                .trim_end()
                .to_owned()
        }
        Issue::RangesUnseen { criteria } => {
            let names: Vec<String> = criteria.iter().map(|id| criterion(on, id)).collect();
            format!(
                "{} {} weighed, but nobody has said what the worst and the best on {} scale mean. A weight is how much that step matters: say what 0 and 100 stand for, then look at the weight again.",
                join(&names),
                if names.len() == 1 { "is" } else { "are" },
                if names.len() == 1 { "its" } else { "their" }
            )
        }
        Issue::FlatWeights { branch } => {
            let place = branch.as_ref().map_or_else(String::new, |id| format!(" in {}", criterion(on, id)));
            format!("All weights{place} are equal. That is a judgement too: say why, or ask which step from worst to best matters most.")
        }
        Issue::Lopsided { branch: id, count } => format!(
            "{} is split into {} criteria and has more weight than a group or criterion beside it with a third of that or fewer. Splitting tends to raise weight: check that the group as a whole deserves it.",
            criterion(on, id),
            super::count(*count)
        ),
        Issue::StatementsContradict { statements } => {
            let said: Vec<String> = statements.iter().map(|s| format!("“{}”", statement(on, s))).collect();
            let said: Vec<&str> = said.iter().map(String::as_str).collect();
            format!(
                "No weights fit {}, so what is said of weights cannot be used. Take {} on All weights.",
                join(&said),
                if said.len() == 1 { "it back" } else { "back one of them" }
            )
        }
        Issue::StatementNotUsed { statement: said } => format!(
            "“{}” is about a criterion that applies to no option, so what is said of weights cannot be used. Take it back on All weights, or score the criterion.",
            statement(on, said)
        ),
        Issue::WeightsBreakStatement { statement: said } => format!(
            "The weights in use do not fit “{}”, which is said on All weights. Change the weights, or take it back.",
            statement(on, said)
        ),
        Issue::WeightOutsideRange { criterion: id } => format!(
            "The weight of {} is not in its own range. Change the weight or the range.",
            criterion(on, id)
        ),
        Issue::ScoreOutsideRange { option: o, criterion: c } => format!(
            "The score of {} on {} is not in its own range. Change the score or the range.",
            option(on, o),
            criterion(on, c)
        ),
        Issue::LevelsOutsideScale { criterion: id, labels } => {
            let labels: Vec<String> = labels.iter().map(|label| format!("“{}”", super::names::isolated(label))).collect();
            let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
            format!(
                "On the scale of {}, {} {} below 0 or above 100. It counts as it is: give a value from 0 to 100 if that is not meant.",
                criterion(on, id),
                join(&labels),
                if labels.len() == 1 { "has a value" } else { "have values" }
            )
        }
        Issue::NearDuplicate { first, second } => format!(
            "{} and {} have the same value for each option, so the same thing may count twice. If two options were alike on everything else and one were better on one of these, would that matter by itself? If not, merge them.",
            criterion(on, first),
            criterion(on, second)
        ),
        Issue::CostScored { criterion: id } => format!(
            "{} looks like a cost. Do not score what is counted in the money as well: it would count twice.",
            criterion(on, id)
        ),
        Issue::MarksOnValues { criteria, out_of, from } => {
            let names: Vec<String> = criteria.iter().map(|id| criterion(on, id)).collect();
            let (scale, has) = match names.len() {
                1 => ("its scale runs", "the criterion a scale"),
                _ => ("their scales run", "the criteria scales"),
            };
            format!(
                "The scores on {} look like marks out of {out_of}, but {scale} from 0 to 100, so {out_of} counts as {out_of} of 100. Give {has} from {from} to {out_of}.",
                join(&names)
            )
        }
        Issue::FractionOfValues { option: of, criterion: id, score } => format!(
            "{} has {} on {}, which counts as {} of 100, while others there are far above 1. If {}% is meant, enter {}.",
            option(on, of),
            super::unrounded(*score),
            criterion(on, id),
            super::unrounded(*score),
            super::unrounded(*score * 100.0),
            super::unrounded(*score * 100.0)
        ),
        Issue::NarrowScale { criterion: id, low, high } => {
            let unit = match on.criterion(id).map(|c| &c.scale.kind) {
                Some(ScaleKind::Measure(measure)) => measure.unit.as_str(),
                _ => "",
            };
            format!(
                "The whole scale of {} is only the difference between {} and {}: one of them counts 0, the other 100. Give the scale fixed ends, or check that its weight is about that small difference.",
                criterion(on, id),
                super::measured(&super::unrounded(*low), unit),
                super::measured(&super::unrounded(*high), unit)
            )
        }
        Issue::ScoresWithoutReason { count, of } if count == of => {
            "No score has a reason. Say why each was given.".to_owned()
        }
        Issue::ScoresWithoutReason { count, of } => format!(
            "{count} of {of} scores {} no reason. Say why {} given.",
            if *count == 1 { "has" } else { "have" },
            if *count == 1 { "it was" } else { "they were" }
        ),
        Issue::FailsGateway { option: o, gateway: g } => format!(
            "{} fails the gateway {}. Rule it out, or change the gateway or the judgement.",
            option(on, o),
            gateway(on, g)
        ),
        Issue::GatewayNotJudged { gateway, options } => {
            super::gateways::not_judged(gateway, options, on)
        }
        Issue::GatewayMisfit { gateway, why } => super::gateways::misfit(gateway, *why, on),
        Issue::CheckAnsweredNo { check } => {
            let said = format!("The check of the criteria on {} was answered with no", quoted(check.words()));
            let note = on.frame.checks.iter().find(|c| c.check == *check).map_or("", |c| c.note.trim());
            if note.is_empty() {
                format!("{said}. Change the criteria, or note why they stand.")
            } else {
                format!("{said}, with a note: {}", ended(note))
            }
        }
        Issue::PriorityWithoutCriterion { priority: p } => format!(
            "No criterion serves the priority {}. Link the criteria that do, or add one.",
            priority(on, p)
        ),
    }
}

/// In which group; nothing at the top.
fn within(on: Perspective<'_>, branch: Option<&CriterionId>) -> String {
    branch.map_or_else(String::new, |id| format!(" in {}", criterion(on, id)))
}

/// The group, the method in use there, and why no weights follow from its answers, with what to do.
fn method_and_lack(
    on: Perspective<'_>,
    branch: Option<&CriterionId>,
) -> (String, &'static str, String) {
    let (weights, among) = (&on.voice.weights, on.branch(branch));
    let said = weights.weighting(branch);
    let weighed = weigh(said, among, weights, said.method);
    let lack = lacking(said, among, weights, said.method, &weighed);
    let why = lack.map_or_else(String::new, |lack| {
        let advice = lacking_advice(&lack, said, among);
        format!("{}. {advice}", lacking_clause(&lack, among))
    });
    (within(on, branch), said.method.words(), why)
}

fn option(on: Perspective<'_>, id: &OptionId) -> String {
    quoted(on.option(id).map_or(id.as_str(), |o| &o.name))
}

fn criterion(on: Perspective<'_>, id: &CriterionId) -> String {
    quoted(on.criterion(id).map_or(id.as_str(), |c| &c.name))
}

/// What is said of weights, with names as they are in sentences.
fn statement(on: Perspective<'_>, said: &Statement) -> String {
    super::statements::say(
        said,
        &|id| {
            let name = on.criterion(id).map_or(id.as_str(), |c| &c.name);
            super::names::isolated(name).into_owned()
        },
        on,
    )
}

fn gateway(on: Perspective<'_>, id: &GatewayId) -> String {
    let found = on.frame.gateways.iter().find(|g| g.id == *id);
    quoted(found.map_or(id.as_str(), |g| &g.name))
}

fn priority(on: Perspective<'_>, id: &PriorityId) -> String {
    let found = on.frame.priorities.iter().find(|p| p.id == *id);
    quoted(found.map_or(id.as_str(), |p| &p.name))
}

/// A text that somebody typed, with a full stop if it ends without one.
fn ended(text: &str) -> String {
    let text = isolated(text);
    let stop = if text.ends_with(['.', '!', '?', '”']) {
        ""
    } else {
        "."
    };
    format!("{text}{stop}")
}
