//! Form fields: a label, a hint, an error where it happened.
//!
//! What is typed stays a draft until the field is left or Enter is pressed; a draft that is refused
//! stays on the screen with the reason, and nothing in the appraisal changes.

use super::pasting::block;
use crate::browser::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use crate::ui::components::paper::use_printing;
use crate::ui::hooks::use_half_typed;
use weighbridge_edit::names_of;
use yew::prelude::*;

/// Takes a draft; refuses it with a sentence.
pub type Commit = Callback<String, Result<(), String>>;

#[derive(PartialEq, Properties)]
pub struct FieldProps {
    /// Unique on the page.
    pub id: AttrValue,
    pub label: AttrValue,
    /// Words under the label.
    #[prop_or_default]
    pub hint: AttrValue,
    /// How the value reads; left out while something else is in the field.
    #[prop_or_default]
    pub reads: AttrValue,
    /// The value as it is in the appraisal.
    pub value: AttrValue,
    pub commit: Commit,
    /// A text of several lines.
    #[prop_or_default]
    pub long: bool,
    /// The label is for screen readers only, because the place of the field says the same.
    #[prop_or_default]
    pub quiet: bool,
    /// A number: narrow, with a keypad on telephones.
    #[prop_or_default]
    pub number: bool,
    /// A number with more than digits, such as a minus or a unit: with a whole keyboard.
    #[prop_or_default]
    pub letters: bool,
    /// The unit behind a number, and what it is of: "%", "of everything".
    #[prop_or_default]
    pub unit: Option<(&'static str, AttrValue)>,
    /// Extra classes of the input.
    #[prop_or_default]
    pub class: Classes,
    /// The heading that it stands under says the same, so that paper leaves it out.
    #[prop_or_default]
    pub in_heading: bool,
}

/// A text or number field.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let printing = use_printing();
    let draft = use_state(|| props.value.to_string());
    let error = use_state(|| None::<String>);
    {
        let (draft, error) = (draft.clone(), error.clone());
        use_effect_with(props.value.clone(), move |value| {
            draft.set(value.to_string());
            error.set(None);
        });
    }
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| draft.set(typed(&event)))
    };
    let onchange = {
        let (draft, error, commit) = (draft.clone(), error.clone(), props.commit.clone());
        let value = props.value.clone();
        Callback::from(move |_: Event| {
            if *draft == value.as_str() {
                error.set(None);
            } else {
                error.set(commit.emit((*draft).clone()).err());
            }
        })
    };
    let id = &props.id;
    let unit = props.unit.as_ref().map(|_| format!("{id}-unit"));
    let described = described_by(id, &props.hint, error.is_some());
    let described = match (described, &unit) {
        (Some(described), Some(unit)) => Some(format!("{described} {unit}")),
        (described, unit) => described.or_else(|| unit.clone()),
    };
    let class = classes!(props.class.clone(), props.number.then_some("number"));
    let invalid = error.is_some().then_some("true");
    html! {
        <div class={classes!("field", error.is_some().then_some("wrong"), draft.trim().is_empty().then_some("unfilled"), props.in_heading.then_some("in-heading"))}>
            { label(id, &props.label, props.quiet) }
            { hint(id, &props.hint) }
            if !props.reads.is_empty() && error.is_none() { <p class="hint reads">{ &props.reads }</p> }
            { problem(id, error.as_deref()) }
            if props.long {
                <textarea id={id} {class} rows="3" value={(*draft).clone()} {oninput} {onchange}
                    aria-describedby={described} aria-invalid={invalid} />
            } else {
                <input id={id} {class} type="text" autocomplete="off" value={(*draft).clone()}
                    {oninput} {onchange} inputmode={keypad(props.number, props.letters)}
                    aria-describedby={described} aria-invalid={invalid} />
            }
            if printing { <p class="typed">{ (*draft).clone() }</p> }
            if let Some((sign, of)) = &props.unit {
                <span class="unit" id={unit}>{ *sign }<small>{ format!(" {of}") }</small></span>
            }
        </div>
    }
}

/// What a telephone shows to type a number with. A keypad has no minus and no letters.
pub fn keypad(number: bool, letters: bool) -> Option<&'static str> {
    (number && !letters).then_some("decimal")
}

pub(super) fn typed(event: &InputEvent) -> String {
    event
        .target_dyn_into::<HtmlInputElement>()
        .map(|input| input.value())
        .or_else(|| {
            event
                .target_dyn_into::<HtmlTextAreaElement>()
                .map(|area| area.value())
        })
        .unwrap_or_default()
}

pub(super) fn label(id: &AttrValue, words: &AttrValue, quiet: bool) -> Html {
    html! { <label for={id} class={quiet.then_some("visually-hidden")}>{ words }</label> }
}

pub(super) fn hint(id: &AttrValue, words: &AttrValue) -> Html {
    html! {
        if !words.is_empty() {
            <p class="hint" id={format!("{id}-hint")}>{ words }</p>
        }
    }
}

