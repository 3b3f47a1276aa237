//! Differences in words (MACBETH) between the improvements of a branch from worst to best.

use super::rank::{name, ordered};
use super::weighting_context::WeightingContext;
use crate::ui::components::differences::Judging;
use crate::ui::components::judging::judge;
use yew::prelude::*;

/// The order, the differences, and what fits.
pub fn words(ground: &WeightingContext) -> Html {
    let elements: Vec<(String, String)> = ordered(ground)
        .into_iter()
        .map(|(id, _)| (id.to_string(), name(ground.children(), &id)))
        .collect();
    let keep = {
        let ground = ground.clone();
        Callback::from(move |judged| ground.say(|said| said.macbeth = judged))
    };
    judge(&Judging {
        elements,
        said: ground.said().macbeth.clone(),
        lifts: true,
        keep,
    })
}
