//! What follows from an appraisal, as data for other programs.

use super::findings::{Subject, all};
use super::words;
use crate::analysis::{Analysis, Issue, Share, Total, Verdict, WeightLines, analyse, weight_lines};
use crate::model::Appraisal;
use serde_json::{Map, Value, json};

/// The results of an appraisal as JSON text: the same bytes on every machine and in every browser.
///
/// Keys are in alphabetical order, numbers in the shortest form that reads back as the same
/// number, and the last line ends in a line break.
pub fn results_text(appraisal: &Appraisal) -> String {
    format!("{:#}\n", results(appraisal))
}

/// The results of an appraisal: totals, ranks, weights, dominance, flips, issues and findings.
///
/// ```
/// use weighbridge::{library, report};
/// let results = report::results(&library::all()[0].open().unwrap());
/// assert_eq!(results["options"][4]["id"], "integrated");
/// assert_eq!(results["options"][4]["value"], 77.5);
/// assert_eq!(results["flips"][0]["criterion"], "independence");
/// ```
pub fn results(appraisal: &Appraisal) -> Value {
    let analysis = &analyse(appraisal);
    let lines: Vec<WeightLines> = (0..analysis.nodes.len())
        .filter_map(|node| weight_lines(analysis, node))
        .collect();
    json!({
        "format": "weighbridge-results",
        "version": 1,
        "appraisal": {
            "id": appraisal.id.as_str(),
            "title": appraisal.title,
            "status": appraisal.status.words().to_ascii_lowercase(),
            "notice": appraisal.notice,
        },
        "verdict": verdict(analysis, appraisal.margin.get()),
        "options": (0..analysis.options.len()).map(|at| option(appraisal, analysis, at)).collect::<Value>(),
        "could_overtake": ids(analysis, &analysis.could_overtake),
        "weights": shares(analysis, |n| n.leaf, |n| n.cumulative),
        "branch_weights": shares(analysis, |n| !n.leaf, |n| n.cumulative),
        "local_weights": shares(analysis, |_| true, |n| n.local),
        "dominance": analysis.dominance.iter().map(|d| json!({
            "dominator": analysis.options[d.dominator].id.as_str(),
            "dominated": analysis.options[d.dominated].id.as_str(),
        })).collect::<Value>(),
        "flips": lines.iter().flat_map(|l| flips(analysis, l)).collect::<Value>(),
        "weight_lines": lines.iter().map(|l| weight_line(analysis, l)).collect::<Value>(),
        "issues": analysis.issues.iter().map(|i| issue(i, appraisal)).collect::<Value>(),
        "findings": all(Subject { appraisal, analysis }),
    })
}

/// A number: whole ones without a decimal point, as a person would write them.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the range is checked first"
)]
fn number(x: f64) -> Value {
    if x.fract() == 0.0 && x.abs() < 1e15 {
        json!(x as i64)
    } else {
        json!(x)
    }
}

fn id(analysis: &Analysis, option: usize) -> Value {
    json!(analysis.options[option].id.as_str())
}

fn ids(analysis: &Analysis, options: &[usize]) -> Value {
    options.iter().map(|at| id(analysis, *at)).collect()
}

fn verdict(analysis: &Analysis, margin: f64) -> Value {
    let verdict = &analysis.verdict;
    let kind = match verdict {
        Verdict::NoTotals => "no-totals",
        Verdict::OnlyOne(_) => "only-one",
        Verdict::Tie(_) => "tie",
        Verdict::NoClearWinner { .. } => "no-clear-winner",
        Verdict::Clear { .. } => "clear",
    };
    let mut to = Map::new();
    to.insert("kind".to_owned(), json!(kind));
    to.insert("leaders".to_owned(), ids(analysis, verdict.leaders()));
    to.insert("margin".to_owned(), number(margin));
    if let Verdict::Clear {
        runner_up, lead, ..
    }
    | Verdict::NoClearWinner {
        runner_up, lead, ..
    } = verdict
    {
        to.insert("runner_up".to_owned(), id(analysis, *runner_up));
        to.insert("lead".to_owned(), number(*lead));
    }
    Value::Object(to)
}

