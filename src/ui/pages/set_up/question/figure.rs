//! One figure.

use super::amount::{amount, change, prices};
use super::new_figure::NAME;
use crate::ui::components::edits::{choose, commit, dom_id};
use crate::ui::components::form::{
    choice_field, date_field, heading_field, line_field, long_field,
};
use crate::ui::components::order::{after_removal, remove_button};
use crate::ui::hooks::Editor;
use crate::ui::pages::set_up::Cards;
use weighbridge_edit::{Edit, FigureEdit, FiguresEdit};
use weighbridge_model::{Amount, Figure, FigureStatus, PriceBase};
use weighbridge_report::{
    figure as figure_words,
    words::{self, Named},
};
use yew::prelude::*;

/// The card of a figure, by its place in the list; it reads like "almost £10 million · Investment in the front line".
pub fn figure_card(cards: &Cards<'_>, figures: &[Figure], at: usize) -> Html {
    let figure = &figures[at];
    let title = html! {
        <><span class="amount">{ figure_words(figure) }</span>{ " · " }<span>{ &figure.name }</span></>
    };
    let face = html! {
        <>
            if let Some(facts) = facts(figure) { <p class="quiet fold-text">{ facts }</p> }
            if !figure.note.is_empty() { <p class="quiet fold-text">{ &figure.note }</p> }
        </>
    };
    let id = dom_id("figure", &figure.id);
    cards.card(id, 3, title, face, Html::default(), &|| {
        within(cards.editor, figures, at)
    })
}

fn within(editor: &Editor, figures: &[Figure], at: usize) -> Html {
    let figure = &figures[at];
    let id = &figure.id;
    let ids: Vec<String> = figures.iter().map(|f| dom_id("figure", &f.id)).collect();
    let remove = choose(editor, {
        let id = id.clone();
        move |()| Edit::Figures(FiguresEdit::Remove(id.clone()))
    });
    let say = |make: fn(String) -> FigureEdit| {
        let id = id.clone();
        commit(editor, move |text| change(&id, make(text)))
    };
    let date = {
        let id = id.clone();
        move |date| change(&id, FigureEdit::Date(date))
    };
    let status = choose(editor, {
        let id = id.clone();
        move |at: usize| {
            let status = FigureStatus::ALL
                .get(at)
                .copied()
                .unwrap_or(FigureStatus::NotStated);
            change(&id, FigureEdit::Status(status))
        }
    });
    let statuses = FigureStatus::ALL
        .map(|s| AttrValue::from(s.words()))
        .to_vec();
    let chosen = FigureStatus::ALL.iter().position(|s| *s == figure.status);
    let chosen = chosen.unwrap_or(0);
    html! {
        <>
            { heading_field(dom_id("figure-name", id), "What it is a figure of", "", &figure.name, say(FigureEdit::Name)) }
            { amount(editor, figure) }
            <div class="pair">
                { choice_field(dom_id("figure-status", id), "Kind of figure", "Claimed: said to have happened, not checked",
                    statuses, chosen, status) }
                { line_field(dom_id("figure-period", id), "Period", "In the source’s words, such as 2014/15 or a year",
                    &figure.period, say(FigureEdit::Period)) }
            </div>
            if matches!(figure.amount, Amount::Money(_)) {
                { prices(editor, figure) }
            }
            <div class="pair">
                { line_field(dom_id("figure-source", id), "Source", "The document and the page", &figure.source, say(FigureEdit::Source)) }
                { date_field(editor, dom_id("figure-date", id), "Date of the source", figure.date, date) }
            </div>
            { long_field(dom_id("figure-note", id), "Note", "", &figure.note, say(FigureEdit::Note)) }
            { remove_button(&format!("figure {}", figure.name), "", after_removal(&ids, at, NAME), remove) }
        </>
    }
}

/// What makes it checkable, in a line.
fn facts(figure: &Figure) -> Option<String> {
    let status = match figure.status {
        FigureStatus::NotStated => "",
        status => status.words(),
    };
    let prices = match figure.price_base {
        PriceBase::NotStated => String::new(),
        PriceBase::Nominal => "cash prices".to_owned(),
        PriceBase::Real(year) => format!("{year} prices"),
    };
    let source = match (figure.source.as_str(), figure.date) {
        ("", None) => String::new(),
        ("", Some(date)) => words::date(date),
        (source, _) => source.to_owned(),
    };
    let parts = [status.to_owned(), figure.period.clone(), prices, source];
    let parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}
