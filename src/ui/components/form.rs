//! The fields that forms are made of. The properties of each sort are filled in here once, because compiled that is long.

use crate::ui::components::draft::{Draft, draft};
use crate::ui::components::edits::{
    DATE_HINT, add_all, commit, commit_read, date_reads, date_text, read_date,
};
use crate::ui::components::fields::{Add, Choice, Commit, Field};
use crate::ui::hooks::Editor;
use weighbridge_edit::{BatchSubject, Edit};
use weighbridge_model::{Appraisal, PartialDate};
use yew::prelude::*;

/// A field of one line. The hint may be blank, as in all of these.
pub fn line_field(
    id: String,
    label: &'static str,
    hint: &'static str,
    value: &str,
    commit: Commit,
) -> Html {
    html! { <Field {id} {label} {hint} value={value.to_owned()} {commit} /> }
}

/// A field of one line that the heading above it repeats.
pub fn heading_field(
    id: String,
    label: &'static str,
    hint: &'static str,
    value: &str,
    commit: Commit,
) -> Html {
    html! { <Field {id} {label} {hint} in_heading=true value={value.to_owned()} {commit} /> }
}

/// A field of several lines.
pub fn long_field(
    id: String,
    label: &'static str,
    hint: &'static str,
    value: &str,
    commit: Commit,
) -> Html {
    html! { <Field {id} {label} {hint} long=true value={value.to_owned()} {commit} /> }
}

/// A field for a number.
pub fn number_field(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    value: &str,
    commit: Commit,
) -> Html {
    html! { <Field {id} {label} {hint} number=true value={value.to_owned()} {commit} /> }
}

/// A field for a date, and the edit made of the date.
pub fn date_field(
    editor: &Editor,
    id: String,
    label: &'static str,
    date: Option<PartialDate>,
    make: impl Fn(Option<PartialDate>) -> Edit + 'static,
) -> Html {
    let commit = commit_read(editor, |text| read_date(&text), make);
    html! {
        <Field {id} {label} value={date_text(date)} hint={DATE_HINT} reads={date_reads(date)} {commit} />
    }
}

/// A list to choose one from.
pub fn choice_field(
    id: String,
    label: &'static str,
    hint: &'static str,
    choices: Vec<AttrValue>,
    chosen: usize,
    choose: Callback<usize>,
) -> Html {
    html! { <Choice {id} {label} {hint} {choices} {chosen} {choose} /> }
}

/// A field with a button that adds one of something by its name, or several of them.
pub fn add_field(
    editor: &Editor,
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    button: &'static str,
    subject: BatchSubject,
    make: fn(&Appraisal, &str) -> Edit,
) -> Html {
    let add = {
        let on = editor.document.appraisal().clone();
        commit(editor, move |name| make(&on, &name))
    };
    html! { <Add {id} {label} {hint} {button} {add} add_all={add_all(editor, subject, make)} /> }
}

/// A field of one line of a form that is used as a whole.
pub fn draft_field(
    id: String,
    label: &'static str,
    hint: &'static str,
    value: &str,
    input: Callback<String>,
    error: Option<AttrValue>,
) -> Html {
    draft(Draft {
        hint: hint.into(),
        error,
        ..Draft::of(id, label.to_owned(), value, input)
    })
}

/// Keeps what is typed in a field of such a form.
pub fn typed(field: &UseStateHandle<String>) -> Callback<String> {
    let field = field.clone();
    Callback::from(move |text: String| field.set(text))
}
