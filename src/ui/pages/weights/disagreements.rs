//! Weights that count though the answers of the method in use give others: which count, and what can be done.

use super::ground::Ground;
use crate::browser::element::focus_soon;
use crate::ui::components::outcome::RESULT;
use crate::ui::hooks::use_editor;
use weighbridge_analysis::Issue;
use weighbridge_model::{CriterionId, Method};
use weighbridge_report::issue_words;
use yew::prelude::*;

/// A notice for every branch whose weights are not those that its answers give.
#[component]
pub fn Disagreements() -> Html {
    let editor = use_editor();
    let analysis = &editor.document.analysis;
    let ground = |branch: &Option<CriterionId>| Ground {
        editor: editor.clone(),
        branch: branch.clone(),
        method: editor
            .document
            .appraisal()
            .weighting(branch.as_ref())
            .method,
    };
    let notice = |issue: &Issue| match issue {
        Issue::WeightsNotFromJudgements { branch, .. } => Some(one(
            &ground(branch),
            &issue_words(issue, editor.document.appraisal()),
        )),
        _ => None,
    };
    html! { <>{ for analysis.issues.iter().filter_map(notice) }</> }
}

fn one(ground: &Ground, words: &str) -> Html {
    let id = format!(
        "differ-{}",
        ground.branch.as_ref().map_or("", |id| id.as_str())
    );
    let press = |act: fn(&Ground)| {
        let ground = ground.clone();
        Callback::from(move |_: MouseEvent| {
            act(&ground);
            // The notice goes, and with it the button that had the focus.
            focus_soon(RESULT);
        })
    };
    let from_answers = press(|ground| ground.say(|_| {}));
    let as_points = press(Ground::keep_as_points);
    html! {
        <section key={id.clone()} class="banner" aria-labelledby={id.clone()}>
            <h2 {id}>{ if ground.method == Method::Swing { "The weights in use are not those of the swing answers" } else { "The weights in use are not those of the answers" } }</h2>
            <p>{ words.to_owned() }</p>
            <p class="actions">
                <button class="button" type="button" onclick={from_answers}>{ "Take up the weights from the answers" }</button>
                <button class="button" type="button" onclick={as_points}>{ "Keep these weights as points" }</button>
            </p>
        </section>
    }
}
