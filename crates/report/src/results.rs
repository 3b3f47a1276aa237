//! What follows from an appraisal, as data for other programs.

mod judgements;
mod lead;
mod methods;
mod object;
mod robustness;
mod scenarios;
mod sensitivity;
mod values;

use super::findings::all_of;
use super::issue_text;
use super::single_changes::SingleChanges;
use super::subject::Subject;
use crate::column::in_usual_decimals;
use robustness::Sampling;
use serde_json::Value;
use values::{
    count, each, id, ids, number, object, said, severity_word, share_word, status_word, verdict,
    word,
};
use weighbridge_analysis::{
    AmountFlip, Analysis, Issue, LeafIx, Line, Node, OptionIx, ScoreFlip, Segment, Side, Threshold,
    Total, WeightLines, analyse, weight_lines,
};
use weighbridge_model::{Appraisal, Perspective};

/// The results of an appraisal as JSON text: the same bytes on every machine and in every browser.
///
/// Keys are in alphabetical order, numbers in the shortest form that reads back as the same
/// number, and the last line ends in a line break.
pub fn results_text(appraisal: &Appraisal) -> String {
    text(&results(appraisal))
}

fn text(json: &Value) -> String {
    format!("{json:#}\n")
}

/// The results of an appraisal: totals, ranks, weights and the judgements behind them, dominance, flips, sensitivity, robustness, issues and
/// findings.
///
/// ```
/// use weighbridge_opening::library;
/// use weighbridge_report as report;
/// let results = report::results(&library::all()[0].open().unwrap());
/// assert_eq!(results["version"], 1);
/// ```
pub fn results(appraisal: &Appraisal) -> Value {
    let analysis = &analyse(appraisal);
    let on = Subject::new(appraisal, analysis);
    let mut sampling = Sampling::new(on);
    in_usual_decimals(|| {
        let mut results = sampling.beside(|| all_but_sampled(appraisal, on));
        results.push(("robustness", sampling.found(on)));
        object(results)
    })
}

/// What follows without any samples.
fn all_but_sampled(appraisal: &Appraisal, on: Subject<'_>) -> Vec<(&'static str, Value)> {
    let analysis = on.analysis;
    let single = SingleChanges::of(on);
    let lines: Vec<WeightLines> = analysis
        .nodes
        .keys()
        .filter_map(|node| weight_lines(analysis, node))
        .collect();
    vec![
        ("format", word("weighbridge-results")),
        ("version", count(1)),
        (
            "appraisal",
            object(vec![
                ("id", word(appraisal.id.as_str())),
                ("title", word(&appraisal.frame.title)),
                ("status", status_word(appraisal.frame.status)),
                ("notice", word(&appraisal.frame.notice)),
            ]),
        ),
        ("verdict", verdict(analysis, appraisal.frame.margin.get())),
        (
            "options",
            each(analysis.options.keys(), |at| {
                option(on.appraisal, analysis, at)
            }),
        ),
        ("could_overtake", ids(analysis, &analysis.could_overtake)),
        ("ahead", ids(analysis, &analysis.ahead)),
        ("lead", lead::lead(analysis)),
        ("scope", lead::scope(analysis)),
        (
            "score_flips",
            each(single.within_reach(), |f| score_flip(analysis, &f)),
        ),
        ("weights", shares(analysis, &|n| n.leaf, &|n| n.cumulative)),
        (
            "branch_weights",
            shares(analysis, &|n| !n.leaf, &|n| n.cumulative),
        ),
        ("local_weights", shares(analysis, &|_| true, &|n| n.local)),
        (
            "dominance",
            each(&analysis.dominance, |d| {
                object(vec![
                    ("dominator", id(analysis, d.dominator)),
                    ("dominated", id(analysis, d.dominated)),
                ])
            }),
        ),
        (
            "flips",
            Value::Array(lines.iter().flat_map(|l| flips(analysis, l)).collect()),
        ),
        ("weight_lines", each(&lines, |l| weight_line(analysis, l))),
        ("sensitivity", sensitivity::sensitivity(on, &single)),
        ("judgements", judgements::judgements(on.appraisal)),
        ("other_methods", methods::methods(on)),
        ("scenarios", scenarios::scenarios(appraisal)),
        ("issues", each(&analysis.issues, |i| issue(i, on.appraisal))),
        ("findings", each(all_of(on, &single), said)),
    ]
}

