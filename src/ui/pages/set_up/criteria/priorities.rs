//! The priorities of plans, and which criterion serves which.

use super::coverage::coverage;
use crate::ui::components::edits::commit;
use crate::ui::components::form::{add_field, line_field};
use crate::ui::components::line::{Line, first_field, list_line};
use crate::ui::hooks::Editor;
use crate::ui::pages::set_up::Cards;
use weighbridge_edit::{BatchSubject, Edit, List, ListEdit};
use weighbridge_model::{Appraisal, Priority};
use weighbridge_report::coverage_words;
use yew::prelude::*;

const ADD: &str = "add-priority";
const STEM: &str = "priority";

/// The section, folded.
pub fn priorities(cards: &Cards<'_>) -> Html {
    let editor = cards.editor;
    let on = editor.document.appraisal();
    let of = on.frame.priorities.len();
    let line = |(at, priority): (usize, &Priority)| {
        let fields = fields(editor, at, priority);
        let place = Line {
            list: List::Priorities,
            index: at,
            at,
            of,
            stem: STEM,
            add: ADD,
        };
        html! { <li key={at}>{ list_line(editor, &place, &priority.name, fields) }</li> }
    };
    let within = || {
        html! {
            <>
                <p class="sub">{ "What the plan or strategy wants. Then say which criterion serves which: a priority without a criterion is not weighed, and a criterion without a priority may be one person’s concern." }</p>
                <ul class="lines">{ for on.frame.priorities.iter().enumerate().map(line) }</ul>
                { add_field(editor, ADD, "Add a priority", "As the plan calls it, such as Best start in life", "Add priority",
                    BatchSubject::Priorities, Edit::add_priority) }
                { coverage(editor) }
            </>
        }
    };
    cards.chapter("priorities", 2, "Priorities of the plan", face(on), &within)
}

fn fields(editor: &Editor, at: usize, priority: &Priority) -> Html {
    let with = |set: fn(&mut Priority, String)| {
        let priority = priority.clone();
        commit(editor, move |text| {
            let mut changed = priority.clone();
            set(&mut changed, text);
            Edit::Priorities(ListEdit::Change(priority.id.clone(), changed))
        })
    };
    let id = first_field(STEM, at);
    html! {
        <>
            { line_field(id.clone(), "Priority", "", &priority.name, with(|p, text| p.name = text)) }
            { line_field(format!("{id}-source"), "The plan it stands in", "", &priority.source, with(|p, text| p.source = text)) }
        </>
    }
}

/// How many there are, and both kinds of gap.
fn face(on: &Appraisal) -> Html {
    let words = match on.frame.priorities.len() {
        0 => "What a plan or strategy wants, and which criterion serves it. None yet.".to_owned(),
        1 => "One priority.".to_owned(),
        n => format!("{n} priorities."),
    };
    html! {
        <>
            <p class="quiet">{ words }</p>
            { gaps(on) }
        </>
    }
}

fn gaps(on: &Appraisal) -> Html {
    if on.frame.priorities.is_empty() || on.criteria.is_empty() {
        return Html::default();
    }
    let all = coverage_words(on);
    html! {
        if all.is_empty() {
            <p class="quiet">{ "Each is served by a criterion, and each criterion serves one." }</p>
        } else {
            { for all.iter().enumerate().map(|(at, words)| html! { <p class="note" key={at}>{ words }</p> }) }
        }
    }
}
