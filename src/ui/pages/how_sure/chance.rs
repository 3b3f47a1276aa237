//! All weights at once: how often each option comes where, while nothing more is known of the weights.

mod sampling;
mod spread;
mod tables;

use super::Views;
use crate::analysis::{Assumption, Outcome, Problem, Run, ScoreAssumption, Shape};
use crate::browser::element::focus_soon;
use crate::browser::slices::Slices;
use crate::chart::{Frame, RankAcceptability};
use crate::model::Appraisal;
use crate::report::{chances_headline, chances_picture, exact, left_out, reason_words};
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::components::outcome::Head;
use crate::ui::components::radios::Radios;
use crate::ui::components::text::text;
use crate::ui::hooks::use_editor;
use crate::ui::open::file_stem;
use crate::ui::part::part;
use markup::html;
use sampling::sample;
use spread::{Sampled, Spread};
use std::rc::Rc;
use tables::{centres, pairs};
use yew::prelude::*;

/// Sampling begins with this number, so that everybody sees the same.
const SEED: u64 = 1;
/// Sampling stops once every share is known this closely, at 95%: half a percentage point, or a tenth.
const ROUGH: f64 = 0.005;
const FINE: f64 = 0.001;

/// The id of the words on how far it has come.
const SAMPLED: &str = "sampled";

const ASSUMPTIONS: [Assumption; 3] = [
    Assumption::AnyWeights,
    Assumption::Ordered,
    Assumption::Ranges,
];

/// Whether any weight or score has a stated range.
fn has_ranges(on: &Appraisal) -> (bool, bool) {
    let all = on.criteria_in_order();
    let weights = all.iter().any(|(c, _)| c.weight_range.is_some());
    let score = |o: &crate::model::Opt| {
        let ranged = |c: &&crate::model::Criterion| {
            on.scores
                .get(&o.id, &c.id)
                .is_some_and(|s| s.range.is_some())
        };
        on.leaves().iter().any(ranged)
    };
    (weights, on.appraised().any(score))
}

/// The page.
#[component]
pub fn Chance() -> Html {
    let editor = use_editor();
    let chosen = use_state(|| 0_usize);
    let fine = use_state(|| false);
    let found = use_state(|| None::<(Outcome, bool)>);
    let going = use_mut_ref(|| None::<Slices>);
    let document = &editor.document;
    let on = document.appraisal();
    let (weights, scores) = has_ranges(on);
    let assumption = ASSUMPTIONS[*chosen].clone();
    let problem = use_memo((on.clone(), *chosen), |(on, _)| {
        let scores = if scores {
            ScoreAssumption::WithinRanges(Shape::Triangular)
        } else {
            ScoreAssumption::AsGiven
        };
        Problem::of(on, &document.analysis, &assumption, scores)
    });
    {
        let (found, going) = (found.clone(), going.clone());
        let run = use_mut_ref(|| None::<Run>);
        // A finer answer goes on from where the rough one stopped.
        let begun = use_mut_ref(|| 0_usize);
        let problem = problem.clone();
        let which = Rc::as_ptr(&problem) as usize;
        use_effect_with((which, *fine), move |(which, fine)| {
            if std::mem::replace(&mut *begun.borrow_mut(), *which) != *which {
                *run.borrow_mut() = problem.as_ref().as_ref().ok().map(|p| Run::new(p, SEED));
                found.set(None);
            }
            let target = if *fine { FINE } else { ROUGH };
            let there = run.borrow().is_some();
            *going.borrow_mut() = there.then(|| sample(run.clone(), target, found));
        });
    }
    let stop = {
        let (going, found) = (going.clone(), found.clone());
        Callback::from(move |_: MouseEvent| {
            *going.borrow_mut() = None;
            focus_soon(SAMPLED);
            if let Some((outcome, _)) = &*found {
                found.set(Some((outcome.clone(), true)));
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
        let (chosen, fine) = (chosen.clone(), fine.clone());
        Callback::from(move |at: usize| {
            fine.set(false);
            chosen.set(at);
        })
    };
    let choices: Vec<(AttrValue, AttrValue)> = [
        (
            "Nothing: all weights are possible",
            "What each option could hope for, whoever gives the weights",
        ),
        (
            "Their order",
            "The criteria stay in the order of their weights now, whatever the numbers",
        ),
        (
            "Their ranges",
            "Each weight lies somewhere in the range stated on Weights",
        ),
    ]
    .into_iter()
    .take(if weights { 3 } else { 2 })
    .map(|(words, hint)| (words.into(), hint.into()))
    .collect();
    let subject = document.subject();
    let problem_for_drawing = problem.clone();
    let body = match (&*problem, &*found) {
        (Err(reason), _) => html! { <p class="inset">{ reason_words(subject, reason) }</p> },
        (Ok(_), None) => html! { <p class="quiet">{ "Working it out…" }</p> },
        (Ok(problem), Some((outcome, done))) => {
            let draw = {
                let (document, outcome) = (document.clone(), outcome.clone());
                let (problem, at) = (problem_for_drawing.clone(), *chosen);
                Draw::new(move |width| {
                    let Ok(problem) = &*problem else {
                        return RankAcceptability::default()
                            .draw(&Frame::new("chances", width, ""));
                    };
                    let (frame, chart) =
                        chances_picture(document.subject(), problem, &outcome, &ASSUMPTIONS[at]);
                    chart.draw(&Frame { width, ..frame })
                })
            };
            html! {
                <>
                    <Figure {draw} name={format!("{}-ranks", file_stem(&on.title))} />
                    { progress(outcome, *done, *fine, stop, finer) }
                    if *done { { part!((*chosen).to_string(); Spread { problem: Sampled(problem_for_drawing), chosen: *chosen }) } }
                    { pairs(subject, problem, outcome) }
                    { centres(subject, problem, outcome, *done) }
                </>
            }
        }
    };
    let title = match (&*problem, &*found) {
        (Ok(problem), Some((outcome, _))) => {
            chances_headline(subject, problem, outcome, &ASSUMPTIONS[*chosen])
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
            { part!(Radios { id: "assumption", legend: "What is known of the weights?", chosen: *chosen, choose, choices }) }
            if scores { <p class="hint">{ "Scores with a stated range are taken to lie in it, likelier near the score as given." }</p> }
            { body }
        </>
    }
}

/// How many samples there are, how close they are, and buttons to stop or go on.
fn progress(
    outcome: &Outcome,
    done: bool,
    fine: bool,
    stop: Callback<MouseEvent>,
    finer: Callback<MouseEvent>,
) -> Html {
    let words = if outcome.half_width > 0.0 {
        format!(
            "{} sets of weights tried. Every share is right within {:.2} percentage points, 19 times out of 20.",
            exact(outcome.samples as f64),
            outcome.half_width * 100.0
        )
    } else {
        "Nothing is uncertain here, so this is exact.".to_owned()
    };
    html! {
        <div class="row">
            <p id={SAMPLED} class="quiet" role="status" tabindex="-1">{ if done { words.clone() } else { String::new() } }</p>
            if !done {
                <p class="quiet" aria-hidden="true">{ words }</p>
                <button class="button small" type="button" onclick={stop}>{ "Stop" }</button>
            } else if !fine && outcome.half_width > FINE {
                <button class="button small" type="button" onclick={finer}>{ "Work it out more finely" }</button>
            }
        </div>
    }
}
