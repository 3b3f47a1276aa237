//! All methods side by side: the share each criterion gets, how consistent the answers are, and who would lead.

use super::disagreements::disagreements;
use super::method::column;
use super::stale::stale;
use super::ways::ways;
use super::weighting_context::{WeightingContext, view};
use crate::ui::components::explained::Explained;
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::components::outcome::Head;
use crate::ui::hooks::Editor;
use weighbridge_analysis::DerivedWeights;
use weighbridge_chart::{Presentation, Slot, ValueProfile, profile};
use weighbridge_model::{Criterion, WeightingMethod};
use weighbridge_report::words::Term;
use weighbridge_report::{
    agreement_brief, agreement_words, headline, in_full, isolated, percent, words::Named,
};
use weighbridge_state::{Page, Route};
use yew::prelude::*;

/// The comparison; with who would lead, unless totals are hidden.
pub fn compare(editor: &Editor, hidden: bool) -> Html {
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
            <div class="weigh-head">
                <Head title="Your weights, method by method" />
                { ways(editor, None, None) }
            </div>
            <p class="weigh-lede">{ "The same people often give other weights when they are asked in another manner. Where the methods agree on who leads, the weights matter less." }<Explained term={Term::ConsistencyRatio} /></p>
            { disagreements(editor) }
            { stale(editor) }
            { for branches.into_iter().map(|branch| {
                let all: Vec<WeightingContext> = WeightingMethod::ALL
                    .into_iter()
                    .map(|method| WeightingContext { editor: editor.clone(), branch: branch.clone(), method })
                    .collect();
                table(&all, hidden)
            }) }
        </>
    }
}

/// The weights of a branch by one method, or those that count where no method gives them.
struct Weighed {
    name: &'static str,
    /// To where they are given.
    head: Html,
    in_use: bool,
    shares: Option<Vec<f64>>,
    /// Who would lead with them, or why there are none; and how well the answers agree.
    words: String,
    /// The latter in a few words; nothing for a method whose answers cannot contradict each other.
    agreement: Option<String>,
}

impl Weighed {
    /// With who would lead, unless totals are hidden.
    fn by(ground: &WeightingContext, hidden: bool) -> Option<Self> {
        let weighed = ground.weighed();
        if weighed == DerivedWeights::Nothing && !ground.in_use() {
            return None;
        }
        Some(Self {
            name: ground.method.words(),
            head: way(ground),
            in_use: ground.counts(),
            shares: weighed.shares().map(<[f64]>::to_vec),
            words: match hidden && weighed.shares().is_some() {
                true => agreement(ground),
                false => format!("{}{}", ground.words(&weighed), agreement(ground)),
            },
            agreement: ground.agreement().map(|found| agreement_brief(&found)),
        })
    }

    /// The weights that count, where they are not those that any method gives.
    fn now(any: &WeightingContext, hidden: bool) -> Self {
        Self {
            name: "The weights in use",
            head: html! { "The weights in use" },
            in_use: false,
            shares: Some(any.now()),
            words: match hidden {
                true => String::new(),
                false => format!("{}.", headline(any.editor.document.subject())),
            },
            agreement: None,
        }
    }
}

