//! A look at what is pasted before anything is written, in a dialog over the page.

use crate::browser::element::{close_dialog, show_dialog};
use std::cell::RefCell;
use std::rc::Rc;
use weighbridge_report::shortened;
use yew::prelude::*;

/// Something that a table leaves open, for a person to decide.
pub struct Question {
    /// Unique among the questions.
    pub id: &'static str,
    pub words: String,
    pub checked: bool,
    pub toggle: Callback<()>,
}

/// What is looked at.
pub struct PasteCheck {
    /// What would be pasted.
    pub title: String,
    /// What was found, and what would happen that nobody may expect.
    pub notes: Vec<String>,
    pub questions: Vec<Question>,
    /// Why it may not be pasted as it is.
    pub refusal: Option<String>,
    /// Whether there is something to paste.
    pub can: bool,
    /// What goes where.
    pub preview: Html,
}

/// A dialog that opens when it is first drawn.
pub struct PasteDialog {
    place: NodeRef,
    wanted: Rc<RefCell<bool>>,
}

/// Opens the dialog that the component draws with [`PasteDialog::check`].
#[hook]
pub fn use_paste_dialog() -> PasteDialog {
    let place = use_node_ref();
    let wanted = use_mut_ref(|| false);
    {
        let place = place.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = place.cast() {
                show_dialog(&dialog);
            }
        });
    }
    PasteDialog { place, wanted }
}

impl PasteDialog {
    /// The dialog. Escape cancels; the focus returns to where it was. `paste` hears that the person wants it, `cancel` that
    /// the person does not, or has seen enough.
    pub fn check(self, check: PasteCheck, paste: Callback<()>, cancel: Callback<()>) -> Html {
        let Self { place, wanted } = self;
        let close = |yes: bool| {
            let (place, wanted) = (place.clone(), wanted.clone());
            Callback::from(move |_: MouseEvent| {
                *wanted.borrow_mut() = yes;
                if let Some(dialog) = place.cast() {
                    close_dialog(&dialog);
                }
            })
        };
        let (yes, no) = (close(true), close(false));
        // The browser closes the dialog, however it was asked, and gives the focus back; only then does the app hear of it.
        let onclose = Callback::from(move |_: Event| {
            if *wanted.borrow() {
                paste.emit(());
            } else {
                cancel.emit(());
            }
        });
        html! {
            <dialog ref={place} class="explain paste-check" aria-labelledby="paste-check-title" {onclose}>
                <h2 id="paste-check-title" tabindex="-1" autofocus={true}>{ check.title }</h2>
                <p class="quiet">{ "Nothing is written yet." }</p>
                if !check.notes.is_empty() {
                    <ul class="notes">{ for check.notes.into_iter().map(|note| html! { <li key={note.clone()}>{ note }</li> }) }</ul>
                }
                { for check.questions.into_iter().map(question) }
                { check.preview }
                if let Some(refusal) = check.refusal {
                    <p class="error" role="alert">{ refusal }</p>
                }
                <p class="actions">
                    <button class="button solid" type="button" disabled={!check.can} onclick={yes}>{ "Paste these" }</button>
                    <button class="button" type="button" onclick={no}>{ "Cancel" }</button>
                </p>
            </dialog>
        }
    }
}

fn question(question: Question) -> Html {
    let onchange = question.toggle.reform(|_: Event| ());
    let id = format!("paste-{}", question.id);
    html! {
        <p key={question.id} class="switch">
            <input id={id.clone()} type="checkbox" checked={question.checked} {onchange} />
            <label for={id}>{ question.words }</label>
        </p>
    }
}

/// What a cell would become, with what it is now where that is something else.
pub fn becomes(to: String, now: Option<String>) -> Html {
    html! {
        <>
            <span>{ to }</span>
            if let Some(now) = now {
                <small>{ " now " }{ now }</small>
            }
        </>
    }
}

/// A cell that cannot be read.
pub fn unread(text: &str) -> Html {
    html! {
        <>
            <span>{ shortened(text) }</span>
            <span class="bang" aria-hidden="true">{ "!" }</span>
            <span class="visually-hidden">{ " cannot be read" }</span>
        </>
    }
}
