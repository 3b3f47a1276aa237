//! All weights at once: how often each option comes where, while nothing more is known of the weights.

mod assumptions;
mod settings;
mod spread;
mod statements;

use super::views::{notes, views};
use crate::browser::element::focus_soon;
use crate::browser::files;
use crate::browser::slices::Slices;
use crate::ui::components::data_table::DataTable;
use crate::ui::components::explained::Explained;
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::components::open_table::Explains;
use crate::ui::components::outcome::Head;
use crate::ui::components::radios::radios;
use crate::ui::hooks::use_editor;
use crate::ui::pages::conclude::sampling::work;
use assumptions::{choice, never_words};
pub use settings::settings;
use spread::spread;
use statements::Said;
use std::rc::Rc;
use weighbridge_analysis::{Assumption, Drawn, OptionIx, Outcome, Problem as PosedProblem};
use weighbridge_chart::{Presentation, RankAcceptability};
use weighbridge_report::words::Term;
use weighbridge_report::{
    centres_table, centres_words, chances_headline, chances_picture, explain_chances, indices_file,
    pairs_table, pairs_words, precision_words, reason_words, unrounded,
};
use weighbridge_state::sampling::{Problem, SamplingJob, Solution};
use weighbridge_state::{Document, Page, Route, file_stem};
use yew::prelude::*;

/// Those who ask get every share within a tenth of a percentage point.
const FINE: f64 = 0.1;

/// The id of the words on how far it has come.
const SAMPLED: &str = "sampled";

#[derive(PartialEq, Properties)]
pub struct ChanceProps {
    /// What is taken to be known of the weights, once somebody has chosen.
    pub known: UseStateHandle<Option<Assumption>>,
    /// Whether no other part of the page has anything to show, so that none is linked.
    pub alone: bool,
}

/// The page.
#[component]
pub fn Chance(props: &ChanceProps) -> Html {
    let editor = use_editor();
    let fine = use_state(|| false);
    let found = use_state(|| None::<Solution>);
    let going = use_mut_ref(|| None::<Slices>);
    let desk = use_mut_ref(|| None::<SamplingJob>);
    // How often somebody has let it go on after it was stopped.
    let again = use_state(|| 0_u32);
    let document = &editor.document;
    let on = document.appraisal();
    let offered: Vec<Assumption> = Assumption::ALL
        .into_iter()
        .filter(|a| *a == Assumption::Stated || a.applies(on))
        .collect();
    // A range that goes while it is assumed leaves nothing to assume.
    let chosen = props.known.filter(|known| offered.contains(known));
    // What was said of the weights is what its file is opened for.
    let assumption = chosen.unwrap_or(match Assumption::Stated.applies(on) {
        true => Assumption::Stated,
        false => Assumption::AnyWeights,
    });
    let problem = use_memo((on.clone(), assumption), |(on, assumption)| {
        PosedProblem::of(on, &document.analysis, *assumption)
    });
    let posed = Problem(problem);
    let asked = on.judgements.robustness.precision.get();
    let target = if *fine { FINE.min(asked) } else { asked };
    {
        let (found, going) = (found.clone(), going.clone());
        let desk = desk.clone();
        let document = document.clone();
        use_effect_with((posed.clone(), *fine, *again), move |(posed, ..)| {
            // A finer answer goes on from where the rough one stopped.
            if !desk.borrow().as_ref().is_some_and(|job| job.is_for(posed)) {
                *desk.borrow_mut() =
                    SamplingJob::new(posed, document.appraisal().judgements.robustness.seed);
                found.set(None);
            }
            let there = desk.borrow().is_some();
            *going.borrow_mut() = there.then(|| work(desk.clone(), target, found, false));
        });
    }
    let stop = pressed(move || {
        if let Some(job) = desk.borrow_mut().as_mut() {
            job.stop();
        }
    });
    let go_on = pressed(move || again.set(*again + 1));
    let finer = {
        let fine = fine.clone();
        pressed(move || fine.set(true))
    };
    let choose = {
        let (known, fine, offered) = (props.known.clone(), fine.clone(), offered.clone());
        Callback::from(move |at: usize| {
            fine.set(false);
            known.set(offered.get(at).copied());
        })
    };
    let choices: Vec<(AttrValue, AttrValue)> = {
        let groups = document.analysis.nodes.iter().any(|node| !node.leaf);
        offered.iter().map(|a| choice(*a, groups)).collect()
    };
    let at = offered.iter().position(|a| *a == assumption).unwrap_or(0);
    let subject = document.subject();
    let stem = file_stem(&on.frame.title);
    // What was found of another problem is about to go.
    let own = found.as_ref().filter(|found| found.problem == posed);
    let body = match (&*posed.0, own) {
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
                            .draw(&Presentation::new("chances", width, ""));
                    };
                    let (presentation, chart) =
                        chances_picture(document.subject(), problem, &outcome, assumption);
                    chart.draw(&presentation.at(width))
                })
            };
            html! {
                <>
                    <Figure {draw} name={format!("{stem}-ranks")} explain={behind(document, &posed, found, assumption)} />
                    { progress(found, target, !*fine, [stop, go_on, finer]) }
                    <div key="more">
                        if found.done { { more(document, &posed, problem, found, assumption) } }
                    </div>
                </>
            }
        }
    };
    let title = match (&*posed.0, own) {
        (Ok(problem), Some(found)) => {
            chances_headline(subject, problem, &found.outcome, assumption)
        }
        _ => "What if the weights are not certain?".to_owned(),
    };
    html! {
        <>
            <Head {title}
                lede={html! { <>{ "Weights are judgements, and people differ. This tries many thousands of sets of weights, and counts how often each option comes where." }<Explained term={Term::RankAcceptability} /></> }} />
            if !props.alone { { views(&editor, "all-weights") } }
            { notes(&editor) }
            { radios("assumption", "What do you agree about the weights?", &choices, at, &choose) }
            if !Assumption::Ranges.applies(on) {
                <p class="hint">
                    { "Give the range of a weight or a score beside it, on " }
                    <a href={Route::of(document.id(), Page::Weights).href()}>{ "Weights" }</a>{ " and " }
                    <a href={Route::of(document.id(), Page::Scores).href()}>{ "Scores" }</a>{ "." }
                </p>
            }
            <div key="said">
                if assumption == Assumption::Stated { <Said /> }
            </div>
            <div key="body">{ body }</div>
        </>
    }
}

