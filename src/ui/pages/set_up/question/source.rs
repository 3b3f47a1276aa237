//! One source.

use crate::ui::components::disclosure::{Disclosure, Opened};
use crate::ui::components::edits::{
    DATE_HINT, commit, commit_read, date_reads, date_text, dom_id, read_date,
};
use crate::ui::components::fields::Field;
use crate::ui::components::order::Remove;
use crate::ui::hooks::Editor;
use weighbridge_edit::{Edit, SourceEdit, SourcesEdit};
use weighbridge_model::Source;
use weighbridge_report::words;
use yew::prelude::*;

/// The field that adds a source.
pub(super) const ADD: &str = "add-source";

/// The card of a source, by its place in the list.
pub fn source_card(editor: &Editor, opened: &Opened, sources: &[Source], at: usize) -> Html {
    let source = &sources[at];
    let say = |make: fn(String) -> SourceEdit| {
        commit(editor, move |text| {
            Edit::Sources(SourcesEdit::Change(at, make(text)))
        })
    };
    let date = commit_read(
        editor,
        |text| read_date(&text),
        move |date| Edit::Sources(SourcesEdit::Change(at, SourceEdit::Date(date))),
    );
    let remove = {
        let (editor, opened) = (editor.clone(), opened.clone());
        Callback::from(move |()| {
            // The sources after it take new places, so no card can stay open by its place.
            opened.set([]);
            editor.apply(Edit::Sources(SourcesEdit::Remove(at)));
        })
    };
    // The next source takes the place of the removed one.
    let then = match (at + 1 < sources.len(), at.checked_sub(1)) {
        (true, _) => dom_id("source", at),
        (false, Some(before)) => dom_id("source", before),
        (false, None) => ADD.to_owned(),
    };
    let face = html! {
        <>
            if !source.link.is_empty() { <p class="address">{ link(&source.link) }</p> }
            if !source.note.is_empty() { <p class="quiet fold-text">{ &source.note }</p> }
        </>
    };
    let title = html! {
        <>
            { &source.title }
            if let Some(date) = source.date { <span class="aside">{ format!(" {}", words::date(date)) }</span> }
        </>
    };
    html! {
        <Disclosure id={dom_id("source", at)} opened={opened.clone()} {title} {face}>
            <Field id={dom_id("source-title", at)} label="Title" in_heading=true value={source.title.clone()}
                commit={say(SourceEdit::Title)} />
            <Field id={dom_id("source-link", at)} label="Where to find it" value={source.link.clone()}
                hint="An address that begins with http:// or https:// becomes a link; anything else is shown as it is"
                commit={say(SourceEdit::Link)} />
            <Field id={dom_id("source-date", at)} label="Date" value={date_text(source.date)}
                hint={DATE_HINT} reads={date_reads(source.date)} commit={date} />
            <Field id={dom_id("source-note", at)} label="What it is used for" long={true}
                value={source.note.clone()} commit={say(SourceEdit::Note)} />
            <Remove name={format!("source {}", source.title)} {then} {remove} />
        </Disclosure>
    }
}

/// A web address as a link, which tells the other site nothing about this page; the rest as text.
fn link(address: &str) -> Html {
    let plain = address.trim();
    let web = ["http://", "https://"].into_iter().any(|scheme| {
        plain
            .get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    if web {
        html! { <a href={plain.to_owned()} rel="noreferrer">{ plain.to_owned() }</a> }
    } else {
        html! { <span>{ plain.to_owned() }</span> }
    }
}
