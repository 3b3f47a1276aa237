//! The points of a labelled scale.

use super::part::{Part, field_id};
use crate::browser::element::focus_soon;
use crate::ui::components::draft::{Draft, draft};
use crate::ui::components::order::order_buttons;
use weighbridge_edit::{Move, ScaleDraft, ScaleField, ScalePointDraft};
use yew::prelude::*;

/// A row for each point, and buttons that add one or start from a usual list.
pub fn scale_points(part: &Part<'_>) -> Html {
    let start_from =
        |make: fn(&mut ScaleDraft)| part.changed(move |next, _: MouseEvent| make(next));
    let add = {
        let id = part.id.clone();
        part.changed(move |next, _: MouseEvent| {
            let key = next.add_point();
            focus_soon(&field_id(&id, ScaleField::Label(key)));
        })
    };
    let points = &part.draft.points;
    let row = |(at, point): (usize, &ScalePointDraft)| {
        let key = point.key;
        let typed = |set: fn(&mut ScalePointDraft, String)| {
            part.changed(move |next, text| {
                if let Some(point) = next.points.get_mut(at) {
                    set(point, text);
                }
            })
        };
        let shift = part.changed(move |next, by: Move| next.move_point(at, by));
        let remove = {
            let id = part.id.clone();
            part.changed(move |next, _: MouseEvent| {
                next.points.remove(at);
                if let Some(beside) = next.points.get(at).or_else(|| next.points.last()) {
                    focus_soon(&field_id(&id, ScaleField::Label(beside.key)));
                }
            })
        };
        let (label, value) = (ScaleField::Label(key), ScaleField::PointValue(key));
        let n = at + 1;
        let words_id = format!("words-{}", part.field(label));
        html! {
            <li class="scale-point" {key}>
                { draft(Draft {
                    quiet: true,
                    error: part.error(label),
                    ..Draft::of(part.field(label), format!("Label of point {n}"), &point.label, typed(|p, text| p.label = text))
                }) }
                { draft(Draft {
                    quiet: true,
                    ..Draft::of(words_id, format!("Meaning of point {n}"), &point.words, typed(|p, text| p.words = text))
                }) }
                { draft(Draft {
                    quiet: true,
                    number: true,
                    error: part.error(value),
                    ..Draft::of(part.field(value), format!("Value of point {n}"), &point.value, typed(|p, text| p.value = text))
                }) }
                <span class="row-tools">
                    { order_buttons(&format!("point-{key}-{}", part.id), &format!("point {n}"), at, points.len(), &shift) }
                    <button class="button small danger square" type="button" onclick={remove} disabled={points.len() <= 2}>
                        <span aria-hidden="true">{ "×" }</span><span class="visually-hidden">{ format!("Remove point {n}") }</span>
                    </button>
                </span>
            </li>
        }
    };
    html! {
        <fieldset class="fold-part">
            <legend>{ "Points" }</legend>
            <p class="sub">{ "What people choose, what it means, and what it is worth: usually 0 for the worst and 100 for the best, but the steps need not be equal." }</p>
            <p class="actions">
                <span class="quiet">{ "Start from:" }</span>
                <button class="button small" type="button" onclick={start_from(ScaleDraft::start_from_numbers)}>{ "1 to 5" }</button>
                <button class="button small" type="button" onclick={start_from(ScaleDraft::start_from_qualities)}>{ "Poor to very good" }</button>
            </p>
            <div class="scale-point scale-point-head" aria-hidden="true"><span>{ "Label" }</span><span>{ "Meaning" }</span><span>{ "Value" }</span></div>
            <ol class="scale-points">{ for points.iter().enumerate().map(row) }</ol>
            <button class="button small" type="button" onclick={add}>{ "Add a point" }</button>
        </fieldset>
    }
}