/// An error message, tied to its field by `{id}-error`.
pub fn problem(id: &str, words: Option<&str>) -> Html {
    html! {
        if let Some(words) = words {
            <p class="error" id={format!("{id}-error")} role="alert">
                <span class="visually-hidden">{ "Error: " }</span>{ words }
            </p>
        }
    }
}

pub(super) fn described_by(id: &str, hint: &str, wrong: bool) -> Option<String> {
    match (hint.is_empty(), wrong) {
        (true, false) => None,
        (false, false) => Some(format!("{id}-hint")),
        (true, true) => Some(format!("{id}-error")),
        (false, true) => Some(format!("{id}-hint {id}-error")),
    }
}

#[derive(PartialEq, Properties)]
pub struct ChoiceProps {
    /// Unique on the page.
    pub id: AttrValue,
    pub label: AttrValue,
    #[prop_or_default]
    pub hint: AttrValue,
    /// The choices, in order.
    pub choices: Vec<AttrValue>,
    /// Which is chosen, from 0.
    pub chosen: usize,
    pub choose: Callback<usize>,
    #[prop_or_default]
    pub quiet: bool,
}

/// A list to choose one from.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let onchange = {
        let choose = props.choose.clone();
        Callback::from(move |event: Event| {
            let list = event.target_dyn_into::<HtmlSelectElement>();
            let at = list.map(|l| l.selected_index());
            if let Some(at) = at.and_then(|at| usize::try_from(at).ok()) {
                choose.emit(at);
            }
        })
    };
    let printing = use_printing();
    let list = use_node_ref();
    {
        // The attribute on an option counts only until a person has chosen; undo changes it later.
        let list = list.clone();
        use_effect_with((props.chosen, props.choices.clone()), move |(chosen, _)| {
            if let (Some(list), Ok(at)) = (list.cast::<HtmlSelectElement>(), i32::try_from(*chosen))
            {
                list.set_selected_index(at);
            }
        });
    }
    let id = &props.id;
    html! {
        <div class="field">
            { label(id, &props.label, props.quiet) }
            { hint(id, &props.hint) }
            <select ref={list} id={id} {onchange} aria-describedby={described_by(id, &props.hint, false)}>
                { for props.choices.iter().enumerate().map(|(at, words)| html! {
                    <option key={at} value={at.to_string()} selected={at == props.chosen}>{ words }</option>
                }) }
            </select>
            if printing { <p class="typed">{ props.choices.get(props.chosen) }</p> }
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub struct AddProps {
    /// Unique on the page.
    pub id: AttrValue,
    pub label: AttrValue,
    #[prop_or_default]
    pub hint: AttrValue,
    /// What the button says.
    pub button: AttrValue,
    /// Adds one for each of several lines that are pasted; without it they become one text.
    #[prop_or_default]
    pub add_all: Option<Callback<Vec<String>, Result<(), String>>>,
    pub add: Commit,
}

/// A field with a button that adds what was typed and is empty again for the next.
#[component]
pub fn Add(props: &AddProps) -> Html {
    let draft = use_half_typed(&props.id);
    let error = use_state(|| None::<String>);
    // Several lines pasted at once; the browser makes one line of them.
    let lines = use_state(Vec::<String>::new);
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| draft.set(typed(&event)))
    };
    let onpaste = {
        let lines = lines.clone();
        Callback::from(move |event: Event| {
            let block = block(&event);
            lines.set(block.map_or_else(Vec::new, |block| names_of(&block.rows)));
        })
    };
    let each = {
        let (draft, error, add_all) = (draft.clone(), error.clone(), props.add_all.clone());
        let (lines, id) = (lines.clone(), props.id.clone());
        Callback::from(move |_: MouseEvent| {
            let added = add_all
                .as_ref()
                .map_or(Ok(()), |all| all.emit((*lines).clone()));
            if added.is_ok() {
                draft.set(String::new());
                lines.set(Vec::new());
            }
            error.set(added.err());
            crate::browser::element::focus(&id);
        })
    };
    let onsubmit = {
        let (draft, error, add) = (draft.clone(), error.clone(), props.add.clone());
        let (lines, id) = (lines.clone(), props.id.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            lines.set(Vec::new());
            match add.emit((*draft).clone()) {
                Ok(()) => {
                    draft.set(String::new());
                    error.set(None);
                }
                Err(why) => error.set(Some(why)),
            }
            crate::browser::element::focus(&id);
        })
    };
    let id = &props.id;
    html! {
        <form class={classes!("add", error.is_some().then_some("wrong"))} {onsubmit}>
            { label(id, &props.label, false) }
            { hint(id, &props.hint) }
            { problem(id, error.as_deref()) }
            <div class="row">
                <input id={id} type="text" autocomplete="off" value={(*draft).clone()} {oninput} {onpaste}
                    aria-describedby={described_by(id, &props.hint, error.is_some())}
                    aria-invalid={error.is_some().then_some("true")} />
                <button class="button" type="submit">{ &props.button }</button>
            </div>
            <div role="status">
                if props.add_all.is_some() && lines.len() > 1 {
                    <p>{ format!("These were {} lines. ", lines.len()) }<button class="button small" type="button" onclick={each}>{ "Add one for each line" }</button></p>
                }
            </div>
        </form>
    }
}
