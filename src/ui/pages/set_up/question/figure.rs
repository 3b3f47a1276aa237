//! One figure.

use super::amount::{amount, change, prices};
use super::new_figure::NAME;
use crate::ui::components::disclosure::{Disclosure, Opened};
use crate::ui::components::edits::{
    DATE_HINT, choose, commit, commit_read, date_reads, date_text, dom_id, read_date,
};
use crate::ui::components::fields::{Choice, Field};
use crate::ui::components::order::{Remove, after_removal};
use crate::ui::hooks::Editor;
use weighbridge_edit::{Edit, FigureEdit, FiguresEdit};
use weighbridge_model::{Amount, Figure, FigureStatus, PriceBase};
use weighbridge_report::{
    figure as figure_words,
    words::{self, Named},
};
use yew::prelude::*;

/// The card of a figure, by its place in the list; it reads like "almost £10 million · Investment in the front line".
pub fn figure_card(editor: &Editor, opened: &Opened, figures: &[Figure], at: usize) -> Html {
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
        commit_read(
            editor,
            |text| read_date(&text),
            move |date| change(&id, FigureEdit::Date(date)),
        )
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
    let title = html! {
        <><span class="amount">{ figure_words(figure) }</span>{ " · " }<span>{ &figure.name }</span></>
    };
    let face = html! {
        <>
            if let Some(facts) = facts(figure) { <p class="quiet fold-text">{ facts }</p> }
            if !figure.note.is_empty() { <p class="quiet fold-text">{ &figure.note }</p> }
        </>
    };
    html! {
        <Disclosure id={dom_id("figure", id)} opened={opened.clone()} {title} {face}>
            <Field id={dom_id("figure-name", id)} label="What it is a figure of" in_heading=true value={figure.name.clone()}
                commit={say(FigureEdit::Name)} />
            { amount(editor, figure) }
            <div class="pair">
                <Choice id={dom_id("figure-status", id)} label="Kind of figure" choose={status}
                    hint="Claimed: said to have happened, not checked"
                    choices={FigureStatus::ALL.map(|s| AttrValue::from(s.words())).to_vec()}
                    chosen={FigureStatus::ALL.iter().position(|s| *s == figure.status).unwrap_or(0)} />
                <Field id={dom_id("figure-period", id)} label="Period" value={figure.period.clone()}
                    hint="In the source’s words, such as 2014/15 or a year" commit={say(FigureEdit::Period)} />
            </div>
            if matches!(figure.amount, Amount::Money(_)) {
                { prices(editor, figure) }
            }
            <div class="pair">
                <Field id={dom_id("figure-source", id)} label="Source" value={figure.source.clone()}
                    hint="The document and the page" commit={say(FigureEdit::Source)} />
                <Field id={dom_id("figure-date", id)} label="Date of the source"
                    value={date_text(figure.date)} hint={DATE_HINT} reads={date_reads(figure.date)}
                    commit={date} />
            </div>
            <Field id={dom_id("figure-note", id)} label="Note" long={true} value={figure.note.clone()}
                commit={say(FigureEdit::Note)} />
            <Remove name={format!("figure {}", figure.name)} then={after_removal(&ids, at, NAME)} {remove} />
        </Disclosure>
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