fn table(all: &[WeightingContext], hidden: bool) -> Html {
    let Some(first) = all.first() else {
        return Html::default();
    };
    let name = first
        .branch
        .as_ref()
        .and_then(|id| first.appraisal().criterion(id));
    let grouped = first.appraisal().criteria.iter().any(|c| !c.is_leaf());
    let top = if grouped {
        "Main groups"
    } else {
        "All criteria"
    };
    let caption = name.map_or(top, |c| &c.name).to_owned();
    let mut weighed: Vec<Weighed> = all
        .iter()
        .filter_map(|one| Weighed::by(one, hidden))
        .collect();
    if !first.now().is_empty() && weighed.iter().all(|one| !one.in_use) {
        weighed.insert(0, Weighed::now(first, hidden));
    }
    let printed: Vec<Vec<String>> = weighed
        .iter()
        .map(|one| one.shares.as_deref().map(column).unwrap_or_default())
        .collect();
    let share = |way: usize, at: usize| {
        let words = printed.get(way).and_then(|column| column.get(at));
        words.map_or_else(|| "–".to_owned(), String::clone)
    };
    let exactly = |one: &Weighed, at: usize| Some(in_full(*one.shares.as_ref()?.get(at)?));
    let followed: Vec<&Weighed> = weighed.iter().filter(|one| one.shares.is_some()).collect();
    html! {
        <section key={caption.clone()}>
            <div class="scroll" tabindex="0" role="region" aria-label={format!("Weights by each method: {caption}")}>
                <table>
                    <caption>{ &caption }</caption>
                    <thead><tr>
                        <th scope="col">{ "Criterion" }</th>
                        { for weighed.iter().map(|one| html! {
                            <th key={one.name} scope="col" class="number">
                                { one.head.clone() }
                                if one.in_use { <small class="quiet">{ " in use" }</small> }
                            </th>
                        }) }
                    </tr></thead>
                    <tbody>
                        { for first.children().iter().enumerate().map(|(at, c)| html! {
                            <tr key={c.id.as_str().to_owned()}>
                                <th scope="row">{ c.short_name() }</th>
                                { for weighed.iter().enumerate().map(|(way, one)| html! {
                                    <td key={one.name} class="number" title={exactly(one, at)}>{ share(way, at) }</td>
                                }) }
                            </tr>
                        }) }
                    </tbody>
                    if weighed.iter().any(|one| one.agreement.is_some()) {
                        <tfoot><tr>
                            <th scope="row">{ "Consistency of the answers" }</th>
                            { for weighed.iter().map(|one| html! {
                                <td key={one.name} class="number">{ one.agreement.clone().unwrap_or_else(|| "–".to_owned()) }</td>
                            }) }
                        </tr></tfoot>
                    }
                </table>
            </div>
            <ul class="findings">
                { for weighed.iter().filter(|one| !one.words.is_empty()).map(|one| html! {
                    <li key={one.name}><strong>{ one.name }</strong>{ ": " }{ &one.words }</li>
                }) }
            </ul>
            if followed.len() > 1 { { chart(&followed, first.children(), &caption) } }
            if weighed.len() < 2 {
                <p class="quiet">{ "Only one method has been used here so far. Choose another above to compare." }</p>
            }
        </section>
    }
}

/// How well the answers agree, to follow who would lead.
fn agreement(ground: &WeightingContext) -> String {
    let found = ground.agreement().map(|found| agreement_words(&found));
    found.map_or_else(String::new, |words| format!(" {words}"))
}

/// The shares that each method gives a criterion: a strip for each, from the least to the most.
fn chart(weighed: &[&Weighed], children: &[Criterion], caption: &str) -> Html {
    let criteria = children.iter().map(|c| profile::Criterion {
        name: c.name.clone(),
        short: c.short_name().to_owned(),
        note: String::new(),
    });
    let lines = weighed.iter().enumerate().map(|(at, one)| profile::Line {
        name: one.name.to_owned(),
        short: one.name.to_owned(),
        slot: Slot::nth(at),
        values: one
            .shares
            .iter()
            .flatten()
            .map(|share| Some(share * 100.0))
            .collect(),
    });
    let chart = ValueProfile {
        criteria: criteria.collect(),
        lines: lines.collect(),
        words: profile::Words {
            line: "Method",
            title: "Share of the weight, in per cent",
            what: "The share of the weight, in per cent, by",
            each: ["method", "methods"],
            coloured: WeightingMethod::ALL.len() + 1,
            ranges: true,
        },
    };
    let title = furthest(weighed, children);
    let draw = Draw::new(move |width| chart.draw(&Presentation::new("ways", width, &title)));
    html! { <Figure {draw} heading=true name={format!("weights-{caption}")} /> }
}

/// Where the methods differ most, in a sentence.
fn furthest(weighed: &[&Weighed], criteria: &[Criterion]) -> String {
    let mut widest = (0.0, String::new());
    for (at, criterion) in criteria.iter().enumerate() {
        let shares = weighed
            .iter()
            .filter_map(|one| one.shares.as_ref()?.get(at).copied());
        let (low, high) = shares.fold((f64::INFINITY, 0.0_f64), |(low, high), x| {
            (low.min(x), high.max(x))
        });
        if high - low > widest.0 {
            let name = isolated(criterion.short_name());
            let (least, most) = (percent(low), percent(high));
            let words =
                format!("The methods differ most on {name}: {least} to {most} of the weight");
            widest = (high - low, words);
        }
    }
    if widest.1.is_empty() {
        "All methods give the same weights".to_owned()
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
            .filter(|_| ground.method != WeightingMethod::Direct),
    );
    let href = Route::part(ground.editor.document.id(), Page::Weights, &part).href();
    html! { <a {href}>{ ground.method.words() }</a> }
}
