//! The options framework: five choices in order, and what became of each possibility.

use crate::ui::components::edits::{choose, commit};
use crate::ui::components::fields::Add;
use crate::ui::components::form::{choice_field, line_field, long_field};
use crate::ui::components::line::{Line, first_field, list_line};
use crate::ui::hooks::Editor;
use crate::ui::pages::set_up::Cards;
use weighbridge_edit::{Edit, List, ListEdit};
use weighbridge_model::{Appraisal, Choice as Possibility, ChoiceVerdict, Dimension};
use weighbridge_report::{
    count,
    words::{Named, choice_question},
};
use yew::prelude::*;

/// The section, folded.
pub fn framework(cards: &Cards<'_>) -> Html {
    let editor = cards.editor;
    let step = |dimension: Dimension| {
        html! { <li key={dimension.words()}>{ step(editor, dimension) }</li> }
    };
    let within = || {
        html! {
            <>
                <p class="sub">{ "Five choices, in this order. In each, write down what was looked at, what is carried forward, and why the rest is not. The options to appraise combine what is left." }</p>
                <ol class="steps-of">{ for Dimension::ALL.into_iter().map(step) }</ol>
            </>
        }
    };
    let face = face(editor.document.appraisal());
    cards.chapter("framework", 3, "Options framework", face, &within)
}

fn bare(possibility: &Possibility) -> bool {
    possibility.verdict == ChoiceVerdict::Discarded && possibility.reason.trim().is_empty()
}

fn face(on: &Appraisal) -> Html {
    let list = &on.frame.framework;
    let preferred = list
        .iter()
        .filter(|c| c.verdict == ChoiceVerdict::Preferred)
        .map(|c| {
            html! { <span class="badge" key={c.name.clone()}>{ format!("{}: {}", c.dimension.words(), c.name) }</span> }
        });
    let words = match list.len() {
        0 => "The Green Book asks five questions before a short list: what, how, who, when, and paid for how. None answered yet.".to_owned(),
        1 => "One possibility looked at.".to_owned(),
        n => format!("{n} possibilities looked at."),
    };
    let bare = list.iter().filter(|c| bare(c)).count();
    html! {
        <>
            <p class="quiet">{ words }</p>
            if list.iter().any(|c| c.verdict == ChoiceVerdict::Preferred) {
                <p class="facts"><span class="quiet">{ "Preferred way forward:" }</span>{ for preferred }</p>
            }
            if bare > 0 {
                <p class="note">{ format!("Discarded without a reason: {}.", count(bare)) }</p>
            }
        </>
    }
}

/// One of the five choices, with the possibilities looked at.
fn step(editor: &Editor, dimension: Dimension) -> Html {
    let on = editor.document.appraisal();
    let stem = format!("possibility-{}", dimension.words());
    let add = format!("add-{stem}");
    let list: Vec<(usize, &Possibility)> = on
        .frame
        .framework
        .iter()
        .enumerate()
        .filter(|(_, c)| c.dimension == dimension)
        .collect();
    let of = list.len();
    let line = |(at, (index, possibility)): (usize, &(usize, &Possibility))| {
        let place = Line {
            list: List::Framework,
            index: *index,
            at,
            of,
            stem: &stem,
            add: &add,
        };
        let fields = fields(editor, *index, &first_field(&stem, at), possibility);
        html! {
            <li key={at}>
                { list_line(editor, &place, &possibility.name, fields) }
                if bare(possibility) {
                    <p class="note">{ "Discarded without a reason. Say why, for the record." }</p>
                }
            </li>
        }
    };
    let commit_add = commit(editor, move |name| Edit::add_choice(dimension, &name));
    html! {
        <>
            <h4>{ dimension.words() }</h4>
            <p class="sub">{ choice_question(dimension) }</p>
            <ul class="lines three">{ for list.iter().enumerate().map(line) }</ul>
            <Add id={add.clone()}
                label={format!("Add a possibility for {}", dimension.words().to_ascii_lowercase())}
                button="Add possibility" add={commit_add} />
        </>
    }
}

fn fields(editor: &Editor, index: usize, id: &str, possibility: &Possibility) -> Html {
    let with = |set: fn(&mut Possibility, String)| {
        let possibility = possibility.clone();
        commit(editor, move |text| {
            change(&possibility, index, |c| set(c, text))
        })
    };
    let verdict = {
        let possibility = possibility.clone();
        choose(editor, move |at: usize| {
            change(&possibility, index, |c| {
                c.verdict = ChoiceVerdict::ALL[at.min(3)]
            })
        })
    };
    let chosen = ChoiceVerdict::ALL
        .iter()
        .position(|v| *v == possibility.verdict);
    let choices: Vec<AttrValue> = ChoiceVerdict::ALL
        .iter()
        .map(|v| AttrValue::Static(v.words()))
        .collect();
    html! {
        <>
            { long_field(id.to_owned(), "Possibility", "", &possibility.name, with(|c, text| c.name = text.replace('\n', " "))) }
            { choice_field(format!("{id}-verdict"), "What became of it", "", choices, chosen.unwrap_or(0), verdict) }
            { line_field(format!("{id}-reason"), "Why", "", &possibility.reason, with(|c, text| c.reason = text)) }
        </>
    }
}

fn change(was: &Possibility, index: usize, set: impl FnOnce(&mut Possibility)) -> Edit {
    let mut changed = was.clone();
    set(&mut changed);
    Edit::Framework(ListEdit::Change(index, changed))
}
