//! A number on a slider, with buttons and a field: a slide is one change once it rests.

use crate::browser::{HtmlInputElement, element};
use crate::edit::Edit;
use crate::ui::hooks::use_editor;
use markup::html;
use yew::prelude::*;

/// How long a slider has to be left alone to be at rest, in milliseconds.
const REST: u32 = 500;

#[derive(PartialEq, Properties)]
pub struct SliderProps {
    /// What it is the number of: "Weight of Pace".
    pub name: AttrValue,
    /// What the buttons give less and more of: "weight for Pace".
    pub of: AttrValue,
    pub value: Option<f64>,
    /// Where the slider ends.
    pub end: f64,
    /// The largest number there may be.
    pub most: f64,
    /// How far a button moves.
    pub step: f64,
    /// The number in words.
    pub reads: AttrValue,
    /// The change that gives it a number.
    pub edit: Callback<f64, Edit>,
    /// The field beside it.
    pub field: Html,
}

/// The slider.
#[component]
pub fn Slider(props: &SliderProps) -> Html {
    let editor = use_editor();
    let moves = use_mut_ref(|| 0_u32);
    let number = props.value.unwrap_or(0.0);
    let change = |to: f64| {
        let (editor, edit, to) = (
            editor.clone(),
            props.edit.clone(),
            to.clamp(0.0, props.most),
        );
        Callback::from(move |_: MouseEvent| editor.apply(edit.emit(to)))
    };
    let oninput = {
        let (editor, edit, moves) = (editor.clone(), props.edit.clone(), moves.clone());
        Callback::from(move |event: InputEvent| {
            *moves.borrow_mut() += 1;
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                editor.slide(edit.emit(input.value_as_number()));
            }
        })
    };
    // By keyboard every press is said to be a change; the slide is over when no other follows.
    let onchange = {
        let editor = editor.clone();
        Callback::from(move |_: Event| {
            let (editor, moves, now) = (editor.clone(), moves.clone(), *moves.borrow());
            element::after(REST, move || {
                if *moves.borrow() == now {
                    editor.rest();
                }
            });
        })
    };
    let onblur = {
        let editor = editor.clone();
        Callback::from(move |_: FocusEvent| {
            if editor.document.history.is_moving() {
                editor.rest();
            }
        })
    };
    let SliderProps { name, of, .. } = props;
    html! {
        <div class="stepper" role="group" aria-label={name}>
            <button class="button small" type="button" onclick={change(number - props.step)} disabled={number <= 0.0}
                aria-label={format!("Less {of}")}>{ "−" }</button>
            <input type="range" min="0" max={props.end.to_string()} step="1" {oninput} {onchange} {onblur}
                value={number.to_string()} aria-label={format!("{name}, slider")} aria-valuetext={&props.reads} />
            <button class="button small" type="button" onclick={change(number + props.step)} disabled={number >= props.most}
                aria-label={format!("More {of}")}>{ "+" }</button>
            { props.field.clone() }
        </div>
    }
}
