//! A number on a slider, with buttons and a field: a slide is one change once it rests.

use crate::browser::{HtmlInputElement, element};
use crate::ui::hooks::Editor;
use weighbridge_edit::Edit;
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
    /// What stands on the slider while there is no number: it has no thumb then, which would say 0.
    #[prop_or(AttrValue::Static("not given yet"))]
    pub blank: AttrValue,
    /// A place to mark on the slider.
    #[prop_or_default]
    pub mark: Option<f64>,
    /// The id of what is said of that place.
    #[prop_or_default]
    pub described: Option<AttrValue>,
    /// Hears what is done with it.
    pub push: Callback<Push>,
    /// The field beside it.
    pub field: Html,
}

/// What is done with a slider.
#[derive(Clone, Copy, PartialEq)]
pub enum Push {
    /// A button gives it this number.
    To(f64),
    /// It passes this number.
    Slide(f64),
    /// It has come to rest.
    Rest,
    /// The focus goes elsewhere.
    Leave,
}

/// Makes each push an edit of the appraisal, where there is one for the number.
pub fn editing(editor: &Editor, edit: impl Fn(f64) -> Option<Edit> + 'static) -> Callback<Push> {
    let editor = editor.clone();
    Callback::from(move |push: Push| match push {
        Push::To(to) => edit(to).into_iter().for_each(|edit| editor.tap(edit)),
        Push::Slide(to) => edit(to).into_iter().for_each(|edit| editor.slide(edit)),
        Push::Leave if !editor.is_moving() => {}
        Push::Rest | Push::Leave => editor.rest(),
    })
}

/// The slider.
#[component]
pub fn Slider(props: &SliderProps) -> Html {
    let moves = use_mut_ref(|| 0_u32);
    let number = props.value.unwrap_or(0.0);
    // Two quick presses are two steps, also where the page has not been drawn anew between them.
    let at = use_mut_ref(|| number);
    *at.borrow_mut() = number;
    let change = |by: f64| {
        let (at, most) = (at.clone(), props.most);
        props.push.reform(move |_: MouseEvent| {
            let to = (*at.borrow() + by).clamp(0.0, most);
            *at.borrow_mut() = to;
            Push::To(to)
        })
    };
    let oninput = {
        let (push, moves) = (props.push.clone(), moves.clone());
        Callback::from(move |event: InputEvent| {
            *moves.borrow_mut() += 1;
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                push.emit(Push::Slide(input.value_as_number()));
            }
        })
    };
    // By keyboard every press is said to be a change; the slide is over when no other follows.
    let onchange = {
        let push = props.push.clone();
        Callback::from(move |_: Event| {
            let (push, moves, now) = (push.clone(), moves.clone(), *moves.borrow());
            element::after(REST, move || {
                if *moves.borrow() == now {
                    push.emit(Push::Rest);
                }
            });
        })
    };
    let onblur = props.push.reform(|_: FocusEvent| Push::Leave);
    let SliderProps { name, of, .. } = props;
    html! {
        <div class="stepper" role="group" aria-label={name}>
            <button class="button small" type="button" onclick={change(-props.step)} disabled={number <= 0.0}
                aria-label={format!("Less {of}")}>{ "−" }</button>
            <span class="track">
                <input type="range" class={props.value.is_none().then_some("blank")} min="0" max={props.end.to_string()} step="1"
                    {oninput} {onchange} {onblur} value={number.to_string()} aria-label={format!("{name}, slider")}
                    aria-valuetext={&props.reads} aria-describedby={props.described.clone()} />
                if props.value.is_none() { <span class="blank-words" aria-hidden="true">{ &props.blank }</span> }
                { mark(props) }
            </span>
            <button class="button small" type="button" onclick={change(props.step)} disabled={number >= props.most}
                aria-label={format!("More {of}")}>{ "+" }</button>
            { props.field.clone() }
        </div>
    }
}

/// The mark, over the way that the middle of the thumb goes.
fn mark(props: &SliderProps) -> Html {
    let Some(at) = props.mark.filter(|at| (0.0..=props.end).contains(at)) else {
        return Html::default();
    };
    html! {
        <svg class="track-mark" aria-hidden="true" focusable="false" viewBox={format!("0 0 {} 10", props.end)} preserveAspectRatio="none">
            <path d={format!("M{at:.2} 0v10")} />
        </svg>
    }
}
