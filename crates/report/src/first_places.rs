//! How often each option comes first if nobody agreed on weights: fifty dots and their sentences.

use super::chances::{cell, of_hundred, weights_meant};
use super::names::join;
use super::number::unrounded;
use super::pictures::{option_slot, presentation};
use super::subject::Subject;
use weighbridge_analysis::{
    Assumption, DOTS, Drawn, FirstPlaces, OptionIx, Outcome, Problem, first_places, first_share,
};
use weighbridge_chart::{FiftyDots, Presentation, Slot, dots::Group};
use weighbridge_numeric::sort_by;

/// What the dots are, and how they are drawn.
pub const DOTS_WORDS: &str = "Each dot is a possible set of weights, all equally likely. Its shape and colour say who comes first under it.";

/// How often each option comes first, in the order of the result.
fn ordered(on: Subject<'_>, problem: &Problem, outcome: &Outcome) -> Vec<FirstPlaces> {
    let order = on.analysis.in_rank_order();
    let place = |one: &FirstPlaces| {
        let places = one.options.iter();
        let places = places.filter_map(|option| order.iter().position(|at| at == option));
        places.min().unwrap_or(usize::MAX)
    };
    let mut found = first_places(problem, outcome);
    sort_by(&mut found, |a, b| place(a).cmp(&place(b)));
    found
}

/// Under how many of fifty sets of weights each option comes first, as a picture; the options in the order of the result.
pub fn dots_picture(
    on: Subject<'_>,
    problem: &Problem,
    outcome: &Outcome,
) -> (Presentation, FiftyDots) {
    let found = ordered(on, problem, outcome);
    let group = |one: &FirstPlaces| {
        let short: Vec<_> = one.options.iter().map(|at| on.option_short(*at)).collect();
        Group {
            name: on.names(&one.options),
            short: join(&short),
            slot: one
                .options
                .first()
                .map_or(Slot::Quiet, |at| option_slot(on, *at)),
            count: one.dots,
            share: one.share.value(),
            printed: cell(one.share),
        }
    };
    let groups = found.iter().map(group).collect();
    let title = dots_headline(on, problem, outcome);
    (
        presentation(on, "dots", title, DOTS_WORDS),
        FiftyDots { groups },
    )
}

/// "Integrated transformation comes first in 44 of 50"; where an option lacks scores, among which options.
pub fn dots_headline(on: Subject<'_>, problem: &Problem, outcome: &Outcome) -> String {
    let found = ordered(on, problem, outcome);
    let most = found.iter().map(|one| one.dots).max().unwrap_or(0);
    let best: Vec<&FirstPlaces> = found.iter().filter(|one| one.dots == most).collect();
    let names: Vec<OptionIx> = best.iter().flat_map(|one| one.options.clone()).collect();
    let verb = if names.len() == 1 { "comes" } else { "come" };
    let how = match best.as_slice() {
        [one] if one.options.len() > 1 => " together",
        [_] | [] => "",
        [..] => " each",
    };
    format!(
        "{}{} {verb} first{how} in {most} of {DOTS}",
        on.among(""),
        on.names(&names)
    )
}

/// What the dots leave to say: who comes next, and who comes first too seldom for a dot, or never.
///
/// "Trust (DfE) comes first in 4, Trust (council) in 2. Outsource and Break up can never come first."
pub fn dots_sentence(on: Subject<'_>, problem: &Problem, outcome: &Outcome) -> String {
    let found = ordered(on, problem, outcome);
    let most = found.iter().map(|one| one.dots).max().unwrap_or(0);
    let mut next: Vec<&FirstPlaces> = found
        .iter()
        .filter(|one| 0 < one.dots && one.dots < most)
        .collect();
    sort_by(&mut next, |a, b| b.dots.cmp(&a.dots));
    let short = |one: &FirstPlaces| {
        let names: Vec<_> = one.options.iter().map(|at| on.option_short(*at)).collect();
        join(&names)
    };
    let mut sentences = Vec::new();
    let told = next.iter().take(MOST).enumerate().map(|(at, one)| {
        let first = match (at, one.options.len()) {
            (0, 1) => " comes first",
            (0, _) => " come first together",
            _ => "",
        };
        format!("{}{first} in {}", short(one), one.dots)
    });
    let told: Vec<String> = told.collect();
    if !told.is_empty() {
        sentences.push(format!("{}.", told.join(", ")));
    }
    let row = |option: &OptionIx| problem.options.iter().position(|at| at == option);
    let none = found.iter().filter(|one| one.dots == 0);
    let (never, seldom): (Vec<&FirstPlaces>, Vec<&FirstPlaces>) = none.partition(|one| {
        let mut rows = one.options.iter().filter_map(row);
        rows.all(|row| problem.known_never_first(row) && outcome.rank(row, 0) <= 0.0)
    });
    for (all, words) in [
        (never, "can never come first, whatever the weights"),
        (seldom, "may come first, too seldom for a dot"),
    ] {
        let all: Vec<OptionIx> = all.iter().flat_map(|one| one.options.clone()).collect();
        if !all.is_empty() {
            let names: Vec<_> = all.iter().map(|at| on.option_short(*at)).collect();
            sentences.push(format!("{} {words}.", join(&names)));
        }
    }
    sentences.join(" ")
}

/// How many options a sentence names beside the first.
const MOST: usize = 3;

/// How often today's leader comes first, as a sentence; `None` where nobody leads alone, or an option that is not
/// compared does.
///
/// "Trust leads in 88 of 100 possible sets of weights.", or "It leads" under a heading that names it.
pub fn leader_share(
    on: Subject<'_>,
    problem: &Problem,
    outcome: &Outcome,
    is_named: bool,
) -> Option<String> {
    let [leader] = on.analysis.lead.leaders.as_slice() else {
        return None;
    };
    let row = problem.options.iter().position(|at| at == leader)?;
    if problem.options.len() < 2 || outcome.method == Drawn::Certain {
        return None;
    }
    let share = of_hundred(first_share(problem, outcome, row));
    let of = weights_meant(Assumption::AnyWeights, problem);
    let among = match problem.left_out.is_empty() {
        true => "",
        false => ", of the options with all their scores",
    };
    let who = match is_named {
        true => "It".into(),
        false => on.option_short(*leader),
    };
    Some(format!("{who} leads in {share} {of}{among}."))
}

/// From how many sets of weights the dots are, and how close the shares behind them.
pub fn dots_precision(outcome: &Outcome) -> String {
    match outcome.half_width > 0.0 {
        true => format!(
            "Chosen to stand for {} sets of weights; each share is correct to about ±{:.1} percentage points.",
            unrounded(outcome.samples as f64),
            (outcome.half_width * 100.0).max(0.1)
        ),
        false => "The shares behind the dots are exact.".to_owned(),
    }
}