fn option(appraisal: &Appraisal, analysis: &Analysis, at: usize) -> Value {
    let result = &analysis.options[at];
    let leaf_id = |leaf: usize| analysis.leaf_node(leaf).id.to_string();
    let by_leaf = |of: &dyn Fn(usize) -> Option<f64>| -> Value {
        let known =
            (0..analysis.leaves.len()).filter_map(|leaf| Some((leaf_id(leaf), number(of(leaf)?))));
        Value::Object(known.collect())
    };
    let mut to = Map::new();
    to.insert("id".to_owned(), json!(result.id.as_str()));
    let name = appraisal.option(&result.id).map_or("", |o| &o.name);
    to.insert("name".to_owned(), json!(name));
    to.insert(
        "values".to_owned(),
        by_leaf(&|leaf| analysis.values[at][leaf].value()),
    );
    to.insert(
        "contributions".to_owned(),
        by_leaf(&|leaf| result.contributions[leaf]),
    );
    match &result.total {
        Total::Ranked { value, rank, tied } => {
            to.insert("value".to_owned(), number(*value));
            to.insert("rank".to_owned(), json!(rank));
            to.insert("tied".to_owned(), json!(tied));
        }
        Total::Incomplete { missing, low, high } => {
            let missing: Vec<String> = missing.iter().map(|leaf| leaf_id(*leaf)).collect();
            to.insert("missing".to_owned(), json!(missing));
            to.insert("range".to_owned(), json!([number(*low), number(*high)]));
        }
        Total::Unweighted => {
            to.insert("unweighted".to_owned(), json!(true));
        }
    }
    Value::Object(to)
}

/// A share of each of some nodes, by criterion id; `null` while there is none.
fn shares(
    analysis: &Analysis,
    which: impl Fn(&crate::analysis::Node) -> bool,
    of: impl Fn(&crate::analysis::Node) -> Option<f64>,
) -> Value {
    let chosen = analysis.nodes.iter().filter(|n| which(n));
    Value::Object(
        chosen
            .map(|n| (n.id.to_string(), of(n).map_or(Value::Null, number)))
            .collect(),
    )
}

fn share(lines: &WeightLines) -> &'static str {
    match lines.share {
        Share::Local => "local",
        Share::Cumulative => "cumulative",
    }
}

fn flips<'a>(analysis: &'a Analysis, lines: &'a WeightLines) -> impl Iterator<Item = Value> + 'a {
    lines.flips.iter().map(|flip| {
        json!({
            "criterion": analysis.nodes[lines.node].id.as_str(),
            "share": share(lines),
            "now": number(lines.now),
            "at": number(flip.at),
            "below": ids(analysis, &flip.below),
            "above": ids(analysis, &flip.above),
        })
    })
}

fn weight_line(analysis: &Analysis, lines: &WeightLines) -> Value {
    json!({
        "criterion": analysis.nodes[lines.node].id.as_str(),
        "share": share(lines),
        "now": number(lines.now),
        "equal_rest": lines.equal_rest,
        "lines": lines.lines.iter().map(|line| json!({
            "option": id(analysis, line.option),
            "at_zero": number(line.at_zero),
            "at_one": number(line.at_one),
        })).collect::<Value>(),
        "segments": lines.segments.iter().map(|segment| json!({
            "from": number(segment.from),
            "to": number(segment.to),
            "leaders": ids(analysis, &segment.leaders),
        })).collect::<Value>(),
    })
}

/// Issues as JSON text, in the order given.
pub fn problems_text(issues: &[Issue], on: &Appraisal) -> String {
    let problems: Value = issues.iter().map(|i| issue(i, on)).collect();
    format!("{:#}\n", json!({ "opens": true, "problems": problems }))
}

/// The reason why a file did not open, as JSON text.
pub fn unopened_text(code: &str, text: &str, hint: &str) -> String {
    let error = json!({ "code": code, "text": text, "hint": hint });
    format!("{:#}\n", json!({ "opens": false, "error": error }))
}

fn issue(issue: &Issue, on: &Appraisal) -> Value {
    let mut to = Map::new();
    to.insert("code".to_owned(), json!(issue.code()));
    to.insert("severity".to_owned(), json!(issue.severity().words()));
    to.insert("text".to_owned(), json!(words::issue(issue, on)));
    let mut about = |key: &str, value: Value| {
        to.insert(key.to_owned(), value);
    };
    match issue {
        Issue::MissingWeight { criterion }
        | Issue::NotApplicableToAny { criterion }
        | Issue::SameForAll { criterion }
        | Issue::BendOutside { criterion } => about("criterion", json!(criterion.as_str())),
        Issue::AllWeightsZero { branch } => {
            about("branch", json!(branch.as_ref().map(|b| b.as_str())));
        }
        Issue::MissingScores { option, criteria } => {
            about("option", json!(option.as_str()));
            about(
                "criteria",
                criteria.iter().map(|c| json!(c.as_str())).collect(),
            );
        }
        Issue::Unusable {
            option, criterion, ..
        }
        | Issue::OutsideScale {
            option, criterion, ..
        } => {
            about("option", json!(option.as_str()));
            about("criterion", json!(criterion.as_str()));
        }
        Issue::NotApplicableToSome { criterion, options } => {
            about("criterion", json!(criterion.as_str()));
            about(
                "options",
                options.iter().map(|o| json!(o.as_str())).collect(),
            );
        }
        Issue::ScoresWithoutReason { count, of } => {
            about("count", json!(count));
            about("of", json!(of));
        }
        Issue::NoQuestion
        | Issue::NoOptions
        | Issue::OneOption
        | Issue::NoCriteria
        | Issue::NoBaseline => {}
    }
    Value::Object(to)
}
