//! What is considered beside the criteria and has no weight.

use crate::ui::components::edits::commit;
use crate::ui::components::form::{add_field, line_field, long_field};
use crate::ui::components::line::{Line, first_field, list_line};
use crate::ui::hooks::Editor;
use crate::ui::pages::set_up::Cards;
use weighbridge_edit::{BatchSubject, Edit, List, ListEdit};
use weighbridge_model::{Appraisal, Overarching as Beside};
use yew::prelude::*;

const ADD: &str = "add-overarching";
const STEM: &str = "overarching";

/// The section, folded.
pub fn overarching(cards: &Cards<'_>) -> Html {
    let editor = cards.editor;
    let on = editor.document.appraisal();
    let of = on.frame.overarching.len();
    let line = |(at, one): (usize, &Beside)| {
        let fields = fields(editor, at, one);
        let place = Line {
            list: List::Overarching,
            index: at,
            at,
            of,
            stem: STEM,
            add: ADD,
        };
        html! { <li key={at}>{ list_line(editor, &place, &one.name, fields) }</li> }
    };
    let face = html! { <p class="quiet">{ face(on) }</p> };
    let within = || {
        html! {
            <>
                <p class="sub">{ "What has to be considered whatever the scores say. It has no weight and changes no total; how it was considered is on record." }</p>
                <ul class="lines">{ for on.frame.overarching.iter().enumerate().map(line) }</ul>
                { add_field(editor, ADD, "Add an over-arching criterion", "Such as Equality, or Children’s safety", "Add",
                    BatchSubject::Overarching, |_, name| Edit::add_overarching(name)) }
            </>
        }
    };
    cards.chapter("overarching", 2, "Over-arching criteria", face, &within)
}

fn face(on: &Appraisal) -> String {
    let names: Vec<&str> = on
        .frame
        .overarching
        .iter()
        .map(|o| o.name.as_str())
        .collect();
    match names.as_slice() {
        [] => {
            "What is considered beside the criteria, without a weight, such as equality. None yet."
                .to_owned()
        }
        names => names.join(" · "),
    }
}

fn fields(editor: &Editor, at: usize, one: &Beside) -> Html {
    let with = |set: fn(&mut Beside, String)| {
        let one = one.clone();
        commit(editor, move |text| {
            let mut changed = one.clone();
            set(&mut changed, text);
            Edit::Overarching(ListEdit::Change(at, changed))
        })
    };
    let id = first_field(STEM, at);
    html! {
        <>
            { line_field(id.clone(), "Over-arching criterion", "", &one.name, with(|o, text| o.name = text)) }
            { long_field(format!("{id}-note"), "How it is considered, and what was found", "", &one.note, with(|o, text| o.note = text)) }
        </>
    }
}
