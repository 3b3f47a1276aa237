//! Differences in words (MACBETH): an order, a category for each difference, and what fits.

use super::differences::{DIFFERENCES, Judging, set};
use super::fields::Choice;
use super::fitting::outcome;
use super::order::order_buttons;
use crate::browser::element::focus_soon;
use weighbridge_analysis::elicitation::MOST_ELEMENTS;
use weighbridge_edit::Move;
use weighbridge_model::Difference;
use weighbridge_report::words::{CATEGORIES, category};
use yew::prelude::*;

/// The order, the differences, and what fits.
pub fn judge(ground: &Judging) -> Html {
    let most = MOST_ELEMENTS - usize::from(ground.lifts);
    if ground.elements.len() > most {
        let what = ground.words(
            "criteria in a group. Group them, or choose another method",
            "options. Give numbers instead",
        );
        let there = ground.elements.len();
        return html! { <p class="note">{ format!("There are {there}, and this method takes at most {most} {what}.") }</p> };
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
                <h2>{ ground.words("1. Put the improvements in order", "1. Put the options in order") }</h2>
                <p class="sub">{ ground.words("The improvement that matters most comes first.", "The best on this criterion comes first.") }</p>
                <ol class="ranked">
                    { for order.iter().enumerate().map(|(at, id)| row(ground, &order, at, id)) }
                </ol>
                if !settled {
                    <p class="actions"><button class="button" type="button" onclick={begin}>{ "This is the order" }</button></p>
                }
            </section>
            if settled {
                <section>
                    <h2 id={DIFFERENCES} tabindex="-1">{ "2. Say how large each difference is" }</h2>
                    <p class="sub">{ "Judge each step down the order. Any others make the numbers more precise." }</p>
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
            { order_buttons(&format!("judged-{id}"), &words, at, order.len(), &shift) }
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
    choices.extend(CATEGORIES.map(AttrValue::Static));
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
    let words = format!("{}, against {}", ground.label(more), ground.label(less));
    html! { <Choice key={format!("{more}>{less}")} id={format!("difference-{more}-{less}")} label={words} {choices} {chosen} {choose} /> }
}
