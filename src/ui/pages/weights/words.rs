//! Differences in words (MACBETH): an order, a category for each difference, and what fits.

use super::ground::Ground;
use super::method::GroundProps;
use super::rank::{name, ordered};
use crate::analysis::judgements;
use crate::edit::Shift;
use crate::elicit::{Change, Judgement, MacbethOutcome, MacbethScale, macbeth, repairs};
use crate::model::{CriterionId, Difference};
use crate::report::three;
use crate::ui::components::fields::Choice;
use crate::ui::components::order::Order;
use crate::ui::part::part;
use markup::html;
use yew::prelude::*;

/// The order, the differences, and what fits.
#[component]
pub fn Words(props: &GroundProps) -> Html {
    let ground = &props.ground;
    let order = order(ground);
    let settled = ground.said().macbeth.order.len() == ground.children().len();
    let begin = {
        let (ground, order) = (ground.clone(), order.clone());
        Callback::from(move |_: MouseEvent| keep(&ground, order.clone()))
    };
    let elements: Vec<String> = order.iter().cloned().chain([String::new()]).collect();
    html! {
        <>
            <section>
                <h2>{ "1. The order of the lifts" }</h2>
                <p class="sub">{ "From the lift that matters most to the one that matters least." }</p>
                <ol class="ranked">
                    { for order.iter().enumerate().map(|(at, id)| row(ground, &order, at, id)) }
                </ol>
                if !settled {
                    <p class="actions"><button class="button" type="button" onclick={begin}>{ "This is the order" }</button></p>
                }
            </section>
            if settled {
                <section>
                    <h2>{ "2. The differences, in words" }</h2>
                    <p class="sub">{ "Each step down the order has to be judged; the others make the numbers surer." }</p>
                    <h3>{ "Steps down the order" }</h3>
                    <div class="pairs">
                        { for elements.windows(2).map(|pair| question(ground, &pair[0], &pair[1])) }
                    </div>
                    <details class="more">
                        <summary>{ "The other differences" }</summary>
                        <div class="pairs">
                            { for elements.iter().enumerate().flat_map(|(at, more)| {
                                elements.iter().skip(at + 2).map(|less| question(ground, more, less))
                            }) }
                        </div>
                    </details>
                </section>
                { outcome(ground) }
            }
        </>
    }
}

/// The order that was said; else that of the ranks, or of the tree.
fn order(ground: &Ground) -> Vec<String> {
    let said = &ground.said().macbeth.order;
    let rest = ordered(ground).into_iter().map(|(id, _)| id.to_string());
    let rest = rest.filter(|id| !said.contains(id));
    said.iter().cloned().chain(rest).collect()
}

fn keep(ground: &Ground, order: Vec<String>) {
    ground.say(|said| said.macbeth.order = order);
}

fn row(ground: &Ground, order: &[String], at: usize, id: &str) -> Html {
    let words = label(ground, id);
    let shift = {
        let (ground, order) = (ground.clone(), order.to_vec());
        Callback::from(move |shift: Shift| {
            let mut order = order.clone();
            if let Some(other) = shift.from(at, order.len()) {
                order.swap(at, other);
                keep(&ground, order);
            }
        })
    };
    html! {
        <li key={id.to_owned()}>
            <span class="name">{ &words }</span>
            { part!(id; Order { id: format!("lift-{id}"), name: words.clone(), at, of: order.len(), shift }) }
        </li>
    }
}

fn label(ground: &Ground, id: &str) -> String {
    if id.is_empty() {
        return "nothing at all".to_owned();
    }
    CriterionId::new(id).map_or_else(|_| String::new(), |id| name(ground.children(), &id))
}

fn question(ground: &Ground, more: &str, less: &str) -> Html {
    let said = &ground.said().macbeth.differences;
    let is_pair = |d: &&Difference| {
        (d.more.as_str(), d.less.as_str()) == (more, less)
            || (d.more.as_str(), d.less.as_str()) == (less, more)
    };
    let given = said.iter().find(is_pair);
    let mut choices = vec![AttrValue::Static("Not judged")];
    choices.extend(Difference::CATEGORIES.map(AttrValue::Static));
    let mut chosen = given.map_or(0, |d| usize::from(d.low) + 1);
    if let Some(d) = given.filter(|d| d.low != d.high) {
        choices.push(AttrValue::from(category(d.low, d.high)));
        chosen = choices.len() - 1;
    }
    let choose = {
        let (ground, more, less) = (ground.clone(), more.to_owned(), less.to_owned());
        Callback::from(move |at: usize| {
            let category = at.checked_sub(1).and_then(|c| u8::try_from(c).ok());
            if category.is_none_or(|c| c <= 6) {
                set(&ground, &more, &less, category.map(|c| (c, c)));
            }
        })
    };
    let words = format!("From {} to {}", label(ground, more), label(ground, less));
    part!(format!("{more}>{less}"); Choice { id: format!("difference-{more}-{less}"), label: words, choices, chosen, choose })
}

