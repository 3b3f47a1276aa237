//! One criterion, leaf or group.

use super::about::about;
use super::adding::{ADD, add_within};
use super::anchors::anchors;
use super::copy_scale::CopyScale;
use super::new_criteria::NewCriteria;
use super::scale::Scale;
use super::split::split;
use crate::ui::components::disclosure::Card;
use crate::ui::components::edits::{choose, dom_id};
use crate::ui::components::order::{after_removal, order_buttons, remove_button};
use crate::ui::hooks::Editor;
use crate::ui::pages::set_up::Cards;
use weighbridge_analysis::Issue;
use weighbridge_edit::{CriteriaEdit, Edit, Move};
use weighbridge_model::{Alternative, Criterion, CriterionId, OptionId};
use weighbridge_report::{Shares, compact, count, scale_line, words::off_scale};
use weighbridge_state::{Page, Route};
use yew::prelude::*;

/// The row of one of a branch, by its place in it: the name, both ends of its scale and its weight in one line when
/// closed; every field when open. `parent` is the group of the branch, `depth` how many groups it stands in.
pub fn criterion_card(
    cards: &Cards<'_>,
    parent: Option<&Criterion>,
    branch: &[Criterion],
    at: usize,
    depth: usize,
) -> Html {
    let editor = cards.editor;
    let criterion = &branch[at];
    let id = &criterion.id;
    let shift = choose(editor, {
        let id = id.clone();
        move |shift: Move| Edit::Criteria(CriteriaEdit::Move(id.clone(), shift))
    });
    let tools = order_buttons(
        &format!("criterion-{id}"),
        criterion.short_name(),
        at,
        branch.len(),
        &shift,
    );
    let card = Card {
        id: card_id(id),
        level: 3 + depth,
        title: html! { &criterion.name },
        face: odd_scores(editor, criterion),
        line: Some(line(editor, criterion)),
        tools,
    };
    cards.disclosed(card, &|| within(editor, parent, branch, at))
}

/// What an open card holds.
fn within(editor: &Editor, parent: Option<&Criterion>, branch: &[Criterion], at: usize) -> Html {
    let criterion = &branch[at];
    let id = &criterion.id;
    let ids: Vec<String> = branch.iter().map(|c| card_id(&c.id)).collect();
    let above = parent.map_or_else(|| ADD.to_owned(), |p| card_id(&p.id));
    let remove = choose(editor, {
        let id = id.clone();
        move |()| Edit::Criteria(CriteriaEdit::Remove(id.clone()))
    });
    let goes = if criterion.is_leaf() {
        "Its weight and scores go with it."
    } else {
        "Every criterion in it goes too, with its weight and scores."
    };
    html! {
        <>
            <div>
                if !criterion.is_leaf() {
                    <NewCriteria id={add_within(id)} parent={id.clone()}
                        label={format!("Add a criterion in “{}”, or paste a list", criterion.short_name())} />
                }
            </div>
            { about(editor, criterion) }
            <div>
                if criterion.is_leaf() {
                    <Scale id={id.clone()} />
                    <CopyScale id={id.clone()} />
                    { anchors(editor, criterion) }
                }
            </div>
            <p>
                { "How much it counts is set on " }
                <a href={Route::of(editor.document.id(), Page::Weights).href()}>{ "Weights" }</a>{ "." }
            </p>
            <div class="fold-end">
                <div>
                    if criterion.is_leaf() { { split(editor, criterion) } }
                </div>
                { remove_button(&format!("criterion {}", criterion.name), goes, after_removal(&ids, at, &above), remove) }
            </div>
        </>
    }
}

/// The id of the button that opens the card of a criterion.
pub(super) fn card_id(id: &CriterionId) -> String {
    dom_id("criterion", id)
}

/// Both ends of the scale, or what a group holds; and the share of the weight.
fn line(editor: &Editor, criterion: &Criterion) -> Html {
    let document = &editor.document;
    let analysis = &document.analysis;
    let shares = Shares::of(analysis);
    let share = analysis.node(&criterion.id).and_then(|at| shares.whole(at));
    let (words, missing) = if criterion.is_leaf() {
        let line = scale_line(document.appraisal(), analysis, criterion);
        (line.words, line.missing)
    } else {
        let words = match criterion.children.len() {
            1 => "Group of one criterion".to_owned(),
            n => format!("Group of {} criteria", count(n)),
        };
        (words, false)
    };
    html! {
        <>
            <span class={classes!("line-words", missing.then_some("missing"))}>{ words }</span>
            <span class="line-share">
                if let Some(share) = share {
                    { share.to_owned() }<span class="visually-hidden">{ " of all the weight" }</span>
                } else {
                    <span aria-hidden="true">{ "–" }</span><span class="visually-hidden">{ "no weight yet" }</span>
                }
            </span>
        </>
    }
}

/// The scores that the scale cannot use or that lie beyond its ends, with where to mend them.
fn odd_scores(editor: &Editor, criterion: &Criterion) -> Html {
    let on = editor.document.appraisal();
    let name = |id: &OptionId| {
        on.option(id)
            .map_or(id.as_str(), Alternative::short_name)
            .to_owned()
    };
    let (mut unfit, mut outside) = (Vec::new(), Vec::new());
    for issue in &editor.document.analysis.issues {
        match issue {
            Issue::Unusable {
                option,
                criterion: at,
                why,
            } if *at == criterion.id => {
                unfit.push(format!("{} ({})", name(option), off_scale(why)));
            }
            Issue::OutsideScale {
                option,
                criterion: at,
                value,
            } if *at == criterion.id => {
                outside.push(format!("{} ({})", name(option), compact(*value)));
            }
            _ => {}
        }
    }
    let scores = || html! { <a href={Route::of(editor.document.id(), Page::Scores).href()}>{ "Change them on Scores" }</a> };
    html! {
        <>
            if !unfit.is_empty() {
                <p class="note bad">
                    <strong>{ "These scores do not fit the scale and are not used: " }</strong>
                    { unfit.join("; ") }{ ". " }{ scores() }{ "." }
                </p>
            }
            if !outside.is_empty() {
                <p class="note">
                    { "Beyond the ends of the scale, so below 0 or above 100: " }
                    { outside.join("; ") }{ ". Widen the scale if that is not meant. " }{ scores() }{ "." }
                </p>
            }
        </>
    }
}
