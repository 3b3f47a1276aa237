//! A table pasted over the weights: looked at first where anything but its place was inferred.

use crate::browser::{clipboard, element};
use crate::ui::components::paste_check::{Becomes, PasteCheck, Question};
use crate::ui::hooks::use_editor;
use std::rc::Rc;
use weighbridge_edit::{Cells, PasteChoices, PastedNames, WeightPaste};
use weighbridge_model::{Appraisal, CriterionId, RawWeight};
use weighbridge_report::words::Sentence;
use weighbridge_report::{
    dashes_question, entered, fractions_question, shortened, weight_paste_notes, weight_paste_title,
};
use yew::prelude::*;

/// What the id of the field of a weight begins with.
pub const FIELD: &str = "weight-";

/// Pasted weights, and the criterion in whose field they were pasted.
#[derive(Clone, PartialEq)]
struct Pasted {
    cells: Rc<Cells>,
    from: Option<CriterionId>,
    shares: bool,
}

impl Pasted {
    fn lay(&self, on: &Appraisal, choices: PasteChoices) -> WeightPaste {
        WeightPaste::lay(on, &self.cells, self.from.as_ref(), self.shares, choices)
    }
}

/// What listens to pasting around the fields of weights, and the look at what was pasted.
#[hook]
pub fn use_weight_paste(shares: bool) -> (Callback<Event>, Html) {
    let editor = use_editor();
    let pasted = use_state(|| None::<Pasted>);
    let onpaste = {
        let (editor, pasted) = (editor.clone(), pasted.clone());
        Callback::from(move |event: Event| {
            let Some(block) = clipboard::pasted(&event).filter(|block| block.is_block()) else {
                return;
            };
            event.prevent_default();
            let field = element::target_id(&event).unwrap_or_default();
            let from = field
                .strip_prefix(FIELD)
                .and_then(|id| CriterionId::new(id).ok());
            let table = Pasted {
                cells: Rc::new(block.cells()),
                from,
                shares,
            };
            let found = table.lay(editor.document.appraisal(), PasteChoices::default());
            match found.edit().filter(|_| !found.asks()) {
                Some(edit) => editor.apply(edit),
                None => pasted.set(Some(table)),
            }
        })
    };
    let close = {
        let pasted = pasted.clone();
        Callback::from(move |()| pasted.set(None))
    };
    let look = html! {
        if let Some(table) = &*pasted { <Look table={table.clone()} {close} /> }
    };
    (onpaste, look)
}

#[derive(PartialEq, Properties)]
struct LookProps {
    table: Pasted,
    close: Callback<()>,
}

/// The look.
#[component]
fn Look(props: &LookProps) -> Html {
    let editor = use_editor();
    let on = editor.document.appraisal();
    let choices = use_state(PasteChoices::default);
    let paste = props.table.lay(on, *choices);
    let edit = paste.edit();
    let refusal = edit.as_ref().and_then(|edit| edit.is_allowed(on).err());
    let can = edit.is_some() && refusal.is_none();
    let set = {
        let choices = choices.clone();
        Callback::from(move |to: PasteChoices| choices.set(to))
    };
    let write = {
        let (editor, close) = (editor.clone(), props.close.clone());
        Callback::from(move |()| {
            close.emit(());
            edit.iter().for_each(|edit| editor.apply(edit.clone()));
        })
    };
    html! {
        <PasteCheck title={weight_paste_title(&paste)} notes={weight_paste_notes(&paste, on)}
            questions={questions(&paste, *choices, &set)} {can} paste={write} cancel={props.close.clone()}
            refusal={refusal.map(|why| AttrValue::from(why.sentence()))}>
            { preview(on, &paste) }
        </PasteCheck>
    }
}

/// What the table leaves open.
fn questions(
    paste: &WeightPaste,
    now: PasteChoices,
    set: &Callback<PasteChoices>,
) -> Vec<Question> {
    let mut all = Vec::new();
    let mut ask = |there: bool, id, words: String, checked, to: PasteChoices| {
        if there {
            let toggle = set.reform(move |()| to);
            let words = AttrValue::from(words);
            all.push(Question {
                id,
                words,
                checked,
                toggle,
            });
        }
    };
    let ignored = now.names == PastedNames::Ignore;
    let names = if ignored {
        PastedNames::LeaveOut
    } else {
        PastedNames::Ignore
    };
    let words = "Leave the names aside and go by place".to_owned();
    let there = paste.could_ignore || ignored;
    ask(
        there,
        "ignore",
        words,
        ignored,
        PasteChoices { names, ..now },
    );
    let to = PasteChoices {
        dash_is_zero: !now.dash_is_zero,
        ..now
    };
    let words = dashes_question(paste.dashes);
    ask(paste.dashes > 0, "dashes", words, now.dash_is_zero, to);
    let shares = now.fractions_are_shares;
    let to = PasteChoices {
        fractions_are_shares: !shares,
        ..now
    };
    let words = fractions_question(paste.fractions);
    ask(paste.fractions > 0, "fractions", words, shares, to);
    let to = PasteChoices {
        otherwise: !now.otherwise,
        ..now
    };
    let words = "Commas or semicolons part the cells".to_owned();
    ask(paste.could_split, "split", words, paste.split, to);
    all
}

/// What goes where.
fn preview(on: &Appraisal, paste: &WeightPaste) -> Html {
    let points = |weight: Option<RawWeight>| match weight {
        Some(weight) => entered(weight.get()),
        None => "none".to_owned(),
    };
    let row = |id: &CriterionId, to: Html| {
        let name = on.criterion(id).map_or("", |c| c.name.as_str()).to_owned();
        html! { <tr key={id.to_string()}><th scope="row">{ name }</th><td>{ to }</td></tr> }
    };
    let now = |id: &CriterionId, to: Option<RawWeight>| {
        let now = on.agreed().weights.raw(id).filter(|now| Some(*now) != to);
        now.map(|now| AttrValue::from(points(Some(now))))
    };
    let becomes = |id: &CriterionId, to: Option<RawWeight>| {
        html! { <Becomes to={points(to)} now={now(id, to)} /> }
    };
    let pasted = paste.weights.iter().map(|weight| {
        let id = &weight.criterion;
        let to = match &weight.weight {
            Ok(to) => becomes(id, *to),
            Err((text, _)) => html! { <Becomes to={shortened(text)} wrong={true} /> },
        };
        let reason = weight
            .reason
            .as_ref()
            .map(|reason| html! { <small>{ shortened(reason) }</small> });
        row(id, html! { <>{ to }{ for reason }</> })
    });
    let others = paste
        .others
        .iter()
        .map(|(id, to)| row(id, becomes(id, Some(*to))));
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label="What goes where">
            <table class="what-goes">
                <thead><tr><th scope="col">{ "Criterion" }</th><th scope="col">{ "Points" }</th></tr></thead>
                <tbody>{ for pasted.chain(others) }</tbody>
            </table>
        </div>
    }
}
