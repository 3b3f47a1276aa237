//! The answer in short: four lines, the weight that decides soonest, one's own weights, and fifty dots.

use super::one_weight::WeightChart;
use super::views::{notes, views};
use super::what_if_weights::OwnWeights;
use crate::ui::components::outcome::Head;
use crate::ui::components::text::text;
use crate::ui::hooks::use_editor;
use crate::ui::pages::conclude::first_places::use_first_places;
use std::cell::RefCell;
use std::rc::Rc;
use weighbridge_analysis::NodeIx;
use weighbridge_model::Voice;
use weighbridge_report::{
    HoldsUnless, SingleChanges, Trial, methods_line, nearest_lines, tie_words,
};
use weighbridge_state::{Page, Route};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct OverviewProps {
    /// The heading and what follows it.
    pub holds: HoldsUnless,
    pub single: Rc<SingleChanges>,
    /// The criterion looked at, by its place among the nodes.
    pub chosen: UseStateHandle<Option<NodeIx>>,
    /// The weights that were moved.
    pub own: Rc<RefCell<Voice>>,
    /// What the address asks to try.
    pub trial: Option<Trial>,
    /// Whether the page was opened for one's own weights.
    pub own_first: bool,
}

/// The answer in short.
#[component]
pub fn Overview(props: &OverviewProps) -> Html {
    let editor = use_editor();
    let document = &editor.document;
    let subject = document.subject();
    let first = use_first_places();
    let methods = use_memo(document.analysis.clone(), |_| methods_line(subject));
    let scope = subject.scope_heading();
    let told = subject.under_scope_heading();
    let lines = nearest_lines(told, &props.single);
    let line = |view: &str, name: &str, words: Html| {
        let href = Route::part(document.id(), Page::HowSure, view).href();
        html! { <li key={name.to_owned()}><a {href}>{ name }</a><span>{ words }</span></li> }
    };
    let HoldsUnless { heading, rest } = &props.holds;
    html! {
        <>
            <Head title={heading.clone()} lede={html! { rest }} />
            { views(&editor, "") }
            { notes(&editor) }
            if let Some(words) = tie_words(subject) {
                <p>{ text(&editor, &words) }</p>
            }
            <section aria-label="The answer in short">
                if let Some(scope) = scope.filter(|_| lines.is_some()) {
                    <h2 class="minor">{ scope }</h2>
                }
                <ul class="answers">
                    if let Some(lines) = lines {
                        { line("one-weight", "One weight", html! { &lines.weight }) }
                        { line("all-weights", "All weights", first.leader(document, false)) }
                        { line("scores", "Scores", html! { &lines.score }) }
                    } else {
                        { line("one-weight", "One weight", html! { "See which weight would decide." }) }
                        { line("all-weights", "All weights", html! { "See who leads how often under all possible weights." }) }
                        { line("scores", "Scores", html! { "See which score would decide." }) }
                    }
                    if let Some(words) = &*methods {
                        { line("analysts", "Other methods", html! { words }) }
                    }
                </ul>
            </section>
            <div class="beside">
                <div>
                    <section aria-label="Weight lines">
                        <WeightChart chosen={props.chosen.clone()} single={props.single.clone()} />
                    </section>
                    { first.dots(document) }
                </div>
                <OwnWeights kept={props.own.clone()} trial={props.trial.clone()} first={props.own_first} />
            </div>
        </>
    }
}