fn category(low: u8, high: u8) -> String {
    let word = |at: u8| {
        Difference::CATEGORIES
            .get(usize::from(at))
            .copied()
            .unwrap_or_default()
    };
    if low == high {
        word(low).to_owned()
    } else {
        format!("{} to {}", word(low), word(high))
    }
}

fn set(ground: &Ground, more: &str, less: &str, category: Option<(u8, u8)>) {
    ground.say(|said| {
        let list = &mut said.macbeth.differences;
        list.retain(|d| {
            (d.more.as_str(), d.less.as_str()) != (more, less)
                && (d.more.as_str(), d.less.as_str()) != (less, more)
        });
        if let Some((low, high)) = category {
            // The worst on everything always stands second.
            let (more, less) = if more.is_empty() {
                (less, more)
            } else {
                (more, less)
            };
            let (more, less) = (more.to_owned(), less.to_owned());
            list.push(Difference {
                more,
                less,
                low,
                high,
            });
        }
    });
}

/// Whether the words fit together, what would mend them, or the numbers that fit.
fn outcome(ground: &Ground) -> Html {
    let (n, list) = judgements(&ground.said().macbeth, true);
    if list.is_empty() {
        return Html::default();
    }
    match macbeth(n, &list).outcome {
        MacbethOutcome::Inconsistent => inconsistent(ground, n, &list),
        MacbethOutcome::Scale(scale) => ranges(ground, &scale),
        MacbethOutcome::NoDifference => {
            html! { <p>{ "Every difference is “no difference”, so nothing has weight. Judge at least one step as larger." }</p> }
        }
        MacbethOutcome::TooMany => {
            html! { <p class="error">{ format!("This way takes at most {} criteria in a group. Group them, or use another way.", crate::elicit::MOST_ELEMENTS - 1) }</p> }
        }
        MacbethOutcome::GaveUp => {
            html! { <p class="error">{ "No numbers were found for these words. Change one of them, or use another way." }</p> }
        }
    }
}

fn inconsistent(ground: &Ground, n: usize, list: &[Judgement]) -> Html {
    let ways = repairs(n, list);
    let element = |at: usize| {
        ground
            .said()
            .macbeth
            .order
            .get(at)
            .cloned()
            .unwrap_or_default()
    };
    let words = |change: &Change| {
        let judged = list.get(change.judgement).copied();
        judged.map_or_else(String::new, |j| {
            format!(
                "From {} to {}: “{}” instead of “{}”",
                label(ground, &element(j.better)),
                label(ground, &element(j.worse)),
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
                for (more, less, category) in &changes {
                    set(&ground, more, less, Some(*category));
                }
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
                <p>{ "No change of one or two of them would mend it. Look at the last ones you judged again." }</p>
            } else {
                <p>{ "Any one of these changes would mend it, the smallest first." }</p>
                <ul>{ for ways.iter().take(6).enumerate().map(|(at, way)| mend(at, way)) }</ul>
            }
        </section>
    }
}

fn ranges(ground: &Ground, scale: &MacbethScale) -> Html {
    let order = &ground.said().macbeth.order;
    let names = order.iter().map(|id| label(ground, id));
    let rows = names.zip(scale.values.iter().zip(&scale.ranges));
    html! {
        <section>
            <h2>{ "Numbers that fit your words" }</h2>
            <div class="scroll" tabindex="0" role="region" aria-label="Numbers that fit">
                <table>
                    <thead><tr><th scope="col">{ "Lift" }</th><th scope="col" class="number">{ "Value" }</th><th scope="col" class="number">{ "Could be, while the others stay" }</th></tr></thead>
                    <tbody>
                        { for rows.enumerate().map(|(at, (name, (value, (low, high))))| html! {
                            <tr key={at}>
                                <th scope="row">{ name }</th>
                                <td class="number">{ three(*value) }</td>
                                <td class="number">{ if high - low < 1e-9 { "fixed".to_owned() } else { format!("{} to {}", three(*low), three(*high)) } }</td>
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
