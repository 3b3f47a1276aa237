//! A table pasted over the scores: looked at first where anything but its place was inferred.

use crate::ui::components::paste_check::{Becomes, PasteCheck, Question};
use crate::ui::hooks::{App, Editor, use_editor};
use std::rc::Rc;
use weighbridge_edit::{
    Cells, PasteChoices, PastedCell, PastedContent, PastedNames, ScorePaste, as_typed,
};
use weighbridge_model::{Absence, Appraisal, CriterionId, Entry, OptionId};
use weighbridge_report::words::{Named, Sentence};
use weighbridge_report::{
    dashes_question, fractions_question, not_entered, score_paste_notes, score_paste_title,
    shortened, unrounded,
};
use weighbridge_state::{Action, CellPosition, NotEntered, RefusedText, ScoringStep};
use yew::prelude::*;

/// A table that is pasted at a place.
#[derive(Clone, PartialEq)]
pub struct PastedTable {
    pub cells: Rc<Cells>,
    pub at: CellPosition,
}

impl PastedTable {
    /// What it comes to.
    pub fn lay(&self, on: &Appraisal, choices: PasteChoices) -> ScorePaste {
        ScorePaste::lay(on, &self.cells, (self.at.row, self.at.column), choices)
    }
}

/// Writes a table as one change, and keeps the texts that were refused in their places.
pub fn write(app: &App, editor: &Editor, step: &Callback<ScoringStep>, paste: &ScorePaste) {
    if let Some(edit) = paste.edit() {
        editor.apply(edit);
    }
    let key = |cell: &PastedCell| (cell.option.clone(), cell.criterion.clone());
    let entered = paste.cells.iter().filter(|cell| cell.entry.is_some());
    let entered = entered.map(key).collect();
    let refused: Vec<_> = paste
        .refused()
        .map(|(cell, text, why)| {
            let refused = RefusedText {
                text: text.clone(),
                why: NotEntered::Unreadable(why.clone()),
                pasted: true,
            };
            (key(cell), refused)
        })
        .collect();
    if !refused.is_empty() {
        app.dispatch(Action::Say(not_entered(refused.len())));
    }
    step.emit(ScoringStep::Pasted(entered, refused));
}

#[derive(PartialEq, Properties)]
pub struct ScorePastingProps {
    pub table: PastedTable,
    pub write: Callback<ScorePaste>,
    pub cancel: Callback<()>,
}

/// The look at it.
#[component]
pub fn ScorePasting(props: &ScorePastingProps) -> Html {
    let editor = use_editor();
    let on = editor.document.appraisal();
    let choices = use_state(PasteChoices::default);
    let deps = (props.table.clone(), editor.clone(), *choices);
    let paste = use_memo(deps, |(table, editor, choices)| {
        table.lay(editor.document.appraisal(), *choices)
    });
    let edit = paste.edit();
    let refusal = edit.as_ref().and_then(|edit| edit.is_allowed(on).err());
    let can = edit.is_some() && refusal.is_none();
    let write = {
        let (write, paste) = (props.write.clone(), paste.clone());
        Callback::from(move |()| write.emit((*paste).clone()))
    };
    let set = {
        let choices = choices.clone();
        Callback::from(move |to: PasteChoices| choices.set(to))
    };
    html! {
        <PasteCheck title={score_paste_title(&paste)} notes={score_paste_notes(&paste, on)}
            questions={questions(&paste, *choices, &set)} {can} paste={write} cancel={props.cancel.clone()}
            refusal={refusal.map(|why| AttrValue::from(why.sentence()))}>
            { preview(on, &paste) }
        </PasteCheck>
    }
}

