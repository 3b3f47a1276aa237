//! Differences in words (MACBETH): an order, a category for each difference, and what fits.

use super::fields::Choice;
use super::order::Order;
use crate::analysis::judgements;
use crate::edit::Shift;
use crate::elicit::{
    Change, Judgement, MOST_ELEMENTS, MacbethOutcome, MacbethScale, macbeth, repairs,
};
use crate::model::{Difference, Judged};
use crate::report::three;
use crate::ui::part::part;
use markup::html;
use yew::prelude::*;

/// What is judged, what was said so far, and how more is said.
#[derive(Clone, PartialEq, Properties)]
pub struct Judging {
    /// Ids and names, in the order to begin with.
    pub elements: Vec<(String, String)>,
    pub said: Judged,
    /// Whether they are lifts from worst to best, to be compared with nothing at all as well; else options.
    pub lifts: bool,
    pub keep: Callback<Judged>,
}

impl Judging {
    /// The order that was said, with what is new at its end.
    fn order(&self) -> Vec<String> {
        let there = |id: &&String| self.elements.iter().any(|(other, _)| other == *id);
        let said = self.said.order.iter().filter(there).cloned();
        let new = self.elements.iter().map(|(id, _)| id.clone());
        said.chain(new.filter(|id| !self.said.order.contains(id)))
            .collect()
    }

    fn say(&self, change: impl FnOnce(&mut Judged)) {
        let mut said = self.said.clone();
        change(&mut said);
        self.keep.emit(said);
    }

    fn label(&self, id: &str) -> String {
        if id.is_empty() {
            return "nothing at all".to_owned();
        }
        let found = self.elements.iter().find(|(other, _)| other == id);
        found.map_or_else(String::new, |(_, name)| name.clone())
    }

    /// The words for lifts, or those for options.
    fn words(&self, lifts: &'static str, options: &'static str) -> &'static str {
        if self.lifts { lifts } else { options }
    }
}

/// The order, the differences, and what fits.
#[component]
pub fn Judge(ground: &Judging) -> Html {
    let order = ground.order();
    let settled = ground.said.order.len() == ground.elements.len();
    let begin = {
        let (ground, order) = (ground.clone(), order.clone());
        Callback::from(move |_: MouseEvent| ground.say(|said| said.order = order.clone()))
    };
    let nothing = ground.lifts.then(String::new);
    let elements: Vec<String> = order.iter().cloned().chain(nothing).collect();
    html! {
        <>
            <section>
                <h2>{ ground.words("1. The order of the lifts", "1. The order of the options") }</h2>
                <p class="sub">{ ground.words("From the lift that matters most to the one that matters least.", "From the best on this criterion to the worst.") }</p>
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
                    if elements.len() > 2 {
                        <details class="more">
                            <summary>{ "The other differences" }</summary>
                            <div class="pairs">
                                { for elements.iter().enumerate().flat_map(|(at, more)| {
                                    elements.iter().skip(at + 2).map(|less| question(ground, more, less))
                                }) }
                            </div>
                        </details>
                    }
                </section>
                { outcome(ground) }
            }
        </>
    }
}

fn row(ground: &Judging, order: &[String], at: usize, id: &str) -> Html {
    let words = ground.label(id);
    let shift = {
        let (ground, order) = (ground.clone(), order.to_vec());
        Callback::from(move |shift: Shift| {
            let mut order = order.clone();
            if let Some(other) = shift.from(at, order.len()) {
                order.swap(at, other);
                ground.say(|said| said.order = order);
            }
        })
    };
    html! {
        <li key={id.to_owned()}>
            <span class="name">{ &words }</span>
            { part!(id; Order { id: format!("judged-{id}"), name: words.clone(), at, of: order.len(), shift }) }
        </li>
    }
}

fn question(ground: &Judging, more: &str, less: &str) -> Html {
    let said = &ground.said.differences;
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
                ground.say(|said| set(said, &more, &less, category.map(|c| (c, c))));
            }
        })
    };
    let words = format!("From {} to {}", ground.label(more), ground.label(less));
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

/// Judges a difference, or takes the judgement back.
fn set(said: &mut Judged, more: &str, less: &str, category: Option<(u8, u8)>) {
    said.differences.retain(|d| {
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
        said.differences.push(Difference {
            more,
            less,
            low,
            high,
        });
    }
}

/// Whether the words fit together, what would mend them, or the numbers that fit.
fn outcome(ground: &Judging) -> Html {
    let (n, list) = judgements(&ground.said, ground.lifts);
    if list.is_empty() {
        return Html::default();
    }
    match macbeth(n, &list).outcome {
        MacbethOutcome::Inconsistent => inconsistent(ground, n, &list),
        MacbethOutcome::Scale(scale) => ranges(ground, &scale),
        MacbethOutcome::NoDifference => {
            let so = ground.words("so nothing has weight", "so nothing tells them apart");
            html! { <p>{ format!("Every difference is “no difference”, {so}. Judge at least one step as larger.") }</p> }
        }
        MacbethOutcome::TooMany => {
            let most = MOST_ELEMENTS - usize::from(ground.lifts);
            let what = ground.words(
                "criteria in a group. Group them, or use another way",
                "options. Give numbers instead",
            );
            html! { <p class="error">{ format!("This way takes at most {most} {what}.") }</p> }
        }
        MacbethOutcome::GaveUp => {
            html! { <p class="error">{ "No numbers were found for these words. Change one of them, or use another way." }</p> }
        }
    }
}

fn inconsistent(ground: &Judging, n: usize, list: &[Judgement]) -> Html {
    let ways = repairs(n, list);
    let element = |at: usize| ground.said.order.get(at).cloned().unwrap_or_default();
    let words = |change: &Change| {
        let judged = list.get(change.judgement).copied();
        judged.map_or_else(String::new, |j| {
            format!(
                "From {} to {}: “{}” instead of “{}”",
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

fn ranges(ground: &Judging, scale: &MacbethScale) -> Html {
    let names = ground.said.order.iter().map(|id| ground.label(id));
    let rows = names.zip(scale.values.iter().zip(&scale.ranges));
    html! {
        <section>
            <h2>{ "Numbers that fit your words" }</h2>
            <div class="scroll" tabindex="0" role="region" aria-label="Numbers that fit">
                <table>
                    <thead><tr><th scope="col">{ ground.words("Lift", "Option") }</th><th scope="col" class="number">{ "Value" }</th><th scope="col" class="number">{ "Could be, while the others stay" }</th></tr></thead>
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