/// What is worked out once the shares are close enough.
fn more(
    document: &Rc<Document>,
    posed: &Problem,
    problem: &PosedProblem,
    found: &Solution,
    assumption: Assumption,
) -> Html {
    let (on, outcome) = (document.subject(), &found.outcome);
    if outcome.method == Drawn::Certain || problem.options.len() < 2 {
        // Nothing to compare, or one set of weights is on Result already.
        return Html::default();
    }
    let rows = problem.options.iter().enumerate();
    let never = rows.filter(|(row, _)| problem.known_never_first(*row));
    let never: Vec<OptionIx> = never.map(|(_, option)| *option).collect();
    let all = {
        let (document, posed, found) = (document.clone(), posed.clone(), found.clone());
        Callback::from(move |_: MouseEvent| {
            if let Ok(problem) = &*posed.0 {
                let on = document.subject();
                let text = indices_file(on, problem, &found.outcome, &found.sure, assumption);
                let name = format!("{}-all-weights.csv", file_stem(&on.appraisal.frame.title));
                files::download_text(&name, "text/csv", &text);
            }
        })
    };
    let pairs = Rc::new(pairs_table(on, problem, outcome, assumption));
    let centres = Rc::new(centres_table(on, problem, outcome, &found.sure));
    html! {
        <>
            if !never.is_empty() {
                <p>{ never_words(&on.names(&never), assumption) }</p>
            }
            if !found.totals.is_empty() {
                { spread(document, posed, &found.totals, assumption) }
            }
            <DataTable id="pairs" heading="How often each option beats each other, one to one"
                words={pairs_words(outcome)} table={pairs} shaded={true} explain={behind(document, posed, found, assumption)} />
            <DataTable id="centres" heading="Who would prefer which option"
                words={centres_words(outcome)} table={centres} />
            <p><button class="button" type="button" onclick={all}>{ "Download all of this with standard errors (CSV)" }</button></p>
        </>
    }
}

/// What is behind the shares of an option.
fn behind(
    document: &Rc<Document>,
    posed: &Problem,
    found: &Solution,
    assumption: Assumption,
) -> Explains {
    let (document, posed, outcome) = (document.clone(), posed.clone(), found.outcome.clone());
    Callback::from(move |at: usize| {
        let problem = posed.0.as_ref().as_ref().ok()?;
        explain_chances(document.subject(), problem, &outcome, assumption, at)
    })
}

/// Does what a button is for that goes once it is pressed: the focus moves to the words beside it.
fn pressed(act: impl Fn() + 'static) -> Callback<MouseEvent> {
    Callback::from(move |_: MouseEvent| {
        act();
        focus_soon(SAMPLED);
    })
}

/// How many samples there are, how close they are to what was asked for, and buttons to stop or go on.
fn progress(
    found: &Solution,
    target: f64,
    rough: bool,
    [stop, go_on, finer]: [Callback<MouseEvent>; 3],
) -> Html {
    let Outcome { half_width, .. } = found.outcome;
    let mut words = precision_words(&found.outcome);
    let short = half_width * 100.0 > target;
    if short {
        words += &match found.done {
            true => format!(
                " Stopped before each was right within {}.",
                unrounded(target)
            ),
            false => format!(
                " It goes on until each is right within {}.",
                unrounded(target)
            ),
        };
    }
    let button = |words: &str, onclick: Callback<MouseEvent>| {
        html! { <button class="button small" type="button" {onclick}>{ words }</button> }
    };
    html! {
        <div class="row sampled">
            <p id={SAMPLED} class="quiet" role="status" tabindex="-1">{ if found.done { words.clone() } else { String::new() } }</p>
            if !found.done {
                <p class="quiet" aria-hidden="true">{ words }</p>
                if found.sampling { { button("Stop", stop) } }
            } else if short {
                { button("Go on", go_on) }
            } else if rough && half_width * 100.0 > FINE {
                { button("Work it out more finely", finer) }
            }
        </div>
    }
}
