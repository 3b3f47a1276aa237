//! A few choices that need more than a word each.

use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct RadiosProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// What is chosen.
    pub legend: AttrValue,
    /// The choices in order, each with a hint that may be empty.
    pub choices: Vec<(AttrValue, AttrValue)>,
    /// What belongs to each choice, as a list under its hint; may be left out.
    #[prop_or_default]
    pub lists: Vec<Vec<String>>,
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
        let list = props.lists.get(at).map_or(&[][..], Vec::as_slice);
        let said = [(!hint.is_empty(), "hint"), (!list.is_empty(), "list")];
        let said = said.iter().filter(|(said, _)| *said);
        let said: Vec<String> = said.map(|(_, role)| format!("{one}-{role}")).collect();
        let described = (!said.is_empty()).then(|| said.join(" "));
        html! {
            <div class="radio" key={at}>
                <input id={one.clone()} type="radio" name={id} checked={at == props.chosen} {onchange} aria-describedby={described} />
                <div>
                    <label for={one.clone()}>{ words }</label>
                    if !hint.is_empty() {
                        <p class="hint" id={format!("{one}-hint")}>{ hint }</p>
                    }
                    if !list.is_empty() {
                        <ul class="hint" id={format!("{one}-list")}>
                            { for list.iter().enumerate().map(|(at, words)| html! { <li key={at}>{ words }</li> }) }
                        </ul>
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
