//! A criterion in swing weighting: from where to where it goes, and how much that matters beside the others.

use super::ends::ends;
use super::reason::reason;
use super::reference_points::ask;
use super::weigh_row::WeighRow;
use super::weighting_context::WeightingContext;
use crate::browser::element::{focus_soon, is_typing};
use crate::ui::components::edits::dom_id;
use crate::ui::components::fields::{Commit, Field};
use crate::ui::components::slider::{Push, Slider};
use weighbridge_edit::{Gesture, parse_number};
use weighbridge_model::{Criterion, CriterionId, RawWeight, Weighting};
use weighbridge_report::{
    unrounded,
    words::{Mistyped, Sentence},
};
use yew::prelude::*;

/// The id of the box for the points of a criterion.
pub fn box_id(id: &CriterionId) -> String {
    dom_id("swing", id)
}

/// The row. While nothing is rated yet, the question is which comes `first`; `next` is the box of the next criterion that is
/// not rated; `asks` is for ends that were not said when the page came.
pub fn swing_row(
    ground: &WeightingContext,
    criterion: &Criterion,
    first: bool,
    next: Option<String>,
    asks: bool,
) -> Html {
    let (id, name) = (&criterion.id, &criterion.name);
    let points = ground.said().swing.get(id).map(|w| w.get());
    let counts = points.is_some_and(|points| points >= 100.0);
    let control = match first {
        true => {
            let (ground, id, next) = (ground.clone(), id.clone(), next.clone());
            let onclick = Callback::from(move |_: MouseEvent| {
                ground.say(|said| rate(&ground, said, &id, RawWeight::new(100.0)));
                next.iter().for_each(|next| focus_soon(next));
            });
            html! { <button class="button" type="button" {onclick}>{ "Improve this first" }<span class="visually-hidden">{ format!(": {name}") }</span></button> }
        }
        false => slider(ground, criterion, points),
    };
    let ends = match asks && criterion.is_leaf() {
        true => ask(ground, criterion),
        false => ends(ground, criterion, false),
    };
    let note = html! { <p class="weigh-note">{ if counts { "Counts 100" } else { "" } }</p> };
    let why = ground.appraisal().agreed().weights.reason(id);
    let given = points.map_or_else(
        || "Not rated".to_owned(),
        |points| format!("{} points of 100", unrounded(points)),
    );
    // Enter goes to what is not rated yet.
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && is_typing(&event) {
            next.iter().for_each(|next| focus_soon(next));
        }
    });
    html! {
        <WeighRow id={box_id(id)} name={name.clone()} {ends} control={html! { <div {onkeydown}>{ control }</div> }} {note}
            reason={why.to_owned()} more={reason(&ground.editor, criterion)} paper={format!("{given}. {why}")}
            class={classes!((points.is_none() && !first).then_some("unrated"))} />
    }
}

fn slider(ground: &WeightingContext, criterion: &Criterion, points: Option<f64>) -> Html {
    let (id, name) = (&criterion.id, &criterion.name);
    let field = {
        let (ground, id) = (ground.clone(), id.clone());
        let commit = Commit::from(move |typed: String| {
            let points = read(&typed)?;
            ground.say(|said| rate(&ground, said, &id, points));
            Ok(())
        });
        let value = points.map(unrounded).unwrap_or_default();
        html! { <Field id={box_id(&criterion.id)} label={format!("Points for {name}")} quiet={true} number={true} {value} {commit} /> }
    };
    let push = {
        let (ground, id) = (ground.clone(), id.clone());
        Callback::from(move |push: Push| {
            let to = |points: f64, gesture: Gesture| {
                ground.slide(gesture, |said| {
                    rate(&ground, said, &id, RawWeight::new(points))
                });
            };
            match push {
                Push::To(points) => to(points, Gesture::Done),
                Push::Slide(points) => to(points, Gesture::Moving),
                Push::Leave if !ground.editor.is_moving() => {}
                Push::Rest | Push::Leave => ground.editor.rest(),
            }
        })
    };
    let reads = points.map_or_else(
        || "not rated yet".to_owned(),
        |points| format!("{} points of 100", unrounded(points)),
    );
    html! {
        <Slider name={format!("Points for {name}")} of={format!("points for {name}")} value={points} end={100.0} most={100.0} step={5.0}
            {push} {field} {reads} blank="not rated yet" />
    }
}

/// Gives a change its points, for the ends as they are now.
fn rate(
    ground: &WeightingContext,
    said: &mut Weighting,
    id: &CriterionId,
    points: Option<RawWeight>,
) {
    match points {
        Some(points) => said.swing.insert(id.clone(), points),
        None => said.swing.remove(id),
    };
    ground.confirm_ends(said);
}

fn read(typed: &str) -> Result<Option<RawWeight>, String> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let number = parse_number(typed).map_err(|_| Mistyped::OfHundred.sentence())?;
    RawWeight::new(number.get())
        .filter(|w| w.get() <= 100.0)
        .map(Some)
        .ok_or_else(|| Mistyped::AboveFirst.sentence())
}