fn option(appraisal: Perspective<'_>, analysis: &Analysis, at: OptionIx) -> Value {
    let result = &analysis.options[at];
    let leaf_id = |leaf: LeafIx| analysis.leaf_node(leaf).id.as_str();
    let by_leaf = |of: &dyn Fn(LeafIx) -> Option<f64>| {
        let leaves = analysis.leaves.keys();
        let known = leaves.filter_map(|leaf| Some((leaf_id(leaf), number(of(leaf)?))));
        object(known.collect())
    };
    let name = appraisal.option(&result.id).map_or("", |o| &o.name);
    let mut to = vec![
        ("id", word(result.id.as_str())),
        ("name", word(name)),
        ("values", by_leaf(&|leaf| analysis.values[at][leaf].value())),
        ("contributions", by_leaf(&|leaf| result.contributions[leaf])),
    ];
    match &result.total {
        Total::Ranked { value, .. } => {
            to.push(("value", number(*value)));
            if let Some((rank, tied)) = analysis.rank(at) {
                to.push(("rank", count(rank)));
                to.push(("tied", Value::Bool(tied)));
            }
        }
        Total::Incomplete { missing, low, high } => {
            to.push(("missing", each(missing, |leaf| word(leaf_id(*leaf)))));
            to.push(("range", each([*low, *high], number)));
        }
        Total::Unweighted => to.push(("unweighted", Value::Bool(true))),
    }
    object(to)
}

/// A share of each of some nodes, by criterion id; `null` while there is none.
fn shares(
    analysis: &Analysis,
    which: &dyn Fn(&Node) -> bool,
    of: &dyn Fn(&Node) -> Option<f64>,
) -> Value {
    let chosen = analysis.nodes.iter().filter(|n| which(n));
    let share = |n| of(n).map_or(Value::Null, number);
    object(chosen.map(|n| (n.id.as_str(), share(n))).collect())
}

fn flips<'a>(analysis: &'a Analysis, lines: &'a WeightLines) -> impl Iterator<Item = Value> + 'a {
    lines.flips.iter().map(|flip| {
        object(vec![
            ("criterion", criterion(analysis, lines)),
            ("share", share_word(lines.share)),
            ("now", number(lines.now)),
            ("at", number(flip.at)),
            ("below", ids(analysis, &flip.below)),
            ("above", ids(analysis, &flip.above)),
        ])
    })
}

/// A score that would change the leader: `now`, `at` and `printed` (`at` with the digits that keep the
/// claim true) are values, `point` is the nearest point of a scale of points that does it, `amount` is
/// in the unit of the criterion (on a scale without length there are no values, and it stands alone), and
/// `moving_amount` is that where the ends of the scale move with it.
fn score_flip(analysis: &Analysis, flip: &ScoreFlip) -> Value {
    let mut to = vec![
        ("option", id(analysis, flip.option)),
        ("criterion", word(analysis.leaf_node(flip.leaf).id.as_str())),
    ];
    if !analysis.scales[flip.leaf].has_no_length() {
        to.push(("now", number(flip.now)));
        to.push(("at", number(flip.at)));
        to.push(("printed", number(flip.value.printed)));
    }
    to.push(("to", ids(analysis, &flip.to)));
    if let Some(point) = &flip.point {
        to.push((
            "point",
            object(vec![
                ("now", word(&point.now)),
                ("nearest", word(&point.label)),
                ("value", number(point.value)),
            ]),
        ));
    }
    for (key, amount) in [("amount", &flip.amount), ("moving_amount", &flip.moving)] {
        if let Some(amount) = amount {
            to.push((key, amount_flip(analysis, amount)));
        }
    }
    object(to)
}

/// Amounts that would change the leader: every stretch lies `above` or `below` a printed amount, or
/// between two, with who comes first in it.
fn amount_flip(analysis: &Analysis, amount: &AmountFlip) -> Value {
    let stretches = each(&amount.stretches, |stretch| {
        let ends = std::iter::once(&stretch.from).chain(&stretch.until);
        let place = |t: &Threshold| match t.side {
            Side::Above => ("above", number(t.printed)),
            Side::Below => ("below", number(t.printed)),
        };
        let who = std::iter::once(("to", ids(analysis, &stretch.to)));
        object(ends.map(place).chain(who).collect())
    });
    object(vec![
        ("now", number(amount.now)),
        ("at", number(amount.at)),
        ("scale_held", Value::Bool(amount.held)),
        ("stretches", stretches),
        ("to", ids(analysis, &amount.to)),
    ])
}

fn criterion(analysis: &Analysis, lines: &WeightLines) -> Value {
    word(analysis.nodes[lines.node].id.as_str())
}

fn weight_line(analysis: &Analysis, lines: &WeightLines) -> Value {
    let line = |line: &Line| {
        object(vec![
            ("option", id(analysis, line.option)),
            ("at_zero", number(line.at_zero)),
            ("at_one", number(line.at_one)),
        ])
    };
    let segment = |segment: &Segment| {
        object(vec![
            ("from", number(segment.from)),
            ("to", number(segment.to)),
            ("leaders", ids(analysis, &segment.leaders)),
        ])
    };
    object(vec![
        ("criterion", criterion(analysis, lines)),
        ("share", share_word(lines.share)),
        ("now", number(lines.now)),
        ("equal_rest", Value::Bool(lines.equal_rest)),
        ("lines", each(&lines.lines, line)),
        ("segments", each(&lines.segments, segment)),
    ])
}

