//! A look at what is pasted before anything is written, in a dialog over the page.

use crate::browser::element::{close_dialog, show_dialog};
use yew::prelude::*;

/// Something that a table leaves open, for a person to decide.
#[derive(Clone, PartialEq)]
pub struct Question {
    /// Unique among the questions.
    pub id: &'static str,
    pub words: AttrValue,
    pub checked: bool,
    pub toggle: Callback<()>,
}

#[derive(PartialEq, Properties)]
pub struct PasteCheckProps {
    /// What would be pasted.
    pub title: AttrValue,
    /// What was found, and what would happen that nobody may expect.
    pub notes: Vec<String>,
    pub questions: Vec<Question>,
    /// Why it may not be pasted as it is.
    #[prop_or_default]
    pub refusal: Option<AttrValue>,
    /// Whether there is something to paste.
    pub can: bool,
    /// What goes where.
    pub children: Html,
    /// The person wants it.
    pub paste: Callback<()>,
    /// The person does not, or has seen enough.
    pub cancel: Callback<()>,
}

/// The dialog. It opens when it is first drawn; Escape cancels. The focus returns to where it was.
#[component]
pub fn PasteCheck(props: &PasteCheckProps) -> Html {
    let dialog = use_node_ref();
    let wanted = use_mut_ref(|| false);
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = dialog.cast() {
                show_dialog(&dialog);
            }
        });
    }
    let close = |yes: bool| {
        let (dialog, wanted) = (dialog.clone(), wanted.clone());
        Callback::from(move |_: MouseEvent| {
            *wanted.borrow_mut() = yes;
            if let Some(dialog) = dialog.cast() {
                close_dialog(&dialog);
            }
        })
    };
    // The browser closes the dialog, however it was asked, and gives the focus back; only then does the app hear of it.
    let onclose = {
        let (wanted, paste, cancel) = (wanted.clone(), props.paste.clone(), props.cancel.clone());
        Callback::from(move |_: Event| {
            if *wanted.borrow() {
                paste.emit(());
            } else {
                cancel.emit(());
            }
        })
    };
    let question = |question: &Question| {
        let onchange = question.toggle.reform(|_: Event| ());
        let id = format!("paste-{}", question.id);
        html! {
            <p key={question.id} class="switch">
                <input id={id.clone()} type="checkbox" checked={question.checked} {onchange} />
                <label for={id}>{ &question.words }</label>
            </p>
        }
    };
    html! {
        <dialog ref={dialog.clone()} class="explain paste-check" aria-labelledby="paste-check-title" {onclose}>
            <h2 id="paste-check-title" tabindex="-1" autofocus={true}>{ &props.title }</h2>
            <p class="quiet">{ "Nothing is written yet." }</p>
            if !props.notes.is_empty() {
                <ul class="notes">{ for props.notes.iter().map(|note| html! { <li key={note.clone()}>{ note }</li> }) }</ul>
            }
            { for props.questions.iter().map(question) }
            { props.children.clone() }
            if let Some(refusal) = &props.refusal {
                <p class="error" role="alert">{ refusal }</p>
            }
            <p class="actions">
                <button class="button solid" type="button" disabled={!props.can} onclick={close(true)}>{ "Paste these" }</button>
                <button class="button" type="button" onclick={close(false)}>{ "Cancel" }</button>
            </p>
        </dialog>
    }
}

#[derive(PartialEq, Properties)]
pub struct BecomesProps {
    /// What it would be.
    pub to: AttrValue,
    /// What it is now, where that is something else.
    #[prop_or_default]
    pub now: Option<AttrValue>,
    /// Whether it cannot be read.
    #[prop_or_default]
    pub wrong: bool,
}

/// What a cell would become, with what it is now.
#[component]
pub fn Becomes(props: &BecomesProps) -> Html {
    html! {
        <>
            <span>{ &props.to }</span>
            if props.wrong {
                <span class="bang" aria-hidden="true">{ "!" }</span>
                <span class="visually-hidden">{ " cannot be read" }</span>
            }
            if let Some(now) = &props.now {
                <small>{ " now " }{ now }</small>
            }
        </>
    }
}
