//! Whether the answer holds as one weight changes.

use super::methods::Methods;
use super::views::Views;
use super::what_would_change::WhatWouldChange;
use crate::ui::components::fields::Choice;
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::components::outcome::Head;
use crate::ui::components::text::{findings, text};
use crate::ui::hooks::use_editor;
use weighbridge_analysis::{NodeIx, Total, WeightClaims};
use weighbridge_chart::{Presentation, WeightLines as WeightLinesChart};
use weighbridge_report::{equal_rest_words, incomplete, left_out, sureness, weight_lines_picture};
use weighbridge_state::{Page, Route, file_stem};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct OneWeightProps {
    /// The criterion looked at, by its place among the nodes.
    pub chosen: UseStateHandle<Option<NodeIx>>,
}

/// One weight at a time, and what would change the answer.
#[component]
pub fn OneWeight(props: &OneWeightProps) -> Html {
    let editor = use_editor();
    let document = &editor.document;
    let subject = document.subject();
    let claims = use_memo(document.analysis.clone(), |analysis| {
        WeightClaims::new(analysis)
    });
    let chosen = &props.chosen;
    // Which of the two shares of a part of a group is drawn; the one that tells most until one is chosen.
    let of_group = use_state(|| None::<bool>);
    let mut nodes: Vec<NodeIx> = claims.claims.iter().map(|c| c.node()).collect();
    nodes.dedup();
    let choose = {
        let (chosen, nodes, of_group) = (chosen.clone(), nodes.clone(), of_group.clone());
        Callback::from(move |at: usize| {
            chosen.set(nodes.get(at).copied());
            of_group.set(None);
        })
    };
    let choose_share = {
        let of_group = of_group.clone();
        Callback::from(move |at: usize| of_group.set(Some(at == 0)))
    };
    let Some(title) = sureness(subject, &claims) else {
        let open = incomplete(subject);
        // Nothing is missing where there is just the one.
        let (words, page, link) = match subject.analysis.options.as_slice() {
            [only] if matches!(only.total, Total::Ranked { .. }) => (
                "There is only one option, so there is nothing it could lose to. Add another, such as things as they stand.",
                Page::Options,
                "Add an option",
            ),
            _ => (
                "Once there are two options with totals, this page shows what would change the answer.",
                Page::Result,
                "See what is missing",
            ),
        };
        return html! {
            <>
                <Head title="How sure is the answer?" lede={html! { words }} />
                if !open.is_empty() {
                    { findings(&open) }
                }
                <p><a class="alone" href={Route::of(document.id(), page).href()}>{ link }</a></p>
            </>
        };
    };
    let node = chosen
        .filter(|node| nodes.contains(node))
        .or_else(|| most_telling(&claims));
    let own: Vec<usize> = (0..claims.claims.len())
        .filter(|at| Some(claims.claims[*at].node()) == node)
        .collect();
    let at = match *of_group {
        None => nearest(&claims, own.iter().copied()),
        Some(inner) => own
            .iter()
            .copied()
            .find(|at| claims.claims[*at].group.is_some() == inner),
    };
    let at = at.or(own.first().copied());
    let shown = at.and_then(|at| claims.claims.get(at));
    let shares = own.iter().map(|at| match claims.claims[*at].group {
        Some(group) => AttrValue::from(format!("within {}", subject.criterion(group))),
        None => AttrValue::from("of everything"),
    });
    let shares: Vec<AttrValue> = shares.collect();
    let share_at = own.iter().position(|own| Some(*own) == at).unwrap_or(0);
    let draw = {
        let (document, claims) = (document.clone(), claims.clone());
        Draw::new(move |width| {
            let (presentation, chart) = match at.and_then(|at| claims.claims.get(at)) {
                Some(claim) => weight_lines_picture(document.subject(), claim),
                None => (
                    Presentation::new("weight-lines", 0, ""),
                    WeightLinesChart::default(),
                ),
            };
            chart.draw(&presentation.at(width))
        })
    };
    let node_at = nodes.iter().position(|at| Some(*at) == node).unwrap_or(0);
    let choices = nodes
        .iter()
        .map(|at| AttrValue::from(subject.criterion(*at).into_owned()))
        .collect::<Vec<AttrValue>>();
    let stem = file_stem(&subject.appraisal.frame.title);
    html! {
        <>
            <Head {title}
                lede={if shown.is_none() { Html::default() } else { html! { "One weight at a time goes from 0 to 100%, while the others keep their proportions. Where the leader changes is worked out exactly." } }} />
            <Views now="" />
            if let Some(words) = left_out(subject) {
                <p class="note">{ text(&words) }</p>
            }
            if let Some(shown) = shown {
                <section aria-label="Weight lines">
                    <Choice id="criterion" label="Criterion" {choices} chosen={node_at} {choose} />
                    if shares.len() > 1 {
                        <Choice id="share" label="Share" choices={shares} chosen={share_at}
                            choose={choose_share} />
                    }
                    <Figure {draw} name={format!("{stem}-weight-of-{}", subject.analysis.nodes[shown.node()].id)} heading=true />
                    if let Some(words) = equal_rest_words(subject, shown) {
                        <p class="note">{ words }</p>
                    }
                </section>
            }
            <WhatWouldChange weights={shown.is_some()} />
            <Methods />
        </>
    }
}

/// The criterion with a change of leader nearest to where it is now; the first when none has any.
fn most_telling(claims: &WeightClaims) -> Option<NodeIx> {
    let at = nearest(claims, 0..claims.claims.len())?;
    Some(claims.claims[at].node())
}

/// Of some claims the one with the nearest change of leader; the first when none has any.
fn nearest(claims: &WeightClaims, of: impl Iterator<Item = usize>) -> Option<usize> {
    let away = |at: &usize| claims.claims[*at].distance();
    of.min_by(|a, b| away(a).total_cmp(&away(b)))
}
