//! All ways side by side: the share each criterion gets, and who would lead.

use super::disagreements::Disagreements;
use super::method::column;
use super::ways::Ways;
use super::weighting_context::{WeightingContext, view};
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::components::outcome::Head;
use crate::ui::hooks::use_editor;
use weighbridge_analysis::DerivedWeights;
use weighbridge_chart::{Presentation, Slot, ValueProfile, profile};
use weighbridge_model::{Criterion, Method};
use weighbridge_report::{agreement_words, in_full, isolated, percent, words::Named};
use weighbridge_state::{Page, Route};
use yew::prelude::*;

/// The comparison.
#[component]
pub fn Compare() -> Html {
    let editor = use_editor();
    let branches = {
        let on = editor.document.appraisal();
        let groups = on.criteria_in_order().into_iter().map(|(c, _)| c);
        let groups = groups
            .filter(|c| c.children.len() > 1)
            .map(|c| Some(c.id.clone()));
        std::iter::once(None).chain(groups).collect::<Vec<_>>()
    };
    html! {
        <>
            <Head title="The weights by each way"
                lede={html! { "The same people, asked in other ways, often give other weights. Where the ways agree about who leads, the weights matter less." }} />
            <Ways method={None} branch={None} />
            <Disagreements />
            { for branches.into_iter().map(|branch| {
                let all: Vec<WeightingContext> = Method::ALL
                    .into_iter()
                    .map(|method| WeightingContext { editor: editor.clone(), branch: branch.clone(), method })
                    .collect();
                table(&all)
            }) }
        </>
    }
}

fn table(all: &[WeightingContext]) -> Html {
    let Some(first) = all.first() else {
        return Html::default();
    };
    let name = first
        .branch
        .as_ref()
        .and_then(|id| first.appraisal().criterion(id));
    let caption = name.map_or("The top of the tree", |c| &c.name).to_owned();
    let weighed: Vec<(&WeightingContext, DerivedWeights)> = all
        .iter()
        .map(|ground| (ground, ground.weighed()))
        .filter(|(ground, weighed)| *weighed != DerivedWeights::Nothing || ground.in_use())
        .collect();
    let followed: Vec<(&WeightingContext, DerivedWeights)> = weighed
        .iter()
        .filter(|(_, weighed)| weighed.shares().is_some())
        .cloned()
        .collect();
    let printed: Vec<Vec<String>> = weighed
        .iter()
        .map(|(_, weighed)| weighed.shares().map(column).unwrap_or_default())
        .collect();
    let share = |way: usize, at: usize| {
        let words = printed.get(way).and_then(|column| column.get(at));
        words.map_or_else(|| "–".to_owned(), String::clone)
    };
    let exactly = |weighed: &DerivedWeights, at: usize| Some(in_full(*weighed.shares()?.get(at)?));
    html! {
        <section key={caption.clone()}>
            <div class="scroll" tabindex="0" role="region" aria-label={format!("Weights by each way: {caption}")}>
                <table>
                    <caption>{ &caption }</caption>
                    <thead><tr>
                        <th scope="col">{ "Criterion" }</th>
                        { for weighed.iter().map(|(ground, _)| html! {
                            <th key={ground.method.words()} scope="col" class="number">
                                { way(ground) }
                                if ground.in_use() { <small class="quiet">{ " in use" }</small> }
                            </th>
                        }) }
                    </tr></thead>
                    <tbody>
                        { for first.children().iter().enumerate().map(|(at, c)| html! {
                            <tr key={c.id.as_str().to_owned()}>
                                <th scope="row">{ c.short_name() }</th>
                                { for weighed.iter().enumerate().map(|(way, (ground, w))| html! {
                                    <td key={ground.method.words()} class="number" title={exactly(w, at)}>{ share(way, at) }</td>
                                }) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            <ul class="findings">
                { for weighed.iter().map(|(ground, w)| html! {
                    <li key={ground.method.words()}><strong>{ ground.method.words() }</strong>{ ": " }{ ground.words(w) }{ agreement(ground) }</li>
                }) }
            </ul>
            if followed.len() > 1 { { chart(&followed, &caption) } }
            if weighed.len() < 2 {
                <p class="quiet">{ "Only one way has been used here so far. Choose another above to compare." }</p>
            }
        </section>
    }
}

/// How well the answers agree, to follow who would lead.
fn agreement(ground: &WeightingContext) -> String {
    let found = ground.agreement().map(|found| agreement_words(&found));
    found.map_or_else(String::new, |words| format!(" {words}"))
}

/// The shares of each way as lines over the criteria.
fn chart(weighed: &[(&WeightingContext, DerivedWeights)], caption: &str) -> Html {
    let Some((first, _)) = weighed.first() else {
        return Html::default();
    };
    let criteria = first.children().iter().map(|c| profile::Criterion {
        name: c.name.clone(),
        short: c.short_name().to_owned(),
        note: String::new(),
    });
    let lines = weighed
        .iter()
        .enumerate()
        .map(|(at, (ground, weighed))| profile::Line {
            name: ground.method.words().to_owned(),
            short: ground.method.words().to_owned(),
            slot: Slot::nth(at),
            values: weighed
                .shares()
                .unwrap_or_default()
                .iter()
                .map(|share| Some(share * 100.0))
                .collect(),
        });
    let chart = ValueProfile {
        criteria: criteria.collect(),
        lines: lines.collect(),
        words: profile::Words {
            line: "Way",
            title: "Share of the weight, in per cent",
            what: "The share of the weight, in per cent, by",
            each: ["way to weigh", "ways to weigh"],
            coloured: Method::ALL.len(),
        },
    };
    let title = furthest(weighed, first.children());
    let draw = Draw::new(move |width| chart.draw(&Presentation::new("ways", width, &title)));
    html! { <Figure {draw} heading=true name={format!("weights-{caption}")} /> }
}

/// Where the ways differ most, in a sentence.
fn furthest(weighed: &[(&WeightingContext, DerivedWeights)], criteria: &[Criterion]) -> String {
    let mut widest = (0.0, String::new());
    for (at, criterion) in criteria.iter().enumerate() {
        let shares = weighed
            .iter()
            .filter_map(|(_, w)| w.shares()?.get(at).copied());
        let (low, high) = shares.fold((f64::INFINITY, 0.0_f64), |(low, high), x| {
            (low.min(x), high.max(x))
        });
        if high - low > widest.0 {
            let name = isolated(criterion.short_name());
            let (least, most) = (percent(low), percent(high));
            let words = format!("The ways differ most on {name}: {least} to {most} of the weight");
            widest = (high - low, words);
        }
    }
    if widest.1.is_empty() {
        "All ways give the same weights".to_owned()
    } else {
        widest.1
    }
}

fn way(ground: &WeightingContext) -> Html {
    let part = view(
        ground.method,
        ground
            .branch
            .as_ref()
            .filter(|_| ground.method != Method::Direct),
    );
    let href = Route::part(ground.editor.document.id(), Page::Weights, &part).href();
    html! { <a {href}>{ ground.method.words() }</a> }
}
