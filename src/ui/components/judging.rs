//! Differences in words (MACBETH): an order, a category for each difference, and what fits.

use super::fields::Choice;
use super::fitting::outcome;
use super::order::Order;
use crate::browser::element::focus_soon;
use weighbridge_analysis::elicitation::MOST_ELEMENTS;
use weighbridge_edit::Move;
use weighbridge_model::{Difference, MacbethJudgements};
use yew::prelude::*;

/// The id of the heading over the questions.
pub(super) const DIFFERENCES: &str = "differences";

/// What is judged, what was said so far, and how more is said.
#[derive(Clone, PartialEq, Properties)]
pub struct Judging {
    /// Ids and names, in the order to begin with.
    pub elements: Vec<(String, String)>,
    pub said: MacbethJudgements,
    /// Whether they are lifts from worst to best, to be compared with nothing at all as well; else options.
    pub lifts: bool,
    pub keep: Callback<MacbethJudgements>,
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

    pub(super) fn say(&self, change: impl FnOnce(&mut MacbethJudgements)) {
        let mut said = self.said.clone();
        change(&mut said);
        self.keep.emit(said);
    }

    pub(super) fn label(&self, id: &str) -> String {
        if id.is_empty() {
            return "nothing at all".to_owned();
        }
        let found = self.elements.iter().find(|(other, _)| other == id);
        found.map_or_else(String::new, |(_, name)| name.clone())
    }

    /// The words for lifts, or those for options.
    pub(super) fn words(&self, lifts: &'static str, options: &'static str) -> &'static str {
        if self.lifts { lifts } else { options }
    }
}

/// The order, the differences, and what fits.
#[component]
pub fn Judge(ground: &Judging) -> Html {
    let most = MOST_ELEMENTS - usize::from(ground.lifts);
    if ground.elements.len() > most {
        let what = ground.words(
            "criteria in a group. Group them, or use another way",
            "options. Give numbers instead",
        );
        let there = ground.elements.len();
        return html! { <p class="note">{ format!("There are {there}, and this way takes at most {most} {what}.") }</p> };
    }
    let order = ground.order();
    let settled = ground.said.order.len() == ground.elements.len();
    let begin = {
        let (ground, order) = (ground.clone(), order.clone());
        Callback::from(move |_: MouseEvent| {
            ground.say(|said| said.order = order.clone());
            focus_soon(DIFFERENCES);
        })
    };
    let (so_far, numbers) = outcome(ground);
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
                    <h2 id={DIFFERENCES} tabindex="-1">{ "2. The differences, in words" }</h2>
                    <p class="sub">{ "Each step down the order has to be judged; the others make the numbers surer." }</p>
                    { so_far }
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
                { numbers }
            }
        </>
    }
}

fn row(ground: &Judging, order: &[String], at: usize, id: &str) -> Html {
    let words = ground.label(id);
    let shift = {
        let (ground, order) = (ground.clone(), order.to_vec());
        Callback::from(move |shift: Move| {
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
            <Order key={id.to_string()} id={format!("judged-{id}")} name={words.clone()} {at}
                of={order.len()} {shift} />
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
    html! { <Choice key={format!("{more}>{less}")} id={format!("difference-{more}-{less}")} label={words} {choices} {chosen} {choose} /> }
}

pub(super) fn category(low: u8, high: u8) -> String {
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
pub(super) fn set(
    said: &mut MacbethJudgements,
    more: &str,
    less: &str,
    category: Option<(u8, u8)>,
) {
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
