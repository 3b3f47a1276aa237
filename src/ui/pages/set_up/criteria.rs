//! Criteria: what tells a good choice from a bad one, in groups or not, and how each is scored.

mod about;
mod adding;
mod anchors;
mod breakpoints;
mod card;
mod checks;
mod copy_scale;
mod coverage;
mod curve;
mod measure;
mod new_criteria;
mod on_paper;
mod overarching;
mod part;
mod plan;
mod priorities;
mod scale;
mod scale_points;
mod scale_text;
mod split;

use crate::ui::components::disclosure::{Opened, use_opened};
use crate::ui::components::outcome::{Head, Onward, Outcome};
use crate::ui::hooks::use_editor;
use adding::ADD;
use card::CriterionCard;
use checks::Checks;
use new_criteria::NewCriteria;
use on_paper::Handout;
use overarching::Overarching;
use priorities::Priorities;
use weighbridge_model::Criterion;
use weighbridge_state::Page;
use yew::prelude::*;

/// The page.
#[component]
pub fn Criteria() -> Html {
    let editor = use_editor();
    let opened = use_opened();
    let criteria = &editor.document.appraisal().criteria;
    html! {
        <>
            <Head title="What makes a good choice?"
                lede={html! {
                <>
                    <q>{ "What would distinguish between a good choice and a bad one in this decision problem?" }</q>
                    { " Each answer is a criterion. " }
                    <small>{ "The question is that of the government’s " }<cite>{ "Multi-criteria analysis: a manual" }</cite>{ "." }</small>
                </>
            }} />
            <Handout />
            <section class="screen" aria-labelledby="criteria">
                <h2 id="criteria">{ "Criteria" }</h2>
                if criteria.is_empty() {
                    <p class="sub">{ "Leave out what is the same for every option, and do not count one thing twice. With more than about eight, put them in groups." }</p>
                } else {
                    <p class="criteria-head" aria-hidden="true">
                        <span>{ "Each row opens" }</span><span>{ "From worst to best" }</span><span>{ "Weight" }</span>
                    </p>
                }
                { branch(&opened, criteria, 0) }
                <NewCriteria id={ADD} label="Add a criterion, or paste a list or a table"
                    hint="One a line. A table may have weights, units, the worst and the best of each scale, and groups." />
            </section>
            <div class="chapters">
                <Checks opened={opened.clone()} />
                <Priorities opened={opened.clone()} />
                <Overarching opened={opened.clone()} />
            </div>
            <Outcome />
            <Onward page={Page::Criteria} />
        </>
    }
}

/// The rows of one branch, each group followed by its own.
fn branch(opened: &Opened, list: &[Criterion], depth: usize) -> Html {
    let item = |(at, c): (usize, &Criterion)| {
        html! {
            <li key={c.id.as_str().to_owned()}>
                <CriterionCard id={c.id.clone()} {depth} {at} of={list.len()} opened={opened.clone()} />
                <div class="within">
                    if !c.is_leaf() { { branch(opened, &c.children, depth + 1) } }
                </div>
            </li>
        }
    };
    html! {
        <ol class="folds">{ for list.iter().enumerate().map(item) }</ol>
    }
}
