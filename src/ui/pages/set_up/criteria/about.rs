//! What a criterion asks and where it stands.

use crate::browser::element::focus_soon;
use crate::ui::components::edits::{commit, dom_id};
use crate::ui::components::form::{choice_field, line_field, long_field};
use crate::ui::hooks::Editor;
use weighbridge_edit::{CriteriaEdit, CriterionEdit, Edit};
use weighbridge_model::{Appraisal, Criterion, CriterionId};
use yew::prelude::*;

/// The fields that leaves and groups share.
pub fn about(editor: &Editor, criterion: &Criterion) -> Html {
    let id = &criterion.id;
    let on = editor.document.appraisal();
    let say = |make: fn(String) -> CriterionEdit| {
        let id = id.clone();
        commit(editor, move |text| {
            Edit::change_criterion(id.clone(), make(text))
        })
    };
    let group_id = dom_id("criterion-group", id);
    let places = places(on, criterion);
    let here = on.parent(id).map(|p| p.id.clone());
    let chosen = places.iter().position(|(to, _)| *to == here).unwrap_or(0);
    let names: Vec<AttrValue> = places
        .iter()
        .map(|(_, name)| AttrValue::from(name.clone()))
        .collect();
    let regroup = {
        let (editor, id, group_id) = (editor.clone(), id.clone(), group_id.clone());
        Callback::from(move |at: usize| {
            if let Some((to, _)) = places.get(at).filter(|(to, _)| *to != here) {
                editor.apply(Edit::Criteria(CriteriaEdit::Regroup(
                    id.clone(),
                    to.clone(),
                )));
                // The card is drawn anew in its new place.
                focus_soon(&group_id);
            }
        })
    };
    html! {
        <>
            <div class="pair">
                { line_field(dom_id("criterion-name", id), "Name", "A few words", &criterion.name, say(CriterionEdit::Name)) }
                { line_field(dom_id("criterion-short", id), "Short name", "For charts and tables; blank to use the name",
                    &criterion.short, say(CriterionEdit::Short)) }
            </div>
            { long_field(dom_id("criterion-question", id), "The question it asks of an option",
                "Such as: how soon could the option be in place?", &criterion.question, say(CriterionEdit::Question)) }
            { long_field(dom_id("criterion-note", id), "What counts, and what does not",
                "So that everyone scores the same thing, and nothing twice", &criterion.note, say(CriterionEdit::Note)) }
            <div class="pair">
                { line_field(dom_id("criterion-origin", id), "Where it comes from",
                    "Such as Tenet of the strategy, or Consultation", &criterion.origin, say(CriterionEdit::Origin)) }
                <div>
                    if names.len() > 1 {
                        { choice_field(group_id, "Group", "", names, chosen, regroup) }
                    }
                </div>
            </div>
        </>
    }
}

/// Where a criterion may stand: the top, and every group that is not inside it.
fn places(on: &Appraisal, criterion: &Criterion) -> Vec<(Option<CriterionId>, String)> {
    let mut own: Vec<&CriterionId> = Vec::new();
    criterion.walk(0, &mut |c, _| own.push(&c.id));
    let here = on.parent(&criterion.id).map(|p| &p.id);
    let groups = on.criteria_in_order().into_iter().filter(|(c, _)| {
        let fits = || {
            let edit = Edit::Criteria(CriteriaEdit::Regroup(
                criterion.id.clone(),
                Some(c.id.clone()),
            ));
            edit.is_allowed(on).is_ok()
        };
        !c.is_leaf() && !own.contains(&&c.id) && (Some(&c.id) == here || fits())
    });
    let top = (None, "None: at the top".to_owned());
    std::iter::once(top)
        .chain(groups.map(|(c, _)| (Some(c.id.clone()), c.name.clone())))
        .collect()
}
