//! One option that is ruled out: a line that opens, with the reason in sight.

use super::about::About;
use super::attributes::Attributes;
use super::card::Done;
use super::own_facts::{ADD, card_id};
use crate::browser::element::focus_soon;
use crate::ui::components::disclosure::Opened;
use crate::ui::components::edits::{choose, commit_read, dom_id};
use crate::ui::components::fields::{Commit, Field};
use crate::ui::components::order::{Order, Remove, after_removal};
use crate::ui::components::row::Row;
use crate::ui::hooks::{Editor, use_editor};
use weighbridge_edit::{Edit, Move, OptionEdit, OptionsEdit};
use weighbridge_model::{Alternative, OptionId, OptionStatus, RuledOut};
use weighbridge_report::words::{Mistyped, Sentence};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct RuledOutProps {
    pub id: OptionId,
    /// The open row of the page.
    pub opened: Opened,
}

/// The row: stage, reason and source when closed; every fact when open.
#[component]
pub fn RuledOutCard(props: &RuledOutProps) -> Html {
    let editor = use_editor();
    let list: Vec<&Alternative> = editor
        .document
        .appraisal()
        .options
        .iter()
        .filter(|o| !o.is_appraised())
        .collect();
    let Some((at, option)) = list.iter().enumerate().find(|(_, o)| o.id == props.id) else {
        return Html::default();
    };
    let OptionStatus::RuledOut(out) = &option.status else {
        return Html::default();
    };
    let id = &option.id;
    let ids: Vec<String> = list.iter().map(|o| card_id(&o.id)).collect();
    let shift = choose(&editor, {
        let id = id.clone();
        move |shift: Move| Edit::Options(OptionsEdit::Move(id.clone(), shift))
    });
    let remove = choose(&editor, {
        let id = id.clone();
        move |()| Edit::Options(OptionsEdit::Remove(id.clone()))
    });
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
            <Order id={id.as_str().to_owned()} name={option.short_name().to_owned()} {at} of={list.len()} {shift} />
        </>
    };
    html! {
        <Row id={card_id(id)} opened={props.opened.clone()} name={option.name.clone()} fact={stage(out)} {tools} note={reason}>
            { why(&editor, id, out) }
            <About id={id.clone()} />
            <Attributes id={id.clone()} />
            <div class="fold-end">
                <Done id={id.clone()} opened={props.opened.clone()} />
                <Remove name={format!("option {}", option.name)}
                    hint="Better kept here: the record has to show what was rejected and why."
                    then={after_removal(&ids, at, ADD)} {remove} />
            </div>
        </Row>
    }
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
            <Field id={dom_id("out-stage", id)} label="Ruled out at which stage" value={out.stage.clone()}
                commit={part(|out, text| out.stage = text, Some(Mistyped::BlankStage))} />
            <Field id={dom_id("out-reason", id)} label="Why" long={true} value={out.reason.clone()}
                commit={part(|out, text| out.reason = text, Some(Mistyped::BlankReason))} />
            <Field id={dom_id("out-source", id)} label="Where that is on record" value={out.source.clone()}
                commit={part(|out, text| out.source = text, None)} />
        </>
    }
}
