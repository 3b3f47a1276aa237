//! How often each option comes first if nobody agreed on weights: fifty dots, and today's leader's share.

use super::sampling::work;
use crate::browser::slices::Slices;
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::hooks::use_editor;
use std::cell::RefCell;
use std::rc::Rc;
use weighbridge_analysis::{Assumption, Outcome, Problem as PosedProblem};
use weighbridge_chart::{FiftyDots, Presentation};
use weighbridge_report::{
    DOTS_WORDS, dots_headline, dots_picture, dots_precision, dots_sentence, leader_share,
};
use weighbridge_state::sampling::{Problem, SamplingJob, Solution};
use weighbridge_state::{Document, file_stem};
use yew::prelude::*;

/// How often each option comes first under any weights, once it is known.
#[derive(Clone)]
pub struct FirstPlaces {
    posed: Problem,
    found: UseStateHandle<Option<Solution>>,
}

/// Works out how often each option comes first, in slices after the page is there.
#[hook]
pub fn use_first_places() -> FirstPlaces {
    let editor = use_editor();
    let document = &editor.document;
    let found = use_state(|| None::<Solution>);
    let going = use_mut_ref(|| None::<Slices>);
    let problem = use_memo(document.appraisal().clone(), |on| {
        PosedProblem::of(on, &document.analysis, Assumption::AnyWeights)
    });
    let posed = Problem(problem);
    let robustness = &document.appraisal().judgements.robustness;
    let (seed, precision) = (robustness.seed, robustness.precision.get());
    {
        let found = found.clone();
        use_effect_with(posed.clone(), move |posed| {
            let desk = Rc::new(RefCell::new(SamplingJob::of_ranks(posed, seed)));
            let there = desk.borrow().is_some();
            // The dots are drawn when they are known, so nothing of the page is drawn anew before.
            *going.borrow_mut() = there.then(|| work(desk, precision, found, true));
        });
    }
    FirstPlaces { posed, found }
}

impl FirstPlaces {
    /// Whether there is anything to compare.
    fn is_posed(&self) -> bool {
        self.posed
            .0
            .as_ref()
            .as_ref()
            .is_ok_and(|problem| problem.options.len() > 1)
    }

    /// What was found, when it is as close as it is to be.
    fn outcome(&self) -> Option<&Outcome> {
        let found = self.found.as_ref()?;
        (found.done && found.problem == self.posed).then_some(&found.outcome)
    }

    /// What was found, with what was asked.
    pub fn known(&self) -> Option<(&PosedProblem, &Outcome)> {
        self.posed.0.as_ref().as_ref().ok().zip(self.outcome())
    }

    /// Whether it is still being worked out.
    pub fn is_waiting(&self) -> bool {
        self.is_posed() && self.outcome().is_none()
    }

    /// What is said of it once it is known.
    fn told<T>(&self, tell: impl Fn(&PosedProblem, &Outcome) -> T) -> Option<T> {
        let problem = self.posed.0.as_ref().as_ref().ok()?;
        self.outcome().map(|outcome| tell(problem, outcome))
    }

    /// How often today's leader comes first, as a sentence: by name, unless a heading names it. Its room is kept until it is known, so that nothing moves.
    pub fn leader(&self, document: &Document, is_named: bool) -> Html {
        let subject = document.subject();
        if !self.is_posed() || subject.analysis.lead.leaders.len() != 1 {
            return Html::default();
        }
        match self.told(|problem, outcome| leader_share(subject, problem, outcome, is_named)) {
            Some(words) => html! { <span class="chance">{ words }</span> },
            None => {
                html! { <span class="chance waits" aria-hidden="true">{ "It leads in 50 of 100 possible sets of weights." }</span> }
            }
        }
    }

    /// The dots with their sentence, in room that is kept until they are known.
    pub fn dots(&self, document: &Rc<Document>) -> Html {
        if !self.is_posed() {
            return Html::default();
        }
        let subject = document.subject();
        let words = self.told(|problem, outcome| {
            let headline = dots_headline(subject, problem, outcome);
            let rest = dots_sentence(subject, problem, outcome);
            (headline, rest, dots_precision(outcome))
        });
        html! {
            <section class="dots" aria-labelledby="dots">
                <h2 id="dots">{ "If nobody agreed on weights" }</h2>
                <p class="sub">{ DOTS_WORDS }</p>
                <div class="dots-room">
                    if let Some((headline, rest, precision)) = words {
                        <p class="finding"><strong>{ headline }{ "." }</strong>{ " " }{ rest }</p>
                        { self.picture(document) }
                        <p class="quiet small">{ precision }</p>
                    } else {
                        <p class="quiet" role="status">{ "Working it out…" }</p>
                    }
                </div>
            </section>
        }
    }

    /// The dots, once they are known.
    pub fn picture(&self, document: &Rc<Document>) -> Html {
        if self.known().is_none() {
            return Html::default();
        }
        let stem = file_stem(&document.appraisal().frame.title);
        let draw = {
            let (document, posed) = (document.clone(), self.posed.clone());
            let outcome = self.outcome().cloned();
            Draw::new(move |width| match (&*posed.0, &outcome) {
                (Ok(problem), Some(outcome)) => {
                    let (presentation, chart) = dots_picture(document.subject(), problem, outcome);
                    chart.draw(&presentation.at(width))
                }
                _ => FiftyDots::default().draw(&Presentation::new("dots", width, "")),
            })
        };
        html! { <Figure {draw} name={format!("{stem}-dots")} /> }
    }
}
