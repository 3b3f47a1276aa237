//! One criterion, leaf or group.

use super::about::About;
use super::anchors::Anchors;
use super::scale::Scale;
use super::split::Split;
use super::words::scale_words;
use super::ADD;
use crate::analysis::Issue;
use crate::edit::{Edit, Shift};
use crate::model::{Criterion, CriterionId};
use crate::report::{count, percent};
use crate::ui::components::edits::{choose, dom_id};
use crate::ui::components::fold::{Fold, Opened};
use crate::ui::components::order::{Order, Remove, after_removal};
use crate::ui::hooks::{Editor, use_editor};
use crate::ui::route::{Page, Route};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct CriterionProps {
    pub id: CriterionId,
    /// How many groups it stands in.
    pub depth: usize,
    /// Its place in its group, from 0.
    pub at: usize,
    /// How many there are in its group.
    pub of: usize,
    /// The open cards of the page.
    pub opened: Opened,
}

/// The card: what it asks and how it is scored when closed; every field when open.
#[component]
pub fn CriterionCard(props: &CriterionProps) -> Html {
    let CriterionProps { id, at, of, .. } = props;
    let editor = use_editor();
    let on = editor.document.appraisal();
    let Some(criterion) = on.criterion(id) else {
        return Html::default();
    };
    let parent = on.parent(id);
    let siblings = parent.map_or(&on.criteria, |p| &p.children);
    let ids: Vec<String> = siblings.iter().map(|c| card_id(&c.id)).collect();
    let above = parent.map_or_else(|| ADD.to_owned(), |p| card_id(&p.id));
    let shift = choose(&editor, {
        let id = id.clone();
        move |shift: Shift| Edit::MoveCriterion(id.clone(), shift)
    });
    let remove = choose(&editor, {
        let id = id.clone();
        move |()| Edit::RemoveCriterion(id.clone())
    });
    let goes = if criterion.is_leaf() {
        "Its weight and scores go with it.".to_owned()
    } else {
        "Every criterion in it goes too, with its weight and scores.".to_owned()
    };
    let tools = html! {
        <Order id={format!("criterion-{id}")} name={criterion.short_name().to_owned()} at={*at} of={*of} {shift} />
    };
    html! {
        <Fold id={card_id(id)} opened={props.opened.clone()} level={3 + props.depth} title={html! { &criterion.name }}
            face={face(&editor, criterion)} {tools}>
            <About id={id.clone()} />
            <div>
                if criterion.is_leaf() {
                    <Scale id={id.clone()} />
                    <Anchors id={id.clone()} />
                }
            </div>
            <p>
                { "How much it counts is set on " }
                <a href={Route::of(editor.document.id(), Page::Weights).href()}>{ "Weights" }</a>{ "." }
            </p>
            <div class="fold-end">
                <div>
                    if criterion.is_leaf() { <Split id={id.clone()} /> }
                </div>
                <Remove name={format!("criterion {}", criterion.name)} hint={goes} then={after_removal(&ids, *at, &above)} {remove} />
            </div>
        </Fold>
    }
}

/// The id of the button that opens the card of a criterion.
pub(super) fn card_id(id: &CriterionId) -> String {
    dom_id("criterion", id)
}

fn face(editor: &Editor, criterion: &Criterion) -> Html {
    let analysis = &editor.document.analysis;
    let node = analysis.node(&criterion.id);
    let share = node.and_then(|at| analysis.nodes.get(at)?.cumulative);
    let leaf = node.and_then(|at| analysis.leaves.iter().position(|leaf| *leaf == at));
    let function = leaf.and_then(|at| analysis.scales.get(at)?.function.as_ref());
    let kind = if criterion.is_leaf() {
        scale_words(&criterion.scale.kind, function)
    } else {
        match criterion.children.len() {
            1 => "Group of one criterion".to_owned(),
            n => format!("Group of {} criteria", count(n)),
        }
    };
    html! {
        <>
            if !criterion.question.is_empty() { <p>{ &criterion.question }</p> }
            <p class="facts quiet">
                if !criterion.origin.is_empty() { <span class="badge">{ &criterion.origin }</span> }
                <span>{ kind }</span>
                if let Some(share) = share { <span>{ format!("Counts {}", percent(share)) }</span> }
            </p>
            { unusable(editor, criterion) }
        </>
    }
}

/// The scores that the scale cannot use, with where to mend them.
fn unusable(editor: &Editor, criterion: &Criterion) -> Html {
    let on = editor.document.appraisal();
    let unfit: Vec<String> = editor
        .document
        .analysis
        .issues
        .iter()
        .filter_map(|issue| match issue {
            Issue::Unusable { option, criterion: at, what } if *at == criterion.id => {
                let name = on.option(option).map_or(option.as_str(), |o| o.short_name());
                Some(format!("{name} ({what})"))
            }
            _ => None,
        })
        .collect();
    html! {
        if !unfit.is_empty() {
            <p class="note bad">
                { match unfit.len() {
                    1 => "One score does not fit this scale and is not used: ".to_owned(),
                    n => format!("{n} scores do not fit this scale and are not used: "),
                } }
                { unfit.join("; ") }{ ". " }
                <a href={Route::of(editor.document.id(), Page::Scores).href()}>{ "Score them again" }</a>
            </p>
        }
    }
}