/// What the table leaves open.
fn questions(paste: &ScorePaste, now: PasteChoices, set: &Callback<PasteChoices>) -> Vec<Question> {
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
    let names = |wanted: PastedNames| {
        let on = now.names == wanted;
        let names = if on { PastedNames::LeaveOut } else { wanted };
        (on, PasteChoices { names, ..now })
    };
    let (on, to) = names(PastedNames::Add);
    let unknown = !(paste.left_out.options.is_empty() && paste.left_out.criteria.is_empty());
    let words = "Add the options and criteria that are not here yet".to_owned();
    ask(unknown || on, "add", words, on, to);
    let (on, to) = names(PastedNames::Ignore);
    let words = "Leave the names aside and go by place, from the selected score".to_owned();
    ask(paste.could_ignore || on, "ignore", words, on, to);
    let to = PasteChoices {
        dash_is_zero: !now.dash_is_zero,
        ..now
    };
    ask(
        paste.dashes > 0,
        "dashes",
        dashes_question(paste.dashes),
        now.dash_is_zero,
        to,
    );
    let to = PasteChoices {
        fractions_are_shares: !now.fractions_are_shares,
        ..now
    };
    let words = fractions_question(paste.fractions);
    ask(
        paste.fractions > 0,
        "fractions",
        words,
        now.fractions_are_shares,
        to,
    );
    let to = PasteChoices {
        otherwise: !now.otherwise,
        ..now
    };
    let words = "Commas or semicolons part the cells".to_owned();
    ask(paste.could_split, "split", words, paste.split, to);
    let other = if paste.all_reasons {
        PastedContent::Scores
    } else {
        PastedContent::Reasons
    };
    let to = PasteChoices {
        content: Some(other),
        ..now
    };
    let unread = paste.all_reasons || now.content.is_some() || paste.refused().next().is_some();
    ask(
        unread,
        "reasons",
        "These are reasons, not scores".to_owned(),
        paste.all_reasons,
        to,
    );
    let to = PasteChoices {
        turned: !now.turned,
        ..now
    };
    ask(
        true,
        "turn",
        "Options go across in the table".to_owned(),
        paste.turned,
        to,
    );
    all
}

/// So many options are shown before anything is written.
const SHOWN: usize = 40;

/// What goes where: options down, criteria across.
fn preview(on: &Appraisal, paste: &ScorePaste) -> Html {
    let rows: Vec<&[PastedCell]> = paste.cells.chunk_by(|a, b| a.option == b.option).collect();
    let mut criteria: Vec<&CriterionId> = Vec::new();
    for cell in &paste.cells {
        if !criteria.contains(&&cell.criterion) {
            criteria.push(&cell.criterion);
        }
    }
    if rows.is_empty() {
        return Html::default();
    }
    let option = |id: &OptionId| match on.option(id) {
        Some(option) => option.short_name().to_owned(),
        None => {
            let new = paste.new_options.iter().find(|(new, _)| new == id);
            format!("{} (new)", new.map_or("", |(_, name)| name))
        }
    };
    let criterion = |id: &CriterionId| match on.criterion(id) {
        Some(criterion) => criterion.short_name().to_owned(),
        None => {
            let new = paste.new_criteria.iter().find(|new| new.id == *id);
            format!("{} (new)", new.map_or("", |new| new.name.as_str()))
        }
    };
    let rest = rows.len().saturating_sub(SHOWN);
    let row = |row: &&[PastedCell]| {
        let id = row.first().map(|cell| &cell.option);
        let cells = criteria.iter().map(|criterion| {
            let found = row.iter().find(|cell| cell.criterion == **criterion);
            html! { <td key={criterion.to_string()}>{ for found.map(|cell| becomes(on, cell)) }</td> }
        });
        html! { <tr key={id.map_or_else(String::new, ToString::to_string)}><th scope="row">{ for id.map(option) }</th>{ for cells }</tr> }
    };
    html! {
        <>
            <div class="scroll" tabindex="0" role="region" aria-label="What goes where">
                <table class="what-goes">
                    <thead><tr><td></td>{ for criteria.iter().map(|id| html! { <th key={id.to_string()} scope="col">{ criterion(id) }</th> }) }</tr></thead>
                    <tbody>{ for rows.iter().take(SHOWN).map(row) }</tbody>
                </table>
            </div>
            if rest > 0 { <p class="quiet">{ format!("And {rest} more options.") }</p> }
        </>
    }
}

/// A cell: what it would be, and what it is.
fn becomes(on: &Appraisal, cell: &PastedCell) -> Html {
    let score = on.agreed().scores.get(&cell.option, &cell.criterion);
    let missing = Entry::Absent(Absence::Missing);
    let now = score.map_or(&missing, |score| &score.entry);
    let shown = |entry: &Entry| match entry {
        Entry::Absent(absence) => absence.words().to_owned(),
        Entry::Number(_) | Entry::Label(_) => as_typed(entry),
    };
    let entry = cell.entry.as_ref().map(|entry| {
        let now = Some(shown(now)).filter(|_| now != entry && *now != missing);
        let to = match cell.range {
            Some([low, high]) => format!(
                "{} ({} to {})",
                shown(entry),
                unrounded(low.get()),
                unrounded(high.get())
            ),
            None => shown(entry),
        };
        html! { <Becomes {to} now={now.map(AttrValue::from)} /> }
    });
    let remarks = [&cell.reason, &cell.source].into_iter().flatten();
    html! {
        <>
            { for entry }
            if let Some((text, _)) = &cell.refused { <Becomes to={shortened(text)} wrong={true} /> }
            { for remarks.map(|text| html! { <small>{ shortened(text) }</small> }) }
        </>
    }
}
