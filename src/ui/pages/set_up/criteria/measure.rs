//! A natural measure: its unit, which way is better, and where its scale ends.

use super::breakpoints::breakpoints;
use super::curve::curve;
use super::part::Part;
use crate::ui::components::edits::dom_id;
use crate::ui::components::form::draft_field;
use crate::ui::components::radios::{hinted, radios, unhinted};
use crate::ui::hooks::Editor;
use weighbridge_edit::{ScaleDraft, ScaleField};
use weighbridge_model::Direction;
use yew::prelude::*;

/// The fields.
pub fn measure(editor: &Editor, part: &Part<'_>) -> Html {
    let Part { id, draft, .. } = part;
    let typed = |set: fn(&mut ScaleDraft, String)| part.changed(set);
    let chosen = |set: fn(&mut ScaleDraft, usize)| part.changed(set);
    let unit = match draft.unit.trim() {
        "" => String::new(),
        unit => format!("In {unit}"),
    };
    let directions = unhinted(["More is better", "Less is better"]);
    let ends = hinted([
        (
            "At the options’ own worst and best",
            "Values shift when an option is added or its amount changes",
        ),
        (
            "At amounts that stay fixed",
            "Values stay the same whatever options come and go; amounts beyond the ends count below 0 or above 100",
        ),
    ]);
    html! {
        <fieldset class="fold-part">
            <legend>{ "The measure" }</legend>
            { draft_field(dom_id("scale-unit", id), "Unit", "Such as weeks, posts filled or £ a week",
                &draft.unit, typed(|d, text| d.unit = text), None) }
            { radios(&dom_id("scale-direction", id), "Which way is better?", &directions,
                usize::from(draft.direction == Direction::Lower),
                &chosen(|d, at| d.direction = if at == 0 { Direction::Higher } else { Direction::Lower })) }
            { radios(&dom_id("scale-ends", id), "Where does the scale end?", &ends, usize::from(draft.fixed),
                &chosen(|d, at| d.fixed = at == 1)) }
            <div>
                if draft.fixed {
                    <div class="row fields">
                        { part.amount(ScaleField::Low, "Lowest amount".to_owned(), unit.clone(), &draft.low, typed(|d, text| d.low = text)) }
                        { part.amount(ScaleField::High, "Highest amount".to_owned(), unit, &draft.high, typed(|d, text| d.high = text)) }
                    </div>
                }
            </div>
            { curve(editor, part) }
            { breakpoints(part) }
        </fieldset>
    }
}
