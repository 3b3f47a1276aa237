//! Rank order: the criteria in order of importance, ties allowed.

use super::weighting_context::{GroundProps, WeightingContext};
use crate::browser::element::focus_soon;
use crate::ui::components::order::order_buttons;
use crate::ui::components::radios::{Radio, radios};
use weighbridge_edit::Move;
use weighbridge_model::{Criterion, CriterionId, RankFormula};
use weighbridge_numeric::sort_by;
use weighbridge_report::words::Named;
use yew::prelude::*;

/// The order of the criteria as it was said, with the place of each; those without one last.
pub fn ordered(ground: &WeightingContext) -> Vec<(CriterionId, u16)> {
    let places = &ground.said().rank;
    let last = u16::try_from(ground.children().len()).unwrap_or(u16::MAX);
    let mut all: Vec<(CriterionId, u16)> = ground
        .children()
        .iter()
        .map(|c| (c.id.clone(), places.get(&c.id).copied().unwrap_or(last)))
        .collect();
    sort_by(&mut all, |a, b| a.1.cmp(&b.1));
    all
}

/// Keeps an order, with who is level with the one above.
fn keep(ground: &WeightingContext, order: &[(CriterionId, bool)]) {
    ground.say(|said| {
        let (mut place, mut next) = (0, 0_u16);
        for (id, level) in order {
            next = next.saturating_add(1);
            if !level || place == 0 {
                place = next;
            }
            said.rank.insert(id.clone(), place);
        }
    });
}

/// The list, and the formula.
#[component]
pub fn Rank(props: &GroundProps) -> Html {
    let ground = &props.ground;
    let begun = !ground.said().rank.is_empty();
    // Of criteria that are level, the one a person had above stays above.
    let shown = use_mut_ref(Vec::<CriterionId>::new);
    let order = {
        let mut all = ordered(ground);
        let at = |id: &CriterionId| shown.borrow().iter().position(|s| s == id);
        sort_by(&mut all, |a, b| (a.1, at(&a.0)).cmp(&(b.1, at(&b.0))));
        *shown.borrow_mut() = all.iter().map(|(id, _)| id.clone()).collect();
        let above = std::iter::once(None).chain(all.iter().map(|(_, place)| Some(*place)));
        let levels: Vec<bool> = all
            .iter()
            .zip(above)
            .map(|((_, place), above)| begun && above == Some(*place))
            .collect();
        let ids = all.into_iter().map(|(id, _)| id);
        ids.zip(levels).collect::<Vec<(CriterionId, bool)>>()
    };
    let begin = {
        let (ground, order) = (ground.clone(), order.clone());
        Callback::from(move |_: MouseEvent| {
            keep(&ground, &order);
            focus_soon(&ground.follows());
        })
    };
    let formula = ground.said().rank_formula;
    let choose = {
        let ground = ground.clone();
        Callback::from(move |at: usize| {
            if let Some(formula) = RankFormula::ALL.get(at) {
                ground.say(|said| said.rank_formula = *formula);
            }
        })
    };
    let hint = |formula: RankFormula| match formula {
        RankFormula::Centroid => {
            "The average of all weights that keep this order; the usual choice"
        }
        RankFormula::Sum => "Even steps from the first to the last",
        RankFormula::Reciprocal => "1, a half, a third and so on: steep at the top",
    };
    let choices: Vec<Radio> = RankFormula::ALL
        .iter()
        .map(|f| (AttrValue::Static(f.words()), AttrValue::Static(hint(*f))))
        .collect();
    let chosen = RankFormula::ALL
        .iter()
        .position(|f| *f == formula)
        .unwrap_or(0);
    html! {
        <section>
            <ol class="ranked">
                { for order.iter().enumerate().map(|(at, _)| row(ground, &order, at)) }
            </ol>
            if !begun {
                <p class="actions"><button class="button" type="button" onclick={begin}>{ "This is the order" }</button></p>
            }
            <p class="hint">{ "Tied criteria share their places: each gets the average weight for those places." }</p>
            <details class="more">
                <summary>{ "How the order becomes weights" }</summary>
                { radios("formula", "Formula", &choices, chosen, &choose) }
            </details>
        </section>
    }
}

fn row(ground: &WeightingContext, order: &[(CriterionId, bool)], at: usize) -> Html {
    let Some((id, level)) = order.get(at) else {
        return Html::default();
    };
    let name = name(ground.children(), id);
    let shift = {
        let (ground, order) = (ground.clone(), order.to_vec());
        Callback::from(move |shift: Move| {
            let mut order = order.clone();
            if let Some(other) = shift.from(at, order.len()) {
                order.swap(at, other);
                keep(&ground, &order);
            }
        })
    };
    let onchange = {
        let (ground, order) = (ground.clone(), order.to_vec());
        Callback::from(move |_: Event| {
            let mut order = order.clone();
            if let Some((_, level)) = order.get_mut(at) {
                *level = !*level;
            }
            keep(&ground, &order);
        })
    };
    let box_id = format!("level-{id}");
    html! {
        <li key={id.as_str().to_owned()}>
            <span class="name">{ &name }</span>
            { order_buttons(&format!("rank-{id}"), &name, at, order.len(), &shift) }
            if at > 0 {
                <span class="tick">
                    <input id={box_id.clone()} type="checkbox" checked={*level} {onchange} />
                    <label for={box_id}>{ "as important as the one above" }<span class="visually-hidden">{ format!(": {name}") }</span></label>
                </span>
            }
        </li>
    }
}

/// The name of a criterion of a branch.
pub fn name(branch: &[Criterion], id: &CriterionId) -> String {
    let found = branch.iter().find(|c| c.id == *id);
    found.map_or_else(String::new, |c| c.name.clone())
}
