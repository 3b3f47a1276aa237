//! Why one option beats another, criterion by criterion.

use crate::analysis::sum;
use crate::report::{Subject, first_pair, percent, profile_picture, short, three};
use crate::ui::components::fields::Choice;
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::hooks::use_editor;
use crate::ui::open::file_stem;
use crate::ui::part::part;
use markup::html;
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
    let count = subject.analysis.options.len();
    let known =
        |at: Option<usize>, otherwise: usize| at.filter(|at| *at < count).unwrap_or(otherwise);
    let (first, second) = (known(chosen.0, pair.0), known(chosen.1, pair.1));
    let choices: Vec<AttrValue> = (0..count)
        .map(|at| AttrValue::from(subject.option(at).into_owned()))
        .collect();
    let choose = |which: usize| {
        let chosen = chosen.clone();
        Callback::from(move |at: usize| {
            chosen.set(if which == 0 {
                (Some(at), Some(second))
            } else {
                (Some(first), Some(at))
            });
        })
    };
    let draw = {
        let document = document.clone();
        Draw::new(move |width| {
            let (frame, chart) = profile_picture(document.subject(), first, second);
            chart.draw(&crate::chart::Frame { width, ..frame })
        })
    };
    html! {
        <section class="compare">
            <h2>{ format!("Why {}", verdict(subject, first, second)) }</h2>
            <div class="row">
                { part!(Choice { id: "compare-first", label: "Compare", choices: choices.clone(), chosen: first, choose: choose(0) }) }
                { part!(Choice { id: "compare-second", label: "with", choices, chosen: second, choose: choose(1) }) }
            </div>
            if first == second {
                <p class="note">{ "Choose two different options." }</p>
            } else {
                { differences(subject, first, second) }
                <Figure {draw} name={format!("{}-values", file_stem(&subject.appraisal.title))} />
            }
        </section>
    }
}

fn verdict(on: Subject<'_>, first: usize, second: usize) -> String {
    let total = |at: usize| on.analysis.options[at].total.value();
    let (a, b) = (on.option(first), on.option(second));
    match total(first).zip(total(second)) {
        Some((x, y)) if x > y + crate::analysis::TIE => format!("{a} comes before {b}"),
        Some((x, y)) if y > x + crate::analysis::TIE => format!("{b} comes before {a}"),
        Some(_) => format!("{a} and {b} tie"),
        None => format!("{a} and {b} differ"),
    }
}

/// The difference on each criterion, the largest first, with what it adds up to.
fn differences(on: Subject<'_>, first: usize, second: usize) -> Html {
    let analysis = on.analysis;
    let points = |option: usize, leaf: usize| analysis.options[option].contributions[leaf];
    let mut rows: Vec<(usize, f64)> = (0..analysis.leaves.len())
        .filter(|leaf| !analysis.scales[*leaf].excluded)
        .filter_map(|leaf| Some((leaf, points(first, leaf)? - points(second, leaf)?)))
        .collect();
    crate::order::sort(&mut rows, |a, b| b.1.abs().total_cmp(&a.1.abs()));
    let total = sum(rows.iter().map(|(_, difference)| *difference));
    let value = |option: usize, leaf: usize| {
        let cell = analysis.values[option][leaf].value();
        cell.map_or_else(|| "–".to_owned(), short)
    };
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label="Differences by criterion">
            <table>
                <thead><tr>
                    <th scope="col">{ "Criterion" }</th>
                    <th scope="col" class="number">{ "Weight" }</th>
                    <th scope="col" class="number">{ on.option_short(first) }</th>
                    <th scope="col" class="number">{ on.option_short(second) }</th>
                    <th scope="col" class="number">{ "Points ahead" }</th>
                </tr></thead>
                <tbody>
                    { for rows.iter().map(|(leaf, difference)| html! {
                        <tr key={*leaf}>
                            <th scope="row">{ on.leaf_short(*leaf) }</th>
                            <td class="number">{ analysis.leaf_node(*leaf).cumulative.map_or_else(String::new, percent) }</td>
                            <td class="number">{ value(first, *leaf) }</td>
                            <td class="number">{ value(second, *leaf) }</td>
                            <td class="number">{ signed(*difference) }</td>
                        </tr>
                    }) }
                </tbody>
                <tfoot><tr>
                    <th scope="row" colspan="4">{ format!("{} ahead of {}", on.option_short(first), on.option_short(second)) }</th>
                    <td class="number"><strong>{ signed_total(total) }</strong></td>
                </tr></tfoot>
            </table>
        </div>
    }
}

fn signed(x: f64) -> String {
    if x > 0.0 {
        format!("+{}", short(x))
    } else {
        short(x).replace('-', "−")
    }
}

fn signed_total(x: f64) -> String {
    if x > 0.0 {
        format!("+{}", three(x))
    } else {
        three(x).replace('-', "−")
    }
}
