//! All weights at once: how often each option comes where, while nothing more is known of the weights.

mod said;
mod sampling;
mod settings;
mod spread;

use super::Views;
use crate::analysis::{Assumption, Drawn, Outcome, Problem};
use crate::browser::element::focus_soon;
use crate::browser::slices::Slices;
use crate::chart::{Frame, RankAcceptability};
use crate::model::Appraisal;
use crate::report::{
    Subject, centres_table, centres_words, chances_headline, chances_picture, left_out,
    pairs_table, pairs_words, precision_words, reason_words,
};
use crate::ui::components::data_table::DataTable;
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::components::outcome::Head;
use crate::ui::components::radios::Radios;
use crate::ui::components::text::text;
use crate::ui::hooks::use_editor;
use crate::ui::open::file_stem;
use crate::ui::part::part;
use crate::ui::route::{Page, Route};
use markup::html;
use said::Said;
use sampling::{Found, Posed, Work, work};
use settings::Settings;
use spread::Spread;
use std::rc::Rc;
use yew::prelude::*;

/// Those who ask get every share within a tenth of a percentage point.
const FINE: f64 = 0.1;

/// The id of the words on how far it has come.
const SAMPLED: &str = "sampled";

/// Whether any score has a stated range.
fn has_score_ranges(on: &Appraisal) -> bool {
    let leaves = on.leaves();
    let ranged = |o: &crate::model::Opt, c: &crate::model::Criterion| {
        on.scores
            .get(&o.id, &c.id)
            .is_some_and(|s| s.range.is_some())
    };
    on.appraised().any(|o| leaves.iter().any(|c| ranged(o, c)))
}

/// What an assumption is called, and what it means.
fn choice(assumption: Assumption, groups: bool) -> (AttrValue, AttrValue) {
    let (words, hint) = match assumption {
        Assumption::AnyWeights if groups => (
            "Nothing: all weights are possible",
            "What each option could hope for, whoever gives the weights. Each group is shared out by itself, and counts as one however many criteria it has",
        ),
        Assumption::AnyWeights => (
            "Nothing: all weights are possible",
            "What each option could hope for, whoever gives the weights",
        ),
        Assumption::Ordered => (
            "Their order",
            "The criteria stay in the order of their weights now, whatever the numbers; equal weights stay equal",
        ),
        Assumption::Ranges => (
            "Their ranges",
            "Each weight lies somewhere in the range stated on Weights",
        ),
        Assumption::Stated => (
            "Some things, said here",
            "Such as “this counts at least as much as that”; all weights that fit are possible",
        ),
    };
    (words.into(), hint.into())
}

