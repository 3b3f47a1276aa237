//! A list to choose one from, or none.

use crate::ui::components::fields::Choice;
use yew::prelude::*;

/// The list; `none` is what it says first, for none of the names.
pub fn optional_choice(
    id: impl Into<AttrValue>,
    label: impl Into<AttrValue>,
    none: &'static str,
    names: impl Iterator<Item = String>,
    chosen: Option<usize>,
    choose: &Callback<Option<usize>>,
) -> Html {
    let (id, names) = (id.into(), names.map(AttrValue::from));
    let choices = std::iter::once(AttrValue::Static(none)).chain(names);
    let choose = choose.reform(|at: usize| at.checked_sub(1));
    html! {
        <Choice key={id.to_string()} id={id.clone()} label={label.into()} choices={choices.collect::<Vec<_>>()}
            chosen={chosen.map_or(0, |at| at + 1)} {choose} />
    }
}
