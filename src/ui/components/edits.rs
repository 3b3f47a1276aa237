//! Callbacks that do edits, and what people type for a date, a number or an amount.

use super::fields::Commit;
use crate::ui::hooks::Editor;
use std::fmt::Display;
use weighbridge_analysis::Share;
use weighbridge_edit::{
    BatchSubject, Edit, WeightEntry, parse_amount, parse_date, parse_number, parse_weight,
};
use weighbridge_model::{Appraisal, CriterionId, Finite, PartialDate};
use weighbridge_report::{
    Subject, set_share, typed_share,
    words::{self, Mistyped, Sentence, amount_refused, number_refused},
};
use yew::prelude::*;

/// Commits what was typed as the edit made of it.
pub fn commit(editor: &Editor, make: impl Fn(String) -> Edit + 'static) -> Commit {
    commit_read(editor, Ok, make)
}

/// Commits what was typed, once it has been read as something else.
pub fn commit_read<T: 'static>(
    editor: &Editor,
    read: impl Fn(String) -> Result<T, String> + 'static,
    make: impl Fn(T) -> Edit + 'static,
) -> Commit {
    let editor = editor.clone();
    Callback::from(move |text: String| {
        let edit = make(read(text)?);
        editor.edit(edit).map_err(|why| why.sentence())
    })
}

/// Adds one of something for each name, as one step to undo.
pub fn add_all(
    editor: &Editor,
    subject: BatchSubject,
    add: impl Fn(&Appraisal, &str) -> Edit + 'static,
) -> Callback<Vec<String>, Result<(), String>> {
    let editor = editor.clone();
    Callback::from(move |names: Vec<String>| {
        let on = editor.document.appraisal();
        let edit = Edit::add_several(on, subject.clone(), &names, &add);
        edit.and_then(|edit| editor.edit(edit))
            .map_err(|why| why.sentence())
    })
}

/// Does the edit made of what was chosen.
pub fn choose<T: 'static>(editor: &Editor, make: impl Fn(T) -> Edit + 'static) -> Callback<T> {
    let editor = editor.clone();
    Callback::from(move |chosen: T| editor.apply(make(chosen)))
}

/// An element's id, unique on the page, made of what it is and the id of what it belongs to.
pub fn dom_id(role: &str, id: impl Display) -> String {
    // Lists of ids in attributes are parted by spaces.
    format!("{role}.{id}").replace(char::is_whitespace, "_")
}

/// Reads a number.
///
/// # Errors
/// Says what was wrong with the text.
pub fn read_number(text: &str) -> Result<Finite, String> {
    parse_number(text).map_err(|why| number_refused(&why))
}

/// The change of weights that was typed for a criterion, in a field that shows shares or points: a
/// share is one of its group, or of everything at the top. With `aside`, points that are set aside for another
/// method are taken up with it.
///
/// # Errors
/// Says what was wrong with the text, or why there is no such share.
pub fn typed_weight(
    on: Subject<'_>,
    id: &CriterionId,
    text: &str,
    shares: bool,
    aside: bool,
) -> Result<Edit, String> {
    match parse_weight(text, shares).map_err(|why| why.sentence())? {
        WeightEntry::Blank => Ok(Edit::points(id, None)),
        WeightEntry::Points(points) => Ok(Edit::points(id, Some(points))),
        WeightEntry::Share(share) if aside => typed_share(on, id, Share::Local, share.get()),
        WeightEntry::Share(share) => set_share(on, id, Share::Local, share.get()),
    }
}

/// Reads an amount of a unit.
///
/// # Errors
/// Says what was wrong with the text.
pub fn read_amount(text: &str, unit: &str) -> Result<Finite, String> {
    parse_amount(text, unit).map_err(|why| amount_refused(&why))
}

/// Reads a date that may lack its day or its month; blank is no date.
///
/// # Errors
/// Says what was wrong with the text.
pub fn read_date(text: &str) -> Result<Option<PartialDate>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let date = parse_date(text).map(Some);
    date.ok_or_else(|| Mistyped::Date.sentence())
}

/// The hint of a date field.
pub const DATE_HINT: &str = "Such as 2013, 12/2013 or 16/12/2013";

/// How the date in a field reads.
pub fn date_reads(date: Option<PartialDate>) -> String {
    date.map_or_else(String::new, |date| format!("Reads: {}", words::date(date)))
}

/// A date as it would be typed.
pub fn date_text(date: Option<PartialDate>) -> String {
    date.map_or_else(String::new, |date| date.to_string())
}
