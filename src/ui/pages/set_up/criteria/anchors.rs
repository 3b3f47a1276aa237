//! Words for points of the value scale, so that two people mean the same by a score.

use crate::ui::components::edits::{commit, dom_id};
use crate::ui::components::fields::Field;
use crate::ui::hooks::Editor;
use weighbridge_edit::{CriterionEdit, Edit};
use weighbridge_model::{Criterion, Finite};
use weighbridge_numeric::sort_ascending;
use weighbridge_report::unrounded;
use yew::prelude::*;

/// A field for 0, 50 and 100, and for any other point the file has words for.
pub fn anchors(editor: &Editor, criterion: &Criterion) -> Html {
    let id = &criterion.id;
    let mut values: Vec<Finite> = criterion.anchors.iter().map(|a| a.value).collect();
    for usual in [0.0, 50.0, 100.0].into_iter().filter_map(Finite::new) {
        if !values.contains(&usual) {
            values.push(usual);
        }
    }
    sort_ascending(&mut values, |value| value.get());
    let field = |value: &Finite| {
        let value = *value;
        let set = {
            let id = id.clone();
            commit(editor, move |words| {
                Edit::change_criterion(id.clone(), CriterionEdit::Anchor(value, words))
            })
        };
        let number = unrounded(value.get());
        let label = match number.as_str() {
            "0" => "0, the worst".to_owned(),
            "50" => "50, halfway".to_owned(),
            "100" => "100, the best".to_owned(),
            _ => number.clone(),
        };
        html! { <Field key={number.clone()} id={dom_id(&format!("anchor-{number}"), id)} {label} value={criterion.anchor(value.get()).to_owned()} commit={set} />
        }
    };
    html! {
        <fieldset class="fold-part">
            <legend>{ "What the values mean, in words" }</legend>
            <p class="sub">{ "People see these as they score and weigh. Describe an option you could point at, such as “in place within a year”." }</p>
            <div class="anchors">{ for values.iter().map(field) }</div>
        </fieldset>
    }
}
