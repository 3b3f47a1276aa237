//! Criteria: what tells a good choice from a bad one, in groups or not, and how each is scored.

mod about;
mod adding;
mod anchors;
mod breakpoints;
mod card;
mod checks;
mod coverage;
mod curve;
mod measure;
mod overarching;
mod part;
mod priorities;
mod scale;
mod scale_points;
mod scale_text;
mod split;

use crate::ui::components::disclosure::{Opened, use_opened};
use crate::ui::components::edits::commit;
use crate::ui::components::fields::Add;
use crate::ui::components::outcome::{Head, Onward, Outcome};
use crate::ui::hooks::{Editor, use_editor};
use adding::{ADD, add_within};
use card::CriterionCard;
use checks::Checks;
use overarching::Overarching;
use priorities::Priorities;
use weighbridge_edit::Edit;
use weighbridge_model::{Criterion, CriterionId};
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
            <section aria-labelledby="criteria">
                <h2 id="criteria">{ "Criteria" }</h2>
                <p class="sub">{ "Leave out what is the same for every option, and do not count one thing twice. With more than about eight, put them in groups." }</p>
                { branch(&editor, &opened, criteria, 0) }
                <Add id={ADD} label="Add a criterion" hint="A few words, such as Local accountability"
                    button="Add criterion" several={true} add={add_to(&editor, None)} />
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

/// The cards of one branch, each group followed by its own and a field that adds to it.
fn branch(editor: &Editor, opened: &Opened, list: &[Criterion], depth: usize) -> Html {
    let item = |(at, c): (usize, &Criterion)| {
        html! {
            <li key={c.id.as_str().to_owned()}>
                <CriterionCard id={c.id.clone()} {depth} {at} of={list.len()} opened={opened.clone()} />
                <div class="within">
                    if !c.is_leaf() {
                        { branch(editor, opened, &c.children, depth + 1) }
                        <Add id={add_within(&c.id)}
                            label={format!("Add a criterion in “{}”", c.short_name())}
                            button="Add criterion" several={true} add={add_to(editor, Some(c.id.clone()))} />
                    }
                </div>
            </li>
        }
    };
    html! {
        <ol class="folds">{ for list.iter().enumerate().map(item) }</ol>
    }
}

fn add_to(editor: &Editor, parent: Option<CriterionId>) -> crate::ui::components::fields::Commit {
    let on = editor.document.appraisal().clone();
    commit(editor, move |name| {
        Edit::add_criterion(&on, &name, parent.clone())
    })
}
