//! Why one option beats another, criterion by criterion.

use crate::ui::components::figure::{Draw, Figure};
use crate::ui::components::form::choice_field;
use crate::ui::hooks::use_editor;
use weighbridge_analysis::OptionIx;
use weighbridge_report::{ComparedRow, Comparison, Subject, compare, first_pair, profile_picture};
use weighbridge_state::file_stem;
use yew::prelude::*;

/// Two options side by side.
#[component]
pub fn Compare() -> Html {
    let editor = use_editor();
    let document = &editor.document;
    let subject = document.subject();
    let chosen = use_state(|| (None::<usize>, None::<usize>));
    let Some(pair) = first_pair(subject) else {
        return Html::default();
    };
    let options = &subject.analysis.options;
    let known = |at: Option<usize>, otherwise: OptionIx| {
        at.and_then(|at| options.ix(at)).unwrap_or(otherwise)
    };
    let (first, second) = (known(chosen.0, pair.0), known(chosen.1, pair.1));
    let choices: Vec<AttrValue> = options
        .keys()
        .map(|at| AttrValue::from(subject.option(at).into_owned()))
        .collect();
    let choose = |which: usize| {
        let chosen = chosen.clone();
        Callback::from(move |at: usize| {
            chosen.set(if which == 0 {
                (Some(at), Some(usize::from(second)))
            } else {
                (Some(usize::from(first)), Some(at))
            });
        })
    };
    let draw = {
        let document = document.clone();
        Draw::new(move |width| {
            let (presentation, chart) = profile_picture(document.subject(), first, second);
            chart.draw(&presentation.at(width))
        })
    };
    let compared = compare(subject, first, second);
    let title = compared
        .as_ref()
        .map_or_else(|| "Compare two options".to_owned(), |c| c.title.clone());
    html! {
        <div class="compare">
            <h3>{ title }</h3>
            <div class="row">
                { choice_field("compare-first".to_owned(), "Compare", "", choices.clone(), usize::from(first), choose(0)) }
                { choice_field("compare-second".to_owned(), "with", "", choices, usize::from(second), choose(1)) }
            </div>
            if let Some(compared) = compared {
                { differences(subject, first, second, &compared) }
                if let Some(words) = &compared.left_out {
                    <p class="note">{ words }</p>
                }
                <Figure {draw} name={format!("{}-values", file_stem(&subject.appraisal.frame.title))} subheading=true />
            } else {
                <p class="note">{ "Choose two different options." }</p>
            }
        </div>
    }
}

/// The difference on each criterion, the largest first, with what it adds up to.
fn differences(on: Subject<'_>, first: OptionIx, second: OptionIx, compared: &Comparison) -> Html {
    let row = |row: &ComparedRow| {
        html! {
            <tr key={usize::from(row.leaf)}>
                <th scope="row">{ on.leaf_short(row.leaf).into_owned() }</th>
                <td class="number">{ &row.weight }</td>
                { for row.values.iter().map(|value| html! { <td class="number">{ value }</td> }) }
                <td class="number">{ &row.ahead }</td>
            </tr>
        }
    };
    let (words, points) = &compared.foot;
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label="Differences by criterion">
            <table aria-label="Differences by criterion">
                <thead><tr>
                    <th scope="col">{ "Criterion" }</th>
                    <th scope="col" class="number">{ "Weight" }</th>
                    <th scope="col" class="number">{ on.option_short(first).into_owned() }</th>
                    <th scope="col" class="number">{ on.option_short(second).into_owned() }</th>
                    <th scope="col" class="number">{ "Points ahead" }</th>
                </tr></thead>
                <tbody>{ for compared.rows.iter().map(row) }</tbody>
                <tfoot><tr>
                    <th scope="row" colspan="4">{ words }</th>
                    <td class="number"><strong>{ points }</strong></td>
                </tr></tfoot>
            </table>
        </div>
    }
}
