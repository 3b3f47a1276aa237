//! Adding a figure: what it is of and how much.

use super::amount::{read_money, read_quantity};
use crate::browser::element::focus_soon;
use crate::ui::components::draft::{Draft, draft};
use crate::ui::components::form::{draft_field, typed};
use crate::ui::hooks::{use_editor, use_half_typed};
use weighbridge_edit::{Edit, hedged};
use weighbridge_model::{Amount, Qualifier};
use yew::prelude::*;

/// The first field of the form.
pub(super) const NAME: &str = "new-figure-name";
const AMOUNT: &str = "new-figure-amount";
const UNIT: &str = "new-figure-unit";

/// The form.
#[component]
pub fn NewFigure() -> Html {
    let editor = use_editor();
    let name = use_half_typed(NAME);
    let amount = use_half_typed(AMOUNT);
    let unit = use_half_typed(UNIT);
    let tried = use_state(|| false);
    let figure = read(&name, &amount, &unit);
    let onsubmit = {
        let (name, amount, unit, tried) =
            (name.clone(), amount.clone(), unit.clone(), tried.clone());
        let (editor, figure) = (editor.clone(), figure.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (Ok(called), Ok((hedge, much))) = &figure else {
                tried.set(true);
                return focus_soon(if figure.0.is_err() { NAME } else { AMOUNT });
            };
            editor.apply(Edit::add_figure(
                editor.document.appraisal(),
                called,
                much.clone(),
                *hedge,
            ));
            for field in [&name, &amount, &unit] {
                field.set(String::new());
            }
            tried.set(false);
            focus_soon(NAME);
        })
    };
    let wrong = |error: Option<&String>| error.filter(|_| *tried).cloned().map(AttrValue::from);
    html! {
        <form class="add" {onsubmit}>
            <h3>{ "Add a figure" }</h3>
            { draft_field(NAME.to_owned(), "What it is a figure of", "", &name, typed(&name), wrong(figure.0.as_ref().err())) }
            <div class="row fields">
                { draft(Draft {
                    hint: "Such as £462,000, almost 9.5 million or more than £2bn".into(),
                    number: true,
                    letters: true,
                    error: wrong(figure.1.as_ref().err()),
                    ..Draft::of(AMOUNT.to_owned(), "Amount".to_owned(), &amount, typed(&amount))
                }) }
                { draft_field(UNIT.to_owned(), "Unit", "Such as posts. Pounds if left blank", &unit, typed(&unit), None) }
            </div>
            <button class="button" type="submit">{ "Add figure" }</button>
        </form>
    }
}

/// The name and the amount with its hedge, or what is wrong with each.
type Read = (Result<String, String>, Result<(Qualifier, Amount), String>);

fn read(name: &str, amount: &str, unit: &str) -> Read {
    let name = match name.trim() {
        "" => Err("Enter what it is a figure of.".to_owned()),
        name => Ok(name.to_owned()),
    };
    let (hedge, amount) = hedged(amount);
    let amount = match unit.trim() {
        "" => read_money(amount),
        unit => read_quantity(amount, unit),
    };
    (name, amount.map(|amount| (hedge, amount)))
}
