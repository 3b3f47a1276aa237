//! One figure.

use super::new_figure::NAME;
use crate::edit::{Edit, FigureEdit, parse_amount};
use crate::model::{Amount, Figure, FigureId, FigureStatus, Pence, PriceBase, Qualifier};
use crate::report::{exact, figure as figure_words, money};
use crate::ui::components::edits::{
    choose, commit, commit_read, date_hint, date_text, dom_id, read_date, read_number,
};
use crate::ui::components::fields::{Choice, Field};
use crate::ui::components::fold::{Fold, Opened};
use crate::ui::components::order::{Remove, after_removal};
use crate::ui::hooks::{Editor, use_editor};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct FigureProps {
    pub id: FigureId,
    /// The open cards of the list.
    pub opened: Opened,
}

/// The card of a figure, which reads like "almost £10 million · Investment in the front line".
#[component]
pub fn FigureCard(props: &FigureProps) -> Html {
    let editor = use_editor();
    let figures = &editor.document.appraisal().figures;
    let Some((at, figure)) = figures.iter().enumerate().find(|(_, f)| f.id == props.id) else {
        return Html::default();
    };
    let id = &figure.id;
    let ids: Vec<String> = figures.iter().map(|f| dom_id("figure", &f.id)).collect();
    let remove = choose(&editor, {
        let id = id.clone();
        move |()| Edit::RemoveFigure(id.clone())
    });
    let say = |make: fn(String) -> FigureEdit| {
        let id = id.clone();
        commit(&editor, move |text| Edit::Figure(id.clone(), make(text)))
    };
    let date = {
        let id = id.clone();
        commit_read(
            &editor,
            |text| read_date(&text),
            move |date| Edit::Figure(id.clone(), FigureEdit::Date(date)),
        )
    };
    let status = choose(&editor, {
        let id = id.clone();
        move |at: usize| {
            let status = FigureStatus::ALL
                .get(at)
                .copied()
                .unwrap_or(FigureStatus::NotStated);
            Edit::Figure(id.clone(), FigureEdit::Status(status))
        }
    });
    let title = html! {
        <><span class="amount">{ figure_words(figure) }</span>{ " · " }<span>{ &figure.name }</span></>
    };
    let face = html! {
        <>
            if let Some(facts) = facts(figure) { <p class="quiet said">{ facts }</p> }
            if !figure.note.is_empty() { <p class="quiet said">{ &figure.note }</p> }
        </>
    };
    html! {
        <Fold id={dom_id("figure", id)} opened={props.opened.clone()} {title} {face}>
            <Field id={dom_id("figure-name", id)} label="What it is a figure of" value={figure.name.clone()} commit={say(FigureEdit::Name)} />
            { amount(&editor, figure) }
            <div class="pair">
                <Choice id={dom_id("figure-status", id)} label="Kind of figure" choose={status}
                    hint="Claimed: said to have happened, not checked"
                    choices={FigureStatus::ALL.map(|s| AttrValue::from(s.words())).to_vec()}
                    chosen={FigureStatus::ALL.iter().position(|s| *s == figure.status).unwrap_or(0)} />
                <Field id={dom_id("figure-period", id)} label="Period" value={figure.period.clone()}
                    hint="In the source’s words, such as 2014/15 or a year" commit={say(FigureEdit::Period)} />
            </div>
            if matches!(figure.amount, Amount::Money(_)) {
                { prices(&editor, figure) }
            }
            <div class="pair">
                <Field id={dom_id("figure-source", id)} label="Source" value={figure.source.clone()}
                    hint="The document and the page" commit={say(FigureEdit::Source)} />
                <Field id={dom_id("figure-date", id)} label="Date of the source" value={date_text(figure.date)}
                    hint={date_hint(figure.date)} commit={date} />
            </div>
            <Field id={dom_id("figure-note", id)} label="Note" long=true value={figure.note.clone()} commit={say(FigureEdit::Note)} />
            <Remove name={format!("figure {}", figure.name)} then={after_removal(&ids, at, NAME)} {remove} />
        </Fold>
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
        ("", Some(date)) => date.words(),
        (source, _) => source.to_owned(),
    };
    let parts = [status.to_owned(), figure.period.clone(), prices, source];
    let parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// The hedge, the amount and its unit.
fn amount(editor: &Editor, figure: &Figure) -> Html {
    let id = &figure.id;
    let edit = |change: FigureEdit| Edit::Figure(id.clone(), change);
    let hedge = choose(editor, {
        let id = id.clone();
        move |at: usize| {
            let qualifier = Qualifier::ALL
                .get(at)
                .copied()
                .unwrap_or(Qualifier::Exactly);
            Edit::Figure(id.clone(), FigureEdit::Qualifier(qualifier))
        }
    });
    let hedges = Qualifier::ALL.map(|q| match q {
        Qualifier::Exactly => AttrValue::from("As stated"),
        q => AttrValue::from(q.words()),
    });
    let (shown, unit) = match &figure.amount {
        Amount::Money(pence) => (money(*pence), None),
        Amount::Quantity { value, unit } => (exact(value.get()), Some(unit.clone())),
    };
    let commit_amount = {
        let (id, unit) = (id.clone(), unit.clone());
        let read = move |text: String| match &unit {
            None => read_money(&text),
            Some(unit) => read_quantity(&text, unit),
        };
        commit_read(editor, read, move |amount| {
            Edit::Figure(id.clone(), FigureEdit::Amount(amount))
        })
    };
    let other = match &figure.amount {
        Amount::Money(pence) => read_quantity(&pence.pounds().to_string(), ""),
        Amount::Quantity { value, .. } => read_money(&value.get().to_string()),
    };
    let is_money = unit.is_none();
    let kind = {
        let (editor, other) = (
            editor.clone(),
            other.ok().map(|o| edit(FigureEdit::Amount(o))),
        );
        Callback::from(move |at: usize| {
            if let Some(edit) = other.clone().filter(|_| (at == 0) != is_money) {
                editor.apply(edit);
            }
        })
    };
    let name_unit = {
        let (id, shown) = (id.clone(), shown.clone());
        commit_read(
            editor,
            move |unit| read_quantity(&shown, &unit),
            move |amount| Edit::Figure(id.clone(), FigureEdit::Amount(amount)),
        )
    };
    html! {
        <div class="row fields">
            <Choice id={dom_id("figure-hedge", id)} label="Hedge" choices={hedges.to_vec()} choose={hedge}
                chosen={Qualifier::ALL.iter().position(|q| *q == figure.qualifier).unwrap_or(0)} />
            <Field id={dom_id("figure-amount", id)} label="Amount" number=true class={classes!("wide")} value={shown} commit={commit_amount} />
            <Choice id={dom_id("figure-kind", id)} label="Counted in" choices={vec!["Pounds".into(), "Another unit".into()]}
                chosen={usize::from(!is_money)} choose={kind} />
            <div>
                if let Some(unit) = unit {
                    <Field id={dom_id("figure-unit", id)} label="Unit" value={unit} commit={name_unit} />
                }
            </div>
        </div>
    }
}

/// In which prices an amount of money is.
fn prices(editor: &Editor, figure: &Figure) -> Html {
    let id = &figure.id;
    // Where a year is asked for, the source's own is the likeliest.
    let year = figure.date.or(editor.document.appraisal().date);
    let year = year
        .and_then(|d| d.to_string().get(..4)?.parse().ok())
        .unwrap_or(2025);
    let base = choose(editor, {
        let id = id.clone();
        move |at: usize| {
            let base = match at {
                0 => PriceBase::NotStated,
                1 => PriceBase::Nominal,
                _ => PriceBase::Real(year),
            };
            Edit::Figure(id.clone(), FigureEdit::PriceBase(base))
        }
    });
    let (chosen, real) = match figure.price_base {
        PriceBase::NotStated => (0, None),
        PriceBase::Nominal => (1, None),
        PriceBase::Real(year) => (2, Some(year)),
    };
    let commit_year = {
        let id = id.clone();
        commit_read(
            editor,
            |text| read_year(&text),
            move |year| Edit::Figure(id.clone(), FigureEdit::PriceBase(PriceBase::Real(year))),
        )
    };
    html! {
        <div class="row fields">
            <Choice id={dom_id("figure-prices", id)} label="Prices" {chosen} choose={base}
                choices={vec!["Not stated".into(), "Cash: prices of the year it is spent".into(), "Prices of one year".into()]} />
            <div>
                if let Some(year) = real {
                    <Field id={dom_id("figure-year", id)} label="Prices of" number=true value={year.to_string()}
                        hint="The year, or the year a financial year starts in" commit={commit_year} />
                }
            </div>
        </div>
    }
}

/// Reads `2013`, or `2013/14` as the year it starts in.
fn read_year(text: &str) -> Result<i32, String> {
    let wrong = || "Enter a year, such as 2013 or 2013/14.".to_owned();
    let year = text.trim().split('/').next().unwrap_or_default();
    let number = read_number(year).map_err(|_| wrong())?.get();
    let year = year
        .trim()
        .parse::<i32>()
        .ok()
        .filter(|_| (1000.0..=9999.0).contains(&number));
    year.ok_or_else(wrong)
}

/// Reads an amount of money.
pub(super) fn read_money(text: &str) -> Result<Amount, String> {
    let pounds = parse_amount(text).map_err(|why| why.to_string())?;
    Pence::from_pounds(pounds.get())
        .map(Amount::Money)
        .ok_or_else(|| "Enter an amount in whole pence, below £1 million million.".to_owned())
}

/// Reads an amount of something else.
pub(super) fn read_quantity(text: &str, unit: &str) -> Result<Amount, String> {
    let value = parse_amount(text).map_err(|why| why.to_string())?;
    Ok(Amount::Quantity {
        value,
        unit: unit.trim().to_owned(),
    })
}
