//! A field of a form that is used as a whole: the form keeps what is typed and says what is wrong.

use super::fields::{described_by, hint, keypad, label, problem, typed};
use yew::prelude::*;

/// What the field is; begun with [`Draft::of`].
pub struct Draft {
    /// Unique on the page.
    pub id: String,
    pub label: AttrValue,
    /// What is typed so far.
    pub value: AttrValue,
    pub input: Callback<String>,
    /// Words under the label.
    pub hint: AttrValue,
    /// What is wrong with it, once the form has been tried.
    pub error: Option<AttrValue>,
    /// A text of several lines.
    pub long: bool,
    /// A number: narrow, with a keypad on telephones.
    pub number: bool,
    /// A number with more than digits, such as a minus or a unit: with a whole keyboard.
    pub letters: bool,
    /// The label is for screen readers only, because a heading above the field says the same.
    pub quiet: bool,
}

impl Draft {
    /// A field of one line, with what is typed so far and what hears of more.
    pub fn of(id: String, label: String, value: &str, input: Callback<String>) -> Self {
        Self {
            id,
            label: label.into(),
            value: AttrValue::from(value.to_owned()),
            input,
            hint: AttrValue::default(),
            error: None,
            long: false,
            number: false,
            letters: false,
            quiet: false,
        }
    }
}

/// The field.
pub fn draft(field: Draft) -> Html {
    let id = AttrValue::from(field.id);
    let input = field.input;
    let oninput = Callback::from(move |event: InputEvent| input.emit(typed(&event)));
    let described = described_by(&id, &field.hint, field.error.is_some());
    let (wrong, value) = (field.error.is_some(), field.value);
    let invalid = wrong.then_some("true");
    html! {
        <div class={classes!("field", wrong.then_some("wrong"))}>
            { label(&id, &field.label, field.quiet) }
            { hint(&id, &field.hint) }
            { problem(&id, field.error.as_deref()) }
            if field.long {
                <textarea {id} rows="3" {value} {oninput} aria-describedby={described} aria-invalid={invalid} />
            } else {
                <input {id} class={field.number.then_some("number")} type="text" autocomplete="off" {value} {oninput}
                    inputmode={keypad(field.number, field.letters)} aria-describedby={described} aria-invalid={invalid} />
            }
        </div>
    }
}
