//! The score of the selected cell as a number to type or to step.

use crate::browser::cells::typed;
use crate::ui::components::fields::{keypad, problem};
use yew::prelude::*;

/// How far a button moves a value from 0 to 100.
const STEP: f64 = 5.0;

#[derive(PartialEq, Properties)]
pub struct ScoreFieldProps {
    pub label: AttrValue,
    pub hint: AttrValue,
    /// What is typed: the score, or a text that was refused.
    pub typed: AttrValue,
    /// Why it was refused.
    pub wrong: Option<AttrValue>,
    /// A value from 0 to 100, which buttons can step.
    pub steps: bool,
    pub enter: Callback<String>,
    /// A button stepped it to a number.
    pub tap: Callback<f64>,
    /// A minus, a unit or a word may be typed.
    pub letters: bool,
}

/// The field.
#[component]
pub fn ScoreField(props: &ScoreFieldProps) -> Html {
    let draft = use_state_eq(|| props.typed.to_string());
    {
        let draft = draft.clone();
        use_effect_with(props.typed.clone(), move |text| draft.set(text.to_string()));
    }
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(text) = typed(&event) {
                draft.set(text);
            }
        })
    };
    let onchange = {
        let enter = props.enter.clone();
        Callback::from(move |event: Event| {
            if let Some(text) = typed(&event) {
                enter.emit(text);
            }
        })
    };
    let number = props
        .typed
        .parse::<f64>()
        .ok()
        .filter(|_| props.wrong.is_none());
    let step = |by: f64, sign: &'static str, words: String| {
        let to = number.map(|x| (x + by).clamp(0.0, 100.0));
        let onclick = to.map(|to| props.tap.reform(move |_: MouseEvent| to));
        let stuck = to.is_none() || to == number;
        html! {
            <button class="button" type="button" aria-label={words} disabled={stuck} {onclick}>{ sign }</button>
        }
    };
    let wrong = props.wrong.is_some();
    let described = if wrong {
        "score-hint score-error"
    } else {
        "score-hint"
    };
    html! {
        <div class={classes!("field", "score-field", wrong.then_some("wrong"))}>
            <label for="score">{ &props.label }</label>
            <p class="hint" id="score-hint">{ &props.hint }</p>
            { problem("score", props.wrong.as_deref()) }
            <div class="row">
                if props.steps {
                    { step(-STEP, "−", format!("{STEP} less")) }
                }
                <input id="score" class="number" type="text" inputmode={keypad(true, props.letters)} autocomplete="off"
                    value={(*draft).clone()} {oninput} {onchange}
                    aria-describedby={described} aria-invalid={wrong.then_some("true")} />
                if props.steps {
                    { step(STEP, "+", format!("{STEP} more")) }
                }
            </div>
        </div>
    }
}