/// Issues as JSON text, in the order given.
pub fn problems_text<'a>(issues: &[Issue], on: impl Into<Perspective<'a>>) -> String {
    let on = on.into();
    let problems = each(issues, |i| issue(i, on));
    text(&object(vec![
        ("opens", Value::Bool(true)),
        ("problems", problems),
    ]))
}

/// The reason why a file did not open, as JSON text; with the places in it and what is wrong there,
/// where the error is of single places.
pub fn unopened_text(code: &str, what: &str, hint: &str, problems: &[[&str; 2]]) -> String {
    let problem =
        |[place, what]: &[&str; 2]| object(vec![("place", word(place)), ("what", word(what))]);
    let mut error = vec![
        ("code", word(code)),
        ("text", word(what)),
        ("hint", word(hint)),
    ];
    if !problems.is_empty() {
        error.push(("problems", each(problems, problem)));
    }
    let error = object(error);
    text(&object(vec![
        ("opens", Value::Bool(false)),
        ("error", error),
    ]))
}

fn issue(issue: &Issue, on: Perspective<'_>) -> Value {
    let mut to = vec![
        ("code", word(issue.code())),
        ("severity", severity_word(issue.severity())),
        ("text", said(issue_text::issue(issue, on))),
    ];
    let mut about = |key: &'static str, value: Value| to.push((key, value));
    match issue {
        Issue::MissingWeight { criterion }
        | Issue::NotApplicableToAny { criterion }
        | Issue::SameForAll { criterion }
        | Issue::CostScored { criterion }
        | Issue::NarrowScale { criterion, .. }
        | Issue::FractionOfValues { criterion, .. }
        | Issue::BreakpointOutside { criterion }
        | Issue::WeightOutsideRange { criterion }
        | Issue::LevelsOutsideScale { criterion, .. } => {
            about("criterion", word(criterion.as_str()));
        }
        Issue::WeightsFromBefore { branch }
        | Issue::JudgementsIncomplete { branch }
        | Issue::JudgementsInconsistent { branch, .. }
        | Issue::WeightsNotFromJudgements { branch, .. } => about(
            "branch",
            branch.as_ref().map_or(Value::Null, |b| word(b.as_str())),
        ),
        Issue::SwingStale { branch, criteria }
        | Issue::SwingEndsNotRecorded { branch, criteria }
        | Issue::SwingWithoutHundred {
            branch, criteria, ..
        } => {
            about(
                "branch",
                branch.as_ref().map_or(Value::Null, |b| word(b.as_str())),
            );
            about("criteria", each(criteria, |c| word(c.as_str())));
        }
        Issue::RangesUnseen { criteria } | Issue::MarksOnValues { criteria, .. } => {
            about("criteria", each(criteria, |c| word(c.as_str())));
        }
        Issue::Lopsided { branch, count } => {
            about("branch", word(branch.as_str()));
            about("count", self::count(*count));
        }
        Issue::NearDuplicate { first, second } => {
            about("criteria", each(&[first, second], |c| word(c.as_str())));
        }
        Issue::AllWeightsZero { branch } | Issue::FlatWeights { branch } => {
            about(
                "branch",
                branch.as_ref().map_or(Value::Null, |b| word(b.as_str())),
            );
        }
        Issue::MissingScores { option, criteria } => {
            about("option", word(option.as_str()));
            about("criteria", each(criteria, |c| word(c.as_str())));
        }
        Issue::Unusable {
            option, criterion, ..
        }
        | Issue::OutsideScale {
            option, criterion, ..
        }
        | Issue::ScoreOutsideRange { option, criterion } => {
            about("option", word(option.as_str()));
            about("criterion", word(criterion.as_str()));
        }
        Issue::NotApplicableToSome { criterion, options } => {
            about("criterion", word(criterion.as_str()));
            about("options", each(options, |o| word(o.as_str())));
        }
        Issue::ScoresWithoutReason { count, of } => {
            about("count", self::count(*count));
            about("of", self::count(*of));
        }
        Issue::FailsGateway { option, gateway } => {
            about("option", word(option.as_str()));
            about("gateway", word(gateway.as_str()));
        }
        Issue::GatewayNotJudged { gateway, options } => {
            about("gateway", word(gateway.as_str()));
            about("options", each(options, |o| word(o.as_str())));
        }
        Issue::GatewayMisfit { gateway, .. } => about("gateway", word(gateway.as_str())),
        Issue::CheckAnsweredNo { check } => about("check", word(check.key())),
        Issue::PriorityWithoutCriterion { priority } => {
            about("priority", word(priority.as_str()));
        }
        Issue::StatementsContradict { statements } => {
            about("statements", each(statements, robustness::statement));
        }
        Issue::StatementNotUsed { statement } | Issue::WeightsBreakStatement { statement } => {
            about("statements", each([statement], robustness::statement));
        }
        Issue::NoQuestion
        | Issue::NoOptions
        | Issue::OneOption
        | Issue::NoCriteria
        | Issue::NoBaseline => {}
    }
    object(to)
}
