//! Swing weighting as one table: from where to where each criterion goes, and how much that matters beside the others.

use super::reference_points::{ask_ends, unsaid};
use super::swing_checks::checks;
use super::swing_row::{box_id, swing_row};
use super::weighting_context::{GroundProps, WeightingContext};
use weighbridge_model::{Criterion, CriterionId};
use weighbridge_report::isolated;
use yew::prelude::*;

/// The heading, and a sentence under it that says what to do next.
pub fn swing_heading(ground: &WeightingContext) -> (&'static str, String) {
    let said = &ground.said().swing;
    let full = |c: &&Criterion| said.get(&c.id).is_some_and(|w| w.get() >= 100.0);
    let rated = |c: &Criterion| said.contains_key(&c.id);
    let others = "How much do the other changes matter?";
    match ground.children().iter().find(full) {
        Some(first) => (
            others,
            format!(
                "{} counts 100. Rate each other change against it: half as important is 50, not important at all is 0.",
                isolated(&first.name)
            ),
        ),
        None if ground.children().iter().any(rated) => (
            others,
            "Nothing counts 100 now. Give 100 to the change you would make first, and rate the others against it.".to_owned(),
        ),
        None => (
            "Which change matters most?",
            "If every criterion were at its worst, which would you improve first, from its worst to its best? That change counts 100.".to_owned(),
        ),
    }
}

/// The table.
#[component]
pub fn Swing(props: &GroundProps) -> Html {
    let ground = &props.ground;
    let children = ground.children();
    let said = &ground.said().swing;
    // What was not said when the page came stays a field while it is there, so that nothing goes from under one's hands.
    let asking = use_state(|| unsaid(ground));
    let is_rated = |c: &Criterion| said.contains_key(&c.id);
    let any = children.iter().any(is_rated);
    let own = |id: &CriterionId| children.iter().any(|c| c.id == *id);
    let below: Vec<CriterionId> = asking.iter().filter(|id| !own(id)).cloned().collect();
    let next = |at: usize| {
        let after = children.iter().skip(at + 1);
        let around = after.chain(children.iter().take(at));
        around
            .filter(|c| !is_rated(c))
            .map(|c| box_id(&c.id))
            .next()
    };
    html! {
        <>
            { ask_ends(ground, &below) }
            <ul class="weigh-rows swing">
                { for children.iter().enumerate().map(|(at, c)| html! {
                    <li key={c.id.as_str().to_owned()}>
                        { swing_row(ground, c, !any, next(at), asking.contains(&c.id)) }
                    </li>
                }) }
            </ul>
            { checks(ground) }
        </>
    }
}
