//! The fields that the forms of these pages are made of. The properties of each sort are filled in here once, because
//! compiled that is long.

use crate::ui::components::draft::Draft;
use crate::ui::components::edits::{DATE_HINT, commit_read, date_reads, date_text, read_date};
use crate::ui::components::fields::{Choice, Commit, Field};
use crate::ui::hooks::Editor;
use weighbridge_edit::Edit;
use weighbridge_model::PartialDate;
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

/// A field of one line of a form that is used as a whole.
pub fn draft_field(
    id: String,
    label: &'static str,
    hint: &'static str,
    value: &str,
    input: Callback<String>,
    error: Option<AttrValue>,
) -> Html {
    html! { <Draft {id} {label} {hint} value={value.to_owned()} {input} {error} /> }
}

/// Keeps what is typed in a field of such a form.
pub fn typed(field: &UseStateHandle<String>) -> Callback<String> {
    let field = field.clone();
    Callback::from(move |text: String| field.set(text))
}
