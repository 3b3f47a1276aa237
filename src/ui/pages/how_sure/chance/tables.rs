//! What the samples say of each pair of options, and of the weights that speak for each.

use super::SEED;
use crate::analysis::{Outcome, Problem};
use crate::report::{Subject, first_words, percent};
use markup::html;
use yew::prelude::*;

/// A share, shaded by its size.
fn shaded(key: usize, share: f64) -> Html {
    let class = format!("number h{}", (share * 10.0).round());
    html! { <td {key} {class}>{ percent(share) }</td> }
}

/// How often each option is ahead of each other.
pub fn pairs(on: Subject<'_>, problem: &Problem, outcome: &Outcome) -> Html {
    let n = problem.options.len();
    let short = |at: usize| on.option_short(problem.options[at]).into_owned();
    let row = |one: usize| {
        html! {
            <tr key={one}>
                <th scope="row">{ on.option(problem.options[one]) }</th>
                { for (0..n).map(|other| match outcome.pair(one, other) {
                    Some(pair) if one != other => shaded(other, pair.value),
                    _ => html! { <td key={other} class="number">{ "–" }</td> },
                }) }
            </tr>
        }
    };
    html! {
        <section>
            <h2 id="pairs">{ "How often each option is ahead of each other" }</h2>
            <p class="sub">{ if outcome.pairwise_exact { "Exact, by formula. Read along the row." } else { "From the same samples. Read along the row." } }</p>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="pairs">
                <table class="matrix shares-table">
                    <thead><tr><th scope="col">{ "Ahead of" }</th>{ for (0..n).map(|at| html! { <th key={at} scope="col" class="number">{ short(at) }</th> }) }</tr></thead>
                    <tbody>{ for (0..n).map(row) }</tbody>
                </table>
            </div>
        </section>
    }
}

/// The weights that speak for each option, and how sure it is with them.
pub fn centres(on: Subject<'_>, problem: &Problem, outcome: &Outcome, done: bool) -> Html {
    let leaves = on.analysis.counted_leaves();
    let row = |at: usize| {
        let weights = outcome.central(at)?;
        let sure = (done && !problem.fixed_scores)
            .then(|| problem.confidence(at, &weights, SEED, 4096))
            .flatten();
        let rank = outcome
            .expected_rank
            .get(at)
            .map_or_else(String::new, |e| format!("{:.2}", e.value));
        Some(html! {
            <tr key={at}>
                <th scope="row">{ on.option(problem.options[at]) }</th>
                <td class="number">{ first_words(problem, outcome, at) }</td>
                <td class="number">{ rank }</td>
                { for leaves.iter().map(|leaf| html! { <td key={*leaf} class="number">{ percent(weights.get(*leaf).copied().unwrap_or(0.0)) }</td> }) }
                if !problem.fixed_scores { <td class="number">{ sure.map_or_else(|| "…".to_owned(), |s| percent(s.value)) }</td> }
            </tr>
        })
    };
    let rows: Vec<Html> = (0..problem.options.len()).filter_map(row).collect();
    let never: Vec<usize> = (0..problem.options.len())
        .filter(|at| problem.best_lead(*at).is_some_and(|lead| lead < 0.0))
        .map(|at| problem.options[at])
        .collect();
    html! {
        <section>
            <h2 id="centres">{ "Which weights speak for which option" }</h2>
            <p class="sub">{ "The middle of all the weights that put an option first: what somebody who prefers it would typically find important." }</p>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="centres">
                <table>
                    <thead><tr>
                        <th scope="col">{ "Option" }</th><th scope="col" class="number">{ "First" }</th><th scope="col" class="number">{ "Mean rank" }</th>
                        { for leaves.iter().map(|leaf| html! { <th key={*leaf} scope="col" class="number">{ on.leaf_short(*leaf) }</th> }) }
                        if !problem.fixed_scores { <th scope="col" class="number">{ "First with these weights" }</th> }
                    </tr></thead>
                    <tbody>{ for rows.into_iter() }</tbody>
                </table>
            </div>
            if !never.is_empty() {
                <p>{ format!("No weights of this kind put {} first: that is proved, not sampled.", on.names(&never)) }</p>
            }
        </section>
    }
}
