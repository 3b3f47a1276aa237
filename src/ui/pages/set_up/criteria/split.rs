//! Making a criterion into a group.

use super::adding::add_within;
use crate::browser::element::focus_soon;
use crate::ui::components::edits::dom_id;
use crate::ui::components::fields::Add;
use crate::ui::hooks::use_editor;
use weighbridge_edit::Edit;
use weighbridge_model::{CriterionId, Entry};
use weighbridge_report::words::Sentence;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct SplitProps {
    pub id: CriterionId,
}

/// A field that puts the first criterion in a new group, after saying what is lost.
#[component]
pub fn Split(props: &SplitProps) -> Html {
    let editor = use_editor();
    let id = &props.id;
    let on = editor.document.appraisal();
    let Some(criterion) = on.criterion(id) else {
        return Html::default();
    };
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
    let add = {
        let (editor, id) = (editor.clone(), id.clone());
        Callback::from(move |name: String| {
            let on = editor.document.appraisal();
            let edit = Edit::add_criterion(on, &name, Some(id.clone()));
            editor.edit(edit).map_err(|why| why.sentence())?;
            // This field goes; the next criterion is added under the group.
            focus_soon(&add_within(&id));
            Ok(())
        })
    };
    html! {
        <details class="more">
            <summary>{ "Make it a group" }<span class="visually-hidden">{ format!(": {}", criterion.name) }</span></summary>
            <Add id={dom_id("split", id)} label={format!("First criterion in “{}”", criterion.short_name())}
                hint={lost} button="Make a group" {add} />
        </details>
    }
}
