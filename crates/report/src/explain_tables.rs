//! How the numbers of a row came about: where a leader changes, how far behind an option is, how far the lead moves.

use super::changes::{of_what, share_words};
use super::explain::{ChangedOn, Explanation, product};
use super::flip_tables::all_flips;
use super::flips::{end_words, lever_name, turn_words};
use super::names::capital;
use super::number::{points, unrounded};
use super::scenarios::outlook_name;
use super::subject::Subject;
use weighbridge_analysis::{
    Bar, Driver, Line, OptionIx, Outlooks, ScoreFlip, WeightChange, WeightClaim, WeightClaims, sum,
};
use weighbridge_model::Appraisal;

/// How the row of a weight in the table of every weight came about, by its place; nothing where there is no such row.
pub fn weight_row(on: Subject<'_>, row: usize) -> Option<Explanation> {
    let claims = WeightClaims::new(on.analysis);
    let claim = claims.claims.get(row)?;
    let of = of_what(on, claim);
    let mut steps = vec![
        format!("Now: {}% {of}.", exact(claim.lines.now * 100.0)),
        "As this weight goes from 0% to 100% and the others keep their proportions, every total runs in a straight line:"
            .to_owned(),
    ];
    for line in &claim.lines.lines {
        steps.push(format!(
            "{}: {} at 0%, {} now, {} at 100%.",
            on.option(line.option),
            exact(line.at_zero),
            exact(line.at(claim.lines.now)),
            exact(line.at_one)
        ));
    }
    steps.extend(crossings(on, claim));
    Some(Explanation {
        title: format!(
            "Where the weight of {}, {of}, changes the leader",
            on.criterion(claim.node())
        ),
        steps,
        remarks: Vec::new(),
        change: Some(ChangedOn::Weights),
    })
}

/// Where two lines cross, for every change of leader, and what is printed for it.
fn crossings(on: Subject<'_>, claim: &WeightClaim) -> Vec<String> {
    let line = |option: OptionIx| claim.lines.lines.iter().find(|line| line.option == option);
    let leader = on.analysis.lead.leaders.first().copied();
    let mut steps = Vec::new();
    for changes in [&claim.below, &claim.above] {
        let mut ahead = leader;
        for change in changes {
            let next = change.leaders.first().copied();
            if let (Some(a), Some(b)) = (ahead.and_then(line), next.and_then(line)) {
                steps.push(crossing(on, a, b, change));
            }
            ahead = next;
        }
    }
    if steps.is_empty() {
        steps.push("No other line rises above that of the leader.".to_owned());
    }
    steps
}

fn crossing(on: Subject<'_>, a: &Line, b: &Line, change: &WeightChange) -> String {
    let (at_zero, at_one) = (a.at_zero - b.at_zero, a.at_one - b.at_one);
    format!(
        "{} and {} are level at {}%: {} points apart at 0%, and {} the other way at 100%, so {} ÷ ({} + {}) of the way. Printed, on the side where it is true: {}.",
        on.option(a.option),
        on.option(b.option),
        exact(change.threshold.at),
        exact(at_zero.abs()),
        exact(at_one.abs()),
        exact(at_zero.abs()),
        exact(at_zero.abs()),
        exact(at_one.abs()),
        share_words(&change.threshold)
    )
}

/// How the row of a score in the table of every score came about, by its place; nothing where there is no such row.
pub fn score_row(on: Subject<'_>, row: usize) -> Option<Explanation> {
    let (all, _) = all_flips(on);
    let flip = all.get(row)?;
    let id = &on.analysis.options[flip.option].id;
    let node = on.analysis.leaf_node(flip.leaf);
    Some(Explanation {
        title: format!(
            "Where the score of {} on {} changes the leader",
            on.option(flip.option),
            on.leaf(flip.leaf)
        ),
        steps: flip_steps(on, flip),
        remarks: Vec::new(),
        change: Some(ChangedOn::Score(id.clone(), node.id.clone())),
    })
}