/// The page.
#[component]
pub fn Chance() -> Html {
    let editor = use_editor();
    let chosen = use_state(|| Assumption::AnyWeights);
    let fine = use_state(|| false);
    let found = use_state(|| None::<Found>);
    let going = use_mut_ref(|| None::<Slices>);
    let document = &editor.document;
    let on = document.appraisal();
    let offered: Vec<Assumption> = Assumption::ALL
        .into_iter()
        .filter(|a| *a == Assumption::Stated || a.applies(on))
        .collect();
    // A range that goes while it is assumed leaves nothing to assume.
    let assumption = if offered.contains(&chosen) {
        *chosen
    } else {
        Assumption::AnyWeights
    };
    let problem = use_memo((on.clone(), assumption), |(on, assumption)| {
        Problem::of(on, &document.analysis, *assumption)
    });
    let posed = Posed(problem);
    {
        let (found, going) = (found.clone(), going.clone());
        let desk = use_mut_ref(|| None::<Work>);
        let begun = use_mut_ref(|| None::<Posed>);
        let asked = on.robustness.precision.get();
        let precision = if *fine { FINE.min(asked) } else { asked };
        let document = document.clone();
        use_effect_with((posed.clone(), *fine), move |(posed, _)| {
            // A finer answer goes on from where the rough one stopped.
            if begun.borrow_mut().replace(posed.clone()).as_ref() != Some(posed) {
                *desk.borrow_mut() = Work::new(posed, document.subject());
                found.set(None);
            }
            let there = desk.borrow().is_some();
            *going.borrow_mut() = there.then(|| work(desk.clone(), precision, found));
        });
    }
    let stop = {
        let (going, found) = (going.clone(), found.clone());
        Callback::from(move |_: MouseEvent| {
            *going.borrow_mut() = None;
            focus_soon(SAMPLED);
            if let Some(so_far) = &*found {
                found.set(Some(Found {
                    done: true,
                    ..so_far.clone()
                }));
            }
        })
    };
    let finer = {
        let fine = fine.clone();
        Callback::from(move |_: MouseEvent| {
            fine.set(true);
            // The button goes.
            focus_soon(SAMPLED);
        })
    };
    let choose = {
        let (chosen, fine, offered) = (chosen.clone(), fine.clone(), offered.clone());
        Callback::from(move |at: usize| {
            fine.set(false);
            chosen.set(offered.get(at).copied().unwrap_or(Assumption::AnyWeights));
        })
    };
    let choices: Vec<(AttrValue, AttrValue)> = {
        let groups = document.analysis.nodes.iter().any(|node| !node.leaf);
        offered.iter().map(|a| choice(*a, groups)).collect()
    };
    let at = offered.iter().position(|a| *a == assumption).unwrap_or(0);
    let subject = document.subject();
    let stem = file_stem(&on.title);
    let body = match (&*posed.0, &*found) {
        (Err(reason), _) => {
            html! { <p class="inset" role="status">{ reason_words(subject, reason) }</p> }
        }
        (Ok(_), None) => html! { <p class="quiet">{ "Working it out…" }</p> },
        (Ok(problem), Some(found)) => {
            let draw = {
                let (document, posed, outcome) =
                    (document.clone(), posed.clone(), found.outcome.clone());
                Draw::new(move |width| {
                    let Ok(problem) = &*posed.0 else {
                        return RankAcceptability::default()
                            .draw(&Frame::new("chances", width, ""));
                    };
                    let (frame, chart) =
                        chances_picture(document.subject(), problem, &outcome, assumption);
                    chart.draw(&Frame { width, ..frame })
                })
            };
            html! {
                <>
                    <Figure {draw} name={format!("{stem}-ranks")} />
                    { progress(found, !*fine && on.robustness.precision.get() > FINE, stop, finer) }
                    <div key="more">
                        if found.done { { more(subject, &posed, problem, found, assumption) } }
                    </div>
                </>
            }
        }
    };
    let title = match (&*posed.0, &*found) {
        (Ok(problem), Some(found)) => {
            chances_headline(subject, problem, &found.outcome, assumption)
        }
        _ => "What if the weights are not certain?".to_owned(),
    };
    html! {
        <>
            { part!(Head { title, lede: html! { "Weights are judgements, and people differ. This tries very many sets of weights at once, and counts how often each option comes out where." } }) }
            { part!(Views { now: "all-weights" }) }
            if let Some(words) = left_out(subject) {
                <p class="note">{ text(&words) }</p>
            }
            { part!(Radios { id: "assumption", legend: "What is known of the weights?", chosen: at, choose, choices }) }
            if !Assumption::Ranges.applies(on) {
                <p class="hint">
                    { "How far a weight or a score could be off is said beside it, on " }
                    <a href={Route::of(document.id(), Page::Weights).href()}>{ "Weights" }</a>{ " and " }
                    <a href={Route::of(document.id(), Page::Scores).href()}>{ "Scores" }</a>{ "." }
                </p>
            }
            <div key="said">
                if assumption == Assumption::Stated { { part!(Said) } }
            </div>
            <div key="body">{ body }</div>
            { part!(Settings { ranges: has_score_ranges(on) }) }
        </>
    }
}

/// What is worked out once the shares are close enough.
fn more(
    on: Subject<'_>,
    posed: &Posed,
    problem: &Problem,
    found: &Found,
    assumption: Assumption,
) -> Html {
    let outcome = &found.outcome;
    if outcome.method == Drawn::Certain {
        // One set of weights is on Result already.
        return Html::default();
    }
    let never: Vec<usize> = (0..problem.options.len())
        .filter(|at| problem.known_never_first(*at))
        .map(|at| problem.options[at])
        .collect();
    let pairs = Rc::new(pairs_table(on, problem, outcome, assumption));
    let centres = Rc::new(centres_table(on, problem, outcome, &found.sure));
    html! {
        <>
            if !never.is_empty() {
                <p>{ format!("Never first, whatever the weights of this kind: {}. That is proved, not sampled.", on.names(&never)) }</p>
            }
            if !found.totals.is_empty() {
                { part!(Spread { posed: posed.clone(), totals: found.totals.clone(), assumption }) }
            }
            { part!(DataTable { id: "pairs", heading: "How often each option is ahead of each other", words: pairs_words(outcome), table: pairs, shaded: true }) }
            { part!(DataTable { id: "centres", heading: "Which weights speak for which option", words: centres_words(outcome), table: centres }) }
        </>
    }
}

/// How many samples there are, how close they are, and buttons to stop or go on.
fn progress(
    found: &Found,
    finer_is_left: bool,
    stop: Callback<MouseEvent>,
    finer: Callback<MouseEvent>,
) -> Html {
    let Outcome { half_width, .. } = found.outcome;
    let words = precision_words(&found.outcome);
    html! {
        <div class="row sampled">
            <p id={SAMPLED} class="quiet" role="status" tabindex="-1">{ if found.done { words.clone() } else { String::new() } }</p>
            if !found.done {
                <p class="quiet" aria-hidden="true">{ words }</p>
                <button class="button small" type="button" onclick={stop}>{ "Stop" }</button>
            } else if finer_is_left && half_width * 100.0 > FINE {
                <button class="button small" type="button" onclick={finer}>{ "Work it out more finely" }</button>
            }
        </div>
    }
}
