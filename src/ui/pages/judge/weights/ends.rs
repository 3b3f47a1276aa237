//! The two ends of every scale below a criterion, in words: a weight is about the difference between them.

use super::weighting_context::WeightingContext;
use weighbridge_model::Criterion;
use weighbridge_report::{Step, isolated, join, plain_end, step_words};
use yew::prelude::*;

/// From where to where a criterion goes; for a group, a line for every criterion in it, or only their names where it can
/// be opened to them.
pub fn ends(ground: &WeightingContext, criterion: &Criterion, can_open: bool) -> Html {
    if can_open {
        let names: Vec<_> = criterion
            .children
            .iter()
            .map(|c| isolated(c.short_name()))
            .collect();
        return html! { <p class="ends">{ join(&names) }</p> };
    }
    let steps = ground.steps(criterion);
    if criterion.is_leaf() {
        return steps.first().map_or_else(Html::default, from_to);
    }
    let line = |step: &Step| {
        let name = ground.appraisal().criterion(&step.criterion);
        let words =
            step_words(&step.ends).unwrap_or_else(|| "0 and 100 are not described".to_owned());
        html! {
            <li key={step.criterion.as_str().to_owned()}>{ format!("{}: {words}", name.map_or("", Criterion::short_name)) }</li>
        }
    };
    html! { <ul class="ends">{ for steps.iter().map(line) }</ul> }
}

fn from_to(step: &Step) -> Html {
    let end = |words: Option<String>| words.unwrap_or_else(|| "not described".to_owned());
    html! {
        <dl class="ends">
            <div><dt>{ "from" }</dt><dd>{ end(plain_end(&step.ends.worst)) }</dd></div>
            <div><dt>{ "to" }</dt><dd>{ end(plain_end(&step.ends.best)) }</dd></div>
        </dl>
    }
}
