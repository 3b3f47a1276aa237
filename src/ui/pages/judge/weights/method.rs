//! A way to weigh: its heading, the branch it speaks of, its judgements, and what would follow.

use super::best_worst::BestWorst;
use super::disagreements::Disagreements;
use super::pairwise::Pairwise;
use super::rank::Rank;
use super::swing::Swing;
use super::ways::Ways;
use super::weighting_context::{GroundProps, WeightingContext, view};
use super::words::Words;
use crate::browser::element::focus_soon;
use crate::ui::components::fields::Choice;
use crate::ui::components::outcome::{Head, Outcome, RESULT};
use crate::ui::hooks::use_editor;
use weighbridge_analysis::DerivedWeights;
use weighbridge_analysis::elicitation::Consistency;
use weighbridge_model::{CriterionId, WeightingMethod};
use weighbridge_report::column::Column;
use weighbridge_report::{agreement_words, in_full};
use weighbridge_state::{Page, Route};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct WayProps {
    pub method: WeightingMethod,
    pub branch: Option<CriterionId>,
}

/// The way.
#[component]
pub fn Way(props: &WayProps) -> Html {
    let ground = WeightingContext {
        editor: use_editor(),
        branch: props.branch.clone(),
        method: props.method,
    };
    let (title, lede) = heading(props.method);
    let few = ground.children().len() < 2;
    let form = match props.method {
        _ if few => {
            html! { <p>{ "There is nothing to weigh against each other here: add a criterion first." }</p> }
        }
        WeightingMethod::Swing => html! { <Swing ground={ground.clone()} /> },
        WeightingMethod::Rank => html! { <Rank ground={ground.clone()} /> },
        WeightingMethod::Pairwise => html! { <Pairwise ground={ground.clone()} /> },
        WeightingMethod::BestWorst => html! { <BestWorst ground={ground.clone()} /> },
        WeightingMethod::Macbeth | WeightingMethod::Direct => {
            html! { <Words ground={ground.clone()} /> }
        }
    };
    html! {
        <>
            <Head {title} lede={html! { lede }} />
            <Ways method={Some(props.method)} branch={props.branch.clone()} />
            <Outcome />
            <Disagreements />
            <Branches ground={ground.clone()} />
            if !few && props.method != WeightingMethod::Swing { { steps(&ground) } }
            { form }
            if !few { <Preview {ground} /> }
        </>
    }
}

fn heading(method: WeightingMethod) -> (&'static str, &'static str) {
    match method {
        WeightingMethod::Swing => (
            "Which step from worst to best matters most?",
            "Imagine an option that is the worst on everything. You may lift one criterion from its worst to its best. The one you would lift first gets 100; each other gets as much as its own lift matters beside that.",
        ),
        WeightingMethod::Rank => (
            "Put the criteria in order",
            "Say only which matters more, the most important first. The weights follow from the places, by a formula that is right on average when nothing else is known.",
        ),
        WeightingMethod::Pairwise => (
            "Compare the criteria two at a time",
            "For each pair, say which matters more and how many times. The tool finds the weights that fit best, and how well your answers agree with each other.",
        ),
        WeightingMethod::BestWorst => (
            "Compare with the best and the worst",
            "Choose the most and the least important criterion, then compare each other with these two. Fewer questions than all pairs, and answers that agree better.",
        ),
        WeightingMethod::Macbeth | WeightingMethod::Direct => (
            "Say in words how large each difference is",
            "No numbers: put the lifts from worst to best in order, then say whether the difference between two is weak, strong or extreme. The tool finds numbers that fit all your words, and tells you at once when they contradict each other.",
        ),
    }
}

/// From where to where each criterion goes: that step is what is compared, not the name.
fn steps(ground: &WeightingContext) -> Html {
    html! {
        <details class="more" open=true>
            <summary>{ "The step from worst to best on each, which is what you compare" }</summary>
            <ul>
                { for ground.children().iter().map(|c| html! {
                    <li key={c.id.as_str().to_owned()}><strong>{ c.short_name() }</strong>{ ": " }{ ground.lift(c).join("; ") }</li>
                }) }
            </ul>
        </details>
    }
}

