//! A few choices that need more than a word each.

use yew::prelude::*;

/// A choice, with a hint that may be empty.
pub type Radio = (AttrValue, AttrValue);

/// Choices without hints.
pub fn unhinted<const N: usize>(choices: [&'static str; N]) -> [Radio; N] {
    choices.map(|words| (AttrValue::Static(words), AttrValue::default()))
}

/// Choices with hints.
pub fn hinted<const N: usize>(choices: [(&'static str, &'static str); N]) -> [Radio; N] {
    choices.map(|(words, hint)| (AttrValue::Static(words), AttrValue::Static(hint)))
}

/// The choices as a list of radio buttons. The id is unique on the page, the legend says what is chosen.
pub fn radios(
    id: &str,
    legend: &'static str,
    choices: &[Radio],
    chosen: usize,
    choose: &Callback<usize>,
) -> Html {
    let choice = |(at, (words, hint)): (usize, &Radio)| {
        let one = format!("{id}-{at}");
        let onchange = choose.reform(move |_: Event| at);
        let described = (!hint.is_empty()).then(|| format!("{one}-hint"));
        html! {
            <div class="radio" key={at}>
                <input id={one.clone()} type="radio" name={id.to_owned()} checked={at == chosen} {onchange} aria-describedby={described.clone()} />
                <div>
                    <label for={one}>{ words }</label>
                    if !hint.is_empty() {
                        <p class="hint" id={described}>{ hint }</p>
                    }
                </div>
            </div>
        }
    };
    html! {
        <fieldset class="radios">
            <legend>{ legend }</legend>
            { for choices.iter().enumerate().map(choice) }
        </fieldset>
    }
}
