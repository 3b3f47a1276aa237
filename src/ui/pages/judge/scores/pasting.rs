//! A table pasted over the scores: looked at first where anything but its place was inferred.

use crate::ui::components::paste_check::{becomes, unread};
use crate::ui::hooks::{App, Editor, use_editor};
use crate::ui::pages::judge::paste_look::{Asked, Laid, Lay, use_pasting, what_goes};
use std::rc::Rc;
use weighbridge_edit::{
    Cells, PasteChoices, PastedCell, PastedContent, PastedNames, ScorePaste, as_typed,
};
use weighbridge_model::{Absence, Appraisal, CriterionId, Entry, OptionId};
use weighbridge_report::words::Named;
use weighbridge_report::{not_entered, score_paste_notes, score_paste_title, shortened, unrounded};
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

    /// Lays it for the look before it is written.
    pub fn looking(&self, editor: &Editor) -> Lay {
        let (table, editor) = (self.clone(), editor.clone());
        Callback::from(move |now: PasteChoices| {
            let on = editor.document.appraisal();
            look(on, &table.lay(on, now.clone()), &now)
        })
    }
}

#[derive(PartialEq, Properties)]
pub struct PasteOverProps {
    /// The criterion whose scores are inside, by its place.
    pub column: usize,
    /// The ids of the fields of its scores, option by option.
    pub fields: Vec<String>,
    pub children: Html,
}

/// Takes a table that is pasted in one of the fields inside, which are the scores of one criterion.
#[component]
pub fn PasteOver(props: &PasteOverProps) -> Html {
    let editor = use_editor();
    let (fields, column) = (props.fields.clone(), props.column);
    let (onpaste, look) = {
        let document = editor.document.clone();
        use_pasting(&editor, move |field: &str, cells: Rc<Cells>| {
            let row = fields.iter().position(|one| one == field)?;
            let at = CellPosition { row, column };
            let (table, document) = (PastedTable { cells, at }, document.clone());
            Some(Callback::from(move |now: PasteChoices| {
                let on = document.appraisal();
                let paste = table.lay(on, now.clone());
                let mut criteria = paste.cells.iter().map(|cell| &cell.criterion);
                let first = criteria.next();
                let mut laid = look(on, &paste, &now);
                // Other criteria are not in sight here.
                laid.asks |= criteria.any(|other| Some(other) != first);
                laid
            }))
        })
    };
    html! { <>{ look }<div {onpaste}>{ props.children.clone() }</div></> }
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

/// What the look shows of it.
fn look(on: &Appraisal, paste: &ScorePaste, now: &PasteChoices) -> Laid {
    Laid {
        title: score_paste_title(paste),
        notes: score_paste_notes(paste, on),
        asked: asked(paste, now),
        preview: preview(on, paste),
        edit: paste.edit(),
        asks: paste.asks(),
    }
}

/// What the table leaves open.
fn asked(paste: &ScorePaste, now: &PasteChoices) -> Asked {
    let mut all = Asked::of(now.clone(), &paste.unknown, true);
    let names = |wanted: PastedNames| {
        let on = now.names == wanted;
        let names = if on { PastedNames::LeaveOut } else { wanted };
        let to = PasteChoices {
            names,
            ..now.clone()
        };
        (on, to)
    };
    let (on, to) = names(PastedNames::Add);
    let unknown = !(paste.left_out.options.is_empty() && paste.left_out.criteria.is_empty());
    let words = "Add the options and criteria that are not here yet";
    all.ask(unknown || on, "add", words, on, to);
    let (on, to) = names(PastedNames::Ignore);
    let words = "Leave the names aside and go by place, from the selected score";
    all.ask(paste.could_ignore || on, "ignore", words, on, to);
    all.numbers(paste.dashes, paste.fractions);
    all.cells(paste.could_split, paste.split);
    let other = if paste.all_reasons {
        PastedContent::Scores
    } else {
        PastedContent::Reasons
    };
    let to = PasteChoices {
        content: Some(other),
        ..now.clone()
    };
    let unread = paste.all_reasons || now.content.is_some() || paste.refused().next().is_some();
    let words = "These are reasons, not scores";
    all.ask(unread, "reasons", words, paste.all_reasons, to);
    let to = PasteChoices {
        turned: !now.turned,
        ..now.clone()
    };
    let words = "Options go across in the table";
    all.ask(true, "turn", words, paste.turned, to);
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
            html! { <td key={criterion.to_string()}>{ for found.map(|cell| becoming(on, cell)) }</td> }
        });
        html! { <tr key={id.map_or_else(String::new, ToString::to_string)}><th scope="row">{ for id.map(option) }</th>{ for cells }</tr> }
    };
    let heads = criteria
        .iter()
        .map(|id| html! { <th key={id.to_string()} scope="col">{ criterion(id) }</th> });
    let head = html! { <><td></td>{ for heads }</> };
    html! {
        <>
            { what_goes(head, rows.iter().take(SHOWN).map(row)) }
            if rest > 0 { <p class="quiet">{ format!("And {rest} more options.") }</p> }
        </>
    }
}

/// A cell: what it would be, and what it is.
fn becoming(on: &Appraisal, cell: &PastedCell) -> Html {
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
        becomes(to, now)
    });
    let remarks = [&cell.reason, &cell.source].into_iter().flatten();
    html! {
        <>
            { for entry }
            if let Some((text, _)) = &cell.refused { { unread(text) } }
            { for remarks.map(|text| html! { <small>{ shortened(text) }</small> }) }
        </>
    }
}
