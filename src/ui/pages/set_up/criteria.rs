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

use super::Cards;
use crate::ui::components::disclosure::use_opened;
use crate::ui::components::explained::Explained;
use crate::ui::components::outcome::{Head, onward, so_far};
use crate::ui::components::paper::use_printing;
use crate::ui::hooks::{use_app, use_editor};
use adding::ADD;
use card::criterion_card;
use checks::checks;
use new_criteria::NewCriteria;
use on_paper::hand_out;
use overarching::overarching;
use priorities::priorities;
use weighbridge_model::Criterion;
use weighbridge_report::words::Term;
use weighbridge_state::Page;
use yew::prelude::*;

/// The page.
#[component]
pub fn Criteria() -> Html {
    let (app, editor) = (use_app(), use_editor());
    let opened = use_opened();
    let printing = use_printing();
    let cards = Cards {
        editor: &editor,
        opened: &opened,
        printing,
    };
    let criteria = &editor.document.appraisal().criteria;
    html! {
        <>
            <Head title="What makes a good choice?"
                lede={html! {
                <>
                    <q>{ "What would distinguish between a good choice and a bad one in this decision problem?" }</q>
                    { " Each answer is a criterion." }<Explained term={Term::Criterion} />{ " " }
                    <small>{ "Question from the government manual " }<cite>{ "Multi-criteria analysis" }</cite>{ "." }</small>
                </>
            }} />
            if printing { { hand_out(&editor) } }
            <section class="screen" aria-labelledby="criteria">
                <h2 id="criteria">{ "Criteria" }</h2>
                if criteria.is_empty() {
                    <p class="sub">{ "Leave out what is the same for every option, and do not count one thing twice. With more than about eight, put them in groups." }</p>
                } else {
                    <p class="criteria-head" aria-hidden="true">
                        <span>{ "Each row opens" }</span><span>{ "From worst to best" }</span><span>{ "Weight" }</span>
                    </p>
                }
                { branch(&cards, None, criteria, 0) }
                <NewCriteria id={ADD} label="Add a criterion, or paste a list or a table"
                    hint="One a line. A table may have weights, units, the worst and the best of each scale, and groups." />
            </section>
            <div class="chapters">
                { checks(&cards) }
                { priorities(&cards) }
                { overarching(&cards) }
            </div>
            { so_far(&app, &editor, None) }
            { onward(&editor, Page::Criteria) }
        </>
    }
}

/// The rows of one branch, that of a group or the top, each group followed by its own.
fn branch(cards: &Cards<'_>, parent: Option<&Criterion>, list: &[Criterion], depth: usize) -> Html {
    let item = |(at, c): (usize, &Criterion)| {
        html! {
            <li key={c.id.as_str().to_owned()}>
                { criterion_card(cards, parent, list, at, depth) }
                <div class="within">
                    if !c.is_leaf() { { branch(cards, Some(c), &c.children, depth + 1) } }
                </div>
            </li>
        }
    };
    html! {
        <ol class="folds">{ for list.iter().enumerate().map(item) }</ol>
    }
}
