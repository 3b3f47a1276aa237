//! A few choices that need more than a word each.

use markup::html;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct RadiosProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// What is chosen.
    pub legend: AttrValue,
    /// The choices in order, each with a hint that may be empty.
    pub choices: Vec<(AttrValue, AttrValue)>,
    /// Which is chosen, from 0.
    pub chosen: usize,
    pub choose: Callback<usize>,
}

/// The choices as a list of radio buttons.
#[component]
pub fn Radios(props: &RadiosProps) -> Html {
    let id = &props.id;
    let choice = |at: usize, words: &AttrValue, hint: &AttrValue| {
        let one = format!("{id}-{at}");
        let onchange = {
            let choose = props.choose.clone();
            Callback::from(move |_: Event| choose.emit(at))
        };
        let described = (!hint.is_empty()).then(|| format!("{one}-hint"));
        html! {
            <div class="radio" key={at}>
                <input id={one.clone()} type="radio" name={id} checked={at == props.chosen} {onchange} aria-describedby={described} />
                <div>
                    <label for={one.clone()}>{ words }</label>
                    if !hint.is_empty() {
                        <p class="hint" id={format!("{one}-hint")}>{ hint }</p>
                    }
                </div>
            </div>
        }
    };
    html! {
        <fieldset class="radios">
            <legend>{ &props.legend }</legend>
            { for props.choices.iter().enumerate().map(|(at, (words, hint))| choice(at, words, hint)) }
        </fieldset>
    }
}
