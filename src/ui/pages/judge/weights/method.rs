//! A method of weighting: its heading, the branch it is about, its questions, and the weights that its answers give.

use super::best_worst::best_worst;
use super::disagreements::disagreements;
use super::ends::ends;
use super::pairwise::pairwise;
use super::rank::Rank;
use super::reason::reasons;
use super::stale::stale;
use super::swing::{Swing, swing_heading};
use super::totals::totals;
use super::ways::ways;
use super::weighting_context::{WeightingContext, view};
use super::words::words;
use crate::browser::element::focus_soon;
use crate::ui::components::explained::Explained;
use crate::ui::components::fields::Choice;
use crate::ui::components::outcome::{Head, RESULT, so_far};
use crate::ui::hooks::App;
use weighbridge_analysis::DerivedWeights;
use weighbridge_analysis::elicitation::Consistency;
use weighbridge_model::{Criterion, CriterionId, WeightingMethod};
use weighbridge_report::column::Column;
use weighbridge_report::words::Term;
use weighbridge_report::{agreement_words, count, in_full};
use weighbridge_state::{Page, Route};
use yew::prelude::*;

/// The method. Nothing that is kept on its page goes over to another method or branch: the key sees to it.
pub fn way(app: &App, ground: &WeightingContext) -> Html {
    let WeightingContext {
        editor,
        branch,
        method,
    } = ground;
    let (title, lede) = match *method {
        WeightingMethod::Swing => swing_heading(ground),
        other => {
            let (title, lede) = heading(other);
            (title, lede.to_owned())
        }
    };
    let few = ground.children().len() < 2;
    let form = match method {
        _ if few => {
            html! { <p>{ "There is nothing to compare here yet: add another criterion first." }</p> }
        }
        WeightingMethod::Swing => html! { <Swing ground={ground.clone()} /> },
        WeightingMethod::Rank => html! { <Rank ground={ground.clone()} /> },
        WeightingMethod::Pairwise => pairwise(ground),
        WeightingMethod::BestWorst => best_worst(ground),
        WeightingMethod::Macbeth | WeightingMethod::Direct => words(ground),
    };
    let swing = *method == WeightingMethod::Swing;
    let term = match method {
        WeightingMethod::Direct => Term::Weight,
        WeightingMethod::Swing => Term::SwingWeight,
        WeightingMethod::Rank => Term::RankOrderCentroid,
        WeightingMethod::Pairwise => Term::PairwiseComparison,
        WeightingMethod::BestWorst => Term::BestWorst,
        WeightingMethod::Macbeth => Term::Macbeth,
    };
    html! {
        <div class="weighing" key={view(*method, branch.as_ref())}>
            <div class="weigh-head">
                <Head {title} />
                { ways(editor, Some(*method), branch.as_ref()) }
            </div>
            <p class="weigh-lede">{ lede }<Explained {term} /></p>
            { disagreements(editor) }
            { stale(editor) }
            { branches(ground) }
            if !few && !swing { { steps(ground) } }
            { form }
            if !few && !swing { { reasons(ground) } }
            { so_far(app, editor, ground.not_in_use().as_deref()) }
            if ground.counts() { { totals(app, editor) } }
            if !few { { preview(ground, app.state.totals_hidden()) } }
        </div>
    }
}

fn heading(method: WeightingMethod) -> (&'static str, &'static str) {
    match method {
        WeightingMethod::Rank => (
            "Put the criteria in order",
            "The most important first. Weights come from the order alone (rank-order centroid: the average of all weights that fit the order).",
        ),
        WeightingMethod::Pairwise => (
            "Compare the criteria two at a time",
            "For each pair, say which matters more and how many times. You see the weights that fit your answers best, and how consistent the answers are.",
        ),
        WeightingMethod::BestWorst => (
            "Compare with the most and least important",
            "Choose the most and the least important criterion, then compare each other one with these two. Fewer questions than comparing every pair, and usually more consistent answers.",
        ),
        WeightingMethod::Macbeth | WeightingMethod::Direct | WeightingMethod::Swing => (
            "Say in words how large each difference is",
            "No numbers: put the improvements in order, then say whether the difference between two is weak, strong or extreme. You see the weights that fit your words, and at once where words contradict each other.",
        ),
    }
}

/// From where to where each criterion goes: that difference is what is compared, not the name.
fn steps(ground: &WeightingContext) -> Html {
    html! {
        <details class="more" open=true>
            <summary>{ "What you compare: moving from worst to best" }</summary>
            <ul class="steps-compared">
                { for ground.children().iter().map(|c| html! {
                    <li key={c.id.as_str().to_owned()}><strong>{ c.short_name() }</strong>{ ends(ground, c, false) }</li>
                }) }
            </ul>
        </details>
    }
}

/// A list of the branches, where there are several.
fn branches(ground: &WeightingContext) -> Html {
    let on = ground.appraisal();
    let mut all: Vec<(Option<CriterionId>, AttrValue)> =
        vec![(None, AttrValue::Static("Main groups"))];
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
    html! { <Choice id="branch" label="Which group of criteria" hint="Compare the main groups with each other, and the criteria within each group." {choices} {chosen} {choose} /> }
}

/// The weights that the answers give, and the button that puts them in use: always there, so that Tab leads to it from
/// the last answer.
pub fn preview(ground: &WeightingContext, hidden: bool) -> Html {
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
    let so_far = shares.is_empty().then(|| ground.so_far()).flatten();
    // Who would lead is worked out once a slider rests, and kept to itself where totals are hidden.
    let quiet = weighed.shares().is_some()
        && (hidden || in_use || ground.editor.document.history.is_moving());
    let told = match quiet {
        true => String::new(),
        false => ground.words(&weighed),
    };
    html! {
        <section class="preview">
            <h2 id={title.clone()} tabindex="-1">{ if in_use { "Your weights" } else { "Your weights would be" } }</h2>
            if !shares.is_empty() { { bars(ground.children(), &shares) } }
            if let Some((rated, shares)) = &so_far {
                <p class="sub">{ format!("Shares of the {} rated so far.", count(rated.len())) }</p>
                { bars(rated, shares) }
            }
            <p class="finding" id={words.clone()} role="status">{ told }</p>
            if let Some(doubtful) = doubtful {
                <p class="note" id={format!("{title}-doubt")}>{ agreement_words(&doubtful) }</p>
            }
            if !in_use {
                <p class="actions"><button class={if doubtful.is_some() { "button" } else { "button solid" }} type="button" onclick={take_up}
                    aria-disabled={(!ready).then_some("true")} aria-describedby={described}>{ "Use these weights" }</button></p>
                if ready && !ground.now().is_empty() { <p class="hint">{ "This replaces the weights in use. You can undo it." }</p> }
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
fn bars(of: &[Criterion], shares: &[f64]) -> Html {
    let printed = column(shares);
    html! {
        <ul class="shares">
            { for of.iter().zip(shares.iter().zip(printed)).map(|(c, (share, words))| html! {
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
