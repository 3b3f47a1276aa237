//! Swing weights that were given for other ends of scales: told on every page of weights, and asked to be confirmed.

use super::disagreements::settle;
use super::weighting_context::WeightingContext;
use crate::ui::hooks::Editor;
use weighbridge_analysis::Issue;
use weighbridge_model::{CriterionId, WeightingMethod};
use weighbridge_report::issue_words;
use yew::prelude::*;

/// A notice for every branch whose swing weights have to be confirmed; nothing while all hold.
pub fn stale(editor: &Editor) -> Html {
    let issues = &editor.document.analysis.issues;
    let branch = |issue: &Issue| match issue {
        Issue::SwingStale { branch, .. } | Issue::SwingEndsNotRecorded { branch, .. } => {
            Some(branch.clone())
        }
        _ => None,
    };
    let mut branches: Vec<Option<CriterionId>> = Vec::new();
    for one in issues.iter().filter_map(branch) {
        if !branches.contains(&one) {
            branches.push(one);
        }
    }
    let notice = |at: usize, of: &Option<CriterionId>| {
        let ground = WeightingContext {
            editor: editor.clone(),
            branch: of.clone(),
            method: WeightingMethod::Swing,
        };
        let found: Vec<&Issue> = issues
            .iter()
            .filter(|i| branch(i).as_ref() == Some(of))
            .collect();
        one(&ground, at, &found)
    };
    html! { <>{ for branches.iter().enumerate().map(|(at, of)| notice(at, of)) }</> }
}

fn one(ground: &WeightingContext, at: usize, found: &[&Issue]) -> Html {
    let confirm = |ground: &WeightingContext| ground.say(|said| ground.confirm_ends(said));
    let id = format!("stale-{at}");
    html! {
        <section key={at} class="banner" aria-labelledby={id.clone()}>
            <h2 {id}>{ "Confirm the swing weights" }</h2>
            { for found.iter().enumerate().map(|(at, issue)| html! { <p key={at}>{ issue_words(issue, ground.appraisal()) }</p> }) }
            <p class="actions">{ settle(ground, "They still hold", confirm) }</p>
        </section>
    }
}
