//! How many of what, hedged as the source hedges it, and in which prices.

use crate::ui::components::edits::{choose, commit, commit_read, dom_id, read_amount, read_number};
use crate::ui::components::fields::Field;
use crate::ui::components::form::{choice_field, line_field};
use crate::ui::hooks::Editor;
use weighbridge_edit::{Edit, FigureEdit, FiguresEdit};
use weighbridge_model::{
    Amount, Figure, FigureId, Finite, PartialDate, Pence, PriceBase, Qualifier,
};
use weighbridge_report::{
    money, unrounded,
    words::{Mistyped, Named, Sentence},
};
use yew::prelude::*;

/// A change of a figure.
pub fn change(id: &FigureId, change: FigureEdit) -> Edit {
    Edit::Figures(FiguresEdit::Change(id.clone(), change))
}

/// The hedge, the amount and its unit.
pub fn amount(editor: &Editor, figure: &Figure) -> Html {
    let id = &figure.id;
    let hedge = choose(editor, {
        let id = id.clone();
        move |at: usize| {
            let qualifier = Qualifier::ALL
                .get(at)
                .copied()
                .unwrap_or(Qualifier::Exactly);
            change(&id, FigureEdit::Qualifier(qualifier))
        }
    });
    let hedges = Qualifier::ALL.map(|q| match q {
        Qualifier::Exactly => AttrValue::from("As stated"),
        q => AttrValue::from(q.words()),
    });
    let hedged = Qualifier::ALL.iter().position(|q| *q == figure.qualifier);
    let (shown, quantity) = match &figure.amount {
        Amount::Money(pence) => (money(*pence), None),
        Amount::Quantity { value, unit } => (unrounded(value.get()), Some((*value, unit.clone()))),
    };
    let commit_amount = {
        let (id, quantity) = (id.clone(), quantity.clone());
        let read = move |text: String| match &quantity {
            None => read_money(&text),
            Some((_, unit)) => read_quantity(&text, unit),
        };
        commit_read(editor, read, move |amount| {
            change(&id, FigureEdit::Amount(amount))
        })
    };
    let other = match &figure.amount {
        Amount::Money(pence) => Finite::new(pence.pounds()).map(|pounds| of_unit(pounds, "")),
        Amount::Quantity { value, .. } => Pence::from_pounds(value.get()).map(Amount::Money),
    };
    let is_money = quantity.is_none();
    let kinds = vec!["Pounds".into(), "Another unit".into()];
    let kind = {
        let (editor, other) = (
            editor.clone(),
            other.map(|o| change(id, FigureEdit::Amount(o))),
        );
        Callback::from(move |at: usize| {
            if let Some(edit) = other.clone().filter(|_| (at == 0) != is_money) {
                editor.apply(edit);
            }
        })
    };
    let name_unit = |value: Finite| {
        let id = id.clone();
        commit(editor, move |unit| {
            change(&id, FigureEdit::Amount(of_unit(value, &unit)))
        })
    };
    html! {
        <div class="row fields">
            { choice_field(dom_id("figure-hedge", id), "Almost, about, up to", "", hedges.to_vec(), hedged.unwrap_or(0), hedge) }
            <Field id={dom_id("figure-amount", id)} label="Amount" number={true} letters={true} class={classes!("wide")}
                value={shown} commit={commit_amount} />
            { choice_field(dom_id("figure-kind", id), "Counted in", "", kinds, usize::from(!is_money), kind) }
            <div>
                if let Some((value, unit)) = quantity {
                    { line_field(dom_id("figure-unit", id), "Unit", "", &unit, name_unit(value)) }
                }
            </div>
        </div>
    }
}

/// In which prices an amount of money is.
pub fn prices(editor: &Editor, figure: &Figure) -> Html {
    let id = &figure.id;
    // Where a year is asked for, the source's own is the likeliest.
    let year = figure.date.or(editor.document.appraisal().frame.date);
    let year = year.map_or(2025, PartialDate::year);
    let base = choose(editor, {
        let id = id.clone();
        move |at: usize| {
            let base = match at {
                0 => PriceBase::NotStated,
                1 => PriceBase::Nominal,
                _ => PriceBase::Real(year),
            };
            change(&id, FigureEdit::PriceBase(base))
        }
    });
    let bases = vec![
        "Not stated".into(),
        "Cash: prices of the year it is spent".into(),
        "Prices of one year".into(),
    ];
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
            move |year| change(&id, FigureEdit::PriceBase(PriceBase::Real(year))),
        )
    };
    html! {
        <div class="row fields">
            { choice_field(dom_id("figure-prices", id), "Prices", "", bases, chosen, base) }
            <div>
                if let Some(year) = real {
                    <Field id={dom_id("figure-year", id)} label="Prices of" number={true}
                        value={year.to_string()} hint="The year, or the year a financial year starts in"
                        commit={commit_year} />
                }
            </div>
        </div>
    }
}

/// Reads `2013`, or `2013/14` as the year it starts in.
fn read_year(text: &str) -> Result<i32, String> {
    let wrong = || Mistyped::Year.sentence();
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
pub fn read_money(text: &str) -> Result<Amount, String> {
    let pounds = read_amount(text, "£")?;
    Pence::from_pounds(pounds.get())
        .map(Amount::Money)
        .ok_or_else(|| Mistyped::Pounds.sentence())
}

/// Reads an amount of something else.
pub fn read_quantity(text: &str, unit: &str) -> Result<Amount, String> {
    Ok(of_unit(read_amount(text, unit)?, unit))
}

fn of_unit(value: Finite, unit: &str) -> Amount {
    Amount::Quantity {
        value,
        unit: unit.trim().to_owned(),
    }
}
