//! One option that is ruled out: a line that opens, with the reason in sight.

use super::about::about;
use super::attributes::attributes;
use super::card::{done, order, remove};
use super::own_facts::card_id;
use crate::browser::element::focus_soon;
use crate::ui::components::disclosure::Opened;
use crate::ui::components::edits::{commit_read, dom_id};
use crate::ui::components::fields::Commit;
use crate::ui::components::form::{line_field, long_field};
use crate::ui::components::row::{Row, list_row};
use crate::ui::hooks::Editor;
use weighbridge_edit::{Edit, OptionEdit};
use weighbridge_model::{Alternative, OptionId, OptionStatus, RuledOut};
use weighbridge_report::words::{Mistyped, Sentence};
use yew::prelude::*;

/// The row of an option, by its place in the list: stage, reason and source when closed; every fact when open.
pub fn ruled_out_card(editor: &Editor, opened: &Opened, list: &[&Alternative], at: usize) -> Html {
    let option = list[at];
    let OptionStatus::RuledOut(out) = &option.status else {
        return Html::default();
    };
    let id = &option.id;
    let again = {
        let (editor, id) = (editor.clone(), id.clone());
        Callback::from(move |_: MouseEvent| {
            let standing = OptionEdit::Status(OptionStatus::LongListed);
            editor.apply(Edit::change_option(id.clone(), standing));
            focus_soon(&card_id(&id));
        })
    };
    let reason = html! {
        <div class="entry-note">
            if !out.reason.is_empty() { <p>{ &out.reason }</p> }
            if !out.source.is_empty() { <p class="quiet">{ &out.source }</p> }
        </div>
    };
    let tools = html! {
        <>
            <button class="button small" type="button" onclick={again}>
                { "Bring back" }<span class="visually-hidden">{ format!(" {}", option.name) }</span>
            </button>
            { order(editor, list, at) }
        </>
    };
    let hint = "Better kept here: the record has to show what was rejected and why.";
    let row = Row {
        id: card_id(id),
        name: option.name.clone(),
        status: Html::default(),
        fact: stage(out),
        tools,
        note: reason,
    };
    list_row(opened, row, &|| {
        html! {
            <>
                { why(editor, id, out) }
                { about(editor, option) }
                { attributes(editor, option) }
                <div class="fold-end">
                    { done(opened, option) }
                    { remove(editor, list, at, hint) }
                </div>
            </>
        }
    })
}

fn stage(out: &RuledOut) -> String {
    match out.stage.trim() {
        "" => "Ruled out; stage not stated".to_owned(),
        stage => {
            // Only the first letter: a stage may hold a name.
            let (first, rest) = stage.split_at(stage.chars().next().map_or(0, char::len_utf8));
            format!("Ruled out: {}{rest}", first.to_ascii_lowercase())
        }
    }
}

fn why(editor: &Editor, id: &OptionId, out: &RuledOut) -> Html {
    let part = |set: fn(&mut RuledOut, String), needed: Option<Mistyped>| -> Commit {
        let (id, out) = (id.clone(), out.clone());
        let read = move |text: String| match needed.filter(|_| text.trim().is_empty()) {
            Some(wrong) => Err(wrong.sentence()),
            None => Ok(text),
        };
        commit_read(editor, read, move |text| {
            let mut out = out.clone();
            set(&mut out, text);
            Edit::change_option(id.clone(), OptionEdit::Status(OptionStatus::RuledOut(out)))
        })
    };
    html! {
        <>
            { line_field(dom_id("out-stage", id), "Ruled out at which stage", "", &out.stage,
                part(|out, text| out.stage = text, Some(Mistyped::BlankStage))) }
            { long_field(dom_id("out-reason", id), "Why", "", &out.reason,
                part(|out, text| out.reason = text, Some(Mistyped::BlankReason))) }
            { line_field(dom_id("out-source", id), "Where that is on record", "", &out.source,
                part(|out, text| out.source = text, None)) }
        </>
    }
}
