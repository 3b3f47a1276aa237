//! Making a criterion into a group of one criterion or of a list.

use super::adding::add_within;
use super::new_criteria::NewCriteria;
use crate::ui::components::edits::dom_id;
use crate::ui::hooks::Editor;
use weighbridge_model::{Criterion, Entry};
use yew::prelude::*;

/// A field that puts the first criterion in a new group, after saying what is lost.
pub fn split(editor: &Editor, criterion: &Criterion) -> Html {
    let id = &criterion.id;
    let on = editor.document.appraisal();
    let given = on
        .options
        .iter()
        .filter_map(|o| on.agreed().scores.get(&o.id, id))
        .filter(|s| !matches!(s.entry, Entry::Absent(_)))
        .count();
    let lost = match given {
        0 => "A group is not scored itself; the criteria in it are.".to_owned(),
        1 => {
            "A group is not scored itself: its one score goes, with the reason. You can undo this."
                .to_owned()
        }
        n => format!(
            "A group is not scored itself: its {n} scores go, with their reasons. You can undo this."
        ),
    };
    html! {
        <details class="more">
            <summary>{ "Make it a group" }<span class="visually-hidden">{ format!(": {}", criterion.name) }</span></summary>
            <NewCriteria id={dom_id("split", id)} parent={id.clone()} button="Make a group" hint={lost} then={add_within(id)}
                label={format!("First criterion in “{}”, or a list of them", criterion.short_name())} />
        </details>
    }
}
