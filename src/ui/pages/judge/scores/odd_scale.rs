//! A scale that is plausibly wrong, with the button that mends it.

use crate::browser::element::focus_soon;
use crate::ui::hooks::Editor;
use weighbridge_analysis::Issue;
use weighbridge_edit::Edit;
use weighbridge_report::issue_words;
use yew::prelude::*;

/// What is odd about scales; nothing when nothing is.
pub fn odd_scale(editor: &Editor) -> Html {
    let subject = editor.document.subject();
    let odd = subject.analysis.issues.iter().filter(|issue| {
        matches!(
            issue,
            Issue::MarksOnValues { .. }
                | Issue::FractionOfValues { .. }
                | Issue::NarrowScale { .. }
        )
    });
    let notice = |(at, issue): (usize, &Issue)| {
        html! {
            <section key={at} class="inset odd-scale" aria-label="A scale to check">
                <p>{ issue_words(issue, subject.appraisal) }</p>
                { buttons(editor, issue) }
            </section>
        }
    };
    html! { <div>{ for odd.enumerate().map(notice) }</div> }
}

fn buttons(editor: &Editor, issue: &Issue) -> Html {
    let Issue::MarksOnValues {
        criteria,
        out_of,
        from,
    } = issue
    else {
        return Html::default();
    };
    let button = |from: u8| {
        let onclick = {
            let (editor, edit) = (editor.clone(), Edit::marks(criteria, from, *out_of));
            Callback::from(move |_: MouseEvent| {
                editor.apply(edit.clone());
                // The button goes with what it mended.
                focus_soon("cell-0-0");
            })
        };
        let words = format!("Read them as marks from {from} to {out_of}");
        html! { <button key={from} class="button" type="button" {onclick}>{ words }</button> }
    };
    // Marks that begin at 1 and marks that begin at 0 look alike while nobody has a 0.
    let others = (*from > 0).then_some(0);
    html! {
        <p class="actions">{ for std::iter::once(*from).chain(others).map(button) }</p>
    }
}
