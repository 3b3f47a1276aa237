//! What comes of differences in words: whether they agree, which changes make them agree, the numbers that fit.

use super::differences::{DIFFERENCES, Judging, set};
use crate::browser::element::focus_soon;
use weighbridge_analysis::elicitation::{
    Change, Judgement, MOST_FOR_TWO, MacbethOutcome, MacbethScale, macbeth, repairs,
};
use weighbridge_analysis::{DerivedWeights, judgements, values_in_words};
use weighbridge_report::{capital, count, significant, words::category};
use yew::prelude::*;

/// Whether the words fit together, with what would mend them, to stand over the questions and be heard as it
/// changes; and the numbers that fit, to stand below.
pub(super) fn outcome(ground: &Judging) -> (Html, Html) {
    let (n, list) = judgements(&ground.said, ground.lifts);
    let ids: Vec<&str> = ground.elements.iter().map(|(id, _)| id.as_str()).collect();
    let (mut mending, mut numbers) = (Html::default(), Html::default());
    let found = (!list.is_empty()).then(|| macbeth(n, &list).outcome);
    let words = match found {
        Some(MacbethOutcome::Inconsistent) => {
            mending = inconsistent(ground, n, &list);
            String::new()
        }
        Some(MacbethOutcome::NoDifference) => {
            let so = ground.words("so nothing has weight", "so nothing tells them apart");
            format!(
                "Every difference is “no difference”, {so}. Judge at least one of them as larger."
            )
        }
        Some(MacbethOutcome::Scale(scale)) => {
            numbers = ranges(ground, &scale);
            match values_in_words(&ground.said, &ids, ground.lifts) {
                DerivedWeights::Missing(1) => "Your words agree so far. One step to go.".to_owned(),
                DerivedWeights::Missing(n) => {
                    format!(
                        "Your words agree so far. {} steps to go.",
                        capital(&count(n))
                    )
                }
                _ => "Your words agree with each other.".to_owned(),
            }
        }
        Some(_) => {
            "No numbers were found for these words. Change one of them, or choose another method."
                .to_owned()
        }
        None => String::new(),
    };
    let so_far = html! {
        <div role="status">
            if !words.is_empty() { <p class="quiet">{ words }</p> }
            { mending }
        </div>
    };
    (so_far, numbers)
}

fn inconsistent(ground: &Judging, n: usize, list: &[Judgement]) -> Html {
    let ways = repairs(n, list);
    let element = |at: usize| ground.said.order.get(at).cloned().unwrap_or_default();
    let words = |change: &Change| {
        let judged = list.get(change.judgement).copied();
        judged.map_or_else(String::new, |j| {
            format!(
                "{}, against {}: “{}” instead of “{}”",
                ground.label(&element(j.better)),
                ground.label(&element(j.worse)),
                category(change.low, change.high),
                category(j.low, j.high)
            )
        })
    };
    let mend = |at: usize, way: &Vec<Change>| {
        let all: Vec<String> = way.iter().map(words).collect();
        let onclick = {
            let ground = ground.clone();
            let changes: Vec<(String, String, (u8, u8))> = way
                .iter()
                .filter_map(|c| {
                    let j = list.get(c.judgement)?;
                    Some((element(j.better), element(j.worse), (c.low, c.high)))
                })
                .collect();
            Callback::from(move |_: MouseEvent| {
                ground.say(|said| {
                    for (more, less, category) in &changes {
                        set(said, more, less, Some(*category));
                    }
                });
                focus_soon(DIFFERENCES);
            })
        };
        html! {
            <li key={at}>{ all.join("; and ") }{ " " }
                <button class="button small" type="button" {onclick}>{ "Change it" }<span class="visually-hidden">{ format!(": {}", all.join("; and ")) }</span></button>
            </li>
        }
    };
    html! {
        <section class="banner" aria-labelledby="contradiction">
            <h2 id="contradiction">{ "These words contradict each other" }</h2>
            if ways.is_empty() {
                <p>{ if list.len() > MOST_FOR_TWO {
                    "No single change puts that right. Look again at the last ones you judged."
                } else {
                    "No one or two changes put that right. Look again at the last ones you judged."
                } }</p>
            } else {
                <p>{ "Any one of these changes puts that right. The smallest is first." }</p>
                <ul>{ for ways.iter().take(shown(&ways)).enumerate().map(|(at, way)| mend(at, way)) }</ul>
            }
        </section>
    }
}

/// How many ways are shown: all the smallest, and at least six.
fn shown(ways: &[Vec<Change>]) -> usize {
    let steps = |way: &Vec<Change>| way.iter().map(|c| c.steps).sum::<u8>();
    let least = ways.iter().map(steps).min();
    let smallest = ways.iter().filter(|way| Some(steps(way)) == least);
    smallest.count().max(6)
}

fn ranges(ground: &Judging, scale: &MacbethScale) -> Html {
    let names = ground.said.order.iter().map(|id| ground.label(id));
    let rows = names.zip(
        scale
            .values
            .iter()
            .zip(scale.ranges.iter().zip(&scale.open)),
    );
    let could_be = |(low, high): (f64, f64), open: [bool; 2]| {
        if high - low < 1e-9 {
            return "fixed".to_owned();
        }
        // No word may be stretched to its very edge.
        let [above, under] = open;
        let above = if above { "just over " } else { "" };
        let under = if under { "just under " } else { "" };
        format!(
            "{above}{} to {under}{}",
            significant(low),
            significant(high)
        )
    };
    html! {
        <section>
            <h2>{ "Numbers that fit your words" }</h2>
            <div class="scroll" tabindex="0" role="region" aria-label="Numbers that fit">
                <table aria-label="Numbers that fit">
                    <thead><tr><th scope="col">{ ground.words("Improvement", "Option") }</th><th scope="col" class="number">{ "Value" }</th><th scope="col" class="number">{ "Could be, if the others stay" }</th></tr></thead>
                    <tbody>
                        { for rows.enumerate().map(|(at, (name, (value, (range, open))))| html! {
                            <tr key={at}>
                                <th scope="row">{ name }</th>
                                <td class="number">{ significant(*value) }</td>
                                <td class="number">{ could_be(*range, *open) }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            <details class="more">
                <summary>{ "How this is worked out" }</summary>
                <p>{ "A linear program (MACBETH, formulation by the smallest value of the best: Bana e Costa, De Corte and Vansnick 2004): a difference in a higher category is larger than every difference in a lower one, and the scale is as short as that allows, then stretched to 100." }</p>
            </details>
        </section>
    }
}
