//! Pairwise comparison (AHP): each pair, and how well the answers agree.

use super::agreement::agreement;
use super::rank::name;
use super::weighting_context::WeightingContext;
use crate::browser::element::focus_soon;
use crate::ui::components::fields::Choice;
use weighbridge_analysis::elicitation::{PairwiseOutcome, Priorities, RANDOM_INDEX_SOURCE, Repair};
use weighbridge_analysis::{compared, pair_repairs};
use weighbridge_model::{Comparison, CriterionId, Finite};
use weighbridge_report::{capital, count, significant, unrounded};
use yew::prelude::*;

/// The questions, then how well the answers agree.
pub fn pairwise(ground: &WeightingContext) -> Html {
    let children = ground.children();
    let pairs = children
        .iter()
        .enumerate()
        .flat_map(|(at, a)| children[at + 1..].iter().map(move |b| (a, b)));
    let result = compared(ground.said(), children);
    html! {
        <>
            <section>
                <h2>{ "Which matters more, and how many times?" }</h2>
                <p class="sub">{ "Compare the changes from worst to best. 1 is equally important, 3 moderately more, 5 strongly, 7 very strongly, 9 extremely. You can leave pairs out, as long as comparisons connect all the criteria." }</p>
                <div class="pairs">{ for pairs.map(|(a, b)| question(ground, &a.id, &b.id)) }</div>
            </section>
            if let PairwiseOutcome::Weights(found) = &result.outcome {
                if !ground.said().pairwise.is_empty() { { agree(ground, found) } }
            }
        </>
    }
}

/// The answers offered, as how many times the first is as important as the second.
fn offered() -> Vec<f64> {
    let more = (2..=9).rev().map(f64::from);
    let less = (1..=9).map(|n| 1.0 / f64::from(n));
    more.chain(less).collect()
}

fn question(ground: &WeightingContext, a: &CriterionId, b: &CriterionId) -> Html {
    let (first, second) = (name(ground.children(), a), name(ground.children(), b));
    let given = ground.said().pairwise.iter().find_map(|c| {
        if (&c.more, &c.less) == (a, b) {
            Some(c.times.get())
        } else if (&c.more, &c.less) == (b, a) {
            Some(1.0 / c.times.get())
        } else {
            None
        }
    });
    let scale = offered();
    let near = |times: &f64| given.is_some_and(|g| (g / times - 1.0).abs() < 1e-6);
    let mut choices = vec![AttrValue::Static("Not compared")];
    choices.extend(
        scale
            .iter()
            .map(|times| AttrValue::from(answer(&first, &second, *times))),
    );
    let mut chosen = scale.iter().position(near).map_or(0, |at| at + 1);
    if let Some(given) = given
        && chosen == 0
    {
        // A file may say what this list does not offer.
        choices.push(AttrValue::from(answer(&first, &second, given)));
        chosen = choices.len() - 1;
    }
    let choose = {
        let (ground, a, b) = (ground.clone(), a.clone(), b.clone());
        Callback::from(move |at: usize| {
            let times = at.checked_sub(1).and_then(|at| scale.get(at).copied());
            if at == 0 || times.is_some() {
                set(&ground, &a, &b, times);
            }
        })
    };
    html! { <Choice key={format!("{a} {b}")} id={format!("pair-{a}-{b}")} label={format!("{first} or {second}")} {choices} {chosen} {choose} /> }
}

fn answer(first: &str, second: &str, times: f64) -> String {
    if (times - 1.0).abs() < 1e-9 {
        "As much".to_owned()
    } else if times > 1.0 {
        format!("{first} {} times", times_words(times))
    } else {
        format!("{second} {} times", times_words(1.0 / times))
    }
}

fn times_words(times: f64) -> String {
    let whole = times.round();
    if (times - whole).abs() < 1e-9 {
        unrounded(whole)
    } else {
        significant(times)
    }
}

fn set(ground: &WeightingContext, a: &CriterionId, b: &CriterionId, times: Option<f64>) {
    ground.say(|said| {
        let pair = |c: &Comparison| (&c.more, &c.less) == (a, b) || (&c.more, &c.less) == (b, a);
        said.pairwise.retain(|c| !pair(c));
        // The larger number is kept, so that 3 stays 3 and not a third's reciprocal.
        let (more, less, times) = match times {
            Some(times) if times < 1.0 => (b, a, Finite::new((1.0 / times).round())),
            Some(times) => (a, b, Finite::new(times)),
            None => return,
        };
        if let Some(times) = times {
            let (more, less) = (more.clone(), less.clone());
            said.pairwise.push(Comparison { more, less, times });
        }
    });
}

/// How well the answers agree, and every smallest change that makes them agree better.
fn agree(ground: &WeightingContext, found: &Priorities) -> Html {
    let repairs = pair_repairs(ground.said(), ground.children());
    let done = html! {
        if !repairs.is_empty() {
            <p>{ if repairs.len() == 1 {
                "One change of a single answer helps most:".to_owned()
            } else {
                format!("{} changes help most, each as much as the others. Only you can say which answer you did not mean:", capital(&count(repairs.len())))
            } }</p>
            <ul>{ for repairs.iter().enumerate().map(|(at, one)| repair(ground, at, one)) }</ul>
        }
    };
    let how = format!(
        "Weights: the principal eigenvector of the matrix of answers (largest eigenvalue {}). Consistency index {}, divided by the random index for this many criteria ({RANDOM_INDEX_SOURCE}).",
        significant(found.lambda_max),
        significant(found.index)
    );
    agreement(ground, "", done, how)
}

/// What one answer says against what all the others together say, with the button that changes it.
fn repair(ground: &WeightingContext, at: usize, one: &Repair) -> Html {
    let id = |at: usize| ground.children().get(at).map(|c| c.id.clone());
    let (Some(a), Some(b), Some(times)) = (id(one.judgement.a), id(one.judgement.b), one.better)
    else {
        return Html::default();
    };
    let (first, second) = (name(ground.children(), &a), name(ground.children(), &b));
    let onclick = {
        let ground = ground.clone();
        Callback::from(move |_: MouseEvent| {
            set(&ground, &a, &b, Some(times));
            focus_soon("agree");
        })
    };
    let words = answer(&first, &second, times);
    let ratio = one.ratio.map_or_else(String::new, |ratio| {
        format!(
            " The ratio would be {}.",
            significant(if ratio < 1e-9 { 0.0 } else { ratio })
        )
    });
    html! {
        <li key={at}>
            { format!(
                "{first} or {second}: you said “{}”, the other answers together say “{}”. ",
                answer(&first, &second, one.judgement.times),
                answer(&first, &second, one.implied)
            ) }
            <button class="button small" type="button" {onclick}>{ format!("Change it to “{words}”") }</button>
            <span class="hint">{ ratio }</span>
        </li>
    }
}