/// A list of the branches, where there are several.
#[component]
fn Branches(props: &GroundProps) -> Html {
    let ground = &props.ground;
    let on = ground.appraisal();
    let mut all: Vec<(Option<CriterionId>, AttrValue)> =
        vec![(None, AttrValue::Static("The top of the tree"))];
    for (criterion, _) in on.criteria_in_order() {
        if criterion.children.len() > 1 {
            all.push((
                Some(criterion.id.clone()),
                AttrValue::from(criterion.name.clone()),
            ));
        }
    }
    if all.len() < 2 {
        return Html::default();
    }
    let chosen = all
        .iter()
        .position(|(id, _)| *id == ground.branch)
        .unwrap_or(0);
    let choices: Vec<AttrValue> = all.iter().map(|(_, words)| words.clone()).collect();
    let (id, method) = (on.id.to_string(), ground.method);
    let choose = Callback::from(move |at: usize| {
        if let Some((branch, _)) = all.get(at) {
            let route = Route::part(&id, Page::Weights, &view(method, branch.as_ref()));
            crate::browser::address::go(&route.fragment());
        }
    });
    html! { <Choice id="branch" label="Which group of criteria" hint="Weigh the groups at the top against each other, and the criteria within each group." {choices} {chosen} {choose} /> }
}

/// What would follow, and the button that lets it: always there, so that Tab leads to it from the last
/// answer.
#[component]
pub fn Preview(props: &GroundProps) -> Html {
    let ground = &props.ground;
    let weighed = ground.weighed();
    // Where other weights count, those that follow are only offered.
    let in_use = ground.in_use() && !ground.differs();
    let agreement = ground.agreement();
    let doubtful = agreement.filter(|a| a.verdict.is_ok_and(Consistency::needs_another_look));
    let ready = weighed.shares().is_some();
    let title = ground.follows();
    let words = format!("{title}-words");
    let described = match doubtful {
        Some(_) => format!("{words} {title}-doubt"),
        None => words.clone(),
    };
    let take_up = {
        let ground = ground.clone();
        // The points of a branch are not previewed any more once they are in use.
        let then = match ground.method {
            WeightingMethod::Direct => RESULT.to_owned(),
            _ => title.clone(),
        };
        Callback::from(move |_: MouseEvent| {
            if ready {
                ground.adopt_method();
                focus_soon(&then);
            }
        })
    };
    let shares = match &weighed {
        DerivedWeights::Shares(shares) => shares.clone(),
        _ if in_use => ground.now(),
        _ => Vec::new(),
    };
    html! {
        <section class="preview">
            <h2 id={title.clone()} tabindex="-1">{ if in_use { "The weights in use" } else { "What would follow" } }</h2>
            if !shares.is_empty() { { bars(ground, &shares) } }
            <p class="finding" id={words.clone()} role="status">{ ground.words(&weighed) }</p>
            if let Some(doubtful) = doubtful {
                <p class="note" id={format!("{title}-doubt")}>{ agreement_words(&doubtful) }</p>
            }
            if !in_use {
                <p class="actions"><button class={if doubtful.is_some() { "button" } else { "button solid" }} type="button" onclick={take_up}
                    aria-disabled={(!ready).then_some("true")} aria-describedby={described}>{ "Use these weights" }</button></p>
                <p class="hint">{ "The weights in use now are set aside, not lost: you can go back to them, or undo." }</p>
            }
        </section>
    }
}

/// Shares of one group as they are printed: with the same decimals, 100% together.
pub fn column(shares: &[f64]) -> Vec<String> {
    let all: Vec<f64> = shares.iter().map(|share| share * 100.0).collect();
    let parts = Column::of_shares(all.iter().copied()).parts(&all, 100.0);
    parts.into_iter().map(|words| format!("{words}%")).collect()
}

/// The share of each criterion, as a bar and a number.
pub fn bars(ground: &WeightingContext, shares: &[f64]) -> Html {
    let printed = column(shares);
    html! {
        <ul class="shares">
            { for ground.children().iter().zip(shares.iter().zip(printed)).map(|(c, (share, words))| html! {
                <li key={c.id.as_str().to_owned()}>
                    <span>{ c.short_name() }</span>
                    <svg aria-hidden="true" focusable="false" viewBox="0 0 100 10" preserveAspectRatio="none">
                        <rect class="share-bar" x="0" y="0" width={format!("{:.2}", share * 100.0)} height="10" />
                    </svg>
                    <span class="number" title={in_full(*share)}>{ words }</span>
                </li>
            }) }
        </ul>
    }
}
