//! The seven checks of a set of criteria, each with what the tool can see; people answer them.

use crate::ui::components::edits::{choose, commit};
use crate::ui::components::fields::Field;
use crate::ui::components::radios::{radios, unhinted};
use crate::ui::hooks::Editor;
use crate::ui::pages::set_up::Cards;
use weighbridge_edit::{Edit, FrameEdit};
use weighbridge_model::{Appraisal, Check, CheckAnswer, Extra};
use weighbridge_report::{
    seen_by_check,
    words::{Named, check_question},
};
use yew::prelude::*;

/// The section, folded.
pub fn checks(cards: &Cards<'_>) -> Html {
    let editor = cards.editor;
    let progress = progress(editor.document.appraisal());
    let face = html! { <p class="quiet">{ progress }</p> };
    let within = || {
        html! {
            <>
                <p class="sub">
                    { "Before anything is scored. What the tool can see stands beside the question; the answer is yours. From the government’s " }
                    <cite>{ "Multi-criteria analysis: a manual" }</cite>{ "." }
                </p>
                <ol class="checks">
                    { for Check::ALL.into_iter().map(|check| html! { <li key={check.key()}>{ one(editor, check) }</li> }) }
                </ol>
            </>
        }
    };
    cards.chapter("checks", 2, "Seven checks", face, &within)
}

/// How many are answered, and which with no.
fn progress(on: &Appraisal) -> String {
    let answered = on.frame.checks.iter().filter(|c| c.yes.is_some()).count();
    let no = on
        .frame
        .checks
        .iter()
        .filter(|c| c.yes == Some(false))
        .count();
    match no {
        0 => format!("{answered} of 7 answered."),
        no => format!("{answered} of 7 answered, {no} with no."),
    }
}

/// One check.
fn one(editor: &Editor, check: Check) -> Html {
    let on = editor.document.appraisal();
    let said = on.frame.checks.iter().find(|c| c.check == check).cloned();
    let answer = said.unwrap_or(CheckAnswer {
        check,
        yes: None,
        note: String::new(),
        extra: Extra::default(),
    });
    let seen = seen_by_check(check, editor.document.subject());
    let answered = {
        let answer = answer.clone();
        choose(editor, move |at: usize| {
            let yes = [Some(true), Some(false), None].get(at).copied().flatten();
            let answer = answer.clone();
            Edit::Frame(FrameEdit::Check(CheckAnswer { yes, ..answer }))
        })
    };
    let note = answer.note.clone();
    let chosen = match answer.yes {
        Some(true) => 0,
        Some(false) => 1,
        None => 2,
    };
    let noted = commit(editor, move |note| {
        let answer = answer.clone();
        Edit::Frame(FrameEdit::Check(CheckAnswer { note, ..answer }))
    });
    let answers = unhinted(["Yes", "No", "Not answered"]);
    let id = format!("check-{}", check.key());
    html! {
        <div class="check">
            <div>
                <h3>{ check.words() }</h3>
                { for seen.iter().enumerate().map(|(at, words)| html! { <p class="seen" key={at}>{ words }</p> }) }
            </div>
            <div>
                { radios(&id, check_question(check), &answers, chosen, &answered) }
                <Field id={format!("{id}-note")}
                    label={format!("Note on {}", check.words().to_ascii_lowercase())} value={note}
                    commit={noted} />
            </div>
        </div>
    }
}