fn flip_steps(on: Subject<'_>, flip: &ScoreFlip) -> Vec<String> {
    let share = on.analysis.leaf_node(flip.leaf).cumulative.unwrap_or(0.0);
    let change = flip.at - flip.now;
    let own = on.option(flip.option);
    let other = match flip.to.contains(&flip.option) {
        true => on.names(&on.analysis.lead.leaders),
        false => on.names(&flip.to),
    };
    vec![
        format!("Value now: {}.", exact(flip.now)),
        format!(
            "Each point of value on {} counts {}% of a point of the total of {own}.",
            on.leaf(flip.leaf),
            exact(share * 100.0)
        ),
        format!(
            "{own} is {} points {} {other}.",
            exact((change * share).abs()),
            if change > 0.0 { "behind" } else { "ahead of" }
        ),
        format!(
            "So the value has to {} by {} ÷ {}% = {}, to {}.",
            if change > 0.0 { "rise" } else { "fall" },
            exact((change * share).abs()),
            exact(share * 100.0),
            exact(change.abs()),
            exact(flip.at)
        ),
    ]
}

/// How far an option of the table of regret is behind in each scenario, by its place; nothing where there is no such row.
pub fn regret_row(on: &Appraisal, outlooks: &Outlooks, row: usize) -> Option<Explanation> {
    let regret = &outlooks.regret;
    let option = *regret.options.get(row)?;
    let subject = Subject::new(on, outlooks.analyses.first()?);
    let mut steps = vec![
        "Points behind = the best total of a scenario − the total of this option there.".to_owned(),
    ];
    for (column, (analysis, behind)) in outlooks
        .analyses
        .iter()
        .zip(regret.table.get(row)?)
        .enumerate()
    {
        let own = analysis.options[option].total.value()?;
        steps.push(format!(
            "{}: {} − {} = {}",
            outlook_name(on, column),
            exact(sum([own, *behind])),
            exact(own),
            exact(*behind)
        ));
    }
    steps.push(format!("Greatest: {}", exact(*regret.greatest.get(row)?)));
    Some(Explanation {
        title: format!("How far {} is behind the best", subject.option(option)),
        steps,
        remarks: Vec::new(),
        change: None,
    })
}

/// How far the lead moves with a bar of the tornado.
pub fn bar(on: Subject<'_>, bar: &Bar) -> Explanation {
    let [low, high] = end_words(on, bar);
    let end = |input: &str, lead: f64| match lead {
        lead if lead < 0.0 => format!("At {input} the leader is {} behind.", points(-lead)),
        lead => format!("At {input} the leader is ahead by {}.", points(lead)),
    };
    let mut steps = vec![
        match bar.stated {
            true => "From one end of the range that was stated for it to the other.".to_owned(),
            false => "No range was stated for it, so it goes 10 points either way.".to_owned(),
        },
        end(&low, bar.at_low),
        end(&high, bar.at_high),
    ];
    if let (false, Driver::Score { option, leaf }) = (bar.moves, bar.lever) {
        let share = on.analysis.leaf_node(leaf).cumulative.unwrap_or(0.0);
        steps.push(format!(
            "Over the whole bar the total of {} changes by {}.",
            on.option(option),
            product(share, bar.high - bar.low)
        ));
    }
    for turn in [&bar.turn_low, &bar.turn_high].into_iter().flatten() {
        steps.push(format!(
            "{} takes the lead: {}.",
            on.names(&turn.to),
            turn_words(on, bar.lever, turn)
        ));
    }
    Explanation {
        title: capital(&lever_name(on, bar.lever)),
        steps,
        remarks: Vec::new(),
        change: Some(match bar.lever {
            Driver::Weight(_) => ChangedOn::Weights,
            Driver::Score { option, leaf } => ChangedOn::Score(
                on.analysis.options[option].id.clone(),
                on.analysis.leaf_node(leaf).id.clone(),
            ),
        }),
    }
}

/// A number to four decimals, without those that say nothing.
fn exact(x: f64) -> String {
    unrounded(format!("{x:.4}").parse::<f64>().unwrap_or(x) + 0.0)
}
