//! What can be said of the weights, whoever gives them: a list, and a form that adds to it.

use crate::ui::components::edits::read_number;
use crate::ui::components::fields::{Commit, problem};
use crate::ui::components::form::{choice_field, number_field};
use crate::ui::components::order::{after_removal, remove_button};
use crate::ui::hooks::use_editor;
use crate::ui::pages::conclude::how_sure::views::names;
use weighbridge_analysis::NodeIx;
use weighbridge_edit::{Edit, RobustnessEdit};
use weighbridge_model::{CriterionId, Finite, Statement};
use weighbridge_report::{
    statement_words,
    words::{Mistyped, Sentence},
};
use yew::prelude::*;

const ADD: &str = "said-criterion";

/// What can be said, in the words of the list to choose from.
const SAYS: [&str; 4] = [
    "counts at least as much as",
    "counts the same as",
    "has at least a share of",
    "has at most a share of",
];

/// The list and the form.
#[component]
pub fn Said() -> Html {
    let editor = use_editor();
    let one = use_state(|| 0_usize);
    let says = use_state(|| 0_usize);
    let other = use_state(|| 0_usize);
    let error = use_state(|| None::<String>);
    // Not a state: Enter leaves the field and sends the form in one go.
    let share = use_mut_ref(|| None::<Finite>);
    let shown = use_state(String::new);
    let document = &editor.document;
    let (on, subject) = (document.appraisal(), document.subject());
    let nodes = &document.analysis.nodes;
    // Only what can be compared: criteria that count, with another beside them.
    let beside = |at: NodeIx| -> Vec<NodeIx> {
        let alike =
            |n: &NodeIx| *n != at && nodes[*n].parent == nodes[at].parent && !nodes[*n].excluded;
        nodes.keys().filter(alike).collect()
    };
    let all: Vec<NodeIx> = nodes
        .keys()
        .filter(|at| !nodes[*at].excluded && !beside(*at).is_empty())
        .collect();
    let Some(first) = all.get(*one).or_else(|| all.first()).copied() else {
        return html! { <p class="inset">{ "There is only one criterion, so there is nothing to compare. Add another on Criteria." }</p> };
    };
    let others = beside(first);
    let second = others
        .get(*other)
        .or_else(|| others.first())
        .copied()
        .unwrap_or(first);
    let id = |at: usize| format!("said-{at}");
    let ids: Vec<String> = (0..on.judgements.robustness.statements.len())
        .map(id)
        .collect();
    let line = |(at, statement): (usize, &Statement)| {
        let words = statement_words(subject, statement);
        let edit = Edit::Robustness(RobustnessEdit::TakeBack(statement.clone()));
        let remove = {
            let editor = editor.clone();
            Callback::from(move |()| editor.apply(edit.clone()))
        };
        html! {
            <li key={at} id={id(at)} tabindex="-1">
                <span>{ format!("{words}.") }</span>
                { remove_button(&words, "", after_removal(&ids, at, ADD), remove) }
            </li>
        }
    };
    let compares = *says < 2;
    let onsubmit = {
        let (editor, error, share, shown) =
            (editor.clone(), error.clone(), share.clone(), shown.clone());
        let [first, second]: [CriterionId; 2] = [first, second].map(|at| nodes[at].id.clone());
        let says = *says;
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let statement = match (says, *share.borrow()) {
                (0, _) => Statement::AtLeastAsImportant(first.clone(), second.clone()),
                (1, _) => Statement::Equal(first.clone(), second.clone()),
                (2, Some(share)) => Statement::AtLeast(first.clone(), share),
                (_, Some(share)) => Statement::AtMost(first.clone(), share),
                (_, None) => {
                    error.set(Some(Mistyped::Share.sentence()));
                    return;
                }
            };
            let edit = Edit::Robustness(RobustnessEdit::Say(statement));
            let refused = editor.edit(edit).err().map(|why| why.sentence());
            if refused.is_none() {
                *share.borrow_mut() = None;
                shown.set(String::new());
            }
            error.set(refused);
        })
    };
    let pick = |state: &UseStateHandle<usize>| {
        let (state, error) = (state.clone(), error.clone());
        Callback::from(move |at: usize| {
            error.set(None);
            state.set(at);
        })
    };
    let commit = {
        let (error, shown) = (error.clone(), shown.clone());
        Commit::from(move |typed: String| {
            let number = read_number(typed.trim().trim_end_matches('%'))?.get();
            if !(0.0..=100.0).contains(&number) {
                return Err(Mistyped::Share.sentence());
            }
            *share.borrow_mut() = Finite::new(number / 100.0);
            shown.set(typed);
            error.set(None);
            Ok(())
        })
    };
    let list = &on.judgements.robustness.statements;
    html! {
        <section class="statements" aria-labelledby="said">
            <h2 id="said">{ "What you all agree on" }</h2>
            if list.is_empty() {
                <p>{ "Nothing yet, so any weights are possible. Add only what everybody agrees on." }</p>
            }
            <ul>{ for list.iter().enumerate().map(line) }</ul>
            <form {onsubmit} class={classes!("statements-form", error.is_some().then_some("wrong"))}>
                { problem("said", error.as_deref()) }
                <div class="pairs">
                    { choice_field(ADD.to_owned(), "Criterion", "", names(subject, &all), *one, pick(&one)) }
                    { choice_field("said-says".to_owned(), "What holds of it", "", SAYS.map(AttrValue::from).to_vec(), *says, pick(&says)) }
                    <div key={compares.to_string()}>
                        if compares {
                            { choice_field("said-other".to_owned(), "Compared with", "", names(subject, &others),
                                (*other).min(others.len() - 1), pick(&other)) }
                        } else {
                            { number_field("said-share", "Share of its group, in %", "", &shown, commit) }
                        }
                    </div>
                </div>
                <button class="button" type="submit">{ "Add" }</button>
            </form>
        </section>
    }
}
