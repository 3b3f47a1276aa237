//! One source.

use crate::ui::components::disclosure::Opened;
use crate::ui::components::edits::{commit, dom_id};
use crate::ui::components::form::{date_field, heading_field, line_field, long_field};
use crate::ui::components::order::remove_button;
use crate::ui::hooks::Editor;
use crate::ui::pages::set_up::Cards;
use weighbridge_edit::{Edit, SourceEdit, SourcesEdit};
use weighbridge_model::Source;
use weighbridge_report::words;
use yew::prelude::*;

/// The field that adds a source.
pub(super) const ADD: &str = "add-source";

/// The card of a source, by its place in the list.
pub fn source_card(cards: &Cards<'_>, sources: &[Source], at: usize) -> Html {
    let source = &sources[at];
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
    let id = dom_id("source", at);
    cards.card(id, 3, title, face, Html::default(), &|| {
        within(cards.editor, cards.opened, sources, at)
    })
}

fn within(editor: &Editor, opened: &Opened, sources: &[Source], at: usize) -> Html {
    let source = &sources[at];
    let say = |make: fn(String) -> SourceEdit| {
        commit(editor, move |text| {
            Edit::Sources(SourcesEdit::Change(at, make(text)))
        })
    };
    let date = move |date| Edit::Sources(SourcesEdit::Change(at, SourceEdit::Date(date)));
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
    html! {
        <>
            { heading_field(dom_id("source-title", at), "Title", "", &source.title, say(SourceEdit::Title)) }
            { line_field(dom_id("source-link", at), "Where to find it",
                "An address that begins with http:// or https:// becomes a link; anything else is shown as it is",
                &source.link, say(SourceEdit::Link)) }
            { date_field(editor, dom_id("source-date", at), "Date", source.date, date) }
            { long_field(dom_id("source-note", at), "What it is used for", "", &source.note, say(SourceEdit::Note)) }
            { remove_button(&format!("source {}", source.title), "", then, remove) }
        </>
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
