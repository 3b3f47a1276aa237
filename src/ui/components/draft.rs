//! A field of a form that is used as a whole: the form keeps what is typed and says what is wrong.

use super::fields::{keypad, problem};
use crate::browser::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct DraftProps {
    /// Unique on the page.
    pub id: AttrValue,
    pub label: AttrValue,
    #[prop_or_default]
    pub hint: AttrValue,
    /// What is typed so far.
    pub value: AttrValue,
    pub input: Callback<String>,
    /// What is wrong with it, once the form has been tried.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// A text of several lines.
    #[prop_or_default]
    pub long: bool,
    /// A number: narrow, with a keypad on telephones.
    #[prop_or_default]
    pub number: bool,
    /// A number with more than digits, such as a minus or a unit: with a whole keyboard.
    #[prop_or_default]
    pub letters: bool,
    /// The label is for screen readers only, because a heading above the field says the same.
    #[prop_or_default]
    pub quiet: bool,
}

/// The field.
#[component]
pub fn Draft(props: &DraftProps) -> Html {
    let DraftProps { id, value, .. } = props;
    let oninput = {
        let input = props.input.clone();
        Callback::from(move |event: InputEvent| {
            let line = event
                .target_dyn_into::<HtmlInputElement>()
                .map(|i| i.value());
            let lines = || {
                event
                    .target_dyn_into::<HtmlTextAreaElement>()
                    .map(|a| a.value())
            };
            input.emit(line.or_else(lines).unwrap_or_default());
        })
    };
    let wrong = props.error.is_some();
    let described = match (props.hint.is_empty(), wrong) {
        (true, false) => None,
        (false, false) => Some(format!("{id}-hint")),
        (true, true) => Some(format!("{id}-error")),
        (false, true) => Some(format!("{id}-hint {id}-error")),
    };
    let invalid = wrong.then_some("true");
    html! {
        <div class={classes!("field", wrong.then_some("wrong"))}>
            <label for={id} class={props.quiet.then_some("visually-hidden")}>{ &props.label }</label>
            if !props.hint.is_empty() {
                <p class="hint" id={format!("{id}-hint")}>{ &props.hint }</p>
            }
            { problem(id, props.error.as_deref()) }
            if props.long {
                <textarea {id} rows="3" {value} {oninput} aria-describedby={described} aria-invalid={invalid} />
            } else {
                <input {id} class={props.number.then_some("number")} type="text" autocomplete="off" {value} {oninput}
                    inputmode={keypad(props.number, props.letters)} aria-describedby={described} aria-invalid={invalid} />
            }
        </div>
    }
}
