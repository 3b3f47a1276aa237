//! Weights that count though the answers of the method in use give others: which count, and what can be done.

use super::weighting_context::WeightingContext;
use crate::browser::element::focus_soon;
use crate::ui::components::outcome::RESULT;
use crate::ui::hooks::Editor;
use weighbridge_analysis::Issue;
use weighbridge_model::{CriterionId, WeightingMethod};
use weighbridge_report::{in_use_and_answers, issue_words};
use yew::prelude::*;

/// A notice for every branch whose weights are not those that its answers give.
pub fn disagreements(editor: &Editor) -> Html {
    let analysis = &editor.document.analysis;
    let ground = |branch: &Option<CriterionId>| WeightingContext {
        editor: editor.clone(),
        branch: branch.clone(),
        method: editor
            .document
            .appraisal()
            .agreed()
            .weights
            .weighting(branch.as_ref())
            .method,
    };
    let notice = |issue: &Issue| match issue {
        Issue::WeightsNotFromJudgements {
            branch,
            given,
            follow,
        } => Some(one(
            &ground(branch),
            match given {
                Some(given) => {
                    let among = editor.document.appraisal().branch(branch.as_ref());
                    beside(in_use_and_answers(given, follow, among))
                }
                None => html! { <p>{ issue_words(issue, editor.document.appraisal()) }</p> },
            },
        )),
        _ => None,
    };
    html! { <>{ for analysis.issues.iter().filter_map(notice) }</> }
}

/// The weights in use beside those from the answers.
fn beside(rows: Vec<[String; 3]>) -> Html {
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label="Weights in use, and from the answers">
            <table aria-label="Weights in use, and from the answers">
                <thead><tr><th scope="col">{ "Criterion" }</th><th scope="col" class="number">{ "In use" }</th><th scope="col" class="number">{ "From the answers" }</th></tr></thead>
                <tbody>
                    { for rows.into_iter().enumerate().map(|(at, [name, given, follow])| html! {
                        <tr key={at}>
                            <th scope="row">{ name }</th>
                            <td class="number">{ given }</td>
                            <td class="number">{ follow }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

fn one(ground: &WeightingContext, told: Html) -> Html {
    let id = format!(
        "differ-{}",
        ground.branch.as_ref().map_or("", |id| id.as_str())
    );
    html! {
        <section key={id.clone()} class="banner" aria-labelledby={id.clone()}>
            <h2 {id}>{ if ground.method == WeightingMethod::Swing { "The swing answers give other weights than those in use" } else { "The answers give other weights than those in use" } }</h2>
            { told }
            <p class="actions">
                { settle(ground, "Use the weights from the answers", |ground| ground.say(|_| {})) }
                { settle(ground, "Keep the weights in use", WeightingContext::keep_as_points) }
            </p>
        </section>
    }
}

/// A button of a notice that goes once it is pressed.
pub fn settle(ground: &WeightingContext, words: &'static str, act: fn(&WeightingContext)) -> Html {
    let ground = ground.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        act(&ground);
        // The notice goes, and with it the button that had the focus.
        focus_soon(RESULT);
    });
    html! { <button class="button" type="button" {onclick}>{ words }</button> }
}
